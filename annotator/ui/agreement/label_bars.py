"""A bar for each label from 0 to 1, its end in the label's colour, the interval over it; the longest first, undefined ones last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.ui import tokens
from annotator.ui.agreement.values import BarShown
from annotator.ui.numerals import decimal
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

_ROW, _NAME, _VALUE, _AXIS = 23, 88, 58, 20
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _scale(theme: Theme, left: int, right: int) -> tuple[float, float]:
    """Return where 0 is and how long 1 is, in pixels."""
    start = left + theme.px(_NAME)
    return start, max(right - theme.px(_VALUE) - start, 1)


class _Axis(QWidget):
    def __init__(self, theme: Theme, bars: ValueView, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._bars = theme, bars
        self.setFixedHeight(theme.px(_AXIS))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(tokens.SMALL))
        painter.setPen(QColor(self._theme.colours.muted))
        start, length = _scale(self._theme, 0, self._bars.viewport().width() - 1)
        for tick in _TICKS:
            painter.drawText(QRectF(start + tick * length - 20, 0, 40, self.height()), Qt.AlignmentFlag.AlignCenter, decimal(tick, 2))
        painter.end()


class _Delegate(RowDelegate):
    height = _ROW

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        bar: BarShown = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        label = tokens.label_colour(bar.tag.colour)
        start, length = _scale(theme, rect.left(), rect.right())
        painter.setPen(QPen(QColor(c.border), 1))
        for tick in _TICKS:
            x = round(start + tick * length) + 0.5
            painter.drawLine(QLineF(x, rect.top(), x, rect.bottom() + 1))
        painter.setFont(theme.capitals())
        painter.setPen(QColor(label.text(c)))
        name = QRect(rect.left(), rect.top(), px(_NAME) - px(10), rect.height())
        text = painter.fontMetrics().elidedText(bar.tag.key, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), text)
        middle = rect.center().y() + 1
        if bar.value is None:
            painter.setFont(theme.font(tokens.SMALL))
            painter.setPen(QColor(c.muted))
            room = QRect(round(start) + px(6), rect.top(), round(length) + px(_VALUE) - px(6), rect.height())
            said = painter.fontMetrics().elidedText(f"{self.tr('undefined')}: {bar.why}", Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(_MIDDLE | Qt.AlignmentFlag.AlignLeft), said)
        else:
            end = start + bar.value * length
            painter.fillRect(QRectF(start, middle - px(6), end - start, px(13)), QColor(label.tint(c)))
            painter.fillRect(QRectF(end - 2.5, middle - px(6), 2.5, px(13)), QColor(label.line(c)))
            self._paint_interval(painter, bar, start, length, middle)
            painter.setFont(theme.font(tokens.SECOND, 600))
            painter.setPen(QColor(c.text))
            painter.drawText(rect.adjusted(0, 0, -px(6), 0), int(_MIDDLE | Qt.AlignmentFlag.AlignRight), decimal(bar.value, 2))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.ring), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), tokens.CAP_RADIUS, tokens.CAP_RADIUS)

    def _paint_interval(self, painter: QPainter, bar: BarShown, start: float, length: float, middle: int) -> None:
        if bar.low is None or bar.high is None:
            return
        painter.setPen(QPen(QColor(self._theme.colours.text), 1.5))
        low, high, cap = start + bar.low * length, start + bar.high * length, self._theme.px(4)
        painter.drawLine(QLineF(low, middle + 0.5, high, middle + 0.5))
        for x in (low, high):
            painter.drawLine(QLineF(x, middle - cap + 0.5, x, middle + cap + 0.5))


class LabelBars(QWidget):
    """An axis over the bars. `chosen` tells the label's key of the bar that a person went to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._quiet = theme, False
        self._model: ValueModel[BarShown] = ValueModel(self._words, self)
        self.list = ValueView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(theme, self))
        self.list.setAccessibleName(self.tr("Agreement by label"))
        self.list.selectionModel().currentChanged.connect(self._gone_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_Axis(theme, self.list, self))
        column.addWidget(self.list, 1)

    def show_bars(self, bars: Sequence[BarShown], current: str = "") -> None:
        """Show these, sorted by value, with the ring on one label or on none."""
        self._quiet = True
        ordered = sorted(bars, key=lambda bar: (bar.value is None, -(bar.value or 0.0), bar.tag.key))
        self._model.show_values(ordered)
        at = next((place for place, bar in enumerate(ordered) if bar.tag.key == current), None)
        self.list.setCurrentIndex(self._model.index(at) if at is not None else QModelIndex())
        self._quiet = False

    def whole_height(self) -> int:
        """Return the pixels that all bars take under their axis."""
        return self._theme.px(_AXIS + _ROW * max(self._model.rowCount(), 1)) + 2

    @property
    def bars(self) -> tuple[BarShown, ...]:
        """What is shown, in its order."""
        return self._model.values

    def _words(self, bar: BarShown) -> str:
        if bar.value is None:
            return f"{bar.tag.key}: {self.tr('undefined')}, {bar.why}"
        bounds = f", {decimal(bar.low, 2)} – {decimal(bar.high, 2)}" if bar.low is not None and bar.high is not None else ""
        return f"{bar.tag.key}: {decimal(bar.value, 2)}{bounds}"

    @Slot(QModelIndex, QModelIndex)
    def _gone_to(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self._model.values[current.row()].tag.key)
