"""The window around the screens: opening, who labels, what is remembered, two windows on one project, failures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from annotator.core.errors import MachineError
from annotator.project.door import create_project, data_folder, open_project, this_user, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from annotator.ui import settings
from annotator.ui.dialogs.import_preview import ChosenFile, ImportPreview
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.dialogs.new_project import NewProject, NewProjectChoice
from annotator.ui.dialogs.problem import Problem
from annotator.ui.dialogs.question import Question
from annotator.ui.dialogs.who import Who
from annotator.ui.recent import usual_folder
from annotator.ui.settings import Recent, Settings
from annotator.ui.theme import Theme
from tests.ui.sitting import CTRL, Key, Sitting, invented, made


@pytest.fixture
def start(theme: Theme, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(theme, None)
    yield sitting
    sitting.end()


def test_the_first_start_shows_three_sentences_and_no_list(start: Sitting) -> None:
    assert start.window.start._first.isVisible()
    assert not start.window.start.recent.isVisible()
    assert QApplication.focusWidget() is start.window.start._rows["new"]


def test_the_start_screen_has_no_command_of_an_open_project(start: Sitting) -> None:
    menus = [menu.text() for menu in start.window.header.menus.actions()]
    assert menus == ["Project", "Edit", "View", "Help"]
    assert not start.window.offers(start.window.actions_.commands[3])


def test_who_labels_is_asked_once(start: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(*_: object, name: str = "", **__: object) -> str:
        asked.append(name)
        return "Mara Osei"

    path = made(tmp_path)
    user = this_user(usual_means())
    from annotator.store import user as kept

    kept.save(replace(user, asked=False))
    monkeypatch.setattr(Who, "ask", ask)
    start.window.open_path(path)
    start.window.close_project()
    start.window.open_path(path)
    assert asked == ["Ada Reyes"]
    assert start.screen.session.project.person.name == "Mara Osei"


def test_another_person_takes_over_from_the_status_bar(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = Sitting(theme, made(tmp_path))
    sitting.press(Key.Key_Return)
    monkeypatch.setattr(Who, "ask", lambda *_, **__: "Mara Osei")
    sitting.window.status.person_asked.emit()
    assert sitting.spans() == []
    assert sitting.window.status._person.text() == "Mara Osei"
    sitting.end()


def test_a_new_project_is_made_and_text_dropped_on_it_comes_in(start: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_person(usual_means(), "Ada Reyes")
    file = invented(tmp_path / "posts.jsonl")
    from annotator.project import offered

    scheme = offered.schemes()[0]
    monkeypatch.setattr(NewProject, "ask", lambda *_, **__: NewProjectChoice(tmp_path / "fresh.annotator", scheme, scheme.overlap))
    monkeypatch.setattr(ImportPreview, "ask", lambda *_, **__: (ChosenFile(file, ImportOptions(), 3),))
    monkeypatch.setattr(start.window.jobs, "suggest", lambda: None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    start.window.dropEvent(event)
    assert len(start.screen.session.rows) == 3
    assert start.title == "Talks begin"
    assert start.window.status._saved.text() == "3 entries brought in."


def test_an_empty_project_says_what_to_do(start: Sitting, tmp_path: Path) -> None:
    who = choose_person(usual_means(), "Ada Reyes")
    create_project(tmp_path / "empty", who, usual_means()).close()
    start.window.open_path(tmp_path / "empty.annotator")
    assert start.screen._empty.isVisible()
    assert not start.window.actions_["accept"].isEnabled()
    assert start.window.actions_["import"].isEnabled()


def test_the_first_text_takes_the_keyboard(start: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_project(tmp_path / "empty", choose_person(usual_means(), "Ada Reyes"), usual_means()).close()
    start.window.open_path(tmp_path / "empty.annotator")
    start.screen.right.labels.setFocus()
    file = invented(tmp_path / "posts.jsonl")
    monkeypatch.setattr(ImportPreview, "ask", lambda *_, **__: (ChosenFile(file, ImportOptions(), 3),))
    monkeypatch.setattr(start.window.jobs, "suggest", lambda: None)
    start.window.jobs.take_files([file])
    assert start.title == "Talks begin"
    assert start.window.focusWidget() is start.screen.view


def test_the_window_comes_back_to_the_entry_that_was_shown(theme: Theme, tmp_path: Path) -> None:
    path = made(tmp_path)
    sitting = Sitting(theme, path)
    sitting.press(Key.Key_PageDown)
    sitting.end()
    again = Sitting(theme, path)
    assert again.title == "Canal opens"
    again.end()


def test_a_second_window_says_who_and_where_and_may_look(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path)
    said: list[str] = []

    def ask(parent: object, theme: object, title: str, text: str, *_: object, **__: object) -> bool:
        said.append(text)
        return True

    monkeypatch.setattr(Question, "ask", ask)
    with open_project(path, this_user(usual_means()), usual_means()):
        sitting = Sitting(theme, path)
        assert "You have study.annotator open" in said[0]
        assert sitting.screen.session.read_only
        assert not sitting.window.actions_["reject"].isEnabled()
        sitting.press(Key.Key_Return, Key.Key_1)
        assert sitting.spans() == []
        sitting.end()


def test_a_file_that_is_no_project_is_told_in_a_sentence(start: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_person(usual_means(), "Ada Reyes")
    told: list[BaseException] = []
    monkeypatch.setattr(Problem, "tell", lambda parent, theme, error, *_, **__: told.append(error))
    (tmp_path / "no.annotator").write_text("no project")
    start.window.open_path(tmp_path / "no.annotator")
    assert isinstance(told[0], MachineError)
    assert start.window.project is None


def test_the_sheet_of_keys_holds_every_command_that_is_there(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = Sitting(theme, made(tmp_path))
    shown: list[tuple[str, list[tuple[str, str]]]] = []
    monkeypatch.setattr(KeySheet, "show_keys", lambda parent, theme, groups: shown.extend(groups))
    sitting.press(Key.Key_F1)
    texts = {text for _, rows in shown for _, text in rows}
    assert {each.text for each in sitting.window.actions_.commands if sitting.window.offers(each)} <= texts
    sitting.end()


def test_settings_are_kept_and_a_broken_file_is_forgotten() -> None:
    kept = Settings("ab", "dark", 20, False, True, (Recent("/x.annotator", "X", "2031-02-13T10:00", 1, 2, 3, "00"),), {"accept": ("F9",)})
    settings.save(kept)
    assert settings.load() == kept
    from annotator.project.offered import state_folder

    for broken in ("{", "[]", '{"recent": [1, {"path": 3}], "zoom": "x", "keys": {"a": 1}}'):
        (state_folder() / "window.json").write_text(broken)
        assert settings.load() in (Settings(), Settings(keys={"a": ()}))


def test_a_project_that_is_gone_stays_on_the_list_and_says_so(theme: Theme, tmp_path: Path) -> None:
    settings.save(Settings(recent=(Recent(str(tmp_path / "gone.annotator"), "Gone", "2031-02-13T10:00", 1, 2),)))
    sitting = Sitting(theme, None)
    model = sitting.window.start.recent.model()
    assert "not found" in model.data(model.index(0))
    sitting.press(Key.Key_Delete)
    assert model.rowCount() == 0
    sitting.end()


def test_files_are_looked_for_beside_the_last_project_that_is_not_the_sample(tmp_path: Path) -> None:
    study, sample = (Recent(str(folder / "x.annotator"), "X", "2031-02-13T10:00") for folder in (tmp_path, data_folder()))
    data_folder().mkdir(parents=True, exist_ok=True)
    gone = Recent(str(tmp_path / "gone" / "x.annotator"), "X", "2031-02-13T10:00")
    assert usual_folder([sample, study]) == tmp_path
    elsewhere = usual_folder([sample])
    assert elsewhere.is_dir()
    assert elsewhere != data_folder()
    assert usual_folder([gone, study]) == elsewhere


def test_light_and_dark_are_remembered(start: Sitting) -> None:
    start.press(Key.Key_D, modifiers=CTRL | Qt.KeyboardModifier.AltModifier)
    assert settings.load().appearance == "dark"
    assert start.window.actions_["dark"].isChecked()
    assert start.window.theme.colours.dark


def test_the_ground_of_the_text_follows_light_and_dark_while_the_window_is_open(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    viewport = sitting.screen.view.viewport()
    grounds = []
    for key in (Key.Key_D, Key.Key_L, Key.Key_D):
        sitting.press(key, modifiers=CTRL | Qt.KeyboardModifier.AltModifier)
        QApplication.processEvents()
        picture = viewport.grab().toImage()
        grounds.append(picture.pixelColor(2, picture.height() - 3).name().upper() == theme.colours.base.upper())
    assert grounds == [True, True, True]
    sitting.end()


def test_panes_fold_by_themselves_in_a_small_window_and_by_command(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    screen = sitting.screen
    for width, seen in ((1440, (True, True)), (1100, (True, False)), (900, (False, False))):
        sitting.window.resize(width, 700)
        QApplication.processEvents()
        assert (screen.left.isVisible(), screen.right.isVisible()) == seen
    sitting.window.resize(1440, 900)
    QApplication.processEvents()
    sitting.press(Key.Key_2, modifiers=CTRL)
    assert not screen.right.isVisible()
    sitting.end()


def test_a_changed_key_holds_at_once_and_after_a_restart(theme: Theme, tmp_path: Path) -> None:
    path = made(tmp_path)
    sitting = Sitting(theme, path)
    sitting.window.views.rebind({"accept": ("F9",)})
    sitting.press(Key.Key_F9)
    assert sitting.spans() == [("Ines Okafor", "PERSON")]
    sitting.press(Key.Key_Return)
    assert len(sitting.spans()) == 1
    sitting.end()
    again = Sitting(theme, path)
    assert again.window.actions_.keys_of("accept") == ("F9",)
    again.end()


def test_settings_with_two_commands_on_one_key_do_not_keep_the_window_from_opening(theme: Theme) -> None:
    settings.save(Settings(keys={"accept": ("F9",), "reject": ("F9",)}))
    sitting = Sitting(theme, None)
    assert sitting.window.actions_.keys_of("accept") == ("F9",)
    assert sitting.window.actions_.keys_of("reject") == ("Backspace", "Del")
    sitting.end()


def test_settings_of_the_text_hold_at_once(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    sitting.window.views.apply(replace(sitting.window.settings, zoom=24, tags="never"))
    assert sitting.screen.view.zoom == 24
    assert settings.load().tags == "never"
    sitting.end()
