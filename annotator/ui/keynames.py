"""How keys are spelled: plain text, no Qt, so that the command that prints the keys needs no window.

`normal` spells a key as Qt's portable text does (a test holds the two together).
"""

from __future__ import annotations

_ORDER = ("Meta", "Ctrl", "Alt", "Shift")
_SHIFTED = {"{": "[", "}": "]"}
_OTHER_NAMES = {
    "delete": "Del", "del": "Del", "escape": "Esc", "esc": "Esc", "insert": "Ins", "ins": "Ins", "pgdown": "PgDown", "pgup": "PgUp",
    "page down": "PgDown", "page up": "PgUp",
}  # fmt: skip


def parts(key: str) -> tuple[frozenset[str], str]:
    """Return the modifiers of a key (Meta, Ctrl, Alt, Shift) and the key itself: "Ctrl++" is ({"Ctrl"}, "+")."""
    held, _, name = key.rpartition("+") if not key.endswith("+") else (key[:-1].removesuffix("+"), "", "+")
    return frozenset(each.capitalize() for each in held.split("+") if each), name


def normal(key: str) -> str:
    """Return one spelling for a key however it is written: "{" as "Shift+[", modifiers in one order, letters in capitals."""
    if not key:
        return ""
    held, name = parts(key)
    if name in _SHIFTED:
        held, name = held | {"Shift"}, _SHIFTED[name]
    name = name.upper() if len(name) == 1 else _OTHER_NAMES.get(name.casefold(), name[:1].upper() + name[1:])
    return "+".join([*(each for each in _ORDER if each in held), name])
