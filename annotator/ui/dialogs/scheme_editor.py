"""The labels of the project: added, renamed, recoloured, given keys, ordered, merged, split, retired. Every change is a step at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.ids import Id
from annotator.core.model import Overlap
from annotator.project.desk import NOTHING, Changed
from annotator.project.door import Project
from annotator.ui import plural, tokens
from annotator.ui.beside import decided, redone, undone
from annotator.ui.dialogs.base import REACH, Dialog
from annotator.ui.dialogs.fields import with_room
from annotator.ui.dialogs.guideline_editor import GuidelineEditor
from annotator.ui.dialogs.parts import Notice
from annotator.ui.dialogs.scheme_asks import MergeInto, NewLabel, Split
from annotator.ui.dialogs.scheme_changes import SchemeChanges, split_off
from annotator.ui.dialogs.scheme_parts import ColourGrid, SchemeList
from annotator.ui.numerals import decimal, numeral
from annotator.ui.sentences import translated
from annotator.ui.switch import Switch
from annotator.ui.theme import Theme
from annotator.ui.words import colour_text

_WIDTH, _LIST, _ROWS = 940, 400, 13


class SchemeEditor(Dialog):
    """Labels at the left, the chosen one at the right, the rule below. Undo here goes back to how the scheme was at opening."""

    def __init__(self, parent: QWidget | None, theme: Theme, project: Project, *, taken: frozenset[str] = frozenset()) -> None:
        """`taken` are the keys that commands of the window have, as labels write theirs ("q")."""
        super().__init__(parent, theme, self.tr("Labels"), self.tr("Close"), width=_WIDTH, cancel=None)
        self._project, self._taken = project, taken
        self.changes = SchemeChanges(project)
        self.list = SchemeList(theme, self.ground)
        self.list.setFixedHeight(theme.px(34 * _ROWS))
        self.list.setFixedWidth(theme.px(_LIST))
        self.key, self.name, self.shortcut = QLineEdit(self.ground), QLineEdit(self.ground), QLineEdit(self.ground)
        self.colours = ColourGrid(theme, self.ground)
        self.rule = with_room(
            Switch(theme, [(Overlap.FLAT.value, self.tr("Flat")), (Overlap.NESTED.value, self.tr("Nested"))], self.ground), theme
        )
        self.notice = Notice(theme, self.ground)
        self._lay_out()
        self._connect()
        self.verb_button.setDefault(False)
        self.verb_button.setAutoDefault(False)
        self.show_scheme()
        self.list.setFocus()

    @classmethod
    def edit(cls, parent: QWidget | None, theme: Theme, project: Project, *, taken: frozenset[str] = frozenset()) -> None:
        """Show the editor until it is closed."""
        cls(parent, theme, project, taken=taken).run()

    @classmethod
    def ask_file(cls, parent: QWidget, folder: Path) -> Path | None:
        """Return the scheme file that is to be taken in, or None."""
        name, _ = QFileDialog.getOpenFileName(parent, parent.tr("Scheme"), str(folder), parent.tr("Schemes (*.toml)"))
        return Path(name) if name else None

    @classmethod
    def ask_where(cls, parent: QWidget, proposed: Path) -> Path | None:
        """Return where the scheme is to be written, or None."""
        name, _ = QFileDialog.getSaveFileName(parent, parent.tr("Save the scheme"), str(proposed), parent.tr("Schemes (*.toml)"))
        if not name:
            return None
        return Path(name) if name.endswith(".toml") else Path(f"{name}.toml")

    def _lay_out(self) -> None:
        px = self.theme.px
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.list)
        left.setSpacing(px(12))
        changing = self._button(self.tr("&Add…"), self.add), self._button(self.tr("&Take in…"), self.take_in)
        for each in (*changing, self.rule):
            each.setEnabled(not self._project.read_only)
        files = self._row(*changing, self._button(self.tr("E&xport…"), self.export))
        files.setContentsMargins(px(REACH), 0, 0, 0)
        left.addLayout(files)
        right.setSpacing(px(10))
        self.key.setMaxLength(64)
        self.name.setMaxLength(200)
        self.shortcut.setMaxLength(1)
        self.shortcut.setFixedWidth(px(64))
        names = QHBoxLayout()
        names.setSpacing(px(12))
        for text, widget in (
            (self.tr("&Name in files, on tags"), self.key),
            (self.tr("In &words"), self.name),
            (self.tr("&Key"), self.shortcut),
        ):
            column = QVBoxLayout()
            self.field(text, widget, into=column)
            names.addLayout(column, 0 if widget is self.shortcut else 1)
        right.addLayout(names)
        self._contrast = self.field(self.tr("&Colour"), self.colours, hint=" ", into=right)
        self.merge_button = self._button(self.tr("&Merge into…"), self.merge)
        self.split_button = self._button(self.tr("&Split…"), self.split)
        self.guideline_button = self._button(self.tr("&Guideline…"), self.guideline)
        self.retire_button = self._button(self.tr("&Retire"), self.retire)
        right.addLayout(self._row(self.guideline_button, self.merge_button, self.split_button, self.retire_button))
        line = QFrame(self.ground)
        line.setProperty("role", "hairline")
        right.addSpacing(px(4))
        right.addWidget(line)
        self._rule_hint = self.field(self.tr("Spans of one &layer"), self.rule, hint=" ", into=right)
        self.rule.setFocusProxy(self.rule.findChildren(QPushButton)[0])
        right.addStretch(1)
        right.addWidget(self.notice)
        both = QHBoxLayout()
        both.setSpacing(px(16))
        both.addLayout(left)
        both.addLayout(right, 1)
        self.sheet.setContentsMargins(px(2), px(18), px(20), px(16))
        self.title.setContentsMargins(px(REACH), 0, 0, 0)
        self.sheet.addLayout(both)
        self.undo_button, self.redo_button = self._button(self.tr("&Undo"), self.undo), self._button(self.tr("Re&do"), self.redo)
        for button in (self.undo_button, self.redo_button):
            self.foot_row.insertWidget(self.foot_row.indexOf(self.cancel_button), button)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_label)
        self.list.moved.connect(self.move_label)
        self.list.added.connect(self.add)
        self.list.retired.connect(self.retire)
        for field in (self.key, self.name, self.shortcut):
            field.editingFinished.connect(self._fields_finished)
        self.colours.taken.connect(self._recolour)
        self.rule.chosen.connect(self._set_rule)
        for key, does in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo), ("Ctrl+Y", self.redo)):
            QShortcut(QKeySequence(key), self, does)

    def _button(self, text: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _row(self, *buttons: QPushButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        for each in buttons:
            row.addWidget(each)
        row.addStretch(1)
        return row

    # What is shown

    def show_scheme(self, chosen: Id | None = None) -> None:
        """Show the scheme as it is now, with a label chosen (or the one that was)."""
        current = self.list.current
        scheme, rows = self._project.scheme.value, self.changes.rows()
        self.list.show_labels(rows, chosen or (current.id if current else None))
        self.rule.show_chosen(scheme.overlap.value)
        self._rule_hint.setText(
            self.tr("Flat: no two spans share text.") if scheme.overlap is Overlap.FLAT else self.tr("Nested: a span may hold another one.")
        )
        self._show_label()
        history = self._project.history
        self.undo_button.setEnabled(self.changes.undoable > 0)
        self.redo_button.setEnabled(self.changes.redoable > 0)
        undo = history.undo_name if self.changes.undoable else None
        redo = history.redo_name if self.changes.redoable else None
        self.undo_button.setToolTip(self.tr("Undo: {step}").format(step=undo) if undo else "")
        self.redo_button.setToolTip(self.tr("Redo: {step}").format(step=redo) if redo else "")
        retired = sum(row.retired for row in rows)
        what = self.tr("{n} {n:label|labels}").format(n=numeral(len(rows) - retired)) + (
            self.tr(", {n} retired").format(n=numeral(retired)) if retired else ""
        )
        if self._project.read_only:
            self.say(what, self.tr("The project is open to look only"))
            return
        self.say(self.tr("{what}, every change is kept").format(what=what), self.tr("Alt+Up and Alt+Down order, Ins adds, Del retires"))

    @Slot()
    def _show_label(self) -> None:
        row = self.list.current
        writable = row is not None and not self._project.read_only
        used = writable and row is not None and not row.retired
        for field, text in (
            (self.key, row.key if row else ""),
            (self.name, row.name if row else ""),
            (self.shortcut, row.shortcut if row else ""),
        ):
            field.setText(text)
            field.setCursorPosition(0)
            field.setEnabled(used)
        self.colours.setEnabled(used)
        for button in (self.merge_button, self.split_button, self.guideline_button):
            button.setEnabled(used)
        self.retire_button.setEnabled(writable)
        if row is None:
            return
        self.retire_button.setText(self.tr("&Bring back") if row.retired else self.tr("&Retire"))
        self.colours.show_colour(row.colour)
        colour = tokens.label_colour(row.colour)
        light, dark = (tokens.contrast(colour.text(theme), colour.tint(theme)) for theme in (tokens.LIGHT, tokens.DARK))
        words = self.tr("Name on tint: {light} to 1 when light, {dark} to 1 when dark; 4.5 is enough to read.")
        self._contrast.setText(words.format(light=decimal(light, 1), dark=decimal(dark, 1)))

    # What is changed

    def _decide(self, call: Callable[[], Changed], said: str = "", *, chosen: Id | None = None) -> bool:
        """Make a change; say what came of it or what is in the way. True where it is made."""
        try:
            changed = self.changes.make(call)
        except AnnotatorError as error:
            self.notice.show_notice(translated(error.sentence))
            self._show_label()
            return False
        self.notice.show_notice(changed.message or (said if changed else ""), "success")
        self.show_scheme(chosen)
        return bool(changed)

    def _decide_over(self, what: str, call: Callable[[Project], Changed], said: str = "", *, chosen: Id | None = None) -> bool:
        """Make a change of what spans mean: where they are many in another thread, with progress."""
        return self._decide(partial(self._far, what, call) if self.changes.far else partial(call, self._project), said, chosen=chosen)

    def _far(self, what: str, call: Callable[[Project], Changed]) -> Changed:
        stopped = replace(NOTHING, message=self.tr("Stopped: nothing changed."))
        text = self.tr("Every entry is gone over once; labelling waits until it is done.")
        return decided(self, self.theme, self._project, what, text, call) or stopped

    @Slot()
    def add(self) -> None:
        """Ask for a label and add it with the next free key."""
        if self._project.read_only:
            return
        key = NewLabel.ask(self, self.theme, self.changes.refusal)
        if key is not None:
            free = self.changes.free_key(self._taken)
            self._decide(partial(self._project.scheme.add, key, shortcut=free), self.tr("{label} added.").format(label=key))
            added = self._project.scheme.value.by_key(key)
            self.show_scheme(added.id if added else None)

    @Slot()
    def _fields_finished(self) -> None:
        row = self.list.current
        if row is None or row.retired or self._project.read_only:
            return
        typed = {"key": self.key.text().strip(), "name": self.name.text().strip(), "shortcut": self.shortcut.text().strip().lower()}
        now = {"key": row.key, "name": row.name, "shortcut": row.shortcut}
        fields = {name: value for name, value in typed.items() if value != now[name]}
        if not fields:
            return
        if fields.get("shortcut") in self._taken:
            self.notice.show_notice(
                self.tr("The key {key} belongs to a command of the window, so {label} cannot have it.").format(
                    key=fields["shortcut"], label=row.key
                )
            )
            self._show_label()
            return
        said = self.tr("{label} changed.").format(label=typed["key"])
        self._decide(partial(self._project.scheme.change, row.id, **fields), said, chosen=row.id)

    @Slot(int)
    def _recolour(self, number: int) -> None:
        row = self.list.current
        if row is not None:
            said = self.tr("{label} is {colour} now.").format(label=row.key, colour=colour_text(tokens.LABEL_COLOURS[number].name))
            self._decide(partial(self._project.scheme.change, row.id, colour=number + 1), said, chosen=row.id)

    @Slot(int)
    def move_label(self, by: int) -> None:
        """Move the chosen label up or down by one."""
        rows, at = list(self.list.rows), self.list.currentIndex().row()
        if not 0 <= at + by < len(rows) or at < 0 or self._project.read_only:
            return
        self._decide(partial(self.changes.moved, rows[at].id, rows[at + by].id), chosen=rows[at].id)

    @Slot()
    def retire(self) -> None:
        """Take the chosen label out of use, or bring it back."""
        row = self.list.current
        if row is None or self._project.read_only:
            return
        if row.retired:
            said = self.tr("{label} can be given again.").format(label=row.key)
        else:
            said = self.tr("{label} is retired; its {n} stay.").format(label=row.key, n=plural.spans(row.spans))
        self._decide(partial(self._project.scheme.retire, row.id, not row.retired), said, chosen=row.id)

    @Slot()
    def merge(self) -> None:
        """Ask for the label that takes the chosen one's spans."""
        row = self.list.current
        if row is None:
            return
        kept = MergeInto.ask(self, self.theme, row, [each for each in self.list.rows if each.id != row.id and not each.retired])
        if kept is not None:
            said = self.tr("{n} of {label} merged. Undo parts them again.").format(label=row.key, n=plural.spans(row.spans))
            what = self.tr("Merging {label}").format(label=row.key)
            self._decide_over(what, lambda project: project.scheme.merge(row.id, kept), said, chosen=kept)

    @Slot()
    def split(self) -> None:
        """Ask which mentions of the chosen label belong to a new one."""
        row = self.list.current
        if row is None:
            return
        found = Split.ask(self, self.theme, row, self.changes.mentions(row.id), self.changes.refusal)
        if found is not None:
            what = self.tr("Splitting {label}").format(label=row.key)
            self._decide_over(what, partial(split_off, label=row.id, mentions=found.mentions, key=found.key))

    @Slot()
    def guideline(self) -> None:
        """Write the guideline of the chosen label."""
        row = self.list.current
        label = None if row is None else self._project.scheme.value.by_id(row.id)
        if label is None:
            return

        def describe(text: str) -> str:
            done = self._decide(partial(self._project.scheme.describe, label.id, text), self.tr("Guideline written."), chosen=label.id)
            return "" if done else self.notice.text

        now = self._project.desk.now().astimezone()
        GuidelineEditor.edit(self, self.theme, label, self._project.scheme.versions(label.id), now, describe)

    @Slot(str)
    def _set_rule(self, name: str) -> None:
        overlap = Overlap(name)
        outlook = self.changes.labelled.overlap_outlook(overlap)
        parts = []
        if outlook.out:
            parts.append(self.tr("{n} went out of sight").format(n=plural.spans(outlook.out)))
        if outlook.into:
            parts.append(self.tr("{n} came into sight").format(n=plural.spans(outlook.into)))
        said = (self.tr(" and ").join(parts) or self.tr("No span is touched")) + self.tr(". Nothing is lost: undo changes it back.")
        if not self._decide_over(self.tr("Changing the rule"), lambda project: project.scheme.set_overlap(overlap), said):
            self.rule.show_chosen(self._project.scheme.value.overlap.value)

    @Slot()
    def undo(self) -> None:
        """Take back the last change that was made here."""
        self._went(partial(self.changes.go_back, partial(undone, self.theme, self._project)), self.tr("Undone: {step}."))

    @Slot()
    def redo(self) -> None:
        """Bring back what was undone here."""
        self._went(partial(self.changes.go_forward, partial(redone, self.theme, self._project)), self.tr("Again: {step}."))

    def _went(self, call: Callable[[], str], said: str) -> None:
        try:
            name = call()
        except AnnotatorError as error:
            self.notice.show_notice(translated(error.sentence))
            return
        if name:
            self.notice.show_notice(said.format(step=name), "success")
            self.show_scheme()

    # Files

    @Slot()
    def take_in(self) -> None:
        """Take the labels of a scheme file in, as one step."""
        path = self.ask_file(self, self._project.path.parent)
        if path is not None:
            self._decide(partial(self.changes.take, path))

    @Slot()
    def export(self) -> None:
        """Write the scheme as TOML."""
        path = self.ask_where(self, self._project.path.with_name(f"{self._project.scheme.value.name or 'labels'}.toml"))
        if path is not None and self._decide(partial(self.changes.write, path)) is False and not self.notice.text:
            self.notice.show_notice(self.tr("Written to {name}.").format(name=path.name), "success")
