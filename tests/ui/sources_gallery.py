"""The dialogs on sources with a real project of invented text, for pictures."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog

from annotator.project.door import Project
from annotator.project.reports import ImportOptions
from annotator.ui.dialogs.sources import Sources
from annotator.ui.dialogs.what_changed import WhatChangedView
from annotator.ui.theme import Theme
from tests.ui.invented_files import write_files
from tests.ui.pausing import pause


def dialogs(theme: Theme, folder: Path, project: Project) -> dict[str, QDialog]:
    """Return the table of sources with files in each of their states, one of them chosen."""
    for path in write_files(folder):
        project.imports.take(path, ImportOptions())
    found = {each.name: each.id for each in project.imports.sources()}
    sources, withdrawn = Sources(None, theme, project), Sources(None, theme, project)
    project.imports.hide(found["notes.csv"])
    project.imports.withdraw(found["harbour-late.html"])
    for dialog, name in ((sources, "live-blog.txt"), (withdrawn, "harbour-late.html")):
        dialog._list(project.imports.sources())
        dialog.list.go_to([each.name for each in dialog.list.sources].index(name))
    return {"sources": sources, "sources-withdrawn": withdrawn, "what-changed": _changed(theme, folder, project)}


def _changed(theme: Theme, folder: Path, project: Project) -> WhatChangedView:
    """Return the list of what changed, as far as an evening's work goes."""
    first, second, *_ = project.entries.rows()
    project.entries.done(first)
    project.entries.flag(second, True)
    project.entries.comment(second, "Is the berth a place or a building?")
    found = project.changes.since(project.desk.now() - timedelta(days=400))
    dialog = WhatChangedView(None, theme, lambda base, handle: found, project.upkeep.automatic(), folder, project.desk.now().astimezone())
    while not dialog.settled:
        pause(20)
    return dialog
