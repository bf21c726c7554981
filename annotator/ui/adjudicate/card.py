"""The card under the text: which reading goes into the adjudicated layer, each with its key and who has it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.adjudicate.question_list import theme_colour
from annotator.ui.adjudicate.values import Choice
from annotator.ui.dialogs.base import Elided
from annotator.ui.keycap import HEIGHT, KeyHints, paint_cap
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

_ROW, _GAP, _MOST = 36, 6, 5
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Delegate(RowDelegate):
    height = _ROW + _GAP

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        choice: Choice = index.data(VALUE)
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        rect = QRect(option.rect.left(), option.rect.top() + px(_GAP) // 2, option.rect.width(), px(_ROW))
        painter.setBrush(QColor(c.base))
        painter.setPen(QPen(QColor(c.ring if choice.chosen else c.border), 2 if choice.chosen else 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        left = rect.left() + px(12)
        if choice.key:
            left += paint_cap(painter, theme, QPoint(left, rect.center().y() - px(HEIGHT) // 2 + 1), choice.key) + px(10)
        right = self._paint_holders(painter, choice, rect)
        self._paint_parts(painter, choice, QRect(left, rect.top(), right - left, rect.height()))

    def _paint_parts(self, painter: QPainter, choice: Choice, room: QRect) -> None:
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        left = room.left()
        words_font, tag_font = theme.reading(15 * theme.scale, 600), theme.capitals(tokens.SMALL)
        if not choice.parts:
            painter.setFont(words_font)
            painter.setPen(QColor(c.text))
            painter.drawText(room, _MIDDLE, self.tr("No entity"))
            return
        for words, tag in choice.parts:
            painter.setFont(tag_font)
            width = painter.fontMetrics().horizontalAdvance(tag.key) + px(16)
            space = room.right() - left - width - px(10)
            if space < px(24):
                painter.setPen(QColor(c.muted))
                painter.drawText(QRect(left, room.top(), px(16), room.height()), _MIDDLE, "…")
                return
            painter.setFont(words_font)
            painter.setPen(QColor(c.text))
            text = painter.fontMetrics().elidedText(shown(words).replace("\n", " "), Qt.TextElideMode.ElideMiddle, space)
            painter.drawText(QRect(left, room.top(), space, room.height()), _MIDDLE, text)
            left += painter.fontMetrics().horizontalAdvance(text) + px(10)
            pill = QRectF(left, room.center().y() - px(10) + 1, width, px(20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.base if theme.high_contrast else tokens.label_colour(tag.colour).tint(c)))
            painter.drawRoundedRect(pill, tokens.CAP_RADIUS, tokens.CAP_RADIUS)
            painter.setFont(tag_font)
            painter.setPen(QColor(theme_colour(theme, tag.colour)))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, tag.key)
            left += width + px(14)

    def _paint_holders(self, painter: QPainter, choice: Choice, rect: QRect) -> int:
        """Draw who reads it so as discs from the right; return where they end, in pixels."""
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        right = rect.right() - px(12)
        painter.setFont(theme.font(tokens.SMALL, 500))
        for who in reversed(choice.who):
            width = max(px(22), painter.fontMetrics().horizontalAdvance(who) + px(10))
            disc = QRectF(right - width, rect.center().y() - px(11) + 1, width, px(22))
            painter.setPen(QPen(QColor(c.border), 1))
            painter.setBrush(QColor(c.window))
            painter.drawRoundedRect(disc, px(11), px(11))
            painter.setPen(QColor(c.muted))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, who)
            right -= width + px(4)
        if choice.note:
            painter.setFont(theme.font(tokens.SECOND))
            painter.setPen(QColor(c.muted))
            width = painter.fontMetrics().horizontalAdvance(choice.note)
            painter.drawText(QRect(right - width - px(6), rect.top(), width + 1, rect.height()), _MIDDLE, choice.note)
            right -= width + px(12)
        return right


class Card(QWidget):
    """Shows the choices of one question. Signals say what was clicked; nothing is decided here."""

    chosen = Signal(int)
    """The place of the choice that was clicked, counted from 0."""
    asked = Signal(str)
    """A command by its id: "settle" or "leave-open"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        px = theme.px
        self._title, self._note = Elided(self), QLabel(self)
        self._title.setProperty("role", "strong")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setProperty("role", "second")
        self._model: ValueModel[Choice] = ValueModel(self._words, self)
        self.list = ValueView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(theme, self))
        self.list.setAccessibleName(self.tr("Readings"))
        self.list.clicked.connect(self._clicked)
        self._hints = KeyHints(theme, self)
        self._leave, self._settle = QPushButton(self.tr("Leave open"), self), QPushButton(self.tr("Settle and next"), self)
        self._settle.setProperty("kind", "primary")
        self._leave.clicked.connect(self._leave_pressed)
        self._settle.clicked.connect(self._settle_pressed)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._note)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._hints, 1)
        foot.addSpacing(px(8))
        foot.addWidget(self._leave)
        foot.addWidget(self._settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        column.setSpacing(px(6))
        column.addLayout(top)
        column.addWidget(self.list)
        column.addLayout(foot)
        theme.changed.connect(self.update)

    def show_choices(self, title: str, note: str, choices: Sequence[Choice], *, can: bool) -> None:
        """Show the readings of a question; `can`: it may be settled. The list is as high as its rows, five at most."""
        self._title.setText(title)
        self._note.setText(note)
        self._model.show_values(choices)
        rows = max(min(len(choices), _MOST), 1)
        self.list.setFixedHeight(rows * self._theme.px(_ROW + _GAP))
        at = next((place for place, each in enumerate(choices) if each.chosen), None)
        if at is not None:
            self.list.scrollTo(self._model.index(at))
        self._settle.setEnabled(can)
        self._leave.setEnabled(can)

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Show what else can be done, by key."""
        self._hints.show_hints(hints)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is shown."""
        return self._model.values

    def _words(self, choice: Choice) -> str:
        spans = ", ".join(f"“{words}” {tag.key}" for words, tag in choice.parts) or self.tr("No entity")
        key = self.tr("key {key}").format(key=choice.key) if choice.key else ""
        chosen = self.tr("chosen") if choice.chosen else ""
        return ", ".join(part for part in (spans, choice.note, " ".join(choice.who), key, chosen) if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._theme.colours.raised))
        painter.setPen(QPen(QColor(self._theme.colours.border), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.SHEET_RADIUS, tokens.SHEET_RADIUS)
        painter.end()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    @Slot()
    def _leave_pressed(self) -> None:
        self.asked.emit("leave-open")

    @Slot()
    def _settle_pressed(self) -> None:
        self.asked.emit("settle")
