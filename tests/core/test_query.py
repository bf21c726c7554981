"""The line of a search: read into words and filters, and written again."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.core.query import STATES, THINGS, Facet, Name, Part, Query, Word, date_range, in_range, parsed, part_at, score_range, written

_SIGNS = st.sampled_from([*" \"“”*:,.'-—abcXYZ京ก9\u0301\x00\n", "label:", "has:", "state:done", "date:", "score:", "..", "по"])
LINES = st.one_of(st.text(max_size=60), st.lists(_SIGNS, max_size=30).map("".join))
WORDS = st.builds(Word, st.text(min_size=1, max_size=12).map(lambda each: " ".join(each.replace("\0", "").split())), st.booleans()).filter(
    lambda word: bool(word.text)
)
VALUES = st.lists(WORDS.map(lambda word: word.text), min_size=1, max_size=3, unique=True).map(tuple)
FACETS = st.one_of(
    st.builds(
        Facet,
        st.sampled_from([Name.LABEL, Name.LACKS, Name.MENTION, Name.LAYER, Name.SUGGESTER, Name.SUGGESTED, Name.SOURCE]),
        VALUES,
    ),
    st.builds(Facet, st.just(Name.STATE), st.lists(st.sampled_from(STATES), min_size=1, unique=True).map(tuple)),
    st.builds(Facet, st.sampled_from([Name.HAS, Name.NO]), st.lists(st.sampled_from(THINGS), min_size=1, unique=True).map(tuple)),
)
QUERIES = st.builds(Query, st.lists(WORDS, max_size=4).map(tuple), st.lists(FACETS, max_size=4, unique=True).map(tuple))


@given(LINES)
def test_any_text_is_read_or_refused_in_words(line: str) -> None:
    with suppress(InputError):
        found = parsed(line)
        assert parsed(written(found)) == found


@given(QUERIES)
def test_what_is_written_is_read_back_equal(query: Query) -> None:
    assert parsed(written(query)) == query


@given(LINES, st.data())
def test_what_is_being_typed_lies_in_the_line(line: str, data: st.DataObject) -> None:
    caret = data.draw(st.integers(0, len(line)))
    part = part_at(line, caret)
    assert 0 <= part.start <= caret <= part.end <= len(line)


def test_words_and_filters_stand_side_by_side() -> None:
    assert parsed(
        'kyiv* "talks go on" label:PERSON lacks:org state:begun,Done source:"live blog, day 2" score:0.2..0.6 by:rules x '
    ) == Query(
        (Word("kyiv", True), Word("talks go on"), Word("x")),
        (
            Facet(Name.LABEL, ("PERSON",)),
            Facet(Name.LACKS, ("org",)),
            Facet(Name.STATE, ("begun", "done")),
            Facet(Name.SOURCE, ("live blog, day 2",)),
            Facet(Name.SCORE, ("0.2..0.6",)),
            Facet(Name.SUGGESTER, ("rules",)),
        ),
    )


def test_the_last_word_may_be_a_beginning_until_a_blank_or_a_closing_quote_follows() -> None:
    assert parsed("orrin can").words == (Word("orrin"), Word("can", True))
    assert parsed("orrin can ").words[-1] == Word("can")
    assert parsed('"orrin can').words == (Word("orrin can", True),)
    assert parsed('"orrin can"').words == (Word("orrin can"),)
    assert parsed('"orrin can"*').words == (Word("orrin can", True),)


def test_a_time_is_a_word_and_a_quoted_colon_too() -> None:
    assert parsed('23:30 "note:" ').words == (Word("23:30"), Word("note:"))


@pytest.mark.parametrize(
    ("line", "name", "thing"),
    [
        ("flag:", Name.HAS, "flag"),
        ("unsure:yes", Name.HAS, "unsure"),
        ("comment:no", Name.NO, "comment"),
        ("pending:", Name.HAS, "pending"),
    ],
)
def test_short_forms_say_has_or_no(line: str, name: Name, thing: str) -> None:
    assert parsed(line).facets == (Facet(name, (thing,)),)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("lable:ORG", "There is no filter “lable:”; there are state, has,"),
        ("state:ready", "“state:” cannot be “ready”: it is fresh, begun, done, skipped or open."),
        ("state:", "“state:” needs a value: fresh, begun"),
        ("flag:maybe", "followed by nothing, by yes or by no"),
        ("score:0.6..0.2", "no range of scores"),
        ("score:nan", "no range of scores"),
        ("score:..", "no range of scores"),
        ("date:26.1.2022", "is no date"),
        ("date:2022-02-30", "is no date"),
        ("date:..", "is no date"),
        ("date:2022-03..2022-01", "ends before it begins"),
        ("x" * 1001, "1,000 characters are the most"),
        ("x " * 51, "50 words and filters are the most"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(line: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        parsed(line)
    assert says in caught.value.sentence


def test_ranges_hold_their_ends() -> None:
    assert score_range("0.2..0.6") == (0.2, 0.6)
    assert score_range("..0.6") == (0.0, 0.6)
    assert score_range(".5..") == (0.5, 1.0)
    assert score_range("0.64") == pytest.approx((0.635, 0.645))
    low, high = date_range("2022-01-26..2022-01-28")
    assert [in_range(each, low, high) for each in ("2022-01-25T23:59", "2022-01-26", "2022-01-28T23:59", "2022-01-29", "")] == [
        False, True, True, False, False,
    ]  # fmt: skip
    assert in_range("2022-01-31T10:00", *date_range("2022-01"))
    assert not in_range("2022-02-01", *date_range("2022-01"))
    assert in_range("1999", *date_range("..2022"))
    assert in_range("2030-01-01", *date_range("2022.."))
    assert [in_range(each, *date_range("none")) for each in ("", "2022-01-01")] == [True, False]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("", Part(0, 0, "")),
        ("kyiv la", Part(5, 7, "la")),
        ("label:", Part(6, 6, "", Name.LABEL)),
        ("x label:PER y", Part(8, 11, "PER", Name.LABEL)),
        ("state:done,sk", Part(11, 13, "sk", Name.STATE)),
        ('source:"live b', Part(7, 14, "live b", Name.SOURCE)),
        ("by:ru", Part(3, 5, "ru", Name.SUGGESTER)),
        ("nothing:here", Part(8, 12, "here", None)),
    ],
)
def test_what_is_being_typed_is_known(line: str, part: Part) -> None:
    caret = line.find(" y") if line.endswith(" y") else len(line)
    assert part_at(line, caret) == part


def test_filters_are_joined_once_and_taken_away() -> None:
    one, other = parsed("a label:ORG "), parsed("label:ORG state:done")
    both = one.joined(other)
    assert both == Query((Word("a"),), (Facet(Name.LABEL, ("ORG",)), Facet(Name.STATE, ("done",))))
    assert both.without(Facet(Name.LABEL, ("ORG",))).facets == other.facets[1:]
    assert both.values(Name.STATE) == ("done",)
    assert not Query()
