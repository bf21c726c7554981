"""Pieces of patterns that dates, times and sums share: numbers in digits and words, units, names of days and months."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotator.suggest.suggester import Proposal

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
    """Return what the rules find in a text, overlapping ones too."""
    found: list[Proposal] = []
    small = text.lower()
    for each in rules:
        if each.needs and not any(word in small for word in each.needs):
            continue
        group = "it" if "it" in each.pattern.groupindex else 0
        for match in each.pattern.finditer(text):
            start, end = match.span(group)
            if start < end:
                found.append(Proposal(start, end, label, each.score, each.why))
    return found
