"""Whether probabilities hold, and what counts for that."""

from __future__ import annotations

import pytest

from annotator.core.drafts import SpanDraft
from annotator.suggest.lexicon import Lexicon, lexicon
from annotator.suggest.training.calibration import Judged, cheapest, keys, reliability
from annotator.suggest.training.measure import otherwise
from annotator.suggest.training.passages import PLACES, Mark, Passage

KNOWN: Lexicon = lexicon({"country": ["Latvia"], "city": ["Riga"]})


def passage(text: str, *marks: tuple[str, frozenset[str]]) -> Passage:
    """Return a text in which names and places are complete."""
    placed = tuple(Mark(text.index(name), text.index(name) + len(name), labels) for name, labels in marks)
    return Passage(text, placed, frozenset({"PERSON", "ORG", *PLACES}), "test")


def found(text: str, name: str, label: str) -> SpanDraft:
    """Return a found span."""
    return SpanDraft(text.index(name), text.index(name) + len(name), label, 0.9)


def test_scores_that_hold_have_no_error_and_scores_that_do_not_have_all_of_it() -> None:
    error, table = reliability([(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
    assert error == pytest.approx(0.0)
    assert table == [{"score": 0.75, "right": 0.75, "count": 4}]
    assert reliability([(0.95, False)])[0] == pytest.approx(0.95)
    assert reliability([]) == (0.0, [])


def test_too_sure_in_one_bin_does_not_make_up_for_too_unsure_in_another() -> None:
    assert reliability([(0.9, False), (0.1, True)])[0] == pytest.approx(0.9)


def test_a_country_that_gold_takes_for_a_body_is_marked_otherwise_and_not_wrong() -> None:
    text = "Latvia beat Torvik in Riga, Latvia."
    gold = passage(text, ("Latvia", frozenset({"ORG"})), ("Torvik", frozenset({"ORG"})), ("Riga, Latvia", PLACES))
    assert otherwise(found(text, "Latvia", "GPE"), gold, KNOWN)
    assert otherwise(found(text, "Riga", "GPE"), gold, KNOWN)
    assert not otherwise(found(text, "Torvik", "GPE"), gold, KNOWN)
    assert not otherwise(found(text, "Latvia", "ORG"), gold, KNOWN)
    assert not otherwise(found(text, "Riga, Latvia", "GPE"), gold, KNOWN)


def judged(label: str, score: float, right: bool, *, met: bool = False, times: int = 1) -> list[Judged]:
    """Return some names that were found."""
    return [Judged(label, score, right, met)] * times


def test_the_threshold_is_where_wrong_names_begin_to_cost_more_than_missing_ones() -> None:
    names = [*judged("ORG", 0.42, False, times=80), *judged("ORG", 0.42, True, times=20), *judged("ORG", 0.62, True, times=100)]
    shared, own = cheapest([names])
    assert 0.42 < shared <= 0.62
    assert own == {"ORG": shared}


def test_a_label_with_few_names_has_the_threshold_of_all() -> None:
    many, few = judged("ORG", 0.3, True, times=200), judged("FAC", 0.3, False, times=5)
    shared, own = cheapest([[*many, *few]])
    assert shared <= 0.3
    assert list(own) == ["ORG"]


def test_a_wrong_name_that_meets_a_right_one_costs_nothing_more() -> None:
    assert keys(judged("ORG", 0.5, False, met=True, times=9), 0.4) == 0
    assert keys(judged("ORG", 0.5, False, times=9), 0.4) > 0
    assert keys(judged("ORG", 0.3, True), 0.4) > 0 == keys(judged("ORG", 0.3, False), 0.4)


def test_a_large_corpus_has_no_more_voice_than_a_small_one() -> None:
    small = [*judged("ORG", 0.4, False, times=60), *judged("ORG", 0.8, True, times=40)]
    large = [*judged("ORG", 0.4, True, times=500), *judged("ORG", 0.8, True, times=5000)]
    assert cheapest([small, large])[0] > 0.4
