"""Choose which entries are listed: a control for each filter; the list follows each choice, and the verb says how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, SignalInstance, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.core.errors import InputError
from annotator.core.query import Facet, Name, Query, parsed, written_facet
from annotator.project.listing import Offered
from annotator.ui import plural
from annotator.ui.annotate.filter_words import value_of
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.fields import Choice, Tick
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme

_WIDTH = 600
_STATES = ("fresh", "begun", "done", "skipped")
_THINGS = ("pending", "flag", "unsure", "comment")
_PAUSE_MS = 150
"""How long typing into a field rests before the list follows."""
_CHOICES = (Name.LABEL, Name.LACKS, Name.SUGGESTER, Name.LAYER, Name.SOURCE)
_RANGES = (Name.SCORE, Name.DATE)


class FilterEntries(Dialog):
    """Filters as controls. What no control can show is kept as it is."""

    def __init__(self, parent: QWidget | None, theme: Theme, offered: Offered, query: Query, tell: Callable[[Query], object]) -> None:
        """`tell` is told of every change, so that the list can follow."""
        super().__init__(parent, theme, self.tr("Filter entries"), self.tr("Show entries"), width=_WIDTH)
        self._offered, self._sought, self._tell = offered, query.words, tell
        self._others: list[Facet] = []
        self.states = {each: Tick(theme, _capital(value_of(Name.STATE, each)), self.ground) for each in _STATES}
        self.things = {each: Tick(theme, _capital(value_of(Name.HAS, each)), self.ground) for each in _THINGS}
        self.choices = {name: Choice(theme, self.ground) for name in _CHOICES}
        self.mention = QLineEdit(self.ground)
        self.ranges = {name: (QLineEdit(self.ground), QLineEdit(self.ground)) for name in _RANGES}
        self.clear = QPushButton(self.tr("Clear all"), self)
        self.clear.setAutoDefault(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._fill()
        self._show(query.facets)
        self._connect()
        self.states["fresh"].setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, theme: Theme, offered: Offered, query: Query, tell: Callable[[Query], object],
        looked: SignalInstance, found: Callable[[], tuple[int, int]],
    ) -> Query | None:  # fmt: skip
        """Return what is asked for now, None where the dialog was cancelled.

        `looked` tells that the list has followed, `found` how many entries it holds, and of how many.
        """
        dialog = cls(parent, theme, offered, query, tell)
        dialog._found = found
        looked.connect(dialog.show_count)
        dialog.show_count()
        chosen = dialog.run()
        looked.disconnect(dialog.show_count)
        return dialog.query if chosen else None

    _found: Callable[[], tuple[int, int]] | None = None

    # Laying out

    def _lay_out(self) -> None:
        px = self.theme.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(14))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addLayout(self._group(self.tr("State"), self._ticks(self.states.values())), 0, 0)
        grid.addLayout(self._group(self.tr("Has"), self._ticks(self.things.values())), 0, 1)
        grid.addLayout(self._named(self.tr("&Label"), self.choices[Name.LABEL]), 1, 0)
        grid.addLayout(self._named(self.tr("Lac&ks the label"), self.choices[Name.LACKS]), 1, 1)
        grid.addLayout(self._named(self.tr("&Mention"), self.mention), 2, 0)
        grid.addLayout(self._named(self.tr("&Whose states, labels and flags"), self.choices[Name.LAYER]), 2, 1)
        grid.addLayout(self._named(self.tr("Suggested &by"), self.choices[Name.SUGGESTER]), 3, 0)
        grid.addLayout(self._range(self.tr("&Score of a suggestion"), Name.SCORE), 3, 1)
        grid.addLayout(self._named(self.tr("S&ource"), self.choices[Name.SOURCE]), 4, 0)
        grid.addLayout(self._range(self.tr("&Date"), Name.DATE), 4, 1)
        self.sheet.addLayout(grid)
        self.mention.setPlaceholderText(self.tr("Anything that is labelled"))
        low, high = self.ranges[Name.SCORE]
        low.setPlaceholderText("0")
        high.setPlaceholderText("1")
        low, high = self.ranges[Name.DATE]
        low.setPlaceholderText(self._offered.first or self.tr("from"))
        high.setPlaceholderText(self._offered.last or self.tr("to"))
        self.foot_row.insertWidget(self.foot_row.indexOf(self.cancel_button), self.clear)

    def _group(self, name: str, inside: QGridLayout | QHBoxLayout, buddy: QWidget | None = None) -> QVBoxLayout:
        label = QLabel(name, self.ground)
        label.setProperty("role", "heading")
        if buddy is not None:
            label.setBuddy(buddy)
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(6))
        column.addWidget(label)
        column.addLayout(inside)
        return column

    def _ticks(self, ticks: Iterable[Tick]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(self.theme.px(2))
        grid.setHorizontalSpacing(self.theme.px(12))
        for place, tick in enumerate(ticks):
            grid.addWidget(tick, place // 2, place % 2)
        return grid

    def _named(self, name: str, widget: QWidget) -> QVBoxLayout:
        widget.setAccessibleName(name.replace("&", ""))
        row = QHBoxLayout()
        row.addWidget(widget, 1)
        return self._group(name, row, widget)

    def _range(self, name: str, which: Name) -> QVBoxLayout:
        plain = name.replace("&", "")
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(6))
        names = (self.tr("{name}, from").format(name=plain), self.tr("{name}, to").format(name=plain))
        for field, said in zip(self.ranges[which], names, strict=True):
            field.setAccessibleName(said)
        row.addWidget(self.ranges[which][0], 1)
        row.addWidget(QLabel("–", self.ground))
        row.addWidget(self.ranges[which][1], 1)
        return self._group(name, row, self.ranges[which][0])

    def _fill(self) -> None:
        offered = self._offered
        labels = [key for key, _ in offered.labels]
        groups: tuple[tuple[Name, str, Sequence[str]], ...] = (
            (Name.LABEL, self.tr("Any"), labels),
            (Name.LACKS, self.tr("None"), labels),
            (Name.SUGGESTER, self.tr("Anybody"), offered.suggesters),
            (Name.LAYER, self.tr("Yours"), offered.layers),
            (Name.SOURCE, self.tr("All sources"), offered.sources),
        )
        for name, none, values in groups:
            self.choices[name].addItem(none, "")
            for value in values:
                self.choices[name].addItem(value, value)

    def _connect(self) -> None:
        for tick in (*self.states.values(), *self.things.values()):
            tick.toggled.connect(self._changed)
        for choice in self.choices.values():
            choice.currentIndexChanged.connect(self._changed)
        for field in (self.mention, *(each for pair in self.ranges.values() for each in pair)):
            field.textEdited.connect(self._pause.start)
        self._pause.timeout.connect(self._changed)
        self.clear.clicked.connect(self._clear)

    # From filters to controls and back

    @property
    def query(self) -> Query:
        """What is asked for now. Raises InputError where a score or a date is none."""
        facets: list[Facet] = []
        states = tuple(name for name, tick in self.states.items() if tick.isChecked())
        facets += [Facet(Name.STATE, states)] if states else []
        facets += [Facet(Name.HAS, (name,)) for name, tick in self.things.items() if tick.isChecked()]
        for name, choice in self.choices.items():
            facets += [Facet(name, (str(choice.currentData()),))] if choice.currentData() else []
        if mention := " ".join(self.mention.text().split()):
            facets.append(Facet(Name.MENTION, (mention,)))
        for name, pair in self.ranges.items():
            low, high = (field.text().strip().replace(",", ".") for field in pair)
            if low or high:
                value = low if low == high else f"{low}..{high}"
                facets += parsed(written_facet(Facet(name, (value,)))).facets
        return Query(self._sought, tuple(dict.fromkeys((*facets, *self._others))))

    def _show(self, facets: Sequence[Facet]) -> None:
        with_controls = [QSignalBlocker(each) for each in (*self.states.values(), *self.things.values(), *self.choices.values())]
        for tick in (*self.states.values(), *self.things.values()):
            tick.setChecked(False)
        for choice in self.choices.values():
            choice.setCurrentIndex(0)
        for field in (self.mention, *(each for pair in self.ranges.values() for each in pair)):
            field.clear()
        self._others = [facet for facet in facets if not self._show_one(facet)]
        del with_controls

    def _show_one(self, facet: Facet) -> bool:
        """Show a filter in its control; tell whether there is one that can show it and is free."""
        name, values = facet.name, facet.values
        if name is Name.STATE and not any(each.isChecked() for each in self.states.values()):
            for value in values:
                for state in ("fresh", "begun") if value == "open" else (value,):
                    self.states[state].setChecked(True)
            return True
        if len(values) != 1:
            return False
        value = values[0]
        if name is Name.HAS and value in self.things:
            self.things[value].setChecked(True)
            return True
        if name in self.choices and not self.choices[name].currentData():
            at = next((n for n in range(self.choices[name].count()) if self.choices[name].itemText(n).casefold() == value.casefold()), 0)
            self.choices[name].setCurrentIndex(at)
            return at > 0
        if name is Name.MENTION and not self.mention.text():
            self.mention.setText(value)
            return True
        if name in self.ranges and not any(field.text() for field in self.ranges[name]) and (".." in value or name is Name.DATE):
            low, _, high = value.partition("..")
            for field, end in zip(self.ranges[name], (low, high if ".." in value else low), strict=True):
                field.setText(end)
            return True
        return False

    # What the person does

    @Slot()
    def _clear(self) -> None:
        self._show(())
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self._pause.stop()
        try:
            query = self.query
        except InputError as error:
            self.say(translated(error.sentence))
            self.set_verb(self.tr("Show entries"), possible=False)
            return
        self.clear.setEnabled(bool(query.facets))
        self._tell(query)

    @Slot()
    def show_count(self) -> None:
        """Say how many entries there are; the list has followed."""
        if self._found is not None:
            self.show_found(*self._found())

    def show_found(self, found: int, total: int) -> None:
        """Say how many entries are found, and of how many."""
        self.say(
            self.tr("{found} of {total}").format(found=plural.entries(found), total=plural.entries(total).split()[0]),
            self.tr("The list follows each choice; Cancel brings it back"),
        )
        self.set_verb(self.tr("Show {entries}").format(entries=plural.entries(found)), possible=found > 0)

    def accept(self) -> None:
        """Take what was typed last, too."""
        if self._pause.isActive():
            self._changed()
        super().accept()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
