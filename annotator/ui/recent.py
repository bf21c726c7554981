"""What is remembered of projects, and how the start screen says it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths

from annotator.core.ids import read, written
from annotator.project.door import data_folder
from annotator.ui.annotate.session import Session
from annotator.ui.bridge import when
from annotator.ui.numerals import numeral
from annotator.ui.recent_list import RecentRow
from annotator.ui.settings import Recent


def of_project(session: Session, now: datetime) -> Recent:
    """Return what there is to remember of an open project."""
    project = session.project
    progress = project.entries.progress()
    entry = written(session.entry.id) if session.entry else ""
    opened = now.astimezone().replace(tzinfo=None).isoformat(timespec="minutes")
    return Recent(str(project.path), project.title, opened, progress.done, progress.total, session.finding.people(), entry)


def row_shown(session: Session, remembered: Recent | None) -> int | None:
    """Return the row of the entry that was shown last; None where there is none or it is gone."""
    if remembered is None or not remembered.entry:
        return None
    try:
        entry = read(remembered.entry)
    except ValueError:
        return None
    return session.finding.row_of(entry)


def usual_folder(recent: Iterable[Recent]) -> Path:
    """Return where files are looked for first: beside the project that was opened last, else among the person's documents.

    The sample does not count: it lies among the program's own data, where nobody looks for their work.
    """
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    folders = [folder for each in recent if (folder := Path(each.path).parent) != data_folder()]
    return next((folder for folder in [*folders[:1], documents] if folder.is_dir()), Path.home())


def rows(recent: Iterable[Recent], now: datetime) -> list[RecentRow]:
    """Return the rows of the start screen; a project whose file is not there now stays, and is marked."""
    here = now.astimezone().replace(tzinfo=None)
    found = []
    for each in recent:
        path = Path(each.path)
        people = (
            QCoreApplication.translate("recent", "{count} people").format(count=numeral(each.people))
            if each.people > 1
            else QCoreApplication.translate("recent", "you")
        )
        found.append(
            RecentRow(path, each.title, _short(path), when(each.opened, here), people, each.done, each.total, missing=not path.is_file())
        )
    return found


def _short(path: Path) -> str:
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
