"""What the command prints for people."""

from __future__ import annotations

import pytest

from annotator.cli import show


@pytest.mark.parametrize(
    ("count", "noun", "said"),
    [(0, "span", "0 spans"), (1, "span", "1 span"), (1, "entry", "1 entry"), (2, "entry", "2 entries"), (1234, "step", "1,234 steps")],
)
def test_a_count_has_its_noun_in_the_number_it_needs(count: int, noun: str, said: str) -> None:
    assert show.many(count, noun) == said


def test_a_verb_after_a_count_has_its_number_too() -> None:
    assert show.many(1, "entry", "is", "are") == "1 entry is"
    assert show.many(3, "entry", "is", "are") == "3 entries are"
