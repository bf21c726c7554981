"""The changes that are made while the scheme editor is open: counted, so that its undo goes back to the opening and no further."""

from __future__ import annotations

from collections.abc import Callable, Collection, Set
from pathlib import Path

from annotator.core.errors import AnnotatorError, MachineError
from annotator.core.ids import Id
from annotator.project.desk import NOTHING, Changed
from annotator.project.door import Project
from annotator.project.labelled import Labelled
from annotator.project.offered import scheme_of
from annotator.ui import bridge
from annotator.ui.beside import FAR
from annotator.ui.dialogs.scheme_parts import MentionRow, SchemeRow
from annotator.ui.sentences import translated

_KEYS = "123456789qwertyuiopasdfghjklzxcvbnm"
"""The keys that labels get unasked, in this order."""


class SchemeChanges:
    """The scheme of an open project, and the steps that changed it since."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.labelled = Labelled(project.desk, project.scheme)
        self.undoable = self.redoable = 0

    def rows(self) -> list[SchemeRow]:
        """Return the labels in their order, those merged away left out, with their spans over all layers."""
        scheme, counts = self.project.scheme.value, self.labelled.counts()
        return [
            SchemeRow(each.id, each.key, each.name, each.shortcut, bridge.colour_of(each.colour), counts.get(each.id, 0), each.retired)
            for each in scheme.labels
            if each.id not in scheme.aliases
        ]

    def mentions(self, label: Id) -> list[MentionRow]:
        """Return the own mentions of a label, to be ticked."""
        return [MentionRow(each.key, each.words, each.before, each.after, each.spans) for each in self.labelled.mentions(label)]

    def make(self, call: Callable[[], Changed]) -> Changed:
        """Make a change and count it. Raises AnnotatorError where it cannot be made."""
        changed = call()
        if changed:
            self.undoable += 1
            self.redoable = 0
        return changed

    @property
    def far(self) -> bool:
        """Whether a change of what spans mean goes over so many of them that the window would stand still."""
        return sum(self.labelled.counts().values()) > FAR

    def go_back(self, undo: Callable[[], Changed]) -> str:
        """Undo the last change that was made since the opening; return its name, "" where there is none or the person stopped it."""
        name = self.project.history.undo_name
        if not self.undoable or name is None:
            return ""
        if not undo():
            return ""
        self.undoable, self.redoable = self.undoable - 1, self.redoable + 1
        return name

    def go_forward(self, redo: Callable[[], Changed]) -> str:
        """Redo what was undone last; return its name, "" where there is none or the person stopped it."""
        name = self.project.history.redo_name
        if not self.redoable or name is None:
            return ""
        if not redo():
            return ""
        self.undoable, self.redoable = self.undoable + 1, self.redoable - 1
        return name

    def refusal(self, key: str) -> str:
        """Return why a new label cannot be called so, "" where it can."""
        try:
            self.project.scheme.addition(key)
        except AnnotatorError as error:
            return translated(error.sentence)
        return ""

    def free_key(self, taken: Set[str]) -> str:
        """Return the next key that neither a label nor a command has, "" where none is left."""
        held = {each.shortcut for each in self.project.scheme.value.active} | taken
        return next((each for each in _KEYS if each not in held), "")

    def moved(self, label: Id, neighbour: Id) -> Changed:
        """Let two labels change places in the order."""
        order = [each.id for each in self.project.scheme.value.labels]
        one, two = order.index(label), order.index(neighbour)
        order[one], order[two] = order[two], order[one]
        return self.project.scheme.order(order)

    def take(self, path: Path) -> Changed:
        """Take the labels of a scheme file in. Raises InputError or MachineError for a file that is none."""
        return self.project.scheme.take(scheme_of(path))

    def write(self, path: Path) -> Changed:
        """Write the scheme as TOML; changes nothing. Raises MachineError where the file cannot be written."""
        try:
            path.write_text(self.project.scheme.text(), encoding="utf-8")
        except OSError as error:
            raise MachineError(f"{path.name} cannot be written: {error.strerror}.") from error
        return NOTHING


def split_off(project: Project, *, label: Id, mentions: Collection[str], key: str) -> Changed:
    """Split chosen mentions (their keys) of a label off into a new one. Raises InputError as `Labelled.split` does."""
    return Labelled(project.desk, project.scheme).split(label, mentions, key)
