"""What stands above and below an entry's text: title, meta line, and the entries before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSpacerItem, QToolButton, QVBoxLayout, QWidget

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.dialogs.base import Elided
from annotator.ui.theme import Theme

_NARROW = 3
"""No letter of the lines around an entry is narrower, in pixels; where one is, the whole text is measured."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is said of an entry above its text. `meta` are its parts (date, time, author); `tally` e.g. "7 confirmed, 10 suggested"."""

    title: str
    meta: tuple[str, ...] = ()
    tally: str = ""
    flagged: bool = False
    comments: int = 0
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry before or after the one that is shown: its title, when and by whom, and its text (some hundred code points suffice)."""

    title: str
    meta: str = ""
    text: str = ""


class HeadView(QWidget):
    """Title, flag and comment buttons, meta line, hairline; a double click asks for date, author and title to be corrected."""

    asked = Signal(str)
    """The id of a command, such as "flag"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zoom = float(tokens.READING)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._meta = Elided(self)
        self._tally = QLabel(self)
        self._tally.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._meta, self._tally):
            label.setProperty("role", "second")
        self._labelling = True
        self._flag = self._button(self.tr("Flag"))
        self._flag.setCheckable(True)
        self._flag.clicked.connect(self._flag_pressed)
        self._comment = self._button(self.tr("Comment"))
        self._comment.clicked.connect(self._comment_pressed)
        self._line = QFrame(self)
        self._line.setProperty("role", "hairline")
        self._top, self._second = QHBoxLayout(), QHBoxLayout()
        self._top.setSpacing(theme.px(6))
        self._top.addWidget(self._title, 1)
        self._top.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addWidget(self._comment, 0, Qt.AlignmentFlag.AlignTop)
        self._second.addWidget(self._meta, 1)
        self._second.addWidget(self._tally)
        self._layout = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(14))
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addSpacing(theme.px(4))
        column.addLayout(self._second)
        self._gap = QSpacerItem(0, theme.px(14))
        column.addSpacerItem(self._gap)
        column.addWidget(self._line)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_head(self, head: Head) -> None:
        """Show the values of an entry. One whose text begins with its title has none here: meta line and buttons share one row."""
        self._arrange(bool(head.title))
        self._title.setText(f"{shown(head.title)} · {self.tr('read only')}" if head.read_only else shown(head.title))
        self._meta.setText("  ·  ".join(part for part in head.meta if part))
        self._tally.setText(head.tally)
        self._flag.setChecked(head.flagged)
        counted = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if head.comments else Qt.ToolButtonStyle.ToolButtonIconOnly
        self._comment.setToolButtonStyle(counted)
        self._comment.setText(str(head.comments) if head.comments else "")
        for button in (self._flag, self._comment):
            button.setVisible(self._labelling and not head.read_only)
        # Without the buttons the line keeps their height, so that the text stands where it stands for whoever may decide.
        self._meta.setMinimumHeight(self._flag.sizeHint().height() if head.read_only and not head.title else 0)

    def set_buttons(self, seen: bool) -> None:
        """Show the buttons for flag and comment, or leave them out where nobody labels."""
        self._labelling = seen
        for button in (self._flag, self._comment):
            button.setVisible(seen)

    def _arrange(self, titled: bool) -> None:
        if titled == (self._second.indexOf(self._meta) >= 0):
            return
        self._title.setVisible(titled)
        self._line.setVisible(titled)
        for place, widget in enumerate((self._meta, self._tally)):
            (self._top if titled else self._second).removeWidget(widget)
            if titled:
                self._second.addWidget(widget, 0 if place else 1)
            else:
                self._top.insertWidget(place, widget, 0 if place else 1, Qt.AlignmentFlag.AlignVCenter)
        self._layout.setContentsMargins(0, 0, 0, self._theme.px(14) if titled else 0)
        self._gap.changeSize(0, self._theme.px(14) if titled else 0)
        self._layout.invalidate()

    def set_zoom(self, pixels: float) -> None:
        """Let the title grow with the text, whose size in pixels this is."""
        self._zoom = pixels
        self._restyle()

    def height_at(self, width: int) -> int:
        """Return the height that a column of this width needs, in pixels; a long title takes several lines."""
        for layout in (self._top, self._second, self._layout):
            layout.invalidate()
        return max(self._layout.totalHeightForWidth(width), self._layout.totalMinimumSize().height())

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Ask for the correction of title, date and author."""
        self.asked.emit("correct title")

    @Slot()
    def _flag_pressed(self) -> None:
        # The mark follows the answer of whoever decides, not the press.
        self._flag.setChecked(not self._flag.isChecked())
        self.asked.emit("flag")

    @Slot()
    def _comment_pressed(self) -> None:
        self.asked.emit("comment")

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme
        self._title.setFont(theme.reading(self._zoom * tokens.TITLE / tokens.READING, 600))
        for button, name in ((self._flag, "flag"), (self._comment, "comment")):
            button.setIcon(theme.icons.icon(name))
            button.setIconSize(QSize(theme.px(tokens.BODY + 5), theme.px(tokens.BODY + 5)))


class NeighbourView(QAbstractButton):
    """The entry before or after, dimmed: one line of title and two of text. A click goes there (`clicked`)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, after: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._after = after
        self._neighbour: Neighbour | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)

    def show_neighbour(self, neighbour: Neighbour | None) -> None:
        """Show an entry, or nothing at the end of the list."""
        self._neighbour = neighbour
        self.setEnabled(neighbour is not None)
        name = self.tr("Next entry") if self._after else self.tr("Previous entry")
        self.setAccessibleName(f"{name}: {neighbour.title}" if neighbour else name)
        self.setToolTip(name if neighbour else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines and the space to the entry; only the space at the end of the list."""
        return QSize(self._theme.px(tokens.COLUMN), self._theme.px(20 if self._neighbour is None else 92 if self._neighbour.text else 50))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint muted, with a hairline towards the entry below the one that is shown."""
        if self._neighbour is None:
            return
        theme = self._theme
        painter = QPainter(self)
        width, top = self.width(), theme.px(16 if self._after else 2)
        painter.setPen(QPen(QColor(theme.colours.border), 1))
        painter.drawLine(0, 0, width, 0) if self._after else painter.drawLine(0, self.height() - 14, width, self.height() - 14)
        painter.setPen(QColor(theme.colours.text if self.underMouse() else theme.colours.muted))
        painter.setFont(theme.font(tokens.SECOND, 600))
        metrics = painter.fontMetrics()
        line = "  ·  ".join(part for part in (self._neighbour.meta, shown(self._neighbour.title).replace("\n", " ")) if part)
        painter.drawText(0, top + metrics.ascent(), _elided(metrics, line, width))
        painter.setPen(QColor(theme.colours.muted))
        self._paint_text(painter, " ".join(self._neighbour.text.split()), top + metrics.height() + theme.px(2), width)
        painter.end()

    def _paint_text(self, painter: QPainter, text: str, top: float, width: int) -> None:
        font = self._theme.reading(self._theme.px(14))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        if not text:
            return
        # Positions are UTF-16 units; the rest of the text is cut by the line's own string.
        units = text.encode("utf-16-le")
        near = text[: width // _NARROW]
        first = _first_line(near, font, width) or (_first_line(text, font, width) if near != text else 0)
        head, rest = (piece.decode("utf-16-le") for piece in (units[: 2 * first], units[2 * first :])) if first else (text, "")
        baseline = round(top + metrics.ascent())
        painter.drawText(0, baseline, head)
        painter.drawText(0, baseline + metrics.height(), _elided(metrics, rest, width))


def _first_line(text: str, font: QFont, width: int) -> int:
    """Return how many UTF-16 units of a text stand in its first line of this width; 0 where all of them do."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    first = layout.createLine()
    if first.isValid():
        first.setLineWidth(width)
    more = first.isValid() and layout.createLine().isValid()
    layout.endLayout()
    return first.textLength() if more else 0


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """Return a text cut to a width. Of a long one no more is measured than can stand there: that took longer than to draw it."""
    near = text[: width // _NARROW]
    cut = metrics.elidedText(near, Qt.TextElideMode.ElideRight, width)
    return cut if cut != near or len(near) == len(text) else metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
