"""Open and close a project file: settings, faults of the machine in words, one way to write.

The connection is the standard library's. sqlite-utils brings files up to date and is loaded where one is older or made: it brings numpy,
which would cost every start of the window 131 ms of 682 (processor, least of nine by turns, Python 3.11).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from urllib.parse import quote

from annotator.core.errors import AnnotatorError, InputError, MachineError
from annotator.core.ids import IdSource

APPLICATION_ID = 0x414E4E4F
"""The four bytes "ANNO" in the head of the file: what tells a project from another database."""
VERSION = 4
"""PRAGMA user_version. A file with a greater number was made by a newer program and is not opened."""
SUFFIX = ".annotator"
_BUSY_SECONDS = 20.0
_HEADER = b"SQLite format 3\0"
_WAL_MARK = 2
_SIDE_PAGES = 8_000
"""How large (32 MB) the side file grows before a decision has to fold it in; the window does so before, beside (`fold_in`)."""


def project_path(path: Path | str) -> Path:
    """Return the path with the suffix `.annotator`, added where it is missing."""
    path = Path(path).expanduser()
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn SQLite's faults into sentences. Raises MachineError; a broken rule of ours stays an AnnotatorError of code 1."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise AnnotatorError(f"A rule of the project file refused a change; nothing was written. ({error})") from error
    except sqlite3.Error as error:
        raise MachineError(_sentence(path, error), details=str(error)) from error


def _sentence(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return f"The disk that holds {path.name} is full: nothing of this step was written. Free some space and try again."
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return f"{path.name} or its folder is read-only. Copy it to a folder of your own, or open it to look only."
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"Another program holds {path.name} for too long; nothing of this step was written. Close it there and try again."
    if name.startswith("SQLITE_NOTADB"):
        return f"{path.name} is not a project of this program: its first bytes are not those of one."
    if name.startswith("SQLITE_CORRUPT"):
        return f"{path.name} is damaged. Go back to a backup with “annotator restore”; the damaged file stays as it is."
    if name.startswith("SQLITE_CANTOPEN"):
        return f"{path.name} cannot be opened: the folder does not exist or may not be written."
    if name.startswith("SQLITE_IOERR"):
        return f"Reading or writing {path.name} failed; the disk or the network folder does not answer. Nothing of this step was kept."
    return f"{path.name} could not be read or written ({error})."


def create(path: Path, ids: IdSource) -> Connection:
    """Make a new, empty project file and open it. Raises InputError where something stands there already."""
    if path.exists():
        raise InputError(f"{path} exists already. Choose another name, or open it.")
    if not path.parent.is_dir():
        raise InputError(f"The folder {path.parent} does not exist. Make it first, or choose another place.")
    from annotator.store.migrations import bring_up_to_date

    with in_words(path):
        conn = _connect(path, read_only=False)
    try:
        with in_words(path):
            conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            bring_up_to_date(conn)
            conn.execute("INSERT INTO file (name, value) VALUES ('id', ?)", (ids.new(),))
            _durable(conn)
    except BaseException:  # an interrupt, too, must leave no half-made file; raised again
        discard(conn, path)
        raise
    return conn


def discard(conn: Connection, path: Path) -> None:
    """Close a file that was begun and could not be finished, and leave nothing of it."""
    conn.close()
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def open_file(path: Path, *, read_only: bool = False) -> Connection:
    """Open a project file as it is. Raises InputError or MachineError with what is wrong and what to do; changes nothing then."""
    look(path)
    if not read_only and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise MachineError(
            f"{path.name} or its folder is read-only, so no decision could be kept. "
            "Copy it to a folder of your own, or open it to look only."
        )
    with in_words(path):
        conn = _connect(path, read_only=read_only)
    try:
        with in_words(path):
            _check_project(conn, path)
            if not read_only:
                _durable(conn)
    except BaseException:  # an interrupt, too, must roll back; raised again
        conn.close()
        raise
    return conn


def pending_migrations(conn: Connection) -> bool:
    """Return whether the file was made by an older program and has to be brought up to date."""
    if conn.execute("PRAGMA user_version").fetchone()[0] == VERSION:
        return False
    from annotator.store import migrations

    return migrations.pending(conn)


def migrate(conn: Connection, path: Path) -> None:
    """Bring an older file up to date, each step in a transaction of its own."""
    from annotator.store import migrations

    with in_words(path):
        migrations.bring_up_to_date(conn)


def close(conn: Connection) -> None:
    """Close for good: everything into the one file, no side file left behind (people copy files)."""
    try:
        if not _query_only(conn):
            # Whoever still looks at the file keeps the side file; waiting for that would hold up the window that closes.
            conn.execute("PRAGMA busy_timeout = 200")
            conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            conn.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        # Another connection (a suggester at work) still has the file open; the last one to close folds the side file in.
        pass
    finally:
        conn.close()


def fold_in(path: Path) -> None:
    """Write what stands in the side file of an open project into the file, as far as nobody still reads it; nobody waits for that.

    Opens the file anew, so that another thread may do it. Raises MachineError where it cannot be written; nothing is lost then.
    """
    with in_words(path):
        connection = sqlite3.connect(address(path, read_only=False), uri=True)
    try:
        with in_words(path):
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    finally:
        connection.close()


def copied_while_open(path: Path) -> bool:
    """Return whether the file says that a side file belongs to it, and none is there: its newest decisions may be missing."""
    try:
        head = _head(path, 20)
    except OSError:
        return False  # opening says what is wrong
    return len(head) == 20 and head[18] == _WAL_MARK and not path.with_name(path.name + "-wal").exists()


def keeps_side_file(conn: Connection) -> bool:
    """Return whether the folder could hold a write-ahead log; network folders often cannot."""
    return str(conn.execute("PRAGMA journal_mode").fetchone()[0]) == "wal"


@contextmanager
def writing(conn: Connection, path: Path) -> Iterator[Connection]:
    """One transaction that starts by taking the right to write; all or nothing. Inside another one it is a part of that."""
    with in_words(path):
        if conn.in_transaction:
            with _part(conn):
                yield conn
            return
        conn.execute("BEGIN IMMEDIATE")
        try:
            yield conn
            conn.execute("COMMIT")
        except BaseException:  # an interrupt, too, must roll back; raised again
            conn.rollback()  # nothing to do where the fault (a full disk) has ended the transaction
            raise


@contextmanager
def _part(conn: Connection) -> Iterator[None]:
    """A part of the running transaction that is taken back by itself where it fails; parts within parts, the innermost first."""
    conn.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:  # an interrupt, too, must take the part back; raised again
        # Some faults end the whole transaction, and the part with it.
        if conn.in_transaction:
            conn.execute("ROLLBACK TO part")
            conn.execute("RELEASE part")
        raise
    conn.execute("RELEASE part")


def look(path: Path) -> None:
    """Raise InputError or MachineError where no project can be at a path, before anything is put beside it."""
    if path.is_dir():
        raise InputError(f"{path} is a folder, not a project.")
    if not path.exists():
        raise InputError(f"There is no project at {path}. Check the name, or make one with “annotator new”.")
    try:
        head = _head(path, len(_HEADER))
    except OSError as error:
        raise MachineError(f"{path.name} cannot be read: {error.strerror}.") from error
    if head != _HEADER:
        raise MachineError(f"{path.name} is not a project of this program: its first bytes are not those of one.")


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        return file.read(size)


def _check_project(conn: Connection, path: Path) -> None:
    if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise MachineError(f"{path.name} is a database, but not a project of this program.")
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise MachineError(
            f"{path.name} was made by a newer version of this program (file version {version}, known up to {VERSION}). "
            "Install the newer version; nothing was changed."
        )


def check_current(conn: Connection, path: Path) -> None:
    """Raise MachineError where a file that is only looked at lacks what this program reads."""
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    if version < VERSION:
        raise MachineError(
            f"{path.name} was made by an older version of this program (file version {version}, now {VERSION}) and has to be brought up "
            "to date before it can be looked at: open it to decide once, where it can be written; a backup is made first."
        )


def _connect(path: Path, *, read_only: bool) -> Connection:
    conn = sqlite3.connect(address(path, read_only=read_only), uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    conn.execute("PRAGMA recursive_triggers = ON")
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA cache_size = -24576")
    if read_only:
        conn.execute("PRAGMA query_only = ON")
    return conn


def address(path: Path, *, read_only: bool) -> str:
    """Return the URI by which SQLite opens a file.

    A file that was copied while it was open, in a folder that cannot be written, would ask for a side file that cannot be made: it
    is opened as one that nobody changes.
    """
    mode = "ro" if read_only else "rwc"
    if read_only and copied_while_open(path) and not os.access(path.parent, os.W_OK):
        mode += "&immutable=1"
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _durable(conn: Connection) -> None:
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute(f"PRAGMA wal_autocheckpoint = {_SIDE_PAGES}")


@contextmanager
def unhurried(conn: Connection) -> Iterator[None]:
    """Within, what is committed is whole but may be lost when the power fails: for what can be made again at any time, as suggestions.

    So a transaction does not hold the right to write while the disk is waited for, and the disk is free for whoever decides beside.
    What another connection commits is on disk as ever, and what was written here before goes there with it. Only a write-ahead log stays
    whole so; where the folder cannot hold one, the disk is waited for.
    """
    if not keeps_side_file(conn):
        yield
        return
    conn.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        conn.execute("PRAGMA synchronous = FULL")


def _query_only(conn: Connection) -> bool:
    return bool(conn.execute("PRAGMA query_only").fetchone()[0])
