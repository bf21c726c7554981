"""What the bundled model sees of each token: a row of numbers from the word, the lists, the line and the rest of the entry."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.lexicon import BIT, Lexicon, plain
from annotator.suggest.vectors import Vectors, no_vectors

COLUMNS = ("word", "prefix", "suffix", "shape", "edges", "known", "place", "elsewhere", "style", "vector")
UNKNOWN = 1
"""The number that stands for a word that is hidden from the model while it learns."""
_CACHED = 200_000
_WHOLE = BIT["country"] | BIT["nation"] | BIT["orgname"]
_PLACE_WORDS = frozenset({"in", "at", "from", "near", "across", "outside", "inside", "around", "toward", "towards"})
_OPENERS = frozenset("\"'“‘«([-–—•*:")
_ENDERS = frozenset(".!?")
# What the rest of the entry says of a word, one bit each.
_SMALL, _TITLED, _AFTER_GIVEN, _AFTER_PLACE, _BEFORE_ORG, _SAYS, _INNER_CAPITAL, _IN_LONGER = (1 << place for place in range(8))


@dataclass(slots=True)
class Words:
    """The numbers of words that were met, kept so that each is worked out once (at most `_CACHED`)."""

    lexicon: Lexicon
    vectors: Vectors = field(default_factory=no_vectors)
    table: dict[str, tuple[int, int, int, int, int, int, int]] = field(default_factory=dict)

    def row(self, word: str) -> tuple[int, int, int, int, int, int, int]:
        """Return the numbers of the columns word, prefix, suffix, shape and edges, the bits of the lists, and the row of the vector."""
        found = self.table.get(word)
        if found is None:
            if len(self.table) >= _CACHED:
                self.table.clear()
            found = self.table[word] = (*_word_row(plain(word), self.lexicon), self.vectors.row(plain(word)))
        return found


def number(text: str) -> int:
    """Return a number of 32 bits for a string, the same on every machine; never below 2."""
    return max(2, zlib.crc32(text.encode("utf-8", "surrogatepass")))


def shape(word: str) -> str:
    """Return X, x, d and other signs for the letters of a word, runs cut to three ("Xxxx", "XX", "ddd.d")."""
    signs = []
    last, run = "", 0
    for letter in word[:30]:
        sign = "X" if letter.isupper() else "x" if letter.isalpha() else "d" if letter.isdigit() else letter
        run = run + 1 if sign == last else 1
        last = sign
        if run <= 3:
            signs.append(sign)
    return "".join(signs)


def _word_row(word: str, lexicon: Lexicon) -> tuple[int, int, int, int, int, int]:
    if word.isspace():
        return (number("\n" if "\n" in word else " "), 2, 2, 2, 2, 0)
    lowered = word.lower()
    digits = "".join("0" if letter.isdigit() else letter for letter in lowered)
    return (
        number(digits),
        number("p" + digits[:3]),
        number("s" + digits[-3:]),
        number(shape(word)),
        number(f"e{digits[:1]} {digits[-4:]} {min(len(word), 12)}"),
        lexicon.bits(word),
    )


def _places(words: Sequence[str]) -> list[int]:
    """Return for each token whether it begins a line or a sentence, and how its line is written (capitals, title case)."""
    numbers = []
    start = 0
    total = len(words)
    while start < total:
        end = start
        while end < total and "\n" not in words[end]:
            end += 1
        line = words[start:end]
        long = [word for word in line if word[:1].isalpha() and len(word) > 3]
        upper = sum(word.isupper() for word in long)
        capital = sum(word[:1].isupper() for word in long)
        style = 3 if not long else 2 if upper * 10 >= len(long) * 7 else 1 if len(long) > 2 and capital * 10 >= len(long) * 8 else 0
        if long and capital == 0:
            style = 4
        stopped = bool(line) and line[-1] in _ENDERS
        begins = True
        for word in line:
            numbers.append(2 + style * 8 + begins * 4 + stopped * 2)
            begins = word in _ENDERS or (begins and word in _OPENERS)
        if end < total:
            numbers.append(1)
        start = end + 1
    return numbers


def apart(columns: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Say which tokens are no part of a name: white space, and the dash between two names ("Russia-Ukraine", not "Asia-Pacific")."""
    blank: NDArray[np.bool_] = columns[:, 3] == 2
    lists = columns[:, 5] - np.uint64(2)
    whole = (lists >> np.uint64(24)) & np.uint64(_WHOLE) > 0
    alone = (lists >> np.uint64(1)) & np.uint64((1 << 23) - 1) == 0
    dashes = (columns[1:-1, 0] == number("-")) | (columns[1:-1, 0] == number("–"))
    blank[1:-1] |= dashes & alone[1:-1] & whole[:-2] & whole[2:]
    return blank


def rows(words: Sequence[str], known: Words, style: int = UNKNOWN) -> NDArray[np.uint64]:
    """Return (tokens, columns) for the tokens of one entry. `style`: whose way of annotating is asked for, `UNKNOWN` for none."""
    count = len(words)
    if count == 0:
        return np.zeros((0, len(COLUMNS)), dtype=np.uint64)
    table = [known.row(word) for word in words]
    places = _places(words)
    lists = [row[5] for row in table]
    runs = [0] * count
    for start, end, bits in known.lexicon.runs([plain(word) for word in words]):
        runs[start] = (bits << 2) | 1
        for at in range(start + 1, end):
            runs[at] = (bits << 2) | 2
    evidence: dict[str, int] = {}
    lowered = [word.lower() for word in words]
    given, surname, title, say = BIT["given"], BIT["surname"], BIT["title"], BIT["say"]
    organisation = BIT["orgword"]
    capital = [word[:1].isupper() for word in words]
    for at, word in enumerate(words):
        if not word[:1].isalpha():
            continue
        found = 0
        if not capital[at]:
            found = _SMALL
        else:
            if at and capital[at - 1]:
                before = lists[at - 1]
                found |= (_TITLED if before & title else 0) | (_AFTER_GIVEN if before & given else 0) | _IN_LONGER
            elif at and lists[at - 1] & title:
                found |= _TITLED
            elif at and lowered[at - 1] in _PLACE_WORDS:
                found |= _AFTER_PLACE
            if at + 1 < count:
                after = lists[at + 1]
                if capital[at + 1]:
                    found |= (_BEFORE_ORG if after & organisation else 0) | _IN_LONGER
                elif after & say:
                    found |= _SAYS
            if not places[at] & 4:
                found |= _INNER_CAPITAL
        evidence[lowered[at]] = evidence.get(lowered[at], 0) | found
    result = np.empty((count, len(COLUMNS)), dtype=np.uint64)
    result[:, :5] = [row[:5] for row in table]
    result[:, 5] = [2 + ((bits << 24) ^ (run << 1) ^ (1 if upper else 0)) for bits, run, upper in zip(lists, runs, capital, strict=True)]
    result[:, 6] = places
    result[:, 8] = style
    result[:, 9] = [row[6] for row in table]
    result[:, 7] = [
        2 + (evidence.get(low, 0) << 2 | (1 if bits & given else 0) | (2 if bits & surname else 0)) if upper else 2
        for low, bits, upper in zip(lowered, lists, capital, strict=True)
    ]
    return result
