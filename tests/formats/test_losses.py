"""What CoNLL cannot hold: which of overlapping spans stay, and that nothing goes without being listed."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.releases import ReleasedSpan, WriteOptions
from annotator.formats.losses import flat, limits, losses
from tests.formats.releasing import entry

PLACES = st.tuples(st.integers(0, 20), st.integers(1, 8), st.sampled_from("AB"))


def spans(*places: tuple[int, int, str]) -> list[ReleasedSpan]:
    return [ReleasedSpan(*place) for place in sorted(set(places))]


def kept(way: str, *places: tuple[int, int, str]) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label) for span in flat(spans(*places), way)[0]]


@pytest.mark.parametrize(
    ("way", "wanted"),
    [("longest", [(0, 9, "A")]), ("outermost", [(0, 9, "A")]), ("innermost", [(0, 3, "B"), (5, 7, "C")])],
)
def test_of_nested_spans_those_stay_that_were_asked_for(way: str, wanted: list[tuple[int, int, str]]) -> None:
    assert kept(way, (0, 9, "A"), (0, 3, "B"), (4, 9, "B"), (5, 7, "C")) == wanted


@pytest.mark.parametrize(("way", "wanted"), [("longest", (3, 12, "B")), ("outermost", (0, 5, "A")), ("innermost", (0, 5, "A"))])
def test_of_crossing_spans_one_stays(way: str, wanted: tuple[int, int, str]) -> None:
    assert kept(way, (0, 5, "A"), (3, 12, "B")) == [wanted]


@pytest.mark.parametrize("way", ["longest", "outermost", "innermost"])
def test_of_two_labels_at_one_place_the_first_in_the_alphabet_stays(way: str) -> None:
    assert kept(way, (0, 5, "B"), (0, 5, "A")) == [(0, 5, "A")]


@pytest.mark.parametrize("way", ["longest", "outermost", "innermost"])
@given(st.lists(PLACES, max_size=10))
def test_what_stays_is_flat_and_what_goes_overlaps_what_it_gave_way_to(way: str, drawn: list[tuple[int, int, str]]) -> None:
    given_spans = spans(*((start, start + length, label) for start, length, label in drawn))
    stays, gone = flat(given_spans, way)
    assert all(one.end <= other.start for one, other in pairwise(stays))
    assert sorted(map(id, [*stays, *(span for span, _ in gone)])) == sorted(map(id, given_spans))
    assert all(winner in stays and span.start < winner.end and winner.start < span.end for span, winner in gone)


@given(st.lists(PLACES, max_size=10))
def test_spans_that_do_not_overlap_all_stay(drawn: list[tuple[int, int, str]]) -> None:
    given_spans = spans(*((start, start + length, label) for start, length, label in drawn))
    if all(one.end <= other.start or other.end <= one.start for one, other in combinations(given_spans, 2)):
        assert flat(given_spans, "longest") == (given_spans, [])


def lost(text: str, *places: tuple[str, str]) -> list[tuple[str, bool]]:
    return [(loss.kind, loss.dropped) for loss in losses(entry(text, *places), "conll", WriteOptions())[1]]


def test_a_span_of_white_space_is_dropped_and_listed() -> None:
    assert lost("Kyiv\u200b\r\nwaits", ("\u200b\r\n", "X"), ("Kyiv", "GPE")) == [("blank span", True)]


def test_a_span_with_a_blank_at_its_edge_is_kept_and_listed() -> None:
    assert lost("In Kyiv  waits", ("Kyiv ", "GPE")) == [("blank at an edge", False)]


@pytest.mark.parametrize(("label", "written"), [("WORK OF ART", "WORK_OF_ART"), ("O", "O_")])
def test_a_label_that_no_tag_can_hold_is_written_otherwise_and_listed(label: str, written: str) -> None:
    held, found = losses(entry("Kyiv waits", ("Kyiv", label)), "conll", WriteOptions())
    assert [span.label for span in held.spans] == [written]
    assert [(loss.kind, loss.dropped) for loss in found] == [("label written otherwise", False)]


def test_an_overlap_names_both_spans_in_words() -> None:
    (loss,) = losses(entry("Kyiv Post", ("Kyiv", "GPE"), ("Kyiv Post", "ORG")), "conll", WriteOptions())[1]
    assert loss.reason == "“Kyiv” (GPE, 0–4) overlaps “Kyiv Post” (ORG, 0–9), and a token has one tag"
    assert loss.span == ReleasedSpan(0, 4, "GPE")


def test_an_entry_that_loses_nothing_comes_back_itself() -> None:
    given_entry = entry("Kyiv waits", ("Kyiv", "GPE"))
    for name in ("conll", "jsonl"):
        held, found = losses(given_entry, name, WriteOptions())
        assert held is given_entry
        assert not found


def test_json_lines_hold_overlaps_and_white_space() -> None:
    given_entry = entry("Kyiv  Post", ("Kyiv", "GPE"), ("Kyiv  Post", "ORG"), ("  ", "X"))
    assert losses(given_entry, "jsonl", WriteOptions()) == (given_entry, [])
    assert not limits("jsonl")
    assert limits("conll")
