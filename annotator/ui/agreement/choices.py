"""The choices, in one line or two: which layers, what counts as a match, which entries; and the button that saves the report."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.project.comparing import MISSING, installed
from annotator.ui.dialogs.base import plain_tip
from annotator.ui.dialogs.fields import Choice, MenuField, Tick
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme

_NAMED = 260
"""Pixels that the names of the chosen layers may take; longer, they are counted."""


class Choices(QWidget):
    """Shows what is compared. Signals say what a person chose."""

    match_chosen = Signal()
    """Another measure: nothing has to be computed anew."""
    question_chosen = Signal()
    """Other layers or entries."""
    gamma_chosen = Signal()
    """Gamma is wanted, or not any more."""
    save_asked = Signal()
    stop_asked = Signal()
    """What is being computed is not wanted any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.layers = MenuField(theme, self)
        self._menu = QMenu(self.layers)
        self.layers.setMenu(self._menu)
        self.match, self.entries = Choice(theme, self), Choice(theme, self)
        for box in (self.match, self.entries):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for text, measure in (
            (self.tr("start, end and label are equal"), "f1_strict"),
            (self.tr("start and end are equal"), "f1_edges"),
            (self.tr("they overlap, label equal"), "f1_overlap"),
        ):
            self.match.addItem(text, measure)
        self.entries.addItem(self.tr("done by both"), False)
        self.entries.addItem(self.tr("begun or done"), True)
        self.match.activated.connect(self._match)
        self.entries.activated.connect(self._question)
        self.save = QPushButton(theme.icons.icon("export"), " " + self.tr("Save report…"), self)
        self.save.clicked.connect(self._save)
        names = (self.tr("Layers"), self.tr("Spans match when"), self.tr("Entries"))
        widgets: tuple[QWidget, ...] = (self.layers, self.match, self.entries)
        self._named: list[tuple[QLabel, QWidget]] = []
        for name, widget in zip(names, widgets, strict=True):
            label = QLabel(name, self)
            label.setProperty("role", "second")
            widget.setAccessibleName(name)
            self._named.append((label, widget))
        self.gamma = Tick(theme, self.tr("Gamma"), self)
        self.gamma.setEnabled(installed())
        does = self.tr("Mathet’s gamma: edges and labels at once. It can take minutes; the other figures are there before.")
        tip = does if self.gamma.isEnabled() else translated(MISSING)
        self.gamma.setToolTip(plain_tip(tip))
        self.gamma.setAccessibleDescription(tip)
        self.gamma.toggled.connect(self._gamma)
        self.far = QLabel(self)
        self.far.setProperty("role", "second")
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.setToolTip(self.tr("Ctrl+. stops computing; what stood here before stays"))
        self.stop.clicked.connect(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._lines = QHBoxLayout(), QHBoxLayout()
        for line in self._lines:
            line.setSpacing(theme.px(8))
            column.addLayout(line)
        self._narrow = False
        self._parted: bool | None = None
        self.show_far(None)

    def place(self, *, narrow: bool) -> None:
        """Put everything in one line, or in two where that is narrow."""
        self._narrow = narrow
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines where one has no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self._narrow or self.width() < self._whole()
        if narrow == self._parted:
            return
        self._parted = narrow
        upper, lower = self._lines
        for line in self._lines:
            while line.takeAt(0) is not None:
                pass
        for number, (label, widget) in enumerate(self._named):
            line = lower if narrow and number else upper
            line.addWidget(label)
            line.addWidget(widget)
            line.addSpacing(self._theme.px(12))
        (lower if narrow else upper).addWidget(self.gamma)
        lower.addStretch(1)
        upper.addStretch(1)
        for told in (self.far, self.stop, self.save):
            upper.addWidget(told)

    def _whole(self) -> int:
        """Return the width of one line in which nothing is cut, while computing too."""
        far = self.fontMetrics().horizontalAdvance(self.tr("Computing… {percent} %").format(percent=100))
        named = [each.sizeHint().width() + self._theme.px(14) for pair in self._named for each in pair]
        return far + sum(named) + sum(each.sizeHint().width() + self._theme.px(8) for each in (self.gamma, self.stop, self.save))

    @property
    def measure(self) -> str:
        """By which measure spans match."""
        return str(self.match.currentData())

    @property
    def unfinished(self) -> bool:
        """Whether entries count that were only begun."""
        return bool(self.entries.currentData())

    @property
    def count(self) -> int:
        """How many layers there are to choose from."""
        return len(self._menu.actions())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the layers that are chosen."""
        return tuple(str(each.data()) for each in self._menu.actions() if each.isChecked())

    def show_layers(self, layers: Sequence[tuple[str, str]]) -> None:
        """Offer these layers, as (id, name); those that were left out stay left out."""
        out = {str(each.data()) for each in self._menu.actions() if not each.isChecked()}
        self._menu.clear()
        for identity, name in layers:
            action = QAction(name, self._menu)
            action.setCheckable(True)
            action.setChecked(identity not in out)
            action.setData(identity)
            action.toggled.connect(self._question)
            self._menu.addAction(action)
        self._name()

    def show_far(self, percent: int | None, *, gamma: bool = False) -> None:
        """Show how far computing is, or that gamma is being computed, with the way to stop it; neither where nothing is computed."""
        if gamma:
            self.far.setText(self.tr("Computing gamma…"))
        for told in (self.far, self.stop):
            told.setVisible(gamma or percent is not None)
        self.save.setEnabled(not gamma and percent is None)
        if percent is not None:
            self.far.setText(self.tr("Computing… {percent} %").format(percent=percent))

    def _name(self) -> None:
        names = [each.text() for each in self._menu.actions() if each.isChecked()]
        listed = ", ".join(names)
        short = self.fontMetrics().horizontalAdvance(listed) <= self._theme.px(_NAMED)
        # A name may hold what Qt would take for the mark of a key.
        self.layers.setText(
            (listed if short else self.tr("{n} layers").format(n=numeral(len(names)))).replace("&", "&&") or self.tr("none")
        )
        self.layers.setToolTip(plain_tip("" if short else listed))

    @Slot()
    def _match(self) -> None:
        self.match_chosen.emit()

    @Slot()
    def _question(self) -> None:
        self._name()
        self.question_chosen.emit()

    @Slot()
    def _gamma(self) -> None:
        self.gamma_chosen.emit()

    @Slot()
    def _stop(self) -> None:
        self.stop_asked.emit()

    @Slot()
    def _save(self) -> None:
        self.save_asked.emit()
