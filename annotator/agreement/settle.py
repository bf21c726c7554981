"""Rules that settle what can be settled without a person: which readings are taken, and which stay open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.agreement.disagreements import Disagreement, Reading, Sighting, sightings
from annotator.agreement.study import Study
from annotator.agreement.values import Place
from annotator.core.errors import InputError
from annotator.core.ids import Id


class Rule(StrEnum):
    """What is taken by itself."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    STRICT = "strict majority"
    NAMED = "named annotator"


@dataclass(frozen=True, slots=True)
class Taken:
    """A reading that a rule takes. No places: the decision that there is no entity from start to end. `layers` have read it so."""

    entry: Id
    start: int
    end: int
    places: tuple[Place, ...]
    layers: tuple[Id, ...]
    how: Rule


@dataclass(frozen=True, slots=True)
class Settled:
    """What a rule takes and leaves. `agreed`: entries whose layers agree wholly; `alone`: entries that one layer only is done with."""

    taken: tuple[Taken, ...]
    open: tuple[Disagreement, ...]
    agreed: tuple[Id, ...]
    alone: tuple[Id, ...]


def settle(study: Study, rule: Rule, *, layers: Sequence[int] | None = None, named: Id | None = None, unfinished: bool = False) -> Settled:
    """Apply a rule to every entry with which a layer is done.

    What all layers (two or more) have is taken as unanimous under every rule. Where they differ:
    unanimous takes nothing; majority takes the reading that more layers have than any other, and two at least; strict majority the reading
    that more than half of the layers have; named annotator that layer's reading, also in entries it alone is done with.
    An entry one layer only is done with is settled by no other rule. Raises InputError where the named layer is not among the compared.
    """
    chosen = tuple(range(len(study.layers))) if layers is None else tuple(layers)
    if rule is Rule.NAMED and named not in {study.layers[layer].id for layer in chosen}:
        raise InputError("The annotator whose readings are to be taken is not among the layers compared; name one of them.")
    taken: list[Taken] = []
    still: list[Disagreement] = []
    agreed: list[Id] = []
    alone: list[Id] = []
    for sighting in sightings(study, chosen, unfinished=unfinished, least=1):
        if len(sighting.layers) == 1:
            alone.append(sighting.entry)
            if rule is Rule.NAMED and sighting.layers[0] == named:
                taken += _places(sighting, rule)
            continue
        taken += _places(sighting, Rule.UNANIMOUS)
        if not sighting.differing:
            agreed.append(sighting.entry)
        for each in sighting.differing:
            reading = chosen_reading(each, rule, named=named)
            if reading is None:
                still.append(each)
            else:
                taken.append(Taken(each.entry, each.start, each.end, reading.places, reading.layers, rule))
    return Settled(tuple(taken), tuple(still), tuple(agreed), tuple(alone))


def chosen_reading(found: Disagreement, rule: Rule, *, named: Id | None = None) -> Reading | None:
    """Return the reading a rule takes in one disagreement, or None: it stays open. "Nothing here" is a reading like any other."""
    if rule is Rule.NAMED:
        return next((reading for reading in found.readings if named in reading.layers), None)
    best = max(found.readings, key=lambda reading: len(reading.layers))
    votes = len(best.layers)
    others = [len(reading.layers) for reading in found.readings if reading is not best]
    if rule is Rule.MAJORITY and votes >= 2 and votes > max(others, default=0):
        return best
    if rule is Rule.STRICT and votes * 2 > len(found.layers):
        return best
    return None


def _places(sighting: Sighting, how: Rule) -> Iterator[Taken]:
    for place in sighting.agreed:
        yield Taken(sighting.entry, place[0], place[1], (place,), sighting.layers, how)
