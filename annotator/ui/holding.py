"""What holds now, for the commands that need it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotator.ui.annotate.session import Session
from annotator.ui.commands import When


def holding(session: Session | None) -> dict[When, bool]:
    """Return what holds, for the commands that need it."""
    entry = session is not None and session.entry is not None
    writable = session is not None and not session.read_only
    marks = session is not None and bool(session.marks.spans or session.marks.pending)
    focus = session is not None and session.focused is not None
    facts = session.facts if session is not None and writable else None
    return {
        When.ALWAYS: True, When.PROJECT: session is not None, When.WRITABLE: writable, When.ENTRY: entry, When.DECIDING: entry and writable,
        When.MARKS: marks, When.FOCUS: focus and writable,
        When.UNDO: facts is not None and facts.undo is not None, When.REDO: facts is not None and facts.redo is not None,
    }  # fmt: skip


def reasons(session: Session | None) -> Mapping[When, str]:
    """Return why what does not hold does not, for the commands that need it: a sentence for a tooltip."""
    if session is None:
        return dict.fromkeys(When, _tr("No project is open."))
    if session.read_only:
        looking = _tr("This window can only look: the project is open elsewhere.")
        writing = (When.WRITABLE, When.DECIDING, When.FOCUS, When.UNDO, When.REDO)
        return {**dict.fromkeys(When, _tr("No entry is shown.")), **dict.fromkeys(writing, looking)}
    return {
        **dict.fromkeys(When, _tr("No entry is shown.")),
        When.MARKS: _tr("Nothing is marked or suggested in this entry."), When.FOCUS: _tr("No span or suggestion has the focus."),
        When.UNDO: _tr("Nothing is there to undo."), When.REDO: _tr("Nothing is there to redo."),
    }  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("holding", text)
