"""Whether one of two is better: the paired bootstrap."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.measures import f1
from annotator.agreement.paired import paired, strict_counts

GOLD = {bytes([n]): ((0, 4, "GPE"), (6, 9, "ORG")) for n in range(30)}


def test_counts_hold_places_that_are_equal_in_edges_and_label() -> None:
    counts = strict_counts({b"a": ((0, 4, "GPE"), (6, 9, "ORG")), b"b": ()}, {b"a": ((0, 4, "GPE"), (6, 9, "LOC"))})
    assert counts.tolist() == [[1, 2, 2], [0, 0, 0]]


def test_one_that_is_better_in_every_entry_is_so_in_every_resample() -> None:
    worse = strict_counts(GOLD, {entry: places[:1] for entry, places in GOLD.items()})
    found = paired(worse, strict_counts(GOLD, GOLD), f1)
    assert (found.higher, found.lower) == (1.0, 0.0)
    assert found.first is not None
    assert found.second == 1.0


def test_two_equal_ones_are_never_better() -> None:
    counts = strict_counts(GOLD, {})
    assert (paired(counts, counts, f1).higher, paired(counts, counts, f1).lower) == (0.0, 0.0)


def test_one_entry_that_is_better_among_many_alike_is_better_as_often_as_it_is_drawn() -> None:
    before = {entry: places[:1] for entry, places in GOLD.items()}
    after = before | {b"\0": GOLD[b"\0"]}
    found = paired(strict_counts(GOLD, before), strict_counts(GOLD, after), f1)
    assert 0.55 < found.higher < 0.72  # 1 - (1 - 1/30)^30 is 0.64
    assert found.lower == 0.0


def test_without_entries_there_is_nothing_to_tell() -> None:
    found = paired(np.zeros((0, 3)), np.zeros((0, 3)), f1)
    assert (found.first, found.second, found.higher, found.lower) == (None, None, 0.0, 0.0)


rows = st.lists(st.tuples(st.integers(0, 5), st.integers(5, 9), st.integers(5, 9)), min_size=1, max_size=12)


@given(rows, st.integers(0, 3))
def test_turning_the_two_round_turns_the_shares_round(counts: list[tuple[int, int, int]], seed: int) -> None:
    one, other = np.array(counts, dtype=float), np.array(counts[::-1], dtype=float)
    there, back = paired(one, other, f1, seed=seed, resamples=50), paired(other, one, f1, seed=seed, resamples=50)
    assert (there.higher, there.lower) == (back.lower, back.higher)
    assert there == paired(one, other, f1, seed=seed, resamples=50)
