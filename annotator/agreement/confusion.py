"""Which label stands against which: spans of two layers paired, one to one, and counted by label; "none" where there is no partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.agreement.partners import Cell, paired
from annotator.agreement.study import Study
from annotator.agreement.values import NONE, WHOLE, Counted, LeftOut, Slice


@dataclass(frozen=True, slots=True)
class Confusion:
    """Counts of paired spans: a row is a label of the first layer, a column one of the second; the last of each is "none".

    The corner none/none is 0 and means nothing: what no one marked cannot be counted.
    """

    layers: tuple[str, str]
    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    counted: Counted
    left_out: tuple[LeftOut, ...] = ()
    slice: Slice = WHOLE

    @property
    def headings(self) -> tuple[str, ...]:
        """The labels as written over the columns, "none" last."""
        return (*self.labels, NONE)

    def count(self, cell: Cell) -> int:
        """Return how often the labels of a cell stand against each other."""
        row, column = (len(self.labels) if label is None else self.labels.index(label) for label in cell)
        return self.counts[row][column]


def confusion(
    study: Study,
    first: int,
    second: int,
    *,
    counted: Counted,
    left_out: tuple[LeftOut, ...] = (),
    part: Slice = WHOLE,
    unfinished: bool = False,
) -> Confusion:
    """Return the matrix of two layers over the entries both are done with. `counted` and `left_out` are those of the pair's figures.

    A slice's label is not applied: it would hide what the label is confused with.
    """
    tally: Counter[Cell] = Counter()
    ready = study.ready((first, second), unfinished=unfinished).all(axis=0) & study.inside(part, (first, second))
    one, other = study.layers[first].work, study.layers[second].work
    for number in ready.nonzero()[0].tolist():
        entry = study.entries[number].id
        left, right = one[entry].places, other[entry].places
        if left == right:
            tally.update((place[2], place[2]) for place in set(left))
        else:
            tally.update((a[2] if a else None, b[2] if b else None) for a, b in paired(left, right))
    labels = tuple(sorted({label for cell in tally for label in cell if label is not None}))
    order: tuple[str | None, ...] = (*labels, None)
    counts = tuple(tuple(tally[row, column] for column in order) for row in order)
    return Confusion((study.names[first], study.names[second]), labels, counts, counted, left_out, part)


def matrices(study: Study, *, unfinished: bool = False, progress: Callable[[int, int], None]) -> Iterator[Confusion]:
    """Yield the matrix of each two layers, without what their figures rest on. `progress` is told how many are done, and of how many."""
    pairs = list(combinations(range(len(study.layers)), 2))
    for done, (first, second) in enumerate(pairs):
        progress(done, len(pairs))
        yield confusion(study, first, second, counted=Counted(), unfinished=unfinished)


def confusability(matrices: Sequence[Confusion]) -> Mapping[frozenset[str | None], float]:
    """Return, for each two labels, how often they stand against each other, of all pairs where one of them stands for itself or the other.

    (xy + yx) / (xx + yy + xy + yx), over all matrices together; None is "none", which never stands for itself.
    """
    tally: Counter[frozenset[str | None]] = Counter()
    for matrix in matrices:
        order: tuple[str | None, ...] = (*matrix.labels, None)
        for row, counts in zip(order, matrix.counts, strict=True):
            for column, count in zip(order, counts, strict=True):
                tally[frozenset((row, column))] += count
    shares = {}
    for pair, count in tally.items():
        if len(pair) == 2 and count:
            shares[pair] = count / (count + sum(tally[frozenset((label,))] for label in pair))
    return shares
