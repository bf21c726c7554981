"""The panes at both sides of the text: entries with their search field, labels with spans and guideline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from annotator.project.finding import Scope
from annotator.ui import tokens
from annotator.ui.annotate.chips import Chips
from annotator.ui.empty import EmptyState
from annotator.ui.entry_list import EntryList
from annotator.ui.entry_model import Fetch
from annotator.ui.guideline_pane import GuidelinePane
from annotator.ui.label_list import LabelList, LabelRow
from annotator.ui.numerals import numeral
from annotator.ui.span_table import SpanRow, SpanTable
from annotator.ui.theme import Theme

LOW = 800
"""Windows below this height, in pixels, have narrower panes and lower rows."""


def hairline(parent: QWidget) -> QFrame:
    """Return a level line that parts two groups."""
    line = QFrame(parent)
    line.setProperty("role", "hairline")
    return line


def upright(parent: QWidget) -> QFrame:
    """Return an upright line that parts two panes."""
    line = QFrame(parent)
    line.setFixedWidth(1)
    line.setProperty("role", "upright")
    return line


class SearchField(QLineEdit):
    """A field whose Escape empties it and leaves, and whose Down and Enter go to the list."""

    left = Signal()
    """The person is done with the field."""
    given_up = Signal()
    """Escape: show everything again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that leave the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class EntriesPane(QWidget):
    """Search field, scopes, and the entries that fit; or a sentence where none does."""

    searched = Signal()
    """Words or scope changed: ask `words` and `scope`."""
    left = Signal()

    def __init__(self, theme: Theme, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        px = theme.px
        self.field = SearchField(self)
        self.field.setAccessibleName(self.tr("Search entries"))
        self._glass = self.field.addAction(theme.icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._cross = self.field.addAction(theme.icons.icon("reject"), QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setToolTip(self.tr("Show all entries"))
        self._cross.setVisible(False)
        self._cross.triggered.connect(self.clear)
        self.field.textChanged.connect(self._show_cross)
        theme.changed.connect(self._draw_icons)
        self.chips = Chips(((Scope.ALL, self.tr("All")), (Scope.OPEN, self.tr("Open")), (Scope.FLAGGED, self.tr("Flagged"))), self)
        self.entries = EntryList(theme, fetch, self)
        self._empty = EmptyState(theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self._empty)
        top = QVBoxLayout()
        top.setContentsMargins(px(12), px(12), px(12), 0)
        top.setSpacing(px(8))
        top.addWidget(self.field)
        top.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.field.textChanged.connect(self._changed)
        self.chips.chosen.connect(self._changed)
        self.field.left.connect(self.left)
        self.field.given_up.connect(self.clear)
        self._empty.asked.connect(self.clear)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text()

    @property
    def scope(self) -> Scope:
        """Which entries are asked for."""
        return Scope(self.chips.current)

    @Slot(str)
    def _show_cross(self, words: str) -> None:
        self._cross.setVisible(bool(words))

    @Slot()
    def _draw_icons(self) -> None:
        self._glass.setIcon(self._theme.icons.icon("search"))
        self._cross.setIcon(self._theme.icons.icon("reject"))

    @Slot()
    def clear(self) -> None:
        """Show all entries again."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._cross.setVisible(False)
        self.chips.show_chosen(Scope.ALL)
        self.searched.emit()
        self.left.emit()

    def show_rows(self, rows: Sequence[int], days: Sequence[tuple[int, str]], current: int | None) -> None:
        """List these rows; say so where there is none."""
        self.entries.show_rows(rows, days)
        if current is not None:
            self.entries.show_current(current)
        self._stack.setCurrentWidget(self.entries if len(rows) else self._empty)
        if self.words:
            sentence = self.tr("No entry holds “{words}”.").format(words=self.words)
        elif self.scope is Scope.OPEN:
            sentence = self.tr("Every entry is done or skipped.")
        elif self.scope is Scope.FLAGGED:
            sentence = self.tr("No entry has a flag. {key} puts one up.").format(key="Ctrl+M")
        else:
            sentence = self.tr("The project has no text yet.")
        filtered = bool(self.words) or self.scope is not Scope.ALL
        self._empty.show_empty(sentence, action=self.tr("Show all entries") if filtered else "", key="Esc" if self.words else "")

    def show_counts(self, total: int, open_: int, flagged: int) -> None:
        """Show how many entries each scope has."""
        self.field.setPlaceholderText(self.tr("Search {count} entries").format(count=numeral(total)))
        self.chips.show_counts({Scope.ALL: total, Scope.OPEN: open_, Scope.FLAGGED: flagged})

    @Slot()
    def _changed(self) -> None:
        self.searched.emit()


class LabelsPane(QWidget):
    """Labels, the spans of the entry, and the guideline of the label in focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._low = False
        self._count = 0
        self.labels = LabelList(theme, self)
        self.spans = SpanTable(theme, self)
        self.guideline = GuidelinePane(theme, self)
        self._spans_title, spans_head = self._heading(self.tr("Spans here"))
        self._guide_title, guide_head = self._heading(self.tr("Guideline"))
        _, labels_head = self._heading(self.tr("Labels"))
        self._spans_count = QLabel(self)
        self._spans_count.setProperty("role", "second")
        spans_head.addStretch(1)
        spans_head.addWidget(self._spans_count)
        px = theme.px
        inset = QVBoxLayout()
        inset.setContentsMargins(px(16), 0, px(8), px(12))
        inset.addWidget(self.guideline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(labels_head)
        column.addWidget(self.labels)
        column.addSpacing(px(8))
        column.addWidget(hairline(self))
        column.addLayout(spans_head)
        column.addWidget(self.spans, 1)
        column.addWidget(hairline(self))
        column.addLayout(guide_head)
        column.addLayout(inset)
        self.guideline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _heading(self, text: str) -> tuple[QLabel, QHBoxLayout]:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "heading")
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.px(16), self._theme.px(12), self._theme.px(16), self._theme.px(6))
        row.addWidget(label)
        return label, row

    def show_labels(self, rows: Sequence[LabelRow]) -> None:
        """Show the labels of the scheme."""
        self.labels.show_labels(rows)
        if len(rows) != self._count:
            self._count = len(rows)
            self.fit(self.height())

    def show_spans(self, rows: Sequence[SpanRow]) -> None:
        """Show the spans of the entry and their number."""
        self.spans.show_spans(rows)
        self._spans_count.setText(numeral(len(rows)) if rows else "")

    def show_guideline(self, label: str, markdown: str) -> None:
        """Show the guideline of a label; "" where no label is in hand."""
        self._guide_title.setText(self.tr("Guideline: {label}").format(label=label) if label else self.tr("Guideline"))
        self.guideline.show_guideline(markdown if label else self.tr("Focus a span to see the guideline of its label."))

    def set_low(self, low: bool) -> None:
        """Use the lower rows of a small window."""
        self._low = low
        self.labels.set_low(low)
        self.fit(self.height())

    def fit(self, height: int) -> None:
        """Share the height between the three groups: labels as many as there are, but never over half."""
        px = self._theme.px
        row = px(tokens.LABEL_ROW_LOW if self._low else tokens.LABEL_ROW)
        guide = px(78 if self._low else 116) if height >= px(420) else 0
        self.guideline.setFixedHeight(guide)
        self.labels.setFixedHeight(max(min(self._count * row, (height - guide) // 2 // row * row), row))
