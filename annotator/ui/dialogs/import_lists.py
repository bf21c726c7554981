"""The lists of the import dialog: files, and what was changed or left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.core.text import shown
from annotator.project.reports import Finding
from annotator.ui import tokens
from annotator.ui.dialogs.import_entries import when
from annotator.ui.dialogs.import_state import INFERRED, Incoming
from annotator.ui.dialogs.parts import paint_row_ground, role_colour
from annotator.ui.dialogs.rows import PlainModel
from annotator.ui.numerals import numeral
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueView

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
KINDS = {"rejected": ("reject", "danger"), "repaired": ("settings", "warning"), INFERRED: ("help", "accent"), "kept": ("open", "muted")}
FINDING_ROW = 30


class _FileDelegate(RowDelegate):
    height = tokens.ENTRY_ROW

    def __init__(self, theme: Theme, second: Callable[[Incoming], str], parent: QObject) -> None:
        super().__init__(theme, parent)
        self._second = second

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        file: Incoming = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, theme, rect, option.state)
        name, role = _glyph(file)
        pixmap = theme.icons.pixmap(name, role_colour(c, role), size=px(16), ratio=painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + px(18), rect.top() + px(8), pixmap)
        left, room = rect.left() + px(44), rect.width() - px(44 + 18)
        painter.setFont(theme.font(tokens.BODY, 600 if selected else 500))
        painter.setPen(QColor(c.text))
        title = painter.fontMetrics().elidedText(file.path.name, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(left, rect.top() + px(5), room, px(20)), _MIDDLE, title)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(role_colour(c, role if role in ("danger", "warning") else "muted")))
        second = painter.fontMetrics().elidedText(self._second(file), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.top() + px(25), room, px(18)), _MIDDLE, second)


def _glyph(file: Incoming) -> tuple[str, str]:
    if file.wrong:
        return "help", "warning"
    if file.reading:
        return "state/begun", "accent"
    if file.preview is None:
        return "reject", "danger"
    return ("state/done", "success") if file.ready else ("help", "warning")


class FileList(ValueView):
    """The files that are to come in; Delete takes the current one off the list."""

    chosen = Signal(int)
    """The number of the file that was gone to."""
    dropped = Signal(int)
    """The number of the file that is to be taken off."""

    def __init__(self, theme: Theme, second: Callable[[Incoming], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second = second
        self._model: PlainModel[Incoming] = PlainModel(self._words, self)
        self.setModel(self._model)
        self.setItemDelegate(_FileDelegate(theme, second, self))
        self.setAccessibleName(self.tr("Files"))
        theme.changed.connect(self.doItemsLayout)

    def show_files(self, files: Sequence[Incoming], current: int) -> None:
        """Show these files, one of them as the current one."""
        self._model.show_values(files)
        if 0 <= current < len(files) and self.currentIndex().row() != current:
            self.setCurrentIndex(self._model.index(current))

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex) -> None:
        """Tell of the file that was gone to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current file off the list with Delete or Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.dropped.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _words(self, file: Incoming) -> str:
        return f"{file.path.name}, {self._second(file)}"


class _FindingDelegate(RowDelegate):
    height = FINDING_ROW

    def __init__(self, theme: Theme, names: Callable[[str], str], parent: QObject) -> None:
        super().__init__(theme, parent)
        self._names = names

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: Finding = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        name, role = KINDS.get(row.kind, ("help", "muted"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(c.ring))
            painter.drawRoundedRect(QRectF(rect).adjusted(px(8), 1.5, -px(8), -1.5), tokens.ROW_RADIUS, tokens.ROW_RADIUS)
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        colour = QColor(role_colour(c, role))
        pixmap = theme.icons.pixmap(name, colour.name().upper(), size=px(14), ratio=painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + px(20), rect.center().y() - px(7) + 1, pixmap)
        self._cell(painter, rect, 42, 84, self._names(row.kind), colour, weight=600)
        self._cell(painter, rect, 130, 138, row.file, QColor(c.text), elide=Qt.TextElideMode.ElideMiddle)
        line = numeral(row.line) if row.line else ""
        self._cell(painter, rect, 268, 52, line, QColor(c.muted), align=_RIGHT)
        painter.setFont(theme.font(tokens.SECOND))
        said = "  ·  ".join(part for part in when(row.outcome) if part) if row.kind == INFERRED else shown(translated(row.outcome))
        outcome = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, px(220))
        width = painter.fontMetrics().horizontalAdvance(outcome)
        painter.setPen(QColor(c.muted))
        painter.drawText(QRect(rect.right() - px(20) - width, rect.top(), width + 1, rect.height()), _RIGHT, outcome)
        reason = (
            shown(translated(row.reason))
            + (f" · {numeral(row.count)} ×" if row.count > 1 else "")
            + (f" · {_one_line(row.excerpt)}" if row.excerpt else "")
        )
        room = rect.width() - px(340 + 20 + 20) - width
        self._cell(painter, rect, 340, round(room / theme.scale), reason, QColor(c.text))

    def _cell(
        self, painter: QPainter, rect: QRect, left: int, width: int, text: str, colour: QColor, *,
        weight: int = 400, align: Qt.AlignmentFlag = _MIDDLE, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:  # fmt: skip
        px = self._theme.px
        painter.setFont(self._theme.font(tokens.SECOND, weight))
        painter.setPen(colour)
        box = QRect(rect.left() + px(left), rect.top(), px(width), rect.height())
        painter.drawText(box, align, painter.fontMetrics().elidedText(text, elide, px(width)))


def _one_line(text: str) -> str:
    return "“" + " ".join(shown(text).split())[:80] + "”"


class FindingList(ValueView):
    """What was changed or left out, one a row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: PlainModel[Finding] = PlainModel(self._words, self)
        self.setModel(self._model)
        self.setItemDelegate(_FindingDelegate(theme, self.kind_name, self))
        self.setAccessibleName(self.tr("What was changed or left out"))
        theme.changed.connect(self.doItemsLayout)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        self._model.show_values(findings)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are shown."""
        return self._model.values

    def kind_name(self, kind: str) -> str:
        """Return the word for a kind of finding."""
        return {
            "rejected": self.tr("rejected"),
            "repaired": self.tr("repaired"),
            INFERRED: self.tr("inferred"),
            "kept": self.tr("as source"),
        }.get(kind, kind)

    def _words(self, row: Finding) -> str:
        place = self.tr("{file}, line {line}").format(file=row.file, line=row.line) if row.line else row.file
        parts = (
            self.kind_name(row.kind),
            place,
            translated(row.reason),
            translated(row.outcome),
            _one_line(row.excerpt) if row.excerpt else "",
        )
        return ", ".join(part for part in parts if part)


def readable_files(paths: Sequence[Path]) -> list[Path]:
    """Return paths once each, in their order."""
    return list(dict.fromkeys(path.absolute() for path in paths))
