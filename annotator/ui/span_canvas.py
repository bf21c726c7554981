"""The entry on screen with its marks painted under the text. It shows; `span_view` adds hand and keyboard."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QStyle, QWidget

from annotator.ui import tokens
from annotator.ui.entry_head import Head, Neighbour
from annotator.ui.marks import Mark, Tags
from annotator.ui.reading_column import ReadingColumn
from annotator.ui.span_layout import Lane, lanes, lanes_needed
from annotator.ui.span_lines import Row, boxes, row_at
from annotator.ui.span_paint import Picture, Piece, SpanPainter
from annotator.ui.theme import Theme

_ABOVE = 3
"""Pixels above a line into which its ring reaches."""


class SpanCanvas(ReadingColumn):
    """Shows an entry, its marks, caret and selection. Values go in by `show_*`; nothing is decided here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._painter = SpanPainter(theme)
        self._marks: tuple[Mark, ...] = ()
        self._places: list[tuple[int, int]] = []
        self._lanes: list[Lane] = []
        self._focused: Hashable | None = None
        self._hits: tuple[tuple[int, int], ...] = ()
        self._removed: tuple[Mark, ...] = ()
        self._tags = Tags.ALWAYS
        self._pulled: tuple[Hashable, int, int] | None = None
        self._pictures: dict[tuple[int, int], Picture] = {}
        super().__init__(theme, parent)
        self._fading = QVariantAnimation(self)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(tokens.REMOVED_MS)
        self._fading.valueChanged.connect(self._faded_a_bit)
        self._fading.finished.connect(self._faded)

    # What is shown

    def show_entry(
        self,
        text: str,
        marks: Iterable[Mark] = (),
        *,
        head: Head | None = None,
        before: Neighbour | None = None,
        after: Neighbour | None = None,
        nested: bool = False,
        titled: int = 0,
    ) -> None:
        """Show an entry from its beginning: the stored text, its marks, what stands around it.

        `nested` keeps room for two lanes; the first `titled` code points are the entry's title and look like one.
        """
        self._focused = self._pulled = None
        self._hits = self._removed = ()
        self._fading.stop()
        self._room = 2 if nested else 1
        self._take(marks, len(text))
        self.show_text(text, head=head, before=before, after=after, titled=titled)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks in place of those before; caret, selection and place stay. A mark that came back stops fading."""
        room, before = self._room, list(zip(self._marks, self._lanes, strict=True))
        self._take(marks, len(self._text))
        present = {mark.id for mark in self._marks}
        self._removed = tuple(mark for mark in self._removed if mark.id not in present)
        if self._room > room:
            self._keep_place()
            self._forget()
        else:
            self._forget_changed(before, list(zip(self._marks, self._lanes, strict=True)))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that are shown."""
        return self._marks

    def focus_mark(self, mark: Hashable | None) -> None:
        """Give the ring to the mark of this id, or to none, and bring it into view."""
        before, self._focused = self.focused_mark(), mark
        found = self.focused_mark()
        if found is not None:
            self.bring_into_view(found.start, found.end)
        if self._tags is Tags.FOCUSED:
            self._forget()
        self._paint_marks_anew([each for each in (before, found) if each is not None])

    def focused_mark(self) -> Mark | None:
        """Return the mark that has the ring."""
        return next((mark for mark in self._marks if mark.id == self._focused), None) if self._focused is not None else None

    def fade_out(self, marks: Iterable[Mark]) -> None:
        """Show marks that were just removed or rejected, for 600 ms (not at all where the system wants no motion)."""
        motion = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        self._paint_marks_anew(self._removed)
        self._removed = tuple(marks) if motion > 0 else ()
        self._fading.stop()
        if self._removed:
            self._fading.start()
        self._paint_marks_anew(self._removed)

    def show_hits(self, places: Iterable[tuple[int, int]]) -> None:
        """Show what a search found: (start, end) each."""
        self._hits = tuple(places)
        self.viewport().update()

    def set_tags(self, tags: Tags) -> None:
        """Choose which marks are named under the text."""
        self._tags = tags
        self._tag_room = tags is not Tags.NEVER
        self._keep_place()

    # Places

    def mark_at(self, point: QPointF) -> Mark | None:
        """Return the innermost mark whose tint is under a point of the viewport."""
        near = self.offset_at(point)
        under = [mark for mark in self._marks if mark.start <= near <= mark.end]
        for mark in sorted(under, key=lambda mark: mark.end - mark.start):
            if any(box.adjusted(-2, -2, 2, 6).contains(point) for box in self.boxes(mark.start, mark.end)):
                return mark
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, lines, rings, tags and caret of the lines that are to be painted anew, then the text over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        visible = self._to_paint(event.region())
        if not visible:  # only what stands above or below the text
            painter.end()
            super().paintEvent(event)
            return
        pictures = self._visible_pictures(visible)
        pieces = [piece for picture in pictures for piece in picture.pieces]
        for piece in pieces:
            self._painter.paint_tint(painter, piece)
        self._painter.paint_hits(painter, self._over(visible, self._hits))
        self._painter.paint_selection(painter, self._over(visible, [self.selection()]))
        for piece in pieces:
            self._painter.paint_line(painter, piece)
        for mark in self._removed:
            self._painter.paint_removed(painter, self._over(visible, [(mark.start, mark.end)]), float(self._fading.currentValue()))
        self._paint_ring(painter, visible, pieces)
        for picture in pictures:
            for tag in picture.tags:
                self._painter.paint_tag(painter, tag)
        self._paint_caret(painter, visible)
        painter.end()
        super().paintEvent(event)

    def _to_paint(self, region: QRegion) -> list[Row]:
        """Return the lines of which something is to be painted, tags included: mostly a few, which are not side by side."""
        scroll, below = self.verticalScrollBar().value(), self._pitch()
        # A region yields its rectangles, other than the stubs of PySide say.
        bands = [(part.top() + scroll - below, part.bottom() + scroll + _ABOVE) for part in cast("Iterable[QRect]", region)]
        found = self._rows(QRectF(region.boundingRect()))
        return [row for row in found if any(row.bottom >= top and row.top <= bottom for top, bottom in bands)]

    def _paint_ring(self, painter: QPainter, visible: Sequence[Row], pieces: Sequence[Piece]) -> None:
        if self._pulled is not None:
            self._painter.paint_ring(painter, self._over(visible, [self._pulled[1:]]), 0)
            return
        for piece in pieces:
            if piece.mark.id == self._focused:
                self._painter.paint_ring(painter, piece.boxes, piece.lane.lane)

    def _paint_caret(self, painter: QPainter, visible: Sequence[Row]) -> None:
        caret = self.caret()
        focused = self.focused_mark()
        # Inside the mark that has the focus the ring says what is in hand; a second sign would say two things.
        if not caret.empty or not self._text or (focused is not None and focused.start <= caret.position <= focused.end):
            return
        word = None if caret.by_character else self._word_at(caret.position)
        place = self._positions.to_qt(word[0] if word else caret.position)
        row = next((row for row in visible if row.start <= place <= row.end), None)
        if row is None:
            return
        width = max(2.0, round(2 * self._theme.scale))
        left = round(row.x(place)) - (0 if self._turned(caret.position) else width)
        bar = QRectF(left, row.top, width, row.ascent + row.descent)
        self._painter.paint_caret(painter, bar, self._over(visible, [word] if word else []), active=self.hasFocus())

    def _over(self, visible: Sequence[Row], places: Iterable[tuple[int, int]]) -> Iterator[QRectF]:
        for start, end in places:
            first, last = self._qt(start, end)
            for row in visible:
                if first < row.end and last > row.start:
                    yield from boxes(row, first, last)

    def _visible_pictures(self, visible: Sequence[Row]) -> list[Picture]:
        missing = [row for row in visible if (row.block, row.number) not in self._pictures]
        if missing:
            first, last = self._positions.from_qt(missing[0].start), self._positions.from_qt(missing[-1].end)
            near = [(mark, lane) for mark, lane in zip(self._marks, self._lanes, strict=True) if mark.start <= last and mark.end > first]
            for row in missing:
                self._pictures[row.block, row.number] = self._picture(row, near)
        return [self._pictures[row.block, row.number] for row in visible]

    def _picture(self, row: Row, near: Sequence[tuple[Mark, Lane]]) -> Picture:
        found: list[tuple[Mark, Lane, int, int]] = []
        for mark, lane in near:
            start, end = self._qt(mark.start, mark.end)
            if start < row.end and end > row.start:
                found.append((mark, lane, start, end))
        pieces = []
        for mark, lane, start, end in found:
            depth = max(other.lane for _, other, left, right in found if left < end and start < right)
            where = tuple(boxes(row, start, end))
            if where:
                pieces.append(Piece(mark, lane, where, start >= row.start, end <= row.end, depth))
        named = [piece for piece in pieces if self._tags is Tags.ALWAYS or (self._tags is Tags.FOCUSED and piece.mark.id == self._focused)]
        column = self.lineWrapColumnOrWidth() - 2 * self._side()
        tags = self._painter.tags(named, row.left - 2, row.left + column + 2)
        return Picture(tuple(pieces), tags)

    def _take(self, marks: Iterable[Mark], length: int) -> None:
        inside = [mark for mark in marks if 0 <= mark.start < mark.end <= length]
        self._marks = tuple(sorted(inside, key=lambda mark: (mark.start, -mark.end)))
        places = [(mark.start, mark.end) for mark in self._marks]
        if places != self._places:
            # Most decisions change what a span is, not where: its lane stays.
            self._places, self._lanes = places, lanes(places)
        self._room = max(self._room, lanes_needed(self._lanes))

    def _forget(self) -> None:
        self._pictures.clear()
        super()._forget()

    def _forget_changed(self, before: Sequence[tuple[Mark, Lane]], after: Sequence[tuple[Mark, Lane]]) -> None:
        """Give up the lines on which marks differ; both come in the same order, so that what is equal at both ends is left alone."""
        first, least = 0, min(len(before), len(after))
        while first < least and before[first] == after[first]:
            first += 1
        last = 0
        while last < least - first and before[-1 - last] == after[-1 - last]:
            last += 1
        changed = [mark for mark, _ in (*before[first : len(before) - last], *after[first : len(after) - last])]
        if not changed:
            return
        start, end = min(mark.start for mark in changed), max(mark.end for mark in changed)
        rows = [row_at(self.document(), self._positions.to_qt(place)) for place in (start, end)]
        top, bottom = ((row.block, row.number) if row else None for row in rows)
        if top is None or bottom is None:
            self._forget()
            return
        for place in [place for place in self._pictures if top <= place <= bottom]:
            del self._pictures[place]
        self._paint_anew(start, end)

    def _paint_marks_anew(self, marks: Iterable[Mark]) -> None:
        for mark in marks:
            self._paint_anew(mark.start, mark.end)

    def _restyle(self) -> None:
        self._painter = SpanPainter(self._theme)
        super()._restyle()

    @Slot()
    def _faded_a_bit(self) -> None:
        self._paint_marks_anew(self._removed)

    @Slot()
    def _faded(self) -> None:
        self._paint_marks_anew(self._removed)
        self._removed = ()
