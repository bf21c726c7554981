"""Rows that each answer about one span of a text (Prodigy's binary views) are one entry; what they reject is kept as rejected."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import pytest

from annotator.core.model import Overlap, State
from annotator.project import imports
from annotator.project.door import Project
from annotator.project.reports import ImportOptions, ImportReport
from tests.project import making

TEXT = "Mara Osei left Gdansk for Warsaw."
LAYER = ImportOptions(to="layer", layer="gold")


def answered(words: str, label: str, answer: str = "accept", *, text: str = TEXT, **more: object) -> dict[str, object]:
    start = text.index(words)
    span = {"start": start, "end": start + len(words), "label": label}
    row = {"text": text, "spans": [span], "answer": answer, "_view_id": "ner", "_input_hash": crc32(text.encode()), **more}
    return {**row, "_task_hash": crc32(f"{words} {label}".encode())} if "_task_hash" not in more else row


ROWS = (
    answered("Mara Osei", "PERSON"),
    answered("Osei", "GPE", "reject"),
    answered("Talks", "EVENT", text="Talks begin."),
    answered("Gdansk", "GPE"),
    answered("Warsaw", "PERSON", "reject"),
    answered("Warsaw", "GPE", "ignore"),
)


def take(project: Project, folder: Path, rows: object = ROWS, options: ImportOptions = LAYER) -> ImportReport:
    report = project.imports.take(making.write_jsonl(folder / "teach.jsonl", rows), options)  # type: ignore[arg-type]
    assert making.faults(project) == []
    return report


def spans(project: Project, layer: str = "gold") -> list[tuple[str, str]]:
    query = (
        'SELECT substr(e.text, s.start + 1, s."end" - s.start), l.key FROM spans s JOIN entries e ON e.row = s.entry '
        "JOIN layers y ON y.row = s.layer JOIN labels l ON l.row = s.label WHERE y.name = ? AND s.shown ORDER BY e.row, s.start"
    )
    return project.desk.conn.execute(query, (layer,)).fetchall()


def rejected(project: Project) -> list[tuple[str, str]]:
    query = (
        'SELECT substr(e.text, r.start + 1, r."end" - r.start), l.key FROM rejections r JOIN entries e ON e.row = r.entry '
        "JOIN labels l ON l.row = r.label ORDER BY e.row, r.start"
    )
    return project.desk.conn.execute(query).fetchall()


@pytest.mark.parametrize("batch", [500, 2, 1])
def test_answers_about_one_text_are_one_entry_however_far_apart_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(imports, "BATCH", batch)
    with making.new_project(tmp_path) as project:
        report = take(project, tmp_path)
        assert [project.entries.entry(row).text for row in project.entries.rows()] == [TEXT, "Talks begin."]
        assert spans(project) == [("Mara Osei", "PERSON"), ("Gdansk", "GPE"), ("Talks", "EVENT")]
        assert rejected(project) == [("Osei", "GPE"), ("Warsaw", "PERSON")]
        assert (report.entries.read, report.entries.taken, report.entries.known) == (6, 2, 4)
        assert (report.spans.read, report.spans.taken, report.spans.rejected) == (6, 3, 3)
        assert [each.line for each in report.repaired] == [2, 4, 5, 6]
        states = project.desk.conn.execute("SELECT state FROM states").fetchall()
        assert states == [(State.BEGUN.value,)] * 2, "an answer about one span says nothing of the rest of its text"
        before = making.digest(project)
        project.upkeep.rebuild()
        assert making.digest(project) == before


@pytest.mark.parametrize("batch", [500, 1])
def test_what_was_accepted_is_suggested_on_the_one_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setattr(imports, "BATCH", batch)
    with making.new_project(tmp_path) as project:
        take(project, tmp_path, options=ImportOptions())
        assert making.waiting(project, 1) == [("Mara Osei", "PERSON"), ("Gdansk", "GPE")]
        source = project.imports.sources()[0].id
        refused = [each.raw if hasattr(each, "raw") else each.excerpt for each in project.imports.findings(source, "rejected")]
        assert "Osei" in refused
        assert "Warsaw" in refused


@pytest.mark.parametrize("batch", [500, 1])
def test_an_accepted_span_that_the_rule_forbids_beside_an_earlier_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(imports, "BATCH", batch)
    rows = [answered("Mara Osei", "PERSON"), answered("Osei", "ORG"), answered("Mara Osei", "PERSON", _annotator_id="bea")]
    with making.new_project(tmp_path / "flat") as project:
        report = take(project, tmp_path, rows)
        assert spans(project) == [("Mara Osei", "PERSON")]
        assert [each.reason.split(":")[1].split(",")[0].strip() for each in report.rejected] == [
            "it overlaps another span", "the same span stands here twice",
        ]  # fmt: skip
    with making.new_project(tmp_path / "nested", overlap=Overlap.NESTED) as project:
        take(project, tmp_path, rows)
        assert spans(project) == [("Mara Osei", "PERSON"), ("Osei", "ORG")]


@pytest.mark.parametrize("batch", [500, 1])
def test_answers_about_a_text_that_is_here_already_join_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setattr(imports, "BATCH", batch)
    with making.new_project(tmp_path) as project:
        project.imports.take(making.write_jsonl(tmp_path / "plain.jsonl", [(TEXT, [])]), ImportOptions())
        report = take(project, tmp_path)
        assert (report.entries.taken, report.entries.known) == (1, 5)
        assert len(project.entries.rows()) == 2
        assert spans(project) == [("Mara Osei", "PERSON"), ("Gdansk", "GPE"), ("Talks", "EVENT")]


def test_whole_answers_about_equal_texts_stay_entries_of_their_own(tmp_path: Path) -> None:
    rows = [answered("Gdansk", "GPE", _view_id="ner_manual", _annotator_id=who) for who in ("ada", "bea")]
    with making.new_project(tmp_path) as project:
        assert take(project, tmp_path, rows).entries.taken == 2


def test_without_a_number_of_the_task_what_it_asks_about_tells_answers_apart(tmp_path: Path) -> None:
    rows = [answered("Mara Osei", "PERSON", _task_hash=None), answered("Gdansk", "GPE", _task_hash=None)]
    again = answered("Gdansk", "GPE", "reject", _task_hash=None, _timestamp=9)
    with making.new_project(tmp_path) as project:
        take(project, tmp_path, [*rows, again])
        assert spans(project) == [("Mara Osei", "PERSON")]
        assert rejected(project) == [("Gdansk", "GPE")]


def test_a_rejection_that_came_in_is_withdrawn_with_its_import(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        take(project, tmp_path)
        before = making.digest(project)
        source = project.imports.sources()[0].id
        project.imports.withdraw(source)
        assert rejected(project) == []
        assert making.faults(project) == []
        project.imports.restore(source)
        assert making.digest(project) == before
        assert making.faults(project) == []
