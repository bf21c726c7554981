"""One sitting at the disagreements: which are listed, which one is in hand, what is chosen. It decides through the door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.core.ids import Id
from annotator.core.model import Entry, Scheme
from annotator.project.cases import Case, EntryToSettle, Revisit, Settled
from annotator.project.desk import Changed
from annotator.project.door import Project
from annotator.project.layers import LayerSummary
from annotator.ui.adjudicate.confusing import Confusing
from annotator.ui.adjudicate.list_pane import Wish
from annotator.ui.adjudicate.ordering import Headings, in_order
from annotator.ui.bridge import clock, first_line

_FIRST, _PART = 6, 24
"""Entries looked at before the window takes its turn: the first time, so that there is something to see at once, and later."""
NO_ENTITY = -1
"""The choice that takes no reading."""
Key = tuple[int, int, int]
"""Row of the entry, start and end: by these a case is known again after its entry was read anew."""


class Judging(QObject):
    """What is in hand. Signals are emitted after the state holds; decisions go by way of `decide`, which the window gives."""

    listed = Signal()
    """The cases, or which of them are listed."""
    shown = Signal()
    """Another case is in hand, or none, or its entry changed."""
    chosen = Signal()
    """Another reading has the ring."""
    noticed = Signal(str)
    """Something worth a sentence."""

    def __init__(self, project: Project, decide: Callable[[Callable[[], Changed]], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.decide = decide
        self.undoing: Callable[[], Changed] = project.history.undo
        """Takes the last step back; the window puts one in its place that goes over large steps in another thread."""
        self.redoing: Callable[[], Changed] = project.history.redo
        self.cases: dict[int, Case] = {}
        self.order: list[int] = []
        self.headings: Headings = []
        self.wish = Wish()
        self.confusing = Confusing(project, self)
        self.confusing.told.connect(self._order_anew)
        self.confusing.failed.connect(self.noticed)
        self.only: frozenset[Key] | None = None
        self.current: int | None = None
        self.choice: int | None = None
        self.remark = ""
        """What goes as a comment with the settling of the case in hand."""
        self.layers: list[LayerSummary] = []
        self.changed_grounds: dict[Id, Revisit] = {}
        self._numbers: dict[Key, int] = {}
        self._by_row: dict[int, list[int]] = {}
        self._rows: Sequence[int] = ()
        self._looked = 0
        self._stale = True
        self._entry: tuple[int, Entry, EntryToSettle] | None = None
        self._titles: dict[int, str] = {}
        self._seen = False
        self._going = QTimer(self)
        self._going.setInterval(0)
        self._going.timeout.connect(self._look_on)
        project.subscribe(self.take_change)

    # What is there

    @property
    def scheme(self) -> Scheme:
        """Labels and rule."""
        return self.project.scheme.value

    @property
    def complete(self) -> bool:
        """Whether every entry was looked at."""
        return self._looked >= len(self._rows)

    def start(self) -> None:
        """Look for the cases, unless that is known since the last change; the first ones are there when this returns."""
        if not self._stale:
            self.shown.emit()
            return
        self._stale = False
        self._rows, self._looked = self.project.entries.rows(), 0
        self.layers = self.project.studying.layers()
        in_hand = [] if self.case is None else [self.case.row]
        self.cases, self._by_row, self._titles, self._entry = {}, {}, {}, None
        self.changed_grounds = {}
        self._look_at(in_hand)  # first, so that the case in hand stays in hand
        self._look_on()
        if not self.complete:
            self._going.start()

    def stop(self) -> None:
        """Look no further; what is not known yet is looked for at the next start."""
        self._stale = self._stale or not self.complete
        self._going.stop()

    @Slot()
    def _look_on(self) -> None:
        part = self._rows[self._looked : self._looked + (_PART if self._looked else _FIRST)]
        self._looked += len(part)
        self._look_at(part)
        if self.complete:
            self._going.stop()
        if (part and (self.complete or self._looked <= _FIRST + _PART or self._looked % (20 * _PART) == _FIRST)) or not self._rows:
            self.list_cases()

    def _look_at(self, rows: Sequence[int]) -> None:
        """Put the cases of some entries, and note which of their settled places stand on changed ground."""
        if rows:
            self.changed_grounds |= {each.settled.id: each for each in self.project.settling.revisit(rows=rows)}
        for case in self._cases_of(rows):
            self._put(case)

    def _cases_of(self, rows: Sequence[int]) -> list[Case]:
        """Return the cases of some entries, and what was settled where nobody disagrees any more, but the ground has changed."""
        if len(self.layers) < 2 or not rows:
            return []
        settling = self.project.settling
        found = list(settling.cases(rows=rows))
        held, place = {each.id for case in found for each in case.settled}, {row: number for number, row in enumerate(rows)}
        alone = [each for each in self.changed_grounds.values() if each.settled.row in place and each.settled.id not in held]
        found += [settling.alone(each) for each in alone]
        return sorted(found, key=lambda case: (place[case.row], case.found.start, case.found.end)) if alone else found

    def _put(self, case: Case) -> None:
        key = key_of(case)
        number = self._numbers.setdefault(key, len(self._numbers))
        if number not in self.cases:
            self._by_row.setdefault(case.row, []).append(number)
        self.cases[number] = case
        self._title(case.row)

    def entry(self) -> tuple[Entry, EntryToSettle] | None:
        """Return the entry of the case in hand with its lanes, read once until it changes."""
        case = self.case
        if case is None:
            return None
        if self._entry is None or self._entry[0] != case.row:
            self._entry = case.row, self.project.entries.entry(case.row), self.project.settling.entry(case.row)
        return self._entry[1:]

    @property
    def case(self) -> Case | None:
        """The case in hand."""
        return None if self.current is None else self.cases.get(self.current)

    def in_entry(self, row: int) -> list[int]:
        """Return the numbers of an entry's cases, in the order of the text."""
        return self._by_row.get(row, [])

    def is_changed(self, case: Case) -> bool:
        """Tell whether a settled case stands on ground that changed since."""
        return any(each.id in self.changed_grounds for each in case.settled)

    def counts(self) -> tuple[int, int, int]:
        """Return how many cases are open, how many settled, and in how many entries they are."""
        open_ = sum(self.is_open(case) for case in self.cases.values())
        return open_, len(self.cases) - open_, sum(bool(each) for each in self._by_row.values())

    def is_open(self, case: Case) -> bool:
        """Tell whether somebody has to look at a case: it is open, or its ground changed since it was settled."""
        return case.open or self.is_changed(case)

    def keep(self) -> None:
        """Say that the case in hand stays settled as it is, on its changed ground, and go on."""
        case = self.case
        changed = [self.changed_grounds[each.id] for each in case.settled if each.id in self.changed_grounds] if case else []
        if changed:
            self._settle_and_go(partial(self.project.settling.keep, changed))
        else:
            self.noticed.emit(self.tr("Only what was settled and asks for another look can be kept."))

    def add_example(self) -> None:
        """Add the settled case in hand to the guideline of its label as an example; from an open case, the last one settled by hand."""
        case = self.case
        held = list(case.settled) if case is not None and case.settled and not case.open else self.lately(1)
        if not held:
            self.noticed.emit(self.tr("Nothing is settled yet: settle a case first, then it can be an example."))
            return
        self.decide(partial(self.project.examples.add, held[0]))

    def lately(self, most: int = 30) -> list[Settled]:
        """Return what persons settled last, the latest first."""
        return self.project.settling.lately(most)

    # Which are listed

    def list_cases(self, wish: Wish | None = None, *, only: frozenset[Key] | None = None) -> None:
        """List what is wished; the case in hand stays where it is listed still, else the next one comes."""
        if wish is not None:
            self.wish, self.only = wish, only
            self.confusing.choose(wish.sorting)
        self._put_in_order()
        if self.current not in self.cases or (wish is not None and self.current not in self.order):
            self.current = None
        if self.current is None and self.order:
            self._take(next((each for each in self.order if self.is_open(self.cases[each])), self.order[0]))
        self.listed.emit()
        self.shown.emit()

    @Slot()
    def _order_anew(self) -> None:
        self._put_in_order()
        self.listed.emit()

    def _put_in_order(self) -> None:
        fits = [
            number
            for row in self._rows
            for number in self._by_row.get(row, ())
            if self.wish.lists(case := self.cases[number], open_=self.is_open(case)) and (self.only is None or key_of(case) in self.only)
        ]
        sorting, shares = self.confusing.sorting(), self.confusing.shares or {}
        self.order, self.headings = in_order(fits, self.cases, sorting=sorting, shares=shares, title=self._title)

    def _title(self, row: int) -> str:
        if row not in self._titles:
            entry = self.project.entries.entry(row)
            self._titles[row] = f"{clock(entry.published)}  {first_line(entry.title or entry.text)}".strip()
        return self._titles[row]

    # What is in hand

    def show(self, number: int) -> None:
        """Take a case in hand."""
        if number in self.cases:
            self._take(number)
            self.shown.emit()

    def _take(self, number: int) -> None:
        self.remark = self.remark if self.current == number else ""
        self.current = number
        case = self.cases[number]
        self.choice = self._default(case)

    def _default(self, case: Case) -> int | None:
        """Return the reading that stands, where the case is settled; else the one that most have, if it is one's alone."""
        if case.settled and not case.open:
            places = tuple(sorted(place for each in case.settled for place in each.places))
            same = [place for place, each in enumerate(case.found.readings) if tuple(sorted(each.places)) == places]
            return same[0] if same else None if places else NO_ENTITY
        return 0

    def choose(self, choice: int) -> None:
        """Put the ring on a reading, or on "no entity"."""
        case = self.case
        if case is not None and (choice == NO_ENTITY or 0 <= choice < len(case.found.readings)):
            self.choice = choice
            self.chosen.emit()

    def place(self, selected: tuple[int, int] | None = None) -> tuple[int, int] | None:
        """Return the stretch that a label is given to: what is selected, else the chosen reading's, else the whole in question."""
        case = self.case
        if case is None:
            return None
        if selected is not None and selected[0] != selected[1]:
            return selected
        places = case.found.readings[self.choice].places if self.choice is not None and self.choice >= 0 else ()
        return places[0][:2] if places else (case.found.start, case.found.end)

    def step(self, by: int, *, open_only: bool = True) -> bool:
        """Take the next or previous listed case in hand (an open one), from the other end on where the list ends; tell whether there is."""
        if not self.order:
            return False
        at = self.order.index(self.current) if self.current in self.order else -1 if by > 0 else 0
        for way in range(1, len(self.order) + 1):
            number = self.order[(at + by * way) % len(self.order)]
            if number != self.current and (not open_only or self.is_open(self.cases[number])):
                self.show(number)
                return True
        return False

    # Deciding

    def settle(self, choice: int | None = None) -> None:
        """Settle the case in hand by a reading (the chosen one where none is named) and go on to the next open one."""
        case, settling = self.case, self.project.settling
        wanted = self.choice if choice is None else choice
        if case is None or wanted is None:
            return
        if wanted == NO_ENTITY:
            empty = next((place for place, each in enumerate(case.found.readings) if not each.places), None)
            call = partial(settling.no_entity, case) if empty is None else partial(settling.take, case, empty)
        else:
            call = partial(settling.take, case, wanted)
        self._settle_and_go(call)

    def settle_numbered(self, number: int) -> None:
        """Settle by the reading that the card numbers so, from 1: those with spans are numbered, "no entity" has a key of its own."""
        case = self.case
        if case is None:
            return
        filled = [place for place, each in enumerate(case.found.readings) if each.places]
        if number > len(filled):
            self.noticed.emit(self.tr("There is no reading {n} here.").format(n=number))
        else:
            self.settle(filled[number - 1])

    def settle_majority(self) -> None:
        """Settle by the reading that more have than any other."""
        if self.case is not None:
            self._settle_and_go(partial(self.project.settling.take_majority, self.case))

    def settle_other(self, start: int, end: int, label: str) -> None:
        """Settle by a span of one's own."""
        case = self.case
        if case is not None:
            first, last = min(start, case.found.start), max(end, case.found.end)
            self._settle_and_go(partial(self.project.settling.other, case.row, first, last, [(start, end, label)]))

    def say(self, remark: str) -> None:
        """Comment on the case in hand: at once where it is settled, else together with its settling."""
        case = self.case
        if case is not None and not self.is_open(case):
            self.decide(partial(self.project.settling.remark, case, remark))
        else:
            self.remark = remark
            self.chosen.emit()

    def _settle_and_go(self, call: Callable[..., Changed]) -> None:
        following = self._following()
        with self.confusing.settling():
            done = self.decide(partial(call, comment=self.remark) if self.remark else call)
        if not done:
            return
        self.remark = ""
        if following is not None and following in self.cases and self.is_open(self.cases[following]):
            self.show(following)
        elif not self.step(1):
            self.shown.emit()

    def _following(self) -> int | None:
        """Return the next open case of the list, as it is before the one in hand leaves it."""
        at = self.order.index(self.current) if self.current in self.order else -1
        around = [*self.order[at + 1 :], *self.order[: max(at, 0)]]
        return next((each for each in around if self.is_open(self.cases[each])), None)

    def undo(self) -> None:
        """Take back the last step, and take a case in hand that it was about."""
        self._cancel(self.undoing)

    def redo(self) -> None:
        """Bring the last undone step back."""
        self._cancel(self.redoing)

    def _cancel(self, call: Callable[[], Changed]) -> None:
        before = {number: (case.open, case.settled) for number, case in self.cases.items()}
        if self.decide(call):
            other = [number for number, case in self.cases.items() if before.get(number) != (case.open, case.settled)]
            if other:
                self.show(min(other, key=lambda each: key_of(self.cases[each])))

    # What happened

    def take_change(self, changed: Changed) -> None:
        """Look again at what a commit touched; at all of it at the next start where the screen is not shown."""
        if changed.entries or changed.everything:
            self.confusing.outdated()
        if changed.everything or len(changed.entries) > 20 * _PART or self._stale or not self._seen:
            self._stale = self._stale or bool(changed)
            if self._seen:
                self.start()
            return
        self._entry = None
        for row in changed.entries:
            for number in self._by_row.pop(row, ()):
                self.cases.pop(number, None)
        rows = sorted(changed.entries)
        self.changed_grounds = {known: each for known, each in self.changed_grounds.items() if each.settled.row not in changed.entries}
        self._look_at(rows)
        self.list_cases()

    def set_seen(self, seen: bool) -> None:
        """Say whether the screen is seen; otherwise nothing is looked for."""
        self._seen = seen
        self.confusing.want(seen)
        if seen:
            self.start()
        else:
            self.stop()


def key_of(case: Case) -> Key:
    """Return by what a case is known again."""
    return case.row, case.found.start, case.found.end
