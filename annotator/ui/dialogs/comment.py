"""A remark on an entry or a span."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from annotator.ui.dialogs.base import Dialog, Elided
from annotator.ui.numerals import numeral
from annotator.ui.theme import Theme

LONGEST = 10_000


class _Lines(QPlainTextEdit):
    """A field of some lines in which Enter is the dialog's verb and Shift+Enter a new line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter; leave the rest to the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class Comment(Dialog):
    """What is remarked on, and the remark."""

    def __init__(self, parent: QWidget | None, theme: Theme, about: str, *, text: str = "") -> None:
        super().__init__(parent, theme, self.tr("Change the comment") if text else self.tr("Comment"), self.tr("Save"))
        self._before = text
        quoted = Elided(self.ground)
        quoted.setProperty("role", "muted")
        quoted.setText(about)
        self.sheet.addWidget(quoted)
        self.text = _Lines(self.ground)
        self.text.setProperty("kind", "field")
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFixedHeight(theme.px(120))
        self.text.entered.connect(self.accept)
        self.text.textChanged.connect(self._look)
        self.field(self.tr("Your &comment"), self.text, hint=self.tr("Shift+Enter begins a new line."))
        self._look()
        self.text.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, about: str, *, text: str = "") -> str | None:
        """Return the remark ("" where an existing one is to be removed); None where the person cancelled.

        `about` is the entry's title or the span's text.
        """
        dialog = cls(parent, theme, about, text=text)
        return dialog.value if dialog.run() else None

    @property
    def value(self) -> str:
        """The remark, without white space at its ends."""
        return self.text.toPlainText().strip()

    @Slot()
    def _look(self) -> None:
        value = self.value
        over = len(value) - LONGEST
        if over > 0:
            self.say(
                self.tr("{n} characters too many").format(n=numeral(over)), self.tr("A comment has at most {n}").format(n=numeral(LONGEST))
            )
        elif not value and self._before:
            self.say(self.tr("The comment will be removed"), self.tr("Undo brings it back"))
        else:
            self.say("", self.tr("Colleagues can read it"))
        removes = not value and bool(self._before)
        self.set_verb(
            self.tr("Remove comment") if removes else self.tr("Save comment"),
            possible=over <= 0 and (bool(value) or removes) and value != self._before,
        )
