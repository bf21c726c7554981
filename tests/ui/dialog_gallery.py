"""Dialogs on a project of invented text.

The files that come in are invented and written to a temporary folder; the project is a real one, made by the program.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QThread
from PySide6.QtWidgets import QApplication, QDialog

from annotator.core.errors import MachineError
from annotator.core.ids import IdSource
from annotator.core.model import Overlap, Person
from annotator.core.resources import resource
from annotator.project.door import Means, Project, create_project, usual_means
from annotator.project.reports import ImportOptions
from annotator.project.upkeep import Loss
from annotator.store.user import User
from annotator.ui.dialogs.backups import Backups
from annotator.ui.dialogs.comment import Comment
from annotator.ui.dialogs.edit_field import EditField
from annotator.ui.dialogs.export import Export, layer_rows, title_of
from annotator.ui.dialogs.export_state import Outlook
from annotator.ui.dialogs.import_preview import ImportPreview, reader
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.dialogs.new_project import NewProject
from annotator.ui.dialogs.outcome import Outcome
from annotator.ui.dialogs.problem import Problem
from annotator.ui.dialogs.question import Question
from annotator.ui.dialogs.who import Who
from annotator.ui.dialogs.working import Working
from annotator.ui.label_popup import LabelPopup, label_offers
from annotator.ui.logs import Logs
from annotator.ui.theme import Theme
from tests.ui.invented_files import KEYS, write_files


def invented_project(folder: Path) -> Project:
    """Return a new project of an invented person."""
    means = usual_means()
    who = User(means.ids.new(), (Person(means.ids.new(), "Ada Reyes"),), "Ada Reyes", True)
    project = create_project(folder / "Harbour strike 2031.annotator", who, Means(IdSource()), overlap=Overlap.NESTED)
    project.imports.take(resource("sample", "gold.jsonl"), ImportOptions(to="layer", layer="Gold"))
    row = project.entries.rows()[0]
    label = project.scheme.label("ORG").id
    for length in (7, 14, 21):
        project.spans.label(row, 0, length, label)
    project.entries.done(row)
    return project


def wait_until(application: QApplication, true: Callable[[], bool], milliseconds: int = 180_000) -> None:
    """Let events run until something holds. Raises TimeoutError where it never does."""
    timer = QElapsedTimer()
    timer.start()
    while not true():
        application.processEvents()
        QThread.msleep(10)  # the child is nicer than we are: a loop without a pause would starve it
        if timer.elapsed() > milliseconds:
            raise TimeoutError("a dialog did not become ready")


def imports(application: QApplication, theme: Theme, project: Project, paths: list[Path], *, current: int = 0) -> QDialog:
    """Return the import dialog after it has read."""
    dialog = ImportPreview(None, theme, reader(project), project.scheme.value, project.title, paths)
    wait_until(application, lambda: not any(each.reading for each in dialog.incoming))
    dialog.panes.files.show_files(dialog.incoming, current)
    return dialog


def exports(application: QApplication, theme: Theme, project: Project, format_name: str) -> QDialog:
    """Return the export dialog after it has looked at what would be lost."""
    dialog = Export(None, theme, project.path, layer_rows(project), titled=partial(title_of, project))
    dialog.format.setCurrentIndex(dialog.format.findData(format_name))
    dialog.format.activated.emit(dialog.format.currentIndex())
    wait_until(application, lambda: dialog.outlook is not None)
    return dialog


def backups(application: QApplication, theme: Theme, folder: Path) -> QDialog:
    """Return the dialog of backups with invented copies."""
    names = (
        "2031-02-14 09-12-40.120 before merging mara.annotator", "2031-02-13 14-02-11.000 before importing harbour-late.html.annotator",
        "2031-02-12 17-30-02.507 before the file was brought up to date.annotator",
    )  # fmt: skip
    losses = {name: Loss(lost, 429, 429 - lost) for name, lost in zip(names, (0, 17, 212), strict=True)}
    copies = [folder / name for name in names]
    dialog = Backups(None, theme, folder / "Harbour strike 2031.annotator", copies, lambda _, each: losses[each.name])
    dialog.list.go_to(1)
    wait_until(application, lambda: len(dialog._found) == len(copies))
    return dialog


def working(theme: Theme) -> QDialog:
    """Return the dialog that waits for a child, in the middle of it."""
    dialog = Working(None, theme, "Exporting", "harbour-2031.conll is written and then read back to prove it.", ())
    dialog.child.progressed.emit(31_200, 84_000, 100.0)
    return dialog


def dialogs(application: QApplication, theme: Theme, folder: Path, project: Project) -> dict[str, QDialog]:
    """Return every dialog by name."""
    paths = write_files(folder)
    logs = Logs(folder / "state")
    full = MachineError("The disk with harbour-2031.annotator is full: the last decision was not saved. Make room, then press Try again.")
    toml = NewProject(None, theme, folder, name="Harbour strike 2031")
    toml.name.setText("Harbour strike 2031")
    new = NewProject(None, theme, folder, name="Port talks")
    problem = Problem(None, theme, ValueError("x"), logs)
    problem.unfold()
    return {
        "question": Question(
            None, theme, "Withdraw live-blog.txt?", "None of it is deleted: the entries go out of sight, the decisions on them stay in the "
            "log. Restore, in the list of sources, brings all back as it was.", "Withdraw 53 entries", second="None is deleted",
            consequence="53 entries go out of sight, and with them 112 decisions of Ada Reyes and Mara Osei",
        ),
        "who": Who(None, theme, name="", known=("Ada Reyes",)),
        "who-named": Who(None, theme, name="Mara Osei", known=("Ada Reyes",)),
        "label-popup": LabelPopup(
            None, theme, label_offers(project.scheme.value, {"PERSON": "1", "ORG": "2"}), "Port Selwyn Guild"
        ),
        "comment": Comment(None, theme, "Orrin Canal", text="Is the canal a facility or a place?"),
        "edit-date": EditField(None, theme, "published", "2031-02-13T23:30", written="23:30"),
        "keys": KeySheet(None, theme, KEYS),
        "problem": Problem(None, theme, full, logs),
        "problem-details": problem,
        "new-project": new,
        "new-project-taken": toml,
        "export": exports(application, theme, project, "jsonl"),
        "export-losses": exports(application, theme, project, "conll"),
        "outcome": Outcome(
            None, theme, Outlook(37, 47, 412, 409, (("overlap", 3),), (), (), (folder / "harbour.conll",), folder / "harbour.card.md")
        ),
        "backups": backups(application, theme, folder),
        "working": working(theme),
        "import": imports(application, theme, project, paths),
        "import-table": imports(application, theme, project, paths, current=2),
        "import-spans": imports(application, theme, project, [resource("sample", "gold.jsonl")]),
        "import-failed": imports(application, theme, project, [folder / "missing.txt", *paths], current=0),
    }  # fmt: skip
