"""What the annotate screen asks about a mention across entries: every same one, and where the own layer disagrees with itself."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.core.ids import Id
from annotator.core.model import Span
from annotator.project.consistency import Inconsistent, Survey
from annotator.project.desk import NOTHING, Changed
from annotator.project.door import Project
from annotator.project.everywhere import Asked, Everywhere, Hit
from annotator.project.recall import Known
from annotator.ui.annotate.session import Session
from annotator.ui.beside import beside, decided
from annotator.ui.dialogs.consistency import ConsistencyView
from annotator.ui.dialogs.every_same import About, Chosen, EverySameMention
from annotator.ui.numerals import numeral
from annotator.ui.tasks import Handle
from annotator.ui.theme import Theme

Go = Callable[[int, int, int], object]
"""Shows a place: row of the entry, start and end."""
_FEW = 300
"""Up to so many decisions are made while the person's key is still down; more in another thread, with progress."""


class Outcome(Enum):
    """What came of asking about a mention."""

    NOTHING = "nothing"
    DECIDED = "decided"
    GONE = "gone"


def _tr(text: str) -> str:
    return QCoreApplication.translate("everywhere", text)


def every_same(
    parent: QWidget, theme: Theme, session: Session, place: tuple[int, int] | None, ask: Callable[[], Id | None], go: Go
) -> None:
    """Ask about what is in hand at a place, and decide for the places that were ticked, or go to the one that was chosen.

    Where that is no span or suggestion, but a selection or the word at the caret, `ask` tells the label.
    """
    found, entry = session.focused_thing(), session.entry
    if place is None or entry is None:
        return
    label = found.label if found is not None and (found.start, found.end) == place else ask()
    if label is None:
        return
    words = entry.text[slice(*place)]
    source = session.project.every_same.source_of(entry.row)
    _decide(parent, theme, session, About(words, label, entry.row, source, place[0], mine=isinstance(found, Span)), go)


def consistency(parent: QWidget, theme: Theme, session: Session, go: Go) -> None:
    """List what is not labelled alike, and decide from there, until the person closes the list or goes to a place."""
    held: Survey | None = None
    while True:
        look = partial(beside, session.project, _survey)
        answer = ConsistencyView.ask(parent, theme, session.scheme, look, held=held)
        if answer is None:
            return
        mention, held = answer
        outcome = _decide(parent, theme, session, _about(session, mention), go)
        if outcome is Outcome.GONE:
            return
        if outcome is Outcome.DECIDED:
            held = None


def _about(session: Session, mention: Inconsistent) -> About:
    row = session.row or 0
    return About(mention.mention, mention.usual, row, session.project.every_same.source_of(row), -1)


def _decide(parent: QWidget, theme: Theme, session: Session, about: About, go: Go) -> Outcome:
    project = session.project
    known = project.recall.known(about.words)
    chosen = EverySameMention.ask(parent, theme, session.scheme, about, partial(_look, project, known), read_only=session.read_only)
    if isinstance(chosen, Hit):
        go(chosen.entry, chosen.start, chosen.end)
        return Outcome.GONE
    if chosen is None:
        return Outcome.NOTHING
    apply = partial(project.every_same.apply, chosen.asked, chosen.hits)
    call = apply if len(chosen.hits) <= _FEW else partial(_applied, parent, theme, project, chosen)
    return Outcome.DECIDED if session.decide(call) else Outcome.NOTHING


def _applied(parent: QWidget, theme: Theme, project: Project, chosen: Chosen) -> Changed:
    title = _tr("Deciding for {n} places").format(n=numeral(len(chosen.hits)))
    return decided(parent, theme, project, title, chosen.asked.mention, partial(_apply, chosen)) or NOTHING


def _apply(chosen: Chosen, again: Project) -> Changed:
    return again.every_same.apply(chosen.asked, chosen.hits, progress=again.desk.advance)


def _look(project: Project, known: Known | None, asked: Asked, handle: Handle) -> Everywhere:
    def look(again: Project, handle: Handle) -> Everywhere:
        return again.every_same.preview(asked, known=known, progress=handle.progress, stopped=handle.is_cancelled)

    return beside(project, look, handle)


def _survey(again: Project, handle: Handle) -> Survey:
    return again.consistency.survey(progress=handle.progress, stopped=handle.is_cancelled)
