"""What the widgets show of spans: plain values, no project behind them. Offsets are code points, end exclusive."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum, StrEnum

from annotator.ui.numerals import decimal


@dataclass(frozen=True, slots=True)
class Mark:
    """A span or a suggestion as the screen shows it.

    `id` is whatever the caller wants back in signals (an id, or a suggestion's id); `label` the label's key in capitals, `shortcut`
    the key that gives it, `colour` the number of its colour counted from 0, `score` a probability or None.
    """

    id: Hashable
    start: int
    end: int
    label: str
    shortcut: str = ""
    colour: int = 0
    confirmed: bool = True
    score: float | None = None
    contested: bool = False
    """Whether other readings of its stretch stand behind it."""


class Tags(StrEnum):
    """Which marks have their label written under them."""

    ALWAYS = "always"
    FOCUSED = "focused"
    NEVER = "never"


class Certainty(Enum):
    """How full a tint is: a person's, a suggester's by its score."""

    CONFIRMED = "confirmed"
    STRONG = "strong"
    WEAK = "weak"
    FAINT = "faint"


def certainty(mark: Mark) -> Certainty:
    """Return how full the tint is: from .90 strong, from .60 (and without a score) weak, below faint."""
    if mark.confirmed:
        return Certainty.CONFIRMED
    if mark.score is None or 0.60 <= mark.score < 0.90:
        return Certainty.WEAK
    return Certainty.STRONG if mark.score >= 0.90 else Certainty.FAINT


def score_text(score: float | None) -> str:
    """Return a score as tags show it: ".64"; "1.0" for one, "" for none."""
    if score is None:
        return ""
    return decimal(1.0, 1) if score >= 0.995 else decimal(score, 2).removeprefix("0")


def mark_score(mark: Mark) -> str:
    """Return what stands after a mark's label: its score, with a question mark where other readings stand behind it; "" once confirmed."""
    return "" if mark.confirmed else f"{score_text(mark.score)}{'?' if mark.contested else ''}"
