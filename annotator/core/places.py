"""Two sets of labelled places over one text, held against each other."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

Place = tuple[int, int, str]
"""Start and end in code points (end exclusive), and the label's key."""


class Difference(StrEnum):
    """What became of a span between two states of one layer."""

    RELABELLED = "label changed"
    MOVED = "edges moved"
    ADDED = "span added"
    REMOVED = "span removed"


def differing(then: Collection[Place], now: Collection[Place]) -> list[Difference]:
    """Return what leads from one state to the other, each span counted once.

    A span that went and one that came at the same place are one relabelled span; those of one label that overlap, one moved span.
    """
    gone = sorted(set(then) - set(now))
    come = sorted(set(now) - set(then))
    found: list[Difference] = []
    for what, alike in ((Difference.RELABELLED, _same_place), (Difference.MOVED, _overlap)):
        for one in list(gone):
            other = next((each for each in come if alike(one, each)), None)
            if other is not None:
                gone.remove(one)
                come.remove(other)
                found.append(what)
    return found + [Difference.ADDED] * len(come) + [Difference.REMOVED] * len(gone)


def _same_place(one: Place, other: Place) -> bool:
    return one[:2] == other[:2]


def _overlap(one: Place, other: Place) -> bool:
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]
