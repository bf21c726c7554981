"""From passages to what the network learns from: columns of features and, for each token, the tags that are allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from annotator.suggest import crf
from annotator.suggest.features import UNKNOWN, Words, rows
from annotator.suggest.lexicon import BIT
from annotator.suggest.training.passages import LABELS, NOTHING, Passage
from annotator.suggest.training.policy import POLICIES

if TYPE_CHECKING:
    from spacy.language import Language

_LINKING = frozenset({"of", "the", "and", "for", "de", "in", "on", "&", "-", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Sample:
    """A text that can be learned from: `columns` (tokens, columns) and `allowed` (tokens, K)."""

    columns: NDArray[np.uint64]
    allowed: NDArray[np.bool_]


def sample(passage: Passage, nlp: Language, known: Words) -> Sample:
    """Return a passage cut into spaCy's tokens; a mark that cuts a token or goes over white space leaves its tokens free.

    Known nationalities may be names in every corpus: those that mark them miss many, above all the machine-made one.
    """
    doc = nlp.make_doc(passage.text)
    words = [token.text for token in doc]
    begins = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token.text): token.i + 1 for token in doc}
    allowed = np.zeros((len(words), crf.tag_count(len(LABELS))), dtype=bool)
    allowed[:, 0] = True
    _open(allowed, words, [label for label in LABELS if label not in passage.complete])
    peoples = [at for at, word in enumerate(words) if known.lexicon.bits(word) & BIT["nation"] and word[:1].isupper()]
    norp = LABELS.index("NORP")
    allowed[np.ix_(peoples, [crf.tag(norp, part) for part in (crf.B, crf.I, crf.L, crf.U)])] = True
    for mark in passage.marks:
        start, end = begins.get(mark.start), ends.get(mark.end)
        if start is None or end is None or start >= end or any(doc[at].is_space for at in range(start, end)):
            touched = [token.i for token in doc if token.idx < mark.end and token.idx + len(token.text) > mark.start]
            allowed[touched] = True
        else:
            _mark(allowed, start, end, mark.labels)
    return Sample(rows(words, known, style_of(passage.corpus)), allowed)


def style_of(corpus: str) -> int:
    """Return the number of the way of annotating of a corpus."""
    return UNKNOWN + 1 + sorted(POLICIES).index(corpus)


def _open(allowed: NDArray[np.bool_], words: Sequence[str], missing: Sequence[str]) -> None:
    """Allow the labels that the corpus does not mark on what is written like a name."""
    for at, word in enumerate(words):
        upper = word[:1].isupper() or word[:1].isdigit()
        if not upper and word not in _LINKING:
            continue
        for name in missing:
            label = LABELS.index(name)
            parts = (crf.B, crf.I, crf.L, crf.U) if upper else (crf.I,)
            allowed[at, [crf.tag(label, part) for part in parts]] = True


def _mark(allowed: NDArray[np.bool_], start: int, end: int, labels: frozenset[str]) -> None:
    if NOTHING in labels and len(labels) > len(LABELS):
        allowed[start:end] = True
        return
    allowed[start:end] = False
    for name in labels:
        if name == NOTHING:
            allowed[start:end, 0] = True
            continue
        crf.allow(allowed, start, end, LABELS.index(name))
