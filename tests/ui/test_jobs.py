"""Work beside the window: suggestions in a child process, copies, going back, what is told when it fails."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.errors import MachineError
from annotator.project.door import create_project, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from annotator.ui import jobs
from annotator.ui.child import Child
from annotator.ui.dialogs import backups
from annotator.ui.dialogs.backups import Backups
from annotator.ui.dialogs.export import Export
from annotator.ui.dialogs.import_preview import ChosenFile, ImportPreview
from annotator.ui.dialogs.problem import Problem
from annotator.ui.theme import Theme
from tests.ui.pressing_stop import stopping
from tests.ui.sitting import SECOND, Key, Sitting

_SUGGESTS_LATE = """
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[2])
entry = db.execute("SELECT row FROM entries WHERE title = 'Tolls'").fetchone()[0]
label = db.execute("SELECT row FROM labels LIMIT 1").fetchone()[0]
columns = 'entry, start, "end", label, suggester, version, score, why'
db.execute(f"INSERT INTO suggestions ({columns}) VALUES (?, 23, 28, ?, 'fake', '1', 0.5, '')", (entry, label))
db.commit()
print(json.dumps({"result": [{"suggestions": 1}]}), flush=True)
"""
_SUGGESTS = """
import json, sqlite3, sys
path = sys.argv[2]
db = sqlite3.connect(path)
entry = db.execute("SELECT row FROM entries WHERE title = 'Talks begin'").fetchone()[0]
label = db.execute("SELECT row FROM labels LIMIT 1").fetchone()[0]
columns = 'entry, start, "end", label, suggester, version, score, why'
db.execute(f"INSERT INTO suggestions ({columns}) VALUES (?, 61, 72, ?, 'fake', '1', 0.5, '')", (entry, label))
db.commit()
print(json.dumps({"done": 1, "total": 3}), flush=True)
print(json.dumps({"result": [{"suggestions": 1}]}), flush=True)
"""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    errors: list[BaseException] = []
    monkeypatch.setattr(Problem, "tell", lambda parent, theme, error, *_, **__: errors.append(error))
    return errors


def replaced(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let another program stand for the command."""

    def child(arguments: Sequence[str], parent: QObject) -> Child:
        return Child(arguments, parent, program=(sys.executable, "-c", script))

    monkeypatch.setattr(jobs, "Child", child)


def test_suggestions_appear_in_the_entry_that_is_shown(sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced(monkeypatch, _SUGGESTS)
    sitting.window.give("suggest")
    assert sitting.window.job_line.isVisible()
    qtbot.waitUntil(lambda: not sitting.window.job_line.isVisible(), timeout=20_000)
    assert "Cape Merrow" in [words for words, _ in sitting.pending()]
    assert sitting.focused() == "Ines Okafor"
    assert sitting.window.status._saved.text() == "1 suggestion made."


@pytest.mark.parametrize(("before", "focused"), [((), "tolls"), ((Key.Key_Right,), "")])
def test_the_first_suggestion_takes_the_focus_unless_one_is_at_work(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, before: tuple[Key, ...], focused: str
) -> None:
    sitting.press(Key.Key_PageDown, Key.Key_PageDown, *before)
    assert sitting.title == "Tolls"
    replaced(monkeypatch, _SUGGESTS_LATE)
    sitting.window.give("suggest")
    qtbot.waitUntil(lambda: not sitting.window.job_line.isVisible(), timeout=20_000)
    assert [words for words, _ in sitting.pending()] == ["tolls"]
    assert sitting.focused() == focused


def test_before_anything_was_suggested_the_bar_offers_to_suggest(
    theme: Theme, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    means = usual_means()
    (tmp_path / "posts.txt").write_text("Talks in Lindenau begin.\n\nThe canal opens.\n", encoding="utf-8")
    with create_project(tmp_path / "bare", choose_person(means, "Ada Reyes"), means) as project:
        project.imports.take(tmp_path / "posts.txt", ImportOptions(format="text"))
        path = project.path
    replaced(monkeypatch, "import json; print(json.dumps({'result': []}))")
    sitting = Sitting(theme, path)
    bar = sitting.screen.bar
    (offered,) = [each for each in bar.findChildren(QPushButton) if each.isVisible() and each.property("command") == "suggest"]
    assert offered.text() == "Suggest spans"
    offered.click()
    qtbot.waitUntil(lambda: not sitting.screen.session.suggesting, timeout=20_000)
    sitting.end()


def test_suggesting_that_fails_is_told_and_one_can_go_on(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, told: list[BaseException]
) -> None:
    replaced(monkeypatch, "import sys; sys.exit('error: the model is broken; install it again.')")
    sitting.window.give("suggest")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert str(told[0]) == "the model is broken; install it again."
    sitting.press(Key.Key_Return)
    assert sitting.spans() == [("Ines Okafor", "PERSON")]


def test_closing_the_project_ends_the_child(sitting: Sitting, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    replaced(monkeypatch, "import time; time.sleep(600)")
    sitting.window.give("suggest")
    qtbot.wait(200)
    sitting.window.give("close")
    assert sitting.window.findChildren(Child) == [] or not any(each.running for each in sitting.window.findChildren(Child))
    assert not sitting.window.job_line.isVisible()


def test_going_back_to_a_copy_sets_the_present_file_aside(sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = sitting.screen.session.project.upkeep.backup(tmp_path / "copy.annotator")
    sitting.press(Key.Key_Return, Key.Key_Return)
    monkeypatch.setattr(Backups, "ask", lambda *_, **__: copy)
    sitting.window.give("restore")
    assert sitting.spans() == []
    assert [path for path in tmp_path.iterdir() if "set aside" in path.name]


def test_going_back_that_is_stopped_opens_the_project_as_it_was(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    copy = sitting.screen.session.project.upkeep.backup(tmp_path / "copy.annotator")
    sitting.press(Key.Key_Return)
    spans = sitting.spans()
    assert spans
    monkeypatch.setattr(Backups, "ask", lambda *_, **__: copy)

    def stopped(*_: object, progress: Callable[[int, int], None], **__: object) -> Path:
        while True:
            progress(1, 2)
            time.sleep(0.005)

    monkeypatch.setattr(backups, "restore_backup", stopped)
    with stopping():
        sitting.window.give("restore")
    assert sitting.spans() == spans
    assert not [path for path in tmp_path.iterdir() if "set aside" in path.name]


def test_a_release_that_fails_is_told(sitting: Sitting, monkeypatch: pytest.MonkeyPatch, told: list[BaseException]) -> None:
    def broken(*_: object, **__: object) -> bool:
        raise MachineError("The disk is full.")

    monkeypatch.setattr(Export, "ask_and_write", broken)
    sitting.window.give("export")
    assert [str(error) for error in told] == ["The disk is full."]


def test_spans_alone_that_come_in_are_said_to_be_spans(sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meta = {"title": "Canal opens", "published": "2031-02-13T22:30", "author": "Tomas Reyl"}
    line = {"text": SECOND, "spans": [{"start": 4, "end": 15, "label": "FAC"}], "meta": meta}
    file = tmp_path / "more.jsonl"
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    monkeypatch.setattr(ImportPreview, "ask", lambda *_, **__: (ChosenFile(file, ImportOptions(), 0),))
    sitting.window.jobs._import([file])
    assert sitting.window.status._saved.text() == "1 span brought in for entries that were here already."
