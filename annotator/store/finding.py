"""Which entries hold some words, in the title that holds now or in the text; which entries there are, in corpus order."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from sqlite3 import Connection

import regex

from annotator.core.query import Word

# Scripts without spaces: the index takes a whole sentence for one word there.
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_INDEXED = regex.compile(r"[\p{L}\p{N}]")
_TITLED = "SELECT entry FROM corrections WHERE field = 'title'"


_STEPS = 20_000
"""Steps of SQLite's machine between two looks whether to go on: about a millisecond."""


class StoppedError(Exception):
    """A query was given up, since nobody waits for its answer any more."""


@contextmanager
def interruptible(conn: Connection, stopped: Callable[[], bool]) -> Iterator[None]:
    """Ask often, while queries run, whether to go on. Raises StoppedError where `stopped` said no."""
    conn.set_progress_handler(stopped, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if not stopped():
            raise
        raise StoppedError from error
    finally:
        conn.set_progress_handler(None, 0)


def moments(conn: Connection, rows: Sequence[int]) -> dict[int, str]:
    """Return the dates of some visible entries, corrections included, by row."""
    query = (
        "SELECT row, coalesce((SELECT value FROM corrections c WHERE c.entry = entries.row AND c.field = 'published'), published) "
        "FROM entries WHERE row IN (SELECT value FROM json_each(?)) AND visible"
    )
    return dict(conn.execute(query, (json.dumps(list(rows)),)).fetchall())


def published(conn: Connection) -> list[tuple[int, str]]:
    """Return (row, date and time as ISO 8601 or "") of all visible entries in corpus order, corrections included."""
    corrected = dict(conn.execute("SELECT entry, value FROM corrections WHERE field = 'published'").fetchall())
    found = conn.execute(
        "SELECT e.row, e.published FROM sources s JOIN entries e ON e.source = s.row WHERE e.visible ORDER BY s.ordinal, e.place, e.row"
    )
    return [(row, corrected.get(row, written)) for row, written in found] if corrected else found.fetchall()


def rows_with_words(conn: Connection, words: Sequence[Word], *, most: int = -1) -> array[int]:
    """Return the rows of entries, hidden ones too, whose title or text holds all these words; by row. With `most` so many of the first.

    The index is asked, every word quoted, so that nothing of the query language of FTS5 reaches it. Words of scripts without spaces, and
    signs that are no words, are looked for in the text itself, which takes 65 ms in 100,000 entries of 390 characters: less than an index
    of three-letter groups would, which also cannot find one sign or two, as Chinese names have.
    """
    within = [word.text for word in words if is_searched(word)]
    indexed = [word for word in words if not is_searched(word)]
    clauses, values = [], list[object]()
    corrected = conn.execute(_TITLED + " LIMIT 1").fetchone() is not None
    if indexed:
        match = "row IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)"
        clauses.append(f"({match} AND row NOT IN ({_TITLED}))" if corrected else match)
        values.append(" ".join(map(_quoted, indexed)))
    for text in within:
        clause, forms = _searched(text, "title")
        clauses.append(f"({clause}{f' AND row NOT IN ({_TITLED})' if corrected else ''})")
        values += forms
    found = array("q", _rows(conn, indexed, clauses, values, most))
    return array("q", sorted({*found, *_retitled(conn, indexed, within)})) if corrected else found


def _rows(conn: Connection, indexed: Sequence[Word], clauses: Sequence[str], values: Sequence[object], most: int) -> Iterable[int]:
    if indexed and len(clauses) == 1 and "NOT IN" not in clauses[0]:
        # Asked by itself the index gives its rows one after the other, so that the first come at once.
        query = "SELECT rowid FROM entries_fts WHERE entries_fts MATCH ? LIMIT ?"
    else:
        query = f"SELECT row FROM entries WHERE {' AND '.join(clauses)} ORDER BY row LIMIT ?"
    return (row[0] for row in conn.execute(query, (*values, most)))


def is_searched(word: Word) -> bool:
    """Return whether a word is looked for in the texts themselves, since the index of words cannot find it."""
    return _UNSPACED.search(word.text) is not None or _INDEXED.search(word.text) is None


def _retitled(conn: Connection, indexed: Sequence[Word], within: Sequence[str]) -> set[int]:
    """Return which of the entries whose title was corrected hold the words in the new title or in the text.

    The file's index knows the titles that were imported. The new ones are few: an index of them is made for the moment, so that a word
    is the same there and here.
    """
    titles = conn.execute("SELECT c.entry, c.value FROM corrections c JOIN entries e ON e.row = c.entry WHERE c.field = 'title'").fetchall()
    left = {row for row, _ in titles}
    beside = sqlite3.connect(":memory:")
    beside.execute("CREATE VIRTUAL TABLE titles USING fts5 (title, tokenize='unicode61')")
    beside.executemany("INSERT INTO titles (rowid, title) VALUES (?, ?)", titles)
    for word in indexed:
        asked = f"SELECT rowid FROM entries_fts WHERE entries_fts MATCH ? AND rowid IN ({_TITLED})"
        held = {row[0] for row in conn.execute(asked, (f"text : {_quoted(word)}",))}
        left &= held | {row[0] for row in beside.execute("SELECT rowid FROM titles WHERE titles MATCH ?", (_quoted(word),))}
    beside.close()
    for text in within:
        clause, forms = _searched(text, "(SELECT value FROM corrections c WHERE c.entry = entries.row AND c.field = 'title')")
        left &= {row[0] for row in conn.execute(f"SELECT row FROM entries WHERE row IN ({_TITLED}) AND {clause}", forms)}
    return left


def _quoted(word: Word) -> str:
    return '"' + word.text.replace('"', '""') + '"' + "*" * word.beginning


def _searched(text: str, title: str) -> tuple[str, list[object]]:
    forms = sorted({unicodedata.normalize(form, text).lower() for form in ("NFC", "NFD")})
    cased = text.lower() != text.upper()
    clauses = [f"instr({f'lower({column})' if cased else column}, ?)" for _ in forms for column in ("text", title)]
    return f"({' OR '.join(clauses)})", [form for form in forms for _ in range(2)]


def people(conn: Connection) -> int:
    """Return how many people have a layer of decisions in the project."""
    return int(conn.execute("SELECT count(*) FROM layers WHERE kind = 'person'").fetchone()[0])


def row_of(conn: Connection, entry: bytes) -> int | None:
    """Return the row of a visible entry by its id."""
    found = conn.execute("SELECT row FROM entries WHERE id = ? AND visible", (entry,)).fetchone()
    return None if found is None else int(found[0])
