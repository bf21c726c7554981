"""From the chain's probabilities to ones that hold on text that was not learned from: a rising line fitted to held-out names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_FEWEST = 25
"""A point of the line stands for at least this many names."""


def rising_line(scored: Sequence[tuple[float, bool]], *, points: int = 15) -> tuple[tuple[float, float], ...]:
    """Return points (raw, calibrated) of a line that never falls, from raw scores and whether each name was right.

    Isotonic regression by pooling adjacent violators (Zadrozny and Elkan 2002), on groups of equal size, ends included. Too few names
    give an empty line: the scores stay as they are.
    """
    ranked = sorted(scored, key=lambda each: each[0])
    size = max(_FEWEST, len(ranked) // points)
    if len(ranked) < 2 * size:
        return ()
    groups = [ranked[at : at + size] for at in range(0, len(ranked) - size + 1, size)]
    groups[-1] = ranked[(len(groups) - 1) * size :]
    pooled: list[list[tuple[float, bool]]] = []
    for group in groups:
        pooled.append(list(group))
        while len(pooled) > 1 and (_share(pooled[-2]) >= _share(pooled[-1]) or pooled[-2][0][0] == pooled[-1][-1][0]):
            last = pooled.pop()
            pooled[-1] += last
    line = [(sum(raw for raw, _ in group) / len(group), _share(group)) for group in pooled]
    inner = [(round(raw, 4), round(true, 4)) for raw, true in line if 0.0 < raw < 0.9999]
    return ((0.0, 0.0), *inner, (1.0, max(true for _, true in line)))


def _share(group: Sequence[tuple[float, bool]]) -> float:
    return sum(right for _, right in group) / len(group)


def reliability(scored: Iterable[tuple[float, bool]], *, bins: int = 10) -> tuple[float, list[Mapping[str, float]]]:
    """Return the expected calibration error (Guo et al. 2017, equal-width bins) and the table: mean score, share that is right, count."""
    table: list[list[float]] = [[0.0, 0.0, 0.0] for _ in range(bins)]
    for score, right in scored:
        row = table[min(bins - 1, int(score * bins))]
        row[0] += score
        row[1] += right
        row[2] += 1
    total = sum(row[2] for row in table)
    error = sum(abs(row[0] - row[1]) for row in table) / total if total else 0.0
    return error, [
        {"score": round(row[0] / row[2], 3), "right": round(row[1] / row[2], 3), "count": int(row[2])} for row in table if row[2]
    ]
