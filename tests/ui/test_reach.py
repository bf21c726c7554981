"""Every command of the table can be given by a menu, by a key and from the palette, in some state of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.ui.commands import COMMANDS
from annotator.ui.palette import Offer, Palette
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from tests.ui.pausing import pause
from tests.ui.sitting import Key, Sitting
from tests.ui.three_people import three_people


def _in_menus(window: Window) -> set[str]:
    found: set[str] = set()

    def walk(actions: Sequence[QAction]) -> None:
        for action in actions:
            inside = action.menu()
            if isinstance(inside, QMenu):
                walk(inside.actions())
            elif action.isEnabled():
                found.add(str(action.data()))

    walk(window.header.menus.actions())
    return found


def test_every_command_is_reached_by_menu_key_and_palette(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: set[str] = {"palette"}

    def ask(parent: object, theme: object, offers: Sequence[Offer]) -> None:
        offered.update(each.id for each in offers)

    monkeypatch.setattr(Palette, "ask", ask)
    sitting = Sitting(theme, three_people(tmp_path))
    window, listed = sitting.window, set[str]()

    def look() -> None:
        listed.update(_in_menus(window))
        window.views.palette()

    look()
    sitting.press(Key.Key_Right, Key.Key_1)
    look()
    for command in ("undo", "screen adjudicate"):
        window.give(command)
        pause(80)
        look()
    sitting.press(Key.Key_1)
    look()
    window.give("screen agreement")
    look()
    window.close_project()
    look()
    sitting.end()
    table = {each.id for each in COMMANDS}
    assert table - listed == set()
    assert table - offered == set()
    assert [each.id for each in COMMANDS if not each.keys] == []
