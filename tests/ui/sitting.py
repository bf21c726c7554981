"""A project with invented entries and suggestions, and a window open on it, driven by keys."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.drafts import ReadOptions
from annotator.core.model import Overlap
from annotator.formats.schemes import shipped_scheme
from annotator.project.door import create_project, this_user, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from annotator.project.spans import Marks
from annotator.ui import settings
from annotator.ui.annotate.screen import AnnotateScreen
from annotator.ui.theme import Theme
from annotator.ui.window import Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CTRL, ALT = Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier

FIRST = "Ines Okafor met the Port Selwyn Guild in Lindenau on Friday. Cape Merrow stayed closed."
SECOND = "The Orrin Canal opens on Monday, said Okafor."
THIRD = "Nothing was said about tolls."
ENTRIES = (
    (
        "Talks begin",
        FIRST,
        (("Ines Okafor", "PERSON", 0.97), ("Selwyn Guild", "ORG", 0.71), ("Lindenau", "PERSON", 0.55), ("Friday", "DATE", 0.9)),
    ),
    ("Canal opens", SECOND, (("Orrin Canal", "FAC", 0.64), ("Monday", "DATE", 0.95))),
    ("Tolls", THIRD, ()),
)  # fmt: skip


def invented(path: Path) -> Path:
    """Write the entries with their suggestions as JSON Lines."""
    lines = []
    for number, (title, text, spans) in enumerate(ENTRIES):
        found = [
            {"start": text.index(words), "end": text.index(words) + len(words), "label": label, "score": score, "origin": "rules"}
            for words, label, score in spans
        ]
        meta = {"title": title, "published": f"2031-02-13T2{3 - number}:30", "author": "Tomas Reyl"}
        lines.append(json.dumps({"text": text, "spans": found, "meta": meta}))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def made(folder: Path, *, overlap: Overlap = Overlap.FLAT) -> Path:
    """Make the project in a folder and return its path."""
    means = usual_means()
    who = choose_person(means, "Ada Reyes")
    with create_project(folder / "study", who, means, scheme=shipped_scheme("news"), overlap=overlap) as project:
        project.imports.take(invented(folder / "posts.jsonl"), ImportOptions(read=ReadOptions()))
        return project.path


class Sitting:
    """A window on a project; keys go where the keyboard is."""

    def __init__(self, theme: Theme, path: Path | None) -> None:
        assert this_user(usual_means()).asked or path is None
        self.window = Window(theme, usual_means(), settings.load())
        self.window.resize(1440, 900)
        self.window.show()
        QTest.qWaitForWindowActive(self.window)
        if path is not None:
            self.window.open_path(path)

    @property
    def screen(self) -> AnnotateScreen:
        """The annotate screen."""
        assert self.window.screen_ is not None
        return self.window.screen_

    @property
    def marks(self) -> Marks:
        """What stands in the entry that is shown."""
        return self.screen.session.marks

    @property
    def title(self) -> str:
        """The title of the entry that is shown."""
        entry = self.screen.session.entry
        return entry.title if entry else ""

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press keys, one after the other."""
        for key in keys:
            QTest.keyClick(self.keyboard, key, modifiers)

    @property
    def keyboard(self) -> QWidget:
        """The widget that has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def spans(self) -> list[tuple[str, str]]:
        """Return text and label of the spans of the entry."""
        session = self.screen.session
        assert session.entry is not None
        return [(session.entry.text[each.start : each.end], self._key(each.label)) for each in session.marks.spans]

    def pending(self) -> list[tuple[str, str]]:
        """Return text and label of the suggestions that wait."""
        session = self.screen.session
        assert session.entry is not None
        return [(session.entry.text[each.start : each.end], self._key(each.label)) for each in session.marks.pending]

    def focused(self) -> str:
        """Return the text of the mark that has the focus, "" without one."""
        found = self.screen.session.focused_thing()
        entry = self.screen.session.entry
        return entry.text[found.start : found.end] if found and entry else ""

    def _key(self, label: bytes) -> str:
        found = self.screen.session.scheme.by_id(label)
        return found.key if found else "?"

    def end(self) -> None:
        """Close the window and let everything of it go."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
