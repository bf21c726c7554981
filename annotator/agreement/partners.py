"""Which span of one layer stands against which of another. Without numpy, as the list of disagreements needs it."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.agreement.values import Place

Cell = tuple[str | None, str | None]
"""The labels of one pair; None where that layer has nothing."""


def paired(left: Iterable[Place], right: Iterable[Place]) -> list[tuple[Place | None, Place | None]]:
    """Pair the places of two layers in one entry, each at most once: equal ones, then equal edges, then the most shared text.

    Ties go to the earlier place. What is left has None for a partner. The order is that of the text.
    """
    first, second = sorted(set(left)), sorted(set(right))
    pairs: list[tuple[Place | None, Place | None]] = [(place, place) for place in sorted(set(first) & set(second))]
    rest, other = [place for place in first if place not in second], [place for place in second if place not in first]
    ranked = sorted(
        ((a[:2] != b[:2], max(a[0], b[0]) - min(a[1], b[1]), a, b) for a in rest for b in other if a[0] < b[1] and b[0] < a[1]),
    )
    gone_left: set[Place] = set()
    gone_right: set[Place] = set()
    for *_, a, b in ranked:
        if a not in gone_left and b not in gone_right:
            gone_left.add(a)
            gone_right.add(b)
            pairs.append((a, b))
    pairs += [(place, None) for place in rest if place not in gone_left]
    pairs += [(None, place) for place in other if place not in gone_right]
    return sorted(pairs, key=lambda pair: (pair[0] or pair[1] or (0, 0, ""), pair[1] or (0, 0, "")))
