"""What a suggester is, and what it proposes. It imports nothing of this room, so every suggester can import it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from annotator.core.model import check_place


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch of a text (code points, end exclusive) that may be an entity; `label` is a label's key, `score` a probability or None."""

    start: int
    end: int
    label: str
    score: float | None = None
    why: str = ""

    def __post_init__(self) -> None:
        check_place(self.start, self.end)

    @property
    def place(self) -> tuple[int, int, str]:
        """Start, end and label key."""
        return self.start, self.end, self.label


class Suggester(Protocol):
    """Something that proposes spans. It is a pure function of its making and the texts: the same texts give the same proposals."""

    @property
    def name(self) -> str:
        """Its name in the project: default, memory, patterns:FILE, or the name of a pipeline."""
        ...

    @property
    def version(self) -> str:
        """Changes when its proposals may change."""
        ...

    @property
    def labels(self) -> tuple[str, ...]:
        """The keys of the labels it can propose."""
        ...

    @property
    def dropped(self) -> tuple[str, ...]:
        """Labels of its own that the scheme has no place for; their spans are left out."""
        ...

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        """Yield for each text its proposals, by start, the longest first."""
        ...


@dataclass(frozen=True, slots=True)
class Mapped:
    """A suggester whose labels are written as the scheme writes them."""

    suggester: Suggester
    to: Mapping[str, str]
    """From the suggester's key to the scheme's; a key that is not here is dropped."""

    @property
    def name(self) -> str:
        """As of the suggester inside."""
        return self.suggester.name

    @property
    def version(self) -> str:
        """As of the suggester inside."""
        return self.suggester.version

    @property
    def labels(self) -> tuple[str, ...]:
        """The scheme's keys that can come."""
        return tuple(dict.fromkeys(self.to[key] for key in self.suggester.labels if key in self.to))

    @property
    def dropped(self) -> tuple[str, ...]:
        """The suggester's keys that the scheme has no place for."""
        return (*self.suggester.dropped, *(key for key in self.suggester.labels if key not in self.to))

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        """Yield the suggester's proposals under the scheme's labels."""
        for proposals in self.suggester.propose(texts):
            yield tuple(_labelled(each, self.to[each.label]) for each in proposals if each.label in self.to)


def _labelled(proposal: Proposal, label: str) -> Proposal:
    """Return the proposal under a label; most schemes use the suggester's own keys, and then nothing is copied."""
    return proposal if proposal.label == label else replace(proposal, label=label)


def ordered(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return proposals by start, the longest first, equal places by label."""
    return tuple(sorted(proposals, key=lambda each: (each.start, -each.end, each.label)))


def apart(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return what remains when of two that overlap the longer is taken, then the likelier, then the earlier."""
    starts: list[int] = []
    taken: list[Proposal] = []
    for each in sorted(proposals, key=lambda one: (one.start - one.end, -(one.score or 0.0), one.start, one.label)):
        index = bisect_right(starts, each.start)
        if (index == 0 or taken[index - 1].end <= each.start) and (index == len(taken) or each.end <= starts[index]):
            starts.insert(index, each.start)
            taken.insert(index, each)
    return tuple(taken)
