"""The training itself: samples drawn by corpus, batches by words, a falling rate, averaged weights."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.suggest.names import Names
from annotator.suggest.training.augment import Pools, changed, grouped
from annotator.suggest.training.encode import Sample, sample
from annotator.suggest.training.passages import Passage

if TYPE_CHECKING:
    from spacy.language import Language

SINGLE_SENTENCES = frozenset({"gmb", "btc", "wnut", "crossner", "grobid"})
"""Corpora of sentences without their documents: they are put together into small entries, anew in every round."""
_LONGEST = 1_500
"""Longer texts are learned from in pieces of about this many characters, cut at the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. `rounds` says how often a corpus is seen in one round (less than one: a share of it)."""

    cycles: tuple[tuple[int, float], ...] = ((3_000, 0.0015),)
    """Steps and highest rate of each cycle: the rate rises for `warm` steps, then falls to next to nothing."""
    by_hand: tuple[tuple[int, float], ...] = ((2_500, 0.0015),)
    """The same for the network that learns from the corpora labelled by hand alone."""
    words: int = 600
    warm: int = 300
    drop: float = 0.2
    seed: int = 7
    rounds: Mapping[str, float] = field(default_factory=lambda: {"gmb": 0.5, "ewt": 1.5})


def pieces(passage: Passage) -> Iterator[Passage]:
    """Give a passage in pieces of at most about `_LONGEST` characters; no mark is cut."""
    text, start = passage.text, 0
    while start < len(text):
        end = len(text)
        if end - start > _LONGEST:
            end = next((at for at in range(start + _LONGEST, len(text)) if text[at].isspace() and text[at - 1] in ".!?\n"), end)
            inside = next((mark for mark in passage.marks if mark.start < end < mark.end), None)
            end = inside.end if inside else end
        marks = tuple(type(mark)(mark.start - start, mark.end - start, mark.labels) for mark in passage.marks if start <= mark.start < end)
        yield Passage(text[start:end], marks, passage.complete, passage.corpus)
        start = end


def one_round(passages: Mapping[str, Sequence[Passage]], plan: Plan, chance: random.Random) -> list[Passage]:
    """Return the passages of one round, shuffled."""
    chosen: list[Passage] = []
    for corpus, texts in passages.items():
        share = plan.rounds.get(corpus, 1.0)
        part = [each for _ in range(int(share)) for each in texts] + chance.sample(list(texts), int(len(texts) * (share % 1)))
        if corpus in SINGLE_SENTENCES:
            chance.shuffle(part)
            part = grouped(part, chance)
        chosen += part
    chance.shuffle(chosen)
    return chosen


def batches(
    passages: Mapping[str, Sequence[Passage]], plan: Plan, pools: Pools, names: Names, nlp: Language, chance: random.Random
) -> Iterator[list[Sample]]:
    """Give batches of about `plan.words` tokens without end; texts of one batch have about one length."""
    while True:
        pool: list[Sample] = []
        for passage in one_round(passages, plan, chance):
            pool.append(sample(changed(passage, pools, chance), nlp, names.words))
            if len(pool) >= 400:
                yield from _cut(pool, plan.words, chance)
                pool = []
        yield from _cut(pool, plan.words, chance)


def _cut(pool: list[Sample], words: int, chance: random.Random) -> list[list[Sample]]:
    pool = sorted((each for each in pool if len(each.columns)), key=lambda each: len(each.columns))
    result: list[list[Sample]] = []
    batch: list[Sample] = []
    for each in pool:
        batch.append(each)
        if sum(len(one.columns) for one in batch) >= words:
            result.append(batch)
            batch = []
    if batch:
        result.append(batch)
    chance.shuffle(result)
    return result


def train(
    passages: Mapping[str, Sequence[Passage]],
    plan: Plan,
    pools: Pools,
    names: Names,
    nlp: Language,
    report: Callable[[int, float, float], None],
    *,
    every: int = 1_000,
) -> None:
    """Train; `names` ends with the averaged weights. `report` gets step, loss a token and seconds, with averaged weights in place."""
    from thinc.api import Adam

    chance = random.Random(plan.seed)
    cut = {corpus: [piece for text in texts for piece in pieces(text)] for corpus, texts in passages.items()}
    stream = batches(cut, plan, pools, names, nlp, chance)
    begun, loss, tokens, done = time.monotonic(), 0.0, 0, 0
    for steps, rate in plan.cycles:
        optimizer = Adam(rate, L2=0.01, beta1=0.9, beta2=0.999, eps=1e-8, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
        for step in range(1, steps + 1):
            batch = next(stream)
            left = (steps - step) / max(1, steps - plan.warm)
            optimizer.learn_rate = rate * min(step / plan.warm, 0.02 + 0.98 * max(0.0, min(1.0, left)))
            loss += names.learn([each.columns for each in batch], [each.allowed for each in batch], drop=plan.drop)
            names.finish_update(optimizer)
            optimizer.step_schedules()
            tokens += sum(len(each.columns) for each in batch)
            if step % every == 0 or step == steps:
                with names.use_params(optimizer.averages):
                    report(done + step, loss / tokens, time.monotonic() - begun)
                loss, tokens = 0.0, 0
        names.take_averages(optimizer.averages)
        done += steps
