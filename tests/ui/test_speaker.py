"""A screen reader hears what came of a key; and it reads the entry's text as it stands, with caret and selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from annotator.ui.caret import Caret
from annotator.ui.speaker import Speaker, announce
from tests.ui.pausing import pause
from tests.ui.sitting import CTRL, FIRST, SHIFT, Key, Sitting


@pytest.fixture
def heard(sitting: Sitting) -> list[str]:
    said: list[str] = []

    def say(source: QObject, sentence: str) -> None:
        said.append(sentence)

    Speaker(sitting.screen.session, sitting.screen.view, say=say, active=lambda: True)
    sitting.press(Key.Key_PageDown, Key.Key_PageUp)
    pause(5)
    said.clear()
    return said


def press(sitting: Sitting, heard: list[str], key: Key, modifiers: object = None) -> str:
    heard.clear()
    sitting.press(key, modifiers=modifiers) if modifiers is not None else sitting.press(key)  # type: ignore[arg-type]
    pause(5)
    assert len(heard) == 1
    return heard[0]


def test_a_decision_is_said_with_its_words_and_what_has_the_focus_next(sitting: Sitting, heard: list[str]) -> None:
    assert press(sitting, heard, Key.Key_Return) == "PERSON accepted: Ines Okafor. Selwyn Guild, ORG suggested, .71. Saved"
    assert press(sitting, heard, Key.Key_Backspace).startswith("ORG gone: Selwyn Guild. Lindenau, PERSON suggested, .55")
    assert press(sitting, heard, Key.Key_3).startswith("GPE given: Lindenau. Lindenau, GPE, yours")
    assert press(sitting, heard, Key.Key_5).startswith("Lindenau is LOC now")
    assert press(sitting, heard, Key.Key_F8).startswith("LOC moved: Lindenau on")
    assert press(sitting, heard, Key.Key_Backspace).startswith("LOC removed: Lindenau on")


def test_undo_and_redo_say_the_step_and_not_its_parts(sitting: Sitting, heard: list[str]) -> None:
    press(sitting, heard, Key.Key_Return)
    undone = press(sitting, heard, Key.Key_Z, CTRL)
    assert undone.startswith("Undone: ")
    assert "gone" not in undone
    assert press(sitting, heard, Key.Key_Z, CTRL | SHIFT).startswith("Again: ")


def test_an_entry_that_is_done_is_said_with_the_next_ones_title(sitting: Sitting, heard: list[str]) -> None:
    said = press(sitting, heard, Key.Key_Return, CTRL)
    assert said.startswith("Entry done, next: Canal opens")
    assert "Orrin Canal, FAC suggested, .64" in said
    assert press(sitting, heard, Key.Key_PageUp).startswith("Talks begin")


def test_a_focus_that_moves_says_words_label_and_score(sitting: Sitting, heard: list[str]) -> None:
    assert press(sitting, heard, Key.Key_Tab) == "Selwyn Guild, ORG suggested, .71"


def test_many_changes_of_one_step_are_counted(sitting: Sitting, heard: list[str]) -> None:
    session = sitting.screen.session
    assert session.row is not None
    session.project.spans.accept_all(session.row)
    pause(5)
    assert "4 changed here" in heard[0]


def test_nothing_is_worked_out_while_nobody_listens(sitting: Sitting) -> None:
    said: list[str] = []
    Speaker(sitting.screen.session, sitting.screen.view, say=lambda _, sentence: said.append(sentence), active=lambda: False)
    sitting.press(Key.Key_Return, Key.Key_Backspace)
    pause(5)
    assert said == []


def test_qt_takes_an_announcement(sitting: Sitting) -> None:
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    announce(sitting.screen.view, "PERSON accepted: Ines Okafor")
    announce(sitting.screen.view, "The disk is full", urgent=True)
    sitting.press(Key.Key_Return)
    pause(5)
    QAccessible.setActive(before)


def test_the_text_is_read_as_it_stands_with_caret_and_selection(sitting: Sitting) -> None:
    view = sitting.screen.view
    sitting.screen.session.focus(None)
    view.set_caret(Caret(5, 11))
    found = QAccessible.queryAccessibleInterface(view)
    text = found.textInterface()
    assert found.role() is QAccessible.Role.EditableText
    assert found.state().readOnly
    assert text.text(0, text.characterCount()) == FIRST
    assert text.cursorPosition() == 11
    assert text.selectionCount() == 1
    view.set_caret(Caret(5, 5))
    assert text.selectionCount() == 0
