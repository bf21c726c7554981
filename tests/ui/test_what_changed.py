"""The list of what changed, opened by its key over a real project: what it tells, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.project.exports import ExportOptions
from annotator.ui.dialogs.what_changed import WhatChangedView
from tests.ui.pausing import pause
from tests.ui.sitting import CTRL, SHIFT, Key, Sitting


def looking(sitting: Sitting, act: Callable[[WhatChangedView], None]) -> None:
    """Open the list by its key, wait until it was read, and act on it; it is closed by what is done, or at the end."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WhatChangedView)
        try:
            settle(dialog)
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)
    sitting.press(Key.Key_W, modifiers=CTRL | SHIFT)


def settle(dialog: WhatChangedView) -> None:
    for _ in range(400):
        if dialog.settled:
            return
        pause(25)
    raise AssertionError("it is still reading")


def test_what_was_decided_today_is_listed_and_enter_goes_to_its_entry(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return)
    sitting.press(Key.Key_PageDown)
    sitting.press(Key.Key_M, modifiers=CTRL)
    sitting.press(Key.Key_PageDown)
    told: list[tuple[str, str]] = []

    def act(dialog: WhatChangedView) -> None:
        told.extend((each.title, each.second) for each in dialog.list.rows[:3])
        assert dialog.said.startswith("3 entries changed, 3 of them new / ")
        QTest.keyClick(dialog.list, Key.Key_Down)
        QTest.keyClick(dialog.list, Key.Key_Return)

    looking(sitting, act)
    assert told == [
        ("Talks begin", "new, accepted · Ada Reyes · posts.jsonl"),
        ("Canal opens", "new, flag · Ada Reyes · posts.jsonl"),
        ("Tolls", "new · posts.jsonl"),
    ]
    assert sitting.title == "Canal opens"


def test_against_a_release_only_what_differs_is_listed(sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = sitting.screen.session.project
    sitting.press(Key.Key_Return, modifiers=CTRL)
    released = tmp_path / "first.jsonl"
    project.exports.write(ExportOptions("jsonl"), released)
    sitting.press(Key.Key_Return, modifiers=CTRL)
    monkeypatch.setattr(WhatChangedView, "ask_file", classmethod(lambda cls, parent, folder: released))

    def act(dialog: WhatChangedView) -> None:
        last = dialog.since.count() - 1
        dialog.since.setCurrentIndex(last)
        dialog.since.activated.emit(last)
        settle(dialog)
        assert [(each.title, each.second) for each in dialog.list.rows] == [("Canal opens", "new · posts.jsonl")]
        assert dialog.since.currentText() == "first.jsonl"

    looking(sitting, act)


def test_a_file_that_is_none_of_this_project_is_said_and_leads_nowhere(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Nothing.\n", encoding="utf-8")
    monkeypatch.setattr(WhatChangedView, "ask_file", classmethod(lambda cls, parent, folder: other))

    def act(dialog: WhatChangedView) -> None:
        last = dialog.since.count() - 1
        dialog.since.activated.emit(last)
        settle(dialog)
        assert "neither a backup" in dialog.notice.text
        assert dialog.list.rows == ()
        assert not dialog.verb_button.isEnabled()

    looking(sitting, act)
