"""From the chain's probabilities to ones that hold on text that was not learned from, and from which of them on a name is given: a rising
line and thresholds, fitted to held-out names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_FEWEST = 25
"""A point of the line stands for at least this many names."""
MISSING, REJECTING = 2.0, 2.0
"""Keys, by `tests/bench/bench_keys.py` on six texts: 1.8 to 2.3 to reject what is wrong, 2.7 to 3.8 for a name that nobody proposed; of the
names that the model does not give, rules give a third. To mend label or edges takes 2 to 4.7, as much as if nothing had been proposed:
where a wrong name meets a right one, showing it costs nothing more."""
_STEPS = tuple(step / 20 for step in range(4, 15))
_ENOUGH = 100
"""A label has its own threshold where so many of its held-out names lie between the lowest and the highest that is tried."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A name that was found in held-out text: label, probability, whether it was right, and whether it shares text with a right one."""

    label: str
    score: float
    right: bool
    met: bool


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


def cheapest(corpora: Sequence[Sequence[Judged]]) -> tuple[float, dict[str, float]]:
    """Return the threshold by which the names of some corpora cost the fewest keys, and the same by label where there are enough of its
    names to tell. Each corpus has one voice: what counts is the keys for each of its right names.
    """
    shared = _cheapest(corpora, corpora)
    labels = sorted({each.label for names in corpora for each in names})
    own = {label: [[each for each in names if each.label == label] for names in corpora] for label in labels}
    told = {
        label: parts
        for label, parts in own.items()
        if sum(_STEPS[0] <= each.score < _STEPS[-1] for names in parts for each in names) >= _ENOUGH
    }
    return shared, {label: _cheapest(parts, corpora) for label, parts in told.items()}


def keys(judged: Iterable[Judged], threshold: float) -> float:
    """Return what a threshold costs in keys: right names that are not given, and wrong ones that are and stand alone."""
    return sum(MISSING * each.right if each.score < threshold else REJECTING * (not each.right and not each.met) for each in judged)


def _cheapest(parts: Sequence[Sequence[Judged]], corpora: Sequence[Sequence[Judged]]) -> float:
    rights = [max(1, sum(each.right for each in names)) for names in corpora]
    return min(_STEPS, key=lambda step: (sum(keys(part, step) / right for part, right in zip(parts, rights, strict=True)), step))


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
