"""A layer or the suggestions held against a gold layer: the errors and where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.project.door import Project
from annotator.project.reports import ImportOptions
from tests.project.harbour import project_of, tag

TEXTS = ("Talks\n\nIn Lindenau the Orrin Canal Board met Ines Okafor.", "Lindenau waits.", "Nothing here.")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    spans = [
        [(10, 18, "GPE"), (23, 40, "ORG"), (45, 56, "PERSON")],
        [(0, 8, "GPE")],
        [],
    ]  # fmt: skip
    lines = [
        {"text": text, "spans": [{"start": s, "end": e, "label": label} for s, e, label in held], "state": "done"}
        for text, held in zip(TEXTS, spans, strict=True)
    ]
    with project_of(tmp_path, TEXTS) as project:
        file = tmp_path / "gold.jsonl"
        file.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
        project.imports.take(file, ImportOptions(to="layer", layer="gold"))
        yield project


def test_each_error_is_told_with_its_entry_its_place_and_both_readings(project: Project) -> None:
    tag(project, 1, "Lindenau", "ORG")
    tag(project, 1, "Orrin Canal", "ORG")
    tag(project, 3, "Nothing", "PERSON")
    for row in project.entries.rows():
        project.entries.done(row)
    found = project.evaluating.evaluate("gold", project.person.name, resamples=0)
    told = [
        (each.row, each.title, each.kind, each.text, [p[2] for p in each.gold], [p[2] for p in each.predicted]) for each in found.errors
    ]
    assert told == [
        (1, "Talks", "label", "Lindenau", ["GPE"], ["ORG"]),
        (1, "Talks", "boundary", "Orrin Canal Board", ["ORG"], ["ORG"]),
        (1, "Talks", "missed", "Ines Okafor", ["PERSON"], []),
        (2, "Lindenau waits.", "missed", "Lindenau", ["GPE"], []),
        (3, "Nothing here.", "too much", "Nothing", [], ["PERSON"]),
    ]
    strict = {each.label: each for each in found.schemes if each.scheme == "strict"}
    assert (strict[None].correct, strict[None].missed, strict[None].spurious) == (found.scores.strict_all.matched, 2, 1)
    assert strict["GPE"].missed == 2


def test_suggestions_are_judged_as_they_would_be_accepted(project: Project, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("name,label\nLindenau,GPE\n", encoding="utf-8")
    project.suggesting.run([f"patterns:{tmp_path / 'names.csv'}"])
    found = project.evaluating.evaluate("gold", resamples=0)
    assert [(each.kind, each.text) for each in found.errors] == [("missed", "Orrin Canal Board"), ("missed", "Ines Okafor")]
    assert found.scores.strict_all.precision.value == 1.0


def test_two_that_are_equal_have_no_error(project: Project) -> None:
    tag(project, 2, "Lindenau", "GPE")
    project.entries.done(2)
    assert project.evaluating.evaluate("gold", project.person.name, resamples=0).errors == ()
