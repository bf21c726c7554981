"""Figures and disagreements, computed in another thread over a connection of its own; the window goes on meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from annotator.project.cases import Case
from annotator.project.comparing import Agreement
from annotator.project.door import Means, User, open_beside, open_project
from annotator.project.layers import LayerSummary
from annotator.project.studying import Asked
from annotator.ui.tasks import Handle

_PART = 200
"""Entries looked at between two looks whether the result is still wanted."""
_WHOLE, _LISTING = 1000, 300
"""What progress counts in all, and how much of it is for listing disagreements."""


@dataclass(frozen=True, slots=True)
class Computed:
    """All that the screen shows of one question; `layers` are in the order of the agreement's names."""

    asked: Asked
    layers: tuple[LayerSummary, ...]
    agreement: Agreement
    cases: tuple[Case, ...]
    decisions: int


def compute(path: Path, who: User, means: Means, read_only: bool, asked: Asked, handle: Handle) -> Computed:
    """Compute all figures with their intervals and list every disagreement. Raises AnnotatorError, and stops where it is not wanted."""
    project = open_project(path, who, means, read_only=True) if read_only else open_beside(path, who, means)
    try:
        handle.check()
        layers = tuple(project.studying.layers(asked))
        cases: list[Case] = []
        rows = project.entries.rows()
        for first in range(0, len(rows), _PART):
            handle.check()
            handle.progress(_LISTING * first // len(rows), _WHOLE)
            cases += project.settling.cases(asked, rows=rows[first : first + _PART])
        handle.check()
        found = project.studying.agreement(asked, progress=partial(_told, handle))
        decisions = int(project.desk.conn.execute("SELECT count(*) FROM decisions").fetchone()[0])
        return Computed(asked, layers, found, tuple(cases), decisions)
    finally:
        project.close()


def _told(handle: Handle, done: int, total: int) -> None:
    handle.check()
    handle.progress(_LISTING + (_WHOLE - _LISTING) * done // max(total, 1), _WHOLE)
