"""Ratings of units (tokens) as numbers, and the sums per group (entry) that the coefficients need."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from annotator.agreement.bootstrap import Floats, Ints
from annotator.agreement.study import Mask, Spans, Study
from annotator.agreement.values import NONE, WHOLE, Slice

MISSING = -1
"""The code of a unit that a rater did not rate."""


def token_codes(study: Study, layers: Sequence[int], part: Slice = WHOLE) -> tuple[Ints, tuple[str, ...]]:
    """Return the category of each token in each layer (layers, tokens), and the categories' names; the first is "none".

    A token has the labels of the spans it shares a character with. Several labels on one token (nested spans) are a category of their own,
    written "A + B": two layers agree there only if they give the same set.
    """
    names = [NONE, *study.labels]
    several: dict[tuple[int, ...], int] = {}
    codes = np.zeros((len(layers), study.token_entry.size), dtype=np.int64)
    for row, layer in enumerate(layers):
        token, label = _tokens_of(study, study.labelled(layer, part))
        times = np.bincount(token, minlength=study.token_entry.size)
        single = times[token] == 1
        codes[row, token[single]] = label[single] + 1
        mixed: dict[int, list[int]] = {}
        for place, code in zip(token[~single].tolist(), label[~single].tolist(), strict=True):
            mixed.setdefault(place, []).append(code)
        for place, found in mixed.items():
            labels = tuple(found)
            if labels not in several:
                several[labels] = len(names)
                names.append(" + ".join(study.labels[code] for code in labels))
            codes[row, place] = several[labels]
    return codes, tuple(names)


def hidden(codes: Ints, owner: Ints, ready: Mask) -> Ints:
    """Return the codes with MISSING wherever the rater is not done with the unit's entry. `ready` is (raters, entries)."""
    return np.where(ready[:, owner], codes, MISSING)


def pair_columns(codes: Ints, owner: Ints, *, groups: int, categories: int) -> Floats:
    """Return (groups, 1 + 2 C) for Cohen's kappa and Scott's pi: agreed, one rater's margins, the other's; units with a gap drop out."""
    both = (codes != MISSING).all(axis=0)
    first, second, at = codes[0, both], codes[1, both], owner[both]
    agreed = np.bincount(at[first == second], minlength=groups)[:, None]
    margins = [np.bincount(at * categories + rater, minlength=groups * categories).reshape(groups, categories) for rater in (first, second)]
    return np.concatenate([agreed, *margins], axis=1).astype(np.float64)


def fleiss_columns(codes: Ints, owner: Ints, *, groups: int, categories: int) -> Floats:
    """Return (groups, C + 2) for Fleiss' kappa: agreement, the ratings of each category, units. Only units that all have rated count."""
    full = (codes != MISSING).all(axis=0)
    ratings, at = codes[:, full], owner[full]
    raters = ratings.shape[0]
    agreed, totals = _agreement(ratings, at, groups, categories)
    units = np.bincount(at, minlength=groups).astype(np.float64)
    return np.column_stack([agreed / max(raters * (raters - 1), 1), totals, units])


def alpha_columns(codes: Ints, owner: Ints, *, groups: int, categories: int) -> Floats:
    """Return (groups, C + 1) for Krippendorff's alpha: agreement weighted by 1 / (m_u - 1), and the pairable ratings of each category."""
    rated = (codes != MISSING).sum(axis=0)
    pairable = rated >= 2
    ratings, at = codes[:, pairable], owner[pairable]
    agreed, totals = _agreement(ratings, at, groups, categories, weight=1 / np.maximum(rated[pairable] - 1, 1))
    return np.column_stack([agreed, totals])


def _agreement(ratings: Ints, at: Ints, groups: int, categories: int, *, weight: Floats | None = None) -> tuple[Floats, Floats]:
    agreed = np.zeros(at.size)
    totals = np.zeros((groups, categories))
    for category in range(categories):
        count = np.count_nonzero(ratings == category, axis=0).astype(np.float64)
        agreed += count * (count - 1)
        totals[:, category] = np.bincount(at, weights=count, minlength=groups)
    summed = np.bincount(at, weights=agreed if weight is None else agreed * weight, minlength=groups)
    return summed.astype(np.float64), totals


def _tokens_of(study: Study, spans: Spans) -> tuple[Ints, Ints]:
    first = np.searchsorted(study.token_end, spans.start, side="right")
    counts = np.maximum(np.searchsorted(study.token_start, spans.end, side="left") - first, 0)
    heads = np.repeat(first - np.concatenate([[0], np.cumsum(counts)[:-1]]) if counts.size else first, counts)
    token = heads + np.arange(int(counts.sum()), dtype=np.int64)
    width = max(len(study.labels), 1)
    pairs = np.unique(token * width + np.repeat(spans.label, counts))
    return pairs // width, pairs % width
