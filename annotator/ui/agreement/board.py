"""What the agreement screen shows, in its places: choices, figures, and four sheets, two by two or, where that is narrow, in a column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui import tokens
from annotator.ui.agreement.cells import CellTable, Ramp
from annotator.ui.agreement.choices import Choices
from annotator.ui.agreement.figure_sheet import FigureSheet
from annotator.ui.agreement.hit_list import HitList
from annotator.ui.agreement.label_bars import LabelBars
from annotator.ui.agreement.sheet import Sheet
from annotator.ui.agreement.swayed import Swayed
from annotator.ui.dialogs.base import Elided
from annotator.ui.empty import EmptyState
from annotator.ui.theme import Theme

_NARROW, _LEAST, _LOW = 960, 420, 600
"""Width below which sheets stand one below the other, the least width then, and the least height where they stand two by two."""
_HITS = 250
"""Height of the list of disagreements where sheets stand one below the other."""
_FEW = 4
"""Layers up to which pairs need the smaller share of the width."""


class Board(QWidget):
    """Makes and places the widgets; it connects nothing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow: bool | None = None
        self._layers = 0
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.choices, self.figures, self.swayed = Choices(theme, self), FigureSheet(theme, self), Swayed(self)
        self.pairs = CellTable(
            theme, tokens.PAIR_RAMP_LIGHT, tokens.PAIR_RAMP_DARK, self, row=53, least=41, most=110, narrow=86
        )  # fmt: skip
        self.matrix = CellTable(
            theme, tokens.MIXED_RAMP_LIGHT, tokens.MIXED_RAMP_DARK, self, row=29, least=22, most=150, narrow=54
        )  # fmt: skip
        self.bars, self.hits = LabelBars(theme, self), HitList(theme, self)
        self.nothing = EmptyState(theme, self)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.hits)
        self._below.addWidget(self.nothing)
        self.pairs.setAccessibleName(self.tr("Pairs"))
        self.matrix.setAccessibleName(self.tr("Which label met which"))
        self.of_pairs, self.of_matrix, self.of_labels, self.of_hits = (Sheet(theme, self) for _ in range(4))
        self.of_pairs.title.setText(self.tr("Pairs"))
        self.of_pairs.note.setText(self.tr("F1, 95 % interval"))
        self.of_labels.title.setText(self.tr("By label, all pairs"))
        self.of_labels.note.setText(self.tr("F1, 95 % interval by bootstrap over entries"))
        self.of_matrix.note.setText("")
        self._sheets = self.of_pairs, self.of_matrix, self.of_labels, self.of_hits
        widgets: tuple[QWidget, ...] = self.pairs, self.matrix, self.bars, self._below
        for sheet, widget in zip(self._sheets, widgets, strict=True):
            sheet.column.addWidget(widget, 1)
        ramp = Ramp(theme, tokens.PAIR_RAMP_LIGHT, tokens.PAIR_RAMP_DARK, self.tr("0.60 or less to 1.00"), self)
        self.of_pairs.column.addWidget(ramp)
        self.adjudicate = QPushButton(theme.icons.icon("compare"), " " + self.tr("Adjudicate these"), self)
        self.of_hits.head.addWidget(self.adjudicate)
        self.of_hits.note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        foot = Elided(self)
        foot.setProperty("role", "second")
        words = self.tr("“None”: spans that only one of the two marked. What neither marked cannot be counted, so spans have no Cohen’s κ.")
        foot.setText(words)
        self.of_hits.column.addWidget(foot)
        px = theme.px
        self._grid = QGridLayout()
        self._grid.setSpacing(px(tokens.GAP))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), px(12))
        column.setSpacing(px(tokens.GAP))
        for part in (self.choices, self.figures, self.swayed):
            column.addWidget(part)
        column.addLayout(self._grid, 1)
        self._place(narrow=False)

    def scrolled(self, parent: QWidget) -> QScrollArea:
        """Return an area that holds the board, and scrolls it where it is higher than the room."""
        area = QScrollArea(parent)
        area.setWidgetResizable(True)
        area.setWidget(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def fit(self, layers: int) -> None:
        """Give the sheets the room that so many layers, and what is shown now, need."""
        self._layers = layers
        self._share()

    def say_nothing(self, sentence: str) -> None:
        """Say in the place of the disagreements why there are none; "" shows them."""
        self.nothing.show_empty(sentence)
        self._below.setCurrentWidget(self.nothing if sentence else self.hits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the sheets anew where the width asks for it."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow != self._narrow:
            self._place(narrow=narrow)

    def _place(self, *, narrow: bool) -> None:
        self._narrow = narrow
        for sheet in self._sheets:
            self._grid.removeWidget(sheet)
        for place, sheet in enumerate(self._sheets):
            self._grid.addWidget(sheet, *((place, 0) if narrow else (place // 2, place % 2)))
        self.choices.place(narrow=narrow)
        self.figures.place(narrow=narrow)
        self._share()

    def _share(self) -> None:
        """Share the room: in a column each table is as high as its rows, so that only the whole is scrolled."""
        narrow, grid, px = bool(self._narrow), self._grid, self._theme.px
        many = self._layers > _FEW
        grid.setColumnStretch(0, 1 if narrow else 46 if many else 35)
        grid.setColumnStretch(1, 0 if narrow else 54 if many else 65)
        for row, share in enumerate((0, 0, 0, 1) if narrow else (11, 10, 0, 0)):
            grid.setRowStretch(row, share)
        for table in (self.pairs, self.matrix, self.bars):
            table.setMinimumHeight(table.whole_height() if narrow else 1)
        self._below.setMinimumHeight(px(_HITS) if narrow else 1)
        self.setMinimumSize(px(_LEAST), 0 if narrow else px(_LOW))
