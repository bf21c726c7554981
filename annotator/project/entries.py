"""Look at entries and decide on them as a whole: done, skipped, flagged, remarked on, corrected, hidden."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Payload, Step
from annotator.core.errors import InputError
from annotator.core.ids import Id, written
from annotator.core.model import Comment, Entry, State
from annotator.project.desk import NOTHING, Changed, Desk
from annotator.project.reports import Touched
from annotator.project.spans import Spans
from annotator.store import assignments, counters, schemes
from annotator.store import entries as store
from annotator.store.entries import Heading

_NEAR = 1_024
"""So many entries at a time are asked for their state; farther off all that are done are read."""
CORRECTABLE = ("title", "published", "author")


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the entry list: its heading and how many suggestions wait."""

    heading: Heading
    pending: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the own layer is: entries in all and by state, spans by label id."""

    total: int
    done: int = 0
    skipped: int = 0
    begun: int = 0
    flagged: int = 0
    labels: Mapping[Id, int] = field(default_factory=dict)


class Entries:
    """The entries of the project, as the one who decides sees them."""

    def __init__(self, desk: Desk, spans: Spans) -> None:
        self._desk = desk
        self._spans = spans
        self._closed: tuple[int, set[int]] | None = None
        desk.listeners.append(self._follow)

    def rows(self) -> array[int]:
        """Return the rows of all entries in corpus order."""
        return store.ordered_rows(self._desk.conn)

    def entry(self, row: int) -> Entry:
        """Return an entry, corrections included. Raises KeyError where there is no such row."""
        return store.read_entry(self._desk.conn, row)

    def listed(self, rows: Sequence[int]) -> list[Listed]:
        """Return what the list shows of some entries, in the order asked for."""
        waiting = self._spans.pending_counts(list(rows))
        headings = store.headings(self._desk.conn, rows, self._desk.layer_row)
        return [Listed(each, waiting.get(each.row, 0)) for each in headings]

    def state(self, row: int) -> State:
        """Return how far the own layer is with an entry."""
        return store.state(self._desk.conn, row, self._desk.layer_row)

    def practice(self) -> list[int]:
        """Return the entries that who decides is to practise on, in corpus order."""
        return list(assignments.practice_of(self._desk.conn, self._desk.assignee))

    def is_practice(self, row: int) -> bool:
        """Return whether who decides is to practise on an entry."""
        return assignments.is_practice(self._desk.conn, row, self._desk.assignee)

    def next_unfinished(self, rows: Sequence[int], after: int) -> int | None:
        """Return the position in `rows` of the next entry neither done nor skipped, looking on from `after` and then from the top."""
        found = self._open_between(rows, after + 1, len(rows))
        return found if found is not None else self._open_between(rows, 0, min(after + 1, len(rows)))

    def progress(self) -> Progress:
        """Return the counts of the own layer."""
        desk = self._desk
        states = counters.read(desk.conn, desk.layer_row, "state")
        flags = counters.read(desk.conn, desk.layer_row, "flag")
        names = schemes.label_rows(desk.conn)
        labels = {names[int(row)]: n for row, n in counters.read(desk.conn, desk.layer_row, "label").items()}
        return Progress(desk.total, states.get("done", 0), states.get("skipped", 0), states.get("begun", 0), flags.get("", 0), labels)

    def comments(self, row: int) -> list[Comment]:
        """Return the remarks on an entry, oldest first."""
        return store.comments(self._desk.conn, row)

    def names(self) -> dict[Id, str]:
        """Return the names of the people of the project by their ids; people found to be one have the one name."""
        conn = self._desk.conn
        known = {each.id: each.name for each in schemes.read_people(conn)}
        return known | {person: known[into] for person, into in schemes.joined_people(conn).items() if into in known}

    def flagged(self, row: int, name: str = "flag") -> set[Id]:
        """Return what carries a flag (`flag` or `unsure`) in an entry: spans by id, b"" for the entry itself."""
        return store.flagged(self._desk.conn, row, self._desk.layer_row, name)

    def done(self, row: int) -> Changed:
        """Set an entry done; what is pending stays unanswered."""
        return self._set_state(row, Kind.DONE, State.DONE, "Entry done")

    def reopen(self, row: int) -> Changed:
        """Take an entry up again."""
        return self._set_state(row, Kind.REOPEN, State.BEGUN, "Reopen the entry")

    def skip(self, row: int) -> Changed:
        """Leave an entry out."""
        return self._set_state(row, Kind.SKIP, State.SKIPPED, "Skip the entry")

    def flag(self, row: int, on: bool, *, unsure: bool = False, about: Id | None = None) -> Changed:
        """Put up or take down a flag on an entry or one of its spans."""
        kind = Kind.UNSURE if unsure else Kind.FLAG
        if ((b"" if about is None else about) in self.flagged(row, kind.value)) == on:
            return NOTHING
        after: Payload = {"v": PAYLOAD_VERSION, "on": on, "about": None if about is None else written(about)}
        return self._decide(row, f"{'Put up' if on else 'Take down'} {'“unsure”' if unsure else 'the flag'}", kind, None, after)

    def comment(self, row: int, text: str, *, about: Id | None = None, comment: Id | None = None) -> Changed:
        """Write a remark, or change one (an empty text removes it)."""
        if not text.strip() and comment is None:
            raise InputError("The remark is empty; nothing was written.")
        after: Payload = {
            "v": PAYLOAD_VERSION,
            "comment": written(comment or self._desk.ids.new()),
            "text": text if text.strip() else None,
            "about": None if about is None else written(about),
        }
        return self._decide(row, "Comment" if text.strip() else "Remove a comment", Kind.COMMENT, None, after)

    def correct(self, row: int, name: str, value: str) -> Changed:
        """Correct the title, date (ISO 8601) or author of an entry; its identity stays."""
        if name not in CORRECTABLE:
            raise InputError(f"{name} cannot be corrected; title, published and author can.")
        old = getattr(self.entry(row), name)
        if old == value:
            return NOTHING
        after: Payload = {"v": PAYLOAD_VERSION, "object": "entry", "field": name, "value": value}
        return self._decide(row, f"Correct the {'date' if name == 'published' else name}", Kind.METADATA, {"value": old}, after)

    def hide(self, row: int, hidden: bool = True) -> Changed:
        """Put an entry out of sight, or bring it back."""
        entry = written(self.entry(row).id)
        after: Payload = {"v": PAYLOAD_VERSION, "object": "entry", "id": entry, "hidden": hidden}
        return self._decide(row, "Hide the entry" if hidden else "Show the entry again", Kind.HIDE, None, after)

    def row_of(self, identity: str) -> int:
        """Return the row of the entry whose id (hexadecimal) begins so. Raises InputError where none or more than one does."""
        found = store.rows_with_id(self._desk.conn, identity.strip().lower())
        if len(found) != 1:
            raise InputError(f"{'No entry' if not found else 'More than one entry'} has an id that begins with “{identity}”.")
        return found[0]

    def touched(self, row: int) -> Touched:
        """Return what hiding an entry would touch, to be said before."""
        return Touched(1, *store.decided_on(self._desk.conn, row))

    def _open_between(self, rows: Sequence[int], first: int, end: int) -> int | None:
        """Look in parts that double: mostly the next entry is open, and no key is to read the states of 100,000.

        Where it is not, what is done and skipped is read once, and kept up with each decision.
        """
        desk, size = self._desk, 16
        while first < end and size <= _NEAR:
            part = rows[first : min(first + size, end)]
            closed = store.closed_among(desk.conn, part, desk.layer_row)
            found = next((place for place, row in enumerate(part) if row not in closed), None)
            if found is not None:
                return first + found
            first, size = first + size, size * 2
        if first >= end:
            return None
        open_ = next(filterfalse(self._all_closed().__contains__, rows[first:end]), None)
        return None if open_ is None else rows.index(open_, first)

    def _all_closed(self) -> set[int]:
        desk = self._desk
        if self._closed is None or self._closed[0] != desk.proposed:
            found = (store.rows_in_state(desk.conn, desk.layer_row, state) for state in (State.DONE, State.SKIPPED))
            self._closed = desk.proposed, set().union(*found)
        return self._closed[1]

    def _follow(self, changed: Changed) -> None:
        """Keep up with which entries are done or skipped, once that was read."""
        if self._closed is not None and changed.entries:
            self._closed[1].difference_update(changed.entries)
            self._closed[1].update(store.closed_among(self._desk.conn, changed.entries, self._desk.layer_row))

    def _set_state(self, row: int, kind: Kind, state: State, name: str) -> Changed:
        old = self.state(row)
        if old is state:
            return NOTHING
        return self._decide(row, name, kind, {"state": old.value}, {"state": state.value})

    def _decide(self, row: int, name: str, kind: Kind, before: Payload | None, after: Payload) -> Changed:
        draft = Draft(kind, self._desk.layer, self.entry(row).id, before, after)
        return self._desk.commit(Step(name, (draft,)))
