"""The line at the foot of the window: progress, what is saved, cost, who annotates, and the keys that matter now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from annotator.ui import tokens
from annotator.ui.dialogs.base import Elided
from annotator.ui.keycap import KeyHints
from annotator.ui.numerals import numeral
from annotator.ui.speaker import announce
from annotator.ui.theme import Theme

_LONGEST = 160
"""The longest name of a person that is shown whole, in pixels; the tool tip has all of it."""


class ProgressLine(QWidget):
    """A line of 140 by 6 that is filled to a share."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(theme.px(140), theme.px(6))
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Fill the line to a share from 0 to 1."""
        share = min(max(share, 0.0), 1.0)
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole, radius = QRectF(self.rect()), self.height() / 2
        painter.setBrush(QColor(self._theme.colours.border))
        painter.drawRoundedRect(whole, radius, radius)
        if self._share > 0:
            painter.setBrush(QColor(self._theme.colours.success))
            painter.drawRoundedRect(QRectF(0, 0, max(whole.width() * self._share, whole.height()), whole.height()), radius, radius)
        painter.end()


class SavedSign(QWidget):
    """A tick, nothing, or a cross: what the words beside it say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._colour = "", ""
        self.setFixedSize(QSize(theme.px(16), theme.px(16)))

    def show_sign(self, name: str, colour: str) -> None:
        """Show an icon in a colour; "" shows nothing."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        if self._name:
            painter = QPainter(self)
            size = self.width()
            painter.drawPixmap(0, 0, self._theme.icons.pixmap(self._name, self._colour, size=size, ratio=self.devicePixelRatioF()))
            painter.end()


class StatusBar(QWidget):
    """Shows what it is told, each by its own method."""

    retry_asked = Signal()
    """The button beside a failure was pressed."""
    person_asked = Signal()
    """The annotator's name was pressed: another person takes over."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = self._name = ""
        self.setFixedHeight(theme.px(tokens.STATUS))
        self._done, self._cost = QLabel(self), QLabel(self)
        self._saved = Elided(self)
        self._saved.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._done.setTextFormat(Qt.TextFormat.PlainText)
        self._line = ProgressLine(theme, self)
        self._sign = SavedSign(theme, self)
        for label in (self._saved, self._cost):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "second")
        self._retry = QPushButton(self)
        self._retry.setProperty("kind", "chip")
        self._retry.clicked.connect(self.retry_asked)
        self._retry.hide()
        self._person = QPushButton(self)
        self._person.setProperty("kind", "quiet")
        self._person.clicked.connect(self.person_asked)
        self._person.hide()
        self._keys = KeyHints(theme, self, right=True)
        self._keys.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        for widget in (self._done, self._line, self._sign, self._saved, self._retry, self._cost, self._person):
            row.addWidget(widget)
        row.insertSpacing(2, theme.px(12))
        row.addWidget(self._keys, 1)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_progress(self, done: int, total: int, *, settling: bool = False) -> None:
        """Show how many entries are done of how many, or how many disagreements are settled."""
        self._done.show()
        self._line.show()
        words = self.tr("{done} of {total} settled") if settling else self.tr("{done} of {total} done")
        self._done.setText(words.format(done=numeral(done), total=numeral(total)))
        self._line.show_share(done / total if total else 0.0)
        share = f"{done / total:.0%}" if total else ""
        if share != self._line.toolTip():
            self._line.setToolTip(share)

    def hide_progress(self) -> None:
        """Show no progress, on a screen where nothing is worked off."""
        self._done.hide()
        self._line.hide()

    def show_saved(self) -> None:
        """Say that every decision is on disk."""
        self._say("saved", self.tr("Saved"))

    def show_saving(self) -> None:
        """Say that a decision is being written."""
        self._say("saving", self.tr("Saving…"))

    def show_failure(self, sentence: str, *, action: str = "") -> None:
        """Say what could not be saved, in one sentence, with a button that does something about it."""
        self._say("failure", sentence)
        self._retry.setText(action)
        self._retry.setVisible(bool(action))

    def show_cost(self, text: str) -> None:
        """Show what labelling costs, e.g. "0.4 keys per span"; "" shows nothing."""
        self._cost.setText(f"·   {text}" if text else "")

    def show_person(self, name: str) -> None:
        """Show who annotates; "" shows nobody."""
        self._name = name
        self._person.setText(self._person.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, self._theme.px(_LONGEST)))
        self._person.setVisible(bool(name) and self._state != "failure")
        self._person.setAccessibleName(self.tr("Annotator: {name}").format(name=name))
        self._person.setToolTip(self.tr("You label as {name}. Click to change.").format(name=name))

    def show_keys(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Show the keys that matter now: (key, what it does) each."""
        self._keys.show_hints(hints)

    def show_notice(self, sentence: str) -> None:
        """Say what came of a decision, or why there was none, in the place of "Saved"; what is saved did not change."""
        self._say("notice", sentence)

    def _say(self, state: str, text: str) -> None:
        self._state = state
        self._saved.setText(text)
        # Whoever cannot save needs the whole sentence more than name and cost.
        self._person.setHidden(state == "failure" or not self._name)
        self._cost.setHidden(state == "failure")
        role = "danger" if state == "failure" else "second"
        if self._saved.property("role") != role:
            self._saved.setProperty("role", role)
            self._saved.style().unpolish(self._saved)
            self._saved.style().polish(self._saved)
        self._retry.hide()
        self._show_sign()
        if state in ("notice", "failure"):
            announce(self, text, urgent=state == "failure")

    def _show_sign(self) -> None:
        colours = self._theme.colours
        name, colour = {"saved": ("accept", colours.success), "failure": ("reject", colours.danger)}.get(self._state, ("", ""))
        self._sign.show_sign(name, colour)

    @Slot()
    def _restyle(self) -> None:
        self._done.setFont(self._theme.font(tokens.SECOND, 600))
        self._show_sign()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.window))
        painter.setPen(QPen(QColor(self._theme.colours.border), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
