"""Precision, recall and F1 of a layer, or of the suggestions, against a gold layer, with the errors and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.agreement.disagreements import disagreements
from annotator.agreement.evaluate import Evaluation, evaluate
from annotator.agreement.schemes import SchemeScore, scheme_scores
from annotator.agreement.study import Study
from annotator.agreement.values import Kind, Place
from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.project.desk import Desk
from annotator.project.layers import SUGGESTIONS, Layers
from annotator.project.studying import Studying
from annotator.store import compared
from annotator.store import entries as entry_store


@dataclass(frozen=True, slots=True)
class Error:
    """A stretch of an entry where the two differ. `kind` is one of core's, but what is missing is told apart from what is too much."""

    row: int
    entry: Id
    title: str
    kind: str
    start: int
    end: int
    text: str
    gold: tuple[Place, ...]
    predicted: tuple[Place, ...]


MISSED, SPURIOUS = "missed", "too much"


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What was held against what, by the layers' names, with the scores; `schemes` are those of nervaluate."""

    gold: str
    predicted: str
    scores: Evaluation
    schemes: tuple[SchemeScore, ...] = ()
    errors: tuple[Error, ...] = ()
    """In corpus order."""


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
        scores = evaluate(held, predicted, seed=seed, resamples=resamples)
        return Evaluated(wanted.name, layer, scores, scheme_scores(held, predicted), self._errors(packed, unfinished))

    def _errors(self, packed: Study, unfinished: bool) -> tuple[Error, ...]:
        conn = self._desk.conn
        found = list(disagreements(packed.entries, packed.layers, unfinished=unfinished))
        rows = compared.rows_of(conn, {each.entry for each in found})
        gold = packed.layers[0].id
        titles = {each.row: each.title or each.text.split("\n", 1)[0] for each in entry_store.read_entries(conn, rows.values())}
        errors = []
        for each in found:
            sides = {layer: reading.places for reading in each.readings for layer in reading.layers}
            held, proposed = sides[gold], next(places for layer, places in sides.items() if layer != gold)
            kind = each.kind.value if each.kind is not Kind.MISSING else MISSED if held else SPURIOUS
            row = rows[each.entry]
            errors.append(Error(row, each.entry, titles[row], kind, each.start, each.end, each.words, held, proposed))
        order = {row: place for place, row in enumerate(compared.rows(conn, practice=True))}
        return tuple(sorted(errors, key=lambda each: (order.get(each.row, len(order)), each.start, each.end)))


def _done(study: Study, number: int, unfinished: bool) -> dict[Id, tuple[Place, ...]]:
    return {entry: work.places for entry, work in study.layers[number].work.items() if work.done or unfinished}
