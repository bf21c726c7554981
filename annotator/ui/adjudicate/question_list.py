"""The disagreements: rows of two lines under headings, the words and their kind, then who reads them how."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.adjudicate.values import Question, Side
from annotator.ui.entry_list import EntryList
from annotator.ui.entry_model import EntryModel, Heading
from annotator.ui.theme import Theme

Ask = Callable[[int], Question]
"""From a question's number to what the list shows of it."""
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_GLYPH, _TEXT, _END, _KIND, _MORE = 18, 44, 14, 70, 18


def side_words(side: Side, none: str) -> str:
    """Return a reading in words: "AC GPE"."""
    return f"{side.who} {', '.join(tag.key for tag in side.tags) or none}"


def _no_headings(_rows: Sequence[int]) -> Sequence[Heading]:
    return ()


class QuestionModel(EntryModel):
    """Rows of questions by their numbers; `VALUE` is the role of a `Question`, asked for when the row is seen."""

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(_no_headings, parent)
        self._ask = ask

    def prepare(self, first: int, end: int) -> None:
        """Nothing: a question is asked for by itself."""

    def changed(self, rows: object = ()) -> None:
        """Paint all rows anew: they are asked for each time."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the question, or all of it in words."""
        if not index.isValid():
            return None
        if role == self.VALUE:
            return self._ask(self.row_at(index.row()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(self._ask(self.row_at(index.row())))
        return None

    def _said(self, question: Question) -> str:
        state = self.tr("settled, look again") if question.changed else self.tr("settled") if question.settled else self.tr("open")
        sides = "; ".join(side_words(side, self.tr("none")) for side in question.sides)
        return f"{shown(question.words)}, {question.kind}, {sides}, {state}"


class QuestionList(EntryList):
    """Shows questions; `chosen` tells the number of the one that was clicked or gone to by the arrows."""

    def __init__(self, theme: Theme, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(theme, _no_headings, parent)
        before = self._rows
        self._ask = ask
        self._rows = QuestionModel(ask, self)
        self.setModel(self._rows)
        before.deleteLater()
        self.setAccessibleName(self.tr("Disagreements"))

    def paint_row(
        self, painter: QPainter, rect: QRect, row: int, ratio: float, *, selected: bool, focused: bool, pointed: bool
    ) -> None:  # fmt: skip
        """Draw ground, glyph, the words, and below them who reads them how."""
        question = self._ask(self._rows.row_at(row))
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        self._paint_ground(painter, rect, selected=selected, focused=focused, pointed=pointed)
        settled = question.settled and not question.changed
        name, colour = ("state/settled", c.success) if settled else ("state/open", c.warning)
        glyph = theme.icons.pixmap(name, colour, size=px(16), ratio=ratio)
        painter.drawPixmap(rect.left() + px(_GLYPH), rect.top() + px(8), glyph)
        left, right = rect.left() + px(_TEXT), rect.right() - px(_END)
        painter.setFont(theme.font(tokens.BODY, 600 if selected else 500))
        painter.setPen(QColor(c.muted if settled and not selected else c.text))
        words = shown(question.words).replace("\n", " ")
        first = QRect(left, rect.top() + px(6), right - left, px(20))
        painter.drawText(first, _MIDDLE, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, first.width()))
        self._paint_second(painter, question, QRect(left, rect.top() + px(25), right - left, px(18)))

    def _paint_ground(self, painter: QPainter, rect: QRect, *, selected: bool, focused: bool, pointed: bool) -> None:
        c, px = self._theme.colours, self._theme.px
        inner = QRectF(rect).adjusted(px(6), 1, -px(6), -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            painter.setBrush(QColor(c.accent_tint))
            painter.drawRoundedRect(inner, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
            painter.setBrush(QColor(c.accent))
            painter.drawRoundedRect(QRectF(rect.left() + px(6), rect.center().y() - px(13), 3, px(26)), 1.5, 1.5)
        elif pointed:
            painter.setBrush(QColor(tokens.mixed(c.text, c.window, 0.04)))
            painter.drawRoundedRect(inner, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        if selected and focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.ring), 2))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), tokens.ROW_RADIUS, tokens.ROW_RADIUS)

    def _paint_second(self, painter: QPainter, question: Question, line: QRect) -> None:
        """Write the kind, then each reading as far as there is room."""
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        plain, capitals = theme.font(tokens.SECOND), theme.capitals()
        painter.setFont(plain)
        painter.setPen(QColor(c.muted))
        kind = self.tr("look again") if question.changed else question.kind
        painter.drawText(line, _MIDDLE, kind)
        left = line.left() + max(px(_KIND), painter.fontMetrics().horizontalAdvance(kind) + px(10))
        for number, side in enumerate(question.sides, start=1):
            painter.setFont(plain)
            width = painter.fontMetrics().horizontalAdvance(side.who)
            painter.setFont(capitals)
            tags = [(tag.key, theme_colour(theme, tag.colour)) for tag in side.tags] or [(self.tr("none"), c.muted)]
            widths = [painter.fontMetrics().horizontalAdvance(text) + px(5) for text, _ in tags]
            more = 0 if number == len(question.sides) else px(_MORE)  # what is left out shows by three dots, and they need room, too
            if left + width + px(5) + sum(widths) + more > line.right() + px(5):
                painter.setPen(QColor(c.muted))
                painter.drawText(QRect(left, line.top(), line.right() - left, line.height()), _MIDDLE, "…")
                return
            painter.setFont(plain)
            painter.setPen(QColor(c.muted))
            painter.drawText(QRect(left, line.top(), width + 1, line.height()), _MIDDLE, side.who)
            left += width + px(6)
            painter.setFont(capitals)
            for (text, colour), each in zip(tags, widths, strict=True):
                painter.setPen(QColor(colour))
                painter.drawText(QRect(left, line.top(), each, line.height()), _MIDDLE, text)
                left += each
            left += px(8)


def theme_colour(theme: Theme, number: int) -> str:
    """Return the colour in which a label's name is written."""
    return tokens.label_colour(number).text(theme.colours)
