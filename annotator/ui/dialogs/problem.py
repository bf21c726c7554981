"""A failure: what happened, where, what to do. Details fold; a report can be saved that holds no corpus text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from annotator.core.errors import AnnotatorError, InputError, MachineError
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.parts import Glyph, Notice
from annotator.ui.logs import Logs, described, save_report
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme


class Problem(Dialog):
    """One failure. Nothing but its glyph is red."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, error: BaseException, logs: Logs | None = None, *,
        settings: Mapping[str, str] | None = None, counts: Mapping[str, int] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent, theme, self._heading(error), self.tr("Close"), cancel=None)
        self._error, self._logs, self._settings, self._counts = error, logs, settings, counts
        self.sheet.removeWidget(self.title)
        top = QHBoxLayout()
        top.setSpacing(theme.px(10))
        top.addWidget(Glyph(theme, self.ground, name="reject", role="danger", size=18), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.title, 1)
        self.sheet.addLayout(top)
        words = QLabel(self._sentence(error), self.ground)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setWordWrap(True)
        self.sheet.addWidget(words)
        self.setAccessibleDescription(words.text())
        self._fold = QPushButton(self.tr("Show details"), self.ground)
        self._fold.setProperty("kind", "quiet")
        self._fold.setAutoDefault(False)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._folded)
        self._details = QPlainTextEdit(self._told(error), self.ground)
        self._details.setProperty("kind", "field")
        self._details.setReadOnly(True)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setFixedHeight(theme.px(140))
        self._details.setAccessibleName(self.tr("Details"))
        self._details.hide()
        self.sheet.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.sheet.addWidget(self._details)
        self.notice = Notice(theme, self.ground)
        self.notice.hide()
        self.sheet.addWidget(self.notice)
        self._save = QPushButton(self.tr("Save problem report…"), self)
        self._save.setAutoDefault(False)
        self._save.clicked.connect(self._save_report)
        self._save.setVisible(logs is not None)
        self.foot_row.insertWidget(self.foot_row.indexOf(self.verb_button), self._save)
        self.say("", self.tr("What was saved stays saved"))
        self.verb_button.setFocus()

    @classmethod
    def tell(
        cls, parent: QWidget | None, theme: Theme, error: BaseException, logs: Logs | None = None, *,
        settings: Mapping[str, str] | None = None, counts: Mapping[str, int] | None = None,
    ) -> None:  # fmt: skip
        """Write the failure to the log, where there is one, and tell it until the person closes the dialog."""
        if logs is not None:
            logs.failure(error)
        cls(parent, theme, error, logs, settings=settings, counts=counts).run()

    @classmethod
    def ask_where(cls, parent: QWidget, name: str) -> Path | None:
        """Return where the report is to be written; None where the person cancelled."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _ = QFileDialog.getSaveFileName(parent, _tr("Save problem report"), str(Path(folder) / name), _tr("Text (*.txt)"))
        return Path(path) if path else None

    def unfold(self) -> None:
        """Show the details."""
        self._fold.setChecked(True)

    def _heading(self, error: BaseException) -> str:
        if isinstance(error, InputError):
            return self.tr("This cannot be done")
        if isinstance(error, MachineError):
            return self.tr("The computer would not do it")
        return self.tr("The program made a mistake")

    def _sentence(self, error: BaseException) -> str:
        if isinstance(error, AnnotatorError):
            return translated(error.sentence)
        return self.tr(
            "Something happened that nobody foresaw ({kind}). Save a problem report and send it to us; you can go on working."
        ).format(kind=type(error).__name__)

    def _told(self, error: BaseException) -> str:
        details = error.details if isinstance(error, AnnotatorError) else ""
        return "\n\n".join(part for part in (details, described(error)) if part)

    @Slot(bool)
    def _folded(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self._fold.setText(self.tr("Hide details") if shown else self.tr("Show details"))
        self.fit()

    @Slot()
    def _save_report(self) -> None:
        path = self.ask_where(self, "annotator problem report.txt")
        if path is None or self._logs is None:
            return
        text = self._logs.report(error=self._error, settings=self._settings, counts=self._counts)
        self.notice.show()
        try:
            save_report(path, text)
        except MachineError as error:
            self.notice.show_notice(translated(error.sentence))
        else:
            self.notice.show_notice(self.tr("Saved as {path}. It holds no text of the corpus.").format(path=path), "success")
        self.fit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Problem", text)
