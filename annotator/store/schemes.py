"""Rows to labels and people."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Connection

from annotator.core.ids import Id
from annotator.core.model import Label, Layer, LayerKind, Overlap, Person, Scheme


@dataclass(frozen=True, slots=True)
class GuidelineVersion:
    """A guideline that a label had: its number, who wrote it and when ("" where it came with the scheme)."""

    number: int
    text: str
    author: str = ""
    time: str = ""


_LABEL = "id, key, name, shortcut, colour, guideline, retired, ord"


def read_scheme(conn: Connection) -> Scheme:
    """Return the labels in their order, merged ones as aliases, and the overlap rule."""
    facts = dict(conn.execute("SELECT name, value FROM facts WHERE name IN ('overlap', 'name')"))
    labels = tuple(
        Label(row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6]), row[7])
        for row in conn.execute(f"SELECT {_LABEL} FROM labels ORDER BY ord, key, id")
    )
    aliases = dict(conn.execute("SELECT id, alias FROM labels WHERE alias IS NOT NULL"))
    return Scheme(facts.get("name", ""), labels, Overlap(facts.get("overlap", "flat")), aliases)


def unknown_key(label: Id) -> str:
    """Return the key under which a label stands that nobody described to this file."""
    return f"UNKNOWN_{label.hex()[:6].upper()}"


def guideline_version(conn: Connection, label: Id) -> int:
    """Return the number of the label's guideline in force; 0 before the first edit."""
    row = conn.execute("SELECT guideline_version FROM labels WHERE id = ?", (label,)).fetchone()
    return int(row[0]) if row else 0


def guidelines(conn: Connection, label: Id, present: str) -> list[GuidelineVersion]:
    """Return the guidelines that a label had, oldest first, from the log; `present` is the one in force."""
    query = (
        "SELECT json_extract(d.after, '$.version'), json_extract(d.after, '$.text'), coalesce(p.name, lower(hex(d.annotator))), d.time, "
        "json_extract(d.before, '$.text') FROM decisions d LEFT JOIN people p ON p.id = d.annotator WHERE d.entry IS NULL "
        "AND d.kind = 'guideline' AND json_extract(d.after, '$.label') = ? AND d.step NOT IN (SELECT step FROM cancelled) "
        "ORDER BY d.clock, d.device, d.id"
    )
    rows = conn.execute(query, (label.hex(),)).fetchall()
    first = rows[0][4] if rows else present
    return [*([GuidelineVersion(0, first)] if first else []), *(GuidelineVersion(*row[:4]) for row in rows)]


def label_rows(conn: Connection) -> dict[int, Id]:
    """Return the ids of the labels by their row in this file."""
    return dict(conn.execute("SELECT row, id FROM labels"))


def read_people(conn: Connection) -> list[Person]:
    """Return the people of the project, by name; joined ones under the id they were joined into."""
    return [Person(*row) for row in conn.execute("SELECT id, name FROM people WHERE joined IS NULL ORDER BY name, id")]


def joined_people(conn: Connection) -> dict[Id, Id]:
    """Return under which id people count who were found to be another one; of people joined in a circle the least id stands for all."""
    direct = dict(conn.execute("SELECT id, joined FROM people WHERE joined IS NOT NULL"))
    found = {}
    for person in direct:
        seen = [person]
        while (target := direct.get(seen[-1])) is not None and target not in seen:
            seen.append(target)
        found[person] = seen[-1] if target is None else min(seen[seen.index(target) :])
    return {person: into for person, into in found.items() if into != person}


def read_layers(conn: Connection) -> list[Layer]:
    """Return the layers that hold or held something, by kind and name."""
    query = (
        "SELECT l.id, l.kind, CASE WHEN l.kind = 'person' THEN coalesce(p.name, l.name) ELSE l.name END AS title "
        "FROM layers l LEFT JOIN people p ON p.id = l.id ORDER BY l.kind, title, l.id"
    )
    return [Layer(row[0], LayerKind(row[1]), row[2]) for row in conn.execute(query)]


def layer_row(conn: Connection, layer: Id) -> int:
    """Return the row of a layer, or 0 (which no layer has) where nothing was decided in it yet."""
    row = conn.execute("SELECT row FROM layers WHERE id = ?", (layer,)).fetchone()
    return int(row[0]) if row else 0


def fact(conn: Connection, name: str) -> str:
    """Return a fact of the project (its name, overlap rule ...), or ""."""
    row = conn.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row and row[0] is not None else ""
