"""Words that stand in tables and closed lists, in the reader's language: commands, menus, kinds of disagreement, colours, encodings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.project.changes import SAID
from annotator.ui.commands import Command, Menu
from annotator.ui.sentences import translated

_LABEL = "label "
_READING = "take "


def command_text(command: Command) -> str:
    """Return what a command is called."""
    return text_of(command.id, command.text)


def text_of(command: str, text: str) -> str:
    """Return what a command or a row of the key editor is called, by its id and its text in the table."""
    if command.startswith(_LABEL):
        label = command.removeprefix(_LABEL)
        return text if text == label else QCoreApplication.translate("commands", "Label as {label}").format(label=label)
    if command.startswith(_READING) and command.removeprefix(_READING).isdigit():
        return QCoreApplication.translate("commands", "Take reading {n}").format(n=command.removeprefix(_READING))
    return QCoreApplication.translate("commands", text)


def menu_text(menu: Menu | str) -> str:
    """Return what a menu is called."""
    return QCoreApplication.translate("menus", str(menu))


def kind_text(kind: str) -> str:
    """Return what a kind of disagreement is called."""
    return QCoreApplication.translate("kinds", kind)


def deed_text(kind: str) -> str:
    """Return what was done, by the kind of decision; or what became of a span since a release."""
    return QCoreApplication.translate("deeds", SAID.get(kind, kind))


def colour_text(colour: str) -> str:
    """Return what a colour of labels is called."""
    return QCoreApplication.translate("colours", colour)


def encoding_text(encoding: str) -> str:
    """Return what an encoding of texts is called; in brackets may stand how it was found: "UTF-8 (byte-order mark)"."""
    found = QCoreApplication.translate("encodings", encoding)
    title, bracket, how = found.removesuffix(")").partition(" (")
    return f"{title} ({translated(how)})" if bracket and found == encoding else found
