"""What the scheme editor asks: the name of a new label, into which label one is merged, which mentions are split off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.core.ids import Id
from annotator.ui import plural
from annotator.ui.dialogs.base import LIST, QUESTION, Dialog
from annotator.ui.dialogs.parts import Notice
from annotator.ui.dialogs.scheme_parts import MentionList, MentionRow, SchemeList, SchemeRow
from annotator.ui.numerals import numeral
from annotator.ui.theme import Theme

Refusal = Callable[[str], str]
"""Says why a text cannot name a new label, "" where it can."""
_ROWS = 8


def _as_key(text: str) -> str:
    return text.strip().replace(" ", "_").upper()


class NewLabel(Dialog):
    """The name of a label in files and on tags; all else is chosen in the editor afterwards."""

    def __init__(self, parent: QWidget | None, theme: Theme, refusal: Refusal) -> None:
        super().__init__(parent, theme, self.tr("New label"), self.tr("Add label"))
        self._refusal = refusal
        self.key = QLineEdit(self.ground)
        self.key.setMaxLength(64)
        self.field(self.tr("&Name in files and on tags"), self.key, hint=self.tr("Letters, digits, _ and -, for example VESSEL."))
        self.key.textChanged.connect(self._look)
        self.notice = Notice(theme, self.ground)
        self.sheet.addWidget(self.notice)
        self._look()
        self.key.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, refusal: Refusal) -> str | None:
        """Return the key of the new label; None where the person cancelled."""
        dialog = cls(parent, theme, refusal)
        return dialog.value if dialog.run() else None

    @property
    def value(self) -> str:
        """The key as it will be."""
        return _as_key(self.key.text())

    @Slot()
    def _look(self) -> None:
        value = self.value
        fault = self._refusal(value) if value else ""
        self.notice.show_notice(fault)
        self.say("", self.tr("Gets the next free key and colour") if not fault else "")
        self.set_verb(self.tr("Add {label}").format(label=value) if value else self.tr("Add label"), possible=bool(value) and not fault)


class MergeInto(Dialog):
    """Which label takes the spans of another one."""

    def __init__(self, parent: QWidget | None, theme: Theme, label: SchemeRow, others: Sequence[SchemeRow]) -> None:
        super().__init__(parent, theme, self.tr("Merge {label} into").format(label=label.key), self.tr("Merge"), width=QUESTION)
        self._label = label
        self.list = SchemeList(theme, self.ground)
        self.list.setFixedHeight(theme.px(34 * min(max(len(others), 1), _ROWS)))
        self.list.chosen.connect(self._look)
        self.sheet.setContentsMargins(theme.px(2), theme.px(18), theme.px(2), theme.px(12))
        self.title.setContentsMargins(theme.px(18), 0, theme.px(18), 0)
        self.sheet.addWidget(self.list)
        self.list.show_labels(others, None)
        self._look()
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, label: SchemeRow, others: Sequence[SchemeRow]) -> Id | None:
        """Return the id of the label that is kept; None where the person cancelled."""
        dialog = cls(parent, theme, label, others)
        accepted = dialog.run()
        kept = dialog.list.current
        return kept.id if accepted and kept is not None else None

    @Slot()
    def _look(self) -> None:
        kept, spans = self.list.current, self._label.spans
        if kept is None:
            self.say("", self.tr("There is no other label to merge into"))
            self.set_verb(self.tr("Merge"), possible=False)
            return
        names = {"old": self._label.key, "new": kept.key}
        self.say(
            self.tr("{n} of {old} will be {new}").format(n=plural.spans(spans), **names),
            self.tr("Over all layers; {new} then has {n}. One undo parts them again").format(n=numeral(spans + kept.spans), **names),
        )
        self.set_verb(self.tr("Merge {n}").format(n=plural.spans(spans)))


@dataclass(frozen=True, slots=True)
class Splitting:
    """What is split off: the new label's key, and the mentions that go to it."""

    key: str
    mentions: tuple[str, ...]


class Split(Dialog):
    """A new label and the mentions that move to it, each with a box."""

    def __init__(self, parent: QWidget | None, theme: Theme, label: SchemeRow, mentions: Sequence[MentionRow], refusal: Refusal) -> None:
        super().__init__(parent, theme, self.tr("Split {label}").format(label=label.key), self.tr("Move"), width=LIST)
        self._label, self._refusal = label, refusal
        self.key = QLineEdit(self.ground)
        self.key.setMaxLength(64)
        self.field(self.tr("&Name of the new label, in files and on tags"), self.key)
        self.key.textChanged.connect(self._look)
        self.list = MentionList(theme, label.colour, self.ground)
        self.list.setFixedHeight(theme.px(32 * _ROWS))
        self.list.ticked.connect(self._look)
        hint = self.tr("Space ticks a mention, Ctrl+A all or none. Your own layer only.")
        self.field(self.tr("&Mentions that belong to it"), self.list, hint=hint, reach=True)
        self.list.setAccessibleName(self.tr("Mentions"))
        self.notice = Notice(theme, self.ground)
        self.sheet.addWidget(self.notice)
        self.list.show_mentions(mentions)
        self._look()
        self.key.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, theme: Theme, label: SchemeRow, mentions: Sequence[MentionRow], refusal: Refusal
    ) -> Splitting | None:
        """Return what is split off; None where the person cancelled."""
        dialog = cls(parent, theme, label, mentions, refusal)
        return dialog.value if dialog.run() else None

    @property
    def value(self) -> Splitting:
        """What is chosen."""
        return Splitting(_as_key(self.key.text()), tuple(row.key for row in self.list.rows if row.ticked))

    @Slot()
    def _look(self) -> None:
        key = self.value.key
        moving = sum(row.spans for row in self.list.rows if row.ticked)
        staying = self._label.spans - moving
        fault = self._refusal(key) if key else ""
        self.notice.show_notice(fault)
        if not self.list.rows:
            self.say("", self.tr("Your layer has no span of this label"))
        elif not moving:
            self.say("", self.tr("Tick the mentions that belong to the new label"))
        else:
            self.say(
                self.tr("{n} will move, {m} stay {label}").format(n=plural.spans(moving), m=numeral(staying), label=self._label.key),
                self.tr("One undo takes all of it back"),
            )
        self.set_verb(self.tr("Move {n}").format(n=plural.spans(moving)), possible=bool(key) and not fault and moving > 0)
