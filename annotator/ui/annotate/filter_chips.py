"""The filters that hold, as chips to take away, in as many lines as they need; and how many entries they let through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from annotator.ui import tokens
from annotator.ui.theme import Theme


class _Chip(QPushButton):
    """One chip; a click, Space, Enter, Delete or Backspace takes it away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class FilterChips(QWidget):
    """Chips that say what holds, each with a cross; the last one takes all away."""

    removed = Signal(int)
    """The number of the chip that was taken away, counted from 0."""
    cleared = Signal()
    """All are to go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[_Chip] = []
        self._clear = QPushButton(self.tr("Clear all"), self)
        self._clear.setProperty("kind", "quiet")
        self._clear.clicked.connect(self.cleared)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self._restyle)

    @property
    def texts(self) -> list[str]:
        """What the chips say, in order."""
        return [str(each.property("said")) for each in self._chips]

    def show_chips(self, texts: Sequence[str]) -> None:
        """Show these chips."""
        if list(texts) == self.texts:
            return
        held = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._made(text) for text in texts]
        self.setVisible(bool(texts))
        self._place()
        if held is not None and self._chips:
            self._chips[min(held, len(self._chips) - 1)].setFocus()

    def _made(self, text: str) -> _Chip:
        chip = _Chip(self)
        chip.setProperty("kind", "chip")
        chip.setProperty("said", text)
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setText(text)
        chip.setIcon(self._theme.icons.icon("reject", size=12))
        chip.setIconSize(QSize(12, 12))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setAccessibleName(self.tr("Take the filter away: {filter}").format(filter=text))
        chip.setToolTip(chip.accessibleName())
        # The style sheet's size hint leaves no room for the weight of 600.
        width = QFontMetrics(self._theme.font(tokens.SECOND, 600)).horizontalAdvance(text)
        chip.setMinimumWidth(width + 12 + self._theme.px(8) * 2 + 12)
        chip.clicked.connect(self._removed)
        return chip

    @Slot()
    def _removed(self) -> None:
        number = next((place for place, chip in enumerate(self._chips) if chip is self.sender()), None)
        if number is not None:
            self.removed.emit(number)

    def _place(self) -> None:
        """Put the chips side by side, a new line where one has no room, "Clear all" after the last."""
        gap, x, y, line = self._theme.px(6), 0, 0, 0
        for chip in (*self._chips, self._clear):
            size = chip.sizeHint()
            width = min(max(size.width(), chip.minimumWidth()), max(self.width(), 1))
            if x and x + width > self.width():
                x, y = 0, y + line + gap
            chip.setGeometry(x, y, width, size.height())
            chip.show()
            x, line = x + width + gap, size.height()
        self.setFixedHeight(y + line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the chips anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    @Slot()
    def _restyle(self) -> None:
        for chip in self._chips:
            chip.setIcon(self._theme.icons.icon("reject", size=12))
