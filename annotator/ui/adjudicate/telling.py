"""From cases to the values that the widgets of the adjudicate screen show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from annotator.core.ids import Id
from annotator.core.model import Scheme
from annotator.project.cases import Case, EntryToSettle, Place, Reading, Revisit, Settled
from annotator.project.layers import LayerSummary
from annotator.ui.adjudicate.judging import NO_ENTITY
from annotator.ui.adjudicate.values import MOST_LANES, Bar, Choice, LaneShown, Lately, Question, Side, Site, Tag, ordinal, short_names
from annotator.ui.bridge import colour_of
from annotator.ui.numerals import numeral
from annotator.ui.words import kind_text

_MOST_KEYS = 9
_MOST_LETTERS = 5
"""Of the short names of who reads a disagreement alike; where they are more, they are counted."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("adjudicate", text)


@dataclass(frozen=True, slots=True)
class Names:
    """What layers are called on the screen: in full and short; "1st", "2nd" where names are hidden."""

    full: Mapping[Id, str]
    short: Mapping[Id, str]

    def of(self, layers: Sequence[Id]) -> str:
        """Return the short names of some layers in one order: "AC", or "1st 3rd"."""
        found = sorted((self.short.get(each, "?") for each in layers), key=lambda name: (len(name), name))
        return ("" if all(len(name) == 1 for name in found) else " ").join(found)


def names(layers: Sequence[LayerSummary], people: Mapping[Id, str], *, hidden: bool) -> Names:
    """Return the names of the compared layers; `people` are those who may have settled. Hidden, they go by the order of their ids."""
    ordered = sorted(layers, key=lambda each: each.id if hidden else each.name.casefold().encode())
    short = short_names([each.name for each in ordered], hidden=hidden)
    known = {each.id: word for each, word in zip(ordered, short, strict=True)}
    others = {person: name for person, name in people.items() if person not in known}
    full = {each.id: ordinal(place) if hidden else each.name for place, each in enumerate(ordered, start=1)}
    return Names({**others, **full}, {**{person: name[:2] for person, name in others.items()}, **known})


def tag(scheme: Scheme, key: str) -> Tag:
    """Return a label by its key as lists show it."""
    label = scheme.by_key(key)
    return Tag(key, colour_of(label.colour) if label else 0)


def question(number: int, case: Case, scheme: Scheme, called: Names, *, changed: bool) -> Question:
    """Return what the list shows of a case."""
    sides = tuple(Side(_who(each, called), _tags(each.places, scheme)) for each in case.found.readings)
    kind = _tr("contested") if case.contested else kind_text(case.found.kind.value)
    return Question(number, case.found.words, kind, sides, not case.open, changed)


def _who(reading: Reading, called: Names) -> str:
    words = called.of(reading.layers)
    return words if len(words) <= _MOST_LETTERS else f"× {len(reading.layers)}"


def _tags(places: Sequence[Place], scheme: Scheme) -> tuple[Tag, ...]:
    return tuple(tag(scheme, label) for _, _, label in places)


def choices(case: Case, scheme: Scheme, called: Names, chosen: int | None) -> list[Choice]:
    """Return the rows of the card: readings by number, then "no entity" and who marked nothing."""
    rows: list[Choice] = []
    nothing: Reading | None = None
    for place, reading in enumerate(case.found.readings):
        if not reading.places:
            nothing = reading
            continue
        key = str(len(rows) + 1) if len(rows) < _MOST_KEYS else ""
        rows.append(Choice(key, _parts(reading.places, case, scheme), _holders(reading, called), "", chosen == place))
    empty = None if nothing is None else case.found.readings.index(nothing)
    note = _tr("marked nothing") if nothing else ""
    at_none = chosen == NO_ENTITY or (chosen is not None and chosen == empty)
    return [*rows, Choice("0", (), _holders(nothing, called) if nothing else (), note, at_none)]


def _parts(places: Sequence[Place], case: Case, scheme: Scheme) -> tuple[tuple[str, Tag], ...]:
    first = case.found.start
    return tuple((case.found.words[start - first : end - first], tag(scheme, label)) for start, end, label in places)


def _holders(reading: Reading, called: Names) -> tuple[str, ...]:
    held = sorted((called.short.get(each, "?") for each in reading.layers), key=lambda name: (len(name), name))
    return tuple(held) if len(held) <= MOST_LANES else (f"× {len(held)}",)


def lanes(entry: EntryToSettle, hand: Case | None, scheme: Scheme, called: Names) -> list[LaneShown]:
    """Return a lane for each layer; with more than six layers, one for each reading, numbered as the keys that take them."""
    agreed = frozenset(entry.agreed)
    if len(entry.lanes) > MOST_LANES:
        return _merged(entry, scheme)
    silent = {layer for reading in hand.found.readings if not reading.places for layer in reading.layers} if hand else set()
    ordered = sorted(entry.lanes, key=lambda lane: called.short.get(lane[0], lane[1]))
    full = {layer: called.full.get(layer, name) for layer, name, _ in ordered}
    firsts = Counter(name.split(" ", 1)[0] for name in full.values())
    return [
        LaneShown(
            full[layer], tuple(Bar(s, e, tag(scheme, label), (s, e, label) in agreed) for s, e, label in places), layer in silent,
            (*(first for first in full[layer].split(" ", 1)[:1] if firsts[first] == 1), *called.short.get(layer, "").split()),
        )
        for layer, _, places in ordered
    ]  # fmt: skip


def _merged(entry: EntryToSettle, scheme: Scheme) -> list[LaneShown]:
    most = min(max((len(case.found.readings) for case in entry.cases), default=1), MOST_LANES)
    bars: list[list[Bar]] = [[] for _ in range(most)]
    bars[0] = [Bar(s, e, tag(scheme, label), agreed=True) for s, e, label in entry.agreed]
    for case in entry.cases:
        for place, reading in enumerate(case.found.readings[:most]):
            bars[place] += [Bar(s, e, tag(scheme, label), note=f"× {len(reading.layers)}") for s, e, label in reading.places]
    return [LaneShown(_tr("reading {n}").format(n=place + 1), tuple(held)) for place, held in enumerate(bars)]


def site(number: int, case: Case) -> Site:
    """Return where a case stands."""
    return Site(number, case.found.start, case.found.end)


def lately(each: Settled, words: str, called: Names, mine: Id, now: datetime) -> Lately:
    """Return what the list of settled places shows."""
    outcome = " + ".join(label for _, _, label in each.places) or _tr("no entity")
    by = _tr("you") if each.adjudicator == mine else called.full.get(each.adjudicator, each.by)
    return Lately(words, outcome, f"{by}, {_ago(each.time, now)}")


def _ago(moment: str, now: datetime) -> str:
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return _tr("just now")
    if minutes < 60:
        return _tr("{n} min ago").format(n=numeral(minutes))
    return _tr("{n} h ago").format(n=numeral(minutes // 60)) if minutes < 24 * 60 else moment[:10]


def notes(case: Case, again: Revisit | None, called: Names, texts: Sequence[tuple[str, str]]) -> list[str]:
    """Return remarks on a case: why it is open again, what adjudicators wrote, what annotators wrote on their spans (name, text)."""
    found = []
    if again is not None:
        found.append(_tr("Settled, but since then: {now}.").format(now=_ground(again)))
    if case.contested:
        words = [f"{each.by}: {' + '.join(label for _, _, label in each.places) or _tr('no entity')}" for each in case.contested]
        found.append(_tr("Settled in two ways: {words}.").format(words="; ".join(words)))
    found += [f"{each.by}: “{each.comment}”" for each in (*case.settled, *case.contested) if each.comment]
    return found + [f"{name}: “{text}”" for name, text in texts]


def _ground(again: Revisit) -> str:
    before = dict(again.then)
    parts = []
    for name, places in again.now:
        if before.get(name) != places:
            parts.append(f"{name} {', '.join(label for _, _, label in places) or _tr('none')}")
    gone = [name for name in before if name not in dict(again.now)]
    return ", ".join([*parts, *(_tr("{name} no more").format(name=name) for name in gone)])
