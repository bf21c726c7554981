"""The projection in a form that does not depend on one file: ids in hexadecimal, no row numbers."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Any

from annotator.store import seen

Facts = dict[str, Any]


def projected(conn: Connection) -> dict[str, Facts]:
    """Return what the tables of the projection hold, by part and key."""
    return {
        "span": _spans(conn),
        "rejection": _keys(
            conn,
            'SELECT hex(e.id), hex(y.id), r.start, r."end", hex(l.id) FROM rejections r JOIN entries e ON e.row = r.entry '
            "JOIN layers y ON y.row = r.layer JOIN labels l ON l.row = r.label",
        ),
        "state": {
            f"{e} {y}".lower(): state
            for e, y, state in conn.execute(
                "SELECT hex(e.id), hex(y.id), t.state FROM states t JOIN entries e ON e.row = t.entry JOIN layers y ON y.row = t.layer"
            )
        },
        "flag": _keys(
            conn,
            "SELECT hex(e.id), hex(y.id), f.name, hex(f.about) FROM flags f "
            "JOIN entries e ON e.row = f.entry JOIN layers y ON y.row = f.layer",
        ),
        "comment": {
            c.lower(): [e.lower(), a.lower(), time, text, (about or "").lower()]
            for c, e, a, time, text, about in conn.execute(
                "SELECT hex(c.id), hex(e.id), hex(c.author), c.time, c.text, hex(c.about) FROM comments c JOIN entries e ON e.row = c.entry"
            )
        },
        "correction": {
            f"{e.lower()} {name}": value
            for e, name, value in conn.execute("SELECT hex(e.id), c.field, c.value FROM corrections c JOIN entries e ON e.row = c.entry")
        },
        "label": _labels(conn),
        "person": {
            p.lower(): [name, (into or "").lower()] for p, name, into in conn.execute("SELECT hex(id), name, hex(joined) FROM people")
        },
        "fact": dict(conn.execute("SELECT name, value FROM facts")),
        "entry": seen.projected(conn),
        "cancelled": _keys(conn, "SELECT hex(step) FROM cancelled"),
        "source": {s.lower(): True for (s,) in conn.execute("SELECT hex(id) FROM sources WHERE live")},
        "hidden": _keys(
            conn,
            "SELECT hex(e.id) FROM hidden h JOIN entries e ON e.row = h.entry UNION ALL SELECT hex(id) FROM sources WHERE hidden",
        ),
        "assignment": {
            f"{e} {p}".lower(): [bool(control), bool(again), *([practice.lower()] if practice else ())]
            for e, p, control, again, practice in conn.execute(
                "SELECT hex(e.id), hex(a.person), a.control, a.again, hex(a.practice) FROM assignments a JOIN entries e ON e.row = a.entry"
            )
        },
        "settlement": {
            f"{e} {s}".lower(): [start, end, how, who.lower(), bool(contested)]
            for e, s, start, end, how, who, contested in conn.execute(
                'SELECT hex(e.id), hex(t.id), t.start, t."end", t.how, hex(t.adjudicator), t.contested FROM settlements t '
                "JOIN entries e ON e.row = t.entry"
            )
        },
    }


def _spans(conn: Connection) -> Facts:
    query = (
        'SELECT hex(e.id), hex(s.id), hex(y.id), s.start, s."end", hex(l.id), s.origin, s.score, s.shown FROM spans s '
        "JOIN entries e ON e.row = s.entry JOIN layers y ON y.row = s.layer JOIN labels l ON l.row = s.resolved"
    )
    return {
        f"{entry} {span}".lower(): [layer.lower(), start, end, label.lower(), origin, score, bool(shown)]
        for entry, span, layer, start, end, label, origin, score, shown in conn.execute(query)
    }


def _labels(conn: Connection) -> Facts:
    query = (
        "SELECT hex(id), key, name, shortcut, colour, guideline, guideline_version, retired, ord, hex(alias) FROM labels "
        "WHERE key != 'UNKNOWN_' || upper(substr(hex(id), 1, 6))"
    )
    return {row[0].lower(): [*row[1:9], (row[9] or "").lower()] for row in conn.execute(query)}


def _keys(conn: Connection, query: str) -> Facts:
    return {" ".join(map(_written, row)): True for row in conn.execute(query)}


def _written(part: object) -> str:
    text = str(part)
    return text.lower() if isinstance(part, str) else text
