"""The part of the log that came after a moment, or that another copy of the project lacks; read only, in the corpus's order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from annotator.core.ids import Id
from annotator.store.database import address, open_file
from annotator.store.foreign import check_schema

_LACKS = "NOT IN (SELECT id FROM old.decisions)"
_SEEN = "JOIN entries e ON e.id = {} AND e.visible"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the log: an SQL condition on decisions `d`, and its values."""

    where: str
    values: tuple[str, ...] = ()


def later_than(moment: str) -> Part:
    """Return the decisions of a moment (ISO 8601 in UTC) and after it, by the clocks of those who decided."""
    return Part("d.time >= ?", (moment,))


@contextmanager
def lacking(conn: Connection, copy: Path) -> Iterator[Part]:
    """Attach an older copy of the project, and give the decisions that it lacks. Raises as `open_file` does where it is no project.

    The copy may be a stranger's: it is attached only where all it holds is as in a project, so that no view stands for a table.
    """
    other = open_file(copy, read_only=True)
    try:
        check_schema(other, copy)
    finally:
        other.close()
    conn.execute("ATTACH DATABASE ? AS old", (address(copy, read_only=True),))
    try:
        yield Part(f"d.id {_LACKS}")
    finally:
        conn.execute("DETACH DATABASE old")


def decided(conn: Connection, part: Part) -> list[tuple[int, str, Id, int, str]]:
    """Return entry's row, kind, annotator, how many, and when last, for what was decided on entries that are seen.

    What was undone, redone, withdrawn or restored counts on each entry that the cancelled step decided on.
    """
    direct = (
        f"SELECT e.row, d.kind, d.annotator, count(*), max(d.time) FROM decisions d {_SEEN.format('d.entry')} "
        f"WHERE {part.where} GROUP BY e.row, d.kind, d.annotator"
    )
    by_cancelling = (
        "SELECT e.row, d.kind, d.annotator, count(DISTINCT d.id), max(d.time) FROM decisions d JOIN steps s ON s.id = d.step "
        f"JOIN decisions x ON x.step = s.cancels {_SEEN.format('x.entry')} WHERE {part.where} GROUP BY e.row, d.kind, d.annotator"
    )
    return [*conn.execute(direct, part.values), *conn.execute(by_cancelling, part.values)]


def on_no_entry(conn: Connection, part: Part) -> list[tuple[str, Id, int, str]]:
    """Return name, annotator, decisions and time of the steps that decided on no entry: scheme, guidelines, sources, people."""
    query = (
        "SELECT s.name, d.annotator, count(*), max(d.time) FROM decisions d JOIN steps s ON s.id = d.step "
        f"WHERE {part.where} AND d.entry IS NULL AND s.cancels IS NULL GROUP BY d.step ORDER BY max(d.clock), d.device"
    )
    return list(conn.execute(query, part.values))


def imported(conn: Connection, part: Part) -> set[int]:
    """Return the rows of the sources that came in."""
    query = (
        "SELECT s.row FROM decisions d JOIN sources s ON lower(hex(s.id)) = json_extract(d.after, '$.source') "
        f"WHERE {part.where} AND d.kind = 'import' AND d.entry IS NULL"
    )
    return {row for (row,) in conn.execute(query, part.values)}


def only_in(conn: Connection, sources: set[int]) -> list[int]:
    """Return the rows of the entries that are seen and stand in none but these sources."""
    listed = ",".join(map(str, sorted(sources)))
    query = (
        f"SELECT e.row FROM entries e WHERE e.visible AND e.source IN ({listed}) "
        f"AND NOT EXISTS (SELECT 1 FROM entry_sources o WHERE o.entry = e.row AND o.source NOT IN ({listed}))"
    )
    return [row for (row,) in conn.execute(query)] if sources else []


def count(conn: Connection, part: Part) -> int:
    """Return how many decisions there are in all."""
    return int(conn.execute(f"SELECT count(*) FROM decisions d WHERE {part.where}", part.values).fetchone()[0])
