"""What goes into agreement and what comes out. Offsets are code points, end exclusive; labels are their keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.ids import Id
from annotator.core.text import Boundaries

Place = tuple[int, int, str]
"""Start, end, label key. By these, spans of different layers are compared; two equal ones in one layer count once."""

NONE = "none"
"""How the absence of a label is written in matrices and texts. Inside, it is never confused with a label of that key."""


class By(StrEnum):
    """By what figures are broken down."""

    LABEL = "label"
    SOURCE = "source"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """An entry as the arithmetic sees it.

    `tokens` are places (start, end), in order and without overlap; token-level figures count them and nothing else.
    `time` is ISO 8601, all of one form and zone, because windows compare it as text. `text` serves to name mentions and may be empty.
    """

    id: Id
    length: int
    tokens: tuple[tuple[int, int], ...] = ()
    text: str = ""
    source: str = ""
    time: str = ""


def compared(entry: Id, text: str, *, source: str = "", time: str = "") -> ComparedEntry:
    """Return an entry whose tokens are the words of its text (`annotator.core.text.Boundaries`)."""
    return ComparedEntry(id=entry, length=len(text), tokens=Boundaries(text).words, text=text, source=source, time=time)


@dataclass(frozen=True, slots=True)
class Work:
    """What one layer holds for one entry. `shown`: were suggestions shown (None: not known or not asked)."""

    done: bool
    places: tuple[Place, ...] = ()
    shown: bool | None = None


@dataclass(frozen=True, slots=True)
class ComparedLayer:
    """A layer that is compared. An entry without work here was not given to this layer, or never opened."""

    id: Id
    name: str
    work: Mapping[Id, Work]


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the corpus: one label, one source, a window of time (since inclusive, until exclusive), suggestions shown or not.

    `shown` keeps an entry only where every compared layer that knows says the same.
    """

    label: str | None = None
    source: str | None = None
    since: str = ""
    until: str = ""
    shown: bool | None = None

    @property
    def name(self) -> str:
        """The slice in words; empty for the whole."""
        parts = [
            f"label {self.label}" if self.label is not None else "",
            f"source {self.source or '(none)'}" if self.source is not None else "",
            f"since {self.since}" if self.since else "",
            f"until {self.until}" if self.until else "",
            "" if self.shown is None else ("suggestions shown" if self.shown else "suggestions hidden"),
        ]
        return ", ".join(part for part in parts if part)

    def holds(self, entry: ComparedEntry, told: Iterable[bool | None]) -> bool:
        """Return whether an entry belongs to the slice (its label apart); `told`: what each layer knows of suggestions shown there."""
        return (
            (self.source is None or entry.source == self.source)
            and entry.time >= self.since
            and (not self.until or "" < entry.time < self.until)
            and (self.shown is None or {each for each in told if each is not None} == {self.shown})
        )


WHOLE = Slice()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many were not counted, and why."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure rests on. Spans are those of all its layers; `one_empty`, `both_empty`: entries where some, or all, marked nothing."""

    entries: int = 0
    spans: int = 0
    tokens: int = 0
    one_empty: int = 0
    both_empty: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with all that is needed to print it honestly.

    `value` is None exactly where `undefined` says why. `low` and `high` bound the 95 % interval (percentile bootstrap over entries);
    both are None where `no_interval` says why. `undefined_resamples` were left out of the interval. `remark` warns about a value that is
    defined but says little.
    """

    measure: str
    layers: tuple[str, ...]
    value: float | None
    undefined: str = ""
    low: float | None = None
    high: float | None = None
    no_interval: str = ""
    undefined_resamples: int = 0
    counted: Counted = Counted()
    left_out: tuple[LeftOut, ...] = ()
    slice: Slice = WHOLE
    remark: str = ""


class Kind(StrEnum):
    """How two or more layers differ at a place."""

    MISSING = "missing"
    LABEL = "label"
    BOUNDARY = "boundary"
    BOTH = "both"
    OVERLAP = "overlap"
    SPLIT = "split/merge"
