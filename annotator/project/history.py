"""Undo and redo: steps of this person on this device, found in the log, so that they survive a restart."""

from __future__ import annotations

from annotator.core.decisions import Kind
from annotator.project.desk import NOTHING, Changed, Desk
from annotator.store import log


class History:
    """What can be undone and redone, by name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def undo_name(self) -> str | None:
        """The name of the step that undo would take back, or None."""
        step = log.step_to_undo(self._desk.conn, self._desk.author)
        return None if step is None else step.name

    @property
    def redo_name(self) -> str | None:
        """The name of the step that redo would bring back, or None."""
        step = log.step_to_redo(self._desk.conn, self._desk.author)
        return None if step is None else step.name

    @property
    def undo_weight(self) -> int:
        """About how many spans and decisions the next undo goes over; a step on the scheme goes over all of the project."""
        return self._weight(log.step_to_undo(self._desk.conn, self._desk.author))

    @property
    def redo_weight(self) -> int:
        """About how many spans and decisions the next redo goes over."""
        undone = log.step_to_redo(self._desk.conn, self._desk.author)
        return 0 if undone is None or undone.cancels is None else self._weight(log.step_row(self._desk.conn, undone.cancels))

    def _weight(self, step: log.StepRow | None) -> int:
        return 0 if step is None else log.weight(self._desk.conn, step.id)

    def undo(self) -> Changed:
        """Take back the last step that counts; nothing where there is none."""
        step = log.step_to_undo(self._desk.conn, self._desk.author)
        return NOTHING if step is None else self._desk.cancel(Kind.UNDO, step.name, step.id)

    def redo(self) -> Changed:
        """Bring back the step that was undone last, unless something was decided since."""
        step = log.step_to_redo(self._desk.conn, self._desk.author)
        return NOTHING if step is None else self._desk.cancel(Kind.REDO, step.name, step.id)
