"""Correct the title, the date or the author of an entry."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.project import offered
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.parts import Notice
from annotator.ui.theme import Theme

LONGEST = 2000


class EditField(Dialog):
    """One field of an entry, by the names of `project.entries.correct`: title, published or author."""

    def __init__(self, parent: QWidget | None, theme: Theme, name: str, value: str, *, written: str = "") -> None:
        titles = {"title": self.tr("Correct the title"), "published": self.tr("Correct the date"), "author": self.tr("Correct the author")}
        names = {"title": self.tr("&Title"), "published": self.tr("&Date and time"), "author": self.tr("&Author")}
        super().__init__(parent, theme, titles[name], self.tr("Correct"))
        self._is_date, self._before = name == "published", value
        self.edit = QLineEdit(value.replace("T", " ") if self._is_date else value, self.ground)
        self.edit.setMaxLength(LONGEST)
        hint = self.tr("2031-02-13, 2031-02-13 23:30 or 13 Feb 2031 23:30. Empty where it is not known.") if self._is_date else ""
        self.field(names[name], self.edit, hint=hint)
        self.notice = Notice(theme, self.ground)
        self.sheet.addWidget(self.notice)
        self._written = written
        self.edit.textChanged.connect(self._look)
        self.say(self.tr("The source stays as it was imported"), self.tr("Undo takes the correction back"))
        self._look()
        self.edit.selectAll()
        self.edit.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, name: str, value: str, *, written: str = "") -> str | None:
        """Return the corrected value (a date as ISO 8601); None where the person cancelled. `written` is the date as the file wrote it."""
        dialog = cls(parent, theme, name, value, written=written)
        return dialog.value if dialog.run() else None

    @property
    def value(self) -> str | None:
        """The value as the project keeps it; None while it is no date."""
        text = " ".join(self.edit.text().split())
        if not self._is_date or not text:
            return text
        return offered.known_time(text) or None

    @Slot()
    def _look(self) -> None:
        value = self.value
        if value is None:
            self.notice.show_notice(self.tr("This is no date that can be read. Write it like 2031-02-13 23:30."))
        elif self._is_date and self._written:
            self.notice.show_notice(self.tr("The file says: {written}").format(written=self._written), "muted")
        else:
            self.notice.show_notice("")
        self.set_verb(self.tr("Correct"), possible=value is not None and value != self._before)
