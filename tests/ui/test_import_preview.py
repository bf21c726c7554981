"""The import dialog: what it shows, how settings change it, what it gives back; and that an out-of-date answer never counts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.drafts import EntryDraft, SpanDraft
from annotator.core.errors import InputError
from annotator.core.ids import IdSource
from annotator.core.model import Person
from annotator.core.resources import resource
from annotator.project.door import Means, Project, User, create_project
from annotator.project.offered import schemes
from annotator.project.reports import Count, Finding, ImportOptions, ImportReport, Preview
from annotator.ui.dialogs import import_preview
from annotator.ui.dialogs.import_entries import EntriesAsTheyWillBe, EntryRow
from annotator.ui.dialogs.import_preview import ChosenFile, ImportPreview, reader
from annotator.ui.dialogs.import_state import Incoming, as_table, body, findings, summed
from annotator.ui.theme import Theme
from tests.ui.invented_files import write_files


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    ids = IdSource()
    who = User(ids.new(), (Person(ids.new(), "Ada Reyes"),), "Ada Reyes", True)
    with create_project(tmp_path / "study.annotator", who, Means(ids)) as made:
        yield made


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_preview, "REREAD_MS", 0)


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, project: Project) -> Iterator[Callable[..., ImportPreview]]:
    made: list[ImportPreview] = []
    scheme = project.scheme.value

    def open_with(paths: list[Path]) -> ImportPreview:
        dialog = ImportPreview(None, theme, _reader(project), scheme, project.title, paths)
        made.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not any(each.reading for each in dialog.incoming), timeout=20_000)
        return dialog

    yield open_with
    for each in made:
        each.done(0)
        each.deleteLater()


def _reader(project: Project) -> Callable[[Path, ImportOptions, Callable[[], bool]], Preview]:
    return reader(project)


def settled(qtbot: QtBot, dialog: ImportPreview) -> None:
    qtbot.waitUntil(lambda: not any(each.reading for each in dialog.incoming), timeout=20_000)


def choose(combo: QComboBox, data: str) -> None:
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def preview(entries: int = 1, *, spans: int = 0) -> Preview:
    drafts = tuple(EntryDraft(f"Text {n}", line=n + 1, spans=(SpanDraft(0, 4, "PER"),) * spans) for n in range(entries))
    return Preview(ImportReport("f.txt", "text", "UTF-8", Count(entries, entries), Count(spans, spans)), drafts)


def test_every_file_is_read_and_the_button_counts_their_entries(opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened(write_files(tmp_path))
    assert dialog.verb_button.text() == "Import 9 entries"
    assert dialog.verb_button.isEnabled()
    assert [each.entries for each in dialog.value] == [5, 2, 2]
    assert dialog.panes.figures.accessibleName().startswith("16 read, 9 taken, 1 rejected, and kept")


def test_what_is_read_is_the_sum_of_what_became_of_it(opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    total = summed(opened(write_files(tmp_path)).incoming)
    assert total.read == total.taken + total.known + total.rejected + total.kept


def test_nothing_is_in_the_project_after_the_dialog(opened: Callable[..., ImportPreview], project: Project, tmp_path: Path) -> None:
    opened(write_files(tmp_path)).accept()
    assert project.entries.progress().total == 0


def test_a_file_that_cannot_be_read_is_left_out_in_words(opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened([tmp_path / "missing.txt", *write_files(tmp_path)])
    assert "missing.txt is left out: There is no file" in dialog.said
    assert dialog.verb_button.text() == "Import 9 entries"
    assert len(dialog.value) == 3


def test_with_nothing_to_take_there_is_no_verb(opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened([tmp_path / "missing.txt"])
    assert not dialog.verb_button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()


def test_a_changed_setting_reads_the_file_again(qtbot: QtBot, opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("one line\nanother line\n\nlast line\n", encoding="utf-8")
    dialog = opened([path])
    assert dialog.value[0].entries == 2
    unit = dialog.panes.settings.unit
    unit.setCurrentIndex(unit.findData("line"))
    unit.activated.emit(unit.currentIndex())
    assert not dialog.verb_button.isEnabled()
    settled(qtbot, dialog)
    assert dialog.value == (ChosenFile(path, ImportOptions(read=dialog.value[0].options.read), 3),)
    assert dialog.value[0].options.read.unit == "line"


def test_a_column_can_be_named_for_a_table(qtbot: QtBot, opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened([write_files(tmp_path)[2]])
    column = dialog.panes.settings.columns["published"]
    assert column.currentText() == "None found"
    column.setCurrentIndex(column.findData("when"))
    column.activated.emit(column.currentIndex())
    settled(qtbot, dialog)
    found = dialog.incoming[0].preview
    assert found is not None
    assert found.entries[0].published == "2031-02-13T19:33"
    assert dialog.value[0].options.read.columns == {"published": "when"}


def test_a_column_that_is_not_there_is_said(qtbot: QtBot, opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened([write_files(tmp_path)[2]])
    column = dialog.panes.settings.columns["text"]
    column.setEditText("nowhere")
    line = column.lineEdit()
    assert line is not None
    line.editingFinished.emit()
    settled(qtbot, dialog)
    assert "has no column “nowhere”" in dialog.incoming[0].error
    assert column.isVisible()


def test_what_is_no_date_is_said_and_the_file_waits(qtbot: QtBot, opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened([write_files(tmp_path)[0]])
    dialog.panes.settings.date.setText("some day")
    assert "“some day” is no date" in dialog.said
    assert dialog.value == ()
    dialog.panes.settings.date.setText("14 Feb 2031")
    settled(qtbot, dialog)
    assert dialog.value[0].options.read.date == "2031-02-14"


def test_spans_go_to_a_layer_only_when_it_is_named(qtbot: QtBot, opened: Callable[..., ImportPreview]) -> None:
    dialog = opened([resource("sample", "gold.jsonl")])
    settings = dialog.panes.settings
    settings.to.chosen.emit("layer")
    assert "name the layer" in dialog.said
    settings.layer.setText("suggestions")
    assert "reserved" in dialog.said
    settings.layer.setText("Gold")
    settled(qtbot, dialog)
    assert (dialog.value[0].options.to, dialog.value[0].options.layer) == ("layer", "Gold")


def test_a_label_of_the_file_can_become_another(qtbot: QtBot, opened: Callable[..., ImportPreview]) -> None:
    dialog = opened([resource("sample", "gold.jsonl")])
    _, combo = dialog.panes.settings._maps["GPE"]
    combo.setCurrentIndex(combo.findData("LOC"))
    combo.activated.emit(combo.currentIndex())
    settled(qtbot, dialog)
    assert dialog.value[0].options.map_labels == {"GPE": "LOC"}


def test_a_format_can_be_named_against_what_was_found(qtbot: QtBot, opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened([write_files(tmp_path)[0]])
    combo = dialog.panes.settings.format
    assert combo.currentData() == "liveblog"
    assert dialog.value[0].options.format == ""
    combo.setCurrentIndex(combo.findData("text"))
    combo.activated.emit(combo.currentIndex())
    settled(qtbot, dialog)
    assert dialog.value[0].options.format == "text"


def test_an_answer_that_settings_made_out_of_date_does_not_count(qtbot: QtBot, theme: Theme) -> None:
    go, asked = threading.Event(), []

    def read(path: Path, options: ImportOptions, cancelled: Callable[[], bool]) -> Preview:
        asked.append(options.read.unit)
        if not options.read.unit:
            go.wait(5)
            return preview(7)
        return preview(2)

    dialog = ImportPreview(None, theme, read, schemes()[0], "study", [Path("f.txt")])
    dialog.show()
    qtbot.waitUntil(lambda: asked == [""])
    dialog.panes.settings.changed.emit(ImportOptions(read=dialog.incoming[0].options.read.__class__(unit="line")), "")
    go.set()
    settled(qtbot, dialog)
    assert asked == ["", "line"]
    assert dialog.value[0].entries == 2
    dialog.done(0)
    dialog.deleteLater()


def test_settings_of_two_files_changed_at_once_are_both_read(qtbot: QtBot, opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (first, second):
        path.write_text("one line\nanother line\n", encoding="utf-8")
    dialog = opened([first, second])
    for number in (0, 1):
        dialog.panes.files.show_files(dialog.incoming, number)
        unit = dialog.panes.settings.unit
        unit.setCurrentIndex(unit.findData("line"))
        unit.activated.emit(unit.currentIndex())
    settled(qtbot, dialog)
    assert [each.entries for each in dialog.value] == [2, 2]


def test_closing_while_a_file_is_read_gives_it_up(qtbot: QtBot, theme: Theme) -> None:
    begun, ended = threading.Event(), threading.Event()

    def read(path: Path, options: ImportOptions, cancelled: Callable[[], bool]) -> Preview:
        begun.set()
        while not cancelled():
            pass
        ended.set()
        raise InputError("The preview was given up.")

    dialog = ImportPreview(None, theme, read, schemes()[0], "study", [Path("f.txt")])
    dialog.show()
    assert begun.wait(5)
    dialog.reject()
    assert ended.is_set()
    dialog.deleteLater()


def test_the_same_file_twice_is_on_the_list_once(opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    paths = write_files(tmp_path)
    dialog = opened([paths[0], paths[0]])
    dialog.add_files([paths[0]])
    assert len(dialog.incoming) == 1


def test_files_can_be_dropped_and_taken_off_by_key(qtbot: QtBot, opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    paths = write_files(tmp_path)
    dialog = opened(paths[:1])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paths[1]))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))
    settled(qtbot, dialog)
    assert len(dialog.value) == 2
    qtbot.keyClick(dialog.panes.files, Qt.Key.Key_Delete)
    assert [each.path.name for each in dialog.incoming] == ["harbour-late.html"]


def test_the_chips_filter_what_was_changed_or_left_out(opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened(write_files(tmp_path))
    everything = dialog.panes.findings.shown
    dialog.panes.chips.hold("rejected")
    dialog.panes.chips.chosen.emit("rejected")
    assert {each.kind for each in everything} == {"rejected", "repaired", "inferred", "kept"}
    assert {each.kind for each in dialog.panes.findings.shown} == {"rejected"}


def test_the_list_of_findings_can_be_saved(opened: Callable[..., ImportPreview], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(write_files(tmp_path))
    target = tmp_path / "list.tsv"
    monkeypatch.setattr(ImportPreview, "ask_list_path", classmethod(lambda cls, parent: target))
    dialog.panes.save.click()
    lines = target.read_text("utf-8").splitlines()
    assert lines[0].startswith("kind\tfile\tline")
    assert len(lines) == 1 + len(findings(dialog.incoming))


def test_a_cell_of_the_list_holds_no_tab_and_no_line_end() -> None:
    row = as_table([Finding("rejected", "f.txt", 1, "a\tb\nc", "left out")]).splitlines()[1]
    assert row.split("\t")[3] == "a b c"


def test_ask_gives_the_files_or_none(qtbot: QtBot, theme: Theme, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write_files(tmp_path)

    def press(dialog: ImportPreview) -> bool:
        settled(qtbot, dialog)
        dialog.accept()
        dialog.deleteLater()
        return True

    monkeypatch.setattr(ImportPreview, "run", press)
    chosen = ImportPreview.ask(None, theme, project, paths)
    assert chosen is not None
    assert [each.path.name for each in chosen] == [path.name for path in paths]


def test_enter_is_the_verb_and_escape_cancels(qtbot: QtBot, opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened(write_files(tmp_path))
    results: list[int] = []
    dialog.finished.connect(results.append)
    qtbot.keyClick(dialog.panes.files, Qt.Key.Key_Return)
    assert results == [1]
    other = opened(write_files(tmp_path))
    other.finished.connect(results.append)
    qtbot.keyClick(other.panes.files, Qt.Key.Key_Escape)
    assert results == [1, 0]


def test_the_models_of_its_lists_are_sound(qtbot: QtBot, opened: Callable[..., ImportPreview], tmp_path: Path) -> None:
    dialog = opened(write_files(tmp_path))
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
        for model in (dialog.panes.files.model(), dialog.panes.findings.model(), dialog.panes.entries.model())
        if isinstance(model, QAbstractItemModel)
    ]
    dialog.panes.files.show_files(dialog.incoming, 2)
    dialog.add_files([tmp_path / "missing.txt"])
    settled(qtbot, dialog)
    assert len(testers) == 3


def test_every_field_has_a_name_for_a_screen_reader(opened: Callable[..., ImportPreview]) -> None:
    dialog = opened([resource("sample", "gold.jsonl")])
    focusable = [each for each in dialog.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
    buttons = [each for each in focusable if isinstance(each, QAbstractButton) and each.text()]
    # The writable part of a combo box is reached through the box, which has the name.
    inner = [each for each in focusable if isinstance(each.parentWidget(), QComboBox)]
    nameless = [each for each in focusable if not each.accessibleName() and each not in buttons and each not in inner]
    assert focusable
    assert nameless == []


@pytest.mark.parametrize("text", ["", "a" * 200_000, "\u2028\u2029\r\n\ufeff\n\n", "שלום עולם " * 60, "👩‍👩‍👧 " * 500, "word\n\n" * 3000])
def test_any_text_is_laid_out_and_painted(qtbot: QtBot, theme: Theme, text: str) -> None:
    view = EntriesAsTheyWillBe(theme)
    view.resize(1000, 400)
    view.show_entries(
        [EntryRow(EntryDraft(text or "x", title=text[:300], line=1, last_line=9, notes=("day inferred", "odd")), "f.txt")] * 3
    )
    view.show()
    assert not view.grab().isNull()
    assert view.sizeHintForRow(0) < theme.px(320)
    view.close()


def test_the_body_of_an_entry_is_its_text_without_the_headline() -> None:
    assert body(EntryDraft("Head\n\nBody", title="Head")) == "Body"
    assert body(EntryDraft("Head", title="Head")) == ""
    assert body(EntryDraft("Only text", title="Other")) == "Only text"


def test_a_file_with_wrong_settings_is_never_ready() -> None:
    assert Incoming(Path("f.txt"), preview=preview(), reading=False).ready
    assert not Incoming(Path("f.txt"), preview=preview(), reading=False, wrong="name the layer").ready
    assert not Incoming(Path("f.txt"), preview=preview(), reading=True).ready
    assert not Incoming(Path("f.txt"), preview=preview(0), reading=False).ready


def test_a_workbook_offers_its_sheets_and_columns(opened: Callable[..., ImportPreview], qtbot: QtBot, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, rows in {"News": [["Body", "desk"], ["one", "a"], ["two", "b"]], "Notes": [["text"], ["three"]]}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "posts.xlsx")
    dialog = opened([tmp_path / "posts.xlsx"])
    assert dialog.verb_button.text() == "Import 2 entries"
    settings = dialog.panes.settings
    assert not settings.encoding.isVisible()
    assert [settings.sheet.itemText(at) for at in range(settings.sheet.count())] == ["Found: News", "News", "Notes", "Sheet"]
    choose(settings.sheet, "Notes")
    settled(qtbot, dialog)
    assert dialog.verb_button.text() == "Import one entry"
    assert dialog.value[0].options.read.sheet == "Notes"


def test_a_word_document_can_come_in_by_sections(opened: Callable[..., ImportPreview], qtbot: QtBot, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Talks", 1)
    for text in ("one", "two"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "posts.docx"))
    dialog = opened([tmp_path / "posts.docx"])
    assert dialog.verb_button.text() == "Import 2 entries"
    choose(dialog.panes.settings.unit, "section")
    settled(qtbot, dialog)
    assert dialog.verb_button.text() == "Import one entry"
