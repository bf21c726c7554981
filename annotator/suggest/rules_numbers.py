"""Pieces of patterns that dates, times and sums share: numbers in digits and words, units, names of days and months."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from annotator.suggest.suggester import Proposal

_BREAK = re.compile("\n")
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"

WORD_NUMBER = rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES})"
DIGITS = r"\d{1,15}(?:[.,]\d{1,15}){0,6}"
_SMALL = r"(?:\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,9})?)(?!,?\d)"
COUNT = rf"(?:{_SMALL}|(?:a |one )?(?:hundred|thousand|dozen)|{WORD_NUMBER}(?: (?:hundred|thousand|dozen))?)"
RANGE = rf"{COUNT}(?:(?: ?[-–] ?| to | or | and a )(?:{COUNT}|half))?"
VAGUE = r"(?:several|a few|few|many|a couple of|couple of|some|dozens of|hundreds of|a number of|half a|half an)"

DAY_UNIT = r"(?:days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|seasons?)"
TIME_UNIT = r"(?:hours?|minutes?|seconds?|mins?|hrs?)"
AWAY = r"(?: (?:ago|earlier|later|from now|beforehand|afterwards|old|(?:before|after)(?![ \w])))?"

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
SHORT_DAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.?"
YEAR = r"(?:1[0-9]|20)\d\d"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
EDGE = r"(?<![\w.,/:£$€-])"
"""Before a number: not inside of a word, of a longer number, or of a sum."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern whose group `it`, or else the whole match, is proposed with this score for this reason."""

    pattern: re.Pattern[str]
    score: float
    why: str
    needs: tuple[str, ...] = ()
    """In small letters: the pattern is tried only where one of these stands in the text, which is ten times as quick."""


def rule(pattern: str, score: float, why: str, *, any_case: bool = False, needs: str = "") -> Rule:
    """Compile a rule; `needs` has its words with spaces between."""
    return Rule(re.compile(pattern, re.IGNORECASE if any_case else 0), score, why, tuple(needs.split()))


def needing(rules: tuple[Rule, ...], needs: Mapping[str, str]) -> tuple[Rule, ...]:
    """Return the rules with what they need by their reason, where they do not say it themselves."""
    return tuple(replace(each, needs=each.needs or tuple(needs.get(each.why, "").split())) for each in rules)


def matches(text: str, label: str, rules: tuple[Rule, ...]) -> list[Proposal]:
    """Return what the rules find in a text, overlapping ones too. A rule with needs is tried on the lines that have one of them only."""
    found: list[Proposal] = []
    small = text.lower()
    # A letter whose small form is longer (İ) would put the lines elsewhere: then all is one line.
    lines = _lines(text) if len(small) == len(text) else [(0, len(text))]
    starts = [start for start, _ in lines]
    where: dict[str, frozenset[int]] = {}
    for each in rules:
        group = "it" if "it" in each.pattern.groupindex else 0
        for first, last in _stretches(each.needs, small, lines, starts, where) if each.needs else ((0, len(text)),):
            for match in each.pattern.finditer(text, first, last):
                start, end = match.span(group)
                if start < end:
                    found.append(Proposal(start, end, label, each.score, each.why))
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    ends = [match.start() for match in _BREAK.finditer(text)]
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True))


def _stretches(
    needs: tuple[str, ...], small: str, lines: list[tuple[int, int]], starts: list[int], where: dict[str, frozenset[int]]
) -> Iterator[tuple[int, int]]:
    """Yield the lines in which one of some words stands; `where` keeps the lines of each word."""
    held: set[int] = set()
    for word in needs:
        if word not in where:
            where[word] = frozenset(_numbers(word, small, lines, starts)) if word in small else frozenset()
        held |= where[word]
    for number in sorted(held):
        yield lines[number]


def _numbers(word: str, small: str, lines: list[tuple[int, int]], starts: list[int]) -> Iterator[int]:
    at = small.find(word)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        yield number
        at = small.find(word, lines[number][1])
