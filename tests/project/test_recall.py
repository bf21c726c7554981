"""Live memory: what was confirmed is proposed at once, and follows every decision, undo and redo."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.model import Overlap
from annotator.project.desk import Changed
from annotator.project.door import Project, User, open_project, usual_means
from annotator.project.recall import Recall
from annotator.suggest.memory import memory
from tests.project.harbour import label_id, project_of, standing, tag, waiting

TEXTS = (
    "Orrin Canal closed. Orrin Canal’s gates stay shut.",
    "Boats wait at the Orrin Canal Authority in Halden.",
    "Halden and Orrin say nothing. Nobody asked Haldenstein.",
    "The canal in Halden.",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_of(tmp_path, TEXTS) as made:
        made.recall.begin()
        yield made


def test_a_confirmed_mention_waits_at_once_in_the_shown_and_in_every_other_entry(project: Project) -> None:
    tag(project, 1, "Orrin Canal", "FAC")
    assert waiting(project, 1) == [("Orrin Canal", "FAC", "memory")]
    assert waiting(project, 2) == [("Orrin Canal", "FAC", "memory")]
    assert waiting(project, 3) == []


def test_memory_says_why_and_how_likely(project: Project) -> None:
    tag(project, 1, "Orrin Canal", "FAC")
    tag(project, 1, "Orrin Canal", "FAC", nth=1)
    (found,) = project.spans.marks(2).pending
    assert (found.why, found.score) == ("tagged FAC 2 times in 1 entry", 0.9)


def test_conflicting_memory_is_shown_as_such(project: Project) -> None:
    tag(project, 2, "Halden", "GPE")
    tag(project, 3, "Halden", "GPE")
    tag(project, 4, "Halden", "ORG")
    known = project.recall.known("Halden’s")
    assert known is not None
    assert known.fact.why == "tagged GPE 2 times in 2 entries, but also ORG once, rejected once"


def test_what_was_rejected_twice_is_suggested_no_longer(project: Project) -> None:
    tag(project, 2, "Halden", "GPE")
    for row in (3, 4):
        (found,) = project.spans.marks(row).pending
        project.spans.reject(row, found.id)
    assert project.recall.known("Halden") is None
    project.history.undo()
    assert waiting(project, 4) == [("Halden", "GPE", "memory")]


def test_a_live_suggestion_can_be_accepted_and_the_decision_says_what_it_answered(project: Project) -> None:
    tag(project, 2, "Halden", "GPE")
    project.spans.accept_all(3, done=True)
    assert standing(project, 3) == [("Halden", "GPE")]
    answered = project.desk.conn.execute("SELECT answered FROM decisions WHERE kind = 'accept'").fetchone()[0]
    assert '"suggester":"memory"' in answered
    assert "tagged GPE once" in answered
    assert project.upkeep.check().differences == ()


def test_undo_and_redo_take_memory_along(project: Project) -> None:
    tag(project, 2, "Halden", "GPE")
    project.history.undo()
    assert waiting(project, 3) == []
    project.history.redo()
    assert waiting(project, 3) == [("Halden", "GPE", "memory")]


def test_the_lists_counts_say_what_waits(project: Project) -> None:
    rows = list(project.entries.rows())
    assert [each.pending for each in project.entries.listed(rows)] == [0, 0, 0, 0]
    tag(project, 4, "Halden", "GPE")
    assert [each.pending for each in project.entries.listed(rows)] == [len(waiting(project, row)) for row in rows] == [0, 1, 1, 0]


def test_a_commit_says_whether_other_entries_look_different(project: Project) -> None:
    heard: list[Changed] = []
    project.subscribe(heard.append)
    tag(project, 1, "Orrin Canal", "FAC")
    tag(project, 1, "Orrin Canal", "FAC", nth=1)
    project.entries.done(1)
    assert [each.suggestions for each in heard] == [True, False, False]


def test_stored_and_live_memory_never_double(project: Project) -> None:
    tag(project, 2, "Halden", "GPE")
    project.suggesting.run(["memory"])
    assert waiting(project, 3) == [("Halden", "GPE", "memory")]
    assert project.entries.listed([3])[0].pending == 1
    (old,) = project.spans.marks(2).spans
    project.spans.relabel(2, old.id, label_id(project, "ORG"))
    assert waiting(project, 3) == [("Halden", "ORG", "memory")]


def test_a_done_entry_is_asked_nothing_new_until_it_is_taken_up_again(project: Project) -> None:
    project.entries.done(3)
    tag(project, 2, "Halden", "GPE")
    assert waiting(project, 3) == []
    project.entries.reopen(3)
    assert waiting(project, 3) == [("Halden", "GPE", "memory")]


def test_entries_that_are_to_be_shown_without_suggestions_get_none(project: Project) -> None:
    tag(project, 2, "Halden", "GPE")
    project.desk.withheld = lambda rows: [row for row in rows if row == 3]
    assert waiting(project, 3) == []
    assert waiting(project, 4) == [("Halden", "GPE", "memory")]
    assert [each.pending for each in project.entries.listed([3, 4])] == [0, 1]


def test_no_one_elses_answers_come_in(project: Project) -> None:
    tag(project, 2, "Halden", "GPE")
    means = usual_means()
    other = User(means.ids.new(), (type(project.person)(means.ids.new(), "Ada Reyes"),), "Ada Reyes", True)
    with open_project(project.path, other, means, read_only=True) as second:
        second.recall.begin()
        assert waiting(second, 3) == []


def test_without_begin_there_is_only_what_is_stored(tmp_path: Path) -> None:
    with project_of(tmp_path, TEXTS) as project:
        tag(project, 2, "Halden", "GPE")
        assert waiting(project, 3) == []


def test_a_large_layer_is_read_by_a_worker_while_decisions_go_on(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    tag(project, 2, "Halden", "GPE")
    monkeypatch.setattr("annotator.project.recall.AT_ONCE", 0)
    recall = Recall(project.desk)
    project.spans._recall = recall
    assert not recall.begin()
    assert recall.wanting
    ticket, found = recall.ticket(), recall.read()
    tag(project, 1, "Orrin Canal", "FAC")
    assert recall.take(ticket, found)
    assert waiting(project, 2) == [("Orrin Canal", "FAC", "memory")]
    assert waiting(project, 3) == [("Halden", "GPE", "memory")]
    ticket, found = recall.ticket(), recall.read()
    project.entries.hide(2)
    assert recall.wanting
    assert not recall.take(ticket, found)
    assert waiting(project, 3) == [("Halden", "GPE", "memory")], "what was known serves until it is read anew"
    assert recall.take(recall.ticket(), recall.read())
    assert waiting(project, 3) == []


WORDS = ("Orrin", "Canal", "Halden", "Halden’s", "the", "Orrin Canal", "北京", "U.S.")
_texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
_steps = st.lists(
    st.tuples(
        st.sampled_from(["label", "label", "label", "reject", "remove", "accept", "relabel", "undo", "redo", "done", "hide"]),
        st.integers(0, 99), st.integers(0, 99), st.integers(0, 99),
    ),
    max_size=25,
)  # fmt: skip


def _do(project: Project, step: str, a: int, b: int, c: int) -> None:
    rows = list(project.entries.rows())
    if step in ("undo", "redo") or not rows:
        (project.history.undo if step == "undo" else project.history.redo)()
        return
    row = rows[a % len(rows)]
    labels = [label_id(project, key) for key in ("GPE", "ORG", "FAC")]
    marks, text = project.spans.marks(row), project.entries.entry(row).text
    if step == "label":
        start = b % len(text)
        end = min(len(text), start + 1 + c % 11)
        if text[start:end].strip():
            project.spans.label(row, start, end, labels[c % 3])
    elif step in ("reject", "accept") and marks.pending:
        (project.spans.reject if step == "reject" else project.spans.accept)(row, marks.pending[b % len(marks.pending)].id)
    elif step == "remove" and marks.spans:
        project.spans.remove(row, marks.spans[b % len(marks.spans)].id)
    elif step == "relabel" and marks.spans:
        project.spans.relabel(row, marks.spans[b % len(marks.spans)].id, labels[c % 3])
    elif step == "done":
        project.entries.done(row)
    elif step == "hide" and c < 20:
        project.entries.hide(row)


@settings(max_examples=40, deadline=None)
@given(st.lists(_texts, min_size=2, max_size=5), _steps)
def test_live_memory_is_what_memory_made_anew_from_the_layer_would_be(texts: list[str], steps: list[tuple[str, int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, project_of(Path(folder), texts, overlap=Overlap.FLAT) as project:
        project.recall.begin()
        keys = {each.id: each.key for each in project.scheme.value.labels}
        for step in steps:
            _do(project, *step)
            anew = memory(project.suggesting.remembered())
            for row in project.entries.rows():
                text = project.entries.entry(row).text
                wanted = {(each.start, each.end, each.label, each.score, each.why) for each in anew.proposals(text)}
                live = project.recall.joined([row], {}).get(row, [])
                if project.entries.state(row).value not in ("done", "skipped"):
                    assert {(each.start, each.end, keys[each.label], each.score, each.why) for each in live} == wanted
            rows = list(project.entries.rows())
            assert [each.pending for each in project.entries.listed(rows)] == [len(waiting(project, row)) for row in rows]
        assert project.upkeep.check().differences == ()
