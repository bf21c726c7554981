"""What stands beside what, what waits for an answer, and what "accept all" takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.errors import InputError, RuleError
from annotator.core.model import Overlap, State
from annotator.project.door import Project
from annotator.project.reports import ImportOptions
from tests.project import making
from tests.project.making import label, marked, waiting

TEXT = "The Ministry of Transport of Poland met the port of Warsaw."


def _with(folder: Path, *spans: tuple[str, str, float], overlap: Overlap = Overlap.FLAT) -> Project:
    """A project of one entry with suggestions: words, label, score."""
    project = making.new_project(folder, overlap=overlap)
    rows = [{"start": TEXT.index(w), "end": TEXT.index(w) + len(w), "label": key, "score": score} for w, key, score in spans]
    project.imports.take(making.write_jsonl(folder / "one.jsonl", [{"text": TEXT, "spans": rows}]), ImportOptions())
    return project


def test_in_a_flat_project_a_label_over_a_span_takes_its_place_in_one_step(tmp_path: Path) -> None:
    with _with(tmp_path) as project:
        label(project, 1, "Ministry of Transport", "ORG")
        label(project, 1, "Transport of Poland", "GPE")
        assert marked(project, 1) == [("Transport of Poland", "GPE")]
        project.history.undo()
        assert marked(project, 1) == [("Ministry of Transport", "ORG")]


def test_in_a_nested_project_names_stand_within_names_and_only_crossing_ones_go(tmp_path: Path) -> None:
    with _with(tmp_path, overlap=Overlap.NESTED) as project:
        label(project, 1, "Ministry of Transport", "ORG")
        label(project, 1, "Transport", "PRODUCT")
        label(project, 1, "Transport", "EVENT")
        assert sorted(marked(project, 1)) == [("Ministry of Transport", "ORG"), ("Transport", "EVENT"), ("Transport", "PRODUCT")]
        label(project, 1, "Transport of Poland", "GPE")
        assert ("Ministry of Transport", "ORG") not in marked(project, 1)
        assert {("Transport", "PRODUCT"), ("Transport", "EVENT"), ("Transport of Poland", "GPE")} == set(marked(project, 1))


def test_an_equal_span_is_not_made_twice(tmp_path: Path) -> None:
    with _with(tmp_path) as project:
        label(project, 1, "Poland", "GPE")
        row = project.entries.entry(1)
        start = row.text.index("Poland")
        assert not project.spans.label(1, start - 1, start + 7, project.scheme.label("GPE").id)
        assert marked(project, 1) == [("Poland", "GPE")]


def test_a_span_holds_no_white_space_at_its_edges_and_is_never_empty(tmp_path: Path) -> None:
    with _with(tmp_path) as project:
        gpe = project.scheme.label("GPE").id
        for start, end in ((3, 4), (5, 5), (-1, 3), (0, len(TEXT) + 1)):
            with pytest.raises(RuleError):
                project.spans.label(1, start, end, gpe)
        project.spans.label(1, 28, 36, gpe)
        assert marked(project, 1) == [("Poland", "GPE")]


def test_accepting_all_takes_the_likeliest_then_the_longest_and_says_how_many_it_left_out(tmp_path: Path) -> None:
    spans = (
        ("Ministry of Transport", "ORG", 0.5),
        ("Transport of Poland", "GPE", 0.9),
        ("port of Warsaw", "FAC", 0.7),
        ("Warsaw", "GPE", 0.7),
    )
    with _with(tmp_path, *spans) as project:
        changed = project.spans.accept_all(1, done=True)
        assert marked(project, 1) == [("Transport of Poland", "GPE"), ("port of Warsaw", "FAC")]
        assert changed.message.startswith("2 left out")
        assert waiting(project, 1) == []
        assert project.entries.state(1) is State.DONE
        assert project.history.undo_name == "Accept 2 suggestions"
        project.history.undo()
        assert (marked(project, 1), project.entries.state(1), len(waiting(project, 1))) == ([], State.FRESH, 4)


def test_in_a_nested_project_accepting_all_takes_names_within_names(tmp_path: Path) -> None:
    spans = (("port of Warsaw", "FAC", 0.7), ("Warsaw", "GPE", 0.9))
    with _with(tmp_path, *spans, overlap=Overlap.NESTED) as project:
        assert project.spans.accept_all(1).message == ""
        assert marked(project, 1) == [("port of Warsaw", "FAC"), ("Warsaw", "GPE")]


def test_what_was_rejected_removed_or_corrected_does_not_wait_again(tmp_path: Path) -> None:
    spans = (("Ministry of Transport", "ORG", 0.5), ("Poland", "GPE", 0.9), ("Warsaw", "PERSON", 0.7))
    with _with(tmp_path, *spans) as project:
        first, second, _ = project.spans.marks(1).pending
        project.spans.reject(1, first.id)
        project.spans.accept(1, second.id)
        project.spans.remove(1, project.spans.marks(1).spans[0].id)
        label(project, 1, "Warsaw", "GPE")
        assert (marked(project, 1), waiting(project, 1)) == ([("Warsaw", "GPE")], [])
        (tmp_path / "again").mkdir()
        again = making.write_jsonl(
            tmp_path / "again" / "one.jsonl",
            [(TEXT, making.spans_of(TEXT, ("Ministry of Transport", "ORG"), ("Poland", "GPE"), ("Warsaw", "PERSON"), ("port", "FAC")))],
        )
        project.imports.take(again, ImportOptions())
        assert waiting(project, 1) == [("port", "FAC")]
        with pytest.raises(InputError, match="answered already"):
            project.spans.reject(1, first.id)


def test_done_leaves_what_waits_unanswered_and_an_edit_keeps_it_done(tmp_path: Path) -> None:
    with _with(tmp_path, ("Poland", "GPE", 0.9)) as project:
        project.entries.done(1)
        assert waiting(project, 1) == [("Poland", "GPE")]
        label(project, 1, "Warsaw", "GPE")
        assert project.entries.state(1) is State.DONE


def test_labels_are_renamed_merged_with_undo_retired_and_never_deleted(tmp_path: Path) -> None:
    with _with(tmp_path) as project:
        label(project, 1, "Poland", "GPE")
        label(project, 1, "Warsaw", "LOC")
        loc, gpe = project.scheme.label("LOC"), project.scheme.label("GPE")
        project.scheme.change(gpe.id, key="PLACE", name="Place")
        project.scheme.merge(loc.id, gpe.id)
        assert marked(project, 1) == [("Poland", "PLACE"), ("Warsaw", "PLACE")]
        assert "LOC" not in {each.key for each in project.scheme.value.active}
        project.history.undo()
        assert marked(project, 1) == [("Poland", "PLACE"), ("Warsaw", "LOC")]
        project.scheme.change(loc.id, retired=1)
        with pytest.raises(InputError, match="retired"):
            label(project, 1, "Transport", "LOC")
        assert marked(project, 1) == [("Poland", "PLACE"), ("Warsaw", "LOC")]
        assert making.faults(project) == []


def test_a_label_that_nobody_described_here_arrives_retired_and_its_spans_stay(tmp_path: Path) -> None:
    with _with(tmp_path) as project:
        project.scheme.add("VESSEL")
        label(project, 1, "Poland", "VESSEL")
        for _ in range(2):
            project.history.undo()
        project.history.redo()
        project.history.redo()
        assert marked(project, 1) == [("Poland", "VESSEL")]
        vessel = project.scheme.label("VESSEL").id
        project.scheme.change(vessel, name="Ship")
        assert making.faults(project) == []


def test_spans_that_met_in_a_merge_are_removed_together(tmp_path: Path) -> None:
    with _with(tmp_path / "begun") as project:
        begun = project.path
    paths = [making.copied(begun, tmp_path / name) for name in "ab"]
    for number, path in enumerate(paths):
        with making.again(path, seed=10 + number) as project:
            label(project, 1, "Poland", "GPE")
    with making.again(paths[0], seed=20) as project:
        project.merging.merge([paths[1]])
        assert marked(project, 1) == [("Poland", "GPE")]
        project.spans.remove(1, project.spans.marks(1).spans[0].id)
        assert marked(project, 1) == []
        assert making.faults(project) == []


def test_a_label_over_spans_that_clash_since_a_merge_stands_alone(tmp_path: Path) -> None:
    with _with(tmp_path / "begun") as project:
        begun = project.path
    paths = [making.copied(begun, tmp_path / name) for name in "ab"]
    for number, (path, words) in enumerate(zip(paths, ("Ministry of Transport", "Transport of Poland"), strict=True)):
        with making.again(path, seed=10 + number) as project:
            label(project, 1, words, "ORG")
    with making.again(paths[0], seed=20) as project:
        project.merging.merge([paths[1]])
        label(project, 1, "Ministry of Transport of Poland", "ORG")
        assert marked(project, 1) == [("Ministry of Transport of Poland", "ORG")]
