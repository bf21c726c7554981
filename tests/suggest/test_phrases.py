"""Names that the words beside them show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.gazetteers import load_gazetteer
from annotator.suggest.rules_phrases import phrased

GAZETTEER = load_gazetteer()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.label) for each in phrased(text, GAZETTEER)]


CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("at the Borovets nuclear power plant", [("Borovets nuclear power plant", "FAC")]),
    ("The Borovets power station burned.", [("Borovets power station", "FAC")]),
    ("taken to al-Karim hospital in the night", [("al-Karim hospital", "FAC")]),
    ("near Torvik airbase", [("Torvik airbase", "FAC")]),
    ("a hospital in Riga; Riga hospital said", []),
    ("Nina’s hospital bill", []),
    ("Baroness Elkins of Bowes Park said", [("Elkins of Bowes Park", "PERSON")]),
    ("under the Minsk accords and the Minsk agreements", [("Minsk accords", "LAW"), ("Minsk agreements", "LAW")]),
    ("an agreement in Minsk", []),
    ("pro-Korbanek posters and anti-Brexit ones", [("Korbanek", "PERSON")]),
    ("pro-Russian and pro-EU voices", []),
    ("told Radio Baltica’s Today programme", [("Today", "WORK_OF_ART")]),
    ("crossed the Dnipro at night", [("Dnipro", "LOC")]),
    ("crossed the Jordan river; Jordan refused", [("Jordan", "LOC")]),
    ("in the city of Dnipro", []),
    ("a Conservative MP and a Green lawmaker ate Green peppers", [("Conservative", "NORP"), ("Green", "NORP")]),
    ("since the Latvian civil war", [("Latvian civil war", "EVENT")]),
    ("during exercise Quiet Shoal off Gotland", [("Quiet Shoal", "EVENT")]),
    ("gas from the Yevmal peninsula", [("Yevmal", "LOC")]),
    ("the Torvik and Little Yev rivers rose", [("Torvik", "LOC"), ("Little Yev", "LOC")]),
    ("Downing Street said no; a crowd outside Downing Street", [("Downing Street", "ORG")]),
    ("Tennis Latvia and Tennis Club", [("Tennis Latvia", "ORG")]),
    ("the Ada Orrin courthouse in Riga", [("Ada Orrin courthouse", "FAC")]),
    ("closed, as is I-40, but not AI-40", [("I-40", "FAC")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_words_beside_a_name_show_what_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(
    st.lists(
        st.sampled_from(["The ", "Minsk ", "accords", "al-", "A", " power plant", "Lord ", " of ", "pro-", "’s ", " river", "\n"])
    ).map("".join)
)
def test_every_name_lies_in_the_text_without_blanks_at_its_ends(text: str) -> None:
    for each in phrased(text, GAZETTEER):
        assert text[each.start : each.end].strip() == text[each.start : each.end] != ""


@pytest.mark.parametrize("piece", ["A ", "Aa ", "al-A", "Lord A of ", "pro-", "The "])
def test_text_that_repeats_itself_is_borne(piece: str) -> None:
    assert all(each.end <= 3000 * len(piece) for each in phrased(piece * 3000, GAZETTEER))
