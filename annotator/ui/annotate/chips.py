"""A few scopes of a list as chips with their counts, one of which holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLayout, QPushButton, QWidget

from annotator.ui.numerals import numeral

_GAP = 6
_SIDES = 20
"""What stands at the sides of a chip's text, in pixels: its own room and its edge."""
_LEAST = 24


class Chips(QWidget):
    """Chips side by side."""

    chosen = Signal()
    """A person chose another one: ask `current`."""

    def __init__(self, chips: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`chips` are (name, text) each; the first one holds."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._texts = dict(chips)
        self._counts: dict[str, str] = {}
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
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
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
            self._counts[name] = numeral(count)
        self._fit()

    def sizeHint(self) -> QSize:
        """Wide enough for all texts with their numbers."""
        widths = [self._width_of(button, self._whole(name)) for name, button in self._buttons.items()]
        return QSize(sum(widths) + _GAP * (len(widths) - 1), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Any width: what has no room is said in tool tips."""
        return QSize(0, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say on the chips what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the numbers away where the chips are wider than the row, then shorten the texts; tool tips say all."""
        room = self.width() - _GAP * (len(self._buttons) - 1)
        whole = {name: self._whole(name) for name in self._buttons}
        bare = (
            whole
            if self._wide(whole) <= room
            else {name: text if name == self.current else self._texts[name] for name, text in whole.items()}
        )
        left, shares = room, {}
        for place, name in enumerate(sorted(bare, key=lambda each: self._width_of(self._buttons[each], bare[each]))):
            shares[name] = min(self._width_of(self._buttons[name], bare[name]), left // (len(bare) - place))
            left -= shares[name]
        for name, button in self._buttons.items():
            metrics = QFontMetrics(self._bold(button))
            text = metrics.elidedText(bare[name], Qt.TextElideMode.ElideRight, max(shares[name] - _SIDES, _LEAST))
            button.setText(text)
            button.setToolTip(whole[name] if text != whole[name] else "")
            button.setAccessibleName(whole[name])

    def _whole(self, name: str) -> str:
        return f"{self._texts[name]} {self._counts[name]}" if name in self._counts else self._texts[name]

    def _wide(self, texts: Mapping[str, str]) -> int:
        return sum(self._width_of(button, texts[name]) for name, button in self._buttons.items())

    @classmethod
    def _width_of(cls, button: QPushButton, text: str) -> int:
        return QFontMetrics(cls._bold(button)).horizontalAdvance(text) + 1 + _SIDES  # it rounds, and eliding does not

    @staticmethod
    def _bold(button: QPushButton) -> QFont:
        font = QFont(button.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        name = str(button.property("name"))
        if name != self.current:
            self.current = name
            self.chosen.emit()
