"""Colours and pens as Qt wants them, and texts cut to their room, made once each: every key paints some twenty rows of lists."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

_ELIDE = Qt.TextElideMode.ElideRight
_MANY = 4_096


@lru_cache(maxsize=256)
def ink(colour: str) -> QColor:
    """Return a colour of tokens.py ("#RRGGBB"); not to be changed."""
    return QColor(colour)


@lru_cache(maxsize=256)
def pen(colour: str, width: float = 1.0) -> QPen:
    """Return a pen of a colour of tokens.py, its width in pixels; not to be changed."""
    return QPen(ink(colour), width)


class Cuts:
    """Texts of a list as they fit into their room; measuring one takes as long as drawing it."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, int, object], str] = {}

    def cut(self, painter: QPainter, text: str, room: int, face: object) -> str:
        """Return a text cut at its end to a room in pixels, in the painter's font; `face` is what tells that font from others here."""
        key = text, room, face
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= _MANY:
                self._made.clear()
            found = self._made[key] = painter.fontMetrics().elidedText(text, _ELIDE, room)
        return found
