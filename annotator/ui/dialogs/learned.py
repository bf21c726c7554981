"""What learning came to: figures before and after, by label, how they grew with what was learned, and whether the model was taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui.dialogs.base import Dialog
from annotator.ui.numerals import numeral, score, scores
from annotator.ui.plots import SIDE, Bar, Bars, Figure, FigureRow
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme


class Learned(Dialog):
    """Shows the result of `annotator train` as the command prints it in JSON."""

    def __init__(self, parent: QWidget | None, theme: Theme, found: Mapping[str, Any]) -> None:
        title = self.tr("Learned: better suggestions") if found["taken"] else self.tr("Learned nothing better")
        super().__init__(parent, theme, title, self.tr("Close"), width=620, cancel=None)
        whole, *labels = found["figures"]
        held = self.tr("{n} {n:entry|entries} held out").format(n=numeral(found["held_out_entries"]))
        learned = self.tr("{n} {n:span|spans} learned from").format(n=numeral(found["learned_spans"]))
        before, after = scores(whole["strict_before"], whole["strict_after"])
        relaxed_before, relaxed = scores(whole["relaxed_before"], whole["relaxed_after"])
        self.figures = FigureRow(theme, self.tr("F1 of suggestions before and after"), self.ground)
        self.figures.show_figures((
            Figure(self.tr("Before"), before, translated(found["compared_with"])),
            Figure(self.tr("After"), after, self.tr("F1, edges and label right")),
            Figure(self.tr("F1, relaxed"), relaxed, self.tr("{f} before").format(f=relaxed_before)),
        ))  # fmt: skip
        self.labels = Bars(theme, self.tr("F1 by label, after"), self.ground)
        self.labels.show_bars([
            Bar(each["label"], each["strict_after"] or 0.0, " → ".join(scores(each["strict_before"], each["strict_after"])))
            for each in labels
            if each["gold"]
        ])  # fmt: skip
        self.curve = Bars(theme, self.tr("Learning curve"), self.ground)
        self.curve.show_bars([
            Bar(self.tr("{n} {n:entry|entries}").format(n=numeral(each["entries"])), each["f1"] or 0.0, score(each["f1"]), role="muted")
            for each in found["curve"]
        ])  # fmt: skip
        self.reach(self.figures, by=SIDE)
        for heading, plot in ((self.tr("By label"), self.labels), (self.tr("By how much was learned"), self.curve)):
            words = QLabel(heading, self.ground)
            words.setProperty("role", "heading")
            self.sheet.addWidget(words)
            self.reach(plot, by=SIDE)
        self.say(translated(found["why"]), f"{learned}, {held}")
        self.verb_button.setFocus()

    @classmethod
    def tell(cls, parent: QWidget | None, theme: Theme, found: Mapping[str, Any]) -> None:
        """Tell until the person closes the dialog."""
        cls(parent, theme, found).run()
