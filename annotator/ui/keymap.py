"""Which key was pressed, whatever letter is printed on it: commands belong to places on the keyboard, not to an alphabet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.ui.keynames import normal

# The places of letters and brackets on a keyboard, as the scan codes of set 1 count them; Linux counts the same.
_ROWS = ((16, "QWERTYUIOP[]"), (30, "ASDFGHJKL;'"), (44, "ZXCVBNM,."))
_BY_SCAN_CODE = {first + place: key for first, row in _ROWS for place, key in enumerate(row)}
_XKB_OFFSET = 8
# What Cyrillic layouts print on those places: Ukrainian, Russian, Belarusian where they differ.
_CYRILLIC = (
    ("ЙЦУКЕНГШЩЗХЇ", "ФІВАПРОЛДЖЄ", "ЯЧСМИТЬБЮ"),
    ("ЙЦУКЕНГШЩЗХЪ", "ФЫВАПРОЛДЖЭ", "ЯЧСМИТЬБЮ"),
    ("ЙЦУКЕНГШЎЗХ'", "ФЫВАПРОЛДЖЭ", "ЯЧСМІТЬБЮ"),
)
_BY_LETTER: dict[str, str] = {}
for _layout in reversed(_CYRILLIC):
    for (_, _keys), _letters in zip(_ROWS, _layout, strict=True):
        _BY_LETTER |= {letter: key for letter, key in zip(_letters, _keys, strict=True) if not letter.isascii()}
_BRACES: dict[int, str] = {Qt.Key.Key_BraceLeft.value: "{", Qt.Key.Key_BraceRight.value: "}"}
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
)


def is_latin(event: QKeyEvent) -> bool:
    """Tell whether Qt itself finds the command: the key is no letter of another alphabet, and no brace, which platforms spell apart."""
    return (event.key() < 0x0370 or event.key() >= 0x01000000) and event.key() not in _BRACES


def physical(event: QKeyEvent) -> str:
    """Return the key at the place that was pressed, spelled as `normal` does, for a letter that is not Latin; "" where it is not known."""
    if event.key() in _BRACES:
        held = "".join(f"{name}+" for modifier, name in _MODIFIERS if event.modifiers() & modifier and name != "Shift")
        return normal(held + _BRACES[event.key()])
    letter = _BY_SCAN_CODE.get(event.nativeScanCode() - _scan_offset()) if event.nativeScanCode() else None
    letter = letter or _BY_LETTER.get(chr(event.key()).upper())
    if letter is None:
        return ""
    held = "".join(f"{name}+" for modifier, name in _MODIFIERS if event.modifiers() & modifier)
    return normal(held + letter)


def _scan_offset() -> int:
    return _XKB_OFFSET if QGuiApplication.platformName() in {"xcb", "wayland"} else 0
