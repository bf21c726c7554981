"""The pane at the left of the text: what is looked for, which filters hold, and the entries that are found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from annotator.core.errors import InputError
from annotator.core.query import Facet, Query, parsed, written, written_facet
from annotator.project.finding import Scope
from annotator.project.listing import Listing, Offered
from annotator.project.ordering import WorkOrder
from annotator.ui.annotate.chips import Chips
from annotator.ui.annotate.filter_chips import FilterChips
from annotator.ui.annotate.filter_words import order_told, told
from annotator.ui.annotate.search_field import NOTHING, SearchField
from annotator.ui.dialogs.parts import Notice
from annotator.ui.empty import EmptyState
from annotator.ui.entry_list import EntryList
from annotator.ui.entry_model import Fetch
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme


class EntriesPane(QWidget):
    """Search field, scopes, filters, and the entries that fit; or a sentence where none does."""

    searched = Signal()
    """Words, filters or scope changed: ask `query` and `scope`."""
    left = Signal()
    """The keyboard is to go back to the text."""
    filter_asked = Signal()
    """The button of the filters was pressed."""
    order_given_up = Signal()
    """The chip of the order of work was taken away."""

    def __init__(self, theme: Theme, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._facets: tuple[Facet, ...] = ()
        self._order = WorkOrder.READING
        self._total = 0
        self._offered: Offered = NOTHING
        self._refusal = self._clearing = ""
        self.field = SearchField(self._offers, self)
        self.field.setAccessibleName(self.tr("Search entries"))
        self.field.setToolTip(
            self.tr("Words, “a phrase” in quotes, begin* – and filters such as label:PERSON, lacks:ORG, state:done, score:0.2..0.6")
        )
        self._glass = self.field.addAction(theme.icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._cross = self.field.addAction(theme.icons.icon("reject"), QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setToolTip(self.tr("Show all entries"))
        self._cross.setVisible(False)
        self.chips = Chips(((Scope.ALL, self.tr("All")), (Scope.OPEN, self.tr("Open")), (Scope.FLAGGED, self.tr("Flagged"))), self)
        self.more = QToolButton(self)
        self.more.setIcon(theme.icons.icon("filter"))
        self.more.setCheckable(True)
        self.more.setAccessibleName(self.tr("Filter entries"))
        self.filters = FilterChips(theme, self)
        self.count = QLabel(self)
        self.count.setProperty("role", "second")
        self.count.hide()
        self.notice = Notice(theme, self)
        self.notice.hide()
        self.entries = EntryList(theme, fetch, self)
        self._empty = EmptyState(theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        scopes = QHBoxLayout()
        scopes.setSpacing(px(4))
        scopes.addWidget(self.chips, 1)
        scopes.addWidget(self.more)
        top = QVBoxLayout()
        top.setContentsMargins(px(12), px(12), px(12), 0)
        top.setSpacing(px(8))
        top.addWidget(self.field)
        top.addLayout(scopes)
        for each in (self.filters, self.count, self.notice):
            top.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._cross.triggered.connect(self.clear)
        self._theme.changed.connect(self._draw_icons)
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self._leave)
        self.field.given_up.connect(self._give_up)
        self.field.taken_back.connect(self._take_back)
        self.chips.chosen.connect(self._changed)
        self.more.clicked.connect(self._more)
        self.filters.removed.connect(self._remove)
        self.filters.cleared.connect(self.clear)
        self._empty.asked.connect(self._give_up)

    # What is asked

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.field.text()

    @property
    def query(self) -> Query:
        """What is looked for: the filters on chips, and what stands in the field. Raises InputError where that cannot be asked."""
        return Query((), self._facets).joined(parsed(self.words))

    @property
    def scope(self) -> Scope:
        """Which entries are asked for."""
        return Scope(self.chips.current)

    @property
    def narrowed(self) -> bool:
        """Whether entries may be left out."""
        return bool(self._facets) or bool(self.words.strip()) or self.scope is not Scope.ALL

    def show_query(self, query: Query) -> None:
        """Show words in the field and filters on chips, and tell."""
        self._facets = query.facets
        self._write(written(Query(query.words)))
        self._changed()

    @Slot()
    def clear(self) -> None:
        """Show all entries again."""
        self._facets = ()
        self._write("")
        self.chips.show_chosen(Scope.ALL)
        self._changed()

    def show_order(self, order: WorkOrder) -> None:
        """Say in which order entries are listed."""
        self._order = order
        self._show_state()

    # What is found

    def show_listing(
        self, listing: Listing, days: Sequence[tuple[int, str]], current: int | None, find: Callable[[int], int | None]
    ) -> None:
        """List these entries; say so where there is none."""
        self.entries.show_rows(listing.rows, days, find=find)
        self._refusal = ""
        self.notice.hide()
        self.entries.show_current(current if current is not None else -1)
        found = len(listing.rows)
        self._stack.setCurrentWidget(self.entries if found else self._empty)
        sentence = self.tr("{found} of {total} entries") if listing.whole else self.tr("First {found} of {total} entries")
        self.count.setText(sentence.format(found=numeral(found), total=numeral(self._total)))
        self.count.setVisible(self.narrowed and bool(found))
        self._show_state()
        clearing = "Esc" if self.field.hasFocus() else self._clearing
        self._empty.show_empty(
            self._why_empty(), action=self.tr("Show all entries") if self.narrowed else "", key=clearing if self.narrowed else ""
        )

    def _why_empty(self) -> str:
        if self._facets or parsed(self.words).facets:
            return self.tr("No entry passes all of these filters.")
        if self.words.strip():
            return self.tr("No entry holds “{words}”.").format(words=self.words.strip())
        if self.scope is Scope.OPEN:
            return self.tr("Every entry is done or skipped.")
        if self.scope is Scope.FLAGGED:
            return self.tr("No entry has a flag. {key} puts one up.").format(key="Ctrl+M")
        return self.tr("The project has no text yet.")

    def show_refusal(self, sentence: str) -> None:
        """Say why what was typed cannot be asked, once its last value is written; the list stays as it was."""
        self._refusal = sentence
        self.notice.show_notice(sentence, "danger")
        self.notice.setVisible(not self.field.within_value)

    def show_working(self, sentence: str) -> None:
        """Say what the list waits for."""
        self.notice.show_notice(sentence, "muted")
        self.notice.show()

    def show_counts(self, total: int, open_: int, flagged: int) -> None:
        """Show how many entries each scope has."""
        self._total = total
        self.field.setPlaceholderText(self.tr("Search {count} {count:entry|entries}").format(count=numeral(total)))
        self.chips.show_counts({Scope.ALL: total, Scope.OPEN: open_, Scope.FLAGGED: flagged})

    def show_keys(self, key: str, clearing: str) -> None:
        """Say which key opens the filters, and which shows all entries."""
        self._clearing = clearing
        self.more.setToolTip(self.tr("Filter entries ({key})").format(key=key) if key else self.tr("Filter entries"))

    def _show_state(self) -> None:
        self._cross.setVisible(bool(self.words))
        self.more.setChecked(bool(self._facets))
        order = [] if self._order is WorkOrder.READING else [order_told(self._order)]
        self.filters.show_chips([*map(told, self._facets), *order])

    # What the person does

    def _offers(self) -> Offered:
        return self._offered

    def show_offered(self, offered: Offered) -> None:
        """Take what filters can be given, and offer it where it is being typed."""
        self._offered = offered
        self.field.offer_again()

    def _write(self, words: str) -> None:
        self.field.blockSignals(True)
        self.field.setText(words)
        self.field.blockSignals(False)
        self._show_state()

    @Slot()
    def _typed(self) -> None:
        self._show_state()
        self.searched.emit()

    @Slot()
    def _leave(self) -> None:
        """Put the filters that were typed on chips, leave the words, and go to the text; stay where what was typed cannot be asked."""
        try:
            query = parsed(self.words)
        except InputError as error:
            self._refusal = translated(error.sentence)
        if self._refusal:
            self.notice.show_notice(self._refusal, "danger")
            self.notice.show()
            return
        if query.facets:
            self._facets = Query((), self._facets).joined(Query((), query.facets)).facets
            self._write(written(Query(query.words)))
        self.left.emit()

    @Slot()
    def _give_up(self) -> None:
        self.clear()
        self.left.emit()

    @Slot()
    def _take_back(self) -> None:
        if self._facets:
            *kept, last = self._facets
            self._facets = tuple(kept)
            rest = self.words
            self._write(f"{written_facet(last)} {rest}" if rest else written_facet(last))
            self.field.setCursorPosition(len(written_facet(last)))
            self._changed()

    @Slot(int)
    def _remove(self, number: int) -> None:
        if number < len(self._facets):
            self._facets = (*self._facets[:number], *self._facets[number + 1 :])
            self._changed()
        else:
            self.order_given_up.emit()

    @Slot()
    def _more(self) -> None:
        self.more.setChecked(bool(self._facets))
        self.filter_asked.emit()

    @Slot()
    def _changed(self) -> None:
        self._show_state()
        self.searched.emit()

    @Slot()
    def _draw_icons(self) -> None:
        self._glass.setIcon(self._theme.icons.icon("search"))
        self._cross.setIcon(self._theme.icons.icon("reject"))
        self.more.setIcon(self._theme.icons.icon("filter"))
