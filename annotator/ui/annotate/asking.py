"""What the annotate screen asks in a dialog: a label, a remark, a corrected title, date or author."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from annotator.core.ids import Id
from annotator.ui.annotate.deciding import Deciding
from annotator.ui.annotate.session import Session
from annotator.ui.bridge import first_line
from annotator.ui.dialogs.comment import Comment
from annotator.ui.dialogs.edit_field import EditField
from annotator.ui.label_popup import LabelPopup, beside, label_offers
from annotator.ui.reading_column import ReadingColumn
from annotator.ui.theme import Theme

CORRECTED = ("title", "published", "author")
"""What of an entry can be corrected."""


def label(parent: QWidget, theme: Theme, deciding: Deciding, view: ReadingColumn, keys: Mapping[str, str]) -> Id | None:
    """Ask at the text which label the selection, the focused mark or the word at the caret gets; None where nobody wants one.

    `keys` holds the key of each command and label that works now, by its id.
    """
    session, place = deciding.session, deciding.place()
    if place is None or session.entry is None or session.read_only:
        return None
    found = session.focused_thing()
    given = found.label if found is not None and (found.start, found.end) == place else None
    caps = {each.key: keys.get(f"label {each.key}", "") for each in session.scheme.active}
    chosen = LabelPopup.ask(
        parent, theme, label_offers(session.scheme, caps, given), beside(view, *place), session.entry.text[slice(*place)]
    )  # fmt: skip
    return chosen if isinstance(chosen, bytes) else None


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
