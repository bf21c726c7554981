"""Find entries: by words, by state, by flag; and say where days begin among them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from enum import StrEnum

from annotator.core.ids import Id
from annotator.core.model import State
from annotator.project.desk import Desk
from annotator.store import entries as entry_store
from annotator.store import finding as store


class Scope(StrEnum):
    """Which entries are listed."""

    ALL = "all"
    OPEN = "open"
    FLAGGED = "flagged"


class Finding:
    """Asks the project which entries a list should hold. Answers are rows in corpus order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rows(self, *, words: str = "", scope: Scope = Scope.ALL) -> array[int]:
        """Return the rows of the entries of a scope that hold all the words; the last word may be a beginning."""
        conn, layer = self._desk.conn, self._desk.layer_row
        found = store.rows_with_words(conn, words.split()) if words.strip() else entry_store.ordered_rows(conn)
        if scope is Scope.OPEN:
            closed = entry_store.rows_in_state(conn, layer, State.DONE) | entry_store.rows_in_state(conn, layer, State.SKIPPED)
            return array("q", (row for row in found if row not in closed))
        if scope is Scope.FLAGGED:
            flagged = store.flagged_rows(conn, layer, "flag")
            return array("q", (row for row in found if row in flagged))
        return found

    def flagged(self) -> int:
        """Return how many entries carry a flag of the own layer."""
        return len(store.flagged_rows(self._desk.conn, self._desk.layer_row, "flag"))

    def days(self, rows: Sequence[int]) -> list[tuple[int, str]]:
        """Return where a new day begins among some rows: (place in `rows`, ISO date), undated entries belonging to the day above."""
        dates = dict(store.published(self._desk.conn))
        found: list[tuple[int, str]] = []
        for place, row in enumerate(rows):
            day = dates.get(row, "")[:10]
            if len(day) == 10 and (not found or found[-1][1] != day):
                found.append((place, day))
        return found

    def people(self) -> int:
        """Return how many people have decided in the project."""
        return store.people(self._desk.conn)

    def row_of(self, entry: Id) -> int | None:
        """Return the row of an entry by its id; None where it is not listed."""
        return store.row_of(self._desk.conn, entry)
