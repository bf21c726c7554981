"""What takes more than a key press: projects made and opened, text brought in, suggestions, copies, reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError, MachineError
from annotator.project import sample
from annotator.project.door import Means, Project, User, create_project, data_folder, open_beside
from annotator.project.remembering import Notes
from annotator.project.reports import ImportReport
from annotator.ui.child import Child
from annotator.ui.dialogs.backups import Backups
from annotator.ui.dialogs.export import Export
from annotator.ui.dialogs.import_preview import ChosenFile, ImportPreview
from annotator.ui.dialogs.learned import Learned
from annotator.ui.dialogs.new_project import NewProject, NewProjectChoice
from annotator.ui.dialogs.problem import Problem
from annotator.ui.dialogs.sources import Sources
from annotator.ui.dialogs.working import Working
from annotator.ui.logs import save_report
from annotator.ui.numerals import numeral
from annotator.ui.recent import usual_folder
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Work
from annotator.ui.waiting import Waiting

if TYPE_CHECKING:
    from annotator.ui.window import Window

_SUFFIX = ".annotator"
_REFRESH_MS = 700
"""How often suggestions are looked at anew while they are being made."""


class Jobs(QObject):
    """The window's jobs. One child process suggests at a time."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._work = Work(self)
        self._child: Child | None = None
        self._reading: tuple[Project, int] | None = None
        self._texts: Path | None = None
        """Where the text of this sitting lies."""
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self._look_again)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands by their ids."""
        return {"new": self.new_project, "open": self.open_project, "sample": self.sample, "report": self.save_report}

    def project_commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands that need an open project, by their ids."""
        return {
            "import": self.import_files, "sources": self.sources, "suggest": self.suggest, "learn": self.learn, "export": self.export,
            "backup": self.back_up, "restore": self.restore,
        }  # fmt: skip

    # Projects

    def new_project(self) -> bool:
        """Ask for a new project, make it and show it; tell whether there is one now."""
        window = self._window
        choice = NewProject.ask(window, window.theme, self._folder())
        return choice is not None and self._make(choice)

    def _make(self, choice: NewProjectChoice) -> bool:
        window = self._window
        window.close_project()
        try:
            window.persons.ask_once(window)
            project = create_project(choice.path, window.persons.user(), window.means, scheme=choice.scheme, overlap=choice.overlap)
        except AnnotatorError as error:
            window.tell_failure(error)
            return False
        window.take_project(project)
        return True

    def open_project(self) -> None:
        """Ask for a project file and open it."""
        path = self.ask_path(self._folder())
        if path is not None:
            self._window.open_path(path)

    def ask_path(self, folder: Path) -> Path | None:
        """Return the project file that a person chooses."""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), str(folder), self.tr("Projects (*.annotator)"))
        return Path(name) if name else None

    def _folder(self) -> Path:
        return usual_folder(self._window.settings.recent)

    def sample(self) -> None:
        """Open the sample project, made at the first time; suggestions begin at once."""
        window = self._window
        path = data_folder() / sample.NAME
        if path.exists():
            window.open_path(path)
            return
        window.close_project()
        try:
            window.persons.ask_once(window)
            _made_folder(path.parent)
            project = sample.make(path.parent, window.persons.user(), window.means)
        except AnnotatorError as error:
            window.tell_failure(error)
            return
        window.take_project(project)
        self.suggest()

    # Text

    def take_files(self, paths: Sequence[Path]) -> None:
        """Open a project that was dropped; bring other files in, into a new project where none is open."""
        projects = [path for path in paths if path.suffix == _SUFFIX]
        texts = [path for path in paths if path.suffix != _SUFFIX]
        if projects:
            self._window.open_path(projects[0])
        elif texts and (self._window.project is not None or self.new_project()):
            self._import(texts)

    def import_files(self) -> None:
        """Ask for files and bring them in."""
        paths = ImportPreview.ask_files(self._window, self._texts or self._folder())
        if paths:
            self._texts = paths[0].parent
            self._import(paths)

    def _import(self, paths: Sequence[Path]) -> None:
        window, project = self._window, self._window.project
        if project is None or project.read_only:
            return
        chosen = ImportPreview.ask(window, window.theme, project, paths)
        if not chosen:
            return
        self.stop()
        call = partial(_taken, project.path, window.persons.user(), window.means, chosen)
        title = self.tr("Bringing text in")
        try:
            reports = Waiting.wait(window, window.theme, title, ", ".join(each.path.name for each in chosen), self._work, call)
        except AnnotatorError as error:
            window.tell_failure(error)
            return
        if reports is None:
            window.notice(self.tr("Stopped: nothing was brought in."))
            return
        self._show_taken(project, reports)

    def _show_taken(self, project: Project, reports: Sequence[ImportReport]) -> None:
        taken = sum(each.entries.taken for each in reports)
        rejected = sum(each.entries.rejected for each in reports)
        if self._window.session is not None:
            self._window.session.reload()
        spans = 0 if taken else sum(each.spans.taken for each in reports)
        words = self.tr("{n} {n:entry|entries} brought in").format(n=numeral(taken))
        if spans:
            words = self.tr("{n} {n:span|spans} brought in for entries that were here already").format(n=numeral(spans))
        left = self.tr("{n} rejected and kept with the project").format(n=numeral(rejected)) if rejected else ""
        self._window.notice(", ".join(part for part in (words, left) if part) + ".")
        if taken:
            self.suggest()

    def sources(self) -> None:
        """Show the files that came in, and let one be withdrawn, hidden, or brought back."""
        window, project = self._window, self._window.project
        if project is not None:
            Sources.show_sources(window, window.theme, project)

    # Suggestions

    def suggest(self) -> None:
        """Let the suggesters look at what is not done, in a process of its own; what they find appears while they work."""
        window, project = self._window, self._window.project
        if project is None or self._child is not None:
            return
        child = self._child = Child(["suggest", str(project.path), "--progress", "json"], self)
        child.progressed.connect(window.job_line.show_progress)
        child.finished.connect(self._suggested)
        child.failed.connect(self._not_suggested)
        child.cancelled.connect(self._ended)
        window.job_line.begin(self.tr("Suggesting"))
        self._refresh.start()
        self._tell_suggesting(True)
        child.start()

    def learn(self) -> None:
        """Learn from what is done, in a process of its own; what was taken suggests anew for what is not done."""
        window, project = self._window, self._window.project
        if project is None:
            return
        if self._child is not None:
            window.notice(self.tr("Something is at work still; learn when it has ended."))
            return
        who = window.persons.user().person.name
        child = self._child = Child(["train", str(project.path), "--as", who, "--progress", "json"], self)
        child.progressed.connect(window.job_line.show_progress)
        child.finished.connect(self._learned)
        child.failed.connect(self._not_suggested)
        child.cancelled.connect(self._ended)
        window.job_line.begin(self.tr("Learning"))
        child.start()

    @Slot(object)
    def _learned(self, found: dict[str, Any]) -> None:
        self._ended()
        if found.get("stopped", True):
            self._window.notice(self.tr("Stopped: nothing was learned."))
            return
        if found["taken"]:
            self.suggest()
        Learned.tell(self._window, self._window.theme, found)

    @Slot()
    def cancel(self) -> None:
        """Ask the work that runs to end; what it wrote stays."""
        if self._child is not None:
            self._child.cancel()

    @Slot(object)
    def _suggested(self, result: dict[str, Any]) -> None:
        self._ended()
        runs = result.get("result")
        made = sum(int(each.get("suggestions", 0)) for each in runs) if isinstance(runs, list) else 0
        notes = [translated(str(each["note"])) for each in runs if each.get("note")] if isinstance(runs, list) else []
        self._window.notice(" ".join([self.tr("{n} {n:suggestion|suggestions} made.").format(n=numeral(made)), *notes]))

    @Slot(str)
    def _not_suggested(self, sentence: str) -> None:
        details = self._child.details if self._child else ""
        self._ended()
        self._window.tell_failure(MachineError(sentence, details=details))

    @Slot()
    def _ended(self) -> None:
        self._refresh.stop()
        self._window.job_line.end()
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self._tell_suggesting(False)
        self._look_again()

    def _tell_suggesting(self, on: bool) -> None:
        session = self._window.session
        if session is not None:
            session.suggesting = on
            session.refresh()

    @Slot()
    def _look_again(self) -> None:
        if self._window.session is not None:
            self._window.session.refresh()

    # Memory

    @Slot()
    def read_memory(self) -> None:
        """Turn live memory on; a large layer is read in another thread, and what was known before is used until then."""
        project = self._window.project
        if project is None or project.recall.begin() or (self._reading is not None and self._reading[0] is project):
            return
        self._reading = project, project.recall.ticket()
        task = self._work.start(partial(_remembered, project))
        task.finished.connect(self._memory_read)
        task.failed.connect(self._memory_not_read)

    @Slot(object)
    def _memory_read(self, found: Notes) -> None:
        reading, self._reading = self._reading, None
        project = self._window.project
        if reading is None or project is not reading[0] or self._window.session is None:
            self.read_memory()
        elif project.recall.take(reading[1], found):
            self._window.session.refresh()
        else:
            self.read_memory()

    @Slot(object)
    def _memory_not_read(self, error: BaseException) -> None:
        self._reading = None
        if self._window.logs is not None:
            self._window.logs.failure(error)

    def stop(self) -> None:
        """End the child and wait for it."""
        if self._child is not None:
            self._child.close()
            self._ended()

    def close(self) -> None:
        """End all work, for the end of the window."""
        self.stop()
        self._work.close()

    # Copies and releases

    def export(self) -> None:
        """Ask what to release, write it in a process of its own, and say what was written."""
        window, project = self._window, self._window.project
        if project is None:
            return
        try:
            Export.ask_and_write(window, window.theme, project)
        except AnnotatorError as error:
            window.tell_failure(error)

    def back_up(self) -> None:
        """Write a consistent copy where the person wants it."""
        window, project = self._window, self._window.project
        target = None if project is None else Backups.ask_copy(window, project)
        if project is None or target is None:
            return
        text = self.tr("{name} is copied as it is now.").format(name=project.path.name)
        arguments = ["backup", str(project.path), str(target), "--json"]
        try:
            done = Working.ask(window, window.theme, self.tr("Saving a copy"), text, arguments)
        except AnnotatorError as error:
            window.tell_failure(error)
            return
        if done is not None:
            window.notice(self.tr("Copied to {name}.").format(name=target.name))

    def restore(self) -> None:
        """Go back to a copy: the project is closed, the present file set aside, the copy opened in its place."""
        window, project = self._window, self._window.project
        backup = None if project is None else Backups.ask(window, window.theme, project)
        if project is None or backup is None:
            return
        path = project.path
        window.close_project()
        try:
            aside = Backups.put_back(window, window.theme, self._work, path, backup, window.persons.user(), window.means)
        except AnnotatorError as error:
            window.tell_failure(error)
            aside = None
        window.open_path(path)
        if aside is not None:
            window.notice(self.tr("The file as it was is kept as {name}.").format(name=aside.name))

    # Reports

    def save_report(self) -> None:
        """Write a problem report that holds no text of the corpus."""
        window = self._window
        path = Problem.ask_where(window, "annotator problem report.txt")
        if path is None or window.logs is None:
            return
        counts = {} if window.project is None else {"entries": window.project.entries.progress().total}
        try:
            save_report(path, window.logs.report(settings={"appearance": window.settings.appearance}, counts=counts))
        except MachineError as error:
            window.tell_failure(error)


def _made_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineError(f"The folder {folder} could not be made: {error.strerror}.") from error


def _remembered(project: Project, handle: Handle) -> Notes:
    """Read what the own layer holds, over a connection of this thread."""
    beside = project.beside()
    try:
        return beside.recall.read()
    finally:
        beside.close()


def _taken(path: Path, who: User, means: Means, chosen: Sequence[ChosenFile], handle: Handle) -> list[ImportReport]:
    """Take files in over a connection of this thread; the window holds the lock on deciding."""

    def told(done: int) -> None:
        handle.check()
        handle.progress(done, 0)

    project = open_beside(path, who, means)
    try:
        return [project.imports.take(each.path, each.options, progress=told) for each in chosen]
    finally:
        project.close()
