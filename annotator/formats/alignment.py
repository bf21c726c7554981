"""Where the offsets of a file point in the text of an entry, and texts compared without their white space.

Files count code points, UTF-16 units (browsers, Java) or count a line end as two characters where the text has one, or the
reverse. A file that also gives a span's words shows which: the first way under which the words stand there is the right one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

import regex

Place = tuple[int, int]
"""Start and end in code points, end exclusive."""
Claim = tuple[int, int, str | None]
"""Start and end as a file gives them, and the words that should stand there; None where the file does not say."""

_BLANKS = regex.compile(r"[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]+")  # all white space is in one of these


def aligned(text: str, claims: Sequence[Claim]) -> tuple[list[Place | None], str]:
    """Return the place of each claim, None where its words stand at none, and how offsets had to be read ("" as code points).

    One way is chosen for the whole entry where one fits all its claims; else each claim with words takes the first way that fits it.
    Claims without words follow the way of the entry. Places are not checked against the text's length here.
    """
    plain: list[Place | None] = [(start, end) for start, end, _ in claims]
    if all(words is None or text[start:end] == words for start, end, words in claims if 0 <= start <= end):
        return plain, ""
    ways = list(_ways(text))
    for name, translate in ways:
        places = [_moved(translate, start, end) for start, end, _ in claims]
        if all(_fits(text, place, words) for place, (_, _, words) in zip(places, claims, strict=True)):
            return list(places), name
    found: list[Place | None] = []
    used: list[str] = []
    for start, end, words in claims:
        if words is None or _fits(text, (start, end), words):
            found.append((start, end))
            continue
        for name, translate in ways:
            place = _moved(translate, start, end)
            if _fits(text, place, words):
                found.append(place)
                used.append(name)
                break
        else:
            found.append(None)
    return found, " and ".join(dict.fromkeys(used))


def _fits(text: str, place: Place | None, words: str | None) -> bool:
    return place is not None and (words is None or text[place[0] : place[1]] == words)


def _moved(translate: Callable[[int], int | None], start: int, end: int) -> Place | None:
    first, last = translate(start), translate(end)
    return None if first is None or last is None else (first, last)


def _ways(text: str) -> Iterable[tuple[str, Callable[[int], int | None]]]:
    if any(char > "\uffff" for char in text):
        yield "UTF-16 units", _by_width([2 if char > "\uffff" else 1 for char in text])
    if "\r\n" in text:
        yield "characters with CR LF counted as one", _by_width([0 if pair == "\r\n" else 1 for pair in map("".join, _pairs(text))])
    if "\n" in text:
        wide = [2 if char == "\n" and (number == 0 or text[number - 1] != "\r") else 1 for number, char in enumerate(text)]
        yield "characters with every line end counted as two", _by_width(wide)
        if any(char > "\uffff" for char in text):
            both = [width + (char > "\uffff") for width, char in zip(wide, text, strict=True)]
            yield "UTF-16 units with every line end counted as two", _by_width(both)


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    return zip(text, [*text[1:], ""], strict=True)


def _by_width(widths: list[int]) -> Callable[[int], int | None]:
    """Return the translation from a count in which each character of the text is so wide to code points."""
    edges = list(accumulate(widths, initial=0))

    def translate(offset: int) -> int | None:
        if not 0 <= offset <= edges[-1]:
            return None
        number = bisect_left(edges, offset)
        return number if edges[number] == offset else None

    return translate


def blank(text: str, start: int, end: int) -> bool:
    """True where nothing in the stretch leaves ink: white space, controls, and signs such as the zero-width space; true of an empty one."""
    return start == end or _BLANKS.fullmatch(text, start, end) is not None


def inked(text: str) -> str:
    """Return the text without its blank characters."""
    return _BLANKS.sub("", text)


def inked_places(text: str, places: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return (start, end, label) counted over `inked(text)`, so that texts spaced otherwise can be compared."""
    wanted = list(places)
    if not wanted:
        return []
    starts: list[int] = []
    before: list[int] = []
    gone = 0
    for match in _BLANKS.finditer(text):
        starts.append(match.start())
        before.append(gone)
        gone += match.end() - match.start()
    lengths = [*before[1:], gone]

    def moved(offset: int) -> int:
        number = bisect_left(starts, offset) - 1
        if number < 0:
            return offset
        return offset - min(before[number] + offset - starts[number], lengths[number])

    return [(moved(start), moved(end), label) for start, end, label in wanted]
