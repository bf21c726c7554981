"""Which suggesters are on, and which model the default one uses: switched and chosen here, with the learning curve of each model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.joining import MEMORY
from annotator.project.door import Project
from annotator.project.roster import Seat
from annotator.project.trained import ModelVersion
from annotator.ui.beside import beside
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.parts import Notice
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.numerals import numeral, score, scores
from annotator.ui.plots import SIDE, Bar, Bars
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Work
from annotator.ui.theme import Theme

_WIDTH = 680
_SEATS, _MODELS, _ROW = 4, 3, 48
"""The most rows of each list that are seen at once."""
_FAR = 20_000
"""In projects of up to so many entries suggestions are counted at once (0.1 s)."""
_IMPORT = "import "
_PATTERNS = "patterns:"


class Suggesters(Dialog):
    """Two lists: suggesters with a switch each, models with their learning curve. What is chosen holds at once and is kept."""

    def __init__(self, parent: QWidget | None, theme: Theme, project: Project, *, far: int = _FAR) -> None:
        super().__init__(parent, theme, self.tr("Suggesters"), self.tr("Close"), width=_WIDTH, cancel=None)
        self._project, self._far = project, far
        self._work = Work(self, threads=1)
        self.to_run = False
        """Whether something was chosen that has yet to look at the entries."""
        self._seats: list[Seat] = []
        self._versions: list[ModelVersion] = []
        self.seats = RowList(theme, self.tr("Suggesters"), self.ground)
        self.models = RowList(theme, self.tr("Models"), self.ground)
        self.curve = Bars(theme, self.tr("Learning curve"), self.ground)
        self.notice = Notice(theme, self.ground)
        self.switch_button = QPushButton(self)
        self.add_button = QPushButton(self.tr("&Add a list of names…"), self)
        self.use_button = QPushButton(self.tr("&Use this model"), self)
        self._curve_words = self._heading(self.tr("Learning curve: F1 on the entries held out"))
        self._lay_out()
        for button, call in ((self.switch_button, self.switch), (self.add_button, self.add), (self.use_button, self.use)):
            button.setAutoDefault(False)
            button.setEnabled(not project.read_only)
            button.clicked.connect(call)
        self.seats.chosen.connect(self._show_seat)
        self.models.chosen.connect(self._show_model)
        self._list()
        self._tell()
        self.seats.setFocus()

    def _heading(self, text: str) -> QLabel:
        words = QLabel(text, self.ground)
        words.setProperty("role", "heading")
        return words

    def _lay_out(self) -> None:
        first, second = self._heading(self.tr("Who suggests")), self._heading(self.tr("The model of the default suggester"))
        for words, rows, buttons in (
            (first, self.seats, (self.switch_button, self.add_button)),
            (second, self.models, (self.use_button,)),
        ):
            line = QHBoxLayout()
            line.addWidget(words, 1)
            for button in buttons:
                line.addWidget(button)
            self.sheet.addLayout(line)
            self.reach(rows)
        self.sheet.addWidget(self._curve_words)
        self.reach(self.curve, by=SIDE)
        self.sheet.addWidget(self.notice)

    @classmethod
    def choose(cls, parent: QWidget | None, theme: Theme, project: Project) -> bool:
        """Show the dialog until it is closed; tell whether the suggesters are to look at the entries (again)."""
        dialog = cls(parent, theme, project)
        dialog.run()
        return dialog.to_run

    def done(self, result: int) -> None:
        """End: counting stops before the dialog goes."""
        self._work.close()
        super().done(result)

    # What is chosen

    @property
    def seat(self) -> Seat | None:
        """The suggester that the list is on."""
        at = self.seats.currentIndex().row()
        return self._seats[at] if 0 <= at < len(self._seats) else None

    @property
    def version(self) -> ModelVersion | None:
        """The model that the list is on."""
        at = self.models.currentIndex().row()
        return self._versions[at] if 0 <= at < len(self._versions) else None

    @Slot()
    def switch(self) -> None:
        """Switch the suggester on or off."""
        seat = self.seat
        if seat is not None and self._done(lambda: self._project.roster.switch(seat.name, not seat.on)):
            self.to_run = self.to_run or (not seat.on and bool(seat.spec) and seat.name != MEMORY)

    @Slot()
    def add(self) -> None:
        """Ask for a list of names with their labels, and let it suggest."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("A list of names and labels"), "", self.tr("Lists (*.csv *.toml *.jsonl);;All files (*)")
        )  # fmt: skip
        if name:
            self.take(Path(name))

    def take(self, file: Path) -> None:
        """Let a list of names suggest from now on."""
        roster = self._project.roster
        if self._done(lambda: roster.choose([*roster.on(), f"{_PATTERNS}{file.absolute()}"])):
            self.to_run = True

    @Slot()
    def use(self) -> None:
        """Let the default suggester use the model from now on."""
        version = self.version
        if version is not None and not version.in_force and self._done(lambda: self._project.models.use(version.number)):
            self.to_run = True

    def _done(self, call: Callable[[], object]) -> bool:
        try:
            call()
        except AnnotatorError as error:
            self.notice.show_notice(translated(error.sentence))
            return False
        self._list()
        self._tell()
        return True

    # What is shown

    def _list(self) -> None:
        """Show both lists; where counting suggestions would hold the person up, what is known at once and the counts a moment later."""
        project = self._project
        if project.desk.total <= self._far:
            self._show_lists(project.roster.seats())
            return
        self._show_lists(project.roster.seats({each.name: each.suggestions for each in self._seats}))
        self._work.start(partial(beside, project, _seats_of)).finished.connect(self._counted)

    @Slot(object)
    def _counted(self, seats: list[Seat]) -> None:
        self._show_lists(seats)
        self._tell()

    def _show_lists(self, seats: list[Seat]) -> None:
        seat, version = self.seats.currentIndex().row(), self.models.currentIndex().row()
        self._seats, self._versions = seats, self._project.models.versions()
        self.seats.show_rows([self._seat_row(each) for each in self._seats])
        self.models.show_rows([self._model_row(each) for each in self._versions])
        for rows, most in ((self.seats, _SEATS), (self.models, _MODELS)):
            rows.setFixedHeight(self.theme.px(_ROW * min(max(len(rows.rows), 1), most)))
        self.seats.go_to(max(seat, 0))
        force = next((number for number, each in enumerate(self._versions) if each.in_force), 0)
        self.models.go_to(force if version < 0 else version)
        self._show_seat(max(seat, 0))
        self._show_model(self.models.currentIndex().row())

    def _seat_row(self, seat: Seat) -> Row:
        kind = {
            "default": self.tr("the program’s own: a model of English news, and rules for dates, times and sums"),
            MEMORY: self.tr("what you decided, proposed wherever the same mention stands"),
            "rules": self.tr("the program’s rules, without the model"),
        }.get(seat.name, "")
        if not kind:
            kind = self.tr("your list of names") if seat.name.startswith(_PATTERNS) else self.tr("a spaCy pipeline")
        if seat.name.startswith(_IMPORT):
            kind = self.tr("came in with the file")
        kept = self.tr("{n} {n:suggestion|suggestions} kept").format(n=numeral(seat.suggestions)) if seat.suggestions else ""
        name = seat.name.removeprefix(_IMPORT)
        name = f"{_PATTERNS}{Path(name.removeprefix(_PATTERNS)).name}" if name.startswith(_PATTERNS) else name
        right = self.tr("on") if seat.on else self.tr("off")
        return Row(name, ", ".join(part for part in (kind, kept) if part), right, "success" if seat.on else "muted")

    def _model_row(self, version: ModelVersion) -> Row:
        name = self.tr("Model {n}").format(n=version.number) if version.number else self.tr("The model that comes with the program")
        second = self._learned(version.result) if version.number else self.tr("English news")
        if not version.there:
            second = self.tr("its folder is not there any more")
        return Row(name, second, self.tr("in use") if version.in_force else "", "success")

    def _learned(self, result: Mapping[str, Any]) -> str:
        figures = result.get("figures")
        if not figures:
            return self.tr("what it learned from was not kept")
        before, after = scores(figures[0].get("strict_before"), figures[0].get("strict_after"))
        words = self.tr("learned from {n} entries; F1 {before} before, {after} after")
        return words.format(n=numeral(result.get("learned_entries", 0)), before=before, after=after)

    @Slot(int)
    def _show_seat(self, _number: int) -> None:
        seat = self.seat
        self.switch_button.setText(self.tr("&Switch off") if seat is None or seat.on else self.tr("&Switch on"))

    @Slot(int)
    def _show_model(self, _number: int) -> None:
        version = self.version
        points = version.result.get("curve", ()) if version is not None else ()
        words = self.tr("{n} {n:entry|entries}")
        self.curve.show_bars(
            [Bar(words.format(n=numeral(each["entries"])), each["f1"] or 0.0, score(each["f1"]), role="muted") for each in points]
        )
        self.curve.setVisible(bool(points))
        self._curve_words.setVisible(bool(points))
        able = version is not None and version.there and not version.in_force
        self.use_button.setEnabled(able and not self._project.read_only)
        if self.isVisible():
            self.fit()

    def _tell(self) -> None:
        on = sum(each.on for each in self._seats)
        first = self.tr("{n} of {all} suggesters are on").format(n=numeral(on), all=numeral(len(self._seats)))
        self.say(first, self.tr("Nothing you decided changes; nothing that was suggested is lost"))


def _seats_of(project: Project, _: Handle) -> list[Seat]:
    return project.roster.seats()
