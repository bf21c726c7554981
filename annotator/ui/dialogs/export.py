"""Export: what is written, in which format, and what that format cannot hold; said before anything is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.project import offered
from annotator.project.door import Project
from annotator.project.exports import WITH_COMMENTS
from annotator.ui.bridge import first_line
from annotator.ui.child import Child
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.export_outlook import OutlookPane
from annotator.ui.dialogs.export_state import TAGGED, ExportChoice, Outlook, options_of, outlook
from annotator.ui.dialogs.fields import Choice, Tick, with_room
from annotator.ui.dialogs.new_project import short_path
from annotator.ui.dialogs.outcome import Outcome
from annotator.ui.dialogs.parts import Notice
from annotator.ui.dialogs.working import Working
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.switch import Switch
from annotator.ui.theme import Theme

_SPLIT = re.compile(r"[1-9]\d{0,3}(/[1-9]\d{0,3}){1,2}")
LOOK_AGAIN_MS = 300
SUGGESTIONS = "suggestions"


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A layer that can be exported: its name for the command, and how it is shown."""

    name: str
    shown: str


class Export(Dialog):
    """The export dialog. What would be lost is found by the same command in a child process, as a dry run."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, project: Path, layers: Sequence[LayerRow], *, practised: bool = False,
        program: Sequence[str] = (), titled: Callable[[str], str] = str,
    ) -> None:  # fmt: skip
        """`titled` says what an entry is called, given its id as files write it."""
        super().__init__(parent, theme, self.tr("Export"), self.tr("Export"), width=LIST + 120)
        self._project, self._program = project, program
        self._child: Child | None = None
        self.outlook: Outlook | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        form = QVBoxLayout()
        form.setSpacing(theme.px(12))
        self._fill(form, layers, practised=practised)
        self.pane = OutlookPane(theme, self.ground, titled=titled)
        row = QHBoxLayout()
        row.setSpacing(theme.px(28))
        row.addLayout(form, 2)
        row.addWidget(self.pane, 3)
        self.sheet.addLayout(row, 1)
        self._changed()
        self.format.setFocus()

    def _fill(self, form: QVBoxLayout, layers: Sequence[LayerRow], *, practised: bool) -> None:
        theme = self.theme
        self.format, self.layer, self.tags, self.flatten = (Choice(theme, self.ground) for _ in range(4))
        for each in offered.writable():
            self.format.addItem(translated(each.title), each.name)
        for layer in layers:
            self.layer.addItem(layer.shown, layer.name)
        for tag in ("iob2", "iob1", "biluo"):
            self.tags.addItem(tag.upper(), tag)
        stays = {
            "longest": self.tr("the longest stays"),
            "outermost": self.tr("the outermost stays"),
            "innermost": self.tr("the innermost stays"),
        }
        for name, text in stays.items():
            self.flatten.addItem(text, name)
        self.include = with_room(Switch(theme, (("done", self.tr("That are done")), ("all", self.tr("All"))), self.ground), theme)
        self._include = "done"
        self.split, self.seed = QLineEdit(self.ground), QLineEdit("0", self.ground)
        self.split.setPlaceholderText(self.tr("none, or 80/10/10"))
        self.split.setToolTip(self.split.placeholderText())
        self.seed.setValidator(QIntValidator(0, 999_999, self.seed))
        self.pseudonyms = Tick(theme, self.tr("“annotator 1” for &names of people"), self.ground)
        self.comments = Tick(theme, self.tr("&Comments too, with their authors"), self.ground)
        self.practice = Tick(theme, self.tr("Entries that were only p&ractised on"), self.ground)
        self.out = QLineEdit(self.ground)
        self.field(self.tr("&Format"), self.format, into=form)
        self.field(self.tr("&Layer"), self.layer, into=form)
        self.field(self.tr("Entries"), self.include, into=form)
        self._tagged = QWidget(self.ground)
        self._tagged.setLayout(self._pair((self.tr("&Tags"), self.tags), (self.tr("&Where spans overlap"), self.flatten), shares=(2, 3)))
        form.addWidget(self._tagged)
        form.addLayout(self._pair((self.tr("&Split by source"), self.split), (self.tr("S&eed"), self.seed), shares=(3, 2)))
        form.addWidget(self.pseudonyms)
        form.addWidget(self.comments)
        form.addWidget(self.practice)
        self.practice.setVisible(practised)
        self.field(self.tr("F&ile"), self._with_button(), into=form)
        self.out.setAccessibleName(self.tr("File"))
        self.notice = Notice(theme, self.ground)
        form.addWidget(self.notice)
        form.addStretch(1)
        for combo in (self.format, self.layer, self.tags, self.flatten):
            combo.activated.connect(self._changed)
        self.include.chosen.connect(self._include_chosen)
        self.split.textChanged.connect(self._changed)
        self.seed.textChanged.connect(self._changed)
        self.pseudonyms.toggled.connect(self._changed)
        self.comments.toggled.connect(self._changed)
        self.practice.toggled.connect(self._changed)
        self.out.textChanged.connect(self._show)

    def _pair(self, first: tuple[str, QWidget], second: tuple[str, QWidget], *, shares: tuple[int, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(12))
        for (name, widget), share in zip((first, second), shares, strict=True):
            column = QVBoxLayout()
            self.field(name, widget, into=column)
            row.addLayout(column, share)
        return row

    def _with_button(self) -> QWidget:
        whole = QWidget(self.ground)
        button = QPushButton(self.tr("Choose…"), whole)
        button.setAutoDefault(False)
        button.clicked.connect(self._choose_out)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        row.addWidget(self.out, 1)
        row.addWidget(button)
        whole.setFocusProxy(self.out)
        return whole

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, project: Project) -> ExportChoice | None:
        """Return what to export; None where the person cancelled."""
        dialog = cls(
            parent, theme, project.path, layer_rows(project), practised=project.studying.left_out() > 0, titled=partial(title_of, project)
        )
        return dialog.value if dialog.run() else None

    @classmethod
    def ask_and_write(cls, parent: QWidget | None, theme: Theme, project: Project) -> bool:
        """Ask, write in a child process, and tell what was written; True where something was. Raises MachineError where it failed."""
        choice = cls.ask(parent, theme, project)
        if choice is None:
            return False
        text = _tr("{name} is written and then read back to prove it.").format(name=choice.out.name)
        result = Working.ask(parent, theme, _tr("Exporting"), text, choice.arguments(project.path))
        if result is None:
            return False
        Outcome.tell(parent, theme, outlook(result))
        return True

    @classmethod
    def ask_out(cls, parent: QWidget, path: Path) -> Path | None:
        """Return the file a person chooses, or None."""
        name, _ = QFileDialog.getSaveFileName(parent, _tr("Export to"), str(path), "", "", QFileDialog.Option.DontConfirmOverwrite)
        return Path(name) if name else None

    @property
    def value(self) -> ExportChoice:
        """What was chosen."""
        options = options_of(
            str(self.format.currentData()), str(self.layer.currentData() or ""), self._include, tags=str(self.tags.currentData()),
            flatten=str(self.flatten.currentData()), split=self.split.text().strip(), seed=int(self.seed.text() or "0"),
            pseudonyms=self.pseudonyms.isChecked(), comments=self.comments.isChecked(), practice=self.practice.isChecked(),
        )  # fmt: skip
        return ExportChoice(options, Path(self.out.text().strip()).expanduser())

    def done(self, result: int) -> None:
        """End: the child is gone before the dialog goes."""
        self._timer.stop()
        self._forget()
        super().done(result)

    def _forget(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child.deleteLater()
            self._child = None

    @Slot(str)
    def _include_chosen(self, name: str) -> None:
        self._include = name
        self._changed()

    @Slot()
    def _choose_out(self) -> None:
        path = self.ask_out(self, self.value.out)
        if path is not None:
            self.out.setText(short_path(path))

    @Slot()
    def _changed(self) -> None:
        name = str(self.format.currentData())
        self._tagged.setEnabled(name in TAGGED)
        self.comments.setEnabled(name in WITH_COMMENTS)
        suffix = next(each.suffixes[0] for each in offered.writable() if each.name == name)
        old = self.out.text().strip()
        if not old or old == getattr(self, "_proposed", ""):
            self._proposed = short_path(self._project.with_name(f"{self._project.stem}{suffix}"))
            self.out.setText(self._proposed)
        suggested = self.layer.currentData() == SUGGESTIONS
        self.include.set_enabled("done", not suggested, self.tr("Suggestions are of all entries.") if suggested else "")
        if suggested:
            self._include = "all"
            self.include.show_chosen("all")
        self.outlook = None
        self._forget()
        self._timer.stop()
        if self._wrong():
            self.pane.show_sentence("")
        else:
            self.pane.show_reading()
            self._timer.start()
        self._show()

    def _wrong(self) -> str:
        split = self.split.text().strip()
        if self.layer.count() == 0:
            return self.tr("Nothing was labelled or suggested yet, so there is nothing to export.")
        if split and not _SPLIT.fullmatch(split):
            return self.tr("“{split}” is no split; write 80/10/10 or 80/20.").format(split=split)
        return ""

    @Slot()
    def _look(self) -> None:
        self._forget()
        child = self._child = Child(self.value.arguments(self._project, dry_run=True), self, program=self._program)
        child.finished.connect(self._looked)
        child.failed.connect(self._failed)
        child.start()

    @Slot(object)
    def _looked(self, result: dict[str, object]) -> None:
        self.outlook = outlook(result)
        self.pane.show_outlook(self.outlook)
        self._show()

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self.pane.show_sentence(sentence)
        self._show()

    @Slot()
    def _show(self) -> None:
        out, wrong = self.value.out, self._wrong()
        role = "danger"
        if not wrong and not out.name:
            wrong = self.tr("Name the file to write.")
        elif not wrong and not out.parent.is_dir():
            wrong = self.tr("There is no folder {folder}; choose one that exists.").format(folder=short_path(out.parent))
        blocked = bool(wrong)
        if not wrong and out.exists():
            wrong, role = self.tr("{name} is there already and will be replaced.").format(name=out.name), "warning"
        self.notice.show_notice(wrong, role)
        entries = self.outlook.entries if self.outlook is not None else 0
        if self.outlook is None:
            self.say("", self.tr("Nothing is written before you say export"))
        elif self.outlook.lost:
            self.say(
                self.tr("{n} {n:span|spans} cannot be held").format(n=numeral(self.outlook.lost)),
                self.tr("They are listed in the data card"),
            )
        else:
            held = self.tr("All {n} spans can be held").format(n=numeral(self.outlook.stored))
            self.say(held, self.tr("A data card is written beside the file"))
        verb = self.tr("Export one entry") if entries == 1 else self.tr("Export {n} entries").format(n=numeral(entries))
        self.set_verb(verb if entries else self.tr("Export"), possible=bool(entries) and not blocked)


def title_of(project: Project, entry: str) -> str:
    """Return what an entry is called by, given its id as files write it: its title, else its first line."""
    found = project.entries.entry(project.entries.row_of(entry))
    return first_line(found.title) or first_line(found.text) or entry[:12]


def layer_rows(project: Project) -> list[LayerRow]:
    """Return the layers of a project that can be exported, the person's own first; suggestions last."""
    found = sorted(project.layers.all(), key=lambda each: each.id != project.person.id)
    twice = {each.name for each in found if sum(1 for other in found if other.name == each.name) > 1}
    rows = [
        LayerRow(
            each.id.hex() if each.name in twice else each.name,
            _tr("{name}, {n} {n:span|spans}").format(name=each.name, n=numeral(each.spans)),
        )
        for each in found
    ]
    if project.suggesting.stands():
        rows.append(LayerRow(SUGGESTIONS, _tr("Suggestions that nobody answered")))
    return rows


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)
