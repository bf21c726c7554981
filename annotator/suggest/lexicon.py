"""Which kinds of name a word or a run of words is known as: the lists that the bundled model looks words up in.

A `Lexicon` maps keys (words joined by one space) to a set of classes, kept as bits. Keys of the classes in `FOLDED` are
lower-case and met whatever the case of the text; all others are met only as they are written, or with every word capitalised
where the text is in capitals.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

CLASSES = (
    "given", "surname", "title", "role", "say", "calendar", "nation", "country", "region", "city", "town",
    "orgname", "orgword", "facword", "locword", "gpeword", "eventword",
)  # fmt: skip
BIT: Mapping[str, int] = {name: 1 << place for place, name in enumerate(CLASSES)}
FOLDED = frozenset({"title", "role", "say"})
MAX_WORDS = 5
MAX_BYTES = 16_000_000
"""A stored lexicon that unpacks to more than this is refused."""
_QUOTES = str.maketrans("’‘“”", "''\"\"")


def plain(word: str) -> str:
    """Return a word with straight quotes."""
    return word.translate(_QUOTES)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words`: bits by key of one word; `names`: bits by key of several; `heads`: the longest name by its first word."""

    words: Mapping[str, int]
    names: Mapping[str, int]
    heads: Mapping[str, int] = field(default_factory=dict)

    def bits(self, word: str) -> int:
        """Return the classes of one word."""
        found = self.words.get(word, 0)
        if word.isupper() and len(word) > 3:
            found |= self.words.get(word.capitalize(), 0)
        return found | self.words.get(word.lower(), 0)

    def name_bits(self, name: str) -> int:
        """Return the classes of a whole name of one or several words."""
        name = plain(name)
        return self.names.get(name, 0) if " " in name else self.bits(name)

    def runs(self, words: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return the longest known names of several words as (start, end, bits), left to right, none overlapping."""
        found = []
        at = 0
        while at < len(words):
            longest = self.heads.get(words[at], 0)
            step = 1
            for length in range(min(longest, len(words) - at), 1, -1):
                bits = self.names.get(" ".join(words[at : at + length]), 0)
                if bits:
                    found.append((at, at + length, bits))
                    step = length
                    break
            at += step
        return found

    def to_bytes(self) -> bytes:
        """Return the lexicon as gzipped lines `bits<TAB>key`, sorted, the same bytes every time."""
        rows = sorted((key, bits) for table in (self.words, self.names) for key, bits in table.items())
        return gzip.compress("".join(f"{bits:x}\t{key}\n" for key, bits in rows).encode("utf-8"), 9, mtime=0)


def lexicon(classes: Mapping[str, Iterable[str]]) -> Lexicon:
    """Return the lexicon of these names by class. Raises KeyError for a class that is none of `CLASSES`."""
    table: dict[str, int] = {}
    for name, keys in classes.items():
        for key in keys:
            key = " ".join(plain(key.lower() if name in FOLDED else key).split())
            if key and "\t" not in key and key.count(" ") < MAX_WORDS:
                table[key] = table.get(key, 0) | BIT[name]
    return _indexed(table)


def from_bytes(data: bytes) -> Lexicon:
    """Return the lexicon that `Lexicon.to_bytes` wrote. Raises ValueError where it is none or too large."""
    unpacker = zlib.decompressobj(wbits=31)
    text = unpacker.decompress(data, MAX_BYTES)
    if unpacker.unconsumed_tail:
        raise ValueError("The lexicon is too large.")
    table = {}
    for line in text.decode("utf-8").splitlines():
        bits, _, key = line.partition("\t")
        table[key] = int(bits, 16)
    return _indexed(table)


def _indexed(table: Mapping[str, int]) -> Lexicon:
    words = {key: bits for key, bits in table.items() if " " not in key}
    names = {key: bits for key, bits in table.items() if " " in key}
    heads: dict[str, int] = {}
    for key in names:
        first = key.partition(" ")[0]
        heads[first] = max(heads.get(first, 0), key.count(" ") + 1)
    return Lexicon(words, names, heads)
