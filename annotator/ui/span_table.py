"""The spans of the entry, one a row: a sample of the line, the text, the label, a tick or the score; nested ones indented."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.inks import Cuts, ink, pen
from annotator.ui.marks import Mark, mark_score
from annotator.ui.numerals import decimal
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

_MIDDLE, _END = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_NO_PEN = Qt.PenStyle.NoPen
_POINTED = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
_LABEL = 128
"""Where labels begin, in pixels from the right edge of the pane."""


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A mark, its text, how many marks hold it, and whether it has focus."""

    mark: Mark
    text: str
    depth: int = 0
    focused: bool = False


def span_rows(
    text: str, marks: Sequence[Mark], focused: Hashable | None = None, *, known: Mapping[Hashable, SpanRow] = MappingProxyType({})
) -> list[SpanRow]:
    """Return the rows of an entry's marks in reading order, the outer before the inner. Rows that are `known` need not be made again."""
    rows: list[SpanRow] = []
    open_: list[int] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        while open_ and open_[-1] < mark.end:
            open_.pop()
        row, lit = known.get(mark.id), mark.id == focused and focused is not None
        if row is None or row.mark is not mark or row.depth != len(open_) or row.focused != lit:
            row = SpanRow(mark, " ".join(shown(text[mark.start : mark.end]).split()), len(open_), lit)
        rows.append(row)
        open_.append(mark.end)
    return rows


@lru_cache(maxsize=128)
def _line(colour: str, width: float, *, dashed: bool) -> QPen:
    """Return the pen of a row's sample of its span's line; not to be changed."""
    found = QPen(ink(colour), width)
    found.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        found.setDashPattern((1.5, 1.0))
    return found


@lru_cache(maxsize=16)
def _tick(colour: str, width: float) -> QPen:
    found = QPen(ink(colour), width)
    found.setCapStyle(Qt.PenCapStyle.RoundCap)
    return found


class _Delegate(RowDelegate):
    height = tokens.SPAN_ROW

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._cuts = Cuts()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: SpanRow = index.data(VALUE)
        c, px, rect = self._theme.colours, self._theme.px, option.rect
        colour = tokens.label_colour(row.mark.colour)
        ground = QRectF(rect).adjusted(px(8), 1.5, -px(8), -1.5)
        if row.focused:
            painter.setBrush(ink(c.base))
            painter.setPen(pen(c.ring, 1.75))
            painter.drawRoundedRect(ground, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        elif option.state & _POINTED:
            painter.setBrush(ink(tokens.mixed(c.text, c.window, 0.04)))
            painter.setPen(_NO_PEN)
            painter.drawRoundedRect(ground, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        painter.setPen(_line(colour.line(c), px(3), dashed=False) if row.mark.confirmed else _line(colour.base, px(3), dashed=True))
        x = rect.left() + px(17.5)
        painter.drawLine(QPointF(x, rect.top() + px(6)), QPointF(x, rect.bottom() - px(5)))
        self._paint_words(painter, rect, row, colour)

    def _paint_words(self, painter: QPainter, rect: QRect, row: SpanRow, colour: tokens.LabelColour) -> None:
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        left, label = rect.left() + px(28 + 10 * min(row.depth, 4)), rect.right() + 1 - px(_LABEL)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(ink(c.text))
        room = label - left - px(6)
        text = self._cuts.cut(painter, row.text, room, "text")
        painter.drawText(QRect(left, rect.top(), room, rect.height()), _MIDDLE, text)
        painter.setFont(theme.capitals())
        painter.setPen(ink(colour.text(c)))
        room = rect.right() - px(50) - label
        name = self._cuts.cut(painter, row.mark.label, room, "label")
        painter.drawText(QRect(label, rect.top(), room, rect.height()), _MIDDLE, name)
        right = rect.right() - px(18)
        if row.mark.confirmed:
            painter.setPen(_tick(c.success, 1.5 * theme.scale))
            middle = rect.center().y()
            points = ((right - px(11), middle), (right - px(7.5), middle + px(4)), (right, middle - px(4)))
            painter.drawPolyline([QPointF(x, y) for x, y in points])
        else:
            painter.setFont(theme.font(tokens.SMALL))
            painter.setPen(ink(c.muted))
            painter.drawText(QRect(label, rect.top(), right - label, rect.height()), _END, mark_score(row.mark))


class SpanTable(ValueView):
    """Shows the spans of the entry; a click on one, or going to it by the arrows, asks for the focus."""

    chosen = Signal(object)
    """The id of the mark that was clicked or gone to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: ValueModel[SpanRow] = ValueModel(self._words, self)
        self._quiet = False
        self.known: dict[Hashable, SpanRow] = {}
        """The rows that are shown, by the ids of their marks."""
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Spans of the entry"))
        theme.changed.connect(self.doItemsLayout)

    def show_spans(self, rows: Sequence[SpanRow]) -> None:
        """Show these rows (see `span_rows`) and bring the focused one into view."""
        self._quiet = True
        self.known = {row.mark.id: row for row in rows}
        self._model.show_values(rows)
        place = next((place for place, row in enumerate(rows) if row.focused), None)
        self.setCurrentIndex(self._model.index(place) if place is not None else QModelIndex())
        self._quiet = False

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex) -> None:
        """Tell of a row that the person went to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.chosen.emit(self._model.values[current.row()].mark.id)

    def _words(self, row: SpanRow) -> str:
        if row.mark.confirmed:
            return self.tr("{text}, {label}, confirmed").format(text=row.text, label=row.mark.label)
        score = row.mark.score
        if score is None:
            return self.tr("{text}, {label}, suggested").format(text=row.text, label=row.mark.label)
        return self.tr("{text}, {label}, suggested with {score}").format(text=row.text, label=row.mark.label, score=decimal(score, 2))
