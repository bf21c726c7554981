"""A data file follows from what is stored: not from clocks, random ids, row numbers, or who merged first."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.project.door import Project
from annotator.project.exports import ExportOptions
from annotator.project.reports import ImportOptions
from tests.project import making


def _decide(project: Project) -> None:
    row = making.row_with(project, "Saint Brendan")
    making.label(project, row, "Saint Brendan", "PRODUCT")
    project.spans.accept_all(row, done=True)
    row = making.row_with(project, "Brno")
    making.label(project, row, "Brno", "GPE")
    project.entries.done(row)


def _exported(project: Project, folder: Path, name: str, layer: str = "Ada") -> bytes:
    folder.mkdir(parents=True, exist_ok=True)
    return project.exports.write(ExportOptions(name, layer=layer), folder / f"data.{name}").files[0].read_bytes()


@pytest.mark.parametrize("name", ["jsonl", "conll"])
def test_other_ids_another_clock_and_other_rows_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    found = set()
    for seed in (1, 5):
        with making.new_project(tmp_path / f"{seed} {name}", seed=seed, who=making.user("Ada", installation=str(seed))) as project:
            if seed == 5:
                other = making.write_jsonl(tmp_path / "other.jsonl", [("This goes again.", [(0, 4, "ORG")])])
                source = project.imports.take(other, ImportOptions()).source_id
                project.imports.withdraw(bytes.fromhex(source))
            project.imports.take(making.first_file(tmp_path), ImportOptions())
            if seed == 5:
                making.label(project, making.row_with(project, "Brno"), "Київ", "ORG")
                project.history.undo()
            _decide(project)
            found.add(_exported(project, tmp_path / f"out {seed}", name))
    assert len(found) == 1
    assert found.pop()


def test_two_copies_merged_in_either_order_give_the_same_bytes(tmp_path: Path) -> None:
    with making.study(tmp_path / "begun") as project:
        begun = project.path
    paths = []
    for number, name in enumerate(("Ada", "Ben")):
        paths.append(making.copied(begun, tmp_path / name))
        with making.again(paths[-1], name=name, seed=10 + number) as project:
            more = making.write_jsonl(tmp_path / f"{name}.jsonl", [(f"{name} brought this.", [(0, 3, "PERSON")])])
            project.imports.take(more, ImportOptions(to="layer", layer="gold"))
            _decide(project)
    found = []
    for number, (here, there) in enumerate((paths, paths[::-1])):
        with making.again(making.copied(here, tmp_path / f"merged {number}"), name="Ada", seed=20 + number) as project:
            project.merging.merge([there])
            found.append([_exported(project, tmp_path / f"out {number}", "jsonl", layer) for layer in ("Ada", "Ben", "gold")])
    assert found[0] == found[1]
    assert found[0][0].count(b"\n") == 2


def test_writing_twice_gives_the_same_bytes_and_a_card_that_differs_in_its_last_block_only(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        _decide(project)
        first = _exported(project, tmp_path / "a", "jsonl")
        assert _exported(project, tmp_path / "b", "jsonl") == first
        cards = [(tmp_path / name / "README.md").read_text(encoding="utf-8").split("## Made")[0] for name in "ab"]
        assert cards[0] == cards[1]
