"""How spans are drawn, once it is known where: tints, lines, rings, tags, caret. Coordinates are the document's pixels."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.ui import tokens
from annotator.ui.marks import Certainty, Mark, certainty, mark_score
from annotator.ui.span_layout import Lane, TagPlace, TagWish, place_tags
from annotator.ui.theme import Theme

SIDE = 1.5
"""Pixels that tint and line reach beyond the text, left and right."""
RING_SIDE = 2.5
BASELINE = 13.5
"""Pixels from the box's bottom to a tag's baseline: a ring in the line's own lane leaves two free above the tag."""
RING = 1.75
"""Thickness of the ring, in pixels."""
DASHES = (2.5, 1.75)
"""5 on, 3.5 off, in widths of the pen."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What one line shows of one mark: its boxes, and whether it begins and ends here. `depth` counts the lanes below the text here."""

    mark: Mark
    lane: Lane
    boxes: tuple[QRectF, ...]
    begins: bool
    ends: bool
    depth: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A label written under a span, its baseline's left end, and the score after it ("" for none)."""

    mark: Mark
    at: QPointF
    text: str
    score: str
    score_left: float


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is painted for one line, outer marks before inner ones."""

    pieces: tuple[Piece, ...]
    tags: tuple[Tag, ...]


class SpanPainter:
    """Draws with the colours, fonts and scale of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._colours = theme.colours
        self._tints = not theme.high_contrast
        self._scale = theme.scale
        self._tag_font = theme.capitals()
        self._score_font = theme.font(tokens.TAG)
        self._tag_widths = QFontMetricsF(self._tag_font)
        self._score_widths = QFontMetricsF(self._score_font)

    def tags(self, pieces: Sequence[Piece], left: float, right: float) -> tuple[Tag, ...]:
        """Return where the tags of one line go between two edges."""
        firsts = sorted((p for p in pieces if p.begins and not p.lane.hidden), key=lambda p: (p.boxes[0].left(), -p.lane.lane))
        wishes = [self._wish(piece) for piece in firsts]
        placed = place_tags(wishes, left, right)
        return tuple(self._tag(piece, wish, place) for piece, wish, place in zip(firsts, wishes, placed, strict=True) if place)

    def _wish(self, piece: Piece) -> TagWish:
        box, mark = piece.boxes[0], piece.mark
        score = self._score(mark)
        return TagWish(
            left=box.left() - SIDE,
            span=box.width() + 2 * SIDE,
            label=self._tag_widths.horizontalAdvance(_label(piece)),
            score=self._score_widths.horizontalAdvance(score) if score else 0.0,
            key=self._tag_widths.horizontalAdvance(mark.shortcut.upper()),
        )

    def _tag(self, piece: Piece, wish: TagWish, place: TagPlace) -> Tag:
        baseline = piece.boxes[0].bottom() + (BASELINE + tokens.LANE * piece.depth) * self._scale
        text = piece.mark.shortcut.upper() if place.short else _label(piece)
        score = self._score(piece.mark) if place.score else ""
        return Tag(piece.mark, QPointF(place.left, baseline), text, score, place.left + wish.label + 4.0)

    def _score(self, mark: Mark) -> str:
        return mark_score(mark)

    def paint_tint(self, painter: QPainter, piece: Piece) -> None:
        """Fill the ground under the text."""
        sure = certainty(piece.mark)
        if sure is Certainty.FAINT or not self._tints:
            return
        colour = QColor(tokens.label_colour(piece.mark.colour).tint(self._colours))
        colour.setAlphaF({Certainty.CONFIRMED: 1.0, Certainty.STRONG: self._colours.strong, Certainty.WEAK: self._colours.weak}[sure])
        self.paint_ground(painter, (_widened(box) for box in piece.boxes), colour)

    def paint_ground(self, painter: QPainter, boxes: Iterable[QRectF], colour: QColor) -> None:
        """Fill boxes with round corners."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for box in boxes:
            painter.drawRoundedRect(box, tokens.TINT_RADIUS, tokens.TINT_RADIUS)

    def paint_line(self, painter: QPainter, piece: Piece) -> None:
        """Draw the line in its lane, solid where confirmed, and ticks at the ends of a span that crosses another."""
        if piece.lane.hidden:
            return
        label = tokens.label_colour(piece.mark.colour)
        pen = QPen(QColor(label.line(self._colours) if piece.mark.confirmed else label.base), 2.0 * self._scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not piece.mark.confirmed:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        for box in piece.boxes:
            y = self._lane_y(box, piece.lane.lane)
            painter.drawLine(QLineF(box.left() - SIDE, y, box.right() + SIDE, y))
        if piece.lane.crossing:
            self._paint_ticks(painter, piece)

    def _paint_ticks(self, painter: QPainter, piece: Piece) -> None:
        painter.setPen(QPen(QColor(self._colours.danger), 2.0 * self._scale))
        ends = [(piece.boxes[0], piece.boxes[0].left() - SIDE)] if piece.begins else []
        ends += [(piece.boxes[-1], piece.boxes[-1].right() + SIDE)] if piece.ends else []
        for box, x in ends:
            y = self._lane_y(box, piece.lane.lane)
            painter.drawLine(QLineF(x, y - 3 * self._scale, x, y + 3 * self._scale))

    def _lane_y(self, box: QRectF, lane: int) -> float:
        return math.floor(box.bottom() + (SIDE + tokens.LANE * lane) * self._scale)

    def paint_removed(self, painter: QPainter, boxes: Iterable[QRectF], opacity: float) -> None:
        """Draw what was just removed or rejected: dotted under, struck through. `opacity` goes from 1 to 0."""
        painter.save()
        painter.setOpacity(opacity)
        for box in boxes:
            pen = QPen(QColor(self._colours.control), 1.5 * self._scale)
            painter.setPen(pen)
            middle = box.top() + box.height() * 0.6
            painter.drawLine(QLineF(box.left(), middle, box.right(), middle))
            pen.setDashPattern((1.0, 2.0))
            painter.setPen(pen)
            y = self._lane_y(box, 0)
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
        painter.restore()

    def paint_ring(self, painter: QPainter, boxes: Iterable[QRectF], lane: int) -> None:
        """Draw the ring of what has focus: one for each box."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._colours.ring), RING * self._scale))
        for box in boxes:
            ring = box.adjusted(-RING_SIDE, -1.0, RING_SIDE, 0.0)
            ring.setBottom(self._lane_y(box, lane) + (1.0 + RING / 2) * self._scale)  # its inner edge on the line's lower one
            painter.drawRoundedRect(ring, 5.0, 5.0)

    def paint_tag(self, painter: QPainter, tag: Tag) -> None:
        """Write the label, and the score after it."""
        painter.setFont(self._tag_font)
        painter.setPen(QColor(tokens.label_colour(tag.mark.colour).text(self._colours)))
        painter.drawText(tag.at, tag.text)
        if tag.score:
            painter.setFont(self._score_font)
            painter.setPen(QColor(self._colours.muted))
            painter.drawText(QPointF(tag.score_left, tag.at.y()), tag.score)

    def paint_caret(self, painter: QPainter, bar: QRectF, word: Iterable[QRectF], *, active: bool) -> None:
        """Draw the standing caret: the word under it, and the bar where it begins."""
        ground = QColor(self._colours.text)
        ground.setAlphaF(self._colours.caret)
        self.paint_ground(painter, word, ground)
        painter.fillRect(bar, QColor(self._colours.text if active else self._colours.control))

    def paint_selection(self, painter: QPainter, boxes: Iterable[QRectF]) -> None:
        """Fill the ground of what is selected."""
        colour = QColor(self._colours.accent)
        colour.setAlphaF(self._colours.selection)
        for box in boxes:
            painter.fillRect(box, colour)

    def paint_hits(self, painter: QPainter, boxes: Iterable[QRectF]) -> None:
        """Fill the ground of what a search found."""
        colour = QColor(self._colours.warning)
        colour.setAlphaF(self._colours.hit)
        self.paint_ground(painter, boxes, colour)


def _widened(box: QRectF) -> QRectF:
    return box.adjusted(-SIDE, 0.0, SIDE, 0.0)


def _label(piece: Piece) -> str:
    return f"{piece.mark.label} +{piece.lane.more}" if piece.lane.more else piece.mark.label


def pitch(font: QFont, *, lanes: int, tags: bool, scale: float) -> float:
    """Return the distance of two lines: the text, and below it the lines of spans and their tags."""
    metrics = QFontMetricsF(font)
    below = tokens.LINE_ROOM + tokens.LANE * lanes + (tokens.TAG_ROOM if tags else 0)
    return -(-(metrics.ascent() + metrics.descent()) // 1) + round(below * scale)
