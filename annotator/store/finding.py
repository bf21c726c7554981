"""Which entries hold some words, which stand in a state, and where days begin in the corpus."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from sqlite3 import Connection

_ORDERED = "FROM sources s JOIN entries e ON e.source = s.row WHERE e.visible {more} ORDER BY s.ordinal, e.place, e.row"


def rows_with_words(conn: Connection, words: Iterable[str]) -> array[int]:
    """Return the rows of visible entries whose title or text holds every word, in corpus order; the last word may be a beginning.

    Every word is quoted, so that nothing of the query language of FTS5 reaches it.
    """
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    if not quoted:
        return array("q")
    more = "AND e.row IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)"
    return array("q", (row[0] for row in conn.execute("SELECT e.row " + _ORDERED.format(more=more), (" ".join(quoted) + "*",))))


def flagged_rows(conn: Connection, layer: int, name: str) -> set[int]:
    """Return the rows of the entries that a layer has flagged, themselves or one of their spans."""
    return {row[0] for row in conn.execute("SELECT entry FROM flags WHERE layer = ? AND name = ?", (layer, name))}


def published(conn: Connection) -> list[tuple[int, str]]:
    """Return (row, date and time as ISO 8601 or "") of all visible entries in corpus order, corrections included."""
    corrected = dict(conn.execute("SELECT entry, value FROM corrections WHERE field = 'published'").fetchall())
    found = conn.execute("SELECT e.row, e.published " + _ORDERED.format(more=""))
    return [(row, corrected.get(row, written)) for row, written in found]


def people(conn: Connection) -> int:
    """Return how many people have a layer of decisions in the project."""
    return int(conn.execute("SELECT count(*) FROM layers WHERE kind = 'person'").fetchone()[0])


def row_of(conn: Connection, entry: bytes) -> int | None:
    """Return the row of a visible entry by its id."""
    found = conn.execute("SELECT row FROM entries WHERE id = ? AND visible", (entry,)).fetchone()
    return None if found is None else int(found[0])
