"""Which spans may stand together, which suggestions wait for an answer, and which of them "accept all" takes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable

from annotator.core.errors import RuleError
from annotator.core.ids import Id
from annotator.core.joining import joined, score
from annotator.core.model import Overlap, Suggestion
from annotator.core.text import trimmed

Place = tuple[int, int, Id]


def overlaps(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Return whether two stretches share text."""
    return start < other_end and other_start < end


def crosses(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Return whether two stretches share text and neither holds the other."""
    return start < other_start < end < other_end or other_start < start < other_end < end


def conflicting(start: int, end: int, other_start: int, other_end: int, overlap: Overlap) -> bool:
    """Return whether the project's rule forbids the two stretches in one layer."""
    if overlap is Overlap.FLAT:
        return overlaps(start, end, other_start, other_end)
    return crosses(start, end, other_start, other_end)


class Taken:
    """The places that stand in a layer, and a quick answer whether another may stand beside them."""

    def __init__(self, overlap: Overlap, places: Iterable[Place] = ()) -> None:
        self._overlap = overlap
        self._ordered: list[Place] = sorted(places)
        self._equal = set(self._ordered)
        self._longest = max((end - start for start, end, _ in self._ordered), default=0)

    def __contains__(self, place: Place) -> bool:
        return place in self._equal

    def add(self, place: Place) -> None:
        """Take a place in."""
        insort(self._ordered, place)
        self._equal.add(place)
        self._longest = max(self._longest, place[1] - place[0])

    def clashing(self, start: int, end: int) -> list[Place]:
        """Return the places that the project's rule forbids beside this stretch."""
        first = bisect_left(self._ordered, (start - self._longest,))
        last = bisect_left(self._ordered, (end,))
        return [each for each in self._ordered[first:last] if conflicting(start, end, each[0], each[1], self._overlap)]


def checked_place(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space at its edges. Raises RuleError where it is empty or leaves the text."""
    if not 0 <= start <= end <= len(text):
        raise RuleError(f"A span from {start} to {end} does not lie within the {len(text)} characters of this entry.")
    start, end = trimmed(text, start, end)
    if start == end:
        raise RuleError("There is nothing to label here: select at least one visible character first.")
    return start, end


def pending(
    suggestions: Iterable[Suggestion], spans: Iterable[Place], rejected: Collection[Place], overlap: Overlap
) -> tuple[Suggestion, ...]:
    """Return the suggestions that wait for an answer, by place, those of several suggesters joined (`core.joining`).

    Waiting is: no equal span in the layer, no rejection of an equal one there, and (what the rule makes impossible is no
    question) no span of the layer that the project's rule forbids beside it.
    """
    places = tuple(spans)
    if not places and not rejected:
        return tuple(joined(suggestions, overlap))  # as in most entries of a list, which is painted at each jump
    taken = Taken(overlap, places)
    starts, ends = _stretches(places)
    open_ = []
    for each in suggestions:
        before = bisect_left(starts, each.end)
        # Of thousands most touch no span at all.
        beside = before and ends[before - 1] > each.start and (each.place in taken or taken.clashing(each.start, each.end))
        if not beside and not (rejected and each.place in rejected):
            open_.append(each)
    return tuple(joined(open_, overlap))


def _stretches(places: Iterable[Place]) -> tuple[list[int], list[int]]:
    """Return the starts and the ends of the stretches that some places cover together, in order and apart."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end, _ in sorted(places):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def chosen(suggestions: Iterable[Suggestion], overlap: Overlap) -> tuple[tuple[Suggestion, ...], tuple[Suggestion, ...]]:
    """Return which of the pending suggestions "accept all" takes, and which it leaves out.

    Highest score first, then longest, then earliest; a suggestion without a score counts as .60.
    """
    room = Taken(overlap)
    taken: list[Suggestion] = []
    left: list[Suggestion] = []
    for each in sorted(suggestions, key=lambda s: (-score(s), s.start - s.end, s.start, s.label)):
        if room.clashing(each.start, each.end):
            left.append(each)
        else:
            taken.append(each)
            room.add(each.place)
    return tuple(sorted(taken, key=lambda s: s.start)), tuple(sorted(left, key=lambda s: s.start))
