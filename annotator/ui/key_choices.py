"""Which keys a person may give to commands and labels: rows for the key editor, and refusals in words. Values only, no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.ui.commands import COMMANDS, Command, Place, apart
from annotator.ui.keynames import normal, parts

LABELS = "Label"
"""What stands where the menu of a command does, for labels."""
Changed = Mapping[str, tuple[str, ...]]
"""The keys that a person changed, by the command's id."""

_ARROWS = frozenset({"Left", "Right", "Up", "Down"})
_FOR_TEXT = frozenset({"Esc", *(f"{held}{arrow}" for held in ("", "Shift+", "Alt+", "Alt+Shift+") for arrow in _ARROWS)})


@dataclass(frozen=True, slots=True)
class LabelKey:
    """A label that can be given, and its key ("" for none)."""

    id: Id
    key: str
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A row of the key editor. `label` is a label's id where it is one; `usual` says that nobody changed its keys."""

    id: str
    text: str
    group: str
    keys: tuple[str, ...]
    usual: bool = True
    label: Id | None = None


def key_rows(changed: Changed, labels: Sequence[LabelKey] = ()) -> tuple[KeyRow, ...]:
    """Return a row for each command in the order of the menus, then one for each label."""
    commands = [
        KeyRow(each.id, each.text, each.menu.value, changed.get(each.id, each.keys), changed.get(each.id, each.keys) == each.keys)
        for each in COMMANDS
    ]
    given = [KeyRow(f"label {each.key}", each.key, LABELS, (each.shortcut,) if each.shortcut else (), label=each.id) for each in labels]
    return (*commands, *given)


def check_key(row: KeyRow, key: str, rows: Sequence[KeyRow]) -> str:
    """Return a key as it is kept for a row. Raises InputError in words where the row cannot have it, naming both who want it."""
    key = normal(key)
    holder = next((each for each in rows if each.id != row.id and not _apart(each, row) and key in map(normal, each.keys)), None)
    if holder is not None:
        raise InputError(f"The key {key} belongs to “{holder.text}”, so “{row.text}” cannot have it: choose another key for one of them.")
    if key in _FOR_TEXT:
        raise InputError(f"The key {key} moves the caret or leaves a dialog: “{row.text}” needs another one.")
    held, name = parts(key)
    if row.label is not None:
        if held or len(name) != 1 or not (name in "123456789" or name.isalpha()):
            raise InputError(f"A label's key is one digit from 1 to 9 or one letter; {key} cannot be that of {row.text}.")
        return name.lower()
    typed = len(name) == 1 and not held - {"Shift"}
    if typed and _command(row.id).place is Place.WINDOW:
        raise InputError(f"{key} would be typed into fields: hold Ctrl or Alt with it for “{row.text}”.")
    return key


def with_keys(changed: Changed, command: str, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the changed keys with those of one command; the usual ones are no change."""
    others = {name: each for name, each in changed.items() if name != command}
    return others if tuple(keys) == _command(command).keys else others | {command: tuple(keys)}


def known_only(changed: Changed) -> dict[str, tuple[str, ...]]:
    """Return the changed keys of commands that there are; a settings file may be of another version, or have two on one key.

    Of two that would have one key the later one in the table keeps its usual keys.
    """
    kept: dict[str, tuple[str, ...]] = {}
    for command in COMMANDS:
        if command.id in changed:
            wanted = kept | {command.id: changed[command.id]}
            rows = key_rows(wanted)
            mine, own = set(map(normal, changed[command.id])), next(row for row in rows if row.id == command.id)
            if not any(mine & set(map(normal, row.keys)) for row in rows if row.id != command.id and not _apart(row, own)):
                kept = wanted
    return kept


def _apart(one: KeyRow, other: KeyRow) -> bool:
    return apart(*(Place.PANES if each.id.startswith("label ") else _command(each.id).place for each in (one, other)))


def _command(name: str) -> Command:
    return next(each for each in COMMANDS if each.id == name)
