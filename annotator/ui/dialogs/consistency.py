"""Where the own layer disagrees with itself: each mention with its labels and how often it stands without one; decide from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QHideEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.core.model import Scheme
from annotator.core.text import shown
from annotator.project.consistency import Given, Inconsistent, Survey
from annotator.ui import bridge, tokens
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.parts import Notice, paint_row_ground
from annotator.ui.empty import EmptyState
from annotator.ui.numerals import numeral
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Task, Work
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

LookOver = Callable[[Handle], Survey]
"""Looks the layer over; called in another thread."""
_ROW, _ROWS, _EMPTY = 40, 9, 180
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LABELS = 300
"""Where labels begin, in pixels from the left edge."""
_Index = QModelIndex | QPersistentModelIndex


class _Delegate(RowDelegate):
    height = _ROW

    def __init__(self, theme: Theme, scheme: Scheme, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._scheme = scheme

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        found: Inconsistent = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        paint_row_ground(painter, theme, rect, option.state)
        painter.setFont(theme.font(tokens.SECOND))
        odd = self.tr("{n} without a label").format(n=numeral(found.untagged)) if found.untagged else ""
        metrics = QFontMetrics(painter.font())
        width = metrics.horizontalAdvance(odd)
        painter.setPen(QColor(c.warning))
        painter.drawText(QRect(rect.right() - px(20) - width, rect.top(), width + 1, rect.height()), _MIDDLE, odd)
        painter.setFont(theme.reading(px(15)))
        painter.setPen(QColor(c.text))
        room = px(_LABELS - 20 - 12)
        words = QFontMetrics(painter.font()).elidedText(_line(found.mention), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(rect.left() + px(20), rect.top(), room, rect.height()), _MIDDLE, words)
        self._paint_labels(painter, rect, found.given, rect.right() - px(20) - width - px(12))

    def _paint_labels(self, painter: QPainter, rect: QRect, given: Sequence[Given], end: int) -> None:
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        x = rect.left() + px(_LABELS)
        capitals, plain = QFontMetrics(theme.capitals()), QFontMetrics(theme.font(tokens.SECOND))
        for each in given:
            label = self._scheme.by_id(each.label)
            key, times = label.key if label else "?", numeral(each.times)
            colour = tokens.label_colour(bridge.colour_of(label.colour) if label else 0)
            chip, after = capitals.horizontalAdvance(key) + px(12), plain.horizontalAdvance(times)
            if x + chip + px(6) + after > end:
                painter.setPen(QColor(c.muted))
                painter.drawText(QRect(x, rect.top(), px(12), rect.height()), _MIDDLE, "…")
                return
            box = QRect(x, rect.center().y() - px(10), chip, px(20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour.tint(c)))
            painter.drawRoundedRect(box, tokens.CAP_RADIUS, tokens.CAP_RADIUS)
            painter.setFont(theme.capitals())
            painter.setPen(QColor(colour.text(c)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            painter.setFont(theme.font(tokens.SECOND))
            painter.setPen(QColor(c.muted))
            painter.drawText(QRect(x + chip + px(6), rect.top(), after + 1, rect.height()), _MIDDLE, times)
            x += chip + px(6) + after + px(14)


class MentionList(ValueView):
    """Shows mentions; a double click asks for one."""

    opened = Signal()

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self.rows: ValueModel[Inconsistent] = ValueModel(self._words, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(theme, scheme, self))
        self.setAccessibleName(self.tr("Mentions that are not labelled alike"))
        self.doubleClicked.connect(self.opened)
        theme.changed.connect(self.doItemsLayout)

    @property
    def value(self) -> Inconsistent | None:
        """The mention that is gone to."""
        at = self.currentIndex().row()
        return self.rows.values[at] if 0 <= at < len(self.rows.values) else None

    def _words(self, found: Inconsistent) -> str:
        labels = [(self._scheme.by_id(each.label), each.times) for each in found.given]
        parts = [_line(found.mention), *(f"{label.key if label else '?'} {numeral(times)}" for label, times in labels)]
        parts += [self.tr("{n} without a label").format(n=numeral(found.untagged))] if found.untagged else []
        return ", ".join(parts)


class ConsistencyView(Dialog):
    """The mentions, the worst first. The verb shows every place of the one that is gone to."""

    def __init__(self, parent: QWidget | None, theme: Theme, scheme: Scheme, survey: LookOver, *, held: Survey | None = None) -> None:
        """`held` is what was found before, shown at once in the place of looking again."""
        super().__init__(parent, theme, self.tr("Consistency"), self.tr("Every place…"), width=LIST, cancel=self.tr("Close"))
        self.survey: Survey | None = None
        self._work = Work(self, threads=1)
        self.sheet.setContentsMargins(0, theme.px(18), 0, 0)
        self.title.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        self.list = MentionList(theme, scheme, self.ground)
        self.list.setFixedHeight(theme.px(_ROW * _ROWS))
        self.notice = Notice(theme, self.ground)
        self.notice.setContentsMargins(theme.px(20), 0, theme.px(20), theme.px(4))
        body = QVBoxLayout()
        body.setSpacing(theme.px(8))
        body.addWidget(self.notice)
        body.addWidget(self.list)
        self.empty = EmptyState(theme, self.ground)
        self.empty.setFixedHeight(theme.px(_EMPTY))
        self.empty.hide()
        body.addWidget(self.empty)
        self.sheet.addLayout(body)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.opened.connect(self.accept)
        self._tell()
        self.list.setFocus()
        if held is not None:
            self._looked(held)
            return
        self.notice.show_notice(self.tr("Looking through what you labelled…"), "muted")
        task: Task = self._work.start(survey)
        task.progressed.connect(self._progressed)
        task.finished.connect(self._looked)
        task.failed.connect(self._failed)

    @classmethod
    def ask(
        cls, parent: QWidget | None, theme: Theme, scheme: Scheme, survey: LookOver, *, held: Survey | None = None
    ) -> tuple[Inconsistent, Survey] | None:
        """Return the mention whose places the person wants to see, and what was found; None where the dialog was closed."""
        dialog = cls(parent, theme, scheme, survey, held=held)
        chosen = dialog.run()
        value, found = dialog.list.value, dialog.survey
        return (value, found) if chosen and value is not None and found is not None else None

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        words = self.tr("Looking through what you labelled: {done} of {total} entries")
        self.notice.show_notice(words.format(done=numeral(done), total=numeral(total)), "muted")

    @Slot(object)
    def _looked(self, found: Survey) -> None:
        self.survey = found
        self.list.rows.show_values(found.mentions)
        self.list.setCurrentIndex(self.list.rows.index(0))
        self.notice.show_notice(self._said(found), "muted")
        self.empty.show_empty(self._said(found))
        for part in (self.list, self.notice):
            part.setVisible(bool(found.mentions))
        self.empty.setVisible(not found.mentions)
        if not found.mentions:
            self.cancel_button.setFocus()
        if self.isVisible():
            self.fit()
        self._tell()

    def _said(self, found: Survey) -> str:
        entries = numeral(found.entries)
        if not found.entries:
            return self.tr("Nothing is labelled yet. Once it is, mentions that are not labelled alike are listed here.")
        if not found.mentions:
            return self.tr("All alike: each mention has one label wherever it stands. Entries looked at: {n}.").format(n=entries)
        if found.total > len(found.mentions):
            words = self.tr("{total} mentions are not labelled alike; the worst {listed} are listed. Entries looked at: {n}.")
            return words.format(total=numeral(found.total), n=entries, listed=numeral(len(found.mentions)))
        return self.tr("Not labelled alike, the worst first. Entries looked at: {n}.").format(n=entries)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self.notice.show_notice(translated(str(error)), "danger")

    @Slot()
    def _tell(self) -> None:
        found = self.list.value
        self.set_verb(self.verb_button.text(), possible=found is not None)
        if found is None:
            self.say()
        else:
            self.say(self.tr("{n} places are not labelled as most are").format(n=numeral(found.odd)), _line(found.mention))

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking."""
        self._work.close()
        super().hideEvent(event)


def _line(text: str) -> str:
    return " ".join(shown(text).split())
