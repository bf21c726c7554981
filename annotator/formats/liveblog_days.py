"""On which day an entry stands that has only a time: by the direction of the file and the entries that have a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_DAY = 24 * 60
_LEAP = 18 * 60
"""Minutes between two entries beyond which a new day is a rule's doing rather than likely."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When an entry stands, as far as its line says: `minutes` from midnight; `section` is the day of a date line right above."""

    minutes: int
    day: date | None = None
    section: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The day of an entry (None: unknown) and how it was found; `how` is "" where the entry's own line has it."""

    day: date | None
    how: str = ""


def newest_first(moments: Sequence[Moment]) -> bool:
    """Return whether the newest entry stands first.

    Dates decide; without them, the direction in which less time passes in all (each step modulo a day); a tie is newest first.
    """
    down = up = 0
    for above, below in pairwise([moment for moment in moments if moment.day or moment.section]):
        first, second = above.day or above.section, below.day or below.section
        if first is not None and second is not None and first != second:
            down, up = down + (first > second), up + (first < second)
    if down != up:
        return down > up
    pairs = [(above.minutes, below.minutes) for above, below in pairwise(moments)]
    return sum((above - below) % _DAY for above, below in pairs) <= sum((below - above) % _DAY for above, below in pairs)


def days(moments: Sequence[Moment], *, newest_is_first: bool, newest: date | None = None) -> list[Found]:
    """Return the day of each moment, in the order given.

    From an entry with a date, towards the newer ones: a time smaller than the one before means the next day; towards the older ones
    the reverse. Between two dated entries the older one leads, and a newer one that does not fit is said. A date line leads the
    entries below it up to the next date. `newest` is the day of the newest entry, for files in which nothing is dated.
    """
    found = _led_by_date_lines(moments, newest_is_first=newest_is_first)
    order = list(range(len(moments)))
    if newest_is_first:
        order.reverse()
    if newest is not None and not any(each.day for each in found):
        found[order[-1]] = Found(newest, "day given for the newest entry")
    _towards_newer(moments, found, order)
    _towards_older(moments, found, order)
    return found


def _led_by_date_lines(moments: Sequence[Moment], *, newest_is_first: bool) -> list[Found]:
    found: list[Found] = []
    led = False
    for at, moment in enumerate(moments):
        if moment.day is not None:
            led = False
            found.append(Found(moment.day))
        elif moment.section is not None:
            led = True
            found.append(Found(moment.section, "day from the date line above"))
        elif led and (day := found[-1].day) is not None:
            before = moments[at - 1].minutes
            if newest_is_first:
                day -= timedelta(days=int(moment.minutes > before))
            else:
                day += timedelta(days=int(moment.minutes < before))
            found.append(Found(day, "day from the date line above"))
        else:
            found.append(Found(None))
    return found


def _towards_newer(moments: Sequence[Moment], found: list[Found], order: Sequence[int]) -> None:
    """Walk from each dated entry to the newer ones; `order` is oldest first."""
    inferred: list[int] = []
    for before, at in pairwise(order):
        last = found[before].day
        if last is None:
            continue
        step = moments[at].minutes - moments[before].minutes
        day = last + timedelta(days=int(step < 0))
        if found[at].day is None:
            how = "day inferred from the next older entry"
            if step % _DAY > _LEAP and step < 0:
                how += f", {step % _DAY // 60} hours before; if the order of the two is wrong, so is the day"
            found[at] = Found(day, how)
            inferred.append(at)
            continue
        if inferred and found[at].day != day:
            for each in inferred:
                found[each] = Found(
                    found[each].day, f"{found[each].how}; uncertain, the next dated entry ({found[at].day}) would give another"
                )
        inferred = []


def _towards_older(moments: Sequence[Moment], found: list[Found], order: Sequence[int]) -> None:
    for after, at in pairwise(reversed(order)):
        next_day = found[after].day
        if found[at].day is None and next_day is not None:
            found[at] = Found(
                next_day - timedelta(days=int(moments[at].minutes > moments[after].minutes)), "day inferred from the next newer entry"
            )
