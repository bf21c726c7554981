"""The way through the program on which the pictures are taken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.project.door import this_user, usual_means
from annotator.project.home import choose_person
from annotator.ui import settings
from annotator.ui.settings import Recent, Settings
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from tests.ui.pausing import pause

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Takes(Protocol):
    """What takes pictures."""

    def take(self, widget: QWidget, name: str) -> None:
        """Save what a widget shows under a name."""


class Dialog:
    """Takes a picture of the dialog that opens, and closes it."""

    def __init__(self, camera: Takes, name: str) -> None:
        self._camera, self._name = camera, name
        QTimer.singleShot(250, self._take)

    def _take(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self._camera.take(dialog, self._name)
        QTest.keyClick(dialog, Key.Key_Escape)


def _press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
    QApplication.processEvents()


def _settled(window: Window) -> None:
    for _ in range(1200):
        pause(50)
        if not window.job_line.isVisible():
            return
    raise TimeoutError("suggesting did not end")


def tour(theme: Theme, camera: Takes, size: tuple[int, int], home: Path) -> None:
    """Go through the screens and take their pictures."""
    means = usual_means()
    choose_person(means, "Ada Reyes")
    assert this_user(means).asked
    window = Window(theme, means, Settings())
    window.resize(*size)
    window.show()
    window.activateWindow()
    pause(50)
    camera.take(window, "start-first")
    window.give("sample")
    pause(400)
    camera.take(window, "suggesting")
    _settled(window)
    assert window.screen_ is not None
    window.screen_.view.setFocus()
    _press(window, Key.Key_Tab)
    _press(window, Key.Key_Return)
    _press(window, Key.Key_Return)
    camera.take(window, "annotate")
    _press(window, Key.Key_Backspace)
    camera.take(window, "annotate-rejected")
    pause(700)
    for _ in range(3):
        _press(window, Key.Key_Return, Modifier.ControlModifier)
    _press(window, Key.Key_M, Modifier.ControlModifier)
    _press(window, Key.Key_F4)
    camera.take(window, "annotate-likely")
    _press(window, Key.Key_PageDown)
    _press(window, Key.Key_F, Modifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "zzz")
    pause(300)
    camera.take(window, "search-empty")
    _press(window, Key.Key_Escape)
    pause(300)
    for command, name in (("palette", "palette"), ("keys", "keys"), ("comment", "comment"), ("correct title", "correct"), ("who", "who")):
        shot = Dialog(camera, name)
        window.give(command)
        assert shot
    QTimer.singleShot(200, lambda: _take_menu(window, camera))
    window.screen_.menu_asked.emit(window.screen_.view.mapToGlobal(window.screen_.view.rect().center()))
    window.give("close")
    missing = Recent("/media/key/clinic.annotator", "Clinic notes (training set)", "2026-09-28T10:00", 5, 40, 1)
    older = Recent(str(home / "pq.annotator"), "Parliament questions, pilot", "2026-11-11T10:00", 1204, 1500, 2)
    window.settings = replace(window.settings, recent=(*window.settings.recent, older, missing))
    (home / "pq.annotator").touch()
    window.show_start()
    pause(30)
    camera.take(window, "start")
    window.close()
    window.deleteLater()
    settings.save(Settings())
    QApplication.processEvents()


def _take_menu(window: Window, camera: Takes) -> None:
    menu = QApplication.activePopupWidget()
    assert menu is not None
    camera.take(menu, "context")
    menu.close()
