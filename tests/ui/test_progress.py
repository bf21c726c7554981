"""Progress and cost are read from the log beside the window, told in figures, plots and words, by person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.errors import MachineError
from annotator.project.costs import costs_of
from annotator.project.door import Project
from annotator.project.stats import statistics
from annotator.ui.dialogs.progress import ProgressDialog
from annotator.ui.dialogs.progress_state import EVERYONE, Report, clock, people, shown
from annotator.ui.tasks import Handle
from annotator.ui.theme import Theme
from tests.project.making import label, row_with, study

NOW = datetime(2031, 3, 3, 15, 0, tzinfo=UTC)


def report_of(project: Project) -> Report:
    return Report(costs_of(project), statistics(project), project.scheme.value)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project with a little work in it: two keys and three seconds a step."""
    with study(tmp_path) as made:
        made.desk.cost = lambda: (2, 3.0)
        row = row_with(made, "Gdansk")
        made.spans.accept(row, made.spans.marks(row).pending[0].id)
        label(made, row, "tug", "ORG")
        made.entries.done(row)
        yield made


Show = Callable[[Callable[[Handle], Report]], ProgressDialog]


@pytest.fixture
def show(theme: Theme, project: Project, qtbot: QtBot) -> Iterator[Show]:
    """Shows the dialog on what a function reads."""
    dialogs: list[ProgressDialog] = []

    def shown_(load: Callable[[Handle], Report]) -> ProgressDialog:
        dialog = ProgressDialog(None, theme, load, project.person.id, NOW)
        dialogs.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog._work.busy)
        return dialog

    yield shown_
    for dialog in dialogs:
        dialog.done(0)
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_figures_count_all_work_against_the_spans(show: Show, project: Project) -> None:
    report = report_of(project)
    dialog = show(lambda _: report)
    assert [(each.name, each.value) for each in dialog.figures.figures] == [
        ("Entries done", "1"), ("Keys per span", "3.0"), ("Seconds per span", "4.5"), ("Seconds per entry", "9.0"), ("Time at work", "9 s"),
    ]  # fmt: skip


def test_every_plot_says_its_values_in_words(show: Show, project: Project) -> None:
    report = report_of(project)
    dialog = show(lambda _: report)
    assert "done, 1, 25 %" in dialog.states.accessibleDescription()
    assert "ORG, 1, 3.0 s" in dialog.labels.accessibleDescription()
    assert "by hand, 3.0 s, 2.0 keys, 1" in dialog.suggesters.accessibleDescription()
    assert "100 % accepted" in dialog.suggesters.accessibleDescription()
    assert "2 spans, 4.5 s each" in dialog.time.accessibleDescription()
    assert dialog.other.text() == "Besides: states, flags and comments 3 s."


def test_the_plots_are_reached_by_tab(show: Show, project: Project) -> None:
    report = report_of(project)
    dialog = show(lambda _: report)
    QTest.qWaitForWindowActive(dialog)
    reached = set()
    for _ in range(12):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget.accessibleName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert {"Figures", "Entries by state", "Spans by label", "Seconds per span, by what suggested it", "Over time"} <= reached


def test_a_project_without_decisions_says_what_to_do(theme: Theme, show: Show, tmp_path: Path) -> None:
    with study(tmp_path / "empty", seed=5) as empty:
        report = report_of(empty)
    dialog = show(lambda _: report)
    assert dialog.empty.isVisible()
    assert not dialog.figures.isVisible()


def test_what_cannot_be_read_is_said(show: Show) -> None:
    def load(_: Handle) -> Report:
        raise MachineError("The disk is gone.")

    dialog = show(load)
    assert dialog.notice.text == "The disk is gone."


def test_people_can_be_told_apart(project: Project) -> None:
    report = report_of(project)
    own = project.person.id
    assert people(report, own) == [(own.hex(), "Ada")]
    report.costs.people[b"\x01" * 16] = "Bo"
    assert [text for _, text in people(report, own)] == ["Ada", "Bo", "Everyone"]
    assert shown(report, (b"\x01" * 16).hex(), NOW).figures[1].value == "–"
    assert shown(report, EVERYONE, NOW).figures[1].value == "3.0"


def test_a_length_of_time_is_said_in_words() -> None:
    assert [clock(each) for each in (0.4, 59, 61, 3540, 3600, 11100)] == ["0 s", "59 s", "1 min", "59 min", "1 h 00", "3 h 05"]


def test_leaving_while_the_log_is_read_waits_for_the_reading(theme: Theme, project: Project) -> None:
    report = report_of(project)
    dialog = ProgressDialog(None, theme, lambda _: report, project.person.id, NOW)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog._work.busy
    assert dialog.report is None
    dialog.deleteLater()
