"""How places of the adjudicated layer are settled, and which settlements hold where two adjudicators said something of one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.core.decisions import Decision
from annotator.core.ids import Id, read
from annotator.core.model import Overlap, Scheme, Span, check_place

BY_PERSON = "person"
"""How a place was settled that a person looked at; else it is the rule that took it."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What one decision says of a place: its spans, or none (no entity). `contested`: another adjudicator says otherwise, so it is open."""

    id: Id
    start: int
    end: int
    spans: tuple[Span, ...]
    how: str
    adjudicator: Id
    order: tuple[int, bytes, bytes]
    contested: bool = False


def settlement_of(decision: Decision) -> Settlement:
    """Return what a SETTLE or NO_ENTITY decision says. Raises KeyError, TypeError or ValueError where its payload is not one.

    The payload: start, end, how, `spans` (each span, start, end, label; left out for no entity), `over` (decisions it replaces), comment.
    """
    after = decision.after or {}
    check_place(after["start"], after["end"])
    spans = tuple(Span(read(each["span"]), each["start"], each["end"], read(each["label"])) for each in after.get("spans", ()))
    how = after["how"]
    return Settlement(decision.id, after["start"], after["end"], spans, how, decision.annotator, decision.order)


def in_force(settlements: Iterable[Settlement], scheme: Scheme) -> list[Settlement]:
    """Return the settlements that hold, in their order, with `contested` set.

    Of one adjudicator's on one place the last holds. Two adjudicators who differ on a place leave it open: both are contested.
    In a flat project a place is shared where text is; in a nested one where the edges are equal, because names stand within names there.
    """
    held: list[Settlement] = []
    for each in sorted(settlements, key=lambda one: one.order):
        held = [one for one in held if one.adjudicator != each.adjudicator or not _meet(one, each, scheme)]
        held.append(each)
    return [replace(one, contested=any(_differ(one, other, scheme) for other in held if other is not one)) for one in held]


def _meet(one: Settlement, other: Settlement, scheme: Scheme) -> bool:
    if scheme.overlap is Overlap.NESTED:
        return (one.start, one.end) == (other.start, other.end)
    return one.start < other.end and other.start < one.end


def _differ(one: Settlement, other: Settlement, scheme: Scheme) -> bool:
    return _meet(one, other, scheme) and _within(one, other, scheme) != _within(other, one, scheme)


def _within(one: Settlement, other: Settlement, scheme: Scheme) -> set[tuple[int, int, Id]]:
    return {(s.start, s.end, scheme.resolved(s.label)) for s in one.spans if s.start < other.end and other.start < s.end}
