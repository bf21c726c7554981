"""Mathet's gamma, computed by pygamma-agreement, an optional extra.

Source: Mathet, Widlöcher, Métivier, The unified and holistic method gamma for inter-annotator agreement measure and alignment,
Computational Linguistics 41(3), 2015. gamma = 1 - (disorder of the best alignment) / (expected disorder of shuffled annotations).
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from annotator.agreement.figures import Ground
from annotator.agreement.measures import GAMMA
from annotator.agreement.values import Figure, LeftOut
from annotator.core.errors import InputError

MISSING = "Gamma needs the package pygamma-agreement, which is not installed; install annotator[gamma]."
SAMPLED = "gamma is itself an average over shuffled annotations; it is not resampled over entries"


@dataclass(frozen=True, slots=True)
class GammaOptions:
    """Weights of position and label, the cost of a unit without partner, the precision of the expected disorder, and the seed.

    Expected disorder comes of shuffled annotations, as in the paper; with `shuffle` off, of drawn ones of the same statistics.
    More than `most` spans are refused: the number of possible alignments grows with the power of the number of layers.
    """

    alpha: float = 3.0
    beta: float = 1.0
    delta_empty: float = 1.0
    precision: float = 0.05
    shuffle: bool = True
    seed: int = 0
    most: int = 5000

    def __post_init__(self) -> None:
        if not 0 <= self.seed < 2**32:
            raise InputError(f"The seed of gamma is a number from 0 to {2**32 - 1}, not {self.seed}.")


def installed() -> bool:
    """Return whether gamma can be computed here."""
    return importlib.util.find_spec("pygamma_agreement") is not None


def gamma_figure(on: Ground, options: GammaOptions | None = None) -> Figure:
    """Return gamma over the entries all layers are done with. Raises InputError where pygamma-agreement is not installed.

    Entries stand end to end with room between them, more than any span is long, so that no best alignment joins spans of two entries.
    """
    chosen = options or GammaOptions()
    if not installed():
        raise InputError(MISSING)
    silent = [name for name, spans in zip(on.names, on.spans, strict=True) if not spans.key.size]
    if not on.counted.entries or len(silent) > 0:
        why = (
            f"{silent[0]} marked nothing, and gamma aligns spans of every layer"
            if on.counted.entries
            else "no entry is done by all of these layers"
        )
        return _undefined(on, why)
    if on.counted.spans > chosen.most:
        why = f"{on.counted.spans} spans are more than the {chosen.most} that gamma is computed for; choose a source or a window of time"
        return _undefined(on, why)
    library = importlib.import_module("pygamma_agreement")
    continuum = library.Continuum()
    segment = importlib.import_module("pyannote.core").Segment
    longest = max(int((spans.end - spans.start).max()) for spans in on.spans)
    rank = np.zeros(len(on.study.entries), dtype=np.int64)
    rank[on.entries] = np.arange(on.entries.size)
    for name, spans in zip(on.names, on.spans, strict=True):
        shift = rank[spans.entry] * (10 * longest)
        for start, end, label in zip((spans.start + shift).tolist(), (spans.end + shift).tolist(), spans.label.tolist(), strict=True):
            continuum.add(name, segment(start, end), on.study.labels[label])
    value = sampled(library, continuum, chosen)
    return Figure(
        GAMMA.key, on.names, value, no_interval=SAMPLED, counted=on.counted, left_out=on.left_out, slice=on.part,
        remark=tolerance(value, chosen.precision),
    )  # fmt: skip


def bounds(value: float, precision: float) -> tuple[float, float]:
    """Return the least and the greatest gamma that an expected disorder known to within a share of itself leaves, at 95 %."""
    return 1 - (1 - value) / (1 - precision), 1 - (1 - value) / (1 + precision)


def tolerance(value: float, precision: float) -> str:
    """Return within what a gamma is known, in words: its expected disorder is sampled until it is known to within a share of itself.

    The number of samples comes from section 5.3 of the paper, at 95 %; disorder / expected disorder is 1 - gamma.
    """
    low, high = bounds(value, precision)
    return f"sampled: expected disorder is known to within {100 * precision:g} %, so gamma lies from {low:.3f} to {high:.3f} (95 %)"


def sampled(library: ModuleType, continuum: Any, options: GammaOptions) -> float:  # noqa: ANN401  (the library has no types)
    """Return gamma of one of the library's continua. The library draws from numpy's global generator: its state is put back afterwards."""
    dissimilarity = library.CombinedCategoricalDissimilarity(alpha=options.alpha, beta=options.beta, delta_empty=options.delta_empty)
    sampler = library.ShuffleContinuumSampler() if options.shuffle else library.StatisticalContinuumSampler()
    with _apart(options.seed):
        result = continuum.compute_gamma(dissimilarity, precision_level=options.precision, sampler=sampler)
    return float(result.gamma)


@contextmanager
def _apart(seed: int) -> Iterator[None]:
    """Seed the global generator and hold back the root logger, which the library tells at every sample that it uses its second solver."""
    before = np.random.get_state()
    root, deaf = logging.getLogger(), logging.NullHandler()
    root.addHandler(deaf)
    root.addFilter(_not_of_solver)
    np.random.seed(seed)
    try:
        yield
    finally:
        np.random.set_state(before)
        root.removeFilter(_not_of_solver)
        root.removeHandler(deaf)


def _not_of_solver(record: logging.LogRecord) -> bool:
    return "CBC solver not installed" not in record.getMessage()


def _undefined(on: Ground, why: str) -> Figure:
    extra = (LeftOut("spans", on.counted.spans),) if on.counted.spans else ()
    return Figure(GAMMA.key, on.names, None, why, no_interval=why, counted=on.counted, left_out=on.left_out + extra, slice=on.part)
