"""The cases that have to be settled, and how places were settled: what the adjudication screen shows, computed each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.agreement.disagreements import Disagreement as Disagreement
from annotator.agreement.disagreements import Reading as Reading
from annotator.agreement.disagreements import Sighting, kind_of, sightings
from annotator.agreement.groups import confused as confused
from annotator.agreement.settle import Rule as Rule
from annotator.agreement.values import ComparedEntry, ComparedLayer, Work
from annotator.agreement.values import Kind as Kind
from annotator.agreement.values import Place as Place
from annotator.core.decisions import Draft
from annotator.core.ids import ADJUDICATED, Id
from annotator.core.mentions import normal
from annotator.core.model import Overlap, State
from annotator.core.rules import Place as LabelPlace
from annotator.core.rules import overlaps
from annotator.project.desk import Desk
from annotator.project.grounds import Ground, said
from annotator.project.studying import ALL, Asked, Studying
from annotator.store import compared as store
from annotator.store import entries as entry_store
from annotator.store import schemes
from annotator.store.compared import EntryWorks, SettledPlace


@dataclass(frozen=True, slots=True)
class Settled:
    """How a place was settled: what stands there now (label keys; none: no entity), by which rule or whom, when, with what comment."""

    id: Id
    row: int
    start: int
    end: int
    places: tuple[Place, ...]
    how: str
    adjudicator: Id
    by: str
    time: str
    comment: str
    contested: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A disagreement and where it stands. `settled` holds; `contested` are adjudicators' words that exclude each other, so it is open."""

    row: int
    found: Disagreement
    settled: tuple[Settled, ...] = ()
    contested: tuple[Settled, ...] = ()
    asked: Asked = ALL

    @property
    def open(self) -> bool:
        """Whether somebody has to settle it."""
        return bool(self.contested) or not self.settled


@dataclass(frozen=True, slots=True)
class EntryToSettle:
    """An entry as the adjudication screen shows it: a lane a layer (id, name, places), what all agree on, and the cases, in text order."""

    row: int
    lanes: tuple[tuple[Id, str, tuple[Place, ...]], ...]
    agreed: tuple[Place, ...]
    cases: tuple[Case, ...]
    settled: tuple[Settled, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Equal open cases that one answer would settle: the cases with the reading each would get, and what would be done, in words."""

    cases: tuple[tuple[Case, Reading], ...]
    said: str


@dataclass(frozen=True, slots=True)
class ByRule:
    """What a rule would take: places by how they come, entries it touches, entries that would be finished, cases that stay open."""

    rule: Rule
    unanimous: int
    by_rule: int
    entries: int
    finished: int
    open: int
    steps: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Revisit:
    """A settled case whose ground has changed since: who read it how then, and now (by layer's name; places with label keys)."""

    settled: Settled
    then: tuple[tuple[str, tuple[Place, ...]], ...]
    now: tuple[tuple[str, tuple[Place, ...]], ...]
    asked: Asked = ALL


@dataclass(frozen=True, slots=True)
class SettlingProgress:
    """How far settling is: cases in all, of them open, settled, contested; places settled by rules; settled cases to look at again."""

    cases: int
    open: int
    contested: int
    places: int
    revisit: int


@dataclass(frozen=True, slots=True)
class Looked:
    """An entry as settling works on it: the layers' work, where they differ, what is settled, the names of the layers."""

    works: EntryWorks
    sighting: Sighting | None
    settled: list[Settled]
    lanes: Mapping[Id, str]
    asked: Asked

    @property
    def compared(self) -> bool:
        """Whether two layers or more are done with it."""
        return self.sighting is not None and len(self.sighting.layers) > 1


class Cases:
    """Looks at entries: lanes, cases, what is settled."""

    def __init__(self, desk: Desk, studying: Studying) -> None:
        self._desk = desk
        self._studying = studying

    @property
    def flat(self) -> bool:
        """Whether spans may not share text."""
        return self._desk.scheme.overlap is Overlap.FLAT

    def looked(self, asked: Asked, rows: Sequence[int]) -> list[Looked]:
        """Return some entries, in the order of the rows."""
        layers = self._studying.layers(asked)
        keys, names = self.keys(), self.names()
        works = store.works(self._desk.conn, rows, [each.id for each in layers])
        settled: dict[int, list[Settled]] = {}
        for place in store.settled(self._desk.conn, rows):
            settled.setdefault(place.entry, []).append(self.told(place, names))
        entries = [ComparedEntry(each.id, len(each.text), (), each.text, each.source, each.published) for each in works]
        compared = [
            ComparedLayer(
                layer.id, layer.name,
                {w.id: Work(w.layers[layer.id].done, _keyed(w.layers[layer.id].places, keys)) for w in works if layer.id in w.layers},
            )
            for layer in layers
        ]  # fmt: skip
        seen = {each.entry: each for each in sightings(entries, compared, unfinished=asked.unfinished, least=1)}
        lanes = {layer.id: layer.name for layer in layers}
        return [Looked(each, seen.get(each.id), settled.get(each.row, []), lanes, asked) for each in works]

    def entry(self, looked: Looked) -> EntryToSettle:
        """Return an entry as the screen shows it."""
        keys = self.keys()
        lanes = tuple(
            (layer, looked.lanes[layer], _keyed(work.places, keys))
            for layer, work in sorted(looked.works.layers.items(), key=lambda each: (looked.lanes[each[0]], each[0]))
            if work.done or looked.asked.unfinished
        )
        state = entry_store.state(self._desk.conn, looked.works.row, schemes.layer_row(self._desk.conn, ADJUDICATED))
        agreed = looked.sighting.agreed if looked.sighting is not None and looked.compared else ()
        return EntryToSettle(looked.works.row, lanes, agreed, tuple(self.cases(looked)), tuple(looked.settled), state)

    def cases(self, looked: Looked) -> Iterator[Case]:
        """Yield the cases of an entry, in the order of the text."""
        left = [each for each in looked.settled if each.contested]
        found = []
        for each in looked.sighting.differing if looked.sighting is not None else ():
            there = [one for one in looked.settled if meet(one.start, one.end, each.start, each.end, flat=self.flat)]
            contested = tuple(one for one in there if one.contested)
            left = [one for one in left if one not in contested]
            found.append(Case(looked.works.row, each, tuple(one for one in there if not one.contested), contested, looked.asked))
        while left:
            same = [one for one in left if meet(one.start, one.end, left[0].start, left[0].end, flat=self.flat)]
            left = [one for one in left if one not in same]
            found.append(Case(looked.works.row, _contest(looked.works, same), (), tuple(same), looked.asked))
        yield from sorted(found, key=lambda case: (case.found.start, case.found.end))

    def alone(self, looked: Looked, settled: Settled) -> Case:
        """Return a settled place as a case: its readings are what the layers that are done with the entry have there now."""
        keys = self.keys()
        by_places: dict[tuple[Place, ...], list[Id]] = {}
        for layer, work in sorted(looked.works.layers.items()):
            if work.done or looked.asked.unfinished:
                held = tuple(each for each in _keyed(work.places, keys) if overlaps(each[0], each[1], settled.start, settled.end))
                by_places.setdefault(held, []).append(layer)
        return Case(looked.works.row, _found(looked.works, settled.start, settled.end, by_places), (settled,), (), looked.asked)

    def told(self, place: SettledPlace, names: dict[Id, str]) -> Settled:
        """Return how a place was settled."""
        value = said(place.after)
        scheme, keys = self._desk.scheme, self.keys()
        places = tuple(sorted((s, e, keys.get(scheme.resolved(label), label.hex()[:8])) for s, e, label in value.places))
        by = names.get(place.adjudicator, place.adjudicator.hex()[:8])
        return Settled(
            place.id,
            place.entry,
            place.start,
            place.end,
            places,
            place.how,
            place.adjudicator,
            by,
            place.time,
            value.comment,
            place.contested,
        )

    def readable(self, ground: Ground, layers: dict[Id, str]) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """Return a ground with names and label keys."""
        keys = self.keys()
        return tuple(
            (layers.get(layer, layer.hex()[:8]), tuple(sorted((s, e, keys.get(label, label.hex()[:8])) for s, e, label in places)))
            for layer, places in sorted(ground.items(), key=lambda each: (layers.get(each[0], ""), each[0]))
        )

    def names(self) -> dict[Id, str]:
        """Return the people's names."""
        return {each.id: each.name for each in schemes.read_people(self._desk.conn)}

    def keys(self) -> dict[Id, str]:
        """Return the labels' keys."""
        return {each.id: each.key for each in self._desk.scheme.labels}


def meet(start: int, end: int, other_start: int, other_end: int, *, flat: bool) -> bool:
    """Return whether two stretches are one place to settle: they share text; where names nest, their edges are equal."""
    return overlaps(start, end, other_start, other_end) if flat else (start, end) == (other_start, other_end)


def question(found: Disagreement) -> tuple[object, ...]:
    """Return what a disagreement asks: equal ones have the same mention, read alike by as many layers."""
    return normal(found.words, fold_case=False), found.kind, tuple(sorted((signature(found, each) for each in found.readings), key=repr))


def signature(found: Disagreement, reading: Reading) -> tuple[int, tuple[tuple[int, str, str], ...]]:
    """Return how a reading reads: by how many, and for each span what stands before it in the stretch, its words and its label."""
    words, start = found.words, found.start
    parts = tuple(
        (len(normal(words[: s - start], fold_case=False)), normal(words[s - start : e - start], fold_case=False), label)
        for s, e, label in reading.places
    )
    return len(reading.layers), parts


def named(reading: Reading) -> str:
    """Return a reading as the name of a step."""
    return f"Take {' + '.join(label for _, _, label in reading.places)}" if reading.places else "No entity"


def _keyed(places: Sequence[LabelPlace], keys: Mapping[Id, str]) -> tuple[Place, ...]:
    return tuple(sorted((start, end, keys[label]) for start, end, label in places))


def _contest(works: EntryWorks, settled: Sequence[Settled]) -> Disagreement:
    """Two adjudicators who differ are a case like another: each one's word is a reading."""
    start, end = min(each.start for each in settled), max(each.end for each in settled)
    by_places: dict[tuple[Place, ...], list[Id]] = {}
    for each in settled:
        by_places.setdefault(each.places, []).append(each.adjudicator)
    return _found(works, start, end, by_places)


def _found(works: EntryWorks, start: int, end: int, by_places: Mapping[tuple[Place, ...], Sequence[Id]]) -> Disagreement:
    filled = [place for places in by_places for place in places]
    start, end = min([start, *(place[0] for place in filled)]), max([end, *(place[1] for place in filled)])
    readings = tuple(Reading(places, tuple(by_places[places])) for places in sorted(by_places, key=lambda held: (not held, held)))
    kind = kind_of([places for places in by_places if places]) if filled else Kind.MISSING
    return Disagreement(works.id, start, end, kind, readings, works.text[start:end], works.source)
