"""Who only looks is told so: what cannot be done is not there to give, says why, and nothing ever looks like a failure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.project.door import open_project, this_user, usual_means
from annotator.ui.commands import COMMANDS, When
from annotator.ui.dialogs.question import Question
from annotator.ui.theme import Theme
from tests.ui.pausing import pause
from tests.ui.sitting import CTRL, Key, Sitting, made

WRITING = {When.WRITABLE, When.DECIDING, When.UNDO, When.REDO}


@pytest.fixture
def looking(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Sitting, list[str]]]:
    """A second window of the same person on a project, and the titles of the questions that it asked."""
    path, asked = made(tmp_path), list[str]()

    def ask(_parent: object, _theme: object, title: str, *_: object, **__: object) -> bool:
        asked.append(title)
        return True

    monkeypatch.setattr(Question, "ask", ask)
    with open_project(path, this_user(usual_means()), usual_means()):
        sitting = Sitting(theme, path)
        yield sitting, asked
        sitting.end()


def test_ones_own_other_window_is_called_so(looking: tuple[Sitting, list[str]]) -> None:
    assert looking[1] == ["You have this project open in another window"]


def test_every_command_that_decides_is_off_and_says_why(looking: tuple[Sitting, list[str]]) -> None:
    actions = looking[0].window.actions_
    off = {each.id for each in COMMANDS if each.when in WRITING}
    assert {name for name in off if actions[name].isEnabled()} == set()
    assert {name for name in off if "look" not in actions[name].toolTip()} == set()
    on = {each.id for each in COMMANDS if each.when in (When.ALWAYS, When.PROJECT, When.ENTRY, When.MARKS)}
    assert {name for name in on if "look" in actions[name].toolTip()} == set()


def test_what_is_undone_again_says_why_no_longer(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    undo = sitting.window.actions_["undo"]
    assert undo.toolTip().endswith("Nothing is there to undo.")
    sitting.press(Key.Key_Return)
    assert "Nothing" not in undo.toolTip()
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert undo.toolTip().endswith("Nothing is there to undo.")
    sitting.end()


def test_a_label_that_is_clicked_is_refused_in_words_and_is_no_failure(looking: tuple[Sitting, list[str]]) -> None:
    sitting = looking[0]
    labels = sitting.screen.right.labels
    labels.clicked.emit(labels.model().index(0, 0))
    pause(5)
    assert sitting.spans() == []
    assert "look only" in sitting.window.status._saved.text()
    assert not sitting.window.status._retry.isVisible()
