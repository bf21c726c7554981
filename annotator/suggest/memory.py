"""What was confirmed is proposed again wherever the same mention stands. Free of spaCy and quick: it runs beside the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.mentions import Finder, apart, normal
from annotator.suggest.suggester import Proposal

REJECTIONS = 2
"""A mention rejected under a label so often is no longer proposed under it, unless it was given `_USUAL` times as often: measured on re3d,
what was given often and rejected twice is right still in 6 to 8 of 10 places, and showing it pays from 1 in 3 on."""
_USUAL = 5
_DIGITS = 3


_BEFORE = 1.6
"""What is believed before anything was decided, as decisions for the label of 2 in all: given once, .87. Measured on five corpora in
reading order (live blog, PUD news and Wikipedia, GUM news, re3d), a mention given once is right where it stands again, and within no longer
name, in .74 to .98 of the places, one given twice in .75 to 1.0."""


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


def memory(remembered: Iterable[Remembered]) -> Memory:
    """Return the suggester `memory` of what one annotator did.

    Of several labels for one mention the one given oftenest is proposed, and the others are named in `why`; the
    score is the share of this label among the times the mention was given any label or this one was rejected, from a prior on.
    """
    counts: dict[str, dict[str, list[int]]] = {}
    for each in remembered:
        form = normal(each.mention, fold_case=False)
        if form and not bare_number(form):
            row = counts.setdefault(form, {}).setdefault(each.label, [0, 0, 0])
            row[0] += each.given
            row[1] += each.entries
            row[2] += each.rejected
    facts = {form: found for form, labels in counts.items() if (found := fact(labels)) is not None}
    return Memory(
        facts=facts,
        finder=Finder(facts, fold_case=False),
        labels=tuple(sorted({each.label for each in facts.values()})),
    )


def bare_number(form: str) -> bool:
    """Tell whether a mention is a number of up to three digits: that it was an age or a sum in one place says nothing of another."""
    return len(form) <= _DIGITS and form.isdecimal()


def fact(labels: Mapping[str, Sequence[int]]) -> Fact | None:
    """Return what is proposed of one mention, from (times given, entries, times rejected) by label; None for nothing."""
    alive = {label: row for label, row in labels.items() if row[0] and not (row[2] >= REJECTIONS and row[0] < _USUAL * row[2])}
    if not alive:
        return None
    label = min(alive, key=lambda each: (-alive[each][0], alive[each][2], each))
    given, entries, rejected = alive[label]
    decided = sum(row[0] for row in labels.values()) + rejected
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
    return Fact(label, round((given + _BEFORE) / (decided + 2), 3), why)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
