"""The quick ways give what the slow and plain ways give."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

import numpy as np
import pytest
from compared_layers import entry_id, layer, of, only
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import coding, spans
from annotator.agreement.figures import whole
from annotator.agreement.study import study
from annotator.agreement.values import ComparedEntry, Place, compared

LENGTH = 24
places = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 8), st.sampled_from(("ORG", "GPE"))).map(
        lambda each: (each[0], min(each[0] + each[1], LENGTH), each[2])
    ),
    max_size=7,
)


def _flat(held: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in sorted(held):
        if all(place[0] >= other[1] for other in kept):
            kept.append(place)
    return kept


def _naive_alpha(work: list[list[list[Place]]], lengths: list[int]) -> float | None:
    """Alpha for unitizing by loops over sections; work[rater][entry], gaps end with their entry."""
    raters, total = len(work), sum(lengths)
    above = below = 0.0
    for label in {place[2] for rater in work for held in rater for place in held}:
        units = [[[(s, e) for s, e, each in sorted(held) if each == label] for held in rater] for rater in work]
        gaps = []
        for rater in units:
            for held, length in zip(rater, lengths, strict=True):
                edges = [0, *(edge for unit in held for edge in unit), length]
                gaps += [end - start for start, end in zip(edges[::2], edges[1::2], strict=True) if end > start]
        squares = 0
        for one, other in permutations(units, 2):
            for mine, theirs in zip(one, other, strict=True):
                for start, end in mine:
                    met = [(s, e) for s, e in theirs if s < end and start < e]
                    # A unit against a gap is met from both sides, as is a unit against a unit.
                    squares += sum((start - s) ** 2 + (end - e) ** 2 for s, e in met) if met else 2 * (end - start) ** 2
        above += squares / (raters * (raters - 1) * total**2)
        sizes = [end - start for rater in units for held in rater for start, end in held]
        inner = sum((len(sizes) - 1) * (2 * b**3 - 3 * b**2 + b) / 3 + b**2 * sum(gap - b + 1 for gap in gaps if gap >= b) for b in sizes)
        below += 2 / total * inner / (raters * total * (raters * total - 1) - sum(b * (b - 1) for b in sizes))
    return 1 - above / below if below else None


@settings(max_examples=60)
@given(st.integers(2, 4), st.integers(1, 3), st.data())
def test_alpha_for_unitizing_is_that_of_the_formula_written_as_loops(raters: int, count: int, data: st.DataObject) -> None:
    work = [[_flat(data.draw(places)) for _ in range(count)] for _ in range(raters)]
    packed = study(
        [ComparedEntry(entry_id(number), LENGTH) for number in range(count)], [layer(f"{n}", *held) for n, held in enumerate(work)]
    )
    found = [figure for figure in whole(packed, resamples=0) if figure.measure == "alpha_unitizing"][-1]
    expected = _naive_alpha(work, [LENGTH] * count)
    assert found.value == (None if expected is None else pytest.approx(expected))


@given(places, places)
def test_the_relaxed_pairing_is_a_greatest_one_even_where_spans_nest(first: list[Place], second: list[Place]) -> None:
    # Comes with scikit-learn.
    sparse = pytest.importorskip("scipy.sparse")
    packed = of(layer("A", first), layer("B", second))
    left, right = sorted(set(first)), sorted(set(second))
    ours = spans.overlap_columns(*packed.spans, groups=1)[0].tolist()
    meets = [[a[0] < b[1] and b[0] < a[1] and a[2] == b[2] for b in right] for a in left]
    if left and right:
        chosen = sparse.csgraph.maximum_bipartite_matching(sparse.csr_matrix(np.array(meets, dtype=int)))
        assert ours[0] == int((chosen >= 0).sum())
    assert ours[1:] == [len(left), len(right)]


@given(places, places)
def test_strict_edges_and_labels_are_those_of_sets(first: list[Place], second: list[Place]) -> None:
    packed = of(layer("A", first), layer("B", second))
    one, other = set(first), set(second)
    edges, back = {each[:2] for each in one}, {each[:2] for each in other}
    alike = [edge for edge in edges & back if {p for p in one if p[:2] == edge} == {p for p in other if p[:2] == edge}]
    assert spans.strict_columns(*packed.spans, groups=1)[0].tolist() == [len(one & other), len(one), len(other)]
    assert spans.edge_columns(*packed.spans, groups=1)[0].tolist() == [len(edges & back), len(edges), len(back)]
    assert spans.label_columns(*packed.spans, groups=1)[0].tolist() == [len(alike), len(edges & back)]


@given(places)
def test_a_word_has_the_labels_of_the_spans_it_shares_a_character_with(held: list[Place]) -> None:
    text = "Ann  left,Bo’s – New-York"[:LENGTH]
    entry = compared(entry_id(0), text)
    packed = study([entry], [layer("A", [place for place in held if place[1] <= len(text)])])
    codes, names = coding.token_codes(packed, (0,))
    inside = [place for place in held if place[1] <= len(text)]
    for token, code in zip(entry.tokens, codes[0].tolist(), strict=True):
        labels = sorted({label for start, end, label in inside if start < token[1] and token[0] < end})
        assert names[code] == (" + ".join(labels) or "none")


def test_agreement_falls_as_edges_part_and_is_highest_where_they_are_equal() -> None:
    values = []
    for shift in range(5):
        mine, other = (10, 20, "ORG"), (10 + shift, 20 + shift, "ORG")
        packed = study([ComparedEntry(entry_id(0), 80)], [layer("A", (mine,)), layer("B", (other,))])
        values.append(only(whole(packed, resamples=0), "alpha_unitizing").value or 0.0)
    assert values[0] == 1
    assert all(before > after for before, after in pairwise(values))


def test_pairs_of_four_layers_are_all_pairs_in_their_order() -> None:
    packed = of(*(layer(name, ((0, 4, "ORG"),)) for name in "ABCD"))
    pairs = [figure.layers for figure in whole(packed, resamples=0) if figure.measure == "f1_strict"]
    assert pairs == [*combinations("ABCD", 2), ("A", "B", "C", "D")]
