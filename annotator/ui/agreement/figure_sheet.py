"""The sheet of figures: name, number with its interval beside, and below what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.ui import tokens
from annotator.ui.agreement.values import FigureShown
from annotator.ui.dialogs.base import plain_tip
from annotator.ui.theme import Theme

_HEIGHT, _LINE = 90, 86
"""Of the sheet with one line of figures, and of each line where there are two."""
_FIVE, _NARROW = 5, 3
"""Figures that there are at least, and in each of two lines."""
_LEAST = 190
"""Width of a figure, below which they stand in two lines."""
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FigureSheet(QWidget):
    """Draws figures side by side; what has no room is in the tooltip and for the screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures: tuple[FigureShown, ...] = ()
        self._across, self._narrow = _FIVE, False
        self._arrange()
        theme.changed.connect(self.update)

    @property
    def figures(self) -> tuple[FigureShown, ...]:
        """What is shown."""
        return self._figures

    def show_figures(self, figures: Sequence[FigureShown]) -> None:
        """Show these from the left."""
        self._figures = tuple(figures)
        self.setAccessibleName(". ".join(f"{each.name}: {each.value} {each.beside}, {_whole(each, '; ')}" for each in figures))
        self._arrange()

    def place(self, *, narrow: bool) -> None:
        """Put the figures in one line, or in two where that is narrow."""
        self._narrow = narrow
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines where one has no room."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def _count(self) -> int:
        return max(len(self._figures), _FIVE)

    def _arrange(self) -> None:
        tight = self._count > _FIVE and self.width() < self._count * self._theme.px(_LEAST)
        self._across = _NARROW if self._narrow or tight else self._count
        self.setFixedHeight(self._theme.px(2 * _LINE if self._across == _NARROW else _HEIGHT))
        self.update()

    def _box(self, number: int) -> QRect:
        """Return where a figure stands."""
        across, lines = self._across, -(-self._count // self._across)
        row, column = divmod(number, across)
        left, top = self.width() * column // across, self.height() * row // lines
        return QRect(left, top, self.width() * (column + 1) // across - left, self.height() * (row + 1) // lines - top)

    def event(self, event: QEvent) -> bool:
        """Show all of a figure as a tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._figures:
            each = next((each for at, each in enumerate(self._figures) if self._box(at).contains(event.pos())), None)
            words = f"{each.name}: {each.value} {each.beside}\n" + _whole(each, "\n") if each else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and its columns."""
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(c.base))
        painter.setPen(QPen(QColor(c.border), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.SHEET_RADIUS, tokens.SHEET_RADIUS)
        for number, each in enumerate(self._figures):
            box = self._box(number)
            if number % self._across:
                painter.fillRect(QRect(box.left(), box.top() + px(10), 1, box.height() - px(20)), QColor(c.border))
            room = QRect(box.left() + px(20), box.top() + (box.height() - px(_HEIGHT)) // 2, box.width() - px(30), px(_HEIGHT))
            self._line(painter, QRect(room.left(), room.top() + px(8), room.width(), px(20)), each.name, tokens.SECOND, 600, c.muted)
            figure = theme.font(tokens.FIGURE, 600) if len(each.value) < 10 else theme.font(tokens.DIALOG, 600)
            width = QFontMetrics(figure).horizontalAdvance(each.value)
            painter.setFont(figure)
            painter.setPen(QColor(c.text))
            painter.drawText(QRect(room.left(), room.top() + px(26), room.width(), px(36)), int(_MIDDLE), each.value)
            beside = QRect(room.left() + width + px(9), room.top() + px(30), max(room.width() - width - px(9), 0), px(30))
            self._line(painter, beside, each.beside, tokens.BODY, 400, c.muted)
            self._line(painter, QRect(room.left(), room.top() + px(61), room.width(), px(20)), each.below, tokens.SECOND, 400, c.muted)
        painter.end()

    def _line(self, painter: QPainter, room: QRect, text: str, size: int, weight: int, colour: str) -> None:
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(QColor(colour))
        painter.drawText(room, int(_MIDDLE), painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


def _whole(figure: FigureShown, between: str) -> str:
    """Return what a figure rests on, with what has no room on the sheet."""
    return between.join(part for part in (figure.below, figure.more) if part)
