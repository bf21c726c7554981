"""Rules that settle what can be settled without a person: which reading is taken, and what stays open."""

from __future__ import annotations

from enum import StrEnum

from annotator.agreement.disagreements import Disagreement, Reading
from annotator.core.ids import Id


class Rule(StrEnum):
    """What is taken by itself where layers differ. What all have is taken under every rule."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    STRICT = "strict majority"
    NAMED = "named annotator"


def chosen_reading(found: Disagreement, rule: Rule, *, named: Id | None = None) -> Reading | None:
    """Return the reading a rule takes in one disagreement, or None: it stays open. "Nothing here" is a reading like any other.

    unanimous takes nothing; majority takes the reading that more layers have than any other, and two at least; strict majority the one
    that more than half of the layers have; named annotator that layer's reading.
    """
    if rule is Rule.NAMED:
        return next((reading for reading in found.readings if named in reading.layers), None)
    best = max(found.readings, key=lambda reading: len(reading.layers))
    votes = len(best.layers)
    others = [len(reading.layers) for reading in found.readings if reading is not best]
    if rule is Rule.MAJORITY and votes >= 2 and votes > max(others, default=0):
        return best
    if rule is Rule.STRICT and votes * 2 > len(found.layers):
        return best
    return None
