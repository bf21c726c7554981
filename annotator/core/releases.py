"""What a writer of a file takes, and what it says it could not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.core.model import State, check_place


@dataclass(frozen=True, slots=True)
class ReleasedSpan:
    """A span as it leaves: `label` is the label's key, `annotator` a name or a pseudonym."""

    start: int
    end: int
    label: str
    origin: str = ""
    score: float | None = None
    annotator: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:  # asked here first: see `SpanDraft`
            check_place(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ReleasedComment:
    """A remark as it leaves: `author` is a name or a pseudonym, `time` ISO 8601 in UTC; start and end where it is on a span."""

    author: str
    time: str
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ReleasedEntry:
    """An entry as it leaves; `id` is 32 hexadecimal digits. Spans are sorted by start, end, label key."""

    id: str
    text: str
    spans: tuple[ReleasedSpan, ...] = ()
    title: str = ""
    published: str = ""
    author: str = ""
    source: str = ""
    state: State = State.FRESH
    meta: Mapping[str, str] = field(default_factory=dict)
    comments: tuple[ReleasedComment, ...] | None = None
    """None where remarks are left out."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something a format cannot hold. `kind` groups losses (overlap, split token, white space); `dropped`: the span is gone."""

    kind: str
    entry: str
    reason: str
    span: ReleasedSpan | None = None
    dropped: bool = True


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How a data set is written."""

    tags: str = "iob2"
    """iob2, iob1 or biluo, for the formats with tags."""
    flatten: str = "longest"
    """Which of two overlapping spans a flat format keeps: longest, outermost or innermost."""
    language: str = "en"
