"""A dialog on a screen for as long as a test looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

Shown = TypeVar("Shown", bound=QDialog)


@contextmanager
def on_screen(dialog: Shown) -> Iterator[Shown]:
    """Show a dialog and give it the keyboard; let it go at the end."""
    dialog.show()
    QTest.qWaitForWindowActive(dialog)
    try:
        yield dialog
    finally:
        let_go(dialog)


def let_go(dialog: QDialog) -> None:
    """Close a dialog, and let everything of it go at once."""
    dialog.done(0)
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
