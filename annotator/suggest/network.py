"""The network of the bundled model, from columns of numbers to scores of tags, and everything of the component that is not a weight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from annotator.suggest import crf
from annotator.suggest.features import COLUMNS, UNKNOWN
from annotator.suggest.vectors import Vectors

if TYPE_CHECKING:
    from thinc.api import Model

Numbers = NDArray[np.uint64]
VECTOR = COLUMNS.index("vector")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything of the component that is not a weight. `sizes`: rows and width of the table of each column of `features` but the last."""

    labels: tuple[str, ...] = ()
    width: int = 96
    depth: int = 4
    pieces: int = 3
    sizes: tuple[tuple[int, int], ...] = (
        (20000, 96),
        (4000, 32),
        (6000, 48),
        (1500, 32),
        (8000, 48),
        (4000, 48),
        (100, 16),
        (2000, 32),
        (64, 16),
    )
    threshold: float = 0.4
    """Names below this probability are not given, but where `thresholds` says otherwise of their label."""
    thresholds: tuple[tuple[str, float], ...] = ()
    """Labels and the probabilities below which their names are not given."""
    hidden: float = 0.24
    """While learning: the share of words that are hidden (a third of them with their beginning, end and vector), and half that share of
    what the lists and the rest of the entry say."""
    style: int = UNKNOWN
    """The way of annotating that is asked for: the number of a corpus of training, or `UNKNOWN` for what they have in common."""
    members: int = 1
    """Networks of this kind whose scores are added."""
    calibration: tuple[tuple[float, float], ...] = ()
    """Points (raw, calibrated) of a rising line; empty means as the chain gives it."""


def network(settings: Settings, vectors: Vectors) -> Model[Any, Any]:
    """Return the thinc model from columns (tokens, columns) to scores of tags (tokens, K), for lists of entries."""
    from thinc.api import add, with_array

    members = [_member(settings, vectors) for _ in range(settings.members)]
    return with_array(add(*members) if len(members) > 1 else members[0], pad=settings.depth)


def _member(settings: Settings, vectors: Vectors) -> Model[Any, Any]:
    from thinc.api import HashEmbed, Linear, Maxout, chain, clone, concatenate, expand_window, residual

    columns: list[Model[Any, Any]] = [
        HashEmbed(nO=width, nV=size, column=place, seed=place + 8, dropout=0.0) for place, (size, width) in enumerate(settings.sizes)
    ]
    if vectors.width:
        columns.append(_looked_up(vectors))
    total = sum(width for _, width in settings.sizes) + vectors.width
    wide = settings.width
    layer: Model[Any, Any] = chain(
        expand_window(window_size=1), Maxout(nO=wide, nI=wide * 3, nP=settings.pieces, normalize=True, dropout=0.0)
    )
    return chain(
        concatenate(*columns),
        Maxout(nO=wide, nI=total, nP=settings.pieces, normalize=True, dropout=0.0),
        clone(residual(layer), settings.depth),
        Linear(nO=crf.tag_count(len(settings.labels)), nI=wide),
    )


def _looked_up(vectors: Vectors) -> Model[Any, Any]:
    """Return the layer that gives each token the vector of its word; nothing in it is learned."""
    from thinc.api import Model

    return Model("annotator_vectors", _values, attrs={"vectors": vectors}, dims={"nO": vectors.width})


def _values(model: Model[Any, Any], columns: Numbers, is_train: bool) -> tuple[NDArray[np.float32], Callable[[object], Numbers]]:
    def back(_: object) -> Numbers:
        return np.zeros_like(columns)

    return model.attrs["vectors"].values(columns[:, VECTOR]), back
