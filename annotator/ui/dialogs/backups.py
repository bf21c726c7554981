"""Go back to a copy of the project: which copies there are, and what going back would set aside. And where a copy is to be saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from annotator.core.errors import AnnotatorError
from annotator.project.door import Means, Project, User
from annotator.project.upkeep import Loss, loss_of_restoring, restore_backup
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.parts import Notice
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Work
from annotator.ui.theme import Theme
from annotator.ui.waiting import Waiting

_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?:\.\d+)? before (.+)\.annotator")
_SUFFIX = ".annotator"
FindLoss = Callable[[Path, Path], Loss]
"""Says what going back from a project (first) to a copy (second) would set aside."""


def described(path: Path) -> tuple[str, str]:
    """Return when a copy was made and before what; for a copy of another name, its name and folder."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return path.name, str(path.parent)
    made = datetime.strptime(match[1], "%Y-%m-%d %H-%M-%S")
    when = QLocale().toString(
        QDateTime(made.year, made.month, made.day, made.hour, made.minute, made.second),
        QCoreApplication.translate("dates", "ddd d MMM yyyy, HH:mm"),
    )
    return when, _tr("before {what}").format(what=translated(match[2]))


class Backups(Dialog):
    """The copies, newest first, each with what it holds and what it lacks; read in another thread."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        project: Path,
        copies: Sequence[Path],
        loss: FindLoss = loss_of_restoring,
    ) -> None:
        super().__init__(parent, theme, self.tr("Restore a backup"), self.tr("Restore"), width=LIST)
        self._project, self._loss = project, loss
        self._copies: list[Path] = []
        self._found: dict[Path, Loss | AnnotatorError] = {}
        self._work = Work(self, threads=1)
        self.list = RowList(theme, self.tr("Backups"), self.ground)
        self.list.setFixedHeight(theme.px(48 * 5))
        self.list.chosen.connect(self._show)
        self.sheet.setContentsMargins(theme.px(2), theme.px(18), theme.px(2), theme.px(12))
        self.title.setContentsMargins(theme.px(18), 0, 0, 0)
        self.sheet.addWidget(self.list)
        self.notice = Notice(theme, self.ground)
        self.notice.setContentsMargins(theme.px(18), 0, theme.px(18), 0)
        self.sheet.addWidget(self.notice)
        other = QPushButton(self.tr("Another file…"), self)
        other.setAutoDefault(False)
        other.clicked.connect(self._add_other)
        self.foot_row.insertWidget(self.foot_row.indexOf(self.cancel_button), other)
        self.add(copies)
        if not copies:
            self.notice.show_notice(self.tr("There is no automatic copy yet: one is made before every import and merge."), "muted")
        self.list.setFocus()
        self._show()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, project: Project) -> Path | None:
        """Return the copy to go back to (`project.upkeep.restore`, once the project is closed); None where the person cancelled."""
        dialog = cls(parent, theme, project.path, project.upkeep.automatic())
        return dialog.value if dialog.run() else None

    @classmethod
    def put_back(
        cls, parent: QWidget | None, theme: Theme, work: Work, project: Path, backup: Path, who: User, means: Means
    ) -> Path | None:
        """Put a copy in the place of a project that is closed, in another thread; return where the present file is kept.

        None where the person stopped it: all is as it was. Raises as `restore_backup` does.
        """
        text = _tr("{name} comes in its place; the present file is kept beside it.").format(name=" · ".join(described(backup)))
        return Waiting.wait(parent, theme, _tr("Going back to a copy"), text, work, partial(_put_back, project, backup, who, means))

    @classmethod
    def ask_copy(cls, parent: QWidget | None, project: Project) -> Path | None:
        """Return where a copy of the project is to be saved (`project.upkeep.backup`), with its suffix; None where the person cancelled."""
        proposed = project.path.with_name(f"{project.path.stem} copy {datetime.now().astimezone():%Y-%m-%d}{_SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(parent, _tr("Save a copy"), str(proposed), _tr("Projects (*.annotator)"))
        if not name:
            return None
        return Path(name) if name.endswith(_SUFFIX) else Path(name + _SUFFIX)

    @classmethod
    def ask_other(cls, parent: QWidget, folder: Path) -> Path | None:
        """Return a copy that lies elsewhere, or None."""
        name, _ = QFileDialog.getOpenFileName(parent, _tr("Backup"), str(folder), _tr("Projects (*.annotator)"))
        return Path(name) if name else None

    @property
    def value(self) -> Path | None:
        """The copy that is chosen."""
        at = self.list.currentIndex().row()
        return self._copies[at] if 0 <= at < len(self._copies) else None

    def add(self, copies: Sequence[Path]) -> None:
        """Put copies on the list and find out what each of them holds."""
        for path in copies:
            if path not in self._copies:
                self._copies.append(path)
                task = self._work.start(partial(self._look_at, path))
                task.finished.connect(self._looked)
        self._show_rows()
        if copies:
            self.list.go_to(self._copies.index(copies[0]))

    def done(self, result: int) -> None:
        """End: reading stops before the dialog goes."""
        self._work.close()
        super().done(result)

    def _look_at(self, path: Path, handle: Handle) -> tuple[Path, Loss | AnnotatorError]:
        handle.check()
        try:
            return path, self._loss(self._project, path)
        except AnnotatorError as error:
            return path, error

    @Slot(object)
    def _looked(self, answer: tuple[Path, Loss | AnnotatorError]) -> None:
        self._found[answer[0]] = answer[1]
        self._show_rows()
        self._show()

    @Slot()
    def _add_other(self) -> None:
        path = self.ask_other(self, self._project.parent)
        if path is not None:
            self.add([path])

    def _show_rows(self) -> None:
        rows = []
        for path in self._copies:
            when, reason = described(path)
            found = self._found.get(path)
            right, role = self.tr("reading…"), "muted"
            if isinstance(found, Loss):
                right = self.tr("{n} {n:decision|decisions}").format(n=numeral(found.backup))
            elif found is not None:
                right, role = self.tr("cannot be read"), "danger"
            rows.append(Row(when, reason, right, role))
        self.list.show_rows(rows)

    @Slot()
    def _show(self) -> None:
        path = self.value
        found = self._found.get(path) if path is not None else None
        if isinstance(found, Loss):
            self.notice.show_notice("")
            self.say(self._consequence(found), self.tr("The present file is kept beside it as “… set aside …”"))
            self.set_verb(self.tr("Restore {n} decisions").format(n=numeral(found.backup)))
            return
        if found is not None:
            self.notice.show_notice(translated(found.sentence))
        self.say("", self.tr("Choose a copy to go back to") if self._copies else "")
        self.set_verb(self.tr("Restore"), possible=False)

    def _consequence(self, loss: Loss) -> str:
        if loss.decisions == 0:
            return self.tr("Nothing was decided since")
        if loss.decisions == 1:
            return self.tr("One decision made since will be set aside")
        return self.tr("{n} decisions made since will be set aside").format(n=numeral(loss.decisions))


def _put_back(project: Path, backup: Path, who: User, means: Means, handle: Handle) -> Path | None:
    def told(done: int, total: int) -> None:
        handle.check()
        handle.progress(100 * done // max(total, 1), 100)

    return restore_backup(project, backup, who, means, progress=told)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
