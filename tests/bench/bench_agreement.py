"""How long agreement takes: strict span F1 of all pairs with intervals, and the same counting by nervaluate. Prints one JSON object.

    python tests/bench/bench_agreement.py [--annotators 10] [--entries 10000] [--spans 10] [--nervaluate-entries 10000]

nervaluate gives no interval; it is timed on one pair of the same layers and its time is multiplied by the number of pairs (and, with fewer
entries, by their share; its work is per entry). It counts four ways of matching at once, by label too: the ratio is of what a user waits
for strict F1 of all pairs, not of equal work.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import sys
import time
from collections.abc import Callable
from itertools import islice
from typing import Any

import numpy as np

from annotator.agreement.bootstrap import Resampler
from annotator.agreement.disagreements import disagreements
from annotator.agreement.figures import ground, pairs_of, strict_figure, whole
from annotator.agreement.groups import grouped
from annotator.agreement.settle import Rule, chosen_reading
from annotator.agreement.study import Study, study
from annotator.agreement.values import WHOLE, ComparedEntry, ComparedLayer, Place, Work

LABELS = ("PERSON", "ORG", "GPE", "DATE", "EVENT")
WORD, WORDS = 6, 100


def made(annotators: int, entries: int, spans: int, *, seed: int = 1) -> tuple[list[ComparedEntry], list[ComparedLayer]]:
    """Layers that agree on about five spans in six: of each twenty, one is missing, one has another label, one another edge."""
    chance = random.Random(seed)
    tokens = tuple((WORD * word, WORD * word + WORD - 1) for word in range(WORDS))
    held = [ComparedEntry(number.to_bytes(16, "big"), WORD * WORDS, tokens) for number in range(entries)]
    truth = {
        each.id: [(WORD * at, WORD * at + 11, chance.choice(LABELS)) for at in chance.sample(range(0, WORDS - 2, 3), spans)]
        for each in held
    }
    layers = []
    for number in range(annotators):
        work = {each.id: Work(True, tuple(_noisy(truth[each.id], chance))) for each in held}
        layers.append(ComparedLayer(number.to_bytes(16, "big"), f"annotator {number + 1}", work))
    return held, layers


def _noisy(places: list[Place], chance: random.Random) -> list[Place]:
    kept = []
    for start, end, label in sorted(places):
        lot = chance.randrange(20)
        if lot == 0:
            continue
        kept.append((start, end - WORD if lot == 1 else end, chance.choice(LABELS) if lot == 2 else label))
    return kept


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return seconds and result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def strict_of_all(packed: Study, resamples: int) -> list[float | None]:
    """Return strict F1 of every pair."""
    resampler = Resampler(0, resamples)
    return [strict_figure(ground(packed, pair, WHOLE, resampler)).value for pair in pairs_of(range(len(packed.layers)))]


def nervaluate_of_one(layers: list[ComparedLayer], entries: int) -> float:
    """Return nervaluate's strict F1 of the first two layers over the first entries."""
    from nervaluate import Evaluator

    sides = [
        [[{"start": s, "end": e, "label": label} for s, e, label in work.places] for work in islice(layer.work.values(), entries)]
        for layer in layers[:2]
    ]
    return float(Evaluator(*sides, tags=list(LABELS), loader="dict").evaluate()["overall"]["strict"].f1)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (
        ("--annotators", 10),
        ("--entries", 10_000),
        ("--spans", 10),
        ("--resamples", 1000),
        ("--nervaluate-entries", 10_000),
    ):
        parser.add_argument(name, type=int, default=default)
    given = parser.parse_args()
    entries, layers = made(given.annotators, given.entries, given.spans)
    pack, packed = timed(lambda: study(entries, layers))
    bare, values = timed(lambda: strict_of_all(packed, 0))
    bootstrapped, again = timed(lambda: strict_of_all(packed, given.resamples))
    assert values == again
    every, _ = timed(lambda: whole(study(entries, layers[:2]), resamples=given.resamples))
    first, _ = timed(lambda: list(islice(disagreements(entries, layers), 50)))
    listed, found = timed(lambda: list(disagreements(entries, layers)))
    grouping, _ = timed(lambda: grouped(found))
    settling, _ = timed(lambda: [chosen_reading(each, Rule.MAJORITY) for each in found])
    few = min(given.nervaluate_entries, given.entries)
    theirs, value = timed(lambda: nervaluate_of_one(layers, few))
    same = strict_of_all(study(entries[:few], [_first(layer, few) for layer in layers[:2]]), 0)[0]
    pairs = len(values)
    extrapolated = theirs * given.entries / few * pairs
    print(
        json.dumps(
            {
                "annotators": given.annotators,
                "entries": given.entries,
                "spans_per_entry": given.spans,
                "pairs": pairs,
                "resamples": given.resamples,
                "seconds_packing": round(pack, 3),
                "seconds_strict_all_pairs": round(bare, 3),
                "seconds_strict_all_pairs_with_intervals": round(bootstrapped, 3),
                "seconds_every_measure_of_one_pair_with_intervals": round(every, 3),
                "seconds_first_50_disagreements": round(first, 4),
                "seconds_all_disagreements": round(listed, 3),
                "disagreements": len(found),
                "seconds_grouping": round(grouping, 3),
                "seconds_settling_by_majority": round(settling, 3),
                "nervaluate_entries": few,
                "nervaluate_seconds_one_pair": round(theirs, 3),
                "nervaluate_seconds_all_pairs_extrapolated": round(extrapolated, 1),
                "nervaluate_f1_equals_ours": same is not None and abs(value - same) < 1e-12,
                "times_faster_without_intervals": round(extrapolated / (pack + bare), 1),
                "times_faster_with_intervals": round(extrapolated / (pack + bootstrapped), 1),
                "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "python": platform.python_version(),
                "numpy": np.__version__,
            }
        )
    )


def _first(layer: ComparedLayer, entries: int) -> ComparedLayer:
    return ComparedLayer(layer.id, layer.name, dict(islice(layer.work.items(), entries)))


if __name__ == "__main__":
    sys.exit(main())
