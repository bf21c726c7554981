"""The dialogs of the window where there is nothing, where names are very long, and where one may only look; and the practice round."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.project.assigning import Dealing
from annotator.project.door import Project, create_project, open_project, this_user, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from annotator.ui import settings
from annotator.ui.settings import Settings
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from tests.ui.pausing import pause
from tests.ui.sitting import SECOND, made
from tests.ui.tour import Dialog, Key, Takes

PERSON = "Maria Konstantina Papadopoulou-Hadjigeorgiou von Lindenau II"
LABEL = "ORGANISATION_OF_DOCKERS_AND_LOCK_KEEPERS"
TITLE = " ".join(["The council of the harbour of Port Selwyn and of the islands off Cape Merrow asks both sides to wait"] * 3)[:300]
ASKED = (
    "sources",
    "labels",
    "export",
    "suggesters",
    "progress",
    "what-changed",
    "filter",
    "evaluate",
    "consistency",
    "comments",
    "settings",
)
"""The commands whose dialogs are looked at."""
assert (len(PERSON), len(LABEL), len(TITLE)) == (60, 40, 300)


def _project(folder: Path, name: str) -> Project:
    folder.mkdir(parents=True, exist_ok=True)
    return create_project(folder / name, choose_person(usual_means(), PERSON), usual_means())


def long_names(folder: Path) -> Path:
    """Make a project of one entry in which every name is very long, and return its path."""
    with _project(folder, "A study of everything that was written on the strike in the harbours of the north, second round") as project:
        line = {"text": f"{TITLE}\n{SECOND}", "meta": {"title": TITLE, "author": PERSON, "published": "2031-02-13T23:30"}}
        file = folder / f"{'harbour-' * 12}.jsonl"
        file.write_text(json.dumps(line) + "\n", encoding="utf-8")
        project.imports.take(file, ImportOptions())
        project.scheme.add(LABEL, name="An organisation of dockers, lock keepers and all others who work on the water", guideline=TITLE)
        row = project.entries.rows()[0]
        text, label = project.entries.entry(row).text, project.scheme.label(LABEL).id
        for words in ("Port Selwyn", "Orrin Canal", "Okafor"):
            at = text.index(words)
            project.spans.label(row, at, at + len(words), label)
        project.entries.comment(row, TITLE)
        return project.path


def nothing(folder: Path) -> Path:
    """Make a project without text, and return its path."""
    with _project(folder, "Nothing yet") as project:
        return project.path


def practice(folder: Path) -> Path:
    """Make a file that was handed out, with one entry to practise on, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = made(folder)
    spans = [
        {"start": SECOND.index(w), "end": SECOND.index(w) + len(w), "label": k} for w, k in (("Orrin Canal", "FAC"), ("Monday", "DATE"))
    ]
    line = {"text": SECOND, "spans": spans, "meta": {"title": "Canal opens", "published": "2031-02-13T22:30", "author": "Tomas Reyl"}}
    (folder / "gold.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    means = usual_means()
    with open_project(path, this_user(means), means) as hub:
        hub.imports.take(folder / "gold.jsonl", ImportOptions(to="layer", layer="gold"))
        person = hub.assigning.person("Ada Reyes")
        hub.assigning.assign(hub.assigning.plan([person], Dealing(practice=1, gold=hub.layers.named("gold").id)))
        return hub.bundles.write("Ada Reyes", folder / "for Ada", suggesters=["import posts"]).path


def _answer_lock() -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyClick(dialog, Key.Key_Return)


def _walk(window: Window, camera: Takes, name: str) -> None:
    camera.take(window, f"{name}-annotate")
    for command in ASKED:
        if window.actions_[command].isEnabled():
            shot = Dialog(camera, f"{name}-{command}")
            window.give(command)
            assert shot


def extremes(theme: Theme, camera: Takes, home: Path) -> None:
    """Bring the window into each state and take the pictures of it and of its dialogs."""
    name = os.environ.pop("ANNOTATOR_NAME", "")  # else it counts for whoever is chosen here
    window = Window(theme, usual_means(), Settings())
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    pause(50)
    window.open_path(nothing(home / "none"))
    _walk(window, camera, "none")
    path = long_names(home / "long")
    window.open_path(path)
    assert window.screen_ is not None
    window.screen_.session.focus(window.screen_.session.marks.spans[0].id)
    _walk(window, camera, "long")
    window.close_project()
    with open_project(path, this_user(usual_means()), usual_means()):
        QTimer.singleShot(250, _answer_lock)
        window.open_path(path)
        _walk(window, camera, "looking")
        window.close_project()
    window.close()
    window.deleteLater()
    bundle = practice(home / "practice")
    window = Window(theme, usual_means(), Settings())
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    pause(50)
    window.open_path(bundle)
    camera.take(window, "practice-annotate")
    shot = Dialog(camera, "practice-export")
    window.give("export")
    assert shot
    window.close()
    window.deleteLater()
    settings.save(Settings())
    if name:
        os.environ["ANNOTATOR_NAME"] = name
    QApplication.processEvents()
