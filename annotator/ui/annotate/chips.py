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
_TIGHT = 12
"""The same where there is little room."""
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
        self._fit()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show a number on each chip."""
        shown: dict[str, str] = {**self._counts, **{name: numeral(count) for name, count in counts.items()}}
        if shown != self._counts:  # they are told after each decision, and most of those leave them as they are
            self._counts = shown
            self._fit()

    def sizeHint(self) -> QSize:
        """Wide enough for all texts with their numbers."""
        whole = {name: self._whole(name) for name in self._buttons}
        return QSize(self._wide(whole, _SIDES) + _GAP * (len(whole) - 1), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Any width: what has no room is said in tool tips."""
        return QSize(0, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say on the chips what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the chips are wider than the row, take from their sides, then the numbers of those that do not hold, then of the texts."""
        room = self.width() - _GAP * (len(self._buttons) - 1)
        whole = {name: self._whole(name) for name in self._buttons}
        bare = {**self._texts, self.current: whole[self.current]}
        ways = ((whole, _SIDES), (whole, _TIGHT), (bare, _SIDES), (bare, _TIGHT))
        texts, sides = next((way for way in ways if self._wide(*way) <= room), ways[-1])
        left, shares = room, {}
        for place, name in enumerate(sorted(texts, key=lambda each: self._width_of(each, texts[each], sides))):
            shares[name] = min(self._width_of(name, texts[name], sides), left // (len(texts) - place))
            left -= shares[name]
        for name, button in self._buttons.items():
            text = self._metrics(name).elidedText(texts[name], Qt.TextElideMode.ElideRight, max(shares[name] - sides, _LEAST))
            button.setText(text)
            button.setFixedWidth(self._width_of(name, text, sides))  # the style's hint leaves no room for the weight
            button.setToolTip(whole[name] if text != whole[name] else "")
            button.setAccessibleName(whole[name])
            if button.property("tight") is not (sides == _TIGHT):
                button.setProperty("tight", sides == _TIGHT)
                button.style().unpolish(button)
                button.style().polish(button)

    def _whole(self, name: str) -> str:
        return f"{self._texts[name]} {self._counts[name]}" if name in self._counts else self._texts[name]

    def _wide(self, texts: Mapping[str, str], sides: int) -> int:
        return sum(self._width_of(name, texts[name], sides) for name in self._buttons)

    def _width_of(self, name: str, text: str, sides: int) -> int:
        return self._metrics(name).horizontalAdvance(text) + 1 + sides  # it rounds, and eliding does not

    def _metrics(self, name: str) -> QFontMetrics:
        """Return the measures of a chip's text: the one that holds is set in 600."""
        font = QFont(self._buttons[name].font())
        font.setWeight(QFont.Weight.DemiBold if name == self.current else QFont.Weight.Normal)
        return QFontMetrics(font)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        name = str(button.property("name"))
        if name != self.current:
            self.current = name
            self._fit()
            self.chosen.emit()
