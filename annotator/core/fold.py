"""From decisions to what is: which steps are cancelled, which registers hold which value.

Nothing here knows a database. The order of the input does not matter where a function says so; the log's order does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.core.decisions import CANCELLING, Decision, Kind, Payload
from annotator.core.ids import ADJUDICATED, Id, derived_row, read
from annotator.core.model import Overlap, Scheme, State
from annotator.core.rules import Taken
from annotator.core.settlements import Settlement, in_force, settlement_of

Register = tuple[Any, ...]
"""What is written: its type, then what it is of. Registers of an entry do not name the entry."""

Order = tuple[int, bytes, bytes]

_STATES = {Kind.DONE: State.DONE, Kind.SKIP: State.SKIPPED, Kind.REOPEN: State.BEGUN}
_SPAN_WRITERS = frozenset({Kind.ACCEPT, Kind.CORRECT, Kind.ADD, Kind.RELABEL, Kind.MOVE})
SETTLING = frozenset({Kind.SETTLE, Kind.NO_ENTITY})
"""Kinds that settle a place of the adjudicated layer: with spans, or with none."""


def imported_spans(decision: Id, count: int) -> list[Id]:
    """Return the ids of the spans that an import's decision holds, in their order: time-ordered like their decision."""
    return [decision[:6] + each[:10] for each in derived_row("imported span", decision, count)]


def cancelled(decisions: Iterable[Decision]) -> set[Id]:
    """Return the steps that do not count, from the cancelling decisions (in any order).

    A step counts unless a later step that counts cancels it; so newest first settles it in one pass.
    """
    dead: set[Id] = set()
    for decision in sorted(decisions, key=lambda each: each.order, reverse=True):
        if decision.kind in CANCELLING and decision.step not in dead and decision.after is not None:
            dead.add(read(decision.after["cancels"]))
    return dead


def writes(decision: Decision) -> Iterator[tuple[Register, Any]]:
    """Yield the registers that a decision writes, with their values; None empties a register."""
    kind, after, layer = decision.kind, decision.after, decision.layer
    if kind in CANCELLING:
        return
    if kind in _SPAN_WRITERS and after is not None:
        yield ("span", read(after["span"])), (layer, after["start"], after["end"], read(after["label"]), after["origin"], after["score"])
    if kind in {Kind.RELABEL, Kind.MOVE, Kind.REMOVE} and decision.before is not None:
        # A span that was changed or removed answers the suggestion it came from: it is not proposed again.
        yield _rejection(layer, decision.before), True
    if kind is Kind.REJECT and after is not None:
        yield _rejection(layer, after), True
    if kind is Kind.CORRECT and decision.answered is not None:
        yield _rejection(layer, decision.answered), True
    if kind is Kind.REMOVE and decision.before is not None:
        yield ("span", read(decision.before["span"])), None
    if kind in _STATES:
        yield ("state", layer), _STATES[kind]
    if kind in SETTLING and after is not None:
        for replaced in after.get("over", ()):
            yield ("settlement", read(replaced)), None
        yield ("settlement", decision.id), settlement_of(decision)
    yield from _other_writes(decision)


def _other_writes(decision: Decision) -> Iterator[tuple[Register, Any]]:
    kind, after, layer = decision.kind, decision.after, decision.layer
    if after is None:
        return
    if kind in {Kind.FLAG, Kind.UNSURE}:
        yield (kind.value, layer, _maybe(after.get("about"))), bool(after["on"])
    elif kind is Kind.COMMENT:
        value = None if after["text"] is None else (decision.annotator, decision.time, after["text"], _maybe(after.get("about")))
        yield ("comment", read(after["comment"])), value
    elif kind is Kind.METADATA:
        yield ("metadata", after["object"], _maybe(after.get("id")), after["field"]), after["value"]
    elif kind is Kind.SCHEME:
        yield from _scheme_writes(after)
    elif kind is Kind.GUIDELINE:
        yield ("label", read(after["label"]), "guideline"), after["text"]
        yield ("label", read(after["label"]), "guideline_version"), after["version"]
    elif kind is Kind.IMPORT:
        if decision.entry is None:
            yield ("source", read(after["source"])), True
        else:
            spans = after["spans"]
            for identity, (start, end, label, origin) in zip(imported_spans(decision.id, len(spans)), spans, strict=True):
                yield ("span", identity), (layer, start, end, read(label), origin, None)
            for start, end, label in after.get("rejected", ()):
                yield ("rejected", layer, start, end, read(label)), True
            if after.get("state"):
                yield ("state", layer), State(after["state"])
    elif kind is Kind.HIDE:
        yield ("hidden", after["object"], read(after["id"])), bool(after["hidden"])
    elif kind is Kind.ASSIGN:
        yield (
            ("assigned", read(after["annotator"])),
            Assignment(bool(after.get("control")), bool(after.get("again")), _maybe(after.get("practice"))) if after["assigned"] else None,
        )
    elif kind is Kind.JOIN:
        yield ("joined", read(after["person"])), read(after["into"])


def _scheme_writes(after: Payload) -> Iterator[tuple[Register, Any]]:
    for name in ("overlap", "name"):
        if name in after:
            yield ("project", name), after[name]
    for label, fields in after.get("labels", {}).items():
        for name, value in fields.items():
            yield ("label", read(label), name), value
    for given_up, kept in after.get("aliases", {}).items():
        yield ("alias", read(given_up)), None if kept is None else read(kept)


def _rejection(layer: Id | None, place: Payload) -> Register:
    return ("rejected", layer, place["start"], place["end"], read(place["label"]))


def as_joined(decision: Decision, joined: Mapping[Id, Id]) -> Decision:
    """Return a decision as it counts once people were found to be one: the layer, the assigned and the settler are the one person's."""
    after = decision.after
    if decision.kind is Kind.ASSIGN and after is not None and read(after["annotator"]) in joined:
        return replace(decision, after={**after, "annotator": joined[read(after["annotator"])].hex()})
    annotator = joined.get(decision.annotator, decision.annotator) if decision.kind in SETTLING else decision.annotator
    layer = decision.layer if decision.layer is None else joined.get(decision.layer, decision.layer)
    if layer == decision.layer and annotator == decision.annotator:
        return decision
    return replace(decision, layer=layer, annotator=annotator)


def _maybe(value: str | None) -> Id | None:
    return None if value is None else read(value)


@dataclass(frozen=True, slots=True)
class FoldedSpan:
    """A span register with what decided it. `resolved` is its label after merging; `shown` False: see `visible`."""

    id: Id
    layer: Id
    start: int
    end: int
    label: Id
    resolved: Id
    origin: str
    score: float | None
    order: Order
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Assignment:
    """An entry is a person's to label: in the control group (no suggestions), to be shown again later, or to practise on.

    `practice` is the layer that is right there: the person is told how the own work differs from it, once done.
    """

    control: bool = False
    again: bool = False
    practice: Id | None = None


@dataclass(slots=True)
class EntryFold:
    """All that the log says of one entry."""

    spans: list[FoldedSpan] = field(default_factory=list)
    rejected: set[tuple[Id, int, int, Id]] = field(default_factory=set)
    states: dict[Id, State] = field(default_factory=dict)
    flags: dict[tuple[str, Id, Id | None], bool] = field(default_factory=dict)
    comments: dict[Id, tuple[Id, str, str, Id | None]] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)
    hidden: bool = False
    assigned: dict[Id, Assignment] = field(default_factory=dict)
    settlements: list[Settlement] = field(default_factory=list)


def fold_registers(decisions: Iterable[Decision], dead: set[Id] | frozenset[Id]) -> dict[Register, tuple[Any, Order]]:
    """Return each register's value and the order of the decision that gave it. Decisions come in any order."""
    registers: dict[Register, tuple[Any, Order]] = {}
    for decision in sorted(decisions, key=lambda each: each.order):
        if decision.step not in dead:
            for register, value in writes(decision):
                registers[register] = value, decision.order
    return registers


def fold_entry(decisions: Iterable[Decision], dead: set[Id] | frozenset[Id], scheme: Scheme) -> EntryFold:
    """Return what the decisions of one entry (in any order) come to."""
    fold = EntryFold()
    for register, (value, order) in fold_registers(decisions, dead).items():
        match register:
            case ("span", span_id) if value is not None:
                layer, start, end, label, origin, score = value
                fold.spans.append(FoldedSpan(span_id, layer, start, end, label, scheme.resolved(label), origin, score, order))
                fold.states.setdefault(layer, State.BEGUN)
            case ("rejected", layer, start, end, label):
                fold.rejected.add((layer, start, end, scheme.resolved(label)))
                fold.states.setdefault(layer, State.BEGUN)
            case ("state", layer):
                fold.states[layer] = value
            case ("flag" | "unsure" as name, layer, about):
                if value:
                    fold.flags[name, layer, about] = True
            case ("comment", comment) if value is not None:
                fold.comments[comment] = value
            case ("metadata", "entry", _, name):
                fold.metadata[name] = value
            case ("hidden", "entry", _):
                fold.hidden = value
            case ("assigned", person) if value is not None:
                fold.assigned[person] = value
            case ("settlement", _) if value is not None:
                fold.settlements.append(value)
                fold.states.setdefault(ADJUDICATED, State.BEGUN)
    fold.settlements = in_force(fold.settlements, scheme)
    agreed = [span for each in fold.settlements if not each.contested for span in _settled(each, scheme)]
    contested = [replace(span, shown=False) for each in fold.settlements if each.contested for span in _settled(each, scheme)]
    fold.spans = visible([*fold.spans, *agreed], scheme.overlap) + contested
    return fold


def _settled(settlement: Settlement, scheme: Scheme) -> list[FoldedSpan]:
    return [
        FoldedSpan(
            each.id, ADJUDICATED, each.start, each.end, each.label, scheme.resolved(each.label), settlement.how, None, settlement.order
        )
        for each in settlement.spans
    ]


def visible(spans: Iterable[FoldedSpan], overlap: Overlap) -> list[FoldedSpan]:
    """Return the spans with `shown` set: equal ones of a layer show once, and of two that clash the later stays out."""
    result: list[FoldedSpan] = []
    by_layer: dict[Id, list[FoldedSpan]] = {}
    for span in spans:
        by_layer.setdefault(span.layer, []).append(span)
    for layer in sorted(by_layer):
        taken = Taken(overlap)
        for span in sorted(by_layer[layer], key=lambda each: (*each.order, each.id)):
            place = span.start, span.end, span.resolved
            shown = place not in taken and not taken.clashing(span.start, span.end)
            if shown:
                taken.add(place)
            result.append(span if span.shown is shown else replace(span, shown=shown))
    return result
