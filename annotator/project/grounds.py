"""The ground of a settlement: who read the place how when it was settled, kept with the decision, so that a later change is found."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Payload
from annotator.core.ids import ADJUDICATED, Id, read, written
from annotator.core.model import Scheme
from annotator.core.rules import Place, overlaps
from annotator.store.compared import EntryWorks

Ground = Mapping[Id, frozenset[Place]]
"""By layer, its places (with label ids) that share text with the place; every layer that was done is in it, also with none."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the payload of a settlement says: places with label ids, and the comment."""

    places: tuple[Place, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The ground a decision keeps; `of`: which layers were looked at where they were chosen, else none."""

    ground: Ground
    of: frozenset[Id]
    unfinished: bool


def ground_of(entry: EntryWorks, start: int, end: int, layers: Collection[Id], *, unfinished: bool = False) -> Ground:
    """Return how those layers that are done with an entry read a stretch of it."""
    return {
        layer: frozenset(place for place in work.places if overlaps(place[0], place[1], start, end))
        for layer, work in entry.layers.items()
        if layer in layers and (work.done or unfinished)
    }


def settlement_draft(
    entry: Id,
    start: int,
    end: int,
    spans: Sequence[tuple[Id, int, int, Id]],
    *,
    how: str,
    over: Sequence[Id],
    comment: str,
    ground: Ground,
    of: Sequence[Id] | None,
    unfinished: bool,
) -> Draft:
    """Return the decision that settles a place: its spans (id, start, end, label), or no entity."""
    after: Payload = {
        "v": PAYLOAD_VERSION, "start": start, "end": end, "how": how, "over": [written(each) for each in over], "comment": comment,
        "spans": [{"span": written(span), "start": s, "end": e, "label": written(label)} for span, s, e, label in spans],
    }  # fmt: skip
    readings = [
        {"layer": written(layer), "places": [[s, e, written(label)] for s, e, label in sorted(ground[layer])]} for layer in sorted(ground)
    ]
    chosen = None if of is None else [written(each) for each in of]
    answered: Payload = {"v": PAYLOAD_VERSION, "readings": readings, "of": chosen, "unfinished": unfinished}
    return Draft(Kind.SETTLE if spans else Kind.NO_ENTITY, ADJUDICATED, entry, after=after, answered=answered)


def kept_ground(text: str, scheme: Scheme) -> Kept:
    """Return the ground that a decision keeps (JSON), labels merged since resolved; empty where it keeps none that can be read."""
    try:
        kept = json.loads(text)
        ground = {
            read(each["layer"]): frozenset((int(s), int(e), scheme.resolved(read(label))) for s, e, label in each["places"])
            for each in kept["readings"]
        }
        return Kept(ground, frozenset(read(each) for each in kept.get("of") or ()), bool(kept.get("unfinished")))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Kept({}, frozenset(), False)


def said(text: str) -> Said:
    """Return what the payload of a settlement (JSON) says."""
    after = json.loads(text)
    places = tuple((each["start"], each["end"], read(each["label"])) for each in after.get("spans", ()))
    return Said(places, str(after.get("comment", "")))
