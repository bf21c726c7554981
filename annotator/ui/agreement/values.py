"""What the widgets of the agreement screen show: plain values, no project behind them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from annotator.ui.adjudicate.values import Tag


@dataclass(frozen=True, slots=True)
class FigureShown:
    """One figure of the sheet: its name, the number, what stands beside it (the interval) and below (what it rests on).

    `more` has no room on the sheet: it is in the tooltip and for the screen reader.
    """

    name: str
    value: str
    beside: str = ""
    below: str = ""
    more: str = ""


class Ground(Enum):
    """How a cell is drawn: shaded by its share, quiet (the diagonal), dashed where it is undefined, or bare."""

    SHADED = "shaded"
    QUIET = "quiet"
    UNDEFINED = "undefined"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: one or two lines, how it is drawn, its share of the ramp (0 to 1), and all of it in words."""

    first: str = ""
    second: str = ""
    ground: Ground = Ground.BARE
    share: float = 0.0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Heads:
    """The names of rows and columns, short ones for columns that have no room; a colour where the name is a label's (-1: none)."""

    names: tuple[str, ...]
    colours: tuple[int, ...] = ()
    short: tuple[str, ...] = ()

    def colour(self, place: int) -> int:
        """Return the number of the label's colour, -1 where the name is no label's."""
        return self.colours[place] if place < len(self.colours) else -1


@dataclass(frozen=True, slots=True)
class BarShown:
    """One label's figure from 0 to 1 with its interval; `why` where there is no figure."""

    tag: Tag
    value: float | None
    low: float | None = None
    high: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A disagreement with the text around it: `before` + `words` + `after` is one line. `number` comes back in signals."""

    number: int
    time: str
    title: str
    before: str
    words: str
    after: str
    sides: tuple[tuple[str, tuple[Tag, ...]], ...]
