"""Decide on spans: label, relabel, move, remove; accept and reject what is suggested. Offsets are code points, end exclusive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.decisions import Draft, Kind, Step, place_payload, span_payload, suggestion_payload
from annotator.core.errors import InputError, RuleError
from annotator.core.ids import Id
from annotator.core.model import Entry, Overlap, Span, State, Suggestion
from annotator.core.rules import Taken, checked_place, chosen, conflicting, overlaps, pending
from annotator.project.desk import NOTHING, Changed, Desk
from annotator.project.recall import Recall
from annotator.store import entries as entry_store
from annotator.store import spans as span_store

HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in an entry for who looks: spans of the own layer, and suggestions that wait for an answer."""

    spans: tuple[Span, ...]
    pending: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of an entry, and at which state of the file and of memory: as long as that is the same it need not be read again."""

    row: int
    state: tuple[int, int, int]
    marks: Marks


@dataclass(frozen=True, slots=True)
class _Stored:
    """The suggestions that stand in the file to an entry; a decision does not change them."""

    row: int
    state: tuple[int, int]
    found: list[Suggestion]


class Spans:
    """The spans of the layer of who decides, and the suggestions to it."""

    def __init__(self, desk: Desk, recall: Recall) -> None:
        self._desk = desk
        self._recall = recall
        self._read: _Read | None = None
        self._stored: _Stored | None = None

    def marks(self, row: int) -> Marks:
        """Return the spans and the pending suggestions of an entry. A key asks several times for those of one entry: they are read once."""
        if self._desk.conn.in_transaction:
            return self._marks(row)  # what stands in it may be taken back
        state = self._state()
        if self._read is None or (self._read.row, self._read.state) != (row, state):
            self._read = _Read(row, state, self._marks(row))
        return self._read.marks

    def _state(self) -> tuple[int, int, int]:
        desk = self._desk
        return int(desk.conn.execute("PRAGMA data_version").fetchone()[0]), desk.told, self._recall.generation

    def _marks(self, row: int) -> Marks:
        desk = self._desk
        spans = tuple(span_store.spans(desk.conn, row, desk.layer_row))
        found = self._proposed([row]).get(row, [])
        if not found:
            return Marks(spans, ())
        rejected = set(span_store.rejections(desk.conn, [row], desk.layer_row).get(row, []))
        return Marks(spans, pending(found, (span.place for span in spans), rejected, desk.scheme.overlap))

    def pending_counts(self, rows: list[int]) -> dict[int, int]:
        """Return how many suggestions wait in each of some entries."""
        desk = self._desk
        known = self._recall.counted(rows)
        if self._read is not None and self._read.row in rows and self._read.state == self._state():
            known[self._read.row] = len(self._read.marks.pending)
        rows = [row for row in rows if row not in known]
        if not rows:
            return known
        found = self._proposed(rows, named=False)
        places = span_store.places(desk.conn, rows, desk.layer_row)
        rejected = span_store.rejections(desk.conn, rows, desk.layer_row)
        counts = dict.fromkeys(rows, 0)
        for row, each in found.items():
            counts[row] = len(pending(each, places.get(row, ()), set(rejected.get(row, ())), desk.scheme.overlap))
        self._recall.keep(counts)
        return known | counts

    def _proposed(self, rows: list[int], *, named: bool = True) -> dict[int, list[Suggestion]]:
        """Return all that is proposed, stored and from memory; nothing in entries that are to be shown without suggestions.

        Without `named` they have no id, which is quicker where they are counted only.
        """
        withheld = self._desk.withheld(rows)
        open_ = [row for row in rows if row not in withheld] if withheld else rows
        return self._recall.joined(open_, self._suggestions(open_, named=named), named=named)

    def _suggestions(self, rows: list[int], *, named: bool) -> dict[int, list[Suggestion]]:
        if not named or len(rows) != 1:
            return span_store.suggestions(self._desk.conn, rows, named=named)
        row = rows[0]
        state = int(self._desk.conn.execute("PRAGMA data_version").fetchone()[0]), self._desk.proposed
        if self._stored is None or (self._stored.row, self._stored.state) != (row, state):
            self._stored = _Stored(row, state, span_store.suggestions(self._desk.conn, rows).get(row, []))
        return {row: self._stored.found} if self._stored.found else {}

    def label(self, row: int, start: int, end: int, label: Id, *, answering: Id | None = None) -> Changed:
        """Label a stretch of text. What the project's rule forbids beside it is removed in the same step.

        Where the stretch is a pending suggestion's, this accepts it; where it overlaps one (or `answering` names it), this
        corrects it. Raises RuleError for an empty stretch, InputError for a label that cannot be given.
        """
        entry, name = self._entry(row), self._label_name(label)
        start, end = checked_place(entry.text, start, end)
        marks = self.marks(row)
        if any(span.place == (start, end, label) for span in marks.spans):
            return NOTHING
        same = next((span for span in marks.spans if (span.start, span.end) == (start, end)), None)
        if same is not None and self._desk.scheme.overlap is Overlap.FLAT:
            return self.relabel(row, same.id, label)
        removed = [self._removal(entry, span) for span in self._in_the_way(marks.spans, start, end)]
        answered = self._answered(marks.pending, start, end, label, answering)
        drafts = [*removed, *self._cleared(entry, row, [(start, end)]), self._new_span(entry, start, end, label, answered)]
        return self._desk.commit(Step(f"Label {name}", tuple(drafts)))

    def relabel(self, row: int, span: Id, label: Id) -> Changed:
        """Give a span another label."""
        entry, name = self._entry(row), self._label_name(label)
        old = self._span(row, span)
        if old.label == label:
            return NOTHING
        new = replace(old, label=label, origin=_touched(old.origin), score=None)
        cleared = self._cleared(entry, row, [(old.start, old.end)], old)
        return self._desk.commit(Step(f"Relabel as {name}", (*cleared, self._change(Kind.RELABEL, entry, old, new))))

    def move(self, row: int, span: Id, start: int, end: int) -> Changed:
        """Move a span's edges. Raises RuleError where another span would be in the way."""
        entry, old = self._entry(row), self._span(row, span)
        start, end = checked_place(entry.text, start, end)
        if (start, end) == (old.start, old.end):
            return NOTHING
        others = tuple(each for each in self.marks(row).spans if each.id != span)
        for other in self._in_the_way(others, start, end):
            raise RuleError(f"“{entry.text[other.start : other.end]}” is in the way: spans of this project may not overlap so.")
        new = replace(old, start=start, end=end, origin=_touched(old.origin), score=None)
        cleared = self._cleared(entry, row, [(start, end)], old)
        return self._desk.commit(Step("Move an edge", (*cleared, self._change(Kind.MOVE, entry, old, new))))

    def remove(self, row: int, span: Id) -> Changed:
        """Remove a span; what had been suggested there is not suggested again."""
        entry, old = self._entry(row), self._span(row, span)
        return self._desk.commit(Step("Remove a span", (*self._cleared(entry, row, [], old), self._removal(entry, old))))

    def accept(self, row: int, suggestion: Id) -> Changed:
        """Accept a pending suggestion as it is."""
        entry, found = self._entry(row), self._suggestion(row, suggestion)
        drafts = (*self._cleared(entry, row, [(found.start, found.end)]), self._acceptance(entry, found))
        return self._desk.commit(Step(f"Accept {self._label_name(found.label)}", drafts))

    def reject(self, row: int, suggestion: Id) -> Changed:
        """Reject a pending suggestion; it does not come back."""
        entry, found = self._entry(row), self._suggestion(row, suggestion)
        draft = Draft(
            Kind.REJECT, self._desk.layer, entry.id, after=place_payload(*found.place), answered=suggestion_payload(found)
        )  # fmt: skip
        return self._desk.commit(Step(f"Reject {self._label_name(found.label)}", (draft,)))

    def accept_all(self, row: int, *, done: bool = False) -> Changed:
        """Accept what is pending in an entry, in one step; with `done` the entry is done in the same step.

        Of suggestions that exclude each other the likeliest, then longest, then earliest is taken; the message says how many
        were left out.
        """
        entry = self._entry(row)
        taken, left = chosen(self.marks(row).pending, self._desk.scheme.overlap)
        drafts = self._cleared(entry, row, [(each.start, each.end) for each in taken])
        drafts += [self._acceptance(entry, each) for each in taken]
        if done:
            state = entry_store.state(self._desk.conn, row, self._desk.layer_row)
            if state is not State.DONE:
                drafts.append(Draft(Kind.DONE, self._desk.layer, entry.id, {"state": state.value}, {"state": State.DONE.value}))
        message = f"{len(left)} left out: they overlap others that were accepted." if left else ""
        name = f"Accept {len(taken)} suggestion{'' if len(taken) == 1 else 's'}" if taken else "Entry done"
        return self._desk.commit(Step(name, tuple(drafts)), message=message)

    def _entry(self, row: int) -> Entry:
        return entry_store.read_entry(self._desk.conn, row)

    def _span(self, row: int, span: Id) -> Span:
        found = next((each for each in self.marks(row).spans if each.id == span), None)
        if found is None:
            raise InputError("This span is not there any more; nothing was changed.")
        return found

    def _suggestion(self, row: int, suggestion: Id) -> Suggestion:
        found = next((each for each in self.marks(row).pending if each.id == suggestion), None)
        if found is None:
            raise InputError("This suggestion is answered already; nothing was changed.")
        return found

    def _label_name(self, label: Id) -> str:
        found = self._desk.scheme.by_id(label)
        if found is None or found.retired:
            raise InputError("This label is retired or unknown; choose another one.")
        return found.key

    def _in_the_way(self, spans: tuple[Span, ...], start: int, end: int) -> list[Span]:
        clashing = Taken(self._desk.scheme.overlap, (span.place for span in spans)).clashing(start, end)
        return [span for span in spans if span.place in clashing]

    def _cleared(self, entry: Entry, row: int, places: Sequence[tuple[int, int]], old: Span | None = None) -> list[Draft]:
        """Return the removals of own spans out of sight (a merge brought them) that would come up in place of what is decided now.

        They are older: where one may not stand beside one of `places`, or equals `old`, it would take that place.
        """
        rule = self._desk.scheme.overlap
        return [
            self._removal(entry, span)
            for span in span_store.unseen(self._desk.conn, row, self._desk.layer_row)
            if (old is not None and span.place == old.place)
            or any(place == (span.start, span.end) or conflicting(*place, span.start, span.end, rule) for place in places)
        ]

    def _answered(self, waiting: tuple[Suggestion, ...], start: int, end: int, label: Id, named: Id | None) -> Suggestion | None:
        equal = next((each for each in waiting if each.place == (start, end, label)), None)
        if equal is not None:
            return equal
        if named is not None:
            return next((each for each in waiting if each.id == named), None)
        flat = self._desk.scheme.overlap is Overlap.FLAT
        touched = [
            each
            for each in waiting
            if (each.start, each.end) == (start, end) or (flat and overlaps(each.start, each.end, start, end))
        ]  # fmt: skip
        return max(touched, key=lambda each: min(each.end, end) - max(each.start, start), default=None)

    def _new_span(self, entry: Entry, start: int, end: int, label: Id, answered: Suggestion | None) -> Draft:
        if answered is not None and answered.place == (start, end, label):
            return self._acceptance(entry, answered)
        span = Span(self._desk.ids.new(), start, end, label, HUMAN if answered is None else f"{answered.suggester}, corrected")
        kind = Kind.ADD if answered is None else Kind.CORRECT
        return Draft(
            kind, self._desk.layer, entry.id, after=span_payload(span),
            answered=None if answered is None else suggestion_payload(answered),
        )  # fmt: skip

    def _acceptance(self, entry: Entry, found: Suggestion) -> Draft:
        span = Span(self._desk.ids.new(), found.start, found.end, found.label, found.suggester, found.score)
        return Draft(Kind.ACCEPT, self._desk.layer, entry.id, after=span_payload(span), answered=suggestion_payload(found))

    def _removal(self, entry: Entry, span: Span) -> Draft:
        return Draft(Kind.REMOVE, self._desk.layer, entry.id, before=span_payload(span))

    def _change(self, kind: Kind, entry: Entry, old: Span, new: Span) -> Draft:
        return Draft(kind, self._desk.layer, entry.id, before=span_payload(old), after=span_payload(new))


def _touched(origin: str) -> str:
    return origin if origin == HUMAN or origin.endswith(", corrected") else f"{origin}, corrected"
