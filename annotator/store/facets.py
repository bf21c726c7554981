"""Which entries one filter lets through: rows of entries, hidden ones too, each by one pass over the table that knows.

None of these builds a list of numbers into its query: where answers are brought together, the caller does it with sets.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from sqlite3 import Connection

from annotator.core.model import Overlap
from annotator.store.roster import IS_OFF


def in_states(conn: Connection, layer: int, states: Iterable[str]) -> set[int]:
    """Return the entries that a layer has in one of some states; "fresh" ones have no row here, see `begun`."""
    return {row for state in states for (row,) in conn.execute("SELECT entry FROM states WHERE layer = ? AND state = ?", (layer, state))}


def touched(conn: Connection, layer: int) -> set[int]:
    """Return the entries that a layer has begun, done or skipped."""
    return {row for (row,) in conn.execute("SELECT entry FROM states WHERE layer = ?", (layer,))}


def flagged(conn: Connection, layer: int, name: str) -> set[int]:
    """Return the entries that a layer has flagged ("flag" or "unsure"), themselves or one of their spans."""
    return {row for (row,) in conn.execute("SELECT entry FROM flags WHERE layer = ? AND name = ?", (layer, name))}


def commented(conn: Connection) -> set[int]:
    """Return the entries that carry a remark."""
    return {row for (row,) in conn.execute("SELECT DISTINCT entry FROM comments")}


def with_label(conn: Connection, layer: int, labels: Iterable[bytes]) -> set[int]:
    """Return the entries in which a layer has a span of one of some labels (ids)."""
    query = "SELECT DISTINCT s.entry FROM spans s WHERE s.resolved = (SELECT row FROM labels WHERE id = ?) AND s.layer = ? AND s.shown"
    return {row for label in labels for (row,) in conn.execute(query, (label, layer))}


def with_span(conn: Connection, layer: int) -> set[int]:
    """Return the entries in which a layer has a span."""
    labels = [row[0] for row in conn.execute("SELECT id FROM labels")]
    return with_label(conn, layer, labels)


def mentioned(conn: Connection, layer: int, length: int, rows: Collection[int] | None = None) -> Iterator[tuple[int, str]]:
    """Yield entry and text of the shown spans of a layer that are about so many code points long: half as long to four times as long.

    With `rows`, which are to be few, only those of these entries.
    """
    query = (
        'SELECT s.entry, substr(e.text, s.start + 1, s."end" - s.start) FROM spans s JOIN entries e ON e.row = s.entry '
        'WHERE s.layer = ? AND s.shown AND s."end" - s.start BETWEEN ? AND ?'
    )
    values: tuple[object, ...] = (layer, length // 2, 4 * length + 3)
    if rows is not None:
        query += " AND s.entry IN (SELECT value FROM json_each(?))"
        values = (*values, json.dumps(list(rows)))
    yield from conn.execute(query, values)


def in_sources(conn: Connection, sources: Iterable[int]) -> set[int]:
    """Return the entries that came in with one of some sources; an entry can have two."""
    return {row for source in sources for (row,) in conn.execute("SELECT entry FROM entry_sources WHERE source = ?", (source,))}


_WAITING = """
FROM suggestions g JOIN labels l ON l.row = g.label JOIN labels t ON t.id = coalesce(l.alias, l.id)
WHERE NOT t.retired AND g.suggester NOT IN {off} {more}
AND NOT EXISTS (SELECT 1 FROM spans s JOIN labels r ON r.row = s.resolved
    WHERE s.entry = g.entry AND s.layer = :layer AND s.shown AND ({forbidden}))
AND NOT EXISTS (SELECT 1 FROM rejections x JOIN labels r ON r.row = x.label
    WHERE x.entry = g.entry AND x.layer = :layer AND x.start = g.start AND x."end" = g."end" AND r.id = t.id)
AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.entry = g.entry AND a.person = :person AND a.control)
"""
# What core.rules.pending says, in the words of the tables.
_FORBIDDEN = {
    Overlap.FLAT: 's.start < g."end" AND g.start < s."end"',
    Overlap.NESTED: (
        '(s.start = g.start AND s."end" = g."end" AND r.id = t.id) '
        'OR (g.start < s.start AND s.start < g."end" AND g."end" < s."end") '
        'OR (s.start < g.start AND g.start < s."end" AND s."end" < g."end")'
    ),
}
_OF_OPEN = (
    "AND (g.suggester != :memory OR EXISTS "
    "(SELECT 1 FROM states c WHERE c.entry = g.entry AND c.layer = :layer AND c.state IN ('done', 'skipped')))"
)


def waiting(
    conn: Connection, layer: int, person: bytes, overlap: Overlap, *, suggesters: Sequence[str] = (), labels: Sequence[bytes] = (),
    scores: Sequence[tuple[float, float]] = (), live: str = "", rows: Collection[int] | None = None,
) -> set[int]:  # fmt: skip
    """Return the entries in which a stored suggestion waits for the layer's answer that is of one of these suggesters, of one of these
    labels (ids) and within one of these ranges, each where it is not empty; a suggestion without a score counts as .60.

    What a suggester that is switched off proposes does not wait, and an entry of the person's control group has none. With `rows`, which
    are to be few, only those entries are looked at. `live` names the suggester whose stored rows do not count in open entries, since it
    proposes there anew.
    """
    more, values = _narrowed(suggesters, labels, scores)
    values |= {"layer": layer, "person": person, "memory": live}
    if rows is not None:
        more += " AND g.entry IN (SELECT value FROM json_each(:rows))"
        values["rows"] = json.dumps(list(rows))
    query = "SELECT DISTINCT g.entry " + _WAITING.format(more=more + (_OF_OPEN if live else ""), off=IS_OFF, forbidden=_FORBIDDEN[overlap])
    return {row for (row,) in conn.execute(query, values)}


def waiting_scores(conn: Connection, layer: int, person: bytes, overlap: Overlap) -> Iterator[tuple[int, float]]:
    """Yield the entry of each place and label that is suggested and waits, by entry, and the probability that all who suggest it are wrong.

    That is (1−p₁)(1−p₂)…, and .40 where none gave a score. Nothing is told of entries that the layer has done or skipped, nor of the
    person's control group.
    """
    open_ = "AND NOT EXISTS (SELECT 1 FROM states c WHERE c.entry = g.entry AND c.layer = :layer AND c.state IN ('done', 'skipped'))"
    query = (
        'SELECT g.entry, g.start, g."end", t.row, g.score '
        + _WAITING.format(more=open_, off=IS_OFF, forbidden=_FORBIDDEN[overlap])
        + 'ORDER BY g.entry, g.start, g."end"'
    )
    place: tuple[int, int, int] | None = None
    wrong: dict[int, float] = {}
    for entry, start, end, label, score in conn.execute(query, {"layer": layer, "person": person}):
        if (entry, start, end) != place:
            if place is not None:
                yield from ((place[0], each) for each in wrong.values())
            place, wrong = (entry, start, end), {}
        if label not in wrong:
            wrong[label] = 0.4 if score is None else 1.0 - score
        elif score is not None:
            wrong[label] *= 1.0 - score
    if place is not None:
        yield from ((place[0], each) for each in wrong.values())


def control(conn: Connection, person: bytes) -> set[int]:
    """Return the entries of a person's control group."""
    return {row for (row,) in conn.execute("SELECT entry FROM assignments WHERE person = ? AND control", (person,))}


def suggesters(conn: Connection) -> list[str]:
    """Return the names of who suggested something, also where nothing of it is left."""
    query = (
        "WITH RECURSIVE named (name) AS (SELECT min(suggester) FROM suggested UNION ALL "
        "SELECT (SELECT min(suggester) FROM suggested WHERE suggester > named.name) FROM named WHERE named.name IS NOT NULL) "
        "SELECT name FROM named WHERE name IS NOT NULL"
    )
    looked = {row[0] for row in conn.execute(query)}
    # Those that came in with a file are in no run.
    return sorted(looked | {row[0] for row in conn.execute("SELECT DISTINCT suggester FROM suggestions")})


def sources(conn: Connection) -> list[tuple[int, str]]:
    """Return row and name of the sources in force, in their order."""
    return conn.execute("SELECT row, name FROM sources WHERE live AND NOT hidden ORDER BY ordinal, row").fetchall()


def _narrowed(
    suggesters: Sequence[str], labels: Sequence[bytes], scores: Sequence[tuple[float, float]]
) -> tuple[str, dict[str, object]]:  # fmt: skip
    parts: list[str] = []
    values: dict[str, object] = {}
    groups: tuple[tuple[str, list[dict[str, object]]], ...] = (
        ("g.suggester = :suggester{n}", [{"suggester": each} for each in suggesters]),
        ("t.id = :label{n}", [{"label": each} for each in labels]),
        ("coalesce(g.score, 0.6) BETWEEN :low{n} AND :high{n}", [{"low": low, "high": high} for low, high in scores]),
    )
    for clause, given in groups:
        if given:
            parts.append(f"AND ({' OR '.join(clause.format(n=n) for n in range(len(given)))})")
            values |= {f"{name}{n}": value for n, each in enumerate(given) for name, value in each.items()}
    return " ".join(parts), values
