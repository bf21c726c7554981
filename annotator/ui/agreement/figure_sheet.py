"""The sheet of figures: name, number with its interval beside, and below what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.ui import tokens
from annotator.ui.agreement.values import FigureShown
from annotator.ui.dialogs.base import plain_tip
from annotator.ui.theme import Theme

_HEIGHT = 90
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FigureSheet(QWidget):
    """Draws figures side by side; what has no room is in the tooltip and for the screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures: tuple[FigureShown, ...] = ()
        self.setFixedHeight(theme.px(_HEIGHT))
        theme.changed.connect(self.update)

    @property
    def figures(self) -> tuple[FigureShown, ...]:
        """What is shown."""
        return self._figures

    def show_figures(self, figures: Sequence[FigureShown]) -> None:
        """Show these from the left."""
        self._figures = tuple(figures)
        self.setAccessibleName(". ".join(f"{each.name}: {each.value} {each.beside}, {each.below}" for each in figures))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show all of a figure as a tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._figures:
            each = self._figures[min(event.pos().x() * len(self._figures) // max(self.width(), 1), len(self._figures) - 1)]
            QToolTip.showText(event.globalPos(), plain_tip(f"{each.name}: {each.value} {each.beside}\n{each.below}"), self)
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
        count = len(self._figures)
        for number, each in enumerate(self._figures):
            left, right = self.width() * number // count, self.width() * (number + 1) // count
            if number:
                painter.fillRect(QRect(left, px(10), 1, self.height() - px(20)), QColor(c.border))
            room = QRect(left + px(20), 0, right - left - px(30), self.height())
            self._line(painter, QRect(room.left(), px(8), room.width(), px(20)), each.name, tokens.SECOND, 600, c.muted)
            figure = theme.font(tokens.FIGURE, 600) if len(each.value) < 10 else theme.font(tokens.DIALOG, 600)
            width = QFontMetrics(figure).horizontalAdvance(each.value)
            painter.setFont(figure)
            painter.setPen(QColor(c.text))
            painter.drawText(QRect(room.left(), px(26), room.width(), px(36)), int(_MIDDLE), each.value)
            beside = QRect(room.left() + width + px(9), px(30), max(room.width() - width - px(9), 0), px(30))
            self._line(painter, beside, each.beside, tokens.BODY, 400, c.muted)
            self._line(painter, QRect(room.left(), px(61), room.width(), px(20)), each.below, tokens.SECOND, 400, c.muted)
        painter.end()

    def _line(self, painter: QPainter, room: QRect, text: str, size: int, weight: int, colour: str) -> None:
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(QColor(colour))
        painter.drawText(room, int(_MIDDLE), painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
