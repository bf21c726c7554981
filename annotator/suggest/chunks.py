"""Runs of capitalised words, the raw material of names, with what stands before and after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.suggest.heads import FAC_STARTS, GPE_STARTS, LAW_STARTS, LOC_STARTS, OF, ORG_ENDS, ORG_STARTS, PARTICLES

# A hyphen holds a name together (Jong-un, Solbakk-Moen) unless a participle or the like follows (Chinese-owned).
_TAIL = (
    r"(?:(?:[-‐‑](?!(?=[a-z])\w*(?:ed|ing|born|made|built|led|era|style|wide|run|like|only|old|long|bound|free|held|in|to|the|and"
    r"|of)\b)|&|[’'](?![sS]\b))\w+)*"
)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w[\w\u0300-\u036f]*" + _TAIL)
_ARTICLED = re.compile(r"(?:al|el|as|ash|an|ar|ul|ad|d|l|O)[-’'][^\W\d_]")
_OPENS = re.compile(r"(?:^|[.!?:…]|[–—-] |[|•(])[\s\"'“”‘’(]*$|[“\"‘][\s]*$")
_ABBREVIATION = frozenset(
    (
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Prof",
        "St",
        "Gen",
        "Col",
        "Lt",
        "Sgt",
        "Capt",
        "Sen",
        "Rep",
        "Gov",
        "Rev",
        "Adm",
        "Maj",
        "Mt",
        "Inc",
        "Corp",
        "Ltd",
        "Jr",
        "Sr",
    )
)
_JOINS_OF = (
    ORG_STARTS
    | LOC_STARTS
    | LAW_STARTS
    | FAC_STARTS
    | GPE_STARTS
    | {"Battle", "Siege", "Duke", "Minister", "Secretary", "Charter", "Council", "Chief"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: offsets, and the text itself."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        if self.text[0].isupper():
            return self.text[1:2] not in ("’", "'") or self.text[0] != "I"
        return bool(_ARTICLED.match(self.text)) and self.text[-1].islower() and any(char.isupper() for char in self.text[2:4])


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words that may be one name. `before` and `after` are the words beside it, "" where a clause ends; `opens`: it begins a sentence."""

    words: tuple[Word, ...]
    before: str
    after: str
    opens: bool

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset after the last word."""
        return self.words[-1].end

    def cut(self, first: int, last: int | None = None) -> Chunk:
        """Return the chunk of words first to last (exclusive), which opens no sentence unless it did so and begins as before."""
        words = self.words[first:last]
        before = self.words[first - 1].text if first else self.before
        after = self.after if last is None or last >= len(self.words) else self.words[last].text
        return Chunk(words, before, after, self.opens and not first)


def chunks(text: str) -> Iterator[Chunk]:
    """Yield the runs of capitalised words of a text, line by line."""
    offset = 0
    for line in text.split("\n"):
        words = [Word(offset + match.start(), offset + match.end(), match.group()) for match in _WORD.finditer(line)]
        if words:
            yield from _line(text, words, offset)
        offset += len(line) + 1


def _line(text: str, words: list[Word], line_start: int) -> Iterator[Chunk]:
    index = 0
    while index < len(words):
        if not words[index].capital:
            index += 1
            continue
        last = index
        while (following := _joined(text, words, index, last)) > last:
            last = following
        before = words[index - 1].text if index and _beside(text, words[index - 1], words[index]) else ""
        after = words[last + 1].text if last + 1 < len(words) and _beside(text, words[last], words[last + 1]) else ""
        opens = bool(_OPENS.search(text[max(line_start, words[index].start - 12) : words[index].start])) or index == 0
        yield Chunk(tuple(words[index : last + 1]), before, after, opens)
        index = last + 1


def _beside(text: str, one: Word, other: Word) -> bool:
    gap = text[one.end : other.start]
    return gap.strip(" \u00a0\"“”‘’'s,") == "" and "\n" not in gap


def _joined(text: str, words: list[Word], first: int, last: int) -> int:
    """Return the index of the last word that the name grows to in one step; `last` where it ends."""
    if last + 1 >= len(words):
        return last
    here, following = words[last], words[last + 1]
    gap = text[here.end : following.start]
    if following.capital:
        if gap in (" ", "\u00a0") or (gap in (" & ", ". ") and (gap == " & " or len(here.text) == 1 or here.text in _ABBREVIATION)):
            return last + 1
        if gap in ("’ ", "' ") and here.text.endswith("s") and _org_ahead(text, words, last + 1):
            return last + 1
        return last
    if gap != " ":
        return last
    if following.text in PARTICLES and last + 2 < len(words) and words[last + 2].capital and _plain(text, following, words[last + 2]):
        return last + 2 if following.text != "of" else last
    inside = following.text == "of" and any(word.text in ORG_STARTS for word in words[first:last])
    if following.text in OF and (inside or here.text in _JOINS_OF):
        ahead = last + 2
        if ahead < len(words) and words[ahead].text == "the" and _plain(text, following, words[ahead]):
            ahead += 1
        if ahead < len(words) and words[ahead].capital and _plain(text, words[ahead - 1], words[ahead]):
            return ahead
    if following.text == "and" and last + 2 < len(words) and words[last + 2].capital and _plain(text, following, words[last + 2]):
        heads = [word.text for word in words[first : last + 1]]
        if any(head in {"Ministry", "Department", "Committee", "Office"} for head in heads[:-1]) and "of" in heads and len(heads) <= 6:
            return last + 2
    return last


def _plain(text: str, one: Word, other: Word) -> bool:
    return text[one.end : other.start] in (" ", "\u00a0", "-")


def _org_ahead(text: str, words: list[Word], index: int) -> bool:
    while index < len(words) and words[index].capital:
        if words[index].text in ORG_ENDS:
            return True
        if index + 1 < len(words) and text[words[index].end : words[index + 1].start] != " ":
            return False
        index += 1
    return False
