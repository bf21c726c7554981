"""A linear chain over BILUO tags, in plain numpy: training with partly known tags, and exact probabilities of spans.

Forward and backward sums are scaled at each step (Rabiner 1989, section V.A). Partly known tags give the marginal likelihood of
Tsuboi et al. 2008 ("Training Conditional Random Fields Using Incomplete Annotations"): the sum over all taggings that are allowed.
Shapes: S sequences, T steps, K tags. Tag 0 is O; label k has B, I, L, U at 1 + 4k and on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_LONGEST = 12
"""The most steps (words) of a span that is likely."""
B, I, L, U = 1, 2, 3, 4  # noqa: E741


def tag_count(labels: int) -> int:
    """Return K for this number of labels."""
    return 1 + 4 * labels


def tag(label: int, part: int) -> int:
    """Return the tag of a part (`B`, `I`, `L`, `U`) of the label of this number."""
    return 4 * label + part


def legal(labels: int) -> tuple[Bools, Bools, Bools]:
    """Return which tag may follow which (K, K), and which may begin (K) and end (K) a sequence."""
    count = tag_count(labels)
    outside = np.zeros(count, dtype=bool)
    opens, closes = outside.copy(), outside.copy()
    opens[0] = closes[0] = True
    for label in range(labels):
        opens[[tag(label, B), tag(label, U)]] = True
        closes[[tag(label, L), tag(label, U)]] = True
    follow = np.outer(closes, opens)
    for label in range(labels):
        for first in (B, I):
            follow[tag(label, first), [tag(label, I), tag(label, L)]] = True
    return follow, opens, closes


@dataclass(frozen=True, slots=True)
class Chain:
    """Scaled sums over the taggings of S sequences. `factors`, `alpha`, `beta`: (T, S, K); `scale`: (T, S); `log_z`: (S)."""

    factors: Floats
    alpha: Floats
    beta: Floats
    scale: Floats
    log_z: Floats

    @property
    def gamma(self) -> Floats:
        """The probability of each tag at each step, (T, S, K)."""
        return np.asarray(self.alpha * self.beta)


def chain(scores: Floats, lengths: NDArray[np.int64], follow: Floats, opens: Bools, closes: Bools, allowed: Bools | None = None) -> Chain:
    """Return the sums for padded scores (T, S, K); `follow` holds weights (not logarithms), zero where illegal.

    `allowed` (T, S, K) keeps only some tags. Steps at and after a sequence's length count nothing. A sequence without any legal
    tagging has the logarithm -inf.
    """
    steps, count, _ = scores.shape
    inside = np.arange(steps)[:, None] < lengths[None, :]
    last = np.arange(steps)[:, None] == (lengths - 1)[None, :]
    top = scores.max(axis=2, keepdims=True)
    factors = np.exp(scores - top) * inside[:, :, None]
    factors[0] *= opens
    factors *= np.where(last[:, :, None], closes, 1.0)
    if allowed is not None:
        factors *= allowed
    alpha = np.empty_like(factors)
    beta = np.empty_like(factors)
    scale = np.ones((steps, count))
    dead = np.zeros(count, dtype=bool)
    for at in range(steps):
        row = factors[at] if at == 0 else (alpha[at - 1] @ follow) * factors[at]
        total = row.sum(axis=1)
        dead |= inside[at] & (total <= 0.0)
        scale[at] = np.where(total > 0.0, total, 1.0)
        alpha[at] = row / scale[at][:, None]
    beta[steps - 1] = 1.0
    for at in range(steps - 2, -1, -1):
        row = ((factors[at + 1] * beta[at + 1]) @ follow.T) / scale[at + 1][:, None]
        beta[at] = np.where(inside[at + 1][:, None], row, 1.0)
    log_z = np.where(inside, np.log(scale) + top[:, :, 0], 0.0).sum(axis=0)
    log_z[dead] = -np.inf
    return Chain(factors, alpha, beta, scale, log_z)


def pair_sums(sums: Chain, follow: Floats) -> Floats:
    """Return the expected count of each transition over all sequences, (K, K)."""
    ahead = sums.factors[1:] * sums.beta[1:] / sums.scale[1:][:, :, None]
    before = sums.alpha[:-1].reshape(-1, follow.shape[0])
    return np.asarray((before.T @ ahead.reshape(-1, follow.shape[0])) * follow)


def allow(allowed: Bools, start: int, end: int, label: int) -> None:
    """Let the steps start..end (end exclusive) be one span of a label, in a table (steps, K) of what may be."""
    if end - start == 1:
        allowed[start, tag(label, U)] = True
        return
    allowed[start, tag(label, B)] = True
    allowed[start + 1 : end - 1, tag(label, I)] = True
    allowed[end - 1, tag(label, L)] = True


def likely_spans(
    sums: Chain, lengths: Sequence[int], labels: int, follow: Floats, *, least: float
) -> list[list[tuple[int, int, int, float]]]:
    """Return for each sequence every span (start, end, label, probability) of at least this probability, best first."""
    gamma = sums.gamma
    found: list[list[tuple[int, int, int, float]]] = [[] for _ in lengths]
    for label in range(labels):
        for at, sequence in np.argwhere(gamma[:, :, tag(label, U)] >= least):
            found[sequence].append((int(at), int(at) + 1, label, float(gamma[at, sequence, tag(label, U)])))
        inner = float(follow[tag(label, I), tag(label, I)]), float(follow[tag(label, B), tag(label, I)])
        for at, sequence in np.argwhere(gamma[:, :, tag(label, B)] >= least):
            value = float(sums.alpha[at, sequence, tag(label, B)])
            before = tag(label, B)
            for now in range(int(at) + 1, min(int(at) + _LONGEST, lengths[sequence])):
                step = sums.factors[now, sequence] / sums.scale[now, sequence]
                close = float(follow[before, tag(label, L)] * step[tag(label, L)] * sums.beta[now, sequence, tag(label, L)])
                if value * close >= least:
                    found[sequence].append((int(at), now + 1, label, min(1.0, value * close)))
                value *= (inner[1] if before == tag(label, B) else inner[0]) * float(step[tag(label, I)])
                before = tag(label, I)
                if value * float(sums.beta[now, sequence, before]) < least:
                    break
    for spans in found:
        spans.sort(key=lambda each: (-each[3], each[0] - each[1], each[0]))
    return found
