from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.core.model import State
from annotator.ui.entry_list import EntryList
from annotator.ui.entry_model import EntryModel, Heading
from annotator.ui.label_list import LabelList, LabelRow
from annotator.ui.marks import Mark, score_text
from annotator.ui.span_table import SpanTable, span_rows
from annotator.ui.theme import Theme
from annotator.ui.value_list import ValueModel
from tests.ui.invented import MARKS, TEXT, focused_id


class Source:
    """Headings made as they are asked for; remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []
        self.titles: dict[int, str] = {}

    def fetch(self, rows: Sequence[int]) -> Sequence[Heading]:
        self.asked.append(rows)
        return [Heading(row, self.titles.get(row, f"entry {row}"), "10:00", "Mara Osei", State.DONE, pending=row % 3) for row in rows]


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def entries(theme: Theme, source: Source, qtbot: QtBot) -> EntryList:
    entries = EntryList(theme, source.fetch)
    qtbot.addWidget(entries)
    entries.resize(304, 700)
    entries.show()
    return entries


def test_the_entry_model_keeps_the_rules_of_models(source: Source, qtmodeltester: ModelTester) -> None:
    model = EntryModel(source.fetch)
    model.show_rows(range(200))
    qtmodeltester.check(model)
    model.show_rows([5, 3, 9])
    qtmodeltester.check(model)


def test_the_models_of_labels_and_spans_keep_the_rules_of_models(theme: Theme, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    labels, spans = LabelList(theme), SpanTable(theme)
    for view in (labels, spans):
        qtbot.addWidget(view)
    labels.show_labels([LabelRow(1, "ORG"), LabelRow(2, "GPE")])
    spans.show_spans(span_rows(TEXT, MARKS))
    for model in (labels.model(), spans.model()):
        assert isinstance(model, QAbstractItemModel)
        qtmodeltester.check(model)


def test_of_a_hundred_thousand_entries_only_those_that_are_seen_are_fetched_and_at_once(entries: EntryList, source: Source) -> None:
    entries.show_rows(range(100_000), [(0, "Monday"), (3, "Tuesday")])
    entries.grab()
    assert [len(rows) for rows in source.asked] == [13]
    entries.show_current(70_000)
    entries.grab()
    assert len(source.asked) == 2
    assert len(source.asked[1]) <= 16
    assert entries.viewport().rect().contains(entries.visualRect(entries.currentIndex()))


def test_a_changed_row_is_fetched_anew_and_no_other(entries: EntryList, source: Source) -> None:
    entries.show_rows(range(1_000))
    entries.grab()
    source.asked.clear()
    source.titles[3] = "another title"
    entries.changed([3, 990, 5_000])
    entries.grab()
    assert source.asked == [[3]]
    assert entries.model().index(3, 0).data() == "another title"


def test_the_rows_are_those_of_the_filter_in_its_order(entries: EntryList) -> None:
    entries.show_rows([9, 4, 7])
    assert [entries.model().index(place, 0).data() for place in range(3)] == ["entry 9", "entry 4", "entry 7"]
    entries.show_current(7)
    assert entries.current_row() == 7
    entries.show_current(8)
    assert entries.current_row() is None


def test_showing_an_entry_tells_nothing_and_going_to_it_tells_its_row(entries: EntryList, qtbot: QtBot) -> None:
    entries.show_rows([9, 4, 7])
    with qtbot.assertNotEmitted(entries.chosen):
        entries.show_current(9)
    with qtbot.waitSignal(entries.chosen) as told:
        QTest.keyClick(entries, Qt.Key.Key_Down)
    assert told.args == [4]
    with qtbot.waitSignal(entries.chosen) as told:
        QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=entries.visualRect(entries.model().index(2, 0)).center())
    assert told.args == [7]


def test_day_headings_stand_between_rows_and_cannot_be_chosen(entries: EntryList) -> None:
    entries.show_rows(range(10), [(0, "Monday"), (4, "Tuesday")])
    third, fourth = (entries.visualRect(entries.model().index(place, 0)) for place in (3, 4))
    assert fourth.top() - third.bottom() - 1 == 28
    assert not entries.indexAt(QPoint(50, third.bottom() + 10)).isValid()
    assert entries.indexAt(fourth.center()).row() == 4


def test_an_entry_is_told_in_full_to_a_screen_reader(entries: EntryList, source: Source) -> None:
    entries.show_rows(range(10))
    words = entries.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("entry 2", "10:00", "Mara Osei", "done", "2 suggestion"):
        assert part in words
    interface = QAccessible.queryAccessibleInterface(entries)
    assert interface.childCount() == 10
    assert "entry 2" in interface.child(2).text(QAccessible.Text.Name)


def test_a_click_on_a_label_gives_it(theme: Theme, qtbot: QtBot) -> None:
    labels = LabelList(theme)
    qtbot.addWidget(labels)
    labels.resize(288, 300)
    labels.show()
    labels.show_labels([LabelRow("a", "ORG", "1", 0, 198), LabelRow("b", "GPE", "2", 1, 7, lit=True)])
    with qtbot.waitSignal(labels.given) as told:
        QTest.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=labels.visualRect(labels.model().index(1, 0)).center())
    assert told.args == ["b"]
    assert "198" in labels.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_other_counts_keep_the_place_of_the_list(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model: ValueModel[str] = ValueModel(str)
    model.show_values(["one", "two"])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_values(["one", "three"])
    with qtbot.waitSignal(model.modelReset):
        model.show_values(["one"])


def test_the_table_has_the_spans_in_reading_order_and_indents_the_nested() -> None:
    rows = span_rows("Port of Lindenau Guild", [Mark(2, 8, 16, "GPE"), Mark(1, 0, 22, "ORG"), Mark(3, 17, 22, "ORG")], focused=3)
    assert [(row.mark.id, row.depth, row.focused) for row in rows] == [(1, 0, False), (2, 1, False), (3, 1, True)]


def test_going_along_the_table_asks_for_the_focus_and_being_shown_does_not(theme: Theme, qtbot: QtBot) -> None:
    table = SpanTable(theme)
    qtbot.addWidget(table)
    table.resize(288, 200)
    table.show()
    with qtbot.assertNotEmitted(table.chosen):
        table.show_spans(span_rows(TEXT, MARKS, focused_id()))
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    with qtbot.waitSignal(table.chosen) as told:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert told.args == [MARKS[10].id]


@pytest.mark.parametrize(("score", "text"), [(None, ""), (0.64, ".64"), (0.999, "1.0"), (0.994, ".99"), (0.0, ".00")])
def test_a_score_is_shown_with_two_places(score: float | None, text: str) -> None:
    assert score_text(score) == text
