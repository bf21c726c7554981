"""Colours and pens as Qt wants them, made once each: a row of a list asks for a dozen, and every key paints some twenty rows."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor, QPen


@lru_cache(maxsize=256)
def ink(colour: str) -> QColor:
    """Return a colour of tokens.py ("#RRGGBB"); not to be changed."""
    return QColor(colour)


@lru_cache(maxsize=256)
def pen(colour: str, width: float = 1.0) -> QPen:
    """Return a pen of a colour of tokens.py, its width in pixels; not to be changed."""
    return QPen(ink(colour), width)
