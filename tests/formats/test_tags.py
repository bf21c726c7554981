"""Tags and spans: every scheme both ways, and what is ill-formed told by its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import BILOU, IOB1, IOB2, Entities

from annotator.formats.tags import TagSpan, Tally, spans_of, tags_of

_SEQEVAL = {"iob2": IOB2, "iob1": IOB1, "biluo": BILOU}


@st.composite
def flat_spans(draw: st.DrawFn) -> tuple[int, list[TagSpan]]:
    """Give a length and flat spans in order, adjacent ones of one label among them."""
    spans: list[TagSpan] = []
    at = 0
    for _ in range(draw(st.integers(0, 6))):
        first = at + draw(st.integers(0, 2))
        at = first + draw(st.integers(1, 3))
        spans.append((first, at, draw(st.sampled_from(["PER", "ORG", "WORK-OF-ART"]))))
    return at + draw(st.integers(0, 2)), spans


def refused(number: int, reason: str) -> None:
    raise AssertionError(f"{number}: {reason}")


@pytest.mark.parametrize("scheme", ["iob2", "iob1", "biluo"])
@given(flat_spans())
def test_what_is_written_as_tags_is_read_back_without_a_repair(scheme: str, drawn: tuple[int, list[TagSpan]]) -> None:
    length, spans = drawn
    assert spans_of(tags_of(length, spans, scheme), scheme, refused) == spans


@pytest.mark.parametrize("scheme", ["iob2", "iob1", "biluo"])
@given(flat_spans())
def test_seqeval_in_strict_mode_finds_the_same_spans(scheme: str, drawn: tuple[int, list[TagSpan]]) -> None:
    length, spans = drawn
    tags = tags_of(length, spans, scheme)
    found = Entities([tags], scheme=_SEQEVAL[scheme]).entities[0]
    assert [(each.start, each.end, each.tag) for each in found] == spans


@given(st.lists(st.sampled_from(["O", "B-X", "I-X", "B-Y", "I-Y", "E-X", "S-Y", "L-Y", "U-X"]), max_size=12))
def test_any_tags_give_the_spans_that_seqeval_reads_leniently(tags: list[str]) -> None:
    plain = [tag.replace("L-", "E-").replace("U-", "S-") for tag in tags]
    found = spans_of(plain, "iob1", lambda number, reason: None)
    assert [(label, first, end - 1) for first, end, label in found] == get_entities(plain)


def repairs(tags: list[str], scheme: str) -> list[int]:
    found: list[int] = []
    spans_of(tags, scheme, lambda number, reason: found.append(number))
    return found


def test_an_inside_tag_after_outside_begins_a_span_in_iob2_and_is_told() -> None:
    assert spans_of(["O", "I-PER", "I-PER"], "iob2", lambda number, reason: None) == [(1, 3, "PER")]
    assert repairs(["O", "I-PER", "I-PER"], "iob2") == [1]


def test_an_inside_tag_of_another_label_begins_a_span_and_is_told() -> None:
    assert spans_of(["B-PER", "I-ORG"], "iob2", lambda number, reason: None) == [(0, 1, "PER"), (1, 2, "ORG")]
    assert repairs(["B-PER", "I-ORG"], "iob2") == [1]


def test_inside_tags_that_begin_are_right_in_iob1() -> None:
    assert repairs(["I-PER", "I-PER", "B-PER", "O", "I-ORG"], "iob1") == []


def test_a_span_without_its_last_tag_is_told_in_biluo() -> None:
    assert repairs(["B-PER", "O", "B-PER", "L-PER"], "biluo") == [0]


def scheme_of(*sentences: list[str]) -> str:
    tally = Tally()
    for sentence in sentences:
        tally.add(sentence)
    return tally.scheme


@pytest.mark.parametrize(
    ("tags", "scheme"),
    [
        (["O", "B-PER", "I-PER", "O", "B-LOC"], "iob2"),
        (["O", "I-PER", "I-PER", "B-PER", "O", "I-LOC"], "iob1"),
        (["U-PER", "O", "B-LOC", "L-LOC"], "biluo"),
        (["S-PER", "O", "B-LOC", "M-LOC", "E-LOC"], "bioes"),
        (["E-PER", "I-LOC", "E-LOC"], "ioe2"),
        (["PER", "PER", "O"], "io"),
        (["O", "O"], "none"),
        (["B-PER"] * 30 + ["O", "I-LOC"], "iob2"),
    ],
)
def test_the_scheme_is_found_from_all_tags_of_a_file(tags: list[str], scheme: str) -> None:
    assert scheme_of(tags) == scheme


def test_adjacent_spans_of_one_label_are_parted_by_b_in_iob1() -> None:
    assert tags_of(3, [(0, 1, "X"), (1, 3, "X")], "iob1") == ["I-X", "B-X", "I-X"]


def test_an_unknown_scheme_is_no_way_to_write() -> None:
    with pytest.raises(ValueError, match="no tag scheme"):
        tags_of(1, [], "iobes")
