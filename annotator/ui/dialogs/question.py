"""A question that one verb answers. Things that can be undone are not asked about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui.dialogs.base import Dialog
from annotator.ui.theme import Theme


class Question(Dialog):
    """A title that asks, a paragraph that says what there is to know, and the verb."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        text: str,
        verb: str,
        *,
        consequence: str = "",
        second: str = "",
    ) -> None:
        super().__init__(parent, theme, title, verb)
        words = QLabel(text, self.ground)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.sheet.addWidget(words)
        self.setAccessibleDescription(text)
        self.say(consequence, second)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        text: str,
        verb: str,
        *,
        consequence: str = "",
        second: str = "",
    ) -> bool:
        """Return whether the person chose the verb (never "OK"); `consequence` and `second` stand in the foot."""
        return cls(parent, theme, title, text, verb, consequence=consequence, second=second).run()
