"""What a format cannot hold, found in one place for the dry run and for the writer.

CoNLL has one tag a token, so it holds flat spans with ink in them and labels without blanks; the file's spans are those of the entry that
comes back from here, and every difference from the stored ones is a `Loss`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from annotator.core.errors import InputError
from annotator.core.releases import Loss, ReleasedEntry, ReleasedSpan, WriteOptions
from annotator.formats.alignment import blank
from annotator.formats.conll_tokens import Token, Tokenizer, cut, tokenizer

OVERLAP = "overlap"
BLANK_SPAN = "blank span"
BLANK_EDGE = "blank at an edge"
BLANK_ENTRY = "entry without a word"
LABEL = "label written otherwise"
TOKEN = "token split"
SCORE = "score"

Checked = tuple[ReleasedEntry, list[Loss]]
"""The entry as the format holds it, and what that costs."""

_LIMITS: dict[str, tuple[str, ...]] = {
    "conll": (
        "CoNLL holds words and tags only: no titles, authors, times, states, scores, origins or annotators.",
        "White space between words is not kept; offsets into the stored text cannot be had back from the file.",
        "spaCy's rule-based tokenizer and sentence splitter decided what a token and a sentence is.",
    ),
}
_GAP = re.compile(r"\s+")

_KEEP_FIRST: dict[str, Callable[[ReleasedSpan], tuple[int, int, str]]] = {
    "longest": lambda span: (span.start - span.end, span.start, span.label),
    "outermost": lambda span: (span.start, -span.end, span.label),
    "innermost": lambda span: (span.end - span.start, span.start, span.label),
}


def limits(format_name: str) -> tuple[str, ...]:
    """Return what the format never holds, whatever the entries: a sentence each."""
    return _LIMITS.get(format_name, ())


def checked(entries: Iterable[ReleasedEntry], format_name: str, options: WriteOptions) -> Iterator[Checked]:
    """Yield each entry as the format will hold it, with its losses. Raises InputError for an unknown way to flatten or language."""
    if format_name == "conll":
        with_tokens = tokenizer(options.language)
        for entry in entries:
            kept, lost, _ = for_conll(entry, options, with_tokens)
            yield kept, lost
        return
    for entry in entries:
        yield losses(entry, format_name, options)


def losses(entry: ReleasedEntry, format_name: str, options: WriteOptions) -> Checked:
    """Return one entry as the format will hold it, with its losses; for many entries use `checked`, which keeps the tokenizer."""
    if format_name == "conll":
        kept, lost, _ = for_conll(entry, options, tokenizer(options.language))
        return kept, lost
    odd = [span for span in entry.spans if span.score is not None and not math.isfinite(span.score)]
    if not odd:
        return entry, []
    whole = tuple(replace(span, score=None) if span in odd else span for span in entry.spans)
    reason = "the score is not a number that JSON can hold; it was left out"
    return replace(entry, spans=whole), [Loss(SCORE, entry.id, reason, span, dropped=False) for span in odd]


def for_conll(entry: ReleasedEntry, options: WriteOptions, with_tokens: Tokenizer) -> tuple[ReleasedEntry, list[Loss], list[list[Token]]]:
    """Return the entry as CoNLL holds it, its losses, and its sentences of tokens."""
    text = entry.text
    lost: list[Loss] = []
    inked = [span for span in entry.spans if not blank(text, span.start, span.end)]
    if len(inked) < len(entry.spans):
        gone = [span for span in entry.spans if blank(text, span.start, span.end)]
        lost += [Loss(BLANK_SPAN, entry.id, f"{described(text, span)} has no visible sign, so no token", span) for span in gone]
    kept, overlapping = flat(inked, options.flatten)
    lost += [
        Loss(OVERLAP, entry.id, f"{described(text, span)} overlaps {described(text, winner)}, and a token has one tag", span)
        for span, winner in overlapping
    ]
    written: list[ReleasedSpan] = []
    for span in kept:
        if blank(text, span.start, span.start + 1) or blank(text, span.end - 1, span.end):
            reason = f"{described(text, span)} begins or ends with a blank, which is no token; the words are tagged"
            lost.append(Loss(BLANK_EDGE, entry.id, reason, span, dropped=False))
        label = tag_label(span.label)
        if label != span.label:
            reason = f"the label “{span.label}” is written {label}, as a tag has no blank and O means no label"
            lost.append(Loss(LABEL, entry.id, reason, span, dropped=False))
            span = replace(span, label=label)
        written.append(span)
    sentences, straddling = cut(text, with_tokens.tokens(text), written)
    lost += [
        Loss(TOKEN, entry.id, f"“{_short(text[start:end])}” at {start} was split at the edge of a span", dropped=False)
        for start, end in straddling
    ]
    if not sentences:
        lost.append(Loss(BLANK_ENTRY, entry.id, "the entry has no word, so it has no row", dropped=False))
    same = len(written) == len(entry.spans) and all(map(_same, written, entry.spans))
    return (entry if same else replace(entry, spans=tuple(written))), lost, sentences


def flat(spans: Sequence[ReleasedSpan], way: str) -> tuple[list[ReleasedSpan], list[tuple[ReleasedSpan, ReleasedSpan]]]:
    """Return the spans that stay, in order, and (dropped, the one it gave way to).

    `longest`: a longer span wins; `outermost`: the one that begins first, then the longer; `innermost`: a shorter one wins. Of two at the
    same place the label that comes first in the alphabet stays. Raises InputError for another way.
    """
    order = _KEEP_FIRST.get(way)
    if order is None:
        raise InputError(f"“{way}” is no way to flatten; choose longest, outermost or innermost.")
    if all(before.end <= after.start for before, after in pairwise(spans)):
        return list(spans), []
    starts: list[int] = []
    kept: list[ReleasedSpan] = []
    dropped: list[tuple[ReleasedSpan, ReleasedSpan]] = []
    for span in sorted(spans, key=order):
        number = bisect_left(starts, span.end)
        if number and kept[number - 1].end > span.start:
            dropped.append((span, kept[number - 1]))
            continue
        number = bisect_left(starts, span.start)
        starts.insert(number, span.start)
        kept.insert(number, span)
    dropped.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].label))
    return kept, dropped


def tag_label(label: str) -> str:
    """Return a label as a tag can hold it."""
    return "O_" if label == "O" else _GAP.sub("_", label)


def described(text: str, span: ReleasedSpan) -> str:
    """Return a span in words: what it covers, its label, its place."""
    return f"“{_short(text[span.start : span.end])}” ({span.label}, {span.start}–{span.end})"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _same(one: ReleasedSpan, other: ReleasedSpan) -> bool:
    return one is other
