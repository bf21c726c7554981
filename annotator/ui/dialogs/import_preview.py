"""Files before they come in: what will be taken, what is repaired or left out, the entries as they will be. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.model import Scheme
from annotator.project import offered
from annotator.project.door import Project
from annotator.project.reports import ImportOptions, Preview
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.import_lists import readable_files
from annotator.ui.dialogs.import_panes import ImportPanes
from annotator.ui.dialogs.import_state import Incoming, as_table, findings, summed
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Task, Work
from annotator.ui.theme import Theme

Read = Callable[[Path, ImportOptions, Callable[[], bool]], Preview]
"""Reads a file for a look: path, options, and a function that says whether to give up. Called off the GUI thread."""

REREAD_MS = 200
_SIZE, _LEAST = (1440, 900), (960, 600)


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file to be taken in with these options; `entries` is how many the preview counted."""

    path: Path
    options: ImportOptions
    entries: int


def reader(project: Project) -> Read:
    """Return what reads a file for its preview; it is called in other threads, so it opens the project anew each time."""

    def read(path: Path, options: ImportOptions, cancelled: Callable[[], bool]) -> Preview:
        again = project.beside(writing=True)  # nothing but a temporary table is written, which a connection that only reads may not have
        try:
            return again.imports.preview(path, options, cancelled=cancelled)
        finally:
            again.close()

    return read


class ImportPreview(Dialog):
    """The import dialog. It reads in its own thread and abandons what a changed setting made out of date."""

    reread = Signal()
    """A file was read, or could not be; for tests."""

    def __init__(self, parent: QWidget | None, theme: Theme, read: Read, scheme: Scheme, title: str, paths: Sequence[Path]) -> None:
        super().__init__(parent, theme, self.tr("Import text"), self.tr("Import"), width=0)
        self._read, self._files, self._current = read, list[Incoming](), 0
        self._work = Work(self, threads=1)
        self._tasks: dict[Path, Task] = {}
        self._waiting: dict[Path, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REREAD_MS)
        self._timer.timeout.connect(self._reread)
        self.sheet.removeWidget(self.title)
        self.title.hide()
        self.sheet.setContentsMargins(0, 0, 0, 0)
        self.panes = ImportPanes(theme, scheme, title, self.ground)
        self.sheet.addWidget(self.panes)
        self.panes.files.chosen.connect(self._choose)
        self.panes.files.dropped.connect(self._drop)
        self.panes.settings.changed.connect(self._settings_changed)
        self.panes.add.clicked.connect(self._add)
        self.panes.save.clicked.connect(self._save_list)
        self.setAcceptDrops(True)
        self.setSizeGripEnabled(False)
        self._resize()
        self.add_files(paths)
        self.panes.files.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, project: Project, paths: Sequence[Path]) -> tuple[ChosenFile, ...] | None:
        """Return the files to take in, with their options, in their order; None where the person cancelled."""
        dialog = cls(parent, theme, reader(project), project.scheme.value, project.title, paths)
        return dialog.value if dialog.run() else None

    @classmethod
    def ask_files(cls, parent: QWidget | None, folder: Path) -> tuple[Path, ...]:
        """Return files that a person chooses in the system's dialog; () for none."""
        known = " ".join(f"*{suffix}" for suffix in sorted({suffix for each in offered.readable() for suffix in each.suffixes}))
        kinds = _tr("Texts ({known});;All files (*)").format(known=known)
        names, _ = QFileDialog.getOpenFileNames(parent, _tr("Import text"), str(folder), kinds)
        return tuple(Path(name) for name in names)

    @classmethod
    def ask_list_path(cls, parent: QWidget) -> Path | None:
        """Return where the list of findings is to be written, or None."""
        name, _ = QFileDialog.getSaveFileName(parent, _tr("Save list"), "import.tsv", _tr("Table (*.tsv)"))
        return Path(name) if name else None

    @property
    def value(self) -> tuple[ChosenFile, ...]:
        """The files that will come in."""
        return tuple(ChosenFile(each.path, each.options, each.taken) for each in self._files if each.ready)

    @property
    def incoming(self) -> tuple[Incoming, ...]:
        """All files, as far as they are read."""
        return tuple(self._files)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Put files on the list, those that are on it already left out, and read them."""
        known = {each.path for each in self._files}
        new = [Incoming(path) for path in readable_files(paths) if path not in known]
        self._files += new
        for each in new:
            self._start(each.path)
        self._show()

    def done(self, result: int) -> None:
        """End: reading stops before the dialog goes."""
        self._timer.stop()
        self._work.close()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped."""
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _resize(self) -> None:
        px, parent = self.theme.px, self.parentWidget()
        screen = self.screen().availableSize()
        least = QSize(px(_LEAST[0]), px(_LEAST[1])).boundedTo(screen)
        most = QSize(px(_SIZE[0]), px(_SIZE[1])).boundedTo(screen)
        room = parent.window().size() if parent is not None else most
        self.setMinimumSize(least)
        self.resize(room.boundedTo(most).expandedTo(least))

    def _at(self, path: Path) -> int | None:
        return next((at for at, each in enumerate(self._files) if each.path == path), None)

    def _start(self, path: Path) -> None:
        at = self._at(path)
        if at is None:
            return
        if path in self._tasks:
            self._tasks.pop(path).abandon()
        self._files[at] = replace(self._files[at], reading=True, error="")
        options, read = self._files[at].options, self._read

        def look(handle: Handle) -> tuple[Path, Preview | AnnotatorError]:
            try:
                return path, read(path, options, handle.is_cancelled)
            except AnnotatorError as error:
                return path, error

        task = self._tasks[path] = self._work.start(look)
        task.finished.connect(self._have_read)
        task.failed.connect(self._broke)

    @Slot(object)
    def _have_read(self, answer: tuple[Path, Preview | AnnotatorError]) -> None:
        path, found = answer
        self._tasks.pop(path, None)
        at = self._at(path)
        if at is not None:
            if isinstance(found, Preview):
                self._files[at] = replace(self._files[at], preview=found, found=found.report.format, error="", reading=False)
            else:
                self._files[at] = replace(self._files[at], preview=None, error=translated(found.sentence), reading=False)
            self._show()
        self.reread.emit()

    @Slot(object)
    def _broke(self, error: Exception) -> None:
        # Our own mistake: the hook for what nobody caught writes it to the log and tells it.
        for at, each in enumerate(self._files):
            if each.reading:
                sentence = self.tr("{name} could not be read because of a mistake in the program.").format(name=each.path.name)
                self._files[at] = replace(each, preview=None, error=sentence, reading=False)
        self._tasks.clear()
        self._show()
        raise error

    @Slot(int)
    def _choose(self, at: int) -> None:
        self._current = at
        self._show()

    @Slot(int)
    def _drop(self, at: int) -> None:
        path = self._files.pop(at).path
        self._waiting.pop(path, None)
        if path in self._tasks:
            self._tasks.pop(path).abandon()
        self._current = max(0, min(self._current, len(self._files) - 1))
        self._show()

    @Slot(object, str)
    def _settings_changed(self, options: ImportOptions, wrong: str) -> None:
        if not self._files:
            return
        self._files[self._current] = replace(self._files[self._current], options=options, wrong=wrong)
        if wrong:
            self._timer.stop()
            self._show()
        else:
            path = self._files[self._current].path
            self._files[self._current] = replace(self._files[self._current], reading=True)
            if path in self._tasks:
                # What it reads is out of date: its end must not count as the answer to the new settings.
                self._tasks.pop(path).abandon()
            self._waiting[path] = None
            self._timer.start()
            self._show_foot()

    @Slot()
    def _reread(self) -> None:
        for path in self._waiting:
            self._start(path)
        self._waiting.clear()
        self._show()

    @Slot()
    def _add(self) -> None:
        folder = self._files[-1].path.parent if self._files else Path.home()
        self.add_files(self.ask_files(self, folder))

    @Slot()
    def _save_list(self) -> None:
        path = self.ask_list_path(self)
        if path is None:
            return
        try:
            path.write_text(as_table(findings(self._files)), encoding="utf-8")
        except OSError as error:
            self.say(self.tr("The list could not be written to {path}: {why}").format(path=path, why=error.strerror), "")
        else:
            self.say(self.tr("The list was written to {path}").format(path=path), "")

    def _show(self) -> None:
        self.panes.show_all(self._files, self._current)
        self._show_foot()

    def _show_foot(self) -> None:
        total = summed([each for each in self._files if each.ready])
        left = [each for each in self._files if not each.ready and not each.reading]
        busy = any(each.reading for each in self._files)
        second = ""
        if len(left) == 1:
            why = left[0].wrong or left[0].error or self._nothing_of(left[0])
            second = self.tr("{name} is left out: {why}").format(name=left[0].path.name, why=why)
        elif left:
            second = self.tr("{n} files are left out: {names}").format(
                n=numeral(len(left)), names=", ".join(each.path.name for each in left)
            )
        self.say("", " ".join(part for part in (self.tr("Nothing is written before you say import."), second) if part))
        self.set_verb(_verb(total.taken, total.spans_taken), possible=any(each.ready for each in self._files) and not busy)

    def _nothing_of(self, file: Incoming) -> str:
        known = file.preview is not None and file.preview.report.entries.known > 0
        return self.tr("all its entries are here already") if known else self.tr("it holds no entry")


def _verb(entries: int, spans: int) -> str:
    if entries == 0:
        return _tr("Import {n} {n:span|spans}").format(n=numeral(spans)) if spans > 0 else _tr("Import")
    return _tr("Import one entry") if entries == 1 else _tr("Import {n} entries").format(n=numeral(entries))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportPreview", text)
