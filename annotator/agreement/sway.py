"""How far suggestions sway: agreement where they were shown minus agreement where they were hidden (the control group)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from annotator.agreement import measures, spans
from annotator.agreement.bootstrap import Floats, Resampler, interval
from annotator.agreement.figures import Ground, ground, strict_figure
from annotator.agreement.study import Study
from annotator.agreement.values import WHOLE, Counted, Figure, Slice

SWAY = measures.Measure(
    "sway", "Sway", "strict span F1 where suggestions were shown - where they were hidden", "difference of two independent samples"
)


@dataclass(frozen=True, slots=True)
class Sway:
    """Two layers in both conditions. `difference` has no value where either side has none; its interval resamples both groups apart."""

    shown: Figure
    hidden: Figure
    difference: Figure


def sway(
    study: Study, first: int, second: int, *, part: Slice = WHOLE, seed: int = 0, resamples: int = 1000, unfinished: bool = False
) -> Sway:
    """Return strict F1 of two layers where suggestions were shown, where they were hidden, and shown minus hidden.

    With a suggester as one layer (done with every entry it ran on) the difference says how far its suggestions swayed the annotator;
    with two annotators, whether suggestions made them more alike. An entry of which it is not known whether they were shown is in neither.
    The two groups are drawn independently; percentile interval of the difference (Efron, Tibshirani 1993, chapters 8 and 13).
    """
    samplers = {True: Resampler(seed, resamples, stream=1), False: Resampler(seed, resamples, stream=2)}
    grounds = {
        shown: ground(study, (first, second), replace(part, shown=shown), sampler, unfinished=unfinished)
        for shown, sampler in samplers.items()
    }
    return Sway(strict_figure(grounds[True]), strict_figure(grounds[False]), _difference(grounds[True], grounds[False], part))


def _difference(shown: Ground, hidden: Ground, part: Slice) -> Figure:
    tables = [_table(each) for each in (shown, hidden)]
    one, other = (measures.f1(table.sum(axis=0)) for table in tables)
    counted = Counted(*(getattr(shown.counted, name) + getattr(hidden.counted, name) for name in Counted.__slots__))
    reasons = [
        f"where suggestions were {word}, {'no entry counts' if not each.counted.entries else 'neither side marked anything'}"
        for word, each, value in (("shown", shown, one), ("hidden", hidden, other))
        if np.isnan(value)
    ]
    if reasons:
        why = "; ".join(reasons)
        return Figure(SWAY.key, shown.names, None, why, no_interval=why, counted=counted, slice=part)
    samples = [measures.f1(each.resampler.sums(table)) for each, table in zip((shown, hidden), tables, strict=True)]
    bounds = interval(samples[0] - samples[1], entries=min(shown.counted.entries, hidden.counted.entries))
    return Figure(
        SWAY.key,
        shown.names,
        float(one - other),
        low=bounds.low,
        high=bounds.high,
        no_interval=bounds.reason,
        undefined_resamples=bounds.undefined,
        counted=counted,
        slice=part,
    )


def _table(on: Ground) -> Floats:
    return spans.strict_columns(*on.spans, groups=len(on.study.entries))[on.entries]
