"""Disagreements that ask the same, together: those that are met most often, or cost most matches, first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotator.project.cases import Disagreement, question
from annotator.ui.numerals import numeral


def by_question(found: Mapping[int, Disagreement], *, costly: bool) -> tuple[list[int], list[tuple[int, str]]]:
    """Return the numbers of disagreements in their order, and where a group begins with its heading; equal groups stay in their order."""
    asked = {number: question(each) for number, each in found.items()}
    often, cost = Counter(asked.values()), Counter[tuple[object, ...]]()
    for number, each in found.items():
        cost[asked[number]] += each.cost
    weight = cost if costly else often
    first = {each: place for place, each in reversed(list(enumerate(asked.values())))}
    ordered = sorted(found, key=lambda number: (-weight[asked[number]], first[asked[number]]))
    headings = []
    for place, number in enumerate(ordered):
        if not place or asked[ordered[place - 1]] != asked[number]:
            words = " ".join(found[number].words.split())
            headings.append((place, _costing(words, cost[asked[number]]) if costly else _meeting(words, often[asked[number]])))
    return ordered, headings


def _costing(words: str, cost: int) -> str:
    return _tr("{words}  costs {cost} matches").format(words=words, cost=numeral(cost))


def _meeting(words: str, times: int) -> str:
    return f"{words}  {_tr('once') if times == 1 else _tr('{n} times').format(n=numeral(times))}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("adjudicate", text)
