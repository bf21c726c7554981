"""Dates, times, sums and ages: a table of cases, and what holds for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.figures import figures

LABELS = {"D": "DATE", "T": "TIME", "M": "MONEY"}
MARK = re.compile(r"\[([^\]]+)\]([DTM])")
CASES = [
    line for line in (Path(__file__).parent / "figures.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


def test_the_table_has_at_least_two_hundred_cases() -> None:
    assert len(CASES) >= 200
    assert len(set(CASES)) == len(CASES)


@pytest.mark.parametrize("case", CASES)
def test_figures_are_found_as_the_table_says(case: str) -> None:
    text = MARK.sub(r"\1", case)
    expected = [(match.group(1), LABELS[match.group(2)]) for match in MARK.finditer(case)]
    assert [(text[each.start : each.end], each.label) for each in figures(text)] == expected


@given(
    st.lists(
        st.sampled_from(
            [*"0123456789", " ", ",", ".", "-", "$", "£", "pm", "May", "Monday", "last", "two", "days", "million", "dollars", "the", "é"]
        ),
        max_size=30,
    )
)
def test_figures_lie_in_the_text_and_never_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    last = 0
    for each in figures(text):
        assert last <= each.start < each.end <= len(text)
        assert text[each.start : each.end].strip() == text[each.start : each.end]
        assert each.score is not None
        assert 0 < each.score < 1
        assert each.why
        last = each.end
