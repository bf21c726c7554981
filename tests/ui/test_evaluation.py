"""Evaluating in the window: what is judged, what it came to, and the way to each error."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.project.reports import ImportOptions
from annotator.ui.dialogs.evaluation import EvaluationView, looked
from tests.ui.sitting import FIRST, SECOND, Sitting


def gold(sitting: Sitting, tmp_path: Path) -> None:
    def span(text: str, words: str, label: str) -> dict[str, object]:
        return {"start": text.index(words), "end": text.index(words) + len(words), "label": label}

    rows = [
        {"text": FIRST, "spans": [span(FIRST, "Ines Okafor", "PERSON"), span(FIRST, "Port Selwyn Guild", "ORG")], "state": "done"},
        {"text": SECOND, "spans": [span(SECOND, "Okafor", "PERSON")], "state": "done"},
    ]
    file = tmp_path / "gold.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    sitting.screen.session.project.imports.take(file, ImportOptions(to="layer", layer="gold"))


def shown(sitting: Sitting, qtbot: QtBot) -> EvaluationView:
    project = sitting.screen.session.project
    dialog = EvaluationView(sitting.window, sitting.window.theme, partial(looked, project), project.layers.all())
    qtbot.waitUntil(lambda: dialog.settled, timeout=20_000)
    return dialog


def test_the_errors_are_listed_with_kind_and_labels_and_the_figures_above(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    gold(sitting, tmp_path)
    dialog = shown(sitting, qtbot)
    assert dialog.gold.currentText() == "gold"
    assert [(each.title, each.right) for each in dialog.list.rows][:2] == [
        ("Port Selwyn Guild", "boundary ORG"),
        ("Lindenau", "too much PERSON"),
    ]
    assert ("Okafor", "missed PERSON") in [(each.title, each.right) for each in dialog.list.rows]
    assert dialog.figures.figures[0].value == "0.22"
    assert dialog.said == f"{len(dialog.list.rows)} errors"
    dialog.done(0)
    dialog.deleteLater()


def test_the_chosen_error_is_gone_to_in_its_entry(sitting: Sitting, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold(sitting, tmp_path)
    dialog = shown(sitting, qtbot)
    place = next(number for number, each in enumerate(dialog.list.rows) if each.title == "Okafor")
    dialog.list.go_to(place)
    chosen = dialog.value
    dialog.done(0)
    dialog.deleteLater()
    monkeypatch.setattr(EvaluationView, "ask", lambda *_: chosen)
    sitting.window.give("evaluate")
    assert sitting.title == "Canal opens"
    start, end = sitting.screen.view.selection()
    assert SECOND[start:end] == "Okafor"


def test_without_any_layer_it_says_so(sitting: Sitting, qtbot: QtBot) -> None:
    dialog = shown(sitting, qtbot)
    assert "No layer has anything yet" in dialog.empty.sentence
    assert not dialog.verb_button.isEnabled()
    dialog.done(0)
    dialog.deleteLater()
