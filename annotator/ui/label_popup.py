"""The labels at the selection: type a part of a name, or the label's key; Enter gives the label, Escape leaves."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.core.model import Scheme
from annotator.ui import tokens
from annotator.ui.bridge import colour_of
from annotator.ui.keycap import HEIGHT, cap_width, paint_cap, sign
from annotator.ui.label_list import paint_swatch
from annotator.ui.reading_column import ReadingColumn
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

_ROW, _ROWS, _WIDTH = 30, 9, 320
_BELOW = 8
"""Pixels between the selection and the popup."""


@dataclass(frozen=True, slots=True)
class LabelOffer:
    """A label as the popup shows it: what comes back, its name on tags, its name in words, its key on caps, its colour counted from 0."""

    id: Hashable
    key: str
    name: str = ""
    shortcut: str = ""
    colour: int = 0
    given: bool = False
    """Whether what is in hand has this label now."""


def label_offers(scheme: Scheme, keys: Mapping[str, str], given: Hashable | None = None) -> list[LabelOffer]:
    """Return the labels in use; `keys` holds what stands on their caps by the label's key in capitals."""
    return [
        LabelOffer(each.id, each.key, _apart(each.name, each.key), keys.get(each.key, ""), colour_of(each.colour), each.id == given)
        for each in scheme.active
    ]


def _apart(name: str, key: str) -> str:
    """Return a label's name in words; "" where it says no more than its name on tags does."""
    return "" if name.casefold() == key.casefold() else name


def beside(view: ReadingColumn, start: int, end: int) -> QRect | None:
    """Return where a stretch of the text stands on the screen, in global pixels; None where it is out of sight."""
    whole = QRect()
    for box in view.boxes(start, end):
        whole = whole.united(box.toAlignedRect())
    seen = whole.intersected(view.viewport().rect())
    return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size()) if seen.isValid() else None


def fitting(offers: Iterable[LabelOffer], typed: str) -> list[LabelOffer]:
    """Return the labels of which what was typed is a part: the one whose key it is first, then those that begin so, then the others."""
    words = typed.casefold().split()
    if not words:
        return list(offers)
    found = [each for each in offers if _is_key(each, typed) or all(word in f"{each.key} {each.name}".casefold() for word in words)]
    return sorted(found, key=lambda each: (not _is_key(each, typed), not _begins(each, words[0])))


def _is_key(offer: LabelOffer, typed: str) -> bool:
    return bool(offer.shortcut) and offer.shortcut.rpartition("+")[2].casefold() == typed.strip().casefold()


def _begins(offer: LabelOffer, word: str) -> bool:
    return offer.key.casefold().startswith(word) or any(part.startswith(word) for part in offer.name.casefold().split())


class _Delegate(RowDelegate):
    height = _ROW

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        offer, theme, c, px, rect = index.data(VALUE), self._theme, self._theme.colours, self._theme.px, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_tint))
            painter.drawRoundedRect(QRectF(rect).adjusted(px(6), 1, -px(6), -1), tokens.ROW_RADIUS, tokens.ROW_RADIUS)
            painter.setBrush(QColor(c.accent))
            painter.drawRoundedRect(QRectF(rect.left() + px(6), rect.center().y() - px(8), 3, px(17)), 1.5, 1.5)
        middle, right = rect.center().y() + 1, rect.right() - px(14)
        if offer.shortcut:
            right -= cap_width(theme, offer.shortcut)
            paint_cap(painter, theme, QPoint(right, middle - px(HEIGHT) // 2), offer.shortcut)
            right -= px(10)
        paint_swatch(painter, theme, QPoint(rect.left() + px(18), middle - px(8)), offer.colour)
        left, upright = rect.left() + px(42), Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(tokens.BODY, 600))
        painter.setPen(QColor(c.text))
        key = painter.fontMetrics().elidedText(offer.key, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), upright, key)
        left += painter.fontMetrics().horizontalAdvance(key) + px(10)
        second = ", ".join(part for part in (offer.name, self.tr("now") if offer.given else "") if part)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        text = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, max(right - left, 0))
        painter.drawText(QRect(left, rect.top(), max(right - left, 0), rect.height()), upright, text)


class LabelPopup(QDialog):
    """A field and the labels that fit what is typed into it. The field keeps the keyboard; the arrows choose."""

    def __init__(self, parent: QWidget | None, theme: Theme, offers: Sequence[LabelOffer], about: str = "") -> None:
        """`about` are the words that get the label."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._offers = tuple(offers)
        self._theme = theme
        px = theme.px
        words = " ".join(about.split())
        self.setModal(True)
        self.setWindowTitle(self.tr("Label “{words}”").format(words=words) if words else self.tr("Label"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Which label?"))
        self.field.setAccessibleName(self.tr("Part of a label’s name"))
        self.field.textChanged.connect(self._filter)
        self._model: ValueModel[LabelOffer] = ValueModel(self._words, self)
        self.list = ValueView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(theme, self))
        self.list.setAccessibleName(self.tr("Labels"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedHeight(px(_ROW) * min(max(len(self._offers), 1), _ROWS))
        self.list.clicked.connect(self.accept)
        self._none = QLabel(self.tr("No label is called so."), self)
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setFixedHeight(self.list.height())
        line = QFrame(self)
        line.setProperty("role", "hairline")
        top = QVBoxLayout()
        top.setContentsMargins(*[px(8)] * 4)
        top.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, px(6))
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line)
        column.addSpacing(px(4))
        column.addWidget(self.list)
        column.addWidget(self._none)
        self.setFixedWidth(px(_WIDTH))
        self._filter()
        self.field.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, theme: Theme, offers: Sequence[LabelOffer], near: QRect | None = None, about: str = ""
    ) -> Hashable | None:
        """Return the id of the label that was chosen; None where the person left. `near` is what is labelled, in global pixels."""
        popup = cls(parent, theme, offers, about)
        popup.stand_by(near if near is not None else QRect(parent.mapToGlobal(parent.rect().center()), QSize(1, 1)))
        chosen = popup.exec() == QDialog.DialogCode.Accepted
        popup.deleteLater()
        return popup.current if chosen else None

    @property
    def current(self) -> Hashable | None:
        """The id of the label that is chosen; None where none fits."""
        index = self.list.currentIndex()
        return self._model.values[index.row()].id if index.isValid() else None

    @property
    def listed(self) -> tuple[str, ...]:
        """The labels that fit what is typed, by their names on tags."""
        return tuple(each.key for each in self._model.values)

    def stand_by(self, near: QRect) -> None:
        """Go under what is labelled; above it where the screen ends there. What is labelled is never covered."""
        size = self.sizeHint()
        screen = QGuiApplication.screenAt(near.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        below, above = near.bottom() + self._theme.px(_BELOW), near.top() - self._theme.px(_BELOW) - size.height()
        top = below if below + size.height() <= room.bottom() or above < room.top() else above
        left = max(min(near.left(), room.right() - self.width()), room.left())
        self.move(left, max(min(top, room.bottom() - size.height()), room.top()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.base))
        painter.setPen(QColor(self._theme.colours.control))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the field keeps the keyboard."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        steps |= {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._model.values:
            row = min(max(self.list.currentIndex().row() + step, 0), len(self._model.values) - 1)
            self.list.setCurrentIndex(self._model.index(row))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current is not None:
                self.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep the keyboard in the field: Tab chooses in the list."""
        return False

    @Slot()
    def _filter(self) -> None:
        found = fitting(self._offers, self.field.text())
        self._model.show_values(found)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        if found:
            now = next((row for row, each in enumerate(found) if each.given), 0) if not self.field.text() else 0
            self.list.setCurrentIndex(self._model.index(now))

    def _words(self, offer: LabelOffer) -> str:
        key = self.tr("key {key}").format(key=sign(offer.shortcut)) if offer.shortcut else ""
        name = f"{offer.key} ({offer.name})" if offer.name else offer.key
        return ", ".join(part for part in (name, self.tr("now") if offer.given else "", key) if part)
