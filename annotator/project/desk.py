"""What the parts of a project share: the open file, who decides, and the one road by which a step reaches the disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from annotator.core.decisions import Conditions, Decision, Draft, Kind, Step
from annotator.core.errors import MachineError
from annotator.core.ids import Id, IdSource
from annotator.core.model import Person, Scheme
from annotator.store import assignments, log, projection, rest, schemes
from annotator.store import entries as entry_store
from annotator.store.database import writing
from annotator.store.log import Author


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change touched: rows of entries; `everything` where the list itself, the scheme or all spans may have changed."""

    entries: frozenset[int] = frozenset()
    everything: bool = False
    suggestions: bool = False
    message: str = ""

    def __bool__(self) -> bool:
        return bool(self.entries) or self.everything or self.suggestions


NOTHING = Changed()
Listener = Callable[[Changed], None]
Progress = Callable[[int, int], None]
"""Told how much is done, and of how much."""
_PART = 500
"""Decisions projected between two reports of progress."""


def _as_it_is(changed: Changed) -> Changed:
    return changed


def _none(_rows: Sequence[int]) -> Collection[int]:
    return ()


@dataclass(slots=True)
class Desk:
    """One open project file at which one person decides."""

    conn: Connection
    """Of one thread only."""
    path: Path
    person: Person
    device: Id
    ids: IdSource
    now: Callable[[], datetime]
    read_only: bool
    cost: Callable[[], tuple[int, float]] = field(default=lambda: (0, 0.0))
    """Tells keys and active seconds since it was asked last; the window counts them."""
    listeners: list[Listener] = field(default_factory=list)
    remember: Callable[[Changed], Changed] = field(default=_as_it_is)
    """Told of every commit before the listeners; live memory follows here, and says where suggestions changed with it."""
    withheld: Callable[[Sequence[int]], Collection[int]] = field(default=_none)
    """Tells which of some entries (rows) are shown without suggestions, memory and counts: the control group."""
    advance: Progress = field(default=lambda _done, _total: None)
    """Told how far a step is that nobody gave a progress of its own; a worker sets it, and what it raises takes the step back."""
    own_layer: Id | None = None
    """The layer of who decides where it is not the person's own: a second look at the same entries goes into a layer of its own."""
    recalling: bool = False
    """Whether live memory proposes beside the stored suggestions."""
    _scheme: Scheme | None = field(default=None, init=False)
    _layer_row: int = field(default=0, init=False)
    _total: int | None = field(default=None, init=False)
    _assignee: Id | None = field(default=None, init=False)
    told: int = field(default=0, init=False)
    """Counts what was told: what was read of the entries stands as long as it is the same, and no other connection has written."""
    proposed: int = field(default=0, init=False)
    """Counts when stored suggestions may have changed by this connection."""

    @property
    def layer(self) -> Id:
        """The layer of who decides: a person's layer has the person's id."""
        return self.own_layer or self.assignee

    @property
    def assignee(self) -> Id:
        """Under which id who decides counts here: the person's own, or the one it was joined into."""
        if self._assignee is None:
            self._assignee = schemes.joined_people(self.conn).get(self.person.id, self.person.id)
        return self._assignee

    @property
    def layer_row(self) -> int:
        """The row of the own layer in this file; 0 before the first decision."""
        if not self._layer_row:
            self._layer_row = schemes.layer_row(self.conn, self.layer)
        return self._layer_row

    @property
    def author(self) -> Author:
        """Who and where, for the log."""
        return Author(self.person.id, self.device, self.ids, self.now)

    @property
    def scheme(self) -> Scheme:
        """The labels and the overlap rule, read once until they change."""
        if self._scheme is None:
            self._scheme = schemes.read_scheme(self.conn)
        return self._scheme

    @property
    def total(self) -> int:
        """How many entries are visible, counted once until that changes: counting 100,000 takes 6 ms, and a key asks for it."""
        if self._total is None:
            self._total = entry_store.count(self.conn)
        return self._total

    def commit(self, step: Step, *, message: str = "", progress: Progress | None = None) -> Changed:
        """Write a step and what it comes to in one transaction; tell the listeners after COMMIT. An empty step does nothing."""
        if not step.drafts:
            return NOTHING
        self.must_write()
        keys, seconds = self.cost()
        versions: dict[str, int] = {}
        shown: dict[Id, bool] = {}
        drafts = [self._with_conditions(draft, versions, shown) for draft in step.drafts]
        drafts[0] = replace(drafts[0], conditions=replace(drafts[0].conditions, keys=keys, seconds=seconds))
        within = self.conn.in_transaction
        with writing(self.conn, self.path) as conn:
            decisions = log.append(conn, replace(step, drafts=tuple(drafts)), self.author)
            changed = self.project(conn, decisions, progress=progress)
        if within:
            self.forget()  # whoever began the transaction tells the listeners, once it is committed
            return changed
        return self.tell(replace(changed, message=message))

    def forget(self) -> None:
        """Drop what was read of the file: it may have changed, or a change may have been taken back."""
        self._scheme = None
        self._layer_row = 0
        self._total = None
        self._assignee = None
        self.told += 1
        self.proposed += 1

    def project(self, conn: Connection, decisions: Iterable[Decision], *, progress: Progress | None = None) -> Changed:
        """Bring the projection up to new decisions, inside the running transaction."""
        progress = progress or self.advance
        decisions = list(decisions)
        rows: dict[Id, int] = {}
        everything = False
        whole = any(each.entry is None for each in decisions)
        if whole:
            everything = True
            if rest.refold_rest(conn):
                projection.refold(conn, projection.all_entries(conn), progress=progress)
        if any(each.entry is not None for each in decisions):
            for first in range(0, len(decisions), _PART):
                part = decisions[first : first + _PART]
                projection.apply(conn, part, entry_rows=rows, scheme=None if whole else self.scheme)
                progress(min(first + _PART, len(decisions)), len(decisions))
        seen = [each for each in decisions if each.kind in {Kind.HIDE, Kind.IMPORT}]
        if seen:
            everything = True
            alone = {rows[each.entry] for each in seen if each.kind is Kind.HIDE and each.entry is not None}
            if len(alone) == len(seen):
                rest.refresh_hidden(conn, alone)
            else:
                rest.refresh_visible(conn)
        return Changed(frozenset(rows.values()), everything)

    def cancel(self, kind: Kind, name: str, target: Id) -> Changed:
        """Cancel a step (undo, redo, withdraw, restore) in one transaction, and tell the listeners."""
        self.must_write()
        with writing(self.conn, self.path) as conn:
            appender = log.Appender(conn, self.author)
            appender.cancel(kind, name, target)
            changed = rest.refresh_cancelled(conn, target)
            entries = sorted({entry for step in changed for entry in log.entries_of_step(conn, step)})
            whole = any(log.has_rest(conn, step) for step in changed)
            hidden = any(log.has_hidden(conn, step) for step in changed)
            if whole and rest.refold_rest(conn):
                entries = list(projection.all_entries(conn))
            rows = projection.refold(conn, entries, progress=self.advance)
            if whole:
                rest.refresh_visible(conn)
            elif hidden:
                rest.refresh_hidden(conn, rows)
        return self.tell(Changed(frozenset(rows), whole or hidden))

    def tell(self, changed: Changed) -> Changed:
        """Let every listener know what a committed change touched."""
        if changed.everything:
            self.forget()
        self.told += 1
        self.proposed += changed.suggestions
        changed = self.remember(changed)
        if changed:
            for listener in tuple(self.listeners):
                listener(changed)
        return changed

    def must_write(self) -> None:
        """Raise MachineError where the project is open to look only."""
        if self.read_only:
            raise MachineError(f"{self.path.name} is open to look only, so nothing can be decided in it.")

    def _with_conditions(self, draft: Draft, versions: dict[str, int], shown: dict[Id, bool]) -> Draft:
        """Note the guideline in force, and whether there were suggestions to see (never in the control group)."""
        if draft.entry is None:
            return draft
        label = (draft.after or {}).get("label")
        if isinstance(label, str) and label not in versions:
            versions[label] = schemes.guideline_version(self.conn, bytes.fromhex(label))
        if draft.entry not in shown:
            shown[draft.entry] = assignments.suggestions_shown(self.conn, draft.entry, self.assignee, live=self.recalling)
        guideline = versions.get(label, 0) if isinstance(label, str) else 0
        return replace(draft, conditions=Conditions(draft.conditions.suggestions_shown and shown[draft.entry], guideline))
