"""What changed: entries and decisions since a moment, since a copy of the project was made, or since an earlier release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from annotator.core.decisions import Kind
from annotator.core.drafts import EntryDraft, ReadOptions
from annotator.core.errors import InputError
from annotator.core.ids import Id, stamp, written
from annotator.core.model import State
from annotator.core.places import Difference, differing
from annotator.formats import FORMATS, sniffed
from annotator.project.desk import Desk
from annotator.project.layers import Layers
from annotator.store import entries as entry_store
from annotator.store import releases, schemes, since
from annotator.store.database import SUFFIX, in_words
from annotator.store.since import Part

REOPENED = "no longer done"
SAID: Mapping[str, str] = {
    Kind.ACCEPT: "accepted", Kind.REJECT: "rejected", Kind.CORRECT: "corrected", Kind.ADD: "added", Kind.RELABEL: "relabelled",
    Kind.MOVE: "moved", Kind.REMOVE: "removed", Kind.DONE: "done", Kind.REOPEN: "reopened", Kind.SKIP: "skipped", Kind.FLAG: "flag",
    Kind.UNSURE: "unsure", Kind.COMMENT: "comment", Kind.UNDO: "undone", Kind.REDO: "redone", Kind.METADATA: "title, date or author",
    Kind.IMPORT: "imported", Kind.WITHDRAW: "withdrawn", Kind.RESTORE: "restored", Kind.HIDE: "hidden or shown", Kind.ASSIGN: "assigned",
    Kind.SETTLE: "settled", Kind.NO_ENTITY: "settled as no entity",
}  # fmt: skip
"""What was done, in words, by the kind of the decision; differences to a release are words already."""
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """An entry on which something was decided, or that came in or went.

    `row` is None where the entry is no longer seen. `what` are kinds of decisions (of a release: of differences) with how many of each;
    `people` decided, by name; `last` is when (ISO 8601 in UTC), "" where that is not known.
    """

    row: int | None
    title: str
    source: str
    new: bool
    what: tuple[tuple[str, int], ...] = ()
    people: tuple[str, ...] = ()
    last: str = ""


@dataclass(frozen=True, slots=True)
class OtherStep:
    """A step that decided on no entry: the scheme, a guideline, a source, a person."""

    name: str
    person: str
    decisions: int
    last: str


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """All that changed, entries in the corpus's order and those that went last. `decisions` is None where only a release was looked at."""

    entries: tuple[ChangedEntry, ...]
    others: tuple[OtherStep, ...] = ()
    decisions: int | None = None

    @property
    def new(self) -> int:
        """How many entries came in (of a release: are in it for the first time)."""
        return sum(each.new for each in self.entries)


@dataclass(slots=True)
class _Touched:
    what: Counter[str] = field(default_factory=Counter)
    people: dict[str, None] = field(default_factory=dict)
    last: str = ""


class Changes:
    """Looking back."""

    def __init__(self, desk: Desk, layers: Layers) -> None:
        self._desk = desk
        self._layers = layers

    def since(self, moment: datetime) -> WhatChanged:
        """Return what was decided at a moment (with a zone) and after it, by the clocks of those who decided."""
        with in_words(self._desk.path):
            return self._of(since.later_than(stamp(moment)))

    def since_file(self, path: Path, *, layer: str = "", progress: Progress = lambda _: None) -> WhatChanged:
        """Return what changed since a copy of the project (a backup), or since a release in JSONL; a layer is named only for a release.

        Raises InputError where the file is neither of this project, MachineError where it cannot be read.
        """
        return self._since_copy(path) if path.suffix == SUFFIX else self._since_release(path, layer, progress)

    def _since_copy(self, path: Path) -> WhatChanged:
        conn = self._desk.conn
        with in_words(path), since.lacking(conn, path) as part:
            if since.count(conn, part) == since.count(conn, Part("1")):
                raise InputError(f"{path.name} is no copy of this project: it shares no decision with it.")
            return self._of(part)

    def _of(self, part: Part) -> WhatChanged:
        conn, names = self._desk.conn, self._names()
        found: dict[int, _Touched] = {}
        for row, kind, person, count, last in since.decided(conn, part):
            touched = found.setdefault(row, _Touched())
            touched.what[kind] += count
            touched.people[names.get(person, "")] = None
            touched.last = max(touched.last, last)
        new = set(since.only_in(conn, since.imported(conn, part)))
        others = tuple(OtherStep(name, names.get(who, ""), n, last) for name, who, n, last in since.on_no_entry(conn, part))
        return WhatChanged(self._listed(found, new), others, since.count(conn, part))

    def _names(self) -> Mapping[Id, str]:
        conn = self._desk.conn
        known = {each.id: each.name for each in schemes.read_people(conn)}
        return known | {person: known[into] for person, into in schemes.joined_people(conn).items() if into in known}

    def _listed(self, found: Mapping[int, _Touched], new: set[int]) -> tuple[ChangedEntry, ...]:
        conn = self._desk.conn
        wanted = [row for row in entry_store.ordered_rows(conn) if row in found or row in new]
        listed = []
        for heading in entry_store.headings(conn, wanted, self._desk.layer_row):
            touched = found.get(heading.row, _Touched())
            people = tuple(each for each in touched.people if each)
            what = tuple(sorted(item for item in touched.what.items() if item[0] != Kind.IMPORT or heading.row not in new))
            listed.append(ChangedEntry(heading.row, heading.title, heading.source, heading.row in new, what, people, touched.last))
        return tuple(listed)

    def _since_release(self, path: Path, layer: str, progress: Progress) -> WhatChanged:
        conn = self._desk.conn
        then = _released(path, progress)
        row = schemes.layer_row(conn, self._layers.named(layer).id)
        entries: list[ChangedEntry] = []
        known = 0
        for each in releases.entries(conn, releases.rows(conn, row, done_only=True), row):
            before = then.pop(written(each.id), None)
            if before is None:
                entries.append(ChangedEntry(each.row, each.title, each.source, True))
                continue
            known += 1
            if what := differing(before.places, {(start, end, key) for start, end, key, *_ in each.spans}):
                entries.append(ChangedEntry(each.row, each.title, each.source, False, _counted(what)))
        gone = list(self._gone(then))
        if not known and not any(each.row is not None for each in gone):
            raise InputError(f"{path.name} holds no entry of this project: name a JSONL file that was exported from it.")
        return WhatChanged((*entries, *gone))

    def _gone(self, left: Mapping[str, _Released]) -> Iterable[ChangedEntry]:
        """Yield what was released and would not be now: entries no longer done, and those no longer seen."""
        conn = self._desk.conn
        seen = {written(identity): row for row, identity in entry_store.ids(conn, entry_store.ordered_rows(conn))} if left else {}
        for identity, before in left.items():
            yield ChangedEntry(seen.get(identity), before.title, before.source, False, ((REOPENED, 1),) if identity in seen else ())


@dataclass(frozen=True, slots=True)
class _Released:
    title: str
    source: str
    places: frozenset[tuple[int, int, str]]


def _released(path: Path, progress: Progress) -> dict[str, _Released]:
    """Return the entries of a JSONL file of ours that were done, by their ids."""
    if not path.exists():
        raise InputError(f"There is no file {path}.")
    if sniffed(path) is not FORMATS["jsonl"]:
        raise InputError(f"{path.name} is neither a backup (*{SUFFIX}) nor a release in JSONL; name one of these, or a date.")
    read = FORMATS["jsonl"].read
    assert read is not None
    found: dict[str, _Released] = {}
    for event in read(path, ReadOptions()):
        if isinstance(event, EntryDraft) and event.identity and event.state in (None, State.DONE):
            places = frozenset((span.start, span.end, span.label) for span in event.spans)
            found[event.identity] = _Released(event.title, event.meta.get("source", ""), places)
            progress(len(found))
    return found


def _counted(differences: Iterable[Difference]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(each.value for each in differences).items()))
