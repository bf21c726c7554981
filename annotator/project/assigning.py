"""Who labels what: dealt out evenly and by a seed, shown as a matrix, changed one by one. An assignment is a decision like any other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Payload, Step
from annotator.core.errors import InputError
from annotator.core.ids import Id, written
from annotator.core.model import Person
from annotator.project import dealing as cards
from annotator.project.dealing import Dealing as Dealing
from annotator.project.dealing import Given as Given
from annotator.project.desk import NOTHING, Changed, Desk
from annotator.project.merging import person_named
from annotator.store import assignments, schemes

_FEW = 64
"""Up to so many entries are looked up one by one among the assignments."""

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """What dealing would do: what is given, what is taken back, how often each pair of people meets on an entry."""

    people: tuple[Person, ...]
    given: tuple[Given, ...]
    taken_back: tuple[Given, ...]
    left: int
    """Entries that were somebody's already and stay so."""
    name: str


@dataclass(frozen=True, slots=True)
class Share:
    """One person's row of the matrix: entries to label by source name, in all, in the control group, to be shown again, and done."""

    person: Person
    by_source: Mapping[str, int]
    entries: int
    control: int
    again: int
    done: int
    practice: int = 0
    """How many of the entries are to practise on."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who labels how much: a row for each person, the sources in corpus order, entries by how many people, entries each pair shares."""

    sources: tuple[str, ...]
    rows: tuple[Share, ...]
    by_people: Mapping[int, int]
    pairs: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry of the matrix as the screen shows it."""

    row: int
    person: Id
    control: bool
    again: bool
    practice: bool = False


class Assigning:
    """Who is to label which entries."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        desk.withheld = self.withheld

    def people(self) -> list[Person]:
        """Return the people of the project, by name."""
        return schemes.read_people(self._desk.conn)

    def person(self, name: str, *, introduce: bool = True) -> Person:
        """Return the person a name or an id means; a new name gets an id (and, with `introduce`, a place in the project)."""
        wanted = " ".join(name.split())
        if not wanted or len(wanted) > LONGEST_NAME or not wanted.isprintable():
            raise InputError(f"A name has one to {LONGEST_NAME} visible characters.")
        people = self.people()
        if wanted.casefold() in {each.name.casefold() for each in people} or any(each.id.hex() == wanted for each in people):
            return person_named(people, wanted)
        new = Person(self._desk.ids.new(), wanted)
        if not introduce:
            return new
        after: Payload = {"v": PAYLOAD_VERSION, "object": "person", "id": written(new.id), "field": "name", "value": wanted}
        self._desk.commit(Step("Introduce an annotator", (Draft(Kind.METADATA, after=after),), undoable=False))
        return new

    def named(self, names: Sequence[str], *, introduce: bool = True) -> list[Person]:
        """Return the people that some names or ids mean, as `person` does. Raises InputError where a name stands twice."""
        plain = [" ".join(each.split()).casefold() for each in names]
        if len(set(plain)) < len(plain):
            raise InputError("A person was named twice.")
        return [self.person(each, introduce=introduce) for each in names]

    def check(self, people: int, dealing: Dealing) -> None:
        """Raise InputError where so many people cannot be dealt to in this way."""
        cards.check_dealing(people, dealing)

    def plan(self, people: Sequence[Person], dealing: Dealing) -> Plan:
        """Say who would get what; nothing is written. The same people, entries and seed give the same plan."""
        cards.check(people, dealing)
        every = assignments.entries(self._desk.conn)
        old = [Given(each.entry, each.person, each.control, each.again, each.practice) for each in assignments.assigned(self._desk.conn)]
        practice = self._practice(people, dealing, [] if dealing.anew else old)
        held = {each.entry for each in practice} | (set() if dealing.anew else {each.entry for each in old})
        entries = [each for each in every if each.entry not in held]
        loads = Counter() if dealing.anew else Counter(each.person for each in old if each.practice is None)
        units = cards.units_of(entries, dealing)
        given = practice + cards.marked(cards.deal(units, people, dealing, loads), entries, people, dealing)
        kept = {(each.entry, each.person): each for each in given}
        back = [each for each in old if dealing.anew and (each.entry, each.person) not in kept]
        standing = set(old)
        new = tuple(each for each in given if each not in standing)
        left = len(held - {each.entry for each in practice})
        name = f"Assign {len(entries)} entries to {cards.people_in_words(people)} ({cards.in_words(dealing)})"
        return Plan(tuple(people), new, tuple(back), left, name)

    def _practice(self, people: Sequence[Person], dealing: Dealing, old: Sequence[Given]) -> list[Given]:
        if dealing.gold is None:
            return []
        conn = self._desk.conn
        if any(each.id == dealing.gold for each in people):
            raise InputError("Nobody can practise on the own work: choose another layer as the one that is right.")
        done = assignments.done_of_layer(conn, dealing.gold)
        taken = {each.entry for each in old if each.practice is None}
        candidates = [each.entry for each in assignments.entries(conn) if each.row in done and each.entry not in taken]
        chosen = cards.practised(candidates, [each.entry for each in old if each.practice == dealing.gold], dealing)
        return [Given(entry, person.id, False, False, dealing.gold) for entry in chosen for person in people]

    def assign(self, plan: Plan) -> Changed:
        """Write a plan, as one step with one undo."""
        drafts = [_draft(each, on=False) for each in plan.taken_back] + [_draft(each) for each in plan.given]
        return self._desk.commit(Step(plan.name, tuple(drafts)))

    def set(self, row: int, person: Id, on: bool, *, control: bool = False, again: bool = False) -> Changed:
        """Give one entry to a person, or take it back; what stands already is left alone."""
        entry, held = assignments.of_entry(self._desk.conn, row)
        found = next((each for each in held if each.person == person), None)
        if (found is None and not on) or (found is not None and on and (found.control, found.again) == (control, again)):
            return NOTHING
        if entry is None:
            raise InputError("This entry is not in the corpus, or out of sight; it cannot be handed out.")
        name = "Hand out an entry" if on else "Take an entry back"
        return self._desk.commit(Step(name, (_draft(Given(entry.entry, person, control, again), on=on),)))

    def cells(self) -> list[Cell]:
        """Return every single assignment, in corpus order."""
        found = assignments.assigned(self._desk.conn)
        return [Cell(each.row, each.person, each.control, each.again, each.practice is not None) for each in found]

    def matrix(self) -> Matrix:
        """Return who labels how much."""
        conn = self._desk.conn
        entries = {each.row: each for each in assignments.entries(conn)}
        people = {each.id: each for each in self.people()}
        cells = assignments.assigned(conn)
        sources = tuple(dict.fromkeys(each.source_name for each in entries.values()))
        by_entry: dict[int, list[Id]] = defaultdict(list)
        counts: dict[Id, Counter[str]] = defaultdict(Counter)
        marks: dict[Id, Counter[str]] = defaultdict(Counter)
        done = assignments.done_of_assigned(conn)
        for each in cells:
            if each.practice is None:
                by_entry[each.row].append(each.person)
            counts[each.person][entries[each.row].source_name] += 1
            marks[each.person].update(
                control=each.control, again=each.again, done=(each.person, each.row) in done, practice=each.practice is not None
            )
        rows = []
        for person, by_source in counts.items():
            known, extra = people.get(person, Person(person, person.hex()[:12])), marks[person]
            entries_in_all = sum(by_source.values())
            rows.append(Share(known, dict(by_source), entries_in_all, extra["control"], extra["again"], extra["done"], extra["practice"]))
        pairs: Counter[tuple[str, str]] = Counter()
        for held in by_entry.values():
            pairs.update(combinations(sorted(people[each].name for each in held if each in people), 2))
        practised = {each.row for each in cells if each.practice is not None}
        by_people = Counter(len(by_entry.get(row, ())) for row in entries if row not in practised)
        return Matrix(
            sources, tuple(sorted(rows, key=lambda each: (each.person.name, each.person.id))), dict(sorted(by_people.items())), pairs
        )

    def withheld(self, rows: Sequence[int]) -> Collection[int]:
        """Return which of some entries who decides is to label without suggestions."""
        conn, person = self._desk.conn, self._desk.assignee
        # Few are found by their key at once; whether there is a control group at all is told by all assignments together.
        many = len(rows) > _FEW
        return () if many and not assignments.any_control(conn, person) else assignments.control_among(conn, rows, person)


def _draft(given: Given, *, on: bool = True) -> Draft:
    after: Payload = {"v": PAYLOAD_VERSION, "annotator": written(given.person), "assigned": on}
    if on and (given.control or given.again):
        after = {**after, "control": given.control, "again": given.again}
    if on and given.practice is not None:
        after = {**after, "practice": written(given.practice)}
    return Draft(Kind.ASSIGN, None, given.entry, after=after)
