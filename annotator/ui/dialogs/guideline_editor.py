"""A label's guideline: Markdown at the left, how it will look at the right, and the versions that were in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.core.model import Label
from annotator.project.scheme import GuidelineVersion
from annotator.ui import bridge, plural
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.parts import LabelChips, Notice
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.guideline_pane import MOST, GuidelinePane
from annotator.ui.theme import Theme

_WIDTH, _HEIGHT, _ROWS = 980, 330, 3
_PAUSE_MS = 120
"""How long the typing rests before the preview follows."""
Describe = Callable[[str], str]
"""Writes the guideline as a new version; returns "" or what is in the way."""


class _Source(QPlainTextEdit):
    """The Markdown. Ctrl+Enter is the dialog's verb; Tab leaves the field."""

    given = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Ctrl+Enter; leave the rest to the field."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.given.emit()
        else:
            super().keyPressEvent(event)


class GuidelineEditor(Dialog):
    """`describe` writes a new version; each decision remembers the version in force. Links are never followed, pictures never loaded."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, label: Label, versions: Sequence[GuidelineVersion], now: datetime, describe: Describe
    ) -> None:
        title = self.tr("Guideline of {label}").format(label=label.key)
        super().__init__(parent, theme, title, self.tr("Save"), width=_WIDTH)
        self._label, self._now, self._describe = label, now, describe
        self._versions = tuple(reversed(versions))
        chip = LabelChips(theme, self.ground, lines=1)
        chip.show_labels([(label.key, bridge.colour_of(label.colour))])
        self.sheet.addWidget(chip)
        self.source = _Source(self.ground)
        self.source.setProperty("kind", "field")
        self.source.setTabChangesFocus(True)
        self.source.setPlainText(label.guideline)
        self.source.moveCursor(QTextCursor.MoveOperation.Start)
        self.source.given.connect(self.accept)
        self.preview = GuidelinePane(theme, self.ground)
        self.preview.setAccessibleName(self.tr("Preview"))
        columns = QWidget(self.ground)
        columns.setFixedHeight(theme.px(_HEIGHT))
        both = QHBoxLayout(columns)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(20))
        left, right = QVBoxLayout(), QVBoxLayout()
        hint = self.tr("**bold**, *italic*, - for a list, > for an example. Links are shown, never followed.")
        self.field(self.tr("&Markdown"), self.source, hint=hint, into=left)
        self._seen = QLabel(self.tr("As it will look"), self.ground)
        self._seen.setProperty("role", "heading")
        right.setSpacing(theme.px(6))
        right.addWidget(self._seen)
        right.addWidget(self.preview, 1)
        for side in (left, right):
            both.addLayout(side, 1)
        self.sheet.addWidget(columns)
        line = QFrame(self.ground)
        line.setProperty("role", "hairline")
        self.sheet.addWidget(line)
        heading = QLabel(self.tr("Versions; Enter takes an old one's text up again"), self.ground)
        heading.setProperty("role", "heading")
        self.sheet.addWidget(heading)
        self.versions = RowList(theme, self.tr("Versions"), self.ground)
        self.versions.setFixedHeight(theme.px(48 * min(max(len(self._versions), 1), _ROWS)))
        self.versions.show_rows([self._row(each) for each in self._versions])
        self.versions.chosen.connect(self._show_version)
        self.versions.doubleClicked.connect(self._take_version)
        self.versions.installEventFilter(self)
        self.versions.setVisible(bool(self._versions))
        self.reach(self.versions)
        heading.setVisible(bool(self._versions))
        self.notice = Notice(theme, self.ground)
        self.sheet.addWidget(self.notice)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_preview)
        self.source.textChanged.connect(self._look)
        self._look()
        self._show_preview()
        self.source.setFocus()

    @classmethod
    def edit(
        cls, parent: QWidget | None, theme: Theme, label: Label, versions: Sequence[GuidelineVersion], now: datetime, describe: Describe
    ) -> bool:
        """Show the editor; tell whether a new version was written. `now` is local, to say when versions were written."""
        return cls(parent, theme, label, versions, now, describe).run()

    @property
    def value(self) -> str:
        """The Markdown as it is written, without white space at its end."""
        return self.source.toPlainText().rstrip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a version up by Enter."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self.versions
        if pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_version()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def accept(self) -> None:
        """Write the new version, and close where that went well."""
        if not self.verb_button.isEnabled():
            return
        refusal = self._describe(self.value)
        if refusal:
            self.notice.show_notice(refusal)
            return
        super().accept()

    def _row(self, version: GuidelineVersion) -> Row:
        when = bridge.local_moment(version.time, self._now) if version.time else self.tr("came with the scheme")
        title = self.tr("Version {n}").format(n=version.number) if version.number else self.tr("First text")
        second = ", ".join(part for part in (version.author, when) if part)
        newest = version is self._versions[0]
        return Row(title, second, self.tr("in force") if newest else plural.characters(len(version.text)))

    @Slot(int)
    def _show_version(self, number: int) -> None:
        if self.versions.hasFocus():
            self.preview.show_guideline(self._versions[number].text)
            self._seen.setText(self._row(self._versions[number]).title)

    @Slot()
    def _take_version(self) -> None:
        at = self.versions.currentIndex().row()
        if at >= 0:
            self.source.selectAll()
            self.source.insertPlainText(self._versions[at].text)
            self.source.setFocus()

    @Slot()
    def _show_preview(self) -> None:
        self._seen.setText(self.tr("As it will look"))
        self.preview.show_guideline(self.value)

    @Slot()
    def _look(self) -> None:
        self._pause.start()
        value, over = self.value, len(self.value) - MOST
        number = (self._versions[0].number if self._versions else 0) + 1
        if over > 0:
            self.say(self.tr("{n} too many").format(n=plural.characters(over)), "")
        elif value == self._label.guideline.rstrip():
            self.say("", self.tr("Nothing is changed yet. Ctrl+Enter saves, Esc leaves"))
        else:
            self.say(
                self.tr("Becomes version {n}").format(n=number), self.tr("Decisions from now on remember it; undo takes it back")
            )  # fmt: skip
        changed = value != self._label.guideline.rstrip()
        self.set_verb(self.tr("Save version {n}").format(n=number), possible=changed and over <= 0)
