"""The files that came in: what each brought, what was repaired or left out, and the way to put one out of sight or back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.ids import Id
from annotator.project.desk import Changed
from annotator.project.door import Project
from annotator.project.imports import SourceSummary
from annotator.project.reports import SHOWN_FINDINGS, Touched
from annotator.ui.beside import beside, decided
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.import_lists import FINDING_ROW, FindingList
from annotator.ui.dialogs.parts import Chips, Figures, Notice
from annotator.ui.dialogs.question import Question
from annotator.ui.dialogs.source_list import SourceHead, SourceList
from annotator.ui.empty import EmptyState
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.tasks import Handle, Work
from annotator.ui.theme import Theme

WIDTH = 940
_ROWS = 5
_EMPTY = 180
_FAR = 5_000
"""Sources of up to so many entries are counted and put out of sight while the person's key is down (some 0.1 s); more beside it."""
_KINDS = ("rejected", "repaired", "kept")


def people(touched: Touched) -> str:
    """Return who decided, in words: "Ada Reyes", "Ada Reyes and Mara Osei", "Ada Reyes and 3 others"."""
    names = touched.people
    if len(names) > 2:
        return _tr("{first} and {n} others").format(first=names[0], n=numeral(len(names) - 1))
    return _tr(" and ").join(names)


def consequence(touched: Touched) -> str:
    """Return what goes out of sight when something is withdrawn or hidden, in words."""
    entries = _tr("One entry goes out of sight") if touched.entries == 1 else _tr("{n} entries go out of sight")
    words = entries.format(n=numeral(touched.entries))
    if not touched.decisions:
        return words
    made = _tr("one decision of {people}") if touched.decisions == 1 else _tr("{n} decisions of {people}")
    return _tr("{entries}, and with them {decisions}").format(
        entries=words, decisions=made.format(n=numeral(touched.decisions), people=people(touched))
    )


class Sources(Dialog):
    """A table of the files over what is kept of the one that is chosen. The foot says what putting it out of sight would touch."""

    def __init__(self, parent: QWidget | None, theme: Theme, project: Project, *, far: int = _FAR) -> None:
        super().__init__(parent, theme, _tr("Sources"), self.tr("Close"), width=WIDTH, cancel=None)
        self._project, self._imports, self._far = project, project.imports, far
        self._work = Work(self, threads=1)
        self._touched: dict[Id, Touched] = {}
        self._counts: dict[str, int] = {}
        self.head = SourceHead(theme, self.ground)
        self.list = SourceList(theme, self.ground)
        self.figures = Figures(theme, self.ground)
        self.chips = Chips(theme, self.ground)
        self.findings = FindingList(theme, self.ground)
        self.findings.setFixedHeight(theme.px(FINDING_ROW * _ROWS))
        self.notice = Notice(theme, self.ground)
        self.empty = EmptyState(theme, self.ground)
        self.empty.setFixedHeight(theme.px(_EMPTY))
        self.hide_button = QPushButton(self)
        self.withdraw_button = QPushButton(self)
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.chips.chosen.connect(self._read)
        self._list(self._imports.sources())
        (self.list if self.list.sources else self.verb_button).setFocus()

    def _lay_out(self) -> None:
        px = self.theme.px
        self.sheet.setContentsMargins(0, px(18), 0, px(8))
        self.sheet.setSpacing(px(8))
        self.title.setContentsMargins(px(20), 0, px(20), 0)
        table = QVBoxLayout()
        table.setSpacing(0)
        table.addWidget(self.head)
        table.addWidget(self.list)
        table.addWidget(self.empty)
        self.sheet.addLayout(table)
        self.sheet.addWidget(self.figures)
        line = QHBoxLayout()
        line.setContentsMargins(px(20), 0, px(20), 0)
        line.setSpacing(px(12))
        line.addWidget(self.chips)
        line.addWidget(self.notice, 1)
        self.sheet.addLayout(line)
        self.sheet.addWidget(self.findings)
        for button, call in ((self.hide_button, self.hide_or_show), (self.withdraw_button, self.withdraw_or_restore)):
            button.setAutoDefault(False)
            button.clicked.connect(call)
            self.foot_row.insertWidget(self.foot_row.indexOf(self.cancel_button), button)

    @classmethod
    def show_sources(cls, parent: QWidget | None, theme: Theme, project: Project) -> None:
        """Show the files until the person closes the dialog."""
        cls(parent, theme, project).run()

    def done(self, result: int) -> None:
        """End: counting stops before the dialog goes."""
        self._work.close()
        super().done(result)

    @property
    def source(self) -> SourceSummary | None:
        """The file that is chosen."""
        at = self.list.currentIndex().row()
        return self.list.sources[at] if 0 <= at < len(self.list.sources) else None

    @Slot()
    def hide_or_show(self) -> None:
        """Put all entries of the file out of sight, or bring them back; it can be undone, so nothing is asked."""
        source = self.source
        if source is not None:
            title = self.tr("Hiding {name}") if not source.hidden else self.tr("Showing {name}")
            self._change(source, title, partial(_hide, source.id, not source.hidden))

    @Slot()
    def withdraw_or_restore(self) -> None:
        """Take the import back, once the person has read what that touches; or bring it back."""
        source = self.source
        if source is None:
            return
        if not source.live:
            self._change(source, self.tr("Restoring {name}"), partial(_restore, source.id))
        elif self._sure(source):
            self._change(source, self.tr("Withdrawing {name}"), partial(_withdraw, source.id))

    def _sure(self, source: SourceSummary) -> bool:
        touched = self._touched.get(source.id) or self._imports.touched(source.id)
        title = self.tr("Withdraw {name}?").format(name=source.name)
        text = self.tr(
            "None of it is deleted: the entries go out of sight, the decisions on them stay in the log. Restore, in the list of sources, "
            "brings all back as it was. Undo does not: an import is withdrawn and restored."
        )
        verb = self.tr("Withdraw {n} entries").format(n=numeral(touched.entries)) if touched.entries != 1 else self.tr("Withdraw one entry")
        return Question.ask(self, self.theme, title, text, verb, consequence=consequence(touched), second=self.tr("None is deleted"))

    def _change(self, source: SourceSummary, title: str, call: Callable[[Project], Changed]) -> None:
        try:
            changed = self._changed(source, title.format(name=source.name), call)
        except AnnotatorError as error:
            self.notice.show_notice(translated(error.sentence))
            return
        self._touched.clear()
        self._list(self._imports.sources())
        if changed is None:
            self.notice.show_notice(self.tr("Stopped: nothing was changed."), "muted")

    def _changed(self, source: SourceSummary, title: str, call: Callable[[Project], Changed]) -> Changed | None:
        """Make the change; that of a large source in another thread. None where the person stopped it."""
        if max(source.entries, source.report.get("taken", 0)) <= self._far:
            return call(self._project)
        return decided(self, self.theme, self._project, title, self.tr("None of it is deleted."), call)

    def _list(self, sources: list[SourceSummary]) -> None:
        self.empty.setVisible(not sources)
        for part in (self.head, self.list, self.chips, self.figures, self.findings, self.notice):
            part.setVisible(bool(sources))
        held = self.source.id if self.source is not None else None
        at = next((number for number, each in enumerate(sources) if each.id == held), 0)
        self.list.show_sources(sources)
        if not sources:
            self.empty.show_empty(self.tr("No file has come in yet. Bring text in with the command of that name."))
            self._show_buttons(None)
        elif self.list.currentIndex().row() == at:
            self._show(at)
        else:
            self.list.go_to(at)

    @Slot(int)
    def _show(self, _number: int) -> None:
        source = self.source
        if source is None:
            return
        said, report = self._imports.finding_counts(source.id), source.report
        known = (("+", report.get("known", 0), self.tr("here before"), "muted"),) if report.get("known") else ()
        spans = ((report.get("spans taken", 0), self.tr("spans"), "muted"),) if report.get("spans read") else ()
        self.figures.show_figures(
            (report.get("read", 0), self.tr("read")),
            (
                ("=", report.get("taken", 0), self.tr("taken"), "success"), *known,
                ("+", report.get("rejected", 0), self.tr("rejected"), "danger" if report.get("rejected") else "muted"),
                ("+", report.get("kept", 0), self.tr("kept as source"), "muted"),
            ),
            ((report.get("repairs", 0), self.tr("repaired"), "warning" if report.get("repairs") else "muted"), *spans),
        )  # fmt: skip
        self._counts = {kind: said.get(kind, 0) for kind in _KINDS if said.get(kind)}
        self.chips.show_chips([(kind, self._kind(kind)) for kind in self._counts])
        self.chips.setVisible(bool(self._counts))
        if self._counts:
            self._read(self.chips.held)
        else:
            self.findings.show_findings(())
            self.notice.show_notice(self.tr("Nothing was repaired, rejected or kept as source."), "success")
        self._show_buttons(source)

    def _kind(self, kind: str) -> str:
        return {"rejected": self.tr("Rejected"), "repaired": self.tr("Repaired")}.get(kind, self.tr("Kept as source"))

    @Slot(str)
    def _read(self, kind: str) -> None:
        source = self.source
        if source is None:
            return
        self.findings.show_findings(self._imports.findings(source.id, kind))
        more = self._counts.get(kind, 0) - SHOWN_FINDINGS
        left = self.tr("The first {n} are shown; all are kept with the project.").format(n=numeral(SHOWN_FINDINGS)) if more > 0 else ""
        self.notice.show_notice(left, "muted")

    def _show_buttons(self, source: SourceSummary | None) -> None:
        able = source is not None and not self._project.read_only
        hidden = source is not None and source.hidden
        withdrawn = source is not None and not source.live
        self.hide_button.setText(self.tr("S&how") if hidden else self.tr("&Hide"))
        self.hide_button.setEnabled(able and not withdrawn)
        self.withdraw_button.setText(self.tr("&Restore") if withdrawn else self.tr("&Withdraw…"))
        self.withdraw_button.setEnabled(able)
        if source is None:
            self.say()
        elif self._project.read_only:
            self.say("", self.tr("The project is open to look only"))
        elif withdrawn:
            self.say(self.tr("Restore brings this import back as it was"), self.tr("Nothing of it was deleted"))
        elif hidden:
            self.say(self.tr("Show brings the entries back into the list"), self.tr("Nothing of it was deleted"))
        elif (touched := self._found(source)) is None:
            self.withdraw_button.setEnabled(False)
            self.say(self.tr("Counting what it touches…"))
        else:
            second = self.tr("when hidden or withdrawn; none is deleted, and Show or Restore brings all back")
            self.say(consequence(touched), second)
        for button in (self.hide_button, self.withdraw_button):
            button.setAccessibleDescription(self.said)

    def _found(self, source: SourceSummary) -> Touched | None:
        """Return what putting a source out of sight touches; None where that is counted in another thread now."""
        if source.id not in self._touched:
            if source.entries > self._far:
                task = self._work.start(partial(beside, self._project, partial(_count, source.id)))
                task.finished.connect(self._counted)
                return None
            self._touched[source.id] = self._imports.touched(source.id)
        return self._touched[source.id]

    @Slot(object)
    def _counted(self, found: tuple[Id, Touched]) -> None:
        self._touched[found[0]] = found[1]
        if self.source is not None and self.source.id == found[0]:
            self._show_buttons(self.source)


def _hide(source: Id, hidden: bool, project: Project) -> Changed:
    return project.imports.hide(source, hidden)


def _withdraw(source: Id, project: Project) -> Changed:
    return project.imports.withdraw(source)


def _restore(source: Id, project: Project) -> Changed:
    return project.imports.restore(source)


def _count(source: Id, project: Project, _: Handle) -> tuple[Id, Touched]:
    return source, project.imports.touched(source)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sources", text)
