"""Press Stop as soon as the dialog of work in another thread is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from annotator.ui.waiting import Waiting


@contextmanager
def stopping() -> Iterator[None]:
    """Press Stop in every such dialog that comes meanwhile."""
    timer = QTimer()
    timer.setInterval(5)

    def press() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, Waiting) and each.isVisible():
                each.verb_button.click()

    timer.timeout.connect(press)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
