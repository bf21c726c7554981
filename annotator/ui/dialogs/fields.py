"""Fields of dialogs that the style sheet cannot draw: a choice with its arrow, ticks and radio buttons in our colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QPushButton, QRadioButton, QWidget

from annotator.ui import tokens
from annotator.ui.switch import Switch
from annotator.ui.theme import Theme


class Choice(QComboBox):
    """A field to choose from, with an arrow that says so; the wheel does not change it while somebody scrolls past."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def writable(self, changed: Callable[[], None]) -> Choice:
        """Let a person write a value that is not on the list, too; `changed` is called when they have."""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        if line is not None:
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
        """Draw the field and its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.colours.muted), 1.5 * self._theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        x, y, arm = self.width() - self._theme.px(16), self.height() / 2, 3.5 * self._theme.scale
        painter.drawPolyline([QPointF(x - arm, y - arm / 2), QPointF(x, y + arm / 2), QPointF(x + arm, y - arm / 2)])
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll what lies around the field."""
        event.ignore()


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
    flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextShowMnemonic)
    button.style().drawItemText(painter, text, flags, button.palette(), button.isEnabled(), button.text(), button.foregroundRole())
    if button.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.ring), 2))
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), radius, radius)
    painter.end()


class Tick(QCheckBox):
    """A box to tick."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setMinimumHeight(theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick and text."""
        _paint_choice(self, self._theme, tick=True)


class Radio(QRadioButton):
    """One of several, of which one holds."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setMinimumHeight(theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, point and text."""
        _paint_choice(self, self._theme, tick=False)


def with_room(switch: Switch, theme: Theme) -> Switch:
    """Give a switch's segments the room of their text in 600: the one that holds is set so."""
    metrics = QFontMetrics(theme.font(weight=600))
    for button in switch.findChildren(QPushButton):
        button.setMinimumWidth(metrics.horizontalAdvance(button.text()) + theme.px(26))
    return switch
