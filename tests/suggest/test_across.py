"""What one entry says of a name holds in the entries around it."""

from __future__ import annotations

from annotator.suggest.across import across
from annotator.suggest.suggester import Proposal

COMMON = frozenset({"stone", "then"})


def named(text: str, *names: tuple[str, str, float]) -> tuple[Proposal, ...]:
    """Return proposals for names by their first place."""
    return tuple(Proposal(text.index(name), text.index(name) + len(name), label, score) for name, label, score in names)


def told(text: str, proposals: tuple[Proposal, ...]) -> list[tuple[str, str]]:
    """Return words and labels."""
    return [(text[each.start : each.end], each.label) for each in proposals]


def test_a_surname_alone_follows_the_full_name_of_another_entry_before_or_after() -> None:
    texts = ["Ravik spoke first.", "Ilze Ravik answered.", "Then Ravik’s aides left."]
    found = across(texts, [(), named(texts[1], ("Ilze Ravik", "PERSON", 0.95)), ()], COMMON)
    assert told(texts[0], found[0]) == told(texts[2], found[2]) == [("Ravik", "PERSON")]
    assert found[0][0].why == "“Ilze Ravik” in another entry"


def test_an_unsure_other_label_gives_way_and_a_sure_one_stays() -> None:
    texts = ["Ilze Ravik answered.", "Ravik spoke.", "Ravik closed its gates."]
    person = named(texts[0], ("Ilze Ravik", "PERSON", 0.95))
    found = across(texts, [person, named(texts[1], ("Ravik", "ORG", 0.5)), named(texts[2], ("Ravik", "ORG", 0.95))], COMMON)
    assert [told(text, each) for text, each in zip(texts[1:], found[1:], strict=True)] == [[("Ravik", "PERSON")], [("Ravik", "ORG")]]


def test_a_storm_is_not_a_person_once_its_whole_name_is_known() -> None:
    texts = ["Hurricane Odile nears the coast.", "Odile made landfall.", "Odile Marchand fled."]
    found = across(
        texts,
        [
            named(texts[0], ("Hurricane Odile", "EVENT", 0.9)),
            named(texts[1], ("Odile", "PERSON", 0.95)),
            named(texts[2], ("Odile Marchand", "PERSON", 0.95)),
        ],
        COMMON,
    )
    assert [told(text, each) for text, each in zip(texts, found, strict=True)] == [
        [("Hurricane Odile", "EVENT")], [("Odile", "EVENT")], [("Odile Marchand", "PERSON")],
    ]  # fmt: skip


def test_what_is_unsure_or_an_ordinary_word_or_part_of_a_longer_name_is_not_carried_over() -> None:
    texts = ["Anna Stone and Ilze Ravik met Per Holm.", "Stone is grey.", "The Ravik Street office closed.", "Holm rested."]
    people = named(texts[0], ("Anna Stone", "PERSON", 0.95), ("Ilze Ravik", "PERSON", 0.95), ("Per Holm", "PERSON", 0.6))
    assert across(texts, [people, (), (), ()], COMMON)[1:] == [(), (), ()]


def test_nothing_that_overlaps_is_added() -> None:
    texts = ["Ilze Ravik met them.", "The Ravik and Holm Bank said so."]
    bank = named(texts[1], ("Ravik and Holm Bank", "ORG", 0.9))
    assert across(texts, [named(texts[0], ("Ilze Ravik", "PERSON", 0.95)), bank], COMMON)[1] == bank
