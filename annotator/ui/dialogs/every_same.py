"""Every same mention: where it stands, what is there now, and one decision for all that are ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.ids import Id
from annotator.core.mentions import normal
from annotator.core.model import Scheme
from annotator.core.text import shown
from annotator.project.everywhere import Action, Asked, Everywhere, Hit, Present, Scope
from annotator.ui import bridge
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.fields import Choice
from annotator.ui.dialogs.hit_list import ROW, HitList
from annotator.ui.dialogs.parts import Chips, Notice, roomy
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.switch import Switch
from annotator.ui.tasks import Handle, Task, Work
from annotator.ui.theme import Theme

Look = Callable[[Asked, Handle], Everywhere]
"""Finds the places; called in another thread."""
_ROWS = 8
_WORDS = 300
"""Room for the mention in the head, in pixels."""


@dataclass(frozen=True, slots=True)
class About:
    """What the dialog is asked about: the words as they stand, their label, and the entry and source (rows) they stand in."""

    words: str
    label: Id
    entry: int
    source: int
    start: int = -1
    """Where in the entry the mention in hand begins, in code points."""
    mine: bool = False
    """Whether the label is the person's own, and not a suggester's."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be decided, and for which places."""

    asked: Asked
    hits: tuple[Hit, ...]


class EverySameMention(Dialog):
    """Lists the places; the verb decides for those that are ticked."""

    def __init__(self, parent: QWidget | None, theme: Theme, scheme: Scheme, about: About, look: Look, *, read_only: bool = False) -> None:
        """With `read_only` places can be looked at and gone to, and nothing is decided."""
        super().__init__(parent, theme, self.tr("Label every same mention"), self.tr("Label"), width=LIST)
        self._scheme, self._about, self._look = scheme, about, look
        self._work = Work(self, threads=1)
        self._found: Everywhere | None = None
        self._task: Task | None = None
        self._scope = Scope.CORPUS
        self._read_only = read_only
        self.gone_to: Hit | None = None
        self._lay_out()
        self._connect()
        self._search()
        self.list.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, theme: Theme, scheme: Scheme, about: About, look: Look, *, read_only: bool = False
    ) -> Chosen | Hit | None:
        """Return what the person wants decided, or the place to go to; None where neither."""
        dialog = cls(parent, theme, scheme, about, look, read_only=read_only)
        decided = dialog.run()
        return dialog.value if decided else dialog.gone_to

    @property
    def value(self) -> Chosen | None:
        """What is ticked, and what is to be decided for it."""
        ticked = tuple(self.list.rows.ticked)
        return Chosen(self._found.asked, ticked) if self._found is not None and ticked else None

    # Laying out

    def _lay_out(self) -> None:
        theme, px = self.theme, self.theme.px
        self.sheet.setContentsMargins(0, px(18), 0, 0)
        self.sheet.setSpacing(px(10))
        self.title.setContentsMargins(px(20), 0, px(20), 0)
        words = QLabel(self.ground)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(theme.reading(px(15), 600))
        whole = " ".join(shown(self._about.words).split())
        words.setText(QFontMetrics(words.font()).elidedText(whole, Qt.TextElideMode.ElideRight, px(_WORDS)))
        words.setToolTip(whole)
        self._as = QLabel(self.tr("as"), self.ground)
        self._as.setProperty("role", "second")
        self.labels = Choice(theme, self.ground)
        self.labels.setAccessibleName(self.tr("The label"))
        for label in self._scheme.active:
            self.labels.addItem(label.key, label.id)
        # Not findData: of bytes it finds the same object only, not an equal one, and every mention would be offered the first label.
        self.labels.setCurrentIndex(next((n for n, label in enumerate(self._scheme.active) if label.id == self._about.label), 0))
        self.verbs = Chips(theme, self.ground)
        second = (Action.RELABEL.value, self.tr("Relabel mine")) if self._about.mine else (Action.REJECT.value, self.tr("Reject"))
        self.verbs.show_chips([(Action.LABEL.value, self.tr("Label")), second])
        self.sheet.addLayout(self._line(words, self._as, self.labels, None, self.verbs))
        scopes = [(Scope.ENTRY, self.tr("This entry")), (Scope.SOURCE, self.tr("This source")), (Scope.CORPUS, self.tr("All entries"))]
        self._scopes = {scope.value: text for scope, text in scopes}
        self.scopes = Switch(theme, list(self._scopes.items()), self.ground)
        self.scopes.show_chosen(self._scope.value)
        self.same_case, self.skip_marked = self._chip(self.tr("Same case")), self._chip(self.tr("Skip marked"))
        self.same_case.setChecked(True)
        self.sheet.addLayout(self._line(self.scopes, None, self.same_case, self.skip_marked))
        self.list = HitList(theme, self._scheme, self.ground)
        self.list.rows.here = self._about.entry, self._about.start
        self.list.setFixedHeight(px(ROW * _ROWS))
        self.notice = Notice(theme, self.ground)
        self.notice.setContentsMargins(px(20), px(4), px(20), px(8))
        self.go_button = QPushButton(self.tr("Go to it"), self)
        self.go_button.setAutoDefault(False)
        self.go_button.setToolTip(self.tr("Go to this place in its entry (G or a double click)"))
        self.foot_row.insertWidget(self.foot_row.indexOf(self.cancel_button), self.go_button)
        body = QVBoxLayout()
        body.setSpacing(0)
        line = QWidget(self.ground)
        line.setProperty("role", "hairline")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setFixedHeight(1)
        for each in (line, self.list, self.notice):
            body.addWidget(each)
        self.sheet.addLayout(body)

    def _line(self, *widgets: QWidget | None) -> QHBoxLayout:
        """Return widgets side by side; None is the gap that takes what is left."""
        row = QHBoxLayout()
        row.setContentsMargins(self.theme.px(20), 0, self.theme.px(20), 0)
        row.setSpacing(self.theme.px(8))
        for widget in widgets:
            if widget is None:
                row.addStretch(1)
            else:
                row.addWidget(widget)
        return row

    def _chip(self, text: str) -> QPushButton:
        chip = QPushButton(text, self.ground)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        return roomy(chip)

    def _connect(self) -> None:
        self.labels.currentIndexChanged.connect(self._search)
        self.verbs.chosen.connect(self._search)
        self.same_case.toggled.connect(self._search)
        self.skip_marked.toggled.connect(self._show)
        self.scopes.chosen.connect(self._choose_scope)
        self.list.rows.ticked_changed.connect(self._tell)
        self.list.opened.connect(self._go)
        self.go_button.clicked.connect(self._go_on)

    # Looking

    @property
    def action(self) -> Action:
        """What is to be decided."""
        return Action(self.verbs.held)

    @Slot()
    def _search(self) -> None:
        """Look for the places anew in another thread; an answer that is out of date is not heard."""
        fold = not self.same_case.isChecked()
        label = self._about.label if self.action is Action.REJECT else self.labels.currentData()
        self.labels.setEnabled(self.action is not Action.REJECT)
        asked = Asked(normal(self._about.words, fold_case=fold), label, self.action, fold)
        if self.action is Action.RELABEL:
            asked = replace(asked, old=self._about.label)
        if self._task is not None:
            self._task.abandon()
        self._found = None
        titles = {
            Action.LABEL: self.tr("Label every same mention"),
            Action.RELABEL: self.tr("Relabel every same mention"),
            Action.REJECT: self.tr("Reject every same mention"),
        }
        self.title.setText(titles[self.action])
        self.notice.show()
        self.notice.show_notice(self.tr("Looking through the entries…"), "muted")
        self.set_verb(self._verb(0), possible=False)
        self._task = self._work.start(partial(self._look, asked))
        self._task.progressed.connect(self._progressed)
        self._task.finished.connect(self._looked)
        self._task.failed.connect(self._failed)

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        words = self.tr("Looking through the entries: {done} of {total}")
        self.notice.show_notice(words.format(done=numeral(done), total=numeral(total)), "muted")

    @Slot(object)
    def _looked(self, found: Everywhere) -> None:
        self._task = None
        self._found = found
        label = self._scheme.by_id(found.asked.label)
        self.list.painting.label = bridge.colour_of(label.colour) if label else 0
        for scope, text in self._scopes.items():
            self.scopes.show_text(scope, f"{text} {numeral(len(self._in(Scope(scope))))}")
        self._show()

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        self._task = None
        self.notice.show_notice(translated(str(error)), "danger")

    def _in(self, scope: Scope) -> tuple[Hit, ...]:
        return () if self._found is None else self._found.within(scope, self._about.entry, self._about.source)

    @Slot(str)
    def _choose_scope(self, name: str) -> None:
        self._scope = Scope(name)
        self._show()

    @Slot()
    def _show(self) -> None:
        marked = (Present.EQUAL, Present.OTHER, Present.OVERLAPPING, Present.REJECTED)
        hits = self._in(self._scope)
        self.list.rows.show_hits([hit for hit in hits if hit.present not in marked] if self.skip_marked.isChecked() else hits)
        self.list.setCurrentIndex(self.list.rows.index(0))
        self.notice.show_notice(self._left_out(), "muted")
        self.notice.setVisible(bool(self._left_out()))

    def _left_out(self) -> str:
        found = self._found
        if found is None:
            return ""
        parts = []
        if not found.rows:
            parts.append(self.tr("This mention stands nowhere else."))
        if found.withheld:
            parts.append(self.tr("{n} in entries of the control group are left out.").format(n=numeral(found.withheld)))
        if found.more:
            parts.append(self.tr("{n} more are not listed: decide on these, then ask again.").format(n=numeral(found.more)))
        return " ".join(parts)

    # Going

    @Slot(object)
    def _go(self, hit: Hit) -> None:
        self.gone_to = hit
        self.reject()

    @Slot()
    def _go_on(self) -> None:
        hits = self.list.rows.hits
        at = self.list.currentIndex().row()
        if 0 <= at < len(hits):
            self._go(hits[at])

    # Telling

    @Slot()
    def _tell(self) -> None:
        self.go_button.setEnabled(bool(self.list.rows.hits))
        ticked, listed = len(self.list.rows.ticked), self.list.rows.rowCount()
        first = {
            Action.LABEL: self.tr("{n} will be labelled"),
            Action.RELABEL: self.tr("{n} will be relabelled"),
            Action.REJECT: self.tr("{n} will be rejected"),
        }[self.action].format(n=numeral(ticked))
        if listed > ticked:
            first += self.tr(", {n} stay as they are").format(n=numeral(listed - ticked))
        self.say(
            first,
            self.tr("One undo takes all {n} back").format(n=numeral(ticked)) if ticked else self.tr("Space ticks a row, A all or none"),
        )
        self.set_verb(self._verb(ticked), possible=ticked > 0 and self._found is not None and not self._read_only)

    def _verb(self, count: int) -> str:
        verb = {Action.LABEL: self.tr("Label"), Action.RELABEL: self.tr("Relabel"), Action.REJECT: self.tr("Reject")}[self.action]
        return f"{verb} {numeral(count)}" if count else verb

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking."""
        self._work.close()
        super().hideEvent(event)
