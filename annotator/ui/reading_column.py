"""The reading column: an entry's text in one centred column that scrolls, with its title above and its neighbours around it.

The stored text never comes back from the document: the document holds a copy translated one to one, and every offset here is in
code points of the stored text.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.core.text import Boundaries, Positions, shown
from annotator.ui import tokens
from annotator.ui.caret import Caret
from annotator.ui.entry_head import Head, HeadView, Neighbour, NeighbourView
from annotator.ui.span_lines import Row, boxes, row_at, rows
from annotator.ui.span_paint import pitch
from annotator.ui.theme import Theme

_BLANK = 6
"""Height of an empty line between paragraphs, in pixels: the paragraph gap does the rest."""
_AROUND = 200
"""Code points on either side in which a word is looked for."""
_RING = 3
"""Pixels that the ring of what has focus reaches above its line."""
_IDLE_MS = 40
"""How long an entry is shown before its words are looked for: whoever leafs through entries does not wait for them."""
_MOUSE = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove, QEvent.Type.MouseButtonDblClick})


class ReadingColumn(QTextEdit):
    """Shows a text and what stands around it; knows caret, selection and places in it, but no marks."""

    asked = Signal(str)
    """The id of a command that stands around the text, such as "flag" or "next"."""
    column_changed = Signal(int)
    """The width of the text in pixels, after the window or the size of the text changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._positions = Positions("")
        self._boundaries: Boundaries | None = None
        self._zoom = tokens.READING
        self._room = 1
        self._pitched: tuple[QFont, int, bool, float] | None = None
        self._headed = False
        self._titled = 0
        self._tag_room = True
        self._by_character = False
        # Words and graphemes of a long text take some 50 ms: they are found once the entry is painted, before the first key.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._find_words)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setCursorWidth(0)
        self.setAccessibleName(self.tr("Text of the entry"))
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self._head = HeadView(theme, self.viewport())
        self._before = NeighbourView(theme, self.viewport(), after=False)
        self._after = NeighbourView(theme, self.viewport(), after=True)
        self._head.asked.connect(self.asked)
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        self.document().documentLayout().documentSizeChanged.connect(self._place_around)
        self._restyle()
        theme.changed.connect(self._theme_changed)

    def show_text(self, text: str, *, head: Head | None, before: Neighbour | None, after: Neighbour | None, titled: int = 0) -> None:
        """Show a stored text from its beginning, and what stands around it. Its first `titled` code points are set as a title."""
        self._text, self._titled = text, titled
        self._positions = Positions(text)
        self._put(Caret(0, 0))
        self._boundaries = None
        self._by_character = False
        self._headed = head is not None
        self._head.setVisible(self._headed)
        if head is not None:
            self._head.show_head(head)
        self._before.show_neighbour(before)
        self._after.show_neighbour(after)
        self._lay_out()
        self.verticalScrollBar().setValue(self._home())
        self._idle.start()

    def show_head(self, head: Head) -> None:
        """Show other values above the same text, such as the tally after a decision."""
        self._head.show_head(head)

    @property
    def zoom(self) -> int:
        """The size of the text, in pixels."""
        return self._zoom

    def set_zoom(self, pixels: int) -> None:
        """Set the size of the text, from 14 to 28 pixels."""
        self._zoom = min(max(pixels, tokens.READING_LEAST), tokens.READING_MOST)
        self._head.set_zoom(self._zoom * self._theme.scale)
        self._keep_place()

    # Caret and selection

    def caret(self) -> Caret:
        """Return caret and selection, in code points."""
        cursor = self.textCursor()
        return Caret(self._positions.from_qt(cursor.anchor()), self._positions.from_qt(cursor.position()), self._by_character)

    def set_caret(self, caret: Caret) -> None:
        """Put caret and selection, and bring the caret into view."""
        before = self.caret()
        self._by_character = caret.by_character
        self._put(caret)
        self.bring_into_view(caret.position, caret.position)
        for each in (before, caret):
            start, end = each.selection
            self._paint_anew(*((start, end) if start < end else self._run_at(start)))

    def selection(self) -> tuple[int, int]:
        """Return what is selected as (start, end), equal where nothing is."""
        return self.caret().selection

    def boundaries(self) -> Boundaries:
        """Return words and graphemes of the text, found at the first asking."""
        if self._boundaries is None:
            self._boundaries = Boundaries(self._text)
        return self._boundaries

    def _word_at(self, offset: int) -> tuple[int, int] | None:
        """Return the word at an offset from the text around it, so that opening a long entry need not look for every word."""
        if self._boundaries is not None:
            return self._boundaries.word_at(offset)
        start, end = max(self._text.rfind(" ", 0, max(offset - _AROUND, 0)), 0), self._text.find(" ", offset + _AROUND)
        word = Boundaries(self._text[start : end if end >= 0 else len(self._text)]).word_at(offset - start)
        return (word[0] + start, word[1] + start) if word else None

    def _run_at(self, offset: int) -> tuple[int, int]:
        """Return the stretch without white space around an offset: it holds the word there, and is found at once."""
        before, after = self._text[max(offset - _AROUND, 0) : offset], self._text[offset : offset + _AROUND]
        left = "" if not before or before[-1].isspace() else before.split()[-1]
        right = "" if not after or after[0].isspace() else after.split(None, 1)[0]
        return offset - len(left), offset + len(right)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the stored text, not the copy on the screen."""
        start, end = self.selection()
        data = QMimeData()
        data.setText(self._text[start:end])
        return data

    # Places

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return where a stretch is, box by box, in pixels of the viewport; only lines that are visible."""
        scroll = self.verticalScrollBar().value()
        visible = self._rows(QRectF(self.viewport().rect()))
        return [box.translated(0, -scroll) for row in visible for box in boxes(row, *self._qt(start, end))]

    def offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the viewport."""
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        found = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        return self._positions.from_qt(max(found, 0))

    def bring_into_view(self, start: int, end: int) -> None:
        """Scroll so far that a stretch is seen with a line around it; not at all when it is."""
        bar, around = self.verticalScrollBar(), int(self._pitch())
        first, last = (row_at(self.document(), self._positions.to_qt(place)) for place in (start, end))
        if first is None or last is None:
            return
        if last.bottom + around > bar.value() + self.viewport().height():
            bar.setValue(int(last.bottom) + around - self.viewport().height())
        if first.top - around < bar.value():
            bar.setValue(max(int(first.top) - around, 0) if first.start else self._home())

    def _rows(self, area: QRectF) -> Iterator[Row]:
        """Yield the lines that an area of the viewport shows, tags included."""
        scroll = self.verticalScrollBar().value()
        return rows(self.document(), area.top() + scroll - self._pitch(), area.bottom() + scroll + 2)

    def _paint_anew(self, start: int, end: int) -> None:
        """Paint anew the lines of a stretch, and no other: the whole column would take as long as all the rest of a key."""
        first, last = (row_at(self.document(), self._positions.to_qt(place)) for place in (start, end))
        if first is None or last is None:
            self.viewport().update()
            return
        top = int(first.top) - _RING - self.verticalScrollBar().value()
        bottom = int(last.bottom + self._pitch() - self._text_height()) + _RING - self.verticalScrollBar().value()
        self.viewport().update(0, top, self.viewport().width(), bottom - top)

    def _qt(self, start: int, end: int) -> tuple[int, int]:
        return self._positions.to_qt(start), self._positions.to_qt(end)

    def _turned(self, offset: int) -> bool:
        """Tell whether the paragraph is written from right to left."""
        block = self.document().findBlock(self._positions.to_qt(offset))
        return block.textDirection() is Qt.LayoutDirection.RightToLeft

    # Layout

    def _home(self) -> int:
        """Return how far a text that does not fit is scrolled at first: its title at the top, the entry before it above the edge."""
        fits = self.document().documentLayout().documentSize().height() <= self.viewport().height()
        return 0 if fits else self._before.height()

    def _pitch(self) -> float:
        """Return the distance of two lines in pixels, computed once for each font and room."""
        font, known = self._reading_font(), self._pitched
        if known is None or known[0] is not font or known[1:3] != (self._room, self._tag_room):
            distance = pitch(font, lanes=self._room, tags=self._tag_room, scale=self._theme.scale)
            known = self._pitched = font, self._room, self._tag_room, distance
        return known[3]

    def _reading_font(self) -> QFont:
        return self._theme.reading(self._zoom * self._theme.scale)

    def _side(self) -> int:
        return self._theme.px(tokens.GUTTER)

    def _column(self) -> int:
        """Return the width of the text in pixels: 72 average characters, less where the window is narrower."""
        wanted = tokens.COLUMN * self._zoom * self._theme.scale / tokens.READING
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2.0 * self._side()
        return round(max(min(wanted, room), 80.0))

    def _lay_out(self) -> None:
        """Fill the document anew, once: formats first, then the text, so that it is laid out a single time."""
        around, column = self._side(), self._column()
        kept = self.caret() if self._text else Caret(0, 0, self._by_character)
        document = self.document()
        self._fit()
        self._heights(column)
        frame = QTextFrameFormat()
        frame.setLeftMargin(around)
        frame.setRightMargin(around)
        frame.setTopMargin(self._head.y() + self._head.height())
        frame.setBottomMargin(self._after.height() + around + self._theme.px(tokens.GAP))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        # Not clear(): it makes a new root frame each time, whose Python side stays for ever.
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        document.setDefaultFont(self._reading_font())
        document.rootFrame().setFrameFormat(frame)
        cursor.setBlockFormat(self._line_format())
        cursor.insertText(shown(self._text))
        self._shrink_blanks()
        self._enlarge_title()
        cursor.endEditBlock()
        if kept.position <= len(self._text) and kept.anchor <= len(self._text):
            self._put(kept)
        self._forget()
        self._place_around()

    def _line_format(self) -> QTextBlockFormat:
        lines = QTextBlockFormat()
        lines.setLineHeight(self._pitch() - self._text_height(), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        lines.setBottomMargin(self._theme.px(tokens.PARAGRAPH_GAP))
        return lines

    def _text_height(self) -> float:
        metrics = QFontMetricsF(self._reading_font())
        return metrics.ascent() + metrics.descent()

    def _shrink_blanks(self) -> None:
        """Let an empty line between paragraphs be a gap, not a line."""
        blank = QTextBlockFormat()
        blank.setLineHeight(_BLANK, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        place = 0
        for paragraph in shown(self._text).split("\n"):
            if not paragraph or paragraph.isspace():
                cursor = QTextCursor(self.document())
                cursor.setPosition(self._positions.to_qt(place))
                cursor.setBlockFormat(blank)
            place += len(paragraph) + 1

    def _enlarge_title(self) -> None:
        """Set the title at the head of the text as large as titles are."""
        if self._titled:
            letters = QTextCharFormat()
            letters.setFont(self._theme.reading(self._zoom * self._theme.scale * tokens.TITLE / tokens.READING, 600))
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._positions.to_qt(self._titled), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)

    def _heights(self, column: int) -> None:
        """Size what stands above and below for a column of this width."""
        self._before.resize(column, self._before.sizeHint().height())
        self._after.resize(column, self._after.sizeHint().height())
        self._head.resize(column, self._head.height_at(column) if self._headed else 0)
        self._head.move(0, self._before.height() + self._theme.px(tokens.GAP))

    def _fit(self) -> None:
        """Centre the column by the margins of the viewport; the text's width stays, so that nothing is laid out again."""
        width = self._column() + 2 * self._side()
        bar = self.verticalScrollBar().sizeHint().width()
        left = max(min((self.width() - width) // 2, self.width() - width - bar), 0)
        self.setViewportMargins(left, 0, max(self.width() - width - left - bar, 0), 0)
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)
            self.column_changed.emit(self._column())

    @Slot()
    def _place_around(self) -> None:
        scroll, left = self.verticalScrollBar().value(), self._side()
        top = self._theme.px(tokens.GAP)
        self._before.move(left, top - scroll)
        self._head.move(left, top + self._before.height() - scroll)
        end = self.document().documentLayout().documentSize().height()
        self._after.move(left, round(end) - self._after.height() - self._side() - scroll)

    def _keep_place(self) -> None:
        """Lay out anew and leave the first visible text where it was."""
        first = next(iter(self._rows(QRectF(self.viewport().rect()))), None)
        offset = None if first is None or not self.verticalScrollBar().value() else first.start
        self._lay_out()
        row = row_at(self.document(), offset) if offset is not None else None
        if row is not None:
            self.verticalScrollBar().setValue(int(row.top))

    def _forget(self) -> None:
        """Give up what was computed for the lines as they were."""
        self.viewport().update()

    def _put(self, caret: Caret) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_qt(caret.anchor))
        cursor.setPosition(self._positions.to_qt(caret.position), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred; lay out anew only when its width changed."""
        before = self.lineWrapColumnOrWidth()
        self._fit()
        super().resizeEvent(event)
        if self.lineWrapColumnOrWidth() != before:
            self._keep_place()
        self._place_around()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move title and neighbours with the text."""
        super().scrollContentsBy(dx, dy)
        self._place_around()

    def event(self, event: QEvent) -> bool:
        """Leave the margins beside the column dead to the mouse; the text's own events come by way of the viewport."""
        if event.type() in _MOUSE:
            return True
        return super().event(event)

    @Slot()
    def _theme_changed(self) -> None:
        # A slot that no class below replaces: the connection to a replaced one outlived the widget, and a theme switched later met it gone.
        self._restyle()

    def _restyle(self) -> None:
        palette = QPalette(self._theme.palette())
        # What is selected is painted under the text by ourselves, as high as the text and not as the line.
        palette.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(self._theme.colours.text))
        palette.setColor(QPalette.ColorRole.Window, QColor(self._theme.colours.base))
        self.setPalette(palette)
        # The viewport too: once the style sheet was set anew it keeps the palette it has, and stayed white under the light letters of dark.
        self.viewport().setPalette(palette)
        self.setAutoFillBackground(True)
        self._keep_place()

    @Slot()
    def _find_words(self) -> None:
        self.boundaries()

    @Slot()
    def _go_back(self) -> None:
        self.asked.emit("previous")

    @Slot()
    def _go_on(self) -> None:
        self.asked.emit("next")
