"""Reads what screens show in a language that was never spoken: every text twice as long and in brackets, ⟦Close Close⟧.

What stands outside of brackets was not translated, or is data; what is longer than its room is cut off. Both are collected while the
program goes through all its screens, from the widgets and from what is painted.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QRectF, Qt, QTranslator
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QWidget,
)

from annotator.core.resources import resource

OPEN, CLOSE = "⟦", "⟧"
_COUNT = re.compile(r"\{\w*(:[^}]*)?\}|%n")
_OF_QT = {
    "QAccessibleActionInterface",
    "QShortcut",
    "QPlatformTheme",
    "QLineEdit",
    "QWidgetTextControl",
    "QAbstractSpinBox",
    "QDialogButtonBox",
}
"""Contexts of Qt's own texts that widgets ask for."""
_WIDE, _HIGH = 1280, 720
_SLACK = 2
_NAMES = (
    "IOB1 IOB2 BILUO KiB MiB bytes SHA-256 liveblog liveblog-html jsonl csv Enter Esc Space Tab Backspace Delete Ctrl Shift Alt Page F1\n"
)
"""Names that are the same in every language: of formats, tag schemes, units and keys."""


class Doubled(QTranslator):
    """Says every text twice, in brackets: as long as a long language, and told from what was not translated."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the text, the text again without what is filled in, all in brackets; forms of dates stay as they are."""
        if context == "dates" or not source.strip() or context in _OF_QT:
            return source
        again = re.sub(r"[;:,.]*\s+", " ", _COUNT.sub("", source.replace("&", "").replace("\n", " "))).strip()
        if ";;" in source or "(*" in source or not any(letter.isalpha() for letter in again):
            return f"{OPEN}{source}{CLOSE}"
        return f"{OPEN}{source} {again}{CLOSE}"


@dataclass
class Reader:
    """Takes no pictures: reads. `plain` are texts outside of brackets, `cut` those without room, each with the screen it was found on."""

    data: str = ""
    """What may stand outside of brackets; "": not looked at, for a language that has none."""
    plain: dict[str, str] = field(default_factory=dict)
    cut: dict[str, str] = field(default_factory=dict)
    screens: list[str] = field(default_factory=list)

    def take(self, widget: QWidget, name: str) -> None:
        """Read a window, a dialog or a menu: what its widgets say, and what it paints."""
        QApplication.processEvents()
        self.screens.append(name)
        if widget.isWindow() and (widget.width() > _WIDE or widget.height() > _HIGH):
            self.cut.setdefault(f"a window of {widget.width()}x{widget.height()}", name)
        with_ear = _listening(lambda painter, arguments: self._painted(painter, arguments, name))
        try:
            widget.grab()
        finally:
            with_ear()
        for each in (widget, *widget.findChildren(QWidget)):
            if each.isVisible():
                for text in texts_of(each):
                    self._look_for_plain(text, f"{name}, {type(each).__name__}")
                wrong = cut_off(each)
                if wrong:
                    self.cut.setdefault(wrong, f"{name}, {type(each).__name__}")

    def _painted(self, painter: QPainter, arguments: tuple[object, ...], name: str) -> None:
        text = next((each for each in arguments if isinstance(each, str)), "")
        self._look_for_plain(text, f"{name}, painted")
        rect = arguments[0]
        flags = next((int(each) for each in arguments[1:] if isinstance(each, int | Qt.AlignmentFlag | Qt.TextFlag)), 0) if text else 0
        if (
            not isinstance(rect, QRect | QRectF)
            or flags & Qt.TextFlag.TextWordWrap.value
            or (self.data and OPEN not in text)
            or text == "…"
        ):
            return
        metrics = painter.fontMetrics()
        if max(metrics.horizontalAdvance(line) for line in text.split("\n")) > rect.width() + _SLACK:
            self.cut.setdefault(f"{text} ({round(rect.width())} px)", f"{name}, painted")

    def _look_for_plain(self, text: str, where: str) -> None:
        if not self.data:
            return
        for part in outside(html.unescape(re.sub(r"</?\w+>|(/[\w.-]+)+/", "", text))):
            left = part.strip(" \t\n·,;:.…–-()[]“”\"'+/×→=|<>%*#0123456789")
            if re.search(r"[A-Za-z]{3}", left) and not self._is_data(left):
                self.plain.setdefault(part.strip(), f"{where}: {text[:90]}")

    def _is_data(self, text: str) -> bool:
        plain = " ".join(text.split())
        return plain in self.data or all(word in self.data for word in re.findall(r"[\w’'-]+", plain) if not re.search(r"\d", word))


def outside(text: str) -> Iterator[str]:
    """Yield what stands outside of all brackets."""
    depth, held = 0, ""
    for letter in text:
        if letter == OPEN:
            if depth == 0 and held:
                yield held
                held = ""
            depth += 1
        elif letter == CLOSE:
            depth = max(depth - 1, 0)
        elif depth == 0:
            held += letter
    if held and depth == 0:
        yield held


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield what a widget says, to the eye and to a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    for action in widget.actions() if not isinstance(widget, QLineEdit) else ():
        if isinstance(action, QAction):
            yield action.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model, across = widget.model(), Qt.Orientation.Horizontal
        for column in range(model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1):
            yield str(model.headerData(column, across) or "")
            for row in range(min(model.rowCount(QModelIndex()), 30)):
                for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                    yield str(model.index(row, column).data(role) or "")


def cut_off(widget: QWidget) -> str:
    """Return the text of a widget that has too little room, "" where all of it can be read. What elides says the whole in its tool tip."""
    if isinstance(widget, QLabel) and widget.text() and not widget.pixmap():
        if type(widget).minimumSizeHint is not QLabel.minimumSizeHint or type(widget).paintEvent is not QLabel.paintEvent:
            return ""
        short = widget.heightForWidth(widget.width()) > widget.height() + _SLACK if widget.wordWrap() else False
        narrow = not widget.wordWrap() and widget.sizeHint().width() > widget.width() + _SLACK
        return f"{widget.text()} ({widget.width()} px)" if (short or narrow) and not widget.toolTip() else ""
    if isinstance(widget, QAbstractButton) and widget.text():
        if widget.hasHeightForWidth():
            return f"{widget.text()} ({widget.height()} px)" if widget.heightForWidth(widget.width()) > widget.height() + _SLACK else ""
        bold = QFont(widget.font())
        bold.setWeight(QFont.Weight.DemiBold)
        held = QFontMetrics(bold).horizontalAdvance(widget.text()) + 6 if widget.isChecked() else 0
        return f"{widget.text()} ({widget.width()} px)" if max(widget.sizeHint().width(), held) > widget.width() + _SLACK else ""
    if isinstance(widget, QLineEdit) and not widget.text() and isinstance(widget.parent(), QWidget):
        room = widget.width() - 2 * 9
        return (
            f"{widget.placeholderText()} ({room} px)"
            if _width(widget, widget.placeholderText()) > room + _SLACK and not widget.toolTip()
            else ""
        )
    if (
        isinstance(widget, QComboBox)
        and not widget.toolTip()
        and not widget.visibleRegion().isEmpty()
        and _width(widget, widget.currentText()) > widget.width() - 24
    ):
        return f"{widget.currentText()} ({widget.width()} px)"
    if (
        isinstance(widget, QHeaderView)
        and type(widget).paintSection is QHeaderView.paintSection
        and widget.orientation() is Qt.Orientation.Horizontal
        and widget.model() is not None
    ):
        for section in range(widget.count()):
            if widget.sectionSizeHint(section) > widget.sectionSize(section) + _SLACK:
                return str(widget.model().headerData(section, Qt.Orientation.Horizontal))
    return ""


def _width(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _listening(hears: Callable[[QPainter, tuple[object, ...]], None]) -> Callable[[], None]:
    """Hear every text that Python paints; return what ends it."""
    usual = QPainter.drawText

    def draw(painter: QPainter, *arguments: object) -> object:
        hears(painter, arguments)
        return usual(painter, *arguments)  # type: ignore[call-overload]

    QPainter.drawText = draw  # type: ignore[method-assign]

    def end() -> None:
        QPainter.drawText = usual  # type: ignore[method-assign]

    return end


def invented() -> str:
    """Return the words that are data: of the sample, of the shipped schemes, and of what the pictures invent."""
    from pathlib import Path

    here = Path(__file__).parent
    files = [*resource("sample").iterdir(), *resource("schemes").iterdir()]
    files += [each for each in here.glob("*.py") if not each.name.startswith("test_") and each.name != "stretching.py"]
    return _NAMES + "\n".join(" ".join(each.read_text(encoding="utf-8").split()) for each in files)
