"""An order of texts in which each is followed by the one most like it: a chain of nearest neighbours over weighted words.

The weight of a word in a text is (1 + ln tf) · ln(N / df), tf how often it stands in the text, df in how many of the N texts it stands
(Salton & Buckley 1988, "Term-weighting approaches in automatic text retrieval"). Of each text the `KEPT` heaviest words that stand in two
to `COMMON` texts are kept and brought to length 1, so that likeness is the cosine. The chain begins with the first text; the next is always
the one not yet taken that is most like the last, of equally like ones the earlier; where none shares a word, the earliest not yet taken.
Names are rare words, so that texts about the same people and places come together.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import regex

KEPT = 12
COMMON = 120
"""Words that stand in more texts than this tell little, and would cost the most."""
SEEN = 4000
"""Code points of a text that are read."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]+")


def chain(texts: Sequence[str], *, pause: Callable[[], bool] = lambda: False) -> list[int]:
    """Return the places of the texts in the order of the chain. `pause` is called often; on True the rest follows as it was."""
    words = [_words(text) for text in texts]
    vectors = _weighted(words)
    holders: dict[str, dict[int, float]] = defaultdict(dict)
    for place, vector in enumerate(vectors):
        for word, weight in vector.items():
            holders[word][place] = weight
    order: list[int] = []
    left = dict.fromkeys(range(len(texts)))
    at = 0
    while left:
        del left[at]
        order.append(at)
        likeness: dict[int, float] = defaultdict(float)
        for word, weight in vectors[at].items():
            held = holders[word]
            del held[at]
            for other, theirs in held.items():
                likeness[other] += weight * theirs
        if len(order) % 16 == 0 and pause():
            return [*order, *left]
        if likeness:
            best = max(likeness.values())
            # Rounded, so that the order of adding, which is that of the words, does not choose between equals.
            at = min(other for other, like in likeness.items() if like >= best - 1e-9)
        else:
            at = next(iter(left), 0)
    return order


def _words(text: str) -> Counter[str]:
    seen = text[:SEEN].casefold()
    found = Counter(_WORD.findall(seen))
    if not seen.isascii():
        for run in _UNSPACED.findall(seen):
            # Scripts without spaces: two signs in a row stand for a word.
            found.pop(run, None)
            found.update(run[place : place + 2] for place in range(len(run) - 1))
    return found


def _weighted(texts: Sequence[Counter[str]]) -> list[dict[str, float]]:
    holding = Counter(word for words in texts for word in words)
    vectors = []
    for words in texts:
        weights = {
            word: (1 + math.log(times)) * math.log(len(texts) / holding[word])
            for word, times in words.items()
            if 2 <= holding[word] <= COMMON and holding[word] < len(texts)
        }
        heaviest = sorted(weights, key=lambda word: (-weights[word], word))[:KEPT]
        length = math.sqrt(sum(weights[word] ** 2 for word in heaviest))
        vectors.append({word: weights[word] / length for word in heaviest})
    return vectors
