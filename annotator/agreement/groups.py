"""Disagreements that ask the same question: equal mention, equal readings by equally many. "Kremlin: ORG by two, GPE by one, 14 times"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.agreement.disagreements import Disagreement, Reading
from annotator.agreement.values import Kind
from annotator.core.mentions import normal

Pattern = tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
"""How many layers read it how: (where it begins and its normal text, label) of each span; nothing is the empty tuple."""

_NUMBERS = ("no one", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


class Order(StrEnum):
    """How groups are sorted: by how many cases, by how many spans fail to match, by how often their labels are taken for each other."""

    OFTEN = "often"
    COSTLY = "costly"
    CONFUSABLE = "confusable"


@dataclass(frozen=True, slots=True)
class Group:
    """Equal disagreements, in the order they were met. `words` is the commonest spelling of the mention, `said` the whole in words."""

    mention: str
    words: str
    kind: Kind
    pattern: Pattern
    cases: tuple[Disagreement, ...]
    cost: int
    confusable: float
    said: str

    @property
    def count(self) -> int:
        """How many cases there are."""
        return len(self.cases)


def grouped(
    found: Iterable[Disagreement],
    *,
    order: Order = Order.OFTEN,
    confusable: Mapping[frozenset[str | None], float] | None = None,
) -> tuple[Group, ...]:
    """Group disagreements whose mention is equal (`annotator.core.mentions.normal`) and that are read alike by equally many layers.

    `confusable` comes from `confusion.confusability`; without it all groups count 0. Where entries came without their text,
    each place is a group of its own. Ties: more cases, more cost, then by mention and pattern; never by chance.
    """
    cases: dict[tuple[str, Kind, Pattern], list[Disagreement]] = {}
    for each in found:
        mention = normal(each.words, fold_case=False) if each.words else f"{each.entry.hex()}:{each.start}"
        cases.setdefault((mention, each.kind, _pattern(each)), []).append(each)
    shares = confusable or {}
    groups = [_group(mention, kind, pattern, held, shares) for (mention, kind, pattern), held in cases.items()]
    return tuple(sorted(groups, key=lambda each: (-_weight(each, order), -each.count, -each.cost, each.mention, each.kind, each.pattern)))


def said(words: str, readings: Iterable[Reading], texts: Mapping[tuple[int, int], str], times: int) -> str:
    """Return a group in words. `texts` gives the words of each stretch; a reading names them where they are not the whole mention."""
    parts = []
    for reading in readings:
        named = ", ".join(
            label if texts[start, end] in ("", words) else f"“{texts[start, end]}” {label}" for start, end, label in reading.places
        )
        parts.append(f"{named or 'nothing'} by {number(len(reading.layers))}")
    return f"{words or '(no text)'}: {', '.join(parts)}, {'once' if times == 1 else f'{times} times'}"


def confused(readings: Iterable[Reading], shares: Mapping[frozenset[str | None], float]) -> float:
    """Return how often the labels of two readings are taken for each other: of all pairs of readings the greatest share, 0 where none is.

    `shares` comes from `confusion.confusability`.
    """
    sides: list[frozenset[str | None]] = [frozenset(label for _, _, label in reading.places) or frozenset([None]) for reading in readings]
    pairs = {frozenset((a, b)) for place, side in enumerate(sides) for other in sides[place + 1 :] for a in side for b in other if a != b}
    return max((shares.get(pair, 0.0) for pair in pairs), default=0.0)


def number(count: int) -> str:
    """Return a small number as a word, a greater one as digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _weight(group: Group, order: Order) -> float:
    if order is Order.OFTEN:
        return group.count
    return group.cost if order is Order.COSTLY else group.confusable


def _pattern(found: Disagreement) -> Pattern:
    readings = [(len(reading.layers), tuple((_normal(found, place), place[2]) for place in reading.places)) for reading in found.readings]
    return tuple(sorted(readings, key=lambda each: (-each[0], not each[1], each[1])))


def _normal(found: Disagreement, place: tuple[int, int, str]) -> str:
    if not found.words:
        return f"{place[0] - found.start}:{place[1] - found.start}"
    # Where it begins counts beside its words: in "the … the" they alone would not tell one from the other.
    before = normal(_text(found, found.start, place[0]), fold_case=False)
    return f"{len(before)}:{normal(_text(found, place[0], place[1]), fold_case=False)}"


def _text(found: Disagreement, start: int, end: int) -> str:
    return found.words[start - found.start : end - found.start]


def _group(mention: str, kind: Kind, pattern: Pattern, held: list[Disagreement], shares: Mapping[frozenset[str | None], float]) -> Group:
    words = min(Counter(each.words for each in held).items(), key=lambda item: (-item[1], item[0]))[0]
    shown = next(each for each in held if each.words == words)
    texts = {(start, end): _text(shown, start, end) for reading in shown.readings for start, end, _ in reading.places}
    return Group(
        mention,
        words,
        kind,
        pattern,
        tuple(held),
        sum(each.cost for each in held),
        confused(shown.readings, shares),
        said(words, shown.readings, texts, len(held)),
    )
