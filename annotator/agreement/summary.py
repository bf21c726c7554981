"""Everything a study of agreement holds, computed at once: what the screen shows and the report prints."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from annotator.agreement.bootstrap import Resampler
from annotator.agreement.confusion import Confusion, confusion
from annotator.agreement.figures import ground, pairs_of, parts, whole
from annotator.agreement.gamma import GammaOptions, gamma_figure
from annotator.agreement.study import Study
from annotator.agreement.sway import Sway, sway
from annotator.agreement.values import WHOLE, By, Figure, LeftOut, Slice
from annotator.core.errors import InputError

Progress = Callable[[int, int], None]
"""Told how many pieces are done, and of how many."""


def _silent(_done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Figures over all entries, figures of parts, matrices and sways, with what is needed to compute them again.

    `alone`: why there are no figures at all (fewer than two layers), else empty. `sways` compare each layer with the suggester,
    `alike` each pair of layers in both conditions; both are empty where it is known of no entry whether suggestions were shown.
    """

    layers: tuple[str, ...]
    labels: tuple[str, ...]
    entries: int
    figures: tuple[Figure, ...]
    parts: tuple[Figure, ...]
    confusions: tuple[Confusion, ...]
    sways: tuple[Sway, ...]
    alike: tuple[Sway, ...]
    seed: int
    resamples: int
    unfinished: bool
    progress: tuple[LeftOut, ...]
    alone: str = ""
    practice: int = 0
    """Entries that were not compared because somebody practised on them."""
    gamma: GammaOptions | None = None
    """How gamma was computed; None where it was not asked for."""


def slices(study: Study, by: By) -> tuple[Slice, ...]:
    """Return the slices of one kind that hold anything, in order. Days and months are those of the entries' times (ISO 8601)."""
    if by is By.LABEL:
        return tuple(Slice(label=label) for label in study.labels)
    if by is By.SOURCE:
        return tuple(Slice(source=source) for source in sorted({entry.source for entry in study.entries}))
    width = len("2022-01-27") if by is By.DAY else len("2022-01")
    heads = sorted({entry.time[:width] for entry in study.entries if entry.time})
    return tuple(Slice(since=head, until=_next(head)) for head in heads)


def agreement(
    study: Study,
    *,
    by: Collection[By] = (By.LABEL, By.SOURCE),
    suggester: int | None = None,
    gamma: GammaOptions | None = None,
    seed: int = 0,
    resamples: int = 1000,
    unfinished: bool = False,
    progress: Progress = _silent,
) -> Agreement:
    """Compute everything. `suggester` is the number of a layer that holds suggestions: it counts for sway only, not among the annotators.

    `gamma` adds gamma over all layers; it raises InputError where pygamma-agreement is missing. The same study, options and versions
    give the same figures, to the last digit. `progress` is told how many pieces are done, and of how many; what it raises ends the work.
    """
    chosen = tuple(layer for layer in range(len(study.layers)) if layer != suggester)
    names = tuple(study.names[layer] for layer in chosen)
    done = study.ready(chosen, unfinished=unfinished)
    held = tuple(LeftOut(name, int(row.sum())) for name, row in zip(names, done, strict=True))
    cut = tuple(part for each in By if each in by for part in slices(study, each))
    pairs = pairs_of(chosen)
    told = bool((study.shown[list(chosen)] >= 0).any())
    against = [(layer, suggester) for layer in chosen if suggester is not None and told]
    tick = _counting(progress, len(pairs) * (2 + len(cut) + told) + len(against))
    found = whole(study, layers=chosen, seed=seed, resamples=resamples, unfinished=unfinished, tick=tick)
    sampler = Resampler(seed, 0)
    if gamma is not None and len(chosen) > 1:
        found += (gamma_figure(ground(study, chosen, WHOLE, sampler, unfinished=unfinished), gamma),)
    matrices = []
    for pair in pairs:
        tick()
        on = ground(study, pair, WHOLE, sampler, unfinished=unfinished)
        matrices.append(confusion(study, *pair, counted=on.counted, left_out=on.left_out, unfinished=unfinished))
    return Agreement(
        layers=names,
        labels=study.labels,
        entries=len(study.entries),
        figures=found,
        parts=parts(study, cut, layers=chosen, seed=seed, resamples=resamples, unfinished=unfinished, tick=tick),
        confusions=tuple(matrices),
        sways=_sways(study, against, seed, resamples, unfinished, tick),
        alike=_sways(study, pairs if told else (), seed, resamples, unfinished, tick),
        seed=seed,
        resamples=resamples,
        unfinished=unfinished,
        progress=held,
        gamma=gamma,
        alone=""
        if len(chosen) > 1
        else "agreement needs two layers or more; there is only one"
        if chosen
        else "there is no layer to compare",
    )


def _sways(
    study: Study, pairs: Sequence[tuple[int, int]], seed: int, resamples: int, unfinished: bool, tick: Callable[[], None]
) -> tuple[Sway, ...]:
    found = []
    for pair in pairs:
        tick()
        found.append(sway(study, *pair, seed=seed, resamples=resamples, unfinished=unfinished))
    return tuple(found)


def _counting(progress: Progress, total: int) -> Callable[[], None]:
    pieces = iter(range(total))

    def tick() -> None:
        progress(next(pieces, total), total)

    return tick


def _next(head: str) -> str:
    try:
        first = date.fromisoformat(head if len(head) > len("2022-01") else f"{head}-01")
    except ValueError as error:
        raise InputError(f"An entry's time begins with {head!r}, which is no date; times are written as 2022-01-27T23:30:00Z.") from error
    if len(head) > len("2022-01"):
        return (first + timedelta(days=1)).isoformat()
    return (first.replace(day=28) + timedelta(days=4)).isoformat()[: len("2022-01")]
