"""Figures with all that belongs to them: value or reason, interval, what was counted and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from annotator.agreement import coding, measures, spans, unitizing
from annotator.agreement.bootstrap import Floats, Ints, Resampler, interval
from annotator.agreement.measures import Measure, Values
from annotator.agreement.study import Mask, Spans, Study, left_out
from annotator.agreement.values import WHOLE, Counted, Figure, LeftOut, Slice

NO_ENTRIES = "no entry of this part is done by all of these layers"
NO_SPANS = "neither side marked anything"
ONE_CATEGORY = "only one category was used, so agreement by chance is certain"


@dataclass(frozen=True, slots=True)
class Ground:
    """What several figures of the same layers and slice share; arrays are those of the entries that count."""

    study: Study
    layers: tuple[int, ...]
    part: Slice
    entries: Ints
    counted: Counted
    left_out: tuple[LeftOut, ...]
    spans: tuple[Spans, ...]
    ready: Mask
    resampler: Resampler = field(repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The layers' names."""
        return tuple(self.study.names[layer] for layer in self.layers)


def ground(study: Study, layers: Sequence[int], part: Slice, resampler: Resampler, *, least: int = 0, unfinished: bool = False) -> Ground:
    """Return the ground of figures: the entries of the slice with which `least` layers are done (0: all of them)."""
    needed = least or len(layers)
    ready = study.ready(layers, unfinished=unfinished)
    inside = study.inside(part, layers)
    use = inside & (ready.sum(axis=0) >= needed)
    chosen = tuple(study.labelled(layer, part) for layer in layers)
    counting = tuple(each.where((use & row)[each.entry]) for each, row in zip(chosen, ready, strict=True))
    marked = np.array([np.bincount(each.entry, minlength=use.size)[use] > 0 for each in counting]).reshape(len(layers), -1)
    expected = ready[:, use]
    empty = expected & ~marked
    counted = Counted(
        entries=int(use.sum()),
        spans=sum(each.key.size for each in counting),
        tokens=int(use[study.token_entry].sum()),
        one_empty=int((empty.any(axis=0) & (marked & expected).any(axis=0)).sum()),
        both_empty=int((~marked.any(axis=0)).sum()),
    )
    missing = left_out([study.names[layer] for layer in layers], ready, inside, least=needed) + study.unplaced(part, layers)
    return Ground(study, tuple(layers), part, np.flatnonzero(use).astype(np.int64), counted, missing, counting, ready, resampler)


def pair_figures(on: Ground) -> tuple[Figure, ...]:
    """Return every measure of two layers, gamma apart."""
    first, second = on.spans
    groups = len(on.study.entries)
    matched = [
        (measures.STRICT, spans.strict_columns(first, second, groups=groups), measures.f1),
        (measures.EDGES, spans.edge_columns(first, second, groups=groups), measures.f1),
        (measures.OVERLAP, spans.overlap_columns(first, second, groups=groups), measures.f1),
    ]
    found = [_figure(on, measure, columns, value, NO_SPANS, _one_side(on)) for measure, columns, value in matched if _says(on, measure)]
    if _says(on, measures.LABELS):
        found.append(_labels(on, spans.label_columns(first, second, groups=groups)))
    codes, categories = coding.token_codes(on.study, on.layers, on.part)
    owner = on.study.token_entry
    margins = coding.pair_columns(codes, owner, groups=groups, categories=len(categories))
    seen = _one_category(codes, on)
    for measure, value in ((measures.COHEN, measures.cohen), (measures.SCOTT, measures.scott)):
        found.append(_figure(on, measure, margins, value, ONE_CATEGORY, seen, tokens=True))
    nominal = coding.alpha_columns(codes, owner, groups=groups, categories=len(categories))
    found.append(_figure(on, measures.ALPHA, nominal, measures.alpha, ONE_CATEGORY, tokens=True))
    found.append(unitizing_figure(on))
    return tuple(found)


def all_figures(on: Ground, any_two: Ground, pairs: Sequence[Ground]) -> tuple[Figure, ...]:
    """Return the measures of three layers or more. F1 and Cohen's kappa are means over the pairs.

    `any_two` is the ground of all entries that at least two layers are done with.
    """
    groups = len(on.study.entries)
    found = []
    sides = [
        (measures.STRICT, spans.strict_columns),
        (measures.EDGES, spans.edge_columns),
        (measures.OVERLAP, spans.overlap_columns),
    ]
    for measure, columns in sides:
        if not _says(on, measure):
            continue
        table = np.concatenate([columns(*pair.spans, groups=groups) for pair in pairs], axis=1)
        found.append(_figure(any_two, measure, table, measures.mean_f1, "no pair marked anything", _pairs_without_spans))
    if _says(on, measures.LABELS):
        equal = [spans.label_columns(*pair.spans, groups=groups) for pair in pairs]
        found.append(_labels(any_two, np.sum(equal, axis=0)))
    codes, categories = coding.token_codes(on.study, on.layers, on.part)
    owner, size = on.study.token_entry, len(categories)
    rated = coding.hidden(codes, owner, any_two.ready)
    place = {layer: row for row, layer in enumerate(on.layers)}
    both = [rated[[place[layer] for layer in pair.layers]] for pair in pairs]
    light = np.concatenate([coding.pair_columns(each, owner, groups=groups, categories=size) for each in both], axis=1)
    mean = measures.mean_cohen(len(pairs))
    found.append(_figure(any_two, measures.LIGHT, light, mean, ONE_CATEGORY, _pairs_without_kappa(len(pairs)), tokens=True))
    full = coding.fleiss_columns(rated, owner, groups=groups, categories=size)
    found.append(_figure(on, measures.FLEISS, full, measures.fleiss, ONE_CATEGORY, tokens=True))
    nominal = coding.alpha_columns(rated, owner, groups=groups, categories=size)
    found.append(_figure(any_two, measures.ALPHA, nominal, measures.alpha, ONE_CATEGORY, tokens=True))
    found.append(unitizing_figure(on))
    return tuple(found)


def strict_figure(on: Ground) -> Figure:
    """Return the strict span F1 of two layers."""
    columns = spans.strict_columns(*on.spans, groups=len(on.study.entries))
    return _figure(on, measures.STRICT, columns, measures.f1, NO_SPANS, _one_side(on))


def unitizing_figure(on: Ground) -> Figure:
    """Return alpha for unitizing. Spans that share text with a longer one of the same label and layer are left out and counted."""
    flat = [unitizing.disjoint(each) for each in on.spans]
    dropped = on.counted.spans - sum(each.key.size for each in flat)
    labels = np.unique(np.concatenate([each.label for each in flat])).tolist() if flat else []
    units = unitizing.unit_sums(flat, base=on.study.base, length=on.study.length, labels=labels)
    tables = [unit.columns[on.entries] for unit in units]
    raters = len(on.layers)
    empty = unitizing.Units(0, np.zeros(0, dtype=np.int64), np.zeros((0, 3)))
    sums = [table.sum(axis=0) for table in tables] or [np.zeros(3)]
    value = unitizing.alpha(units or [empty], sums, raters)
    samples = [on.resampler.sums(table) for table in tables]
    resampled = unitizing.alpha(units, samples, raters) if samples else np.zeros(0)
    extra = (LeftOut("spans within a longer one of the same label", dropped),) if dropped else ()
    why = "no layer marked anything" if not labels else "the units leave no room to differ"
    return _finish(on, measures.UNITIZING, value, resampled, why, extra=extra)


def _says(on: Ground, measure: Measure) -> bool:
    """Within one label, whatever has equal edges has equal labels: such a figure would say nothing, or a 1 that no one earned."""
    return on.part.label is None or measure not in (measures.EDGES, measures.LABELS)


def _labels(on: Ground, columns: Floats) -> Figure:
    if np.unique(np.concatenate([each.label for each in on.spans])).size == 1:
        return _finish(on, measures.LABELS, np.array(np.nan), np.zeros(0), "only one label was used, so labels cannot differ")
    return _figure(on, measures.LABELS, columns, measures.share, "no stretch was marked by both sides")


def _figure(
    on: Ground,
    measure: Measure,
    columns: Floats,
    value: Values,
    undefined: str,
    remark: str | Callable[[Floats], str] = "",
    *,
    tokens: bool = False,
) -> Figure:
    table = columns[on.entries]
    sums = table.sum(axis=0)
    why = "the texts of these entries hold no token" if tokens and on.counted.entries and not on.counted.tokens else undefined
    said = remark if isinstance(remark, str) else remark(sums)
    return _finish(on, measure, value(sums), value(on.resampler.sums(table)), why, remark=said)


def _finish(
    on: Ground, measure: Measure, value: Floats, samples: Floats, why: str, *, extra: tuple[LeftOut, ...] = (), remark: str = ""
) -> Figure:
    missing = on.left_out + extra
    if np.isnan(value):
        reason = why if on.counted.entries else NO_ENTRIES
        return Figure(measure.key, on.names, None, reason, no_interval=reason, counted=on.counted, left_out=missing, slice=on.part)
    bounds = interval(samples, entries=on.counted.entries)
    return Figure(
        measure.key,
        on.names,
        float(value),
        low=bounds.low,
        high=bounds.high,
        no_interval=bounds.reason,
        undefined_resamples=bounds.undefined,
        counted=on.counted,
        left_out=missing,
        slice=on.part,
        remark=remark,
    )


def _one_side(on: Ground) -> str:
    silent = [name for name, each in zip(on.names, on.spans, strict=True) if not each.key.size]
    return f"{silent[0]} marked nothing in these entries" if len(silent) == 1 else ""


def _one_category(codes: Ints, on: Ground) -> str:
    use = np.isin(on.study.token_entry, on.entries)
    constant = [name for name, row in zip(on.names, codes, strict=True) if np.unique(row[use]).size == 1]
    return f"{constant[0]} used one category throughout; kappa is then 0, whatever the other did" if len(constant) == 1 else ""


def _pairs_without_spans(summed: Floats) -> str:
    sums = summed.reshape(-1, 3)
    silent = int((sums[:, 1] + sums[:, 2] == 0).sum())
    return f"{silent} of {len(sums)} pairs have no span to compare and are not in the mean" if silent else ""


def _pairs_without_kappa(pairs: int) -> Callable[[Floats], str]:
    def remark(sums: Floats) -> str:
        silent = int(np.isnan(measures.cohen(sums.reshape(pairs, -1))).sum())
        why = "no entry in common, or one category alone"
        return f"{silent} of {pairs} pairs have no kappa ({why}) and are not in the mean" if silent else ""

    return remark


def pairs_of(layers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return all pairs of layers, in their order."""
    return tuple(combinations(layers, 2))


def _still() -> None:
    pass


def whole(
    study: Study,
    *,
    layers: Sequence[int] | None = None,
    seed: int = 0,
    resamples: int = 1000,
    unfinished: bool = False,
    part: Slice = WHOLE,
    tick: Callable[[], None] = _still,
) -> tuple[Figure, ...]:
    """Return every measure for every pair of the layers (None: all there are) and, with three or more, for all of them together.

    `tick` is called before each pair.
    """
    resampler = Resampler(seed, resamples)
    chosen = tuple(range(len(study.layers))) if layers is None else tuple(layers)
    grounds = [ground(study, pair, part, resampler, unfinished=unfinished) for pair in pairs_of(chosen)]
    found: list[Figure] = []
    for on in grounds:
        tick()
        found += pair_figures(on)
    if len(chosen) > 2:
        found += all_figures(*_for_all(study, chosen, part, resampler, unfinished), grounds)
    return tuple(found)


def parts(
    study: Study,
    slices: Sequence[Slice],
    *,
    layers: Sequence[int] | None = None,
    seed: int = 0,
    resamples: int = 1000,
    unfinished: bool = False,
    tick: Callable[[], None] = _still,
) -> tuple[Figure, ...]:
    """Return, for each slice, the measures over all layers (of the one pair where there are two), and strict F1 of each pair.

    `tick` is called before each pair of each slice.
    """
    resampler = Resampler(seed, resamples)
    chosen = tuple(range(len(study.layers))) if layers is None else tuple(layers)
    found: list[Figure] = []
    for part in slices:
        grounds = []
        for pair in pairs_of(chosen):
            tick()
            grounds.append(ground(study, pair, part, resampler, unfinished=unfinished))
        if len(grounds) == 1:
            found += pair_figures(grounds[0])
        elif grounds:
            found += [strict_figure(on) for on in grounds]
            found += all_figures(*_for_all(study, chosen, part, resampler, unfinished), grounds)
    return tuple(found)


def _for_all(study: Study, layers: tuple[int, ...], part: Slice, resampler: Resampler, unfinished: bool) -> tuple[Ground, Ground]:
    return (
        ground(study, layers, part, resampler, unfinished=unfinished),
        ground(study, layers, part, resampler, least=2, unfinished=unfinished),
    )
