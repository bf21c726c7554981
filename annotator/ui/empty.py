"""What a pane says when it has nothing to show: what belongs here, and one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.keycap import KeyHints
from annotator.ui.theme import Theme


class EmptyState(QWidget):
    """A sentence in the middle of the pane and one action with its key."""

    asked = Signal()
    """The action's button was pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setProperty("role", "muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.asked)
        self._keys = KeyHints(theme, self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._button)
        row.addWidget(self._keys)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addLayout(row)
        column.addStretch(3)

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._sentence.text()

    def show_empty(self, sentence: str, *, action: str = "", key: str = "") -> None:
        """Say this sentence; `action` is the button's text ("" for none), `key` the key that does the same."""
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._keys.show_hints(((key, ""),) if key else ())
        self._keys.setVisible(bool(key))
