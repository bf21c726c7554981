"""The agreement screen: choices, five figures, pairs, label against label, labels; below, the disagreements of the chosen cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.project.cases import Case
from annotator.project.comparing import in_cell, with_gamma, without_gamma, write_report
from annotator.project.desk import Changed
from annotator.project.door import Means, Project, User
from annotator.project.studying import Asked
from annotator.ui import bridge
from annotator.ui.adjudicate.judging import Key, key_of
from annotator.ui.agreement import telling
from annotator.ui.agreement.board import Board
from annotator.ui.agreement.computing import Computed, compute
from annotator.ui.agreement.gamma import GammaRun
from annotator.ui.agreement.values import Heads, Hit
from annotator.ui.empty import EmptyState
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.tasks import Task, Work
from annotator.ui.theme import Theme

_AROUND = 140
_MOST = 300
"""Disagreements of a cell that are listed; "Adjudicate these" takes all."""


class AgreementScreen(QWidget):
    """Shows what was computed last; computes anew where the project or the question changed."""

    changed = Signal()
    asked = Signal(str)
    """A command was asked for by a button, by its id."""
    adjudicate_asked = Signal(object)
    """These cases (a frozenset of keys) are to be adjudicated."""
    failed = Signal(object)
    """What was asked could not be computed or written: the error."""
    noticed = Signal(str)

    def __init__(self, theme: Theme, project: Project, who: User, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._project, self._who, self._means = theme, project, who, means
        self._work = Work(self, threads=1)
        self._task: Task | None = None
        self.computed: Computed | None = None
        self._stale, self._seen = True, False
        self.pair: tuple[int, int] | None = None
        self.cell: tuple[str | None, str | None] | None = None
        self.label = ""
        self._matrix: telling.Matrix | None = None
        self._hits: list[Case] = []
        self._build()
        project.subscribe(self._project_changed)

    # Making

    def _build(self) -> None:
        self.board = board = Board(self._theme, self)
        self.choices, self.sheet, self.swayed = board.choices, board.figures, board.swayed
        self.pairs, self.matrix, self.bars, self.hits = board.pairs, board.matrix, board.bars, board.hits
        self.choices.match_chosen.connect(self._show)
        self.choices.question_chosen.connect(self._ask_anew)
        self.choices.save_asked.connect(self._save_pressed)
        self.choices.stop_asked.connect(self.stop)
        self.choices.gamma_chosen.connect(self._gamma_chosen)
        self.gamma = GammaRun(self)
        self.gamma.finished.connect(self._take_gamma)
        self.gamma.failed.connect(self._no_gamma)
        board.adjudicate.clicked.connect(self.adjudicate)
        self._empty = EmptyState(self._theme, self)
        self._empty.asked.connect(self._to_labelling)
        self._area = board.scrolled(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.pairs.chosen.connect(self._pair_chosen)
        self.matrix.chosen.connect(self._cell_chosen)
        self.bars.chosen.connect(self._label_chosen)
        self.hits.opened.connect(self._hit_opened)

    # What the window tells

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this screen by their ids."""
        return {"save-agreement": self.save_report, "stop-computing": self.stop}

    def status(self) -> str:
        """Return what the figures rest on, in words."""
        if self._task is not None or self.gamma.running:
            return self.tr("Computing…")
        if self.computed is None:
            return ""
        if self._stale:
            return self.tr("Not up to date")
        return self.tr("Computed from {n} decisions, up to date").format(n=numeral(self.computed.decisions))

    def set_seen(self, seen: bool) -> None:
        """Say whether the screen is shown: what is stale is computed then, what is not wanted any more is abandoned."""
        self._seen = seen
        if not seen:
            self._abandon()
        elif self._stale:
            self._fill_layers()
            self._ask_anew()
        if seen:
            self.pairs.setFocus()

    def close_work(self) -> None:
        """End all work, for the end of the project."""
        self._abandon()
        self._work.close()

    def _project_changed(self, changed: Changed) -> None:
        if changed.entries or changed.everything:
            self._stale = True
            if self._seen:
                self._ask_anew()

    # Computing

    def _fill_layers(self) -> None:
        layers = self._project.studying.layers()
        self.choices.show_layers([(each.id.hex(), each.name or each.id.hex()[:8]) for each in layers])

    def _asked(self) -> Asked:
        chosen = self.choices.chosen
        return Asked(() if len(chosen) == self.choices.count else chosen, self.choices.unfinished)

    @Slot()
    def _ask_anew(self) -> None:
        self._abandon()
        every = self.choices.count
        if every < 2:
            self._stack.setCurrentWidget(self._empty)
            sentence = self.tr("One layer only: agreement needs two.") if every else self.tr("No layer yet: agreement needs two.")
            self._empty.show_empty(sentence, action=self.tr("Label"))
            self.computed, self._stale = None, False
            self.changed.emit()
            return
        self._stack.setCurrentWidget(self._area)
        if len(self.choices.chosen) < 2:
            self.noticed.emit(self.tr("One layer only: agreement needs two."))
            return
        call = partial(compute, self._project.path, self._who, self._means, self._project.read_only, self._asked())
        self._task = task = self._work.start(call)
        task.finished.connect(self._take)
        task.failed.connect(self._not_computed)
        task.progressed.connect(self._progressed)
        task.cancelled.connect(self._stopped)
        self.choices.show_far(0)
        self.changed.emit()

    def _abandon(self) -> None:
        if self.gamma.stop():
            self._stale = True
        if self._task is not None:
            self._task.abandon()
            self._task, self._stale = None, True
        self.choices.show_far(None)

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        self.choices.show_far(100 * done // max(total, 1))

    @Slot()
    def stop(self) -> None:
        """Stop computing; what was computed before stays, and is said to be out of date."""
        if self._task is not None:
            self._task.cancel()
        elif self.gamma.running:
            self.choices.gamma.setChecked(False)

    @Slot()
    def _stopped(self) -> None:
        self._task, self._stale = None, True
        self.choices.show_far(None)
        self.noticed.emit(self.tr("Stopped: these figures are not up to date."))
        self.changed.emit()

    @Slot(object)
    def _take(self, computed: Computed) -> None:
        self._task, self._stale, self.computed = None, False, computed
        self.choices.show_far(None)
        count = len(computed.layers)
        if self.pair is None or max(self.pair) >= count:
            self.pair, self.cell, self.label = (0, 1), None, ""
        self._gamma_chosen()

    # Gamma, which comes after all others

    @Slot()
    def _gamma_chosen(self) -> None:
        """Compute gamma where it is wanted and the other figures are there, or leave it out."""
        self.gamma.stop()
        computed = self.computed
        if self._task is not None or self._stale or computed is None:
            return
        self.computed = replace(computed, agreement=without_gamma(computed.agreement))
        if self.choices.gamma.isChecked():
            self.gamma.start(self._project.path, computed.asked)
        self.choices.show_far(None, gamma=self.gamma.running)
        self._show()

    @Slot(object)
    def _take_gamma(self, report: dict[str, Any]) -> None:
        computed = self.computed
        assert computed is not None
        self.choices.show_far(None)
        try:
            found = with_gamma(computed.agreement, report)
        except AnnotatorError as error:
            self._no_gamma(translated(error.sentence))
            return
        self.computed = replace(computed, agreement=found)
        self._show()

    @Slot(str)
    def _no_gamma(self, sentence: str) -> None:
        self.choices.gamma.setChecked(False)
        self.noticed.emit(sentence)

    @Slot(object)
    def _not_computed(self, error: BaseException) -> None:
        self._task = None
        self.choices.show_far(None)
        self.failed.emit(error)
        self.changed.emit()

    # Showing

    @property
    def measure(self) -> str:
        """By which measure spans match."""
        return self.choices.measure

    @Slot()
    def _show(self) -> None:
        computed = self.computed
        if computed is None or self.pair is None:
            return
        found, scheme = computed.agreement, self._project.scheme.value
        self.sheet.show_figures(telling.figures(computed, self.measure, gamma=self.gamma.running))
        self.swayed.show_sways(found)
        heads, cells = telling.pairs(found, self.measure)
        self.pairs.show_cells(heads, heads, cells, self.pair)
        self.bars.show_bars(telling.bars(found, self.measure, scheme), self.label)
        self._show_matrix()
        self.board.fit(len(computed.layers))
        self._show_hits()
        self.changed.emit()

    def _show_matrix(self) -> None:
        computed, pair = self.computed, self.pair
        if computed is None or pair is None or pair[0] == pair[1]:
            return
        first, second = (computed.agreement.layers[place] for place in pair)
        self._matrix = telling.matrix(computed.agreement, first, second, self._project.scheme.value)
        self.board.of_matrix.title.setText(self.tr("{a} against {b}: which label met which").format(a=first, b=second))
        self.board.of_matrix.note.setText(self.tr("rows {a}, columns {b}, shade is the share of the row").format(a=first, b=second))
        if self._matrix is None:
            self.matrix.show_cells(Heads(()), Heads(()), ())
            return
        current = None
        if self.cell is not None and all(each in self._matrix.labels for each in self.cell):
            current = self._matrix.labels.index(self.cell[0]), self._matrix.labels.index(self.cell[1])
        self.matrix.show_cells(self._matrix.rows, self._matrix.rows, self._matrix.cells, current)

    def _show_hits(self) -> None:
        computed, pair = self.computed, self.pair
        if computed is None or pair is None:
            return
        first, second = (computed.layers[place] for place in pair)
        layers = list(computed.layers)
        if self.label:
            self._hits = [case for case in computed.cases if self.label in case.found.labels]
            title = self.tr("{label}, all layers").format(label=self.label)
        elif self.cell is not None:
            cell = (first.id, second.id, self.cell)
            self._hits = [case for case in computed.cases if in_cell(case.found, *cell)]
            names = [each if each is not None else self.tr("none") for each in self.cell]
            title = f"{computed.agreement.layers[pair[0]]} {names[0]}, {computed.agreement.layers[pair[1]]} {names[1]}"
            layers = [first, second]
        else:
            self._hits = [case for case in computed.cases if telling.differ(case, first, second)]
            title = self.tr("{a} and {b}").format(a=computed.agreement.layers[pair[0]], b=computed.agreement.layers[pair[1]])
            layers = [first, second]
        self.board.of_hits.title.setText(title)
        count = len(self._hits)
        words = self.tr("1 disagreement") if count == 1 else self.tr("{n} disagreements").format(n=numeral(count))
        self.board.of_hits.note.setText(
            words if count <= _MOST else self.tr("{words}, the first {n} are listed").format(words=words, n=numeral(_MOST))
        )
        self.board.adjudicate.setEnabled(bool(count))
        scheme, entries = self._project.scheme.value, self._project.entries
        shown = []
        for number, case in enumerate(self._hits[:_MOST]):
            entry, start, end = entries.entry(case.row), case.found.start, case.found.end
            shown.append(
                Hit(
                    number, bridge.clock(entry.published), bridge.first_line(entry.title or entry.text),
                    ("… " if start > _AROUND else "") + entry.text[max(start - _AROUND, 0) : start], entry.text[start:end],
                    entry.text[end : end + _AROUND], telling.sides(case.found, layers, scheme),
                )
            )  # fmt: skip
        self.hits.show_hits(shown)
        one, other = (computed.agreement.layers[place] for place in pair)
        self.board.say_nothing("" if shown else telling.nothing(computed.agreement, one, other, self.cell, self.label))

    # What the widgets tell

    @Slot(int, int)
    def _pair_chosen(self, row: int, column: int) -> None:
        if row != column:
            self.pair, self.cell, self.label = (row, column), None, ""
            self.bars.list.clearSelection()
            self._show_matrix()
            self._show_hits()

    @Slot(int, int)
    def _cell_chosen(self, row: int, column: int) -> None:
        if self._matrix is not None:
            self.cell, self.label = (self._matrix.labels[row], self._matrix.labels[column]), ""
            self.bars.list.clearSelection()
            self._show_hits()

    @Slot(str)
    def _label_chosen(self, label: str) -> None:
        self.label, self.cell = label, None
        self.matrix.show_current(None)
        self._show_hits()

    @Slot(int)
    def _hit_opened(self, number: int) -> None:
        self.adjudicate_asked.emit(frozenset([key_of(self._hits[number])]))

    @Slot()
    def adjudicate(self) -> None:
        """Adjudicate all disagreements of the chosen cell."""
        keys: frozenset[Key] = frozenset(key_of(case) for case in self._hits)
        if keys:
            self.adjudicate_asked.emit(keys)

    @Slot()
    def _save_pressed(self) -> None:
        self.asked.emit("save-agreement")

    @Slot()
    def _to_labelling(self) -> None:
        self.asked.emit("screen label")

    def ask_path(self) -> Path | None:
        """Return where the person wants the report."""
        start = self._project.path.with_name(f"{self._project.path.stem} agreement.html")
        kinds = self.tr("Web page (*.html);;JSON (*.json);;Table (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the agreement report"), str(start), kinds)
        return Path(name) if name else None

    def save_report(self, path: Path | None = None) -> None:
        """Write the report where the person wants it: HTML, JSON or CSV by the name's ending."""
        computed = self.computed
        if computed is None:
            return
        target = path or self.ask_path()
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(".html")
        try:
            write_report(target, self._project.studying.report(computed.agreement, target.suffix.lower().lstrip(".")))
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self.noticed.emit(self.tr("The report is written to {name}.").format(name=target.name))
