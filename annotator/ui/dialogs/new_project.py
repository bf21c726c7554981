"""A new project: its name and folder, the scheme with its labels to be seen, and whether spans may lie in one another."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.model import Overlap, Scheme
from annotator.project import offered
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.fields import Choice, Radio
from annotator.ui.dialogs.parts import LabelChips, Notice
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme

SUFFIX = ".annotator"
_FORBIDDEN = frozenset('/\\:*?"<>|')
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class NewProjectChoice:
    """What `create_project` needs: `path` has the suffix, its folder exists, no file stands there."""

    path: Path
    scheme: Scheme
    overlap: Overlap


def short_path(path: Path) -> str:
    """Return a path with the person's own folder as ~."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


class NewProject(Dialog):
    """What is asked before a project is made; the foot says which file will be made where."""

    def __init__(self, parent: QWidget | None, theme: Theme, folder: Path, *, name: str = "") -> None:
        super().__init__(parent, theme, self.tr("New project"), self.tr("Create project"))
        self._own: Scheme | None = None
        self._shipped = offered.schemes()
        self._held = 0
        self.name = QLineEdit(name, self.ground)
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText(self.tr("Harbour strike 2031"))
        self.field(self.tr("&Name"), self.name)
        self.folder = QLineEdit(short_path(folder), self.ground)
        self.field(self.tr("&Folder"), self._with_button(self.folder, self.tr("Choose…"), self._choose_folder))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.scheme = Choice(theme, self.ground)
        for each in self._shipped:
            self.scheme.addItem(self._named(each))
        self.scheme.addItem(self.tr("A scheme of your own (TOML file)…"))
        self.field(self.tr("&Scheme"), self.scheme)
        self.labels = LabelChips(theme, self.ground, lines=3)
        self.sheet.addWidget(self.labels)
        self._overlap_rows()
        self.notice = Notice(theme, self.ground)
        self.sheet.addWidget(self.notice)
        self.name.textChanged.connect(self._look)
        self.folder.textChanged.connect(self._look)
        self.scheme.activated.connect(self._scheme_chosen)
        self._show_scheme()
        self.name.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, folder: Path, *, name: str = "") -> NewProjectChoice | None:
        """Return where and with which scheme a project is to be made; None where the person cancelled. `folder` is the first proposal."""
        dialog = cls(parent, theme, folder, name=name)
        return dialog.value if dialog.run() else None

    @classmethod
    def ask_folder(cls, parent: QWidget, folder: Path) -> Path | None:
        """Return the folder a person chooses, or None."""
        path = QFileDialog.getExistingDirectory(parent, _tr("Folder of the project"), str(folder))
        return Path(path) if path else None

    @classmethod
    def ask_scheme(cls, parent: QWidget, folder: Path) -> Path | None:
        """Return the TOML file a person chooses, or None."""
        path, _ = QFileDialog.getOpenFileName(parent, _tr("Scheme"), str(folder), _tr("Schemes (*.toml)"))
        return Path(path) if path else None

    @property
    def value(self) -> NewProjectChoice:
        """What was chosen."""
        overlap = Overlap.NESTED if self.nested.isChecked() else Overlap.FLAT
        return NewProjectChoice(self._path(), self._scheme(), overlap)

    def _named(self, scheme: Scheme) -> str:
        return self.tr("{name}, {n} {n:label|labels}").format(name=scheme.name, n=numeral(len(scheme.active)))

    def _with_button(self, field: QLineEdit, text: str, slot: object) -> QWidget:
        whole = QWidget(self.ground)
        button = QPushButton(text, whole)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        row.addWidget(field, 1)
        row.addWidget(button)
        whole.setFocusProxy(field)
        return whole

    def _overlap_rows(self) -> None:
        heading = QLabel(self.tr("Spans"), self.ground)
        heading.setProperty("role", "heading")
        self.sheet.addWidget(heading)
        group = QButtonGroup(self)
        self.flat = Radio(self.theme, self.tr("Fl&at: no two spans share a word. Most formats want this."), self.ground)
        self.nested = Radio(self.theme, self.tr("Nes&ted: a span may lie inside another (“Port of Lindenau”)."), self.ground)
        for button in (self.flat, self.nested):
            group.addButton(button)
            self.sheet.addWidget(button)

    def _scheme(self) -> Scheme:
        at = self.scheme.currentIndex()
        if at < len(self._shipped):
            return self._shipped[at]
        return self._own if self._own is not None else self._shipped[0]

    def _path(self) -> Path:
        name = " ".join(self.name.text().split()).removesuffix(SUFFIX)
        return Path(self.folder.text().strip()).expanduser() / f"{name}{SUFFIX}"

    @Slot()
    def _choose_folder(self) -> None:
        found = self.ask_folder(self, Path(self.folder.text().strip()).expanduser())
        if found is not None:
            self.folder.setText(short_path(found))

    @Slot(int)
    def _scheme_chosen(self, at: int) -> None:
        if at == len(self._shipped):
            path = self.ask_scheme(self, Path(self.folder.text().strip()).expanduser())
            if path is None or not self._take_file(path):
                self.scheme.setCurrentIndex(self._held)
                return
        self._held = self.scheme.currentIndex()
        self._show_scheme()

    def _take_file(self, path: Path) -> bool:
        try:
            scheme = offered.scheme_of(path)
        except AnnotatorError as error:
            self.notice.show_notice(translated(error.sentence))
            return False
        self._own = scheme
        self.scheme.setItemText(len(self._shipped), f"{self._named(scheme)} ({path.name})")
        return True

    def _show_scheme(self) -> None:
        scheme = self._scheme()
        self.labels.show_labels(tuple((each.key, each.colour - 1) for each in scheme.active))
        (self.nested if scheme.overlap is Overlap.NESTED else self.flat).setChecked(True)
        self._look()

    def _wrong(self) -> str:
        name = " ".join(self.name.text().split()).removesuffix(SUFFIX)
        path = self._path()
        if not name:
            return ""
        bad = sorted({char for char in name if char in _FORBIDDEN or not char.isprintable()})
        if bad or name.startswith(".") or name.endswith("."):
            what = "  ".join(bad) if bad else "."
            return self.tr("A name of a file cannot hold {what} there; leave it out.").format(what=what)
        if not path.parent.is_dir():
            return self.tr("There is no folder {folder}; choose one that exists.").format(folder=short_path(path.parent))
        if not os.access(path.parent, os.W_OK):
            return self.tr("You may not write into {folder}; choose another one.").format(folder=short_path(path.parent))
        if path.exists():
            return self.tr("{name} is there already; choose another name, or open it.").format(name=path.name)
        return ""

    @Slot()
    def _look(self) -> None:
        wrong, path = self._wrong(), self._path()
        named = bool(self.name.text().strip())
        self.notice.show_notice(wrong)
        possible = named and not wrong
        self.say(path.name if possible else "", self.tr("in {folder}").format(folder=short_path(path.parent)) if possible else "")
        if not named:
            self.say("", self.tr("A project is one file that holds everything"))
        self.set_verb(self.tr("Create project"), possible=possible)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewProject", text)
