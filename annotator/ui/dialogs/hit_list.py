"""Places of a mention, one a row: a check box, when, the words around it with the mention in one column, and what stands there now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.core.model import Scheme, State
from annotator.core.text import shown
from annotator.project.everywhere import Hit, Present
from annotator.ui import bridge, tokens
from annotator.ui.marks import score_text
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueView

ROW = 36
_BOX, _TIME, _HIT, _SIDE = 16, 50, 228, 20
_STATE = 200
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class HitModel(QAbstractListModel):
    """Rows of hits, and which of them are ticked."""

    ticked_changed = Signal()

    def __init__(self, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._hits: Sequence[Hit] = ()
        self._ticked: set[int] = set()
        self.here = (-1, -1)
        """Entry (row) and start of the mention in hand."""

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these hits; what is offered is ticked."""
        self.beginResetModel()
        self._hits = hits
        self._ticked = {number for number, hit in enumerate(hits) if hit.ticked}
        self.endResetModel()
        self.ticked_changed.emit()

    @property
    def hits(self) -> Sequence[Hit]:
        """The hits that are shown."""
        return self._hits

    @property
    def ticked(self) -> list[Hit]:
        """The hits that are ticked, in order."""
        return [self._hits[number] for number in sorted(self._ticked)]

    def tick(self, numbers: Iterable[int], on: bool) -> None:
        """Tick rows or take their ticks away; those where nothing can be decided stay as they are."""
        can = {number for number in numbers if self._hits[number].kind is not None}
        self._ticked = self._ticked | can if on else self._ticked - can
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1), [int(Qt.ItemDataRole.CheckStateRole)])
        self.ticked_changed.emit()

    def turn(self, number: int) -> None:
        """Tick a row, or take its tick away."""
        self.tick([number], number not in self._ticked)

    def is_ticked(self, number: int) -> bool:
        """Return whether a row is ticked."""
        return number in self._ticked

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many hits there are."""
        return 0 if parent.isValid() else len(self._hits)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say that a row can be gone to, and ticked where something can be decided."""
        flags = super().flags(index)
        if index.isValid() and self._hits[index.row()].kind is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the hit, its tick, or all of it in words."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == VALUE:
            return hit
        if role == Qt.ItemDataRole.CheckStateRole and hit.kind is not None:
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return _line(hit.left + hit.words + hit.right)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (when(hit), _line(hit.left + hit.words + hit.right), self.state(hit)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (shown(hit.title), shown(hit.left + hit.words + hit.right)) if part)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row or not."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or self._hits[index.row()].kind is None:
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def state(self, hit: Hit) -> str:
        """Return what stands at a place, in words."""
        label = self._scheme.by_id(hit.label) if hit.label is not None else None
        key, score = label.key if label else "?", score_text(hit.score)
        said = {
            Present.UNTAGGED: self.tr("not marked"),
            Present.SUGGESTED: self.tr("suggested {score}").format(score=score),
            Present.SUGGESTED_OTHER: self.tr("suggested {label} {score}").format(label=key, score=score),
            Present.WITHIN: self.tr("overlaps a suggested {label}").format(label=key),
            Present.EQUAL: self.tr("you: {label}").format(label=key)
            if hit.kind
            else self.tr("you: {label}, nothing to do").format(label=key),
            Present.OTHER: self.tr("you: {label}").format(label=key),
            Present.OVERLAPPING: self.tr("overlaps your {label}").format(label=key),
            Present.REJECTED: self.tr("you rejected this"),
        }[hit.present].strip()
        if hit.present in (Present.OTHER, Present.OVERLAPPING) and not hit.ticked:
            said = self.tr("{state}, left as it is").format(state=said)
        if (hit.entry, hit.start) == self.here:
            said = self.tr("this one, {state}").format(state=said)
        return self.tr("{state}, entry skipped").format(state=said) if hit.state is State.SKIPPED and hit.kind else said

    def colour(self, hit: Hit, asked: int) -> int:
        """Return the number of the colour under a hit: of what a person's span carries, else of the label asked for (`asked`)."""
        label = self._scheme.by_id(hit.label) if hit.label is not None and hit.present in (Present.OTHER, Present.OVERLAPPING) else None
        return bridge.colour_of(label.colour) if label else asked


def when(hit: Hit) -> str:
    """Return what tells the entry: its time, else the beginning of its title."""
    return bridge.clock(hit.published) or shown(hit.title)


def _line(text: str) -> str:
    """Return text as one line of the same length."""
    return shown(text).translate({ord(char): " " for char in "\n\r\t\u2028\u2029"})


class HitDelegate(RowDelegate):
    """Paints a row. `label` is the number of the colour of the label asked for."""

    height = ROW

    def __init__(self, theme: Theme, model: HitModel, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._model = model
        self.label = 0

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row and the line under it."""
        hit: Hit = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.accent_tint))
        painter.setPen(QPen(QColor(c.border), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.ring), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        if hit.kind is not None:
            self._paint_box(painter, QRectF(box_rect(rect, px(1))), self._model.is_ticked(index.row()))
        painter.setFont(theme.font(tokens.SECOND))
        metrics = painter.fontMetrics()
        state = self._model.state(hit)
        own = hit.present in (Present.OTHER, Present.OVERLAPPING, Present.REJECTED)
        right = rect.right() - px(_SIDE)
        width = min(metrics.horizontalAdvance(state) + 2, px(_STATE))
        painter.setPen(QColor(c.warning if own else c.muted))
        painter.drawText(
            QRect(right - width, rect.top(), width, rect.height()), _MIDDLE | Qt.AlignmentFlag.AlignRight, _elided(metrics, state, width)
        )
        painter.setPen(QColor(c.muted))
        time = QRect(rect.left() + px(_TIME), rect.top(), px(60), rect.height())
        painter.drawText(time, _MIDDLE, _elided(metrics, when(hit), time.width()))
        self._paint_words(painter, rect, hit, right - width - px(16))

    def _paint_box(self, painter: QPainter, box: QRectF, ticked: bool) -> None:
        c = self._theme.colours
        painter.setPen(QPen(QColor(c.accent if ticked else c.control), 1.5))
        painter.setBrush(QColor(c.accent) if ticked else QColor(c.base))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        if ticked:
            pen = QPen(QColor(c.accent_text), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            x, y, unit = box.left(), box.top(), box.width() / 16
            painter.drawPolyline(
                [QPointF(x + 4 * unit, y + 8.3 * unit), QPointF(x + 7 * unit, y + 11.2 * unit), QPointF(x + 12 * unit, y + 5.2 * unit)]
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter, rect: QRect, hit: Hit, end: int) -> None:
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        painter.setFont(theme.reading(px(15)))
        metrics = painter.fontMetrics()
        at = rect.left() + px(_HIT)
        left, words, after = _line(hit.left), _line(hit.words), _line(hit.right)
        painter.setPen(QColor(c.muted))
        room = px(_HIT - _TIME - 66)
        cut = _whole_words(metrics.elidedText(left, Qt.TextElideMode.ElideLeft, room))
        painter.drawText(QRect(at - room - px(2), rect.top(), room, rect.height()), _MIDDLE | Qt.AlignmentFlag.AlignRight, cut)
        width = min(metrics.horizontalAdvance(words), end - at)
        colour = tokens.label_colour(self._model.colour(hit, self.label))
        height = metrics.ascent() + metrics.descent()
        box = QRectF(at, rect.center().y() - height / 2, width, height).adjusted(-1.5, 0, 1.5, 0)
        own = hit.present in (Present.EQUAL, Present.OTHER)
        if hit.kind is not None or own:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour.tint(c)))
            painter.drawRoundedRect(box, tokens.TINT_RADIUS, tokens.TINT_RADIUS)
            pen = QPen(QColor(colour.line(c) if own else colour.base), 2 * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if not own:
                pen.setDashPattern((2.5, 1.75))
            painter.setPen(pen)
            painter.drawLine(QPointF(box.left(), box.bottom() + 1.5), QPointF(box.right(), box.bottom() + 1.5))
        painter.setPen(QColor(c.text))
        painter.drawText(QRect(at, rect.top(), width + px(2), rect.height()), _MIDDLE, _elided(metrics, words, width + px(2)))
        painter.setPen(QColor(c.muted))
        start = at + width + px(2)
        if end > start:
            painter.drawText(QRect(start, rect.top(), end - start, rect.height()), _MIDDLE, _elided(metrics, after, end - start))


def box_rect(row: QRect, unit: int) -> QRect:
    """Return where the check box of a row is."""
    return QRect(row.left() + _SIDE * unit, row.center().y() - _BOX * unit // 2, _BOX * unit, _BOX * unit)


def _whole_words(cut: str) -> str:
    """Return a text that was cut at its left without the rest of the word that the cut went through."""
    space = cut.find(" ")
    return "…" + cut[space:] if cut.startswith("…") and 0 < space < len(cut) - 1 else cut


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class HitList(ValueView):
    """Shows hits. Space or a click on the box ticks; A ticks all that can be, or none; G or a double click asks for the entry."""

    opened = Signal(object)
    """The hit whose entry is wanted."""

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = HitModel(scheme, self)
        self.painting = HitDelegate(theme, self.rows, self)
        self._unit = theme.px(1)
        self.setModel(self.rows)
        self.setItemDelegate(self.painting)
        self.setAccessibleName(self.tr("Places of this mention"))
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.doItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space, all or none by A; pages and arrows move."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.rows.turn(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_G and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_A and self.rows.rowCount():
            self.rows.tick(range(self.rows.rowCount()), not self.rows.ticked)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            step = max(1, self.viewport().height() // self._unit // ROW) * (1 if event.key() == Qt.Key.Key_PageDown else -1)
            last = self.rows.rowCount() - 1
            self.setCurrentIndex(self.rows.index(min(max(self.currentIndex().row() + step, 0), last)))
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tick the row whose box is clicked."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            index = self.indexAt(event.position().toPoint())
            if index.isValid() and event.position().x() < self._unit * (_SIDE + _BOX + 8):
                self.rows.turn(index.row())
        return super().viewportEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(VALUE))
