"""Bring together: what other people's files would bring in, what has to be said about it, and then it comes in as one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.core.model import Scheme
from annotator.project.merging import Brought, LabelFound, Twins
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.fields import Choice, Tick
from annotator.ui.dialogs.parts import Notice
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme

_ROWS = 6
_MOST_LABELS = 8
_LONGEST_CHOICE = 22
_MOST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says before files come in: people who are one (ids), and labels that stand for others (keys)."""

    join: tuple[tuple[str, str], ...]
    maps: dict[str, str]


class BringTogether(Dialog):
    """A list of what comes in, by file and person; labels that are not here; people who stand under two ids."""

    def __init__(self, parent: QWidget | None, theme: Theme, found: Sequence[Brought], scheme: Scheme) -> None:
        super().__init__(parent, theme, "", "", width=LIST)
        self.setWindowTitle(self.tr("Bring together"))
        self.title.setText(self.tr("Bring together"))
        self.list = RowList(theme, self.tr("What would come in"), self.ground, choosing=False)
        rows = [row for each in found for row in self._rows(each)]
        self.list.show_rows(rows)
        self.list.setFixedHeight(theme.px(48 * min(max(len(rows), 1), _ROWS)))
        self.sheet.addWidget(self.list)
        for sentence in [translated(each) for one in found for each in one.numbering][:_MOST_SENTENCES]:
            notice = Notice(theme, self.ground)
            notice.show_notice(sentence, "warning")
            self.sheet.addWidget(notice)
        self.labels: list[tuple[str, Choice]] = []
        self.twins: list[tuple[Twins, Tick]] = []
        self._add_labels({each.there: each for one in found for each in one.labels if each.what in ("retired", "new")}, scheme)
        self._add_twins({each.ids: each for one in found for each in one.twins_found})
        new = sum(each.decisions for each in found)
        if new:
            self.say("", self.tr("A backup is made first; it brings the file back"))
        else:
            self.say(self.tr("Everything in these files is here already"))
        self.set_verb(self.tr("Bring in {n} {n:decision|decisions}").format(n=numeral(new)), possible=bool(new))
        self.verb_button.setFocus()

    def _rows(self, brought: Brought) -> list[Row]:
        rows = []
        for each in (one for one in brought.work if one.new):
            words = self.tr("{n} new, {known} known, on {entries} {entries:entry|entries}")
            second = words.format(n=numeral(each.new), known=numeral(each.known), entries=numeral(each.entries))
            rows.append(Row(f"{brought.file} · {each.name}", second, self.tr("comes in"), "success"))
        if not brought.decisions:
            words = self.tr("{n} {n:decision|decisions}, all of them here already")
            rows.append(Row(brought.file, words.format(n=numeral(brought.known)), self.tr("known")))
        if brought.entries:
            titles = "; ".join(brought.lacked[:3])
            words = self.tr("{n} {n:entry|entries} that this project lacks").format(n=numeral(brought.entries))
            rows.append(Row(words, titles, self.tr("comes along")))
        if brought.missing:
            words = self.tr("{n} {n:entry was|entries were} decided on that no file holds").format(n=numeral(brought.missing))
            rows.append(Row(words, self.tr("These decisions wait until the entries come"), self.tr("waits"), "warning"))
        rows += [self._label_row(each) for each in brought.labels if each.what in ("renamed", "merged", "mapped")]
        return rows

    def _label_row(self, label: LabelFound) -> Row:
        words = {
            "renamed": self.tr("is called {here} here; the later name holds"),
            "merged": self.tr("was merged into {here} here"),
            "mapped": self.tr("counts as {here}"),
        }[label.what]
        return Row(self.tr("Label {label}").format(label=label.there), words.format(here=label.here), self.tr("differs"))

    def _add_labels(self, found: dict[str, LabelFound], scheme: Scheme) -> None:
        for key, each in list(found.items())[:_MOST_LABELS]:
            box = Choice(self.theme, self.ground)
            box.setMinimumContentsLength(_LONGEST_CHOICE)
            box.addItem(self.tr("a new label") if each.what == "new" else self.tr("retired, and listed"), "")
            for label in scheme.active:
                box.addItem(label.key, label.key)
            box.setAccessibleName(self.tr("What {label} stands for here").format(label=key))
            row = QHBoxLayout()
            name = QLabel(self.tr("The label {label} is not here. It is").format(label=key), self.ground)
            name.setBuddy(box)
            row.addWidget(name, 1)
            row.addWidget(box)
            self.sheet.addLayout(row)
            self.labels.append((key, box))

    def _add_twins(self, found: dict[tuple[str, ...], Twins]) -> None:
        column = QVBoxLayout()
        for each in found.values():
            words = self.tr("“{name}” stands under {n} ids; that is one person").format(name=each.name, n=numeral(len(each.ids)))
            tick = Tick(self.theme, words, self.ground)
            column.addWidget(tick)
            self.twins.append((each, tick))
        self.sheet.addLayout(column)

    def answer(self) -> Said:
        """Return what was said about labels and people."""
        join = tuple((other, each.ids[0]) for each, tick in self.twins if tick.isChecked() for other in each.ids[1:])
        return Said(join, {key: str(box.currentData()) for key, box in self.labels if box.currentData()})

    @classmethod
    def ask_files(cls, parent: QWidget, folder: Path, words: str, kinds: str) -> list[Path]:
        """Return the files that a person chooses."""
        names, _ = QFileDialog.getOpenFileNames(parent, words, str(folder), kinds)
        return [Path(name) for name in names]

    @classmethod
    def ask(cls, parent: QWidget, theme: Theme, found: Sequence[Brought], scheme: Scheme) -> Said | None:
        """Return what was said; None where nothing is to come in."""
        dialog = cls(parent, theme, found, scheme)
        return dialog.answer() if dialog.run() else None
