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


def by_person(conn: Connection, annotator: Id | None = None) -> list[Cost]:
    """Return the cost of each annotator's decisions on entries (imports left out), or of one's."""
    query = (
        "SELECT coalesce(p.name, lower(hex(d.annotator))), count(*), sum(d.kind IN ('accept', 'reject', 'add', 'correct')), "
        "sum(coalesce(json_extract(d.conditions, '$.keys'), 0)), sum(coalesce(json_extract(d.conditions, '$.seconds'), 0)) "
        "FROM decisions d LEFT JOIN people p ON p.id = d.annotator WHERE d.entry IS NOT NULL AND d.kind != 'import' "
        "AND (?1 IS NULL OR d.annotator = ?1) GROUP BY d.annotator ORDER BY 1"
    )
    return [Cost(row[0], row[1], row[2], int(row[3]), float(row[4])) for row in conn.execute(query, (annotator,))]
