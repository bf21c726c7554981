"""The shapes in which live blogs write the time of an entry: a table of small recognisers, one function each.

| shape | a line such as | the entry's headline |
|---|---|---|
| author | `14:05 , Ada Nkemelu` or `Tuesday 4 May 2021 14:05 , Ada Nkemelu` | above the line |
| time | `14:05`, `6.14pm GMT`, `4 May 2021 14:05 BST`, `14:05 BST, 4 May 2021` | above or below, as in the rest of the file |
| ago | `2 hours ago (22:29 GMT)` | above or below |
| head | `8.38am: The vote has begun`, `6.14pm GMT The vote has begun` | the rest of the line begins the entry |
| glued | `Ada Nkemelu4 May 2021 10:55` | the entry stands above its line |
| epoch | `Vote begins1620136500` | the rest of the line |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from annotator.formats.dates import CLOCK, DATES, Clock, clock_of, day_of, epoch, weekday_fits

_LONGEST = 160
"""Characters of a line that can be nothing but a stamp."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The time of an entry as a line writes it. `kept` is the part of the line that is the stamp, `rest` what belongs to the entry."""

    shape: str
    clock: Clock
    written: str
    kept: str
    day: date | None = None
    author: str = ""
    rest: str = ""
    notes: tuple[str, ...] = ()


_SEPARATOR = r"\s*(?:[,|•·–—-]|\bby\b)\s*"
_AUTHOR = r"(?P<author>\S.{0,78}?)?"
_DATED = tuple(re.compile(rf"(?P<written>{day}(?:,|\s+at|\s*[-–|])?[\sT]+{CLOCK})", re.IGNORECASE) for day in DATES)
_ISO = re.compile(rf"(?P<written>{DATES[2]}[T ]{CLOCK})", re.IGNORECASE)
_TIME_FIRST = tuple(re.compile(rf"(?P<written>{CLOCK}(?:,|\s+on)?\s+{day})", re.IGNORECASE) for day in DATES)
_UNDATED = re.compile(rf"(?P<written>{CLOCK})", re.IGNORECASE)
_TIMES = (*_DATED, _ISO, *_TIME_FIRST, _UNDATED)
_BYLINE = re.compile(rf"{_SEPARATOR}{_AUTHOR}\s*")
_NAME_PARTS = frozenset(
    (
        "and",
        "&",
        "de",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "di",
        "da",
        "del",
        "dos",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "the",
        "of",
        "in",
        "for",
    )
)
_AGO = re.compile(
    rf"(?:(?:\d+|an?)\s?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|months?)\s+ago\s*)?\((?P<written>{CLOCK})\)",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"(?P<written>{CLOCK})(?P<colon>\s*[:–—-])?\s+(?=\S)", re.IGNORECASE)
_GLUED = tuple(
    re.compile(rf"(?:by\s+)?(?P<author>[^\W\d][^\d]{{1,78}}?)(?P<written>{day},?\s+(?:at\s+)?{CLOCK})", re.IGNORECASE) for day in DATES[:2]
)
_EPOCH = re.compile(r"(?P<before>.*[^\d\s.,:/-])?(?P<digits>\d{13}|\d{10})(?P<after>[^\d\s.,:/%-].*)?", re.DOTALL)
_DATE_LINE = tuple(re.compile(day, re.IGNORECASE) for day in DATES)


def _stamp(shape: str, match: re.Match[str], line: str, *, author: str = "", kept: str = "", rest: str = "") -> Stamp | None:
    """Make a stamp of a match with a time in it, and a date where the pattern has one; None where clock or calendar have no such."""
    clock = clock_of(match)
    dated = "year" in match.groupdict()
    day = day_of(match) if dated else None
    if clock is None or (dated and day is None):
        return None
    notes: list[str] = []
    if day is not None and not weekday_fits(match, day):
        notes.append("the name of the day does not fit the date; the date is taken")
    if match["zone"] and not clock.offset:
        notes.append(f"the zone {match['zone']} names no offset; the time is kept as local")
    return Stamp(shape, clock, match["written"].strip(), kept or line.strip(), day, author, rest, tuple(notes))


def with_author(line: str) -> Stamp | None:
    """`14:05 , Ada Nkemelu`, with or without a date. After ` ,` any name is taken, after other signs what is written like a name."""
    text = line.strip()
    for pattern in _TIMES:
        match = pattern.match(text)
        byline = _BYLINE.fullmatch(text, match.end()) if match else None
        if match and byline:
            author = (byline["author"] or "").strip()
            if author.endswith(".") and not re.search(r"\b\w{1,2}\.$", author):
                continue
            if re.match(r"\s,(?:\s|$)", text[match.end() :]) or _is_name(author):
                return _stamp("author", match, line, author=author)
    return None


def time_alone(line: str) -> Stamp | None:
    """`14:05`, `6.14pm GMT`, `8.38am:`, `4 May 2021 14:05`, `14:05 BST, 4 May 2021`: nothing else in the line."""
    text = line.strip()
    for pattern in _TIMES:
        match = pattern.match(text)
        if match and text[match.end() :].strip() in ("", ":"):
            # "6.14" alone may be any number; a point needs am, pm or a zone.
            if "." in match["written"] and not (match["half"] or match["zone"] or "year" in match.groupdict()):
                continue
            return _stamp("time", match, line)
    return None


def time_ago(line: str) -> Stamp | None:
    """`2 hours ago (22:29 GMT)`, or the part in brackets alone. How long ago is dropped from the time: it counts from the saving."""
    match = _AGO.fullmatch(line.strip())
    return _stamp("ago", match, line) if match else None


def time_at_head(line: str) -> Stamp | None:
    """`8.38am: The vote has begun`, `6.14pm GMT The vote has begun`: a colon, a zone or am/pm tells it from a sentence about 14:05."""
    text = line.strip()
    match = _HEAD.match(text)
    if match is None or not (match["half"] or match["zone"] or match["colon"]):
        return None
    rest = text[match.end() :]
    if not match["colon"] and rest[:1].islower():
        return None
    return _stamp("head", match, line, kept=text[: match.end()].strip(), rest=rest)


def author_glued(line: str) -> Stamp | None:
    """`Ada Nkemelu4 May 2021 10:55`: a name with the date glued to it, below its entry."""
    text = line.strip()
    for pattern in _GLUED:
        match = pattern.fullmatch(text)
        if match:
            author = match["author"].rstrip(" ,|•·–—-")
            if _is_name(author) and not match["author"][-1:].isspace():
                return _stamp("glued", match, line, author=author)
    return None


def epoch_glued(line: str) -> Stamp | None:
    """`Vote begins1620136500` or `1620136500Vote begins`: seconds or milliseconds since 1970 glued to the headline."""
    text = line.strip()
    match = _EPOCH.fullmatch(text)
    if match is None or (match["before"] and match["after"]) or not (match["before"] or match["after"]):
        return None
    found = epoch(match["digits"])
    if found is None:
        return None
    day, clock = found
    return Stamp("epoch", clock, match["digits"], match["digits"], day, rest=(match["before"] or match["after"]).strip())


SHAPES: tuple[tuple[str, Callable[[str], Stamp | None]], ...] = (
    ("author", with_author),
    ("ago", time_ago),
    ("time", time_alone),
    ("glued", author_glued),
    ("epoch", epoch_glued),
    ("head", time_at_head),
)
"""In the order in which they are tried."""


def stamp_of(line: str) -> Stamp | None:
    """Return the stamp that a line is or holds; None for a line of text."""
    if not any(char.isdigit() for char in line[:_LONGEST]) and not line[-13:].strip()[-10:].isdigit():
        return None
    for shape, recognise in SHAPES:
        if len(line) > _LONGEST and shape not in ("head", "epoch"):
            continue
        stamp = recognise(line)
        if stamp is not None:
            return stamp
    return None


def date_line(line: str) -> date | None:
    """Return the day of a line that holds a date and nothing else: `Thursday 27 January 2022`."""
    text = line.strip().rstrip(":")
    if len(text) > 60:
        return None
    match = next((found for pattern in _DATE_LINE if (found := pattern.fullmatch(text))), None)
    return day_of(match) if match else None


def _is_name(author: str) -> bool:
    words = author.replace(",", " ").split()
    return (
        1 <= len(words) <= 12
        and not any(char.isdigit() for char in author)
        and all(not word[0].islower() or word in _NAME_PARTS for word in words)
    )
