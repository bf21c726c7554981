"""Precision, recall and F1 of a layer, or of the suggestions, against a gold layer."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.agreement.evaluate import Evaluation, evaluate
from annotator.agreement.study import Study
from annotator.agreement.values import Place
from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.project.desk import Desk
from annotator.project.layers import SUGGESTIONS, Layers
from annotator.project.studying import Studying


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What was held against what, by the layers' names, with the scores."""

    gold: str
    predicted: str
    scores: Evaluation


class Evaluating:
    """Holding layers against a gold layer."""

    def __init__(self, desk: Desk, layers: Layers, studying: Studying) -> None:
        self._desk = desk
        self._layers = layers
        self._studying = studying

    def evaluate(self, gold: str, layer: str = SUGGESTIONS, *, seed: int = 0, resamples: int = 1000, unfinished: bool = False) -> Evaluated:
        """Compare a layer (by its name, `suggestions` or `adjudicated`) with a gold one, over the entries that both are done with.

        Raises InputError where the two are one, and where there is no entry to compare.
        """
        wanted = self._layers.named(gold)
        if layer == SUGGESTIONS:
            packed = self._studying.packed([wanted], suggester=True)
        else:
            other = self._layers.named(layer)
            if other.id == wanted.id:
                raise InputError(f"{gold} cannot be held against itself; name another layer, or “suggestions”.")
            packed = self._studying.packed([wanted, other])
        held, predicted = (_done(packed, number, unfinished) for number in (0, 1))
        if not held.keys() & predicted.keys():
            word = "looked at by a suggester" if layer == SUGGESTIONS else f"done in {layer}"
            raise InputError(f"There is nothing to compare: no entry is done in {wanted.name} and {word}.")
        return Evaluated(wanted.name, layer, evaluate(held, predicted, seed=seed, resamples=resamples))


def _done(study: Study, number: int, unfinished: bool) -> dict[Id, tuple[Place, ...]]:
    return {entry: work.places for entry, work in study.layers[number].work.items() if work.done or unfinished}
