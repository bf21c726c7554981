"""A layer, or the suggestions, held against a gold layer: figures, F1 by label, and every error with the way to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.project.door import Project
from annotator.project.evaluating import MISSED, SPURIOUS, Error, Evaluated
from annotator.project.layers import SUGGESTIONS, LayerSummary
from annotator.ui.bridge import first_line
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.fields import Choice
from annotator.ui.dialogs.parts import Notice
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.empty import EmptyState
from annotator.ui.numerals import numeral, score
from annotator.ui.plots import SIDE, Figure, FigureRow
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Task, Work
from annotator.ui.theme import Theme
from annotator.ui.words import kind_text

_INSET, _ROWS, _EMPTY = 18, 6, 180
Look = Callable[[str, str, Handle], Evaluated]
"""Given the id of the gold layer (hexadecimal), what is judged, and a handle."""


class EvaluationView(Dialog):
    """Two layers to choose, what they come to, and a list of errors. Enter goes to the chosen one."""

    def __init__(self, parent: QWidget | None, theme: Theme, look: Look, layers: Sequence[LayerSummary]) -> None:
        """`look` is called in another thread."""
        super().__init__(parent, theme, self.tr("Evaluate"), self.tr("Go to the error"), width=LIST, cancel=self.tr("Close"))
        self._look = look
        self._work = Work(self, threads=1)
        self._task: Task | None = None
        self._errors: tuple[Error, ...] = ()
        px = theme.px
        self.sheet.setContentsMargins(px(2), px(18), px(2), px(12))
        self.title.setContentsMargins(px(_INSET), 0, 0, 0)
        self.judged, self.gold = Choice(theme, self.ground), Choice(theme, self.ground)
        self.judged.addItem(self.tr("the suggestions"), SUGGESTIONS)
        for each in layers:
            for box in (self.judged, self.gold):
                box.addItem(each.name or each.id.hex()[:8], each.id.hex())
        self.gold.setCurrentIndex(self._likely(layers))
        row = QHBoxLayout()
        row.setContentsMargins(px(_INSET), 0, px(_INSET), 0)
        row.setSpacing(px(12))
        for name, box in ((self.tr("&What is judged"), self.judged), (self.tr("&The gold layer"), self.gold)):
            column = QVBoxLayout()
            self.field(name, box, into=column)
            row.addLayout(column, 1)
            box.activated.connect(self._read)
        self.sheet.addLayout(row)
        self.figures = FigureRow(theme, self.tr("What it came to"), self.ground)
        self.reach(self.figures, by=SIDE - _INSET)
        self.list = RowList(theme, self.tr("Errors"), self.ground)
        self.list.setFixedHeight(px(48 * _ROWS))
        self.list.chosen.connect(self._show_verb)
        self.list.doubleClicked.connect(self.accept)
        self.sheet.addWidget(self.list)
        self.empty = EmptyState(theme, self.ground)
        self.empty.setFixedHeight(px(_EMPTY))
        self.sheet.addWidget(self.empty)
        self.notice = Notice(theme, self.ground)
        self.notice.setContentsMargins(px(_INSET), 0, px(_INSET), 0)
        self.sheet.addWidget(self.notice)
        self._read()
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, project: Project) -> Error | None:
        """Return the error to go to; None where the person closed the dialog."""
        dialog = cls(parent, theme, partial(looked, project), project.layers.all())
        return dialog.value if dialog.run() else None

    @staticmethod
    def _likely(layers: Sequence[LayerSummary]) -> int:
        """Return the place of the layer that is called gold, else of the one with most done."""
        named = next((number for number, each in enumerate(layers) if each.name.casefold() == "gold"), None)
        return named if named is not None else max(range(len(layers)), key=lambda number: layers[number].done, default=0)

    @property
    def value(self) -> Error | None:
        """The error that is chosen."""
        at = self.list.currentIndex().row()
        return self._errors[at] if 0 <= at < len(self._errors) else None

    @property
    def settled(self) -> bool:
        """Whether what is shown answers what was asked last."""
        return self._task is None

    def done(self, result: int) -> None:
        """End: computing stops before the dialog goes."""
        self._work.close()
        super().done(result)

    @Slot()
    def _read(self) -> None:
        if self._task is not None:
            self._task.abandon()
            self._task = None
        self._show(())
        self._show_parts(found=True)
        gold, judged = str(self.gold.currentData() or ""), str(self.judged.currentData())
        self.figures.show_figures(())
        if not gold:
            self._show_nothing(self.tr("No layer has anything yet. Bring a gold layer in, or settle disagreements."))
            return
        self.notice.show_notice(self.tr("Comparing…"), "muted")
        self._task = self._work.start(partial(self._look, gold, judged))
        self._task.finished.connect(self._looked)
        self._task.failed.connect(self._failed)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AnnotatorError):
            raise error
        self._show_nothing(translated(error.sentence))
        self.gold.setFocus()  # the next step is another choice, and an empty list shows no ring

    @Slot(object)
    def _looked(self, found: Evaluated) -> None:
        self._task = None
        strict, relaxed, scores = found.scores.strict_all, found.scores.relaxed_all, found.scores
        words = self.tr("precision {p}, recall {r}")
        self.figures.show_figures((
            Figure(self.tr("F1, edges and label"), score(strict.f1.value),
                   words.format(p=score(strict.precision.value), r=score(strict.recall.value))),
            Figure(self.tr("F1, relaxed"), score(relaxed.f1.value), self.tr("label right, some text shared")),
            Figure(self.tr("Entries"), numeral(scores.entries), self.tr("{n} gold {n:span|spans}").format(n=numeral(strict.gold))),
        ))  # fmt: skip
        self._show(found.errors)
        self.notice.show_notice("" if found.errors else self.tr("No error: the two are equal."), "success")
        if found.errors:
            self.list.go_to(0)
        self.say(self.tr("{n} {n:error|errors}").format(n=numeral(len(found.errors))) if found.errors else "")

    def _show_nothing(self, sentence: str) -> None:
        """Say in the place of figures and errors why there are none."""
        self.notice.show_notice("")
        self.empty.show_empty(sentence)
        self._show_parts(found=False)

    def _show_parts(self, *, found: bool) -> None:
        for part in (self.figures, self.list, self.notice):
            part.setVisible(found)
        self.empty.setVisible(not found)
        if self.isVisible():
            self.fit()

    def _show(self, errors: tuple[Error, ...]) -> None:
        self._errors = errors
        self.list.show_rows([self._row(each) for each in errors])
        self.say()
        self._show_verb()

    @Slot()
    def _show_verb(self) -> None:
        self.verb_button.setEnabled(self.value is not None)

    def _row(self, error: Error) -> Row:
        if error.kind in (MISSED, SPURIOUS):
            labels = ", ".join(label for *_, label in error.gold or error.predicted)
            right = f"{self.tr('missed') if error.kind == MISSED else self.tr('too much')} {labels}"
        else:
            sides = [", ".join(label for *_, label in side) for side in (error.predicted, error.gold)]
            right = f"{kind_text(error.kind)} {' → '.join(dict.fromkeys(sides))}"
        return Row(error.text, first_line(error.title) or self.tr("no title"), right, "danger" if error.kind == MISSED else "muted")


def looked(project: Project, gold: str, judged: str, handle: Handle) -> Evaluated:
    """Return what a comparison came to, over a connection of its own: for another thread."""
    handle.check()
    beside = project.beside()
    try:
        return beside.evaluating.evaluate(gold, judged)
    finally:
        beside.close()
