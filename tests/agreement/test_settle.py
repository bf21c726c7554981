"""What a rule takes by itself, and what stays open."""

from __future__ import annotations

import pytest
from compared_layers import entries, layer

from annotator.agreement.disagreements import Disagreement, disagreements
from annotator.agreement.settle import Rule, chosen_reading
from annotator.agreement.values import Place

ORG, GPE = (0, 4, "ORG"), (0, 4, "GPE")
B, C = (name.encode().ljust(16, b"\0") for name in "BC")


def differing(*held: tuple[Place, ...] | None) -> Disagreement:
    (found,) = disagreements(entries(1), [layer(name, places) for name, places in zip("ABCDE", held, strict=False)])
    return found


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
    reading = chosen_reading(differing(*held), rule, named=B)
    assert (reading.places if reading else None) == taken


def test_no_entity_is_a_reading_that_names_its_place_and_who_read_it_so() -> None:
    found = differing((ORG,), (), ())
    taken = chosen_reading(found, Rule.MAJORITY)
    assert taken is not None
    assert (found.start, found.end, taken.places, taken.layers) == (0, 4, (), (B, C))


def test_a_named_annotator_who_is_not_done_leaves_the_others_disagreement_open() -> None:
    assert chosen_reading(differing((ORG,), (GPE,), None), Rule.NAMED, named=C) is None
