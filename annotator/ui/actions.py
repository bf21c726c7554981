"""The commands as actions of Qt: each in a menu with its key, able to be given only when it makes sense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.ui.commands import COMMANDS, Command, Menu, Place, When, bindings, label_commands
from annotator.ui.keynames import normal
from annotator.ui.theme import Theme
from annotator.ui.words import command_text, menu_text


class Actions(QObject):
    """All actions of one window. `given` tells which command a person gave, by its id."""

    given = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, changed: Mapping[str, tuple[str, ...]]) -> None:
        """`changed` are keys that a person gave to commands. Raises InputError where two commands would have one key."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._barred: set[str] = set()
        self._panes: dict[Place, tuple[QWidget, ...]] = {}
        self._labels: tuple[Command, ...] = ()
        self._holds: dict[When, bool] = {}
        self._why: dict[When, str] = {}
        self._keys = bindings(COMMANDS, changed)
        self._first: dict[str, str] | None = None
        self._actions: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}
        self._menus: dict[Menu, QMenu] = {}
        for command in COMMANDS:
            self._add(command, self._keys[command.id])
        self._restyle()
        theme.changed.connect(self._restyle)

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command that there is now, labels included."""
        return tuple(self._commands.values())

    def keys(self) -> dict[str, str]:
        """Return the first key of each command, by its id; "" where it has none."""
        if self._first is None:  # asked at each key
            self._first = {name: keys[0] if (keys := self.keys_of(name)) else "" for name in self._actions}
        return self._first

    def keys_of(self, command: str) -> tuple[str, ...]:
        """Return all keys of a command as people write them."""
        return self._keys.get(command, ())

    def rebind(self, changed: Mapping[str, tuple[str, ...]]) -> None:
        """Give the commands other keys, at once. Labels are to be set again afterwards. Raises InputError as the making does."""
        keys = bindings(COMMANDS, changed)
        for name, given in keys.items():
            self._keys[name] = given
            self._first = None
            self._actions[name].setShortcuts([QKeySequence(key) for key in given])

    def by_key(self, *, without: Place = Place.ADJUDICATE) -> dict[str, QAction]:
        """Return the action of each key, the key spelled as `keymap.normal` does; those of the panes that are not shown are left out."""
        shown = [name for name in self._actions if self._commands[name].place is not without]
        return {normal(key): self._actions[name] for name in shown for key in self.keys_of(name)}

    def fill(self, bar: QMenuBar, only: Callable[[Command], bool]) -> None:
        """Put the menus into a bar: the commands that `only` lets through, parted by their groups."""
        bar.clear()
        for old in self._menus.values():
            old.deleteLater()
        self._menus = {}
        for menu in Menu:
            inside = [each for each in self._commands.values() if each.menu is menu and only(each)]
            if inside:
                self._menus[menu] = self._filled(bar.addMenu(menu_text(menu)), inside)

    def _filled(self, menu: QMenu, commands: Iterable[Command]) -> QMenu:
        menu.setToolTipsVisible(True)  # only what cannot be given has a tooltip: why not
        group = None
        for command in commands:
            if group is not None and command.group != group:
                menu.addSeparator()
            group = command.group
            menu.addAction(self._actions[command.id])
        return menu

    def menu_for(self, parent: QWidget, names: Iterable[str]) -> QMenu:
        """Return a menu of these commands; an empty name is a line. The caller deletes it."""
        menu = QMenu(parent)
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu

    def set_panes(self, panes: tuple[QWidget, ...], place: Place = Place.PANES) -> None:
        """Say in which widgets the keys of a place count that would be letters elsewhere."""
        for action in (self._actions[each.id] for each in self._commands.values() if each.place is place):
            for old in self._panes.get(place, ()):
                old.removeAction(action)
            for pane in panes:
                pane.addAction(action)
        self._panes[place] = panes

    def set_labels(self, labels: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """Make the commands of the labels, given as (key in capitals, shortcut); return those whose shortcut another command has."""
        for old in self._labels:
            action = self._actions.pop(old.id)
            del self._commands[old.id]
            self._keys.pop(old.id, None)
            self._first = None
            for widget in (*self._panes.get(Place.PANES, ()), self._window):
                widget.removeAction(action)
            action.deleteLater()
        taken = [key for name, keys in self._keys.items() if self._commands[name].place is not Place.ADJUDICATE for key in keys]
        self._labels, refused = label_commands(labels, taken)
        for command in self._labels:
            self._keys[command.id] = command.keys
            self._add(command, command.keys)
        return refused

    def enable(self, holds: Mapping[When, bool], reasons: Mapping[When, str]) -> None:
        """Let commands be given, or not, by what holds now; `reasons` says why what does not hold does not, for a tooltip.

        What holds as before is left alone, for this is asked at each key.
        """
        why = {when: "" if each else reasons[when] for when, each in holds.items()}
        changed = {when for when in holds if self._holds.get(when, True) is not holds[when] or self._why.get(when, "") != why[when]}
        self._holds, self._why = dict(holds), why
        for command in self._commands.values() if changed else ():
            if command.when in changed:
                self._actions[command.id].setEnabled(holds[command.when] and command.id not in self._barred)
                self._explain(command)

    def _explain(self, command: Command) -> None:
        """Say on a command that cannot be given why not."""
        why = self._why.get(command.when, "")
        self._actions[command.id].setToolTip(f"{command_text(command)}. {why}" if why else "")

    def bar(self, offers: Callable[[Command], bool]) -> None:
        """Let no command be given that the screen does not offer; the others as before, by what holds."""
        self._barred = {each.id for each in self._commands.values() if not offers(each)}
        for command in self._commands.values():
            self._actions[command.id].setEnabled(self._holds.get(command.when, True) and command.id not in self._barred)

    def _add(self, command: Command, keys: tuple[str, ...]) -> None:
        action = QAction(command_text(command), self)
        action.setObjectName(command.id)
        action.setData(command.id)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setCheckable(command.checkable)
        action.setEnabled(self._holds.get(command.when, True))
        action.setAutoRepeat(command.id in _REPEATED)
        action.triggered.connect(self._triggered)
        if command.place is not Place.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            for pane in self._panes.get(command.place, ()):
                pane.addAction(action)
        else:
            self._window.addAction(action)
        self._first = None
        self._actions[command.id] = action
        self._commands[command.id] = command
        self._explain(command)

    @Slot()
    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.given.emit(str(action.data()))

    @Slot()
    def _restyle(self) -> None:
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(self._theme.icons.icon(command.icon))
                self._actions[command.id].setIconVisibleInMenu(False)


_REPEATED = frozenset(
    {
        "undo", "redo", "next", "previous", "next-span", "previous-span", "start-out", "start-in", "end-out", "end-in",
        "start-out-character", "start-in-character", "end-out-character", "end-in-character", "larger", "smaller",
    }
)  # fmt: skip
"""Commands that a key held down gives again and again; an entry is never set done by a key that rests."""
