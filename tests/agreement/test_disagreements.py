"""Where layers differ: the kinds, the groups, and what is no disagreement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compared_layers import entries, entry_id, layer, of
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.confusion import confusability, confusion
from annotator.agreement.disagreements import Disagreement, disagreements, in_cell, sightings
from annotator.agreement.groups import Order, grouped
from annotator.agreement.partners import paired
from annotator.agreement.spans import strict_columns
from annotator.agreement.study import study
from annotator.agreement.values import ComparedLayer, Counted, Kind, Place, Slice, Work, compared

A, B, C = (name.encode().ljust(16, b"\0") for name in "ABC")


def found(*readings: tuple[Place, ...]) -> list[Disagreement]:
    """The disagreements of layers A, B, C … over one entry."""
    layers = [layer(name, places) for name, places in zip("ABCD", readings, strict=False)]
    return list(disagreements(entries(1), layers))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (((0, 4, "ORG"),), (), Kind.MISSING),
        (((0, 4, "ORG"),), ((0, 4, "GPE"),), Kind.LABEL),
        (((0, 4, "ORG"),), ((0, 9, "ORG"),), Kind.BOUNDARY),
        (((0, 4, "ORG"),), ((0, 9, "GPE"),), Kind.BOTH),
        (((0, 9, "ORG"),), ((0, 4, "ORG"), (5, 9, "ORG")), Kind.SPLIT),
        (((0, 4, "ORG"), (5, 14, "ORG")), ((0, 9, "ORG"), (10, 14, "ORG")), Kind.OVERLAP),
        (((0, 9, "ORG"),), ((0, 4, "GPE"), (5, 9, "ORG")), Kind.OVERLAP),
    ],
)
def test_two_readings_of_a_place_have_a_kind(first: tuple[Place, ...], second: tuple[Place, ...], kind: Kind) -> None:
    (one,) = found(first, second)
    assert one.kind is kind
    (back,) = found(second, first)
    assert back.kind is kind
    assert {reading.places for reading in one.readings} == {first, second}


def test_places_that_all_have_are_no_disagreement() -> None:
    (one,) = found(((0, 4, "ORG"), (10, 14, "GPE")), ((0, 4, "ORG"),))
    assert (one.start, one.end, one.kind) == (10, 14, Kind.MISSING)


def test_equal_spans_given_twice_are_one_and_agree() -> None:
    assert found(((0, 4, "ORG"), (0, 4, "ORG")), ((0, 4, "ORG"),)) == []


def test_distant_places_are_disagreements_of_their_own_in_the_order_of_the_text() -> None:
    first, second = found(((20, 24, "ORG"), (0, 4, "ORG")), ())
    assert (first.start, second.start) == (0, 20)


def test_an_inner_span_is_a_question_of_its_own_where_the_outer_one_is_agreed() -> None:
    (one,) = found(((0, 14, "ORG"), (5, 9, "GPE")), ((0, 14, "ORG"), (5, 9, "PERSON")))
    assert (one.start, one.end, one.kind) == (5, 9, Kind.LABEL)


def test_nested_spans_that_differ_in_both_are_two_questions() -> None:
    outer, inner = found(((0, 14, "ORG"), (5, 9, "GPE")), ((0, 14, "FAC"), (5, 9, "PERSON")))
    assert (outer.kind, inner.kind) == (Kind.LABEL, Kind.LABEL)
    assert (outer.end, inner.end) == (14, 9)


def test_three_readings_name_who_reads_how_with_the_most_first_and_nothing_last() -> None:
    (one,) = found(((0, 4, "ORG"),), (), ((0, 4, "ORG"),))
    assert one.kind is Kind.MISSING
    assert [(reading.places, reading.layers) for reading in one.readings] == [(((0, 4, "ORG"),), (A, C)), ((), (B,))]
    assert one.cost == 2


def test_labels_that_differ_among_three_are_a_label_disagreement_though_one_has_nothing() -> None:
    (one,) = found(((0, 4, "ORG"),), ((0, 4, "GPE"),), ())
    assert one.kind is Kind.LABEL
    assert one.labels == {"ORG", "GPE"}


def test_an_entry_done_by_one_only_holds_no_disagreement() -> None:
    packed = of(layer("A", ((0, 4, "ORG"),)), layer("B", None))
    assert list(disagreements(packed.entries, packed.layers)) == []


def test_who_is_not_done_with_an_entry_is_not_among_its_readings() -> None:
    packed = of(layer("A", ((0, 4, "ORG"),)), layer("B", None), layer("C", ()))
    (one,) = disagreements(packed.entries, packed.layers)
    assert one.layers == (A, C)


places = st.lists(
    st.tuples(st.integers(0, 38), st.integers(1, 9), st.sampled_from(("ORG", "GPE"))).map(
        lambda each: (each[0], min(each[0] + each[1], 40), each[2])
    ),
    max_size=6,
)


@given(st.lists(places, min_size=2, max_size=4))
def test_every_span_is_agreed_by_all_or_stands_in_exactly_one_disagreement(work: list[list[Place]]) -> None:
    packed = of(*(layer(name, tuple(held)) for name, held in zip("ABCD", work, strict=False)))
    (sighting,) = sightings(packed.entries, packed.layers)
    for name, held in zip("ABCD", work, strict=False):
        mine = name.encode().ljust(16, b"\0")
        told = [place for each in sighting.differing for reading in each.readings if mine in reading.layers for place in reading.places]
        assert sorted([*told, *sighting.agreed]) == sorted(set(held))
    for each in sighting.differing:
        assert len(each.readings) > 1
        assert sorted(each.layers) == sorted(layer.id for layer in packed.layers)
    pairs = [(i, j) for i in range(len(work)) for j in range(i)]
    tables = [strict_columns(packed.spans[i], packed.spans[j], groups=1)[0] for i, j in pairs]
    assert sum(each.cost for each in sighting.differing) == sum(one + other - 2 * same for same, one, other in tables)


moments = st.sampled_from(("", "2022-01-27T10:00", "2022-01-28T09:00"))


@given(
    st.lists(st.tuples(st.sampled_from(("a", "b")), moments, st.lists(st.none() | st.booleans(), min_size=2, max_size=2)), max_size=6),
    st.builds(Slice, source=st.sampled_from((None, "a")), since=moments, until=moments, shown=st.none() | st.booleans()),
)
def test_a_slice_holds_the_same_entries_one_by_one_as_over_all_at_once(
    texts: list[tuple[str, str, list[bool | None]]], part: Slice
) -> None:
    held = [compared(entry_id(number), "four", source=source, time=time) for number, (source, time, _) in enumerate(texts)]
    layers = [layer(name, *[()] * len(texts), shown=[told[at] for *_, told in texts]) for at, name in enumerate("AB")]
    at_once = study(held, layers).inside(part, (0, 1)).tolist()
    assert [part.holds(entry, told) for entry, (*_, told) in zip(held, texts, strict=True)] == at_once


def test_a_disagreement_stands_in_its_cell_and_in_the_slice_of_its_label() -> None:
    packed = of(layer("A", ((0, 4, "ORG"), (10, 14, "GPE"))), layer("B", ((0, 4, "GPE"),)))
    everything = list(disagreements(packed.entries, packed.layers))
    assert [each.start for each in everything if in_cell(each, A, B, ("GPE", None))] == [10]
    assert [each.start for each in everything if in_cell(each, A, B, ("ORG", "GPE"))] == [0]
    assert [each.start for each in disagreements(packed.entries, packed.layers, part=Slice(label="ORG"))] == [0]


def test_a_cell_of_the_matrix_counts_what_it_opens() -> None:
    packed = of(
        layer("A", ((0, 4, "ORG"), (10, 19, "GPE"), (30, 34, "ORG"))), layer("B", ((0, 4, "ORG"), (10, 14, "ORG"), (20, 24, "GPE")))
    )
    matrix = confusion(packed, 0, 1, counted=Counted())
    assert matrix.headings == ("GPE", "ORG", "none")
    assert [matrix.count(cell) for cell in (("ORG", "ORG"), ("GPE", "ORG"), ("ORG", None), (None, "GPE"), (None, None))] == [1, 1, 1, 1, 0]
    everything = list(disagreements(packed.entries, packed.layers))
    for row in (*matrix.labels, None):
        for column in (*matrix.labels, None):
            if row != column:
                assert sum(in_cell(each, A, B, (row, column)) for each in everything) == matrix.count((row, column))


def test_pairs_are_equal_spans_then_equal_edges_then_the_most_shared_text() -> None:
    left = [(0, 9, "ORG"), (20, 24, "GPE")]
    right = [(0, 4, "ORG"), (4, 9, "ORG"), (20, 24, "ORG"), (20, 24, "GPE")]
    assert paired(left, right) == [
        (None, (0, 4, "ORG")),
        ((0, 9, "ORG"), (4, 9, "ORG")),
        ((20, 24, "GPE"), (20, 24, "GPE")),
        (None, (20, 24, "ORG")),
    ]


def test_labels_are_confusable_by_how_often_they_stand_against_each_other() -> None:
    packed = of(layer("A", ((0, 4, "ORG"), (10, 14, "ORG"))), layer("B", ((0, 4, "ORG"), (10, 14, "GPE"))))
    shares = confusability([confusion(packed, 0, 1, counted=Counted())])
    assert shares == {frozenset(("ORG", "GPE")): 0.5}


def _kremlin() -> list[Disagreement]:
    texts = ["The Kremlin said", "in the Kremlin’s view", "Kremlin sources", "Kyiv said"]
    at = [text.find("Kremlin") for text in texts]
    held = [compared(entry_id(number), text) for number, text in enumerate(texts)]

    def marked(name: str, label: str) -> ComparedLayer:
        work = {entry_id(number): Work(True, ((start, start + 7, label),)) for number, start in enumerate(at) if start >= 0}
        return replace(layer(name), work=work | {entry_id(3): Work(True, ((0, 4, label),))})

    return list(disagreements(held, [marked("A", "ORG"), marked("B", "ORG"), marked("C", "GPE")]))


def test_equal_mentions_read_alike_are_one_group_in_words() -> None:
    first, second = grouped(_kremlin())
    assert first.said == "Kremlin: ORG by two, GPE by one, 3 times"
    assert (first.count, first.cost, first.kind) == (3, 12, Kind.LABEL)
    assert second.said == "Kyiv: ORG by two, GPE by one, once"


def test_groups_that_differ_in_edges_name_the_words_of_each_reading() -> None:
    text = compared(entry_id(0), "the State Department said")
    readings = [layer("A", ((0, 20, "ORG"),)), layer("B", ((4, 20, "ORG"),)), layer("C", ())]
    (group,) = grouped(disagreements([text], readings))
    assert group.said == "the State Department: ORG by one, “State Department” ORG by one, nothing by one, once"
    assert group.kind is Kind.BOUNDARY


def test_groups_are_sorted_as_asked_and_the_order_does_not_depend_on_the_input() -> None:
    cases = _kremlin()
    shares = {frozenset(("ORG", "GPE")): 0.25}
    for order in Order:
        assert grouped(cases, order=order, confusable=shares) == tuple(
            replace(group, cases=tuple(reversed(group.cases))) for group in grouped(reversed(cases), order=order, confusable=shares)
        )
    assert {group.confusable for group in grouped(cases, confusable=shares)} == {0.25}


def test_the_same_word_twice_in_a_mention_keeps_its_readings_apart() -> None:
    texts = [compared(entry_id(number), "Hong Hong") for number in range(2)]
    whole = ((0, 9, "GPE"),)
    one = layer("A", whole, whole)
    other = layer("B", ((0, 4, "GPE"),), ((5, 9, "GPE"),))
    assert [group.count for group in grouped(disagreements(texts, [one, other]))] == [1, 1]
