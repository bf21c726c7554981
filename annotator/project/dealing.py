"""How entries are dealt out: evenly, by a seed, with shares drawn within each source. Values in, values out; nothing is written."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.core.model import Person
from annotator.store.assignments import Dealt


@dataclass(frozen=True, slots=True)
class Dealing:
    """How entries are dealt out. `per_entry`: how many people label each; `overlap`: the share that everyone labels, the rest by one each.

    `everyone` gives all to all; `by_source` deals whole sources; `control` and `again` are shares of each person's entries (0 to 1),
    drawn within each source. `anew` takes back what was dealt before; else entries that are somebody's already stay as they are.
    `practice`: so many entries, the same for everybody, come first to practise on; `gold` is the layer that is right there.
    """

    per_entry: int = 1
    everyone: bool = False
    overlap: float | None = None
    by_source: bool = False
    control: float = 0.0
    again: float = 0.0
    seed: int = 0
    anew: bool = False
    practice: int = 0
    gold: Id | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """One entry for one person."""

    entry: Id
    person: Id
    control: bool
    again: bool
    practice: Id | None = None
    """The layer that is right in this entry, where it is one to practise on."""


def check(people: Sequence[Person], dealing: Dealing) -> None:
    """Raise InputError where these people cannot be dealt to in this way."""
    if not people:
        raise InputError("Name at least one person who is to label.")
    if len({each.id for each in people}) < len(people):
        raise InputError("A person was named twice.")
    check_dealing(len(people), dealing)


def check_dealing(people: int, dealing: Dealing) -> None:
    """Raise InputError where so many people cannot be dealt to in this way."""
    if not 1 <= dealing.per_entry <= people:
        raise InputError(f"Each entry can go to one to {people} of the people named, not to {dealing.per_entry}.")
    if sum((dealing.per_entry > 1, dealing.everyone, dealing.overlap is not None)) > 1:
        raise InputError("Choose one: so many people an entry, everyone, or a share that overlaps.")
    for name, share in (("overlap", dealing.overlap or 0.0), ("control", dealing.control), ("again", dealing.again)):
        if not 0.0 <= share <= 1.0:
            raise InputError(f"The share for “{name}” lies between 0 and 1 (or 0 % and 100 %), not {share:g}.")
    if dealing.practice < 0 or bool(dealing.practice) != (dealing.gold is not None):
        raise InputError("To practise needs a number of entries (1 or more) and the layer that is right there: name both.")


def units_of(entries: Sequence[Dealt], dealing: Dealing) -> list[tuple[Dealt, ...]]:
    """What is dealt out together: each entry, or each source with all its entries."""
    if not dealing.by_source:
        return [(each,) for each in entries]
    sources: dict[Id, list[Dealt]] = {}
    for each in entries:
        sources.setdefault(each.source, []).append(each)
    return [tuple(held) for held in sources.values()]


def deal(units: list[tuple[Dealt, ...]], people: Sequence[Person], dealing: Dealing, loads: Counter[Id]) -> list[tuple[Dealt, Person]]:
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


def marked(dealt: Iterable[tuple[Dealt, Person]], entries: Sequence[Dealt], people: Sequence[Person], dealing: Dealing) -> list[Given]:
    """Draw each person's control group, and what is shown again, within each source."""
    held: dict[Id, list[Dealt]] = defaultdict(list)
    for entry, person in dealt:
        held[person.id].append(entry)
    place = {each.entry: number for number, each in enumerate(entries)}
    found = []
    for person in people:
        control = drawn_share(held[person.id], dealing.control, f"control {dealing.seed} {person.name}")
        again = drawn_share(held[person.id], dealing.again, f"again {dealing.seed} {person.name}")
        found += [Given(each.entry, person.id, each.entry in control, each.entry in again) for each in held[person.id]]
    return sorted(found, key=lambda each: (place[each.entry], each.person))


def drawn_share(entries: Iterable[Dealt], share: float, seed: str) -> set[Id]:
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


def practised(candidates: Collection[Id], before: Collection[Id], dealing: Dealing) -> list[Id]:
    """Return the entries to practise on, the same for all: those that others practise on already, then drawn by the seed.

    `candidates` are those that the right layer is done with and that nobody is to label; `before` are others' practice entries.
    """
    first = sorted(set(before))[: dealing.practice]
    rest = sorted(set(candidates) - set(before))
    missing = dealing.practice - len(first)
    if missing > len(rest):
        raise InputError(
            f"{dealing.practice} entries to practise on were asked for; the layer that is right has {len(first) + len(rest)} that are done "
            "and that nobody is to label."
        )
    return first + random.Random(f"practice {dealing.seed}").sample(rest, missing)


def people_in_words(people: Sequence[Person]) -> str:
    """Return the one name, or how many people there are."""
    return people[0].name if len(people) == 1 else f"{len(people)} people"


def in_words(dealing: Dealing) -> str:
    """Return how entries are dealt out, in words."""
    how = "everyone" if dealing.everyone else f"{dealing.per_entry} an entry"
    if dealing.overlap is not None:
        how = f"{dealing.overlap:.0%} to everyone"
    practice = f", {dealing.practice} to practise on" if dealing.practice else ""
    extra = "".join(f", {name} {share:.0%}" for name, share in (("control", dealing.control), ("again", dealing.again)) if share)
    return f"{how}{', by source' if dealing.by_source else ''}{extra}{practice}, seed {dealing.seed}"
