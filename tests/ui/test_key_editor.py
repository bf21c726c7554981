"""Keys are changed by pressing them; two commands on one key are refused in words; the list of keys needs no window."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from annotator.core.errors import InputError
from annotator.ui.commands import COMMANDS, bindings
from annotator.ui.dialogs.key_editor import KeyEditor
from annotator.ui.key_choices import LabelKey, check_key, key_rows, known_only, with_keys
from annotator.ui.keynames import normal
from annotator.ui.theme import Theme
from tests.ui.on_screen import on_screen

LABELS = (LabelKey(b"p", "PERSON", "1"), LabelKey(b"v", "VESSEL", "q"))


class Kept:
    """What the editor was given to keep."""

    def __init__(self) -> None:
        self.keys: list[dict[str, tuple[str, ...]]] = []
        self.labels: list[tuple[bytes, str]] = []
        self.refusal = ""

    def keep(self, keys: dict[str, tuple[str, ...]]) -> None:
        self.keys.append(keys)

    def relabel(self, label: bytes, shortcut: str) -> str:
        self.labels.append((label, shortcut))
        return self.refusal


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def editor(theme: Theme, kept: Kept) -> Iterator[KeyEditor]:
    """The editor on a screen, with the usual keys and two labels."""
    with on_screen(KeyEditor(None, theme, {}, LABELS, kept.keep, kept.relabel)) as editor:
        yield editor


def go_to(editor: KeyEditor, name: str) -> None:
    place = next(place for place, row in enumerate(editor._model.values) if row.id == name)
    editor.table.setCurrentIndex(editor._model.index(place))


def press(editor: KeyEditor, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(editor.table, Qt.Key.Key_Return)
    QTest.keyClick(editor.table, key, modifiers)


def test_the_keys_are_listed_without_qt() -> None:
    code = (
        "import sys; sys.argv = ['annotator', 'keys', '--json']\n"
        "from annotator.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "print(sorted(name for name in sys.modules if name.startswith('PySide6')))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    keys, modules = found.stdout.splitlines()
    assert "Ctrl+K" in keys
    assert modules == "[]"


def test_keys_of_the_table_are_spelled_as_qt_spells_them() -> None:
    for command in COMMANDS:
        for key in command.keys:
            wanted = key.replace("{", "Shift+[").replace("}", "Shift+]")
            assert normal(key) == QKeySequence(wanted).toString(QKeySequence.SequenceFormat.PortableText), key


NAMES = st.sampled_from(["A", "q", "7", "+", "-", "[", "]", ",", "F1", "F12", "Return", "Del", "delete", "PgUp", "Left", "Tab", "Space"])


@given(st.lists(st.sampled_from(["Shift", "Alt", "Ctrl", "Meta"]), unique=True), NAMES)
def test_any_key_is_spelled_as_qt_spells_it(held: list[str], name: str) -> None:
    key = "+".join([*held, name])
    spelled = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    assert normal(key) == spelled
    assert normal(normal(key)) == normal(key)


def test_a_key_of_another_command_is_refused_naming_both(editor: KeyEditor, kept: Kept) -> None:
    go_to(editor, "flag")
    press(editor, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert editor.notice.text == (
        "The key Ctrl+K belongs to “Commands…”, so “Flag the entry” cannot have it: choose another key for one of them."
    )
    assert kept.keys == []
    assert editor.current is not None
    assert editor.current.keys == ("Ctrl+M",)


def test_a_free_key_is_kept_at_once_and_reset_brings_the_usual_one(editor: KeyEditor, kept: Kept) -> None:
    go_to(editor, "flag")
    press(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert kept.keys == [{"flag": ("Ctrl+B",)}]
    assert (editor.current.keys, editor.current.usual) == (("Ctrl+B",), False) if editor.current else False
    QTest.mouseClick(editor.reset_button, Qt.MouseButton.LeftButton)
    assert kept.keys[-1] == {}
    assert editor.current is not None
    assert editor.current.usual


def test_tab_and_function_keys_can_be_taken_while_a_key_is_waited_for(editor: KeyEditor, kept: Kept) -> None:
    go_to(editor, "flag")
    press(editor, Qt.Key.Key_F9)
    assert kept.keys == [{"flag": ("F9",)}]
    go_to(editor, "skip")
    press(editor, Qt.Key.Key_Tab)
    assert "belongs to “Next span or suggestion”" in editor.notice.text


def test_escape_leaves_the_old_key_and_then_the_dialog(editor: KeyEditor, kept: Kept) -> None:
    go_to(editor, "flag")
    press(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert kept.keys == []
    QTest.keyClick(editor.table, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_a_command_can_be_without_a_key(editor: KeyEditor, kept: Kept) -> None:
    go_to(editor, "flag")
    QTest.keyClick(editor.table, Qt.Key.Key_Delete)
    assert kept.keys == [{"flag": ()}]
    assert "no key" in editor.notice.text


def test_a_label_takes_a_letter_and_tells_the_project(editor: KeyEditor, kept: Kept) -> None:
    go_to(editor, "label VESSEL")
    press(editor, Qt.Key.Key_X)
    assert kept.labels == [(b"v", "x")]
    assert editor.current is not None
    assert editor.current.keys == ("x",)
    press(editor, Qt.Key.Key_1)
    assert "belongs to “PERSON”" in editor.notice.text
    assert kept.labels == [(b"v", "x")]


def test_what_the_project_refuses_is_said_and_changes_nothing(editor: KeyEditor, kept: Kept) -> None:
    kept.refusal = "This project is open to look only."
    go_to(editor, "label VESSEL")
    press(editor, Qt.Key.Key_X)
    assert editor.notice.text == kept.refusal
    assert editor.current is not None
    assert editor.current.keys == ("q",)


def test_a_command_is_found_by_its_name_or_key(editor: KeyEditor) -> None:
    editor.find_field.setText("ctrl+k")
    assert [row.id for row in editor._model.values] == ["palette"] + [
        row.id for row in editor._model.values if row.id != "palette" and "Ctrl+K" in " ".join(row.keys)
    ]
    editor.find_field.setText("no such command")
    assert editor._model.values == ()
    assert editor.current is None


def test_a_letter_alone_is_no_key_for_a_command_that_counts_everywhere() -> None:
    rows = key_rows({}, LABELS)
    everywhere = next(row for row in rows if row.id == "palette")
    with pytest.raises(InputError, match="would be typed into fields"):
        check_key(everywhere, "j", rows)
    in_panes = next(row for row in rows if row.id == "reject")
    assert check_key(in_panes, "j", rows) == "J"
    with pytest.raises(InputError, match="moves the caret"):
        check_key(in_panes, "Shift+Left", rows)
    label = next(row for row in rows if row.label is not None)
    with pytest.raises(InputError, match="one digit from 1 to 9 or one letter"):
        check_key(label, "Ctrl+Alt+9", rows)


def test_keys_from_a_file_that_two_commands_would_share_are_dropped() -> None:
    changed = {"flag": ("Ctrl+K",), "skip": ("Ctrl+B",), "gone": ("Ctrl+P",)}
    kept = known_only(changed)
    assert kept == {"skip": ("Ctrl+B",)}
    assert bindings(COMMANDS, kept)["flag"] == ("Ctrl+M",)
    assert with_keys(kept, "skip", next(each.keys for each in COMMANDS if each.id == "skip")) == {}


def test_the_model_keeps_the_rules_of_models(editor: KeyEditor, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(editor._model)
    editor.find_field.setText("entry")
    qtmodeltester.check(editor._model)


def test_every_control_has_a_name(editor: KeyEditor) -> None:
    for widget in (editor.find_field, editor.table, editor.change_button, editor.reset_button, editor.verb_button):
        assert widget.accessibleName() or getattr(widget, "text", str)()
