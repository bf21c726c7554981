"""The values of the field. They refuse nonsense and never change. Offsets are code points, end exclusive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.core.ids import Id


class Overlap(StrEnum):
    """Which spans of one layer may share text."""

    FLAT = "flat"
    NESTED = "nested"


class State(StrEnum):
    """How far a layer is with an entry."""

    FRESH = "fresh"
    BEGUN = "begun"
    DONE = "done"
    SKIPPED = "skipped"


class LayerKind(StrEnum):
    """Whose spans a layer holds."""

    PERSON = "person"
    IMPORT = "import"
    ADJUDICATED = "adjudicated"


RESERVED_LAYERS = frozenset({"adjudicated", "suggestions"})


def check_place(start: int, end: int) -> None:
    """Raise ValueError unless 0 <= start < end."""
    if not 0 <= start < end:
        raise ValueError(f"A span needs 0 <= start < end, not {start}..{end}.")


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of an entry in one layer. `label` is a label's id."""

    id: Id
    start: int
    end: int
    label: Id
    origin: str = ""
    score: float | None = None

    def __post_init__(self) -> None:
        check_place(self.start, self.end)

    @property
    def place(self) -> tuple[int, int, Id]:
        """Start, end and label: by these, spans of different people are compared."""
        return self.start, self.end, self.label


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A span that a suggester proposes; never data by itself. `score` is a probability or None."""

    id: Id
    start: int
    end: int
    label: Id
    suggester: str
    version: str = ""
    score: float | None = None
    why: str = ""
    agreeing: tuple[Suggestion, ...] = ()
    """Equal ones of other suggesters that were joined with it (`core.joining`); `score` is then that of all."""
    behind: tuple[Suggestion, ...] = ()
    """Other readings of its stretch, which come up when it is rejected."""

    def __post_init__(self) -> None:
        check_place(self.start, self.end)

    @property
    def place(self) -> tuple[int, int, Id]:
        """Start, end and label, as of a span."""
        return self.start, self.end, self.label


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of entity. `key` is its name in capitals in files; `shortcut` the key that gives it."""

    id: Id
    key: str
    name: str = ""
    shortcut: str = ""
    colour: int = 0
    guideline: str = ""
    retired: bool = False
    order: int = 0


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels of a project, in their order, and the overlap rule."""

    name: str
    labels: tuple[Label, ...]
    overlap: Overlap = Overlap.FLAT
    aliases: Mapping[Id, Id] = field(default_factory=dict)
    """Merged labels: from the label that was given up to the one that took its place."""

    def resolved(self, label: Id) -> Id:
        """Return the label that stands for this one after merging."""
        seen = {label}
        while (target := self.aliases.get(label)) is not None and target not in seen:
            seen.add(target)
            label = target
        return label

    def by_id(self, label: Id) -> Label | None:
        """Return the label of this id, merged ones resolved."""
        wanted = self.resolved(label)
        return next((each for each in self.labels if each.id == wanted), None)

    def by_key(self, key: str) -> Label | None:
        """Return the label of this key, whatever its case."""
        folded = key.casefold()
        return next((each for each in self.labels if each.key.casefold() == folded), None)

    @property
    def active(self) -> tuple[Label, ...]:
        """The labels that can be given: not retired and not merged away."""
        return tuple(each for each in self.labels if not each.retired and each.id not in self.aliases)


@dataclass(frozen=True, slots=True)
class Person:
    """An annotator: names need not be unique, the id is."""

    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class Layer:
    """Spans over the project with one owner. A person's layer has the person's id."""

    id: Id
    kind: LayerKind
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The unit that is shown and labelled. `row` is local to one file; `id` is the same in all."""

    row: int
    id: Id
    text: str
    title: str = ""
    published: str = ""
    published_written: str = ""
    author: str = ""
    source: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on an entry, or on one of its spans; `about` is the span's id or None."""

    id: Id
    author: Id
    time: str
    text: str
    about: Id | None = None
