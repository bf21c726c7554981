"""A chain of texts in which each is followed by the one most like it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.alike import chain

HARBOUR = "Okafor met the pilots at the Orrin Canal about the strike."
CANAL = "The pilots of the Orrin Canal go on with the strike, Okafor said."
MARKET = "Grain prices at the Halden market rose after the auction."
AUCTION = "The auction at Halden closed; grain prices stay."
OTHER = "Nothing else."


def test_texts_about_the_same_names_come_together_and_the_first_stays_first() -> None:
    assert chain([HARBOUR, MARKET, OTHER, CANAL, AUCTION]) == [0, 3, 1, 4, 2]


def test_texts_that_share_nothing_stay_in_their_order() -> None:
    assert chain(["alpha", "beta", "gamma"]) == [0, 1, 2]
    assert chain([]) == []


def test_scripts_without_spaces_are_held_against_each_other_too() -> None:
    assert chain(["市长在北京会见了工会", "粮食价格上涨", "工会在北京发表声明", "粮食价格下跌"]) == [0, 2, 1, 3]


def test_a_chain_that_is_stopped_leaves_the_rest_as_it_is() -> None:
    texts = [f"word{number % 7} name{number % 5}" for number in range(100)]
    order = chain(texts, pause=lambda: True)
    assert order[16:] == sorted(order[16:])
    assert sorted(order) == list(range(100))


@given(st.lists(st.text(alphabet="abcd 京北 ", max_size=30), max_size=20))
def test_every_text_stands_once_and_the_same_texts_give_the_same_order(texts: list[str]) -> None:
    order = chain(texts)
    assert sorted(order) == list(range(len(texts)))
    assert order == chain(list(texts))
