"""The agreement screen in a real window on the work of three invented people: figures with reasons, cells that open their disagreements."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.ui.adjudicate.values import Tag
from annotator.ui.agreement import screen as agreement_screen
from annotator.ui.agreement.cells import CellTable
from annotator.ui.agreement.choices import Choices
from annotator.ui.agreement.hit_list import sides_within
from annotator.ui.agreement.label_bars import LabelBars
from annotator.ui.agreement.screen import AgreementScreen
from annotator.ui.agreement.values import BarShown, Cell, Ground, Heads, Hit
from annotator.ui.tasks import Handle
from annotator.ui.theme import Theme
from annotator.ui.tokens import PAIR_RAMP_DARK, PAIR_RAMP_LIGHT
from tests.project.test_sway import studied
from tests.ui.pausing import pause
from tests.ui.sitting import CTRL, Key, Sitting, made


@pytest.fixture
def sitting(theme: Theme, hub: Path, tmp_path: Path) -> Iterator[Sitting]:
    """A window on the agreement screen, everything computed."""
    made(tmp_path)
    sitting = Sitting(theme, Path(shutil.copy(hub, tmp_path)))
    sitting.press(Key.Key_5, modifiers=CTRL)
    computed(sitting)
    yield sitting
    sitting.end()


def screen(sitting: Sitting) -> AgreementScreen:
    found = sitting.window.comparing.agreement
    assert found is not None
    return found


def computed(sitting: Sitting) -> None:
    """Wait until nothing is being computed."""
    for _ in range(3000):
        if screen(sitting)._task is None:
            return
        pause(20)
    raise TimeoutError("the figures did not come")


def hits(sitting: Sitting) -> list[str]:
    return [each.words for each in screen(sitting).hits.hits.values]


def test_five_figures_say_what_was_counted_and_what_was_left_out(sitting: Sitting) -> None:
    figures = screen(sitting).sheet.figures
    assert [each.name for each in figures] == [
        "Mean pairwise F1", "Krippendorff’s α, unitizing", "Counted", "Left out", "Disagreements",
    ]  # fmt: skip
    assert figures[0].value == "0.60"
    assert figures[0].beside
    assert (figures[2].value, figures[2].beside, figures[2].below) == ("4", "of 4 entries", "done by two or more")
    assert (figures[3].value, figures[3].below) == ("0", "nothing is left out")
    assert (figures[4].value, figures[4].beside, figures[4].below) == ("11", "11 open", "4 label, 3 both, 3 missing, 1 other")


def test_the_figures_are_those_of_the_arithmetic(sitting: Sitting) -> None:
    found = screen(sitting)
    assert found.computed is not None
    by_hand = {("Ada Reyes", "Bo Lind"): 2 * 9 / (18 + 17), ("Ada Reyes", "Cyra Moss"): 2 * 12 / (18 + 15)}
    for names, value in by_hand.items():
        figure = next(each for each in found.computed.agreement.figures if each.layers == names and each.measure == "f1_strict")
        assert figure.value == pytest.approx(value)
    cell = found.pairs.cells.index(0, 1).data()
    assert cell.startswith("Ada Reyes, Bo Lind: 0.51")


def test_another_way_to_match_shows_other_figures_without_computing(sitting: Sitting) -> None:
    found = screen(sitting)
    before = found.computed
    found.choices.match.setCurrentIndex(2)
    found.choices.match_chosen.emit()
    assert found.computed is before
    assert float(found.sheet.figures[0].value) > 0.60
    found.choices.match.setCurrentIndex(1)
    found.choices.match_chosen.emit()
    assert {bar.value for bar in found.bars.bars} == {None}
    assert all("equal edges are equal spans" in bar.why for bar in found.bars.bars)


def test_a_cell_opens_its_disagreements_and_the_way_to_settle_them(sitting: Sitting) -> None:
    found = screen(sitting)
    assert found._matrix is not None
    labels = found._matrix.labels
    found.matrix.setCurrentIndex(found.matrix.cells.index(labels.index("GPE"), labels.index("LOC")))
    assert hits(sitting) == ["South Halden", "South Halden"]
    assert found.board.of_hits.title.text() == "Ada Reyes GPE, Bo Lind LOC"
    found.adjudicate()
    other = sitting.window.comparing.adjudicate
    assert other is not None
    assert sitting.window.comparing.name == "adjudicate"
    assert [other.judging.cases[each].found.words for each in other.judging.order] == ["South Halden", "South Halden"]


def test_where_there_is_nothing_to_list_it_says_why(sitting: Sitting) -> None:
    found = screen(sitting)
    assert found._matrix is not None
    labels = found._matrix.labels

    def said(row: str | None, column: str | None) -> str:
        found.matrix.setCurrentIndex(found.matrix.cells.index(labels.index(row), labels.index(column)))
        assert found.board.nothing.isVisible() is not found.hits.isVisible()
        return found.board.nothing._sentence.text() if found.board.nothing.isVisible() else ""

    assert said("ORG", None) == "There is no span that is ORG for Ada Reyes and none for Bo Lind."
    assert said("PERSON", "PERSON") == "Here Ada Reyes and Bo Lind agree, edges and label."
    assert said(None, None) == "What nobody marked cannot be counted."
    assert said("GPE", "LOC") == ""
    found.bars.chosen.emit("PERSON")
    assert found.board.nothing._sentence.text() == "Nobody disagrees about PERSON."
    assert not found.board.adjudicate.isEnabled()


def test_where_it_is_narrow_the_sheets_stand_in_a_column_and_nothing_is_scrolled_sideways(sitting: Sitting) -> None:
    found = screen(sitting)
    sheets = found.board.of_pairs, found.board.of_matrix, found.board.of_labels, found.board.of_hits
    for width, columns in ((1280, 2), (700, 1), (1280, 2)):
        sitting.window.resize(width, 600)
        pause(20)
        assert len({sheet.x() for sheet in sheets}) == columns
        assert found._area.horizontalScrollBar().maximum() == 0
        assert found.choices.save.geometry().right() <= found.board.width()
        if columns == 1:
            assert found.pairs.verticalScrollBar().maximum() == found.matrix.verticalScrollBar().maximum() == 0


def test_many_layers_leave_the_interval_to_the_tooltip_and_are_headed_by_initials(theme: Theme, qtbot: QtBot) -> None:
    table = CellTable(theme, PAIR_RAMP_LIGHT, PAIR_RAMP_DARK, row=53, least=41, most=110, narrow=86)
    qtbot.addWidget(table)
    names = tuple(f"Person number {number}" for number in range(10))
    heads = Heads(names, short=tuple(f"P{number}" for number in range(10)))
    cell = Cell("0.79", "0.75 – 0.83", Ground.SHADED, 0.5, "A, B: 0.79, 0.75 – 0.83")
    table.resize(560, 280)
    table.show()
    table.show_cells(heads, heads, ((cell,) * 10,) * 10)
    pause(10)
    assert (table.horizontalScrollBar().maximum(), table.verticalScrollBar().maximum()) == (0, 0)
    assert table.rowHeight(0) < 30
    assert "0.75 – 0.83" in table.cells.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    table.resize(1400, 800)
    pause(10)
    assert table.rowHeight(0) == 53


def test_the_count_of_a_cell_is_the_number_of_disagreements_it_opens(sitting: Sitting) -> None:
    found = screen(sitting)
    for pair in ((0, 1), (0, 2), (1, 2)):
        found.pairs.setCurrentIndex(found.pairs.cells.index(*pair))
        assert found._matrix is not None
        for row, first in enumerate(found._matrix.labels):
            for column, second in enumerate(found._matrix.labels):
                if first != second:
                    found.matrix.setCurrentIndex(found.matrix.cells.index(row, column))
                    assert len(hits(sitting)) == int(found._matrix.cells[row][column].first or 0), (pair, first, second)


def test_a_pair_and_a_label_open_theirs_by_the_arrows(sitting: Sitting) -> None:
    found = screen(sitting)
    found.pairs.setFocus()
    sitting.press(Key.Key_Right)
    assert found.pair == (0, 2)
    assert "Winter Plan" in hits(sitting)
    assert "Brightline" not in hits(sitting)
    found.bars.list.setFocus()
    sitting.press(Key.Key_Down, Key.Key_Down)
    assert found.label
    assert hits(sitting)
    assert found.board.of_hits.title.text() == f"{found.label}, all layers"


def test_a_decision_makes_the_figures_new(sitting: Sitting) -> None:
    project = sitting.window.project
    assert project is not None
    case = next(project.settling.cases())
    before = screen(sitting).computed
    project.settling.take(case, 0)
    computed(sitting)
    assert screen(sitting).computed is not before
    assert screen(sitting).sheet.figures[4].beside == "10 open"


def test_what_is_computed_is_abandoned_when_the_screen_is_left(sitting: Sitting) -> None:
    found = screen(sitting)
    before = found.computed
    found.choices.question_chosen.emit()
    assert found.status() == "Computing…"
    sitting.press(Key.Key_3, modifiers=CTRL)
    pause(150)
    assert found.computed is before
    assert found._task is None
    sitting.press(Key.Key_5, modifiers=CTRL)
    computed(sitting)
    assert found.computed is not before


@pytest.mark.parametrize("kind", ["html", "json", "csv"])
def test_the_report_is_written_by_its_ending(sitting: Sitting, tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"report.{kind}"
    screen(sitting).save_report(target)
    text = target.read_text(encoding="utf-8")
    assert "Cyra Moss" in text
    if kind == "json":
        assert json.loads(text)["layers"] == ["Ada Reyes", "Bo Lind", "Cyra Moss"]
    assert "report" in sitting.window.status._saved.text()


def test_a_report_of_an_unknown_kind_is_refused_in_words(sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    screen(sitting).failed.disconnect()
    screen(sitting).failed.connect(lambda error: told.append(error.sentence))
    screen(sitting).save_report(tmp_path / "report.docx")
    assert told
    assert "docx" in told[0]
    assert not (tmp_path / "report.docx").exists()


def test_layers_that_are_left_out_are_not_compared(sitting: Sitting) -> None:
    found = screen(sitting)
    found.choices._menu.actions()[2].setChecked(False)
    computed(sitting)
    assert found.sheet.figures[0].name == "F1 of the pair"
    assert found.pairs.cells.rowCount() == 2
    found.choices._menu.actions()[1].setChecked(False)
    assert "needs two" in sitting.window.status._saved.text()


def test_names_of_layers_that_have_no_room_are_counted_and_stand_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    choices = Choices(theme)
    qtbot.addWidget(choices)
    choices.show_layers([("1", "A & B"), ("2", "Bo")])
    assert choices.layers.text() == "A && B, Bo"
    choices.show_layers([("3", "Maximilian von und zu Hohenstein"), ("4", "Aleksandra Konstantinopolska"), ("5", "<b>Bo</b>")])
    assert choices.layers.text() == "3 layers"
    assert "Konstantinopolska, &lt;b&gt;Bo" in choices.layers.toolTip()


def test_who_reads_a_hit_how_is_told_by_initials_where_names_have_no_room(theme: Theme) -> None:
    sides = (("Aleksandra Konstantinopolska", (Tag("ORG"),)), ("Bo Lind", ()))
    hit = Hit(0, "", "", "", "Riga", "", sides)
    metrics = QFontMetrics(theme.font(12))
    assert sides_within(hit, metrics, 1000, 24) == sides
    assert [who for who, _ in sides_within(hit, metrics, 200, 24)] == ["A", "B"]


def test_one_layer_only_says_that_agreement_needs_two(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    sitting.press(Key.Key_Return)
    sitting.press(Key.Key_5, modifiers=CTRL)
    assert screen(sitting)._empty._sentence.text() == "One layer only: agreement needs two."
    sitting.end()


def test_the_model_of_cells_keeps_the_rules_of_models(theme: Theme, qtmodeltester: ModelTester) -> None:
    table = CellTable(theme, PAIR_RAMP_LIGHT, PAIR_RAMP_DARK, row=53, least=40, most=110, narrow=86)
    heads = Heads(("A", "B"))
    why = Cell("undefined", "no shared entry", Ground.UNDEFINED, words="A, B: undefined, no entry is done by both")
    table.show_cells(heads, heads, ((Cell(), why), (why, Cell())), (0, 1))
    qtmodeltester.check(table.cells)
    assert table.cells.index(0, 1).data() == "A, B: undefined, no entry is done by both"
    table.grab()
    table.deleteLater()


def test_bars_are_sorted_by_value_and_undefined_ones_say_why(theme: Theme) -> None:
    bars = LabelBars(theme)
    bars.show_bars([BarShown(Tag("LAW"), None, why="nobody used it"), BarShown(Tag("ORG"), 0.4), BarShown(Tag("GPE"), 0.9, 0.8, 1.0)])
    assert [bar.tag.key for bar in bars.bars] == ["GPE", "ORG", "LAW"]
    model = bars.list.model()
    assert [model.index(row, 0).data() for row in range(3)] == ["GPE: 0.90, 0.80 – 1.00", "ORG: 0.40", "LAW: undefined, nobody used it"]
    bars.grab()
    bars.deleteLater()


def test_computing_says_how_far_it_is_and_is_stopped_by_a_key_while_the_window_goes_on(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = screen(sitting).computed

    def endless(*arguments: object) -> None:
        handle = arguments[-1]
        assert isinstance(handle, Handle)
        while True:
            handle.check()
            handle.progress(42, 100)
            time.sleep(0.005)

    monkeypatch.setattr(agreement_screen, "compute", endless)
    screen(sitting)._ask_anew()
    choices = screen(sitting).choices
    for _ in range(500):
        pause(10)
        if "42" in choices.far.text():
            break
    assert choices.far.text() == "Computing… 42 %"
    assert (choices.stop.isVisible(), choices.save.isEnabled()) == (True, False)
    sitting.press(Key.Key_Period, modifiers=CTRL)
    computed(sitting)
    assert screen(sitting).computed is before
    assert (choices.stop.isVisible(), choices.save.isEnabled()) == (False, True)
    assert "not up to date" in sitting.window.status._saved.text()
    assert screen(sitting).status() == "Not up to date"


def test_without_a_control_group_no_line_tells_of_sway(sitting: Sitting) -> None:
    assert not screen(sitting).swayed.isVisible()


def test_sway_stands_under_the_figures_with_its_intervals(theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    made(tmp_path / "own")
    sitting = Sitting(theme, studied(tmp_path / "hub", 0.5))
    sitting.press(Key.Key_5, modifiers=CTRL)
    computed(sitting)
    one, other = (line.text() for line in screen(sitting).swayed.lines)
    assert "Bea +1.00 [1.00 – 1.00] (12 shown, 12 hidden)" in one
    assert "Cem +0.00 [0.00 – 0.00] (12 shown, 12 hidden)" in one
    assert other.startswith("Alike because of suggestions (F1 of two, shown − hidden): Bea / Cem +1.00")
    assert screen(sitting).swayed.isVisible()
    sitting.end()
