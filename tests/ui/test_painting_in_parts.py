"""Only what a key changed is painted anew: what stands on the screen is, after each key, what painting all of it would show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.model import Overlap
from annotator.ui.marks import Tags
from annotator.ui.theme import Theme
from tests.ui.sitting import ALT, CTRL, NONE, SHIFT, Key, Modifier, Sitting, made


@pytest.fixture(params=[Overlap.FLAT, Overlap.NESTED], ids=["flat", "nested"])
def sitting(request: pytest.FixtureRequest, theme: Theme, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(theme, made(tmp_path, overlap=request.param))
    QApplication.processEvents()
    yield sitting
    sitting.end()


def _seen(window: QWidget) -> QImage:
    """Return what stands on the screen, without asking anything to be painted."""
    for _ in range(3):
        QApplication.processEvents()  # lists lay themselves out a moment after their rows changed
    return window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _assert_whole(sitting: Sitting, name: str) -> None:
    seen = _seen(sitting.window)
    for part in (sitting.window, *sitting.window.findChildren(QWidget)):
        part.update()
    assert _seen(sitting.window) == seen, name


_KEYS: tuple[tuple[Key, Modifier], ...] = (
    (Key.Key_Return, NONE), (Key.Key_Tab, NONE), (Key.Key_3, NONE), (Key.Key_Right, ALT), (Key.Key_F8, NONE), (Key.Key_Backspace, NONE),
    (Key.Key_Right, NONE), (Key.Key_Right, SHIFT), (Key.Key_Right, SHIFT), (Key.Key_2, NONE), (Key.Key_Down, NONE), (Key.Key_End, NONE),
    (Key.Key_Left, NONE), (Key.Key_4, NONE), (Key.Key_Z, CTRL), (Key.Key_Z, CTRL), (Key.Key_PageDown, NONE), (Key.Key_Return, NONE),
    (Key.Key_PageUp, NONE), (Key.Key_Return, CTRL), (Key.Key_PageDown, NONE), (Key.Key_PageDown, NONE), (Key.Key_PageUp, NONE),
)  # fmt: skip


@pytest.mark.parametrize("tags", Tags)
def test_after_each_key_the_screen_shows_what_painting_all_of_it_shows(sitting: Sitting, tags: Tags) -> None:
    screen = sitting.screen
    screen.view.set_tags(tags)
    # Motion and words that pass by themselves would differ from one look to the next.
    screen.view.fade_out = lambda _marks: None  # type: ignore[method-assign]
    for resting in screen.right.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly):
        resting.setInterval(0)  # the guideline follows at once
    _assert_whole(sitting, "at first")
    for number, (key, modifiers) in enumerate(_KEYS):
        sitting.press(key, modifiers=modifiers)
        _assert_whole(sitting, f"{number}: {key.name}")
