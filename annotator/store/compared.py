"""What layers hold of entries, as comparing them needs it: a batch of entries at a time, in corpus order."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any

from annotator.core.ids import Id
from annotator.core.rules import Place


@dataclass(slots=True)
class LayerWork:
    """One layer's work on an entry: begun or done, its places with label ids, and whether suggestions were shown (None: not known)."""

    done: bool = False
    places: list[Place] = field(default_factory=list)
    shown: bool | None = None


@dataclass(frozen=True, slots=True)
class EntryWorks:
    """An entry with the work of each layer that began it; `published` is ISO 8601 or "", corrections included."""

    row: int
    id: Id
    text: str
    source: str
    published: str
    layers: Mapping[Id, LayerWork]


@dataclass(frozen=True, slots=True)
class SettledPlace:
    """A place of the adjudicated layer as it was settled. `ground` is what was read there then, as the decision keeps it (JSON)."""

    entry: int
    id: Id
    start: int
    end: int
    how: str
    adjudicator: Id
    contested: bool
    time: str
    after: str
    ground: str


def works(conn: Connection, rows: Sequence[int], layers: Iterable[Id], *, shown: bool = False) -> list[EntryWorks]:
    """Return what some layers hold of some entries, in the order of the rows. `shown` asks the log whether suggestions were shown."""
    wanted = set(layers)
    names = {row: identity for row, identity in conn.execute("SELECT row, id FROM layers") if identity in wanted}
    listed = json.dumps(list(rows))
    chosen = "IN (SELECT value FROM json_each(?))"
    held: dict[int, dict[Id, LayerWork]] = {row: {} for row in rows}
    for entry, layer, state in conn.execute(f"SELECT entry, layer, state FROM states WHERE entry {chosen}", (listed,)):
        if layer in names:
            held[entry][names[layer]] = LayerWork(state == "done")
    spans = (
        'SELECT s.entry, s.layer, s.start, s."end", l.id FROM spans s JOIN labels l ON l.row = s.resolved '
        f"WHERE s.shown AND s.entry {chosen}"
    )
    for entry, layer, start, end, label in conn.execute(spans, (listed,)):
        if layer in names:
            held[entry].setdefault(names[layer], LayerWork()).places.append((start, end, label))
    if shown:
        _note_shown(conn, listed, held)
    query = (
        "SELECT e.row, e.id, e.text, s.name, "
        "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'published'), e.published) "
        "FROM json_each(?) j JOIN entries e ON e.row = j.value JOIN sources s ON s.row = e.source ORDER BY j.key"
    )
    return [EntryWorks(row[0], row[1], row[2], row[3], row[4], held[row[0]]) for row in conn.execute(query, (listed,))]


def _note_shown(conn: Connection, listed: str, held: dict[int, dict[Id, LayerWork]]) -> None:
    query = (
        "SELECT e.row, d.layer, max(json_extract(d.conditions, '$.shown')) FROM json_each(?) j JOIN entries e ON e.row = j.value "
        "JOIN decisions d ON d.entry = e.id WHERE d.layer IS NOT NULL AND d.kind NOT IN ('import', 'metadata', 'hide') GROUP BY 1, 2"
    )
    joined = dict(conn.execute("SELECT id, joined FROM people WHERE joined IS NOT NULL"))
    for entry, layer, told in conn.execute(query, (listed,)):
        work = held[entry].get(joined.get(layer, layer))
        if work is not None and told is not None:
            work.shown = bool(told) if work.shown is None else work.shown or bool(told)


def rows(conn: Connection, *, practice: bool = False) -> array[int]:
    """Return the rows of all visible entries in corpus order; those that somebody practises on only where asked for."""
    out = "" if practice else "AND e.row NOT IN (SELECT entry FROM assignments WHERE practice IS NOT NULL)"
    query = f"SELECT e.row FROM sources s JOIN entries e ON e.source = s.row WHERE e.visible {out} ORDER BY s.ordinal, e.place, e.row"
    return array("q", (row[0] for row in conn.execute(query)))


def rows_of(conn: Connection, entries: Iterable[Id]) -> dict[Id, int]:
    """Return the rows of some entries by their ids."""
    return {each: conn.execute("SELECT row FROM entries WHERE id = ?", (each,)).fetchone()[0] for each in entries}


def looked_at(conn: Connection) -> set[int]:
    """Return the rows of the entries that a suggester looked at."""
    return {row[0] for row in conn.execute("SELECT entry FROM suggested UNION SELECT entry FROM suggestions")}


def any_hidden(conn: Connection) -> bool:
    """Return whether anything was decided where suggestions were withheld from somebody else than all: whether there is a control group."""
    return conn.execute("SELECT 1 FROM assignments WHERE control LIMIT 1").fetchone() is not None


_SETTLED = (
    "SELECT t.entry, t.id, t.start, t.\"end\", t.how, t.adjudicator, t.contested, d.time, d.after, coalesce(d.answered, '{}') "
    "FROM settlements t JOIN decisions d ON d.id = t.id JOIN entries e ON e.row = t.entry "
)


def settled(conn: Connection, entries: Sequence[int] | None = None) -> list[SettledPlace]:
    """Return the settlements in force, of some entries or of all visible ones, in corpus order."""
    where = "e.visible" if entries is None else "t.entry IN (SELECT value FROM json_each(:rows))"
    query = f'{_SETTLED} JOIN sources s ON s.row = e.source WHERE {where} ORDER BY s.ordinal, e.place, e.row, t.start, t."end", t.id'
    return [_place(row) for row in conn.execute(query, {"rows": json.dumps(list(entries or ()))})]


def settled_last(conn: Connection, how: str, most: int) -> list[SettledPlace]:
    """Return the settlements of visible entries that came in one way, the latest first; only so many are read whole."""
    latest = (
        "WITH latest AS (SELECT t.entry AS its, t.id AS one, d.time AS at FROM settlements t JOIN decisions d ON d.id = t.id "
        "JOIN entries e ON e.row = t.entry WHERE t.how = ? AND e.visible ORDER BY at DESC, one DESC LIMIT ?) "
    )
    query = f"{latest} {_SETTLED} WHERE (t.entry, t.id) IN (SELECT its, one FROM latest) ORDER BY d.time DESC, t.id DESC"
    return [_place(row) for row in conn.execute(query, (how, most))]


def _place(row: tuple[Any, ...]) -> SettledPlace:
    return SettledPlace(row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6]), row[7], row[8], row[9])
