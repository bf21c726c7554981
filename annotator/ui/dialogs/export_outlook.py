"""What an export will hold: exported = stored − lost, what is lost and why, and what the format never holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.dialogs.export_state import Outlook
from annotator.ui.dialogs.parts import Figures
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.numerals import numeral
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme


class OutlookPane(QWidget):
    """Shows an `Outlook`, that it is being found, or why there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, titled: Callable[[str], str] = str) -> None:
        """`titled` says what an entry is called, given its id as files write it."""
        super().__init__(parent)
        self._titled = titled
        self.figures = Figures(theme, self, inset=0)
        self.words, self.limits = QLabel(self), QLabel(self)
        for label in (self.words, self.limits):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.limits.setProperty("role", "second")
        self.losses = RowList(theme, self.tr("What cannot be held"), self, choosing=False)
        self.losses.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._line = line = QFrame(self)
        line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for each in (self.figures, self.words, line, self.losses, self.limits):
            column.addWidget(each, 1 if each is self.losses else 0)
        self.setMinimumHeight(theme.px(380))
        self.show_reading()

    def show_reading(self) -> None:
        """Say that it is being found out."""
        self._show_words(self.tr("Looking at what would be written…"))

    def show_sentence(self, sentence: str) -> None:
        """Say why there is nothing to be shown."""
        self._show_words(sentence)

    def _show_words(self, words: str) -> None:
        self.figures.hide()
        self._line.hide()
        self.words.setText(words)
        self.losses.show_rows(())
        self.limits.setText("")

    def show_outlook(self, found: Outlook) -> None:
        """Show the sum, the losses by kind and one by one, and the limits."""
        lost = ("−", found.lost, self.tr("cannot be held"), "warning" if found.lost else "muted")
        self.figures.show_figures(
            (found.stored, self.tr("spans stored")), (lost, ("=", found.exported, self.tr("exported"), "success")), ()
        )
        self.figures.show()
        one = found.entries == 1
        words = [self.tr("One entry is written.") if one else self.tr("{n} entries are written.").format(n=numeral(found.entries))]
        undone = found.left_out - found.practised
        if undone:
            words.append(self.tr("Not done, so left out: {n}.").format(n=numeral(undone)))
        if found.practised:
            words.append(self.tr("Only practised on, so left out: {n}.").format(n=numeral(found.practised)))
        if found.kinds:
            listed = ", ".join(f"{translated(kind)} {numeral(n)}" for kind, n in found.kinds)
            words.append(self.tr("Listed: {listed}.").format(listed=listed))
        self.words.setText(" ".join(words))
        second = self.tr("{kind}, in “{entry}”")
        self.losses.show_rows([
            Row(translated(reason), second.format(kind=translated(kind), entry=self._titled(entry))) for kind, entry, reason in found.losses
        ])  # fmt: skip
        self._line.setVisible(bool(found.losses or found.limits))
        self.limits.setText("\n".join(translated(each) for each in found.limits))
