"""Small plots that are painted in the colours of the theme; each says all its values in words to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import plural, tokens
from annotator.ui.dialogs.parts import role_colour
from annotator.ui.numerals import decimal, numeral
from annotator.ui.theme import Theme

_ROW, _BAR, _MOST_COLUMN = 24, 13, 44
SIDE = 8
"""Room for the ring at the sides of a plot, in pixels: whoever lays one out lets it reach so far past the words above it."""
_MIDDLE, _RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name above and a line below."""

    name: str
    value: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: name, length, what is said of it at the right (strong, then quiet). `colour` is a label's, from 0; else `role` is."""

    name: str
    value: float
    said: str
    second: str = ""
    colour: int | None = None
    role: str = "accent"


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time: its name, how many spans, and seconds per span (None without any)."""

    name: str
    count: int
    seconds: float | None


class _Plot(QWidget):
    """A plot that the Tab key reaches, so that its words can be read out."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.colours.ring), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.ROW_RADIUS, tokens.ROW_RADIUS)


class FigureRow(_Plot):
    """Figures side by side, parted by hairlines."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.figures: tuple[Figure, ...] = ()
        self.setFixedHeight(theme.px(86))

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures."""
        self.figures = tuple(figures)
        self.setAccessibleDescription("; ".join(f"{each.name}: {each.value}, {each.below}" for each in figures))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figures in equal shares of the width."""
        painter, theme, px, c = QPainter(self), self._theme, self._theme.px, self._theme.colours
        share = self.width() / max(len(self.figures), 1)
        for number, each in enumerate(self.figures):
            left = round(number * share) + px(16 if number else SIDE)
            room = round((number + 1) * share) - px(SIDE) - left
            if number:
                painter.fillRect(QRect(left - px(16), px(10), 1, self.height() - px(20)), QColor(c.border))
            for text, font, colour, top, height in (
                (each.name, theme.font(tokens.SECOND, 600), c.muted, 6, 20),
                (each.value, theme.font(tokens.FIGURE, 600), c.text, 26, 34),
                (each.below, theme.font(tokens.SECOND), c.muted, 60, 20),
            ):
                painter.setFont(font)
                painter.setPen(QColor(colour))
                fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QRect(left, px(top), room, px(height)), _MIDDLE, fits)
        self._paint_focus(painter)
        painter.end()


class Bars(_Plot):
    """Rows with a bar each, the longest one filling the room."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars."""
        self.bars = tuple(bars)
        self.setAccessibleDescription("; ".join(", ".join(p for p in (each.name, each.said, each.second) if p) for each in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(self._theme.px(320), self._theme.px(_ROW * max(len(self.bars), 1) + 8))

    def minimumSizeHint(self) -> QSize:
        """All rows, in any width."""
        return QSize(self._theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, bar and words of each row."""
        painter, theme, px, c = QPainter(self), self._theme, self._theme.px, self._theme.colours
        strong, quiet = theme.font(tokens.SECOND, 600), theme.font(tokens.SECOND)
        names = max((QFontMetrics(self._font_of(each)).horizontalAdvance(each.name) for each in self.bars), default=0) + 2
        names = min(names, round(self.width() * 0.4))
        said = max((QFontMetrics(strong).horizontalAdvance(each.said) for each in self.bars), default=0)
        second = max((QFontMetrics(quiet).horizontalAdvance(each.second) for each in self.bars), default=0)
        left = px(SIDE) + names + px(12)
        room = self.width() - px(SIDE) - said - (second + px(12) if second else 0) - px(12) - left
        most = max((each.value for each in self.bars), default=0.0)
        for number, each in enumerate(self.bars):
            top = px(4) + number * px(_ROW)
            self._paint_name(painter, each, QRect(px(SIDE), top, names, px(_ROW)))
            length = round(room * each.value / most) if most else 0
            box = QRect(left, top + px(_ROW - _BAR) // 2, max(length, 1), px(_BAR))
            self._paint_bar(painter, each, box)
            x = left + room + px(12)
            painter.setFont(strong)
            painter.setPen(QColor(c.text))
            painter.drawText(QRect(x, top, said + 1, px(_ROW)), _RIGHT, each.said)
            painter.setFont(quiet)
            painter.setPen(QColor(c.muted))
            painter.drawText(QRect(x + said + px(12), top, second + 1, px(_ROW)), _RIGHT, each.second)
        self._paint_focus(painter)
        painter.end()

    def _font_of(self, bar: Bar) -> QFont:
        return self._theme.font(tokens.SECOND) if bar.colour is None else self._theme.capitals()

    def _paint_name(self, painter: QPainter, bar: Bar, rect: QRect) -> None:
        c = self._theme.colours
        colour = c.text if bar.colour is None else tokens.label_colour(bar.colour).text(c)
        painter.setFont(self._font_of(bar))
        painter.setPen(QColor(colour))
        painter.drawText(rect, _RIGHT, painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideMiddle, rect.width()))

    def _paint_bar(self, painter: QPainter, bar: Bar, box: QRect) -> None:
        """Draw tint with an end in the full colour: the length reads in grey, too."""
        c, end = self._theme.colours, max(self._theme.px(2.5), 2)
        if bar.colour is None:
            full = role_colour(c, bar.role)
            tint = tokens.mixed(full, c.base, 0.28)
        else:
            label = tokens.label_colour(bar.colour)
            full, tint = label.line(c), label.tint(c)
        painter.fillRect(box, QColor(tint))
        if bar.value:
            painter.fillRect(QRect(box.right() - end + 1, box.top(), end, box.height()), QColor(full))


class TimePlot(_Plot):
    """Columns of spans, and over them a line of seconds per span with a scale of its own at the right."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.columns: tuple[Column, ...] = ()
        self.setFixedHeight(theme.px(170))

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns in their order."""
        self.columns = tuple(columns)
        words = []
        for each in columns:
            seconds = "" if each.seconds is None else self.tr(", {n} s each").format(n=decimal(each.seconds, 1))
            words.append(self.tr("{when}: {n}{each}").format(when=each.name, n=plural.spans(each.count), each=seconds))
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw columns, line, and as many names as there is room for."""
        painter, theme, px, c = QPainter(self), self._theme, self._theme.px, self._theme.colours
        painter.setFont(theme.font(tokens.SMALL))
        metrics = painter.fontMetrics()
        counts = max((each.count for each in self.columns), default=0)
        slowest = max((each.seconds or 0.0 for each in self.columns), default=0.0)
        left = px(12) + metrics.horizontalAdvance(numeral(counts)) + px(6)
        right = self.width() - px(14) - metrics.horizontalAdvance(self.tr("{n} s").format(n=decimal(slowest, 1)))
        top, bottom = px(16), self.height() - px(26)
        painter.setPen(QColor(c.muted))
        painter.drawText(QRect(0, top - px(9), left - px(6), px(18)), _RIGHT, numeral(counts))
        painter.drawText(QRect(0, bottom - px(9), left - px(6), px(18)), _RIGHT, "0")
        painter.drawText(QRect(right + px(6), top - px(9), self.width(), px(18)), _MIDDLE, self.tr("{n} s").format(n=decimal(slowest, 1)))
        for y in (top, (top + bottom) // 2, bottom):
            painter.fillRect(QRect(left, y, right - left, 1), QColor(c.border))
        share = (right - left) / max(len(self.columns), 1)
        width = min(max(round(share * 0.7), 2), px(_MOST_COLUMN))
        points: list[QPointF] = []
        free = left
        for number, each in enumerate(self.columns):
            middle = round(left + (number + 0.5) * share)
            height = round((bottom - top) * each.count / counts) if counts else 0
            painter.fillRect(QRect(middle - width // 2, bottom - height, width, height), QColor(tokens.mixed(c.accent, c.base, 0.28)))
            painter.fillRect(QRect(middle - width // 2, bottom - height, width, 2), QColor(c.accent))
            if each.seconds is not None and slowest:
                points.append(QPointF(middle, bottom - (bottom - top) * each.seconds / slowest))
            room = metrics.horizontalAdvance(each.name)
            if middle - room // 2 >= free:
                painter.setPen(QColor(c.muted))
                painter.drawText(QRect(middle - room // 2, bottom + px(6), room + 1, px(16)), _MIDDLE, each.name)
                free = middle + room // 2 + px(10)
        self._paint_line(painter, points)
        self._paint_focus(painter)
        painter.end()

    def _paint_line(self, painter: QPainter, points: Sequence[QPointF]) -> None:
        c = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(c.text), 1.5 * self._theme.scale))
        painter.drawPolyline(list(points))
        painter.setBrush(QColor(c.base))
        radius = 3 * self._theme.scale
        for point in points:
            painter.drawEllipse(point, radius, radius)
