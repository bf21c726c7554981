"""How far the work is, and what it cost: counts and plots from the log, by person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.ids import Id
from annotator.ui.dialogs.base import RING, Dialog
from annotator.ui.dialogs.parts import Chips, Notice
from annotator.ui.dialogs.progress_state import Report, people, shown
from annotator.ui.empty import EmptyState
from annotator.ui.plots import SIDE, Bars, FigureRow, TimePlot
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Work
from annotator.ui.theme import Theme

_WIDTH, _HEIGHT = 980, 700
Load = Callable[[Handle], Report]
"""Reads the report in another thread, over a connection of its own."""


class ProgressDialog(Dialog):
    """Figures, states, labels, suggesters and time. The log is read beside, so that the window goes on."""

    def __init__(self, parent: QWidget | None, theme: Theme, load: Load, own: Id, now: datetime) -> None:
        super().__init__(parent, theme, self.tr("Progress and cost"), self.tr("Close"), width=_WIDTH, cancel=None)
        self._own, self._now = own, now
        self.report: Report | None = None
        self.people = Chips(theme, self.ground)
        self.people.chosen.connect(self._choose)
        head = QHBoxLayout()
        self.sheet.removeWidget(self.title)
        head.addWidget(self.title, 1)
        head.addWidget(self.people)
        self.sheet.addLayout(head)
        self.notice = Notice(theme, self.ground)
        self.sheet.addWidget(self.notice)
        self.figures = FigureRow(theme, self.tr("Figures"), self.ground)
        self.states = Bars(theme, self.tr("Entries by state"), self.ground)
        self.labels = Bars(theme, self.tr("Spans by label"), self.ground)
        self.suggesters = Bars(theme, self.tr("Seconds per span, by what suggested it"), self.ground)
        self.time = TimePlot(theme, self.tr("Over time"), self.ground)
        self._time_heading = QLabel(self.ground)
        self.other = QLabel(self.ground)
        self.other.setProperty("role", "second")
        self.other.setWordWrap(True)
        self.empty = EmptyState(theme, self.ground)
        self.empty.setMinimumHeight(theme.px(220))
        self.empty.show_empty(self.tr("Nothing was decided yet. Accept a suggestion or label a span: what it costs is counted here."))
        self._body = self._laid_out()
        self.reach(self._body, by=SIDE + RING)
        self.sheet.addWidget(self.empty, 1)
        self._body.hide()
        self.empty.hide()
        self.say("", self.tr("Keys and seconds are counted while you label; pauses over a minute are left out"))
        self._work = Work(self, threads=1)
        task = self._work.start(load)
        task.finished.connect(self._loaded)
        task.failed.connect(self._failed)
        self.notice.show_notice(self.tr("Reading the log…"), "muted")
        self.verb_button.setFocus()

    @classmethod
    def show_progress(cls, parent: QWidget | None, theme: Theme, load: Load, own: Id, now: datetime) -> None:
        """Show the dialog until it is closed. `own` is who asks; `now` is local."""
        cls(parent, theme, load, own, now).run()

    def _laid_out(self) -> QWidget:
        px = self.theme.px
        inside = QWidget(self.ground)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(28))
        grid.setVerticalSpacing(px(16))
        grid.addLayout(self._group(self.tr("Entries by state"), self.states), 0, 0)
        grid.addLayout(self._group(self.tr("Seconds per span, by what suggested it"), self.suggesters, self.other), 1, 0)
        grid.addLayout(self._group(self.tr("Spans by label; seconds each at the right"), self.labels), 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(SIDE), 0, px(14), 0)
        column.setSpacing(px(16))
        self.reach(self.figures, into=column, by=SIDE)
        line = QFrame(inside)
        line.setProperty("role", "hairline")
        column.addWidget(line)
        column.addLayout(grid)
        self._time_heading.setProperty("role", "heading")
        column.addWidget(self._time_heading)
        column.addWidget(self.time)
        column.addStretch(1)
        scroll = QScrollArea(self.ground)
        scroll.setProperty("kind", "sheet")
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)  # after setWidget, which switches it on
        scroll.viewport().setAutoFillBackground(False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Plots"))
        self._inside = inside
        return scroll

    def _group(self, name: str, *widgets: QWidget) -> QVBoxLayout:
        heading = QLabel(name, self.ground)
        heading.setProperty("role", "heading")
        group = QVBoxLayout()
        group.setSpacing(self.theme.px(4))
        group.addWidget(heading)
        for each in widgets:
            if isinstance(each, Bars):
                self.reach(each, into=group, by=SIDE)
            else:
                group.addWidget(each)
        group.addStretch(1)
        return group

    def done(self, result: int) -> None:
        """End: reading stops before the dialog goes."""
        self._work.close()
        super().done(result)

    @Slot(object)
    def _loaded(self, report: Report) -> None:
        self.report = report
        self.notice.hide()
        chips = people(report, self._own)
        self.people.show_chips(chips)
        self.people.setVisible(len(chips) > 1)
        self.empty.setVisible(not chips)
        self._body.setVisible(bool(chips))
        if chips:
            self._choose(chips[0][0])
        self.fit()

    def _fit_plots(self) -> None:
        """Give the plots the height they need, and scroll what the window has no room for."""
        layout, parent = self._inside.layout(), self.parentWidget()
        if layout is None:
            return
        layout.activate()
        room = self.theme.px(_HEIGHT) if parent is None else max(self.theme.px(300), parent.window().height() - self.theme.px(180))
        self._body.setFixedHeight(min(layout.sizeHint().height() + self.theme.px(4), room))
        self.fit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        self.notice.show_notice(translated(error.sentence))

    @Slot(str)
    def _choose(self, chosen: str) -> None:
        if self.report is None:
            return
        self.people.hold(chosen)
        found = shown(self.report, chosen, self._now)
        self.figures.show_figures(found.figures)
        self.states.show_bars(found.states)
        self.labels.show_bars(found.labels)
        self.suggesters.show_bars(found.suggesters)
        self.other.setText(found.other)
        unit = self.tr("hour") if found.by_hour else self.tr("day, UTC")
        self._fit_plots()
        self._time_heading.setText(self.tr("Spans by {unit} (columns) and seconds per span (line)").format(unit=unit))
        self.time.show_columns(found.time)
