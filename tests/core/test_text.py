"""Positions in any text: Qt's units and back, graphemes that are never cut, words, and the text as the screen gets it."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.anchoring import carried
from annotator.core.ids import IdSource, derived, read, written
from annotator.core.text import Boundaries, Positions, shown, stored, trimmed

SIGNS = (
    "a",
    "B",
    "é",
    "e\u0301",
    "ß",
    " ",
    "\n",
    "\r\n",
    "\u00a0",
    "\u2028",
    "\ufeff",
    "’",
    "-",
    "7",
    "🚢",
    "👩‍👩‍👧",
    "🇵🇱",
    "字",
    "ا",
    "\u200d",
    "กำ",
    ".",
)
texts = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join) | st.text(max_size=40)


@given(texts)
def test_a_position_in_qt_and_back_is_the_same_offset(text: str) -> None:
    positions = Positions(text)
    for offset in range(len(text) + 1):
        at = positions.to_qt(offset)
        assert at == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert positions.from_qt(at) == offset


@given(texts, st.integers(0, 120))
def test_a_position_within_a_pair_is_the_offset_after_it_and_none_leaves_the_text(text: str, position: int) -> None:
    found = Positions(text).from_qt(position)
    assert 0 <= found <= len(text)
    assert found == len(text) or Positions(text).to_qt(found) >= position


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_a_grapheme_is_never_cut(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    bounds = Boundaries(text)
    first, last = bounds.whole(start, end)
    assert {first, last} <= edges
    assert first <= start
    assert end <= last
    assert not [edge for edge in edges if first < edge <= start or end <= edge < last]
    before, after = bounds.grapheme_before(start), bounds.grapheme_after(start)
    assert {before, after} <= edges
    assert before < start or start == 0
    assert after > start or start == len(text)


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_a_drag_snaps_to_the_words_it_touches(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    bounds = Boundaries(text)
    touched = [word for word in bounds.words if word[0] < end and start < word[1]]
    expected = (touched[0][0], touched[-1][1]) if touched else None
    assert bounds.snapped(start, end) == expected


@given(texts)
def test_words_are_in_order_apart_and_hold_no_white_space_at_their_edges(text: str) -> None:
    words = Boundaries(text).words
    assert all(one[1] <= two[0] for one, two in pairwise(words))
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in words)


@given(texts)
def test_the_screen_gets_a_sign_for_each_sign(text: str) -> None:
    assert len(shown(text)) == len(text)


@given(st.text(st.characters(), max_size=40) | st.lists(st.sampled_from(["\0", "\ud800", "\udfff", "a", "🚢"])).map("".join))
def test_what_a_database_cannot_hold_is_replaced_one_to_one_and_counted(text: str) -> None:
    kept, replaced = stored(text)
    assert len(kept) == len(text)
    assert replaced == sum(char == "\0" or "\ud800" <= char <= "\udfff" for char in text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert "\0" not in kept


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_trimming_leaves_all_but_white_space(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    first, last = trimmed(text, start, end)
    assert text[first:last] == text[start:end].strip()


@given(texts, texts)
def test_a_span_that_is_carried_over_stands_on_the_same_words(old: str, new: str) -> None:
    places = list(Boundaries(old).words)
    for (start, end), place in zip(places, carried(old, new, places), strict=True):
        assert place is None or new[place[0] : place[1]] == old[start:end]


@given(texts)
def test_in_the_same_text_every_span_stays(text: str) -> None:
    places = list(Boundaries(text).words)
    assert carried(text, text, places) == places


def test_ids_grow_even_within_a_moment_and_are_read_as_they_are_written() -> None:
    source = IdSource()
    ids = [source.new() for _ in range(1000)]
    assert ids == sorted(set(ids))
    assert all(each[6] >> 4 == 7 and each[8] >> 6 == 2 for each in ids)
    assert [read(written(each)) for each in ids] == ids


@given(st.lists(st.text() | st.binary()), st.lists(st.text() | st.binary()))
def test_other_parts_give_another_id(one: list[str | bytes], two: list[str | bytes]) -> None:
    same = [each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass") for each in one] == [
        each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass") for each in two
    ]
    assert (derived("kind", *one) == derived("kind", *two)) is same


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("Orrin's tolls", 2, "Orrin"),
        ("Orrin’s tolls", 5, "Orrin"),
        ("said ORRIN'S", 6, "ORRIN"),
        ("to O’Brien’s, then", 5, "O’Brien"),
        ("in Lindenau.", 4, "Lindenau"),
        ("(Lindenau),", 1, "Lindenau"),
        ("the crews’ vote", 5, "crews"),
    ],
)
def test_a_word_leaves_out_possessive_and_punctuation(text: str, offset: int, word: str) -> None:
    found = Boundaries(text).word_at(offset)
    assert found is not None
    assert text[slice(*found)] == word


def test_the_possessive_of_a_word_is_known_where_it_hangs() -> None:
    bounds = Boundaries("Orrin’s canal")
    assert (bounds.possessive(5), bounds.possessive(13)) == (7, None)
