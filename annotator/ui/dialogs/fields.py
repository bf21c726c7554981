"""Fields of dialogs that the style sheet cannot draw: a choice with its arrow, ticks and radio buttons in our colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from annotator.ui import tokens
from annotator.ui.switch import Switch
from annotator.ui.theme import Theme

_BESIDE = 34
"""What stands beside the text of a field to choose from, in pixels."""


class Choice(QComboBox):
    """A field to choose from, with an arrow that says so; the wheel does not change it while somebody scrolls past."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._tip = ""

    def writable(self, changed: Callable[[], None]) -> Choice:
        """Let a person write a value that is not on the list, too; `changed` is called when they have."""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        if line is not None:
            line.setTextMargins(-2, 0, 0, 0)  # what Qt adds to every line that can be edited: its words stand where others stand
            line.setStyleSheet("QLineEdit, QLineEdit:focus { border: none; padding: 0; min-height: 0; background: transparent; }")
            line.editingFinished.connect(changed)
        return self

    @property
    def said(self) -> str:
        """The data of the row that holds, or what a person wrote instead of it."""
        text = self.currentText().strip()
        at = self.findText(text)
        return str(self.itemData(at) or "") if at >= 0 else text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its arrow; what has no room ends in … and is said in the tool tip."""
        how = QStyleOptionComboBox()
        self.initStyleOption(how)
        room = self.width() - self._theme.px(_BESIDE)
        how.currentText = self.fontMetrics().elidedText(how.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, how)
        if not self.isEditable():
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, how)
        painter.end()
        long = self.fontMetrics().horizontalAdvance(self.currentText()) > self.width() - self._theme.px(_BESIDE)
        if long or self.toolTip() == self._tip:
            self._tip = self.currentText() if long else ""
            self.setToolTip(self._tip)
        _paint_arrow(self, self._theme)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll what lies around the field."""
        event.ignore()


class MenuField(QPushButton):
    """A button with a menu that looks like a field to choose from, for where several are chosen at once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "menu")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and its arrow; the style's own mark of a menu would take the room of the text."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
        _paint_arrow(self, self._theme)


def _paint_arrow(field: QWidget, theme: Theme) -> None:
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.colours.muted), 1.5 * theme.scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y, arm = field.width() - theme.px(16), field.height() / 2, 3.5 * theme.scale
    painter.drawPolyline([QPointF(x - arm, y - arm / 2), QPointF(x, y + arm / 2), QPointF(x + arm, y - arm / 2)])
    painter.end()


def _paint_choice(button: QAbstractButton, theme: Theme, *, tick: bool) -> None:
    """Draw a tick box or a radio button in our colours: those of the system vanish on a dark ground."""
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    c, px, size = theme.colours, theme.px, theme.px(16)
    box = QRectF(1.5, (button.height() - size) / 2 + 0.5, size - 1, size - 1)
    on = button.isChecked()
    painter.setPen(QPen(QColor(c.accent if on else c.control), 1))
    painter.setBrush(QColor(c.accent if on and tick else c.base))
    radius = tokens.CAP_RADIUS if tick else size / 2
    painter.drawRoundedRect(box, radius, radius)
    if on and tick:
        pen = QPen(QColor(c.accent_text), 1.75 * theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y, unit = box.center().x(), box.center().y(), size / 16
        painter.drawPolyline([QPointF(x - 3.5 * unit, y), QPointF(x - unit, y + 3 * unit), QPointF(x + 4 * unit, y - 3 * unit)])
    elif on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent))
        painter.drawEllipse(box.adjusted(px(4), px(4), -px(4), -px(4)))
    text = QRect(size + px(8), 0, button.width() - size - px(8), button.height())
    flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextShowMnemonic) | int(Qt.TextFlag.TextWordWrap)
    button.style().drawItemText(painter, text, flags, button.palette(), button.isEnabled(), button.text(), button.foregroundRole())
    if button.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.ring), 2))
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), radius, radius)
    painter.end()


def _take_lines(button: QAbstractButton) -> None:
    """Let a layout ask a button how high it is in a width: a long text takes several lines."""
    policy = button.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    button.setSizePolicy(policy)


def _height(button: QAbstractButton, theme: Theme, width: int) -> int:
    """Return how high a box or radio button with its text is in a width."""
    room = QRect(0, 0, width - theme.px(24), theme.px(1000))
    flags = int(Qt.TextFlag.TextShowMnemonic) | int(Qt.TextFlag.TextWordWrap)
    return max(button.fontMetrics().boundingRect(room, flags, button.text()).height() + theme.px(2), theme.px(22))


class Tick(QCheckBox):
    """A box to tick."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        _take_lines(self)

    def heightForWidth(self, width: int) -> int:
        """As high as the lines of the text."""
        return _height(self, self._theme, width)

    def minimumSizeHint(self) -> QSize:
        """The box and a few words: the others go to the next line."""
        return QSize(min(self.sizeHint().width(), self._theme.px(120)), self._theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick and text."""
        _paint_choice(self, self._theme, tick=True)


class Radio(QRadioButton):
    """One of several, of which one holds."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        _take_lines(self)

    def heightForWidth(self, width: int) -> int:
        """As high as the lines of the text."""
        return _height(self, self._theme, width)

    def minimumSizeHint(self) -> QSize:
        """The ring and a few words: the others go to the next line."""
        return QSize(min(self.sizeHint().width(), self._theme.px(120)), self._theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, point and text."""
        _paint_choice(self, self._theme, tick=False)


def with_room(switch: Switch, theme: Theme) -> Switch:
    """Give a switch's segments the room of their text in 600: the one that holds is set so."""
    metrics = QFontMetrics(theme.font(weight=600))
    for button in switch.findChildren(QPushButton):
        button.setMinimumWidth(metrics.horizontalAdvance(button.text()) + theme.px(26))
    return switch
