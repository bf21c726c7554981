"""The rows of the entry list: numbers only; what is seen of them is fetched when it is seen and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.model import State
from annotator.core.text import shown
from annotator.ui.numerals import numeral

_PAGE = 32
_KEPT = 2_048
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """What the list shows of an entry. `row` is the entry's row in the project, `time` and `author` are shown as they are."""

    row: int
    title: str
    time: str = ""
    author: str = ""
    state: State = State.FRESH
    flagged: bool = False
    pending: int = 0
    comments: int = 0


Fetch = Callable[[Sequence[int]], Sequence[Heading]]
"""From rows to their headings, in the same order and number."""


class EntryModel(QAbstractListModel):
    """Rows of entries in list order. `VALUE` is the role of a `Heading`."""

    VALUE = int(Qt.ItemDataRole.UserRole)

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._rows: Sequence[int] = ()
        self._places: dict[int, int] | None = None
        self._find: Callable[[int], int | None] | None = None
        self._kept: OrderedDict[int, Heading] = OrderedDict()

    def show_rows(self, rows: Sequence[int], find: Callable[[int], int | None] | None = None) -> None:
        """Show these rows in this order; nothing is fetched yet. `find` tells the place of a row, where the caller knows it."""
        self.beginResetModel()
        self._rows = rows
        self._places = None
        self._find = find
        self._kept.clear()
        self.endResetModel()

    def changed(self, rows: Iterable[int] | None) -> None:
        """Fetch these rows anew (None: all) when they are next seen."""
        if rows is None:
            self._kept.clear()
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            return
        for row in rows:
            place = self.place_of(row)
            if place is not None:
                self._kept.pop(place, None)
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def row_at(self, place: int) -> int:
        """Return the entry's row at a place of the list."""
        return self._rows[place]

    def place_of(self, row: int) -> int | None:
        """Return the place of an entry's row in the list; None when the list leaves it out."""
        if self._find is not None:
            return self._find(row)
        if isinstance(self._rows, range):
            return self._rows.index(row) if row in self._rows else None
        if self._places is None:
            self._places = {each: place for place, each in enumerate(self._rows)}
        return self._places.get(row)

    def heading(self, place: int) -> Heading:
        """Return what is shown at a place; where it was not fetched, it is with those around it."""
        if place not in self._kept:
            first = place - place % _PAGE
            self.prepare(first, first + _PAGE)
        return self._kept[place]

    def prepare(self, first: int, end: int) -> None:
        """Fetch at once what is missing from one place up to another that is left out."""
        places = range(max(first, 0), min(end, len(self._rows)))
        missing = [place for place in places if place not in self._kept]
        for place in places:
            if place in self._kept:
                self._kept.move_to_end(place)
        if missing:
            self._kept.update(zip(missing, self._fetch([self._rows[place] for place in missing]), strict=True))
        while len(self._kept) > max(_KEPT, len(places)):
            self._kept.popitem(last=False)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many entries the list has."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading, its title, or all of it in words."""
        if not index.isValid():
            return None
        if role == self.VALUE:
            return self.heading(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return shown(self.heading(index.row()).title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._in_words(self.heading(index.row()))
        return None

    def _in_words(self, heading: Heading) -> str:
        states = {
            State.FRESH: self.tr("not begun"),
            State.BEGUN: self.tr("begun"),
            State.DONE: self.tr("done"),
            State.SKIPPED: self.tr("skipped"),
        }
        parts = [heading.title, heading.time, heading.author, states[heading.state]]
        parts += [self.tr("flagged")] if heading.flagged else []
        parts += [self.tr("{n} {n:suggestion|suggestions} pending").format(n=numeral(heading.pending))] if heading.pending else []
        parts += [self.tr("{n} {n:comment|comments}").format(n=numeral(heading.comments))] if heading.comments else []
        return ", ".join(part for part in parts if part)
