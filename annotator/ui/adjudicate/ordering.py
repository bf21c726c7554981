"""The order of the list: by entries, or what asks the same together, the most frequent, the costliest or the most confusable first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from annotator.project.cases import Case, Disagreement, confused, question
from annotator.ui.adjudicate.confusing import Shares
from annotator.ui.adjudicate.list_pane import Sorting
from annotator.ui.numerals import numeral

Headings = list[tuple[int, str]]
"""Where a group begins, and what stands over it."""


def in_order(
    numbers: list[int], cases: Mapping[int, Case], *, sorting: Sorting, shares: Shares, title: Callable[[int], str]
) -> tuple[list[int], Headings]:
    """Return the numbers of cases, which come in the order of the text, in the order that is wished; `title` is that of an entry's row."""
    if sorting is not Sorting.TEXT:
        return by_question({number: cases[number].found for number in numbers}, sorting=sorting, shares=shares)
    rows = [cases[number].row for number in numbers]
    return numbers, [(place, title(row)) for place, row in enumerate(rows) if not place or rows[place - 1] != row]


def by_question(found: Mapping[int, Disagreement], *, sorting: Sorting, shares: Shares) -> tuple[list[int], Headings]:
    """Return the numbers of disagreements in their order, and where a group begins with its heading.

    Groups of equal weight: the more frequent one first where it goes by `shares` (the share is that of a pair of labels, and many
    groups have it), else they stay in their order.
    """
    asked = {number: question(each) for number, each in found.items()}
    often, cost = Counter(asked.values()), Counter[tuple[object, ...]]()
    for number, each in found.items():
        cost[asked[number]] += each.cost
    mixed: dict[tuple[object, ...], float] = {}
    if sorting is Sorting.CONFUSABLE:
        mixed = {asked[number]: confused(each.readings, shares) for number, each in found.items()}
    weight = {each: (mixed.get(each, 0.0), cost[each] if sorting is Sorting.COSTLY else often[each]) for each in often}
    first = {each: place for place, each in reversed(list(enumerate(asked.values())))}
    ordered = sorted(found, key=lambda number: (*(-each for each in weight[asked[number]]), first[asked[number]]))
    headings = []
    for place, number in enumerate(ordered):
        if not place or asked[ordered[place - 1]] != asked[number]:
            words = " ".join(found[number].words.split())
            if sorting is Sorting.CONFUSABLE:
                said = _confusing(words, mixed[asked[number]])
            elif sorting is Sorting.COSTLY:
                said = _costing(words, cost[asked[number]])
            else:
                said = _meeting(words, often[asked[number]])
            headings.append((place, said))
    return ordered, headings


def _costing(words: str, cost: int) -> str:
    return _tr("{words}  costs {cost} matches").format(words=words, cost=numeral(cost))


def _confusing(words: str, share: float) -> str:
    if not share:
        return _tr("{words}  never confused").format(words=words)
    percent = round(100 * share)
    if not percent:
        return _tr("{words}  confused in under 1 %").format(words=words)
    return _tr("{words}  confused in {percent} %").format(words=words, percent=numeral(percent))


def _meeting(words: str, times: int) -> str:
    return f"{words}  {_tr('once') if times == 1 else _tr('{n} times').format(n=numeral(times))}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("adjudicate", text)
