"""The first entries of a file as they will be, with their place in the file and what was done to them at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from annotator.core.drafts import EntryDraft
from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.dialogs.import_state import body
from annotator.ui.dialogs.parts import role_colour
from annotator.ui.dialogs.rows import PlainModel
from annotator.ui.numerals import numeral
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueView

COLUMN = 660
MARGIN = 400
"""Room for place and notes, in pixels; less where the text would fall under 300."""
LINES = 6
_LAID_OUT = 1600
"""Code points of a text that are laid out at most: more than six lines of any of them."""
_TITLE, _BODY = 17, 15
_TOP = 12
_PARAGRAPH = "\u2028"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as a file gives it, and the file's name."""

    draft: EntryDraft
    file: str


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row laid out for one width."""

    title: QTextLayout
    body: QTextLayout
    below: int
    """The height of the body in pixels."""
    more: int
    height: int


class _Delegate(RowDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._laid: dict[tuple[int, int], _Laid] = {}
        self.width = 0

    def forget(self) -> None:
        """Lay everything out anew."""
        self._laid.clear()

    def _widths(self) -> tuple[int, int]:
        px = self._theme.px
        whole = self.width - px(40)
        margin = min(px(MARGIN), max(px(200), whole - px(COLUMN) - px(28)))
        return max(min(px(COLUMN), whole - margin - px(28)), px(200)), margin

    def _laid_out(self, index: QModelIndex | QPersistentModelIndex) -> _Laid:
        key = index.row(), self.width
        if key not in self._laid:
            self._laid[key] = self._lay_out(index.data(VALUE).draft)
        return self._laid[key]

    def _lay_out(self, draft: EntryDraft) -> _Laid:
        theme, px = self._theme, self._theme.px
        width, _ = self._widths()
        title, title_height = _layout(shown(draft.title), theme.reading(px(_TITLE), 600), width, px(24), 2)
        whole = shown(body(draft))
        # A paragraph ends where the text has a line end; the layout knows U+2028 for that.
        begin = _PARAGRAPH.join(part for part in whole[:_LAID_OUT].split("\n") if part.strip())
        text, text_height = _layout(begin, theme.reading(px(_BODY)), width, px(21), LINES)
        lines = text.lineCount()
        last = text.lineAt(lines - 1) if lines else None
        seen = last.textStart() + last.textLength() if last is not None else 0
        more = len(begin[seen:].split()) + len(whole[_LAID_OUT:].split())
        height = px(_TOP + 18 + 6 + (20 if more else 0) + _TOP) + (title_height if draft.title else 0) + text_height
        notes = px(_TOP + 22 * (1 + len(draft.notes)) + _TOP)
        return _Laid(title, text, text_height, more, max(height, notes))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(200), self._laid_out(index).height)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: EntryRow = index.data(VALUE)
        laid = self._laid_out(index)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.left() + px(20), rect.bottom(), rect.right() - px(20), rect.bottom())
        left, top = rect.left() + px(20), rect.top() + px(_TOP)
        painter.setPen(QColor(c.text))
        if row.draft.title:
            laid.title.draw(painter, QPointF(left, top))
            top += px(24) * laid.title.lineCount()
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        painter.drawText(QRect(left, top, px(COLUMN), px(18)), Qt.AlignmentFlag.AlignVCenter, meta(row.draft))
        top += px(18 + 6)
        painter.setPen(QColor(c.text))
        laid.body.draw(painter, QPointF(left, top))
        if laid.more:
            painter.setFont(theme.font(tokens.SECOND))
            painter.setPen(QColor(c.muted))
            words = self.tr("… and one more word") if laid.more == 1 else self.tr("… and {n} more words").format(n=numeral(laid.more))
            painter.drawText(QRect(left, top + laid.below, px(COLUMN), px(20)), Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_margin(painter, rect, row)

    def _paint_margin(self, painter: QPainter, rect: QRect, row: EntryRow) -> None:
        theme, c, px = self._theme, self._theme.colours, self._theme.px
        width, margin = self._widths()
        left, top = rect.left() + px(20) + width + px(28), rect.top() + px(_TOP)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        place = painter.fontMetrics().elidedText(self.place(row), Qt.TextElideMode.ElideMiddle, margin)
        painter.drawText(QRect(left, top, margin, px(20)), Qt.AlignmentFlag.AlignVCenter, place)
        for note in row.draft.notes:
            top += px(22)
            colour = QColor(role_colour(c, "accent" if "inferred" in note else "warning"))
            name = "help" if "inferred" in note else "settings"
            pixmap = theme.icons.pixmap(name, colour.name().upper(), size=px(14), ratio=painter.device().devicePixelRatioF())
            painter.drawPixmap(left, top + px(3), pixmap)
            painter.setPen(colour)
            words = painter.fontMetrics().elidedText(translated(note), Qt.TextElideMode.ElideRight, margin - px(20))
            painter.drawText(QRect(left + px(20), top, margin - px(20), px(20)), Qt.AlignmentFlag.AlignVCenter, words)

    def place(self, row: EntryRow) -> str:
        """Return where an entry stands in its file."""
        draft = row.draft
        if not draft.line:
            return row.file
        if draft.last_line > draft.line:
            return self.tr("{file}, lines {first} to {last}").format(
                file=row.file, first=numeral(draft.line), last=numeral(draft.last_line)
            )
        return self.tr("{file}, line {first}").format(file=row.file, first=numeral(draft.line))


def meta(draft: EntryDraft) -> str:
    """Return when and by whom, in one line."""
    return "  ·  ".join(part for part in (*when(draft.published), shown(draft.author)) if part)


def when(published: str) -> tuple[str, str]:
    """Return day and time of an ISO 8601 text for a reader, each "" where it is not known."""
    day, _, time = published.partition("T")
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    return QLocale().toString(date, QCoreApplication.translate("dates", "ddd d MMM yyyy")) if date.isValid() else day, time[:5]


def _layout(text: str, font: QFont, width: int, pitch: int, lines: int) -> tuple[QTextLayout, int]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        if line.textStart() and text[line.textStart() - 1] == _PARAGRAPH:
            top += pitch / 3
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (pitch - line.height()) / 2))
        top += pitch
    layout.endLayout()
    return layout, round(top)


class EntriesAsTheyWillBe(ValueView):
    """The first entries of the chosen file."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: PlainModel[EntryRow] = PlainModel(self._words, self)
        self._delegate = _Delegate(theme, self)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("The first entries, as they will be"))
        self.verticalScrollBar().setSingleStep(theme.px(24))
        theme.changed.connect(self._anew)

    def show_entries(self, rows: Sequence[EntryRow]) -> None:
        """Show these entries from the first on."""
        self._delegate.forget()
        self._model.show_values(rows)
        self._anew()
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the width there is."""
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)

    def _anew(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    def _words(self, row: EntryRow) -> str:
        draft = row.draft
        return ". ".join(
            part
            for part in (
                draft.title,
                meta(draft),
                self._delegate.place(row),
                *(translated(note) for note in draft.notes),
                body(draft)[:400],
            )
            if part
        )
