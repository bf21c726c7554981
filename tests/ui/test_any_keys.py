"""Whatever a hand does on the keyboard, in whatever dialog it ends up: nothing raises, nothing warns, and the file stays sound."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.project.door import open_project, this_user, usual_means
from annotator.ui.dialogs.new_project import NewProject
from annotator.ui.jobs import Jobs
from annotator.ui.theme import Theme
from tests.ui.pausing import pause
from tests.ui.sitting import ALT, CTRL, NONE, SHIFT, Key, Sitting, made

_NAMES = (
    "Return Backspace Space Tab Left Right Up Down Home End PageUp PageDown Delete Escape F2 F3 F4 F6 F7 F8 "
    "1 2 3 9 A D E F H J K L M N S U W Y Z Plus Minus"
)
_KEYS = tuple(Key[f"Key_{name}"] for name in _NAMES.split())
_MODIFIERS = (*(NONE,) * 8, *(SHIFT,) * 3, *(CTRL,) * 4, *(ALT,) * 2, *(CTRL | SHIFT,) * 2, CTRL | ALT)
_IN_A_DIALOG = (*_KEYS, *(Key.Key_Tab,) * 6, *(Key.Key_Escape,) * 4, *(Key.Key_Return,) * 2)
_CLOSES = (Key.Key_W, CTRL)


class _Hand:
    """Strikes keys wherever the keyboard is; a dialog gets some of them, then Escape until it is gone."""

    def __init__(self, sitting: Sitting, seed: int) -> None:
        self.random = random.Random(seed)
        self.sitting = sitting
        self.struck: list[str] = []
        self._in_dialogs = 0
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._strike_in_a_dialog)
        self._timer.start()

    def strike(self) -> None:
        window = self.sitting.window
        at = QApplication.focusWidget()
        if at is None or not window.isAncestorOf(at):
            window.activateWindow()
            at = self.sitting.screen.view
            at.setFocus()
        key, modifiers = self.random.choice(_KEYS), self.random.choice(_MODIFIERS)
        if (key, modifiers) != _CLOSES:
            self.struck.append(f"{type(at).__name__}: {key.name} {modifiers}")
            QTest.keyClick(at, key, modifiers)

    def _strike_in_a_dialog(self) -> None:
        self._timer.start()  # first: a dialog that a key opens has a loop of its own, in which the next key is struck
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is None:
            self._in_dialogs = 0
            return
        self._in_dialogs += 1
        top.activateWindow()
        if self._in_dialogs > 60:
            top.close()
            return
        at = QApplication.focusWidget()
        if at is None or (at is not top and not top.isAncestorOf(at)):
            at = top
        key = self.random.choice(_IN_A_DIALOG) if self._in_dialogs <= 20 else Key.Key_Escape
        self.struck.append(f"{type(top).__name__}, {type(at).__name__}: {key.name}")
        QTest.keyClick(at, key, self.random.choice((*(NONE,) * 6, SHIFT, ALT)))

    def rest(self) -> None:
        self._timer.stop()
        self._timer.deleteLater()


@pytest.mark.parametrize("seed", [2, 11, 16])
def test_any_keys_in_any_place_leave_a_sound_project(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    nothing: dict[str, Any] = {"getOpenFileName": ("", ""), "getOpenFileNames": ([], ""), "getSaveFileName": ("", "")}
    for name, answer in (nothing | {"getExistingDirectory": ""}).items():
        monkeypatch.setattr(QFileDialog, name, lambda *_, answer=answer, **__: answer)
    monkeypatch.setattr(NewProject, "ask", lambda *_, **__: None)
    for job in ("suggest", "learn", "sample"):
        monkeypatch.setattr(Jobs, job, lambda *_: None)
    path = made(tmp_path)
    sitting = Sitting(theme, path)
    hand = _Hand(sitting, seed)
    try:
        for count in range(300):
            hand.strike()
            if count % 20 == 0:
                pause(5)
            session = sitting.screen.session
            text = session.entry.text if session.entry else ""
            assert all(0 <= span.start < span.end <= len(text) for span in session.marks.spans), hand.struck[-20:]
    finally:
        hand.rest()
        sitting.end()
    with open_project(path, this_user(usual_means()), usual_means()) as project:
        assert project.upkeep.check().decisions > 1
        assert project.upkeep.check().differences == (), hand.struck
