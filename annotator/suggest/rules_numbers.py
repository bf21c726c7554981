"""Pieces of patterns that dates, times and sums share: numbers in digits and words, units, names of days and months."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from annotator.suggest.suggester import Proposal

_BREAK = re.compile("\n")
_NONE: frozenset[int] = frozenset()
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
    """In small letters: the pattern is tried only where one of these stands in the line, which is ten times as quick."""
    also: tuple[str, ...] = ()
    """As `needs`: one of these, too, has to stand in the line."""
    group: int = 0
    """The number of the group `it`, 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rules beside each other that need the same. Masks: the bits of their words in `Tried.words`; 0 where nothing is needed."""

    needs: tuple[str, ...]
    also: tuple[str, ...]
    needs_mask: int
    also_mask: int
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """Rules in their order, and every word that one of them needs with a bit of its own: each is looked for once in a text."""

    words: tuple[tuple[str, int], ...]
    groups: tuple[Group, ...]


def rule(pattern: str, score: float, why: str, *, any_case: bool = False, needs: str = "", also: str = "") -> Rule:
    """Compile a rule; `needs` and `also` have their words with spaces between."""
    compiled = re.compile(pattern, re.IGNORECASE if any_case else 0)
    return Rule(compiled, score, why, tuple(needs.split()), tuple(also.split()), compiled.groupindex.get("it", 0))


def needing(rules: tuple[Rule, ...], needs: Mapping[str, str]) -> Tried:
    """Return the rules with what they need by their reason, where they do not say it themselves."""
    full = [replace(each, needs=each.needs or tuple(needs.get(each.why, "").split())) for each in rules]
    bits = {word: 1 << number for number, word in enumerate(dict.fromkeys(word for each in full for word in (*each.needs, *each.also)))}

    def mask(words: tuple[str, ...]) -> int:
        return sum({bits[word] for word in words})

    together = groupby(full, key=lambda each: (each.needs, each.also))
    groups = tuple(Group(words, also, mask(words), mask(also), tuple(group)) for (words, also), group in together)
    return Tried(tuple(bits.items()), groups)


class Lines:
    """A text and its lines, which remembers on which of them a word stands; made once for all the rules that look at the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._small = text.lower()
        ends = [match.start() for match in _BREAK.finditer(text)]
        # A letter whose small form is longer (İ) would put the lines elsewhere: then all is one line.
        whole = len(self._small) != len(text)
        self._lines = [(0, len(text))] if whole else list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True))
        self._starts = [start for start, _ in self._lines]
        self._where: dict[str, frozenset[int]] = {}
        self._held: dict[tuple[str, ...], frozenset[int]] = {}

    def present(self, words: Iterable[tuple[str, int]]) -> int:
        """Return the bits of those words that stand in the text."""
        found = 0
        for word, bit in words:
            if word in self._small:
                found |= bit
        return found

    def with_one_of(self, words: tuple[str, ...], also: tuple[str, ...] = ()) -> list[tuple[int, int]]:
        """Return begin and end of the lines in which one of the words stands, and one of `also`; without words the whole text."""
        if not words:
            return [(0, len(self.text))]
        held = self._holding(words)
        if also:
            held &= self._holding(also)
        return [self._lines[number] for number in sorted(held)]

    def _holding(self, words: tuple[str, ...]) -> frozenset[int]:
        """Return the numbers of the lines in which one of the words stands."""
        held = self._held.get(words)
        if held is None:
            small = self._small
            met = [self._numbers(word) for word in words if word in small]
            held = self._held[words] = met[0].union(*met[1:]) if met else _NONE
        return held

    def _numbers(self, word: str) -> frozenset[int]:
        """Return the numbers of the lines in which the word stands."""
        known = self._where.get(word)
        if known is None:
            met = set()
            at = self._small.find(word)
            while at >= 0:
                number = bisect_right(self._starts, at) - 1
                met.add(number)
                at = self._small.find(word, self._lines[number][1])
            known = self._where[word] = frozenset(met)
        return known


def matches(lines: Lines, label: str, tried: Tried) -> list[Proposal]:
    """Return what the rules find in a text, overlapping ones too. A rule with needs is tried only on lines that meet them."""
    found: list[Proposal] = []
    present = lines.present(tried.words)
    for group in tried.groups:
        if (group.needs_mask and not group.needs_mask & present) or (group.also_mask and not group.also_mask & present):
            continue
        for first, last in lines.with_one_of(group.needs, group.also):
            for each in group.rules:
                for match in each.pattern.finditer(lines.text, first, last):
                    start, end = match.span(each.group)
                    if start < end:
                        found.append(Proposal(start, end, label, each.score, each.why))
    return found
