"""The keys of the annotate screen, each pressed in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.errors import InputError
from annotator.core.model import Overlap, State
from annotator.ui.commands import COMMANDS, Command, Menu, Place, When, bindings, label_commands
from annotator.ui.dialogs.comment import Comment
from annotator.ui.dialogs.edit_field import EditField
from annotator.ui.keymap import physical
from annotator.ui.keynames import normal
from annotator.ui.palette import Offer, Palette, matching
from annotator.ui.theme import Theme
from tests.ui.pausing import pause
from tests.ui.sitting import ALT, CTRL, NONE, SHIFT, Key, Sitting, made


def test_an_entry_opens_with_its_first_suggestion_in_focus(sitting: Sitting) -> None:
    assert (sitting.title, sitting.focused()) == ("Talks begin", "Ines Okafor")


def test_enter_accepts_and_focuses_the_next(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return)
    assert sitting.spans() == [("Ines Okafor", "PERSON")]
    assert sitting.focused() == "Selwyn Guild"


def test_enter_with_nothing_pending_sets_the_entry_done_and_shows_the_next(sitting: Sitting) -> None:
    row = sitting.screen.session.row
    sitting.press(*[Key.Key_Return] * 4)
    assert sitting.title == "Talks begin"
    sitting.press(Key.Key_Return)
    assert sitting.title == "Canal opens"
    assert row is not None
    assert sitting.screen.session.project.entries.state(row) is State.DONE


def test_ctrl_enter_accepts_all_in_one_step_and_goes_on(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return, modifiers=CTRL)
    assert sitting.title == "Canal opens"
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert sitting.title == "Talks begin"
    assert sitting.spans() == []
    assert len(sitting.pending()) == 4
    assert sitting.screen.session.state is State.FRESH


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete])
def test_backspace_and_delete_reject(sitting: Sitting, key: Qt.Key) -> None:
    sitting.press(key)
    assert "Ines Okafor" not in [words for words, _ in sitting.pending()]
    assert sitting.focused() == "Selwyn Guild"


def test_backspace_removes_the_focused_span(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return)
    sitting.press(Key.Key_Tab, modifiers=SHIFT)
    assert sitting.focused() == "Ines Okafor"
    sitting.press(Key.Key_Backspace)
    assert sitting.spans() == []


def test_tab_goes_round_the_marks_in_reading_order(sitting: Sitting) -> None:
    seen = []
    for _ in range(5):
        seen.append(sitting.focused())
        sitting.press(Key.Key_Tab)
    assert seen == ["Ines Okafor", "Selwyn Guild", "Lindenau", "Friday", "Ines Okafor"]


def test_a_label_key_corrects_the_focused_suggestion(sitting: Sitting) -> None:
    sitting.press(Key.Key_Tab, Key.Key_Tab, Key.Key_3)
    assert sitting.spans() == [("Lindenau", "GPE")]
    assert sitting.focused() == "Lindenau"


def test_a_label_key_labels_the_word_at_the_caret_when_nothing_has_the_focus(sitting: Sitting) -> None:
    sitting.press(Key.Key_Right, Key.Key_Right)
    assert sitting.focused() == ""
    sitting.press(Key.Key_8)
    assert sitting.spans() == [("met", "PRODUCT")]


def test_a_selection_by_words_is_labelled_whole(sitting: Sitting) -> None:
    sitting.press(Key.Key_End)
    sitting.press(Key.Key_Left)
    sitting.press(Key.Key_Left, Key.Key_Left, Key.Key_Left)
    sitting.press(Key.Key_Right, modifiers=SHIFT)
    sitting.press(Key.Key_Right, modifiers=SHIFT)
    words = sitting.screen.view.selection()
    sitting.press(Key.Key_5)
    assert [(each.start, each.end) for each in sitting.marks.spans] == [words]


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (Key.Key_F7, NONE, "Port Selwyn Guild"),
        (Key.Key_BracketLeft, NONE, "Port Selwyn Guild"),
        (Key.Key_F8, NONE, "Selwyn Guild in"),
        (Key.Key_BracketRight, NONE, "Selwyn Guild in"),
        (Key.Key_F7, SHIFT, "Guild"),
        (Key.Key_F7, CTRL, "Guild"),
        (Key.Key_BraceLeft, SHIFT, "Guild"),
        (Key.Key_F8, SHIFT, "Selwyn"),
        (Key.Key_F8, CTRL, "Selwyn"),
        (Key.Key_BraceRight, SHIFT, "Selwyn"),
        (Key.Key_F8, ALT | SHIFT, "Selwyn Guil"),
        (Key.Key_F7, ALT | CTRL, "elwyn Guild"),
    ],
)
def test_an_edge_moves(sitting: Sitting, key: Qt.Key, modifiers: Qt.KeyboardModifier, words: str) -> None:
    sitting.press(Key.Key_Tab)
    sitting.press(key, modifiers=modifiers)
    assert sitting.spans() == [(words, "ORG")]
    assert sitting.focused() == words


def test_an_edge_that_meets_another_span_is_refused_in_words(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return, Key.Key_Return)
    sitting.press(Key.Key_Tab, modifiers=SHIFT)
    before = sitting.spans()
    sitting.press(*[Key.Key_F7] * 5)
    assert sitting.spans()[0] == before[0]
    assert "in the way" in sitting.window.status._saved.text()


def test_f4_selects_a_name_that_nothing_is_on(sitting: Sitting) -> None:
    sitting.press(Key.Key_F4)
    start, end = sitting.screen.view.selection()
    entry = sitting.screen.session.entry
    assert entry is not None
    assert entry.text[start:end] == "Cape Merrow"
    sitting.press(Key.Key_5)
    assert sitting.spans() == [("Cape Merrow", "LOC")]


def test_page_keys_go_through_the_list_and_ctrl_page_down_to_what_is_unfinished(sitting: Sitting) -> None:
    titles = []
    for key, modifiers in ((Key.Key_PageDown, NONE), (Key.Key_PageDown, NONE), (Key.Key_PageDown, NONE), (Key.Key_PageUp, NONE)):
        sitting.press(key, modifiers=modifiers)
        titles.append(sitting.title)
    assert titles == ["Canal opens", "Tolls", "Tolls", "Canal opens"]
    sitting.press(Key.Key_Return, modifiers=CTRL)
    sitting.press(Key.Key_PageDown, modifiers=CTRL)
    assert sitting.title == "Talks begin"


def test_undo_and_redo_go_all_the_way(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return, Key.Key_Backspace, Key.Key_3)
    after = sitting.spans()
    sitting.press(*[Key.Key_Z] * 3, modifiers=CTRL)
    assert (sitting.spans(), len(sitting.pending())) == ([], 4)
    assert not sitting.window.actions_["undo"].isEnabled()
    sitting.press(*[Key.Key_Z] * 3, modifiers=CTRL | SHIFT)
    assert sitting.spans() == after
    assert not sitting.window.actions_["redo"].isEnabled()


def test_undo_works_after_the_project_was_opened_anew(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return)
    path = sitting.screen.session.project.path
    sitting.window.close_project()
    sitting.window.open_path(path)
    assert sitting.spans() == [("Ines Okafor", "PERSON")]
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert sitting.spans() == []


def test_ctrl_m_flags_and_takes_the_flag_down(sitting: Sitting) -> None:
    sitting.press(Key.Key_M, modifiers=CTRL)
    assert sitting.screen.session.flagged
    sitting.press(Key.Key_M, modifiers=CTRL)
    assert not sitting.screen.session.flagged


def test_f6_goes_round_the_panes_and_back(sitting: Sitting) -> None:
    screen = sitting.screen
    panes = [screen.left.entries, screen.view, screen.right.labels, screen.right.spans]
    seen = []
    for _ in range(4):
        sitting.press(Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [panes[2], panes[3], panes[0], panes[1]]
    sitting.press(Key.Key_F6, modifiers=SHIFT)
    assert QApplication.focusWidget() is panes[0]


def test_letters_typed_into_the_search_field_label_nothing(sitting: Sitting) -> None:
    sitting.press(Key.Key_F, modifiers=CTRL)
    field = sitting.keyboard
    QTest.keyClicks(field, "13q")
    sitting.press(Key.Key_Backspace, Key.Key_Tab)
    assert field is sitting.screen.left.field
    assert sitting.screen.left.words == "13"
    assert sitting.spans() == []


def test_the_search_field_lists_what_holds_the_words_and_escape_lists_all(sitting: Sitting, qtbot: object) -> None:
    sitting.press(Key.Key_F, modifiers=CTRL)
    QTest.keyClicks(sitting.keyboard, "orrin can")
    for _ in range(100):
        if len(sitting.screen.session.rows) == 1:
            break
        pause(20)
    assert len(sitting.screen.session.rows) == 1
    sitting.press(Key.Key_Escape)
    assert len(sitting.screen.session.rows) == 3
    assert QApplication.focusWidget() is sitting.screen.view


def test_a_comment_is_written_and_counted(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Comment, "ask", lambda *_, **__: "See the guideline.")
    sitting.press(Key.Key_C, modifiers=CTRL | SHIFT)
    assert [each.text for each in sitting.screen.session.comments] == ["See the guideline."]


def test_f2_corrects_the_title_as_a_decision(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EditField, "ask", lambda *_, **__: "Talks go on")
    sitting.press(Key.Key_F2)
    assert sitting.title == "Talks go on"
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert sitting.title == "Talks begin"


@pytest.mark.parametrize("letters", ["й", "Й"])
def test_a_label_key_works_on_a_cyrillic_layout(sitting: Sitting, letters: str) -> None:
    q = sitting.screen.session.scheme.active[9]
    assert physical(QKeyEvent(QKeyEvent.Type.KeyPress, ord("Й"), NONE, letters)) == "Q"
    _type(sitting, "Й")
    assert [label for _, label in sitting.spans()] == [q.key]


def _type(sitting: Sitting, letter: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Do what a key of another layout does: it is offered as a shortcut, then pressed."""
    for kind in (QKeyEvent.Type.ShortcutOverride, QKeyEvent.Type.KeyPress):
        QApplication.sendEvent(sitting.keyboard, QKeyEvent(kind, ord(letter), modifiers, letter.lower()))


@pytest.mark.parametrize(("letter", "words"), [("Х", "Port Selwyn Guild"), ("Ї", "Selwyn Guild in"), ("Ъ", "Selwyn Guild in")])
def test_brackets_work_where_a_cyrillic_layout_has_letters(sitting: Sitting, letter: str, words: str) -> None:
    sitting.press(Key.Key_Tab)
    _type(sitting, letter)
    assert sitting.spans() == [(words, "ORG")]


def test_undo_works_on_a_cyrillic_layout(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return)
    _type(sitting, "Я", CTRL)
    assert sitting.spans() == []


def test_every_command_can_be_done_and_stands_in_a_menu_with_its_key(sitting: Sitting) -> None:
    window = sitting.window
    in_menus: list[str] = []
    offered: set[str] = set()
    for screen in ("adjudicate", "agreement", "label"):
        window.give(f"screen {screen}")
        offered |= {each.id for each in window.actions_.commands if window.offers(each)}
        for menu in window.header.menus.actions():
            in_menus += [each.objectName() for each in menu.menu().actions()]  # type: ignore[attr-defined]
    for command in (*COMMANDS, *window.actions_.commands):
        action = window.actions_[command.id]
        assert command.id in offered, command.id
        assert command.id in in_menus, command.id
        assert bool(action.shortcuts()) == bool(window.actions_.keys_of(command.id)), command.id


def test_no_key_is_given_to_two_actions(sitting: Sitting) -> None:
    apart = {each.id for each in COMMANDS if each.place is Place.ADJUDICATE}
    for others in (apart, {each.id for each in sitting.window.actions_.commands if each.place is Place.PANES}):
        actions = [each for each in sitting.window.findChildren(QAction) if each.objectName() not in others]
        keys = [shortcut.toString() for action in actions for shortcut in action.shortcuts()]
        assert len(keys) == len(set(keys))


def test_two_commands_on_one_key_are_refused_in_words() -> None:
    with pytest.raises(InputError, match=r"F4 is given to .*Next likely name.* and to .*Reject"):
        bindings(COMMANDS, {"reject": ("F4",)})
    with pytest.raises(InputError, match="Start"):
        bindings(COMMANDS, {"reject": ("Shift+[",)})


def test_a_label_cannot_take_the_key_of_a_command() -> None:
    commands, refused = label_commands([("PERSON", "1"), ("ORG", "["), ("LOC", "1"), ("LAW", "")], ["["])
    assert refused == ("ORG", "LOC")
    assert [each.keys for each in commands] == [("1",), (), (), ()]


def test_the_palette_finds_commands_by_parts_of_their_words() -> None:
    offers = [Offer("a", "Next entry", "Entry"), Offer("b", "Reject or remove", "Span"), Offer("c", "Go to next", "Entry")]
    assert [each.id for each in matching(offers, "next")] == ["a", "c"]
    assert [each.id for each in matching(offers, "rem span")] == ["b"]
    assert matching(offers, "zzz") == []


def test_the_palette_gives_the_chosen_command(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[Offer] = []

    def ask(parent: object, theme: object, offers: list[Offer]) -> str:
        offered.extend(offers)
        return "accept"

    monkeypatch.setattr(Palette, "ask", ask)
    sitting.press(Key.Key_K, modifiers=CTRL)
    assert sitting.spans() == [("Ines Okafor", "PERSON")]
    assert {"label PERSON", "accept", "new"} <= {each.id for each in offered}


def test_keys_are_spelled_in_one_way() -> None:
    assert normal("{") == normal("Shift+[")
    assert normal("Alt+}") == normal("Alt+Shift+]")


def test_a_command_without_a_menu_cannot_be_written() -> None:
    command = Command("x", "X", (), Menu.VIEW, When.ALWAYS)
    assert command.menu in Menu


def test_nested_projects_let_a_label_lie_in_another(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path, overlap=Overlap.NESTED))
    sitting.press(Key.Key_Tab, Key.Key_F7)
    sitting.press(Key.Key_Right)
    sitting.press(Key.Key_Left)
    sitting.press(Key.Key_3)
    labels = [label for _, label in sitting.spans()]
    sitting.end()
    assert "ORG" in labels
    assert len(labels) == 2
