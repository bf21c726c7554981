"""Entries and sources: facts that stand as they came, and the rows the screen asks for."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from annotator.core.ids import Id
from annotator.core.model import Comment, Entry, State


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry on its way in; `place` counts within its source from 0."""

    id: Id
    text: str
    sha256: bytes
    title: str
    author: str
    published: str
    published_written: str
    meta: str
    place: int
    line: int
    last_line: int
    occurrence: int
    supersedes: Id | None = None
    joined: bool = False
    """True where an earlier row of the same source brought it already."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A file that was imported, by the hash of its bytes; `facts` and `report` are JSON."""

    id: Id
    name: str
    sha256: bytes
    bytes: int
    format: str
    importer: str
    options: str
    facts: str
    report: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What the list shows of an entry, in one layer."""

    row: int
    title: str
    published: str
    author: str
    source: str
    state: State
    flagged: bool
    unsure: bool
    comments: int


def insert_source(conn: Connection, source: SourceRow) -> int:
    """Write a source and return its row. One that was withdrawn and comes again keeps its row, and is told anew what it holds."""
    values = (
        source.id,
        source.name,
        source.sha256,
        source.bytes,
        source.format,
        source.importer,
        source.options,
        source.facts,
        source.report,
    )
    conn.execute(
        "INSERT OR IGNORE INTO sources (id, name, sha256, bytes, format, importer, options, facts, report) VALUES (?,?,?,?,?,?,?,?,?)",
        values,
    )
    row = int(conn.execute("SELECT row FROM sources WHERE id = ?", (source.id,)).fetchone()[0])
    conn.execute("DELETE FROM entry_sources WHERE source = ?", (row,))
    conn.execute("DELETE FROM rejects WHERE source = ?", (row,))
    return row


def insert_entries(conn: Connection, source: int, batch: Sequence[NewEntry]) -> dict[Id, int]:
    """Write a batch of entries with their full text; return id and row of the new ones. Known entries only gain a source."""
    last = int(conn.execute("SELECT coalesce(max(row), 0) FROM entries").fetchone()[0])
    conn.executemany(
        "INSERT OR IGNORE INTO entries (id, text, sha256, title, author, published, published_written, meta, supersedes, source, place) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        [
            (e.id, e.text, e.sha256, e.title, e.author, e.published, e.published_written, e.meta, e.supersedes, source, e.place)
            for e in batch
        ],
    )
    new = dict(conn.execute("SELECT id, row FROM entries WHERE row > ?", (last,)).fetchall())
    conn.execute("INSERT INTO entries_fts (rowid, title, text) SELECT row, title, text FROM entries WHERE row > ?", (last,))
    conn.executemany(
        "INSERT OR IGNORE INTO entry_sources (source, entry, place, line, last_line, occurrence) "
        "VALUES (?, (SELECT row FROM entries WHERE id = ?), ?, ?, ?, ?)",
        [(source, e.id, e.place, e.line, e.last_line, e.occurrence) for e in batch],
    )
    return new


def rows_of(conn: Connection, entries: Iterable[Id]) -> Iterator[tuple[Id, int]]:
    """Yield id and row of those entries that are here."""
    for entry in entries:
        yield from conn.execute("SELECT id, row FROM entries WHERE id = ?", (entry,))


def text_hash(text: str) -> bytes:
    """Return the SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).digest()


def ordered_rows(conn: Connection) -> array[int]:
    """Return the rows of all visible entries in corpus order: by source, then by place in it."""
    cursor = conn.execute(
        "SELECT e.row FROM sources s JOIN entries e ON e.source = s.row WHERE e.visible ORDER BY s.ordinal, e.place, e.row"
    )
    return array("q", (row[0] for row in cursor))


def any_at_all(conn: Connection) -> bool:
    """Return whether the file holds an entry, seen or not."""
    return conn.execute("SELECT 1 FROM entries LIMIT 1").fetchone() is not None


def count(conn: Connection) -> int:
    """Return how many entries are visible."""
    return int(conn.execute("SELECT count(*) FROM entries WHERE visible").fetchone()[0])


_ENTRY = (
    "SELECT e.row, e.id, e.text, "
    "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'title'), e.title), "
    "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'published'), e.published), e.published_written, "
    "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'author'), e.author), s.name, e.meta "
    "FROM entries e JOIN sources s ON s.row = e.source "
)


def read_entry(conn: Connection, row: int) -> Entry:
    """Return an entry, corrections of title, author and date included. Raises KeyError where there is no such row."""
    found = conn.execute(_ENTRY + "WHERE e.row = ?", (row,)).fetchone()
    if found is None:
        raise KeyError(row)
    return _entry(found)


def read_entries(conn: Connection, rows: Iterable[int]) -> list[Entry]:
    """Return several entries in the order asked for."""
    found = {each[0]: _entry(each) for each in conn.execute(_ENTRY + "WHERE e.row IN (SELECT value FROM json_each(?))", (_listed(rows),))}
    return [found[row] for row in rows if row in found]


def _entry(row: Sequence[Any]) -> Entry:
    entry_row, entry_id, text, title, published, written, author, source, meta = row
    return Entry(entry_row, entry_id, text, title, published, written, author, source, json.loads(meta) if meta else {})


def headings(conn: Connection, rows: Sequence[int], layer: int) -> list[Heading]:
    """Return what the list shows of some entries, in the order asked for."""
    query = (
        "SELECT e.row, coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'title'), e.title), "
        "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'published'), e.published), "
        "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'author'), e.author), s.name, "
        "(SELECT state FROM states t WHERE t.entry = e.row AND t.layer = :layer), "
        "EXISTS (SELECT 1 FROM flags f WHERE f.entry = e.row AND f.layer = :layer AND f.name = 'flag'), "
        "EXISTS (SELECT 1 FROM flags f WHERE f.entry = e.row AND f.layer = :layer AND f.name = 'unsure'), "
        "(SELECT count(*) FROM comments k WHERE k.entry = e.row), substr(e.text, 1, 120) "
        "FROM entries e JOIN sources s ON s.row = e.source WHERE e.row IN (SELECT value FROM json_each(:rows))"
    )
    found = {}
    for r in conn.execute(query, {"layer": layer, "rows": _listed(rows)}):
        title = r[1] or " ".join(r[9].split())
        found[r[0]] = Heading(r[0], title, r[2], r[3], r[4], State(r[5] or "fresh"), bool(r[6]), bool(r[7]), r[8])
    return [found[row] for row in rows if row in found]


def rows_with_id(conn: Connection, beginning: str) -> list[int]:
    """Return the rows of the entries whose id, in hexadecimal, begins so."""
    found = conn.execute("SELECT row FROM entries WHERE lower(hex(id)) LIKE ? || '%' LIMIT 2", (beginning,))
    return [row[0] for row in found]


def decided_on(conn: Connection, entry: int) -> tuple[int, tuple[str, ...]]:
    """Return how many decisions people made on an entry, and who they are."""
    made = "FROM decisions d JOIN entries e ON e.id = d.entry WHERE e.row = ? AND d.kind != 'import'"
    total = conn.execute(f"SELECT count(*) {made}", (entry,)).fetchone()[0]
    people = conn.execute(
        f"SELECT DISTINCT p.name {made.replace('WHERE', 'JOIN people p ON p.id = d.annotator WHERE')} ORDER BY 1", (entry,)
    )
    return int(total), tuple(row[0] for row in people)


def state(conn: Connection, entry: int, layer: int) -> State:
    """Return how far a layer is with an entry."""
    row = conn.execute("SELECT state FROM states WHERE entry = ? AND layer = ?", (entry, layer)).fetchone()
    return State(row[0]) if row else State.FRESH


def rows_in_state(conn: Connection, layer: int, state: State) -> set[int]:
    """Return the rows of the entries that a layer has in a state (not: fresh)."""
    return {row[0] for row in conn.execute("SELECT entry FROM states WHERE layer = ? AND state = ?", (layer, state.value))}


def closed_among(conn: Connection, rows: Iterable[int], layer: int) -> set[int]:
    """Return which of some entries a layer has done or skipped."""
    query = "SELECT entry FROM states WHERE entry IN (SELECT value FROM json_each(?)) AND layer = ? AND state IN ('done', 'skipped')"
    return {row[0] for row in conn.execute(query, (_listed(rows), layer))}


def texts(conn: Connection, rows: Iterable[int]) -> Iterator[tuple[int, Id, str]]:
    """Yield row, id and text of some entries."""
    yield from conn.execute("SELECT row, id, text FROM entries WHERE row IN (SELECT value FROM json_each(?))", (_listed(rows),))


def ids(conn: Connection, rows: Iterable[int]) -> list[tuple[int, Id]]:
    """Return row and id of some entries, by row."""
    return conn.execute(
        "SELECT row, id FROM entries WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row", (_listed(rows),)
    ).fetchall()


def comments(conn: Connection, entry: int) -> list[Comment]:
    """Return the remarks on an entry, oldest first."""
    query = "SELECT id, author, time, text, about FROM comments WHERE entry = ? ORDER BY time, id"
    return [Comment(*row) for row in conn.execute(query, (entry,))]


def flagged(conn: Connection, entry: int, layer: int, name: str) -> set[bytes]:
    """Return what carries a flag in an entry: spans by id, b"" for the entry itself."""
    return {row[0] for row in conn.execute("SELECT about FROM flags WHERE entry = ? AND layer = ? AND name = ?", (entry, layer, name))}


def _listed(rows: Iterable[int]) -> str:
    return json.dumps(list(rows))
