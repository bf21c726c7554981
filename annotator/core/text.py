"""Positions in a text. Python counts code points, Qt counts UTF-16 units; a reader counts graphemes and words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise

import regex

# Qt drops a byte-order mark at the head of a text, takes CR LF for one character and starts a paragraph at each of the others.
# One code point for one code point, so that every offset stays true on the screen.
_SHOWN = str.maketrans("\r\u2028\u2029\ufdd0\ufdd1\ufeff", " \n\n  \u200b")
_GRAPHEME = regex.compile(r"\X")
# A word as a hand moves by it: letters, digits and marks, held together by the signs that names hold inside.
_WORD = regex.compile(
    r"\p{Sc}?[\p{L}\p{N}\p{M}_\u200d]+(?:['’.\-‐‑&/@,:](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}_\u200d]+)*%?|\p{So}[\p{M}\u200d\ufe0f\p{So}\p{Sk}]*"
)
# What English hangs on a name is no part of it; a pull of the edge takes it in where it is one ("Lloyd's").
_POSSESSIVE = regex.compile(r"(?<=[\p{L}\p{N}\p{M}])['’ʼ][sS]$")
# What joins the parts of one word: "Russia-Ukraine", "Chinese-owned", "and/or".
_JOINT = regex.compile(r"(?<=[\p{L}\p{N}\p{M}])[\-‐‑/](?=[\p{L}\p{N}])")
_IDEOGRAPH = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


def shown(text: str) -> str:
    """Return the text as the screen gets it; offsets are unchanged."""
    # Looking every character up takes as long as drawing it; in ASCII only one is bent.
    return text.translate(_SHOWN) if "\r" in text or not text.isascii() else text


def stored(text: str) -> tuple[str, int]:
    """Return the text as SQLite can hold it, and how many code points were replaced: NUL and lone surrogates, by U+FFFD."""
    if "\0" not in text and _encodable(text):
        return text, 0
    repaired = "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)
    return repaired, sum(1 for old, new in zip(text, repaired, strict=True) if old != new)


def _encodable(text: str) -> bool:
    """True without lone surrogates; encoding finds them thirty times faster than looking, and every text of every file passes here."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


class Positions:
    """Translate offsets of one text (code points) to Qt positions (UTF-16 units) and back."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        # Most texts hold no character of two units, and then both count alike.
        wide = bool(text) and max(text) > "\uffff"
        self._qt = list(accumulate((2 if char > "\uffff" else 1 for char in text), initial=0)) if wide else None

    def to_qt(self, offset: int) -> int:
        """Return the Qt position of an offset."""
        return offset if self._qt is None else self._qt[offset]

    def from_qt(self, position: int) -> int:
        """Return the offset at a Qt position; inside a pair, the one after."""
        return min(position if self._qt is None else bisect_left(self._qt, position), self._length)


class Boundaries:
    """Where graphemes and words of one text begin and end, found once."""

    def __init__(self, text: str) -> None:
        self._graphemes: list[int] = [0, *(match.end() for match in _GRAPHEME.finditer(text))]
        self._possessives: dict[int, int] = {}
        self._words = tuple(_words(text, self._possessives))
        self._starts = [start for start, _ in self._words]
        self._ends = [end for _, end in self._words]
        self._joints = [match.start() for match in _JOINT.finditer(text)]

    @property
    def words(self) -> tuple[tuple[int, int], ...]:
        """The words as (start, end), in order."""
        return self._words

    def possessive(self, end: int) -> int | None:
        """Return where the possessive ends that hangs on the word ending at an offset; None where there is none."""
        return self._possessives.get(end)

    def joints(self, start: int, end: int) -> list[int]:
        """Return the offsets of the hyphens, dashes and strokes (one code point each) that join the parts of words in a stretch."""
        return self._joints[bisect_right(self._joints, start) : bisect_left(self._joints, end)]

    def free_part(self, word: tuple[int, int], taken: Iterable[tuple[int, int]]) -> tuple[int, int]:
        """Return the first part of a joined word ("Russia-Ukraine") that no other stretch touches; the word where all or none is taken."""
        cuts = [word[0], *(each + 1 for each in self.joints(*word)), word[1] + 1]
        parts = [(first, last - 1) for first, last in pairwise(cuts)]
        held = list(taken)
        free = [part for part in parts if not any(start < part[1] and part[0] < end for start, end in held)]
        return free[0] if 0 < len(free) < len(parts) else word

    def grapheme_before(self, offset: int) -> int:
        """Return the start of the grapheme that ends at or before the offset."""
        return self._graphemes[max(bisect_left(self._graphemes, offset) - 1, 0)]

    def grapheme_after(self, offset: int) -> int:
        """Return the end of the grapheme that begins at or holds the offset."""
        return self._graphemes[min(bisect_right(self._graphemes, offset), len(self._graphemes) - 1)]

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Widen a stretch so that it cuts no grapheme."""
        first = self._graphemes[max(bisect_right(self._graphemes, start) - 1, 0)]
        last = self._graphemes[min(bisect_left(self._graphemes, end), len(self._graphemes) - 1)]
        return first, last

    def word_at(self, offset: int) -> tuple[int, int] | None:
        """Return the word that holds the offset or begins there; else the one that ends there; else None."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset <= self._words[number][1]:
            return self._words[number]
        return None

    def word_after(self, offset: int) -> tuple[int, int] | None:
        """Return the first word that begins after the offset."""
        number = bisect_right(self._starts, offset)
        return self._words[number] if number < len(self._words) else None

    def word_before(self, offset: int) -> tuple[int, int] | None:
        """Return the last word that begins before the offset."""
        number = bisect_left(self._starts, offset) - 1
        return self._words[number] if number >= 0 else None

    def snapped(self, start: int, end: int) -> tuple[int, int] | None:
        """Widen a stretch to the words it touches; None where it touches none."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        if first > last:
            return None
        return self._words[first][0], self._words[last][1]


def _words(text: str, possessives: dict[int, int]) -> list[tuple[int, int]]:
    """Return the words; what hangs on them goes into `possessives`, by the end of the word."""
    words: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if _IDEOGRAPH.search(match.group()):
            # Scripts without spaces: a grapheme is the step, a drag or Shift+arrow makes the name.
            words += [(start + each.start(), start + each.end()) for each in _GRAPHEME.finditer(match.group())]
        else:
            ending = _POSSESSIVE.search(match.group())
            if ending:
                possessives[start + ending.start()] = end
                end = start + ending.start()
            words.append((start, end))
    return words


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space at its edges; start == end where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
