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
        self._by_word: dict[str, list[tuple[int, str]]] = {}
        self._by_char: dict[str, list[str]] = {}
        wanted = {form for each in mentions if (form := normal(each, fold_case=fold_case))}
        if len(wanted) <= _FEW:
            self._sought.update(dict.fromkeys(wanted))
        else:
            for form in wanted:
                self._index(form)

    def add(self, form: str) -> None:
        """Look for one more mention, given in its normal form. A finder that grows does not become slower with each."""
        if form and not self._knows(form):
            self._index(form)

    def discard(self, form: str) -> None:
        """Look no longer for a mention, given in its normal form."""
        self._sought.pop(form, None)
        word = _indexed_word(form)
        if word is None:
            if form in (alike := self._by_char.get(form[:1], [])):
                alike.remove(form)
        elif (word[0], form) in (found := self._by_word.get(word[1], [])):
            found.remove((word[0], form))

    def _knows(self, form: str) -> bool:
        word = _indexed_word(form)
        indexed = form in self._by_char.get(form[:1], ()) if word is None else (word[0], form) in self._by_word.get(word[1], ())
        return indexed or form in self._sought

    def _index(self, form: str) -> None:
        word = _indexed_word(form)
        if word is None:
            self._by_char.setdefault(form[0], []).append(form)
        else:
            self._by_word.setdefault(word[1], []).append((word[0], form))

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
        by_word = self._by_word
        words = _WORD if plain.isascii() or _UNSPACED.search(plain) is None else _MIXED_WORD
        for match in words.finditer(plain):
            for lead, form in by_word.get(match.group(), ()):
                start = match.start() - lead
                if start >= 0 and plain.startswith(form, start) and _whole(plain, start, start + len(form)):
                    yield start, start + len(form), form

    def _begun(self, plain: str) -> Iterator[tuple[int, int, str]]:
        by_char = self._by_char
        for start, char in enumerate(plain):
            for form in by_char.get(char, ()):
                if plain.startswith(form, start) and _whole(plain, start, start + len(form)):
                    yield start, start + len(form), form


def _indexed_word(form: str) -> tuple[int, str] | None:
    """Return where a form's first word begins and that word; None where a text cannot be searched for it word by word."""
    first = _WORD.search(form)
    return None if first is None or _UNSPACED.search(form) else (first.start(), first.group())


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
