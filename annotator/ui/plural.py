"""Numbers with their nouns. English is right without a catalogue; other languages have all their forms by Qt's own "%n"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def spans(n: int) -> str:
    """Return "1 span", "1,204 spans"."""
    return _tr("1 span") if n == 1 else _tr("%n spans", n)


def characters(n: int) -> str:
    """Return "1 character", "468 characters"."""
    return _tr("1 character") if n == 1 else _tr("%n characters", n)


def commands(n: int) -> str:
    """Return "1 command", "3 commands"."""
    return _tr("1 command") if n == 1 else _tr("%n commands", n)


def entries(n: int) -> str:
    """Return "1 entry", "1,204 entries"."""
    return _tr("1 entry") if n == 1 else _tr("%n entries", n)


def cases(n: int) -> str:
    """Return "1 case", "11 cases"."""
    return _tr("1 case") if n == 1 else _tr("%n cases", n)


def places(n: int) -> str:
    """Return "1 place", "8 places"."""
    return _tr("1 place") if n == 1 else _tr("%n places", n)


def _tr(text: str, n: int = -1) -> str:
    found = QCoreApplication.translate("plural", text, "", n)
    return found.replace(f"{n}", f"{n:,}", 1) if n >= 1000 else found
