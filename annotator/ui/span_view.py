"""The entry under hand and keyboard: caret, selection, clicks, edges pulled. Every other key is left to the window's commands.

Keys: ← → by word, with Shift selecting, with Alt by character; ↑ ↓ Home End by line; copy. Mouse: drag (words; with Alt characters),
double click a word, click a mark, pull an edge of the mark that has focus.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui import caret as carets
from annotator.ui.caret import Caret
from annotator.ui.marks import Mark
from annotator.ui.span_canvas import SpanCanvas
from annotator.ui.span_lines import Row, row_at, rows
from annotator.ui.theme import Theme

_EDGE = 5.0
"""Pixels around an edge of the focused mark in which it can be taken hold of."""
_SIDEWAYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
_LINES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class SpanView(SpanCanvas):
    """The whole view of an entry. Offsets in signals are code points of the stored text."""

    selected = Signal(int, int)
    """The person changed the selection: start and end, equal when it was given up."""
    caret_moved = Signal(int)
    """The person moved the caret to this offset."""
    clicked_mark = Signal(object)
    """The id of the mark that was clicked."""
    edge_dragged = Signal(object, int, int)
    """The id of a mark and the place, start and end, to which the person pulled it. The mark itself is not changed."""
    context_asked = Signal(QPoint, object, int)
    """A context menu is wanted: where (global), the id of the mark there or None, and the offset there."""
    zoomed = Signal(int)
    """The person changed the size of the text by Ctrl and the wheel: the new size in pixels."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._press: QPointF | None = None
        self._origin = 0
        self._dragging = False
        self._pulls_end = False
        self._fixed = False
        self._goal: float | None = None
        self.viewport().setMouseTracking(True)

    def set_read_only(self, fixed: bool) -> None:
        """Let no edge be pulled; all else stays."""
        self._fixed = fixed

    # Keys

    def event(self, event: QEvent) -> bool:
        """Claim only our own keys; QTextEdit would claim many that are commands of the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(_ours(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret or select; leave every other key to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not _ours(event):
            event.ignore()
        elif event.key() in _LINES:
            self._line_key(Qt.Key(event.key()), select=bool(event.modifiers() & _SHIFT))
        else:
            self._side_key(Qt.Key(event.key()), select=bool(event.modifiers() & _SHIFT), by_character=bool(event.modifiers() & _ALT))

    def _side_key(self, key: Qt.Key, *, select: bool, by_character: bool) -> None:
        self._goal = None
        caret, boundaries = self.caret(), self.boundaries()
        forward = _SIDEWAYS[key] != self._turned(caret.position)
        if by_character:
            self._go(carets.character_moved(boundaries, caret, forward=forward, select=select))
        elif select:
            self._go(carets.word_selected(boundaries, caret, forward=forward))
        else:
            self._go(carets.word_moved(boundaries, caret, forward=forward))

    def _line_key(self, key: Qt.Key, *, select: bool) -> None:
        caret = self.caret()
        here = self._positions.to_qt(caret.position)
        row = row_at(self.document(), here)
        if row is None:
            return
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._goal = None
            target = row.start if key == Qt.Key.Key_Home else row.end
        else:
            goal = self._goal if self._goal is not None else row.x(here)
            other = self._neighbour_row(row, down=key == Qt.Key.Key_Down)
            if other is None:
                return
            target = other.line.xToCursor(goal - other.left) + other.origin
            self._goal = goal
        self._go(carets.moved_to(self.boundaries(), caret, self._positions.from_qt(target), select=select))

    def _neighbour_row(self, row: Row, *, down: bool) -> Row | None:
        """Return the next line below or above that holds text."""
        reach = 6 * self._pitch()
        if down:
            below = rows(self.document(), row.bottom, row.bottom + reach)
            return next((each for each in below if each.start > row.start and each.end > each.start), None)
        above = [each for each in rows(self.document(), row.top - reach, row.top) if each.start < row.start and each.end > each.start]
        return above[-1] if above else None

    def _go(self, caret: Caret) -> None:
        """Set the caret by hand and tell what changed."""
        before = self.caret()
        self.set_caret(caret)
        if not caret.empty or not before.empty:
            self.selected.emit(*caret.selection)
        if caret.position != before.position:
            self.caret_moved.emit(caret.position)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection, or take hold of an edge of the focused mark."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._goal = None
        self._press = event.position()
        self._origin = self.offset_at(self._press)
        mark, self._pulls_end = self._edge_at(self._press)
        self._pulled = (mark.id, mark.start, mark.end) if mark else None
        self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or pull the edge; without a button, show what could be taken hold of."""
        point = event.position()
        if self._press is None:
            mark, _ = self._edge_at(point)
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if mark else Qt.CursorShape.IBeamCursor)
            self.viewport().setToolTip(self.tr("Drag to move this edge; with Alt by character") if mark else "")
            return
        far = (point - self._press).manhattanLength() >= QApplication.startDragDistance()
        if not self._dragging and not far:
            return
        self._dragging = True
        offset, by_character = self.offset_at(point), bool(event.modifiers() & _ALT)
        if self._pulled is not None:
            self._pull(offset, by_character=by_character)
        else:
            self.set_caret(carets.dragged(self.boundaries(), self._origin, offset, by_character=by_character))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was selected, clicked or pulled."""
        if event.button() is not Qt.MouseButton.LeftButton or self._press is None:
            return
        press, pulled, dragged = self._press, self._pulled, self._dragging
        self._press = self._pulled = None
        self._dragging = False
        self.viewport().update()
        if not dragged:
            self._click(press)
        elif pulled is None:
            self.selected.emit(*self.selection())
        elif (mark := self.focused_mark()) is not None and (mark.start, mark.end) != pulled[1:]:
            self.edge_dragged.emit(*pulled)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        word = self.boundaries().word_at(self.offset_at(event.position()))
        if word is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(Caret(*word))

    def _click(self, point: QPointF) -> None:
        self._go(carets.at_word(self.boundaries(), self.offset_at(point)))
        mark = self.mark_at(point)
        if mark is not None:
            self.clicked_mark.emit(mark.id)

    def _pull(self, offset: int, *, by_character: bool) -> None:
        mark = self.focused_mark()
        if mark is None:
            return
        place = carets.edge_dragged(self.boundaries(), mark.start, mark.end, offset, at_end=self._pulls_end, by_character=by_character)
        self._pulled = (mark.id, *place)
        self.viewport().update()

    def _edge_at(self, point: QPointF) -> tuple[Mark | None, bool]:
        """Return the focused mark if one of its edges is at a point, and whether it is the end."""
        mark = self.focused_mark()
        if mark is None or self._fixed:
            return None, False
        for at_end, offset in ((False, mark.start), (True, mark.end)):
            bar = self._bar(offset, at_end=at_end)
            if bar is not None and bar.adjusted(-_EDGE, -1, _EDGE, 3).contains(point):
                return mark, at_end
        return None, False

    def _bar(self, offset: int, *, at_end: bool) -> QRectF | None:
        """Return the upright line at an edge of a mark, in pixels of the viewport."""
        place = self._positions.to_qt(offset)
        row = row_at(self.document(), place - 1 if at_end else place)
        if row is None:
            return None
        return QRectF(row.x(place), row.top - self.verticalScrollBar().value(), 0.0, row.ascent + row.descent)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu where the mouse is, or at the caret when the key asked."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            offset = self.caret().position
            bar = self._bar(offset, at_end=False)
            point = bar.bottomLeft().toPoint() if bar else QPoint(0, 0)
            mark = self.focused_mark()
        else:
            point = event.pos()
            offset, mark = self.offset_at(QPointF(point)), self.mark_at(QPointF(point))
        self.context_asked.emit(self.viewport().mapToGlobal(point), mark.id if mark else None, offset)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, change the size of the text."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        before = self.zoom
        self.set_zoom(before + (1 if event.angleDelta().y() > 0 else -1))
        if self.zoom != before:
            self.zoomed.emit(self.zoom)


def _ours(event: QKeyEvent) -> bool:
    """Tell whether a key is one that the view itself handles."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _SIDEWAYS:
        return not modifiers & ~(_SHIFT | _ALT)
    return event.key() in _LINES and not modifiers & ~_SHIFT
