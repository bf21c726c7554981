"""The bar under the entry: what has focus, where it comes from, and what can be done to it. Its place and height never change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.dialogs.base import plain_tip
from annotator.ui.keycap import KeyHints, sign
from annotator.ui.theme import Theme

_PAD = 15
_LONGEST = 132
"""The longest name of a label that is shown whole, in pixels."""
_LEAST = 120
"""Room for the words, in pixels: buttons are left out rather than that less is left."""


@dataclass(frozen=True, slots=True)
class BarAction:
    """A button of the bar: the name of its command, its text, its key, and whether it is what Enter does."""

    command: str
    text: str
    key: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class FocusInfo:
    """What the bar says. `label` and `colour` are the span's, "" without one; `second` is the line below; `keys` are shown in its place:
    for a selection, (key, label) of the first nine labels."""

    what: str
    label: str = ""
    colour: int = 0
    score: str = ""
    second: str = ""
    actions: tuple[BarAction, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()


class LabelChip(QLabel):
    """A label's name on its tint."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = 0
        self._label = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(20))
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """The name with 8 on either side. Not by margins: a style sheet that is set anew takes them away."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * self._theme.px(8), self._theme.px(20))

    @property
    def label(self) -> str:
        """The whole name, of which a long one is shown in part."""
        return self._label

    def show_label(self, key: str, colour: int) -> None:
        """Show a label's key in its colour; "" hides the chip."""
        self._label = key
        self.setText(self.fontMetrics().elidedText(key, Qt.TextElideMode.ElideMiddle, self._theme.px(_LONGEST)))
        self.setToolTip(plain_tip(key) if self.text() != key else "")
        self.setVisible(bool(key))
        if colour != self._colour:
            self._colour = colour
            self._tint()

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._theme.capitals(tokens.SMALL))
        self._tint()

    def _tint(self) -> None:
        palette = self.palette()
        palette.setColor(self.foregroundRole(), QColor(tokens.label_colour(self._colour).text(self._theme.colours)))
        self.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground, then the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.label_colour(self._colour).tint(self._theme.colours)))
        painter.drawRoundedRect(QRectF(self.rect()), tokens.CAP_RADIUS, tokens.CAP_RADIUS)
        painter.end()
        super().paintEvent(event)


class FocusBar(QWidget):
    """Shows a `FocusInfo`; its buttons tell the name of a command."""

    asked = Signal(str)
    """The command of the button that was pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = theme.px(tokens.COLUMN)
        self._what, self._score, self._second = (QLabel(self) for _ in range(3))
        for label in (self._what, self._score, self._second):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._what.setMinimumWidth(0)
        self._score.setProperty("role", "second")
        self._second.setProperty("role", "second")
        self._chip = LabelChip(theme, self)
        self._keys = KeyHints(theme, self, gap=10)
        self._buttons: list[QPushButton] = []
        self._needed: int | None = None
        """What the buttons take with their whole texts, in pixels; None where it is to be asked anew."""
        first = QHBoxLayout()
        first.setSpacing(theme.px(8))
        for widget in (self._what, self._chip, self._score):
            first.addWidget(widget)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._second)
        words.addWidget(self._keys)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(words, 1)
        self.setFixedHeight(theme.px(tokens.FOCUS_BAR + 14))
        self.setAutoFillBackground(True)
        self._info = FocusInfo("")
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_column(self, width: int) -> None:
        """Set the width of the text above, in pixels, with which the bar's own text is flush."""
        self._column = width
        self._place()

    def show_focus(self, info: FocusInfo) -> None:
        """Show what has focus and what can be done to it."""
        before, self._info = self._info, info
        self._what.setVisible(bool(info.what))
        self._chip.show_label(info.label, info.colour)
        self._score.setText(info.score)
        self._score.setVisible(bool(info.score))
        self._second.setText(info.second)
        self._second.setVisible(not info.keys)
        self._keys.show_hints(info.keys)
        self._keys.setVisible(bool(info.keys))
        if info.actions != before.actions:
            self._show_buttons(info.actions)
        self.setAccessibleName(" ".join(part for part in (info.what, info.label, info.score, info.second) if part))
        self._elide()

    def _show_buttons(self, actions: tuple[BarAction, ...]) -> None:
        while len(self._buttons) < len(actions):
            self._add_button()
        for button, action in zip(self._buttons, actions, strict=False):
            self._show_button(button, action)
        for button in self._buttons[len(actions) :]:
            button.hide()
        self._needed = None

    def _add_button(self) -> None:
        button = QPushButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._pressed)
        self._buttons.append(button)
        self._row.addWidget(button)

    def _show_button(self, button: QPushButton, action: BarAction) -> None:
        button.setText(action.text)
        button.setToolTip(f"{action.text} ({sign(action.key)})" if action.key else action.text)
        button.setProperty("command", action.command)
        kind = "primary" if action.primary else ""
        if button.property("kind") != kind:
            button.setProperty("kind", kind)
            button.style().unpolish(button)
            button.style().polish(button)
        button.show()

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if button is not None:
            self.asked.emit(str(button.property("command")))

    def _place(self) -> None:
        pad = self._theme.px(_PAD)
        side = max((self.width() - self._column) // 2, 2 * pad)
        self._row.setContentsMargins(side, 0, max(side - self._theme.px(3), 0), self._theme.px(14))
        self._elide()
        self.update()

    def _shorten(self, room: int) -> int:
        """Leave out buttons from the left where all of them are wider than the bar (their keys go on working), and cut the text of the last
        one, which is what Enter does, where even that has no room. Return what they take."""
        shown = list(zip(self._buttons, self._info.actions, strict=False))
        if self._needed is not None and self._needed <= room:
            return self._needed
        for button, action in shown:
            button.setText(action.text)
            button.setAccessibleName(action.text)
            button.show()
        needed = sum(button.sizeHint().width() + self._row.spacing() for button, _ in shown)
        if not shown or needed <= room:
            self._needed = needed
            return needed
        self._needed = None
        while len(shown) > 1 and needed > room:
            button, _ = shown.pop(0)
            needed -= button.sizeHint().width() + self._row.spacing()
            button.hide()
        if needed > room:
            button, action = shown[0]
            inside = room - needed + button.fontMetrics().horizontalAdvance(action.text)
            button.setText(button.fontMetrics().elidedText(action.text, Qt.TextElideMode.ElideRight, inside))
        return sum(button.sizeHint().width() + self._row.spacing() for button, _ in shown)

    def _elide(self) -> None:
        """Cut the words of a long span at the end, so that the buttons keep their place."""
        margins = self._row.contentsMargins()
        chip = sum(part.sizeHint().width() + self._theme.px(8) for part in (self._chip, self._score) if not part.isHidden())
        whole = self.width() - margins.left() - margins.right() - self._theme.px(24)
        room = whole - self._shorten(whole - max(self._theme.px(_LEAST), chip + 60))
        words = " ".join(shown(self._info.what).split())
        elide = Qt.TextElideMode.ElideRight
        self._what.setText(self._what.fontMetrics().elidedText(words, elide, max(room - chip, 60)))
        self._second.setText(self._second.fontMetrics().elidedText(self._info.second, elide, max(room, 60)))

    @Slot()
    def _restyle(self) -> None:
        self._what.setFont(self._theme.reading(self._theme.px(15), 600))
        palette = self._theme.palette()
        palette.setColor(self.backgroundRole(), QColor(self._theme.colours.base))
        self.setPalette(palette)
        self._needed = None
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text flush with the column."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet under words and buttons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, margins = self._theme.px, self._row.contentsMargins()
        left = margins.left() - px(_PAD)
        sheet = QRectF(left + 0.5, 0.5, self.width() - 2 * left - 1, px(tokens.FOCUS_BAR) - 1)
        painter.setBrush(QColor(self._theme.colours.raised))
        painter.setPen(QPen(QColor(self._theme.colours.border), 1))
        painter.drawRoundedRect(sheet, tokens.SHEET_RADIUS, tokens.SHEET_RADIUS)
        painter.end()
