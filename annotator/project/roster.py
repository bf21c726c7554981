"""The suggesters of a project: which there are, which are on, and how to switch one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.core.errors import InputError
from annotator.core.joining import MEMORY
from annotator.project.desk import Changed, Desk
from annotator.project.recall import Recall
from annotator.store import roster as store
from annotator.store import spans as span_store
from annotator.store.database import writing

DEFAULT = ("default", MEMORY)
"""What a new project has, both on."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One suggester. `spec`: what a person writes for it; "" where it cannot be run again (spans that came in with a file)."""

    name: str
    spec: str
    on: bool
    suggestions: int
    """How many of its suggestions are kept, shown or not; memory besides proposes live."""


class Roster:
    """Which suggesters are on. Switching writes nothing that a person decided, and no suggestion is lost by it."""

    def __init__(self, desk: Desk, recall: Recall) -> None:
        self._desk = desk
        self._recall = recall
        recall.switch(off=MEMORY in store.off(desk.conn))

    def seats(self, known: Mapping[str, int] | None = None) -> list[Seat]:
        """Return all suggesters: those chosen, then others whose suggestions are here.

        `known`: how many suggestions each has, where that was counted before; counting takes a third of a second for a million.
        """
        conn = self._desk.conn
        off, chosen = store.off(conn), self._chosen()
        counts = Counter(known)
        for name, _version, count in span_store.suggesters(conn) if known is None else ():
            counts[name] += count
        found = [Seat(name, spec, name not in off, counts.pop(name, 0)) for spec, name in chosen.items()]
        return [*found, *(Seat(name, "", name not in off, count) for name, count in sorted(counts.items()))]

    def on(self) -> tuple[str, ...]:
        """Return what is to be run: the suggesters chosen that are not switched off, as a person writes them."""
        off = store.off(self._desk.conn)
        return tuple(spec for spec, name in self._chosen().items() if name not in off)

    def choose(self, specs: Sequence[str]) -> None:
        """Let exactly these be on, in this order; others that were known stay known and are switched off."""
        known = self._chosen()
        wanted = {spec: known.get(spec, spec) for spec in dict.fromkeys(specs)}
        others = {spec: name for spec, name in known.items() if spec not in wanted}
        standing = {name for name, *_ in span_store.suggesters(self._desk.conn)} - set(wanted.values())
        brought = store.off(self._desk.conn) & standing - set(others.values())
        self._put({**wanted, **others}, {*others.values(), *brought})

    def switch(self, name: str, on: bool) -> None:
        """Switch one on or off by its name. What it suggested is shown or not at once. Raises InputError for a name that is none here."""
        if name not in self._chosen().values() and not span_store.any_standing(self._desk.conn, name):
            raise InputError(f"There is no suggester {name!r} in this project; name one by “annotator suggest --with NAME --keep”.")
        off = set(store.off(self._desk.conn))
        self._put(self._chosen(), off - {name} if on else off | {name})

    def named(self, spec: str, name: str) -> None:
        """Note what a suggester that was chosen calls itself, now that it was loaded."""
        known = self._chosen()
        if known.get(spec, name) != name:
            off = {name if each == known[spec] else each for each in store.off(self._desk.conn)}
            self._put({**known, spec: name}, off)

    def _chosen(self) -> dict[str, str]:
        return store.known(self._desk.conn) or {each: each for each in DEFAULT}

    def _put(self, chosen: Mapping[str, str], off: set[str]) -> None:
        desk = self._desk
        desk.must_write()
        with writing(desk.conn, desk.path) as conn:
            store.put(conn, chosen, off)
        self._recall.switch(off=MEMORY in off)
        desk.tell(Changed(suggestions=True))
