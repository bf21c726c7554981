"""Whether probabilities hold, and what counts for that."""

from __future__ import annotations

import pytest

from annotator.core.drafts import SpanDraft
from annotator.suggest.lexicon import Lexicon, lexicon
from annotator.suggest.training.calibration import reliability
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
