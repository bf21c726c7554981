"""Remarks leave with the entries only when asked, and the card says so either way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import InputError
from annotator.project.door import Project
from annotator.project.exports import ExportOptions
from tests.project.making import label, row_with, study


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project with a remark on an entry and one on a span."""
    with study(tmp_path) as made:
        row = row_with(made, "Gdansk")
        label(made, row, "Gdansk", "GPE")
        made.entries.done(row)
        made.entries.comment(row, "Seen twice.")
        made.entries.comment(row, "The city,\nnot the port.", about=made.spans.marks(row).spans[0].id)
        yield made


def written(project: Project, out: Path, **options: Any) -> tuple[list[dict[str, Any]], str]:  # noqa: ANN401 - the fields of ExportOptions
    done = project.exports.write(ExportOptions("jsonl", **options), out)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()], done.card.read_text(encoding="utf-8")


def test_remarks_stay_at_home_unless_asked(project: Project, tmp_path: Path) -> None:
    entries, card = written(project, tmp_path / "plain.jsonl")
    assert all("comments" not in each for each in entries)
    assert "Comments of the annotators are left out." in card


def test_remarks_go_with_author_time_and_place(project: Project, tmp_path: Path) -> None:
    entries, card = written(project, tmp_path / "with.jsonl", comments=True)
    text = entries[0]["text"]
    first, second = entries[0]["comments"]
    assert (first["author"], first["text"], "start" in first) == ("Ada", "Seen twice.", False)
    assert text[second["start"] : second["end"]] == "Gdansk"
    assert second["text"] == "The city,\nnot the port."
    assert first["time"] < second["time"]
    assert 'under "comments"' in card


def test_an_entry_without_remarks_says_so_when_they_were_asked_for(project: Project, tmp_path: Path) -> None:
    entries, _ = written(project, tmp_path / "all.jsonl", comments=True, include="all")
    assert [len(each["comments"]) for each in entries].count(0) == len(entries) - 1


def test_names_in_remarks_are_pseudonyms_where_asked(project: Project, tmp_path: Path) -> None:
    entries, _ = written(project, tmp_path / "anonymous.jsonl", comments=True, pseudonyms=True)
    assert {each["author"] for each in entries[0]["comments"]} == {"annotator 1"}
    assert "Ada" not in json.dumps(entries[0]["comments"])


def test_a_remark_that_was_undone_or_removed_does_not_go(project: Project, tmp_path: Path) -> None:
    row = row_with(project, "Gdansk")
    project.entries.comment(row, "", comment=project.entries.comments(row)[0].id)
    project.entries.comment(row, "A slip.")
    project.history.undo()
    entries, _ = written(project, tmp_path / "after.jsonl", comments=True)
    assert [each["text"] for each in entries[0]["comments"]] == ["The city,\nnot the port."]


def test_a_format_without_a_place_for_remarks_refuses_them(project: Project, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="conll has no place for comments"):
        project.exports.write(ExportOptions("conll", comments=True), tmp_path / "out.conll")
    with pytest.raises(InputError, match="conll has no place for comments"):
        project.exports.plan(ExportOptions("conll", comments=True))
