"""Open and close a project file: settings, faults of the machine in words, one way to write."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from annotator.core.errors import AnnotatorError, InputError, MachineError
from annotator.core.ids import IdSource
from annotator.store.connection import APPLICATION_ID, VERSION
from annotator.store.connection import Database as Database

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


def create(path: Path, ids: IdSource) -> Database:
    """Make a new, empty project file and open it. Raises InputError where something stands there already."""
    if path.exists():
        raise InputError(f"{path} exists already. Choose another name, or open it.")
    if not path.parent.is_dir():
        raise InputError(f"The folder {path.parent} does not exist. Make it first, or choose another place.")
    from annotator.store.migrations import bring_up_to_date

    with in_words(path):
        db = _connect(path, read_only=False)
    try:
        with in_words(path):
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            bring_up_to_date(db.conn)
            db.conn.execute("INSERT INTO file (name, value) VALUES ('id', ?)", (ids.new(),))
            _durable(db)
    except BaseException:  # an interrupt, too, must leave no half-made file; raised again
        discard(db, path)
        raise
    return db


def discard(db: Database, path: Path) -> None:
    """Close a file that was begun and could not be finished, and leave nothing of it."""
    db.close()
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def open_file(path: Path, *, read_only: bool = False) -> Database:
    """Open a project file as it is. Raises InputError or MachineError with what is wrong and what to do; changes nothing then."""
    look(path)
    if not read_only and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise MachineError(
            f"{path.name} or its folder is read-only, so no decision could be kept. "
            "Copy it to a folder of your own, or open it to look only."
        )
    with in_words(path):
        db = _connect(path, read_only=read_only)
    try:
        with in_words(path):
            _check_project(db, path)
            if not read_only:
                _durable(db)
    except BaseException:  # an interrupt, too, must roll back; raised again
        db.close()
        raise
    return db


def pending_migrations(db: Database) -> bool:
    """Return whether the file was made by an older program and has to be brought up to date."""
    if db.conn.execute("PRAGMA user_version").fetchone()[0] == VERSION:
        return False
    from annotator.store import migrations

    return migrations.pending(db.conn)


def migrate(db: Database, path: Path) -> None:
    """Bring an older file up to date, each step in a transaction of its own."""
    from annotator.store import migrations

    with in_words(path):
        migrations.bring_up_to_date(db.conn)


def close(db: Database) -> None:
    """Close for good: everything into the one file, no side file left behind (people copy files)."""
    try:
        if not _query_only(db):
            # Whoever still looks at the file keeps the side file; waiting for that would hold up the window that closes.
            db.conn.execute("PRAGMA busy_timeout = 200")
            db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.conn.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        # Another connection (a suggester at work) still has the file open; the last one to close folds the side file in.
        pass
    finally:
        db.close()


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


def keeps_side_file(db: Database) -> bool:
    """Return whether the folder could hold a write-ahead log; network folders often cannot."""
    return str(db.conn.execute("PRAGMA journal_mode").fetchone()[0]) == "wal"


@contextmanager
def writing(db: Database, path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction that starts by taking the right to write; all or nothing. Inside another one it is a part of that."""
    with in_words(path):
        if db.conn.in_transaction:
            with db.atomic():
                yield db.conn
            return
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield db.conn
            db.conn.execute("COMMIT")
        except BaseException:  # an interrupt, too, must roll back; raised again
            db.rollback()
            raise


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


def _check_project(db: Database, path: Path) -> None:
    if db.conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise MachineError(f"{path.name} is a database, but not a project of this program.")
    version = db.conn.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise MachineError(
            f"{path.name} was made by a newer version of this program (file version {version}, known up to {VERSION}). "
            "Install the newer version; nothing was changed."
        )


def check_current(db: Database, path: Path) -> None:
    """Raise MachineError where a file that is only looked at lacks what this program reads."""
    version = db.conn.execute("PRAGMA user_version").fetchone()[0]
    if version < VERSION:
        raise MachineError(
            f"{path.name} was made by an older version of this program (file version {version}, now {VERSION}) and has to be brought up "
            "to date before it can be looked at: open it to decide once, where it can be written; a backup is made first."
        )


def _connect(path: Path, *, read_only: bool) -> Database:
    connection = sqlite3.connect(address(path, read_only=read_only), uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    db = Database(connection)
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -24576")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return db


def address(path: Path, *, read_only: bool) -> str:
    """Return the URI by which SQLite opens a file.

    A file that was copied while it was open, in a folder that cannot be written, would ask for a side file that cannot be made: it
    is opened as one that nobody changes.
    """
    mode = "ro" if read_only else "rwc"
    if read_only and copied_while_open(path) and not os.access(path.parent, os.W_OK):
        mode += "&immutable=1"
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _durable(db: Database) -> None:
    db.conn.execute("PRAGMA journal_mode = WAL")
    db.conn.execute("PRAGMA synchronous = FULL")
    db.conn.execute(f"PRAGMA wal_autocheckpoint = {_SIDE_PAGES}")


@contextmanager
def unhurried(db: Database) -> Iterator[None]:
    """Within, what is committed is whole but may be lost when the power fails: for what can be made again at any time, as suggestions.

    So a transaction does not hold the right to write while the disk is waited for, and the disk is free for whoever decides beside.
    What another connection commits is on disk as ever, and what was written here before goes there with it. Only a write-ahead log stays
    whole so; where the folder cannot hold one, the disk is waited for.
    """
    if not keeps_side_file(db):
        yield
        return
    db.conn.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        db.conn.execute("PRAGMA synchronous = FULL")


def _query_only(db: Database) -> bool:
    return bool(db.conn.execute("PRAGMA query_only").fetchone()[0])
