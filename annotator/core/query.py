"""What a person asks of the entry list: words and filters, typed as one line, read into values and written again.

    kyiv*  "talks go on"  label:PERSON  lacks:ORG  state:begun,done  score:0.2..0.6  date:2022-01-26..2022-01-28  source:"live blog"

Words and filters must all hold. Several values of one filter, parted by commas, mean any of them; of `no` and `lacks`, none of them.
Quotes hold what has blanks in it together; inside of them a quote is written twice. The last word of a line may be a beginning, since
one is still typing it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from annotator.core.errors import InputError
from annotator.core.text import stored

LONGEST = 1000
"""Characters of a line."""
MOST = 50
"""Words and filters of a line."""
_QUOTES = '"“”„‟«»'
_NAMED = re.compile(r"([^\W\d_]+):")
_FULL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?")
_FAR = "~"
"""Written after the end of a range of moments, so that all that begins so lies within: "2022-01" holds all of January."""


class Name(StrEnum):
    """The filters by their names."""

    STATE = "state"
    HAS = "has"
    NO = "no"
    LABEL = "label"
    LACKS = "lacks"
    MENTION = "mention"
    LAYER = "layer"
    SUGGESTER = "suggester"
    SUGGESTED = "suggested"
    SCORE = "score"
    SOURCE = "source"
    DATE = "date"


STATES = ("fresh", "begun", "done", "skipped", "open")
"""Values of `state`; "open" is fresh or begun."""
THINGS = ("flag", "unsure", "comment", "span", "pending")
"""Values of `has` and `no`."""
UNDATED = "none"
"""A value of `date`: entries without one."""
_BY = "by"
_ALIASES = {_BY: Name.SUGGESTER}
_SHORT = ("flag", "unsure", "comment", "pending")
"""Written as filters of their own they mean `has`: `flag:`, `flag:yes`; `flag:no` means `no`."""
NAMES = (*(each.value for each in Name), _BY, *_SHORT)
"""All names that can be typed before a colon."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase that the title or the text must hold; `beginning` says that the last of it may go on."""

    text: str
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: any of its values must hold, of NO and LACKS none may. Those of STATE, HAS, NO, SCORE and DATE are well formed."""

    name: Name
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: all of the words and all of the filters."""

    words: tuple[Word, ...] = ()
    facets: tuple[Facet, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.facets)

    def values(self, name: Name) -> tuple[str, ...]:
        """Return the values of the first filter of a name; none where there is no such filter."""
        return next((each.values for each in self.facets if each.name is name), ())

    def joined(self, other: Query) -> Query:
        """Return a query that asks both; what is asked twice stands once."""
        facets = dict.fromkeys((*self.facets, *other.facets))
        return Query((*self.words, *other.words), tuple(facets))

    def without(self, facet: Facet) -> Query:
        """Return the query without one of its filters."""
        return Query(self.words, tuple(each for each in self.facets if each != facet))


def parsed(line: str) -> Query:
    """Return what a line asks. Raises InputError for an unknown filter or a value that it cannot have, and for a line that is too long."""
    line, _ = stored(line)
    if len(line) > LONGEST:
        raise InputError(f"This search is too long: {LONGEST:,} characters are the most.")
    words: list[Word] = []
    facets: dict[Facet, None] = {}
    for start, _, named in _tokens(line):
        if named is not None:
            facets[_facet(named.group(1), _values(line, named.end())[0])] = None
        elif (word := _word(line, start)[0]).text:
            words.append(word)
    if len(words) + len(facets) > MOST:
        raise InputError(f"This search asks for too much at once: {MOST} words and filters are the most.")
    return Query(tuple(words), tuple(facets))


def written(query: Query) -> str:
    """Return the line that asks this: words first, then filters. `parsed` reads it back to an equal query.

    A last word that is no beginning is followed by a blank.
    """
    parts = [*map(_written_word, query.words), *map(written_facet, query.facets)]
    closed = bool(query.words) and not query.facets and not query.words[-1].beginning
    return " ".join(parts) + " " * closed


def written_facet(facet: Facet) -> str:
    """Return a filter as one types it."""
    return f"{facet.name.value}:{','.join(map(quoted, facet.values))}"


def quoted(value: str) -> str:
    """Return a value as one types it: in quotes where it needs them."""
    bare = value and not any(char.isspace() or char == "," or char in _QUOTES for char in value)
    return value if bare else _in_quotes(value)


def score_range(value: str) -> tuple[float, float]:
    """Return the least and the greatest score that a value of `score` means, ends included; one number means all that is shown so (±0.005).

    Raises InputError for anything else.
    """
    low, dots, high = value.partition("..")
    try:
        ends = (float(low or 0), float(high or 1)) if dots else (float(value) - 0.005, float(value) + 0.005)
    except ValueError:
        ends = (1.0, 0.0)
    if not (value != ".." and -0.005 <= ends[0] <= ends[1] <= 1.005):
        raise InputError(f"“{value}” is no range of scores: write two numbers from 0 to 1, as in score:0.2..0.6.")
    return ends


def date_range(value: str) -> tuple[str, str]:
    """Return the first and the last moment (ISO 8601, to be compared as text) that a value of `date` means; ("", "") for undated ones.

    Raises InputError for anything else.
    """
    if value.lower() == UNDATED:
        return "", ""
    low, dots, high = value.partition("..")
    if not dots:
        high = low
    if value == ".." or not all(not end or _is_date(end) for end in (low, high)) or not (low or high):
        raise InputError(f"“{value}” is no date: write a day, a month or a range, as in date:2022-01-26..2022-01-28, or date:none.")
    low, high = low or "0", (high or "9999") + _FAR
    if low > high:
        raise InputError(f"“{value}” ends before it begins: write the earlier date first.")
    return low, high


def in_range(moment: str, low: str, high: str) -> bool:
    """Return whether a moment (ISO 8601, "" for none) lies in a range that `date_range` returned."""
    return low <= moment < high if moment else not high


@dataclass(frozen=True, slots=True)
class Part:
    """What stands before the caret in a line: `begun` from `start` to `end`, of the name of a filter or (with `name`) of its value."""

    start: int
    end: int
    begun: str
    name: Name | None = None


def part_at(line: str, caret: int) -> Part:
    """Return what a person is typing at a place of a line, so that it can be completed. Never raises."""
    start, end, named = next((each for each in _tokens(line) if each[0] <= caret <= each[1]), (caret, caret, None))
    if named is None or caret < named.end():
        return Part(start, end, line[start:caret])
    start, within = named.end(), False
    for place in range(start, caret):
        if line[place] in _QUOTES:
            within = not within
        elif line[place] == "," and not within:
            start = place + 1
    typed = named.group(1).lower()
    name = _ALIASES.get(typed) or next((each for each in Name if each.value == typed), None)
    return Part(start, end, line[start:caret].strip(_QUOTES), name)


# Reading


def _tokens(line: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Yield start and end of each word and filter, and of a filter its name with the colon."""
    at = _after_space(line, 0)
    while at < len(line):
        named = _NAMED.match(line, at)
        end = _word(line, at)[1] if named is None else _values(line, named.end())[1]
        yield at, end, named
        at = _after_space(line, end)


def _after_space(line: str, at: int) -> int:
    while at < len(line) and line[at].isspace():
        at += 1
    return at


def _word(line: str, at: int) -> tuple[Word, int]:
    if line[at] in _QUOTES:
        text, end, closed = _phrase(line, at)
        star = end < len(line) and line[end] == "*"
        return Word(" ".join(text.split()), star or not closed), end + star
    end = _bare_end(line, at)
    text = line[at:end]
    if text.endswith("*") and len(text) > 1:
        return Word(text[:-1], True), end
    return Word(text, end == len(line)), end


def _phrase(line: str, at: int) -> tuple[str, int, bool]:
    """Return what stands in the quotes that open here, the place after them, and whether they are closed."""
    closing = '"' if line[at] == '"' else _QUOTES
    text, at = "", at + 1
    while at < len(line):
        if line[at] in closing:
            if line[at : at + 2] != '""':
                return text, at + 1, True
            at += 1
        text += line[at]
        at += 1
    return text, at, False


def _bare_end(line: str, at: int, stops: str = "") -> int:
    while at < len(line) and not line[at].isspace() and line[at] not in stops:
        at += 1
    return at


def _values(line: str, at: int) -> tuple[tuple[str, ...], int]:
    values: list[str] = []
    while True:
        if at < len(line) and line[at] in _QUOTES:
            value, at, _ = _phrase(line, at)
        else:
            begun, at = at, _bare_end(line, at, ",")
            value = line[begun:at]
        if value := " ".join(value.split()):
            values.append(value)
        if at >= len(line) or line[at] != ",":
            return tuple(dict.fromkeys(values)), at
        at += 1


def _facet(typed: str, values: tuple[str, ...]) -> Facet:
    name = typed.lower()
    if name in _SHORT:
        answer = tuple(each.lower() for each in values)
        if answer in ((), ("yes",), ("no",)):
            return Facet(Name.NO if answer == ("no",) else Name.HAS, (name,))
        raise InputError(f"“{name}:” is followed by nothing, by yes or by no.")
    known = _ALIASES.get(name) or next((each for each in Name if each.value == name), None)
    if known is None:
        raise InputError(
            f"There is no filter “{typed}:”; there are {', '.join(each.value for each in Name)}. "
            "To look for the word itself, put it in quotes."
        )
    if not values:
        raise InputError(f"“{name}:” needs a value{_HINTS.get(known, '')}.")
    check = _CHECKS.get(known)
    return Facet(known, values if check is None else tuple(dict.fromkeys(check(each) for each in values)))


def _one_of(name: str, known: Iterable[str]) -> Callable[[str], str]:
    values = tuple(known)

    def check(value: str) -> str:
        if value.lower() not in values:
            raise InputError(f"“{name}:” cannot be “{value}”: it is {', '.join(values[:-1])} or {values[-1]}.")
        return value.lower()

    return check


def _score(value: str) -> str:
    score_range(value)
    return value


def _date(value: str) -> str:
    date_range(value)
    return value.lower() if value.lower() == UNDATED else value


_CHECKS: dict[Name, Callable[[str], str]] = {
    Name.STATE: _one_of("state", STATES),
    Name.HAS: _one_of("has", THINGS),
    Name.NO: _one_of("no", THINGS),
    Name.SCORE: _score,
    Name.DATE: _date,
}
_HINTS = {
    Name.STATE: f": {', '.join(STATES)}",
    Name.HAS: f": {', '.join(THINGS)}",
    Name.NO: f": {', '.join(THINGS)}",
    Name.SCORE: ", as in score:0.2..0.6",
    Name.DATE: ", as in date:2022-01-26 or date:2022-01..2022-03",
}


def _is_date(value: str) -> bool:
    if _FULL_DATE.fullmatch(value, 0) is None or not value.isascii():
        return False
    try:
        date.fromisoformat((value[:10] + "-01-01")[:10] if len(value) == 4 else (value[:10] + "-01")[:10])
    except ValueError:
        return False
    return len(value) <= 10 or (value[11:13] < "24" and value[14:16] < "60")


# Writing


def _written_word(word: Word) -> str:
    bare = (
        word.text
        and not any(char.isspace() for char in word.text)
        and word.text[0] not in _QUOTES
        and _NAMED.match(word.text) is None
        and not (word.text.endswith("*") and (len(word.text) > 1 or word.beginning))
    )
    return (word.text if bare else _in_quotes(word.text)) + "*" * word.beginning


def _in_quotes(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
