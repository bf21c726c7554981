"""Keeps the entry list to what is asked: looks in another thread, gives up what is out of date, and shows the first part at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from annotator.core.errors import AnnotatorError, InputError
from annotator.core.query import Query
from annotator.project.door import Project
from annotator.project.finding import Finding, Scope, StoppedError, is_quick
from annotator.project.listing import Corpus, Listing, Offered, Order
from annotator.project.ordering import WorkOrder, ordered
from annotator.project.recall import Known
from annotator.ui import bridge
from annotator.ui.annotate.entries_pane import EntriesPane
from annotator.ui.annotate.session import Session
from annotator.ui.dialogs.filter_entries import FilterEntries
from annotator.ui.sentences import translated
from annotator.ui.tasks import CancelledError, Handle, Task, Work
from annotator.ui.theme import Theme

T = TypeVar("T")


class Lister(QObject):
    """Between a session, its entry list, and the project."""

    ordered = Signal(str)
    """The order of work that holds now."""
    looked = Signal()
    """A whole answer is listed."""

    def __init__(self, theme: Theme, session: Session, pane: EntriesPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._session, self._pane = theme, session, pane
        self._work = Work(self, threads=1)
        self._tasks: list[Task] = []
        self._asks: Task | None = None
        self._offered_of: Corpus | None = None
        self._ordering: Task | None = None
        self._order: Order | None = None
        self._going = False
        self._to_first = False
        self.order = WorkOrder.READING
        pane.searched.connect(self.search)
        pane.left.connect(self._left)
        pane.filter_asked.connect(self.filter)
        pane.order_given_up.connect(self._order_given_up)
        session.rows_changed.connect(self._show_rows)
        session.relist_asked.connect(self.search)

    @property
    def busy(self) -> bool:
        """Whether an answer is still being looked for."""
        return bool(self._tasks) or self._ordering is not None

    # Looking

    @Slot()
    def search(self) -> None:
        """List what the pane asks for. What was being looked for before is given up."""
        try:
            query = self._pane.query
        except InputError as error:
            self._give_up()
            self._pane.show_refusal(translated(error.sentence))
        else:
            self.look(query, self._pane.scope)
        self._ask_what_is_offered()

    def look(self, query: Query, scope: Scope) -> None:
        """List the entries of a scope that a query asks for: all of them at once, some as soon as they are found."""
        session = self._session
        self._give_up()
        session.narrowed = bool(query) or scope is not Scope.ALL or self._order is not None
        if not query and scope is Scope.ALL:
            session.take(session.finding.look(query, order=self._order))
            self._arrived()
            return
        known = session.project.recall.snapshot()
        call = partial(_look, session.project, session.finding.corpus, query, scope, self._order, known)
        if is_quick(query) and self._order is None:
            self._start(partial(call, True), self._first)
        self._start(partial(call, False), self._whole)

    def _start(self, call: Callable[[Handle], object], then: Callable[[Listing], None]) -> None:
        task = self._work.start(call)
        task.finished.connect(then)
        task.failed.connect(self._failed)
        self._tasks.append(task)

    def _give_up(self) -> None:
        for task in self._tasks:
            task.abandon()
        self._tasks.clear()

    @Slot(object)
    def _first(self, listing: Listing) -> None:
        self._tasks = self._tasks[1:]
        if listing.whole:
            self._give_up()
            self._session.take(listing)
            self._arrived()
        elif listing.rows:
            self._session.take(listing)

    @Slot(object)
    def _whole(self, listing: Listing) -> None:
        self._tasks.clear()
        self._session.take(listing)
        self._arrived()

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self._give_up()
        if not isinstance(error, AnnotatorError):
            raise error
        self._pane.show_refusal(translated(error.sentence))

    def _arrived(self) -> None:
        if self._to_first:
            self._to_first = False
            if self._session.rows:
                self._session.show_first()
        elif self._going:
            self._go()
        self.looked.emit()

    @Slot()
    def _left(self) -> None:
        """Go to what was found: at once, or as soon as it is there."""
        self._going = True
        if not self._tasks:
            self._go()

    def _go(self) -> None:
        self._going = False
        session = self._session
        if session.rows and session.place_of(session.row) is None:
            session.show(session.rows[0])

    @Slot()
    def _show_rows(self) -> None:
        session = self._session
        self._pane.show_listing(session.listing, bridge.day_headings(session.listing.days), session.row, session.place_of)

    # What filters can be given

    def _ask_what_is_offered(self) -> None:
        """Ask once, and anew after the corpus or its suggestions changed."""
        if self._asks is None and self._offered_of is not self._session.finding.corpus:
            self._offered_of = self._session.finding.corpus
            self._asks = self._work.start(partial(_offered, self._session.project, self._session.finding.corpus))
            self._asks.finished.connect(self._take_offered)
            self._asks.failed.connect(self._offered_failed)

    @Slot(object)
    def _take_offered(self, offered: Offered) -> None:
        self._pane.show_offered(offered)
        self._asks = None

    @Slot(object)
    def _offered_failed(self, error: BaseException) -> None:
        self._asks = None
        if not isinstance(error, AnnotatorError):
            raise error

    @Slot()
    def filter(self) -> None:
        """Let filters be chosen; the list follows each choice. Cancelled, it is as it was."""
        session, pane = self._session, self._pane
        try:
            before = pane.query
        except InputError as error:
            pane.show_refusal(translated(error.sentence))
            return
        offered = session.finding.offered()
        pane.show_offered(offered)
        chosen = FilterEntries.ask(pane.window(), self._theme, offered, before, pane.show_query, self.looked, self._found)
        pane.show_query(before if chosen is None else chosen)
        self._left()

    def _found(self) -> tuple[int, int]:
        return len(self._session.rows), self._session.facts.progress.total

    # The order of work

    def set_order(self, order: WorkOrder, *, to_first: bool = False) -> None:
        """List entries in an order of work, made anew in another thread; with `to_first` the first unfinished one is shown then."""
        if self._ordering is not None:
            self._ordering.abandon()
            self._ordering = None
        self._to_first = to_first
        if order is WorkOrder.READING:
            self._take_order(None)
            return
        self._pane.show_working(self.tr("Bringing the entries into order…"))
        self._ordering = self._work.start(partial(_ordered, self._session.project, self._session.finding.corpus, order))
        self._ordering.finished.connect(self._take_order)
        self._ordering.failed.connect(self._ordering_failed)

    @Slot(object)
    def _take_order(self, order: Order | None) -> None:
        self._ordering = None
        self._order = order
        self.order = WorkOrder(order.name) if order is not None else WorkOrder.READING
        self._pane.show_order(self.order)
        self.ordered.emit(self.order.value)
        self.search()

    @Slot(object)
    def _ordering_failed(self, error: BaseException) -> None:
        self._ordering = None
        self._failed(error)

    @Slot()
    def _order_given_up(self) -> None:
        self.set_order(WorkOrder.READING)

    def close(self) -> None:
        """Give everything up, and wait until nothing runs."""
        self._work.close()


def _look(
    project: Project, corpus: Corpus, query: Query, scope: Scope, order: Order | None, known: Mapping[str, Known] | None, first: bool,
    handle: Handle,
) -> Listing:  # fmt: skip
    def look(finding: Finding) -> Listing:
        return finding.look(query, scope=scope, order=order, corpus=corpus, known=known, stopped=handle.is_cancelled, first=first)

    return _beside(project, look, handle)


def _offered(project: Project, corpus: Corpus, handle: Handle) -> Offered:
    return _beside(project, lambda finding: finding.offered(corpus), handle)


def _ordered(project: Project, corpus: Corpus, order: WorkOrder, handle: Handle) -> Order | None:
    def order_all(finding: Finding) -> Order | None:
        return ordered(finding.desk, corpus, order, stopped=handle.is_cancelled)

    return _beside(project, order_all, handle)


def _beside(project: Project, call: Callable[[Finding], T], handle: Handle) -> T:
    """Ask the same project, opened once more for this thread to look only."""
    handle.check()
    beside = project.beside()
    try:
        return call(Finding(beside.desk))
    except StoppedError as stopped:
        raise CancelledError from stopped
    finally:
        beside.close()
