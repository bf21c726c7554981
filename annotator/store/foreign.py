"""A project file from somebody else is a stranger's: copied, held against our own schema, and read as data. Nothing in it is ever run.

What is refused is refused as a whole, in one sentence; the file itself and the project it was meant for stay as they are.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from annotator.core.decisions import CANCELLING, Decision
from annotator.core.errors import InputError, MachineError
from annotator.core.fold import writes
from annotator.core.ids import Id, read
from annotator.core.shapes import GREATEST_CLOCK, ShapeError, check_decision, check_name
from annotator.store import log
from annotator.store.database import open_file

LARGEST_FILE = 16 * 1024**3
"""No foreign file may be larger (bytes)."""
LARGEST_CELL = 64 * 1024**2
"""No cell of a foreign file may be larger (bytes)."""
_CANCELLING_KINDS = frozenset(kind.value for kind in CANCELLING)
_SHORT, _MANY = 100, 4096
"""Texts of so few characters are remembered once they were read, and so many of them."""
_STEP_KINDS = frozenset({log.NORMAL, log.SETTLED, "import", *(kind.value for kind in CANCELLING)})
_ID = re.compile("[0-9a-f]{32}")
_HALF = "\\ud"
_STATISTICS = ("sqlite_stat1", "sqlite_stat4", "sqlite_sequence")


@contextmanager
def opened(path: Path, folder: Path) -> Iterator[Connection]:
    """Give a sound, current copy of another project's file, to be read. Raises InputError or MachineError, in one sentence, if it is not.

    `folder` is an empty one of our own; the copy lies there and is brought up to date there if it is older.
    """
    from annotator.store.migrations import bring_up_to_date

    copy = _copied(path, folder / "foreign.annotator")
    try:
        conn = open_file(copy)
    except (InputError, MachineError) as error:
        raise InputError(error.sentence.replace(copy.name, path.name)) from error
    try:
        with _reading(path):
            conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_CELL)
            conn.execute("PRAGMA cell_size_check = ON")
            check_schema(conn, path)
            _check_integrity(conn, path)
            bring_up_to_date(conn)
            conn.execute("PRAGMA query_only = ON")
        yield conn
    finally:
        conn.close()


def validate(other: Connection, here: Connection, path: Path, known: Mapping[Id, int]) -> None:
    """Look at every row of an opened foreign file. Raises InputError with the first that is not sound, or is not the one known here.

    `known` are the hashes of the rows of the log here, by decision: what is here already, to the byte, need not be looked at again.
    """
    with _reading(path):
        try:
            _validate(other, here, known)
        except ShapeError as error:
            raise InputError(f"{path.name} was not taken: {error}. Nothing was changed; ask for the file anew.") from error


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DataError as error:
        raise InputError(
            f"{path.name} holds a value larger than the {LARGEST_CELL // 1024**2} MB that a cell of a project may have; it was not taken."
        ) from error
    except (sqlite3.Error, OverflowError) as error:
        raise InputError(f"{path.name} is damaged ({error}); nothing of it was taken. Ask for the file anew.") from error


def _copied(path: Path, copy: Path) -> Path:
    if path.is_dir():
        raise InputError(f"{path} is a folder, not a project file.")
    if not path.is_file():
        raise InputError(f"There is no project file at {path}." if not path.exists() else f"{path} is not a file that can be read.")
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise InputError(f"{path.name} is {size // 1024**3} GB large; no project file is larger than {LARGEST_FILE // 1024**3} GB.")
    if size > shutil.disk_usage(copy.parent).free:
        raise MachineError(f"There is no room for a copy of {path.name} ({size // 1024**2} MB) in {copy.parent}. Free some space.")
    try:
        shutil.copyfile(path, copy)
        side = path.with_name(path.name + "-wal")
        if side.exists():
            shutil.copyfile(side, copy.with_name(copy.name + "-wal"))
    except OSError as error:
        raise MachineError(f"{path.name} could not be copied to look at it: {error.strerror}.") from error
    return copy


def check_schema(conn: Connection, path: Path) -> None:
    """Hold every table, index and trigger of a file against our own. Raises InputError with the first that is not as a project has it."""
    from annotator.store import migrations

    names, applied = migrations.names(), migrations.applied(conn)
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    if applied != names[: len(applied)] or len(applied) != version:
        raise InputError(f"{path.name} does not say rightly which version of a project it is; it was not read. Ask for the file anew.")
    model = migrations.model(len(applied))
    wanted, found = _schema(model), _schema(conn)
    model.close()
    for name in sorted(found.keys() - wanted.keys()):
        raise InputError(f"{path.name} holds something that no project has ({name}); it was not read. Ask where the file comes from.")
    for name in sorted(wanted):
        if found.get(name) != wanted[name]:
            raise InputError(f"{path.name} lacks or changes a part of a project ({name}); it was not read. Ask for the file anew.")


def _schema(conn: Connection) -> dict[str, str]:
    """Every object with its SQL; only what SQLite itself keeps (indexes of UNIQUE, statistics) is left out."""
    rows = conn.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    ours = [row for row in rows if not (row[0] == "index" and row[2] is None) and not (row[0] == "table" and row[1] in _STATISTICS)]
    return {f"{kind} {name}": " ".join((sql or "").split()) for kind, name, sql in ours}


def _check_integrity(conn: Connection, path: Path) -> None:
    found = str(conn.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if found != "ok":
        raise InputError(f"{path.name} is damaged ({found.splitlines()[0][:100]}); nothing of it was taken. Ask for the file anew.")


def partial_devices(conn: Connection) -> set[Id]:
    """Return the devices of which a file holds only a part of the decisions, because it was handed out as a bundle."""
    row = conn.execute("SELECT value FROM file WHERE name = 'partial'").fetchone()
    if row is None:
        return set()
    listed = loaded(row[0])
    if not isinstance(listed, list) or not all(isinstance(each, str) and _ID.fullmatch(each) for each in listed):
        raise ShapeError("its list of devices is none")
    return {read(each) for each in listed}


def loaded(text: object) -> Any:  # noqa: ANN401 - JSON is of any shape
    """Return what a JSON text of a stranger says. Raises ShapeError where it is none, or nests without end, or is no number."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    if not isinstance(text, str):
        raise ShapeError("something in it that should be JSON is none")
    try:
        found = _STRICT.decode(text)
        if _HALF in text.lower():  # an escape can stand for half a character, which nothing else can
            json.dumps(found, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise ShapeError("something in it that should be JSON is none") from error
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


_STRICT = json.JSONDecoder(parse_constant=_no_number)


def _validate(other: Connection, here: Connection, known: Mapping[Id, int]) -> None:
    partial_devices(other)
    _check_sources(other)
    lengths = {row[0]: row[1] for row in here.execute("SELECT id, length(text) FROM entries")}
    _check_entries(other, here, lengths)
    _check_decisions(other, _check_steps(other, here), lengths, known)


def _check_sources(other: Connection) -> None:
    for source, name, sha, size, kind, importer, options, facts, report in other.execute(
        "SELECT id, name, sha256, bytes, format, importer, options, facts, report FROM sources"
    ):
        _need(_is_id(source) and isinstance(sha, bytes) and len(sha) == 32 and type(size) is int, "a source in it has no proper id or hash")
        _need(
            all(isinstance(each, str) for each in (name, kind, importer, options, facts, report)), "a source in it is not described in text"
        )
        check_name(name)
        for text, values in ((facts, str), (report, int)):
            found = loaded(text)
            _need(isinstance(found, dict) and all(isinstance(each, values) for each in found.values()), "a source's facts are no facts")


_ENTRY = "id, text, sha256, title, author, published, published_written, meta, supersedes"


def _check_entries(other: Connection, here: Connection, lengths: dict[Id, int]) -> None:
    for identity, text, sha, title, author, published, written, meta, supersedes in other.execute(f"SELECT {_ENTRY} FROM entries"):
        _need(_is_id(identity) and (supersedes is None or _is_id(supersedes)), "an entry in it has no proper id")
        texts = (text, title, author, published, written, meta)
        _need(all(isinstance(each, str) and "\0" not in each for each in texts), "an entry in it is not text")
        _need(hashlib.sha256(text.encode("utf-8")).digest() == sha, f"the text of an entry ({title[:40]!r}) is not the one its hash tells")
        if meta:
            found = loaded(meta)
            _need(isinstance(found, dict) and all(isinstance(each, str) for each in found.values()), "what it says of an entry is none")
        known = here.execute("SELECT sha256 FROM entries WHERE id = ?", (identity,)).fetchone()
        _need(known is None or known[0] == sha, f"an entry ({title[:40]!r}) has another text there than here")
        lengths[identity] = len(text)
    places = "SELECT place, line, last_line, occurrence FROM entry_sources"
    _need(all(type(n) is int and 0 <= n < GREATEST_CLOCK for row in other.execute(places) for n in row), "an entry's place in it is absurd")


def _check_steps(other: Connection, here: Connection) -> dict[Id, tuple[str, Id | None]]:
    columns = "id, name, clock, device, annotator, kind, cancels"
    steps: dict[Id, tuple[str, Id | None]] = {}
    for row in other.execute(f"SELECT {columns} FROM steps"):
        step, name, clock, device, annotator, kind, cancels = row
        _need(_is_id(step) and _is_id(device) and _is_id(annotator), "a step in it has no proper id")
        _need(isinstance(name, str) and type(clock) is int and 0 < clock < GREATEST_CLOCK and kind in _STEP_KINDS, "a step in it is none")
        _need(cancels is None or _is_id(cancels), "a step in it cancels nothing that could be")
        known = here.execute(f"SELECT {columns} FROM steps WHERE id = ?", (step,)).fetchone()
        _need(known is None or known == row, f"the step “{name[:40]}” is another one there than here")
        steps[step] = kind, cancels
    return steps


def _check_decisions(
    other: Connection, steps: Mapping[Id, tuple[str, Id | None]], lengths: Mapping[Id, int], known: Mapping[Id, int]
) -> None:
    load = _remembering()
    for number, row in enumerate(log.raw(other), start=1):
        if known.get(row[0]) == hash(row):
            continue
        try:
            decision = log.decision(row, load=load)
            _check_decision(decision, steps, lengths.get(decision.entry) if decision.entry else None)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            what = str(error) if isinstance(error, ShapeError) else "it is not of a shape that this program writes"
            raise ShapeError(f"its decision {number} cannot be read, because {what}") from error


def _remembering() -> Callable[[str], Any]:
    """Return `loaded` with a memory for short texts: conditions and states of a log are the same few again and again."""
    known: dict[object, Any] = {}

    def load(text: str) -> Any:  # noqa: ANN401 - JSON is of any shape
        if not isinstance(text, str):
            raise ShapeError("something in it that should be JSON is none")
        if len(text) > _SHORT:
            return loaded(text)
        if text not in known and len(known) < _MANY:
            known[text] = loaded(text)
        return known[text] if text in known else loaded(text)

    return load


def _check_decision(decision: Decision, steps: Mapping[Id, tuple[str, Id | None]], length: int | None) -> None:
    check_decision(decision, length)
    list(writes(decision))
    _need(decision.step in steps, "its step is missing")
    kind, cancels = steps[decision.step]
    if decision.kind in CANCELLING or kind in _CANCELLING_KINDS:
        says = (decision.kind.value, read(decision.after["cancels"])) if decision.after and "cancels" in decision.after else None
        _need((kind, cancels) == says, "its step says something else of what it cancels")


def numbering(conn: Connection, devices: Iterable[Id], partial: Collection[Id]) -> list[str]:
    """Return a sentence for each of some devices whose numbers, after a merge, have a gap or stand twice: a backup was gone back to."""
    found = []
    for device in sorted(devices):
        most, rows, different = conn.execute(
            "SELECT max(number), count(*), count(DISTINCT number) FROM decisions WHERE device = ?", (device,)
        ).fetchone()
        name = device.hex()[:8]
        if rows != different:
            query = "SELECT min(number) FROM (SELECT number FROM decisions WHERE device = ? GROUP BY number HAVING count(*) > 1)"
            first = conn.execute(query, (device,)).fetchone()[0]
            found.append(
                f"Device {name} gave {rows - different} number{'' if rows - different == 1 else 's'} twice, from {first} on: "
                "its file was set back to a backup and worked on. Both ways of going on are kept."
            )
        if most != different and device not in partial:
            held = {row[0] for row in conn.execute("SELECT number FROM decisions WHERE device = ?", (device,))}
            found.append(
                f"Device {name} numbered its decisions up to {most}, but {most - different} of them are missing, "
                f"from {next(number for number in range(1, most + 1) if number not in held)} on: "
                "the file is an older copy that was mended, or a part of its work lies elsewhere."
            )
    return found


def _is_id(value: object) -> bool:
    return isinstance(value, bytes) and len(value) == 16


def _need(holds: bool, what: str) -> None:
    if not holds:
        raise ShapeError(re.sub(r"\s+", " ", what))
