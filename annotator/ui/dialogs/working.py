"""A dialog that stands while a child process works, where the person waits for its result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QDialog, QWidget

from annotator.core.errors import MachineError
from annotator.ui.child import Child
from annotator.ui.dialogs.busy import Busy
from annotator.ui.numerals import numeral
from annotator.ui.theme import Theme


class Working(Busy):
    """Runs the `annotator` command with some arguments. Its verb stops the work; nothing half-written stays."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, title: str, text: str, arguments: Sequence[str], *, program: Sequence[str] = ()
    ) -> None:
        super().__init__(parent, theme, title, text, self.tr("Stopping leaves nothing half-written"))
        self.outcome: Mapping[str, Any] | None = None
        self.failure: MachineError | None = None
        self.child = Child(arguments, self, program=program)
        self.child.progressed.connect(self._progressed)
        self.child.finished.connect(self._finished)
        self.child.failed.connect(self._failed)
        self.child.cancelled.connect(self._cancelled)
        self.stop_asked.connect(self.child.cancel)

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, title: str, text: str, arguments: Sequence[str]) -> Mapping[str, Any] | None:
        """Return the command's result; None where the person stopped it. Raises MachineError with its sentence where it failed."""
        dialog = cls(parent, theme, title, text, arguments)
        dialog.begin()
        dialog.run()
        if dialog.failure is not None:
            raise dialog.failure
        return dialog.outcome

    def begin(self) -> None:
        """Start the command."""
        self.child.start()

    def done(self, result: int) -> None:
        """End: the child is gone before the dialog goes."""
        self.child.close()
        super().done(result)

    @Slot(int, int, float)
    def _progressed(self, done: int, total: int, seconds: float) -> None:
        much = self.tr("{done} of {total}").format(done=numeral(done), total=numeral(total)) if total else numeral(done)
        self.show_far(done, total, much, time_left(seconds))

    @Slot(object)
    def _finished(self, result: Mapping[str, Any]) -> None:
        self.outcome = result
        self.done(QDialog.DialogCode.Accepted)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self.failure = MachineError(sentence, details=self.child.details)
        self.done(QDialog.DialogCode.Rejected)


def time_left(seconds: float) -> str:
    """Return the time left in words: "about 3 minutes left"; "" where it is not known."""
    if seconds < 0:
        return ""
    if seconds < 10:
        return _tr("a few seconds left")
    if seconds < 90:
        return _tr("about {n} seconds left").format(n=numeral(round(seconds / 10) * 10))
    if seconds < 90 * 60:
        return _tr("about {n} minutes left").format(n=numeral(round(seconds / 60)))
    return _tr("about {n} hours left").format(n=numeral(round(seconds / 3600)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Working", text)
