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


def _tr(text: str, n: int = -1) -> str:
    found = QCoreApplication.translate("plural", text, "", n)
    return found.replace(f"{n}", f"{n:,}", 1) if n >= 1000 else found
