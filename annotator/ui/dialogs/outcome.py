"""What an export wrote: the sum, the files, and the way to their folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.export_state import Outlook
from annotator.ui.dialogs.new_project import short_path
from annotator.ui.dialogs.parts import Figures
from annotator.ui.theme import Theme


class Outcome(Dialog):
    """Exported = stored − listed; the files and the data card."""

    def __init__(self, parent: QWidget | None, theme: Theme, found: Outlook) -> None:
        super().__init__(parent, theme, self.tr("Exported"), self.tr("Close"), width=560, cancel=None)
        self._folder = found.paths[0].parent if found.paths else Path()
        figures = Figures(theme, self.ground, inset=0)
        listed = ("−", found.lost, self.tr("listed in the card"), "warning" if found.lost else "muted")
        figures.show_figures(
            (found.stored, self.tr("spans stored")), (listed, ("=", found.exported, self.tr("exported"), "success")),
            ((found.entries, self.tr("entries"), "text"),),
        )  # fmt: skip
        self.sheet.addWidget(figures)
        names = [*(path.name for path in found.paths), *([found.card.name] if found.card is not None else [])]
        files = QLabel("\n".join(names), self.ground)
        files.setTextFormat(Qt.TextFormat.PlainText)
        files.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sheet.addWidget(files)
        self.show_folder = QPushButton(self.tr("Open folder"), self)
        self.show_folder.setAutoDefault(False)
        self.show_folder.clicked.connect(self._open)
        self.foot_row.insertWidget(self.foot_row.indexOf(self.verb_button), self.show_folder)
        self.say(self.tr("Read back and found the same"), self.tr("in {folder}").format(folder=short_path(self._folder)))
        self.verb_button.setFocus()

    @classmethod
    def tell(cls, parent: QWidget | None, theme: Theme, found: Outlook) -> None:
        """Tell what was written until the person closes the dialog."""
        cls(parent, theme, found).run()

    @classmethod
    def open_folder(cls, folder: Path) -> None:
        """Show a folder in the system's own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot()
    def _open(self) -> None:
        self.open_folder(self._folder)
