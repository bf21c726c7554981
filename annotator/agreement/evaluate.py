"""Precision, recall and F1 of proposed spans against gold ones, by label, strict and relaxed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement import spans
from annotator.agreement.bootstrap import Floats, Resampler, interval
from annotator.agreement.measures import f1, ratio
from annotator.agreement.study import study as packed
from annotator.agreement.values import ComparedEntry, ComparedLayer, LeftOut, Place, Work
from annotator.core.ids import Id


@dataclass(frozen=True, slots=True)
class Share:
    """A share, or the reason why there is none; bounds of its 95 % interval where there is one."""

    value: float | None
    undefined: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """One label's (or all labels') scores. `matched` + missed = gold, `matched` + spurious = predicted."""

    label: str | None
    matched: int
    gold: int
    predicted: int
    precision: Share
    recall: Share
    f1: Share


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores per label and over all spans (micro), strict (equal edges and label) and relaxed (some shared text, equal label, one to one).

    `macro_*` is the mean of the labels' F1, labels without any being left out.
    """

    strict: tuple[Score, ...]
    relaxed: tuple[Score, ...]
    strict_all: Score
    relaxed_all: Score
    macro_strict: Share
    macro_relaxed: Share
    entries: int
    left_out: tuple[LeftOut, ...]
    seed: int
    resamples: int


def evaluate(
    gold: Mapping[Id, Sequence[Place]], predicted: Mapping[Id, Sequence[Place]], *, seed: int = 0, resamples: int = 0
) -> Evaluation:
    """Compare proposals with gold, over the entries that both hold; an entry with no spans is held with an empty sequence.

    Precision = matched / predicted, recall = matched / gold, F1 = 2 matched / (gold + predicted); each is undefined where its divisor is 0.
    With `resamples`, 95 % percentile intervals over entries. Source: van Rijsbergen, Information Retrieval, 2nd edition, 1979, chapter 7.
    """
    both = sorted(gold.keys() & predicted.keys())
    reach = {entry: max((end for _, end, _ in (*gold[entry], *predicted[entry])), default=0) for entry in both}
    layers = [
        ComparedLayer(name, "", {entry: Work(True, tuple(held[entry])) for entry in both})
        for name, held in ((b"g", gold), (b"p", predicted))
    ]
    study = packed([ComparedEntry(entry, reach[entry]) for entry in both], layers)
    left, right = study.spans
    resampler = Resampler(seed, resamples)
    tables = {}
    for name, columns in (("strict", spans.strict_columns), ("relaxed", spans.overlap_columns)):
        by_label = [
            columns(left.where(left.label == code), right.where(right.label == code), groups=len(both)) for code in range(len(study.labels))
        ]
        tables[name] = by_label
    scores = {
        name: tuple(_score(label, table, resampler) for label, table in zip(study.labels, held, strict=True))
        for name, held in tables.items()
    }
    total = {name: _score(None, np.sum(held, axis=0) if held else np.zeros((len(both), 3)), resampler) for name, held in tables.items()}
    missing = [
        LeftOut("in the gold layer only", len(gold.keys() - predicted.keys())),
        LeftOut("in the predicted layer only", len(predicted.keys() - gold.keys())),
    ]
    return Evaluation(
        scores["strict"],
        scores["relaxed"],
        total["strict"],
        total["relaxed"],
        _macro(scores["strict"]),
        _macro(scores["relaxed"]),
        len(both),
        tuple(each for each in missing if each.count),
        seed,
        resamples,
    )


def _score(label: str | None, table: Floats, resampler: Resampler) -> Score:
    sums, samples = table.sum(axis=0), resampler.sums(table)
    return Score(
        label,
        matched=int(sums[0]),
        gold=int(sums[1]),
        predicted=int(sums[2]),
        precision=_share(ratio(sums[0], sums[2]), ratio(samples[..., 0], samples[..., 2]), "nothing was predicted", len(table)),
        recall=_share(ratio(sums[0], sums[1]), ratio(samples[..., 0], samples[..., 1]), "there is nothing in the gold layer", len(table)),
        f1=_share(f1(sums), f1(samples), "neither layer has a span", len(table)),
    )


def _share(value: Floats, samples: Floats, why: str, entries: int) -> Share:
    if np.isnan(value):
        return Share(None, why)
    bounds = interval(samples, entries=entries)
    return Share(float(value), low=bounds.low, high=bounds.high)


def _macro(scores: Sequence[Score]) -> Share:
    defined = [score.f1.value for score in scores if score.f1.value is not None]
    return Share(sum(defined) / len(defined)) if defined else Share(None, "neither layer has a span")
