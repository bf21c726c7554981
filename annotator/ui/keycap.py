"""Key caps: a key drawn as on a keyboard, in lists, in bars and on their own."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui import tokens
from annotator.ui.inks import ink, pen
from annotator.ui.theme import Theme

HEIGHT = 20
_CENTRE, _LEFT = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SIGNS = {
    "Return": "⏎",
    "Enter": "⏎",
    "Backspace": "⌫",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "PgUp": "Page↑",
    "PgDown": "Page↓",
}


@lru_cache(maxsize=256)
def sign(key: str) -> str:
    """Return a key as caps show it: "Ctrl+Return" as "Ctrl+⏎", "q" as "Q"."""
    parts = [_SIGNS.get(part, part.upper() if len(part) == 1 else part) for part in key.split("+")] if key != "+" else ["+"]
    return "+".join(parts)


def cap_width(theme: Theme, key: str) -> int:
    """Return the width of a cap in pixels, at least as wide as high."""
    metrics = QFontMetrics(theme.font(tokens.SMALL))
    return max(metrics.horizontalAdvance(sign(key)) + theme.px(10), theme.px(HEIGHT))


def paint_cap(painter: QPainter, theme: Theme, at: QPoint, key: str) -> int:
    """Draw a cap whose upper left corner is at a point; return its width in pixels. The lower edge is the stronger one."""
    width, height = cap_width(theme, key), theme.px(HEIGHT)
    box = QRectF(at.x() + 0.5, at.y() + 0.5, width - 1, height - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ink(theme.colours.base))
    painter.setPen(pen(theme.colours.border))
    painter.drawRoundedRect(box, tokens.CAP_RADIUS, tokens.CAP_RADIUS)
    painter.setPen(pen(tokens.mixed(theme.colours.control, theme.colours.border, 0.45)))
    painter.drawLine(round(box.left() + 3), round(box.bottom()), round(box.right() - 3), round(box.bottom()))
    painter.setPen(ink(theme.colours.text))
    painter.setFont(theme.font(tokens.SMALL))
    painter.drawText(QRect(at.x(), at.y(), width, height - 1), _CENTRE, sign(key))
    painter.restore()
    return width


class KeyHints(QWidget):
    """Keys and what they do, in one row: as many of them as there is room for, the first being the most important."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, right: bool = False, gap: int = 18) -> None:
        super().__init__(parent)
        self._gap = theme.px(gap)
        self._theme = theme
        self._right = right
        self._hints: tuple[tuple[str, str], ...] = ()
        theme.changed.connect(self.update)

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Show (key, what it does) each, e.g. ("Return", "accept")."""
        if hints == self._hints:
            return
        self._hints = hints
        self.setAccessibleName(", ".join(f"{key}: {does}" for key, does in hints))
        self.setToolTip("\n".join(f"{sign(key)}  {does}" for key, does in hints))
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(self._theme.font(tokens.SECOND))
        px = self._theme.px
        return [cap_width(self._theme, key) + px(8) + metrics.horizontalAdvance(does) + self._gap for key, does in self._hints]

    def sizeHint(self) -> QSize:
        """Wide enough for all hints."""
        return QSize(sum(self._widths()), self._theme.px(HEIGHT + 4))

    def minimumSizeHint(self) -> QSize:
        """Nothing: what has no room is left out."""
        return QSize(0, self._theme.px(HEIGHT + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        px, widths = self._theme.px, self._widths()
        count = len(widths)
        while count and sum(widths[:count]) > self.width() + self._gap:
            count -= 1
        left = self.width() - sum(widths[:count]) + self._gap if self._right and count else 0
        for (key, does), width in zip(self._hints[:count], widths, strict=False):
            cap = paint_cap(painter, self._theme, QPoint(left, (self.height() - px(HEIGHT)) // 2), key)
            painter.setFont(self._theme.font(tokens.SECOND))
            painter.setPen(ink(self._theme.colours.muted))
            painter.drawText(QRect(left + cap + px(8), 0, width, self.height()), _LEFT, does)
            left += width
        painter.end()
