"""Mathet's gamma on the agreement screen, by keys: a child computes it, and its library, which is not installed here, is stood in for."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.agreement.report_data import figure_of, report_json
from annotator.project.studying import Asked
from annotator.ui.agreement import choices as choices_module
from annotator.ui.agreement.choices import Choices
from annotator.ui.agreement.figure_sheet import FigureSheet
from annotator.ui.agreement.gamma import arguments
from annotator.ui.agreement.screen import AgreementScreen
from annotator.ui.agreement.values import FigureShown
from annotator.ui.theme import Theme
from tests.ui.pausing import pause
from tests.ui.sitting import CTRL, Key, Sitting, made

GAMMA_OF_A_HALF = """
import runpy
from annotator.agreement import summary
from annotator.agreement.gamma import SAMPLED, tolerance
from annotator.agreement.values import Figure

def gamma_figure(on, options):
    return Figure("gamma", on.names, 0.5, no_interval=SAMPLED, counted=on.counted, left_out=on.left_out, remark=tolerance(0.5, 0.05))

summary.gamma_figure = gamma_figure
runpy.run_module("annotator", run_name="__main__")
"""
ENDLESS = "import time\nwhile True: time.sleep(1)"
FAILING = "import sys\nprint('annotator: The disk is full; make room and try again.', file=sys.stderr)\nsys.exit(1)"


def program(code: str) -> tuple[str, ...]:
    return sys.executable, "-c", code


@pytest.fixture
def sitting(theme: Theme, hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sitting]:
    """A window on the agreement screen, everything but gamma computed."""
    monkeypatch.setattr(choices_module, "installed", lambda: True)
    made(tmp_path)
    sitting = Sitting(theme, Path(shutil.copy(hub, tmp_path)))
    sitting.press(Key.Key_5, modifiers=CTRL)
    wait(lambda: screen(sitting)._task is None)
    yield sitting
    sitting.end()


def screen(sitting: Sitting) -> AgreementScreen:
    found = sitting.window.comparing.agreement
    assert found is not None
    return found


def wait(holds: Callable[[], bool]) -> None:
    for _ in range(3000):
        if holds():
            return
        pause(20)
    raise TimeoutError("what was waited for did not come")


def running(sitting: Sitting) -> bool:
    return screen(sitting).gamma.running


def names(sitting: Sitting) -> list[str]:
    return [each.name for each in screen(sitting).sheet.figures]


def tick(sitting: Sitting, code: str) -> None:
    """Ask for gamma by the space bar, with a program that stands in for the command."""
    screen(sitting).gamma.program = program(code)
    screen(sitting).choices.gamma.setFocus()
    sitting.press(Key.Key_Space)


def test_gamma_stands_among_the_figures_with_its_range_and_goes_into_the_report(sitting: Sitting, tmp_path: Path) -> None:
    assert "Mathet’s γ" not in names(sitting)
    tick(sitting, GAMMA_OF_A_HALF)
    found = screen(sitting)
    assert (found.sheet.figures[2].value, found.sheet.figures[2].below) == ("…", "is being computed")
    assert (found.choices.far.text(), found.choices.save.isEnabled(), found.status()) == ("Computing gamma…", False, "Computing…")
    wait(lambda: not running(sitting))
    assert names(sitting) == [
        "Mean pairwise F1", "Krippendorff’s α, unitizing", "Mathet’s γ", "Counted", "Left out", "Disagreements",
    ]  # fmt: skip
    figure = found.sheet.figures[2]
    assert (figure.value, figure.beside) == ("0.50", "0.47 – 0.52")
    assert figure.below == "3 layers, 4 entries done by all"
    assert figure.more.startswith("sampled: expected disorder is known to within 5 %")
    assert "Mathet’s γ: 0.50 0.47 – 0.52, 3 layers, 4 entries done by all; sampled: expected" in found.sheet.accessibleName()
    assert (found.choices.far.isVisible(), found.choices.save.isEnabled()) == (False, True)
    found.save_report(tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [(row["value"], row["layers"]) for row in report["figures"] if row["measure"] == "gamma"] == [(0.5, report["layers"])]
    assert report["gamma"]["precision"] == 0.05
    found.save_report(tmp_path / "report.html")
    assert "Gamma (Mathet, Widlöcher" in (tmp_path / "report.html").read_text(encoding="utf-8")
    found.choices.gamma.setFocus()
    sitting.press(Key.Key_Space)
    assert "Mathet’s γ" not in names(sitting)
    assert found.computed is not None
    assert found.computed.agreement.gamma is None


def test_gamma_is_stopped_by_a_key_and_the_other_figures_stay_up_to_date(sitting: Sitting) -> None:
    tick(sitting, ENDLESS)
    assert running(sitting)
    sitting.press(Key.Key_Period, modifiers=CTRL)
    assert not running(sitting)
    assert not screen(sitting).choices.gamma.isChecked()
    assert len(names(sitting)) == 5
    assert screen(sitting).status().startswith("Computed from")
    assert screen(sitting).choices.save.isEnabled()


def test_gamma_of_a_screen_that_is_left_is_given_up_and_computed_when_somebody_comes_back(sitting: Sitting) -> None:
    tick(sitting, ENDLESS)
    sitting.press(Key.Key_3, modifiers=CTRL)
    assert not running(sitting)
    screen(sitting).gamma.program = program(GAMMA_OF_A_HALF)
    sitting.press(Key.Key_5, modifiers=CTRL)
    wait(lambda: screen(sitting)._task is None and not running(sitting))
    assert screen(sitting).sheet.figures[2].value == "0.50"


def test_a_window_that_is_closed_waits_for_no_gamma(sitting: Sitting) -> None:
    tick(sitting, ENDLESS)
    gamma = screen(sitting).gamma
    assert running(sitting)
    sitting.window.comparing.closing()
    assert not gamma.running


def test_why_gamma_was_not_computed_is_said_and_the_box_is_empty_again(sitting: Sitting) -> None:
    tick(sitting, FAILING)
    wait(lambda: not running(sitting))
    assert sitting.window.status._saved.text() == "The disk is full; make room and try again."
    assert not screen(sitting).choices.gamma.isChecked()
    tick(sitting, "print('{}')")
    wait(lambda: not running(sitting))
    assert "did not arrive whole" in sitting.window.status._saved.text()
    assert len(names(sitting)) == 5


def test_without_its_package_gamma_cannot_be_ticked_and_says_how_to_get_it(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choices_module, "installed", lambda: False)
    choices = Choices(theme)
    qtbot.addWidget(choices)
    assert not choices.gamma.isEnabled()
    assert "annotator[gamma]" in choices.gamma.toolTip()
    assert "annotator[gamma]" in choices.gamma.accessibleDescription()


def test_a_figure_of_a_report_is_read_back_as_it_was(sitting: Sitting) -> None:
    computed = screen(sitting).computed
    assert computed is not None
    rows = json.loads(report_json(computed.agreement, versions={}))["figures"]
    assert tuple(figure_of(row) for row in rows) == computed.agreement.figures


def test_six_figures_stand_in_two_lines_where_one_has_no_room(theme: Theme, qtbot: QtBot) -> None:
    sheet = FigureSheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(1400, 90)
    sheet.show()
    sheet.show_figures([FigureShown("Counted", "4")] * 6)
    one = sheet.height()
    sheet.resize(1000, 90)
    assert sheet.height() > one
    sheet.show_figures([FigureShown("Counted", "4")] * 5)
    assert sheet.height() == one


def test_the_command_asks_for_what_the_window_compares() -> None:
    found = arguments(Path("study"), Asked(("aa", "bb"), unfinished=True, practice=True))
    assert found[:2] == ("agreement", "study")
    assert found[-5:] == ("--unfinished", "--practice", "--layers", "aa", "bb")


def test_the_choices_stand_in_two_lines_where_one_would_cut_them(theme: Theme, qtbot: QtBot) -> None:
    choices = Choices(theme)
    qtbot.addWidget(choices)
    choices.place(narrow=False)
    choices.resize(1600, 50)
    choices.show()
    pause(10)
    assert choices.gamma.y() < choices.save.geometry().bottom()
    choices.resize(1000, 90)
    pause(10)
    assert choices.gamma.y() > choices.save.geometry().bottom()
    assert choices.match.width() >= choices.match.sizeHint().width()
