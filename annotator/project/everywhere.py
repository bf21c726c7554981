"""Every same mention: where it stands, what is there now, and one decision for all of it in one step.

Never over a decision that a person made (unless that very row is ticked), never in entries that are shown without suggestions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.decisions import Draft, Kind, Step, place_payload, span_payload, suggestion_payload
from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.core.joining import MEMORY
from annotator.core.mentions import Finder, Place, apart, normal
from annotator.core.model import Span, State, Suggestion
from annotator.core.rules import Taken, conflicting
from annotator.project.desk import NOTHING, Changed, Desk, Progress
from annotator.project.recall import VERSION, Known, Recall
from annotator.project.spans import HUMAN
from annotator.store import entries as entry_store
from annotator.store import spans as span_store
from annotator.store import standing as store
from annotator.store.standing import Standing

BATCH = 400
"""Entries read at a time."""
MOST = 100_000
"""Up to so many places are listed; what is beyond is counted, and found by asking again."""
LEFT, RIGHT = 60, 80
"""Characters shown around a hit."""


class Action(StrEnum):
    """What is to be decided for every same mention."""

    LABEL = "label"
    REJECT = "reject"
    RELABEL = "relabel"


class Scope(StrEnum):
    """How far to look from the entry in hand."""

    ENTRY = "entry"
    SOURCE = "source"
    CORPUS = "corpus"


class Present(StrEnum):
    """What stands at a place now, for the one who decides and the label asked for."""

    UNTAGGED = "not marked"
    SUGGESTED = "suggested"
    SUGGESTED_OTHER = "suggested with another label"
    WITHIN = "overlaps a suggestion"
    EQUAL = "yours, equal"
    OTHER = "yours, another label"
    OVERLAPPING = "yours, overlapping"
    REJECTED = "rejected by you"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: a mention, and what is to be decided. `old` is the label that RELABEL takes away."""

    mention: str
    label: Id
    action: Action = Action.LABEL
    fold_case: bool = False
    old: Id | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place of the mention with what is around it. `thing` is the span or suggestion that stands there, with `label` and `score`."""

    entry: int
    source: int
    title: str
    published: str
    start: int
    end: int
    left: str
    words: str
    right: str
    present: Present
    state: State
    label: Id | None = None
    score: float | None = None
    thing: Span | Suggestion | None = None
    kind: Kind | None = None
    """What applying decides here; None where there is nothing to do, or nothing that may be done."""
    ticked: bool = False
    """Whether it is offered: nothing of the person's own speaks against it."""


@dataclass(frozen=True, slots=True)
class Everywhere:
    """All places of a mention, in corpus order. `withheld` counts places in entries shown without suggestions, `more` those beyond MOST."""

    asked: Asked
    rows: tuple[Hit, ...]
    counts: Mapping[Present, int]
    withheld: int = 0
    more: int = 0

    def within(self, scope: Scope, entry: int, source: int) -> tuple[Hit, ...]:
        """Return the places of a scope around an entry."""
        if scope is Scope.ENTRY:
            return tuple(each for each in self.rows if each.entry == entry)
        return tuple(each for each in self.rows if each.source == source) if scope is Scope.SOURCE else self.rows


# By what stands there: what the action decides, and whether it is offered.
_DECIDED: Mapping[Action, Mapping[Present, tuple[Kind, bool]]] = {
    Action.LABEL: {
        Present.UNTAGGED: (Kind.ADD, True),
        Present.SUGGESTED: (Kind.ACCEPT, True),
        Present.SUGGESTED_OTHER: (Kind.CORRECT, True),
        Present.WITHIN: (Kind.CORRECT, False),
        Present.OTHER: (Kind.RELABEL, False),
        Present.REJECTED: (Kind.ADD, False),
    },
    Action.REJECT: {Present.SUGGESTED: (Kind.REJECT, True), Present.EQUAL: (Kind.REMOVE, False)},
    Action.RELABEL: {Present.SUGGESTED_OTHER: (Kind.CORRECT, False), Present.OTHER: (Kind.RELABEL, False)},
}


class EverySame:
    """Finds every same mention and decides for those that a person ticked."""

    def __init__(self, desk: Desk, recall: Recall) -> None:
        self._desk = desk
        self._recall = recall

    def asked(self, row: int, start: int, end: int, label: Id, *, action: Action = Action.LABEL, fold_case: bool = False) -> Asked:
        """Return the question for a stretch of an entry. Raises InputError where it holds no mention."""
        words = entry_store.read_entry(self._desk.conn, row).text[start:end]
        mention = normal(words, fold_case=fold_case)
        if not mention:
            raise InputError("There is no mention here: select a name, or go to one.")
        return Asked(mention, label, action, fold_case)

    def source_of(self, row: int) -> int:
        """Return the row of the source that an entry is listed under; 0 where there is no such entry."""
        return store.source_of(self._desk.conn, row)

    def preview(
        self,
        asked: Asked,
        *,
        known: Known | None = None,
        progress: Progress = lambda _done, _total: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Everywhere:
        """Return all places of a mention and what is there. Reads only, so that it can run on a project opened beside to look only.

        `known` is what live memory proposes of it, where this project's own memory is not on.
        """
        desk = self._desk
        rows = store.rows_that_may_hold(desk.conn, asked.mention, fold_case=asked.fold_case)
        finder = Finder([asked.mention], fold_case=asked.fold_case)
        hits: list[Hit] = []
        counts: Counter[Present] = Counter()
        withheld = more = 0
        for first in range(0, len(rows), BATCH):
            if stopped():
                break
            batch = rows[first : first + BATCH]
            places = {each: found for each in store.standing(desk.conn, batch) if (found := apart(finder.places(each.text)))}
            hidden = self._desk.withheld([each.row for each in places])
            withheld += sum(len(found) for each, found in places.items() if each.row in hidden)
            for hit in self._hits(asked, {each: found for each, found in places.items() if each.row not in hidden}, known):
                counts[hit.present] += 1
                if len(hits) < MOST:
                    hits.append(hit)
                else:
                    more += 1
            progress(min(first + BATCH, len(rows)), len(rows))
        return Everywhere(asked, tuple(hits), dict(counts), withheld, more)

    def apply(self, asked: Asked, hits: Iterable[Hit], *, progress: Progress = lambda _done, _total: None) -> Changed:
        """Decide for these hits in one step that one undo takes back. What changed since they were found is left as it is, and counted.

        Raises InputError for a label that cannot be given, MachineError where nothing could be written.
        """
        desk = self._desk
        label = desk.scheme.by_id(asked.label)
        if asked.action is not Action.REJECT and (label is None or label.retired):
            raise InputError("This label is retired or unknown; choose another one.")
        wanted: dict[int, list[Hit]] = {}
        for hit in hits:
            if hit.kind is not None:
                wanted.setdefault(hit.entry, []).append(hit)
        hidden = desk.withheld(list(wanted))
        drafts: list[Draft] = []
        left = sum(len(found) for row, found in wanted.items() if row in hidden)
        rows = [row for row in wanted if row not in hidden]
        for first in range(0, len(rows), BATCH):
            batch = rows[first : first + BATCH]
            stand = store.spans_of(desk.conn, batch, desk.layer_row)
            for row, entry in entry_store.ids(desk.conn, batch):
                new = self._drafts(asked, entry, wanted[row], stand.get(row, []))
                left += len(wanted[row]) - len(new)
                drafts += new
        if not drafts:
            return NOTHING
        key = label.key if label else ""
        verb = {
            Action.LABEL: f"Label {len(drafts)} as {key}",
            Action.REJECT: f"Reject {len(drafts)}",
            Action.RELABEL: f"Relabel {len(drafts)} as {key}",
        }
        message = f"Left as they are, since they changed meanwhile: {left:,}." if left else ""
        return desk.commit(Step(f"{verb[asked.action]}: “{asked.mention}”", tuple(drafts)), message=message, progress=progress)

    # Looking

    def _hits(self, asked: Asked, places: Mapping[Standing, Sequence[Place]], known: Known | None) -> Iterable[Hit]:
        desk = self._desk
        rows = [each.row for each in places]
        spans = store.spans_of(desk.conn, rows, desk.layer_row)
        rejected = span_store.rejections(desk.conn, rows, desk.layer_row)
        suggested = span_store.suggestions(desk.conn, rows)
        states = store.states_of(desk.conn, rows, desk.layer_row)
        for entry, found in places.items():
            state = State(states.get(entry.row, "fresh"))
            closed = state in (State.DONE, State.SKIPPED)
            stored = suggested.get(entry.row, [])
            if (self._recall.ready or known is not None) and not closed:
                stored = [each for each in stored if each.suggester != MEMORY]
            refused = set(rejected.get(entry.row, ()))
            stored = [each for each in stored if each.place not in refused]
            for place in found:
                live = None if closed else self._live(entry, place, known)
                proposed = [*stored, live] if live is not None and live.place not in refused else stored
                yield self._hit(asked, entry, place, state, spans.get(entry.row, []), proposed, refused)

    def _live(self, entry: Standing, place: Place, known: Known | None) -> Suggestion | None:
        known = self._recall.known(entry.text[place.start : place.end]) if self._recall.ready else known
        if known is None:
            return None
        identity = span_store.suggestion_id(entry.id, place.start, place.end, known.label, MEMORY, VERSION)
        return Suggestion(identity, place.start, place.end, known.label, MEMORY, VERSION, known.fact.score, known.fact.why)

    def _hit(
        self, asked: Asked, entry: Standing, place: Place, state: State, spans: Sequence[Span], proposed: Sequence[Suggestion],
        refused: set[tuple[int, int, Id]],
    ) -> Hit:  # fmt: skip
        present, thing = self._present(asked.label, place, spans, proposed, refused)
        kind, ticked = _DECIDED[asked.action].get(present, (None, False))
        if asked.action is Action.RELABEL and thing is not None and thing.label == asked.old:
            ticked = kind is not None
        text = entry.text
        return Hit(
            entry.row, entry.source, entry.title, entry.published, place.start, place.end,
            text[max(0, place.start - LEFT) : place.start], text[place.start : place.end],
            text[place.end : place.end + RIGHT], present, state,
            thing.label if thing else None, thing.score if thing else None, thing, kind, ticked and state is not State.SKIPPED,
        )  # fmt: skip

    def _present(
        self, label: Id, place: Place, spans: Sequence[Span], proposed: Sequence[Suggestion], refused: set[tuple[int, int, Id]]
    ) -> tuple[Present, Span | Suggestion | None]:
        overlap = self._desk.scheme.overlap
        same = [each for each in spans if (each.start, each.end) == (place.start, place.end)]
        if same:
            equal = next((each for each in same if each.label == label), None)
            return (Present.EQUAL, equal) if equal else (Present.OTHER, same[0])
        crossing = next((each for each in spans if conflicting(place.start, place.end, each.start, each.end, overlap)), None)
        if crossing is not None:
            return Present.OVERLAPPING, crossing
        here = sorted(
            (each for each in proposed if (each.start, each.end) == (place.start, place.end)), key=lambda each: -(each.score or 0.6)
        )
        equal_one = next((each for each in here if each.label == label), None)
        if equal_one is not None:
            return Present.SUGGESTED, equal_one
        if (place.start, place.end, label) in refused:
            return Present.REJECTED, None
        if here:
            return Present.SUGGESTED_OTHER, here[0]
        taken = Taken(overlap, (each.place for each in spans))
        around = next(
            (
                each
                for each in proposed
                if conflicting(place.start, place.end, each.start, each.end, overlap) and not taken.clashing(each.start, each.end)
            ),
            None,
        )
        return (Present.WITHIN, around) if around is not None else (Present.UNTAGGED, None)

    # Deciding

    def _drafts(self, asked: Asked, entry: Id, hits: Sequence[Hit], spans: Sequence[Span]) -> list[Draft]:
        layer, new = self._desk.layer, self._desk.ids.new
        taken = Taken(self._desk.scheme.overlap, (each.place for each in spans))
        standing = {each.id: each for each in spans}
        drafts = []
        for hit in hits:
            thing, place = hit.thing, (hit.start, hit.end, asked.label)
            if isinstance(thing, Span):
                if standing.get(thing.id) != thing:
                    continue
                if hit.kind is Kind.REMOVE:
                    drafts.append(Draft(Kind.REMOVE, layer, entry, before=span_payload(thing)))
                else:
                    changed = Span(thing.id, thing.start, thing.end, asked.label, _touched(thing.origin))
                    drafts.append(Draft(Kind.RELABEL, layer, entry, before=span_payload(thing), after=span_payload(changed)))
                continue
            if place in taken or taken.clashing(hit.start, hit.end):
                continue
            answered = None if thing is None else suggestion_payload(thing)
            if hit.kind is Kind.REJECT and thing is not None:
                drafts.append(Draft(Kind.REJECT, layer, entry, after=place_payload(*thing.place), answered=answered))
                continue
            kind = hit.kind if thing is not None and hit.kind is not None else Kind.ADD
            origin = HUMAN if thing is None else thing.suggester if kind is Kind.ACCEPT else f"{thing.suggester}, corrected"
            span = Span(new(), hit.start, hit.end, asked.label, origin, thing.score if thing is not None and kind is Kind.ACCEPT else None)
            drafts.append(Draft(kind, layer, entry, after=span_payload(span), answered=answered))
            taken.add(place)
        return drafts


def _touched(origin: str) -> str:
    return origin if origin == HUMAN or origin.endswith(", corrected") else f"{origin}, corrected"
