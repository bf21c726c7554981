"""The adjudicate screen: disagreements, the text with a lane for each annotator, the readings to take. It composes around one sitting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.project.cases import Case, Kind
from annotator.project.desk import Changed
from annotator.project.door import Project
from annotator.ui import bridge, tokens
from annotator.ui.adjudicate import asks, telling
from annotator.ui.adjudicate.card import Card
from annotator.ui.adjudicate.judging import NO_ENTITY, Judging, Key
from annotator.ui.adjudicate.label_keys import LabelKeys
from annotator.ui.adjudicate.lane_view import LaneView
from annotator.ui.adjudicate.list_pane import ListPane, Scope, Sorting, Wish
from annotator.ui.adjudicate.side import SidePane
from annotator.ui.adjudicate.values import Question, Share
from annotator.ui.annotate.panes import LOW, upright
from annotator.ui.caret import Caret
from annotator.ui.empty import EmptyState
from annotator.ui.entry_head import Head
from annotator.ui.numerals import numeral
from annotator.ui.theme import Theme
from annotator.ui.words import kind_text

Decide = Callable[[Callable[[], Changed]], bool]
_FOLDS = {"right": 1200, "left": 900}


class AdjudicateScreen(QWidget):
    """Composes panes; `changed` tells that bars and commands are to be asked again."""

    changed = Signal()
    asked = Signal(str)
    """A command was asked for by a button, by its id."""

    def __init__(self, theme: Theme, project: Project, decide: Decide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: dict[str, str] = {}
        self._hidden = False
        self._drafting = False
        self._shown_row: int | None = None
        self._labels = LabelKeys(self)
        self._labels.given.connect(self._give)
        self.judging = Judging(project, decide, self)
        self.names = telling.Names({}, {})
        self.left = ListPane(theme, self._question, self)
        self.view = LaneView(theme, self)
        self.view.set_read_only(True)
        self.card = Card(theme, self)
        self.right = SidePane(theme, self)
        self._empty = EmptyState(theme, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        text = QWidget(self)
        text.setProperty("kind", "sheet")
        text.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._card_row = QHBoxLayout()
        self._card_row.setContentsMargins(px(16), 0, px(16), px(14))
        self._card_row.addStretch(1)
        self._card_row.addWidget(self.card, 30)
        self._card_row.addStretch(1)
        self.card.setMaximumWidth(px(tokens.COLUMN + 80))
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(self._card_row)
        self._middle = QStackedWidget(self)
        self._text = text
        self._middle.addWidget(text)
        self._middle.addWidget(self._empty)
        self._lines = upright(self), upright(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget, stretch in ((self.left, 0), (self._lines[0], 0), (self._middle, 1), (self._lines[1], 0), (self.right, 0)):
            row.addWidget(widget, stretch)

    def _connect(self) -> None:
        judging = self.judging
        judging.listed.connect(self._show_list)
        judging.shown.connect(self._show_case)
        judging.chosen.connect(self._show_choice)
        self.left.wished.connect(self._wished)
        self.left.list.chosen.connect(judging.show)
        self.view.site_clicked.connect(judging.show)
        self.card.chosen.connect(self._card_chosen)
        self.card.asked.connect(self.asked)
        self._empty.asked.connect(self._to_labelling)

    # What the window tells

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this screen by their ids."""
        judging = self.judging
        return {
            **{f"take {number}": partial(self._take, number) for number in range(1, 10)},
            "take none": partial(self._take, 0), "take majority": self._take_majority, "other-span": self.draft,
            "settle": self.settle, "keep": judging.keep, "example": judging.add_example,
            "next-open": partial(self._step, 1), "previous-open": partial(self._step, -1),
            "leave-open": partial(self._step, 1), "equal-cases": partial(asks.settle_equal, self, self._theme, judging),
            "by-rule": partial(asks.take_by_rule, self, self._theme, judging),
            "comment": partial(asks.remark, self, self._theme, judging),
            "hide-names": self.hide_names, "give-up": self.give_up, "undo": judging.undo, "redo": judging.redo,
            "next": partial(judging.step, 1, open_only=False), "previous": partial(judging.step, -1, open_only=False),
        }  # fmt: skip

    def listening(self) -> tuple[QWidget, ...]:
        """Return the widgets in which letters are commands."""
        return self.left.list, self.view, self.card.list, self.right.guideline

    def set_keys(self, keys: dict[str, str]) -> None:
        """Take the key of each command and label that works now; labels are given here by Alt and their key."""
        self._keys = keys
        self._labels.set_labels((each.key, keys.get(f"label {each.key}", "") or each.shortcut) for each in self.judging.scheme.active)
        self.card.show_hints(self._hints())

    def set_seen(self, seen: bool) -> None:
        """Say whether the screen is shown; what changed meanwhile is looked for."""
        self.give_up()
        self.judging.set_seen(seen)
        if seen:
            self._show_empty()
            self.view.setFocus()

    def close_work(self) -> None:
        """End what is worked out in another thread, for the end of the project."""
        self.judging.confusing.close()

    def show_only(self, keys: frozenset[Key]) -> None:
        """List these cases and no others: those of a cell of the agreement screen."""
        self.left.clear_quietly()
        self.judging.list_cases(Wish(Scope.ALL, sorting=Sorting.TEXT), only=keys)
        first = next((number for number in self.judging.order if self.judging.cases[number].open), None)
        if first is not None:
            self.judging.show(first)

    def status(self) -> tuple[int, int, str]:
        """Return how many cases are settled, how many there are, and what is compared, in words."""
        open_, settled, _ = self.judging.counts()
        shown = self.tr("names hidden") if self._hidden else self.tr("names shown")
        said = self.tr("{n} layers, {names}").format(n=numeral(len(self.judging.layers)), names=shown)
        if self.judging.confusing.busy:
            said = self.tr("working out the order… · {said}").format(said=said)
        return settled, open_ + settled, said

    def status_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that matter now."""
        words = (
            ("1–9", self.tr("take")), (self._keys.get("take none", ""), self.tr("no entity")),
            (self._keys.get("settle", ""), self.tr("settle, next")), (self._keys.get("next-open", ""), self.tr("next open")),
            (self._keys.get("undo", ""), self.tr("undo")),
        )  # fmt: skip
        return tuple((key, does) for key, does in words if key)

    def title(self) -> str:
        """Return the title of the entry in hand."""
        found = self.judging.entry()
        return bridge.first_line(found[0].title or found[0].text) if found else ""

    # What is shown

    def _question(self, number: int) -> Question:
        case = self.judging.cases[number]
        return telling.question(number, case, self.judging.scheme, self.names, changed=self.judging.is_changed(case))

    def _name(self) -> None:
        people = {each.id: each.name for each in self.judging.project.assigning.people()}
        self.names = telling.names(self.judging.layers, people, hidden=self._hidden)

    @Slot()
    def _show_list(self) -> None:
        judging = self.judging
        self._name()
        found = [case.found for case in judging.cases.values()]
        counts = Counter(each.kind.value for each in found)
        kinds = [kind.value for kind in Kind if counts[kind.value]]
        layers = [(each.id.hex(), self.names.full.get(each.id, each.name)) for each in judging.layers]
        self.left.show_filters(kinds, sorted({label for each in found for label in each.labels}), layers)
        open_, settled, entries = judging.counts()
        self.left.show_counts(open_, settled, entries)
        self.left.show_questions(judging.order, judging.headings, judging.current, sentence=self._none_listed(open_, settled))
        self.right.kinds.show_shares([Share(kind_text(kind), counts[kind]) for kind in kinds])
        self._show_lately()
        self._show_empty()
        self.changed.emit()

    def _none_listed(self, open_: int, settled: int) -> str:
        if not self.judging.complete:
            return self.tr("Looking for disagreements…")
        if self.judging.wish.narrowed:
            return self.tr("No disagreement is like this.")
        if settled and not open_:
            return self.tr("All {n} are settled.").format(n=numeral(settled))
        return self.tr("Nothing is settled yet.") if open_ else self.tr("Nobody disagrees.")

    def _show_empty(self) -> None:
        judging = self.judging
        if judging.current is not None:
            self._middle.setCurrentWidget(self._text)
            return
        self._middle.setCurrentWidget(self._empty)
        if len(judging.layers) < 2:
            self._empty.show_empty(self.tr("One layer only: adjudicating needs two."), action=self.tr("Label"))
        elif judging.complete and not judging.cases:
            self._empty.show_empty(self.tr("Nobody disagrees in an entry that two have done."), action=self.tr("Label"))
        else:
            self._empty.show_empty("")

    def _show_lately(self) -> None:
        judging = self.judging
        now, me = judging.project.desk.now(), judging.project.person.id
        rows = []
        for each in judging.lately():
            words = judging.project.entries.entry(each.row).text[each.start : each.end]
            rows.append(telling.lately(each, words, self.names, me, now))
        self.right.show_lately(rows)

    @Slot()
    def _show_case(self) -> None:
        self._drafting = False
        found, case = self.judging.entry(), self.judging.case
        self._show_empty()
        if found is None or case is None:
            self._shown_row = None
            return
        entry, settling = found
        lanes = telling.lanes(settling, case, self.judging.scheme, self.names)
        if self._shown_row != case.row:
            self._shown_row = case.row
            head = Head("", bridge.meta(entry)) if bridge.titled(entry) else Head(entry.title, bridge.meta(entry))
            self.view.show_case(entry.text, head=head, titled=bridge.titled(entry), lanes=lanes, sites=())
        self.left.list.show_current(self.judging.current if self.judging.current is not None else -1)
        self._show_lanes()
        labels = sorted(case.found.labels)
        scheme = self.judging.scheme
        texts = [(each.key, each.guideline) for key in labels if (each := scheme.by_key(key)) is not None and each.guideline]
        body = "\n\n".join(f"**{key}** {text}" if len(texts) > 1 else text for key, text in texts)
        self.right.show_guideline(labels, body)
        again = next((self.judging.changed_grounds[each.id] for each in case.settled if each.id in self.judging.changed_grounds), None)
        self.right.show_notes(telling.notes(case, again, self.names, self._remarks(case)))
        self._show_choice()

    def _remarks(self, case: Case) -> Sequence[tuple[str, str]]:
        comments = self.judging.project.entries.comments(case.row)
        return [(self.names.full.get(each.author, self.tr("somebody")), each.text) for each in comments]

    def _show_lanes(self) -> None:
        found, case, current = self.judging.entry(), self.judging.case, self.judging.current
        if found is None or case is None or current is None:
            return
        lanes = telling.lanes(found[1], case, self.judging.scheme, self.names)
        numbers = self.judging.in_entry(case.row)
        sites = [telling.site(number, self.judging.cases[number]) for number in numbers]
        self.view.show_lanes(lanes, sites, telling.site(current, case), drafting=self._drafting)

    @Slot()
    def _show_choice(self) -> None:
        judging, case = self.judging, self.judging.case
        if case is None:
            return
        numbers = judging.in_entry(case.row)
        place = next((at for at, number in enumerate(numbers, start=1) if number == judging.current), 1)
        note = self.tr("{kind} · {n} of {all} in this entry").format(
            kind=kind_text(case.found.kind.value), n=place, all=numeral(len(numbers))
        )
        if judging.remark:
            note = self.tr("with your comment") + " · " + note
        title = self.tr("Select another span, then Enter for its label") if self._drafting else self._asking(case)
        can = not judging.project.read_only
        self.card.show_choices(title, note, telling.choices(case, judging.scheme, self.names, judging.choice), can=can)
        self.changed.emit()

    def _asking(self, case: Case) -> str:
        if self.judging.is_changed(case):
            return self.tr("Settled on ground that changed. Does it stay? {key} keeps it.").format(key=self._keys.get("keep") or "K")
        return self.tr("Which reading goes into the adjudicated layer?") if case.open else self.tr("Settled. Take another reading?")

    def _hints(self) -> tuple[tuple[str, str], ...]:
        words = (
            ("other-span", self.tr("another span or label")), ("take majority", self.tr("majority")),
            ("equal-cases", self.tr("every equal case")), ("comment", self.tr("comment")), ("example", self.tr("example")),
        )  # fmt: skip
        return tuple((self._keys[command], does) for command, does in words if self._keys.get(command))

    # What the widgets and keys tell

    def _take(self, number: int) -> None:
        self._end_draft()
        if number:
            self.judging.settle_numbered(number)
        else:
            self.judging.settle(NO_ENTITY)

    def _take_majority(self) -> None:
        self._end_draft()
        self.judging.settle_majority()

    def settle(self) -> None:
        """Settle by the chosen reading and go on; while another span is being chosen, ask for its label."""
        if self._drafting:
            self._ask_label()
        elif self.left.list.hasFocus() and self.left.list.current_row() not in (None, self.judging.current):
            self.judging.show(self.left.list.current_row() or 0)
        else:
            self.judging.settle()

    def _step(self, by: int) -> None:
        self.give_up()
        self.judging.step(by)

    @Slot()
    def _wished(self) -> None:
        self.judging.list_cases(self.left.wish)

    @Slot(int)
    def _card_chosen(self, place: int) -> None:
        choice = self.card.choices[place]
        case = self.judging.case
        if case is not None:
            empty = next((at for at, each in enumerate(case.found.readings) if not each.places), NO_ENTITY)
            filled = [at for at, each in enumerate(case.found.readings) if each.places]
            self.judging.choose(filled[place] if choice.parts else empty)

    def draft(self) -> None:
        """Let another span be chosen: what is in hand is selected, the keys of the text change it, Enter or Alt+key labels it."""
        case = self.judging.case
        if case is None or self.judging.project.read_only:
            return
        if self._drafting:
            self._ask_label()
            return
        self._drafting = True
        self._show_lanes()
        self.view.set_caret(Caret(*(self.judging.place() or (0, 0))))
        self.view.setFocus()
        self._show_choice()

    def give_up(self) -> None:
        """Choose no other span after all."""
        if self._end_draft():
            self._show_lanes()
            self._show_choice()

    def _end_draft(self) -> bool:
        before, self._drafting = self._drafting, False
        return before

    def _ask_label(self) -> None:
        place = self.judging.place(self.view.selection() if self._drafting else None)
        label = asks.label(self, self._theme, self.judging, self.view, place)
        if label is not None:
            self._give(label)

    @Slot(str)
    def _give(self, label: str) -> None:
        place = self.judging.place(self.view.selection() if self._drafting else None)
        if place is not None and not self.judging.project.read_only:
            self._drafting = False
            self.judging.settle_other(*place, label)

    def hide_names(self) -> None:
        """Call annotators "1st", "2nd" …, or by their names again."""
        self._hidden = not self._hidden
        self._show_list()
        self._show_case()

    @Slot()
    def _to_labelling(self) -> None:
        self.asked.emit("screen label")

    # Sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        px, low = self._theme.px, self.height() < self._theme.px(LOW - tokens.HEADER - tokens.STATUS)
        self.left.setFixedWidth(px(tokens.LEFT_PANE_LOW if low else tokens.LEFT_PANE))
        self.right.setFixedWidth(px(tokens.RIGHT_PANE_LOW if low else tokens.RIGHT_PANE))
        for line, pane, side in zip(self._lines, (self.left, self.right), ("left", "right"), strict=True):
            seen = self.width() >= px(_FOLDS[side])
            pane.setVisible(seen)
            line.setVisible(seen)
        self.view.set_zoom(tokens.READING - 1 if low else tokens.READING)
