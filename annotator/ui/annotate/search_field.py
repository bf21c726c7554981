"""The field above the entry list: words and filters are typed into it; names of filters and their values are completed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from annotator.core.query import NAMES, STATES, THINGS, UNDATED, Name, Part, part_at, quoted
from annotator.project.listing import Offered

_MOST = 12
_LETTERS = 3
"""From so many letters on the name of a filter is offered: sooner it would be in the way of words."""
_FIXED = {Name.STATE: STATES, Name.HAS: THINGS, Name.NO: THINGS}
NOTHING = Offered((), (), (), ())


def offers(part: Part, offered: Offered) -> list[str]:
    """Return what the part of a line that is being typed can become: names with their colon, or values in quotes where they need them."""
    begun = part.begun.casefold()
    if part.name is None:
        return [f"{name}:" for name in NAMES if len(begun) >= _LETTERS and name.startswith(begun)]
    labels = tuple(key for key, _ in offered.labels)
    known: Sequence[str] = {
        Name.LABEL: labels, Name.LACKS: labels, Name.SUGGESTED: labels, Name.SOURCE: offered.sources,
        Name.SUGGESTER: offered.suggesters, Name.LAYER: offered.layers, Name.DATE: _days(offered), **_FIXED,
    }.get(part.name, ())  # fmt: skip
    first = [each for each in known if each.casefold().startswith(begun)]
    within = [each for each in known if begun in each.casefold() and each not in first]
    return [quoted(each) for each in (*first, *within) if each.casefold() != begun][:_MOST]


def _days(offered: Offered) -> tuple[str, ...]:
    if not offered.first:
        return (UNDATED,)
    return f"{offered.first}..{offered.last}", offered.first, offered.last, UNDATED


class _OfferList(QListView):
    """What can be chosen, over what stands under the field. It never takes the keyboard: the field's keys move in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.rows = QStringListModel(self)
        self.setModel(self.rows)
        self.setProperty("kind", "offers")
        self.setAccessibleName(self.tr("Filters to choose from"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()

    def show_offers(self, found: Sequence[str], where: QRect) -> None:
        """Show these under a stretch of the window."""
        self.rows.setStringList(list(found))
        edges = 2 * self.frameWidth() + self.contentsMargins().top() + self.contentsMargins().bottom() + 8
        height = max(self.sizeHintForRow(0), 1) * len(found) + edges
        self.setGeometry(where.left(), where.bottom() + 3, where.width(), min(height, self._ground.height() - where.bottom()))
        self.raise_()
        self.show()

    def move_by(self, by: int) -> None:
        """Go up or down, round at the ends."""
        count = self.rows.rowCount()
        at = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else 0)
        self.setCurrentIndex(self.rows.index((at + by) % count))

    @property
    def chosen(self) -> str:
        """What is gone to; "" before anything is."""
        index = self.currentIndex()
        return str(index.data()) if index.isValid() else ""


class SearchField(QLineEdit):
    """A field whose Escape empties it and leaves, and whose Down and Enter go to the list. `offered` tells what filters can be given.

    While completions are offered Down and Up move in them, Enter takes the one that is gone to, Tab that one or the first, Escape none.
    """

    left = Signal()
    """The person is done with the field."""
    given_up = Signal()
    """Escape: show everything again."""
    taken_back = Signal()
    """Backspace at the head of the field: the last filter is to be typed on."""

    def __init__(self, offered: Callable[[], Offered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self._list: _OfferList | None = None
        self.textEdited.connect(self._offer)

    @property
    def offers_shown(self) -> bool:
        """Whether completions are offered now."""
        return self._list is not None and self._list.isVisible()

    @property
    def within_value(self) -> bool:
        """Whether the value of a filter is being typed at the end of the line: what cannot be asked now may be asked in a moment."""
        caret = self.cursorPosition()
        return self.hasFocus() and caret == len(self.text()) and part_at(self.text(), caret).name is not None

    def offer_again(self) -> None:
        """Offer what can be chosen now, where a value is being typed."""
        if self.within_value:
            self._offer()

    @Slot()
    def _offer(self) -> None:
        found = offers(part_at(self.text(), self.cursorPosition()), self._offered())
        if not found or not self.hasFocus():
            self._withdraw()
            return
        if self._list is None:
            self._list = _OfferList(self.window())
            self._list.clicked.connect(self._clicked)
        self._list.show_offers(found, QRect(self.mapTo(self.window(), QPoint(0, 0)), self.size()))

    def _withdraw(self) -> None:
        if self._list is not None:
            self._list.hide()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._complete(str(index.data()))

    def _complete(self, chosen: str) -> None:
        self._withdraw()
        part = part_at(self.text(), self.cursorPosition())
        self.setSelection(part.start, part.end - part.start)
        self.insert(chosen if chosen.endswith(":") else f"{chosen} ")
        if chosen.endswith(":"):
            self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that leave the field; while completions are offered, those are theirs."""
        key = event.key()
        if self._list is not None and self.offers_shown and self._moved(self._list, key):
            return
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and self.cursorPosition() == 0 and not self.hasSelectedText():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def _moved(self, shown: _OfferList, key: int) -> bool:
        """Do what a key means while completions are offered; tell whether it means anything there."""
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            shown.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self._withdraw()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shown.chosen:
            self._complete(shown.chosen)
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Complete by Tab, where something is offered, instead of leaving."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        if pressed and self._list is not None and self.offers_shown:
            self._complete(self._list.chosen or self._list.rows.stringList()[0])
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing to a field that is left."""
        self._withdraw()
        super().focusOutEvent(event)
