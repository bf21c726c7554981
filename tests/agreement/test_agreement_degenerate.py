"""Where there is little to compare: no figure is 0 or 1 by accident, and each undefined one says why."""

from __future__ import annotations

import pytest
from compared_layers import entries, entry_id, layer, of, only

from annotator.agreement.figures import whole
from annotator.agreement.study import study
from annotator.agreement.summary import agreement
from annotator.agreement.values import ComparedEntry, ComparedLayer, Figure, Slice, Work
from annotator.core.errors import InputError

ONE = (0, 4, "ORG")
TWO = (10, 14, "GPE")


def by_measure(figures: tuple[Figure, ...]) -> dict[str, Figure]:
    return {figure.measure: figure for figure in figures}


def test_both_empty_is_undefined_throughout_with_a_reason() -> None:
    for figure in whole(of(layer("A", (), ()), layer("B", (), ())), resamples=50):
        assert figure.value is None
        assert figure.undefined
        assert (figure.low, figure.high) == (None, None)
        assert figure.counted.entries == figure.counted.both_empty == 2


def test_one_empty_gives_an_f1_of_0_that_says_who_marked_nothing() -> None:
    found = by_measure(whole(of(layer("A", (ONE,), (TWO,)), layer("B", (), ())), resamples=50))
    for measure in ("f1_strict", "f1_edges", "f1_overlap"):
        assert found[measure].value == 0
        assert "B marked nothing" in found[measure].remark
        assert (found[measure].counted.spans, found[measure].counted.one_empty) == (2, 2)
    assert found["label_share"].value is None
    assert found["cohen_kappa"].value == 0
    assert "B used one category" in found["cohen_kappa"].remark
    assert found["alpha_nominal"].value is not None
    assert found["alpha_nominal"].value < 0


def test_one_annotator_has_no_figures_and_the_summary_says_why() -> None:
    found = agreement(of(layer("A", (ONE,))), resamples=10)
    assert found.figures == found.parts == found.confusions == ()
    assert "two layers" in found.alone
    assert agreement(study(entries(1), []), resamples=10).alone


def test_one_label_leaves_label_agreement_undefined() -> None:
    found = by_measure(whole(of(layer("A", (ONE,)), layer("B", (ONE,))), resamples=0))
    assert found["f1_strict"].value == 1
    assert found["label_share"].value is None
    assert "only one label" in found["label_share"].undefined


def test_one_label_over_every_word_leaves_chance_corrected_figures_undefined() -> None:
    all_over = ((0, 39, "ORG"),)
    found = by_measure(whole(of(layer("A", all_over), layer("B", all_over)), resamples=0))
    for measure in ("cohen_kappa", "scott_pi", "alpha_nominal"):
        assert found[measure].value is None
        assert "one category" in found[measure].undefined


def test_identical_layers_agree_fully_in_every_figure() -> None:
    work = ((ONE, TWO), (TWO,), (ONE,))
    found = whole(of(layer("A", *work), layer("B", *work), layer("C", *work)), resamples=50)
    assert all(figure.value == pytest.approx(1) for figure in found)
    assert all(figure.low == pytest.approx(1) for figure in found)


def test_disjoint_layers_have_an_f1_of_0_and_less_than_chance_in_the_corrected_figures() -> None:
    found = by_measure(whole(of(layer("A", (ONE,), (ONE,)), layer("B", (TWO,), (TWO,))), resamples=0))
    assert found["f1_strict"].value == found["f1_edges"].value == found["f1_overlap"].value == 0
    assert found["label_share"].value is None
    for measure in ("cohen_kappa", "scott_pi", "alpha_nominal", "alpha_unitizing"):
        value = found[measure].value
        assert value is not None
        assert value < 0


def test_entries_done_by_different_people_are_undefined_and_not_full_agreement() -> None:
    found = whole(of(layer("A", (ONE,), None), layer("B", None, (TWO,))), resamples=50)
    for figure in found:
        assert figure.value is None
        assert figure.counted.entries == 0
        assert {(each.reason, each.count) for each in figure.left_out} >= {("done by A only", 1), ("done by B only", 1)}


def test_an_entry_done_by_one_only_is_left_out_and_counted() -> None:
    found = only(whole(of(layer("A", (ONE,), (TWO,)), layer("B", (ONE,), None)), resamples=0), "f1_strict")
    assert (found.value, found.counted.entries) == (1, 1)
    assert [(each.reason, each.count) for each in found.left_out] == [("done by A only", 1)]


def test_unfinished_work_counts_when_asked_for() -> None:
    begun = ComparedLayer(b"B", "B", {entry_id(0): Work(False, (TWO,))})
    packed = study(entries(1), [layer("A", (ONE,)), begun])
    assert only(whole(packed, resamples=0), "f1_strict").value is None
    assert only(whole(packed, resamples=0, unfinished=True), "f1_strict").value == 0


def test_nested_spans_are_compared_one_by_one_and_a_word_under_two_labels_is_a_category_of_its_own() -> None:
    outer, inner = (0, 14, "ORG"), (5, 9, "GPE")
    found = by_measure(whole(of(layer("A", (outer, inner)), layer("B", (outer,))), resamples=0))
    assert found["f1_strict"].value == pytest.approx(2 / 3)
    # Of eight words, five are none for both, two ORG for both; one is ORG + GPE against ORG.
    assert found["cohen_kappa"].value == pytest.approx((7 / 8 - (25 + 6) / 64) / (1 - (25 + 6) / 64))


def test_a_span_within_a_longer_one_of_its_label_is_left_out_of_alpha_for_unitizing_and_counted() -> None:
    found = only(whole(of(layer("A", ((0, 14, "ORG"), (5, 9, "ORG"))), layer("B", ((0, 14, "ORG"),))), resamples=0), "alpha_unitizing")
    assert found.value == 1
    assert [(each.reason, each.count) for each in found.left_out] == [("spans within a longer one of the same label", 1)]


def test_one_entry_has_a_value_and_no_interval() -> None:
    found = only(whole(of(layer("A", (ONE, TWO)), layer("B", (ONE,))), resamples=50), "f1_strict")
    assert found.value == pytest.approx(2 / 3)
    assert (found.low, found.high) == (None, None)
    assert "two entries" in found.no_interval


def test_texts_without_words_leave_token_figures_undefined_and_say_so() -> None:
    packed = study([ComparedEntry(entry_id(0), 5)], [layer("A", ((0, 2, "ORG"),)), layer("B", ((0, 2, "ORG"),))])
    found = only(whole(packed, resamples=0), "cohen_kappa")
    assert found.value is None
    assert "no token" in found.undefined


def test_within_one_label_no_figure_is_full_agreement_by_construction() -> None:
    found = by_measure(whole(of(layer("A", (ONE, TWO)), layer("B", (ONE,))), resamples=0, part=Slice(label="ORG")))
    assert "label_share" not in found
    assert "f1_edges" not in found
    assert found["f1_strict"].value == 1


def test_a_label_no_one_used_is_undefined() -> None:
    for figure in whole(of(layer("A", (ONE,)), layer("B", (ONE,))), resamples=0, part=Slice(label="DATE")):
        assert figure.value is None


def test_a_pair_that_marked_nothing_is_not_in_the_mean_and_the_remark_says_so() -> None:
    figures = whole(of(layer("A", (ONE,)), layer("B", ()), layer("C", ())), resamples=0)
    assert "1 of 3 pairs have no kappa" in only(figures, "light_kappa").remark
    found = only(figures, "f1_strict", "A", "B", "C")
    assert found.value == 0
    assert found.remark == "1 of 3 pairs have no span to compare and are not in the mean"


@pytest.mark.parametrize("place", [(-1, 3, "ORG"), (3, 3, "ORG"), (4, 2, "ORG"), (0, 41, "ORG"), (10**15, 10**15 + 1, "ORG")])
def test_a_place_outside_its_text_is_refused_in_words(place: tuple[int, int, str]) -> None:
    with pytest.raises(InputError, match="outside its text"):
        of(layer("A", (place,)), layer("B", ()))


def test_work_on_an_unknown_entry_and_a_doubled_entry_are_refused_in_words() -> None:
    with pytest.raises(InputError, match="not among those compared"):
        study([], [layer("A", (ONE,))])
    with pytest.raises(InputError, match="twice"):
        study([*entries(1), *entries(1)], [])
    with pytest.raises(InputError, match="tokens"):
        study([ComparedEntry(entry_id(0), 9, ((0, 4), (3, 6)))], [])
