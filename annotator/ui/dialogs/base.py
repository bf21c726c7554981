"""What all dialogs have in common: a sheet in base colour, and a foot that says what will happen, with Cancel and the verb."""

from __future__ import annotations

import html

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.dialogs.tab_order import laid_out
from annotator.ui.theme import Theme

QUESTION, LIST = 480, 760
_WIDEST = 1240
"""Widths of a dialog with a question, and of one with a list."""
FOOT = 60
REACH = 18
"""How far the rows of a list reach past its words, at both sides."""
RING = 8
"""How far the ring around what is scrolled reaches past it, at both sides."""
_FOOT_LINES = 3
"""The most lines that the strong words of the foot take."""


def plain_tip(text: str) -> str:
    """Return text so that a tooltip shows it as it is: Qt takes what looks like HTML for HTML, and texts come from strangers."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


class Elided(QLabel):
    """A line of plain text that ends in … where it has no room; the tooltip and the screen reader have all of it.

    Where several lines are allowed (`fit`), it wraps before it is cut.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wraps = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def fit(self, width: int, lines: int) -> int:
        """Take as many lines as the text needs at a width in pixels, at most so many; return by how many pixels that is over one line."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        line = super().minimumSizeHint().height()
        whole = metrics.boundingRect(0, 0, max(width, 1), 1 << 16, int(Qt.TextFlag.TextWordWrap), self.text())
        needed = -(-whole.height() // metrics.lineSpacing())
        self._wraps = 1 < needed <= lines
        over = (needed - 1) * metrics.lineSpacing() if self._wraps else 0
        self.setFixedHeight(line + over)
        return over

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self._wraps:
            painter.drawText(self.rect(), int(self.alignment()) | int(Qt.TextFlag.TextWordWrap), self.text())
            painter.end()
            return
        fits = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), fits)
        painter.end()
        self.setToolTip(plain_tip(self.text()) if fits != self.text() else "")


class _Reaching(QHBoxLayout):
    """A row that is wider than its place by some pixels at both sides: Qt takes a negative margin for none at all."""

    def __init__(self, by: int) -> None:
        super().__init__()
        self._by = by

    def setGeometry(self, place: QRect) -> None:
        """Take the place and what lies beside it."""
        super().setGeometry(place.adjusted(-self._by, 0, self._by, 0))


class Dialog(QDialog):
    """A sheet (`sheet` is its column) over a foot. Enter presses the verb, Escape cancels."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, title: str, verb: str, *, width: int = QUESTION, cancel: str | None = ""
    ) -> None:
        """`verb` is what the button says, never "OK"; `cancel` None leaves the other button out."""
        super().__init__(parent)
        self.theme = theme
        self._width = width
        self.setModal(True)
        self.setWindowTitle(title)
        if width:
            self.setFixedWidth(theme.px(width))
        ground = QWidget(self)
        ground.setProperty("kind", "sheet")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sheet = QVBoxLayout(ground)
        self.sheet.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(20))
        self.sheet.setSpacing(theme.px(12))
        self.title = QLabel(title, ground)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.sheet.addWidget(self.title)
        self.cancel_button = QPushButton(cancel or self.tr("Cancel"), self)
        self.cancel_button.clicked.connect(self.reject)
        self.cancel_button.setVisible(cancel is not None)
        self.verb_button = QPushButton(verb, self)
        self.verb_button.setProperty("kind", "primary")
        self.verb_button.setDefault(True)
        self.verb_button.clicked.connect(self.accept)
        self._first, self._second = Elided(self), Elided(self)
        self._first.setProperty("role", "strong")
        self._second.setProperty("role", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ground, 1)
        column.addWidget(self._foot())
        self.ground = ground

    def _foot(self) -> QWidget:
        self._foot_ground = foot = QWidget(self)
        foot.setProperty("kind", "pane")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setFixedHeight(self.theme.px(FOOT))
        self._words = words = QVBoxLayout()
        words.setSpacing(self.theme.px(2))
        words.addStretch(1)
        words.addWidget(self._first)
        words.addWidget(self._second)
        words.addStretch(1)
        self.foot_row = row = QHBoxLayout()
        row.setContentsMargins(self.theme.px(20), 0, self.theme.px(16), 0)
        row.setSpacing(self.theme.px(8))
        row.addLayout(words, 1)
        row.addSpacing(self.theme.px(8))
        row.addWidget(self.cancel_button)
        row.addWidget(self.verb_button)
        line = QFrame(foot)
        line.setProperty("role", "hairline")
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(row, 1)
        return foot

    def say(self, first: str = "", second: str = "") -> None:
        """Say in the foot what the verb will do: a strong line and a quiet one."""
        self._first.setText(first)
        self._first.setVisible(bool(first))
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.verb_button.setAccessibleDescription(". ".join(part for part in (first, second) if part))
        if self.isVisible():
            self._fit_foot()

    def _fit_foot(self) -> None:
        """Let the strong words take more lines, and the foot grow with them, where one line would cut them."""
        spare = self.foot_row.sizeHint().width() - self._words.sizeHint().width()
        over = 0 if self._first.isHidden() else self._first.fit(self.width() - spare, _FOOT_LINES)
        self._foot_ground.setFixedHeight(self.theme.px(FOOT) + over)

    @property
    def said(self) -> str:
        """What the foot says."""
        return " / ".join(part for part in (self._first.text(), self._second.text()) if part)

    def set_verb(self, text: str, *, possible: bool = True) -> None:
        """Name what the button does, with its number, and whether it can be done."""
        self.verb_button.setText(text)
        self.verb_button.setEnabled(possible)

    def field(
        self, name: str, widget: QWidget, *, hint: str = "", into: QVBoxLayout | None = None, inset: int = 0, reach: bool = False
    ) -> QLabel:
        """Put a field under its name, with a line of help; return the label of the help. `&` in the name makes its key.

        `inset` is the room at its sides (in px at the usual size), for a sheet whose lists reach its edges; with `reach` the field is a
        list, whose rows reach past the name.
        """
        label = QLabel(name, self.ground)
        label.setProperty("role", "heading")
        label.setBuddy(widget)
        widget.setAccessibleName(name.replace("&", ""))
        help_ = QLabel(hint, self.ground)
        help_.setTextFormat(Qt.TextFormat.PlainText)
        help_.setProperty("role", "second")
        help_.setWordWrap(True)
        help_.setVisible(bool(hint))
        widget.setAccessibleDescription(hint)
        group = QVBoxLayout()
        group.setContentsMargins(self.theme.px(inset), 0, self.theme.px(inset), 0)
        group.setSpacing(self.theme.px(6))
        group.addWidget(label)
        self.reach(widget, into=group) if reach else group.addWidget(widget)
        group.addWidget(help_)
        (into if into is not None else self.sheet).addLayout(group)
        return help_

    def reach(self, widget: QWidget, *, into: QVBoxLayout | None = None, by: int = REACH) -> None:
        """Put a list or a plot into the sheet with its words flush with the headings: its ground reaches past them at both sides."""
        row = _Reaching(self.theme.px(by))
        row.addWidget(widget)
        (into if into is not None else self.sheet).addLayout(row)

    def fit(self) -> None:
        """Be as high as what is in it needs at this width, and wider where fields, buttons or the foot's words need it."""
        layout = self.layout()
        if layout is None or not self._width:
            return
        spare = self.foot_row.sizeHint().width() - self._words.sizeHint().width()
        words = max(label.fontMetrics().horizontalAdvance(label.text()) for label in (self._first, self._second)) + self.theme.px(4)
        wanted = max(self.theme.px(self._width), min(spare + words, self.theme.px(LIST)))
        self.setFixedWidth(max(wanted, min(layout.minimumSize().width(), self.theme.px(_WIDEST))))
        self._fit_foot()
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on in the order in which the dialog is laid out, the foot last: widgets that were made late have their place, too."""
        order = [each for each in laid_out(self) if each.isVisible() and each.isEnabled()]
        here = self.focusWidget()
        if here not in order:
            return super().focusNextPrevChild(next)
        to = order[(order.index(here) + (1 if next else -1)) % len(order)]
        to.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that is needed."""
        self.fit()
        super().showEvent(event)

    def run(self) -> bool:
        """Show the dialog and wait for the person; True where the verb was pressed. The dialog is gone afterwards."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return accepted

    @Slot()
    def accept(self) -> None:
        """Take the verb, unless it cannot be done now."""
        if self.verb_button.isEnabled():
            super().accept()
