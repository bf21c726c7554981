"""Equal mentions: the one answer to "is this the same name?", for bulk decisions, memory, consistency and disagreements.

Two mentions are equal when they are the same after NFC, with straight quotes, with NBSP as a space, without a possessive, and,
where chosen, without regard to case. None of this is ever applied to stored text: places are offsets (code points) into the text as stored.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

_PLAIN = (*((char, "'") for char in "‘’‛ʼ´＇"), *((char, '"') for char in "“”„‟«»"), *((char, " ") for char in "\u00a0\u202f\u2007"))
_GRAPHEME = regex.compile(r"\X")
_SCRIPTS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
# Scripts written without spaces: a name there has no word boundary beside it.
_UNSPACED = regex.compile(_SCRIPTS)
_WORD = regex.compile(r"\w+")
# A word ends where such a script begins: "EU" stands whole in "EU北京". Half as quick, so only for texts that need it.
_MIXED_WORD = regex.compile(rf"[\w--{_SCRIPTS}]+", regex.V1)
_NO_WORD = -1
"""The lead of a form that is looked for by its first character."""
_FEW = 8
"""Up to so many mentions, asking `str.find` for each is quicker than walking over the words."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: offsets into the stored text, end exclusive; `mention` is its normal form."""

    start: int
    end: int
    mention: str


def normal(text: str, *, fold_case: bool) -> str:
    """Return the form in which equal mentions are the same string. Applying it twice changes nothing."""
    plain = _plain(text, fold_case=fold_case)[0].strip()
    while (shorter := _unpossessed(plain)) != plain:
        plain = shorter
    return plain


def places(text: str, mentions: Iterable[str], *, fold_case: bool) -> list[Place]:
    """Return every place of any of the mentions in the text; see `Finder`, which is to be kept where many texts are searched."""
    return Finder(mentions, fold_case=fold_case).places(text)


class Finder:
    """Finds given mentions in texts: whole words, also with a possessive after them (which stays outside of the place).

    About 20 million words a second for one mention, 1 million for hundreds (one core).
    """

    def __init__(self, mentions: Iterable[str], *, fold_case: bool) -> None:
        self._fold = fold_case
        self._sought: dict[str, None] = {}
        self._leads: dict[str, int] = {}
        # By a form's first word (by its first character where it has none): from lead and length to how many forms are so shaped.
        self._by_word: dict[str, dict[tuple[int, int], int]] = {}
        self._by_char: dict[str, dict[tuple[int, int], int]] = {}
        wanted = {form for each in mentions if (form := normal(each, fold_case=fold_case))}
        if len(wanted) <= _FEW:
            self._sought.update(dict.fromkeys(wanted))
        else:
            for form in wanted:
                self._index(form)

    def add(self, form: str) -> None:
        """Look for one more mention, given in its normal form. A finder that grows does not become slower with each."""
        if form and form not in self._leads and form not in self._sought:
            self._index(form)

    def discard(self, form: str) -> None:
        """Look no longer for a mention, given in its normal form."""
        self._sought.pop(form, None)
        if self._leads.pop(form, None) is not None:
            shapes, shape = self._shapes(form)
            shapes[shape] -= 1
            if not shapes[shape]:
                del shapes[shape]

    def _index(self, form: str) -> None:
        shapes, shape = self._shapes(form)
        shapes[shape] = shapes.get(shape, 0) + 1
        self._leads[form] = shape[0]

    def _shapes(self, form: str) -> tuple[dict[tuple[int, int], int], tuple[int, int]]:
        first = _WORD.search(form)
        if first is None or _UNSPACED.search(form):
            return self._by_char.setdefault(form[0], {}), (_NO_WORD, len(form))
        return self._by_word.setdefault(first.group(), {}), (first.start(), len(form))

    def places(self, text: str) -> list[Place]:
        """Return all places, nested and overlapping ones too, by start, the longest first."""
        plain, offsets = _plain(text, fold_case=self._fold)
        found = list(self._searched(plain))
        if self._by_word:
            found.extend(self._walked(plain))
        if self._by_char:
            found.extend(self._begun(plain))
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        if offsets is None:
            return [Place(start, end, form) for start, end, form in found]
        # Where one character became several, a place may not begin or end inside of it.
        return [Place(offsets[start], offsets[end], form) for start, end, form in found if _edge(offsets, start) and _edge(offsets, end)]

    def _searched(self, plain: str) -> Iterator[tuple[int, int, str]]:
        for form in self._sought:
            start = plain.find(form)
            while start >= 0:
                if _whole(plain, start, start + len(form)):
                    yield start, start + len(form), form
                start = plain.find(form, start + 1)

    def _walked(self, plain: str) -> Iterator[tuple[int, int, str]]:
        words = _WORD if plain.isascii() or _UNSPACED.search(plain) is None else _MIXED_WORD
        for match in words.finditer(plain):
            shapes = self._by_word.get(match.group())
            if shapes:
                yield from self._shaped(plain, match.start(), shapes)

    def _begun(self, plain: str) -> Iterator[tuple[int, int, str]]:
        for start, char in enumerate(plain):
            shapes = self._by_char.get(char)
            if shapes:
                yield from self._shaped(plain, start, shapes)

    def _shaped(self, plain: str, at: int, shapes: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
        for lead, length in shapes:
            start = at - max(lead, 0)
            form = plain[start : start + length] if start >= 0 else ""
            if len(form) == length and self._leads.get(form) == lead and _whole(plain, start, start + length):
                yield start, start + length, form


def apart(found: Sequence[Place]) -> list[Place]:
    """Return the places that remain when of two that overlap the longer one is taken, of equally long ones the earlier."""
    starts: list[int] = []
    taken: list[Place] = []
    for place in sorted(found, key=lambda each: (each.start - each.end, each.start, each.mention)):
        index = bisect_right(starts, place.start)
        if (index == 0 or taken[index - 1].end <= place.start) and (index == len(taken) or place.end <= starts[index]):
            starts.insert(index, place.start)
            taken.insert(index, place)
    return taken


def _unpossessed(plain: str) -> str:
    if plain[-2:] in ("'s", "'S"):
        return plain[:-2].rstrip()
    if plain[-2:] in ("s'", "S'"):
        return plain[:-1]
    return plain


def _edge(offsets: Sequence[int], index: int) -> bool:
    return index == 0 or offsets[index] != offsets[index - 1]


def _whole(plain: str, start: int, end: int) -> bool:
    return not (_joined(plain, start) or _joined(plain, end))


def _joined(plain: str, index: int) -> bool:
    """Say whether a word runs on over this edge."""
    if not 0 < index < len(plain):
        return False
    before, after = plain[index - 1], plain[index]
    if not (_wordly(before) and _wordly(after)):
        # A mark belongs to what it stands on, whatever that is.
        return unicodedata.category(after).startswith("M")
    return not (_UNSPACED.match(before) or _UNSPACED.match(after))


def _wordly(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char).startswith("M")


def _straight(text: str) -> str:
    # Ten times as quick as `str.translate`, which looks every character up.
    for char, plain in _PLAIN:
        if char in text:
            text = text.replace(char, plain)
    return text


def _plain(text: str, *, fold_case: bool) -> tuple[str, list[int] | None]:
    """Return the text made comparable, and for each of its characters (and its end) the offset it stems from; None where nothing moved."""
    if text.isascii():
        return (text.lower() if fold_case else text), None
    if unicodedata.is_normalized("NFC", text):
        plain = _straight(text)
        # Folding case never makes a character shorter, so an equal length says that nothing moved.
        folded = plain.casefold() if fold_case else plain
        if len(folded) == len(text):
            return folded, None
    parts: list[str] = []
    offsets: list[int] = []
    for match in _GRAPHEME.finditer(text):
        part = _straight(unicodedata.normalize("NFC", match.group()))
        if fold_case:
            part = unicodedata.normalize("NFC", part.casefold())
        parts.append(part)
        if len(part) == match.end() - match.start():
            offsets.extend(range(match.start(), match.end()))
        else:
            offsets.extend([match.start()] * len(part))
    offsets.append(len(text))
    return "".join(parts), offsets
