"""Lists of known names, and what the network sees of a token."""

from __future__ import annotations

import gzip

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.features import COLUMNS, Words, apart, rows, shape
from annotator.suggest.lexicon import BIT, MAX_BYTES, from_bytes, lexicon

KNOWN = lexicon(
    {"country": ["Ukraine", "United States of America", "United States"], "title": ["Mr", "President"], "given": ["Anna"], "say": ["said"]}
)


def test_a_lexicon_comes_back_from_its_bytes_and_gives_the_same_bytes() -> None:
    again = from_bytes(KNOWN.to_bytes())
    assert again == KNOWN
    assert again.to_bytes() == KNOWN.to_bytes()


def test_titles_are_met_whatever_their_case_and_names_only_as_written_or_in_capitals() -> None:
    assert KNOWN.bits("PRESIDENT") == KNOWN.bits("president") == BIT["title"]
    assert KNOWN.bits("UKRAINE") == KNOWN.bits("Ukraine") == BIT["country"]
    assert KNOWN.bits("ukraine") == 0


def test_the_longest_known_name_is_found_among_words() -> None:
    words = ["the", "United", "States", "of", "America", "and", "the", "United", "States"]
    assert [(start, end) for start, end, _ in KNOWN.runs(words)] == [(1, 5), (7, 9)]


def test_a_lexicon_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        from_bytes(gzip.compress(b"1\ta\n" * (MAX_BYTES // 4 + 1)))


@given(st.lists(st.text(min_size=1, max_size=8), max_size=30))
def test_every_token_gets_one_row_and_the_same_row_each_time(words: list[str]) -> None:
    first = rows(words, Words(KNOWN))
    assert first.shape == (len(words), len(COLUMNS))
    assert np.array_equal(first, rows(words, Words(KNOWN)))


def test_the_entry_says_of_a_surname_that_a_given_name_stands_before_it_elsewhere() -> None:
    known = Words(KNOWN)
    alone = rows(["Smith", "left", "."], known)
    with_name = rows(["Smith", "left", ".", "Anna", "Smith", "stayed", "."], known)
    assert alone[0, 7] != with_name[0, 7]
    assert np.array_equal(alone[0, :6], with_name[0, :6])


def test_a_shape_tells_capitals_digits_and_signs_and_shortens_runs() -> None:
    assert shape("Zelensky") == "Xxxx"
    assert shape("U.S.") == "X.X."
    assert shape("2022-01") == "ddd-dd"


def test_the_dash_between_two_countries_is_no_part_of_a_name_and_other_dashes_may_be() -> None:
    words = ["Ukraine", "-", "Ukraine", "and", "Anna", "-", "Ukraine", "\n", "x"]
    assert np.flatnonzero(apart(rows(words, Words(KNOWN)))).tolist() == [1, 7]
    assert apart(rows(["Ukraine"], Words(KNOWN))).tolist() == [False]
