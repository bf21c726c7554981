"""A short list of values that a delegate paints: labels, spans. Up to some thousand rows, all held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

Value = TypeVar("Value")
VALUE = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()
_FEW = 32
_Index = QModelIndex | QPersistentModelIndex


class ValueModel(QAbstractListModel, Generic[Value]):
    """Rows of values. `VALUE` is the role of a row's value; `words` says a value in full for a screen reader."""

    def __init__(self, words: Callable[[Value], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._values: tuple[Value, ...] = ()

    @property
    def values(self) -> tuple[Value, ...]:
        """The values in order."""
        return self._values

    def show_values(self, values: Sequence[Value]) -> None:
        """Show these values; where their number stays, the view keeps its place."""
        values = tuple(values)
        if len(values) != len(self._values):
            self.beginResetModel()
            self._values = values
            self.endResetModel()
            return
        before, self._values = self._values, values
        differ = [place for place, (old, new) in enumerate(zip(before, values, strict=True)) if old is not new and old != new]
        if len(differ) > _FEW:  # telling one by one that hundreds moved takes longer than to paint those that are seen
            self.dataChanged.emit(self.index(differ[0]), self.index(differ[-1]))
            return
        for place in differ:
            self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the number of values."""
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the value, or its words."""
        if not index.isValid():
            return None
        if role == VALUE:
            return self._values[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(self._values[index.row()])
        return None


class ValueView(QListView):
    """A list whose keys are the arrows only; all other keys are the window's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def dataChanged(self, top: _Index, bottom: _Index, roles: Sequence[int] = ()) -> None:
        """Paint these rows anew, and no other: QListView itself would lay out and paint the whole list at each change of one."""
        QAbstractItemView.dataChanged(self, top, bottom, list(roles))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows; where no row can show that the keyboard is here, a ring around the list does."""
        super().paintEvent(event)
        paint_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, Home and End; leave the rest."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()


def paint_ring(view: QAbstractItemView) -> None:
    """Draw a ring around a list or table that has the keyboard and no selected row or cell to show it; at the end of its `paintEvent`."""
    if not view.hasFocus() or view.selectionModel().isSelected(view.currentIndex()):
        return
    painter = QPainter(view.viewport())
    painter.setPen(QPen(view.palette().color(QPalette.ColorRole.Accent), 2))
    painter.drawRect(view.viewport().rect().adjusted(1, 1, -1, -1))
    painter.end()
