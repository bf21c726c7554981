"""Spans against spans: per entry, how many fit."""

from __future__ import annotations

import numpy as np

from annotator.agreement.bootstrap import Floats, Ints
from annotator.agreement.study import Spans


def strict_columns(first: Spans, second: Spans, *, groups: int) -> Floats:
    """Return (groups, 3): places that are equal in edges and label, places of one, places of the other."""
    return _columns(first.entry[_common(first.key, second.key)], first.entry, second.entry, groups)


def edge_columns(first: Spans, second: Spans, *, groups: int) -> Floats:
    """Return (groups, 3): stretches with equal edges whatever their label, stretches of one, stretches of the other."""
    left, right = _once(first), _once(second)
    return _columns(left.entry[_common(left.edge, right.edge)], left.entry, right.entry, groups)


def label_columns(first: Spans, second: Spans, *, groups: int) -> Floats:
    """Return (groups, 2): stretches that both marked with the same labels, stretches that both marked."""
    left, right = _once(first), _once(second)
    shared = _common(left.edge, right.edge)
    edges, entry = left.edge[shared], left.entry[shared]
    either = np.concatenate([first.key, second.key])
    edge_of = np.concatenate([first.edge, second.edge])
    keys, at, times = np.unique(either, return_index=True, return_counts=True)
    alone = np.unique(edge_of[at[times == 1]]) if keys.size else keys
    equal = ~np.isin(edges, alone)
    return np.column_stack([np.bincount(entry[equal], minlength=groups), np.bincount(entry, minlength=groups)]).astype(np.float64)


def overlap_columns(first: Spans, second: Spans, *, groups: int) -> Floats:
    """Return (groups, 3): the most pairs, one to one, of spans that share a character and a label; spans of one, spans of the other.

    One to one, so that one long span over three short ones is one fit and not three.
    """
    left, right = overlapping(first, second)
    lonely = (np.bincount(left, minlength=first.key.size)[left] == 1) & (np.bincount(right, minlength=second.key.size)[right] == 1)
    pairs = [left[lonely]]
    rest = list(zip(left[~lonely].tolist(), right[~lonely].tolist(), strict=True))
    if rest:
        pairs.append(np.array(_matched(rest), dtype=np.int64))
    return _columns(first.entry[np.concatenate(pairs)], first.entry, second.entry, groups)


def overlapping(first: Spans, second: Spans) -> tuple[Ints, Ints]:
    """Return the row numbers of all pairs of spans that share a character and a label."""
    if not first.key.size or not second.key.size:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    line = int(max(first.end.max(), second.end.max())) + 1
    starts, ends = first.start + first.label * line, first.end + first.label * line
    order = np.lexsort((second.end, second.start, second.label))
    other_start, other_end = (second.start + second.label * line)[order], (second.end + second.label * line)[order]
    # Where spans of one label nest, ends are not in order: the greatest end so far is, and finds too many, which are dropped below.
    head = np.searchsorted(np.maximum.accumulate(other_end), starts, side="right")
    counts = np.maximum(np.searchsorted(other_start, ends, side="left") - head, 0)
    left = np.repeat(np.arange(starts.size, dtype=np.int64), counts)
    jump = np.repeat(head - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
    right = jump + np.arange(left.size, dtype=np.int64)
    truly = (other_end[right] > starts[left]) & (other_start[right] < ends[left])
    return left[truly], order[right[truly]].astype(np.int64)


def _matched(pairs: list[tuple[int, int]]) -> list[int]:
    """Return the left members of a greatest one-to-one choice (augmenting paths, without recursion)."""
    options: dict[int, list[int]] = {}
    for left, right in pairs:
        options.setdefault(left, []).append(right)
    right_of: dict[int, int] = {}
    left_of: dict[int, int] = {}
    for start in options:
        came_from: dict[int, int] = {}
        todo = [start]
        while todo:
            left = todo.pop()
            new = [right for right in options[left] if right not in came_from]
            came_from.update(dict.fromkeys(new, left))
            free = next((right for right in new if right not in left_of), None)
            if free is not None:
                _switch(right_of, left_of, came_from, free)
                break
            todo += [left_of[right] for right in new]
    return list(right_of)


def _switch(right_of: dict[int, int], left_of: dict[int, int], came_from: dict[int, int], free: int) -> None:
    right: int | None = free
    while right is not None:
        left = came_from[right]
        before = right_of.get(left)
        right_of[left], left_of[right] = right, left
        right = before


def _common(first: Ints, second: Ints) -> Ints:
    return np.flatnonzero(np.isin(first, second, assume_unique=True)).astype(np.int64)


def _once(spans: Spans) -> Spans:
    return spans.where(np.concatenate([[True], spans.edge[1:] != spans.edge[:-1]])) if spans.edge.size else spans


def _columns(matched: Ints, first: Ints, second: Ints, groups: int) -> Floats:
    return np.column_stack([np.bincount(column, minlength=groups) for column in (matched, first, second)]).astype(np.float64)
