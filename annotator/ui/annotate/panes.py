"""The pane at the right of the text: labels, spans and guideline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui import tokens
from annotator.ui.dialogs.base import Elided
from annotator.ui.guideline_pane import GuidelinePane
from annotator.ui.label_list import LabelList, LabelRow
from annotator.ui.numerals import numeral
from annotator.ui.span_table import SpanRow, SpanTable
from annotator.ui.theme import Theme

_TALL = 900
"""From this height of the pane on, in pixels, the guideline grows with it."""
LOW = 800
"""Windows below this height, in pixels, have narrower panes and lower rows."""
_CALM_MS = 40
"""How long a label is in hand before its guideline is laid out: whoever goes from span to span reads none between."""


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


class LabelsPane(QWidget):
    """Labels, the spans of the entry, and the guideline of the label in focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._low = False
        self._count = 0
        self._guided = ("", "")
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._guide)
        self.labels = LabelList(theme, self)
        self.spans = SpanTable(theme, self)
        self.guideline = GuidelinePane(theme, self)
        _, spans_head = self._heading(self.tr("Spans here"))
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
        self._guide()

    def _heading(self, text: str) -> tuple[QLabel, QHBoxLayout]:
        label = Elided(self)
        label.setText(text)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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
        """Show the guideline of a label, once the keys rest; "" where no label is in hand."""
        before, self._guided = self._guided, (label, markdown)
        if label != before[0]:
            self._calm.start()
        elif markdown != before[1]:
            self._guide()  # it was written anew

    @Slot()
    def _guide(self) -> None:
        label, markdown = self._guided
        self._guide_title.setText(self.tr("Guideline: {label}").format(label=label) if label else self.tr("Guideline"))
        self.guideline.show_guideline(markdown if label else f"*{self.tr('Focus a span to see the guideline of its label.')}*")

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
        guide += min(max(height - px(_TALL), 0) // 3, px(300))  # a tall window has room for a guideline with its examples
        self.guideline.setFixedHeight(guide)
        self.labels.setFixedHeight(max(min(self._count * row, (height - guide) // 2 // row * row), row))
