"""The scheme is edited by keys alone; every change is a step at once, counted in words, and undone where it was made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester

from annotator.core.model import Overlap
from annotator.project.door import Project
from annotator.ui import tokens
from annotator.ui.dialogs.guideline_editor import GuidelineEditor
from annotator.ui.dialogs.scheme_asks import MergeInto, NewLabel, Split, Splitting
from annotator.ui.dialogs.scheme_editor import SchemeEditor
from annotator.ui.dialogs.scheme_parts import MentionRow, SchemeRow
from annotator.ui.theme import Theme
from tests.project.making import faults, label, marked, row_with, study
from tests.ui.on_screen import on_screen

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project with spans that stand within each other."""
    with study(tmp_path, overlap=Overlap.NESTED) as made:
        row = row_with(made, "Ministry")
        for words, key in (("port of Warsaw", "FAC"), ("Ministry of Transport", "ORG")):
            label(made, row, words, key)
        start = made.entries.entry(row).text.index("Warsaw")
        made.spans.label(row, start, start + 6, made.scheme.label("GPE").id)
        label(made, row_with(made, "Gdansk"), "Gdansk", "GPE")
        yield made
        assert faults(made) == []


@pytest.fixture
def editor(theme: Theme, project: Project) -> Iterator[SchemeEditor]:
    """The editor on a screen."""
    with on_screen(SchemeEditor(None, theme, project, taken=frozenset({"z"}))) as editor:
        yield editor


def go_to(editor: SchemeEditor, key: str) -> SchemeRow:
    row = next(row for row in editor.list.rows if row.key == key)
    editor.list.setFocus()
    editor.list.show_labels(editor.list.rows, row.id)
    return row


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def press(button: QPushButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_each_label_is_listed_with_its_spans_over_all_layers(editor: SchemeEditor) -> None:
    found = {row.key: row.spans for row in editor.list.rows if row.spans}
    assert found == {"FAC": 1, "ORG": 1, "GPE": 2}
    words = editor.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "ORG, Organisation, key 2, Gold, 1 span"


def test_a_label_is_renamed_in_files_and_in_words(editor: SchemeEditor, project: Project) -> None:
    go_to(editor, "ORG")
    write(editor.key, "BODY")
    write(editor.name, "Body of people")
    assert project.scheme.label("BODY").name == "Body of people"
    assert editor.isVisible()
    press(editor.undo_button)
    press(editor.undo_button)
    assert project.scheme.label("ORG").name == "Organisation"


def test_a_name_or_key_that_is_taken_is_refused_in_words_and_put_back(editor: SchemeEditor, project: Project) -> None:
    go_to(editor, "ORG")
    write(editor.key, "gpe")
    assert "There is a label GPE already" in editor.notice.text
    assert editor.key.text() == "ORG"
    write(editor.shortcut, "3")
    assert editor.notice.text == "The key 3 is taken by GPE; choose another one."
    write(editor.shortcut, "z")
    assert "belongs to a command of the window" in editor.notice.text
    write(editor.shortcut, "x")
    assert project.scheme.label("ORG").shortcut == "x"


def test_a_colour_is_taken_and_its_contrast_said(editor: SchemeEditor, project: Project) -> None:
    go_to(editor, "ORG")
    button = editor.colours._group.button(5)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert project.scheme.label("ORG").colour == 6
    assert editor.notice.text == "ORG is Moss now."
    assert "4.5 is enough to read" in editor._contrast.text()


def test_every_colour_can_be_read_on_both_themes() -> None:
    for colour in tokens.LABEL_COLOURS:
        for theme in (tokens.LIGHT, tokens.DARK):
            assert tokens.contrast(colour.text(theme), colour.tint(theme)) >= 4.5, colour.name


def test_alt_and_arrows_order_the_labels(editor: SchemeEditor, project: Project) -> None:
    before = [row.key for row in editor.list.rows]
    go_to(editor, before[1])
    QTest.keyClick(editor.list, Qt.Key.Key_Up, ALT)
    assert [row.key for row in editor.list.rows][:2] == [before[1], before[0]]
    assert editor.list.current is not None
    assert editor.list.current.key == before[1]
    QTest.keyClick(editor.list, Qt.Key.Key_Up, ALT)
    assert project.scheme.value.labels[0].key == before[1], "the first one has nowhere to go"
    QTest.keyClick(editor.list, Qt.Key.Key_Down, ALT)
    assert [row.key for row in editor.list.rows] == before


def test_a_label_is_added_with_the_next_free_key(editor: SchemeEditor, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NewLabel, "ask", lambda *_: "VESSEL")
    QTest.keyClick(editor.list, Qt.Key.Key_Insert)
    added = project.scheme.label("VESSEL")
    held = [each.shortcut for each in project.scheme.value.active]
    assert added.shortcut
    assert held.count(added.shortcut) == 1
    assert editor.list.current is not None
    assert editor.list.current.key == "VESSEL"


def test_delete_retires_a_label_and_brings_it_back(editor: SchemeEditor, project: Project) -> None:
    go_to(editor, "GPE")
    QTest.keyClick(editor.list, Qt.Key.Key_Delete)
    assert editor.notice.text == "GPE is retired; its 2 spans stay."
    assert project.scheme.label("GPE").retired
    assert not editor.key.isEnabled()
    assert editor.retire_button.text() == "&Bring back"
    press(editor.retire_button)
    assert not project.scheme.label("GPE").retired


def test_merging_says_how_many_spans_it_touches(editor: SchemeEditor, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def ask(_parent: object, _theme: object, row: SchemeRow, others: list[SchemeRow]) -> bytes:
        asked.append((row.key, len(others)))
        return project.scheme.label("LOC").id

    monkeypatch.setattr(MergeInto, "ask", ask)
    count = len(editor.list.rows)
    go_to(editor, "GPE")
    press(editor.merge_button)
    assert asked == [("GPE", count - 1)]
    assert editor.notice.text == "2 spans of GPE merged. Undo parts them again."
    assert {row.key: row.spans for row in editor.list.rows}["LOC"] == 2
    assert "GPE" not in {row.key for row in editor.list.rows}
    QTest.keyClick(editor.list, Qt.Key.Key_Z, CTRL)
    assert {row.key: row.spans for row in editor.list.rows}["GPE"] == 2


def test_splitting_moves_the_ticked_mentions(editor: SchemeEditor, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(_parent: object, _theme: object, _row: object, mentions: list[MentionRow], _refusal: object) -> Splitting:
        return Splitting("CITY", (next(each.key for each in mentions if each.words == "Gdansk"),))

    monkeypatch.setattr(Split, "ask", ask)
    go_to(editor, "GPE")
    press(editor.split_button)
    assert editor.notice.text == "1 span moved from GPE to CITY."
    assert marked(project, row_with(project, "Gdansk")) == [("Gdansk", "CITY")]
    press(editor.undo_button)
    assert marked(project, row_with(project, "Gdansk")) == [("Gdansk", "GPE")]


def test_the_rule_says_what_went_out_of_sight(editor: SchemeEditor, project: Project) -> None:
    flat = next(each for each in editor.rule.findChildren(QPushButton) if each.text() == "Flat")
    press(flat)
    assert project.scheme.value.overlap is Overlap.FLAT
    assert editor.notice.text == "1 span went out of sight. Nothing is lost: undo changes it back."
    QTest.keyClick(editor.list, Qt.Key.Key_Z, CTRL)
    assert project.scheme.value.overlap is Overlap.NESTED


def test_undo_stops_where_the_editor_was_opened_and_redo_goes_forward(editor: SchemeEditor, project: Project) -> None:
    assert not editor.undo_button.isEnabled()
    editor.undo()
    assert project.history.undo_name == "Label GPE"
    go_to(editor, "ORG")
    QTest.keyClick(editor.list, Qt.Key.Key_Delete)
    editor.undo()
    assert not project.scheme.label("ORG").retired
    assert (editor.undo_button.isEnabled(), editor.redo_button.isEnabled()) == (False, True)
    editor.redo()
    assert project.scheme.label("ORG").retired
    assert (editor.undo_button.isEnabled(), editor.redo_button.isEnabled()) == (True, False)


def test_a_guideline_is_written_from_here(editor: SchemeEditor, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GuidelineEditor, "edit", lambda *given: given[-1]("A body with a name."))
    go_to(editor, "ORG")
    press(editor.guideline_button)
    assert project.scheme.label("ORG").guideline == "A body with a name."
    assert editor.undo_button.isEnabled()


def test_a_scheme_goes_out_and_comes_in_as_toml(
    editor: SchemeEditor, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.toml"
    monkeypatch.setattr(SchemeEditor, "ask_where", lambda *_: path)
    monkeypatch.setattr(SchemeEditor, "ask_file", lambda *_: path)
    editor.export()
    assert editor.notice.text == "Written to out.toml."
    path.write_text(path.read_text(encoding="utf-8") + '\n[[labels]]\nkey = "VESSEL"\n', encoding="utf-8")
    editor.take_in()
    assert editor.notice.text.startswith("1 label added, 0 changed")
    assert project.scheme.value.by_key("VESSEL") is not None
    path.write_text("name = 7", encoding="utf-8")
    editor.take_in()
    assert "out.toml" in editor.notice.text


def test_a_file_that_cannot_be_written_is_said(editor: SchemeEditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SchemeEditor, "ask_where", lambda *_: tmp_path / "no folder" / "out.toml")
    editor.export()
    assert "out.toml cannot be written" in editor.notice.text


def test_the_asking_dialogs_say_what_they_will_do(theme: Theme) -> None:
    row = SchemeRow(b"g", "GPE", "Place", "3", 2, 12)
    merge = MergeInto(None, theme, row, [SchemeRow(b"l", "LOC", "Other", "5", 4, 3)])
    assert merge.said == "12 spans of GPE will be LOC / Over all layers; LOC then has 15. One undo parts them again"
    assert merge.verb_button.text() == "Merge 12 spans"
    split = Split(
        None, theme, row, [MentionRow("a", "Gdansk", "left ", " on", 4), MentionRow("b", "Brno", "of ", " said", 1)], lambda _: ""
    )
    assert not split.verb_button.isEnabled()
    split.key.setText("city")
    QTest.keyClick(split.list, Qt.Key.Key_Space)
    assert split.value == Splitting("CITY", ("a",))
    assert (split.said, split.verb_button.text()) == ("4 spans will move, 8 stay GPE / One undo takes all of it back", "Move 4 spans")
    QTest.keyClick(split.list, Qt.Key.Key_A, CTRL)
    assert split.value.mentions == ("a", "b")
    QTest.keyClick(split.list, Qt.Key.Key_A, CTRL)
    assert split.value.mentions == ()
    new = NewLabel(None, theme, lambda key: "taken" if key == "ORG" else "")
    new.key.setText("org")
    assert (new.notice.text, new.verb_button.isEnabled()) == ("taken", False)
    new.key.setText("two words")
    assert (new.value, new.verb_button.text(), new.verb_button.isEnabled()) == ("TWO_WORDS", "Add TWO_WORDS", True)
    for dialog in (merge, split, new):
        dialog.deleteLater()


def test_the_models_keep_the_rules_of_models(editor: SchemeEditor, theme: Theme, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(editor.list.model())
    split = Split(None, theme, editor.list.rows[0], [MentionRow("a", "Gdansk", "left ", " on", 4)], lambda _: "")
    qtmodeltester.check(split.list.model())
    split.deleteLater()


def test_every_control_has_a_name_and_is_reached_by_tab(editor: SchemeEditor) -> None:
    for widget in [*editor.findChildren(QPushButton), *editor.findChildren(QLineEdit), editor.list]:
        text = widget.text() if isinstance(widget, QPushButton) else ""
        assert widget.accessibleName() or text
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
