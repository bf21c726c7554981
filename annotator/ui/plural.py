"""Numbers with their nouns. English is right without a catalogue; other languages have all their forms by Qt's own "%n"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.ui.numerals import Numeral, numeral


def spans(n: int) -> Numeral:
    """Return "1 span", "1,204 spans"."""
    return _tr("1 span") if n == 1 else _tr("%n spans", n)


def characters(n: int) -> Numeral:
    """Return "1 character", "468 characters"."""
    return _tr("1 character") if n == 1 else _tr("%n characters", n)


def commands(n: int) -> Numeral:
    """Return "1 command", "3 commands"."""
    return _tr("1 command") if n == 1 else _tr("%n commands", n)


def entries(n: int) -> Numeral:
    """Return "1 entry", "1,204 entries"."""
    return _tr("1 entry") if n == 1 else _tr("%n entries", n)


def cases(n: int) -> Numeral:
    """Return "1 case", "11 cases"."""
    return _tr("1 case") if n == 1 else _tr("%n cases", n)


def places(n: int) -> Numeral:
    """Return "1 place", "8 places"."""
    return _tr("1 place") if n == 1 else _tr("%n places", n)


def _tr(text: str, n: int = 1) -> Numeral:
    found = QCoreApplication.translate("plural", text, "", n)
    return Numeral(n, found.replace(f"{n}", numeral(n), 1))
