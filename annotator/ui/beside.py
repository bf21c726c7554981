"""Deciding in another thread, over a connection of its own, behind a dialog that tells how far it is: for what takes longer than a key."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.errors import AnnotatorError
from annotator.project.desk import NOTHING, Changed
from annotator.project.door import Project
from annotator.ui.tasks import Handle, Work
from annotator.ui.theme import Theme
from annotator.ui.waiting import Waiting

FAR = 1500
"""Up to so many spans or decisions are gone over while the person's key is still down (some 0.2 s); more in another thread."""
_LOOKED_EVERY = 200_000
"""Steps of SQLite's machine (some 10 ms) after which a statement hears that it is to stop."""
T = TypeVar("T")


def beside(project: Project, call: Callable[[Project, Handle], T], handle: Handle, *, writing: bool = False) -> T:
    """Call a function with the same project opened once more, for this thread."""
    again = project.beside(writing=writing)
    try:
        return call(again, handle)
    finally:
        again.close()


def undone(theme: Theme, project: Project) -> Changed:
    """Take the last step back: a large one in another thread, with progress. Nothing changed where the person stopped it.

    The dialog stands over the window that is active now: whoever keeps this function keeps no widget alive with it.
    """
    history = project.history
    if history.undo_weight <= FAR:
        return history.undo()
    title = QCoreApplication.translate("beside", "Taking a step back")
    return decided(QApplication.activeWindow(), theme, project, title, history.undo_name or "", _undo) or NOTHING


def redone(theme: Theme, project: Project) -> Changed:
    """Bring back the step that was undone last: a large one in another thread, with progress."""
    history = project.history
    if history.redo_weight <= FAR:
        return history.redo()
    title = QCoreApplication.translate("beside", "Bringing a step back")
    return decided(QApplication.activeWindow(), theme, project, title, history.redo_name or "", _redo) or NOTHING


def _undo(project: Project) -> Changed:
    return project.history.undo()


def _redo(project: Project) -> Changed:
    return project.history.redo()


def decided(
    parent: QWidget | None, theme: Theme, project: Project, title: str, text: str, call: Callable[[Project], Changed]
) -> Changed | None:
    """Make a change in another thread and tell what it touched; None where the person stopped it, and nothing changed.

    Nobody decides beside it, since the dialog is modal. Raises what the change raises.
    """
    work = Work(threads=1)
    cost = project.desk.cost()

    def change(again: Project, handle: Handle) -> Changed:
        def told(done: int, total: int) -> None:
            handle.check()
            handle.progress(done, total)

        again.desk.cost = lambda: cost
        again.desk.advance = told
        again.desk.conn.set_progress_handler(handle.is_cancelled, _LOOKED_EVERY)
        try:
            return call(again)
        except (AnnotatorError, sqlite3.OperationalError):
            handle.check()  # a statement that was stopped midway says in its own words that it could not be written
            raise

    try:
        changed = Waiting.wait(parent, theme, title, text, work, lambda handle: beside(project, change, handle, writing=True))
    finally:
        work.close()
    if changed is None:
        return None
    project.desk.forget()
    return project.desk.tell(changed)
