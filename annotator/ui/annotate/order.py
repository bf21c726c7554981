"""Which mark comes next, and where an edge goes by one press: rules without a widget. Offsets are code points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.ids import Id
from annotator.core.joining import score
from annotator.core.model import Span, Suggestion
from annotator.core.text import Boundaries
from annotator.project.spans import Marks
from annotator.ui.annotate.likely import likely_places

Anything = Span | Suggestion
DOUBTFUL = 0.8
"""Suggestions below this probability are doubtful."""


def in_reading_order(marks: Marks) -> list[Anything]:
    """Return spans and pending suggestions by place, the outer before the inner."""
    both: list[Anything] = [*marks.spans, *marks.pending]
    return sorted(both, key=lambda each: (each.start, -each.end, isinstance(each, Suggestion)))


def in_visiting_order(marks: Marks) -> list[Anything]:
    """Return pending suggestions from the least certain to the most certain one, and after them the spans by place."""
    spans = sorted(marks.spans, key=lambda each: (each.start, -each.end))
    return [*sorted(marks.pending, key=_certainty), *spans]


def _certainty(each: Suggestion) -> tuple[float, int, int]:
    """Return the score, .60 for none, and the place."""
    return score(each), each.start, -each.end


def neighbour(things: Sequence[Anything], focused: Id | None, caret: int, *, forward: bool) -> Anything | None:
    """Return the next or previous of some marks in reading order, from the focused one or else from the caret; round at the ends."""
    if not things:
        return None
    at = next((place for place, each in enumerate(things) if each.id == focused), None)
    if at is not None:
        return things[(at + (1 if forward else -1)) % len(things)]
    if forward:
        return next((each for each in things if each.start >= caret), things[0])
    return next((each for each in reversed(things) if each.start < caret), things[-1])


def next_pending(marks: Marks, after: tuple[int, int], *, least_certain_first: bool = False) -> Suggestion | None:
    """Return the first pending suggestion that comes after a place (start, end) in reading order, from the top at the end.

    With `least_certain_first` it is the least certain one, wherever it stands.
    """
    if least_certain_first:
        return min(marks.pending, key=_certainty, default=None)
    here = (after[0], -after[1])
    return next((each for each in marks.pending if (each.start, -each.end) > here), marks.pending[0] if marks.pending else None)


def next_doubtful(marks: Marks, focused: Id | None, caret: int) -> Suggestion | None:
    """Return the next pending suggestion worth a look before all are accepted, after the focused mark or the caret; round at the end.

    Worth a look is what scores below `DOUBTFUL` or without a score, and what other readings exclude.
    """
    doubtful = [each for each in marks.pending if each.behind or (0.0 if each.score is None else each.score) < DOUBTFUL]
    if not doubtful:
        return None
    both: tuple[Anything, ...] = (*marks.spans, *marks.pending)
    here = next((each for each in both if each.id == focused), None)
    after = (caret - 1, 0) if here is None else (here.start, -here.end)
    later = [each for each in doubtful if (each.start, -each.end) > after and each is not here]
    return later[0] if later else doubtful[0]


@dataclass(frozen=True, slots=True)
class Pull:
    """One press on an edge: which edge, which way, how far."""

    end: bool
    outwards: bool
    by_character: bool


PULLS = {
    f"{edge}-{way}{step}": Pull(edge == "end", way == "out", bool(step)) for edge in ("start", "end") for way in ("out", "in")
    for step in ("", "-character")
}  # fmt: skip
"""The commands that move an edge, by their ids."""


def pulled(boundaries: Boundaries, start: int, end: int, pull: Pull) -> tuple[int, int]:
    """Return a span's place after one press: it takes a word, gives one or a part of a joined one, or a grapheme; it is never empty."""
    forward = pull.end == pull.outwards
    if pull.by_character:
        edge = end if pull.end else start
        moved = boundaries.grapheme_after(edge) if forward else boundaries.grapheme_before(edge)
    else:
        moved = _by_word(boundaries, start, end, pull)
    place = (start, moved) if pull.end else (moved, end)
    return place if place[0] < place[1] else (start, end)


def _by_word(boundaries: Boundaries, start: int, end: int, pull: Pull) -> int:
    if pull.end and pull.outwards:
        possessive = boundaries.possessive(end)
        return possessive if possessive is not None else next((stop for _, stop in boundaries.words if stop > end), end)
    if pull.end:
        return max((*(stop for _, stop in boundaries.words if start < stop < end), *boundaries.joints(start, end)), default=end)
    if pull.outwards:
        return max((first for first, _ in boundaries.words if first < start), default=start)
    within = next((first for first, _ in boundaries.words if start < first < end), end)
    return min((each + 1 for each in boundaries.joints(start, end) if each + 1 < within), default=within if within < end else start)


def next_likely(text: str, marks: Marks, caret: int) -> tuple[int, int] | None:
    """Return the next likely name, after the caret and then from the top, that no span or suggestion touches."""
    taken = [(each.start, each.end) for each in in_reading_order(marks)]
    found = [
        part for place in likely_places(text)
        if (part := _free(text, place, taken)) and not any(part[0] < end and start < part[1] for start, end in taken)
    ]  # fmt: skip
    return next((place for place in found if place[0] > caret), found[0] if found else None)


def _free(text: str, place: tuple[int, int], taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return a run, or of one joined word whose other part is taken the free part ("Russia" of "Russia-Ukraine")."""
    if " " in text[slice(*place)] or not any(place[0] < end and start < place[1] for start, end in taken):
        return place
    start, end = Boundaries(text[slice(*place)]).free_part((0, place[1] - place[0]), [(s - place[0], e - place[0]) for s, e in taken])
    return start + place[0], end + place[0]
