"""What a reader of a file gives: a stream of these values, in the file's order.

A reader counts what it met (`Total`) apart from what it gave, so that the two can be held against each other:
units read = entries taken + units rejected + units kept as source; spans read = spans taken + spans rejected.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotator.core.model import State, check_place


@dataclass(frozen=True, slots=True)
class SpanDraft:
    """A labelled stretch as a file gives it; `label` is the label's key in that file."""

    start: int
    end: int
    label: str
    score: float | None = None
    origin: str = ""
    annotator: str = ""
    rejected: bool = False
    """True where the file says that this span is wrong (Prodigy's `reject` in a binary view)."""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:  # asked here first: a call for each of a million spans is half of what they cost
            check_place(self.start, self.end)


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """An entry as a file gives it.

    `published` is ISO 8601 as far as known ("" unknown, "2022-01-28T00:00" local time, or with an offset);
    `published_written` is the same as the file wrote it, and belongs to the identity of the entry.
    `occurrence` counts equal entries of one source from the oldest; None lets the import count in file order.
    `line` and `last_line` count from 1.
    """

    text: str
    title: str = ""
    author: str = ""
    published: str = ""
    published_written: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    spans: tuple[SpanDraft, ...] = ()
    state: State | None = None
    identity: str = ""
    """The id that a file of ours gave the entry (32 hexadecimal digits), else ""."""
    occurrence: int | None = None
    line: int = 0
    last_line: int = 0
    partial: bool = False
    """True where it says something of a part of its text only: such drafts of one text are one entry."""
    notes: tuple[str, ...] = ()
    """What was done to it, for the margin of the preview ("date inferred from the entry below")."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that does not come in; `raw` is its beginning, kept with the project. `what`: entry or span."""

    what: str
    line: int
    reason: str
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Repaired:
    """Something that was changed to come in (line ends, a lone surrogate, offsets in UTF-16)."""

    line: int
    reason: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """A part of the source that is no entry: header, Key Points, advertisement. `counts` says it is a unit read."""

    role: str
    line: int
    text: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the file says or shows of itself: title, standfirst, encoding, delimiter, dates."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Total:
    """What the reader met, counted where it was met: the last value of every stream."""

    units: int
    spans: int


ReadEvent = EntryDraft | Rejected | Repaired | Kept | Fact | Total
ReadEvents = Iterator[ReadEvent]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person said of a file; empty means: find out."""

    encoding: str = ""
    unit: str = ""
    """For plain text: file, paragraph or line; for Word documents: paragraph, section or file."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """For tables and JSON: ours (text, title, author, published, label) to theirs."""
    date: str = ""
    """YYYY-MM-DD: the day of the newest entry, where the file gives none."""
    sheet: str = ""
    """For workbooks: the sheet that is read; else the first with any row."""
    source_name: str = ""
