"""What holds now, for the commands that need it."""

from __future__ import annotations

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
