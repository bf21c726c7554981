"""What the adjudicate screen asks: which rule takes what is agreed, which equal cases are settled alike, which label a span gets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLabel, QWidget

from annotator.core.errors import InputError
from annotator.project.cases import ByRule, Everywhere, Rule
from annotator.ui.adjudicate.judging import NO_ENTITY, Judging
from annotator.ui.bridge import clock, first_line
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.comment import Comment
from annotator.ui.dialogs.fields import Choice
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.label_popup import LabelPopup, beside, label_offers
from annotator.ui.numerals import numeral
from annotator.ui.plural import cases, entries, places
from annotator.ui.reading_column import ReadingColumn
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme

Look = Callable[[Rule, str], ByRule]
"""From a rule and the name of an annotator to what it would take; nothing is written."""


class RuleChoice(Dialog):
    """A rule, what it would take, and the verb with its number."""

    def __init__(self, parent: QWidget | None, theme: Theme, layers: Sequence[str], look: Look) -> None:
        super().__init__(parent, theme, self.tr("Take the agreed parts by a rule"), self.tr("Take"))
        self._look = look
        self.plan: ByRule | None = None
        self.rule, self.named = Choice(theme, self.ground), Choice(theme, self.ground)
        words = {
            Rule.UNANIMOUS: self.tr("Unanimous: what all have marked alike"),
            Rule.MAJORITY: self.tr("Majority: the reading that more have than any other"),
            Rule.STRICT: self.tr("Strict majority: the reading of more than half"),
            Rule.NAMED: self.tr("One annotator’s readings"),
        }
        for rule, text in words.items():
            self.rule.addItem(text, rule.value)
        self.named.addItems(list(layers))
        self._told = QLabel(self.ground)
        self._told.setWordWrap(True)
        self._told.setProperty("role", "second")
        self.field(self.tr("&Rule"), self.rule)
        self.field(self.tr("&Annotator"), self.named)
        self.sheet.addWidget(self._told)
        self.rule.activated.connect(self._plan)
        self.named.activated.connect(self._plan)
        self._plan()

    @Slot()
    def _plan(self) -> None:
        rule = Rule(str(self.rule.currentData()))
        self.named.setEnabled(rule is Rule.NAMED)
        try:
            self.plan = plan = self._look(rule, self.named.currentText() if rule is Rule.NAMED else "")
        except InputError as error:
            self.plan = None
            self._told.setText(translated(error.sentence))
            self.set_verb(self.tr("Take"), possible=False)
            return
        taken = plan.unanimous + plan.by_rule
        self._told.setText(
            self.tr("{same} that all have marked alike, {rule} by this rule.").format(same=places(plan.unanimous), rule=plan.by_rule)
        )
        self.say(
            self.tr("{n} will be finished, {open} left open").format(n=entries(plan.finished), open=cases(plan.open)),
            self.tr("One undo takes all of it back"),
        )
        # An entry on which all agree that there is nothing is finished by the rule as well, though nothing is taken in it.
        self.set_verb(self.tr("Take {n} places").format(n=numeral(taken)), possible=bool(plan.steps))

    @classmethod
    def ask(cls, parent: QWidget, theme: Theme, layers: Sequence[str], look: Look) -> ByRule | None:
        """Return what the chosen rule takes; None where the person left."""
        dialog = cls(parent, theme, layers, look)
        return dialog.plan if dialog.run() else None


class EqualCases(Dialog):
    """The open cases that ask the same, with what each would get."""

    def __init__(self, parent: QWidget | None, theme: Theme, found: Everywhere, rows: Sequence[Row]) -> None:
        super().__init__(parent, theme, self.tr("Settle every equal case"), "", width=LIST)
        words = QLabel(found.said, self.ground)
        words.setWordWrap(True)
        self.sheet.addWidget(words)
        self.list = RowList(theme, self.tr("Equal cases"), self.ground, choosing=False)
        self.list.show_rows(rows)
        self.list.setMinimumHeight(theme.px(48 * min(max(len(rows), 2), 7)))
        self.sheet.addWidget(self.list)
        self.say(self.tr("{n} {n:case|cases} will be settled").format(n=numeral(len(rows))), self.tr("One undo takes all of them back"))
        self.set_verb(self.tr("Settle {n}").format(n=numeral(len(rows))), possible=bool(rows))
        self.verb_button.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, theme: Theme, found: Everywhere, rows: Sequence[Row]) -> bool:
        """Tell whether the person wants them all settled."""
        return cls(parent, theme, found, rows).run()


def label(parent: QWidget, theme: Theme, judging: Judging, view: ReadingColumn, place: tuple[int, int] | None) -> str | None:
    """Return the key of the label that a person chooses by its name, at the stretch of the text that gets it."""
    keys = {each.key: f"Alt+{each.shortcut}" for each in judging.scheme.active if each.shortcut}
    found = judging.entry()
    if place is None or found is None:
        return None
    chosen = LabelPopup.ask(parent, theme, label_offers(judging.scheme, keys), beside(view, *place), found[0].text[slice(*place)])
    known = judging.scheme.by_id(chosen) if isinstance(chosen, bytes) else None
    return known.key if known is not None else None


def remark(parent: QWidget, theme: Theme, judging: Judging) -> None:
    """Ask for a comment on the case in hand: it stays with how the case was settled."""
    case = judging.case
    if case is None or judging.project.read_only:
        return
    before = judging.remark if judging.is_open(case) else next((each.comment for each in case.settled if each.comment), "")
    said = Comment.ask(parent, theme, f"“{first_line(case.found.words)}”", text=before)
    if said is not None:
        judging.say(said)


def settle_equal(parent: QWidget, theme: Theme, judging: Judging) -> None:
    """Ask whether every equal case is to be settled as the chosen reading says, in one step."""
    case = judging.case
    if case is None or judging.choice is None or judging.project.read_only:
        return
    settling, entries = judging.project.settling, judging.project.entries
    found = settling.equal(case, None if judging.choice == NO_ENTITY else judging.choice)
    rows = []
    for each, reading in found.cases:
        entry, start, end = entries.entry(each.row), each.found.start, each.found.end
        around = f"… {entry.text[max(start - 50, 0) : start]}[{entry.text[start:end]}]{entry.text[end : end + 60]} …"
        outcome = " + ".join(key for _, _, key in reading.places) or QCoreApplication.translate("EqualCases", "no entity")
        where = "  ".join(part for part in (clock(entry.published), first_line(entry.title or entry.text)) if part)
        rows.append(Row(" ".join(around.split()), where, outcome))
    if EqualCases.ask(parent, theme, found, rows):
        judging.decide(partial(settling.take_everywhere, found, comment=judging.remark))


def take_by_rule(parent: QWidget, theme: Theme, judging: Judging) -> None:
    """Ask which rule takes what is agreed, and take it in one step."""
    if judging.project.read_only:
        return
    settling = judging.project.settling
    plan = RuleChoice.ask(parent, theme, [each.name for each in judging.layers], lambda rule, who: settling.by_rule(rule, named=who))
    if plan is not None:
        judging.decide(partial(settling.take_by_rule, plan))
