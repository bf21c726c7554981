"""A small invented project for the tests of decisions across entries."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from annotator.core.ids import Id
from annotator.core.model import Overlap, Person
from annotator.project.door import Means, Project, User, create_project, usual_means
from annotator.project.reports import ImportOptions


def project_of(folder: Path, texts: Sequence[str], *, overlap: Overlap = Overlap.FLAT, sources: int = 1) -> Project:
    """Return a new project of an invented person that holds these texts as entries, shared out among some sources in their order."""
    means = usual_means()
    person = Person(means.ids.new(), "Mara Osei")
    project = create_project(folder / "harbour", User(means.ids.new(), (person,), person.name, True), Means(means.ids), overlap=overlap)
    share = -(-len(texts) // sources)
    for number in range(sources):
        file = folder / f"part-{number}.jsonl"
        lines = [json.dumps({"text": text}, ensure_ascii=False) for text in texts[number * share : (number + 1) * share]]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        project.imports.take(file, ImportOptions())
    return project


def tag(project: Project, row: int, words: str, label: str, *, nth: int = 0) -> None:
    """Label the nth place of some words in an entry."""
    text = project.entries.entry(row).text
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    project.spans.label(row, start, start + len(words), label_id(project, label))


def label_id(project: Project, key: str) -> Id:
    """Return the id of a label by its key."""
    return project.scheme.label(key).id


def waiting(project: Project, row: int) -> list[tuple[str, str, str]]:
    """Return words, label and suggester of what is pending in an entry."""
    text = project.entries.entry(row).text
    keys = {each.id: each.key for each in project.scheme.value.labels}
    return [(text[each.start : each.end], keys[each.label], each.suggester) for each in project.spans.marks(row).pending]


def standing(project: Project, row: int) -> list[tuple[str, str]]:
    """Return words and label of the own spans of an entry."""
    text = project.entries.entry(row).text
    keys = {each.id: each.key for each in project.scheme.value.labels}
    return [(text[each.start : each.end], keys[each.label]) for each in project.spans.marks(row).spans]
