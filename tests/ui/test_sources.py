"""The files that came in, as a table: what each brought, what putting one out of sight touches, and the way back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.decisions import Kind
from annotator.core.ids import Id
from annotator.core.resources import resource
from annotator.project.desk import Changed, Desk
from annotator.project.door import Project
from annotator.project.reports import ImportOptions, Touched
from annotator.store import rest
from annotator.ui.dialogs.question import Question
from annotator.ui.dialogs.source_list import cells
from annotator.ui.dialogs.sources import Sources, consequence
from annotator.ui.theme import Theme
from tests.ui.dialog_gallery import invented_project
from tests.ui.invented_files import write_files
from tests.ui.pressing_stop import stopping
from tests.ui.sitting import CTRL, SHIFT, Key, Sitting, made


@pytest.fixture
def project(application: QApplication, tmp_path: Path) -> Iterator[Project]:
    with invented_project(tmp_path) as project:
        for path in write_files(tmp_path):
            project.imports.take(path, ImportOptions())
        yield project


@pytest.fixture
def dialog(theme: Theme, project: Project) -> Iterator[Sources]:
    dialog = Sources(None, theme, project)
    dialog.show()
    yield dialog
    dialog.done(0)
    dialog.deleteLater()


def _go(dialog: Sources, name: str) -> None:
    dialog.list.go_to([each.name for each in dialog.list.sources].index(name))


def test_every_file_stands_with_format_entries_state_and_dates(dialog: Sources) -> None:
    rows = {each.name: cells(each) for each in dialog.list.sources}
    assert list(rows) == ["gold.jsonl", "live-blog.txt", "harbour-late.html", "notes.csv"]
    _, form, entries, state, dates = rows["live-blog.txt"]
    assert (form[0], entries[0], state[0]) == ("Live blog, plain text", "5", "in force")
    assert dates == ("13 Feb 2031 – 14 Feb 2031", "1 written, 4 inferred, 0 unknown")


def test_rejected_repaired_and_kept_lines_are_shown_on_demand(dialog: Sources) -> None:
    _go(dialog, "notes.csv")
    assert [(each.kind, each.line) for each in dialog.findings.shown] == [("rejected", 5)]
    assert "No text" in dialog.findings.shown[0].excerpt
    dialog.chips.hold("kept")
    dialog.chips.chosen.emit("kept")
    assert [each.reason for each in dialog.findings.shown] == ["header"]


def test_what_would_go_out_of_sight_is_said_before(dialog: Sources) -> None:
    assert dialog.said.startswith("42 entries go out of sight, and with them 4 decisions of Ada Reyes")
    assert "none is deleted" in dialog.said
    _go(dialog, "notes.csv")
    assert dialog.said.startswith("2 entries go out of sight /")
    assert consequence(Touched(1, 1, ("Ada Reyes", "Mara Osei"))) == (
        "One entry goes out of sight, and with them one decision of Ada Reyes and Mara Osei"
    )


def test_an_import_is_withdrawn_after_a_question_and_restored_as_it_was(
    dialog: Sources, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(*words: object, consequence: str = "", **_: object) -> bool:
        asked.append(consequence)
        return len(asked) == 2

    monkeypatch.setattr(Question, "ask", ask)
    before = project.entries.progress()
    dialog.withdraw_button.click()
    assert project.entries.progress() == before
    dialog.withdraw_button.click()
    assert asked == ["42 entries go out of sight, and with them 4 decisions of Ada Reyes"] * 2
    assert project.entries.progress().total == 9
    assert dialog.source is not None
    assert (dialog.source.name, cells(dialog.source)[3][0]) == ("gold.jsonl", "withdrawn")
    assert not dialog.hide_button.isEnabled()
    dialog.withdraw_button.click()
    assert project.entries.progress() == before


def test_a_source_is_hidden_and_shown_again_and_undo_knows_it(dialog: Sources, project: Project) -> None:
    _go(dialog, "live-blog.txt")
    dialog.hide_button.click()
    assert project.entries.progress().total == 46
    assert dialog.source is not None
    assert (dialog.source.name, cells(dialog.source)[3][0]) == ("live-blog.txt", "hidden")
    dialog.hide_button.click()
    assert project.entries.progress().total == 51
    project.history.undo()
    assert project.entries.progress().total == 46


@pytest.fixture
def large(theme: Theme, project: Project) -> Iterator[Sources]:
    """Return the dialog where every source is large: counted and changed in another thread."""
    dialog = Sources(None, theme, project, far=0)
    dialog.show()
    yield dialog
    dialog.done(0)
    dialog.deleteLater()


def test_a_large_source_is_counted_beside_and_can_be_withdrawn_then(theme: Theme, project: Project, qtbot: QtBot) -> None:
    large = Sources(None, theme, project, far=0)
    qtbot.addWidget(large, before_close_func=lambda dialog: dialog.done(0))
    assert large.said == "Counting what it touches…"
    assert not large.withdraw_button.isEnabled()
    qtbot.waitUntil(lambda: large.withdraw_button.isEnabled(), timeout=10_000)
    assert large.said.startswith("42 entries go out of sight, and with them 4 decisions of Ada Reyes")


def test_a_large_source_is_withdrawn_and_restored_in_another_thread(
    large: Sources, project: Project, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Question, "ask", lambda *_, **__: True)
    threads: list[str] = []
    cancel = Desk.cancel

    def watched(desk: Desk, kind: Kind, name: str, target: Id) -> Changed:
        threads.append(threading.current_thread().name)
        return cancel(desk, kind, name, target)

    monkeypatch.setattr(Desk, "cancel", watched)
    before, heard = project.upkeep.check(), list[Changed]()
    project.subscribe(heard.append)
    qtbot.waitUntil(lambda: large.withdraw_button.isEnabled(), timeout=10_000)
    large.withdraw_button.click()
    assert project.entries.progress().total == 9
    large.withdraw_button.click()
    assert project.upkeep.check().digest == before.digest
    assert [each.everything for each in heard] == [True, True]
    assert threading.main_thread().name not in threads
    assert len(threads) == 2


def test_stopping_leaves_a_large_source_as_it_was(large: Sources, project: Project, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh = rest.refresh_visible

    def stopped(conn: Connection) -> None:
        refresh(conn)
        # A statement that would go on for ever.
        conn.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n").fetchone()

    monkeypatch.setattr(rest, "refresh_visible", stopped)
    before = project.upkeep.check()
    with stopping():
        large.hide_button.click()
    assert project.upkeep.check() == before
    assert large.notice.text == "Stopped: nothing was changed."


def test_who_may_only_look_can_change_nothing(theme: Theme, project: Project) -> None:
    with project.beside() as looking:
        dialog = Sources(None, theme, looking)
    assert not dialog.hide_button.isEnabled()
    assert not dialog.withdraw_button.isEnabled()
    dialog.deleteLater()


def test_a_project_without_sources_says_so(theme: Theme, tmp_path: Path) -> None:
    with invented_project(tmp_path) as project:
        dialog = Sources(None, theme, project)
        dialog._list([])
        assert dialog.empty.sentence.startswith("No file has come in yet")
        dialog.deleteLater()


def test_the_table_opens_by_its_key(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(Sources, "show_sources", lambda *given: opened.append(given[2]))
    sitting = Sitting(theme, made(tmp_path))
    sitting.press(Key.Key_S, modifiers=CTRL | SHIFT)
    assert opened == [sitting.window.project]
    sitting.end()


def test_hiding_the_entry_says_what_it_touches_and_undo_brings_it_back(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    sitting.press(Key.Key_Return, Key.Key_Return)
    sitting.press(Key.Key_H, modifiers=CTRL | SHIFT)
    assert sitting.title == "Canal opens"
    assert len(sitting.screen.session.rows) == 2
    assert sitting.window.status._saved.text() == "Hidden with 2 decisions of Ada Reyes, none deleted; undo brings it back."
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert sitting.title == "Talks begin"
    assert len(sitting.spans()) == 2
    sitting.press(Key.Key_PageDown, Key.Key_PageDown)
    sitting.press(Key.Key_H, modifiers=CTRL | SHIFT)
    assert sitting.window.status._saved.text() == "Hidden. Nothing was decided on it; undo brings it back."
    assert len(sitting.screen.session.rows) == 2
    sitting.end()


def test_the_sample_says_nothing_was_lost(theme: Theme, tmp_path: Path) -> None:
    with invented_project(tmp_path) as project:
        project.imports.take(resource("sample", "gold.jsonl"), ImportOptions())
        dialog = Sources(None, theme, project)
        assert dialog.notice.text == "Nothing was repaired, rejected or kept as source."
        dialog.deleteLater()
