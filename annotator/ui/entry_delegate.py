"""How one entry of the list is painted: glyph of its state, title, time and author, comments, what is pending."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.core.model import State
from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.entry_model import EntryModel, Heading
from annotator.ui.numerals import numeral
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GLYPH, _TEXT, _END = 18, 44, 18


class EntryDelegate(RowDelegate):
    """Paints a `Heading` in a row of 50."""

    height = tokens.ENTRY_ROW

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._ratio = 1.0

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint ground, glyph, two lines and what is pending."""
        heading = index.data(EntryModel.VALUE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        # Asked of the widget: PySide's wrapper of painter.device() outlives the device.
        self._ratio = option.widget.devicePixelRatioF()
        if selected:
            self._paint_ground(painter, rect, focused=bool(state & QStyle.StateFlag.State_HasFocus))
        elif state & QStyle.StateFlag.State_MouseOver:
            self._fill(painter, rect, QColor(tokens.mixed(self._theme.colours.text, self._theme.colours.window, 0.04)))
        self._paint_glyph(painter, rect, heading, selected=selected)
        self._paint_lines(painter, rect, heading, selected=selected)

    def _fill(self, painter: QPainter, rect: QRect, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        inner = QRectF(rect).adjusted(self._theme.px(6), 1, -self._theme.px(6), -1)
        painter.drawRoundedRect(inner, tokens.ROW_RADIUS, tokens.ROW_RADIUS)

    def _paint_ground(self, painter: QPainter, rect: QRect, *, focused: bool) -> None:
        c, px = self._theme.colours, self._theme.px
        self._fill(painter, rect, QColor(c.accent_tint))
        painter.setBrush(QColor(c.accent))
        painter.drawRoundedRect(QRectF(rect.left() + px(6), rect.center().y() - px(13), 3, px(26)), 1.5, 1.5)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.ring), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(px(6) + 1, 2, -px(6) - 1, -2), tokens.ROW_RADIUS, tokens.ROW_RADIUS)

    def _paint_glyph(self, painter: QPainter, rect: QRect, heading: Heading, *, selected: bool) -> None:
        c, px = self._theme.colours, self._theme.px
        hollow = c.muted if selected else c.control
        name, colour = {
            State.FRESH: ("state/fresh", hollow),
            State.BEGUN: ("state/begun", c.accent),
            State.DONE: ("state/done", c.success),
            State.SKIPPED: ("state/skipped", hollow),
        }[heading.state]
        pixmap = self._theme.icons.pixmap(name, colour, size=px(16), ratio=self._ratio)
        painter.drawPixmap(rect.left() + px(_GLYPH), rect.top() + px(8), pixmap)
        if heading.flagged:  # under the state, which it must not hide: a flagged entry may be done
            pixmap = self._theme.icons.pixmap("state/flagged", c.warning, size=px(16), ratio=self._ratio)
            painter.drawPixmap(rect.left() + px(_GLYPH), rect.top() + px(27), pixmap)

    def _paint_lines(self, painter: QPainter, rect: QRect, heading: Heading, *, selected: bool) -> None:
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        quiet = heading.state in (State.DONE, State.SKIPPED) and not selected and not heading.flagged
        left, right = rect.left() + px(_TEXT), rect.right() - px(_END)
        first = QRect(left, rect.top() + px(6), right - left, px(20))
        second = QRect(left, rect.top() + px(25), right - left, px(18))
        painter.setFont(theme.font(tokens.BODY, 600 if selected else 500))
        painter.setPen(QColor(c.muted if quiet else c.text))
        title = shown(heading.title).replace("\n", " ")
        painter.drawText(first, _LEFT, painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, first.width()))
        edge = self._paint_pill(painter, second, heading.pending, selected=selected) if heading.pending else right
        if heading.comments:
            edge = self._paint_comments(painter, second, edge, heading.comments)
        second.setRight(edge - px(6))
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        line = "   ".join(part for part in (heading.time, shown(heading.author)) if part)
        painter.drawText(second, _LEFT, painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, second.width()))

    def _paint_pill(self, painter: QPainter, line: QRect, count: int, *, selected: bool) -> int:
        c, px = self._theme.colours, self._theme.px
        painter.setFont(self._theme.font(tokens.SMALL, 600))
        text = numeral(count)
        height = px(18)
        width = max(painter.fontMetrics().horizontalAdvance(text) + px(14), px(24))
        pill = QRectF(line.right() - width, line.center().y() - height / 2 + 1, width, height)
        painter.setBrush(QColor(c.base) if selected else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.border), 1))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(c.accent if selected else c.muted))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return int(pill.left()) - px(6)

    def _paint_comments(self, painter: QPainter, line: QRect, right: int, count: int) -> int:
        c, px = self._theme.colours, self._theme.px
        painter.setFont(self._theme.font(tokens.SMALL))
        painter.setPen(QColor(c.muted))
        width = painter.fontMetrics().horizontalAdvance(str(count))
        painter.drawText(QRect(right - width, line.top(), width + 1, line.height()), _RIGHT, str(count))
        pixmap = self._theme.icons.pixmap("state/comment", c.muted, size=px(14), ratio=self._ratio)
        left = right - width - px(18)
        painter.drawPixmap(left, line.top() + (line.height() - px(14)) // 2 + 1, pixmap)
        return left
