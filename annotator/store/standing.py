"""Where a mention may stand: entries that hold its words, by the full-text index; and what an entry shows of itself beside a hit."""

from __future__ import annotations

import json
import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

import regex

from annotator.core.ids import Id
from annotator.core.model import Span

_TOKEN = regex.compile(r"[\p{L}\p{N}]")
_JOINING = re.compile("[\u02bc\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
"""Scripts without spaces, and the apostrophe that counts as a letter: the index takes what stands beside a mention there for one word
with it, and core.mentions does not."""

_ORDERED = "SELECT e.row FROM sources s JOIN entries e ON e.source = s.row WHERE e.visible {more} ORDER BY s.ordinal, e.place, e.row"


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry that a mention may stand in; `published` as ISO 8601 or "", corrections included."""

    row: int
    id: Id
    text: str
    title: str
    published: str
    source: int


def rows_that_may_hold(conn: Connection, mention: str, *, fold_case: bool) -> array[int]:
    """Return the rows of visible entries, in corpus order, among which are all whose text holds an equal mention.

    The index is asked for the mention's words in a row. It cannot be asked where there is no word in the mention, and where texts hold
    signs that join a name to what stands beside it (`_JOINING`): then every entry is returned.
    """
    if not _TOKEN.search(mention) or _joins(conn):
        return array("q", (row[0] for row in conn.execute(_ORDERED.format(more=""))))
    # Every spelling is quoted, so that nothing of the query language of FTS5 reaches it.
    asked = " OR ".join('"' + each.replace('"', '""') + '"' for each in _spellings(mention, fold_case=fold_case))
    more = "AND e.row IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)"
    return array("q", (row[0] for row in conn.execute(_ORDERED.format(more=more), (f"text : ({asked})",))))


def _spellings(mention: str, *, fold_case: bool) -> list[str]:
    """Return the ways to write a mention that the index takes for different words, though core.mentions does not.

    The index folds case and drops simple accents by itself; it does not compose signs or fold ß.
    """
    forms = {mention}
    if fold_case:
        forms |= {each.replace("ss", "ß") for each in (mention.casefold(),)} | {mention.casefold(), mention.upper(), mention.lower()}
    return sorted({unicodedata.normalize(shape, form) for form in forms for shape in ("NFC", "NFD")})


def _joins(conn: Connection) -> bool:
    # Ten times as quick as GLOB; most texts are seen to be ASCII without being read.
    return any(not row[0].isascii() and _JOINING.search(row[0]) for row in conn.execute("SELECT text FROM entries WHERE visible"))


def standing(conn: Connection, rows: Sequence[int]) -> list[Standing]:
    """Return what some entries are, in the order asked for."""
    query = (
        "SELECT e.row, e.id, e.text, "
        "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'title'), e.title), "
        "coalesce((SELECT value FROM corrections c WHERE c.entry = e.row AND c.field = 'published'), e.published), e.source "
        "FROM entries e WHERE e.row IN (SELECT value FROM json_each(?))"
    )
    found = {each[0]: Standing(*each) for each in conn.execute(query, (json.dumps(list(rows)),))}
    return [found[row] for row in rows if row in found]


def source_of(conn: Connection, row: int) -> int:
    """Return the row of the source that an entry is listed under; 0 where there is no such entry."""
    found = conn.execute("SELECT source FROM entries WHERE row = ?", (row,)).fetchone()
    return int(found[0]) if found else 0


def spans_of(conn: Connection, rows: Iterable[int], layer: int) -> dict[int, list[Span]]:
    """Return the shown spans of a layer in some entries, by entry, by start."""
    query = (
        'SELECT s.entry, s.id, s.start, s."end", l.id, s.origin, s.score FROM spans s JOIN labels l ON l.row = s.resolved '
        'WHERE s.entry IN (SELECT value FROM json_each(?)) AND s.layer = ? AND s.shown ORDER BY s.entry, s.start, s."end" DESC, l.id'
    )
    found: dict[int, list[Span]] = {}
    for entry, *values in conn.execute(query, (json.dumps(list(rows)), layer)):
        found.setdefault(entry, []).append(Span(*values))
    return found


def states_of(conn: Connection, rows: Iterable[int], layer: int) -> dict[int, str]:
    """Return the states of some entries in a layer, fresh ones left out."""
    query = "SELECT entry, state FROM states WHERE entry IN (SELECT value FROM json_each(?)) AND layer = ?"
    return dict(conn.execute(query, (json.dumps(list(rows)), layer)).fetchall())


def count_in_state(conn: Connection, layer: int) -> int:
    """Return how many entries a layer has begun or done."""
    return int(conn.execute("SELECT count(*) FROM states WHERE layer = ? AND state IN ('begun', 'done')", (layer,)).fetchone()[0])


def texts_in_state(conn: Connection, layer: int, batch: int) -> Iterator[list[tuple[int, str]]]:
    """Yield row and text of each visible entry that a layer has begun or done, by row, in batches; no query stays open between them."""
    last = -1
    query = (
        "SELECT e.row, e.text FROM entries e JOIN states t ON t.entry = e.row AND t.layer = ?1 "
        "WHERE e.row > ?2 AND e.visible AND t.state IN ('begun', 'done') ORDER BY e.row LIMIT ?3"
    )
    while found := conn.execute(query, (layer, last, batch)).fetchall():
        yield found
        last = found[-1][0]
