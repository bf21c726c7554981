"""The head of the window: menus left, what is often wanted right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QSizePolicy, QSpacerItem, QToolButton, QWidget

from annotator.ui import tokens
from annotator.ui.theme import Theme

_UNBOUND = 16_777_215
"""Qt's own greatest width of a widget."""


def initials(name: str) -> str:
    """Return the first letters of a name's first and last word, in capitals."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class Initials(QPushButton):
    """Who labels, as two letters in a disc."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letters = ""
        self.setFixedSize(theme.px(30), theme.px(30))
        self.setFlat(True)
        theme.changed.connect(self.update)

    def show_name(self, name: str) -> None:
        """Show who labels."""
        self._letters = initials(name)
        self.setToolTip(self.tr("You label as {name}").format(name=name))
        self.setAccessibleName(self.tr("You label as {name}. Change").format(name=name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw disc and letters, and the ring with the keyboard on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = self._theme.colours
        painter.setPen(QColor(c.ring) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent_tint))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setPen(QColor(c.accent))
        painter.setFont(self._theme.font(tokens.SMALL, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()


class Header(QWidget):
    """Menu bar, what stands in the middle, and buttons of commands."""

    def __init__(self, theme: Theme, actions: Sequence[QAction], middle: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._switch: QWidget | None = None
        self._room: QSpacerItem | None = None
        self.menus = QMenuBar(self)
        self.initials = Initials(theme, self)
        self._buttons = [self._button(action) for action in actions]
        self._seen: list[bool] = []
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(14), 1)
        row.setSpacing(theme.px(4))
        level = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.menus, 0, level)
        row.addStretch(1)
        row.addWidget(middle, 0, level)
        self._later = QTimer(self)  # of its own: it ends with the header
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.place_switch)
        middle.installEventFilter(self)
        for button in self._buttons:
            row.addWidget(button, 0, level)
        row.addSpacing(theme.px(8))
        row.addWidget(self.initials, 0, level)
        self.setFixedHeight(theme.px(tokens.HEADER))
        self._restyle()
        theme.changed.connect(self._restyle)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().rstrip("…"))
        return button

    def add_switch(self, switch: QWidget) -> None:
        """Put the switch of the screens in the middle of the window, or as near to it as menus and buttons leave room."""
        self._switch = switch
        switch.setParent(self)
        self._room = QSpacerItem(switch.sizeHint().width() + self._theme.px(16), 1, QSizePolicy.Policy.MinimumExpanding)
        self._row.insertSpacerItem(1, self._room)
        for place, share in ((1, 1), (2, 0)):
            self._row.setStretch(place, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the switch in the middle."""
        super().resizeEvent(event)
        self.place_switch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give way to what stands beside the switch once it comes, grows or goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize):
            self._later.start()
        return super().eventFilter(watched, event)

    def place_switch(self) -> None:
        """Put the switch where it belongs; to be asked for when menus or buttons changed."""
        if self._switch is None or self._room is None:
            return
        self.menus.setMaximumWidth(_UNBOUND)
        self._row.activate()
        size, room = self._switch.sizeHint(), self._room.geometry()
        left = min(max((self.width() - size.width()) // 2, room.left() + self._theme.px(8)), room.right() - size.width())
        self._switch.setGeometry(left, (self.height() - 1 - size.height()) // 2, size.width(), size.height())
        free = left - self.menus.x() - self._theme.px(6)
        if self.menus.width() > free:  # in a small window the sign of the menus that have no room must not lie under the switch
            self.menus.setMaximumWidth(max(free, 0))

    def show_buttons(self) -> None:
        """Leave out the buttons of commands that cannot be given on this screen at all."""
        seen = [button.defaultAction().isVisible() for button in self._buttons]
        if seen == self._seen:
            return
        self._seen = seen
        for button, visible in zip(self._buttons, seen, strict=True):
            button.setVisible(visible)
        self.place_switch()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.window))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.colours.border))
        painter.end()

    @Slot()
    def _restyle(self) -> None:
        size = QSize(self._theme.px(18), self._theme.px(18))
        for button in self._buttons:
            button.setIconSize(size)
        more = self.menus.findChild(QToolButton, "qt_menubar_ext_button")
        if more is not None:
            more.setIcon(self._theme.icons.icon("next"))
            more.setAccessibleName(self.tr("More menus"))
