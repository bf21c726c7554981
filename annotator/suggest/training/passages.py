"""What training reads: texts with marks whose label may be known only as one of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LABELS = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT")
"""The labels that the bundled model gives; dates, times and money are found by rules."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
NOTHING = ""
"""Among the labels of a mark: the stretch may also be no name at all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text (code points, end exclusive) whose label is one of `labels`."""

    start: int
    end: int
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its marks in order, none overlapping. `complete`: labels whose absence means that there is none."""

    text: str
    marks: tuple[Mark, ...]
    complete: frozenset[str]
    corpus: str


@dataclass(frozen=True, slots=True)
class RawText:
    """A text as a corpus gives it: (start, end, the corpus' own label)."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


_NO_SPACE_BEFORE = frozenset(".,;:!?%)]}'’”…") | {
    "'s",
    "’s",
    "n't",
    "n’t",
    "'re",
    "'ve",
    "'ll",
    "'d",
    "'m",
    "''",
    "'S",
    "...",
    "’re",
    "’ve",
    "’ll",
    "’d",
    "’m",
}
_NO_SPACE_AFTER = frozenset("([{$£€#@“‘") | {"``"}


def from_tokens(tokens: Sequence[str], spans: Sequence[tuple[int, int, str]]) -> RawText:
    """Return the running text of tokens, spaced as people write, with the spans of tokens as spans of characters."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    glue = True
    quoted = False
    for token in tokens:
        space = not glue and token not in _NO_SPACE_BEFORE
        if token == '"':
            space, glue, quoted = (False, False, False) if quoted else (space, True, True)
        else:
            glue = token in _NO_SPACE_AFTER
        if space and pieces:
            pieces.append(" ")
            length += 1
        places.append((length, length + len(token)))
        pieces.append(token)
        length += len(token)
    return RawText("".join(pieces), tuple((places[start][0], places[end - 1][1], label) for start, end, label in spans if start < end))


def aligned(text: str, tokens: Sequence[str], spans: Sequence[tuple[int, int, str]]) -> RawText:
    """Return spans of tokens as spans of characters of the text that the tokens stand in, in order."""
    places: list[tuple[int, int]] = []
    at = 0
    for token in tokens:
        found = text.find(token, at)
        if found < 0:
            return from_tokens(tokens, spans)
        places.append((found, found + len(token)))
        at = found + len(token)
    return RawText(text, tuple((places[start][0], places[end - 1][1], label) for start, end, label in spans if start < end))


def joined(parts: Sequence[RawText]) -> RawText:
    """Return the sentences of a document as one text, a new line behind what ends without a sign (headlines, signatures)."""
    text: list[str] = []
    spans: list[tuple[int, int, str]] = []
    length = 0
    for part in parts:
        if text:
            text.append(" " if text[-1].rstrip("\"'”’)")[-1:] in tuple(".!?:;,") else "\n")
            length += 1
        spans.extend((start + length, end + length, label) for start, end, label in part.spans)
        text.append(part.text)
        length += len(part.text)
    return RawText("".join(text), tuple(spans))
