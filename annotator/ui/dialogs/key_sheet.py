"""All keys on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from annotator.ui import tokens
from annotator.ui.dialogs.base import LIST, RING, Dialog
from annotator.ui.keycap import HEIGHT, cap_width, paint_cap, sign
from annotator.ui.theme import Theme

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""Groups of commands: a heading, and (keys parted by spaces, what they do) each."""

_ROW, _HEAD, _GAP = 26, 30, 14
_CAPS = 116
"""Room for the caps of a column, in pixels; what needs more pushes the words of the whole column to the right."""


class _Sheet(QWidget):
    """Two columns of groups, painted."""

    def __init__(self, theme: Theme, groups: Groups, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups = [(name, tuple(rows)) for name, rows in groups if rows]
        self._columns = self._parted()
        words = (f"{', '.join(sign(key) for key in keys.split())}: {does}" for _, rows in self._groups for keys, does in rows)
        self.setAccessibleName(self.tr("Keys"))
        self.setAccessibleDescription("; ".join(words))
        self.setMinimumHeight(max((self._height(column) for column in self._columns), default=0))
        theme.changed.connect(self.update)

    def _height(self, column: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> int:
        return self._theme.px(sum(_HEAD + len(rows) * _ROW + _GAP for _, rows in column))

    def _parted(self) -> tuple[list[tuple[str, tuple[tuple[str, str], ...]]], ...]:
        """Part the groups where the two columns come out most alike."""
        at = min(
            range(len(self._groups) + 1), key=lambda at: max(self._height(self._groups[:at]), self._height(self._groups[at:])), default=0
        )
        return self._groups[:at], self._groups[at:]

    def sizeHint(self) -> QSize:
        """As high as the higher column."""
        return QSize(self._theme.px(LIST - 60), self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both columns."""
        painter = QPainter(self)
        theme, px = self._theme, self._theme.px
        width = (self.width() - px(28)) // 2
        for number, column in enumerate(self._columns):
            left, top = number * (width + px(28)), 0
            every = [keys.split() for _, rows in column for keys, _ in rows]
            caps = max((sum(cap_width(theme, key) + px(4) for key in keys) for keys in every), default=0) + px(8)
            for name, rows in column:
                painter.setFont(theme.font(tokens.SECOND, 600))
                painter.setPen(QColor(theme.colours.muted))
                painter.drawText(QRect(left, top, width, px(_HEAD)), Qt.AlignmentFlag.AlignVCenter, name)
                top += px(_HEAD)
                for keys, does in rows:
                    self._paint_row(painter, QRect(left, top, width, px(_ROW)), keys.split(), does, max(caps, px(_CAPS)))
                    top += px(_ROW)
                top += px(_GAP)
        painter.end()

    def _paint_row(self, painter: QPainter, rect: QRect, keys: Sequence[str], does: str, caps: int) -> None:
        theme, px = self._theme, self._theme.px
        x = rect.left()
        for key in keys:
            x += paint_cap(painter, theme, QPoint(x, rect.top() + (rect.height() - px(HEIGHT)) // 2), key) + px(4)
        x = rect.left() + caps
        painter.setFont(theme.font())
        painter.setPen(QColor(theme.colours.text))
        room = rect.right() - x
        words = QFontMetrics(theme.font()).elidedText(does, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)


class KeySheet(Dialog):
    """The keys that hold now, as the keymap has them."""

    def __init__(self, parent: QWidget | None, theme: Theme, groups: Groups) -> None:
        super().__init__(parent, theme, self.tr("Keys"), self.tr("Close"), width=LIST + 120, cancel=None)
        self.keys = _Sheet(theme, groups, self.ground)
        scroll = QScrollArea(self.ground)
        scroll.setProperty("kind", "sheet")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.keys)
        scroll.viewport().setAutoFillBackground(False)
        self.keys.setAutoFillBackground(False)
        scroll.setAccessibleName(self.tr("Keys"))
        self.reach(scroll, by=RING)
        room = theme.px(560) if parent is None else max(theme.px(320), parent.window().height() - theme.px(220))
        scroll.setFixedHeight(min(self.keys.minimumHeight() + theme.px(4), room))
        self.say("", self.tr("Every key can be changed: menu Project, Change keys…"))
        self.verb_button.setFocus()

    @classmethod
    def show_keys(cls, parent: QWidget | None, theme: Theme, groups: Groups) -> None:
        """Show the sheet until it is closed."""
        cls(parent, theme, groups).run()
