"""Parts of the scheme editor: the list of labels, the sixteen colours, and mentions to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QStyleOptionViewItem, QWidget

from annotator.core.ids import Id
from annotator.core.text import shown
from annotator.ui import plural, tokens
from annotator.ui.dialogs.base import REACH
from annotator.ui.dialogs.parts import paint_row_ground
from annotator.ui.dialogs.rows import PlainModel
from annotator.ui.keycap import HEIGHT, paint_cap, sign
from annotator.ui.label_list import paint_swatch
from annotator.ui.numerals import numeral
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueView
from annotator.ui.words import colour_text

_ROW, _MENTION, _COLUMNS = 34, 32, 4
_BEFORE = 0.4
"""Share of a row for what stands before a mention: all mentions begin at one line."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A label as the editor lists it; `colour` counts from 0, `spans` over all layers."""

    id: Id
    key: str
    name: str
    shortcut: str
    colour: int
    spans: int
    retired: bool = False


class _LabelDelegate(RowDelegate):
    height = _ROW

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: SchemeRow = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        paint_row_ground(painter, theme, rect, option.state)
        middle = rect.center().y() + 1
        if row.shortcut and not row.retired:
            paint_cap(painter, theme, QPoint(rect.left() + px(REACH), middle - px(HEIGHT) // 2), row.shortcut)
        if not row.retired:
            paint_swatch(painter, theme, QPoint(rect.left() + px(REACH + 30), middle - px(8)), row.colour)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        right = self.tr("retired, {n}").format(n=numeral(row.spans)) if row.retired else numeral(row.spans)
        width = painter.fontMetrics().horizontalAdvance(right)
        end = rect.right() - px(REACH)
        painter.drawText(QRect(end - width, rect.top(), width + 1, rect.height()), _MIDDLE, right)
        left = rect.left() + px(REACH + 54)
        room = end - width - px(12) - left
        painter.setFont(theme.font(tokens.BODY, 600))
        painter.setPen(QColor(c.muted if row.retired else c.text))
        key = painter.fontMetrics().elidedText(row.key, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.top(), room, rect.height()), _MIDDLE, key)
        used = painter.fontMetrics().horizontalAdvance(key) + px(10)
        if row.name.casefold() != row.key.casefold() and room - used > px(24):
            painter.setFont(theme.font(tokens.SECOND))
            painter.setPen(QColor(c.muted))
            name = painter.fontMetrics().elidedText(shown(row.name), Qt.TextElideMode.ElideRight, room - used)
            painter.drawText(QRect(left + used, rect.top(), room - used, rect.height()), _MIDDLE, name)


class SchemeList(ValueView):
    """The labels in their order. Alt with the arrows moves one, Insert adds, Delete retires or brings back."""

    chosen = Signal()
    moved = Signal(int)
    """The chosen label is to go up (-1) or down (1)."""
    added = Signal()
    retired = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: PlainModel[SchemeRow] = PlainModel(self._words, self)
        self.setModel(self._model)
        self.setItemDelegate(_LabelDelegate(theme, self))
        self.setAccessibleName(self.tr("Labels"))
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.doItemsLayout)

    @property
    def rows(self) -> tuple[SchemeRow, ...]:
        """The labels that are listed."""
        return self._model.values

    @property
    def current(self) -> SchemeRow | None:
        """The label that is chosen."""
        index = self.currentIndex()
        return self._model.values[index.row()] if index.isValid() else None

    def show_labels(self, rows: Sequence[SchemeRow], chosen: Id | None) -> None:
        """List these labels with one of them chosen, or the first."""
        self._model.show_values(rows)
        at = next((place for place, row in enumerate(rows) if row.id == chosen), 0)
        if rows:
            self.setCurrentIndex(self._model.index(at))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that change the scheme; leave the rest to the list."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key is Qt.Key.Key_Up else 1)
        elif key is Qt.Key.Key_Insert:
            self.added.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.retired.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit()

    def _words(self, row: SchemeRow) -> str:
        key = self.tr("key {key}").format(key=sign(row.shortcut)) if row.shortcut else ""
        state = self.tr("retired") if row.retired else ""
        colour = colour_text(tokens.label_colour(row.colour).name)
        return ", ".join(part for part in (row.key, row.name, key, colour, plural.spans(row.spans), state) if part)


class _Swatch(QAbstractButton):
    """One of the colours, with its name: tint, line, and the name in the colour of tags."""

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._number = theme, number
        self.setCheckable(True)
        self.setText(colour_text(tokens.LABEL_COLOURS[number].name))
        self.setAccessibleName(self.text())
        self.setFixedHeight(theme.px(28))

    def sizeHint(self) -> QSize:
        """Swatch and name."""
        return QSize(QFontMetrics(self._theme.font(tokens.SECOND, 600)).horizontalAdvance(self.text()) + self._theme.px(36), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the swatch; the chosen one stands on a ground with a ring of its own, the focused one in the ring of focus."""
        painter, theme, px, c = QPainter(self), self._theme, self._theme.px, self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        colour = tokens.LABEL_COLOURS[self._number]
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setBrush(QColor(c.accent_tint))
            painter.setPen(QPen(QColor(c.control), 1))
            painter.drawRoundedRect(box, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.ring), 2))
            painter.drawRoundedRect(box, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        paint_swatch(painter, theme, QPoint(px(8), self.height() // 2 - px(8)), self._number)
        painter.setFont(theme.font(tokens.SECOND, 600 if self.isChecked() else 400))
        painter.setPen(QColor(colour.text(c)))
        painter.drawText(QRect(px(28), 0, self.width() - px(30), self.height()), _MIDDLE, self.text())
        painter.end()


class ColourGrid(QWidget):
    """The sixteen colours; arrows go from one to the next, Space takes one."""

    taken = Signal(int)
    """The number of the colour that a person took, from 0."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(2))
        self._group = QButtonGroup(self)
        for number in range(len(tokens.LABEL_COLOURS)):
            button = _Swatch(theme, number, self)
            self._group.addButton(button, number)
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self._group.idClicked.connect(self.taken)

    def show_colour(self, number: int) -> None:
        """Let a colour hold, without telling."""
        button = self._group.button(number % len(tokens.LABEL_COLOURS))
        button.setChecked(True)
        self.setFocusProxy(button)

    @property
    def held(self) -> int:
        """The number of the colour that holds."""
        return self._group.checkedId()


@dataclass(frozen=True, slots=True)
class MentionRow:
    """Spans of one label on equal words, to be ticked. `key` names them."""

    key: str
    words: str
    before: str
    after: str
    spans: int
    ticked: bool = False


class _MentionDelegate(RowDelegate):
    height = _MENTION

    def __init__(self, theme: Theme, parent: QObject, colour: int) -> None:
        super().__init__(theme, parent)
        self._colour = colour

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: MentionRow = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        paint_row_ground(painter, theme, rect, option.state)
        self._paint_box(painter, QRectF(rect.left() + px(REACH), rect.center().y() - px(8) + 0.5, px(16), px(16)), row.ticked)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        spans = f"{numeral(row.spans)} ×"
        width = painter.fontMetrics().horizontalAdvance(spans)
        end = rect.right() - px(REACH) - width
        painter.drawText(QRect(end, rect.top(), width + 1, rect.height()), _MIDDLE, spans)
        painter.setFont(theme.reading(px(14)))
        metrics = painter.fontMetrics()
        left = rect.left() + px(REACH + 28)
        room = end - px(12) - left
        words = metrics.elidedText(_line(row.words), Qt.TextElideMode.ElideMiddle, room // 2)
        used = metrics.horizontalAdvance(words)
        side = round(room * _BEFORE)
        rest = room - side - used
        before = metrics.elidedText(_line(row.before), Qt.TextElideMode.ElideLeft, side - px(6))
        painter.drawText(QRect(left, rect.top(), side - px(4), rect.height()), _RIGHT, before)
        after = metrics.elidedText(_line(row.after), Qt.TextElideMode.ElideRight, rest - px(6))
        painter.drawText(QRect(left + side + used + px(4), rect.top(), rest - px(4), rect.height()), _MIDDLE, after)
        label = tokens.label_colour(self._colour)
        box = QRectF(left + side - 2, rect.center().y() - metrics.height() / 2, used + 4, metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(label.tint(c)))
        painter.drawRoundedRect(box, tokens.TINT_RADIUS, tokens.TINT_RADIUS)
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 2), QColor(label.line(c)))
        painter.setPen(QColor(c.text))
        painter.drawText(QRect(left + side, rect.top(), used + 1, rect.height()), _MIDDLE, words)

    def _paint_box(self, painter: QPainter, box: QRectF, ticked: bool) -> None:
        c = self._theme.colours
        painter.setPen(QPen(QColor(c.accent if ticked else c.control), 1))
        painter.setBrush(QColor(c.accent if ticked else c.base))
        painter.drawRoundedRect(box, tokens.CAP_RADIUS, tokens.CAP_RADIUS)
        if ticked:
            pen = QPen(QColor(c.accent_text), 1.75 * self._theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            x, y, unit = box.center().x(), box.center().y(), box.width() / 16
            points = ((-3.5, 0.0), (-1.0, 3.0), (4.0, -3.0))
            painter.drawPolyline([QPoint(round(x + dx * unit), round(y + dy * unit)) for dx, dy in points])


class MentionList(ValueView):
    """Mentions with boxes: Space or a click ticks one, Ctrl+A all or none."""

    ticked = Signal()

    def __init__(self, theme: Theme, colour: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: PlainModel[MentionRow] = PlainModel(self._words, self)
        self.setModel(self._model)
        self.setItemDelegate(_MentionDelegate(theme, self, colour))
        self.setAccessibleName(self.tr("Mentions"))
        self.clicked.connect(self._clicked)

    @property
    def rows(self) -> tuple[MentionRow, ...]:
        """The mentions, with what is ticked."""
        return self._model.values

    def show_mentions(self, rows: Sequence[MentionRow]) -> None:
        """Show these mentions."""
        self._model.show_values(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space, all by Ctrl+A."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._clicked(self.currentIndex())
        elif event.key() == Qt.Key.Key_A and control:
            on = not all(row.ticked for row in self.rows)
            self.show_mentions([replace(row, ticked=on) for row in self.rows])
            self.ticked.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        at = index.row()
        self.show_mentions([replace(row, ticked=not row.ticked) if place == at else row for place, row in enumerate(self.rows)])
        self.ticked.emit()

    def _words(self, row: MentionRow) -> str:
        state = self.tr("ticked") if row.ticked else self.tr("not ticked")
        return ", ".join((row.words, state, plural.spans(row.spans), f"{row.before}{row.words}{row.after}"))


def _line(text: str) -> str:
    return shown(" ".join(text.split("\n")))
