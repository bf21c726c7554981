"""What changed since a day, a copy of the project, or a release: the entries as a list, from which one can go to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.core.errors import AnnotatorError
from annotator.project.changes import ChangedEntry, OtherStep, WhatChanged
from annotator.project.door import Project
from annotator.ui import bridge, plural
from annotator.ui.dialogs.backups import described
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.fields import Choice
from annotator.ui.dialogs.parts import Notice
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Task, Work
from annotator.ui.theme import Theme
from annotator.ui.words import deed_text

_INSET, _ROWS = 18, 7
_DAYS = (0, 1, 7, 30)
Base = datetime | Path
"""Since when: a moment, a backup, or a release in JSONL."""
Look = Callable[[Base, Handle], WhatChanged]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A row, and the entry it goes to (None where there is none to go to)."""

    row: Row
    entry: int | None


class WhatChangedView(Dialog):
    """A list of changed entries. Enter goes to the chosen one."""

    def __init__(self, parent: QWidget | None, theme: Theme, look: Look, copies: Sequence[Path], folder: Path, now: datetime) -> None:
        """`look` is called in another thread; `copies` are the automatic backups; `now` has the zone in which days are told."""
        super().__init__(parent, theme, self.tr("What changed"), self.tr("Go to the entry"), width=LIST, cancel=self.tr("Close"))
        self._look, self._folder, self._now = look, folder, now
        self._work = Work(self, threads=1)
        self._bases: list[Base | None] = []
        self._shown: list[_Shown] = []
        self._task: Task | None = None
        self.sheet.setContentsMargins(theme.px(2), theme.px(18), theme.px(2), theme.px(12))
        self.title.setContentsMargins(theme.px(_INSET), 0, 0, 0)
        self.since = Choice(theme, self.ground)
        for days in _DAYS:
            self._add(_day(days), (now - timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0))
        for copy in copies:
            self._add(self.tr("the copy of {when}").format(when=", ".join(described(copy))), copy)
        self._add(self.tr("another copy or a release in JSONL…"), None)
        self.since.activated.connect(self._chosen)
        self.field(self.tr("&Since"), self.since, inset=_INSET)
        self.list = RowList(theme, self.tr("Entries that changed"), self.ground)
        self.list.setFixedHeight(theme.px(48 * _ROWS))
        self.list.chosen.connect(self._show_verb)
        self.list.doubleClicked.connect(self.accept)
        self.sheet.addWidget(self.list)
        self.notice = Notice(theme, self.ground)
        self.notice.setContentsMargins(theme.px(_INSET), 0, theme.px(_INSET), 0)
        self.sheet.addWidget(self.notice)
        self._base: Base = self._bases[0] or now
        self._read()
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, look: Look, project: Project, now: datetime) -> int | None:
        """Return the row of the entry to go to; None where the person closed the list."""
        dialog = cls(parent, theme, look, project.upkeep.automatic(), project.path.parent, now)
        return dialog.value if dialog.run() else None

    @classmethod
    def ask_file(cls, parent: QWidget, folder: Path) -> Path | None:
        """Return a copy or a release that lies elsewhere, or None."""
        name, _ = QFileDialog.getOpenFileName(parent, _tr("Since"), str(folder), _tr("Copies and releases (*.annotator *.jsonl)"))
        return Path(name) if name else None

    @property
    def value(self) -> int | None:
        """The row of the entry that is chosen; None where there is none, or it is no longer seen."""
        at = self.list.currentIndex().row()
        return self._shown[at].entry if 0 <= at < len(self._shown) else None

    @property
    def settled(self) -> bool:
        """Whether what is shown answers what was asked last."""
        return self._task is None

    def done(self, result: int) -> None:
        """End: reading stops before the dialog goes."""
        self._work.close()
        super().done(result)

    def _add(self, words: str, base: Base | None) -> None:
        self.since.addItem(words)
        self._bases.append(base)

    @Slot(int)
    def _chosen(self, at: int) -> None:
        base = self._bases[at] or self.ask_file(self, self._folder)
        if base is None:
            self.since.setCurrentIndex(self._bases.index(self._base))
            return
        if base not in self._bases:
            self.since.insertItem(at, base.name if isinstance(base, Path) else "")
            self._bases.insert(at, base)
            self.since.setCurrentIndex(at)
        self._base = base
        self._read()

    def _read(self) -> None:
        if self._task is not None:
            self._task.abandon()
        self._show([])
        self.notice.show_notice(self.tr("Reading what was decided…"), "muted")
        self._task = self._work.start(partial(self._look, self._base))
        self._task.finished.connect(self._looked)
        self._task.failed.connect(self._failed)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AnnotatorError):
            raise error
        self.notice.show_notice(translated(error.sentence), "danger")

    @Slot(object)
    def _looked(self, found: WhatChanged) -> None:
        self._task = None
        self._show([*map(self._entry_row, found.entries), *map(self._step_row, found.others)])
        self.notice.show_notice("" if self._shown else self.tr("Nothing changed since then."), "muted")
        if self._shown:
            self.list.go_to(0)
        self.say(*self._summary(found))

    def _show(self, rows: Sequence[_Shown]) -> None:
        self._shown = list(rows)
        self.list.show_rows([each.row for each in rows])
        self.say()
        self._show_verb()

    @Slot()
    def _show_verb(self) -> None:
        self.verb_button.setEnabled(self.value is not None)

    def _summary(self, found: WhatChanged) -> tuple[str, str]:
        changed = self.tr("{entries} changed, {n} of them new").format(entries=plural.entries(len(found.entries)), n=numeral(found.new))
        decisions = "" if found.decisions is None else self.tr("{n} {n:decision|decisions} in all").format(n=numeral(found.decisions))
        return (changed if found.entries else "", decisions if found.decisions else "")

    def _entry_row(self, entry: ChangedEntry) -> _Shown:
        new = [self.tr("new")] if entry.new else [] if entry.row is not None else [self.tr("no longer seen")]
        what = ", ".join(new + [_counted(name, count) for name, count in entry.what])
        second = " · ".join(part for part in (what, ", ".join(entry.people), entry.source) if part)
        return _Shown(Row(bridge.first_line(entry.title) or self.tr("no title"), second, self._moment(entry.last)), entry.row)

    def _step_row(self, step: OtherStep) -> _Shown:
        second = " · ".join(part for part in (self.tr("the project"), step.person) if part)
        return _Shown(Row(translated(step.name), second, self._moment(step.last)), None)

    def _moment(self, stamp: str) -> str:
        return bridge.local_moment(stamp, self._now) if stamp else ""


def looked(project: Project, base: Base, handle: Handle) -> WhatChanged:
    """Return what changed, over a connection of its own: for another thread."""
    beside = project.beside()
    try:
        if isinstance(base, datetime):
            return beside.changes.since(base)
        return beside.changes.since_file(base, layer=beside.person.name, progress=lambda _: handle.check())
    finally:
        beside.close()


def _day(days: int) -> str:
    if days < 2:
        return _tr("yesterday") if days else _tr("today")
    return _tr("{n} days ago").format(n=numeral(days))


def _counted(name: str, count: int) -> str:
    return f"{numeral(count)} × {deed_text(name)}" if count > 1 else deed_text(name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("WhatChangedView", text)
