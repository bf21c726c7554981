"""What a rule takes by itself, and what stays open."""

from __future__ import annotations

import itertools

import pytest
from compared_layers import entry_id, layer, of
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.settle import Rule, settle
from annotator.agreement.values import Place
from annotator.core.errors import InputError

ORG, GPE = (0, 4, "ORG"), (0, 4, "GPE")
A, B, C = (name.encode().ljust(16, b"\0") for name in "ABC")


def readings(*held: tuple[Place, ...]):  # noqa: ANN201
    return of(*(layer(name, places) for name, places in zip("ABCDE", held, strict=False)))


def test_what_all_have_is_taken_as_unanimous_under_every_rule() -> None:
    for rule in Rule:
        found = settle(readings((ORG,), (ORG,)), rule, named=A)
        assert [(each.places, each.how, each.layers) for each in found.taken] == [((ORG,), Rule.UNANIMOUS, (A, B))]
        assert found.agreed == (entry_id(0),)
        assert found.open == ()


@pytest.mark.parametrize(
    ("held", "rule", "taken"),
    [
        (((ORG,), (ORG,), (GPE,)), Rule.UNANIMOUS, None),
        (((ORG,), (ORG,), (GPE,)), Rule.MAJORITY, (ORG,)),
        (((ORG,), (ORG,), (GPE,)), Rule.STRICT, (ORG,)),
        (((ORG,), (GPE,)), Rule.MAJORITY, None),
        (((ORG,), (GPE,), ()), Rule.MAJORITY, None),
        (((ORG,), (ORG,), (GPE,), ()), Rule.MAJORITY, (ORG,)),
        (((ORG,), (ORG,), (GPE,), ()), Rule.STRICT, None),
        (((ORG,), (ORG,), (GPE,), (GPE,)), Rule.MAJORITY, None),
        (((ORG,), (), ()), Rule.MAJORITY, ()),
        (((ORG,), (), ()), Rule.STRICT, ()),
        (((ORG,), (GPE,), ()), Rule.NAMED, (GPE,)),
    ],
)
def test_a_rule_takes_a_reading_or_leaves_it_open(held: tuple[tuple[Place, ...], ...], rule: Rule, taken: tuple[Place, ...] | None) -> None:
    found = settle(readings(*held), rule, named=B if rule is Rule.NAMED else None)
    if taken is None:
        assert (found.taken, len(found.open)) == ((), 1)
    else:
        assert [(each.places, each.how) for each in found.taken] == [(taken, rule)]
        assert found.open == ()


def test_no_entity_is_a_decision_that_names_its_place_and_who_read_it_so() -> None:
    (taken,) = settle(readings((ORG,), (), ()), Rule.MAJORITY).taken
    assert (taken.start, taken.end, taken.places, taken.layers) == (0, 4, (), (B, C))


def test_an_entry_one_is_done_with_is_settled_by_no_rule_but_by_name() -> None:
    packed = of(layer("A", (ORG,)), layer("B", None))
    for rule in (Rule.UNANIMOUS, Rule.MAJORITY, Rule.STRICT):
        found = settle(packed, rule)
        assert (found.taken, found.alone, found.agreed) == ((), (entry_id(0),), ())
    assert settle(packed, Rule.NAMED, named=A).taken[0].places == (ORG,)
    assert settle(packed, Rule.NAMED, named=B).taken == ()


def test_a_named_annotator_who_is_not_done_leaves_the_others_disagreement_open() -> None:
    found = settle(of(layer("A", (ORG,)), layer("B", (GPE,)), layer("C", None)), Rule.NAMED, named=C)
    assert len(found.open) == 1


def test_a_named_annotator_who_is_not_compared_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="name one of them"):
        settle(readings((ORG,), (GPE,)), Rule.NAMED, named=b"?")


flat = st.lists(st.tuples(st.integers(0, 7), st.sampled_from(("ORG", "GPE"))), max_size=5).map(
    lambda words: tuple({word: (5 * word, 5 * word + 4, label) for word, label in words}.values())
)


@given(st.lists(flat, min_size=2, max_size=5), st.sampled_from(Rule))
def test_what_is_taken_never_overlaps_in_a_flat_project_and_nothing_is_both_taken_and_open(
    held: list[tuple[Place, ...]], rule: Rule
) -> None:
    found = settle(readings(*held), rule, named=A)
    taken = sorted((each.start, each.end) for each in found.taken) + sorted((each.start, each.end) for each in found.open)
    taken.sort()
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(taken))
    if rule is Rule.NAMED:
        assert sorted(place for each in found.taken for place in each.places) == sorted(held[0])
