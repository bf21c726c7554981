"""A dialog that stands while a child process works, where the person waits for its result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QWidget

from annotator.core.errors import MachineError
from annotator.ui.child import Child
from annotator.ui.dialogs.base import Dialog
from annotator.ui.theme import Theme


class Working(Dialog):
    """Runs the `annotator` command with some arguments. Its verb stops the work; nothing half-written stays."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, title: str, text: str, arguments: Sequence[str], *, program: Sequence[str] = ()
    ) -> None:
        super().__init__(parent, theme, title, self.tr("Stop"), cancel=None)
        words = QLabel(text, self.ground)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.bar = QProgressBar(self.ground)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.sheet.addWidget(words)
        self.sheet.addWidget(self.bar)
        self.say("", self.tr("Stopping leaves nothing half-written"))
        self.outcome: Mapping[str, Any] | None = None
        self.failure: MachineError | None = None
        self.child = Child(arguments, self, program=program)
        self.child.progressed.connect(self._progressed)
        self.child.finished.connect(self._finished)
        self.child.failed.connect(self._failed)
        self.child.cancelled.connect(self._cancelled)

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

    @Slot()
    def accept(self) -> None:
        """Stop the work; the dialog goes when it has ended."""
        self.set_verb(self.tr("Stopping…"), possible=False)
        self.child.cancel()

    @Slot()
    def reject(self) -> None:
        """Stop the work."""
        self.accept()

    @Slot(int, int, float)
    def _progressed(self, done: int, total: int, seconds: float) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        much = self.tr("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}") if total else f"{done:,}"
        self.say(much, time_left(seconds) or self.tr("Stopping leaves nothing half-written"))

    @Slot(object)
    def _finished(self, result: Mapping[str, Any]) -> None:
        self.outcome = result
        self.done(QDialog.DialogCode.Accepted)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self.failure = MachineError(sentence, details=self.child.details)
        self.done(QDialog.DialogCode.Rejected)

    @Slot()
    def _cancelled(self) -> None:
        self.done(QDialog.DialogCode.Rejected)


def time_left(seconds: float) -> str:
    """Return the time left in words: "about 3 minutes left"; "" where it is not known."""
    if seconds < 0:
        return ""
    if seconds < 10:
        return _tr("a few seconds left")
    if seconds < 90:
        return _tr("about {n} seconds left").format(n=round(seconds / 10) * 10)
    if seconds < 90 * 60:
        return _tr("about {n} minutes left").format(n=round(seconds / 60))
    return _tr("about {n} hours left").format(n=round(seconds / 3600))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Working", text)
