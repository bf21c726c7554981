"""What labelling cost, from the log: keys and active seconds by person, suggester, label and time. Idle time was never counted.

A gap of over a minute without a key or click is no work (the window's meter leaves it out before it reaches the log).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from annotator.core.ids import Id
from annotator.project.door import Project
from annotator.store import costs, schemes
from annotator.store.costs import Cell as Cell

_SETTLED = "settled"
"""What a cell of the store is called whose step settled spans."""
_HOUR, _DAY = 13, 10
Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Spent:
    """What one thing cost: how many of it, keys, active seconds."""

    count: int = 0
    keys: float = 0.0
    seconds: float = 0.0

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.count + other.count, self.keys + other.keys, self.seconds + other.seconds)

    @property
    def keys_each(self) -> float | None:
        """Keys per one; None where there is none."""
        return self.keys / self.count if self.count else None

    @property
    def seconds_each(self) -> float | None:
        """Seconds per one; None where there is none."""
        return self.seconds / self.count if self.count else None


@dataclass(frozen=True, slots=True)
class Costs:
    """All that was spent, as cells to be added up; labels by key, people by name, entries that each person decided on."""

    cells: tuple[Cell, ...] = ()
    labels: dict[Id, str] = field(default_factory=dict)
    people: dict[Id, str] = field(default_factory=dict)
    entries: dict[Id, frozenset[int]] = field(default_factory=dict)

    def of(self, person: Id | None) -> Costs:
        """Return what one person spent; all for None."""
        if person is None:
            return self
        return Costs(tuple(each for each in self.cells if each.annotator == person), self.labels, self.people, self.entries)

    @property
    def whole(self) -> Spent:
        """All keys and seconds, whatever they were for; counts decisions."""
        return _sum(self.cells)

    @property
    def per_span(self) -> Spent:
        """Spans settled in steps that count, with all keys and seconds, undone and other work included: what a span really cost."""
        whole = self.whole
        return Spent(sum(each.count for each in self.cells if each.what == _SETTLED), whole.keys, whole.seconds)

    def per_entry(self, person: Id | None) -> Spent:
        """Entries decided on, with all keys and seconds."""
        rows: set[int] = set()
        for each, found in self.entries.items():
            rows |= found if person in (None, each) else set()
        whole = self.whole
        return Spent(len(rows), whole.keys, whole.seconds)

    def by_suggester(self) -> dict[str, Spent]:
        """Return settled spans by what suggested them ("" for none), with the keys and seconds spent on them alone."""
        return _by(self.cells, lambda each: each.suggester if each.what == _SETTLED else None)

    def accepted(self) -> dict[str, int]:
        """Return how many of each suggester's answered suggestions were accepted as they were."""
        found = _by(self.cells, lambda each: each.suggester if each.what == _SETTLED and each.kind == "accept" else None)
        return {name: spent.count for name, spent in found.items()}

    def by_label(self) -> dict[str, Spent]:
        """Return settled spans by label key, with the keys and seconds spent on them alone."""
        return _by(self.cells, lambda each: self.labels.get(each.label or b"", "?") if each.what == _SETTLED else None)

    def other(self) -> dict[str, Spent]:
        """Return what was not settling spans: changed, entry, undone. With `by_suggester` it comes to the whole."""
        return _by(self.cells, lambda each: None if each.what == _SETTLED else each.what)

    def over_time(self) -> list[tuple[str, Spent]]:
        """Return spans settled, and all keys and seconds, by day in order; by hour where there is one day only. UTC, as in the log."""
        days = {each.hour[:_DAY] for each in self.cells}
        length = _HOUR if len(days) == 1 else _DAY
        found = _by(self.cells, lambda each: each.hour[:length])
        settled = _by(self.cells, lambda each: each.hour[:length] if each.what == _SETTLED else None)
        return [(name, Spent(settled.get(name, Spent()).count, spent.keys, spent.seconds)) for name, spent in sorted(found.items())]


def costs_of(project: Project) -> Costs:
    """Return what labelling the project cost, of all people; people found to be one count as one, merged labels as the one kept."""
    conn = project.desk.conn
    joined, scheme = schemes.joined_people(conn), project.scheme.value
    known = {label.id: label.key for label in scheme.labels}
    cells = tuple(
        Cell(
            each.hour, joined.get(each.annotator, each.annotator), each.what, each.kind, each.suggester,
            each.label, each.count, each.keys, each.seconds,
        )
        for each in costs.cells(conn)
    )  # fmt: skip
    labels = {each: known[resolved] for each in {*known, *scheme.aliases} if (resolved := scheme.resolved(each)) in known}
    entries: dict[Id, set[int]] = {}
    for person, rows in costs.entries_worked_on(conn).items():
        entries.setdefault(joined.get(person, person), set()).update(rows)
    there = {each.annotator for each in cells}
    people = {each.id: each.name for each in schemes.read_people(conn) if each.id in there}
    people |= {each: each.hex()[:8] for each in there - people.keys()}
    return Costs(cells, labels, people, {person: frozenset(rows) for person, rows in entries.items()})


def _sum(cells: Iterable[Cell]) -> Spent:
    return sum((Spent(each.count, each.keys, each.seconds) for each in cells), Spent())


def _by(cells: Iterable[Cell], name: Callable[[Cell], Name | None]) -> dict[Name, Spent]:
    found: dict[Name, Spent] = {}
    for each in cells:
        key = name(each)
        if key is not None:
            found[key] = found.get(key, Spent()) + Spent(each.count, each.keys, each.seconds)
    return found
