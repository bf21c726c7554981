"""Learning out of the window: a child process does it, its figures are told, and what was taken suggests anew."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.core.drafts import ReadOptions
from annotator.project.reports import ImportOptions
from annotator.ui import jobs
from annotator.ui.child import Child
from annotator.ui.dialogs.learned import Learned
from annotator.ui.theme import Theme
from tests.ui.sitting import Sitting

FOUND: dict[str, Any] = {
    "layer": "Ada", "learned_entries": 30, "learned_spans": 210, "held_out_entries": 10, "held_out_by": "source",
    "stopped": False, "taken": True, "why": "It is better on the entries held out.", "compared_with": "the bundled model",
    "figures": [
        {"label": None, "gold": 80, "strict_before": 0.9, "strict_after": 0.934, "relaxed_before": 0.92, "relaxed_after": 0.95},
        {"label": "GPE", "gold": 20, "strict_before": 0.875, "strict_after": 1.0, "relaxed_before": 0.9, "relaxed_after": 1.0},
        {"label": "LAW", "gold": 0, "strict_before": None, "strict_after": 0.0, "relaxed_before": None, "relaxed_after": 0.0},
    ],
    "curve": [{"share": 0.0, "entries": 0, "f1": 0.9}, {"share": 1.0, "entries": 30, "f1": 0.934}],
}  # fmt: skip


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = []
    monkeypatch.setattr(Learned, "tell", lambda _parent, _theme, result: found.append(result))
    return found


def answering(monkeypatch: pytest.MonkeyPatch, result: Mapping[str, Any]) -> list[Sequence[str]]:
    """Let a program that prints a result stand for the command; return what it is asked for."""
    asked: list[Sequence[str]] = []
    script = f"print({json.dumps({'done': 1, 'total': 2})!r}); print({json.dumps({'result': result})!r})"

    def child(arguments: Sequence[str], parent: QObject) -> Child:
        asked.append(arguments)
        answer = script if arguments[0] == "train" else 'print(\'{"result": [{"suggestions": 0, "note": "Used another."}]}\')'
        return Child(arguments, parent, program=(sys.executable, "-c", answer))

    monkeypatch.setattr(jobs, "Child", child)
    return asked


def test_what_was_taken_is_told_and_suggests_anew(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, told: list[Mapping[str, Any]]
) -> None:
    asked = answering(monkeypatch, FOUND)
    sitting.window.give("learn")
    assert sitting.window.job_line.isVisible()
    qtbot.waitUntil(lambda: len(asked) == 2 and not sitting.window.job_line.isVisible(), timeout=20_000)
    assert [each[0] for each in asked] == ["train", "suggest"]
    assert told == [FOUND]
    assert sitting.window.status._saved.text() == "0 suggestions made. Used another."


def test_what_was_not_taken_is_told_and_nothing_is_suggested(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, told: list[Mapping[str, Any]]
) -> None:
    asked = answering(monkeypatch, FOUND | {"taken": False})
    sitting.window.give("learn")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert len(asked) == 1


def test_learning_that_was_stopped_shows_no_figures(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, told: list[Mapping[str, Any]]
) -> None:
    answering(monkeypatch, {"stopped": True, "taken": False})
    sitting.window.give("learn")
    qtbot.waitUntil(lambda: not sitting.window.job_line.isVisible(), timeout=20_000)
    assert told == []
    assert sitting.window.status._saved.text() == "Stopped: nothing was learned."


def test_the_dialog_says_figures_labels_and_curve_in_words(theme: Theme, qtbot: QtBot) -> None:
    dialog = Learned(None, theme, FOUND)
    qtbot.addWidget(dialog)
    assert dialog.title.text() == "Learned: better suggestions"
    assert "Before: 0.90, the bundled model; After: 0.93" in dialog.figures.accessibleDescription()
    assert dialog.labels.accessibleDescription() == "GPE, 0.88 → 1.00"
    assert dialog.curve.accessibleDescription() == "0 entries, 0.90; 30 entries, 0.93"
    assert Learned(None, theme, FOUND | {"taken": False}).title.text() == "Learned nothing better"


def test_what_is_confirmed_in_a_dialog_makes_memory_surer_on_the_entry_that_is_shown(sitting: Sitting, tmp_path: Path) -> None:
    session = sitting.screen.session
    project, file = session.project, tmp_path / "more.txt"
    file.write_text("Tarn said so.\n\nOsei said no.\n\nWho said that?\n", encoding="utf-8")
    project.imports.take(file, ImportOptions(read=ReadOptions(unit="paragraph")))
    rows = [row for row in project.entries.rows() if project.entries.entry(row).text.count("said")][-3:]
    label = project.scheme.label("PERSON").id

    def confirm(row: int) -> None:
        start = project.entries.entry(row).text.index("said")
        project.spans.label(row, start, start + len("said"), label)

    confirm(rows[1])
    session.show(rows[2])
    (before,) = [each for each in session.marks.pending if each.suggester == "memory"]
    confirm(rows[0])
    (after,) = [each for each in session.marks.pending if each.suggester == "memory"]
    assert (before.start, before.end, before.label) == (after.start, after.end, after.label)
    assert before.why != after.why
