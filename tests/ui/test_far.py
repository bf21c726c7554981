"""What goes over many spans is done in another thread, behind a dialog that tells how far it is and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from annotator.core.errors import InputError
from annotator.core.model import Overlap
from annotator.project.desk import Changed
from annotator.project.door import Project
from annotator.ui import beside
from annotator.ui.dialogs import scheme_changes
from annotator.ui.dialogs.scheme_asks import MergeInto, Split, Splitting
from annotator.ui.dialogs.scheme_editor import SchemeEditor
from annotator.ui.theme import Theme
from annotator.ui.waiting import Waiting
from tests.project.making import faults, label, marked, row_with, study


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with study(tmp_path, overlap=Overlap.NESTED) as made:
        row = row_with(made, "Ministry")
        for words, key in (("port of Warsaw", "FAC"), ("Ministry of Transport", "ORG"), ("Warsaw", "GPE")):
            label(made, row, words, key)
        yield made
        assert faults(made) == []


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything counts as far; the titles of the dialogs that waited, and the threads that worked, are told."""
    monkeypatch.setattr(beside, "FAR", -1)
    monkeypatch.setattr(scheme_changes, "FAR", -1)
    told: list[str] = []
    made = Waiting.__init__

    def init(self: Waiting, parent: QWidget, theme: Theme, title: str, *rest: object) -> None:
        told.append(title)
        made(self, parent, theme, title, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Waiting, "__init__", init)
    return told


@pytest.fixture
def editor(theme: Theme, project: Project) -> Iterator[SchemeEditor]:
    editor = SchemeEditor(None, theme, project)
    editor.show()
    yield editor
    editor.done(0)
    editor.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def choose(editor: SchemeEditor, key: str) -> None:
    editor.list.show_labels(editor.list.rows, next(row.id for row in editor.list.rows if row.key == key))


def test_merging_splitting_and_the_rule_wait_in_a_dialog_and_are_undone_there(
    editor: SchemeEditor, project: Project, far: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = row_with(project, "Ministry")
    gpe = project.scheme.label("GPE").id
    monkeypatch.setattr(MergeInto, "ask", lambda *_: gpe)
    choose(editor, "FAC")
    editor.merge()
    assert marked(project, row) == [("Ministry of Transport", "ORG"), ("port of Warsaw", "GPE"), ("Warsaw", "GPE")]
    editor.undo()
    assert ("port of Warsaw", "FAC") in marked(project, row)
    editor.redo()
    assert ("port of Warsaw", "GPE") in marked(project, row)
    editor.undo()
    mention = next(each for each in editor.changes.mentions(project.scheme.label("ORG").id))
    monkeypatch.setattr(Split, "ask", lambda *_: Splitting("MINISTRY", (mention.key,)))
    choose(editor, "ORG")
    editor.split()
    assert ("Ministry of Transport", "MINISTRY") in marked(project, row)
    editor._set_rule("flat")
    assert project.scheme.value.overlap is Overlap.FLAT
    assert len(far) == 6
    assert editor.changes.undoable == 2


def test_a_change_that_cannot_be_made_is_said_as_when_it_is_near(theme: Theme, project: Project, far: list[str]) -> None:
    host = QWidget()
    with pytest.raises(InputError, match="Two different labels"):
        beside.decided(host, theme, project, "Merging", "", lambda again: again.scheme.merge(b"no label", b"nor this"))
    host.deleteLater()


def test_what_is_stopped_is_taken_back_whole(
    editor: SchemeEditor, project: Project, far: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = row_with(project, "Ministry")
    before = marked(project, row)
    gpe = project.scheme.label("GPE").id
    monkeypatch.setattr(MergeInto, "ask", lambda *_: gpe)
    made = Waiting.run
    monkeypatch.setattr(Waiting, "run", lambda dialog: (dialog.accept(), made(dialog))[1])
    real, held = Project.beside, threading.Event()

    def slow(self: Project, *, writing: bool = False) -> Project:
        again = real(self, writing=writing)
        held.wait(5)
        return again

    monkeypatch.setattr(Project, "beside", slow)
    made_accept = Waiting.accept

    def stop(dialog: Waiting) -> None:
        made_accept(dialog)
        held.set()

    monkeypatch.setattr(Waiting, "accept", stop)
    choose(editor, "FAC")
    editor.merge()
    assert marked(project, row) == before
    assert editor.changes.undoable == 0
    assert "Stopped" in editor.notice.text


def test_the_work_is_done_in_another_thread_over_its_own_connection(theme: Theme, project: Project, far: list[str]) -> None:
    host, seen = QWidget(), []

    def change(again: Project) -> Changed:
        seen.append((threading.current_thread() is threading.main_thread(), again.desk.conn is project.desk.conn))
        return again.scheme.set_overlap(Overlap.FLAT)

    told: list[Changed] = []
    project.subscribe(told.append)
    assert beside.decided(host, theme, project, "Changing the rule", "", change)
    host.deleteLater()
    assert seen == [(False, False)]
    assert [each.everything for each in told] == [True]


def test_undo_and_redo_of_a_large_step_wait_too(theme: Theme, project: Project, far: list[str]) -> None:
    row = row_with(project, "Ministry")
    before = marked(project, row)
    assert project.history.undo_weight == 1
    assert beside.undone(theme, project)
    assert project.history.redo_weight == 1
    assert len(marked(project, row)) == len(before) - 1
    assert beside.redone(theme, project)
    assert marked(project, row) == before
    assert len(far) == 2
    project.scheme.set_overlap(Overlap.FLAT)
    assert project.history.undo_weight == 1 + len(before)
