"""Dialogs of "every same mention", of consistency and of filters.

The project is a real one, of invented text; its places are in all the states that a person may meet.
"""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from annotator.core.query import parsed
from annotator.project.door import Project
from annotator.project.everywhere import Action, Asked, Everywhere
from annotator.project.finding import Finding
from annotator.project.reports import ImportOptions
from annotator.ui.dialogs.consistency import ConsistencyView
from annotator.ui.dialogs.every_same import About, EverySameMention
from annotator.ui.dialogs.filter_entries import FilterEntries
from annotator.ui.tasks import Handle
from annotator.ui.theme import Theme
from tests.project.harbour import label_id, project_of, tag
from tests.ui.dialog_gallery import wait_until

ENTRIES = (
    ("23:30", "Ships are at risk if the Orrin Canal closes again."),
    ("22:56", "The crews along the Orrin Canal would be paid."),
    ("21:48", "He had to name the Orrin Canal twice, and the boats below the Orrin Canal gates, where they wait."),
    ("20:05", "The letter was sent to the Orrin Canal office in Halden."),
    ("18:20", "Orrin Canal reopens for small boats. The Orrin Canal has four gates and two locks."),
    ("17:02", "Talks with the Orrin Canal Authority go on in Halden."),
    ("16:30", "They dug the Orrin Canal in six winters."),
)


def harbour(folder: Path) -> Project:
    """Return a project in which the mention is suggested, confirmed, labelled otherwise, rejected and part of a longer name."""
    project = project_of(folder, ["Halden waits."])
    file = folder / "posts.jsonl"
    lines = [json.dumps({"text": text, "published": f"2031-02-13T{time}"}, ensure_ascii=False) for time, text in ENTRIES]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    project.imports.take(file, ImportOptions())
    project.recall.begin()
    tag(project, 6, "Orrin Canal", "FAC", nth=1)
    tag(project, 5, "Orrin Canal", "ORG")
    tag(project, 7, "Orrin Canal Authority", "ORG")
    tag(project, 5, "Halden", "GPE")
    tag(project, 3, "Orrin Canal", "FAC")
    project.spans.remove(3, project.spans.marks(3).spans[0].id)
    project.entries.done(8)
    return project


def every_same(theme: Theme, project: Project) -> EverySameMention:
    """Return the dialog about the first place."""

    def look(asked: Asked, handle: Handle) -> Everywhere:
        return found[asked.label, asked.action, asked.fold_case]

    about = About("Orrin Canal", label_id(project, "FAC"), 2, 2, 25)
    # The connection belongs to this thread, so that the answers are made beforehand.
    asked = [
        project.every_same.asked(2, 25, 36, label.id, action=action, fold_case=fold)
        for label in project.scheme.value.active for action in Action for fold in (True, False)
    ]  # fmt: skip
    found = {(each.label, each.action, each.fold_case): project.every_same.preview(each) for each in asked}
    return EverySameMention(None, theme, project.scheme.value, about, look)


def dialogs(application: QApplication, theme: Theme, project: Project) -> dict[str, QDialog]:
    """Return the dialogs by name, ready."""
    same = every_same(theme, project)
    wait_until(application, lambda: bool(same.list.rows.hits))
    survey = project.consistency.survey()
    return {
        "every-same": same,
        "consistency": ConsistencyView(None, theme, project.scheme.value, lambda _: survey, held=survey),
        "filter": filter_entries(theme, project),
    }


def filter_entries(theme: Theme, project: Project) -> FilterEntries:
    """Return the dialog of the filters, with some that hold."""
    finding = Finding(project.desk)
    query = parsed("state:fresh,begun has:pending no:flag ")
    dialog = FilterEntries(None, theme, finding.offered(), query, finding.look)
    dialog.show_found(len(finding.look(query).rows), len(finding.corpus.rows))
    return dialog
