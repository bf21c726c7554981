"""A dialog that stands while work is done: what is done, how far it is, and a verb that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QWidget

from annotator.ui.dialogs.base import Dialog
from annotator.ui.theme import Theme


class Busy(Dialog):
    """Shows a bar over the verb "Stop". The dialog goes when the work has ended, also where it was asked to stop."""

    stop_asked = Signal()
    """The work is to end."""

    def __init__(self, parent: QWidget | None, theme: Theme, title: str, text: str, promise: str) -> None:
        """`promise` says what stopping leaves behind."""
        super().__init__(parent, theme, title, self.tr("Stop"), cancel=None)
        self._promise = promise
        words = QLabel(text, self.ground)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.bar = QProgressBar(self.ground)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.sheet.addWidget(words)
        self.sheet.addWidget(self.bar)
        self.say("", promise)

    def show_far(self, done: int, total: int, words: str, second: str = "") -> None:
        """Show how far the work is (a `total` of 0: the end is not known), in words too."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.say(words, second or self._promise)

    @Slot()
    def accept(self) -> None:
        """Stop."""
        self.set_verb(self.tr("Stopping…"), possible=False)
        self.stop_asked.emit()

    @Slot()
    def reject(self) -> None:
        """Stop; the dialog goes when the work has ended."""
        self.accept()

    @Slot()
    def _cancelled(self) -> None:
        self.done(QDialog.DialogCode.Rejected)
