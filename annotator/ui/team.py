"""Several people: hand entries out, and bring their files together. Long work goes over a connection of its own, beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.errors import AnnotatorError
from annotator.project.door import Means, User, open_beside
from annotator.project.merging import Brought
from annotator.ui.dialogs.bring_together import BringTogether, Said
from annotator.ui.dialogs.hand_out import HandOut
from annotator.ui.numerals import numeral
from annotator.ui.tasks import Handle, Work
from annotator.ui.waiting import Waiting

if TYPE_CHECKING:
    from annotator.ui.window import Window

_NOTHING = Said((), {})


class Team(QObject):
    """The commands of whoever keeps the hub."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands by their ids."""
        return {"hand-out": self.hand_out, "bring-together": self.ask_files}

    def hand_out(self) -> None:
        """Deal entries out, change who labels what, write bundles."""
        window, project = self._window, self._window.project
        if project is not None:
            HandOut.open_for(window, window.theme, project)

    def ask_files(self) -> None:
        """Ask for files and bring them together with the project."""
        project = self._window.project
        if project is None or project.read_only:
            return
        words, kinds = self.tr("Files that others handed back"), self.tr("Projects (*.annotator)")
        files = BringTogether.ask_files(self._window, project.path.parent, words, kinds)
        if files:
            self.bring(files)

    def bring(self, files: Sequence[Path]) -> None:
        """Say what files would bring in, and bring it in where the person wants it. A broken file is told and changes nothing."""
        window, project = self._window, self._window.project
        if project is None or project.read_only:
            return
        window.jobs.stop()
        try:
            found = self._merged(self.tr("Looking at the files"), files, _NOTHING, dry_run=True)
            said = None if found is None else BringTogether.ask(window, window.theme, found, project.scheme.value)
            brought = None if said is None else self._merged(self.tr("Bringing together"), files, said, dry_run=False)
        except AnnotatorError as error:
            window.tell_failure(error)
            return
        if brought is not None and window.session is not None:
            window.session.reload()
            new = sum(each.decisions for each in brought)
            window.notice(self.tr("{n} {n:decision|decisions} came in.").format(n=numeral(new)))

    def _merged(self, title: str, files: Sequence[Path], said: Said, *, dry_run: bool) -> list[Brought] | None:
        window, project = self._window, self._window.project
        assert project is not None
        work = Work(self, threads=1)
        call = partial(_merge, project.path, window.persons.user(), window.means, tuple(files), said, dry_run)
        try:
            return Waiting.wait(window, window.theme, title, ", ".join(each.name for each in files), work, call)
        finally:
            work.close()
            work.deleteLater()


def _merge(path: Path, who: User, means: Means, files: Sequence[Path], said: Said, dry_run: bool, handle: Handle) -> list[Brought]:
    def told(done: int, total: int) -> None:
        handle.check()
        handle.progress(done, total)

    project = open_beside(path, who, means)
    try:
        return project.merging.merge(files, dry_run=dry_run, join=said.join, map_labels=said.maps, progress=told)
    finally:
        project.close()
