"""Where the own layer disagrees with itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.project import consistency
from annotator.project.consistency import Inconsistent
from annotator.project.door import Project
from tests.project.harbour import label_id, project_of, tag

TEXTS = ("Halden and Halden’s port.", "Halden again, Mara Osei.", "Halden University and Mara Osei.", "Halden, Mara Osei.", "Tavi.")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_of(tmp_path, TEXTS) as made:
        yield made


def said(project: Project, found: Inconsistent) -> tuple[str, list[tuple[str, int, int]], int]:
    keys = {each.id: each.key for each in project.scheme.value.labels}
    return found.mention, [(keys[each.label], each.times, each.entries) for each in found.given], found.untagged


def test_a_mention_with_two_labels_is_listed_with_its_counts(project: Project) -> None:
    tag(project, 1, "Halden", "GPE")
    tag(project, 1, "Halden", "GPE", nth=1)
    tag(project, 2, "Halden", "ORG")
    tag(project, 2, "Mara Osei", "PERSON")
    (found,) = project.consistency.survey().mentions
    assert said(project, found) == ("Halden", [("GPE", 2, 1), ("ORG", 1, 1)], 0)
    assert found.odd == 1
    assert found.usual == label_id(project, "GPE")


def test_a_mention_that_is_tagged_in_one_place_only_is_listed(project: Project) -> None:
    tag(project, 1, "Halden", "GPE")
    project.entries.done(2)
    survey = project.consistency.survey()
    assert [said(project, each) for each in survey.mentions] == [("Halden", [("GPE", 1, 1)], 2)]
    assert survey.entries == 2, "entries that nobody has looked at do not count"


def test_what_was_rejected_there_or_lies_within_another_span_is_decided(project: Project) -> None:
    tag(project, 2, "Halden", "GPE")
    tag(project, 3, "Halden University", "ORG")
    tag(project, 4, "Halden", "GPE")
    project.spans.remove(4, project.spans.marks(4).spans[0].id)
    assert project.consistency.survey().mentions == ()


def test_a_consistent_layer_has_nothing_to_list(project: Project) -> None:
    assert project.consistency.survey().mentions == ()
    tag(project, 5, "Tavi", "PERSON")
    assert project.consistency.survey().mentions == ()


def test_the_worst_come_first_and_the_list_is_bounded(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    tag(project, 1, "Halden", "GPE")
    tag(project, 2, "Mara Osei", "PERSON")
    for row in (3, 4):
        project.entries.done(row)
    monkeypatch.setattr(consistency, "MOST", 1)
    survey = project.consistency.survey()
    assert [each.mention for each in survey.mentions] == ["Halden"]
    assert survey.total == 2


def test_it_can_be_stopped_and_tells_how_far_it_is(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consistency, "BATCH", 1)
    for row in (1, 2, 3):
        project.entries.done(row)
    told: list[tuple[int, int]] = []
    survey = project.consistency.survey(progress=lambda *each: told.append(each), stopped=lambda: len(told) == 2)
    assert told == [(1, 3), (2, 3)]
    assert survey.entries == 2


def test_live_memory_and_the_file_say_the_same(project: Project) -> None:
    tag(project, 1, "Halden", "GPE")
    tag(project, 2, "Halden", "ORG")
    before = project.consistency.survey()
    project.recall.begin()
    assert project.consistency.survey() == before
