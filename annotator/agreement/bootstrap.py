"""Percentile bootstrap over entries, on counts.

Every figure is a function of sums over entries, so an entry is drawn by a weight and never looked at again. The weights of a given
number of entries depend on the seed and that number alone: figures do not depend on which others are computed beside them.
Source: Efron, Tibshirani, An Introduction to the Bootstrap (1993), chapter 13 (the percentile interval).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from annotator.core.errors import InputError

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

LEVEL = 0.95
MOST_RESAMPLES = 100_000
_KEPT = 12_000_000
_CHUNK = 4_000_000


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds of a 95 % interval; both None where `reason` says why. `undefined`: resamples without a value, left out."""

    low: float | None
    high: float | None
    undefined: int = 0
    reason: str = ""


@dataclass(slots=True)
class Resampler:
    """Draws entries with replacement, the same way every time. `resamples` = 0 means no intervals.

    Two samplers of different `stream` draw independently. Raises InputError for a negative seed or a number of resamples out of bounds.
    """

    seed: int = 0
    resamples: int = 1000
    stream: int = 0
    _kept: dict[int, Floats] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        if self.seed < 0 or not 0 <= self.resamples <= MOST_RESAMPLES:
            raise InputError(f"A seed is 0 or more and resamples are 0 to {MOST_RESAMPLES}, not {self.seed} and {self.resamples}.")

    def sums(self, counts: Floats) -> Floats:
        """Return the sums (resamples, K) of counts (entries, K) over each resample of the entries."""
        entries = counts.shape[0]
        if entries == 0 or self.resamples == 0:
            return np.zeros((self.resamples, counts.shape[1]))
        if entries * self.resamples <= _KEPT:
            if entries not in self._kept:
                self._kept.clear()
                self._kept[entries] = np.concatenate(list(self._weights(entries)))
            return np.asarray(self._kept[entries] @ counts, dtype=np.float64)
        return np.concatenate([weights @ counts for weights in self._weights(entries)])

    def _weights(self, entries: int) -> Iterator[Floats]:
        random = np.random.default_rng(np.random.SeedSequence([self.seed, entries, self.stream]))
        size = max(_CHUNK // entries, 1)
        for first in range(0, self.resamples, size):
            rows = min(size, self.resamples - first)
            drawn = random.integers(0, entries, size=(rows, entries), dtype=np.int64)
            drawn += np.arange(rows, dtype=np.int64)[:, None] * entries
            yield np.bincount(drawn.ravel(), minlength=rows * entries).reshape(rows, entries).astype(np.float64)


def interval(samples: Floats, *, entries: int) -> Interval:
    """Return the 95 % percentile interval of resampled values (NaN: undefined in that resample)."""
    if samples.size == 0:
        return Interval(None, None, reason="no resamples were asked for")
    if entries < 2:
        return Interval(None, None, reason="an interval over entries needs two entries or more")
    defined = samples[~np.isnan(samples)]
    if defined.size == 0:
        return Interval(None, None, undefined=int(samples.size), reason="undefined in every resample")
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(defined, [tail, 1 - tail])
    return Interval(float(low), float(high), undefined=int(samples.size - defined.size))
