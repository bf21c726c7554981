"""Memory: what was confirmed is proposed again, and says why."""

from __future__ import annotations

import subprocess
import sys

from annotator.suggest.memory import Memory, Remembered, memory


def seen(suggester: Memory, text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.label) for each in suggester.proposals(text)]


def test_a_confirmed_mention_is_proposed_wherever_it_stands_also_as_possessive() -> None:
    suggester = memory([Remembered("Torwinska’s", "PERSON", 3, 2)])
    text = "Torwinska spoke. Torwinska's union and Ms Torwinska; not Torwinskaya."
    assert seen(suggester, text) == [("Torwinska", "PERSON")] * 3


def test_memory_says_how_often_and_in_how_many_entries() -> None:
    (proposal,) = memory([Remembered("Riga", "GPE", 41, 9)]).proposals("In Riga.")
    assert proposal.why == "tagged GPE 41 times in 9 entries"
    assert proposal.score == round(42.6 / 43, 3)
    assert memory([Remembered("Riga", "GPE", 1)]).proposals("Riga")[0].why == "tagged GPE once in 1 entry"


def test_of_nested_mentions_the_longest_is_proposed() -> None:
    suggester = memory([Remembered("Tartu", "GPE", 5), Remembered("University of Tartu", "ORG", 1)])
    assert seen(suggester, "At the University of Tartu in Tartu") == [("University of Tartu", "ORG"), ("Tartu", "GPE")]


def test_a_mention_is_proposed_as_part_of_a_longer_name_that_memory_does_not_know() -> None:
    suggester = memory([Remembered("Orrin Canal", "FAC", 2)])
    assert seen(suggester, "The Orrin Canal Board’s view of the Orrin Canal’s gates") == [("Orrin Canal", "FAC")] * 2


def test_conflicting_memory_proposes_the_usual_label_and_names_the_other() -> None:
    suggester = memory([Remembered("Amber Link", "FAC", 4, 3), Remembered("Amber Link", "ORG", 2, 1)])
    (proposal,) = suggester.proposals("the Amber Link")
    assert proposal.label == "FAC"
    assert proposal.why == "tagged FAC 4 times in 3 entries, but also ORG 2 times"
    assert proposal.score == round(5.6 / 8, 3)


def test_what_was_rejected_twice_is_no_longer_proposed() -> None:
    assert seen(memory([Remembered("May", "DATE", 1, 1, rejected=2)]), "Mrs May") == []
    assert seen(memory([Remembered("May", "DATE", 1, 1, rejected=1)]), "Mrs May") == [("May", "DATE")]
    assert seen(memory([Remembered("May", "DATE", 0, 0, rejected=1)]), "Mrs May") == []
    assert seen(memory([Remembered("Riga", "GPE", 9, 9, rejected=2)]), "Riga") == []
    assert seen(memory([Remembered("Riga", "GPE", 40, 9, rejected=2)]), "Riga") == [("Riga", "GPE")]


def test_a_rejection_under_one_label_is_no_doubt_of_another() -> None:
    relabelled = memory([Remembered("Amber Link", "FAC", 1), Remembered("Amber Link", "PERSON", 0, 0, rejected=1)])
    plain = memory([Remembered("Amber Link", "FAC", 1)])
    assert relabelled.proposals("Amber Link")[0].score == plain.proposals("Amber Link")[0].score


def test_equal_mentions_of_several_rows_count_together() -> None:
    suggester = memory([Remembered("Riga’s", "GPE", 2, 1), Remembered("Riga", "GPE", 3, 2)])
    assert suggester.proposals("Riga")[0].why == "tagged GPE 5 times in 3 entries"


def test_a_bare_number_is_not_remembered() -> None:
    assert seen(memory([Remembered("71", "DATE", 3), Remembered("1989", "DATE", 1)]), "Of 71 in 1989") == [("1989", "DATE")]


def test_memory_of_nothing_proposes_nothing() -> None:
    assert list(memory([]).propose(["Riga", ""])) == [(), ()]


def test_neither_memory_nor_the_default_suggester_imports_spacy() -> None:
    code = (
        "import sys; from annotator.suggest.loading import load; from annotator.suggest.default import default_suggester; "
        "list(default_suggester().propose(['Riga'])); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
