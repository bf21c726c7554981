"""The table of the files that came in: name, format, entries, whether they are in force, and what is known of their dates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.core.text import shown
from annotator.project import offered
from annotator.project.imports import SourceSummary
from annotator.ui import tokens
from annotator.ui.bridge import brief_day
from annotator.ui.dialogs.parts import paint_row_ground, role_colour
from annotator.ui.dialogs.rows import PlainModel
from annotator.ui.numerals import numeral
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueView

ROWS = 4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_INSET = 20
_COLUMNS = ((_INSET, 280), (310, 165), (480, 50), (560, 110), (690, 230))
"""Left edge and width of each column, in pixels."""
_ENTRIES, _STATE = 2, 3
_Index = QModelIndex | QPersistentModelIndex


def state_of(source: SourceSummary) -> tuple[str, str, str]:
    """Return how a source stands: the word, its glyph, and the role of the glyph's colour."""
    if not source.live:
        return _tr("withdrawn"), "undo", "warning"
    if source.hidden:
        return _tr("hidden"), "skip", "muted"
    return _tr("in force"), "state/done", "success"


def _title(name: str) -> str:
    """Return a format as the import names it; by its short name where this version does not read it."""
    return next((translated(each.title) for each in offered.readable() if each.name == name), name)


def _days(days: str) -> str:
    """Return the first and the last day of a source as one says them; `days` is as the import notes it: "2031-02-13 to 2031-02-14"."""
    return " – ".join(brief_day(each, year=True) for each in days.split(" to "))


def cells(source: SourceSummary) -> tuple[tuple[str, str], ...]:
    """Return the two lines of each column."""
    size = QLocale().formattedDataSize(source.bytes, 1)
    dates, days = source.facts.get("dates", ""), source.facts.get("days", "")
    return (
        (source.name, f"{size}  ·  SHA-256 {source.sha256[:12]}…"),
        (_title(source.format), ""),
        (numeral(source.entries), ""),
        (state_of(source)[0], ""),
        (_days(days), translated(dates)) if days else (translated(dates) or _tr("as the file gives them"), ""),
    )


class _Delegate(RowDelegate):
    height = tokens.ENTRY_ROW

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        source: SourceSummary = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        paint_row_ground(painter, theme, rect, option.state)
        seen = source.live and not source.hidden
        for number, (first, second) in enumerate(cells(source)):
            left, width = _COLUMNS[number]
            place = rect.left() + px(left)
            align = _RIGHT if number == _ENTRIES else _MIDDLE
            if number == _STATE:
                _, name, role = state_of(source)
                pixmap = theme.icons.pixmap(name, role_colour(c, role), size=px(16), ratio=painter.device().devicePixelRatioF())
                painter.drawPixmap(place, rect.top() + px(17), pixmap)
                place, width = place + px(22), width - 22
            painter.setFont(theme.font(tokens.BODY, 500 if number == 0 else 400))
            painter.setPen(QColor(c.text if seen else c.muted))
            top, height = (px(5), px(20)) if second else (0, rect.height())
            words = painter.fontMetrics().elidedText(shown(first), Qt.TextElideMode.ElideMiddle, px(width))
            painter.drawText(QRect(place, rect.top() + top, px(width), height), align, words)
            if second:
                painter.setFont(theme.font(tokens.SECOND))
                painter.setPen(QColor(c.muted))
                words = painter.fontMetrics().elidedText(shown(second), Qt.TextElideMode.ElideRight, px(width))
                painter.drawText(QRect(place, rect.top() + px(25), px(width), px(18)), align, words)


class SourceHead(QWidget):
    """The names of the columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(24))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names over their columns."""
        painter = QPainter(self)
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font(tokens.SMALL, 600))
        painter.setPen(QColor(theme.colours.muted))
        names = self.tr("File"), self.tr("Format"), self.tr("Entries"), self.tr("State"), self.tr("Dates")
        for number, name in enumerate(names):
            left, width = _COLUMNS[number]
            said = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, px(width))
            painter.drawText(QRect(px(left), 0, px(width), self.height()), _RIGHT if number == _ENTRIES else _MIDDLE, said)
        painter.setPen(QColor(theme.colours.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class SourceList(ValueView):
    """The files, one a row."""

    chosen = Signal(int)
    """The number of the file that was gone to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = theme.px(tokens.ENTRY_ROW)
        self._model: PlainModel[SourceSummary] = PlainModel(self._words, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(self.tr("Sources"))
        theme.changed.connect(self.doItemsLayout)

    @property
    def sources(self) -> tuple[SourceSummary, ...]:
        """The files that are shown."""
        return self._model.values

    def show_sources(self, sources: Sequence[SourceSummary]) -> None:
        """Show these files, as high as they need up to `ROWS`; the row that was current stays current."""
        self._model.show_values(sources)
        self.setFixedHeight(self._row * min(max(len(sources), 1), ROWS))

    def go_to(self, number: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._model.index(number))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell of the file that was gone to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())

    def _words(self, source: SourceSummary) -> str:
        name, form, _, state, dates = cells(source)
        return ", ".join(
            part
            for part in (name[0], form[0], self.tr("{n} {n:entry|entries}").format(n=numeral(source.entries)), state[0], *dates)
            if part
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sources", text)
