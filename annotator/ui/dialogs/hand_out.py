"""Hand out: deal entries to people, change who labels what cell by cell, and write everybody's bundle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError, InputError
from annotator.core.ids import Id
from annotator.core.model import LayerKind
from annotator.project.assigning import Cell, Dealing, Matrix, Plan
from annotator.project.desk import NOTHING, Changed
from annotator.project.door import Project
from annotator.ui.beside import beside, decided
from annotator.ui.dialogs.assign_table import AssignTable, Column
from annotator.ui.dialogs.base import Dialog, Elided
from annotator.ui.dialogs.fields import Choice, Tick
from annotator.ui.dialogs.parts import Notice
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Task, Work
from annotator.ui.theme import Theme

WIDTH, _HEIGHT = 1000, 300
_SHARES = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5)
_PRACTICE = (0, 1, 2, 3, 5, 8, 10, 15, 20)
_LONGEST_FILE_NAME = 60
_FAR = 2_000
"""In projects of up to so many entries all is worked out while the person types (some 50 ms); in another thread where there are more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who labels what now: the matrix, the entries in corpus order, and every assignment."""

    matrix: Matrix
    entries: Sequence[int]
    cells: Sequence[Cell]


class HandOut(Dialog):
    """Fields for dealing over the matrix. The verb deals; the other button writes bundles; both leave the dialog open."""

    def __init__(self, parent: QWidget | None, theme: Theme, project: Project, *, far: int = _FAR) -> None:
        super().__init__(parent, theme, "", "", width=WIDTH)
        self.setWindowTitle(self.tr("Hand out"))
        self.title.setText(self.tr("Hand out"))
        self.cancel_button.setText(self.tr("Close"))
        self._project, self._far = project, far
        self._work = Work(self, threads=1)
        self._plan: Plan | None = None
        self._planning: Task | None = None
        self._begun = False
        ground = self.ground
        self.people = QLineEdit(ground)
        self.people.setPlaceholderText(self.tr("Bea, Cem, Dan"))
        self.how, self.control, self.again, self.practice, self.gold = (Choice(theme, ground) for _ in range(5))
        self.seed = QLineEdit("0", ground)
        self.by_source, self.anew = Tick(theme, self.tr("Whole sources"), ground), Tick(theme, self.tr("Deal all out anew"), ground)
        self.suggestions = Tick(theme, self.tr("Suggestions go along, of those who saw nobody’s decisions"), ground)
        self.table = AssignTable(theme, self._title_of, ground)
        self.shared = Elided(ground)
        self.shared.setProperty("role", "second")
        self.notice = Notice(theme, ground)
        self.write_button = QPushButton(theme.icons.icon("export"), " " + self.tr("Write bundles…"), self)
        self._fill()
        self._lay_out()
        self._connect()
        self._show()
        self.people.setFocus()

    def done(self, result: int) -> None:
        """End: what is worked out in another thread stops before the dialog goes."""
        self._work.close()
        super().done(result)

    @property
    def _is_far(self) -> bool:
        return self._project.desk.total > self._far

    def _fill(self) -> None:
        for count, words in ((1, self.tr("one person")), (2, self.tr("two people")), (3, self.tr("three people"))):
            self.how.addItem(self.tr("Each entry to {who}").format(who=words), {"per_entry": count})
        self.how.addItem(self.tr("Everything to everyone"), {"everyone": True})
        for share in _SHARES[2:]:
            self.how.addItem(self.tr("{share} % to everyone, the rest to one").format(share=round(100 * share)), {"overlap": share})
        for share in _SHARES:
            for box in (self.control, self.again):
                box.addItem(self.tr("none") if not share else f"{round(100 * share)} %", share)
        for count in _PRACTICE:
            self.practice.addItem(self.tr("none") if not count else numeral(count), count)
        for layer in self._project.layers.all():
            kind = self.tr("settled") if layer.kind is LayerKind.ADJUDICATED else ""
            name = " · ".join(part for part in (layer.name or layer.id.hex()[:8], kind) if part)
            self.gold.addItem(name, layer.id)

    def _lay_out(self) -> None:
        px = self.theme.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(4))
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("&People, separated by commas"), self.people), (self.tr("&How"), self.how),
            (self.tr("&Without suggestions"), self.control),
            (self.tr("Shown &again later"), self.again), (self.tr("P&ractice first"), self.practice),
            (self.tr("What is ri&ght there"), self.gold), (self.tr("&Seed"), self.seed),
        )  # fmt: skip
        places = ((0, 0), (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (1, 1))
        for (name, widget), (line, column) in zip(fields, places, strict=True):
            label = QLabel(name, self.ground)
            label.setProperty("role", "heading")
            if line:
                label.setContentsMargins(0, px(8), 0, 0)  # nearer to its own field than to the one above
            label.setBuddy(widget)
            widget.setAccessibleName(name.replace("&", ""))
            grid.addWidget(label, 2 * line, column)
            grid.addWidget(widget, 2 * line + 1, column)
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        ticks.addWidget(self.by_source)
        ticks.addWidget(self.anew)
        grid.addLayout(ticks, 2, 0, 2, 1)
        for column, stretch in enumerate((4, 4, 2, 3)):
            grid.setColumnStretch(column, stretch)
        self.sheet.addLayout(grid)
        self.sheet.addWidget(self.notice)
        self.table.setMinimumHeight(self.theme.px(_HEIGHT))
        self.sheet.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self.suggestions, 1)
        below.addWidget(self.write_button)
        self.sheet.addWidget(self.shared)
        self.sheet.addLayout(below)
        self.write_button.setAutoDefault(False)

    def _connect(self) -> None:
        self.people.textChanged.connect(self._look)
        self.seed.textChanged.connect(self._look)
        for box in (self.how, self.control, self.again, self.practice, self.gold):
            box.activated.connect(self._look)
        self.by_source.toggled.connect(self._look)
        self.anew.toggled.connect(self._look)
        self.table.toggled.connect(self._toggle)
        self.table.marked.connect(self._mark)
        self.write_button.clicked.connect(self._write_pressed)

    # What is asked for

    @property
    def names(self) -> list[str]:
        """The people that are named."""
        return [name for each in self.people.text().split(",") if (name := " ".join(each.split()))]

    def dealing(self) -> Dealing:
        """Return what the fields say. Raises InputError for a seed that is no number."""
        if not self.seed.text().strip().isdecimal():
            raise InputError(self.tr("The seed is a whole number."))
        how: dict[str, object] = self.how.currentData()
        practice = int(self.practice.currentData())
        return Dealing(
            **how, control=self.control.currentData(), again=self.again.currentData(), by_source=self.by_source.isChecked(),  # type: ignore[arg-type]
            seed=int(self.seed.text()), anew=self.anew.isChecked(), practice=practice, gold=self.gold.currentData() if practice else None,
        )  # fmt: skip

    @Slot()
    def _look(self) -> None:
        """Say what dealing would do; nothing is written."""
        self.gold.setEnabled(bool(self.practice.currentData()))
        self._plan = None
        if self._planning is not None:
            self._planning.abandon()
            self._planning = None
        try:
            dealing = self.dealing()
            if not self._is_far or not self.names:
                self._planned(_plan(self.names, dealing, self._project))
                return
        except InputError as error:
            self._refused(error)
            return
        self.say(self.tr("Working out who gets what…"))
        self.set_verb(self.tr("Deal out"), possible=False)
        self._planning = self._work.start(partial(beside, self._project, partial(_planned_beside, self.names, dealing)))
        self._planning.finished.connect(self._planned)
        self._planning.failed.connect(self._refused)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._planning = None
        if not isinstance(error, AnnotatorError):
            raise error
        self.notice.show_notice(translated(error.sentence) if self.names else self.tr("Name the people who are to label."), "muted")
        self.say("", "")
        self.set_verb(self.tr("Deal out"), possible=False)

    @Slot(object)
    def _planned(self, plan: Plan) -> None:
        self._planning = None
        self.notice.show_notice("", "muted")
        self._plan = plan
        left, back = plan.left, len(plan.taken_back)
        kept = self.tr("{n} {n:entry is|entries are} somebody’s already and stay so").format(n=numeral(left)) if left else ""
        gone = self.tr("{n} {n:assignment is|assignments are} taken back").format(n=numeral(back)) if back else ""
        self.say(", ".join(part for part in (kept, gone) if part), self.tr("One undo takes all of it back"))
        words = self.tr("Deal out {n} {n:assignment|assignments}").format(n=numeral(len(plan.given)))
        self.set_verb(words, possible=bool(plan.given or plan.taken_back) and not self._project.read_only)

    # What is done

    @Slot()
    def accept(self) -> None:
        """Deal out as the fields say, and stay."""
        if self._plan is None or not self.verb_button.isEnabled():
            return
        call = partial(_dealt, self.names, self.dealing())
        if not self._is_far:
            self._do(partial(call, self._project))
            return
        title, many = self.tr("Handing out"), self.tr("{n} {n:assignment|assignments}").format(n=numeral(len(self._plan.given)))
        self._do(partial(decided, self, self.theme, self._project, title, many, call))

    @Slot(object)
    def _toggle(self, index: QModelIndex) -> None:
        cell, row, person = self._at(index)
        self._do(partial(self._project.assigning.set, row, person, cell is None))

    @Slot(object, str)
    def _mark(self, index: QModelIndex, mark: str) -> None:
        cell, row, person = self._at(index)
        if cell is None or cell.practice:
            return
        control, again = cell.control is not (mark == "control"), cell.again is not (mark == "again")
        self._do(partial(self._project.assigning.set, row, person, True, control=control, again=again))

    def _at(self, index: QModelIndex) -> tuple[Cell | None, int, Id]:
        model = self.table.cells
        return model.cell(index), model.entries[index.row()], model.columns[index.column()].person

    def _do(self, call: Callable[[], Changed | None]) -> None:
        try:
            call()
        except AnnotatorError as error:
            self.notice.show_notice(translated(error.sentence))
            return
        self._show()

    @Slot()
    def _write_pressed(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where the bundles go"), str(self._project.path.parent))
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the bundle of everybody who has entries into a folder, and say what was written."""
        made: list[Path] = []
        call = partial(_written, folder, self.suggestions.isChecked(), made)
        try:
            if not self._is_far:
                call(self._project)
            elif decided(self, self.theme, self._project, self.tr("Writing bundles"), folder.name, call) is None:
                self.notice.show_notice(self.tr("Stopped: {n} {n:bundle is|bundles are} written.").format(n=numeral(len(made))), "muted")
                return
        except AnnotatorError as error:
            self.notice.show_notice(translated(error.sentence))
            return
        said = self.tr("{n} {n:bundle is|bundles are} written to {folder}. They come back by “Bring together”.")
        self.notice.show_notice(said.format(n=numeral(len(made)), folder=folder.name), "success")

    # What is shown

    def _title_of(self, row: int) -> str:
        entry = self._project.entries.entry(row)
        return entry.title or " ".join(entry.text[:120].split())

    def _show(self) -> None:
        """Show who labels what now, and say what dealing would do."""
        if not self._is_far:
            self._stands(_standing(self._project))
            return
        self.shared.setText(self.tr("Reading who labels what…"))
        self._work.start(partial(beside, self._project, _read)).finished.connect(self._stands)

    @Slot(object)
    def _stands(self, found: Standing) -> None:
        matrix = found.matrix
        columns = [Column(each.person.id, f"{each.person.name}  {numeral(each.entries)}") for each in matrix.rows]
        self.table.cells.show_cells(found.entries, columns, found.cells)
        self.shared.setText(self._shared_words(matrix))
        self.write_button.setEnabled(bool(matrix.rows) and not self._project.read_only)
        if not self._begun and not self.people.text():
            self.people.setText(", ".join(each.person.name for each in matrix.rows))
        self._begun = True
        self._look()

    def _shared_words(self, matrix: Matrix) -> str:
        pairs = [self.tr("{a} and {b} share {n}").format(a=one, b=other, n=numeral(n)) for (one, other), n in sorted(matrix.pairs.items())]
        nobody = matrix.by_people.get(0, 0)
        left = [self.tr("{n} {n:entry is|entries are} nobody’s yet").format(n=numeral(nobody))] if nobody else []
        keys = self.tr("Space gives and takes back, C without suggestions, A shown again")
        return " · ".join([*left, keys, *pairs[:6]])  # the line may end in dots: keys before counts

    @classmethod
    def open_for(cls, parent: QWidget, theme: Theme, project: Project) -> None:
        """Show the dialog until it is closed."""
        cls(parent, theme, project).run()


def _plan(names: Sequence[str], dealing: Dealing, project: Project) -> Plan:
    return project.assigning.plan(project.assigning.named(names, introduce=False), dealing)


def _planned_beside(names: Sequence[str], dealing: Dealing, project: Project, handle: Handle) -> Plan:
    handle.check()  # one that waited its turn and is out of date by now
    return _plan(names, dealing, project)


def _dealt(names: Sequence[str], dealing: Dealing, project: Project) -> Changed:
    return project.assigning.assign(project.assigning.plan(project.assigning.named(names), dealing))


def _written(folder: Path, suggestions: bool, made: list[Path], project: Project) -> Changed:
    """Write the bundle of everybody who has entries, and note each that stands in `made`."""
    shares = project.assigning.matrix().rows
    for number, each in enumerate(shares):
        project.desk.advance(number, len(shares))
        name = file_name(f"{project.path.stem} for {each.person.name}")
        made.append(project.bundles.write(each.person.id.hex(), folder / name, suggestions=suggestions).path)
    return NOTHING


def _standing(project: Project) -> Standing:
    return Standing(project.assigning.matrix(), project.entries.rows(), project.assigning.cells())


def _read(project: Project, _: Handle) -> Standing:
    return _standing(project)


def file_name(wanted: str) -> str:
    """Return a name that every file system takes."""
    plain = "".join(char if char.isalnum() or char in " -_()" else "_" for char in wanted)
    return " ".join(plain.split())[:_LONGEST_FILE_NAME].strip() or "bundle"
