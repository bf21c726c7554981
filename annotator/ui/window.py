"""The window: start screen or annotate screen, menus above, state below. It composes, and opens and closes projects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError, LockedError
from annotator.project.door import Means, Project, open_project
from annotator.ui import bridge, settings
from annotator.ui.actions import Actions
from annotator.ui.annotate import telling
from annotator.ui.annotate.screen import AnnotateScreen
from annotator.ui.annotate.session import Session
from annotator.ui.commands import Command, Place
from annotator.ui.comparing import ADJUDICATE, Comparing
from annotator.ui.dialogs.problem import Problem
from annotator.ui.dialogs.question import Question
from annotator.ui.header import Header
from annotator.ui.holding import holding, reasons
from annotator.ui.job_line import JobLine
from annotator.ui.jobs import Jobs
from annotator.ui.key_choices import known_only
from annotator.ui.logs import Logs
from annotator.ui.meter import KeyWatch, Meter
from annotator.ui.persons import Persons
from annotator.ui.recent import of_project, row_shown, rows
from annotator.ui.sentences import translated
from annotator.ui.settings import Settings
from annotator.ui.start import StartScreen
from annotator.ui.status_bar import StatusBar
from annotator.ui.tending import Tending
from annotator.ui.theme import Theme
from annotator.ui.views import Views

_NOTICE_MS = 6000


class Window(QMainWindow):
    """One window, one project at a time."""

    def __init__(self, theme: Theme, means: Means, remembered: Settings, *, logs: Logs | None = None, name: str = "") -> None:
        super().__init__()
        self.theme, self.means, self.settings, self.logs = theme, means, remembered, logs
        self.meter = Meter()
        self.screen_: AnnotateScreen | None = None
        self.persons = Persons(theme, means, name)
        self.actions_ = Actions(theme, self, known_only(remembered.keys))
        self.jobs = Jobs(self)
        self.views = Views(self)
        self.tending = Tending(self)
        self.job_line = JobLine(theme, self)
        self.header = Header(theme, [self.actions_[each] for each in ("undo", "redo", "palette", "keys")], self.job_line, self)
        self.start = StartScreen(theme, self)
        self.status = StatusBar(theme, self)
        self._watch = KeyWatch(self.meter, self)
        self._notice = QTimer(self)
        self._notice.setSingleShot(True)
        self._notice.setInterval(_NOTICE_MS)
        self._failed = False
        self._lay_out()
        self.comparing = Comparing(self)
        self._own = self._handlers = self._own_commands()
        self._connect()
        self.show_start()

    def _lay_out(self) -> None:
        self.setMenuWidget(self.header)
        self.setAcceptDrops(True)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)
        self.setMinimumSize(480, 360)
        self.resize(1440, 900)
        self.restoreGeometry(QByteArray.fromHex(self.settings.geometry.encode("ascii", "ignore")))

    def _connect(self) -> None:
        self.actions_.given.connect(self.give)
        self.start.asked.connect(self.give)
        self.start.opened.connect(self.open_path)
        self.start.forgotten.connect(self._forget)
        self.header.initials.clicked.connect(self.choose_person)
        self.status.person_asked.connect(self.choose_person)
        self.status.retry_asked.connect(self._retry)
        self.job_line.cancel_asked.connect(self.jobs.cancel)
        self.theme.changed.connect(self.views.restyle)
        self._notice.timeout.connect(self._show_saved)

    def _own_commands(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {"who": self.choose_person, "close": self.close_project, "quit": self.close}
        return own | self.jobs.commands() | self.views.commands()

    @property
    def session(self) -> Session | None:
        """The sitting at the open project."""
        return self.screen_.session if self.screen_ else None

    @property
    def project(self) -> Project | None:
        """The open project."""
        return self.screen_.session.project if self.screen_ else None

    def offers(self, command: Command) -> bool:
        """Tell whether a command belongs to what is shown: those of an open project are not listed without one."""
        return command.id in self._handlers or (command.id.startswith("label ") and self.comparing.offers(command))

    @Slot(str)
    def give(self, command: str) -> None:
        """Do a command by its id."""
        screen = self.screen_
        if not command.startswith("label "):
            self._handlers[command]()
        elif screen is not None and (label := screen.session.scheme.by_key(command.removeprefix("label "))) is not None:
            screen.deciding.label(label.id)

    # Projects

    @Slot(object)
    def open_path(self, path: Path) -> None:
        """Open a project file where it was left; tell what is in the way."""
        path = path.absolute()
        if self.project is not None and self.project.path == path:
            return
        self.close_project()
        project = self._opened(path)
        if project is not None:
            self.take_project(project)

    def _opened(self, path: Path) -> Project | None:
        try:
            self.persons.ask_once(self)
            return open_project(path, self.persons.user(), self.means)
        except LockedError as error:
            return self._looked_at(path, error)
        except AnnotatorError as error:
            self.tell_failure(error)
            return None

    def _looked_at(self, path: Path, error: LockedError) -> Project | None:
        own, other = self.tr("You have this project open in another window"), self.tr("Somebody else has this project open")
        consequence = self.tr("You can look and search, not decide")
        title, sentence = own if error.own else other, translated(error.sentence)
        if not Question.ask(self, self.theme, title, sentence, self.tr("Look at it"), consequence=consequence):
            return None
        try:
            return open_project(path, self.persons.user(), self.means, read_only=True)
        except AnnotatorError as error:
            self.tell_failure(error)
            return None

    def take_project(self, project: Project) -> None:
        """Show a project that was opened or made; the one before is closed."""
        self.close_project()
        project.desk.cost = self.meter.cost
        session = Session(project)
        screen = self.screen_ = AnnotateScreen(self.theme, session, self)
        session.setParent(screen)
        self.take_commands(screen.commands())
        self._connect_screen(screen)
        self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        self.status.show()
        self.actions_.set_panes(screen.listening())
        for pane in screen.listening():
            self.watch(pane)
        self.comparing.opened()
        self._take_labels()
        self.views.show_state()
        self.views.arrange(screen)
        self.jobs.read_memory()
        screen.start(row_shown(session, self.settings.recent_of(project.path)), self.views.order)
        self._failed = False
        self._show_saved()
        self._show_person()
        self.remember_project()
        for warning in project.warnings:
            self.notice(translated(warning))

    def take_commands(self, commands: dict[str, Callable[[], object]], without: frozenset[str] = frozenset()) -> None:
        """Give these commands of a screen beside those of the window; `without` are the window's that it has no use for."""
        every = self._own | self.jobs.project_commands() | self.tending.commands() | self.comparing.commands() | commands
        self._handlers = {name: call for name, call in every.items() if name not in without}
        self.actions_.fill(self.header.menus, self.offers)
        self.actions_.bar(self.offers)
        self._watch.set_actions(self.actions_.by_key(without=Place.PANES if self.comparing.name == ADJUDICATE else Place.ADJUDICATE))

    def watch(self, pane: QWidget) -> None:
        """Count the keys of a pane, and find its commands on every layout of the keyboard."""
        pane.installEventFilter(self._watch)

    def _connect_screen(self, screen: AnnotateScreen) -> None:
        session = screen.session
        screen.asked.connect(self.give)
        screen.menu_asked.connect(self.views.context_menu)
        screen.changed.connect(self.show_changed)
        screen.sized.connect(self.views.sized)
        screen.deciding.noticed.connect(self.notice)
        screen.deciding.answered.connect(self.meter.decided)
        session.scheme_changed.connect(self._take_labels)
        session.scheme_changed.connect(self.jobs.read_memory)
        session.saving.connect(self.status.show_saving)
        session.saved.connect(self._saved)
        session.failed.connect(self._not_saved)
        session.refused.connect(self.notice)
        session.noticed.connect(self.notice)

    @Slot()
    def close_project(self) -> None:
        """Close the project, if one is open, and show the start screen."""
        screen = self.screen_
        if screen is None:
            return
        self.jobs.stop()
        self.comparing.closing()
        self.remember_project()
        self.actions_.set_panes(())
        self.actions_.set_labels(())
        self._watch.set_actions({})
        self.screen_ = None
        self._handlers = self._own
        self.stack.removeWidget(screen)
        screen.hide()
        screen.close_project()
        screen.deleteLater()
        self.show_start()

    def show_start(self) -> None:
        """Show the start screen."""
        self.stack.setCurrentWidget(self.start)
        self.status.hide()
        self.setWindowTitle(self.tr("Start"))
        self._show_recent()
        self.start.show_keys(self.actions_.keys())
        self.actions_.fill(self.header.menus, self.offers)
        self.views.show_state()
        self._show_person()
        self.show_changed()
        self.start.take_keyboard()

    def _show_recent(self) -> None:
        self.start.show_recent(rows(self.settings.recent, self.means.now()))

    def remember_project(self) -> None:
        """Remember where the project lies, how far it is and which entry is shown."""
        if self.session is not None:
            self.keep(self.settings.with_recent(of_project(self.session, self.means.now())))

    def keep(self, changed: Settings) -> None:
        """Remember settings."""
        self.settings = changed
        try:
            settings.save(changed)
        except OSError as error:
            self.notice(self.tr("What the window remembers could not be kept: {why}.").format(why=error.strerror))

    @Slot(object)
    def _forget(self, path: Path) -> None:
        self.keep(self.settings.without_recent(str(path)))
        self._show_recent()
        self.start.take_keyboard()

    @Slot()
    def choose_person(self) -> None:
        """Ask who labels from now on; an open project is opened anew for that person."""
        try:
            changed = self.persons.choose(self)
        except AnnotatorError as error:
            self.tell_failure(error)
            return
        if changed and self.project is not None:
            path = self.project.path
            self.close_project()
            self.open_path(path)
        self._show_person()

    def _show_person(self) -> None:
        name = self.project.person.name if self.project else self.persons.user().person.name
        self.start.show_person(name)
        self.header.initials.show_name(name)
        self.status.show_person(name)

    # What the screens tell

    @Slot()
    def show_changed(self) -> None:
        """Show what holds now in commands and bars."""
        session = self.session
        self.actions_.enable(holding(session), reasons(session))
        for name in ("undo", "redo"):
            self.actions_[name].setVisible(session is not None)
        self.header.show_buttons()
        if session is None:
            return
        for name, step in (("undo", session.facts.undo), ("redo", session.facts.redo)):
            text = self.tr("Undo") if name == "undo" else self.tr("Redo")
            self.actions_[name].setText(f"{text}: {translated(step)}" if step else text)
        progress = session.facts.progress
        self.status.show_progress(progress.done, progress.total)
        self.status.show_cost(telling.cost(self.meter.total_keys, self.meter.spans))
        self.status.show_keys(telling.status_keys(session, self.actions_.keys()))
        title = bridge.first_line(session.entry.title or session.entry.text) if session.entry else ""
        self.setWindowTitle(" – ".join(part for part in (title, session.project.title) if part))
        self.comparing.show_state()

    @Slot()
    def _take_labels(self) -> None:
        """Give the labels of the scheme their keys; say whose key another command has."""
        screen = self.screen_
        if screen is None:
            return
        refused = self.actions_.set_labels([(each.key, each.shortcut) for each in screen.session.scheme.active])
        self.actions_.fill(self.header.menus, self.offers)
        self._watch.set_actions(self.actions_.by_key())
        screen.set_keys(self.actions_.keys())
        self.comparing.set_keys()
        if refused:
            self.notice(self.tr("The keys of {labels} belong to other commands; give them other ones.").format(labels=", ".join(refused)))

    def show_keys(self) -> None:
        """Show the keys that hold now wherever keys are shown."""
        self.start.show_keys(self.actions_.keys())
        self._take_labels()
        self.show_changed()

    @Slot()
    def _saved(self) -> None:
        self._failed = False
        self._notice.stop()
        self._show_saved()

    @Slot()
    def _show_saved(self) -> None:
        if self.session is not None and self.session.read_only:
            self.status.show_notice(self.tr("Open to look only"))
        elif not self._failed:
            self.status.show_saved()

    @Slot(object)
    def _not_saved(self, error: AnnotatorError) -> None:
        self._failed = True
        self.status.show_failure(translated(error.sentence), action=self.tr("Try again"))
        if self.logs is not None:
            self.logs.failure(error)

    @Slot()
    def _retry(self) -> None:
        if self.screen_ is not None:
            self.screen_.session.retry()
            self.screen_.view.setFocus()

    @Slot(str)
    def notice(self, sentence: str) -> None:
        """Say a sentence for some seconds in the place of "Saved"; a failure is not covered by it."""
        if not self._failed:
            self.status.show_notice(sentence)
            self._notice.start()

    @Slot(object)
    def tell_failure(self, error: BaseException) -> None:
        """Tell a failure in a dialog."""
        counts = {} if self.project is None else {"entries": self.project.entries.progress().total}
        Problem.tell(self, self.theme, error, self.logs, settings={"appearance": self.settings.appearance}, counts=counts)

    # What the system tells

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.start.drop.show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show the field at rest."""
        self.start.drop.show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a project that was dropped, or bring texts in."""
        self.start.drop.show_over(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.jobs.take_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place of the window, close the project, end all work."""
        self.keep(replace(self.settings, geometry=bytes(self.saveGeometry().toHex().data()).decode("ascii")))
        self.close_project()
        self.jobs.close()
        event.accept()
