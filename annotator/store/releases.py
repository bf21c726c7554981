"""Entries with their spans as an export takes them: streamed in corpus order, a batch at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from annotator.core.ids import Id
from annotator.core.model import State

BATCH = 400

_STATES = {each.value: each for each in State}
SpanRow = tuple[int, int, str, str, float | None, str]
"""start, end, label key, origin, score, the annotator's name"""


class EntryRow(NamedTuple):
    """An entry on its way out; `spans` are sorted by start, end, label key. One a row: made quickly."""

    row: int
    id: Id
    text: str
    title: str
    published: str
    author: str
    source: str
    state: State
    meta: str
    spans: list[SpanRow]


_ORDER = "FROM sources s JOIN entries e ON e.source = s.row WHERE e.visible"
_ENTRIES = (
    "SELECT e.row, e.id, e.text, coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'title'), e.title), "
    "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'published'), e.published), "
    "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'author'), e.author), s.name, "
    "coalesce((SELECT state FROM states t WHERE t.entry = e.row AND t.layer = ?), 'fresh'), e.meta "
    "FROM json_each(?) j JOIN entries e ON e.row = j.value JOIN sources s ON s.row = e.source ORDER BY j.key"
)
_SPANS = (
    "SELECT s.entry, s.start, s.\"end\", l.key, s.origin, s.score, coalesce(p.name, '') FROM spans s JOIN labels l ON l.row = s.resolved "
    "JOIN decisions d ON d.row = s.decision LEFT JOIN people p ON p.id = d.annotator "
    'WHERE s.entry IN (SELECT value FROM json_each(?)) AND s.layer = ? AND s.shown ORDER BY s.entry, s.start, s."end", l.key'
)


def comments(conn: Connection, chosen: Sequence[int]) -> dict[int, list[tuple[str, str, str, int | None, int | None]]]:
    """Return the remarks on some entries (rows), oldest first: author's name, time, text, and start and end of the span they are on."""
    query = (
        "SELECT c.entry, coalesce(p.name, ''), c.time, c.text, min(s.start), min(s.\"end\") FROM json_each(?) j "
        "JOIN comments c ON c.entry = j.value LEFT JOIN people p ON p.id = c.author "
        "LEFT JOIN spans s ON s.entry = c.entry AND s.id = c.about GROUP BY c.id ORDER BY c.entry, c.time, 2, c.text"
    )
    found: dict[int, list[tuple[str, str, str, int | None, int | None]]] = {}
    for entry, *comment in conn.execute(query, (json.dumps(list(chosen)),)):
        author, time, text, start, end = comment
        found.setdefault(entry, []).append((author, time, text, start, end))
    return found


_NO_PRACTICE = (
    "AND NOT EXISTS (SELECT 1 FROM assignments a JOIN layers y ON y.id = a.person "
    "WHERE a.entry = e.row AND y.row = :layer AND a.practice IS NOT NULL) "
)


def rows(conn: Connection, layer: int, *, done_only: bool, practice: bool = False) -> list[int]:
    """Return the rows of the entries that go out, in corpus order.

    What the layer's person only practised on stays here unless `practice` asks for it.
    """
    done = "AND EXISTS (SELECT 1 FROM states t WHERE t.entry = e.row AND t.layer = :layer AND t.state = 'done') " if done_only else ""
    query = f"SELECT e.row {_ORDER} {done}{'' if practice else _NO_PRACTICE}ORDER BY s.ordinal, e.place, e.id"
    return [row[0] for row in conn.execute(query, {"layer": layer})]


def entries(conn: Connection, chosen: Sequence[int], layer: int) -> Iterator[EntryRow]:
    """Yield entries with their spans in a layer, in the order of the rows given."""
    for first in range(0, len(chosen), BATCH):
        listed = json.dumps(list(chosen[first : first + BATCH]))
        spans: dict[int, list[SpanRow]] = {}
        for row in conn.execute(_SPANS, (listed, layer)):
            spans.setdefault(row[0], []).append(row[1:])
        for r in conn.execute(_ENTRIES, (layer, listed)):
            yield EntryRow(r[0], r[1], r[2], r[3], r[4], r[5], r[6], _STATES[r[7]], r[8], spans.get(r[0], []))


def source_counts(conn: Connection, layer: int, *, done_only: bool, practice: bool = False) -> dict[str, int]:
    """Return how many of the entries that go out each source has, by its name."""
    counts: dict[str, int] = {}
    done = "AND EXISTS (SELECT 1 FROM states t WHERE t.entry = e.row AND t.layer = :layer AND t.state = 'done') " if done_only else ""
    out = "" if practice else _NO_PRACTICE
    for name, n in conn.execute(f"SELECT s.name, count(*) {_ORDER} {done}{out}GROUP BY s.row ORDER BY s.ordinal", {"layer": layer}):
        counts[name] = counts.get(name, 0) + n
    return counts


def layer_contents(conn: Connection) -> list[tuple[Id, str, str, int, int, int]]:
    """Return each layer that holds anything: id, kind, name, spans shown, entries done, entries begun or more."""
    query = (
        "SELECT y.id, y.kind, CASE WHEN y.kind = 'person' THEN coalesce(p.name, y.name) ELSE y.name END, "
        "(SELECT coalesce(sum(n), 0) FROM counters c WHERE c.layer = y.row AND c.kind = 'label'), "
        "(SELECT coalesce(sum(n), 0) FROM counters c WHERE c.layer = y.row AND c.kind = 'state' AND c.key = 'done'), "
        "(SELECT coalesce(sum(n), 0) FROM counters c WHERE c.layer = y.row AND c.kind = 'state') "
        "FROM layers y LEFT JOIN people p ON p.id = y.id ORDER BY y.kind DESC, 3, y.id"
    )
    return [row for row in conn.execute(query) if row[3] or row[5]]
