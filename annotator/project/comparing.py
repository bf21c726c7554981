"""The values of comparing layers, for the faces: what figures, disagreements and scores are made of; and where a report is written."""

from __future__ import annotations

from pathlib import Path

from annotator.agreement.confusion import Confusion as Confusion
from annotator.agreement.disagreements import Disagreement as Disagreement
from annotator.agreement.disagreements import Reading as Reading
from annotator.agreement.disagreements import in_cell as in_cell
from annotator.agreement.evaluate import Score as Score
from annotator.agreement.gamma import GammaOptions as GammaOptions
from annotator.agreement.groups import Group as Group
from annotator.agreement.groups import Order as Order
from annotator.agreement.report_data import NAMES
from annotator.agreement.schemes import SchemeScore as SchemeScore
from annotator.agreement.settle import Rule as Rule
from annotator.agreement.summary import Agreement as Agreement
from annotator.agreement.sway import Sway as Sway
from annotator.agreement.values import By as By
from annotator.agreement.values import Figure as Figure
from annotator.agreement.values import Kind as Kind
from annotator.agreement.values import Place as Place
from annotator.agreement.values import Slice as Slice
from annotator.formats.writing import write_text


def measure_name(key: str) -> str:
    """Return what a figure is called."""
    return NAMES.get(key, key)


def write_report(path: Path, text: str) -> None:
    """Write a report, as a whole or not at all. Raises MachineError where the disk does not take it."""
    write_text(path, text)
