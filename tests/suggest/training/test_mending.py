"""Names of the model that go too far are cut back."""

from __future__ import annotations

import pytest

from annotator.suggest.mending import mended
from annotator.suggest.suggester import Proposal


def cut(text: str, name: str, label: str, *known: tuple[str, str]) -> list[tuple[str, str]]:
    start = text.index(name)
    rules = [Proposal(text.index(word), text.index(word) + len(word), kind, 0.9) for word, kind in known]
    return [(text[each.start : each.end], each.label) for each in mended(text, [Proposal(start, start + len(name), label, 0.8)], rules)]


def test_an_event_that_is_a_description_gives_way() -> None:
    assert cut("a Russian invasion of Ukraine", "Russian invasion of Ukraine", "EVENT") == []
    assert cut("in the Winter War", "Winter War", "EVENT") == [("Winter War", "EVENT")]


def test_a_thing_with_a_known_owner_gives_way_and_a_name_with_an_apostrophe_stays() -> None:
    assert cut("in Latvia’s Saeima", "Latvia’s Saeima", "ORG", ("Latvia", "GPE")) == []
    assert cut("the Pilots’ Union", "Pilots’ Union", "ORG") == [("Pilots’ Union", "ORG")]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Nato Secretary-General", "Nato"),
        ("Harbour Board", "Harbour Board"),
        ("Observer Editor", "Observer"),
        ("Ministry of Defence", "Ministry of Defence"),
    ],
)
def test_an_office_at_the_end_of_a_body_is_cut_off(name: str, kept: str) -> None:
    assert cut(f"the {name} said", name, "ORG") == [(kept, "ORG")]


def test_the_rest_of_a_secretarys_office_is_no_body() -> None:
    assert cut("Under Secretary of State for Political Affairs", "State for Political Affairs", "ORG") == []


def test_a_person_after_an_article_is_a_body_and_less_sure() -> None:
    (changed,) = mended("on the Jade Horizon", [Proposal(7, 19, "PERSON", 0.8)], [])
    assert (changed.label, changed.score) == ("ORG", pytest.approx(0.48))
    assert cut("the Anna Bell family", "Anna Bell", "PERSON") == [("Anna Bell", "PERSON")]
    assert cut("with Anna Bell", "Anna Bell", "PERSON") == [("Anna Bell", "PERSON")]


def test_what_is_named_after_somebody_is_not_that_person() -> None:
    assert cut("Brent crude rose", "Brent", "PERSON") == []
    assert cut("Brent rose", "Brent", "PERSON") == [("Brent", "PERSON")]


def test_an_unsure_place_with_an_article_of_its_own_is_a_river_or_a_region() -> None:
    assert cut("south of the Torvik.", "Torvik", "GPE") == [("Torvik", "LOC")]
    assert cut("in the Torvik region", "Torvik", "GPE") == [("Torvik", "GPE")]
    assert cut("in the Torvik.", "Torvik", "GPE", ("Torvik", "GPE")) == [("Torvik", "GPE")]


def test_a_place_in_a_peers_title_is_no_place() -> None:
    assert cut("the Duke of York said", "York", "GPE") == []
    assert cut("the city of York said", "York", "GPE") == [("York", "GPE")]


def test_two_known_groups_side_by_side_are_two() -> None:
    assert cut("the Latvian Green leader", "Latvian Green", "ORG", ("Latvian", "NORP"), ("Green", "NORP")) == []
    assert cut("the Latvian Green leader", "Latvian Green", "ORG", ("Latvian", "NORP")) == [("Latvian Green", "ORG")]


def test_two_known_names_joined_by_and_are_two() -> None:
    assert cut("Russian and Ukrainian reps", "Russian and Ukrainian", "NORP", ("Russian", "NORP"), ("Ukrainian", "NORP")) == []
    assert cut("in Bosnia and Herzegovina", "Bosnia and Herzegovina", "GPE", ("Bosnia and Herzegovina", "GPE")) != []


def test_a_person_known_behind_a_title_takes_the_place_of_name_and_title() -> None:
    assert cut("Baroness Elkins of Bowes Park", "Baroness Elkins of Bowes Park", "FAC", ("Elkins of Bowes Park", "PERSON")) == []


def test_an_unsure_word_that_the_text_also_writes_small_is_no_name_where_it_begins_a_sentence() -> None:
    assert cut("Allies agree\n\nThe allies met.", "Allies", "ORG") == []
    assert cut("Allies agree\n\nThey met.", "Allies", "ORG") == [("Allies", "ORG")]
    assert cut("The Allies met the allies.", "Allies", "ORG") == [("Allies", "ORG")]


def test_a_known_name_is_not_swallowed_with_the_word_behind_it_unless_the_model_is_sure() -> None:
    text = "at the Brussels summit"
    known = [Proposal(7, 15, "GPE", 0.9)]
    assert mended(text, [Proposal(7, 22, "EVENT", 0.5)], known) == ()
    assert mended(text, [Proposal(7, 22, "EVENT", 0.9)], known) != ()


def test_a_person_is_left_without_title_and_a_body_with_what_a_hyphen_ties_to_it() -> None:
    assert cut("Baroness Elkins left", "Baroness Elkins", "PERSON") == [("Elkins", "PERSON")]
    assert cut("Duke Elkins left", "Duke Elkins", "PERSON") == [("Duke Elkins", "PERSON")]
    assert cut("the Riga Journal-Constitution said", "Riga Journal", "ORG") == [("Riga Journal-Constitution", "ORG")]
    assert cut("the Harbour Board-Riga talks", "Harbour Board", "ORG", ("Riga", "GPE")) == [("Harbour Board", "ORG")]
