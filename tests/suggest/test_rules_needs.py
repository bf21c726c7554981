"""What a rule needs is only a quick look: no rule finds more where it is tried on every line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest import rules_dates, rules_money, rules_times
from annotator.suggest.rules_numbers import Lines, Tried, matches, needing, rule

KINDS = {"DATE": rules_dates._TRIED, "TIME": rules_times._TRIED, "MONEY": rules_money._TRIED}
CASES = [
    re.sub(r"\[([^\]]+)\][DTM]", r"\1", line)
    for line in (Path(__file__).parent / "figures.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
WORDS = (
    *"0123456789", " ", "\n", ", ", ".", "-", "–", ":", "(", ")", "$", "£", "€", "pm", "a.m.", "May", "Jan", "Monday", "Tue",
    "last", "next", "the ", "The ", "end of ", "middle of ", "two ", "days ", "day", "week ", "year", "million ", "dollars", "p", "kr",
    "aged ", "40s", "fifties", "his ", "early ", "late ", "mid-", "weekend", "hours", "hour ", "hr ", "min ", "minute", "half ",
    "an ", "ago", "to ", "past ", "noon", "tonight", "overnight", "morning", "every ", "all ", "summer", "this ", "at ", "20", "2031",
    "following ", "coming ", "first ",
)  # fmt: skip


def everywhere(text: str, label: str, tried: Tried) -> set[tuple[int, int, str]]:
    """Return what the rules find where each is tried on every line."""
    bare = needing(tuple(each for group in tried.groups for each in group.rules), {})
    free = Tried((), tuple(type(group)((), (), 0, 0, group.rules) for group in bare.groups))
    found = set()
    start = 0
    for line in text.split("\n"):
        found |= {(start + each.start, start + each.end, each.why) for each in matches(Lines(line), label, free)}
        start += len(line) + 1
    return found


def quickly(text: str, label: str, tried: Tried) -> set[tuple[int, int, str]]:
    return {(each.start, each.end, each.why) for each in matches(Lines(text), label, tried)}


@pytest.mark.parametrize("label", KINDS)
def test_no_case_of_the_table_is_passed_over_by_the_quick_look(label: str) -> None:
    for text in (*CASES, "\n".join(CASES)):
        assert quickly(text, label, KINDS[label]) == everywhere(text, label, KINDS[label])


@pytest.mark.parametrize("label", KINDS)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map("".join))
def test_no_text_has_more_than_the_quick_look_finds(label: str, text: str) -> None:
    assert quickly(text, label, KINDS[label]) == everywhere(text, label, KINDS[label])


def test_a_rule_is_tried_only_on_lines_that_have_both_of_what_it_needs() -> None:
    tried = needing((rule(r"\w+", 0.5, "a word", needs="one two", also="day"),), {})
    assert [each.start for each in matches(Lines("one\nday\ntwo day\nthree"), "DATE", tried)] == [8, 12]
    assert matches(Lines("one\nday"), "DATE", tried) == []
