"""A guideline is written beside its preview; saving makes a version, and nothing it names is ever fetched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from annotator.core.model import Label
from annotator.project.scheme import GuidelineVersion
from annotator.ui.dialogs.guideline_editor import GuidelineEditor
from annotator.ui.theme import Theme
from tests.ui.on_screen import on_screen

NOW = datetime(2031, 3, 3, 15, 0, tzinfo=UTC)
LABEL = Label(b"f", "FAC", "Facility", "6", 6, "A built place.")
VERSIONS = (
    GuidelineVersion(0, "Places that were built."),
    GuidelineVersion(1, "A built place.", "Mara Osei", "2031-03-03T09:30:00.000Z"),
)


class Written:
    """What the editor wrote."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.refusal = ""

    def describe(self, text: str) -> str:
        if not self.refusal:
            self.texts.append(text)
        return self.refusal


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def editor(theme: Theme, written: Written) -> Iterator[GuidelineEditor]:
    """The editor on a screen."""
    with on_screen(GuidelineEditor(None, theme, LABEL, VERSIONS, NOW, written.describe)) as editor:
        yield editor


def write(editor: GuidelineEditor, text: str) -> None:
    editor.source.setPlainText(text)
    editor._show_preview()


def test_versions_are_listed_newest_first_with_who_and_when(editor: GuidelineEditor) -> None:
    assert [(row.title, row.second, row.right) for row in editor.versions.rows] == [
        ("Version 1", "Mara Osei, today, 09:30", "in force"),
        ("First text", "came with the scheme", "23 characters"),
    ]


def test_the_preview_shows_what_is_written(editor: GuidelineEditor) -> None:
    write(editor, "**Locks** count.\n\n- Orrin Canal")
    assert editor.preview.toPlainText() == "Locks count.\nOrrin Canal"


def test_saving_writes_a_version_and_nothing_is_saved_without_a_change(editor: GuidelineEditor, written: Written) -> None:
    assert not editor.verb_button.isEnabled()
    QTest.keyClick(editor.source, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written.texts == []
    write(editor, "A built place with a name.\n")
    assert editor.verb_button.text() == "Save version 2"
    QTest.keyClick(editor.source, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written.texts == ["A built place with a name."]
    assert not editor.isVisible()


def test_enter_begins_a_new_line_in_the_text(editor: GuidelineEditor, written: Written) -> None:
    QTest.keyClick(editor.source, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.source.toPlainText().count("\n") == 1


def test_what_cannot_be_written_is_said_and_the_text_stays(editor: GuidelineEditor, written: Written) -> None:
    written.refusal = "This project is open to look only."
    write(editor, "Something new.")
    editor.accept()
    assert editor.isVisible()
    assert editor.notice.text == written.refusal
    assert editor.value == "Something new."


def test_an_old_version_is_looked_at_and_taken_up_by_keys(editor: GuidelineEditor) -> None:
    editor.versions.setFocus()
    QTest.keyClick(editor.versions, Qt.Key.Key_Down)
    editor.versions.go_to(1)
    assert editor.preview.toPlainText() == "Places that were built."
    QTest.keyClick(editor.versions, Qt.Key.Key_Return)
    assert editor.value == "Places that were built."
    assert editor.isVisible()
    assert editor.source.hasFocus()


def test_no_link_or_file_is_followed(editor: GuidelineEditor) -> None:
    write(editor, "![p](https://example.org/p.png) ![f](file:///etc/hostname) <img src='x'> [link](https://example.org)")
    document = editor.preview.document()
    for place in ("https://example.org/p.png", "file:///etc/hostname"):
        image = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(place))
        assert (image.width(), image.height()) == (1, 1)
    assert not editor.preview.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not editor.preview.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    assert "<img" in editor.preview.toPlainText()


def test_the_model_of_versions_keeps_the_rules_of_models(editor: GuidelineEditor, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(editor.versions.model())
