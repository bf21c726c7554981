"""What a keystroke costs: key presses, and seconds by the keystroke-level model.

Card, S. K., Moran, T. P., Newell, A. (1980), "The keystroke-level model for user performance time with interactive systems",
Communications of the ACM 23 (7), 396-410. Its operators and times, in seconds: K, pressing a key, 0.28 (average non-secretary typist,
40 words a minute); M, preparing mentally, 1.35; H, moving the hand between keyboard and mouse, 0.40; P, pointing, 1.10; R, waiting for
the program. Nothing here needs the mouse, and the window answers within a keystroke, so H, P and R are 0. M stands once before each
unit that is decided on as one: each thing that is mended, each press that ends an entry, and in the second way of working each suggestion
that is looked at. The time to read the text is no part of the model; it is the same with and without suggestions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

KEYSTROKE, MENTAL = 0.28, 1.35
_ENDS = frozenset({"entry done", "training"})


@dataclass(slots=True)
class Spent:
    """What an entry cost: keys by what they were for (modifiers count, at each press), and units that were decided on."""

    spans: int = 0
    entries: int = 1
    keys: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    again: int = 0
    """Keys for names that an earlier entry had under the same label."""

    @property
    def all_keys(self) -> int:
        """All keys."""
        return sum(self.keys.values())

    @property
    def seconds(self) -> float:
        """Seconds by the keystroke-level model."""
        return KEYSTROKE * self.all_keys + MENTAL * sum(self.units.values())


def together(parts: Iterable[Spent]) -> Spent:
    """Return the sum of what entries cost."""
    total = Spent(entries=0)
    for each in parts:
        total.spans += each.spans
        total.entries += each.entries
        total.keys += each.keys
        total.units += each.units
        total.again += each.again
    return total


def told(spent: Spent) -> dict[str, object]:
    """Return keys and seconds for each gold span, and what the keys were for."""
    spans = max(spent.spans, 1)
    return {
        "keys per span": round(spent.all_keys / spans, 3), "seconds per span (KLM)": round(spent.seconds / spans, 2),
        "gold spans": spent.spans, "keys": spent.all_keys, "entries": spent.entries,
        "keys for what an earlier entry decided": spent.again,
        "keys by kind": dict(sorted(spent.keys.items())), "units by kind": dict(sorted(spent.units.items())),
    }  # fmt: skip


def mean_quarters(runs: Sequence[list[Spent]]) -> list[float]:
    """Return keys per span of each quarter of several runs taken together."""
    cut = [[parts[round(len(parts) * n / 4) : round(len(parts) * (n + 1) / 4)] for parts in runs] for n in range(4)]
    totals = [together(entry for part in quarter for entry in part) for quarter in cut]
    return [round(each.all_keys / max(each.spans, 1), 3) for each in totals]


def mending(parts: Sequence[Spent]) -> list[float]:
    """Return keys per span of each quarter without the presses that end an entry, which weigh more where an entry has few names."""
    return [
        round(sum(count for kind, count in each.keys.items() if kind not in _ENDS) / max(each.spans, 1), 3)
        for each in (together(parts[round(len(parts) * n / 4) : round(len(parts) * (n + 1) / 4)]) for n in range(4))
    ]


def quarters(parts: list[Spent]) -> list[dict[str, object]]:
    """Return what each quarter of the entries cost, in the order in which they were labelled."""
    cut = [round(len(parts) * n / 4) for n in range(5)]
    return [told(together(parts[first:last])) for first, last in pairwise(cut)]
