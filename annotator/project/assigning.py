"""Who labels what: dealt out evenly and by a seed, shown as a matrix, changed one by one. An assignment is a decision like any other."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Payload, Step
from annotator.core.errors import InputError
from annotator.core.ids import Id, written
from annotator.core.model import Person
from annotator.project.desk import NOTHING, Changed, Desk
from annotator.project.merging import person_named
from annotator.store import assignments, schemes
from annotator.store.assignments import Dealt

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Dealing:
    """How entries are dealt out. `per_entry`: how many people label each; `overlap`: the share that everyone labels, the rest by one each.

    `everyone` gives all to all; `by_source` deals whole sources; `control` and `again` are shares of each person's entries (0 to 1),
    drawn within each source. `anew` takes back what was dealt before; else entries that are somebody's already stay as they are.
    """

    per_entry: int = 1
    everyone: bool = False
    overlap: float | None = None
    by_source: bool = False
    control: float = 0.0
    again: float = 0.0
    seed: int = 0
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """One entry for one person."""

    entry: Id
    person: Id
    control: bool
    again: bool


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

    def check(self, people: int, dealing: Dealing) -> None:
        """Raise InputError where so many people cannot be dealt to in this way."""
        _check_dealing(people, dealing)

    def plan(self, people: Sequence[Person], dealing: Dealing) -> Plan:
        """Say who would get what; nothing is written. The same people, entries and seed give the same plan."""
        _check(people, dealing)
        conn = self._desk.conn
        before = assignments.assigned(conn)
        old = [Given(each.entry, each.person, each.control, each.again) for each in before]
        held = set() if dealing.anew else {each.entry for each in old}
        entries = [each for each in assignments.entries(conn) if each.entry not in held]
        loads = Counter() if dealing.anew else Counter(each.person for each in old)
        units = _units(entries, dealing)
        given = _marked(_dealt(units, people, dealing, loads), entries, people, dealing)
        kept = {(each.entry, each.person): each for each in given}
        back = [each for each in old if dealing.anew and (each.entry, each.person) not in kept]
        standing = set(old)
        new = tuple(each for each in given if each not in standing)
        return Plan(tuple(people), new, tuple(back), len(held), f"Assign {len(entries)} entries to {_listed(people)} ({_said(dealing)})")

    def assign(self, plan: Plan) -> Changed:
        """Write a plan, as one step with one undo."""
        drafts = [_draft(each, on=False) for each in plan.taken_back] + [_draft(each) for each in plan.given]
        return self._desk.commit(Step(plan.name, tuple(drafts)))

    def set(self, row: int, person: Id, on: bool, *, control: bool = False, again: bool = False) -> Changed:
        """Give one entry to a person, or take it back; what stands already is left alone."""
        found = next((each for each in assignments.assigned(self._desk.conn) if each.row == row and each.person == person), None)
        if (found is None and not on) or (found is not None and on and (found.control, found.again) == (control, again)):
            return NOTHING
        entry = next((each for each in assignments.entries(self._desk.conn) if each.row == row), None)
        if entry is None:
            raise InputError("This entry is not in the corpus, or out of sight; it cannot be handed out.")
        name = "Hand out an entry" if on else "Take an entry back"
        return self._desk.commit(Step(name, (_draft(Given(entry.entry, person, control, again), on=on),)))

    def cells(self) -> list[Cell]:
        """Return every single assignment, in corpus order."""
        return [Cell(each.row, each.person, each.control, each.again) for each in assignments.assigned(self._desk.conn)]

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
        done = assignments.done(conn)
        for each in cells:
            by_entry[each.row].append(each.person)
            counts[each.person][entries[each.row].source_name] += 1
            marks[each.person].update(control=each.control, again=each.again, done=(each.person, each.row) in done)
        rows = []
        for person, by_source in counts.items():
            known, extra = people.get(person, Person(person, person.hex()[:12])), marks[person]
            rows.append(Share(known, dict(by_source), sum(by_source.values()), extra["control"], extra["again"], extra["done"]))
        pairs: Counter[tuple[str, str]] = Counter()
        for held in by_entry.values():
            pairs.update(combinations(sorted(people[each].name for each in held if each in people), 2))
        by_people = Counter(len(by_entry.get(row, ())) for row in entries)
        return Matrix(
            sources, tuple(sorted(rows, key=lambda each: (each.person.name, each.person.id))), dict(sorted(by_people.items())), pairs
        )

    def withheld(self, rows: Sequence[int]) -> Collection[int]:
        """Return which of some entries who decides is to label without suggestions."""
        person = self._desk.assignee
        return assignments.control_among(self._desk.conn, rows, person) if assignments.any_control(self._desk.conn, person) else ()


def _check(people: Sequence[Person], dealing: Dealing) -> None:
    if not people:
        raise InputError("Name at least one person who is to label.")
    if len({each.id for each in people}) < len(people):
        raise InputError("A person was named twice.")
    _check_dealing(len(people), dealing)


def _check_dealing(people: int, dealing: Dealing) -> None:
    if not 1 <= dealing.per_entry <= people:
        raise InputError(f"Each entry can go to one to {people} of the people named, not to {dealing.per_entry}.")
    if sum((dealing.per_entry > 1, dealing.everyone, dealing.overlap is not None)) > 1:
        raise InputError("Choose one: so many people an entry, everyone, or a share that overlaps.")
    for name, share in (("overlap", dealing.overlap or 0.0), ("control", dealing.control), ("again", dealing.again)):
        if not 0.0 <= share <= 1.0:
            raise InputError(f"The share for “{name}” lies between 0 and 1 (or 0 % and 100 %), not {share:g}.")


def _units(entries: Sequence[Dealt], dealing: Dealing) -> list[tuple[Dealt, ...]]:
    """What is dealt out together: each entry, or each source with all its entries."""
    if not dealing.by_source:
        return [(each,) for each in entries]
    sources: dict[Id, list[Dealt]] = {}
    for each in entries:
        sources.setdefault(each.source, []).append(each)
    return [tuple(held) for held in sources.values()]


def _dealt(units: list[tuple[Dealt, ...]], people: Sequence[Person], dealing: Dealing, loads: Counter[Id]) -> list[tuple[Dealt, Person]]:
    """Deal out: the largest unit first, each to those who have least; among equals to those who have met least, then by the seed."""
    chance = random.Random(f"deal {dealing.seed}")
    order = sorted(units, key=lambda unit: (unit[0].source, unit[0].entry))
    chance.shuffle(order)
    order.sort(key=len, reverse=True)
    many = len(people) if dealing.everyone else dealing.per_entry
    common = 0 if dealing.overlap is None else round(dealing.overlap * sum(map(len, units)))
    met: Counter[tuple[Id, Id]] = Counter()
    found = []
    for unit in order:
        wanted = len(people) if common > 0 else many
        common -= len(unit)
        chosen: list[Person] = []
        while len(chosen) < wanted:
            rest = [each for each in people if each not in chosen]
            chance.shuffle(rest)
            best = min(rest, key=lambda one: (loads[one.id], sum(met[_pair(one, other)] for other in chosen)))
            met.update(_pair(best, other) for other in chosen)
            chosen.append(best)
        for person in chosen:
            loads[person.id] += len(unit)
            found += [(each, person) for each in unit]
    return found


def _pair(one: Person, other: Person) -> tuple[Id, Id]:
    return min(one.id, other.id), max(one.id, other.id)


def _marked(dealt: Iterable[tuple[Dealt, Person]], entries: Sequence[Dealt], people: Sequence[Person], dealing: Dealing) -> list[Given]:
    """Draw each person's control group, and what is shown again, within each source."""
    held: dict[Id, list[Dealt]] = defaultdict(list)
    for entry, person in dealt:
        held[person.id].append(entry)
    place = {each.entry: number for number, each in enumerate(entries)}
    found = []
    for person in people:
        control = _drawn(held[person.id], dealing.control, f"control {dealing.seed} {person.name}")
        again = _drawn(held[person.id], dealing.again, f"again {dealing.seed} {person.name}")
        found += [Given(each.entry, person.id, each.entry in control, each.entry in again) for each in held[person.id]]
    return sorted(found, key=lambda each: (place[each.entry], each.person))


def _drawn(entries: Iterable[Dealt], share: float, seed: str) -> set[Id]:
    """Draw a share of each source's entries; what rounding leaves over goes on to the next source, so that the whole is right as well."""
    by_source: dict[Id, list[Id]] = defaultdict(list)
    for each in entries:
        by_source[each.source].append(each.entry)
    chance = random.Random(seed)
    drawn: set[Id] = set()
    seen = 0
    for source in sorted(by_source):
        seen += len(by_source[source])
        number = min(len(by_source[source]), max(0, int(share * seen + 0.5) - len(drawn)))
        drawn.update(chance.sample(sorted(by_source[source]), number))
    return drawn


def _draft(given: Given, *, on: bool = True) -> Draft:
    after: Payload = {"v": PAYLOAD_VERSION, "annotator": written(given.person), "assigned": on}
    if on and (given.control or given.again):
        after = {**after, "control": given.control, "again": given.again}
    return Draft(Kind.ASSIGN, None, given.entry, after=after)


def _listed(people: Sequence[Person]) -> str:
    return people[0].name if len(people) == 1 else f"{len(people)} people"


def _said(dealing: Dealing) -> str:
    how = "everyone" if dealing.everyone else f"{dealing.per_entry} an entry"
    if dealing.overlap is not None:
        how = f"{dealing.overlap:.0%} to everyone"
    extra = "".join(f", {name} {share:.0%}" for name, share in (("control", dealing.control), ("again", dealing.again)) if share)
    return f"{how}{', by source' if dealing.by_source else ''}{extra}, seed {dealing.seed}"
