"""The dialog that says which suggesters are on and which model is in use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.joining import MEMORY
from annotator.ui.dialogs.suggesters import Suggesters
from annotator.ui.jobs import Jobs
from tests.ui.sitting import Key, Sitting

RESULT: dict[str, Any] = {
    "learned_entries": 30,
    "figures": [{"label": None, "strict_before": 0.9, "strict_after": 0.934}],
    "curve": [{"share": 0.0, "entries": 0, "f1": 0.9}, {"share": 1.0, "entries": 30, "f1": 0.934}],
}


@pytest.fixture
def dialog(sitting: Sitting) -> Iterator[Suggesters]:
    project = sitting.screen.session.project
    folder = project.path.parent / "study models" / "1"
    folder.mkdir(parents=True)
    (folder / "training.json").write_text(json.dumps({"result": RESULT}), encoding="utf-8")
    dialog = Suggesters(sitting.window, sitting.window.theme, project)
    yield dialog
    dialog.deleteLater()


def rows(dialog: Suggesters) -> list[tuple[str, str]]:
    return [(each.title, each.right) for each in dialog.seats.rows]


def test_each_suggester_is_listed_with_what_it_is_and_whether_it_is_on(dialog: Suggesters) -> None:
    assert rows(dialog) == [("default", "on"), (MEMORY, "on"), ("posts", "on")]
    assert "came in with the file, 6 suggestions kept" in dialog.seats.rows[2].second
    assert dialog.said.startswith("3 of 3 suggesters are on")


def test_in_a_large_project_suggestions_are_counted_beside_the_window(sitting: Sitting, qtbot: QtBot) -> None:
    dialog = Suggesters(sitting.window, sitting.window.theme, sitting.screen.session.project, far=0)
    assert rows(dialog) == [("default", "on"), (MEMORY, "on")]
    qtbot.waitUntil(lambda: len(dialog.seats.rows) == 3, timeout=10_000)
    assert "came in with the file, 6 suggestions kept" in dialog.seats.rows[2].second
    assert dialog.said.startswith("3 of 3 suggesters are on")
    dialog.seats.go_to(2)
    dialog.switch_button.click()
    assert rows(dialog)[2] == ("posts", "off")
    assert dialog.seats.currentIndex().row() == 2
    dialog.switch_button.click()
    dialog.done(0)
    dialog.deleteLater()


def test_switching_off_takes_the_suggestions_from_the_screen_and_on_brings_them_back(sitting: Sitting, dialog: Suggesters) -> None:
    dialog.seats.go_to(2)
    before = sitting.pending()
    dialog.switch_button.click()
    assert sitting.pending() == []
    assert rows(dialog)[2] == ("posts", "off")
    assert dialog.switch_button.text() == "&Switch on"
    dialog.switch_button.click()
    assert sitting.pending() == before
    assert not dialog.to_run


def test_a_suggester_that_is_switched_on_is_to_look_at_the_entries(dialog: Suggesters) -> None:
    dialog.switch_button.click()
    assert not dialog.to_run
    dialog.switch_button.click()
    assert dialog.to_run


def test_a_list_of_names_is_added_and_on(dialog: Suggesters, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("name,label\nOrrin,GPE\n", encoding="utf-8")
    dialog.take(tmp_path / "names.csv")
    assert ("patterns:names.csv", "on") in rows(dialog)
    assert dialog.to_run


def test_a_model_is_shown_with_its_learning_curve_and_taken(sitting: Sitting, dialog: Suggesters) -> None:
    dialog.show()
    assert [each.title for each in dialog.models.rows] == ["The model that comes with the program", "Model 1"]
    assert not dialog.curve.isVisible()
    assert not dialog.use_button.isEnabled()
    dialog.models.go_to(1)
    assert dialog.models.rows[1].second == "learned from 30 entries; F1 0.90 before, 0.93 after"
    assert [each.said for each in dialog.curve.bars] == ["0.90", "0.93"]
    assert dialog.curve.isVisible()
    dialog.use_button.click()
    assert [each.right for each in dialog.models.rows] == ["", "in use"]
    assert [each.number for each in sitting.screen.session.project.models.versions() if each.in_force] == [1]
    assert dialog.to_run
    dialog.close()


def test_the_command_opens_it_and_what_was_switched_on_runs(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Jobs, "suggest", lambda _jobs: asked.append("suggest"))
    for answer in (False, True):
        monkeypatch.setattr(Suggesters, "choose", lambda *_, answer=answer: answer)
        sitting.window.give("suggesters")
    assert asked == ["suggest"]


def test_memory_that_is_switched_off_proposes_nothing_in_the_window(sitting: Sitting) -> None:
    roster = sitting.screen.session.project.roster
    sitting.press(Key.Key_Return)
    roster.switch(MEMORY, False)
    assert not sitting.screen.session.project.recall.ready
    roster.switch(MEMORY, True)
    sitting.window.jobs.read_memory()
    assert sitting.screen.session.project.recall.ready
