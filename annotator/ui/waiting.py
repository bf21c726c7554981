"""A dialog that stands while work is done that nobody may decide beside: an import holds the project's file as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QWidget

from annotator.ui.dialogs.base import Dialog
from annotator.ui.tasks import Handle, Work
from annotator.ui.theme import Theme

T = TypeVar("T")


class Waiting(Dialog):
    """Calls a function in another thread and shows how far it is. The verb stops it; what was begun is taken back whole."""

    def __init__(self, parent: QWidget | None, theme: Theme, title: str, text: str, work: Work, call: Callable[[Handle], object]) -> None:
        super().__init__(parent, theme, title, self.tr("Stop"), cancel=None)
        words = QLabel(text, self.ground)
        words.setWordWrap(True)
        self._bar = QProgressBar(self.ground)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self.sheet.addWidget(words)
        self.sheet.addWidget(self._bar)
        self.say("", self.tr("Stopping takes everything of this step back"))
        self.result_: Any = None
        self.error: BaseException | None = None
        self._task = work.start(call)
        self._task.progressed.connect(self._progressed)
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)

    @classmethod
    def wait(cls, parent: QWidget, theme: Theme, title: str, text: str, work: Work, call: Callable[[Handle], T]) -> T | None:
        """Return what the function returned; None where the person stopped it. Raises what the function raised."""
        dialog = cls(parent, theme, title, text, work, call)
        dialog.run()
        if dialog.error is not None:
            raise dialog.error
        result: T | None = dialog.result_
        return result

    @Slot()
    def accept(self) -> None:
        """Stop."""
        self.set_verb(self.tr("Stopping…"), possible=False)
        self._task.cancel()

    @Slot()
    def reject(self) -> None:
        """Stop; the dialog goes when the work has ended."""
        self.accept()

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.say(self.tr("{done} entries so far").format(done=f"{done:,}"), self.tr("Stopping takes everything of this step back"))

    @Slot(object)
    def _finished(self, result: object) -> None:
        self.result_ = result
        self.done(QDialog.DialogCode.Accepted)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self.error = error
        self.done(QDialog.DialogCode.Rejected)

    @Slot()
    def _cancelled(self) -> None:
        self.done(QDialog.DialogCode.Rejected)
