"""Long work in one line: what it is, how far it is, how long it will take, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from annotator.ui.numerals import numeral
from annotator.ui.theme import Theme


class JobLine(QWidget):
    """Hidden while nothing works."""

    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._what = ""
        self._words = QLabel(self)
        self._words.setProperty("role", "second")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(120))
        self._stop = QToolButton(self)
        self._stop.setToolTip(self.tr("Stop; what is written stays"))
        self._stop.setAccessibleName(self.tr("Stop"))
        self._stop.clicked.connect(self.cancel_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(8), 0)
        row.setSpacing(theme.px(8))
        for widget in (self._words, self._bar, self._stop):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()
        self._restyle()
        theme.changed.connect(self._restyle)

    def begin(self, what: str) -> None:
        """Show that work began, e.g. "Suggesting"."""
        self._what = what
        self._words.setText(f"{what}…")
        self._bar.setRange(0, 0)
        self.show()

    def show_progress(self, done: int, total: int, left: float = -1.0) -> None:
        """Show how far the work is; `left` are the seconds it will still take, -1 where that is not known."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        words = self.tr("{what} {done} of {total}").format(what=self._what, done=numeral(done), total=numeral(total))
        self._words.setText(f"{words}{self._left(left)}")
        self._bar.setAccessibleName(words)

    def end(self) -> None:
        """Hide."""
        self.hide()

    def _left(self, seconds: float) -> str:
        if seconds < 5:
            return ""
        if seconds < 90:
            return " · " + self.tr("{n} s left").format(n=numeral(round(seconds / 5) * 5))
        return " · " + self.tr("{n} min left").format(n=numeral(round(seconds / 60)))

    @Slot()
    def _restyle(self) -> None:
        self._stop.setIcon(self._theme.icons.icon("reject"))
        self._stop.setIconSize(QSize(self._theme.px(14), self._theme.px(14)))
