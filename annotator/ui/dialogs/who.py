"""Who are you? Asked once; decisions carry the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from annotator.core.model import RESERVED_LAYERS
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.parts import Notice
from annotator.ui.theme import Theme

LONGEST = 80


class Who(Dialog):
    """A name. Names that were used on this computer are offered while typing."""

    def __init__(self, parent: QWidget | None, theme: Theme, *, name: str = "", known: Sequence[str] = ()) -> None:
        super().__init__(parent, theme, self.tr("Who are you?"), self.tr("Continue"))
        words = QLabel(
            self.tr("Your name stands with every decision you make, so that several people can label the same entries."), self.ground
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.sheet.addWidget(words)
        self._known = {each.casefold(): each for each in known}
        self.name = QLineEdit(name, self.ground)
        self.name.setMaxLength(LONGEST)
        self.name.selectAll()
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(known), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.field(self.tr("Your &name"), self.name)
        self.notice = Notice(theme, self.ground)
        self.sheet.addWidget(self.notice)
        self.name.textChanged.connect(self._look)
        self.say(self.tr("Kept on this computer"), self.tr("Can be changed any time"))
        self._look()
        self.name.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, *, name: str = "", known: Sequence[str] = ()) -> str | None:
        """Return the name of who annotates; None where the person cancelled."""
        dialog = cls(parent, theme, name=name, known=known)
        return dialog.value if dialog.run() else None

    @property
    def value(self) -> str:
        """The name, white space in order; one that is known is written as it is known."""
        name = " ".join(self.name.text().split())
        return self._known.get(name.casefold(), name)

    @Slot()
    def _look(self) -> None:
        name = self.value
        wrong = ""
        if name.casefold() in RESERVED_LAYERS:
            wrong = self.tr("“{name}” is the name of a layer; write another one.").format(name=name)
        elif not name.isprintable():
            wrong = self.tr("The name holds a sign that cannot be seen; write it anew.")
        self.notice.show_notice(wrong)
        if not wrong and name and self._known and name.casefold() not in self._known:
            self.notice.show_notice(self.tr("New on this computer: {name} gets a layer of their own.").format(name=name), "muted")
        verb = self.tr("Continue as {name}").format(name=_short(name)) if name else self.tr("Continue")
        self.set_verb(verb, possible=bool(name) and not wrong)


def _short(name: str) -> str:
    return name if len(name) <= 20 else f"{name[:19]}…"
