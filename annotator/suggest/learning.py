"""Training at the desk: the network of a loaded pipeline learns from texts that a person is done with, without forgetting the rest.

Against forgetting it also learns, from texts that nobody has done, what it found there before (its sure names as names, its doubts left
open: Li and Hoiem 2017, "Learning without Forgetting"), and its new weights are averaged with those it began with (Wortsman et al. 2022,
"Robust fine-tuning of zero-shot models").
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from annotator.core.joining import LEARNED
from annotator.suggest import crf
from annotator.suggest.names import NAMES, Names

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LONGEST = 400
"""Longer texts are learned from in pieces of about this many tokens, cut outside of names."""
_SURE, _DOUBTFUL = 0.7, 0.1
"""Names that the pipeline gave at least the first probability are learned as names; between the two their words are left open."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text that is done, with its spans (start, end in code points, the pipeline's labels that the span's label may mean; none
    overlapping). Without a label the span is no name to the pipeline."""

    text: str
    spans: tuple[tuple[int, int, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to learn. `old`: the share that the weights of before have in the new ones; `others`: undone texts for each lesson."""

    rounds: int = 8
    rate: float = 0.001
    drop: float = 0.1
    words: int = 400
    others: float = 2.0
    old: float = 0.3
    seed: int = 0


Piece = tuple[NDArray[np.uint64], NDArray[np.bool_]]
"""Columns (tokens, columns) and allowed tags (tokens, K)."""


def steps(lessons: int, others: int, effort: Effort) -> int:
    """Return about how many texts are gone through, for progress."""
    return effort.rounds * (lessons + min(others, round(lessons * effort.others)))


def learn(
    nlp: Language,
    lessons: Sequence[Lesson],
    others: Sequence[str],
    effort: Effort,
    *,
    not_asked: Collection[str] = (),
    tick: Callable[[int], bool] = lambda _texts: True,
) -> bool:
    """Train the pipeline's component in place, and return whether it came to the end.

    `others` are texts that nobody has done. `not_asked` are labels of the pipeline that the lessons could not hold: they stay open there,
    since their absence tells nothing. `tick` is told how many texts were gone through since it was told last; where it returns
    False training stops, and the pipeline is of no more use. Equal values give equal weights on one machine.
    """
    from thinc.api import Adam, fix_random_seed

    names = cast(Names, nlp.get_pipe(NAMES))
    chance = random.Random(effort.seed)
    # What is dropped while learning comes from numpy's own source of chance.
    fix_random_seed(effort.seed)
    names.noise = np.random.default_rng(effort.seed)
    kept = chance.sample(list(others), min(len(others), round(len(lessons) * effort.others)))
    pieces = [piece for each in lessons for piece in _cut(*_taught(nlp.make_doc(each.text), names, each.spans, not_asked))]
    pieces += [piece for text in kept for piece in _cut(*_recalled(nlp.make_doc(text), names))]
    before = weights(nlp)
    optimizer = Adam(effort.rate, L2=0.0, grad_clip=1.0)
    for turn in range(effort.rounds):
        chance.shuffle(pieces)
        optimizer.learn_rate = effort.rate * (1.0 - turn / effort.rounds)
        for batch in _batches(pieces, effort.words):
            names.learn([columns for columns, _ in batch], [allowed for _, allowed in batch], drop=effort.drop)
            names.finish_update(optimizer)
            if not tick(len(batch)):
                return False
    if effort.old:
        _mix(names, before, effort.old)
    return True


def _taught(doc: Doc, names: Names, spans: Sequence[tuple[int, int, frozenset[str]]], not_asked: Collection[str]) -> Piece:
    """Return columns and allowed tags of a done text; a span that cuts a token leaves its tokens free."""
    allowed = _outside(doc, names)
    for label in not_asked:
        number = names.labels.index(label)
        allowed[:, crf.tag(number, crf.B) : crf.tag(number, crf.U) + 1] = True
    begins = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    for first, last, labels in spans:
        start, end = begins.get(first), ends.get(last)
        if start is not None and end is not None and start < end:
            _mark(allowed, start, end, [names.labels.index(label) for label in sorted(labels)])
        else:
            allowed[[token.i for token in doc if token.idx < last and token.idx + len(token) > first]] = True
    return names.columns(doc), allowed


def _recalled(doc: Doc, names: Names) -> Piece:
    """Return columns and allowed tags of a text as the component reads it now."""
    allowed, columns = _outside(doc, names), names.columns(doc)
    if not len(doc):
        return columns, allowed
    taken = np.zeros(len(doc), dtype=bool)
    for start, end, label, score in names.spans([columns], least=_DOUBTFUL)[0]:
        if score < _SURE and not taken[start:end].all():
            allowed[start:end] |= ~taken[start:end, None]
        elif not taken[start:end].any():
            taken[start:end] = True
            _mark(allowed, start, end, [label])
    return columns, allowed


def weights(nlp: Language) -> dict[str, NDArray[np.float32]]:
    """Return a copy of the weights, which the steps of learning change in place."""
    return {key: value.copy() for key, value in cast(Names, nlp.get_pipe(NAMES)).weights()}


def restore(nlp: Language, before: Mapping[str, NDArray[np.float32]]) -> None:
    """Go back to weights that `weights` gave."""
    _mix(cast(Names, nlp.get_pipe(NAMES)), before, 1.0)


def _mix(names: Names, before: Mapping[str, NDArray[np.float32]], share: float) -> None:
    after = dict(names.weights())
    for key, value in after.items():
        value[...] = share * before[key] + (1.0 - share) * value


def _outside(doc: Doc, names: Names) -> NDArray[np.bool_]:
    allowed = np.zeros((len(doc), crf.tag_count(len(names.labels))), dtype=bool)
    allowed[:, 0] = True
    return allowed


def _mark(allowed: NDArray[np.bool_], start: int, end: int, labels: Sequence[int]) -> None:
    if labels:
        allowed[start:end] = False
    for label in labels:
        crf.allow(allowed, start, end, label)


def _cut(columns: NDArray[np.uint64], allowed: NDArray[np.bool_]) -> Iterator[Piece]:
    start, named = 0, np.asarray(allowed[:, 1:].any(axis=1))
    for at in range(len(columns)):
        if at - start >= _LONGEST and not named[at]:
            yield columns[start:at], allowed[start:at]
            start = at
    if start < len(columns):
        yield columns[start:], allowed[start:]


def _batches(pieces: Sequence[Piece], words: int) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    for piece in pieces:
        batch.append(piece)
        if sum(len(columns) for columns, _ in batch) >= words:
            yield batch
            batch = []
    if batch:
        yield batch


def meanings(nlp: Language, keys: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return for each label of a scheme the pipeline's labels that it may mean; `keys` leads from the pipeline's labels to the scheme's."""
    found: dict[str, set[str]] = {}
    for label in cast(Names, nlp.get_pipe(NAMES)).labels:
        if label in keys:
            found.setdefault(keys[label], set()).add(label)
    return {key: frozenset(labels) for key, labels in found.items()}


def write(nlp: Language, folder: Path, number: str) -> None:
    """Write a pipeline to a new folder, without the words that it met.

    Its version is that of the pipeline it began as, the number, and a digest of the weights.
    """
    import spacy

    names = cast(Names, nlp.get_pipe(NAMES))
    digest = hashlib.blake2b(digest_size=6)
    for _, value in names.weights():
        digest.update(np.ascontiguousarray(value).tobytes())
    version = str(nlp.meta.get("version", "")).partition("+")[0]
    fresh = spacy.blank(str(nlp.lang), meta={key: nlp.meta[key] for key in ("name", "description", "license") if nlp.meta.get(key)})
    fresh.meta["version"] = version + ".".join(each for each in (LEARNED, number, digest.hexdigest()) if each)
    made = cast(Names, fresh.add_pipe(NAMES))
    made.settings, made.words, made.model, made.links = names.settings, names.words, names.model, names.links
    fresh.to_disk(folder)
