"""A dialog that stands while work is done that nobody may decide beside: an import holds the project's file as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from annotator.ui.child import TimeLeft
from annotator.ui.dialogs.busy import Busy
from annotator.ui.dialogs.working import time_left
from annotator.ui.numerals import numeral
from annotator.ui.tasks import Handle, Work
from annotator.ui.theme import Theme

T = TypeVar("T")


class Waiting(Busy):
    """Calls a function in another thread and shows how far it is. The verb stops it; what was begun is taken back whole."""

    def __init__(self, parent: QWidget | None, theme: Theme, title: str, text: str, work: Work, call: Callable[[Handle], object]) -> None:
        super().__init__(parent, theme, title, text, self.tr("Stopping takes everything of this step back"))
        self.result_: Any = None
        self.error: BaseException | None = None
        self._left = TimeLeft()
        self._task = work.start(call)
        self._task.progressed.connect(self._progressed)
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self.stop_asked.connect(self._task.cancel)

    @classmethod
    def wait(cls, parent: QWidget | None, theme: Theme, title: str, text: str, work: Work, call: Callable[[Handle], T]) -> T | None:
        """Return what the function returned; None where the person stopped it. Raises what the function raised."""
        dialog = cls(parent, theme, title, text, work, call)
        dialog.run()
        if dialog.error is not None:
            raise dialog.error
        result: T | None = dialog.result_
        return result

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        if total:
            words = self.tr("{done} of {total}").format(done=numeral(done), total=numeral(total))
            self.show_far(done, total, words, time_left(self._left.after(done, total)))
        else:
            self.show_far(done, total, self.tr("{done} entries so far").format(done=numeral(done)))

    @Slot(object)
    def _finished(self, result: object) -> None:
        self.result_ = result
        self.done(QDialog.DialogCode.Accepted)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self.error = error
        self.done(QDialog.DialogCode.Rejected)
