"""Dialogs of working together and of suggesters, on a real project of invented people."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog

from annotator.core.model import LayerKind
from annotator.project.door import Project
from annotator.project.merging import Brought, PersonWork
from annotator.project.practice import Difference, Feedback, Score
from annotator.ui.dialogs.bring_together import BringTogether
from annotator.ui.dialogs.evaluation import EvaluationView, looked
from annotator.ui.dialogs.feedback import PracticeFeedback
from annotator.ui.dialogs.hand_out import HandOut
from annotator.ui.dialogs.learned import Learned
from annotator.ui.dialogs.suggesters import Suggesters
from annotator.ui.theme import Theme
from tests.ui.dialog_gallery import wait_until

FOUND: dict[str, Any] = {
    "layer": "Ada Reyes", "learned_entries": 30, "learned_spans": 210, "held_out_entries": 10, "held_out_by": "source",
    "stopped": False, "taken": True, "why": "It is better on the entries held out.", "compared_with": "the bundled model",
    "figures": [
        {"label": None, "gold": 80, "strict_before": 0.9, "strict_after": 0.934, "relaxed_before": 0.92, "relaxed_after": 0.95},
        {"label": "GPE", "gold": 20, "strict_before": 0.875, "strict_after": 1.0, "relaxed_before": 0.9, "relaxed_after": 1.0},
    ],
    "curve": [{"share": 0.0, "entries": 0, "f1": 0.9}, {"share": 1.0, "entries": 30, "f1": 0.934}],
}  # fmt: skip
"""What a training says at its end."""

FEEDBACK = Feedback(
    1, "Port asks Okafor to bring both sides to one table", "Ines Okafor spoke in Lindenau.", Score(4, 3, 2),
    (
        Difference("missing", 0, 11, "Ines Okafor", (), ((0, 11, "PERSON"),)),
        Difference("label", 21, 29, "Lindenau", ((21, 29, "LOC"),), ((21, 29, "GPE"),)),
    ),
)  # fmt: skip
"""What a person is told of a practice entry."""
BROUGHT = (
    Brought(
        "mara.annotator", 412, 17, 2, {"Mara Osei": 412}, (PersonWork(b"1" * 16, "Mara Osei", 412, 17, 38),), missing=2,
        lacked=("Tolls", "Pilots"),
        numbering=("Device 1a2b numbered its decisions up to 40, but 2 of them are missing, from 7 on: the file is an older copy that was "
                   "mended, or a part of its work lies elsewhere.",),
    ),
)  # fmt: skip
"""What a file that was handed back would bring in."""


def dialogs(application: QApplication, theme: Theme, project: Project) -> dict[str, QDialog]:
    """Return the dialogs by name; a gold layer stands in the project."""
    assert any(each.kind is LayerKind.IMPORT for each in project.layers.all())
    evaluation = EvaluationView(None, theme, partial(looked, project), project.layers.all())
    wait_until(application, lambda: evaluation.settled)
    return {
        "evaluate": evaluation,
        "hand-out": HandOut(None, theme, project),
        "suggesters": Suggesters(None, theme, project),
        "learned": Learned(None, theme, FOUND),
        "feedback": PracticeFeedback(None, theme, FEEDBACK, left=3),
        "bring-together": BringTogether(None, theme, BROUGHT, project.scheme.value),
    }
