"""The files that came in: what each brought, what was repaired or left out, and the way to put one out of sight or back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.ids import Id
from annotator.project.desk import Changed
from annotator.project.imports import Imports, SourceSummary
from annotator.project.reports import SHOWN_FINDINGS, Touched
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.import_lists import FINDING_ROW, FindingList
from annotator.ui.dialogs.parts import Chips, Figures, Notice
from annotator.ui.dialogs.question import Question
from annotator.ui.dialogs.source_list import SourceHead, SourceList
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme

WIDTH = 940
_ROWS = 5
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

    def __init__(self, parent: QWidget | None, theme: Theme, imports: Imports, *, read_only: bool = False) -> None:
        super().__init__(parent, theme, _tr("Sources"), self.tr("Close"), width=WIDTH, cancel=None)
        self._imports, self._read_only = imports, read_only
        self._counts: dict[str, int] = {}
        self.head = SourceHead(theme, self.ground)
        self.list = SourceList(theme, self.ground)
        self.figures = Figures(theme, self.ground)
        self.chips = Chips(theme, self.ground)
        self.findings = FindingList(theme, self.ground)
        self.findings.setFixedHeight(theme.px(FINDING_ROW * _ROWS))
        self.notice = Notice(theme, self.ground)
        self.hide_button = QPushButton(self)
        self.withdraw_button = QPushButton(self)
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.chips.chosen.connect(self._read)
        self._list(imports.sources())
        self.list.setFocus()

    def _lay_out(self) -> None:
        px = self.theme.px
        self.sheet.setContentsMargins(0, px(18), 0, px(8))
        self.sheet.setSpacing(px(8))
        self.title.setContentsMargins(px(20), 0, px(20), 0)
        table = QVBoxLayout()
        table.setSpacing(0)
        table.addWidget(self.head)
        table.addWidget(self.list)
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
    def show_sources(cls, parent: QWidget | None, theme: Theme, imports: Imports, *, read_only: bool = False) -> None:
        """Show the files until the person closes the dialog."""
        cls(parent, theme, imports, read_only=read_only).run()

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
            self._change(self._imports.hide, source.id, not source.hidden)

    @Slot()
    def withdraw_or_restore(self) -> None:
        """Take the import back, once the person has read what that touches; or bring it back."""
        source = self.source
        if source is None:
            return
        if not source.live:
            self._change(self._imports.restore, source.id)
        elif self._sure(source):
            self._change(self._imports.withdraw, source.id)

    def _sure(self, source: SourceSummary) -> bool:
        touched = self._imports.touched(source.id)
        title = self.tr("Withdraw {name}?").format(name=source.name)
        text = self.tr(
            "None of it is deleted: the entries go out of sight, the decisions on them stay in the log. Restore, in the list of sources, "
            "brings all back as it was. Undo does not: an import is withdrawn and restored."
        )
        verb = self.tr("Withdraw {n} entries").format(n=numeral(touched.entries)) if touched.entries != 1 else self.tr("Withdraw one entry")
        return Question.ask(self, self.theme, title, text, verb, consequence=consequence(touched), second=self.tr("None is deleted"))

    def _change(self, call: Callable[..., Changed], source: Id, *how: bool) -> None:
        try:
            call(source, *how)
        except AnnotatorError as error:
            self.notice.show_notice(translated(error.sentence))
            return
        self._list(self._imports.sources())

    def _list(self, sources: list[SourceSummary]) -> None:
        held = self.source.id if self.source is not None else None
        at = next((number for number, each in enumerate(sources) if each.id == held), 0)
        self.list.show_sources(sources)
        if not sources:
            self.notice.show_notice(self.tr("No file has come in yet. Bring text in with the command of that name."), "muted")
            self.chips.hide()
            self.figures.hide()
            self.findings.hide()
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
        able = source is not None and not self._read_only
        hidden = source is not None and source.hidden
        withdrawn = source is not None and not source.live
        self.hide_button.setText(self.tr("S&how") if hidden else self.tr("&Hide"))
        self.hide_button.setEnabled(able and not withdrawn)
        self.withdraw_button.setText(self.tr("&Restore") if withdrawn else self.tr("&Withdraw…"))
        self.withdraw_button.setEnabled(able)
        if source is None:
            self.say()
        elif withdrawn:
            self.say(self.tr("Restore brings this import back as it was"), self.tr("Nothing of it was deleted"))
        elif hidden:
            self.say(self.tr("Show brings the entries back into the list"), self.tr("Nothing of it was deleted"))
        else:
            second = self.tr("when hidden or withdrawn; none is deleted, and Show or Restore brings all back")
            self.say(consequence(self._imports.touched(source.id)), second)
        for button in (self.hide_button, self.withdraw_button):
            button.setAccessibleDescription(self.said)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sources", text)
