"""The order of work: uncertain first or alike together, done last, the control group where it stands in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.project.door import Project
from annotator.project.finding import Finding
from annotator.project.ordering import WorkOrder, ordered
from tests.project.harbour import label_id, project_of

TEXTS = (
    "Okafor met the pilots at the Orrin Canal about the strike.",
    "Grain prices at the Halden market rose.",
    "Nothing else.",
    "The pilots of the Orrin Canal go on with the strike, Okafor said.",
    "The Halden market closed; grain prices stay.",
)
SCORES = ((0, 6, 0.95), (0, 5, 0.5), None, (4, 10, 0.7), (4, 10, 0.55))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_of(tmp_path, TEXTS) as project:
        for row, found in enumerate(SCORES, start=1):
            if found is not None:
                suggest(project, row, *found)
        yield project


def suggest(project: Project, row: int, start: int, end: int, score: float, by: str = "rules") -> None:
    label = project.desk.conn.execute("SELECT row FROM labels WHERE id = ?", (label_id(project, "ORG"),)).fetchone()[0]
    values = (row, start, end, label, by, score)
    project.desk.conn.execute("INSERT INTO suggestions VALUES (?, ?, ?, ?, ?, '1', ?, '')", values)


def rows(project: Project, name: WorkOrder) -> list[int]:
    corpus = Finding(project.desk).corpus
    order = ordered(project.desk, corpus, name)
    return list(corpus.rows) if order is None else list(order.rows)


def test_reading_order_is_no_order_of_its_own(project: Project) -> None:
    assert rows(project, WorkOrder.READING) == [1, 2, 3, 4, 5]


def test_the_most_uncertain_entries_come_first_and_those_without_suggestions_after_them(project: Project) -> None:
    assert rows(project, WorkOrder.UNCERTAIN) == [2, 5, 4, 1, 3]


def test_many_sure_suggestions_do_not_make_an_entry_uncertain(project: Project) -> None:
    for start in range(11, 40, 3):
        suggest(project, 1, start, start + 2, 0.95)
    assert rows(project, WorkOrder.UNCERTAIN) == [2, 5, 4, 1, 3]
    suggest(project, 1, 50, 52, 0.5)
    suggest(project, 1, 53, 55, 0.5)
    suggest(project, 1, 56, 57, 0.5)
    assert rows(project, WorkOrder.UNCERTAIN)[:2] == [1, 2]


def test_suggesters_that_agree_make_an_entry_more_certain(project: Project) -> None:
    suggest(project, 2, 0, 5, 0.9, by="model")
    assert rows(project, WorkOrder.UNCERTAIN) == [5, 4, 1, 2, 3]


def test_what_is_answered_does_not_count_and_what_is_done_comes_last(project: Project) -> None:
    project.spans.accept(2, project.spans.marks(2).pending[0].id)
    assert rows(project, WorkOrder.UNCERTAIN) == [5, 4, 1, 2, 3]
    project.entries.done(5)
    project.entries.skip(4)
    assert rows(project, WorkOrder.UNCERTAIN) == [1, 2, 3, 4, 5]
    assert rows(project, WorkOrder.ALIKE) == [1, 2, 3, 4, 5]


def test_entries_that_are_alike_come_together(project: Project) -> None:
    assert rows(project, WorkOrder.ALIKE) == [1, 4, 2, 5, 3]


def test_blocks_are_chained_one_after_the_other(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.project.ordering.BLOCK", 2)
    assert rows(project, WorkOrder.ALIKE) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("score", [0.5, 0.99])
def test_control_entries_stand_where_they_are_read_whatever_is_suggested_there(project: Project, score: float) -> None:
    suggest(project, 3, 0, 7, score)
    project.assigning.set(3, project.person.id, True, control=True)
    project.assigning.set(4, project.person.id, True, control=True)
    assert rows(project, WorkOrder.UNCERTAIN) == [2, 5, 3, 4, 1]
    assert rows(project, WorkOrder.ALIKE) == [1, 2, 3, 4, 5]


def test_an_order_that_nobody_waits_for_is_given_up(project: Project) -> None:
    corpus = Finding(project.desk).corpus
    for name in (WorkOrder.UNCERTAIN, WorkOrder.ALIKE):
        order = ordered(project.desk, corpus, name, stopped=lambda: True)
        assert order is not None
        assert sorted(order.rows) == [1, 2, 3, 4, 5]
