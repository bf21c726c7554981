"""A table of cells that are drawn, gone through by arrows and chosen by Enter or a click: pairs of annotators, label against label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from annotator.ui import tokens
from annotator.ui.agreement.values import Cell, Ground, Heads
from annotator.ui.dialogs.base import plain_tip
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE

_NOWHERE = QModelIndex()
_GUTTER, _TWO, _LARGE = 130, 36, 40
"""Greatest width of the names at the left; height of a cell from which on it has two lines, and the upper one is large."""
_TIGHT = 38, 22, 34
"""Least width, least and greatest height of cells of two lines that have room for one only."""
_Index = QModelIndex | QPersistentModelIndex


class CellModel(QAbstractTableModel):
    """Cells in rows and columns. `VALUE` is the role of a cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[tuple[Cell, ...], ...] = ()
        self.rows = self.columns = Heads(())

    def show_cells(self, rows: Heads, columns: Heads, cells: Sequence[Sequence[Cell]]) -> None:
        """Show these cells; every row has as many as there are columns."""
        self.beginResetModel()
        self.rows, self.columns = rows, columns
        self._cells = tuple(tuple(row) for row in cells)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() or not self._cells else len(self._cells[0])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the cell, or its words."""
        if not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        if role == VALUE:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cell.words)
        return cell.words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a row or column."""
        heads = self.columns if orientation is Qt.Orientation.Horizontal else self.rows
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(heads.names[section]) if section < len(heads.names) else None
        return heads.names[section] if role == Qt.ItemDataRole.DisplayRole and section < len(heads.names) else None


class _Names(QHeaderView):
    """Names without a frame; labels in their colour."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        model = self.model()
        if not isinstance(model, CellModel):
            return
        level = self.orientation() is Qt.Orientation.Horizontal
        heads = model.columns if level else model.rows
        colour, c = heads.colour(logical), self._theme.colours
        label = tokens.label_colour(colour).text(c) if colour >= 0 else c.muted
        painter.save()
        painter.setFont(self._theme.capitals() if colour >= 0 else self._theme.font(tokens.SECOND))
        painter.setPen(QColor(label))
        room = rect.adjusted(2, 0, -2 if level else -self._theme.px(10), 0)
        name = heads.names[logical]
        if level and heads.short and painter.fontMetrics().horizontalAdvance(name) > room.width():
            name = heads.short[logical]
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        aligned = Qt.AlignmentFlag.AlignCenter if level else Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(aligned), text)
        painter.restore()


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, light: tuple[str, str], dark: tuple[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._light, self._dark = theme, light, dark

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: Cell = index.data(VALUE)
        theme, c = self._theme, self._theme.colours
        area = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, cell)
        strong = cell.ground is Ground.SHADED
        painter.setPen(QColor(c.text if strong else c.muted))
        if cell.second and area.height() >= theme.px(_TWO):
            upper, lower = QRectF(area), QRectF(area)
            upper.setBottom(area.center().y() + theme.px(2))
            lower.setTop(area.center().y() + theme.px(1))
            large = tokens.DIALOG if area.height() >= theme.px(_LARGE) else tokens.BODY
            painter.setFont(theme.font(large, 600) if strong else theme.font(tokens.SECOND))
            painter.drawText(upper, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), cell.first)
            painter.setFont(theme.font(tokens.SMALL if not strong else tokens.SECOND))
            text = painter.fontMetrics().elidedText(cell.second, Qt.TextElideMode.ElideRight, int(area.width()) - 4)
            painter.drawText(lower, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), text)
        else:
            painter.setFont(theme.font(tokens.SECOND, 600 if strong else 400))
            fits = painter.fontMetrics().horizontalAdvance(cell.first) <= area.width()
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), cell.first if fits else "–")
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.ring), 2))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), tokens.CAP_RADIUS, tokens.CAP_RADIUS)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, cell: Cell) -> None:
        c = self._theme.colours
        low, high = self._dark if c.dark else self._light
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.ground is Ground.SHADED and not self._theme.high_contrast:
            painter.setBrush(QColor(tokens.mixed(high, low, min(max(cell.share, 0.0), 1.0))))
        elif cell.ground is Ground.UNDEFINED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.control), 1, Qt.PenStyle.DashLine))
            area = area.adjusted(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setBrush(QColor(c.window if cell.ground is Ground.QUIET else c.raised))
        painter.drawRoundedRect(area, tokens.CAP_RADIUS, tokens.CAP_RADIUS)


class Ramp(QWidget):
    """What the shades mean: a ramp and the range of figures it stands for."""

    def __init__(self, theme: Theme, light: tuple[str, str], dark: tuple[str, str], words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._light, self._dark, self._words = theme, light, dark, words
        self.setAccessibleName(words)
        self.setFixedHeight(theme.px(20))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ramp and words."""
        px, c = self._theme.px, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(px(2), self.height() / 2 - px(4), px(150), px(8))
        low, high = self._dark if c.dark else self._light
        shades = QLinearGradient(box.topLeft(), box.topRight())
        shades.setColorAt(0, QColor(low))
        shades.setColorAt(1, QColor(high))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shades)
        painter.drawRoundedRect(box, tokens.CAP_RADIUS, tokens.CAP_RADIUS)
        painter.setPen(QColor(c.muted))
        painter.setFont(self._theme.font(tokens.SMALL))
        painter.drawText(self.rect().adjusted(px(160), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self._words)
        painter.end()


class CellTable(QTableView):
    """Shows cells as wide as there is room; `chosen` tells which one a person went to."""

    chosen = Signal(int, int)
    """Row and column of the cell that was gone to by arrows or clicked."""

    def __init__(
        self, theme: Theme, light: tuple[str, str], dark: tuple[str, str], parent: QWidget | None = None,
        *, row: int, least: int, most: int, narrow: int,
    ) -> None:  # fmt: skip
        """`row` and `least`: greatest and least height of a row; `most` and `narrow`: greatest and least width of a column.

        Cells of two lines leave the second one to the tooltip where their columns would not fit beside each other otherwise.
        """
        super().__init__(parent)
        px = theme.px
        self._theme, self._quiet = theme, False
        self._row, self._least, self._most, self._narrow = px(row), px(least), px(most), px(narrow)
        self.cells = CellModel(self)
        across, down = _Names(theme, Qt.Orientation.Horizontal, self), _Names(theme, Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(across)
        self.setVerticalHeader(down)
        self.setModel(self.cells)
        self.setItemDelegate(_Delegate(theme, light, dark, self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across.setFixedHeight(theme.px(24))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setMinimumSectionSize(theme.px(16))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(theme.px(16))
        down.setDefaultSectionSize(self._row)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_cells(self, rows: Heads, columns: Heads, cells: Sequence[Sequence[Cell]], current: tuple[int, int] | None = None) -> None:
        """Show cells, with the ring on one of them, without telling."""
        self._quiet = True
        self.cells.show_cells(rows, columns, cells)
        self._fit()
        self.show_current(current)

    def show_current(self, current: tuple[int, int] | None) -> None:
        """Put the ring on a cell, or on none, without telling."""
        self._quiet = True
        self.setCurrentIndex(self.cells.index(*current) if current else QModelIndex())
        if current is None:
            self.clearSelection()
        self._quiet = False

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell of a cell that the person went to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.chosen.emit(current.row(), current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, Home and End; leave the rest."""
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in arrows and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns."""
        super().resizeEvent(event)
        self._fit()

    def whole_height(self) -> int:
        """Return the pixels that every row takes under the heads, and a scroll bar, at a middle height."""
        row, bar = (self._least + self._row) // 2, self.horizontalScrollBar().sizeHint().height()
        return self.horizontalHeader().height() + max(self.cells.rowCount(), 1) * row + bar

    def _fit(self) -> None:
        columns, rows = self.cells.columnCount(), self.cells.rowCount()
        if not columns:
            return
        heads, px = self.cells.rows, self._theme.px
        widths = [
            QFontMetrics(self._theme.capitals() if heads.colour(place) >= 0 else self._theme.font(tokens.SECOND)).horizontalAdvance(name)
            for place, name in enumerate(heads.names)
        ]
        gutter = min(max(widths, default=0) + px(16), px(_GUTTER))
        self.verticalHeader().setFixedWidth(gutter)
        room = self.width() - gutter - px(2)
        below = self.height() - self.horizontalHeader().height() - px(2)
        narrow, least, most = self._narrow, self._least, self._row
        if self._least > px(_TWO) and (narrow * columns > room or least * rows > below):
            narrow, least, most = (px(each) for each in _TIGHT)
        height = max(min(below // rows, most), least)
        if height * rows > below:
            room -= self.verticalScrollBar().sizeHint().width()
        self.horizontalHeader().setDefaultSectionSize(max(min(room // columns, self._most), narrow))
        self.verticalHeader().setDefaultSectionSize(height)
        self.updateGeometries()  # else scroll bars stay that the old sizes needed

    @Slot()
    def _restyle(self) -> None:
        # What is chosen has a ring; Qt would fill it besides.
        palette = QPalette(self._theme.palette())
        palette.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self._fit()
        self.viewport().update()
