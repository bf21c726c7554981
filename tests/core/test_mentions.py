"""Equal mentions: what is the same name, and where it stands in the stored text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.core.mentions import Finder, Place, apart, normal, places

_chars = st.sampled_from([*"abcSs'’ .-_7€\u00a0йß", "İ", "e\u0301", "é", "и\u0306", "🇱🇻", "北京", "\u0301", "한", "\u1112\u1161"])
_texts = st.lists(_chars, max_size=14).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelensky’s"),
        ("Zelensky's", "Zelensky’s"),
        ("the Socialists", "the Socialists'"),
        ("New York", "New\u00a0York"),
        ("Café de Flore", "Cafe\u0301 de Flore"),
        ("Верховний", "Верховнии\u0306"),
        ("O’Neill", "O'Neill"),
    ],
)
def test_the_same_name_written_otherwise_is_an_equal_mention(one: str, other: str) -> None:
    assert normal(one, fold_case=False) == normal(other, fold_case=False)


def test_case_counts_only_where_it_is_chosen() -> None:
    assert normal("NATO", fold_case=False) != normal("Nato", fold_case=False)
    assert normal("NATO", fold_case=True) == normal("Nato", fold_case=True)
    assert normal("STRASSE", fold_case=True) == normal("Straße", fold_case=True)


@given(_texts, st.booleans())
def test_a_normal_form_is_its_own_normal_form(text: str, fold_case: bool) -> None:
    form = normal(text, fold_case=fold_case)
    assert normal(form, fold_case=fold_case) == form


@given(_texts, st.lists(_texts, max_size=12), st.booleans())
def test_every_place_found_holds_an_equal_mention(text: str, mentions: list[str], fold_case: bool) -> None:
    forms = {normal(each, fold_case=fold_case) for each in mentions}
    for place in places(text, mentions, fold_case=fold_case):
        assert place.mention in forms
        assert 0 <= place.start < place.end <= len(text)
        assert normal("x" + text[place.start : place.end] + "x", fold_case=fold_case) == normal(f"x{place.mention}x", fold_case=fold_case)


@given(_texts, st.lists(_texts, min_size=9, max_size=12, unique=True))
def test_many_mentions_are_found_where_each_is_found_alone(text: str, mentions: list[str]) -> None:
    alone = {place for each in mentions for place in places(text, [each], fold_case=True)}
    assert set(places(text, mentions, fold_case=True)) == alone


@given(_texts.filter(lambda text: bool(normal(text, fold_case=False))), st.booleans(), st.booleans())
def test_a_name_between_spaces_is_found_in_whatever_form_the_text_is_stored(name: str, fold_case: bool, composed: bool) -> None:
    form = unicodedata.normalize("NFC" if composed else "NFD", normal(name, fold_case=False))
    # A mark at the head belongs to the blank before it; folding ß to ss can make an apostrophe look like a possessive.
    assume(not unicodedata.category(form[0]).startswith("M") and not form.endswith("'"))
    text = f"a {form} b"
    found = places(text, [name], fold_case=fold_case)
    assert any((place.start, place.end) == (2, 2 + len(form)) for place in found)


def test_offsets_are_into_the_stored_text_when_normalising_changes_its_length() -> None:
    text = "Cafe\u0301 Ире\u0438\u0306 in Straße, Paris’s"
    found = places(text, ["Paris", "STRASSE"], fold_case=True)
    assert [text[place.start : place.end] for place in found] == ["Straße", "Paris"]


def test_a_mention_is_found_as_a_whole_word_only() -> None:
    assert places("Irania, Iran-backed, Iran's Iran", ["Iran"], fold_case=False) == [
        Place(8, 12, "Iran"),
        Place(21, 25, "Iran"),
        Place(28, 32, "Iran"),
    ]
    assert places("u\u0308ber u\u0308", ["u"], fold_case=False) == []


def test_names_in_scripts_without_spaces_need_no_boundary() -> None:
    assert places("他在北京市", ["北京"], fold_case=False) == [Place(2, 4, "北京")]


def test_names_that_begin_with_a_sign_are_found_too() -> None:
    names = ["#icymi", "@Kyiv", "€uro", *(f"name{number}" for number in range(9))]
    assert [place.mention for place in Finder(names, fold_case=False).places("(#icymi @Kyiv €uro name3)")] == [
        "#icymi",
        "@Kyiv",
        "€uro",
        "name3",
    ]


def test_of_overlapping_places_the_longest_remains() -> None:
    found = places("University of Tartu Press in Tartu", ["Tartu", "University of Tartu", "Tartu Press"], fold_case=False)
    assert [place.mention for place in apart(found)] == ["University of Tartu", "Tartu"]
