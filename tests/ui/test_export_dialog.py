"""The export dialog: what is lost is said before, by the same command that writes; and what was written is told after."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.cli.parser import parser
from annotator.core.errors import MachineError
from annotator.core.ids import IdSource
from annotator.core.model import Overlap, Person
from annotator.core.resources import resource
from annotator.project.door import Means, Project, User, create_project
from annotator.project.reports import ImportOptions
from annotator.ui.dialogs import export as module
from annotator.ui.dialogs.export import Export, LayerRow, layer_rows
from annotator.ui.dialogs.export_state import ExportChoice, Outlook, options_of, outlook
from annotator.ui.dialogs.outcome import Outcome
from annotator.ui.dialogs.working import Working, time_left
from annotator.ui.theme import Theme

ADA = LayerRow("Ada", "Ada, 412 spans")
DATA = {
    "entries": 37, "left_out_entries": 47, "practised": 2, "stored": 412, "exported": 409, "losses": {"overlap": 3},
    "limits": ["No titles."],
    "first_losses": [{"kind": "overlap", "entry": "ab" * 16, "reason": "“Port” overlaps"}], "paths": [], "card": None,
}  # fmt: skip


def echo(data: object, *, wait: str = "pass") -> tuple[str, ...]:
    """Return a program that writes a result, whatever its arguments are."""
    line = json.dumps({"result": data})
    return sys.executable, "-c", f"import time; {wait}; print({line!r})"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK_AGAIN_MS", 0)


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Callable[..., Export]]:
    made: list[Export] = []

    def open_with(
        data: object = DATA, *, layers: tuple[LayerRow, ...] = (ADA,), wait: str = "pass", practised: bool = False,
        titled: Callable[[str], str] = str,
    ) -> Export:  # fmt: skip
        program = echo(data, wait=wait)
        dialog = Export(None, theme, tmp_path / "study.annotator", layers, practised=practised, program=program, titled=titled)
        made.append(dialog)
        dialog.show()
        return dialog

    yield open_with
    for each in made:
        each.done(0)
        each.deleteLater()


def test_what_cannot_be_held_is_said_before_anything_is_written(qtbot: QtBot, opened: Callable[..., Export], tmp_path: Path) -> None:
    dialog = opened()
    assert not dialog.verb_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.outlook is not None, timeout=10_000)
    assert dialog.verb_button.text() == "Export 37 entries"
    assert dialog.said.startswith("3 spans cannot be held")
    assert dialog.pane.losses.rows[0].title == "“Port” overlaps"
    assert "409 exported" in dialog.pane.figures.accessibleName()
    assert list(tmp_path.iterdir()) == []


def test_a_loss_is_told_by_the_title_of_its_entry(qtbot: QtBot, opened: Callable[..., Export]) -> None:
    dialog = opened(titled={"ab" * 16: "Canal opens"}.__getitem__)
    qtbot.waitUntil(lambda: dialog.outlook is not None, timeout=10_000)
    assert dialog.pane.losses.rows[0].second == "overlap, in “Canal opens”"


def test_what_is_not_done_and_what_was_only_practised_on_are_told_apart(qtbot: QtBot, opened: Callable[..., Export]) -> None:
    dialog = opened(practised=True)

    qtbot.waitUntil(lambda: dialog.outlook is not None)

    assert "Not done, so left out: 45." in dialog.pane.words.text()
    assert "Only practised on, so left out: 2." in dialog.pane.words.text()


def test_practice_entries_are_taken_in_where_one_asks_for_them(opened: Callable[..., Export]) -> None:
    dialog = opened(practised=True)
    assert not dialog.value.options.practice

    dialog.practice.setChecked(True)

    assert dialog.practice.isVisible()
    assert "--practice" in dialog.value.arguments(Path("study"))
    assert opened().practice.isHidden()


def test_a_changed_choice_forgets_the_old_answer_and_asks_again(qtbot: QtBot, opened: Callable[..., Export]) -> None:
    dialog = opened()
    qtbot.waitUntil(lambda: dialog.outlook is not None, timeout=10_000)
    dialog.format.setCurrentIndex(dialog.format.findData("conll"))
    dialog.format.activated.emit(dialog.format.currentIndex())
    assert dialog.outlook is None
    assert not dialog.verb_button.isEnabled()
    assert dialog.out.text().endswith("study.conll")
    qtbot.waitUntil(lambda: dialog.outlook is not None, timeout=10_000)


def test_a_name_one_has_chosen_stays_when_the_format_changes(opened: Callable[..., Export], tmp_path: Path) -> None:
    dialog = opened()
    dialog.out.setText(str(tmp_path / "mine.data"))
    dialog.format.setCurrentIndex(dialog.format.findData("conll"))
    dialog.format.activated.emit(dialog.format.currentIndex())
    assert dialog.value.out == tmp_path / "mine.data"


def test_a_split_that_is_none_is_refused_in_words(qtbot: QtBot, opened: Callable[..., Export]) -> None:
    dialog = opened()
    qtbot.waitUntil(lambda: dialog.outlook is not None, timeout=10_000)
    dialog.split.setText("80-20")
    assert "is no split" in dialog.notice.text
    assert not dialog.verb_button.isEnabled()
    dialog.split.setText("80/10/10")
    assert dialog.notice.text == ""


def test_a_file_that_is_there_is_said_to_be_replaced(qtbot: QtBot, opened: Callable[..., Export], tmp_path: Path) -> None:
    dialog = opened()
    qtbot.waitUntil(lambda: dialog.outlook is not None, timeout=10_000)
    (tmp_path / "old.jsonl").touch()
    dialog.out.setText(str(tmp_path / "old.jsonl"))
    assert "will be replaced" in dialog.notice.text
    assert dialog.verb_button.isEnabled()


def test_a_folder_that_is_not_there_is_said(qtbot: QtBot, opened: Callable[..., Export], tmp_path: Path) -> None:
    dialog = opened()
    qtbot.waitUntil(lambda: dialog.outlook is not None, timeout=10_000)
    dialog.out.setText(str(tmp_path / "missing" / "x.jsonl"))
    assert "There is no folder" in dialog.notice.text
    assert not dialog.verb_button.isEnabled()


def test_with_no_layer_there_is_nothing_to_export(opened: Callable[..., Export]) -> None:
    dialog = opened(layers=())
    assert "nothing to export" in dialog.notice.text
    assert not dialog.verb_button.isEnabled()


def test_suggestions_are_always_of_all_entries(opened: Callable[..., Export]) -> None:
    dialog = opened(layers=(LayerRow("suggestions", "Suggestions"),))
    assert dialog.value.options.include == "all"


def test_closing_while_it_looks_ends_the_child(opened: Callable[..., Export], qtbot: QtBot) -> None:
    dialog = opened(wait="time.sleep(60)")
    qtbot.waitUntil(lambda: dialog._child is not None and dialog._child.running)
    child = dialog._child
    assert child is not None
    dialog.reject()
    assert not child.running


def test_the_arguments_are_those_of_the_command() -> None:
    options = options_of(
        "conll", "-odd name", "all", tags="biluo", flatten="outermost", split="80/20", seed=7, pseudonyms=True
    )  # fmt: skip
    given = ExportChoice(options, Path("out.conll")).arguments(Path("study.annotator"), dry_run=True)
    assert "--layer=-odd name" in given
    read = parser().parse_args(given)
    assert (read.format, read.layer, read.include, read.tags, read.flatten) == ("conll", "-odd name", "all", "biluo", "outermost")
    assert (read.split, read.seed, read.pseudonyms, read.dry_run, read.progress) == ("80/20", 7, True, True, "json")


def test_what_a_format_has_no_use_for_is_not_asked_of_it() -> None:
    options = options_of("jsonl", "", "done", tags="biluo", flatten="outermost", split="", seed=7, pseudonyms=False)
    assert (options.write.tags, options.write.flatten, options.seed) == ("iob2", "longest", 0)


def test_an_outlook_is_read_from_the_commands_answer() -> None:
    found = outlook(DATA)
    assert (found.entries, found.stored, found.lost, found.exported) == (37, 412, 3, 409)
    assert found.kinds == (("overlap", 3),)


def test_waiting_gives_the_result(qtbot: QtBot, theme: Theme) -> None:
    dialog = Working(None, theme, "Exporting", "x", (), program=echo(DATA))
    dialog.show()
    dialog.begin()
    with qtbot.waitSignal(dialog.finished, timeout=10_000):
        pass
    assert dialog.outcome == DATA
    dialog.deleteLater()


def test_stopping_ends_the_child_and_gives_nothing(qtbot: QtBot, theme: Theme) -> None:
    dialog = Working(None, theme, "Exporting", "x", (), program=echo(DATA, wait="time.sleep(60)"))
    dialog.show()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.child.running)
    with qtbot.waitSignal(dialog.finished, timeout=10_000):
        dialog.accept()
    assert dialog.outcome is None
    assert dialog.failure is None
    dialog.deleteLater()


def test_a_failure_of_the_command_is_raised_as_its_sentence(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(self: Working) -> bool:
        with qtbot.waitSignal(self.finished, timeout=20_000):
            pass
        self.deleteLater()
        return False

    monkeypatch.setattr(Working, "run", run)
    with pytest.raises(MachineError, match="missing"):
        Working.ask(None, theme, "Exporting", "x", ("export", "missing.annotator", "--format", "jsonl", "--out", "x.jsonl"))


def test_the_time_left_is_said_roughly() -> None:
    assert time_left(-1) == ""
    assert time_left(4) == "a few seconds left"
    assert time_left(42) == "about 40 seconds left"
    assert time_left(600) == "about 10 minutes left"
    assert time_left(3 * 3600) == "about 3 hours left"


def test_the_outcome_names_the_files_and_opens_their_folder(theme: Theme, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(Outcome, "open_folder", classmethod(lambda cls, folder: shown.append(folder)))
    found = Outlook(37, 47, 412, 409, (("overlap", 3),), (), (), (tmp_path / "h.conll",), tmp_path / "h.card.md")
    dialog = Outcome(None, theme, found)
    dialog.show()
    assert any("h.conll\nh.card.md" in label.text() for label in dialog.findChildren(QLabel))
    dialog.show_folder.click()
    assert shown == [tmp_path]
    dialog.done(0)
    dialog.deleteLater()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    ids = IdSource()
    who = User(ids.new(), (Person(ids.new(), "Ada Reyes"),), "Ada Reyes", True)
    with create_project(tmp_path / "study.annotator", who, Means(ids), overlap=Overlap.NESTED) as made:
        made.imports.take(resource("sample", "gold.jsonl"), ImportOptions(to="layer", layer="Gold"))
        yield made


def test_ones_own_layer_stands_first(project: Project) -> None:
    row = project.entries.rows()[0]
    project.spans.label(row, 0, 6, project.scheme.label("ORG").id)
    assert [each.name for each in layer_rows(project)] == ["Ada Reyes", "Gold"]


def test_asking_and_writing_writes_what_the_dialog_said(
    qtbot: QtBot, theme: Theme, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Outlook] = []

    def press(dialog: Export) -> bool:
        dialog.show()
        qtbot.waitUntil(lambda: dialog.outlook is not None, timeout=30_000)
        dialog.accept()
        dialog.deleteLater()
        return True

    def wait(dialog: Working) -> bool:
        with qtbot.waitSignal(dialog.finished, timeout=30_000):
            pass
        dialog.deleteLater()
        return True

    monkeypatch.setattr(Export, "run", press)
    monkeypatch.setattr(Working, "run", wait)
    monkeypatch.setattr(Outcome, "tell", classmethod(lambda cls, parent, theme, found: told.append(found)))
    assert Export.ask_and_write(None, theme, project)
    assert told[0].entries == 42
    assert told[0].lost == 0
    assert [path.name for path in told[0].paths] == ["study.jsonl"]
    assert len((tmp_path / "study.jsonl").read_text("utf-8").splitlines()) == 42


def test_the_dialogs_bring_no_spacy_into_the_window() -> None:
    code = (
        "import importlib, pkgutil, sys, annotator.ui.dialogs as room\n"
        "names = [each.name for each in pkgutil.iter_modules(room.__path__)]\n"
        "assert 'export' in names\n"
        "for name in names: importlib.import_module(f'annotator.ui.dialogs.{name}')\n"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_comments_are_asked_of_a_format_that_holds_them_only() -> None:
    with_them, without = (
        options_of(name, "", "done", tags="iob2", flatten="longest", split="", seed=0, pseudonyms=False, comments=True)
        for name in ("jsonl", "conll")
    )
    assert (with_them.comments, without.comments) == (True, False)
    given = ExportChoice(with_them, Path("out.jsonl")).arguments(Path("study.annotator"))
    assert parser().parse_args(given).comments
    assert not parser().parse_args(ExportChoice(without, Path("out.conll")).arguments(Path("study.annotator"))).comments
