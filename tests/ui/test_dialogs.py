"""Dialogs: Enter is the verb, Escape cancels, the foot says what will happen, and each gives back a value or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.errors import AnnotatorError, InputError, MachineError
from annotator.core.ids import IdSource
from annotator.core.model import Person
from annotator.project.door import Means, User, create_project
from annotator.project.reports import ImportOptions
from annotator.project.upkeep import Loss
from annotator.ui.dialogs.backups import Backups, described
from annotator.ui.dialogs.base import Dialog, Elided
from annotator.ui.dialogs.comment import Comment
from annotator.ui.dialogs.edit_field import EditField
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.dialogs.new_project import NewProject
from annotator.ui.dialogs.problem import Problem
from annotator.ui.dialogs.question import Question
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.dialogs.who import Who
from annotator.ui.logs import Logs
from annotator.ui.theme import Appearance, Theme
from tests.ui.invented_files import KEYS

Show = Callable[[Any], Any]


def outcomes(dialog: Dialog) -> list[int]:
    found: list[int] = []
    dialog.finished.connect(found.append)
    return found


def test_enter_is_the_verb_and_escape_cancels(qtbot: QtBot, theme: Theme, show: Show) -> None:
    for key, result in ((Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)):
        dialog = show(Question(None, theme, "Take it back?", "Nothing is lost.", "Take back 53"))
        found = outcomes(dialog)
        qtbot.keyClick(dialog, key)
        assert found == [result]


def test_a_verb_that_cannot_be_done_is_not_done_by_enter(qtbot: QtBot, theme: Theme, show: Show) -> None:
    dialog = show(Who(None, theme))
    found = outcomes(dialog)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert found == []


def test_the_foot_widens_the_dialog_for_its_words(theme: Theme, show: Show) -> None:
    short = show(Question(None, theme, "?", "Text.", "Go"))
    long = show(Question(None, theme, "?", "Text.", "Take back 53 entries", consequence="53 entries and 112 decisions of 2 people"))
    assert short.width() == theme.px(480)
    assert theme.px(480) < long.width() <= theme.px(760)


def test_a_text_of_a_stranger_is_shown_and_never_taken_for_html(theme: Theme, show: Show) -> None:
    text = '<b>bold</b><img src="x.png">'
    dialog = show(Question(None, theme, "?", text, "Go"))
    label = next(each for each in dialog.findChildren(QLabel) if each.text() == text)
    assert label.textFormat() is Qt.TextFormat.PlainText
    rows = RowList(theme, "rows")
    rows.show_rows([Row(text)])
    assert "<b>" not in str(rows.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    elided = Elided()
    elided.setText(text * 20)
    elided.resize(60, 20)
    elided.grab()
    assert "<b>" not in elided.toolTip()


def test_a_known_name_is_written_as_it_is_known(theme: Theme, show: Show) -> None:
    dialog = show(Who(None, theme, known=("Ada Reyes",)))
    dialog.name.setText("  ada   reyes ")
    assert dialog.value == "Ada Reyes"
    assert dialog.verb_button.text() == "Continue as Ada Reyes"


@pytest.mark.parametrize("name", ["", "   ", "adjudicated", "Suggestions", "tab\u200bless\u0007"])
def test_a_name_that_cannot_be_one_is_refused(theme: Theme, show: Show, name: str) -> None:
    dialog = show(Who(None, theme))
    dialog.name.setText(name)
    assert not dialog.verb_button.isEnabled()


def test_ask_gives_the_name_or_none(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Who, "run", lambda self: True)
    assert Who.ask(None, theme, name="Mara Osei") == "Mara Osei"
    monkeypatch.setattr(Who, "run", lambda self: False)
    assert Who.ask(None, theme, name="Mara Osei") is None


def test_a_comment_is_saved_by_enter_and_gets_a_line_by_shift_enter(qtbot: QtBot, theme: Theme, show: Show) -> None:
    dialog = show(Comment(None, theme, "Orrin Canal"))
    found = outcomes(dialog)
    qtbot.keyClicks(dialog.text, "one")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(dialog.text, "two")
    assert dialog.value == "one\ntwo"
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert found == [1]


def test_emptying_a_comment_removes_it_and_says_so(theme: Theme, show: Show) -> None:
    dialog = show(Comment(None, theme, "Orrin Canal", text="old"))
    assert not dialog.verb_button.isEnabled()
    dialog.text.setPlainText("  ")
    assert dialog.verb_button.text() == "Remove comment"
    assert dialog.verb_button.isEnabled()
    assert dialog.value == ""
    assert "will be removed" in dialog.said


def test_a_comment_has_an_end(theme: Theme, show: Show) -> None:
    dialog = show(Comment(None, theme, "x"))
    dialog.text.setPlainText("x" * 10_001)
    assert not dialog.verb_button.isEnabled()
    assert "1 characters too many" in dialog.said


@pytest.mark.parametrize(
    ("written", "value"),
    [("2031-02-13", "2031-02-13"), ("2031-02-13 23:30", "2031-02-13T23:30"), ("13 Feb 2031 23:30", "2031-02-13T23:30"), ("", "")],
)
def test_a_date_is_read_as_people_write_it(theme: Theme, show: Show, written: str, value: str) -> None:
    dialog = show(EditField(None, theme, "published", "2022-01-01"))
    dialog.edit.setText(written)
    assert dialog.value == value
    assert dialog.verb_button.isEnabled()


def test_what_is_no_date_is_refused_in_words(theme: Theme, show: Show) -> None:
    dialog = show(EditField(None, theme, "published", "2022-01-01"))
    dialog.edit.setText("31 February 2031")
    assert "no date" in dialog.notice.text
    assert not dialog.verb_button.isEnabled()


def test_an_unchanged_field_has_nothing_to_correct(theme: Theme, show: Show) -> None:
    for name, value in (("title", "Port talks"), ("published", "2031-02-13T23:30"), ("author", "")):
        assert not show(EditField(None, theme, name, value)).verb_button.isEnabled()


def test_the_key_sheet_says_every_key_to_a_screen_reader(theme: Theme, show: Show) -> None:
    dialog = show(KeySheet(None, theme, KEYS))
    words = dialog.keys.accessibleDescription()
    assert "Ctrl+D: the same for every same mention" in words
    assert all(does in words for _, rows in KEYS for _, does in rows)
    assert not dialog.cancel_button.isVisible()


def test_a_problem_says_its_sentence_and_whose_fault_it_is(theme: Theme, show: Show) -> None:
    headings = {
        InputError("The file is empty."): "This cannot be done",
        MachineError("The disk is full."): "The computer would not do it",
        AnnotatorError("The sums are wrong."): "The program made a mistake",
        ValueError("secret"): "The program made a mistake",
    }
    for error, heading in headings.items():
        dialog = show(Problem(None, theme, error))
        texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert heading in texts
        if isinstance(error, AnnotatorError):
            assert error.sentence in texts
        else:
            assert "secret" not in texts


def test_details_unfold_and_fold(theme: Theme, show: Show) -> None:
    dialog = show(Problem(None, theme, InputError("Bad line.", details="line 7")))
    low = dialog.height()
    dialog.unfold()
    assert "line 7" in dialog._details.toPlainText()
    assert dialog.height() > low


def test_a_problem_report_is_saved_where_the_person_says(theme: Theme, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.txt"
    monkeypatch.setattr(Problem, "ask_where", classmethod(lambda cls, parent, name: target))
    dialog = show(Problem(None, theme, ValueError("secret"), Logs(tmp_path), counts={"entries": 84}))
    dialog._save.click()
    text = target.read_text("utf-8")
    assert "entries: 84" in text
    assert "secret" not in text
    assert "Saved as" in dialog.notice.text


def test_a_problem_report_that_cannot_be_saved_is_said(theme: Theme, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Problem, "ask_where", classmethod(lambda cls, parent, name: tmp_path / "missing" / "report.txt"))
    dialog = show(Problem(None, theme, ValueError("x"), Logs(tmp_path)))
    dialog._save.click()
    assert "Choose another folder" in dialog.notice.text


NAMES = ("2031-02-14 09-12-40.120 before merging mara.annotator", "2031-02-13 14-02-11.000 before importing late.html.annotator")


def backups(theme: Theme, folder: Path, losses: dict[str, Loss | AnnotatorError]) -> Backups:
    def loss(project: Path, copy: Path) -> Loss:
        found = losses[copy.name]
        if isinstance(found, AnnotatorError):
            raise found
        return found

    return Backups(None, theme, folder / "study.annotator", [folder / name for name in losses], loss)


def test_going_back_says_how_many_decisions_are_set_aside(qtbot: QtBot, theme: Theme, show: Show, tmp_path: Path) -> None:
    dialog = show(backups(theme, tmp_path, {NAMES[0]: Loss(0, 429, 429), NAMES[1]: Loss(17, 429, 412)}))
    qtbot.waitUntil(lambda: dialog.list.rows[1].right == "412 decisions")
    assert dialog.said.startswith("Nothing was decided since")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.said.startswith("17 decisions made since will be set aside")
    assert "kept beside it" in dialog.said
    assert dialog.verb_button.text() == "Restore 412 decisions"
    assert dialog.value == tmp_path / NAMES[1]


def test_a_copy_that_cannot_be_read_cannot_be_gone_back_to(qtbot: QtBot, theme: Theme, show: Show, tmp_path: Path) -> None:
    dialog = show(backups(theme, tmp_path, {NAMES[0]: InputError("This is no project.")}))
    qtbot.waitUntil(lambda: dialog.list.rows[0].right == "cannot be read")
    assert dialog.notice.text == "This is no project."
    assert not dialog.verb_button.isEnabled()


def test_another_file_can_be_named(qtbot: QtBot, theme: Theme, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = show(backups(theme, tmp_path, {}))
    assert "no automatic copy yet" in dialog.notice.text
    monkeypatch.setattr(dialog, "_loss", lambda project, copy: Loss(3, 10, 7))
    monkeypatch.setattr(Backups, "ask_other", classmethod(lambda cls, parent, folder: tmp_path / "elsewhere.annotator"))
    dialog._add_other()
    qtbot.waitUntil(dialog.verb_button.isEnabled)
    assert dialog.value == tmp_path / "elsewhere.annotator"


def test_an_automatic_copy_is_described_by_its_day_and_reason() -> None:
    when, reason = described(Path(NAMES[1]))
    assert "2031" in when
    assert "14:02" in when
    assert reason == "before importing late.html"
    assert described(Path("/x/mine.annotator"))[0] == "mine.annotator"


def test_every_field_has_a_name_and_can_be_reached_by_tab(theme: Theme, show: Show, tmp_path: Path) -> None:
    for dialog in (NewProject(None, theme, tmp_path), Who(None, theme), Comment(None, theme, "x"), EditField(None, theme, "title", "x")):
        show(dialog)
        fields = [each for each in dialog.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
        nameless = [each for each in fields if not each.accessibleName() and not getattr(each, "text", str)()]
        assert len(fields) >= 3
        assert nameless == []


def test_a_dialog_takes_its_new_colours_while_it_stands(theme: Theme, show: Show, tmp_path: Path) -> None:
    dialog = show(NewProject(None, theme, tmp_path, name="study"))
    light = dialog.labels.grab().toImage()
    theme.set_appearance(Appearance.DARK)
    assert dialog.labels.grab().toImage() != light


def test_the_copies_of_an_open_project_say_what_was_decided_since(qtbot: QtBot, theme: Theme, show: Show, tmp_path: Path) -> None:
    ids = IdSource()
    who = User(ids.new(), (Person(ids.new(), "Ada Reyes"),), "Ada Reyes", True)
    with create_project(tmp_path / "study.annotator", who, Means(ids)) as project:
        for name in ("one", "two"):
            (tmp_path / f"{name}.txt").write_text(f"Okafor met the crews, part {name}.\n", encoding="utf-8")
            project.imports.take(tmp_path / f"{name}.txt", ImportOptions())
        copies = project.upkeep.automatic()
        assert len(copies) == 1
        project.spans.label(project.entries.rows()[0], 0, 6, project.scheme.label("PERSON").id)
        dialog = show(Backups(None, theme, project.path, copies))
        qtbot.waitUntil(dialog.verb_button.isEnabled)
        before, _ = dialog.said.split(" / ")
        assert "decisions made since will be set aside" in before
        assert dialog.list.rows[0].second == "before importing two.txt"
