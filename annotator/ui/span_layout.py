"""Where the lines and tags of spans go: arithmetic on offsets (code points) and pixels, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.ui.tokens import LANES

APART = 6.0
"""Pixels between two tags that would touch."""
SCORE_GAP = 4.0
"""Pixels from a tag to its score."""
ASTRAY = 40.0
"""Pixels that a tag may stand right of the end of its span; further off it would be taken for another's."""
MUCH_WIDER = 1.6
"""A tag this many times as wide as its span, and without room, becomes the label's key."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The line of one span. `lane` 0 stands next to the text; `more` counts the spans for which no line was left, told on this one."""

    lane: int
    hidden: bool = False
    more: int = 0
    crossing: bool = False


def lanes(places: Sequence[tuple[int, int]]) -> list[Lane]:
    """Return the lane of each place (start, end): the innermost has 0, each that holds or crosses others lies below them."""
    found: list[Lane] = [Lane(0)] * len(places)
    for cluster in _clusters(places):
        if len(cluster) > 1:
            for number, lane in _of_cluster(places, cluster).items():
                found[number] = lane
    return found


def lanes_needed(found: Sequence[Lane]) -> int:
    """Return how many lanes lines take, at least one and at most three."""
    return 1 + max((lane.lane for lane in found), default=0)


def _clusters(places: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Group the numbers of places that hang together by overlap, outer before inner."""
    clusters: list[list[int]] = []
    reach = -1
    for number in sorted(range(len(places)), key=lambda n: (places[n][0], -places[n][1], n)):
        start, end = places[number]
        if start >= reach:
            clusters.append([])
        clusters[-1].append(number)
        reach = max(reach, end)
    return clusters


def _of_cluster(places: Sequence[tuple[int, int]], cluster: list[int]) -> dict[int, Lane]:
    depth, crossing = _heights(places, cluster)
    found = {n: Lane(min(depth[n], LANES - 1), depth[n] >= LANES, 0, n in crossing) for n in cluster}
    last = [n for n in cluster if depth[n] == LANES - 1]
    hidden = [n for n in cluster if depth[n] >= LANES]
    for number in last if hidden else ():
        more = sum(1 for n in hidden if _overlap(places[n], places[number]))
        found[number] = Lane(LANES - 1, False, more, number in crossing)
    return found


def _heights(places: Sequence[tuple[int, int]], cluster: list[int]) -> tuple[dict[int, int], set[int]]:
    """Return how many spans lie under each at most, and which cross another."""
    open_: list[int] = []
    height = dict.fromkeys(cluster, 0)
    for number in cluster:
        start, end = places[number]
        while open_ and places[open_[-1]][1] <= start:
            _close(open_, height)
        if open_ and places[open_[-1]][1] < end:
            return _crossing_heights(places, cluster)
        open_.append(number)
    while open_:
        _close(open_, height)
    return height, set()


def _close(open_: list[int], height: dict[int, int]) -> None:
    done = open_.pop()
    if open_:
        height[open_[-1]] = max(height[open_[-1]], height[done] + 1)


def _crossing_heights(places: Sequence[tuple[int, int]], cluster: list[int]) -> tuple[dict[int, int], set[int]]:
    """The same where spans cross, as bad input does: the shorter lies nearer to the text."""
    height: dict[int, int] = {}
    crossing: set[int] = set()
    for number in sorted(cluster, key=lambda n: (places[n][1] - places[n][0], -cluster.index(n))):
        below = [n for n in height if _overlap(places[n], places[number])]
        height[number] = 1 + max((height[n] for n in below), default=-1)
        crossed = {n for n in below if not _holds(places[number], places[n])}
        crossing |= crossed | ({number} if crossed else set())
    return height, crossing


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


@dataclass(frozen=True, slots=True)
class TagWish:
    """A tag that one line is to carry: where its span begins and how wide it is there, and how wide label, score and key are. Pixels."""

    left: float
    span: float
    label: float
    score: float = 0.0
    key: float = 0.0


@dataclass(frozen=True, slots=True)
class TagPlace:
    """Where a tag goes: its left edge in pixels, whether the key stands for the label, whether the score follows."""

    left: float
    short: bool
    score: bool


def place_tags(wishes: Sequence[TagWish], left: float, right: float) -> list[TagPlace | None]:
    """Set the tags of one line between `left` and `right` so that none touches another; None where there is no room at all.

    The wishes come in order of their left edges, the outer span first.
    """
    places: list[TagPlace | None] = []
    free = left
    for number, wish in enumerate(wishes):
        place = _place(wish, free, _room(wishes, number, right), right)
        places.append(place)
        if place is not None:
            width = wish.key if place.short else wish.label
            free = place.left + width + (SCORE_GAP + wish.score if place.score else 0.0) + APART
    return places


def _room(wishes: Sequence[TagWish], number: int, right: float) -> float:
    """Return how far a tag can reach: to the next one, less what the inner ones need that it pushes before it."""
    wish, pushed = wishes[number], 0.0
    for other in wishes[number + 1 :]:
        if other.left >= wish.left + min(wish.label + APART, wish.span):
            return other.left - APART - pushed
        pushed += other.label + APART
    return right - pushed


def _place(wish: TagWish, free: float, room: float, right: float) -> TagPlace | None:
    start = max(wish.left, free)
    if start > wish.left + wish.span + ASTRAY:
        return None
    slid = max(min(start, right - wish.label), free)
    crowded = wish.label > MUCH_WIDER * wish.span and slid + wish.label > room
    if slid + wish.label <= right and not (crowded and wish.key):
        reach = slid + wish.label + SCORE_GAP + wish.score
        return TagPlace(slid, False, bool(wish.score) and reach <= min(room, right))
    slid = max(min(start, right - wish.key), free)
    return TagPlace(slid, True, False) if wish.key and slid + wish.key <= right else None
