"""Small parts of dialogs: a glyph, a notice, chips to choose from, chips of labels, rows to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QWidget,
)

from annotator.ui import tokens
from annotator.ui.numerals import numeral
from annotator.ui.theme import Theme
from annotator.ui.tokens import Colours


def role_colour(colours: Colours, role: str) -> str:
    """Return the colour of a role: danger, warning, success, accent, muted, control or text."""
    return {
        "danger": colours.danger,
        "warning": colours.warning,
        "success": colours.success,
        "accent": colours.accent,
        "control": colours.control,
        "text": colours.text,
    }.get(role, colours.muted)


class Glyph(QWidget):
    """An icon in the colour of a role."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, name: str = "", role: str = "muted", size: int = 16) -> None:
        super().__init__(parent)
        self._theme, self._name, self._role, self._size = theme, name, role, theme.px(size)
        self.setFixedSize(QSize(self._size, self._size))
        theme.changed.connect(self.update)

    def show_glyph(self, name: str, role: str) -> None:
        """Show an icon ("" for none) in a role's colour."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        if not self._name:
            return
        painter = QPainter(self)
        colour = role_colour(self._theme.colours, self._role)
        painter.drawPixmap(0, 0, self._theme.icons.pixmap(self._name, colour, size=self._size, ratio=self.devicePixelRatioF()))
        painter.end()


_NOTICED = MappingProxyType({"danger": "reject", "warning": "help", "success": "accept", "muted": "help"})


class Notice(QWidget):
    """A sentence with a glyph: what is wrong, or what is worth knowing. It keeps its place while it is empty."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph(theme, self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.setMinimumHeight(theme.px(18))

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_notice(self, sentence: str, role: str = "danger") -> None:
        """Say a sentence ("" for nothing); `role` is danger, warning, success or muted."""
        self._text.setText(sentence)
        self._glyph.show_glyph(_NOTICED.get(role, "help") if sentence else "", role)
        self.setAccessibleName(sentence)


_CHIP_SIDES = 20
"""What stands at the sides of a chip's text, in pixels."""


def roomy(chip: QPushButton) -> QPushButton:
    """Give a chip the room its text needs while it holds: it is set in 600 then, for which the style sheet's size hint leaves none."""
    chip.ensurePolished()
    bold = QFont(chip.font())
    bold.setWeight(QFont.Weight.DemiBold)
    chip.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(chip.text()) + _CHIP_SIDES)
    return chip


class Chips(QWidget):
    """Small buttons side by side, one of which holds."""

    chosen = Signal(str)
    """The name of the chip that a person chose."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(6))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        self._buttons: dict[str, QPushButton] = {}

    def show_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Show (name, text) each; what held before holds again where it is there, else the first."""
        held = self.held
        for name, text in chips:
            if name not in self._buttons:
                button = QPushButton(self)
                button.setProperty("kind", "chip")
                button.setProperty("name", name)
                button.setCheckable(True)
                button.setAutoDefault(False)
                self._buttons[name] = button
                self._group.addButton(button)
                self._row.addWidget(button)
            self._buttons[name].setText(text)
            roomy(self._buttons[name])
        wanted = [name for name, _ in chips]
        for place, name in enumerate(wanted):
            if self._row.indexOf(self._buttons[name]) != place:
                self._row.insertWidget(place, self._buttons[name])
        for name, button in self._buttons.items():
            button.setVisible(name in wanted)
        if chips:
            self._buttons[held if held in wanted else chips[0][0]].setChecked(True)

    @property
    def held(self) -> str:
        """The name of the chip that holds; "" where there is none."""
        button = self._group.checkedButton()
        return "" if button is None else str(button.property("name"))

    def hold(self, name: str) -> None:
        """Let a chip hold, without telling. Raises KeyError for an unknown name."""
        self._buttons[name].setChecked(True)

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("name")))


class LabelChips(QWidget):
    """Labels as they will look: capitals on their tint, in as many lines as they need, at most `lines`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, lines: int = 4) -> None:
        super().__init__(parent)
        self._theme, self._lines = theme, lines
        self._labels: tuple[tuple[str, int], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_labels(self, labels: Sequence[tuple[str, int]]) -> None:
        """Show (key, number of its colour counted from 0) each."""
        self._labels = tuple(labels)
        self.setAccessibleName(", ".join(key for key, _ in labels))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """The room of all lines, so that nothing moves when the labels change."""
        return QSize(self._theme.px(200), self._theme.px(28) * self._lines - self._theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chips, and how many have no room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.capitals())
        metrics = QFontMetrics(theme.capitals())
        places, left = self._placed(metrics)
        for (key, number), rect in zip(self._labels, places, strict=False):
            colour = tokens.label_colour(number)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour.tint(theme.colours)))
            painter.drawRoundedRect(QRectF(rect), tokens.CAP_RADIUS, tokens.CAP_RADIUS)
            painter.setPen(QColor(colour.text(theme.colours)))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
        if left:
            end = places[-1].topRight() + QPoint(px(8), 0) if places else QPoint(0, 0)
            painter.setPen(QColor(theme.colours.muted))
            painter.drawText(QRect(end, QSize(px(80), px(22))), Qt.AlignmentFlag.AlignVCenter, self.tr("and {n}").format(n=numeral(left)))
        painter.end()

    def _placed(self, metrics: QFontMetrics) -> tuple[list[QRect], int]:
        px = self._theme.px
        places: list[QRect] = []
        x, line = 0, 0
        for key, _ in self._labels:
            width = metrics.horizontalAdvance(key) + px(14)
            last = line == self._lines - 1
            if x and x + width + (px(70) if last else 0) > self.width():
                x, line = 0, line + 1
            if line >= self._lines:
                break
            places.append(QRect(x, line * px(28), width, px(22)))
            x += width + px(6)
        return places, len(self._labels) - len(places)


def paint_row_ground(painter: QPainter, theme: Theme, rect: QRect, state: QStyle.StateFlag) -> None:
    """Draw what lies under a row of a list: the tint and bar of a selected one, the ring of one in focus, a shade under the mouse."""
    c, px = theme.colours, theme.px
    inner = QRectF(rect).adjusted(px(6), 1, -px(6), -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(c.accent_tint))
        painter.drawRoundedRect(inner, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.ring), 2))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent))
        left = rect.left() + px(6) + (3 if state & QStyle.StateFlag.State_HasFocus else 0)
        painter.drawRoundedRect(QRectF(left, rect.center().y() - px(13), 3, px(26)), 1.5, 1.5)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(tokens.mixed(c.text, c.window, 0.04)))
        painter.drawRoundedRect(inner, tokens.ROW_RADIUS, tokens.ROW_RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class Figures(QWidget):
    """A sum in large figures with their names under them: read = taken + rejected; and beside it what else is to be known."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, inset: int = 20) -> None:
        super().__init__(parent)
        self._theme, self._inset = theme, theme.px(inset)
        self._parts: list[tuple[str, int, str, str]] = []
        self.setFixedHeight(theme.px(72))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_figures(
        self, whole: tuple[int, str], parts: Sequence[tuple[str, int, str, str]], beside: Sequence[tuple[int, str, str]]
    ) -> None:
        """Show the whole (figure, name), its parts (sign, figure, name, role of the colour), and figures beside the sum."""
        self._parts = [("", whole[0], whole[1], "text"), *parts]
        self._parts += [("|" if number == 0 else " ", figure, name, role) for number, (figure, name, role) in enumerate(beside)]
        self.setAccessibleName(", ".join(f"{numeral(figure)} {name}" for _, figure, name, _ in self._parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sum from the left, what stands beside it after a gap."""
        painter = QPainter(self)
        theme, px, c = self._theme, self._theme.px, self._theme.colours
        figures, names = QFontMetrics(theme.font(tokens.FIGURE, 600)), QFontMetrics(theme.font(tokens.SECOND))
        x = self._inset
        for sign, figure, name, role in self._parts:
            if sign in ("=", "+", "−"):
                painter.setFont(theme.font(18))
                painter.setPen(QColor(c.muted))
                painter.drawText(QRect(x, px(12), px(16), px(34)), Qt.AlignmentFlag.AlignCenter, sign)
                x += px(16 + 14)
            elif sign == "|":
                x += px(20)
            width = max(figures.horizontalAdvance(numeral(figure)), names.horizontalAdvance(name))
            painter.setFont(theme.font(tokens.FIGURE, 600))
            painter.setPen(QColor(role_colour(c, role)))
            painter.drawText(QRect(x, px(10), width + px(8), px(36)), Qt.AlignmentFlag.AlignVCenter, numeral(figure))
            painter.setFont(theme.font(tokens.SECOND))
            painter.setPen(QColor(c.muted))
            painter.drawText(QRect(x, px(44), width + px(8), px(18)), Qt.AlignmentFlag.AlignVCenter, name)
            x += width + px(16)
        painter.end()
