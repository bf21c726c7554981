"""The values of comparing layers, for the faces: what figures, disagreements and scores are made of; and where a report is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.agreement.confusion import Confusion as Confusion
from annotator.agreement.disagreements import Disagreement as Disagreement
from annotator.agreement.disagreements import Reading as Reading
from annotator.agreement.disagreements import in_cell as in_cell
from annotator.agreement.evaluate import Score as Score
from annotator.agreement.gamma import MISSING as MISSING
from annotator.agreement.gamma import GammaOptions as GammaOptions
from annotator.agreement.gamma import bounds
from annotator.agreement.gamma import installed as installed
from annotator.agreement.groups import Group as Group
from annotator.agreement.groups import Order as Order
from annotator.agreement.measures import GAMMA
from annotator.agreement.report_data import NAMES, figure_of
from annotator.agreement.schemes import SchemeScore as SchemeScore
from annotator.agreement.settle import Rule as Rule
from annotator.agreement.summary import Agreement as Agreement
from annotator.agreement.sway import Sway as Sway
from annotator.agreement.values import By as By
from annotator.agreement.values import Figure as Figure
from annotator.agreement.values import Kind as Kind
from annotator.agreement.values import Place as Place
from annotator.agreement.values import Slice as Slice
from annotator.core.errors import InputError
from annotator.formats.writing import write_text


def measure_name(key: str) -> str:
    """Return what a figure is called."""
    return NAMES.get(key, key)


def gamma_of(found: Agreement) -> tuple[Figure, tuple[float, float] | None] | None:
    """Return Mathet's gamma with the least and the greatest that it may be (None where it is undefined); None where it is not computed."""
    figure = next((each for each in found.figures if each.measure == GAMMA.key), None)
    if figure is None or found.gamma is None:
        return None
    return figure, None if figure.value is None else bounds(figure.value, found.gamma.precision)


def with_gamma(found: Agreement, report: Mapping[str, Any]) -> Agreement:
    """Return the figures together with the gamma of a report in JSON: `annotator agreement --gamma --json` on the same layers.

    Raises InputError where there is none in it.
    """
    rows, how = report.get("figures"), report.get("gamma")
    if not isinstance(rows, list) or not isinstance(how, dict):
        raise InputError("Gamma was computed, but its result did not arrive whole; compare fewer layers at once.")
    figures = tuple(figure_of(row) for row in rows if row["measure"] == GAMMA.key)
    return replace(found, figures=without_gamma(found).figures + figures, gamma=GammaOptions(**how))


def without_gamma(found: Agreement) -> Agreement:
    """Return the figures without gamma."""
    return replace(found, figures=tuple(each for each in found.figures if each.measure != GAMMA.key), gamma=None)


def write_report(path: Path, text: str) -> None:
    """Write a report, as a whole or not at all. Raises MachineError where the disk does not take it."""
    write_text(path, text)
