"""Krippendorff's alpha for unitizing: how far raters agree on where units begin and end, and on their label, over a continuum.

Source: Krippendorff, On the reliability of unitizing continuous data, Sociological Methodology 25, 1995; Content Analysis, 2nd edition,
2004, section 11.6. With m raters, a continuum of length L (code points), and for each label c the sections g of rater i, of length b,
which are units (v = 1) or gaps (v = 0):

    D_oc = sum over raters i, j != i and their sections g, h of delta^2 / (m (m - 1) L^2)
    delta^2 = (difference of starts)^2 + (difference of ends)^2     for two units that share text,
            = b^2                                                   for a unit that lies within a gap of the other
    D_ec = (2 / L) sum over units [ (N_c - 1) (2 b^3 - 3 b^2 + b) / 3 + b^2 sum over gaps h of at least b of (b_h - b + 1) ]
           / ( m L (m L - 1) - sum over units b (b - 1) )
           where N_c is the number of units of c by all raters
    alpha = 1 - (sum over c of D_oc) / (sum over c of D_ec)

The continuum of a corpus is its entries end to end. A gap ends where its entry ends, for no unit can reach over that edge; with one entry
the formula is the published one. So every term is a sum over entries, and can be resampled by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.bootstrap import Floats, Ints
from annotator.agreement.measures import ratio
from annotator.agreement.spans import overlapping
from annotator.agreement.study import Spans


@dataclass(frozen=True, slots=True)
class Units:
    """One label's sums per entry: the entry's length, delta^2, b (b - 1), then per length of a unit its number, then its room."""

    label: int
    lengths: Ints
    columns: Floats


def disjoint(spans: Spans) -> Spans:
    """Return the spans without those that share text with a longer (or, of equal length, earlier) one of the same label."""
    order = np.lexsort((spans.start, spans.label))
    label, start, end = spans.label[order], spans.start[order], spans.end[order]
    if not ((label[1:] == label[:-1]) & (start[1:] < end[:-1])).any():
        return spans
    keep: list[int] = []
    taken: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for number in np.lexsort((spans.start, spans.start - spans.end)).tolist():
        first, last = int(spans.start[number]), int(spans.end[number])
        there = taken.setdefault((int(spans.entry[number]), int(spans.label[number])), [])
        if all(last <= other_first or other_last <= first for other_first, other_last in there):
            there.append((first, last))
            keep.append(number)
    chosen = np.zeros(spans.key.size, dtype=np.bool_)
    chosen[keep] = True
    return spans.where(chosen)


def unit_sums(layers: Sequence[Spans], *, base: Ints, length: Ints, labels: Sequence[int]) -> tuple[Units, ...]:
    """Return the sums per entry for each label. The spans of one label in one layer share no text (`disjoint`)."""
    return tuple(_of_label(label, [spans.where(spans.label == label) for spans in layers], base, length) for label in labels)


def disagreement(sums: Floats, lengths: Ints, raters: int) -> tuple[Floats, Floats]:
    """Return observed and expected disagreement of one label from its summed columns (..., 3 + 2 lengths); NaN where there is no text."""
    total, observed, own = sums[..., 0], sums[..., 1], sums[..., 2]
    size = lengths.astype(np.float64)
    number, room = sums[..., 3 : 3 + lengths.size], sums[..., 3 + lengths.size :]
    whole = raters * total
    others = number.sum(axis=-1, keepdims=True) - 1
    inner = (number * (others * (2 * size**3 - 3 * size**2 + size) / 3 + size**2 * room)).sum(axis=-1)
    below = whole * (whole - 1) - own
    return ratio(observed, raters * (raters - 1) * total**2), ratio(2 * inner, total * below)


def alpha(units: Sequence[Units], sums: Sequence[Floats], raters: int) -> Floats:
    """Return alpha over all labels from each label's sums; NaN where nothing can differ (no unit, or no room to lie elsewhere)."""
    observed = np.zeros(sums[0].shape[:-1])
    expected = np.zeros(sums[0].shape[:-1])
    for unit, summed in zip(units, sums, strict=True):
        one, other = disagreement(summed, unit.lengths, raters)
        observed, expected = observed + one, expected + other
    return np.asarray(1 - ratio(observed, expected), dtype=np.float64)


def _of_label(label: int, layers: list[Spans], base: Ints, length: Ints) -> Units:
    groups = length.size
    sizes = [spans.end - spans.start for spans in layers]
    lengths = np.unique(np.concatenate(sizes))
    observed = np.zeros(groups)
    for i, first in enumerate(layers):
        for second in layers[i + 1 :]:
            # Each unordered pair of sections is met twice in the published sum.
            observed += 2 * _delta(first, second, groups)
    own = np.zeros(groups)
    number = np.zeros((groups, lengths.size))
    room = np.zeros((groups, lengths.size))
    for spans, size in zip(layers, sizes, strict=True):
        own += np.bincount(spans.entry, weights=(size * (size - 1)).astype(np.float64), minlength=groups)
        np.add.at(number, (spans.entry, np.searchsorted(lengths, size)), 1.0)
        entry, gap = _gaps(spans, base, length)
        for column, b in enumerate(lengths.tolist()):
            fits = np.maximum(gap - b + 1, 0).astype(np.float64)
            room[:, column] += np.bincount(entry, weights=fits, minlength=groups)
    return Units(label, lengths, np.column_stack([length.astype(np.float64), observed, own, number, room]))


def _delta(first: Spans, second: Spans, groups: int) -> Floats:
    left, right = overlapping(first, second)
    apart = (first.start[left] - second.start[right]) ** 2 + (first.end[left] - second.end[right]) ** 2
    result = np.bincount(first.entry[left], weights=apart.astype(np.float64), minlength=groups)
    for spans, met in ((first, left), (second, right)):
        alone = np.ones(spans.key.size, dtype=np.bool_)
        alone[met] = False
        size = (spans.end - spans.start)[alone].astype(np.float64)
        result = result + np.bincount(spans.entry[alone], weights=size**2, minlength=groups)
    return np.asarray(result, dtype=np.float64)


def _gaps(spans: Spans, base: Ints, length: Ints) -> tuple[Ints, Ints]:
    groups = length.size
    # A unit of no length at the head of each entry and one at its end: gaps are then what lies between neighbours of one entry.
    entry = np.concatenate([np.arange(groups), spans.entry, np.arange(groups)])
    start = np.concatenate([base, spans.start, base + length])
    end = np.concatenate([base, spans.end, base + length])
    order = np.lexsort((end, start, entry))
    entry, start, end = entry[order], start[order], end[order]
    same = entry[1:] == entry[:-1]
    gap = (start[1:] - end[:-1])[same]
    return entry[1:][same][gap > 0], gap[gap > 0]
