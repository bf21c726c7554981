"""Dialogs on labels, guidelines, keys, costs, remarks and settings.

The project is a real one, made by the program from the sample; people and costs are invented.
"""

from __future__ import annotations

import random
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from annotator.core.ids import IdSource
from annotator.core.model import Overlap, Person
from annotator.core.resources import resource
from annotator.project.costs import costs_of
from annotator.project.door import Means, Project, create_project
from annotator.project.reports import ImportOptions
from annotator.project.stats import statistics
from annotator.store.user import User
from annotator.ui.dialogs.comments import Comments, Remark
from annotator.ui.dialogs.evaluation import EvaluationView, looked
from annotator.ui.dialogs.guideline_editor import GuidelineEditor
from annotator.ui.dialogs.key_editor import KeyEditor
from annotator.ui.dialogs.progress import ProgressDialog
from annotator.ui.dialogs.progress_state import Report
from annotator.ui.dialogs.scheme_asks import MergeInto, NewLabel, Split
from annotator.ui.dialogs.scheme_editor import SchemeEditor
from annotator.ui.dialogs.scheme_parts import MentionRow
from annotator.ui.dialogs.settings_dialog import SettingsDialog
from annotator.ui.key_choices import LabelKey
from annotator.ui.settings import Settings
from annotator.ui.theme import Theme
from tests.project.making import means as ticking
from tests.ui.dialog_gallery import wait_until

_SEED = 7


def worked_on(folder: Path) -> Project:
    """Return a project in which an invented person has worked on several days, two keys and some seconds a decision."""
    chance = random.Random(_SEED)
    clock = ticking(1)
    days = [0]

    def now() -> object:
        return clock.now() + timedelta(days=days[0])

    means = Means(IdSource(clock.now, chance.randbytes), now)  # type: ignore[arg-type]
    who = User(means.ids.new(), (Person(means.ids.new(), "Ada Reyes"),), "Ada Reyes", True)
    project = create_project(folder / "Harbour strike 2031", who, means, overlap=Overlap.NESTED)
    project.imports.take(resource("sample", "gold.jsonl"), ImportOptions(to="suggestions"))
    project.desk.cost = lambda: (chance.randint(1, 4), round(chance.uniform(1.0, 6.0) * (1 - days[0] * 0.08), 2))
    for number, row in enumerate(project.entries.rows()[:31]):
        days[0] = number // 4
        for each in project.spans.marks(row).pending:
            if chance.random() < 0.9:
                project.spans.accept(row, each.id)
            else:
                project.spans.reject(row, each.id)
        text = project.entries.entry(row).text
        project.spans.label(row, 0, text.index(" "), project.scheme.label("PRODUCT").id)
        if number % 3 == 0:
            project.history.undo()
        project.entries.done(row)
    fac = project.scheme.label("FAC")
    project.scheme.describe(fac.id, fac.guideline + "\n\n> The **Orrin Canal** closes again.\n\nNot the town around it: that is GPE.\n")
    project.scheme.retire(project.scheme.value.active[-1].id)
    return project


REMARKS = (
    Remark(b"1", "Mara Osei", "yesterday, 11:20", "Facility or place? The guideline speaks of locks only.", "Orrin Canal"),
    Remark(b"2", "Ada Reyes", "today, 09:10", "The canal was built, so FAC. I have asked Lev to add an example, and until he has I keep to "
           "FAC wherever ships pass through it.", "Orrin Canal", own=True),
    Remark(b"3", "Lev Anders", "today, 14:02", "This post is a copy of the one at 22:12."),
)  # fmt: skip


def dialogs(application: QApplication, theme: Theme, project: Project) -> dict[str, QDialog]:
    """Return every dialog by name."""
    editor = SchemeEditor(None, theme, project)
    rows = editor.list.rows
    fac = project.scheme.label("FAC")
    mentions = editor.changes.labelled.mentions(fac.id)
    split = Split(
        None, theme, next(row for row in rows if row.key == "FAC"),
        [MentionRow(each.key, each.words, each.before, each.after, each.spans, number in (0, 2)) for number, each in enumerate(mentions)],
        lambda _: "",
    )  # fmt: skip
    split.key.setText("canal")
    new = NewLabel(None, theme, editor.changes.refusal)
    new.key.setText("org")
    labels = [LabelKey(each.id, each.key, each.shortcut) for each in project.scheme.value.active]
    keys = KeyEditor(None, theme, {"flag": ("Ctrl+B",)}, labels, lambda _: None, lambda *_: "")
    keys.table.setCurrentIndex(keys._model.index(20))
    keys.ask()
    asking = KeyEditor(None, theme, {"flag": ("Ctrl+B",)}, labels, lambda _: None, lambda *_: "")
    asking.table.setCurrentIndex(asking._model.index(next(at for at, row in enumerate(asking.rows) if row.id == "find")))
    asking._pressed("Ctrl+E")
    now = project.desk.now().astimezone()
    guideline = GuidelineEditor(None, theme, fac, project.scheme.versions(fac.id), now, lambda _: "")
    report = Report(costs_of(project), statistics(project), project.scheme.value)
    progress = ProgressDialog(None, theme, lambda _: report, project.person.id, now)
    wait_until(application, lambda: progress.report is not None)
    empty = ProgressDialog(None, theme, lambda _: Report(type(report.costs)(), report.statistics, report.scheme), project.person.id, now)
    wait_until(application, lambda: empty.report is not None)
    thread = Comments(None, theme, "Port asks Okafor to bring both sides to one table", lambda: REMARKS, lambda *_: "", span="Orrin Canal")
    evaluation = EvaluationView(None, theme, partial(looked, project), project.layers.all())
    wait_until(application, lambda: evaluation.settled)
    return {
        "evaluate-errors": evaluation, "labels": editor, "label-new": new,
        "label-merge": MergeInto(None, theme, rows[5], [row for row in rows if row is not rows[5]]),
        "label-split": split, "keys-changed": keys, "keys-refused": asking, "guideline": guideline, "progress": progress,
        "progress-empty": empty, "comments": thread, "comments-none": Comments(None, theme, "Tolls", tuple, lambda *_: ""),
        "settings": SettingsDialog(None, theme, Settings(), lambda _: None),
    }  # fmt: skip
