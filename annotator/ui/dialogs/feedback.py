"""What a person is told of a practice entry once it is done: how much was right, and each place that is otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from annotator.project.practice import Difference, Feedback, Place
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.numerals import numeral, score
from annotator.ui.plots import SIDE, Figure, FigureRow
from annotator.ui.theme import Theme
from annotator.ui.words import kind_text

_AROUND = 46
_MOST_ROWS = 6


class PracticeFeedback(Dialog):
    """Figures and differences of one entry; there is nothing to decide, so there is one button."""

    def __init__(self, parent: QWidget | None, theme: Theme, found: Feedback, *, left: int) -> None:
        title = self.tr("Practice: all of it is right") if not found.differences else self.tr("Practice: this is otherwise")
        super().__init__(parent, theme, title, self.tr("Go on"), width=LIST, cancel=None)
        entry = QLabel(found.title, self.ground)
        entry.setProperty("role", "second")
        entry.setWordWrap(True)
        self.sheet.addWidget(entry)
        right = found.score
        self.figures = FigureRow(theme, self.tr("How much was right"), self.ground)
        self.figures.show_figures((
            Figure(self.tr("Found"), self.tr("{n} of {all}").format(n=numeral(right.same), all=numeral(right.right)),
                   self.tr("of the spans that are right")),
            Figure(self.tr("Right"), self.tr("{n} of {all}").format(n=numeral(right.same), all=numeral(right.own)),
                   self.tr("of the spans you marked")),
            Figure(self.tr("F1"), score(right.f1), self.tr("edges and label right")),
        ))  # fmt: skip
        self.reach(self.figures, by=SIDE)
        self.list = RowList(theme, self.tr("What is otherwise"), self.ground, choosing=False)
        self.list.show_rows([self._row(each, found.text) for each in found.differences])
        self.list.setFixedHeight(theme.px(48 * min(max(len(found.differences), 1), _MOST_ROWS)))
        self.list.setVisible(bool(found.differences))
        self.sheet.addWidget(self.list)
        first = self.tr("The first time counts; you can correct the entry to learn from it") if found.differences else ""
        self.say(
            first, self.tr("{n} {n:entry|entries} left to practise on").format(n=numeral(left)) if left else self.tr("Practice is over")
        )
        self.verb_button.setFocus()

    @classmethod
    def tell(cls, parent: QWidget | None, theme: Theme, found: Feedback, *, left: int) -> None:
        """Tell until the person goes on; `left` is how many practice entries are not done yet."""
        cls(parent, theme, found, left=left).run()

    def _row(self, each: Difference, text: str) -> Row:
        before, after = text[max(each.start - _AROUND, 0) : each.start], text[each.end : each.end + _AROUND]
        around = " ".join(f"… {before}[{each.words}]{after} …".split())
        second = self.tr("you: {own}  ·  right: {right}").format(own=self._said(each.own, text), right=self._said(each.right, text))
        return Row(around, second, kind_text(each.kind), "warning")

    def _said(self, places: Sequence[Place], text: str) -> str:
        return ", ".join(f"“{text[s:e]}” {key}" for s, e, key in places) or self.tr("nothing")
