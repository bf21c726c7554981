from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.resources import resource
from annotator.ui.icons import Icons
from annotator.ui.theme import Appearance, Theme
from annotator.ui.tokens import DARK, LIGHT


def test_a_pinned_theme_keeps_its_colours_when_the_system_changes(theme: Theme) -> None:
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is LIGHT


def test_choosing_dark_tells_everyone_once(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_appearance(Appearance.DARK)
    assert theme.colours is DARK
    assert theme.palette().color(QPalette.ColorRole.Base) == QColor(DARK.base)


def test_a_theme_that_follows_the_system_changes_with_it(application: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = Theme(application)
    wanted = Qt.ColorScheme.Dark if theme.colours is LIGHT else Qt.ColorScheme.Light
    # The platform without a screen has no scheme of its own: what it would say is put in its mouth.
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(wanted)
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: wanted)
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(wanted)
    assert theme.colours is (DARK if wanted is Qt.ColorScheme.Dark else LIGHT)
    hints.unsetColorScheme()
    theme.deleteLater()


def test_measures_scale_with_the_systems_font(theme: Theme) -> None:
    theme.scale = 1.5
    assert theme.px(10) == 15
    assert theme.font(12).pixelSize() == 18


@pytest.mark.parametrize("path", sorted(resource("icons").rglob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws_in_the_colour_that_was_asked_for(application: QApplication, path: Path) -> None:
    name = path.relative_to(resource("icons")).with_suffix("").as_posix()
    image = Icons(LIGHT).pixmap(name, "#FF0000", size=18, ratio=2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (36, 2.0)
    colours = {image.pixelColor(x, y).name() for x in range(36) for y in range(36) if image.pixelColor(x, y).alpha() == 255}
    assert "#ff0000" in colours
    assert "#000000" not in colours
