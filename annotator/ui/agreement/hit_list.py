"""The disagreements of a chosen cell: when and in which entry, the words with the text around them, who reads them how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.adjudicate.values import Tag, short_names
from annotator.ui.agreement.values import Hit
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

_ROW, _TIME, _SIDES = 57, 48, 0.34
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Delegate(RowDelegate):
    height = _ROW

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        hit: Hit = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.border))
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.ring), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        elif option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect.adjusted(0, 0, 0, -1), QColor(tokens.mixed(c.text, c.base, 0.04)))
        edge = self._paint_sides(painter, hit, rect)
        left = rect.left() + px(6)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        upper = QRect(left, rect.top() + px(6), edge - left, px(18))
        painter.drawText(upper, int(_MIDDLE), hit.time)
        upper.setLeft(left + (px(_TIME) if hit.time else 0))
        title = painter.fontMetrics().elidedText(shown(hit.title), Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, int(_MIDDLE), title)
        self._paint_text(painter, hit, QRect(upper.left(), rect.top() + px(24), edge - upper.left() - px(12), px(24)))

    def _paint_sides(self, painter: QPainter, hit: Hit, rect: QRect) -> int:
        """Write who reads it how, from the right; return where the text may end."""
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        names, tags = theme.font(tokens.SECOND), theme.capitals()
        least = rect.right() - round(rect.width() * _SIDES)
        right = rect.right() - px(10)
        line = QRect(0, rect.top(), 0, rect.height())
        for who, held in reversed(sides_within(hit, QFontMetrics(names), right - least, px(24))):
            parts = [(tag.key, tokens.label_colour(tag.colour).text(c)) for tag in held] or [(self.tr("none"), c.muted)]
            width = sum(QFontMetrics(tags).horizontalAdvance(text) + px(6) for text, _ in parts) + QFontMetrics(names).horizontalAdvance(
                who
            )
            if right - width < least:
                break
            left = right - width
            painter.setFont(names)
            painter.setPen(QColor(c.muted))
            line.setLeft(left)
            line.setRight(right + px(4))
            painter.drawText(line, int(_MIDDLE), who)
            left += QFontMetrics(names).horizontalAdvance(who) + px(6)
            painter.setFont(tags)
            for text, colour in parts:
                painter.setPen(QColor(colour))
                line.setLeft(left)
                painter.drawText(line, int(_MIDDLE), text)
                left += QFontMetrics(tags).horizontalAdvance(text) + px(6)
            right -= width + px(12)
        return right

    def _paint_text(self, painter: QPainter, hit: Hit, room: QRect) -> None:
        """Write one line of text, the words of the disagreement on their own ground over a line for each reading."""
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        painter.setFont(theme.reading(14.5 * theme.scale))
        painter.setPen(QColor(c.text))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(_line(hit.words), Qt.TextElideMode.ElideMiddle, room.width() * 2 // 3)
        width = metrics.horizontalAdvance(words)
        before = metrics.elidedText(_line(hit.before), Qt.TextElideMode.ElideLeft, min((room.width() - width) * 3 // 5, px(420)))
        left = room.left()
        painter.drawText(QRect(left, room.top(), room.width(), room.height()), int(_MIDDLE), before)
        left += metrics.horizontalAdvance(before)
        ground = QRectF(left - 1.5, room.top() + px(1), width + 3, room.height() - px(4))
        painter.fillRect(ground, QColor(c.window))
        painter.drawText(QRect(left, room.top(), width + px(4), room.height()), int(_MIDDLE), words)
        lines = [tag.colour for _, held in hit.sides for tag in held[:1]]
        for number, colour in enumerate(dict.fromkeys(lines)):
            y = ground.bottom() + number * px(3)
            painter.fillRect(QRectF(ground.left(), y, ground.width(), px(2)), QColor(tokens.label_colour(colour).line(c)))
        left += width
        after = metrics.elidedText(_line(hit.after), Qt.TextElideMode.ElideRight, max(room.right() - left, 0))
        painter.drawText(QRect(left, room.top(), max(room.right() - left + px(4), 0), room.height()), int(_MIDDLE), after)


def sides_within(hit: Hit, metrics: QFontMetrics, room: int, beside: int) -> tuple[tuple[str, tuple[Tag, ...]], ...]:
    """Return who reads a hit how, by initials where the names do not fit in so many pixels; `beside`: what each needs besides words."""
    wide = sum(metrics.horizontalAdvance(f"{who} {' '.join(tag.key for tag in held)}") + beside for who, held in hit.sides)
    if wide <= room:
        return hit.sides
    return tuple(zip(short_names([who for who, _ in hit.sides]), (held for _, held in hit.sides), strict=True))


def _line(text: str) -> str:
    return shown(text).replace("\n", " ")


class HitList(ValueView):
    """Shows hits; `opened` tells the number of the one that was double-clicked or on which Enter was pressed."""

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits: ValueModel[Hit] = ValueModel(self._words, self)
        self.setModel(self.hits)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Disagreements of the chosen cell"))
        self.doubleClicked.connect(self._opened)
        theme.changed.connect(self.viewport().update)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these in their order."""
        self.hits.show_values(hits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; move by the arrows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _words(self, hit: Hit) -> str:
        sides = "; ".join(f"{who} {', '.join(tag.key for tag in held) or self.tr('none')}" for who, held in hit.sides)
        return f"{hit.time} {hit.title}: … {_line(hit.words)} …, {sides}"

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.hits.values[index.row()].number)
