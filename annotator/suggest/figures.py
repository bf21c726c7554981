"""Dates, times and sums together: where patterns of different kinds overlap, the longest says what it is."""

from __future__ import annotations

from annotator.suggest.rules_dates import dates
from annotator.suggest.rules_money import money
from annotator.suggest.rules_numbers import Lines
from annotator.suggest.rules_times import times
from annotator.suggest.suggester import Proposal, apart


def figures(text: str) -> tuple[Proposal, ...]:
    """Return proposals for DATE, TIME and MONEY that do not overlap, by start."""
    lines = Lines(text)
    return apart([*dates(lines), *times(lines), *money(lines)])
