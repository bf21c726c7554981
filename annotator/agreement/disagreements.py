"""Every place where layers differ, with its kind, who reads it how, and nothing that all agree on.

Plain Python: the first rows of the list are there sooner than numpy, which the figures need, could be imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.agreement.partners import Cell, paired
from annotator.agreement.values import WHOLE, ComparedEntry, ComparedLayer, Kind, Place, Slice
from annotator.core.ids import Id


@dataclass(frozen=True, slots=True)
class Reading:
    """What some layers have at a place: spans, or none (no entity)."""

    places: tuple[Place, ...]
    layers: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A stretch of an entry that layers read differently. Readings: the most layers first, then in the order of the text.

    `start` and `end` enclose every span of every reading; `words` is that stretch, empty where the entry came without its text.
    """

    entry: Id
    start: int
    end: int
    kind: Kind
    readings: tuple[Reading, ...]
    words: str = ""
    source: str = ""

    @property
    def layers(self) -> tuple[Id, ...]:
        """All layers that were compared here."""
        return tuple(layer for reading in self.readings for layer in reading.layers)

    @property
    def labels(self) -> frozenset[str]:
        """The labels that any reading gives."""
        return frozenset(label for reading in self.readings for _, _, label in reading.places)

    @property
    def cost(self) -> int:
        """How many spans fail to match in the strict comparisons of all pairs of layers."""
        return sum(
            len(one.layers) * len(other.layers) * len(set(one.places) ^ set(other.places))
            for number, one in enumerate(self.readings)
            for other in self.readings[number + 1 :]
        )


@dataclass(frozen=True, slots=True)
class Sighting:
    """One entry that was compared: places that all its layers have, and where they differ."""

    entry: Id
    layers: tuple[Id, ...]
    agreed: tuple[Place, ...]
    differing: tuple[Disagreement, ...]


def sightings(
    entries: Iterable[ComparedEntry], layers: Sequence[ComparedLayer], *, part: Slice = WHOLE, unfinished: bool = False, least: int = 2
) -> Iterator[Sighting]:
    """Yield each entry that at least `least` layers are done with, in the order given.

    The label of a slice keeps disagreements in which the label occurs, whatever stands against it.
    """
    for entry in entries:
        begun = [(layer.id, layer.work[entry.id]) for layer in layers if entry.id in layer.work]
        held = {layer: frozenset(work.places) for layer, work in begun if work.done or unfinished}
        if len(held) < least or not part.holds(entry, (work.shown for _, work in begun)):
            continue
        agreed = frozenset.intersection(*held.values())
        found = [
            _disagreement(entry.id, entry.text, entry.source, site)
            for site in _sites({layer: places - agreed for layer, places in held.items()})
        ]
        kept = tuple(each for each in found if part.label is None or part.label in each.labels)
        yield Sighting(entry.id, tuple(held), tuple(sorted(agreed)), kept)


def disagreements(
    entries: Iterable[ComparedEntry], layers: Sequence[ComparedLayer], *, part: Slice = WHOLE, unfinished: bool = False
) -> Iterator[Disagreement]:
    """Yield every disagreement, entry by entry and in the order of the text. Comments, scores and times never count, places alone do."""
    for sighting in sightings(entries, layers, part=part, unfinished=unfinished):
        yield from sighting.differing


def in_cell(found: Disagreement, first: Id, second: Id, cell: Cell) -> bool:
    """Tell whether a disagreement stands in a cell of a confusion matrix: of two layers, the labels (None: nothing) of a pair."""
    places = {layer: reading.places for reading in found.readings for layer in reading.layers}
    if first not in places or second not in places:
        return False
    pairs = paired(places[first], places[second])
    return any(a != b and (a[2] if a else None, b[2] if b else None) == cell for a, b in pairs)


def _sites(differing: dict[Id, frozenset[Place]]) -> Iterator[dict[Id, tuple[Place, ...]]]:
    """Cut what differs into stretches that share no text; where a layer nests, into equal edges first."""
    places = sorted(frozenset().union(*differing.values()))
    while places:
        end, size = places[0][1], 1
        while size < len(places) and places[size][0] < end:
            end = max(end, places[size][1])
            size += 1
        yield from _unnested({layer: tuple(sorted(held.intersection(places[:size]))) for layer, held in differing.items()})
        places = places[size:]


def _unnested(site: dict[Id, tuple[Place, ...]]) -> Iterator[dict[Id, tuple[Place, ...]]]:
    """A stretch in which some layer nests holds several questions: those with equal edges in two layers are asked apart."""
    if not any(_nested(held) for held in site.values()):
        yield site
        return
    edges = [place[:2] for held in site.values() for place in {place[:2]: place for place in held}.values()]
    shared = sorted({edge for edge in edges if edges.count(edge) > 1})
    for edge in shared:
        yield {layer: tuple(place for place in held if place[:2] == edge) for layer, held in site.items()}
    rest = {layer: tuple(place for place in held if place[:2] not in shared) for layer, held in site.items()}
    if shared and any(rest.values()):
        yield from _sites({layer: frozenset(held) for layer, held in rest.items()})
    elif any(rest.values()):
        yield rest


def _nested(places: tuple[Place, ...]) -> bool:
    return any(second[0] < first[1] for first, second in pairwise(places))


def _disagreement(entry: Id, text: str, source: str, site: dict[Id, tuple[Place, ...]]) -> Disagreement:
    by_places: dict[tuple[Place, ...], list[Id]] = {}
    for layer, held in site.items():
        by_places.setdefault(held, []).append(layer)
    # The one with no entity stands last among equals: it is a reading like any other, but there is nothing to point at.
    order = sorted(by_places, key=lambda held: (-len(by_places[held]), not held, held))
    readings = tuple(Reading(held, tuple(by_places[held])) for held in order)
    places = [place for held in by_places for place in held]
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    return Disagreement(entry, start, end, kind_of([held for held in by_places if held]), readings, text[start:end], source)


def kind_of(held: Sequence[tuple[Place, ...]]) -> Kind:
    """Return the kind of a disagreement from its differing readings, the empty one left out.

    missing: all that mark it agree, others have nothing. With one span each: label (equal edges), boundary (equal labels, shared
    text) or both. split/merge: one has a single span, another several side by side, all of one label. overlap: all else.
    """
    if len(held) == 1:
        return Kind.MISSING
    if all(len(places) == 1 for places in held):
        edges = {places[0][:2] for places in held}
        labels = {places[0][2] for places in held}
        if len(edges) == 1:
            return Kind.LABEL
        if max(start for start, _ in edges) >= min(end for _, end in edges):
            return Kind.OVERLAP
        return Kind.BOUNDARY if len(labels) == 1 else Kind.BOTH
    one_label = len({place[2] for places in held for place in places}) == 1
    single = any(len(places) == 1 for places in held)
    return Kind.SPLIT if one_label and single and not any(_nested(places) for places in held) else Kind.OVERLAP
