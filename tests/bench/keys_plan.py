"""What a reasonable person presses next, by what is on the screen: rules of the window (`ui/annotate/order`), no widget.

The person knows what is right (the gold) and the keys; they mend what is nearest by keys first, in the cheapest way.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from annotator.core.model import Span, Suggestion
from annotator.core.text import Boundaries, trimmed
from annotator.project.spans import Marks
from annotator.ui.annotate.order import PULLS, Anything, in_reading_order, neighbour, next_doubtful, next_likely, pulled
from annotator.ui.marks import Mark

Gold = frozenset[tuple[int, int, str]]
Keys = tuple[str, ...]
"""Commands by their ids, one press each."""
_FAR = 60
"""So many presses of one key nobody makes."""
_DEAREST = 60
_ANOTHER = (Suggestion(b"", 0, 1, b"", ""),)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is on the screen: text, marks, ring, caret, and the costs of the commands by their key caps."""

    text: str
    marks: tuple[Mark, ...]
    focused: Mark | None
    caret: int
    costs: Mapping[str, int]
    boundaries: Boundaries
    lines: Callable[[int, int], Iterator[tuple[Keys, int]]]
    """Gives, for a caret, the ways by the keys of the lines to a place near another: keys and where they lead."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is pressed for one purpose: the kind of what is mended, and the commands."""

    kind: str
    keys: Keys
    cost: int


def as_marks(marks: Sequence[Mark]) -> Marks:
    """Return marks of the screen as the window's own rules take them."""
    spans = tuple(Span(_id(each), each.start, each.end, each.label.encode(), "") for each in marks if each.confirmed)
    pending = tuple(
        Suggestion(_id(each), each.start, each.end, each.label.encode(), "", "", each.score, behind=_ANOTHER if each.contested else ())
        for each in marks
        if not each.confirmed
    )
    return Marks(spans, pending)


def _id(mark: Mark) -> bytes:
    assert isinstance(mark.id, bytes)
    return mark.id


def place(mark: Mark) -> tuple[int, int, str]:
    """Return a mark as gold has it."""
    return mark.start, mark.end, mark.label


def wrong(seen: Seen, gold: Gold) -> list[Mark]:
    """Return the marks that may not stay. Of suggestions that overlap, "accept all" takes the likeliest: a less likely wrong one falls."""
    right = [each for each in seen.marks if place(each) in gold]
    found = []
    for each in seen.marks:
        if place(each) in gold:
            continue
        over = [other for other in right if other.start < each.end and each.start < other.end]
        falls = not each.confirmed and any(other.confirmed or _shown(other) > _shown(each) for other in over)
        if not falls:
            found.append(each)
    return found


def _shown(mark: Mark) -> float:
    return 0.6 if mark.score is None else mark.score


def missing(seen: Seen, gold: Gold) -> list[tuple[int, int, str]]:
    """Return the gold spans that no mark stands for."""
    there = {place(each) for each in seen.marks}
    return sorted(each for each in gold if each not in there)


def next_plan(seen: Seen, gold: Gold, *, here_only: bool = False) -> Plan | None:
    """Return the cheapest way to mend one thing, or None where all is right. `here_only`: the focused mark only."""
    plans: list[Plan] = []
    lacking = missing(seen, gold)
    for mark in wrong(seen, gold):
        if here_only and mark is not seen.focused:
            continue
        plans += _mendings(seen, mark, lacking)
    if not here_only:
        for each in lacking:
            if not any(mark.start < each[1] and each[0] < mark.end for mark in wrong(seen, gold)):
                plans += _additions(seen, each)
        plans = plans or [plan for each in lacking for plan in _additions(seen, each)]
    return min(plans, key=lambda plan: (plan.cost, plan.keys), default=None)


def _cost(seen: Seen, keys: Keys) -> int:
    return sum(seen.costs[each] for each in keys)


def _plan(seen: Seen, kind: str, keys: Keys) -> Plan:
    return Plan(kind, keys, _cost(seen, keys))


def _mendings(seen: Seen, mark: Mark, lacking: Sequence[tuple[int, int, str]]) -> Iterator[Plan]:
    way = to_mark(seen, mark)
    over = [each for each in lacking if mark.start < each[1] and each[0] < mark.end]
    for start, end, label in over:
        pulls = edges(seen, (mark.start, mark.end), (start, end))
        if pulls is None:
            continue
        named = () if label == mark.label else (f"label {label}",)
        kind = "label" if not pulls else "edges and label" if named else "edges"
        yield _plan(seen, kind, (*way, *named, *pulls))
    if not over:
        yield _plan(seen, "reject", (*way, "reject"))


def to_mark(seen: Seen, mark: Mark) -> Keys:
    """Return the cheapest way to put the ring on a mark."""
    if mark is seen.focused:
        return ()
    marks = as_marks(seen.marks)
    order = in_reading_order(marks)
    ways: list[Keys] = list(_tabs(order, None if seen.focused is None else _id(seen.focused), seen.caret, mark))
    for begun, landing in seen.lines(seen.caret, mark.start):
        # Going to its line gives the ring up; Tab takes it up again from there.
        ways += [(*begun, *tabs) for tabs in _tabs(order, None, landing, mark)]
    at: bytes | None = None if seen.focused is None else _id(seen.focused)
    caret = seen.caret
    for presses in range(1, len(marks.pending) + 1):
        doubtful = next_doubtful(marks, at, caret)
        if doubtful is None:
            break
        at, caret = doubtful.id, doubtful.start
        if at == mark.id:
            ways.append(("doubtful",) * presses)
            break
    return min(ways, key=lambda keys: _cost(seen, keys))


def _tabs(order: Sequence[Anything], focused: bytes | None, caret: int, mark: Mark) -> Iterator[Keys]:
    for command, forward in (("next-span", True), ("previous-span", False)):
        at = focused
        for presses in range(1, len(order) + 1):
            found = neighbour(order, at, caret, forward=forward)
            assert found is not None
            at = found.id
            if at == mark.id:
                yield (command,) * presses
                break


def _additions(seen: Seen, wanted: tuple[int, int, str]) -> Iterator[Plan]:
    start, end, label = wanted
    for way, here in _ways_to(seen, start, end):
        pulls = edges(seen, here, (start, end))
        if pulls is not None:
            yield _plan(seen, "missing", (*way, f"label {label}", *pulls))


def _ways_to(seen: Seen, start: int, end: int) -> Iterator[tuple[Keys, tuple[int, int]]]:
    """Yield ways to a stretch that overlaps the wanted one: keys, and the stretch that a label's key would label."""
    at, marks = seen.caret, as_marks(seen.marks)
    for presses in range(1, 9):
        likely = next_likely(seen.text, marks, at)
        if likely is None:
            break
        if likely[0] < end and start < likely[1]:
            yield ("likely",) * presses, likely
            break
        at = likely[0]
    taken = [(each.start, each.end) for each in seen.marks]
    for word in seen.boundaries.words:
        here = seen.boundaries.free_part(word, taken)
        if here[0] < end and start < here[1]:
            yield from ((way, here) for way in _caret_ways(seen, word[0]))


def _caret_ways(seen: Seen, target: int) -> Iterator[Keys]:
    number = {first: place for place, (first, _) in enumerate(seen.boundaries.words)}
    starts: list[tuple[Keys, int]] = [((), seen.caret), *seen.lines(seen.caret, target)]
    for mark in seen.marks:
        near = number.get(mark.start)
        if near is not None and abs(near - number[target]) <= 6:
            starts.append((to_mark(seen, mark), mark.start))
    for way, begin in starts:
        word = seen.boundaries.word_at(begin)
        if word is None:
            continue
        steps = number[target] - number[word[0]]
        if abs(steps) <= _FAR and (steps or not way or way[-1] not in ("next-span", "previous-span")) and (steps or seen.focused is None):
            yield *way, *(("right" if steps > 0 else "left"),) * abs(steps)


def edges(seen: Seen, here: tuple[int, int], wanted: tuple[int, int]) -> Keys | None:
    """Return the cheapest presses that bring the edges of a focused mark to where they belong; None where that is too dear."""
    best = {here: 0}
    tie = count()
    waiting: list[tuple[int, int, tuple[int, int], Keys]] = [(0, next(tie), here, ())]
    while waiting:
        cost, _, at, keys = heapq.heappop(waiting)
        if at == wanted:
            return keys
        for name, pull in PULLS.items():
            moved = trimmed(seen.text, *pulled(seen.boundaries, *at, pull))
            dear = cost + seen.costs[name]
            near = min(here[0], wanted[0]) - 40 <= moved[0] and moved[1] <= max(here[1], wanted[1]) + 40
            if moved[0] < moved[1] and near and dear <= _DEAREST and dear < best.get(moved, _DEAREST + 1):
                best[moved] = dear
                heapq.heappush(waiting, (dear, next(tie), moved, (*keys, name)))
    return None
