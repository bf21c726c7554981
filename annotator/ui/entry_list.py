"""The list of entries: rows of one height, day headings between them, a hundred thousand of them without a wait.

QListView itself would ask the height of every row; here heights are arithmetic (`DayStack`) and only visible rows are touched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from annotator.ui import tokens
from annotator.ui.day_stack import DayStack
from annotator.ui.entry_model import EntryModel, Fetch
from annotator.ui.entry_paint import EntryPainter
from annotator.ui.inks import ink
from annotator.ui.theme import Theme

_LATER_MS = 200
_Action = QAbstractItemView.CursorAction
_Index = QModelIndex | QPersistentModelIndex


class EntryList(QListView):
    """Shows entries and tells which one the person chose. Rows are the entries' rows in the project."""

    chosen = Signal(int)
    """The row of the entry that was clicked or gone to by the arrows."""

    def __init__(self, theme: Theme, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: Sequence[tuple[int, str]] = ()
        self._stack = DayStack(0, (), 1, 1)
        self._quiet = False
        self._rows = EntryModel(fetch, self)
        self.setAccessibleName(self.tr("Entries"))
        self.setModel(self._rows)
        self._painter = EntryPainter(theme)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        # All of it is painted here, the ground too: else each key would fill six widgets below it first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._refresh)
        theme.changed.connect(self._restyle)

    def show_rows(
        self, rows: Sequence[int], days: Sequence[tuple[int, str]] = (), *, find: Callable[[int], int | None] | None = None
    ) -> None:
        """Show these entries. `days` are headings: (place in the list at which one stands, its text), in order; `find` tells places."""
        self._days = days
        self._quiet = True
        self._rows.show_rows(rows, find)
        self._quiet = False
        self._restack()

    def show_current(self, row: int) -> None:
        """Select the entry of this row and bring it into view, without telling; nothing where the list leaves it out."""
        place = self._rows.place_of(row)
        self._quiet = True
        self.setCurrentIndex(self._rows.index(place) if place is not None else QModelIndex())
        self._quiet = False

    def changed(self, rows: Iterable[int] | None) -> None:
        """Fetch and paint these rows anew; None for all."""
        self._rows.changed(rows)

    def changed_beside(self, row: int) -> None:
        """Fetch and paint this row anew now, and all others once the keys rest: a decision may change what memory proposes there."""
        self._rows.changed((row,))
        self._later.start()

    @Slot()
    def _refresh(self) -> None:
        self._rows.changed(None)

    def current_row(self) -> int | None:
        """Return the row of the selected entry."""
        index = self.currentIndex()
        return self._rows.row_at(index.row()) if index.isValid() else None

    def _restack(self) -> None:
        px = self._theme.px
        headed = [place for place, _ in self._days]
        self._stack = DayStack(self._rows.rowCount(), headed, px(tokens.ENTRY_ROW), px(tokens.GROUP_ROW))
        self.updateGeometries()
        self.viewport().update()

    @Slot()
    def _restyle(self) -> None:
        self._restack()

    # What a view of items is asked for

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell of an entry that the person went to."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            self.viewport().update(self.visualRect(index))
        if current.isValid() and not self._quiet:
            self.chosen.emit(self._rows.row_at(current.row()))

    def dataChanged(self, top: _Index, bottom: _Index, roles: Sequence[int] = ()) -> None:
        """Paint these rows anew, and no other: QListView itself would paint the whole list at each change of one."""
        QAbstractItemView.dataChanged(self, top, bottom, list(roles))

    def doItemsLayout(self) -> None:
        """Lay out nothing: QListView would touch every row (170 ms for 100,000), at each change of one."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Set the range of the scroll bar to the height of the whole."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(self._stack.height + self._theme.px(8) - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(self._theme.px(tokens.ENTRY_ROW))

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: rows are as wide as the list."""
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is seen."""
        self.viewport().scroll(0, dy)

    def visualRect(self, index: _Index) -> QRect:
        """Return where a row is in the viewport, without its heading."""
        if not index.isValid():
            return QRect()
        top = self._stack.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._theme.px(tokens.ENTRY_ROW))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport; invalid on a heading."""
        row = self._stack.row_at(point.y() + self.verticalOffset())
        return self._rows.index(row) if row is not None else QModelIndex()

    def scrollTo(self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Bring a row into view, its heading with it."""
        if not index.isValid():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        heading = self._stack.heading_top(index.row())
        bottom = self._stack.top(index.row()) + self._theme.px(tokens.ENTRY_ROW)
        top = heading if heading is not None else self._stack.top(index.row())
        far = bar.value() > bottom + height or bar.value() + 2 * height < top
        if far or hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + bottom - height) // 2)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)
        elif top < bar.value():
            bar.setValue(top)

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the row to which a key goes."""
        page = max(self.viewport().height() // self._theme.px(tokens.ENTRY_ROW) - 1, 1)
        steps = {
            _Action.MoveUp: -1,
            _Action.MovePrevious: -1,
            _Action.MoveDown: 1,
            _Action.MoveNext: 1,
            _Action.MovePageUp: -page,
            _Action.MovePageDown: page,
            _Action.MoveHome: -self._stack.count,
            _Action.MoveEnd: self._stack.count,
        }
        if not self._stack.count:
            return QModelIndex()
        current = self.currentIndex()
        target = (current.row() if current.isValid() else -1) + steps.get(action, 0)
        return self._rows.index(min(max(target, 0), self._stack.count - 1))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row at the middle of a rectangle: one row is selected at a time."""
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what is to be painted anew for a selection."""
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave page keys and letters to the window's commands; arrows, Home and End move here."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows and headings that are seen, and no other."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), ink(self._theme.colours.window))
        offset = self.verticalOffset()
        first = self._stack.row_below(max(event.rect().top() + offset, 0))
        bottom = event.rect().bottom() + offset
        pointed = self._stack.row_at(self.viewport().mapFromGlobal(QCursor.pos()).y() + offset) if self.underMouse() else None
        current = self.currentIndex()
        selected = current.row() if current.isValid() and self.selectionModel().isSelected(current) else None
        if first is not None:
            self._rows.prepare(first, self._stack.end(bottom))
        ratio, focused, height = self.devicePixelRatioF(), self.hasFocus(), self._theme.px(tokens.ENTRY_ROW)
        for row in range(first if first is not None else self._stack.count, self._stack.count):
            heading, top = self._stack.heading_top(row), self._stack.top(row)
            if (heading if heading is not None else top) > bottom:
                break
            if heading is not None:
                self._paint_heading(painter, row, heading - offset)
            rect = QRect(0, top - offset, self.viewport().width(), height)
            self.paint_row(painter, rect, row, ratio, selected=row == selected, focused=focused, pointed=row == pointed)
        painter.end()

    def paint_row(
        self, painter: QPainter, rect: QRect, row: int, ratio: float, *, selected: bool, focused: bool, pointed: bool
    ) -> None:  # fmt: skip
        """Draw a row, in the window's ground already; a list of other things draws its own. `ratio`: the screen's pixels to one of ours."""
        self._painter.paint(painter, rect, self._rows.heading(row), ratio, selected=selected, focused=focused, pointed=pointed)

    def _paint_heading(self, painter: QPainter, row: int, top: int) -> None:
        theme = self._theme
        text = self._days[bisect_left(self._days, (row, ""))][1]
        painter.setFont(theme.font(tokens.SMALL, 600))
        painter.setPen(ink(theme.colours.muted))
        rect = QRect(theme.px(16), top, self.viewport().width() - theme.px(32), theme.px(tokens.GROUP_ROW))
        fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fits)
