"""From offsets to pixels: which lines of a text document are visible, and the boxes of a stretch in one of them.

Positions here are Qt's (UTF-16 units); pixels are the document's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it is laid out. `end` leaves out white space at the line's end, which is not painted."""

    block: int
    number: int
    start: int
    end: int
    left: float
    top: float
    ascent: float
    descent: float
    line: QTextLine
    origin: int

    @property
    def bottom(self) -> float:
        """The lower edge of the text, in pixels of the document."""
        return self.top + self.ascent + self.descent

    def x(self, position: int) -> float:
        """Return where the caret stands before the character at a position, in pixels of the document."""
        at: object = self.line.cursorToX(position - self.origin)
        # PySide gives (x, position), other than its stubs say.
        x = at[0] if isinstance(at, tuple) else at
        return self.left + float(x) if isinstance(x, (int, float)) else self.left


def rows(document: QTextDocument, top: float, bottom: float) -> Iterator[Row]:
    """Yield the lines that reach into a band of the document, from the upper to the lower."""
    layout = document.documentLayout()
    found = layout.hitTest(QPointF(0.0, max(top, 0.0)), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(found, 0))
    while block.isValid():
        area = layout.blockBoundingRect(block)
        if area.top() > bottom:
            return
        yield from _of_block(block, area, top, bottom)
        block = block.next()


def row_at(document: QTextDocument, position: int) -> Row | None:
    """Return the line that holds a position; None in an empty or unknown paragraph."""
    block = document.findBlock(position)
    if not block.isValid():
        return None
    area = document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    return _row(block, area, line) if line.isValid() else None


def _of_block(block: QTextBlock, area: QRectF, top: float, bottom: float) -> Iterator[Row]:
    layout = block.layout()
    # Otherwise Qt forgets the shaped glyphs after each painting and shapes a long paragraph anew for each frame.
    layout.setCacheEnabled(True)
    count = layout.lineCount()
    for number in range(_first(block, area.top(), top), count):
        row = _row(block, area, layout.lineAt(number))
        if row.top > bottom:
            return
        yield row


def _first(block: QTextBlock, origin: float, top: float) -> int:
    """Return the number of the first line that ends below `top`; lines are in order, so halving finds it."""
    layout = block.layout()
    low, high = 0, layout.lineCount()
    while low < high:
        middle = (low + high) // 2
        line = layout.lineAt(middle)
        if origin + line.y() + line.height() < top:
            low = middle + 1
        else:
            high = middle
    return max(low - 1, 0)


def _row(block: QTextBlock, area: QRectF, line: QTextLine) -> Row:
    start, origin = line.textStart(), block.position()
    document, end = block.document(), origin + start + line.textLength()
    while end > origin + start and document.characterAt(end - 1).isspace():
        end -= 1
    top = area.top() + line.y()
    number = line.lineNumber()
    return Row(block.blockNumber(), number, origin + start, end, area.left(), top, line.ascent(), line.descent(), line, origin)


def boxes(row: Row, start: int, end: int) -> list[QRectF]:
    """Return the boxes of the characters from `start` to `end` in this line, from the left: several where writing turns."""
    first, last = max(start, row.start), min(end, row.end)
    if first >= last:
        return []
    runs = row.line.glyphRuns(first - row.origin, last - first)
    joined: list[tuple[float, float]] = []
    for left, right in sorted((run.boundingRect().left(), run.boundingRect().right()) for run in runs):
        if joined and left <= joined[-1][1] + 1.0:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    if len(joined) == 1 and not any(run.isRightToLeft() for run in runs):
        # The run's box ends at the ink of some fonts; where nothing turns, the places of the caret are the whole truth.
        edges = sorted((row.x(first) - row.left, row.x(last) - row.left))
        joined = [(min(joined[0][0], edges[0]), max(joined[0][1], edges[1]))]
    height = row.ascent + row.descent
    return [QRectF(row.left + left, row.top, right - left, height) for left, right in joined]
