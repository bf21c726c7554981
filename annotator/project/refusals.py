"""What the annotator refused under a label and never gave it: others' suggestions of it lose weight, and then are shown no longer.

Refused counts what was rejected, and what was corrected to another label or other edges. Measured in reading order on four corpora (EWT dev
and test, WikiGold, re3d): what was refused once and never given is right in 37 of 63 of the next places; refused twice or oftener, in 14 of
187. A suggestion pays where it is right in one of three.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.core.ids import Id
from annotator.core.mentions import Finder, Place
from annotator.core.model import Suggestion
from annotator.suggest.memory import REJECTIONS

DOUBTED = 0.6
"""The greatest score of what was refused once: 37 of 63."""

Refused = Mapping[tuple[int, int, Id], int]
"""How often what stands at a place was refused under a label."""


@dataclass(slots=True)
class Refusals:
    """Mentions, in their normal form, that were refused under some labels and never given them."""

    _counts: dict[str, dict[Id, int]] = field(default_factory=dict)
    _finder: Finder = field(default_factory=lambda: Finder((), fold_case=False))

    def learn(self, mention: str, sums: Mapping[Id, Sequence[int]]) -> bool:
        """Take in what is known of a mention (by label: times given, entries, times rejected); return whether anything changed."""
        new = {label: row[2] for label, row in sums.items() if row[2] and not row[0]}
        old = self._counts.get(mention, {})
        if new == old:
            return False
        if new:
            self._counts[mention] = new
        else:
            del self._counts[mention]
        if new and not old:
            self._finder.add(mention)
        elif old and not new:
            self._finder.discard(mention)
        return True

    def clear(self) -> None:
        """Know nothing."""
        self._counts.clear()
        self._finder = Finder((), fold_case=False)

    def places(self, text: str) -> Refused:
        """Return where in a text such mentions stand."""
        return self.at(self._finder.places(text)) if self._counts else {}

    def at(self, places: Iterable[Place]) -> dict[tuple[int, int, Id], int]:
        """Return where such mentions stand among places of mentions."""
        return {
            (place.start, place.end, label): times
            for place in places
            if place.mention in self._counts
            for label, times in self._counts[place.mention].items()
        }


def heeded(proposed: Iterable[Suggestion], refused: Refused, remembered: Sequence[tuple[int, int]]) -> list[Suggestion]:
    """Return the suggestions without what was refused oftener than it pays to show; what was refused once is doubted.

    Where memory proposes (at the places `remembered`) a part of what was refused once, that is how it was corrected: only this is asked.
    """
    kept = []
    for each in proposed:
        times = refused.get(each.place, 0)
        if times >= REJECTIONS or (times and any(_part(place, each) for place in remembered)):
            continue
        kept.append(replace(each, score=min(DOUBTED, each.score or DOUBTED)) if times else each)
    return kept


def _part(place: tuple[int, int], whole: Suggestion) -> bool:
    return whole.start <= place[0] and place[1] <= whole.end and place != (whole.start, whole.end)
