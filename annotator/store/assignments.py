"""Who is to label which entries, which of them without suggestions, and whether suggestions were there to be shown."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from annotator.core.ids import Id
from annotator.store.roster import IS_OFF


@dataclass(frozen=True, slots=True)
class AssignedEntry:
    """An entry that is a person's to label; `source` is the source's row."""

    row: int
    entry: Id
    source: int
    person: Id
    control: bool
    again: bool
    practice: Id | None = None
    """The layer that is right in this entry, where it is one to practise on."""


@dataclass(frozen=True, slots=True)
class Dealt:
    """A visible entry as it is dealt out: its row and id, and the id and name of its source."""

    row: int
    entry: Id
    source: Id
    source_name: str


_ORDERED = "FROM sources s JOIN entries e ON e.source = s.row {join} WHERE e.visible ORDER BY s.ordinal, e.place, e.row"


def entries(conn: Connection) -> list[Dealt]:
    """Return all visible entries in corpus order."""
    return [Dealt(*row) for row in conn.execute("SELECT e.row, e.id, s.id, s.name " + _ORDERED.format(join=""))]


def assigned(conn: Connection) -> list[AssignedEntry]:
    """Return all assignments of visible entries, in corpus order."""
    columns = "SELECT e.row, e.id, e.source, a.person, a.control, a.again, a.practice "
    found = conn.execute(columns + _ORDERED.format(join="JOIN assignments a ON a.entry = e.row"))
    return [AssignedEntry(row[0], row[1], row[2], row[3], bool(row[4]), bool(row[5]), row[6]) for row in found]


def of_person(conn: Connection, person: Id) -> list[AssignedEntry]:
    """Return what a person is to label, in corpus order."""
    return [each for each in assigned(conn) if each.person == person]


def control_among(conn: Connection, rows: Iterable[int], person: Id) -> set[int]:
    """Return which of some entries are in a person's control group."""
    query = "SELECT entry FROM assignments WHERE person = ? AND control AND entry IN (SELECT value FROM json_each(?))"
    return {row[0] for row in conn.execute(query, (person, json.dumps(list(rows))))}


def any_control(conn: Connection, person: Id) -> bool:
    """Return whether a person has a control group at all."""
    return conn.execute("SELECT 1 FROM assignments WHERE person = ? AND control LIMIT 1", (person,)).fetchone() is not None


def suggestions_shown(conn: Connection, entry: Id, person: Id, *, live: bool) -> bool:
    """Return whether a person sees suggestions in an entry: a suggester that is on (or `live` memory) looks at it, and
    it is in no control group."""
    query = (
        f"SELECT (?3 OR EXISTS (SELECT 1 FROM suggestions s WHERE s.entry = e.row AND s.suggester NOT IN {IS_OFF}) "
        f"OR EXISTS (SELECT 1 FROM suggested g WHERE g.entry = e.row AND g.suggester NOT IN {IS_OFF})) "
        "AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.entry = e.row AND a.person = ?2 AND a.control) FROM entries e WHERE e.id = ?1"
    )
    row = conn.execute(query, (entry, person, live)).fetchone()
    return bool(row and row[0])


def done_of_assigned(conn: Connection) -> set[tuple[Id, int]]:
    """Return which person is done with which entry (its row) that is theirs: asked one by one, since there may be millions of others."""
    query = (
        "SELECT a.person, a.entry FROM assignments a JOIN layers y ON y.id = a.person "
        "JOIN states t ON t.entry = a.entry AND t.layer = y.row WHERE t.state = 'done'"
    )
    return set(conn.execute(query))


def done_of_layer(conn: Connection, layer: Id) -> set[int]:
    """Return the rows of the entries that a layer is done with."""
    query = "SELECT t.entry FROM states t JOIN layers y ON y.row = t.layer WHERE y.id = ? AND t.state = 'done'"
    return {row[0] for row in conn.execute(query, (layer,))}


def of_entry(conn: Connection, row: int) -> tuple[Dealt | None, list[AssignedEntry]]:
    """Return one visible entry (None where there is no such) and its assignments."""
    where = _ORDERED.replace("e.visible", "e.visible AND e.row = ?")
    found = conn.execute("SELECT e.row, e.id, s.id, s.name " + where.format(join=""), (row,)).fetchone()
    columns = "SELECT e.row, e.id, e.source, a.person, a.control, a.again, a.practice "
    held = conn.execute(columns + where.format(join="JOIN assignments a ON a.entry = e.row"), (row,))
    given = [AssignedEntry(each[0], each[1], each[2], each[3], bool(each[4]), bool(each[5]), each[6]) for each in held]
    return None if found is None else Dealt(*found), given


def practised(conn: Connection) -> set[int]:
    """Return the rows of the entries that somebody is to practise on."""
    return {row[0] for row in conn.execute("SELECT DISTINCT entry FROM assignments WHERE practice IS NOT NULL")}


def is_practice(conn: Connection, entry: int, person: Id) -> bool:
    """Return whether an entry is one that a person is to practise on."""
    query = "SELECT 1 FROM assignments WHERE entry = ? AND person = ? AND practice IS NOT NULL"
    return conn.execute(query, (entry, person)).fetchone() is not None


def practice_of(conn: Connection, person: Id) -> dict[int, Id]:
    """Return the rows of the entries that a person is to practise on, in corpus order, with the layer that is right there."""
    query = "SELECT e.row, a.practice " + _ORDERED.format(join="JOIN assignments a ON a.entry = e.row AND a.person = ?")
    return {row: layer for row, layer in conn.execute(query, (person,)) if layer is not None}
