"""An entry with one lane for each annotator under every line of its text: who marked what, where they differ, what is in hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.ui import caret as carets
from annotator.ui import tokens
from annotator.ui.adjudicate.values import Bar, LaneShown, Site
from annotator.ui.entry_head import Head
from annotator.ui.reading_column import ReadingColumn
from annotator.ui.span_lines import Row, boxes
from annotator.ui.span_view import SpanView
from annotator.ui.theme import Theme

PITCH, BAR, ABOVE = 14, 11, 4
"""Pixels from one lane to the next, of a bar, and from the text to the first lane."""
_GUTTER, _BELOW, _RING = 76, 8, 1.75


class LaneView(SpanView):
    """Text and lanes; caret and selection are those of every text, so that another span can be chosen by keys or by mouse."""

    site_clicked = Signal(int)
    """The number of the question whose text or bar was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._shown: tuple[LaneShown, ...] = ()
        self._sites: tuple[Site, ...] = ()
        self._hand: Site | None = None
        self._drafting = False
        super().__init__(theme, parent)
        self._head.set_buttons(False)
        self.setAccessibleName(self.tr("Text with one lane for each annotator"))

    def show_case(self, text: str, *, head: Head | None, titled: int, lanes: Sequence[LaneShown], sites: Iterable[Site]) -> None:
        """Show an entry from its beginning with its lanes and the places of its questions."""
        self._shown, self._sites, self._hand = tuple(lanes), tuple(sites), None
        self.show_entry(text, head=head, titled=titled)

    def show_lanes(self, lanes: Sequence[LaneShown], sites: Iterable[Site], hand: Site | None, *, drafting: bool = False) -> None:
        """Show other lanes under the same text. `hand` has the ring; while `drafting`, what is selected is seen and the caret moves."""
        fewer = len(self._shown) != len(lanes)
        moved = hand is not None and hand != self._hand
        self._shown, self._sites, self._hand, self._drafting = tuple(lanes), tuple(sites), hand, drafting
        if fewer:
            self._keep_place()
        if hand is not None and moved:
            self.bring_into_view(hand.start, hand.end)
        self.setAccessibleDescription(self._words())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is in hand in view: the card below grows with the readings, and may take the lines that it stood in."""
        super().resizeEvent(event)
        if self._hand is not None:
            self.bring_into_view(self._hand.start, self._hand.end)

    def _words(self) -> str:
        if self._hand is None:
            return ""
        said = []
        for lane in self._shown:
            held = [bar for bar in lane.bars if bar.start < self._hand.end and self._hand.start < bar.end]
            named = ", ".join(f"“{self._text[bar.start : bar.end]}” {bar.tag.key}" for bar in held)
            said.append(f"{lane.name}: {named or self.tr('none')}")
        return f"“{self._text[self._hand.start : self._hand.end]}”. " + "; ".join(said)

    # Measures

    def _pitch(self) -> float:
        return self._text_height() + self._theme.px(ABOVE + _BELOW + PITCH * max(len(self._shown), 1))

    def _side(self) -> int:
        return self._theme.px(_GUTTER)

    def _lane_top(self, row: Row, number: int) -> float:
        return row.bottom + self._theme.px(ABOVE) + number * self._theme.px(PITCH)

    # Mouse

    def _click(self, point: QPointF) -> None:
        site = self._site_at(point)
        if site is not None:
            self.site_clicked.emit(site.number)
        elif self._drafting:
            self._go(carets.at_word(self.boundaries(), self.offset_at(point)))

    def _site_at(self, point: QPointF) -> Site | None:
        scroll = self.verticalScrollBar().value()
        for row in self._rows(QRectF(self.viewport().rect())):
            for site in self._sites:
                if any(box.translated(0, -scroll).contains(point) for box in self._frames(row, site)):
                    return site
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in hand, the lanes of the lines that are seen, what is selected, and the text over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        visible = [row for row in self._rows(QRectF(event.rect())) if row.end > row.start]
        frames = [frame for row in visible for frame in (self._frames(row, self._hand) if self._hand else [])]
        self._fill(painter, frames)
        if self._drafting:
            self._painter.paint_selection(painter, self._over(visible, [self.selection()]))
        for row in visible:
            self._paint_lanes(painter, row)
        self._ring(painter, frames)
        if self._drafting:
            self._paint_caret(painter, visible)
        painter.end()
        # The text alone: what SpanCanvas paints under it are marks, of which there are none here.
        super(ReadingColumn, self).paintEvent(event)

    def _frames(self, row: Row, site: Site) -> list[QRectF]:
        """Return the ground of a question in one line: its text and all lanes under it."""
        px = self._theme.px
        bottom = self._lane_top(row, max(len(self._shown), 1)) + px(1)
        found = boxes(row, *self._qt(site.start, site.end))
        return [QRectF(box.left() - px(3), box.top() - px(1), box.width() + px(6), bottom - box.top() + px(1)) for box in found]

    def _fill(self, painter: QPainter, frames: Iterable[QRectF]) -> None:
        if not self._theme.high_contrast:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colours.accent_tint))
            for frame in frames:
                painter.drawRoundedRect(frame, 5, 5)

    def _ring(self, painter: QPainter, frames: Iterable[QRectF]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.colours.ring), _RING * self._theme.scale))
        for frame in frames:
            painter.drawRoundedRect(frame, 5, 5)

    def _paint_lanes(self, painter: QPainter, row: Row) -> None:
        theme, px = self._theme, self._theme.px
        right = row.left + self._column()
        middle = Qt.AlignmentFlag.AlignVCenter
        for number, lane in enumerate(self._shown):
            top = self._lane_top(row, number)
            y = round(top + px(PITCH) / 2) + 0.5
            painter.setPen(QPen(QColor(theme.colours.border), 1))
            painter.drawLine(QPointF(row.left, y), QPointF(right, y))
            painter.setFont(theme.font(tokens.SMALL))
            painter.setPen(QColor(theme.colours.muted))
            gutter = QRectF(row.left - px(_GUTTER) + px(6), top, px(_GUTTER) - px(18), px(PITCH))
            wide = painter.fontMetrics().horizontalAdvance
            name = next((each for each in (lane.name, *lane.shorter) if wide(each) <= gutter.width()), lane.name)
            name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(gutter.width()))
            painter.drawText(gutter, middle | Qt.AlignmentFlag.AlignRight, name)
            if lane.silent and self._hand is not None:
                self._paint_none(painter, row, top, self._hand)
            for bar in lane.bars:
                self._paint_bar(painter, row, top, bar)

    def _paint_none(self, painter: QPainter, row: Row, top: float, hand: Site) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font(tokens.TAG))
        for box in boxes(row, *self._qt(hand.start, hand.end)):
            word = self.tr("none")
            width = painter.fontMetrics().horizontalAdvance(word)
            ground = QRectF(box.left() + px(3), top, min(width + px(6), max(box.width(), width)), px(PITCH))
            painter.fillRect(ground, QColor(theme.colours.accent_tint))
            painter.setPen(QColor(theme.colours.muted))
            painter.drawText(QRectF(box.left() + px(5), top, width + px(4), px(PITCH)), Qt.AlignmentFlag.AlignVCenter, word)

    def _paint_bar(self, painter: QPainter, row: Row, top: float, bar: Bar) -> None:
        theme, px, c = self._theme, self._theme.px, self._theme.colours
        label = tokens.label_colour(bar.tag.colour)
        first, last = self._qt(bar.start, bar.end)
        for number, box in enumerate(boxes(row, first, last)):
            area = QRectF(box.left() + 0.5, round(top + (px(PITCH) - px(BAR)) / 2) + 0.5, max(box.width() - 1, 4.0), px(BAR) - 1)
            ground = c.raised if bar.agreed else c.base if theme.high_contrast else label.tint(c)
            painter.setBrush(QColor(ground))
            painter.setPen(QPen(QColor(c.border if bar.agreed else label.line(c)), 1))
            painter.drawRoundedRect(area, tokens.TINT_RADIUS, tokens.TINT_RADIUS)
            if number == 0:
                self._paint_tag(painter, area, bar, QColor(c.muted if bar.agreed else label.text(c)))

    def _paint_tag(self, painter: QPainter, area: QRectF, bar: Bar, colour: QColor) -> None:
        """Write the label into its bar; where it has no room, as much of it as tells labels apart."""
        font = self._theme.capitals(tokens.TAG - 1)
        widths = QFontMetricsF(font)
        room = area.width() - self._theme.px(6)
        whole = f"{bar.tag.key} {bar.note}".strip()
        text = next((each for each in (whole, bar.tag.key, bar.tag.key[:3], bar.tag.key[:1]) if widths.horizontalAdvance(each) <= room), "")
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(area.adjusted(self._theme.px(5), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
