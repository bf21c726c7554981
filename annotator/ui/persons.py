"""Who labels: asked once, kept, changed from the status bar."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QWidget

from annotator.project.door import Means, User, this_user
from annotator.project.home import choose_person
from annotator.ui.dialogs.who import Who
from annotator.ui.theme import Theme


class Persons:
    """Knows who labels in this window; a name given at the start, or by ANNOTATOR_NAME, counts and is not asked about."""

    def __init__(self, theme: Theme, means: Means, name: str = "") -> None:
        self._theme = theme
        self._means = means
        self._name = name

    def user(self) -> User:
        """Return who labels. Raises MachineError where the configuration cannot be read."""
        return this_user(self._means, self._name)

    def ask_once(self, parent: QWidget) -> None:
        """Ask who labels, unless somebody said so before; a person who leaves the dialog is asked the next time."""
        user = self.user()
        if user.asked or self._name or os.environ.get("ANNOTATOR_NAME"):
            return
        name = Who.ask(parent, self._theme, name=user.person.name)
        if name:
            choose_person(self._means, name)

    def choose(self, parent: QWidget) -> bool:
        """Ask who labels from now on; tell whether that is another person than before."""
        user = self.user()
        name = Who.ask(parent, self._theme, name=user.person.name, known=[each.name for each in user.people])
        if not name:
            return False
        choose_person(self._means, name)
        self._name = ""
        return name != user.person.name
