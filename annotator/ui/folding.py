"""Fold what was decided from SQLite's side file into the project file, in another thread, while the person goes on.

SQLite would do it within the decision that fills the side file, which then takes five times as long. What is committed is on disk
either way.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from annotator.project.upkeep import fold_in
from annotator.ui.tasks import Handle, Work

_EVERY_MS = 2_000


class Folding(QObject):
    """Some seconds after a decision, and so at most every other second, the side file is folded in."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._work = Work(self, threads=1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_EVERY_MS)
        self._later.timeout.connect(self._fold)

    @Slot()
    def saved(self) -> None:
        """Hear that something was written."""
        if not self._later.isActive():
            self._later.start()

    def close(self) -> None:
        """Fold no more, and wait for what is being folded."""
        self._later.stop()
        self._work.close()

    @Slot()
    def _fold(self) -> None:
        # Where it fails (the disk is full) nothing is lost: closing the project, or SQLite itself, tries again.
        self._work.start(partial(_folded, self._path))


def _folded(path: Path, _handle: Handle) -> None:
    fold_in(path)
