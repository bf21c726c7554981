"""What a corpus labelled by a machine says is believed where a model of the corpora labelled by hand does not clearly say otherwise.

Marks that the two contradict each other on stay open, so that training neither learns nor unlearns them (after Wang et al. 2019,
"CrossWeigh", which lowers the weight of such sentences; with sets of tags the stretch alone can be left open).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.suggest.names import Names
from annotator.suggest.training.passages import LABELS, NOTHING, Mark, Passage

if TYPE_CHECKING:
    from spacy.language import Language

_SURE = 0.6
_NOTICED = 0.08
_ANY = frozenset({NOTHING, *LABELS})
_LEFT = frozenset({"NORP", "EVENT"})
"""Labels that the corpora labelled by hand hardly hold: of these the model is not asked."""
_BATCH = 512

Guess = tuple[int, int, str, float]
"""Start and end in the text, label, probability."""


def doubted(passages: Sequence[Passage], names: Names, nlp: Language) -> Iterator[Passage]:
    """Give the passages, with marks left open where the model of `names` contradicts them, and where it is sure of a name they lack."""
    for at in range(0, len(passages), _BATCH):
        batch = passages[at : at + _BATCH]
        docs = [nlp.make_doc(each.text) for each in batch]
        found = names.spans([names.columns(doc) for doc in docs], least=_NOTICED)
        for passage, doc, spans in zip(batch, docs, found, strict=True):
            guesses = [
                (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), names.labels[label], score) for start, end, label, score in spans
            ]
            yield Passage(passage.text, opened(passage.marks, guesses), passage.complete, passage.corpus)


def opened(marks: Sequence[Mark], guesses: Sequence[Guess]) -> tuple[Mark, ...]:
    """Return the marks in order: as they were, or open, widened over what contradicts them; names that were lacking come open."""
    kept: list[Mark] = []
    for mark in marks:
        met = [each for each in guesses if each[0] < mark.end and mark.start < each[1]]
        agreed = any(each[:2] == (mark.start, mark.end) and each[2] in mark.labels for each in met)
        sure = [each for each in met if each[3] >= _SURE and each[2] not in _LEFT]
        if mark.labels <= _LEFT or agreed or (met and not sure):
            kept.append(mark)
        else:
            kept.append(Mark(min([mark.start, *(each[0] for each in sure)]), max([mark.end, *(each[1] for each in sure)]), _ANY))
    for start, end, label, score in guesses:
        if score >= _SURE and label not in _LEFT and not any(mark.start < end and start < mark.end for mark in kept):
            kept.append(Mark(start, end, _ANY))
    result: list[Mark] = []
    for mark in sorted(kept, key=lambda each: (each.start, each.end)):
        if result and mark.start < result[-1].end:
            result[-1] = Mark(result[-1].start, max(result[-1].end, mark.end), _ANY)
        else:
            result.append(mark)
    return tuple(result)
