"""The labels of the scheme with key cap, swatch, name and count; the focused span's label is lit."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.ui import tokens
from annotator.ui.inks import ink, pen
from annotator.ui.keycap import HEIGHT, paint_cap, sign
from annotator.ui.numerals import numeral
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

_MIDDLE, _ELIDE = Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
_HAS_FOCUS, _MOUSE_OVER = QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_MouseOver


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label as the list shows it. `id` comes back in signals; `count` is how many spans of the layer carry it."""

    id: Hashable
    key: str
    shortcut: str = ""
    colour: int = 0
    count: int = 0
    name: str = ""
    lit: bool = False


def paint_swatch(painter: QPainter, theme: Theme, at: QPoint, colour: int) -> None:
    """Draw 14 by 14 pixels of tint with the label's line under it: the span in small."""
    label, size = tokens.label_colour(colour), theme.px(14)
    painter.setPen(_NO_PEN)
    painter.setBrush(ink(label.tint(theme.colours)))
    painter.drawRect(QRect(at.x(), at.y(), size, size))
    painter.setBrush(ink(label.base))
    painter.drawRect(QRect(at.x(), at.y() + size + 1, size, theme.px(2)))


class _Delegate(RowDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, parent)
        self.height = tokens.LABEL_ROW

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row, theme, c, px, rect = index.data(VALUE), self._theme, self._theme.colours, self._theme.px, option.rect
        ground = QRectF(rect).adjusted(px(8), 1, -px(8), -1)
        painter.setPen(_NO_PEN)
        if row.lit:
            painter.setBrush(ink(c.accent_tint))
            painter.drawRoundedRect(ground, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        if option.state & _HAS_FOCUS:
            painter.setBrush(_NO_BRUSH)
            painter.setPen(pen(c.ring, 2.0))
            painter.drawRoundedRect(ground, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        elif not row.lit and option.state & _MOUSE_OVER:
            painter.setBrush(ink(tokens.mixed(c.text, c.window, 0.04)))
            painter.drawRoundedRect(ground, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        middle = rect.center().y() + 1
        if row.shortcut:
            paint_cap(painter, theme, QPoint(rect.left() + px(16), middle - px(HEIGHT) // 2), row.shortcut)
        paint_swatch(painter, theme, QPoint(rect.left() + px(46), middle - px(8)), row.colour)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(ink(c.muted))
        count = numeral(row.count)
        width = painter.fontMetrics().horizontalAdvance(count)
        painter.drawText(QRect(rect.right() - px(16) - width, rect.top(), width + 1, rect.height()), _MIDDLE, count)
        painter.setFont(theme.font(tokens.BODY, 600))
        painter.setPen(ink(c.text))
        left = rect.left() + px(70)
        room = rect.right() - px(24) - width - left
        name = painter.fontMetrics().elidedText(row.key, _ELIDE, room)
        painter.drawText(QRect(left, rect.top(), room, rect.height()), _MIDDLE, name)


class LabelList(ValueView):
    """Shows labels; a click on one gives it to what is in hand, as its key does."""

    given = Signal(object)
    """The id of the label that was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model: ValueModel[LabelRow] = ValueModel(self._words, self)
        self._delegate = _Delegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Labels"))
        self.clicked.connect(self._given)
        theme.changed.connect(self.doItemsLayout)

    def show_labels(self, labels: Sequence[LabelRow]) -> None:
        """Show these labels in their order."""
        self._model.show_values(labels)

    def set_low(self, low: bool) -> None:
        """Use the lower rows of a small window."""
        self._delegate.height = tokens.LABEL_ROW_LOW if low else tokens.LABEL_ROW
        self.doItemsLayout()

    def _words(self, row: LabelRow) -> str:
        key = self.tr("key {key}").format(key=sign(row.shortcut)) if row.shortcut else ""
        name = f"{row.key} ({row.name})" if row.name and row.name != row.key else row.key
        return ", ".join(part for part in (name, key, self.tr("{n} {n:span|spans}").format(n=numeral(row.count))) if part)

    @Slot(QModelIndex)
    def _given(self, index: QModelIndex) -> None:
        self.given.emit(self._model.values[index.row()].id)
