"""What the import dialog shows: files and settings at the left; the sum, the entries and the findings at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.model import Scheme
from annotator.project import offered
from annotator.ui import tokens
from annotator.ui.dialogs.base import Elided
from annotator.ui.dialogs.import_entries import EntriesAsTheyWillBe, EntryRow
from annotator.ui.dialogs.import_lists import FileList, FindingList
from annotator.ui.dialogs.import_settings import ImportSettings
from annotator.ui.dialogs.import_state import INFERRED, Incoming, findings, summed
from annotator.ui.dialogs.parts import Chips, Figures
from annotator.ui.empty import EmptyState
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme

_FILES = 4
"""So many files are seen at once; more scroll."""


class ImportPanes(QWidget):
    """Shows files as the dialog holds them."""

    def __init__(self, theme: Theme, scheme: Scheme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._titles = {each.name: translated(each.title) for each in offered.readable()}
        self._files: Sequence[Incoming] = ()
        self.files = FileList(theme, self._second, self)
        self.settings = ImportSettings(theme, scheme, self)
        self.add = self._quiet(self.tr("Add…"), "import")
        self.save = self._quiet(self.tr("Save list…"), "export")
        self.figures = Figures(theme, self)
        self.entries = EntriesAsTheyWillBe(theme, self)
        self.empty = EmptyState(theme, self)
        self.findings = FindingList(theme, self)
        self.chips = Chips(theme, self)
        self.chips.chosen.connect(self._show_findings)
        theme.changed.connect(self._draw_icons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header(title))
        column.addWidget(_line(self))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(_upright(self))
        row.addWidget(self._right(), 1)
        column.addLayout(row, 1)

    def _quiet(self, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "quiet")
        button.setProperty("icon name", icon)
        button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        button.setIcon(self._theme.icons.icon(icon, size=self._theme.px(16)))
        button.setAutoDefault(False)
        return button

    @Slot()
    def _draw_icons(self) -> None:
        for button in (self.add, self.save):
            button.setIcon(self._theme.icons.icon(str(button.property("icon name")), size=self._theme.px(16)))

    def _header(self, title: str) -> QWidget:
        header = _pane(self)
        header.setFixedHeight(self._theme.px(tokens.HEADER))
        name, into = QLabel(self.tr("Import text"), header), Elided(header)
        name.setProperty("role", "title")
        into.setText(self.tr("into {project}").format(project=title))
        into.setProperty("role", "muted")
        row = QHBoxLayout(header)
        row.setContentsMargins(self._theme.px(16), 0, self._theme.px(16), 0)
        row.setSpacing(self._theme.px(10))
        row.addWidget(name)
        row.addWidget(into, 1)
        return header

    def _left(self) -> QWidget:
        px = self._theme.px
        left = _pane(self)
        left.setFixedWidth(px(tokens.LEFT_PANE))
        heading = QLabel(self.tr("Files"), left)
        heading.setProperty("role", "heading")
        top = QHBoxLayout()
        top.setContentsMargins(px(16), px(10), px(16), px(6))
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self.add)
        scroll = QScrollArea(left)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.settings)
        scroll.viewport().setAutoFillBackground(False)
        self.settings.setAutoFillBackground(False)
        self._scroll = scroll
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.files)
        column.addSpacing(px(10))
        column.addWidget(_line(left))
        column.addWidget(scroll, 1)
        return left

    def _right(self) -> QWidget:
        px = self._theme.px
        top = QWidget(self)
        self._which, self._shown = Elided(top), QLabel(top)
        self._which.setProperty("role", "strong")
        self._shown.setProperty("role", "second")
        words = QHBoxLayout()
        words.setContentsMargins(px(20), px(12), px(20), px(8))
        words.addWidget(self._which, 1)
        words.addWidget(self._shown)
        self._middle = QStackedWidget(top)
        self._middle.addWidget(self.entries)
        self._middle.addWidget(self.empty)
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        column.addWidget(_line(top))
        column.addLayout(words)
        column.addWidget(self._middle, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(top)
        splitter.addWidget(self._below())
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([2 * px(260), px(250)])
        return splitter

    def _below(self) -> QWidget:
        px = self._theme.px
        below = QWidget(self)
        self._heading = heading = Elided(below)
        heading.setProperty("role", "strong")
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(10), px(16), px(10))
        row.setSpacing(px(12))
        row.addWidget(heading, 1)
        row.addWidget(self.chips)
        row.addWidget(self.save)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(_line(below))
        column.addWidget(self.findings, 1)
        self.findings.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        return below

    def show_all(self, files: Sequence[Incoming], current: int) -> None:
        """Show all files, one of them in full."""
        self._files = tuple(files)
        self.files.setFixedHeight(self._theme.px(tokens.ENTRY_ROW) * min(max(len(files), 1), _FILES))
        self.files.show_files(files, current)
        self._show_figures()
        file = files[current] if files else None
        self._scroll.setVisible(file is not None)
        if file is not None:
            self.settings.show_file(file)
        self._show_entries(file)
        self._show_chips()

    def _show_figures(self) -> None:
        total = summed(self._files)
        parts = [("=", total.taken, self.tr("taken"), "success")]
        if total.known:
            parts.append(("+", total.known, self.tr("here already"), "muted"))
        parts.append(("+", total.rejected, self.tr("rejected, and kept"), "danger" if total.rejected else "muted"))
        if total.kept:
            parts.append(("+", total.kept, self.tr("kept as source"), "muted"))
        beside = [(total.repaired, self.tr("repaired"), "warning"), (total.inferred, self.tr("dates inferred"), "accent")]
        beside += [(total.undated, self.tr("without a date"), "warning")]
        beside += (
            [(total.spans_taken, self.tr("spans taken of {n}").format(n=numeral(total.spans_read)), "text")] if total.spans_read else []
        )
        self.figures.show_figures((total.read, self.tr("read")), parts, [each for each in beside if each[0] or each[2] == "text"])

    def _show_entries(self, file: Incoming | None) -> None:
        ready = file is not None and file.preview is not None and bool(file.preview.entries)
        self._middle.setCurrentIndex(0 if ready else 1)
        failed = file is not None and file.preview is None and not file.reading
        heading = self.tr("{name} cannot come in") if failed else self.tr("The first entries of {name}, as they will be")
        self._which.setText(heading.format(name=file.path.name) if file else "")
        if file is None:
            self.empty.show_empty(self.tr("No file yet. Drop files here, or add them."))
        elif file.preview is None:
            self.empty.show_empty(self.tr("Reading…") if file.reading else file.error)
        elif not ready:
            self.empty.show_empty(self.tr("This file holds no entry. Is its format right?"))
        rows = [EntryRow(draft, file.path.name) for draft in file.preview.entries] if file is not None and file.preview is not None else []
        self.entries.show_entries(rows)
        counts = file.preview.report.entries if file is not None and file.preview is not None else None
        total = counts.taken + counts.known if counts is not None else 0  # entries that are here already are shown, too
        self._shown.setText(self.tr("1–{n} of {total}").format(n=numeral(len(rows)), total=numeral(total)) if rows else "")

    def _show_chips(self) -> None:
        found = findings(self._files)
        counts = {kind: sum(1 for each in found if each.kind == kind) for kind in ("rejected", "repaired", INFERRED, "kept")}
        names = {"rejected": self.tr("Rejected"), "repaired": self.tr("Repaired"), INFERRED: self.tr("Dates"), "kept": self.tr("As source")}
        self.chips.show_chips(
            (
                ("all", f"{self.tr('All')} {numeral(len(found))}"),
                *((kind, f"{names[kind]} {numeral(n)}") for kind, n in counts.items() if n),
            )
        )
        self.chips.setVisible(bool(found))
        self._heading.setText(self.tr("What was changed or left out") if found else self.tr("Nothing was changed or left out"))
        self.save.setEnabled(bool(found))
        self._show_findings()

    @Slot()
    def _show_findings(self) -> None:
        held = self.chips.held
        self.findings.show_findings([each for each in findings(self._files) if held in ("all", each.kind)])

    def _second(self, file: Incoming) -> str:
        if file.wrong:
            return file.wrong
        if file.reading:
            return self.tr("reading…")
        if file.preview is None:
            return file.error
        title = self._titles.get(file.preview.report.format, file.preview.report.format)
        title = title[:1].lower() + title[1:] if not title[:2].isupper() and not title.startswith(("CoNLL", "JSON")) else title
        if file.brings_spans:
            return f"{title}  ·  " + self.tr("{n} {n:span|spans}").format(n=numeral(file.preview.report.spans.taken))
        return f"{title}  ·  " + self._counted(file.preview.report.entries.taken)

    def _counted(self, entries: int) -> str:
        return self.tr("one entry") if entries == 1 else self.tr("{n} entries").format(n=numeral(entries))


def _pane(parent: QWidget) -> QWidget:
    pane = QWidget(parent)
    pane.setProperty("kind", "pane")
    pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return pane


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "hairline")
    return line


def _upright(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFixedWidth(1)
    line.setStyleSheet("background: palette(midlight); border: none;")
    return line
