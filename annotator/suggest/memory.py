"""What was confirmed is proposed again wherever the same mention stands. Free of spaCy and quick: it runs beside the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.mentions import Finder, apart, normal
from annotator.suggest.suggester import Proposal

REJECTIONS = 2
"""A mention rejected under a label so often, and at least as often as given, is no longer proposed under it."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """How often one annotator gave a mention a label, in how many entries, and how often it was rejected under it."""

    mention: str
    label: str
    given: int
    entries: int = 1
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """What is proposed of a mention: the label, its share among all decisions (0 to 1), and why."""

    label: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Memory:
    """Proposes remembered mentions: whole words, with a possessive after them or in a longer stretch; of nested ones the longest."""

    facts: Mapping[str, Fact]
    finder: Finder
    labels: tuple[str, ...]
    version: str = "1"
    dropped: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """Always memory."""
        return "memory"

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        """Yield for each text its proposals, by start; they do not overlap."""
        for text in texts:
            yield self.proposals(text)

    def proposals(self, text: str) -> tuple[Proposal, ...]:
        """Return the proposals for one text."""
        found = []
        for place in apart(self.finder.places(text)):
            known = self.facts[place.mention]
            found.append(Proposal(place.start, place.end, known.label, known.score, known.why))
        return tuple(found)


def memory(remembered: Iterable[Remembered], *, fold_case: bool = False) -> Memory:
    """Return the suggester `memory` of what one annotator did.

    Of several labels for one mention the one given oftenest is proposed, and the others are named in `why`; the
    score is the share of this label among all that was decided on the mention (Laplace: one more for, one more against).
    """
    counts: dict[str, dict[str, list[int]]] = {}
    for each in remembered:
        form = normal(each.mention, fold_case=fold_case)
        if form:
            row = counts.setdefault(form, {}).setdefault(each.label, [0, 0, 0])
            row[0] += each.given
            row[1] += each.entries
            row[2] += each.rejected
    facts = {form: found for form, labels in counts.items() if (found := fact(labels)) is not None}
    return Memory(
        facts=facts,
        finder=Finder(facts, fold_case=fold_case),
        labels=tuple(sorted({each.label for each in facts.values()})),
    )


def fact(labels: Mapping[str, Sequence[int]]) -> Fact | None:
    """Return what is proposed of one mention, from (times given, entries, times rejected) by label; None for nothing."""
    alive = {label: row for label, row in labels.items() if row[0] and not (row[2] >= REJECTIONS and row[2] >= row[0])}
    if not alive:
        return None
    label = min(alive, key=lambda each: (-alive[each][0], alive[each][2], each))
    given, entries, rejected = alive[label]
    decided = sum(row[0] + row[2] for row in labels.values())
    why = f"tagged {label} {_times(given)} in {entries} {'entry' if entries == 1 else 'entries'}"
    others = [
        f"{other} {_times(row[0])}"
        for other, row in sorted(labels.items(), key=lambda item: (-item[1][0], item[0]))
        if other != label and row[0]
    ]
    if others:
        why += f", but also {' and '.join(others)}"
    if rejected:
        why += f", rejected {_times(rejected)}"
    return Fact(label, round((given + 1) / (decided + 2), 3), why)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
