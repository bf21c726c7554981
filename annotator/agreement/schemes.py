"""Precision, recall and F1 in the four ways of the MUC and SemEval-2013 evaluations, counted by nervaluate.

strict: edges and label; exact: edges, whatever the label; partial: shared text, whatever the label (half a point where edges differ);
type: the label, with shared text. Source: Segura-Bedmar, Martínez, Herrero-Zazo, SemEval-2013 Task 9; Batista, Upson, nervaluate (MIT).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.agreement.values import Place
from annotator.core.ids import Id

if TYPE_CHECKING:
    from nervaluate.entities import EvaluationResult

SCHEMES = {"strict": "strict", "exact": "exact", "partial": "partial", "ent_type": "type"}
"""What nervaluate calls each, and what we do."""


@dataclass(frozen=True, slots=True)
class SchemeScore:
    """One way of counting, of one label (None: all): spans right, with an error, in part, missed, and too many; the shares of them."""

    scheme: str
    label: str | None
    correct: int
    incorrect: int
    partial: int
    missed: int
    spurious: int
    precision: float | None
    recall: float | None
    f1: float | None


def scheme_scores(gold: Mapping[Id, Sequence[Place]], predicted: Mapping[Id, Sequence[Place]]) -> tuple[SchemeScore, ...]:
    """Return the counts over the entries that both have, by scheme, all labels together first. None where nothing is to be divided by."""
    # Imported here: the window opens without it.
    from nervaluate import Evaluator

    both = [entry for entry in gold if entry in predicted and (gold[entry] or predicted[entry])]
    labels = sorted({label for side in (gold, predicted) for entry in both for *_, label in side[entry]})
    if not both:
        return ()
    sides = [[_written(side[entry]) for entry in both] for side in (gold, predicted)]
    found = Evaluator(*sides, tags=labels, loader="dict").evaluate()
    scores = []
    for theirs, ours in SCHEMES.items():
        scores.append(_score(ours, None, found["overall"][theirs]))
        scores += [_score(ours, label, found["entities"][label][theirs]) for label in labels]
    return tuple(scores)


def _written(places: Sequence[Place]) -> list[dict[str, object]]:
    # Its ends belong to the span; ours come after it.
    return [{"start": start, "end": end - 1, "label": label} for start, end, label in sorted(places)]


def _score(scheme: str, label: str | None, found: EvaluationResult) -> SchemeScore:
    precision = found.precision if found.actual else None
    recall = found.recall if found.possible else None
    f1 = found.f1 if found.actual or found.possible else None
    counts = (found.correct, found.incorrect, found.partial, found.missed, found.spurious)
    return SchemeScore(scheme, label, *counts, precision, recall, f1)
