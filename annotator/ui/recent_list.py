"""The projects that were open before: name and place, how far they are, when, and by how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.ui import tokens
from annotator.ui.numerals import numeral
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

_ROW = 60


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A project as the list shows it. `when` and `people` are words; `missing` where its file is not there now."""

    path: Path
    title: str
    place: str
    when: str = ""
    people: str = ""
    done: int = 0
    total: int = 0
    missing: bool = False


class _Delegate(RowDelegate):
    height = _ROW

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: RecentRow = index.data(VALUE)
        c, px, rect = self._theme.colours, self._theme.px, option.rect
        ground = QRectF(rect).adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(c.ring), 2) if option.state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_tint))
            painter.drawRoundedRect(ground, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.mixed(c.text, c.window, 0.04)))
            painter.drawRoundedRect(ground, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        wide, narrow = rect.width() >= px(560), rect.width() < px(400)
        far = px(190 if wide else 116)
        left, right = rect.left() + px(14), rect.right() - px(14)
        when = right - px(120 if narrow else 104)
        bar = when if narrow else when - px(16) - far
        name = QRect(left, rect.top(), bar - left - px(16), rect.height())
        self._two(painter, name, row.title, row.place, strong=True, faint=row.missing)
        second = self._far(row) if narrow else row.people
        self._two(painter, QRect(when, rect.top(), right - when, rect.height()), row.when, second, right=True)
        if not narrow:
            self._progress(painter, QRect(bar, rect.top(), far, rect.height()), row)

    def _two(
        self, painter: QPainter, rect: QRect, first: str, second: str, *, strong: bool = False, right: bool = False, faint: bool = False
    ) -> None:
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        upper = QRect(rect.left(), rect.top() + px(9), rect.width(), px(22))
        lower = QRect(rect.left(), rect.top() + px(31), rect.width(), px(20))
        for place, text, font, colour, mode in (
            (upper, first, theme.font(tokens.SHEET, 600) if strong else theme.font(tokens.SECOND), c.text, Qt.TextElideMode.ElideRight),
            (lower, second, theme.font(tokens.SECOND), c.muted, Qt.TextElideMode.ElideMiddle),
        ):
            painter.setFont(font)
            painter.setPen(QColor(c.muted if faint or right else colour))
            words = QFontMetrics(font).elidedText(text, mode, place.width())
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _far(self, row: RecentRow) -> str:
        if row.missing:
            return self.tr("not found")
        all_done = row.total and row.done == row.total
        words = self.tr("all {total} done") if all_done else self.tr("{done} of {total} done") if row.total else self.tr("no text yet")
        return words.format(done=numeral(row.done), total=numeral(row.total))

    def _progress(self, painter: QPainter, rect: QRect, row: RecentRow) -> None:
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        painter.setFont(theme.font(tokens.SECOND))
        upper = QRect(rect.left(), rect.top() + px(9), rect.width(), px(22))
        lower = QRect(rect.left(), rect.top() + px(31), rect.width(), px(20))
        if row.missing:
            painter.setPen(QColor(c.danger))
            painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, self._far(row))
            painter.setPen(QColor(c.muted))
            words = painter.fontMetrics().elidedText(self.tr("is the drive connected?"), Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, words)
            return
        painter.setPen(QColor(c.text))
        words = painter.fontMetrics().elidedText(self._far(row), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, words)
        if row.total:
            track = QRectF(rect.left(), rect.top() + px(39), min(px(150), rect.width() - px(8)), px(6))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.border))
            painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
            if row.done:
                painter.setBrush(QColor(c.success))
                width = max(track.width() * row.done / row.total, track.height())
                painter.drawRoundedRect(QRectF(track.left(), track.top(), width, track.height()), track.height() / 2, track.height() / 2)


class RecentList(ValueView):
    """Enter or a click opens, Delete takes off the list."""

    opened = Signal(object)
    forgotten = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model: ValueModel[RecentRow] = ValueModel(self._words, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Recent projects"))
        self.clicked.connect(self._clicked)

    def show_rows(self, rows: Sequence[RecentRow]) -> None:
        """Show these projects; the first is chosen."""
        self._model.show_values(rows)
        self.setFixedHeight(self._theme.px(_ROW) * min(max(len(rows), 1), 7))
        if rows:
            self.setCurrentIndex(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or forget the chosen one."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._model.values[index.row()].path)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit(self._model.values[index.row()].path)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.values[index.row()].path)

    def _words(self, row: RecentRow) -> str:
        far = (
            self.tr("not found")
            if row.missing
            else self.tr("{done} of {total} done").format(done=numeral(row.done), total=numeral(row.total))
        )
        return ", ".join(part for part in (row.title, row.place, far, row.when, row.people) if part)
