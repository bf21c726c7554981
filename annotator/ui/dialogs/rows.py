"""A list of rows with two lines each and a word at the right: backups, losses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.dialogs.base import plain_tip
from annotator.ui.dialogs.parts import paint_row_ground, role_colour
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, Value, ValueModel, ValueView

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_HEIGHT = 48


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is, what there is to say of it, a word at the right, and the role of that word's colour."""

    title: str
    second: str = ""
    right: str = ""
    role: str = "muted"


class _Delegate(RowDelegate):
    height = _HEIGHT

    def __init__(self, theme: Theme, parent: QObject, inset: int) -> None:
        super().__init__(theme, parent)
        self._inset = theme.px(inset)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: Row = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        paint_row_ground(painter, theme, rect, option.state)
        left, end = rect.left() + self._inset, rect.right() - self._inset
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(role_colour(c, row.role)))
        width = painter.fontMetrics().horizontalAdvance(row.right)
        painter.drawText(QRect(end - width, rect.top() + px(5), width + 1, px(20)), _MIDDLE, row.right)
        painter.setPen(QColor(c.muted))
        second = painter.fontMetrics().elidedText(shown(row.second), Qt.TextElideMode.ElideRight, end - left)
        painter.drawText(QRect(left, rect.top() + px(24), end - left, px(18)), _MIDDLE, second)
        painter.setFont(theme.font(tokens.BODY, 500))
        painter.setPen(QColor(c.text))
        room = end - left - width - px(12)
        title = painter.fontMetrics().elidedText(shown(row.title), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.top() + px(5), room, px(20)), _MIDDLE, title)


class PlainModel(ValueModel[Value]):
    """Rows of values whose tooltips show the words as they are, never as HTML."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the value, or its words."""
        found = super().data(index, role)
        return plain_tip(str(found)) if role == Qt.ItemDataRole.ToolTipRole and found is not None else found


class RowList(ValueView):
    """Shows rows; where they can be chosen, tells which one was gone to."""

    chosen = Signal(int)
    """The number of the row that was gone to."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, choosing: bool = True) -> None:
        super().__init__(parent)
        self._model: PlainModel[Row] = PlainModel(self._words, self)
        if not choosing:
            self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self, 18 if choosing else 0))
        self.setAccessibleName(name)
        theme.changed.connect(self.doItemsLayout)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._model.values

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self._model.show_values(rows)

    def go_to(self, number: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._model.index(number))

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex) -> None:
        """Tell of the row that was gone to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    def _words(self, row: Row) -> str:
        return ", ".join(part for part in (row.title, row.second, row.right) if part)
