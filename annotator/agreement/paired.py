"""Whether one of two sets of spans is better than the other against the same gold, and how sure that is: the paired bootstrap.

The same entries are drawn for both, so that what makes an entry hard for both does not count as noise (Efron, Tibshirani, An Introduction
to the Bootstrap, 1993, chapter 16; Koehn 2004, "Statistical significance tests for machine translation evaluation", uses it so).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.bootstrap import Floats, Resampler
from annotator.agreement.measures import ratio
from annotator.agreement.values import Place
from annotator.core.ids import Id


@dataclass(frozen=True, slots=True)
class Paired:
    """The two figures (None where undefined), and in which share of the resamples the second was higher and lower; ties are neither."""

    first: float | None
    second: float | None
    higher: float
    lower: float


def strict_counts(gold: Mapping[Id, Sequence[Place]], found: Mapping[Id, Sequence[Place]]) -> Floats:
    """Return for each entry of the gold (in its order) how many places are equal in edges and label, how many are gold, how many found."""
    rows = [(len(set(gold[each]) & set(found.get(each, ()))), len(set(gold[each])), len(set(found.get(each, ())))) for each in gold]
    return np.array(rows, dtype=np.float64).reshape(len(rows), 3)


def counted(rows: Sequence[tuple[int, ...]]) -> Floats:
    """Return counts, a row for each entry, as they are drawn from."""
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(rows[0]) if rows else 2)


def recall(sums: Floats) -> Floats:
    """Return found / gold, from columns found and gold."""
    return ratio(sums[..., 0], sums[..., 1])


def paired(first: Floats, second: Floats, measure: Callable[[Floats], Floats], *, seed: int = 0, resamples: int = 2000) -> Paired:
    """Hold two sets of counts (entries, K) of the same entries against each other, by a measure of their sums (…, K)."""
    resampler = Resampler(seed, resamples)
    values = [measure(counts.sum(axis=0)) for counts in (first, second)]
    if not len(first):
        return Paired(None, None, 0.0, 0.0)
    drawn = [np.nan_to_num(measure(resampler.sums(counts))) for counts in (first, second)]
    higher, lower = ((drawn[1] > drawn[0]).mean(), (drawn[1] < drawn[0]).mean()) if resamples else (0.0, 0.0)
    first_value, second_value = (None if np.isnan(each) else float(each) for each in values)
    return Paired(first_value, second_value, float(higher), float(lower))
