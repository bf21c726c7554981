"""A switch of a few screens or scopes, one of which holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotator.ui.theme import Theme

_SIDES = 26
"""Padding and border at both sides of a segment's text, in pixels."""


class Switch(QWidget):
    """Segments side by side; arrows move between them."""

    chosen = Signal(str)
    """The name of the segment that a person chose."""

    def __init__(self, theme: Theme, segments: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`segments` are (name, text) each; the first one holds."""
        super().__init__(parent)
        self.setProperty("kind", "switch")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(theme.px(4))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        for name, text in segments:
            button = QPushButton(text, self)
            button.setProperty("kind", "segment")
            button.setProperty("name", name)
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)
            self.show_text(name, text)
        if segments:
            self._buttons[segments[0][0]].setChecked(True)
        self._group.buttonClicked.connect(self._clicked)

    def show_chosen(self, name: str) -> None:
        """Let this segment hold, without telling. Raises KeyError for an unknown name."""
        self._buttons[name].setChecked(True)

    def show_text(self, name: str, text: str) -> None:
        """Change a segment's text, e.g. its count. Raises KeyError for an unknown name."""
        button = self._buttons[name]
        button.setText(text)
        # The segment that holds is set in 600, for which the style sheet's size hint leaves no room.
        bold = QFont(button.font())
        bold.setWeight(QFont.Weight.DemiBold)
        button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + _SIDES)

    def set_enabled(self, name: str, enabled: bool, why: str = "") -> None:
        """Let a segment be chosen or not, and say why not. Raises KeyError for an unknown name."""
        self._buttons[name].setEnabled(enabled)
        self._buttons[name].setToolTip(why)

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("name")))
