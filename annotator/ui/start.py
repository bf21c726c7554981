"""The start screen: what can be begun, what was open before, and where to drop files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator import __version__
from annotator.ui import tokens
from annotator.ui.annotate.panes import hairline
from annotator.ui.keycap import HEIGHT, KeyHints, cap_width, paint_cap
from annotator.ui.recent_list import RecentList, RecentRow
from annotator.ui.theme import Theme

_LEFT, _LEFT_NARROW, _RIGHT, _GAP, _EDGE = 400, 332, 720, 60, 28
_LOW = 470
"""Below this height the field to drop on goes: the whole window takes what is dropped."""
_WIDE, _ONE_COLUMN = 1100, 660


class ActionRow(QAbstractButton):
    """Something that can be begun: an icon, what it is, a line about it, its key."""

    def __init__(self, theme: Theme, icon: str, text: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._second = second
        self._key = ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedHeight(theme.px(58))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_key(self, key: str) -> None:
        """Show the key that does the same."""
        self._key = key
        self.setAccessibleDescription(f"{self._second}. {key}")
        self.update()

    def enterEvent(self, event: object) -> None:
        """Paint the row as one under the mouse."""
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Paint the row at rest."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 1.0 if self.hasFocus() else 0.5
        painter.setPen(QPen(QColor(c.ring), 2) if self.hasFocus() else QPen(QColor(c.control if self.underMouse() else c.border), 1))
        painter.setBrush(QColor(c.accent_tint if self.isDown() else c.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), tokens.SHEET_RADIUS, tokens.SHEET_RADIUS)
        size = px(20)
        pixmap = theme.icons.pixmap(self._icon, c.accent, size=size, ratio=self.devicePixelRatioF())
        painter.drawPixmap(px(16), (self.height() - size) // 2, pixmap)
        right = self.width() - px(14)
        if self._key:
            right -= cap_width(theme, self._key)
            paint_cap(painter, theme, QRect(right, (self.height() - px(HEIGHT)) // 2, 1, 1).topLeft(), self._key)
        left, middle = px(52), self.height() // 2
        for font, colour, text, top in (
            (theme.font(tokens.SHEET, 600), c.text, self.text(), middle - px(20)),
            (theme.font(tokens.SECOND), c.muted, self._second, middle + px(1)),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, right - left - px(10))
            painter.drawText(QRect(left, top, right - left, px(20)), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class DropField(QWidget):
    """Where files can be dropped; the whole window takes them, this says so."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = False
        self.setMinimumHeight(theme.px(108))
        self.setAccessibleName(self.tr("Drop files here: a project, or texts to label"))
        theme.changed.connect(self.update)

    def show_over(self, over: bool) -> None:
        """Show that files are held over the window."""
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed field and what it is for."""
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(c.ring if self._over else c.control), 1.5, Qt.PenStyle.DashLine)
        pen.setDashPattern((4, 3))
        painter.setPen(pen)
        painter.setBrush(QColor(c.accent_tint) if self._over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.SHEET_RADIUS, tokens.SHEET_RADIUS)
        size, top = px(22), self.height() // 2 - px(38)
        icon = theme.icons.pixmap("import", c.muted, size=size, ratio=self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, top, icon)
        for font, colour, text, at in (
            (theme.font(tokens.SHEET, 600), c.text, self.tr("Drop files here"), top + px(28)),
            (theme.font(tokens.SECOND), c.muted, self.tr("a project, or texts to label"), top + px(50)),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QRect(0, at, self.width(), px(22)), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class Mark(QWidget):
    """The program's mark: two spans, one confirmed, one suggested."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(theme.px(56), theme.px(46))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw tints and lines."""
        px, c = self._theme.px, self._theme.colours
        lake, gold, violet = (tokens.label_colour(number) for number in range(3))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for left, width, colour in ((0, 32, lake), (38, 18, gold)):
            painter.setBrush(QColor(colour.tint(c)))
            painter.drawRoundedRect(QRectF(px(left), px(5), px(width), px(25)), tokens.TINT_RADIUS, tokens.TINT_RADIUS)
        for left, right, top, colour, dashed in ((0, 32, 33, lake, False), (38, 56, 33, gold, True), (0, 18, 39, violet, False)):
            pen = QPen(QColor(colour.line(c)), px(2.5))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if dashed:
                pen.setDashPattern((2.2, 1.4))
            painter.setPen(pen)
            painter.drawLine(QPointF(px(left), px(top) + 0.5), QPointF(px(right), px(top) + 0.5))
        painter.end()


class StartScreen(QWidget):
    """Shows the recent projects it is told of; tells which one, or which command, was chosen."""

    asked = Signal(str)
    opened = Signal(object)
    """The path of a project to open."""
    forgotten = Signal(object)
    """The path of a project to take off the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = {
            "new": ActionRow(theme, "new", self.tr("New project"), self.tr("Choose a scheme, then bring text in"), self),
            "open": ActionRow(theme, "open", self.tr("Open project"), self.tr("A file that ends in .annotator"), self),
            "sample": ActionRow(theme, "label", self.tr("Try the sample"), self.tr("An invented live blog, five minutes"), self),
        }
        for name, row in self._rows.items():
            row.setObjectName(name)
            row.clicked.connect(self._pressed)
        self.drop = DropField(theme, self)
        self.recent = RecentList(theme, self)
        self.recent.opened.connect(self.opened)
        self.recent.forgotten.connect(self.forgotten)
        self._hint = QLabel(self.tr("⏎ opens, Delete forgets"), self)
        self._hint.setProperty("role", "second")
        self._first = QLabel(
            self.tr(
                "Open a project or bring in text. The program suggests names; you confirm or correct them from the keyboard. "
                "Every decision is on disk before the screen says so, and nothing leaves this computer."
            ),
            self,
        )
        self._first.setWordWrap(True)
        self._first.setProperty("role", "muted")
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setProperty("role", "strong")
        self._change = QPushButton(self.tr("Change…"), self)
        self._change.setObjectName("who")
        self._change.setProperty("kind", "quiet")
        self._change.clicked.connect(self._pressed)
        self._keys = KeyHints(theme, self, right=True)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        self._left, self._right = QWidget(self), QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px(8))
        left.addLayout(self._title())
        left.addSpacing(px(16))
        for row in self._rows.values():
            left.addWidget(row)
        left.addSpacing(px(8))
        left.addWidget(self.drop)
        left.addStretch(1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(8))
        head = QHBoxLayout()
        head.setContentsMargins(px(14), px(8), px(14), 0)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "strong")
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._hint)
        right.addLayout(head)
        words = QHBoxLayout()
        words.setContentsMargins(px(14), 0, px(14), 0)
        words.addWidget(self._first)
        right.addLayout(words)
        right.addWidget(self.recent)
        right.addSpacing(px(6))
        right.addWidget(hairline(self))
        who = QHBoxLayout()
        who.setContentsMargins(px(14), px(10), px(14), 0)
        who.setSpacing(px(6))
        label = QLabel(self.tr("You label as"), self)
        label.setProperty("role", "second")
        for widget in (label, self._name, self._change):
            who.addWidget(widget)
        who.addStretch(1)
        right.addLayout(who)
        right.addStretch(1)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(px(_GAP))
        self._columns.addStretch(1)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._right)
        self._columns.addStretch(1)
        self._left.setFixedWidth(px(_LEFT))
        self._right.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addLayout(self._columns)
        column.addStretch(3)
        column.addWidget(self._foot())

    def _title(self) -> QHBoxLayout:
        name = QLabel(self.tr("Annotator"), self)
        name.setFont(self._theme.font(tokens.FIGURE, 600))
        second = QLabel(self.tr("Named entities, labelled by people, offline"), self)
        second.setProperty("role", "muted")
        second.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(second)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(16))
        row.addWidget(Mark(self._theme, self))
        row.addLayout(words, 1)
        return row

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setFixedHeight(self._theme.px(tokens.STATUS))
        words = QLabel(self.tr("Nothing leaves this computer   ·   Version {version}").format(version=__version__), foot)
        words.setProperty("role", "second")
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.px(14), 0, self._theme.px(16), 0)
        row.addWidget(words)
        row.addWidget(self._keys, 1)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline(foot))
        column.addLayout(row, 1)
        return foot

    def show_recent(self, rows: Sequence[RecentRow]) -> None:
        """Show the projects that were open, the newest first; a person's first start gets three sentences instead."""
        self.recent.show_rows(rows)
        self.recent.setVisible(bool(rows))
        self._hint.setVisible(bool(rows))
        self._first.setVisible(not rows)
        self._heading.setText(self.tr("Recent projects") if rows else self.tr("Welcome"))

    def show_person(self, name: str) -> None:
        """Show who labels."""
        self._name.setText(name)

    def show_keys(self, keys: dict[str, str]) -> None:
        """Show the key of each command."""
        for name, row in self._rows.items():
            row.show_key(keys.get(name, ""))
        open_ = (("↑ ↓", self.tr("choose")), ("Return", self.tr("open")))
        self._keys.show_hints((*open_, (keys.get("palette", ""), self.tr("commands")), (keys.get("keys", ""), self.tr("all keys"))))

    def take_keyboard(self) -> None:
        """Give the keyboard to the first thing to choose."""
        (self.recent if self.recent.isVisibleTo(self) else self._rows["new"]).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list what the window leaves; fold the left column where there is no room for both."""
        super().resizeEvent(event)
        px = self._theme.px
        both = self.width() >= px(_ONE_COLUMN)
        left = _LEFT if self.width() >= px(_WIDE) else _LEFT_NARROW
        gap = _GAP if self.width() >= px(_WIDE) else _EDGE
        self._left.setFixedWidth(px(left))
        self._columns.setSpacing(px(gap))
        self._left.setVisible(both or not self.recent.isVisibleTo(self))
        self.drop.setVisible(self.height() >= px(_LOW))
        room = self.width() - px(2 * _EDGE) - (px(left + gap) if both else 0)
        self._right.setFixedWidth(max(min(room, px(_RIGHT)), px(280)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows go between the rows of the left column."""
        rows = list(self._rows.values())
        at = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if at is not None and step is not None:
            rows[(at + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            rows[at].click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(sender.objectName())
