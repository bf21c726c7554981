"""The pane at the left: which disagreements are listed, in which order, and the list of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from annotator.core.ids import written
from annotator.project.cases import Case
from annotator.ui.adjudicate.question_list import Ask, QuestionList
from annotator.ui.annotate.chips import Chips
from annotator.ui.dialogs.base import Elided
from annotator.ui.dialogs.fields import Choice
from annotator.ui.empty import EmptyState
from annotator.ui.numerals import numeral
from annotator.ui.theme import Theme
from annotator.ui.words import kind_text


class Scope(StrEnum):
    """Which questions are listed."""

    OPEN = "open"
    SETTLED = "settled"
    ALL = "all"


class Sorting(StrEnum):
    """In which order."""

    TEXT = "text"
    OFTEN = "often"
    COSTLY = "costly"
    CONFUSABLE = "confusable"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants listed; "" is all."""

    scope: Scope = Scope.OPEN
    kind: str = ""
    label: str = ""
    layer: str = ""
    sorting: Sorting = Sorting.TEXT

    @property
    def narrowed(self) -> bool:
        """Whether anything but the scope leaves questions out."""
        return bool(self.kind or self.label or self.layer)

    def lists(self, case: Case, *, open_: bool) -> bool:
        """Tell whether a case is among them; `open_`: it asks for a look."""
        return (
            (self.scope is Scope.ALL or (self.scope is Scope.OPEN) == open_)
            and (not self.kind or case.found.kind.value == self.kind)
            and (not self.label or self.label in case.found.labels)
            and (not self.layer or any(written(layer) == self.layer for layer in case.found.layers))
        )


class ListPane(QWidget):
    """Filters and the list. `wished` tells that `wish` is another one now."""

    wished = Signal()

    def __init__(self, theme: Theme, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        px = theme.px
        title = Elided(self)
        title.setText(self.tr("Disagreements"))
        title.setProperty("role", "heading")
        self._count = QLabel(self)
        self._count.setProperty("role", "second")
        self.kind, self.label, self.layer, self.sorting = (Choice(theme, self) for _ in range(4))
        names = (self.tr("Kind"), self.tr("Label"), self.tr("Person"), self.tr("Order"))
        for box, name in zip((self.kind, self.label, self.layer, self.sorting), names, strict=True):
            box.setAccessibleName(name)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.activated.connect(self._changed)
        for words, sorting in (
            (self.tr("In the order of the text"), Sorting.TEXT), (self.tr("The most frequent first"), Sorting.OFTEN),
            (self.tr("The costliest first"), Sorting.COSTLY), (self.tr("The most confusable first"), Sorting.CONFUSABLE),
        ):  # fmt: skip
            self.sorting.addItem(words, sorting.value)
        self.chips = Chips(((Scope.OPEN, self.tr("Open")), (Scope.SETTLED, self.tr("Settled")), (Scope.ALL, self.tr("All"))), self)
        self.chips.chosen.connect(self._changed)
        self._more = QToolButton(self)
        self._more.setIcon(theme.icons.icon("filter"))
        self._more.setCheckable(True)
        self._more.setToolTip(self.tr("Filter by label and person; order"))
        self._more.setAccessibleName(self.tr("More filters"))
        self._more.toggled.connect(self._show_more)
        self.list = QuestionList(theme, ask, self)
        self._empty = EmptyState(theme, self)
        self._empty.asked.connect(self.clear)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        head, scopes = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._count)
        scopes.addWidget(self.chips, 1)
        scopes.addWidget(self._more)
        top = QVBoxLayout()
        top.setContentsMargins(px(14), px(14), px(12), 0)
        top.setSpacing(px(8))
        top.addLayout(head)
        top.addWidget(self.kind)
        for box in (self.label, self.layer, self.sorting):
            top.addWidget(box)
        top.addLayout(scopes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._show_more(False)
        theme.changed.connect(self._restyle)

    @property
    def wish(self) -> Wish:
        """What the person wants listed."""
        kind, label, layer, sorting = (str(box.currentData() or "") for box in (self.kind, self.label, self.layer, self.sorting))
        return Wish(Scope(self.chips.current), kind, label, layer, Sorting(sorting))

    def show_filters(self, kinds: Sequence[str], labels: Sequence[str], layers: Sequence[tuple[str, str]]) -> None:
        """Offer these kinds, labels, and layers as (id, name); what was chosen stays while it is there."""
        whole = ((self.kind, self.tr("All kinds"), [(each, kind_text(each)) for each in kinds]),
                 (self.label, self.tr("All labels"), [(each, each) for each in labels]),
                 (self.layer, self.tr("Everybody"), list(layers)))  # fmt: skip
        for box, every, offers in whole:
            held = box.currentData()
            box.clear()
            box.addItem(every, "")
            for value, words in offers:
                box.addItem(words, value)
            box.setCurrentIndex(max(box.findData(held), 0))

    def show_questions(self, numbers: Sequence[int], headings: Sequence[tuple[int, str]], current: int | None, *, sentence: str) -> None:
        """List these questions; where there is none, say the sentence."""
        self.list.show_rows(numbers, headings)
        if current is not None:
            self.list.show_current(current)
        self._stack.setCurrentWidget(self.list if numbers else self._empty)
        self._empty.show_empty(sentence, action=self.tr("Show all") if self.wish.narrowed else "")

    def show_counts(self, open_: int, settled: int, entries: int) -> None:
        """Show how many there are, by scope and in how many entries."""
        total = open_ + settled
        self._count.setText(self.tr("{n} in %n entries", "", entries).format(n=numeral(total)))
        self.chips.show_counts({Scope.OPEN: open_, Scope.SETTLED: settled, Scope.ALL: total})

    @Slot()
    def clear(self) -> None:
        """Give up the filters."""
        for box in (self.kind, self.label, self.layer):
            box.setCurrentIndex(0)
        self.wished.emit()

    def clear_quietly(self) -> None:
        """Show that all are listed, without telling."""
        for box in (self.kind, self.label, self.layer, self.sorting):
            box.setCurrentIndex(0)
        self.chips.show_chosen(Scope.ALL)

    @Slot(bool)
    def _show_more(self, more: bool) -> None:
        for box in (self.label, self.layer, self.sorting):
            box.setVisible(more)

    @Slot()
    def _changed(self) -> None:
        self.wished.emit()

    @Slot()
    def _restyle(self) -> None:
        self._more.setIcon(self._theme.icons.icon("filter"))
