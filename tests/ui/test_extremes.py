"""Very long names, nothing at all, and a project that is open to look only: no word is cut off without a sign, nothing misleads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.project.door import open_project, this_user, usual_means
from annotator.project.home import choose_person
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.comments import Comments
from annotator.ui.dialogs.consistency import ConsistencyView
from annotator.ui.dialogs.fields import Choice
from annotator.ui.dialogs.scheme_editor import SchemeEditor
from annotator.ui.dialogs.sources import Sources
from annotator.ui.focus_bar import BarAction, FocusBar, FocusInfo
from annotator.ui.status_bar import StatusBar
from annotator.ui.theme import Theme
from tests.ui.extremes import LABEL, PERSON, TITLE, long_names, nothing
from tests.ui.sitting import Sitting


@pytest.fixture
def longest(theme: Theme, tmp_path: Path) -> Iterator[Sitting]:
    choose_person(usual_means(), PERSON)
    sitting = Sitting(theme, long_names(tmp_path))
    yield sitting
    sitting.end()


def test_in_a_window_of_long_names_no_label_is_cut_without_a_sign(longest: Sitting) -> None:
    longest.screen.session.focus(longest.marks.spans[0].id)
    QApplication.processEvents()
    longest.screen.right._guide()
    for label in longest.window.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap() and type(label) is QLabel and label.text():
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width() + 2, label.text()


def test_a_long_label_leaves_the_buttons_their_words(theme: Theme) -> None:
    bar = FocusBar(theme)
    bar.resize(1000, bar.height())
    bar.show()
    actions = (BarAction("every-same", "Every same…"), BarAction("reject", "Remove"), BarAction("accept", "Next suggestion", primary=True))
    bar.show_focus(FocusInfo("Port Selwyn", LABEL, 0, "", TITLE, actions))
    assert [each.text() for each in bar.findChildren(QPushButton)] == [each.text for each in actions]
    assert LABEL in bar.accessibleName()
    bar.deleteLater()


def test_a_narrow_bar_leaves_out_buttons_from_the_left_and_shows_them_again(theme: Theme) -> None:
    bar = FocusBar(theme)
    bar.set_column(300)
    bar.show()
    actions = (BarAction("every-same", "Every same…"), BarAction("reject", "Reject"), BarAction("accept", "Accept", primary=True))
    seen = []
    for width in (360, 1000):
        bar.resize(width, bar.height())
        bar.set_column(width - 60)
        bar.show_focus(FocusInfo("Port Selwyn", "GPE", 0, "0.72", "suggested by default", actions))
        seen.append([each.text() for each in bar.findChildren(QPushButton) if each.isVisible()])
    assert seen == [["Accept"], ["Every same…", "Reject", "Accept"]]
    bar.deleteLater()


def test_a_failure_is_said_before_the_name_of_whoever_labels(theme: Theme) -> None:
    status = StatusBar(theme)
    status.resize(900, status.height())
    status.show()
    status.show_person(PERSON)
    status.show_cost("0.4 keys per span")
    status.show_failure("The disk is full: the last decision was not saved.", action="Try again")
    shown = [each.text() for each in status.findChildren(QPushButton) if each.isVisible()]
    assert shown == ["Try again"]
    status.show_saved()
    (person,) = (each for each in status.findChildren(QPushButton) if each.isVisible())
    assert person.text().endswith("…")
    assert person.accessibleName().endswith(PERSON)
    status.deleteLater()


def test_a_choice_that_is_too_long_ends_in_a_sign_and_says_all_in_its_tip(theme: Theme) -> None:
    choice = Choice(theme)
    choice.addItem(TITLE)
    choice.resize(200, 32)
    choice.show()
    QApplication.processEvents()
    assert choice.toolTip() == TITLE
    assert choice.currentText() == TITLE
    choice.deleteLater()


def _closed(*dialogs: Dialog) -> None:
    for each in dialogs:
        each.done(0)
        each.deleteLater()


def test_what_is_empty_says_so_in_the_place_of_a_list(theme: Theme, tmp_path: Path) -> None:
    choose_person(usual_means(), PERSON)
    with open_project(nothing(tmp_path), this_user(usual_means()), usual_means()) as project:
        sources = Sources(None, theme, project)
        survey = project.consistency.survey()
        consistency = ConsistencyView(None, theme, project.scheme.value, lambda _: survey, held=survey)
        for dialog in (sources, consistency):
            dialog.show()
            assert dialog.empty.isVisible()
            assert not dialog.list.isVisible()
        assert "No file has come in yet" in sources.empty.sentence
        assert "Nothing is labelled yet" in consistency.empty.sentence
        _closed(sources, consistency)


def test_who_may_only_look_is_offered_no_change(theme: Theme, tmp_path: Path) -> None:
    choose_person(usual_means(), PERSON)
    path = long_names(tmp_path)
    with (
        open_project(path, this_user(usual_means()), usual_means()),
        open_project(path, this_user(usual_means()), usual_means(), read_only=True) as project,
    ):
        editor, sources = SchemeEditor(None, theme, project), Sources(None, theme, project)
        thread = Comments(None, theme, "Talks", tuple, lambda *_: "", read_only=True)
        for dialog in (editor, sources, thread):
            dialog.show()
            assert dialog.said.endswith("open to look only")
        able = [each.text().replace("&", "") for each in editor.ground.findChildren(QPushButton) if each.isEnabled()]
        assert able == ["Export…"]
        _closed(editor, sources, thread)


def test_work_in_the_head_of_the_window_never_lies_under_the_switch(longest: Sitting, qtbot: QtBot) -> None:
    window = longest.window
    for width in (1440, 1100, 900):
        window.resize(width, 720)
        window.job_line.begin("Suggesting with everything that was learned")
        window.job_line.show_progress(31_200, 84_000, 600.0)
        switch = window.header._switch
        assert switch is not None
        qtbot.waitUntil(lambda: not window.job_line.geometry().intersects(switch.geometry()))  # noqa: B023
        assert window.job_line.geometry().right() < window.header.initials.x()
        window.job_line.end()
