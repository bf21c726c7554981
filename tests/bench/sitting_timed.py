"""A window on a project whose keys are timed: from the key event to the end of all the painting that it brings."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.project.door import usual_means
from annotator.ui import tokens
from annotator.ui.settings import Settings
from annotator.ui.theme import Appearance, Theme
from annotator.ui.window import Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SIZE = (1440, 900)


def figures(milliseconds: Sequence[float]) -> dict[str, float]:
    """Return median, 99th percentile and maximum in milliseconds."""
    found = sorted(milliseconds)
    p99 = found[max(int(len(found) * 0.99) - 1, 0)]
    return {"median": round(statistics.median(found), 2), "p99": round(p99, 2), "max": round(found[-1], 2), "times": len(found)}


def application() -> QApplication:
    """Return the application, with a system font of 13 pixels."""
    found = QApplication.instance() or QApplication([])
    assert isinstance(found, QApplication)
    font = QFont("Noto Sans")
    font.setPixelSize(tokens.BODY)
    found.setFont(font)
    return found


class TimedSitting:
    """A window; its acts take milliseconds."""

    def __init__(self, path: Path, size: tuple[int, int] = SIZE) -> None:
        self.application = application()
        self.computed: list[float] = []
        """Milliseconds of the processor that each key or jump took in the window's thread, for machines that are busy with other things."""
        self.theme = Theme(self.application, appearance=Appearance.LIGHT)
        self.theme.install(self.application)
        self.window = Window(self.theme, usual_means(), Settings())
        self.window.resize(*size)
        self.window.show()
        gc.freeze()  # as the program does
        QTest.qWaitForWindowActive(self.window)
        begun = time.perf_counter()
        self.window.open_path(path)
        self.application.processEvents()
        self.opened = (time.perf_counter() - begun) * 1_000
        assert self.window.screen_ is not None
        self.screen = self.window.screen_
        self.session = self.screen.session

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> float:
        """Press a key where the keyboard is; return milliseconds until all is painted."""
        target = QApplication.focusWidget()
        assert target is not None
        begun, computed = time.perf_counter(), time.thread_time()
        QTest.keyPress(target, key, modifiers)
        self.application.processEvents()
        spent = (time.perf_counter() - begun) * 1_000
        self.computed.append((time.thread_time() - computed) * 1_000)
        QTest.keyRelease(target, key, modifiers)
        self.application.processEvents()
        return spent

    def jump(self, row: int) -> float:
        """Show the entry of a row as a click in the list does; return milliseconds until all is painted."""
        begun, computed = time.perf_counter(), time.thread_time()
        self.session.show(row)
        self.application.processEvents()
        self.computed.append((time.thread_time() - computed) * 1_000)
        return (time.perf_counter() - begun) * 1_000

    def scroll(self, by: int) -> float:
        """Scroll the text by so many pixels; return milliseconds until the frame is painted."""
        bar = self.screen.view.verticalScrollBar()
        begun, computed = time.perf_counter(), time.thread_time()
        bar.setValue(bar.value() + by)
        self.application.processEvents()
        self.computed.append((time.thread_time() - computed) * 1_000)
        return (time.perf_counter() - begun) * 1_000

    def repaint(self) -> float:
        """Paint the text anew; return milliseconds."""
        begun = time.perf_counter()
        self.screen.view.viewport().repaint()
        return (time.perf_counter() - begun) * 1_000

    def end(self) -> None:
        """Close the window and let all of it go."""
        self.window.close()
        self.window.deleteLater()
        self.theme.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def timed_sitting(path: Path, size: tuple[int, int] = SIZE) -> Iterator[TimedSitting]:
    """Open a window of a size, in pixels, on a project, and close it afterwards."""
    sitting = TimedSitting(path, size)
    try:
        yield sitting
    finally:
        sitting.end()
