"""What is decided, said aloud: a screen reader hears what came of a key without looking for it.

`QAccessibleAnnouncementEvent` is there from Qt 6.8 on, the oldest that the program runs with. Nothing is worked out while no assistive
technology listens. What several signals of one key tell is said as one sentence, for a second announcement cuts the first one short.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from annotator.core.ids import Id
from annotator.core.model import Span, State
from annotator.ui.annotate.order import Anything
from annotator.ui.annotate.session import Session
from annotator.ui.bridge import first_line
from annotator.ui.marks import score_text
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated

_FEW = 3
"""Up to so many changes of one step are named; of more only the number is said."""


def announce(source: QObject, sentence: str, *, urgent: bool = False) -> None:
    """Let a screen reader say a sentence, after what it is saying now or, if `urgent`, at once."""
    if sentence and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(source, sentence)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


class Speaker(QObject):
    """Follows one session and says what happens in it."""

    def __init__(
        self,
        session: Session,
        view: QWidget,
        *,
        say: Callable[[QObject, str], None] = announce,
        active: Callable[[], bool] = QAccessible.isActive,
    ) -> None:
        """`view` is where the keyboard is while one labels. `say` and `active` stand in for the screen reader in tests."""
        super().__init__(view)
        self._session, self._view, self._say, self._active = session, view, say, active
        self._row: int | None = None
        self._open = False
        self._before: dict[Id, Anything] = {}
        self._parts: list[str] = []
        self._focus: Id | None = None
        self._decided = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._flush)
        session.marks_changed.connect(self._marks_changed)
        session.focus_changed.connect(self._focus_changed)
        session.entry_changed.connect(self._entry_changed)
        session.saved.connect(self._saved)
        session.went_back.connect(self._went_back)
        session.went_forward.connect(self._went_forward)

    def _add(self, part: str) -> None:
        self._parts.append(part)
        self._soon.start()

    @Slot()
    def _flush(self) -> None:
        parts, self._parts, self._decided = self._parts, [], False
        self._say(self._view, ". ".join(dict.fromkeys(part for part in parts if part)))

    # What changed

    @Slot()
    def _marks_changed(self) -> None:
        if not self._active():
            return
        before, now = self._before, {each.id: each for each in self._session.order}
        self._before = now
        if self._session.row != self._row:
            return
        new = [each for each in now.values() if before.get(each.id) != each and isinstance(each, Span)]
        gone = [each for each in before.values() if each.id not in now and not self._answered(each, new)]
        told = [self._told(each, before) for each in new] + [self._lost(each) for each in gone]
        self._decided = bool(told)
        if len(told) > _FEW:
            told = [self.tr("{n} changed here").format(n=numeral(len(told)))]
        for each in told:
            self._add(each)
        if self._session.focused != self._focus:
            self._focus_changed()

    def _answered(self, old: Anything, new: Sequence[Anything]) -> bool:
        """Tell whether a suggestion went because a new span stands on its words."""
        return not isinstance(old, Span) and any(old.start < each.end and each.start < old.end for each in new)

    def _told(self, span: Anything, before: dict[Id, Anything]) -> str:
        old, label, words = before.get(span.id), self._label(span), self._words(span)
        if old is not None and old.label != span.label:
            return self.tr("{words} is {label} now").format(words=words, label=label)
        if old is not None:
            return self.tr("{label} moved: {words}").format(label=label, words=words)
        if any(not isinstance(each, Span) and each.place == span.place for each in before.values()):
            return self.tr("{label} accepted: {words}").format(label=label, words=words)
        return self.tr("{label} given: {words}").format(label=label, words=words)

    def _lost(self, old: Anything) -> str:
        words = self.tr("{label} removed: {words}") if isinstance(old, Span) else self.tr("{label} gone: {words}")
        return words.format(label=self._label(old), words=self._words(old))

    def _label(self, thing: Anything) -> str:
        label = self._session.scheme.by_id(thing.label)
        return label.key if label else "?"

    def _words(self, thing: Anything) -> str:
        return "" if self._session.entry is None else " ".join(self._session.entry.text[thing.start : thing.end].split())

    @Slot()
    def _focus_changed(self) -> None:
        self._focus = self._session.focused
        found = self._session.focused_thing() if self._active() else None
        if found is not None:
            self._add(self._focused(found))

    def _focused(self, found: Anything) -> str:
        if isinstance(found, Span):
            return self.tr("{words}, {label}, yours").format(words=self._words(found), label=self._label(found))
        told = self.tr("{words}, {label} suggested").format(words=self._words(found), label=self._label(found))
        return f"{told}, {score_text(found.score)}" if found.score is not None else told

    @Slot()
    def _entry_changed(self) -> None:
        session = self._session
        row, was_open = self._row, self._open
        self._row = session.row
        if not self._active():
            return
        self._open = session.state not in (State.DONE, State.SKIPPED)
        self._before = {each.id: each for each in session.order}
        entry = session.entry
        if entry is None:
            return
        title = first_line(entry.title or entry.text)
        state = session.project.entries.state(row) if row is not None and was_open and row != session.row else None
        if state is State.DONE:
            self._add(self.tr("Entry done, next: {title}").format(title=title))
        elif state is State.SKIPPED:
            self._add(self.tr("Entry skipped, next: {title}").format(title=title))
        else:
            self._add(title)
        self._focus_changed()

    @Slot()
    def _saved(self) -> None:
        if self._active() and self._decided:
            self._decided = False
            self._add(self.tr("Saved"))

    @Slot(str)
    def _went_back(self, step: str) -> None:
        self._went(self.tr("Undone: {step}"), step)

    @Slot(str)
    def _went_forward(self, step: str) -> None:
        self._went(self.tr("Again: {step}"), step)

    def _went(self, words: str, step: str) -> None:
        """Say the step in the place of what it changed."""
        if self._active():
            self._parts.clear()
            self._add(words.format(step=translated(step)))
            self._focus_changed()
