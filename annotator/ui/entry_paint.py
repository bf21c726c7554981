"""How one entry of the list is painted: glyph of its state, title, time and author, comments, what is pending."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from annotator.core.model import State
from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.entry_model import Heading
from annotator.ui.inks import Cuts, ink, pen
from annotator.ui.numerals import numeral
from annotator.ui.theme import Theme

# Looking one up by its class and arithmetic with them take longer than drawing a line of text.
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
_GLYPH, _TEXT, _END = 18, 44, 18
_CLOSED = (State.DONE, State.SKIPPED)


class EntryPainter:
    """Paints a `Heading` in a row of 50. Every jump paints some fifteen, so nothing is made anew here that can be kept."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._cuts = Cuts()
        self._pills: dict[int, tuple[str, int]] = {}
        """Numbers in words, and their widths in pixels."""

    def paint(
        self, painter: QPainter, rect: QRect, heading: Heading, ratio: float, *, selected: bool, focused: bool, pointed: bool
    ) -> None:  # fmt: skip
        """Paint ground, glyph, two lines and what is pending. `ratio` is the screen's pixels to one of ours."""
        if selected:
            self._paint_ground(painter, rect, focused=focused)
        elif pointed:
            self._fill(painter, rect, tokens.mixed(self._theme.colours.text, self._theme.colours.window, 0.04))
        self._paint_glyph(painter, rect, heading, ratio, selected=selected)
        self._paint_lines(painter, rect, heading, ratio, selected=selected)

    def _fill(self, painter: QPainter, rect: QRect, colour: str) -> None:
        painter.setPen(_NO_PEN)
        painter.setBrush(ink(colour))
        inner = QRectF(rect).adjusted(self._theme.px(6), 1, -self._theme.px(6), -1)
        painter.drawRoundedRect(inner, tokens.ROW_RADIUS, tokens.ROW_RADIUS)

    def _paint_ground(self, painter: QPainter, rect: QRect, *, focused: bool) -> None:
        c, px = self._theme.colours, self._theme.px
        self._fill(painter, rect, c.accent_tint)
        painter.setBrush(ink(c.accent))
        painter.drawRoundedRect(QRectF(rect.left() + px(6), rect.center().y() - px(13), 3, px(26)), 1.5, 1.5)
        if focused:
            painter.setBrush(_NO_BRUSH)
            painter.setPen(pen(c.ring, 2.0))
            painter.drawRoundedRect(QRectF(rect).adjusted(px(6) + 1, 2, -px(6) - 1, -2), tokens.ROW_RADIUS, tokens.ROW_RADIUS)

    def _paint_glyph(self, painter: QPainter, rect: QRect, heading: Heading, ratio: float, *, selected: bool) -> None:
        c, px = self._theme.colours, self._theme.px
        state = heading.state
        if state is State.BEGUN:
            name, colour = "state/begun", c.accent
        elif state is State.DONE:
            name, colour = "state/done", c.success
        else:
            name, colour = "state/fresh" if state is State.FRESH else "state/skipped", c.muted if selected else c.control
        pixmap = self._theme.icons.pixmap(name, colour, size=px(16), ratio=ratio)
        painter.drawPixmap(rect.left() + px(_GLYPH), rect.top() + px(8), pixmap)
        if heading.flagged:  # under the state, which it must not hide: a flagged entry may be done
            pixmap = self._theme.icons.pixmap("state/flagged", c.warning, size=px(16), ratio=ratio)
            painter.drawPixmap(rect.left() + px(_GLYPH), rect.top() + px(27), pixmap)

    def _paint_lines(self, painter: QPainter, rect: QRect, heading: Heading, ratio: float, *, selected: bool) -> None:
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        quiet = heading.state in _CLOSED and not selected and not heading.flagged
        left, right = rect.left() + px(_TEXT), rect.right() - px(_END)
        room = right - left
        painter.setFont(theme.font(tokens.BODY, 600 if selected else 500))
        painter.setPen(ink(c.muted if quiet else c.text))
        title = self._cuts.cut(painter, shown(heading.title).replace("\n", " "), room, selected)
        painter.drawText(QRect(left, rect.top() + px(6), room, px(20)), _LEFT, title)
        second = QRect(left, rect.top() + px(25), room, px(18))
        edge = self._paint_pill(painter, second, heading.pending, selected=selected) if heading.pending else right
        if heading.comments:
            edge = self._paint_comments(painter, second, edge, heading.comments, ratio)
        second.setRight(edge - px(6))
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(ink(c.muted))
        line = f"{heading.time}   {shown(heading.author)}" if heading.time and heading.author else heading.time or shown(heading.author)
        if line:
            painter.drawText(second, _LEFT, self._cuts.cut(painter, line, second.width(), "second"))

    def _paint_pill(self, painter: QPainter, line: QRect, count: int, *, selected: bool) -> int:
        c, px = self._theme.colours, self._theme.px
        painter.setFont(self._theme.font(tokens.SMALL, 600))
        if count not in self._pills:
            words = numeral(count)
            self._pills[count] = words, max(painter.fontMetrics().horizontalAdvance(words) + px(14), px(24))
        text, width = self._pills[count]
        height = px(18)
        pill = QRectF(line.right() - width, line.center().y() - height / 2 + 1, width, height)
        painter.setBrush(ink(c.base) if selected else _NO_BRUSH)
        painter.setPen(pen(c.border))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(ink(c.accent if selected else c.muted))
        painter.drawText(pill, _CENTRE, text)
        return int(pill.left()) - px(6)

    def _paint_comments(self, painter: QPainter, line: QRect, right: int, count: int, ratio: float) -> int:
        c, px = self._theme.colours, self._theme.px
        painter.setFont(self._theme.font(tokens.SMALL))
        painter.setPen(ink(c.muted))
        width = painter.fontMetrics().horizontalAdvance(str(count))
        painter.drawText(QRect(right - width, line.top(), width + 1, line.height()), _RIGHT, str(count))
        pixmap = self._theme.icons.pixmap("state/comment", c.muted, size=px(14), ratio=ratio)
        left = right - width - px(18)
        painter.drawPixmap(left, line.top() + (line.height() - px(14)) // 2 + 1, pixmap)
        return left
