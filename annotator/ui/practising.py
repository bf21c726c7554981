"""The practice round in the window: once such an entry is done, its person is told how the work differs from what is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from annotator.core.errors import AnnotatorError
from annotator.core.model import State
from annotator.ui.sentences import translated

if TYPE_CHECKING:
    from annotator.ui.window import Window


class Practising(QObject):
    """Tells, and notes in the log that it was told."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands by their ids."""
        return {"feedback": self.ask}

    def ask(self) -> None:
        """Tell once more of the entry that is shown."""
        session = self._window.session
        if session is None or session.row is None:
            return
        if not session.project.entries.is_practice(session.row):
            self._window.notice(self.tr("This entry is not one to practise on."))
        else:
            self.tell(session.row)

    @Slot(int)
    def tell(self, row: int) -> None:
        """Tell of an entry that is done how it differs from what is right; why not, where it cannot be told."""
        window, project = self._window, self._window.project
        if project is None:
            return
        try:
            found = project.practice.feedback(row)
        except AnnotatorError as error:
            window.notice(translated(error.sentence))
            return
        if found is None:
            window.notice(self.tr("What is right here is not in this file."))
            return
        left = sum(project.entries.state(each) is not State.DONE for each in project.entries.practice())
        from annotator.ui.dialogs.feedback import PracticeFeedback  # where there is practice: most projects have none

        PracticeFeedback.tell(window, window.theme, found, left=left)
        if not project.read_only:
            project.practice.seen(found)
