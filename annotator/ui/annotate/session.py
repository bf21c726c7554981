"""One sitting at a project: which entries are listed, which one is shown, which mark has the focus. It decides through the door."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import AnnotatorError, InputError
from annotator.core.ids import Id
from annotator.core.model import Comment, Entry, Scheme, Span, State, Suggestion
from annotator.core.query import Query
from annotator.core.text import Boundaries
from annotator.project.desk import NOTHING, Changed
from annotator.project.door import Project
from annotator.project.entries import Progress
from annotator.project.finding import Finding
from annotator.project.listing import Listing, Order, listed
from annotator.project.spans import Marks
from annotator.ui.annotate.order import Anything, in_reading_order, in_visiting_order, next_pending
from annotator.ui.folding import Folding
from annotator.ui.sentences import translated

_FEW = 64


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds of the whole project between two changes."""

    progress: Progress
    flagged: int
    undo: str | None
    redo: str | None


class Session(QObject):
    """What is in hand. Signals tell the screen what to show anew; every one is emitted after the state holds."""

    rows_changed = Signal()
    """Which entries are listed."""
    relist_asked = Signal()
    """Entries came or went while only some are listed, or in an order of work: the list is to be made anew."""
    entry_changed = Signal()
    """Another entry is shown, or none."""
    marks_changed = Signal()
    """Spans, suggestions or the state of the entry that is shown."""
    focus_changed = Signal()
    """Which mark has the focus."""
    touched = Signal(object)
    """Rows of entries (a frozenset) that look different in the list; None for all."""
    scheme_changed = Signal()
    """Labels, or the rule."""
    saving = Signal()
    saved = Signal()
    failed = Signal(object)
    """A decision is not on disk: the error. `retry` tries it again."""
    refused = Signal(str)
    """A decision that the project's rules do not allow, in one sentence; nothing was changed."""
    noticed = Signal(str)
    """Something worth a sentence came of a decision."""
    went_back = Signal(str)
    """A step was undone: its name."""
    went_forward = Signal(str)
    """A step was redone: its name."""
    vanished = Signal(object)
    """A span or suggestion that was just removed or rejected."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.finding = Finding(project.desk)
        self.listing = Listing(array("q"))
        self.narrowed = False
        """Whether words, filters or an order of work say what is listed."""
        self.least_certain_first = False
        """Whether suggestions are visited by their scores, and not as they are read."""
        self.entry: Entry | None = None
        self.state = State.FRESH
        self.marks = Marks((), ())
        self.comments: list[Comment] = []
        self.flagged = False
        self.unsure: set[Id] = set()
        self.focused: Id | None = None
        self.suggesting = False
        self._boundaries: Boundaries | None = None
        self._facts: Facts | None = None
        self._again: Callable[[], Changed] | None = None
        self._then: Callable[[], Id | None] | None = None
        self._leaving = False
        self._order: tuple[Marks, list[Anything]] | None = None
        self.undoing: Callable[[], Changed] = project.history.undo
        """Takes the last step back; the screen puts one in its place that goes over large steps in another thread."""
        self.redoing: Callable[[], Changed] = project.history.redo
        self._folding = Folding(project.path, self)
        self.saved.connect(self._folding.saved)
        project.subscribe(self._on_change)

    # What is shown

    @property
    def rows(self) -> array[int]:
        """The rows of the entries that are listed, in list order."""
        return self.listing.rows

    @property
    def row(self) -> int | None:
        """The row of the entry that is shown."""
        return None if self.entry is None else self.entry.row

    @property
    def facts(self) -> Facts:
        """Counts of the project and what could be undone, asked once after each change."""
        if self._facts is None:
            history = self.project.history
            self._facts = Facts(self.project.entries.progress(), self.finding.flagged(), history.undo_name, history.redo_name)
        return self._facts

    @property
    def scheme(self) -> Scheme:
        """Labels and rule."""
        return self.project.scheme.value

    @property
    def read_only(self) -> bool:
        """Whether one can only look."""
        return self.project.read_only

    @property
    def boundaries(self) -> Boundaries:
        """Words and graphemes of the entry's text."""
        if self._boundaries is None:
            self._boundaries = Boundaries(self.entry.text if self.entry else "")
        return self._boundaries

    @property
    def order(self) -> list[Anything]:
        """Spans and suggestions of the entry in the order in which they are visited, sorted once for each reading of them."""
        if self._order is None or self._order[0] is not self.marks:
            sort = in_visiting_order if self.least_certain_first else in_reading_order
            self._order = self.marks, sort(self.marks)
        return self._order[1]

    def visit(self, *, least_certain_first: bool) -> None:
        """Visit suggestions by their scores, or as they are read."""
        self.least_certain_first = least_certain_first
        self._order = None

    def next_pending(self, after: tuple[int, int] | None = None) -> Id | None:
        """Return the suggestion to be visited next: the least certain one, or the first after a place in reading order."""
        found = next_pending(self.marks, after or (-1, 0), least_certain_first=self.least_certain_first)
        return found.id if found else None

    def focused_thing(self) -> Anything | None:
        """Return the span or suggestion that has the focus."""
        return next((each for each in self.order if each.id == self.focused), None)

    def focused_span(self) -> Span | None:
        """Return the focused span of the own layer."""
        found = self.focused_thing()
        return found if isinstance(found, Span) else None

    def focused_suggestion(self) -> Suggestion | None:
        """Return the focused suggestion."""
        found = self.focused_thing()
        return found if isinstance(found, Suggestion) else None

    def place_of(self, row: int | None) -> int | None:
        """Return where an entry stands in the list."""
        return self.listing.place_of(row)

    def is_open(self, row: int) -> bool:
        """Return whether an entry is neither done nor skipped."""
        return self.project.entries.state(row) not in (State.DONE, State.SKIPPED)

    # Which entries are listed

    def list_rows(self) -> None:
        """List all entries in reading order; the entry that is shown stays."""
        self.narrowed = False
        self.take(self.finding.look(Query()))

    def take(self, listing: Listing) -> None:
        """List these entries."""
        self.listing = listing
        self.rows_changed.emit()

    def list_again(self) -> None:
        """List what is there now: what was found before, without what has gone, until it is looked for anew."""
        self.finding.forget()
        if not self.narrowed:
            self.list_rows()
            return
        self.take(listed(self.finding.corpus, set(self.rows), Order("", self.rows)))
        self.relist_asked.emit()

    def show(self, row: int | None) -> None:
        """Show an entry; the first suggestion that waits gets the focus."""
        self.entry = None if row is None else self.project.entries.entry(row)
        self._boundaries = None
        self._read()
        self.focused = self.next_pending()
        self.entry_changed.emit()

    def show_first(self) -> None:
        """Show the first unfinished entry of the list, or its first; where none is listed, of all; or none."""
        rows = self.rows or self.finding.corpus.rows
        place = self.project.entries.next_unfinished(rows, -1)
        self.show(rows[place or 0] if rows else None)

    def step(self, by: int) -> bool:
        """Show the next or previous entry of the list; tell whether there is one."""
        place = self._near(by)
        if place is None:
            return False
        self.show(self.rows[place])
        return True

    def next_unfinished(self) -> bool:
        """Show the next entry that is neither done nor skipped; tell whether there is one besides this."""
        place = self.place_of(self.row)
        found = self.project.entries.next_unfinished(self.rows, len(self.rows) if place is None else place)
        if found is None or self.rows[found] == self.row:
            self._reread()
            return False
        self.show(self.rows[found])
        return True

    def _near(self, by: int) -> int | None:
        if not self.rows:
            return None
        place = self.place_of(self.row)
        wanted = 0 if place is None else place + by
        return wanted if 0 <= wanted < len(self.rows) else None

    def neighbour(self, by: int) -> Entry | None:
        """Return the entry before or after the one that is shown, in the list."""
        if self.place_of(self.row) is None:
            return None
        place = self._near(by)
        return None if place is None else self.project.entries.entry(self.rows[place])

    # Focus

    def focus(self, thing: Id | None) -> None:
        """Give the focus to a span or suggestion of the entry, or to none."""
        known = {each.id for each in self.order}
        thing = thing if thing in known else None
        if thing != self.focused:
            self.focused = thing
            self.focus_changed.emit()

    def at_place(self, start: int, end: int, label: Id) -> Id | None:
        """Return the span that stands at a place."""
        return next((each.id for each in self.marks.spans if each.place == (start, end, label)), None)

    # Deciding

    def decide(self, call: Callable[[], Changed], *, then: Callable[[], Id | None] | None = None, leaving: bool = False) -> bool:
        """Make a decision and tell whether it is on disk. What could not be written is kept, so that it can be tried again.

        `then` tells which mark has the focus afterwards: it is asked when the marks are read and before they are shown, so that they are
        shown once. `leaving` says that another entry is shown next, so that this one need not be shown anew.
        """
        self._then, self._leaving = then, leaving
        decided = self._decide(call)
        self._then, self._leaving = None, False
        return decided

    def _decide(self, call: Callable[[], Changed]) -> bool:
        if self.read_only:
            self.refused.emit(self.tr("This window can look only, so nothing was decided."))
            return False
        self.saving.emit()
        try:
            changed = call()
        except InputError as error:
            if self._again is None:
                self.saved.emit()
            self.refused.emit(translated(error.sentence))
            return False
        except AnnotatorError as error:
            self._again = call
            self.failed.emit(error)
            return False
        self._again = None
        self.saved.emit()
        if changed.message:
            self.noticed.emit(translated(changed.message))
        return True

    def close(self) -> None:
        """Close the project."""
        self._folding.close()
        self.project.close()

    def retry(self) -> bool:
        """Try again what could not be written; tell whether it is on disk now."""
        return self._again is not None and self.decide(self._again)

    def undo(self) -> None:
        """Take back the last step, and show an entry that it was on."""
        name = self.facts.undo
        if self._cancel(self.undoing):
            self.went_back.emit(name or "")

    def redo(self) -> None:
        """Bring the last undone step back, and show an entry that it was on."""
        name = self.facts.redo
        if self._cancel(self.redoing):
            self.went_forward.emit(name or "")

    def _cancel(self, call: Callable[[], Changed]) -> bool:
        changed, came = NOTHING, partial(self._what_came, self.order)

        def remembered() -> Changed:
            nonlocal changed
            changed = call()
            return changed

        if not self.decide(remembered, then=came) or not changed:
            return False
        rows = changed.entries
        if rows and self.row not in rows and len(rows) <= _FEW:
            here = sorted(row for row in rows if self.place_of(row) is not None)
            if here:
                self.show(here[0])
        return True

    def _what_came(self, before: Sequence[Anything]) -> Id | None:
        """Return which mark has the focus after a step was cancelled: one that came with it, or the one that had it."""
        old = {(each.id, each.place) for each in before}
        new = next((each for each in self.order if (each.id, each.place) not in old), self.focused_thing())
        return None if new is None else new.id

    # What happened

    def _on_change(self, changed: Changed) -> None:
        self._facts = None
        if changed.everything:
            self.scheme_changed.emit()
            self.list_again()
            self._still_there()
            return
        if self.finding.follow(changed.entries):
            self.list_again()  # under other days now, and perhaps outside of the days that are asked for
        if not self._leaving and (self.row in changed.entries or changed.suggestions or self._says_more()):
            self._reread()
        self.touched.emit(None if changed.suggestions else changed.entries)

    def _says_more(self) -> bool:
        """Tell whether a decision elsewhere, in a dialog, made memory surer or less sure of what is proposed here."""
        return self.entry is not None and self.project.spans.marks(self.entry.row) != self.marks

    def reload(self) -> None:
        """Read everything again, for another connection has written: labels, list, entry."""
        self.project.desk.forget()
        self.project.desk.tell(Changed(everything=True))

    def refresh(self) -> None:
        """Read again what another process may have written: suggestions."""
        self._facts = None
        self._reread()
        self.touched.emit(None)

    def _still_there(self) -> None:
        if self.entry is not None and self.finding.is_there(self.entry.row):
            self._reread()
        else:
            self.show_first()

    def _reread(self) -> None:
        if self.entry is None:
            return
        self.entry = self.project.entries.entry(self.entry.row)
        self._read()
        if self._then is not None:
            self.focused = self._then()
        elif self.focused is not None and self.focused_thing() is None:
            self.focused = None
        self.marks_changed.emit()

    def _read(self) -> None:
        if self.entry is None:
            self.marks, self.comments, self.flagged, self.unsure, self.state = Marks((), ()), [], False, set(), State.FRESH
            return
        entries = self.project.entries
        self.marks = self.project.spans.marks(self.entry.row)
        self.comments = entries.comments(self.entry.row)
        self.flagged = b"" in entries.flagged(self.entry.row)
        self.unsure = entries.flagged(self.entry.row, "unsure")
        self.state = entries.state(self.entry.row)
