"""A few scopes of a list as chips with their counts, one of which holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from annotator.ui.numerals import numeral


class Chips(QWidget):
    """Chips side by side."""

    chosen = Signal()
    """A person chose another one: ask `current`."""

    def __init__(self, chips: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`chips` are (name, text) each; the first one holds."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._texts = dict(chips)
        self._buttons: dict[str, QPushButton] = {}
        for name, text in chips:
            button = QPushButton(text, self)
            button.setProperty("kind", "chip")
            button.setProperty("name", str(name))
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        self.current = str(chips[0][0])
        self._buttons[self.current].setChecked(True)
        self._group.buttonClicked.connect(self._clicked)

    def show_chosen(self, name: str) -> None:
        """Let a chip hold, without telling."""
        self.current = str(name)
        self._buttons[name].setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show a number on each chip."""
        for name, count in counts.items():
            self._buttons[name].setText(f"{self._texts[name]} {numeral(count)}")

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        name = str(button.property("name"))
        if name != self.current:
            self.current = name
            self.chosen.emit()
