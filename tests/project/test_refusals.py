"""What was refused is remembered against other suggesters, too: once it is doubted, twice it is shown no longer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.project.door import Project
from annotator.project.refusals import DOUBTED
from tests.project.harbour import label_id, project_of, tag, waiting

TEXTS = (
    "Harbour Canal closed.",
    "Boats wait at Harbour Canal’s gates.",
    "The Harbour Canal is dry. Who closed Harbour Canal?",
    "Harbour Canal again.",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Entries in which a list proposes one name throughout."""
    with project_of(tmp_path, TEXTS) as made:
        names = tmp_path / "names.csv"
        names.write_text("name,label\nHarbour Canal,ORG\n", encoding="utf-8")
        made.suggesting.run([f"patterns:{names}"])
        made.recall.begin()
        yield made


def reject(project: Project, row: int) -> None:
    """Reject the first thing that is asked of an entry."""
    project.spans.reject(row, project.spans.marks(row).pending[0].id)


def test_what_was_rejected_once_is_asked_again_with_doubt(project: Project) -> None:
    sure = project.spans.marks(2).pending[0].score
    reject(project, 1)
    (found,) = project.spans.marks(2).pending
    assert found.score is not None
    assert found.score <= DOUBTED
    assert sure is None or sure > DOUBTED


def test_what_was_rejected_twice_is_shown_in_no_entry_any_more_whoever_suggests_it(project: Project) -> None:
    assert [each.pending for each in project.entries.listed([3, 4])] == [2, 1]
    reject(project, 1)
    changed = project.spans.reject(2, project.spans.marks(2).pending[0].id)
    assert changed.suggestions
    assert waiting(project, 3) == waiting(project, 4) == []
    assert [each.pending for each in project.entries.listed([3, 4])] == [0, 0]


def test_undo_brings_it_back(project: Project) -> None:
    reject(project, 1)
    reject(project, 2)
    project.history.undo()
    assert [words for words, _, _ in waiting(project, 4)] == ["Harbour Canal"]


def test_what_was_given_stays_however_often_it_was_rejected_elsewhere(project: Project) -> None:
    tag(project, 1, "Harbour Canal", "ORG")
    reject(project, 2)
    reject(project, 3)
    assert [(words, label) for words, label, _ in waiting(project, 4)] == [("Harbour Canal", "ORG")]


def test_edges_that_were_corrected_once_are_asked_as_corrected(project: Project) -> None:
    tag(project, 1, "Canal", "FAC")
    assert waiting(project, 4) == [("Canal", "FAC", "memory")]


def test_a_label_that_was_corrected_once_is_asked_as_corrected(project: Project) -> None:
    tag(project, 1, "Harbour Canal", "FAC")
    assert [(words, label) for words, label, _ in waiting(project, 3)] == [("Harbour Canal", "FAC")] * 2


def test_without_memory_all_is_asked_as_it_was_suggested(project: Project) -> None:
    reject(project, 1)
    reject(project, 2)
    project.recall.switch(off=True)
    assert [words for words, _, _ in waiting(project, 4)] == ["Harbour Canal"]


def test_only_the_label_that_was_refused_is_kept_back(project: Project) -> None:
    reject(project, 1)
    reject(project, 2)
    tag(project, 4, "Harbour Canal", "GPE")
    assert [(words, label) for words, label, _ in waiting(project, 3)] == [("Harbour Canal", "GPE")] * 2
    assert label_id(project, "GPE") != label_id(project, "ORG")
