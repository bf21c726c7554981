"""What a row of a table becomes: its columns found by their names or given, its cells an entry. Nothing is computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.core.drafts import EntryDraft, Rejected
from annotator.core.errors import InputError
from annotator.formats.dates import published_of

MAX_CELLS = 4096
"""Cells that a row may have."""
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "content",
        "post",
        "message",
        "article",
        "paragraph",
        "tweet",
        "comment",
        "sentence",
        "description",
        "full_text",
        "data",
    ),
    "title": ("title", "headline", "heading", "head", "subject"),
    "author": ("author", "byline", "by", "writer", "reporter", "user", "username", "name"),
    "published": (
        "published",
        "date",
        "time",
        "datetime",
        "timestamp",
        "published_at",
        "pubdate",
        "created_at",
        "created",
        "published_date",
    ),
}
"""Ours, each with the names by which it is known in a header."""
_RAW = 200
_JOINED = "\t"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: whether its first row names them, their names, and where ours stand."""

    header: bool
    names: tuple[str, ...]
    ours: Mapping[str, int]

    @property
    def described(self) -> str:
        """Ours with the file's names, for the report."""
        return ", ".join(f"{ours}={self.names[at]}" for ours, at in self.ours.items())


def columns_of(name: str, rows: Sequence[Sequence[str]], wanted: Mapping[str, str]) -> Columns:
    """Return the columns that the first rows of a table show; `wanted` is ours to theirs.

    Raises InputError for too many columns, and for one that the table has not, naming those it has.
    """
    if len(rows[0]) > MAX_CELLS:
        raise InputError(f"{name} has {len(rows[0])} columns, more than the {MAX_CELLS} that a table may have.")
    header = _has_header(rows, wanted)
    names = _unique(rows[0] if header else [""] * len(rows[0]))
    return Columns(header, names, _found(name, names, rows[header:], wanted))


def entry_of(row: Sequence[str], first: int, last: int, columns: Columns, *, joined: str = _JOINED) -> EntryDraft | Rejected:
    """Return the entry of a row that stands on these lines; one with another number of cells or without text is rejected."""
    raw = joined.join(row)[:_RAW]
    if len(row) != len(columns.names):
        return Rejected("entry", first, f"the row has {len(row)} cells, the first has {len(columns.names)}", raw)
    cells = {ours: row[at] for ours, at in columns.ours.items()}
    if not cells["text"].strip():
        return Rejected("entry", first, f"the cell of the column {columns.names[columns.ours['text']]} is empty: there is no text", raw)
    used = set(columns.ours.values())
    written = cells.get("published", "")
    published = published_of(written)
    return EntryDraft(
        text=cells["text"],
        title=cells.get("title", ""),
        author=cells.get("author", ""),
        published=published,
        published_written=written,
        meta={name: cell for at, (name, cell) in enumerate(zip(columns.names, row, strict=True)) if at not in used and cell},
        line=first,
        last_line=last,
        notes=("the time as written is none that can be read; it is kept as written",) if written and not published else (),
    )


def folded(name: str) -> str:
    """Return a column's name as names are compared."""
    return name.strip().casefold().replace(" ", "_")


def _found(name: str, names: tuple[str, ...], rows: Sequence[Sequence[str]], wanted: Mapping[str, str]) -> dict[str, int]:
    there = ", ".join(names)
    found: dict[str, int] = {}
    for ours, theirs in wanted.items():
        if ours not in NAMES:
            raise InputError(f"A table has no “{ours}” to be found in a column; there are {', '.join(tuple(NAMES))}.")
        at = next((at for at, each in enumerate(names) if folded(each) == folded(theirs)), None)
        if at is None:
            raise InputError(f"{name} has no column “{theirs}”; it has {there}.")
        found[ours] = at
    for ours, guesses in NAMES.items():
        if ours in found:
            continue
        known = [folded(each) for each in names]
        at = next((known.index(guess) for guess in guesses if guess in known and known.index(guess) not in found.values()), None)
        if at is not None:
            found[ours] = at
    if "text" not in found:
        free = [at for at in range(len(names)) if at not in found.values()]
        if not free:
            raise InputError(f"{name} has no column left for the text; say which it is (text=NAME): it has {there}.")
        found["text"] = max(free, key=lambda at: (sum(len(row[at]) for row in rows if at < len(row)), -at))
    return {ours: found[ours] for ours in tuple(NAMES) if ours in found}


def _has_header(rows: Sequence[Sequence[str]], wanted: Mapping[str, str]) -> bool:
    """A first row that names a column we know or one that was given; else names shorter than what stands below them."""
    first = [folded(cell) for cell in rows[0]]
    if {folded(theirs) for theirs in wanted.values()} & set(first):
        return True
    if any(cell in guesses for cell in first for guesses in NAMES.values()):
        return True
    if any(folded(theirs).startswith("column ") for theirs in wanted.values()):
        return False
    below = [max(map(len, row), default=0) for row in rows[1:]]
    named = all(cell and len(cell) <= 40 and not any(char.isdigit() for char in cell) for cell in first) and len(set(first)) == len(first)
    return named and bool(below) and sum(below) / len(below) > 2 * max(map(len, first))


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    """Give every column a name of its own: `column 3` where it has none, `place (2)` for the second of one name."""
    seen: Counter[str] = Counter()
    unique: list[str] = []
    for at, written in enumerate(names, start=1):
        name = written.strip() or f"column {at}"
        seen[name] += 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(unique)
