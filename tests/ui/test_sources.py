"""The files that came in, as a table: what each brought, what putting one out of sight touches, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core.resources import resource
from annotator.project.door import Project
from annotator.project.reports import ImportOptions, Touched
from annotator.ui.dialogs.question import Question
from annotator.ui.dialogs.source_list import cells
from annotator.ui.dialogs.sources import Sources, consequence
from annotator.ui.theme import Theme
from tests.ui.dialog_gallery import invented_project
from tests.ui.invented_files import write_files
from tests.ui.sitting import CTRL, SHIFT, Key, Sitting, made


@pytest.fixture
def project(application: QApplication, tmp_path: Path) -> Iterator[Project]:
    with invented_project(tmp_path) as project:
        for path in write_files(tmp_path):
            project.imports.take(path, ImportOptions())
        yield project


@pytest.fixture
def dialog(theme: Theme, project: Project) -> Iterator[Sources]:
    dialog = Sources(None, theme, project.imports)
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
    assert dates == ("2031-02-13 – 2031-02-14", "1 written, 4 inferred, 0 unknown")


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


def test_who_may_only_look_can_change_nothing(theme: Theme, project: Project) -> None:
    dialog = Sources(None, theme, project.imports, read_only=True)
    assert not dialog.hide_button.isEnabled()
    assert not dialog.withdraw_button.isEnabled()
    dialog.deleteLater()


def test_a_project_without_sources_says_so(theme: Theme, tmp_path: Path) -> None:
    with invented_project(tmp_path) as project:
        dialog = Sources(None, theme, project.imports)
        dialog._list([])
        assert dialog.notice.text.startswith("No file has come in yet")
        dialog.deleteLater()


def test_the_table_opens_by_its_key(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(Sources, "show_sources", lambda *given, **how: opened.append(how))
    sitting = Sitting(theme, made(tmp_path))
    sitting.press(Key.Key_S, modifiers=CTRL | SHIFT)
    assert opened == [{"read_only": False}]
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
        dialog = Sources(None, theme, project.imports)
        assert dialog.notice.text == "Nothing was repaired, rejected or kept as source."
        dialog.deleteLater()
