"""An entry as sentences of tokens with tags: spaCy's blank tokenizer and sentencizer, then cut at the edges of spans.

Blank tokens are left out. A token over a span's edge is cut there, because a row has one tag; the cuts are told, as no tokenizer will make
them again at run time. A line end, and the end of an entry, ends a sentence; a sentence never ends inside a span.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import regex

from annotator.core.errors import InputError
from annotator.core.releases import ReleasedSpan
from annotator.formats.alignment import blank
from annotator.formats.conll_rows import DOCUMENT

Token = tuple[int, int]
"""Start and end in code points."""

_MAX_STRINGS = 200_000
_SPACE = regex.compile(r"[\s\x1c-\x1f]+")  # what `str.split` splits at


@dataclass(slots=True)
class Tokenizer:
    """spaCy's rules for one language, without any model."""

    language: str
    _nlp: Any = None

    def tokens(self, text: str) -> list[tuple[int, int, bool]]:
        """Return (start, end, begins a sentence) of every token that is not white space alone."""
        if self._nlp is None or len(self._nlp.vocab.strings) > _MAX_STRINGS:
            # spaCy keeps every word it met. Its memory zones would let go of them too, but tokenize fifteen times slower.
            self._nlp = _blank_pipeline(self.language)
        found: list[tuple[int, int, bool]] = []
        begins = True
        for token in self._nlp.get_pipe("sentencizer")(self._nlp.tokenizer(text)):
            begins = begins or bool(token.is_sent_start)
            start = token.idx
            for first, end in _parts(text, start, start + len(token)):
                found.append((first, end, begins))
                begins = False
            if token.is_space and "\n" in token.text:
                begins = True
        return found


def tokenizer(language: str) -> Tokenizer:
    """Return the tokenizer of a language by its code ("en", "de", "xx" for any). Raises InputError where spaCy has none."""
    return Tokenizer(language, _blank_pipeline(language))


def _blank_pipeline(language: str) -> Any:  # noqa: ANN401  spaCy has no types of its own here
    import spacy  # a second of loading, and never in the process of the window

    wrong = f"spaCy has no tokenizer for the language “{language}” here; give a code such as en, de or xx (any language)."
    try:
        nlp = spacy.blank(language)
    except (ImportError, ValueError) as error:
        raise InputError(wrong, details=str(error)) from error
    nlp.add_pipe("sentencizer")
    return nlp


def _parts(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the stretches between white space: a token must be one column, whatever the tokenizer of a language makes."""
    at = start
    for match in _SPACE.finditer(text, start, end):
        if not blank(text, at, match.start()):
            yield at, match.start()
        at = match.end()
    if not blank(text, at, end):
        yield at, end


def cut(text: str, tokens: Sequence[tuple[int, int, bool]], spans: Sequence[ReleasedSpan]) -> tuple[list[list[Token]], list[Token]]:
    """Return sentences of tokens that no edge of a span crosses, and the tokens that had to be cut. `spans` are flat and in order."""
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    inner = [(span.start, span.end) for span in spans]
    sentences: list[list[Token]] = []
    straddling: list[Token] = []
    edge = within = 0
    marked = DOCUMENT in text
    for start, end, begins in tokens:
        while edge < len(edges) and edges[edge] <= start:
            edge += 1
        while within < len(inner) and inner[within][1] <= start:
            within += 1
        if not sentences or (begins and not (within < len(inner) and inner[within][0] < start)):
            sentences.append([])
        last = edge
        while last < len(edges) and edges[last] < end:
            last += 1
        if last == edge and not (marked and text.startswith(DOCUMENT, start)):
            sentences[-1].append((start, end))
            continue
        pieces = [(first, stop) for first, stop in pairwise([start, *edges[edge:last], end]) if not blank(text, first, stop)]
        if len(pieces) > 1:
            straddling.append((start, end))
        # A word of the text must not look like the row that begins a document.
        sentences[-1] += [part for piece in pieces for part in (_unmarked(text, *piece) if marked else (piece,))]
    return sentences, straddling


def _unmarked(text: str, start: int, end: int) -> tuple[Token, ...]:
    return ((start, start + 1), (start + 1, end)) if text.startswith(DOCUMENT, start, end) else ((start, end),)


def token_spans(sentences: Sequence[Sequence[Token]], spans: Sequence[ReleasedSpan]) -> list[list[tuple[int, int, str]]]:
    """Return by sentence the spans as (first token, token after the last, label)."""
    found: list[list[tuple[int, int, str]]] = []
    number = 0
    for sentence in sentences:
        here: list[tuple[int, int, str]] = []
        first: int | None = None
        for index, (start, _) in enumerate(sentence):
            while number < len(spans) and spans[number].end <= start:
                number += 1
                first = None
            if number < len(spans) and spans[number].start <= start:
                if first is None:
                    first = index
                    here.append((index, index + 1, spans[number].label))
                else:
                    here[-1] = (first, index + 1, spans[number].label)
        found.append(here)
        # A span never goes on in the next sentence, so the next one begins with a span of its own.
        if first is not None:
            number += 1
    return found
