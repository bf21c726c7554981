"""Every item model of the window keeps Qt's rules; one that is new and has no place here fails."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

import annotator.ui
from annotator.core.model import Scheme, State
from annotator.project.assigning import Cell
from annotator.ui.adjudicate.question_list import QuestionModel
from annotator.ui.adjudicate.values import Question, Side, Tag
from annotator.ui.agreement.cells import CellModel
from annotator.ui.dialogs.assign_table import AssignModel, Column
from annotator.ui.dialogs.hit_list import HitModel
from annotator.ui.dialogs.rows import PlainModel
from annotator.ui.entry_model import EntryModel, Heading
from annotator.ui.value_list import ValueModel


def _headings(rows: Sequence[int]) -> list[Heading]:
    return [Heading(row, f"entry {row}", "10:00", "Mara Osei", State.DONE) for row in rows]


def _entries() -> EntryModel:
    model = EntryModel(_headings)
    model.show_rows(range(120))
    return model


def _questions() -> QuestionModel:
    model = QuestionModel(lambda number: Question(number, f"words {number}", "label", (Side("A", (Tag("ORG"),)), Side("B"))))
    model.show_rows(range(120))
    return model


def _values() -> ValueModel[str]:
    model: ValueModel[str] = ValueModel(str)
    model.show_values(["one", "two"])
    return model


def _plain() -> PlainModel[str]:
    model: PlainModel[str] = PlainModel(str)
    model.show_values(["<b>one</b>", "two"])
    return model


def _assignments() -> AssignModel:
    model = AssignModel(lambda row: f"entry {row}")
    people = (Column(b"a", "Ada"), Column(b"b", "Bo"))
    model.show_cells(range(120), people, [Cell(row, b"a", control=row % 9 == 0, again=False) for row in range(0, 120, 2)])
    return model


MAKERS: dict[type[QAbstractItemModel], Callable[[], QAbstractItemModel]] = {
    ValueModel: _values,
    PlainModel: _plain,
    EntryModel: _entries,
    QuestionModel: _questions,
    CellModel: CellModel,
    AssignModel: _assignments,
    HitModel: lambda: HitModel(Scheme("none", ())),
}


def _models() -> set[type[QAbstractItemModel]]:
    modules = [importlib.import_module(each.name) for each in pkgutil.walk_packages(annotator.ui.__path__, "annotator.ui.")]
    classes = (value for module in modules for value in vars(module).values() if inspect.isclass(value))
    return {each for each in classes if issubclass(each, QAbstractItemModel) and each.__module__.startswith("annotator.")}


def test_no_item_model_is_without_a_tester() -> None:
    assert {each.__qualname__ for each in _models()} == {each.__qualname__ for each in MAKERS}


@pytest.mark.parametrize("model", MAKERS, ids=lambda each: each.__name__)
def test_an_item_model_keeps_the_rules_of_models(
    model: type[QAbstractItemModel], application: QApplication, qtmodeltester: ModelTester
) -> None:
    made = MAKERS[model]()
    qtmodeltester.check(made)
