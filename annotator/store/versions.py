"""Posts that may be two versions of one, and their spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection

from annotator.core.ids import Id
from annotator.core.model import Span
from annotator.core.rules import Place


@dataclass(frozen=True, slots=True)
class Post:
    """An entry as far as finding versions needs it."""

    row: int
    id: Id
    text: str
    title: str
    line: int


# Siblings are other sources in force that share an entry with this one: the same blog, saved at another time.
_CANDIDATES = """
WITH siblings AS (
    SELECT DISTINCT y.source FROM entry_sources x JOIN entry_sources y ON y.entry = x.entry AND y.source != x.source
    JOIN sources s ON s.row = y.source AND s.live WHERE x.source = ?1),
gone AS (
    SELECT e.row, e.id, e.text, e.title, e.author, e.published_written FROM siblings b JOIN entry_sources y ON y.source = b.source
    JOIN entries e ON e.row = y.entry
    WHERE e.published_written != '' AND NOT EXISTS (SELECT 1 FROM entry_sources z WHERE z.source = ?1 AND z.entry = e.row)
      AND NOT EXISTS (SELECT 1 FROM entries n WHERE n.supersedes = e.id))
SELECT e.row, e.id, e.text, e.title, x.line, g.row, g.id, g.text, g.title
FROM entry_sources x JOIN entries e ON e.row = x.entry
JOIN gone g ON g.published_written = e.published_written AND g.author = e.author
WHERE x.source = ?1 AND e.supersedes IS NULL
  AND NOT EXISTS (SELECT 1 FROM entry_sources o WHERE o.entry = e.row AND o.source != ?1)
ORDER BY x.place, g.row
"""


def candidates(conn: Connection, source: int) -> Iterator[tuple[Post, list[Post]]]:
    """Yield each new post of a source with the posts of earlier savings, missing from it, of the same author and time as written."""
    found: dict[int, tuple[Post, list[Post]]] = {}
    for row in conn.execute(_CANDIDATES, (source,)):
        new = found.setdefault(row[0], (Post(*row[:5]), []))
        new[1].append(Post(row[5], row[6], row[7], row[8], 0))
    yield from found.values()


def supersede(conn: Connection, new: int, old: Id) -> None:
    """Note that an entry is the next version of another."""
    conn.execute("UPDATE entries SET supersedes = ? WHERE row = ?", (old, new))


def spans_by_layer(conn: Connection, entry: int) -> dict[Id, list[Span]]:
    """Return the shown spans of an entry by layer."""
    query = (
        'SELECT y.id, s.id, s.start, s."end", l.id, s.origin, s.score FROM spans s JOIN layers y ON y.row = s.layer '
        "JOIN labels l ON l.row = s.resolved WHERE s.entry = ? AND s.shown ORDER BY y.id, s.start, s.id"
    )
    found: dict[Id, list[Span]] = {}
    for row in conn.execute(query, (entry,)):
        found.setdefault(row[0], []).append(Span(*row[1:]))
    return found


def rejections_by_layer(conn: Connection, entry: int) -> dict[Id, list[Place]]:
    """Return what each layer refused in an entry."""
    query = (
        'SELECT y.id, r.start, r."end", l.id FROM rejections r JOIN layers y ON y.row = r.layer JOIN labels l ON l.row = r.label '
        'WHERE r.entry = ? ORDER BY y.id, r.start, r."end", l.id'
    )
    found: dict[Id, list[Place]] = {}
    for row in conn.execute(query, (entry,)):
        found.setdefault(row[0], []).append((row[1], row[2], row[3]))
    return found
