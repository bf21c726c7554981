"""Waiting in a test while the window and the threads beside it go on."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication

_STEP = 0.005


def pause(milliseconds: int) -> None:
    """Let the program run for a while. QTest.qWait would hold the interpreter, so that threads in Python hardly went on."""
    end = time.monotonic() + milliseconds / 1000
    while True:
        QApplication.processEvents()
        left = end - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(_STEP, left))
