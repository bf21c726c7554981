"""Suggestions that an import brought go with it and come back with it, also on entries that another import has too."""

from __future__ import annotations

from pathlib import Path

from annotator.project.door import Project
from annotator.project.reports import ImportOptions
from tests.project import making

TEXT = "Mara Osei left Gdansk for Warsaw."
OTHER = "Talks begin."


def take(project: Project, folder: Path, name: str, *names: tuple[str, str], extra: str = "") -> bytes:
    path = folder / name / "same.jsonl" if name.startswith("same") else folder / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    more = [(extra, [])] if extra else []
    report = project.imports.take(making.write_jsonl(path, [(TEXT, making.spans_of(TEXT, *names)), (OTHER, []), *more]), ImportOptions())
    return bytes.fromhex(report.source_id)


def waiting(project: Project) -> list[tuple[str, str]]:
    assert making.faults(project) == []
    return making.waiting(project, making.row_with(project, "Osei"))


PERSON, GDANSK, WARSAW = ("Mara Osei", "PERSON"), ("Gdansk", "GPE"), ("Warsaw", "GPE")


def test_they_go_from_entries_that_another_import_has_and_come_back(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        take(project, tmp_path, "one", PERSON)
        two = take(project, tmp_path, "two", GDANSK)
        assert waiting(project) == [PERSON, GDANSK]
        project.imports.withdraw(two)
        assert waiting(project) == [PERSON]
        project.imports.restore(two)
        assert waiting(project) == [PERSON, GDANSK]


def test_a_later_import_of_one_name_gives_back_what_it_replaced(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        one = take(project, tmp_path, "same 1", PERSON)
        two = take(project, tmp_path, "same 2", GDANSK)
        three = take(project, tmp_path, "same 3", WARSAW)
        assert waiting(project) == [WARSAW]
        project.imports.withdraw(two)
        assert waiting(project) == [WARSAW]
        project.imports.withdraw(three)
        assert waiting(project) == [PERSON]
        project.imports.restore(two)
        assert waiting(project) == [GDANSK]
        project.imports.withdraw(one)
        assert waiting(project) == [GDANSK]
        project.imports.restore(three)
        assert waiting(project) == [WARSAW]


def test_what_was_decided_on_them_stays_and_is_not_asked_again(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        take(project, tmp_path, "one")
        two = take(project, tmp_path, "two", PERSON, GDANSK, WARSAW)
        row = making.row_with(project, "Osei")
        accepted, refused, _ = project.spans.marks(row).pending
        project.spans.accept(row, accepted.id)
        project.spans.reject(row, refused.id)
        project.imports.withdraw(two)
        assert waiting(project) == []
        assert making.marked(project, row) == [PERSON]
        project.imports.restore(two)
        assert waiting(project) == [WARSAW]


def test_a_withdrawn_file_that_is_taken_in_again_suggests_again(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        take(project, tmp_path, "one")
        two = take(project, tmp_path, "two", PERSON)
        project.imports.withdraw(two)
        assert take(project, tmp_path, "two", PERSON) == two
        assert waiting(project) == [PERSON]
        project.imports.withdraw(two)
        assert waiting(project) == []
        project.imports.restore(two)
        assert waiting(project) == [PERSON]


def test_suggesters_of_other_kinds_are_not_touched(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        take(project, tmp_path, "one")
        two = take(project, tmp_path, "two", PERSON)
        row = making.row_with(project, "Osei")
        label = project.desk.conn.execute("SELECT row FROM labels WHERE key = 'GPE'").fetchone()[0]
        project.desk.conn.execute("INSERT INTO suggestions VALUES (?, 15, 21, ?, 'default', '1', NULL, '')", (row, label))
        project.imports.withdraw(two)
        assert waiting(project) == [GDANSK]
