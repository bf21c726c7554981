"""How far suggestions swayed the annotators, where there is a control group: one line for each, undefined with its reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.project.comparing import Agreement, Figure, Sway
from annotator.ui.dialogs.base import Elided
from annotator.ui.numerals import decimal, numeral
from annotator.ui.sentences import translated


class Swayed(QWidget):
    """Two lines under the figures: against the suggester, and annotators against each other. Hidden without a control group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = Elided(self), Elided(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for line in self.lines:
            line.setProperty("role", "second")
            column.addWidget(line)
        self.hide()

    def show_sways(self, found: Agreement) -> None:
        """Show what a study found; nothing where nobody labelled anything without suggestions."""
        self.lines[0].setText(_said(_tr("Swayed by suggestions (F1 with them, shown − hidden): {all}"), found.sways))
        self.lines[1].setText(_said(_tr("Alike because of suggestions (F1 of two, shown − hidden): {all}"), found.alike))
        self.setAccessibleName(". ".join(line.text() for line in self.lines if line.text()))
        for line in self.lines:
            line.setVisible(bool(line.text()))
        self.setVisible(bool(found.sways or found.alike))


def _said(sentence: str, sways: tuple[Sway, ...]) -> str:
    return sentence.format(all="  ·  ".join(_of(each) for each in sways)) if sways else ""


def _of(each: Sway) -> str:
    name = " / ".join(layer for layer in each.difference.layers if layer != "suggestions")
    counts = _tr("{shown} shown, {hidden} hidden").format(
        shown=numeral(each.shown.counted.entries), hidden=numeral(each.hidden.counted.entries)
    )  # fmt: skip
    return f"{name} {_value(each.difference)} ({counts})"


def _value(figure: Figure) -> str:
    if figure.value is None:
        return _tr("undefined: {why}").format(why=translated(figure.undefined))
    sign = "+" if figure.value >= 0 else ""
    interval = "" if figure.low is None or figure.high is None else f" [{decimal(figure.low, 2)} – {decimal(figure.high, 2)}]"
    return f"{sign}{decimal(figure.value, 2)}{interval}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("agreement", text)
