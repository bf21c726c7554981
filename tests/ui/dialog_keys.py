"""Real dialogs, driven by keys as a person would: what stands in one is looked at, then keys are pressed where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

NONE = Qt.KeyboardModifier.NoModifier
Press = Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier] | str
"""A key, one with modifiers, or a text that is typed."""


class InDialog(QObject):
    """Waits for the next dialog of a kind, looks at it and presses keys in it. `seen` tells that it came, `left` that the keys ended it."""

    def __init__(self, kind: type[QDialog], *keys: Press, look: Callable[[Any], object] | None = None) -> None:
        super().__init__()
        self.seen = self.left = False
        self._kind, self._keys, self._look, self._patience = kind, keys, look, 400
        self._timer = QTimer(self)
        self._timer.setInterval(15)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        self._patience -= 1
        if not isinstance(dialog, self._kind) or not dialog.isActiveWindow():
            if self._patience < 0:
                self._timer.stop()
                if isinstance(dialog, QDialog):
                    dialog.done(0)
            return
        self._timer.stop()
        self.seen = True
        try:
            if self._look is not None:
                self._look(dialog)
            for each in self._keys:
                self._press(dialog, each)
            self.left = not dialog.isVisible()
        finally:
            if dialog.isVisible():
                dialog.done(0)  # else the test would wait for ever

    def _press(self, dialog: QDialog, each: Press) -> None:
        widget = dialog.focusWidget() or dialog
        if isinstance(each, str):
            QTest.keyClicks(widget, each)
        else:
            key, modifiers = each if isinstance(each, tuple) else (each, NONE)
            QTest.keyClick(widget, key, modifiers)


def back(window: QWidget, pane: QWidget) -> None:
    """Give the keyboard back to a window, as a window manager does when a dialog goes."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    pane.setFocus()
