"""The default suggester: what its rules find, and what holds for any text."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.resources import resource
from annotator.suggest.default import LABELS, default_suggester
from annotator.suggest.suggester import Proposal

SUGGESTER = default_suggester()


def found(text: str) -> list[tuple[str, str]]:
    (proposals,) = SUGGESTER.propose([text])
    return [(text[each.start : each.end], each.label) for each in proposals]


CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("President Korbanek met Mr Zawilski.", [("Korbanek", "PERSON"), ("Zawilski", "PERSON")]),
    ("US President Jane Tolwick said so.", [("US", "GPE"), ("Jane Tolwick", "PERSON")]),
    ("Tolwick’s remark angered Taras Hryniuk. Hryniuk left.", [("Taras Hryniuk", "PERSON"), ("Hryniuk", "PERSON")]),
    ("The defence minister Abdulrahman al-Khatibi spoke.", [("Abdulrahman al-Khatibi", "PERSON")]),
    ("The Ukrainian Ministry of Defence said", [("Ukrainian Ministry of Defence", "ORG")]),
    ("the University of Tartu in Estonia", [("University of Tartu", "ORG"), ("Estonia", "GPE")]),
    ("the Baltic Pilots’ Union (BPU). The BPU went.", [("Baltic Pilots’ Union", "ORG"), ("BPU", "ORG"), ("BPU", "ORG")]),
    ("Russian-speaking crews on a US-backed mission", [("Russian", "NORP"), ("US", "GPE")]),
    ("He spoke in Russian.", []),
    ("The Baltic Sea and the Bay of Gdansk", [("Baltic Sea", "LOC"), ("Bay of Gdansk", "LOC")]),
    ("at Riga International Airport", [("Riga International Airport", "FAC")]),
    ("after the Second World War and the Treaty of Visby", [("Second World War", "EVENT"), ("Treaty of Visby", "LAW")]),
    ("the repair ship Saint Brendan sailed", [("Saint Brendan", "PRODUCT")]),
    ("“We will go,” the minister said. Meanwhile, nothing happened.", []),
    ("They ask us. Please join US.", [("US", "GPE")]),
    ("NATO and Nato are one", [("NATO", "ORG"), ("Nato", "ORG")]),
    ("Storm Alva nears; Operation Quiet Shoal ends", [("Storm Alva", "EVENT"), ("Operation Quiet Shoal", "EVENT")]),
    ("The Institute for the Study of Tides in Riga", [("Institute for the Study of Tides", "ORG"), ("Riga", "GPE")]),
    ("He saw Oksana Tusk Brandwood.", [("Oksana Tusk Brandwood", "PERSON")]),
    ("shares in Harrow & Peake fell", [("Harrow & Peake", "ORG")]),
    ("her book The Last Kilowatt sold", [("The Last Kilowatt", "WORK_OF_ART")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_are_found_as_the_guidelines_say(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_each_proposal_has_a_score_and_a_reason_and_none_overlap_on_the_sample() -> None:
    rows = [json.loads(line) for line in resource("sample", "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for row, proposals in zip(rows, SUGGESTER.propose(row["text"] for row in rows), strict=True):
        _sound(row["text"], proposals)


def test_on_the_sample_at_least_nine_in_ten_are_right_and_nine_in_ten_are_found() -> None:
    rows = [json.loads(line) for line in resource("sample", "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for row, proposals in zip(rows, SUGGESTER.propose(row["text"] for row in rows), strict=True):
        gold = {(span["start"], span["end"], span["label"]) for span in row["spans"]}
        ours = {each.place for each in proposals}
        right.update(place[2] for place in gold & ours)
        wrong.update(place[2] for place in ours - gold)
        missed.update(place[2] for place in gold - ours)
    assert set(right) == set(LABELS)
    assert right.total() >= 0.9 * (right.total() + wrong.total())
    assert right.total() >= 0.9 * (right.total() + missed.total())


@given(
    st.lists(
        st.sampled_from(
            [
                "Mr",
                "The",
                "of",
                "Bank",
                "Riga",
                "’s",
                "Oksana",
                "\n\n",
                " ",
                ". ",
                "NATO",
                "al-K",
                "(",
                "й",
                "“",
                "🎉",
                "é",
                "1",
                "A",
                "-",
                "St",
                "I’m",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_proposals_lie_in_any_text_and_never_overlap(text: str) -> None:
    (proposals,) = SUGGESTER.propose([text])
    _sound(text, proposals)
    assert list(SUGGESTER.propose([text])) == [proposals]


def test_another_source_joins_the_rules() -> None:
    suggester = default_suggester(more=(lambda text: [Proposal(0, 5, "PRODUCT", 0.99, "a model")],), version="rules+model")
    assert [each.place for each in next(suggester.propose(["Vazor sank"]))] == [(0, 5, "PRODUCT")]
    assert suggester.version == "rules+model"


@pytest.mark.parametrize("piece", ["A ", "A A.", "1", "1.1", "Mr ", "Bank of ", "1,", "$1-", "the ", "late on ", "one ", " ", "A", "“A"])
def test_text_that_repeats_itself_for_ever_is_borne(piece: str) -> None:
    text = piece * 3000
    (proposals,) = SUGGESTER.propose([text])
    _sound(text, proposals)


def _sound(text: str, proposals: tuple[Proposal, ...]) -> None:
    last = 0
    for each in proposals:
        assert last <= each.start < each.end <= len(text)
        assert each.label in LABELS
        assert each.score is not None
        assert 0 < each.score < 1
        assert each.why
        assert text[each.start : each.end] == text[each.start : each.end].strip()
        last = each.end


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Analysts at Moody’s agreed; Ms Moody did not.", [("Moody’s", "ORG"), ("Moody", "PERSON")]),
        ("She moved to Brandell County.", [("Brandell County", "GPE")]),
        ("A shelter opened at the Brandell Convention Center.", [("Brandell Convention Center", "FAC")]),
        ("He won the Northern Rowing Championships.", [("Northern Rowing Championships", "EVENT")]),
        ("the newspaper Brandelle reported", [("Brandelle", "ORG")]),
    ],
)
def test_what_words_and_lists_show(text: str, wanted: list[tuple[str, str]]) -> None:
    (proposals,) = SUGGESTER.propose([text])
    assert [(text[each.start : each.end], each.label) for each in proposals if (each.score or 0.0) >= 0.85] == wanted
