"""Commands that tend the project: its labels and guidelines, the remarks on an entry, progress and cost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.errors import AnnotatorError
from annotator.core.ids import Id
from annotator.core.model import Label
from annotator.project.costs import costs_of
from annotator.project.desk import Changed
from annotator.project.door import Means, User, open_project
from annotator.project.stats import statistics
from annotator.ui import bridge
from annotator.ui.annotate.session import Session
from annotator.ui.commands import COMMANDS, Place
from annotator.ui.dialogs.comments import Comments, Remark
from annotator.ui.dialogs.guideline_editor import GuidelineEditor
from annotator.ui.dialogs.progress import ProgressDialog
from annotator.ui.dialogs.progress_state import Report
from annotator.ui.dialogs.scheme_editor import SchemeEditor
from annotator.ui.dialogs.suggesters import Suggesters
from annotator.ui.dialogs.what_changed import WhatChangedView, looked
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle

if TYPE_CHECKING:
    from annotator.ui.window import Window


class Tending(QObject):
    """The dialogs on the open project, each told what it needs."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands, all of which need an open project, by their ids."""
        return {
            "labels": self.labels,
            "guideline": self.guideline,
            "comments": self.comments,
            "progress": self.progress,
            "suggesters": self.suggesters,
            "evaluate": self.evaluate,
            "what-changed": self.what_changed,
        }

    def labels(self) -> None:
        """Edit the labels and the rule of overlap."""
        window = self._window
        if window.project is not None:
            beside = (each for each in COMMANDS if each.place in (Place.WINDOW, Place.PANES))
            keys = (key for each in beside for key in window.actions_.keys_of(each.id))
            SchemeEditor.edit(window, window.theme, window.project, taken=frozenset(key.lower() for key in keys if len(key) == 1))

    def guideline(self) -> None:
        """Write the guideline of the focused mark's label; without one, of the label that the list is on, or the first."""
        window, session = self._window, self._window.session
        label = None if session is None else self._label_in_hand(session)
        if session is None or label is None:
            return
        scheme = session.project.scheme
        describe = partial(_described, session, label.id)
        GuidelineEditor.edit(window, window.theme, label, scheme.versions(label.id), window.means.now().astimezone(), describe)

    def _label_in_hand(self, session: Session) -> Label | None:
        found = session.focused_thing()
        if found is not None:
            return session.scheme.by_id(found.label)
        active, screen = session.scheme.active, self._window.screen_
        at = screen.right.labels.currentIndex().row() if screen is not None else -1
        return active[at] if 0 <= at < len(active) else next(iter(active), None)

    def comments(self) -> None:
        """Show all remarks on the entry; a new one is on the focused span, where there is one."""
        window, session = self._window, self._window.session
        if session is None or session.entry is None:
            return
        entry, span = session.entry, session.focused_span()
        words = entry.text[span.start : span.end] if span else ""
        title = bridge.first_line(entry.title or entry.text)
        write = partial(_remarked, session, entry.row, span.id if span else None)
        read = partial(self._remarks, session, entry.row)
        Comments.show_thread(window, window.theme, title, read, write, span=words, read_only=session.read_only)

    def _remarks(self, session: Session, row: int) -> list[Remark]:
        project, now = session.project, self._window.means.now().astimezone()
        text, names = project.entries.entry(row).text, project.entries.names()
        spans = {each.id: text[each.start : each.end] for each in project.spans.marks(row).spans}
        return [
            Remark(
                each.id, names.get(each.author, each.author.hex()[:8]), bridge.local_moment(each.time, now), each.text,
                "" if each.about is None else spans.get(each.about, self.tr("a span")), each.author == project.person.id,
            )
            for each in project.entries.comments(row)
        ]  # fmt: skip

    def progress(self) -> None:
        """Show how far the work is and what it cost; the log is read over a connection of its own."""
        window, project = self._window, self._window.project
        if project is not None:
            load = partial(_report, project.path, window.persons.user(), window.means)
            ProgressDialog.show_progress(window, window.theme, load, project.person.id, window.means.now().astimezone())

    def suggesters(self) -> None:
        """Switch suggesters and choose the model; what was switched on looks at the entries when the dialog is closed."""
        window, project = self._window, self._window.project
        if project is None:
            return
        to_run = Suggesters.choose(window, window.theme, project)
        window.jobs.read_memory()
        if to_run:
            window.jobs.suggest()

    def evaluate(self) -> None:
        """Hold the suggestions or a layer against a gold layer, and go to the error that is chosen."""
        from annotator.ui.dialogs.evaluation import EvaluationView  # with numpy, which whoever labels does without

        window, session, screen = self._window, self._window.session, self._window.screen_
        if session is None or screen is None:
            return
        error = EvaluationView.ask(window, window.theme, session.project)
        if error is not None:
            window.give("screen label")
            session.show(error.row)
            screen.deciding.go_to(error.start, error.end)

    def what_changed(self) -> None:
        """List what changed since a day, a copy or a release, and go to the entry that is chosen."""
        window, project, session = self._window, self._window.project, self._window.session
        if project is None or session is None:
            return
        now = window.means.now().astimezone()
        row = WhatChangedView.ask(window, window.theme, partial(looked, project), project, now)
        if row is not None:
            session.show(row)


def _described(session: Session, label: Id, text: str) -> str:
    return _refusal(partial(session.project.scheme.describe, label, text))


def _remarked(session: Session, row: int, about: Id | None, text: str, comment: Id | None) -> str:
    # A remark that is changed stays where it was, whatever has the focus now.
    old = next((each for each in session.project.entries.comments(row) if each.id == comment), None)
    place = about if old is None else old.about
    return _refusal(partial(session.project.entries.comment, row, text, about=place, comment=comment))


def _refusal(call: Callable[[], Changed]) -> str:
    """Make a decision; return "" or what is in the way, in a sentence."""
    try:
        call()
    except AnnotatorError as error:
        return translated(error.sentence)
    return ""


def _report(path: Path, who: User, means: Means, _: Handle) -> Report:
    with open_project(path, who, means, read_only=True) as project:
        return Report(costs_of(project), statistics(project), project.scheme.value)
