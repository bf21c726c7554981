"""What the widgets of the adjudicate screen show: plain values, no project behind them. Offsets are code points, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

MOST_LANES = 6
"""With more layers than this, lanes merge by reading."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A label as it is written in lists: its key in capitals and the number of its colour, counted from 0."""

    key: str
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A span in a lane. `agreed`: all have it, so nothing is asked; `note` follows the label, such as by how many it is read."""

    start: int
    end: int
    tag: Tag
    agreed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class LaneShown:
    """One lane under the text: whose it is, and its spans. `silent`: nothing is marked by whom it is, where the question in hand is.

    `shorter` are names to take, the first that fits, where there is no room for the whole one.
    """

    name: str
    bars: tuple[Bar, ...] = ()
    silent: bool = False
    shorter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Where a question stands: its number, and the stretch that encloses every reading."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Side:
    """Who reads it how: initials, or places in the order of names where names are hidden, and labels; none is "no entity"."""

    who: str
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A disagreement as the list shows it. `number` comes back in signals. `changed`: it was settled, and its ground is another since."""

    number: int
    words: str
    kind: str
    sides: tuple[Side, ...]
    settled: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the card: the key that takes it, its spans as (words, label), who reads it so; no spans: no entity."""

    key: str
    parts: tuple[tuple[str, Tag], ...] = ()
    who: tuple[str, ...] = ()
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A kind of disagreement, and how many there are."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Lately:
    """What was just settled: the words, what came of it, and when in words."""

    words: str
    outcome: str
    when: str


def ordinal(number: int) -> str:
    """Return "1st", "2nd", "3rd" … for a number counted from 1: what a person is called whose name is hidden."""
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    forms = {
        1: QCoreApplication.translate("ordinals", "{n}st"),
        2: QCoreApplication.translate("ordinals", "{n}nd"),
        3: QCoreApplication.translate("ordinals", "{n}rd"),
    }
    return forms.get(last, QCoreApplication.translate("ordinals", "{n}th")).format(n=number)


def short_names(names: list[str], *, hidden: bool = False) -> list[str]:
    """Return initials that tell these people apart: one letter where that does, else two, else a number after them."""
    if hidden:
        return [ordinal(place) for place in range(1, len(names) + 1)]
    words = [name.split() or ["?"] for name in names]
    one = [each[0][:1].upper() for each in words]
    two = [(each[0][:1] + (each[-1][:1] if len(each) > 1 else each[0][1:2])).upper() for each in words]
    for found in (one, two):
        if len(set(found)) == len(found):
            return found
    return [short if two.count(short) == 1 else f"{short}{two[:place].count(short) + 1}" for place, short in enumerate(two)]
