"""What a whole source says of its names."""

from __future__ import annotations

from annotator.suggest.consistency import consistent
from annotator.suggest.suggester import Proposal


def spans(text: str, *names: tuple[str, str, float]) -> list[Proposal]:
    return [Proposal(text.index(name), text.index(name) + len(name), label, score) for name, label, score in names]


def found(text: str, proposals: tuple[Proposal, ...]) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.label) for each in proposals]


def test_a_surname_that_was_missed_follows_the_full_name_of_another_entry() -> None:
    texts = ["Anna Kovalenko spoke.", "Later Kovalenko left Kyiv."]
    first, second = consistent(texts, [spans(texts[0], ("Anna Kovalenko", "PERSON", 0.95)), spans(texts[1], ("Kyiv", "GPE", 0.9))])
    assert found(texts[0], first) == [("Anna Kovalenko", "PERSON")]
    assert found(texts[1], second) == [("Kovalenko", "PERSON"), ("Kyiv", "GPE")]


def test_an_unsure_label_gives_way_to_a_surname_and_a_sure_one_does_not() -> None:
    texts = ["Anna Lviv spoke.", "Lviv left.", "In Lviv it rains."]
    proposals = [
        spans(texts[0], ("Anna Lviv", "PERSON", 0.97)),
        spans(texts[1], ("Lviv", "ORG", 0.5)),
        spans(texts[2], ("Lviv", "GPE", 0.95)),
    ]
    _, second, third = consistent(texts, proposals)
    assert found(texts[1], second) == [("Lviv", "PERSON")]
    assert found(texts[2], third) == [("Lviv", "GPE")]


def test_a_short_form_follows_its_long_form() -> None:
    texts = ["The Harbour Pilots of Riga (HPR) met.", "HPR said no."]
    _, second = consistent(texts, [spans(texts[0], ("Harbour Pilots of Riga", "ORG", 0.9)), []])
    assert found(texts[1], second) == [("HPR", "ORG")]


def test_a_word_before_another_capital_is_left_alone() -> None:
    texts = ["Anna Stone spoke.", "They met in Stone Street."]
    _, second = consistent(texts, [spans(texts[0], ("Anna Stone", "PERSON", 0.95)), []])
    assert second == ()


def test_the_label_that_the_same_name_mostly_has_wins_over_a_doubtful_one() -> None:
    texts = ["Baltnet grew.", "Baltnet fell.", "Baltnet"]
    proposals = [[Proposal(0, 7, "ORG", 0.95)], [Proposal(0, 7, "ORG", 0.9)], [Proposal(0, 7, "PERSON", 0.45)]]
    assert [[each.label for each in spans] for spans in consistent(texts, proposals)] == [["ORG"], ["ORG"], ["ORG"]]
