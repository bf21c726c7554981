"""Who labels which entry, one cell for each: given or not, without suggestions, to be shown again, to practise on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.core.ids import Id
from annotator.core.text import shown
from annotator.project.assigning import Cell
from annotator.ui import tokens
from annotator.ui.theme import Theme
from annotator.ui.value_list import paint_ring

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Column:
    """A person: the id, and the name above the column."""

    person: Id
    name: str


def words_of(cell: Cell | None) -> str:
    """Return what a cell says."""
    if cell is None:
        return "–"
    marks = ((cell.practice, _tr("practice")), (cell.control, _tr("control")), (cell.again, _tr("again")))
    return " ".join(["✓", *(word for on, word in marks if on)])


class AssignModel(QAbstractTableModel):
    """Entries down, people across. Titles are asked for when they are seen."""

    def __init__(self, title: Callable[[int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.entries: Sequence[int] = ()
        self.columns: tuple[Column, ...] = ()
        self._cells: Mapping[tuple[int, Id], Cell] = {}

    def show_cells(self, entries: Sequence[int], columns: Sequence[Column], cells: Sequence[Cell]) -> None:
        """Show these assignments."""
        same = (list(entries), tuple(columns)) == (list(self.entries), self.columns)
        found = {(each.row, each.person): each for each in cells}
        if same:
            self._cells = found
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.entries, self.columns, self._cells = entries, tuple(columns), found
        self.endResetModel()

    def cell(self, index: _Index) -> Cell | None:
        """Return the assignment of a cell; None where the entry is not that person's."""
        return self._cells.get((self.entries[index.row()], self.columns[index.column()].person))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; to a screen reader with the person and the entry."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(self.cell(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.columns[index.column()].name
            return f"{name}, {self._title(self.entries[index.row()])}: {words_of(self.cell(index))}"
        return int(Qt.AlignmentFlag.AlignCenter) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a person's name, or an entry's number and title."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return int(left if orientation is Qt.Orientation.Vertical else Qt.AlignmentFlag.AlignCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.columns[section].name if section < len(self.columns) else None
        return f"{section + 1}  {shown(self._title(self.entries[section]))[:_LONGEST]}"


class _Titles(QHeaderView):
    """Entries at the left: the number muted, the title in the text's colour, a hairline below as in the cells."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme, c = self._theme, self._theme.colours
        words = str(self.model().headerData(logical, Qt.Orientation.Vertical))
        number, _, title = words.partition("  ")
        painter.save()
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        width = theme.px(30)
        painter.drawText(QRect(rect.left(), rect.top(), width - theme.px(6), rect.height()), middle | Qt.AlignmentFlag.AlignRight, number)
        painter.setFont(theme.font())
        painter.setPen(QColor(c.text))
        room = QRect(rect.left() + width + theme.px(4), rect.top(), rect.width() - width - theme.px(12), rect.height())
        painter.drawText(room, middle, painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width()))
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    """A cell: its words in the middle, a hairline below, a ring where the keyboard is."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, c, rect = self._theme, self._theme.colours, option.rect
        words = str(index.data())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted if words == "–" else c.text))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(c.ring), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 2, -3, -3), tokens.CAP_RADIUS, tokens.CAP_RADIUS)
        painter.restore()


class AssignTable(QTableView):
    """A table in which a cell is changed by Space or a click, and marked by C (control) and A (again)."""

    toggled = Signal(object)
    """The index of a cell that is to be given or taken back."""
    marked = Signal(object, str)
    """The index of a cell, and "control" or "again"."""

    def __init__(self, theme: Theme, title: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cells = AssignModel(title, self)
        self.setVerticalHeader(_Titles(theme, self))
        self.setModel(self.cells)
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setAccessibleName(_tr("Who labels which entry"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setAlternatingRowColors(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(theme.px(84))
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.px(28))
        down.setFixedWidth(theme.px(330))
        down.setHighlightSections(False)
        down.setSectionsClickable(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the cell that the keyboard is on; leave Enter and Escape to the dialog."""
        index = self.currentIndex()
        marks = {Qt.Key.Key_C: "control", Qt.Key.Key_A: "again"}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        elif index.isValid() and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(index)
        elif index.isValid() and not event.modifiers() and Qt.Key(event.key()) in marks:
            self.marked.emit(index, marks[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells; a ring around all where there is no cell to show that the keyboard is here."""
        super().paintEvent(event)
        paint_ring(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Give or take back the cell under the mouse."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.toggled.emit(index)


def _tr(text: str) -> str:
    return QCoreApplication.translate("hand out", text)
