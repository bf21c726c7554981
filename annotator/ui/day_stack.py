"""Where the rows of a long list stand when headings of another height are between them: arithmetic, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


class DayStack:
    """Rows of one height with headings before some of them, in pixels from the top of the list. Every answer takes O(log headings)."""

    def __init__(self, count: int, headed: Sequence[int], row_height: int, heading_height: int) -> None:
        """`headed` are the rows, in order, before which a heading stands."""
        self.count = count
        self._headed = list(headed)
        self._row = row_height
        self._heading = heading_height
        self._tops = [row * row_height + number * heading_height for number, row in enumerate(self._headed)]

    @property
    def height(self) -> int:
        """The height of the whole."""
        return self.count * self._row + len(self._headed) * self._heading

    def top(self, row: int) -> int:
        """Return where a row begins, below its heading."""
        return row * self._row + bisect_right(self._headed, row) * self._heading

    def heading_top(self, row: int) -> int | None:
        """Return where the heading before a row begins; None without one."""
        number = bisect_right(self._headed, row) - 1
        return self._tops[number] if number >= 0 and self._headed[number] == row else None

    def end(self, y: int) -> int:
        """Return the row after the last one that begins, with its heading, at or above a height."""
        row = self.row_below(min(y, self.height - 1))
        return 0 if row is None else row + 1

    def row_at(self, y: int) -> int | None:
        """Return the row at a height; None in a heading and outside."""
        row = self.row_below(y)
        return row if row is not None and y >= self.top(row) else None

    def row_below(self, y: int) -> int | None:
        """Return the row at a height, or the one whose heading is there; None outside."""
        if not 0 <= y < self.height:
            return None
        number = bisect_right(self._tops, y) - 1
        if number < 0:
            return y // self._row
        below = y - self._tops[number] - self._heading
        return self._headed[number] + max(below, 0) // self._row
