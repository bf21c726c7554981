"""What every list has in common that paints its rows itself: one height, and a painter given back as it came."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.theme import Theme

_LEAST = 120
"""How wide a row asks to be; the lists elide, and make rows as wide as they are."""


class RowDelegate(QStyledItemDelegate):
    """Draws rows with the colours and fonts of a theme. A list's own one says its `height` and how to `draw`."""

    height = 0
    """Of every row, in pixels before the size of the text is taken into account."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row."""
        return QSize(self._theme.px(_LEAST), self._theme.px(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a row, its edges smooth."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, option, index)
        painter.restore()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a row; here, nothing."""
