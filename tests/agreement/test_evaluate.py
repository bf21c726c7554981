"""Precision, recall and F1 against a gold layer."""

from __future__ import annotations

import pytest
from compared_layers import entry_id

from annotator.agreement.evaluate import evaluate

ONE, TWO = entry_id(1), entry_id(2)


def test_scores_by_label_and_over_all_strict_and_relaxed() -> None:
    gold = {ONE: [(0, 4, "ORG"), (10, 19, "GPE")], TWO: [(0, 4, "ORG")]}
    predicted = {ONE: [(0, 4, "ORG"), (10, 14, "GPE")], TWO: [(0, 4, "GPE")]}
    found = evaluate(gold, predicted)
    gpe, org = found.strict
    assert (org.label, org.matched, org.gold, org.predicted) == ("ORG", 1, 2, 1)
    assert (org.precision.value, org.recall.value, org.f1.value) == (1, 0.5, pytest.approx(2 / 3))
    assert (gpe.f1.value, found.relaxed[0].f1.value) == (0, pytest.approx(2 / 3))
    assert found.strict_all.f1.value == pytest.approx(1 / 3)
    assert found.relaxed_all.f1.value == pytest.approx(2 / 3)
    assert found.macro_strict.value == pytest.approx(1 / 3)


def test_what_is_not_there_is_undefined_and_not_0_or_1() -> None:
    nothing = evaluate({ONE: []}, {ONE: []}).strict_all
    assert (nothing.precision.value, nothing.recall.value, nothing.f1.value) == (None, None, None)
    assert nothing.f1.undefined
    unseen = evaluate({ONE: [(0, 4, "ORG")]}, {ONE: []}).strict_all
    assert (unseen.precision.value, unseen.recall.value, unseen.f1.value) == (None, 0, 0)
    assert "nothing was predicted" in unseen.precision.undefined
    assert evaluate({}, {}).macro_strict.value is None


def test_an_entry_that_one_side_does_not_hold_is_left_out_and_counted() -> None:
    found = evaluate({ONE: [(0, 4, "ORG")], TWO: []}, {ONE: [(0, 4, "ORG")]})
    assert (found.entries, found.strict_all.f1.value) == (1, 1)
    assert [(each.reason, each.count) for each in found.left_out] == [("in the gold layer only", 1)]


def test_one_long_span_over_three_short_ones_fits_once() -> None:
    found = evaluate({ONE: [(0, 4, "ORG"), (5, 9, "ORG"), (10, 14, "ORG")]}, {ONE: [(0, 14, "ORG")]})
    assert (found.relaxed_all.matched, found.relaxed_all.recall.value) == (1, pytest.approx(1 / 3))


def test_the_relaxed_pairing_is_the_greatest_one() -> None:
    # A pairing from left to right by the longest share would give the middle one away.
    gold = [(0, 10, "ORG"), (8, 30, "ORG")]
    predicted = [(9, 20, "ORG"), (25, 40, "ORG")]
    assert evaluate({ONE: gold}, {ONE: predicted}).relaxed_all.matched == 2


def test_intervals_come_when_asked_for_and_are_the_same_each_time() -> None:
    gold = {entry_id(number): [(0, 4, "ORG"), (5, 9, "ORG")] for number in range(20)}
    predicted = {entry_id(number): [(0, 4, "ORG")] if number % 3 else [] for number in range(20)}
    first, again = (evaluate(gold, predicted, seed=3, resamples=200) for _ in range(2))
    assert first == again
    low, value, high = first.strict_all.recall.low, first.strict_all.recall.value, first.strict_all.recall.high
    assert low is not None
    assert high is not None
    assert value is not None
    assert low < value < high
