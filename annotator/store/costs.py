"""What labelling cost: keys and active seconds, from the conditions that decisions carry."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Connection

from annotator.core.ids import Id


@dataclass(frozen=True, slots=True)
class Cost:
    """Keys and active seconds of one person; `spans` are the decisions that settled one (accept, reject, add, correct)."""

    name: str
    decisions: int
    spans: int
    keys: int
    seconds: float


def by_person(conn: Connection) -> list[Cost]:
    """Return the cost of each annotator's decisions on entries (imports left out); seconds are active ones."""
    query = (
        "SELECT coalesce(p.name, lower(hex(d.annotator))), count(*), sum(d.kind IN ('accept', 'reject', 'add', 'correct')), "
        "sum(coalesce(json_extract(d.conditions, '$.keys'), 0)), sum(coalesce(json_extract(d.conditions, '$.seconds'), 0)) "
        "FROM decisions d LEFT JOIN people p ON p.id = d.annotator WHERE d.entry IS NOT NULL AND d.kind != 'import' "
        "GROUP BY d.annotator ORDER BY 1"
    )
    return [Cost(row[0], row[1], row[2], int(row[3]), float(row[4])) for row in conn.execute(query)]


@dataclass(frozen=True, slots=True)
class Cell:
    """What was done within one hour by one person, of one kind and about one label: how often, and its share of keys and seconds.

    `what` is settled (a span was accepted, rejected, added or corrected), changed (relabelled, moved, removed), entry (done, skipped,
    flagged, remarked on ...) or undone (by a step that no longer counts). `suggester` is "" where a person began the span.
    `hour` is the beginning of the moment as the log writes it: "2031-02-13T09", in UTC.
    """

    hour: str
    annotator: Id
    what: str
    kind: str
    suggester: str
    label: Id | None
    count: int
    keys: float
    seconds: float


# Keys and seconds stand on the first decision of a step; its spans share them alike, for accepting forty at once is one key.
_CELLS = """
WITH shares AS (
    SELECT step, max(kind IN ('accept', 'reject', 'add', 'correct')) AS settles, max(kind IN ('relabel', 'move', 'remove')) AS changes,
        sum(kind IN ('accept', 'reject', 'add', 'correct')) AS settled, sum(kind IN ('relabel', 'move', 'remove')) AS changed,
        count(*) AS n, sum(coalesce(json_extract(conditions, '$.keys'), 0)) AS keys,
        sum(coalesce(json_extract(conditions, '$.seconds'), 0)) AS seconds
    FROM decisions WHERE entry IS NOT NULL AND kind != 'import' GROUP BY step),
told AS (
    SELECT substr(d.time, 1, 13) AS hour, d.annotator, d.kind, d.step, s.keys, s.seconds,
        CASE WHEN d.step IN (SELECT step FROM cancelled) THEN 'undone' WHEN s.settles THEN 'settled' WHEN s.changes THEN 'changed'
            ELSE 'entry' END AS what,
        CASE WHEN s.settles THEN d.kind IN ('accept', 'reject', 'add', 'correct') WHEN s.changes
            THEN d.kind IN ('relabel', 'move', 'remove') ELSE 1 END AS bears,
        CASE WHEN s.settles THEN s.settled WHEN s.changes THEN s.changed ELSE s.n END AS bearers,
        coalesce(json_extract(d.answered, '$.suggester'), '') AS suggester,
        coalesce(json_extract(d.after, '$.label'), json_extract(d.before, '$.label')) AS label
    FROM decisions d JOIN shares s ON s.step = d.step WHERE d.entry IS NOT NULL AND d.kind != 'import')
SELECT hour, annotator, what, kind, suggester, label, count(*), sum(1.0 * keys / bearers), sum(1.0 * seconds / bearers)
FROM told WHERE bears GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
"""


def cells(conn: Connection) -> list[Cell]:
    """Return all that decisions on entries cost, imports left out; the keys and seconds of all cells are those of the log."""
    return [
        Cell(r[0], r[1], r[2], r[3], r[4], None if r[5] is None else bytes.fromhex(r[5]), r[6], float(r[7]), float(r[8]))
        for r in conn.execute(_CELLS)
    ]


def entries_worked_on(conn: Connection) -> dict[Id, set[int]]:
    """Return the rows of the entries that each annotator decided on, imports left out."""
    found: dict[Id, set[int]] = {}
    query = "SELECT DISTINCT d.annotator, e.row FROM decisions d JOIN entries e ON e.id = d.entry WHERE d.kind != 'import'"
    for annotator, row in conn.execute(query):
        found.setdefault(annotator, set()).add(row)
    return found
