"""The commands by name: type a part of one, Enter gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.ui import tokens
from annotator.ui.keycap import HEIGHT, cap_width, paint_cap, sign
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

_ROW, _ROWS, _WIDTH = 34, 11, 560


@dataclass(frozen=True, slots=True)
class Offer:
    """A command as the palette shows it."""

    id: str
    text: str
    menu: str
    key: str = ""


def matching(offers: Sequence[Offer], words: str) -> list[Offer]:
    """Return the offers that hold every word typed: those whose text begins with the first one first."""
    wanted = words.casefold().split()
    found = [each for each in offers if all(word in f"{each.text} {each.menu}".casefold() for word in wanted)]
    return sorted(found, key=lambda each: not each.text.casefold().startswith(wanted[0])) if wanted else found


class _Delegate(RowDelegate):
    height = _ROW

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        offer, theme, px, rect = index.data(VALUE), self._theme, self._theme.px, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours.accent_tint))
            painter.drawRoundedRect(QRectF(rect).adjusted(px(8), 1, -px(8), -1), tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        right = rect.right() - px(18)
        if offer.key:
            right -= cap_width(theme, offer.key)
            paint_cap(painter, theme, QPoint(right, rect.center().y() - px(HEIGHT) // 2 + 1), offer.key)
            right -= px(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.colours.muted))
        painter.setFont(theme.font(tokens.SECOND))
        left = rect.left() + px(18)
        painter.drawText(QRect(left, rect.top(), px(64), rect.height()), middle, offer.menu)
        painter.setPen(QColor(theme.colours.text))
        painter.setFont(theme.font())
        left += px(72)
        text = painter.fontMetrics().elidedText(offer.text, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), middle, text)


class Palette(QDialog):
    """A field and the commands that fit. Arrows choose, Enter gives, Escape leaves."""

    def __init__(self, parent: QWidget, theme: Theme, offers: Sequence[Offer]) -> None:
        super().__init__(parent)
        self._offers = offers
        self._theme = theme
        self.setWindowTitle(self.tr("Commands"))
        self.setModal(True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Part of a command’s name"))
        self.field.textChanged.connect(self._filter)
        self._model: ValueModel[Offer] = ValueModel(self._words, self)
        self.list = ValueView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(theme, self))
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFixedHeight(theme.px(_ROW) * _ROWS)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self.accept)
        self._none = QLabel(self.tr("No command is called so."), self)
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = QFrame(self)
        line.setProperty("role", "hairline")
        top = QVBoxLayout()
        top.setContentsMargins(*[theme.px(12)] * 4)
        top.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line)
        column.addSpacing(theme.px(6))
        column.addWidget(self.list)
        column.addWidget(self._none)
        self.setFixedWidth(theme.px(_WIDTH))
        self._filter()

    @classmethod
    def ask(cls, parent: QWidget, theme: Theme, offers: Sequence[Offer]) -> str | None:
        """Return the id of the command that was chosen; None where the person left."""
        palette = cls(parent, theme, offers)
        chosen = palette.exec() == QDialog.DialogCode.Accepted
        palette.deleteLater()
        return palette.current if chosen else None

    @property
    def current(self) -> str | None:
        """The id of the command that is chosen."""
        index = self.list.currentIndex()
        return self._model.values[index.row()].id if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the field keeps the keyboard."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._model.values:
            row = min(max(self.list.currentIndex().row() + step, 0), len(self._model.values) - 1)
            self.list.setCurrentIndex(self._model.index(row))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current is not None:
                self.accept()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _filter(self) -> None:
        found = matching(self._offers, self.field.text())
        self._model.show_values(found)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        self._none.setFixedHeight(self.list.height())
        if found:
            self.list.setCurrentIndex(self._model.index(0))

    def _words(self, offer: Offer) -> str:
        key = self.tr("key {key}").format(key=sign(offer.key)) if offer.key else ""
        return ", ".join(part for part in (offer.text, offer.menu, key) if part)
