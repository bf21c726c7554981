"""The union of two logs. Order and repetition do not matter; a foreign file is read as data and nothing of it is run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any

from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.store import foreign, log, rest
from annotator.store.projection import all_entries, refold

_STEP = "id, name, clock, device, annotator, kind, cancels"
_SOURCE = "id, name, sha256, bytes, format, importer, options, facts, report"
_ENTRY = "id, text, sha256, title, author, published, published_written, meta, supersedes"
_MARKS = {7: "?,?,?,?,?,?,?", 9: "?,?,?,?,?,?,?,?,?", 14: "?,?,?,?,?,?,?,?,?,?,?,?,?,?"}
# What two files may say differently of one entry without deciding anything: the greater value stands, whichever file came first.
_GREATER = (
    "UPDATE entries SET published = max(published, ?2), meta = max(meta, ?3), "
    "supersedes = CASE WHEN supersedes IS NULL OR supersedes < ?4 THEN coalesce(?4, supersedes) ELSE supersedes END "
    "WHERE id = ?1 AND (published < ?2 OR meta < ?3 OR ?4 IS NOT NULL AND (supersedes IS NULL OR supersedes < ?4))"
)

Row = tuple[Any, ...]


@dataclass(slots=True)
class Union:
    """A merge at work: what is known here (decision to the hash of its row), and the entries that have to be folded anew."""

    known: dict[Id, int]
    touched: set[Id] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Counted:
    """Decisions of one annotator on one entry (None: on the project) in a foreign file: new here, and known."""

    annotator: Id
    entry: Id | None
    new: int
    known: int


@dataclass(frozen=True, slots=True)
class Brought:
    """What one file brought in: decisions new and known by annotator and entry, entries that were not here, faults of numbering."""

    new: int
    known: int
    counted: tuple[Counted, ...]
    entries: tuple[Id, ...]
    numbering: tuple[str, ...]


def begin(conn: Connection) -> Union:
    """Begin a merge inside the running transaction."""
    return Union({row[0]: hash(row) for row in log.raw(conn)})


def bring(conn: Connection, other: Connection, name: str, union: Union) -> Brought:
    """Bring the facts and the log of a validated file in; `finish` projects them. Raises InputError where it contradicts what is here."""
    entries = _bring_facts(conn, other)
    conn.executemany(f"INSERT OR IGNORE INTO steps ({_STEP}) VALUES ({_MARKS[7]})", other.execute(f"SELECT {_STEP} FROM steps"))
    new: list[Row] = []
    counts: dict[tuple[Id, Id | None], list[int]] = {}
    for row in log.raw(other):
        known = union.known.get(row[0])
        if known is not None and known != hash(row):
            raise InputError(f"{name} was not taken: a decision in it ({row[0].hex()[:12]}) is another one here. Ask for the file anew.")
        counts.setdefault((row[6], row[8]), [0, 0])[0 if known is None else 1] += 1
        if known is None:
            new.append(row)
            union.known[row[0]] = hash(row)
    log.insert_rows(conn, new)
    union.touched |= entries | {row[8] for row in new if row[8] is not None}
    _note_partial(conn, other)
    numbering = foreign.numbering(conn, {row[3] for row in new}, foreign.partial_devices(conn))
    counted = tuple(Counted(annotator, entry, *both) for (annotator, entry), both in counts.items())
    return Brought(len(new), sum(each.known for each in counted), counted, tuple(sorted(entries)), tuple(numbering))


def finish(conn: Connection, union: Union) -> tuple[int, ...]:
    """Project anew what was brought in; return the rows of the entries that were touched."""
    changed = rest.recompute_cancelled(conn)
    meaning = rest.refold_rest(conn)
    for step in changed:
        union.touched.update(log.entries_of_step(conn, step))
    rows = tuple(refold(conn, all_entries(conn) if meaning else sorted(union.touched)))
    rest.refresh_visible(conn)  # last: what is hidden follows from the fold of the entries
    return rows


def foundings(conn: Connection) -> set[Id]:
    """Return the decisions by which the projects were founded of which a file holds the log: two files that share one are of one study."""
    query = "SELECT id FROM decisions WHERE kind = 'scheme' AND number = 1 AND json_type(after, '$.overlap') IS NOT NULL"
    return {row[0] for row in conn.execute(query)}


def _bring_facts(conn: Connection, other: Connection) -> set[Id]:
    sources = {row[0] for row in conn.execute("SELECT id FROM sources")}
    conn.executemany(f"INSERT OR IGNORE INTO sources ({_SOURCE}) VALUES ({_MARKS[9]})", other.execute(f"SELECT {_SOURCE} FROM sources"))
    before = int(conn.execute("SELECT coalesce(max(row), 0) FROM entries").fetchone()[0])
    conn.executemany(f"INSERT OR IGNORE INTO entries ({_ENTRY}) VALUES ({_MARKS[9]})", other.execute(f"SELECT {_ENTRY} FROM entries"))
    conn.execute("INSERT INTO entries_fts (rowid, title, text) SELECT row, title, text FROM entries WHERE row > ?", (before,))
    conn.executemany(
        "INSERT OR IGNORE INTO entry_sources (source, entry, place, line, last_line, occurrence) "
        "VALUES ((SELECT row FROM sources WHERE id = ?), (SELECT row FROM entries WHERE id = ?), ?, ?, ?, ?)",
        other.execute(
            "SELECT s.id, e.id, x.place, x.line, x.last_line, x.occurrence FROM entry_sources x "
            "JOIN sources s ON s.row = x.source JOIN entries e ON e.row = x.entry"
        ),
    )
    conn.executemany(_GREATER, other.execute("SELECT id, published, meta, supersedes FROM entries"))
    rejects = other.execute("SELECT s.id, r.what, r.line, r.reason, r.raw FROM rejects r JOIN sources s ON s.row = r.source ORDER BY r.row")
    conn.executemany(
        "INSERT INTO rejects (source, what, line, reason, raw) VALUES ((SELECT row FROM sources WHERE id = ?), ?, ?, ?, ?)",
        (row for row in rejects if row[0] not in sources),
    )
    return {row[0] for row in conn.execute("SELECT id FROM entries WHERE row > ?", (before,))}


def _note_partial(conn: Connection, other: Connection) -> None:
    partial = foreign.partial_devices(conn) | foreign.partial_devices(other)
    if not partial:
        return
    query = "SELECT device, max(number) - count(DISTINCT number) FROM decisions GROUP BY device"
    note_partial(conn, partial & {device for device, missing in conn.execute(query) if missing})


def note_partial(conn: Connection, devices: Iterable[Id]) -> None:
    """Note of which devices this file holds only a part of the decisions."""
    listed = "[" + ",".join(f'"{device.hex()}"' for device in sorted(devices)) + "]"
    conn.execute("INSERT OR REPLACE INTO file (name, value) VALUES ('partial', ?)", (listed,))
