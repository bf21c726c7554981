"""A list of entries as the window shows it: rows in an order, where each stands, and where days begin."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter, lt

from annotator.core.ids import Id

# Over 100,000 entries, on the window's thread: in the interpreter's own loops, which take a fifth of the time.
_ROW, _MOMENT, _DAY = itemgetter(0), itemgetter(1), itemgetter(slice(0, 10))
PRACTICE, OTHERS = "practice", "others"
"""What stands in place of a day over the entries to practise on, which come first, and over undated ones after them."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All visible entries in corpus order: their rows and their moments (ISO 8601, "" without one).

    `rising` says that the rows are in rising order, so that a place is found by halving.
    """

    rows: array[int]
    moments: tuple[str, ...]
    rising: bool
    all: frozenset[int]
    """The rows once more, to be held against others."""
    practice: frozenset[int] = frozenset()
    """The rows to practise on; they come first."""

    @classmethod
    def of(cls, found: Iterable[tuple[int, str]], practice: Collection[int] = ()) -> Corpus:
        """Return the corpus of some (row, moment) in their order, but those to practise on before the others."""
        if practice:
            found = sorted(found, key=lambda each: each[0] not in practice)
        listed = list(found)
        rows = array("q", map(_ROW, listed))
        return cls(rows, tuple(map(_MOMENT, listed)), _rising(rows), frozenset(rows), frozenset(practice))

    def place_of(self, row: int) -> int | None:
        """Return where an entry stands in the corpus; None where it is not visible."""
        if not self.rising:
            return self.rows.index(row) if row in self.rows else None
        return _halved(self.rows, row)

    def moments_of(self, rows: Iterable[int]) -> dict[int, str]:
        """Return the moments of some entries, by row; those that are not visible are left out."""
        places = ((row, self.place_of(row)) for row in rows)
        return {row: self.moments[place] for row, place in places if place is not None}


@dataclass(frozen=True, slots=True)
class Order:
    """All entries in the order in which they are to be worked on; `name` says which order it is."""

    name: str
    rows: array[int]


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows in list order. `whole` is False for a first part, which the whole one follows.

    `days` are the headings: (place, ISO date, or PRACTICE or OTHERS).
    """

    rows: array[int]
    days: tuple[tuple[int, str], ...] = ()
    whole: bool = True
    places: Mapping[int, int] | None = None
    """Where each row stands; None where the rows are in rising order."""

    def place_of(self, row: int | None) -> int | None:
        """Return where an entry stands in the list; None where it is left out."""
        if row is None:
            return None
        if self.places is not None:
            return self.places.get(row)
        return _halved(self.rows, row)


def listed(corpus: Corpus, found: set[int] | None, order: Order | None = None, *, whole: bool = True) -> Listing:
    """Return the entries of a corpus that were found (None: all), in corpus order with headings of days, or in another order without."""
    if order is not None:
        rows = array("q", (row for row in order.rows if row in corpus.all and (found is None or row in found)))
        return Listing(rows, (), whole, _places(rows))
    if found is None:
        rows, moments = corpus.rows, corpus.moments
    elif corpus.rising and len(found) * 20 < len(corpus.rows):
        rows = array("q", sorted(found & corpus.all))
        moments = tuple(corpus.moments_of(rows).values())
    else:
        both = [(row, moment) for row, moment in zip(corpus.rows, corpus.moments, strict=True) if row in found]
        rows, moments = array("q", (row for row, _ in both)), tuple(moment for _, moment in both)
    first = sum(row in corpus.practice for row in rows[: len(corpus.practice)])
    return Listing(rows, _headed(moments, first), whole, None if corpus.rising else _places(rows))


def _headed(moments: Sequence[str], first: int) -> tuple[tuple[int, str], ...]:
    """Return the headings of a list whose first entries, so many, are to practise on: they come under one heading of their own."""
    if not first:
        return days(moments)
    later = [(first + place, day) for place, day in days(moments[first:])]
    dated = bool(later) and later[0][0] == first
    undated = [] if dated or first == len(moments) else [(first, OTHERS)]
    return ((0, PRACTICE), *undated, *later)


def days(moments: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Return where a new day begins among some moments in list order: (place, ISO date). Undated ones belong to the day above."""
    found: list[tuple[int, str]] = []
    last = ""
    for place, day in enumerate(map(_DAY, moments)):
        if day != last and len(day) == 10:
            found.append((place, day))
            last = day
    return tuple(found)


def _halved(rows: array[int], row: int) -> int | None:
    place = bisect_left(rows, row)
    return place if place < len(rows) and rows[place] == row else None


def _rising(rows: array[int]) -> bool:
    return all(map(lt, rows, islice(rows, 1, None)))


def _places(rows: array[int]) -> dict[int, int]:
    return {row: place for place, row in enumerate(rows)}


@dataclass(frozen=True, slots=True)
class Offered:
    """What the filters can be given in this project, for lists to choose from: names as they are typed."""

    labels: tuple[tuple[str, Id], ...]
    sources: tuple[str, ...]
    suggesters: tuple[str, ...]
    layers: tuple[str, ...]
    first: str = ""
    """The earliest and the latest day of the corpus, "" where nothing is dated."""
    last: str = ""
