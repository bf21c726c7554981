"""What the keys of the annotate screen do to the entry: accept, reject, label, pull an edge, go on."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.core.ids import Id
from annotator.core.model import Overlap, Span, State
from annotator.core.text import trimmed
from annotator.project.desk import Changed
from annotator.project.reports import Touched
from annotator.ui.annotate import telling
from annotator.ui.annotate.order import Pull, neighbour, next_doubtful, next_likely, pulled
from annotator.ui.annotate.session import Session
from annotator.ui.caret import Caret
from annotator.ui.numerals import numeral
from annotator.ui.span_view import SpanView

_BREAK = re.compile("[\n\r\u2028\u2029]")


class Deciding(QObject):
    """Turns commands into decisions of the session. What is selected and where the caret is, the view knows."""

    noticed = Signal(str)
    """A sentence for the person: why nothing happened, or what came of it."""
    selected = Signal()
    """Something was selected without the person's hand."""
    answered = Signal(int)
    """So many spans were decided on."""
    practised = Signal(int)
    """An entry (its row) to practise on was set done."""

    def __init__(self, session: Session, view: SpanView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view

    @property
    def session(self) -> Session:
        """The sitting that is decided in."""
        return self._session

    # Suggestions

    def accept(self) -> None:
        """Accept the focused suggestion and focus the next; with nothing pending: entry done, next entry."""
        session = self._session
        row, found = session.row, session.focused_suggestion()
        if row is None:
            return
        if session.read_only:
            self._go_on()
        elif found is not None:
            call = partial(session.project.spans.accept, row, found.id)
            if session.decide(call, then=partial(self._next_after, found.start, found.end)):
                self.answered.emit(1)
        elif session.marks.pending:
            here = session.focused_thing()
            place = (here.start, here.end) if here else (self._view.caret().position,) * 2
            self._focus_next(*place)
        else:
            self.done()

    def done(self) -> None:
        """Set the entry done and show the next unfinished one."""
        session = self._session
        if session.row is None:
            return
        if session.state is State.DONE:
            self._go_on()
        elif session.decide(partial(session.project.entries.done, session.row), leaving=True):
            self._finished(session.row)

    def accept_all(self) -> None:
        """Accept all that is pending, entry done, in one step; show the next unfinished entry."""
        session = self._session
        count = len(session.marks.pending)
        if session.row is None:
            return
        if session.decide(partial(session.project.spans.accept_all, session.row, done=True), leaving=True):
            self.answered.emit(count)
            self._finished(session.row)

    def _finished(self, row: int) -> None:
        if self._session.project.entries.is_practice(row):
            self.practised.emit(row)
        self._go_on()

    def reject(self) -> None:
        """Reject the focused suggestion, or remove the focused span."""
        session = self._session
        row, found = session.row, session.focused_thing()
        if row is None or found is None:
            return
        spans = session.project.spans
        call = partial(spans.remove if isinstance(found, Span) else spans.reject, row, found.id)
        if session.decide(call, then=partial(self._here_or_next, found.start, found.end)):
            self.answered.emit(1)
            session.vanished.emit(found)

    def skip(self) -> None:
        """Leave the entry out and show the next unfinished one."""
        session = self._session
        if session.row is not None and session.decide(partial(session.project.entries.skip, session.row), leaving=True):
            self._go_on()

    def reopen(self) -> None:
        """Take the entry up again."""
        session = self._session
        if session.row is None:
            return
        if session.state in (State.DONE, State.SKIPPED):
            session.decide(partial(session.project.entries.reopen, session.row))
        else:
            self.noticed.emit(self.tr("This entry is open already."))

    def hide(self) -> None:
        """Put the entry out of sight, say what that touched, and show the next one."""
        session = self._session
        if session.row is None:
            return
        row, entries, place = session.row, session.project.entries, session.place_of(session.row)
        touched = entries.touched(row)
        after = session.rows[place + 1] if place is not None and place + 1 < len(session.rows) else None
        if session.decide(partial(entries.hide, row)):
            if session.place_of(after) is not None:
                session.show(after)
            self.noticed.emit(self._hidden(touched))

    def _hidden(self, touched: Touched) -> str:
        if not touched.decisions:
            return self.tr("Hidden. Nothing was decided on it; undo brings it back.")
        many = self.tr("one decision") if touched.decisions == 1 else self.tr("{n} decisions").format(n=numeral(touched.decisions))
        words = self.tr("Hidden with {decisions} of {people}, none deleted; undo brings it back.")
        return words.format(decisions=many, people=", ".join(touched.people))

    def flag(self) -> None:
        """Put up the entry's flag, or take it down."""
        session = self._session
        if session.row is not None:
            session.decide(partial(session.project.entries.flag, session.row, not session.flagged))

    def unsure(self) -> None:
        """Say that one is unsure of the focused span, or else of the entry; or that one is not any more."""
        session, found = self._session, self._session.focused_thing()
        if session.row is None:
            return
        about = found.id if isinstance(found, Span) else None
        on = (about or b"") not in session.unsure
        if session.decide(partial(session.project.entries.flag, session.row, on, unsure=True, about=about)):
            what = self.tr("the span") if about else self.tr("the entry")
            words = self.tr("Marked as unsure: {what}. Filter by it to come back.") if on else self.tr("Not unsure any more: {what}.")
            self.noticed.emit(words.format(what=what))

    # Labels and edges

    def label(self, label: Id) -> None:
        """Label the selection; else relabel the focused mark; else label the word at the caret."""
        session = self._session
        if session.row is None or session.entry is None:
            return
        start, end = self._view.selection()
        found = session.focused_thing()
        spans = session.project.spans
        if start == end and isinstance(found, Span):
            self._decide_at(partial(spans.relabel, session.row, found.id, label), found.start, found.end, label)
            return
        if start == end and found is not None:
            call = partial(spans.label, session.row, found.start, found.end, label, answering=found.id)
            self._decide_at(call, found.start, found.end, label)
            return
        place = self.place()
        if place is not None:
            self._decide_at(partial(spans.label, session.row, *place, label), *place, label)

    def place(self) -> tuple[int, int] | None:
        """Return what is in hand: the selection, else the focused mark, else the word at the caret. Say where there is none."""
        session, (start, end) = self._session, self._view.selection()
        if session.entry is None:
            return None
        found = session.focused_thing()
        if start == end and found is not None:
            return found.start, found.end
        place = trimmed(session.entry.text, start, end) if start != end else self._word()
        if place is None or place[0] == place[1]:
            self.noticed.emit(self.tr("There is no word at the caret: go to one by the arrows, or select with Shift+arrows."))
            return None
        return place

    def _word(self) -> tuple[int, int] | None:
        """Return the word at the caret; of a joined one whose other part carries a span, the part that is free."""
        session = self._session
        word = session.boundaries.word_at(self._view.caret().position)
        if word is None or session.scheme.overlap is Overlap.NESTED:
            return word
        return session.boundaries.free_part(word, [(each.start, each.end) for each in session.order])

    def pull(self, pull: Pull) -> None:
        """Move an edge of the focused mark by one word or character. A suggestion that is pulled is corrected, and so answered."""
        session = self._session
        found = session.focused_thing()
        if found is None or session.entry is None:
            return
        here = found.start, found.end
        place = pulled(session.boundaries, *here, pull)
        # White space is no part of a span: a step that reaches nothing else goes on to the next character.
        while place != here and trimmed(session.entry.text, *place) == (found.start, found.end):
            here, place = place, pulled(session.boundaries, *place, pull)
        if _BREAK.search(session.entry.text, *place) and not _BREAK.search(session.entry.text, found.start, found.end):
            self.noticed.emit(self.tr("The edge cannot go further: a name does not leave its paragraph."))
            return
        self.move(found.id, *place)

    def move(self, thing: Id, start: int, end: int) -> None:
        """Give a span or suggestion of the entry another place."""
        session = self._session
        session.focus(thing)
        found = session.focused_thing()
        if found is None or session.row is None or session.entry is None:
            return
        start, end = trimmed(session.entry.text, start, end)
        if (start, end) == (found.start, found.end) or start == end:
            self.noticed.emit(self.tr("The edge cannot go further."))
            return
        spans = session.project.spans
        if isinstance(found, Span):
            session.decide(partial(spans.move, session.row, found.id, start, end))
        else:
            call = partial(spans.label, session.row, start, end, found.label, answering=found.id)
            self._decide_at(call, start, end, found.label)

    def _decide_at(self, call: partial[Changed], start: int, end: int, label: Id) -> None:
        session = self._session
        if session.decide(call, then=partial(session.at_place, start, end, label)):
            self.answered.emit(1)
            if self._view.caret() != Caret(start, start):
                self._view.set_caret(Caret(start, start))
            session.focus(session.at_place(start, end, label))

    # Going about

    def next_span(self) -> None:
        """Focus the next span or suggestion."""
        self._go(forward=True)

    def previous_span(self) -> None:
        """Focus the previous span or suggestion."""
        self._go(forward=False)

    def _go(self, *, forward: bool) -> None:
        session = self._session
        caret = 0 if session.least_certain_first else self._view.caret().position
        found = neighbour(session.order, session.focused, caret, forward=forward)
        if found is not None:
            session.focus(found.id)

    def go_to(self, start: int, end: int) -> None:
        """Focus what stands at a place of the entry, or touches it; else select the place."""
        session = self._session
        near = [each for each in session.order if each.start < end and start < each.end]
        found = next((each for each in near if (each.start, each.end) == (start, end)), near[0] if near else None)
        session.focus(found.id if found is not None else None)
        if found is None:
            self._view.set_caret(Caret(start, end))
            self.selected.emit()

    def show_place(self, row: int, start: int, end: int) -> None:
        """Show an entry, in the list or not, and focus or select a place in it."""
        self._session.show(row)
        self.go_to(start, end)
        self._view.setFocus()

    def doubtful(self) -> None:
        """Focus the next suggestion that is worth a look before all are accepted."""
        session = self._session
        found = next_doubtful(session.marks, session.focused, self._view.caret().position)
        if found is None:
            self.noticed.emit(self.tr("No suggestion is doubtful here."))
        else:
            session.focus(found.id)

    def likely(self) -> None:
        """Select the next likely name that nothing is on, so that a label's key labels it."""
        session = self._session
        if session.entry is None:
            return
        place = next_likely(session.entry.text, session.marks, self._view.selection()[0])
        if place is None:
            self.noticed.emit(self.tr("No likely name is left untagged here."))
            return
        session.focus(None)
        self._view.set_caret(Caret(*place))
        self.selected.emit()

    def _here_or_next(self, start: int, end: int) -> Id | None:
        """Return the other reading that a rejected one leaves in its place, or what comes next."""
        here = [each for each in self._session.marks.pending if start <= each.start and each.end <= end]
        return here[0].id if here else self._next_after(start, end)

    def _next_after(self, start: int, end: int) -> Id | None:
        return self._session.next_pending((start, end))

    def _focus_next(self, start: int, end: int) -> None:
        self._session.focus(self._next_after(start, end))

    def _go_on(self) -> None:
        if not self._session.next_unfinished():
            done = telling.all_done(self._session)
            self.noticed.emit(telling.next_step(self._session) if done else self.tr("Every entry of this list is done or skipped."))
