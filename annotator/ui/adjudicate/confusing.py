"""Which labels are taken for which, worked out in another thread: the order of the list that puts the most confusable first needs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from annotator.core.errors import AnnotatorError
from annotator.project.door import Project
from annotator.ui.adjudicate.list_pane import Sorting
from annotator.ui.beside import beside
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Task, Work

Shares = Mapping[frozenset[str | None], float]
"""How often two labels are taken for each other, of 1; None is "no entity"."""


class Confusing(QObject):
    """Holds the shares that were worked out last. `wanted`: the order is chosen and seen, so that what is not known is worked out."""

    told = Signal()
    """The shares are known now, or could not be worked out."""
    failed = Signal(str)
    """Why they could not, in a sentence."""

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._work = Work(self, threads=1)
        self._task: Task | None = None
        self._fresh = self._wanted = self._settling = False
        self._listed = self._chosen = Sorting.TEXT
        self.shares: Shares | None = None

    @property
    def busy(self) -> bool:
        """Whether they are being worked out."""
        return self._task is not None

    def choose(self, sorting: Sorting) -> None:
        """Say which order a person chose. Shares of older decisions are not what a list is put into another order by."""
        if sorting is not self._chosen and not self._fresh:
            self.shares = None
        self._chosen = sorting
        self.want(True)

    def sorting(self) -> Sorting:
        """Return the order in which cases are listed now: the one before until it is known what is confused."""
        if self._chosen is not Sorting.CONFUSABLE or self.shares is not None:
            self._listed = self._chosen
        return self._listed

    def want(self, seen: bool) -> None:
        """Say whether the list is seen; what is not wanted any more is given up."""
        self._wanted = seen and self._chosen is Sorting.CONFUSABLE
        if not self._wanted:
            self._give_up()
        elif not self._fresh and self._task is None:
            self._start()

    def outdated(self) -> None:
        """Hear that somebody decided: the shares are others now. Those that were known hold until the new ones are."""
        if not self._settling:
            self._fresh = False
            self._give_up()
            self.want(self._wanted)

    @contextmanager
    def settling(self) -> Iterator[None]:
        """What is decided meanwhile is in the adjudicated layer, which is not compared."""
        self._settling = True
        try:
            yield
        finally:
            self._settling = False

    def close(self) -> None:
        """Give up, and wait until nothing reads the project any more."""
        self._give_up()
        self._work.close()

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _start(self) -> None:
        self._task = task = self._work.start(partial(beside, self._project, _worked_out))
        task.finished.connect(self._take)
        task.failed.connect(self._not_known)

    @Slot(object)
    def _take(self, shares: Shares) -> None:
        self._task, self._fresh, self.shares = None, True, shares
        self.told.emit()

    @Slot(object)
    def _not_known(self, error: BaseException) -> None:
        self._task = None
        self.told.emit()
        if not isinstance(error, AnnotatorError):
            raise error
        self.failed.emit(translated(error.sentence))


def _worked_out(project: Project, handle: Handle) -> Shares:
    def told(_done: int, _total: int) -> None:
        handle.check()

    return project.studying.confusable(progress=told)
