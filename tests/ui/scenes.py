"""States of the window that the tour does not come by: empty, right to left, a real selection, read only, not saved."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.errors import MachineError
from annotator.core.resources import resource
from annotator.project.door import Project, create_project, open_project, this_user, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from annotator.ui import settings
from annotator.ui.settings import Settings
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from tests.ui.pausing import pause
from tests.ui.tour import Dialog, Takes

Key, Modifier = Qt.Key, Qt.KeyboardModifier
RTL = (
    ("افتتاح القناة",
     "قالت إينيس أوكافور إن قناة أورين ستفتح يوم الاثنين في لينداو.\nوقال متحدث باسم Brightline Shipping إن 11 سفينة تنتظر قرب رأس ميرو.",
     (("إينيس أوكافور", "PERSON", None), ("قناة أورين", "FAC", 0.91), ("الاثنين", "DATE", 0.72), ("لينداو", "GPE", None),
      ("Brightline Shipping", "ORG", 0.66), ("رأس ميرو", "LOC", 0.55))),
    ("Mixed lines", "The word שלום stands in an English line with Lindenau; the town of לינדנאו stands in a Hebrew one.",
     (("שלום", "WORK_OF_ART", 0.6), ("Lindenau", "GPE", None), ("לינדנאו", "GPE", 0.9))),
)  # fmt: skip
"""Invented texts in which Qt turns lines round: title, text, spans (words, label, score; None for a confirmed one)."""


def _made(folder: Path, name: str) -> Project:
    folder.mkdir(parents=True, exist_ok=True)
    who = choose_person(usual_means(), "Ada Reyes")
    return create_project(folder / name, who, usual_means())


def right_to_left(folder: Path) -> Path:
    """Make a project of texts that run from the right, and return its path."""
    file = folder / "from the right.jsonl"
    with _made(folder, "From the right") as project:
        lines = []
        for number, (title, text, spans) in enumerate(RTL):
            found = [
                {"start": text.index(words), "end": text.index(words) + len(words), "label": label, "score": score or 0.5}
                for words, label, score in spans
            ]
            meta = {"title": title, "author": "Tomas Reyl", "published": f"2031-02-13T2{3 - number}:30"}
            lines.append(json.dumps({"text": text, "spans": found, "meta": meta}, ensure_ascii=False))
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        project.imports.take(file, ImportOptions())
        for row, (_, text, spans) in zip(project.entries.rows(), RTL, strict=True):
            for words, _, score in spans:
                if score is None:
                    at = text.index(words)
                    project.spans.accept(row, next(each.id for each in project.spans.marks(row).pending if each.start == at))
        return project.path


def all_done(folder: Path) -> Path:
    """Make a project in which nothing is left to do, and return its path."""
    with _made(folder, "Harbour strike 2031") as project:
        project.imports.take(resource("sample", "gold.jsonl"), ImportOptions())
        for row in project.entries.rows():
            project.spans.accept_all(row, done=True)
        return project.path


def empty(folder: Path) -> Path:
    """Make a project without text, and return its path."""
    with _made(folder, "Port talks") as project:
        return project.path


def _press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
    QApplication.processEvents()


def _look(camera: Takes, name: str) -> None:
    """Take the picture of a question, and answer it with its verb."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    camera.take(dialog, name)
    QTest.keyClick(dialog, Key.Key_Return)


def scenes(theme: Theme, camera: Takes, size: tuple[int, int], home: Path) -> None:
    """Bring the window into each state and take its picture."""
    window = Window(theme, usual_means(), Settings())
    window.resize(*size)
    window.show()
    window.activateWindow()
    pause(50)
    window.open_path(empty(home))
    camera.take(window, "empty-project")
    window.open_path(right_to_left(home))
    assert window.screen_ is not None
    camera.take(window, "right-to-left")
    _press(window, Key.Key_PageDown)
    camera.take(window, "right-to-left-mixed")
    done = all_done(home)
    window.open_path(done)
    window.screen_.view.setFocus()
    window.screen_.session.focus(None)
    for _ in range(4):
        _press(window, Key.Key_Right)
    for _ in range(3):
        _press(window, Key.Key_Right, Modifier.ShiftModifier)
    camera.take(window, "annotate-selection")
    _press(window, Key.Key_PageDown)
    _press(window, Key.Key_Tab)
    camera.take(window, "annotate-confirmed")
    window.give("accept")
    camera.take(window, "all-done")
    window.give("hide")
    camera.take(window, "entry-hidden")
    window.screen_.session.failed.emit(
        MachineError(f"The disk with {done.name} is full: the last decision was not saved. Make room, then press Try again.")
    )
    camera.take(window, "not-saved")
    shot = Dialog(camera, "sources-of-window")
    window.give("sources")
    assert shot
    window.close_project()
    with open_project(done, this_user(usual_means()), usual_means()):
        QTimer.singleShot(250, lambda: _look(camera, "locked"))
        window.open_path(done)
        camera.take(window, "read-only")
        window.close_project()
    window.start.drop.show_over(True)
    camera.take(window, "start-dropping")
    window.close()
    window.deleteLater()
    settings.save(Settings())
    QApplication.processEvents()
