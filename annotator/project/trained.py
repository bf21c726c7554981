"""What training at the desk came to, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """F1 of one label (None: all labels together) on the entries held out, before and after; None where there is none to tell."""

    label: str | None
    gold: int
    strict_before: float | None
    strict_after: float | None
    relaxed_before: float | None
    relaxed_after: float | None


@dataclass(frozen=True, slots=True)
class Kept:
    """The share of names (relaxed) found in sample entries that the project has not done; `worse`: it fell, and by no chance."""

    entries: int
    before: float | None
    after: float | None
    worse: bool


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Strict F1 on the entries held out after learning from a part of the others."""

    share: float
    entries: int
    f1: float | None


@dataclass(frozen=True, slots=True)
class Trained:
    """A training that came to its end, or was stopped (then only what was to be learned from is told)."""

    layer: str
    learned_entries: int
    learned_spans: int
    held_out_entries: int
    held_out_by: str
    """source, or entry where there is one source only."""
    held_out_sources: tuple[str, ...]
    unknown_labels: Mapping[str, int]
    """Labels that the model does not give, with how many spans of them were not learned."""
    stopped: bool = True
    taken: bool = False
    why: str = "Stopped; nothing was changed."
    compared_with: str = ""
    figures: tuple[LabelFigures, ...] = ()
    """All labels together first."""
    better: float | None = None
    """In which share of the paired resamples of the entries held out it was better."""
    kept: Kept | None = None
    curve: tuple[CurvePoint, ...] = ()
    version: int = 0
    folder: Path | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """A model that `default` can use: 0 is the bundled one, the others lie beside the project."""

    number: int
    in_force: bool
    there: bool
    folder: Path | None
    result: Mapping[str, Any] = field(default_factory=dict)
    """What its training came to, with the names of `Trained`; empty where that was not kept."""
