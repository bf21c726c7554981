"""The practice round: some entries come first, and once one is done the person is told how the own work differs from what is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.agreement.disagreements import Disagreement, sightings
from annotator.agreement.values import ComparedEntry, ComparedLayer, Kind, Work
from annotator.agreement.values import Place as Place
from annotator.core.decisions import PAYLOAD_VERSION, Draft, Payload, Step
from annotator.core.decisions import Kind as Decided
from annotator.core.errors import InputError
from annotator.core.ids import written
from annotator.core.model import Entry, Person, State
from annotator.core.rules import Place as LabelPlace
from annotator.project.desk import Changed, Desk
from annotator.store import assignments, practice, schemes
from annotator.store import entries as entry_store
from annotator.store import spans as span_store

_OWN, _RIGHT = b"own", b"right"
EXTRA = "extra"
"""The kind of a difference where the person marked what is nothing; all other kinds are those of disagreements."""


@dataclass(frozen=True, slots=True)
class Score:
    """Spans that are right, and how many of them the person has (equal edges and label). A share is None where nothing is divided."""

    right: int
    own: int
    same: int

    @property
    def precision(self) -> float | None:
        """The share of the own spans that are right."""
        return self.same / self.own if self.own else None

    @property
    def recall(self) -> float | None:
        """The share of the right spans that were found."""
        return self.same / self.right if self.right else None

    @property
    def f1(self) -> float | None:
        """2 same / (right + own)."""
        return 2 * self.same / (self.right + self.own) if self.right + self.own else None

    @property
    def said(self) -> str:
        """The score as the log writes it."""
        return f"{self.same} of {self.right} right, {self.own} marked"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch that the person reads otherwise than is right. `kind` is a disagreement's, or "extra"; offsets are code points."""

    kind: str
    start: int
    end: int
    words: str
    own: tuple[Place, ...]
    right: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person is told of one entry that was practised on."""

    row: int
    title: str
    text: str
    score: Score
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Practised:
    """One person's practice on one entry, as it was when first set done. `changed`: the entry was worked on after the feedback."""

    person: Person
    row: int
    title: str
    score: Score
    differences: tuple[Difference, ...]
    changed: bool


class Practice:
    """What was practised, and how it went."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rows(self) -> list[int]:
        """Return the entries that who decides is to practise on, in corpus order."""
        return list(assignments.practice_of(self._desk.conn, self._desk.assignee))

    def feedback(self, row: int) -> Feedback | None:
        """Return how the own work differs from what is right; None where it is no practice, or this file does not know what is right.

        Raises InputError before the entry is done: nobody sees beforehand what is right.
        """
        desk = self._desk
        layer = assignments.practice_of(desk.conn, desk.assignee).get(row)
        if layer is None:
            return None
        if entry_store.state(desk.conn, row, desk.layer_row) is not State.DONE:
            raise InputError("What is right here is told once the entry is done.")
        entry = entry_store.read_entry(desk.conn, row)
        right = practice.right(desk.conn, row, entry.id, layer)
        if right is None:
            return None
        own = span_store.places(desk.conn, [row], desk.layer_row).get(row, ())
        return Feedback(row, _title(entry), entry.text, *self._held_against(entry, own, right))

    def seen(self, found: Feedback) -> Changed:
        """Note in the log that feedback on an entry was shown, and what it said; what is decided there later was decided knowing it."""
        desk = self._desk
        entry = written(entry_store.read_entry(desk.conn, found.row).id)
        after: Payload = {
            "v": PAYLOAD_VERSION, "object": "bundle", "id": written(desk.assignee), "field": "practice",
            "value": f"feedback on {entry}: {found.score.said}",
        }  # fmt: skip
        return desk.commit(Step("Feedback on a practice entry", (Draft(Decided.METADATA, after=after),), undoable=False))

    def results(self) -> list[Practised]:
        """Return how everybody's practice went, by name and in corpus order; entries that are not done yet are left out."""
        conn = self._desk.conn
        found = []
        for person in schemes.read_people(conn):
            for row, layer in assignments.practice_of(conn, person.id).items():
                entry = entry_store.read_entry(conn, row)
                then = practice.when_first_done(conn, entry.id, person.id, self._desk.scheme)
                right = practice.right(conn, row, entry.id, layer)
                if then is not None and right is not None:
                    score, differences = self._held_against(entry, then[0], right)
                    found.append(Practised(person, row, _title(entry), score, differences, then[1]))
        return found

    def _held_against(
        self, entry: Entry, own: Iterable[LabelPlace], right: Iterable[LabelPlace]
    ) -> tuple[Score, tuple[Difference, ...]]:  # fmt: skip
        sides = [self._keyed(each) for each in (own, right)]
        layers = [ComparedLayer(name, "", {entry.id: Work(True, side)}) for name, side in zip((_OWN, _RIGHT), sides, strict=True)]
        (sighting,) = sightings([ComparedEntry(entry.id, len(entry.text), (), entry.text)], layers)
        score = Score(len(sides[1]), len(sides[0]), len(sighting.agreed))
        return score, tuple(_difference(each) for each in sighting.differing)

    def _keyed(self, places: Iterable[LabelPlace]) -> tuple[Place, ...]:
        scheme = self._desk.scheme
        keys = {each.id: each.key for each in scheme.labels}
        return tuple(sorted({(s, e, keys.get(scheme.resolved(label), label.hex()[:8])) for s, e, label in places}))


def summed(scores: Sequence[Score]) -> Score:
    """Return the score over several entries."""
    return Score(sum(each.right for each in scores), sum(each.own for each in scores), sum(each.same for each in scores))


def _difference(found: Disagreement) -> Difference:
    held = {layer: reading.places for reading in found.readings for layer in reading.layers}
    own, right = held.get(_OWN, ()), held.get(_RIGHT, ())
    kind = EXTRA if found.kind is Kind.MISSING and not right else found.kind.value
    return Difference(kind, found.start, found.end, found.words, own, right)


def _title(entry: Entry) -> str:
    return entry.title or " ".join(entry.text[:80].split())
