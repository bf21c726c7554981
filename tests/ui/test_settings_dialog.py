"""Every setting holds at once and is remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from annotator.ui import settings, tokens
from annotator.ui.dialogs.settings_dialog import SettingsDialog
from annotator.ui.settings import Recent, Settings
from annotator.ui.switch import Switch
from annotator.ui.theme import Theme
from tests.ui.on_screen import on_screen

BEFORE = Settings(zoom=16, keys={"flag": ("F9",)}, recent=(Recent("/p", "P", "2031-03-03"),))


@pytest.fixture
def kept() -> list[Settings]:
    return []


@pytest.fixture
def dialog(theme: Theme, kept: list[Settings]) -> Iterator[SettingsDialog]:
    """The dialog on a screen."""
    with on_screen(SettingsDialog(None, theme, BEFORE, kept.append)) as dialog:
        yield dialog


def press(switch: Switch, text: str) -> None:
    button = next(each for each in switch.findChildren(QPushButton) if each.text() == text)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_each_choice_is_told_at_once(dialog: SettingsDialog, kept: list[Settings]) -> None:
    press(dialog.appearance, "Dark")
    press(dialog.reading, "As the window")
    press(dialog.tags, "Never")
    dialog.pixels.setFocus()
    QTest.keyClick(dialog.pixels, Qt.Key.Key_Right)
    assert [(each.appearance, each.reading, each.tags, each.zoom) for each in kept] == [
        ("dark", "serif", "always", 16), ("dark", "ui", "always", 16), ("dark", "ui", "never", 16), ("dark", "ui", "never", 17),
    ]  # fmt: skip
    assert kept[-1].keys == BEFORE.keys
    assert kept[-1].recent == BEFORE.recent


def test_the_order_of_work_is_told_at_once_and_taken_back_by_the_usual_settings(dialog: SettingsDialog, kept: list[Settings]) -> None:
    dialog.order.setFocus()
    QTest.keyClick(dialog.order, Qt.Key.Key_Down)
    press(dialog.visiting, "Least certain first")
    assert [(each.order, each.visiting) for each in kept] == [("uncertain", "reading"), ("uncertain", "certainty")]
    QTest.mouseClick(dialog.usual, Qt.MouseButton.LeftButton)
    assert (kept[-1].order, kept[-1].visiting) == ("reading", "reading")
    assert dialog.order.currentData() == "reading"


def test_the_size_stays_within_what_can_be_read(dialog: SettingsDialog, kept: list[Settings]) -> None:
    dialog.pixels.setFocus()
    QTest.keyClick(dialog.pixels, Qt.Key.Key_End)
    assert kept[-1].zoom == tokens.READING_MOST
    QTest.keyClick(dialog.pixels, Qt.Key.Key_Home)
    assert kept[-1].zoom == tokens.READING_LEAST


def test_the_sample_is_set_as_the_text_will_be(dialog: SettingsDialog) -> None:
    serif = dialog.sample.font().family()
    press(dialog.reading, "As the window")
    assert dialog.sample.font().family() != serif
    dialog.pixels.setValue(24)
    assert dialog.sample.font().pixelSize() == dialog.theme.px(24)


def test_usual_settings_leave_keys_and_projects_alone(dialog: SettingsDialog, kept: list[Settings]) -> None:
    press(dialog.appearance, "Dark")
    QTest.mouseClick(dialog.usual, Qt.MouseButton.LeftButton)
    assert kept[-1] == Settings(keys=BEFORE.keys, recent=BEFORE.recent)
    assert len(kept) == 2


def test_what_was_chosen_is_there_after_a_restart() -> None:
    chosen = Settings(appearance="dark", zoom=22, reading="ui", tags="focused")
    settings.save(chosen)
    assert settings.load() == chosen


def test_a_choice_that_there_is_not_is_taken_for_the_usual_one() -> None:
    settings.save(Settings(reading="comic", tags="7"))
    assert (settings.load().reading, settings.load().tags) == ("serif", "always")


def test_enter_and_escape_both_close(dialog: SettingsDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_control_has_a_name(dialog: SettingsDialog) -> None:
    for button in dialog.findChildren(QPushButton):
        assert button.accessibleName() or button.text()
    assert dialog.pixels.accessibleName() == "Size of the text"
