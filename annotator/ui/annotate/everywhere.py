"""What the annotate screen asks about a mention across entries: every same one, and where the own layer disagrees with itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.core.model import Span
from annotator.project.consistency import Inconsistent, Survey
from annotator.project.desk import NOTHING, Changed
from annotator.project.door import Project
from annotator.project.everywhere import Asked, Everywhere
from annotator.project.recall import Known
from annotator.ui.annotate.session import Session
from annotator.ui.dialogs.consistency import ConsistencyView
from annotator.ui.dialogs.every_same import About, Chosen, EverySameMention
from annotator.ui.numerals import numeral
from annotator.ui.tasks import Handle, Work
from annotator.ui.theme import Theme
from annotator.ui.waiting import Waiting

_FEW = 300
"""Up to so many decisions are made while the person's key is still down; more in another thread, with progress."""
T = TypeVar("T")


def _tr(text: str) -> str:
    return QCoreApplication.translate("everywhere", text)


def every_same(parent: QWidget, theme: Theme, session: Session) -> None:
    """Ask about the focused span or suggestion, and decide for the places that were ticked."""
    found, entry = session.focused_thing(), session.entry
    if found is None or entry is None:
        return
    words = entry.text[found.start : found.end]
    source = session.project.every_same.source_of(entry.row)
    _decide(parent, theme, session, About(words, found.label, entry.row, source, found.start, mine=isinstance(found, Span)))


def consistency(parent: QWidget, theme: Theme, session: Session) -> None:
    """List what is not labelled alike, and decide from there, until the person closes the list."""
    held: Survey | None = None
    while True:
        look = partial(_beside, session.project, _survey)
        answer = ConsistencyView.ask(parent, theme, session.scheme, look, held=held)
        if answer is None:
            return
        mention, held = answer
        if not session.read_only and _decide(parent, theme, session, _about(session, mention)):
            held = None


def _about(session: Session, mention: Inconsistent) -> About:
    row = session.row or 0
    return About(mention.mention, mention.usual, row, session.project.every_same.source_of(row), -1)


def _decide(parent: QWidget, theme: Theme, session: Session, about: About) -> bool:
    project = session.project
    known = project.recall.known(about.words)
    chosen = EverySameMention.ask(parent, theme, session.scheme, about, partial(_look, project, known))
    if chosen is None:
        return False
    if len(chosen.hits) <= _FEW:
        return session.decide(partial(project.every_same.apply, chosen.asked, chosen.hits))
    return session.decide(partial(_applied, parent, theme, project, chosen))


def _applied(parent: QWidget, theme: Theme, project: Project, chosen: Chosen) -> Changed:
    """Decide in another thread, over a connection of its own; nobody can decide beside, since the dialog is modal."""
    work = Work(threads=1)
    keys, seconds = project.desk.cost()
    call = partial(_apply, chosen, (keys, seconds))
    title = _tr("Deciding for {n} places").format(n=numeral(len(chosen.hits)))
    try:
        changed = Waiting.wait(parent, theme, title, chosen.asked.mention, work, partial(_beside, project, call, writing=True))
    finally:
        work.close()
    if changed is None:
        return NOTHING
    project.desk.forget()
    return project.desk.tell(changed)


def _apply(chosen: Chosen, cost: tuple[int, float], beside: Project, handle: Handle) -> Changed:
    def told(done: int, total: int) -> None:
        handle.check()
        handle.progress(done, total)

    beside.desk.cost = lambda: cost
    return beside.every_same.apply(chosen.asked, chosen.hits, progress=told)


def _look(project: Project, known: Known | None, asked: Asked, handle: Handle) -> Everywhere:
    def look(beside: Project, handle: Handle) -> Everywhere:
        return beside.every_same.preview(asked, known=known, progress=handle.progress, stopped=handle.is_cancelled)

    return _beside(project, look, handle)


def _survey(beside: Project, handle: Handle) -> Survey:
    return beside.consistency.survey(progress=handle.progress, stopped=handle.is_cancelled)


def _beside(project: Project, call: Callable[[Project, Handle], T], handle: Handle, *, writing: bool = False) -> T:
    """Call a function with the same project opened once more, for this thread."""
    beside = project.beside(writing=writing)
    try:
        return call(beside, handle)
    finally:
        beside.close()
