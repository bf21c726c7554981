"""What labelling cost is read from the log, and its parts come to the whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.project.costs import Costs, Spent, costs_of
from annotator.project.door import Project
from tests.project.making import label, row_with, study


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project in which every step costs two keys and three seconds."""
    with study(tmp_path) as made:
        made.desk.cost = lambda: (2, 3.0)
        yield made


def test_a_project_in_which_nobody_labelled_cost_nothing(project: Project) -> None:
    costs = costs_of(project)
    assert costs.cells == ()
    assert costs.per_span == Spent()
    assert costs.per_span.keys_each is None
    assert costs.over_time() == []


def test_keys_and_seconds_are_shared_among_the_spans_of_a_step(project: Project) -> None:
    row = row_with(project, "Gdansk")
    count = len(project.spans.marks(row).pending)
    assert count > 1
    project.spans.accept_all(row, done=True)
    taken = len(project.spans.marks(row).spans)
    costs = costs_of(project)
    assert costs.per_span == Spent(taken, pytest.approx(2.0), pytest.approx(3.0))
    assert sum(spent.seconds for spent in costs.by_label().values()) == pytest.approx(3.0)
    assert costs.other() == {}, "setting it done came with the accepting"


def test_what_was_undone_is_cost_but_no_span(project: Project) -> None:
    row = row_with(project, "Gdansk")
    label(project, row, "tug", "ORG")
    label(project, row, "Saint", "ORG")
    project.history.undo()
    costs = costs_of(project)
    assert costs.per_span == Spent(1, 4.0, 6.0)
    assert costs.other()["undone"] == Spent(1, 2.0, 3.0)
    assert costs.per_span.seconds_each == 6.0


def test_spans_are_told_apart_by_what_suggested_them(project: Project) -> None:
    row = row_with(project, "Gdansk")
    first = project.spans.marks(row).pending[0]
    project.spans.accept(row, first.id)
    project.spans.reject(row, project.spans.marks(row).pending[0].id)
    label(project, row, "tug", "ORG")
    costs = costs_of(project)
    found = costs.by_suggester()
    assert found[""] == Spent(1, 2.0, 3.0)
    assert found[first.suggester] == Spent(2, 4.0, 6.0)
    assert costs.accepted() == {first.suggester: 1}


def test_the_parts_come_to_the_whole(project: Project) -> None:
    row = row_with(project, "Ministry")
    project.spans.accept_all(row)
    span = project.spans.marks(row).spans[0]
    project.spans.relabel(row, span.id, project.scheme.label("LOC").id)
    project.entries.comment(row, "Which port?")
    project.entries.done(row)
    project.history.undo()
    costs = costs_of(project)
    parts = sum([*costs.by_suggester().values(), *costs.other().values()], Spent())
    assert parts == costs.whole
    assert set(costs.other()) == {"changed", "entry", "undone"}
    assert sum((spent for _, spent in costs.over_time()), Spent()).seconds == costs.whole.seconds


def test_costs_are_told_by_person_and_by_entry(project: Project) -> None:
    label(project, row_with(project, "Gdansk"), "Gdansk", "GPE")
    label(project, row_with(project, "Brno"), "Brno", "GPE")
    costs = costs_of(project)
    assert list(costs.people.values()) == ["Ada"]
    ada = project.person.id
    assert costs.of(ada).per_entry(ada) == Spent(2, 4.0, 6.0)
    assert costs.of(b"nobody").cells == ()
    assert costs.of(None) == costs


def test_a_merged_labels_spans_count_for_the_one_that_was_kept(project: Project) -> None:
    label(project, row_with(project, "Gdansk"), "Gdansk", "GPE")
    project.scheme.merge(project.scheme.label("GPE").id, project.scheme.label("LOC").id)
    assert list(costs_of(project).by_label()) == ["LOC"]


def test_time_is_told_by_hour_within_a_day_and_by_day_beyond() -> None:
    from annotator.store.costs import Cell

    def cell(hour: str) -> Cell:
        return Cell(hour, b"a", "settled", "add", "", None, 1, 1.0, 2.0)

    day = Costs((cell("2031-03-03T09"), cell("2031-03-03T10")))
    assert [name for name, _ in day.over_time()] == ["2031-03-03T09", "2031-03-03T10"]
    week = Costs((cell("2031-03-03T09"), cell("2031-03-03T10"), cell("2031-03-05T08")))
    assert [(name, spent.count) for name, spent in week.over_time()] == [("2031-03-03", 2), ("2031-03-05", 1)]
