"""What the annotate screen asks in a dialog: a remark, a corrected title, date or author."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from annotator.ui.annotate.session import Session
from annotator.ui.bridge import first_line
from annotator.ui.dialogs.comment import Comment
from annotator.ui.dialogs.edit_field import EditField
from annotator.ui.theme import Theme


def comment(parent: QWidget, theme: Theme, session: Session) -> None:
    """Ask for a remark on the focused span, or else on the entry; the own last remark on it is offered to be changed."""
    if session.entry is None:
        return
    span = session.focused_span()
    about = span.id if span else None
    words = session.entry.text[span.start : span.end] if span else first_line(session.entry.title or session.entry.text)
    mine = [each for each in session.comments if each.author == session.project.person.id and each.about == about]
    old = mine[-1] if mine else None
    text = Comment.ask(parent, theme, words, text=old.text if old else "")
    if text is not None:
        call = partial(session.project.entries.comment, session.entry.row, text, about=about, comment=old.id if old else None)
        session.decide(call)


def correct(parent: QWidget, theme: Theme, session: Session, name: str) -> None:
    """Ask for another title, date (`published`) or author of the entry."""
    if session.entry is None:
        return
    written = session.entry.published_written if name == "published" else ""
    value = EditField.ask(parent, theme, name, str(getattr(session.entry, name)), written=written)
    if value is not None:
        session.decide(partial(session.project.entries.correct, session.entry.row, name, value))
