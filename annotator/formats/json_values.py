"""JSON values out of a file, one at a time: an object a line, or one array of objects; broken ones told by line and column.

Nesting is measured before parsing, since a parser that recurses would end in the middle; the numbers NaN and Infinity are read, so
that the one who asked for a number can refuse it in words. A key that stands twice with two values is told: nobody can say which is meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from annotator.core.drafts import Rejected, Repaired
from annotator.formats.source import Line, Source

MAX_DEPTH = 64
RAW = 200
"""Characters of a rejected line that are kept."""

_BRACKETS = re.compile(r"[\[\]{}]")
_STRINGS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?')
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Value:
    """A value and where it stands. `twice` names keys that one object holds with two values. `raw` is its beginning.

    `escaped`: it was written with escapes, by which alone NUL or half a surrogate pair can have come in (see `Source.lines`).
    """

    line: int
    value: Any
    twice: tuple[str, ...]
    raw: str
    escaped: bool = True


class Decoder:
    """Decodes text, and remembers keys that stood twice in the value decoded last."""

    def __init__(self) -> None:
        self.twice: list[str] = []
        self._json = json.JSONDecoder(object_pairs_hook=self._object)

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            self.twice += sorted({key for key, value in pairs if found[key] != value})
        return found

    def decoded(self, text: str, at: int = 0) -> tuple[Any, int]:
        """Return the value that begins at `at` and where it ends. Raises ValueError with a reason for persons."""
        self.twice.clear()
        try:
            return self._json.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise ValueError(_reason(error, at)) from error
        except ValueError as error:
            # Python refuses whole numbers of more than 4,300 digits.
            raise ValueError(f"a number is too long: {error}") from error


def values(source: Source) -> Iterator[Value | Rejected | Repaired]:
    """Yield the values of a file: of JSON Lines, or of an array or of objects over several lines, which are held whole (see MAX_WHOLE)."""
    return _whole(source) if _spread(source) else _lines(source)


def too_deep(text: str) -> bool:
    """True where brackets are nested deeper than MAX_DEPTH."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return False
    depth = 0
    for match in _BRACKETS.finditer(_STRINGS.sub("", text)):
        depth += 1 if match.group() in "[{" else -1
        if depth > MAX_DEPTH:
            return True
    return False


def _spread(source: Source) -> bool:
    """True where the first line with something on it opens an array, or an object that goes on below."""
    for line in source.lines():
        if isinstance(line, Line) and (text := line.text.strip()):
            return text[0] == "[" or text == "{"
    return False


def _lines(source: Source) -> Iterator[Value | Rejected | Repaired]:
    decoder = Decoder()
    for line in source.lines(ends=True):
        if not isinstance(line, Line):
            yield line
            continue
        text = line.text.strip()
        if not text:
            continue
        if too_deep(text):
            yield Rejected("entry", line.number, f"brackets are nested more than {MAX_DEPTH} deep", text[:RAW])
            continue
        try:
            value, end = decoder.decoded(text)
        except ValueError as error:
            yield Rejected("entry", line.number, str(error), text[:RAW])
            continue
        if end < len(text):
            column = len(text) - len(text[end:].lstrip()) + 1
            yield Rejected("entry", line.number, f"not JSON: something follows the value at column {column}", text[:RAW])
            continue
        yield Value(line.number, value, tuple(decoder.twice), text[:RAW], "\\u" in text)


def _whole(source: Source) -> Iterator[Value | Rejected | Repaired]:
    """Decode the items of an array one by one, so that those before a break are not lost."""
    text, others = source.whole()
    yield from others
    if too_deep(text):
        yield Rejected("entry", 1, f"brackets are nested more than {MAX_DEPTH} deep", text[:RAW])
        return
    decoder = Decoder()
    escaped = "\\u" in text
    at = _after_blanks(text, 0)
    inside = text.startswith("[", at)
    at = _after_blanks(text, at + inside)
    line = 1 + text.count("\n", 0, at)
    while at < len(text):
        if inside and text[at] == "]":
            rest = text[at + 1 :].strip()
            if rest:
                yield Rejected("entry", line, "something follows the end of the array; it was not read", rest[:RAW])
            return
        try:
            value, end = decoder.decoded(text, at)
        except ValueError as error:
            yield Rejected("entry", line, f"{error}; what follows was not read", text[at : at + RAW])
            return
        yield Value(line, value, tuple(decoder.twice), text[at : min(end, at + RAW)], escaped)
        after = _after_blanks(text, end)
        line += text.count("\n", at, after)
        at = after
    if inside:
        yield Repaired(line, "the file ends before its array is closed; what stood before the end was read")


def _after_blanks(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _reason(error: json.JSONDecodeError, start: int) -> str:
    begun = error.msg.startswith("Unterminated") or error.pos >= len(error.doc.rstrip())
    column = error.colno if start else error.pos + 1
    where = f"line {error.lineno}, column {column}" if start else f"column {column}"
    if begun:
        return f"the JSON ends in the middle of a value ({error.msg} at {where})"
    return f"not JSON: {error.msg} at {where}"
