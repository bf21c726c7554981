"""Remarks are a thread: who, when, on what; own ones are changed and removed, others' are read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from annotator.core.ids import Id
from annotator.ui.dialogs.comments import Comments, Remark
from annotator.ui.theme import Theme
from tests.ui.on_screen import on_screen

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Thread:
    """A thread that is written to as the project would be."""

    def __init__(self, *remarks: Remark) -> None:
        self.remarks = list(remarks)
        self.refusal = ""

    def read(self) -> list[Remark]:
        return list(self.remarks)

    def write(self, text: str, comment: Id | None) -> str:
        if self.refusal:
            return self.refusal
        if comment is None:
            self.remarks.append(Remark(b"new%d" % len(self.remarks), "Ada Reyes", "today, 15:00", text, own=True))
            return ""
        kept = [each for each in self.remarks if each.id != comment]
        if text:
            kept.append(Remark(comment, "Ada Reyes", "today, 15:01", text, own=True))
        self.remarks = kept
        return ""


@pytest.fixture
def thread() -> Thread:
    return Thread(
        Remark(b"m", "Mara Osei", "yesterday, 11:20", "Facility or place? <b>Ask</b>", "Orrin Canal"),
        Remark(b"a", "Ada Reyes", "today, 09:10", "The canal itself: FAC.", "Orrin Canal", own=True),
    )


@pytest.fixture
def dialog(theme: Theme, thread: Thread) -> Iterator[Comments]:
    """The thread on a screen."""
    with on_screen(Comments(None, theme, "Canal opens", thread.read, thread.write, span="Orrin Canal")) as dialog:
        yield dialog


def go_to(dialog: Comments, number: int) -> None:
    dialog.thread_list.setFocus()
    dialog.thread_list.setCurrentIndex(dialog._model.index(number))


def test_each_remark_says_who_when_and_on_what(dialog: Comments) -> None:
    words = dialog._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Mara Osei, yesterday, 11:20, on “Orrin Canal”: Facility or place? <b>Ask</b>"


def test_a_tooltip_takes_no_markup_from_a_remark(dialog: Comments) -> None:
    assert "&lt;b&gt;" in str(dialog._model.index(0).data(Qt.ItemDataRole.ToolTipRole))


def test_enter_saves_and_the_thread_grows(dialog: Comments, thread: Thread) -> None:
    QTest.keyClicks(dialog.remark, "Agreed")
    QTest.keyClick(dialog.remark, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(dialog.remark, "then")
    QTest.keyClick(dialog.remark, Qt.Key.Key_Return)
    assert thread.remarks[-1].text == "Agreed\nthen"
    assert dialog.isVisible()
    assert dialog.value == ""
    assert dialog.current == thread.remarks[-1]


def test_an_empty_remark_is_not_saved(dialog: Comments, thread: Thread) -> None:
    QTest.keyClicks(dialog.remark, "   ")
    QTest.keyClick(dialog.remark, Qt.Key.Key_Return)
    assert len(thread.remarks) == 2


def test_an_own_remark_is_changed_by_enter(dialog: Comments, thread: Thread) -> None:
    go_to(dialog, 1)
    QTest.keyClick(dialog.thread_list, Qt.Key.Key_Return)
    assert dialog.value == "The canal itself: FAC."
    QTest.keyClicks(dialog.remark, "FAC, see page 3.")
    QTest.keyClick(dialog.remark, Qt.Key.Key_Return)
    assert [(each.id, each.text) for each in thread.remarks if each.own] == [(b"a", "FAC, see page 3.")]


def test_escape_leaves_a_change_and_then_the_dialog(dialog: Comments, thread: Thread) -> None:
    go_to(dialog, 1)
    QTest.keyClick(dialog.thread_list, Qt.Key.Key_Return)
    QTest.keyClick(dialog.remark, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.value == ""
    QTest.keyClick(dialog.remark, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert thread.remarks[1].text == "The canal itself: FAC."


def test_an_own_remark_is_removed_by_delete(dialog: Comments, thread: Thread) -> None:
    go_to(dialog, 1)
    QTest.keyClick(dialog.thread_list, Qt.Key.Key_Delete)
    assert [each.id for each in thread.remarks] == [b"m"]
    assert dialog.notice.text == "Removed. Undo brings it back."


def test_another_persons_remark_is_neither_changed_nor_removed(dialog: Comments, thread: Thread) -> None:
    go_to(dialog, 0)
    assert not dialog.remove_button.isEnabled()
    assert "Only Mara Osei can change this comment" in dialog.said
    QTest.keyClick(dialog.thread_list, Qt.Key.Key_Delete)
    QTest.keyClick(dialog.thread_list, Qt.Key.Key_Return)
    assert dialog.value == ""
    assert len(thread.remarks) == 2


def test_what_could_not_be_saved_is_said_and_stays_in_the_field(dialog: Comments, thread: Thread) -> None:
    thread.refusal = "The disk is full."
    QTest.keyClicks(dialog.remark, "Agreed")
    QTest.keyClick(dialog.remark, Qt.Key.Key_Return)
    assert dialog.notice.text == "The disk is full."
    assert dialog.value == "Agreed"


def test_an_empty_thread_says_so(theme: Theme) -> None:
    thread = Thread()
    dialog = Comments(None, theme, "Tolls", thread.read, thread.write)
    assert "Nobody has remarked on anything here yet" in dialog.said
    assert not dialog.thread_list.isVisibleTo(dialog)
    dialog.deleteLater()


def test_in_a_project_to_look_at_nothing_is_written(theme: Theme, thread: Thread) -> None:
    dialog = Comments(None, theme, "Tolls", thread.read, thread.write, read_only=True)
    dialog.thread_list.setCurrentIndex(dialog._model.index(1))
    dialog.remove()
    dialog.change()
    assert (len(thread.remarks), dialog.value, dialog.remark.isEnabled()) == (2, "", False)
    dialog.deleteLater()


def test_the_model_keeps_the_rules_of_models(dialog: Comments, thread: Thread, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(dialog._model)
    thread.write("One more", None)
    dialog._show()
    qtmodeltester.check(dialog._model)
