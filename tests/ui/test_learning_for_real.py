"""Learning by the window's command with the real child processes and the bundled model: stopped, taken, suggested anew, and taken back.

The sample, none of it done, beside sixteen invented posts in small letters, where the bundled model finds no name; 12 of them are done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.formats.schemes import shipped_scheme
from annotator.project import sample
from annotator.project.door import Project, create_project, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from annotator.ui import jobs
from annotator.ui.child import Child
from annotator.ui.dialogs.learned import Learned
from annotator.ui.dialogs.problem import Problem
from annotator.ui.dialogs.suggesters import Suggesters
from annotator.ui.theme import Theme
from tests.ui.sitting import Sitting

DONE, POSTS = 12, 16
PATIENCE = 300_000
"""Milliseconds after which a child that has not ended is a failure; nothing here is timed."""
PEOPLE = (
    "mara osei", "ivo brandt", "zoe capek", "lena okoro", "tomas reyl", "inga lindqvist", "noor haddad", "pavel simek", "radu ilves",
    "ines okafor",
)  # fmt: skip
PLACES = ("lindenau", "brenn", "selwyn", "merrow", "orrin")
SAID = (
    "heard from {person} that the road to {place} is shut", "{person} says nobody leaves {place} tonight",
    "saw {person} near the bridge in {place} again", "asked {person} about the ferry to {place}, no answer",
)  # fmt: skip


def post(number: int) -> tuple[str, str, str]:
    """Return an invented post with the person and the place in it."""
    person, place = PEOPLE[number % len(PEOPLE)], PLACES[number % len(PLACES)]
    return f"{SAID[number % len(SAID)].format(person=person, place=place)}, post {number}.", person, place


def made(folder: Path) -> Path:
    """Make the project and return its path; the posts come first."""
    means = usual_means()
    who = choose_person(means, "Ada Reyes")
    posts = [post(number) for number in range(POSTS)]
    file = folder / "posts.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text, *_ in posts), encoding="utf-8")
    with create_project(folder / "study", who, means, scheme=shipped_scheme("news")) as project:
        project.imports.take(file, ImportOptions())
        sample.take_text(project)
        for row, (text, person, place) in list(zip(project.entries.rows(), posts, strict=False))[:DONE]:
            for words, label in ((person, "PERSON"), (place, "GPE")):
                start = text.index(words)
                project.spans.label(row, start, start + len(words), project.scheme.label(label).id)
            project.entries.done(row)
        return project.path


@pytest.fixture
def learning(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sitting]:
    monkeypatch.setattr(Problem, "tell", lambda _parent, _theme, error, *_, **__: pytest.fail(str(error)))
    sitting = Sitting(theme, made(tmp_path))
    yield sitting
    sitting.end()


def suggested(project: Project, rows: Sequence[int]) -> set[tuple[str, str]]:
    """Return suggester and version of what stands in entries, memory left out."""
    listed = ", ".join(map(str, rows))
    return set(project.desk.conn.execute(f"SELECT suggester, version FROM suggestions WHERE suggester != 'memory' AND entry IN ({listed})"))


def marked(project: Project, row: int) -> set[tuple[str, str]]:
    """Return words and labels that the default suggester proposes in an entry."""
    keys = {row_: label.key for label in project.scheme.value.labels for row_ in (label.id,)}
    query = (
        'SELECT substr(e.text, s.start + 1, s."end" - s.start), l.id FROM suggestions s JOIN entries e ON e.row = s.entry '
        "JOIN labels l ON l.row = s.label WHERE s.entry = ? AND s.suggester = 'default'"
    )
    return {(words, keys[label]) for words, label in project.desk.conn.execute(query, (row,))}


def colours(image: QImage) -> int:
    return len({image.pixelColor(x, y).rgb() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)})


def beside(project: Project) -> list[str]:
    return sorted(str(each.relative_to(project.path.parent)) for each in project.path.parent.rglob("*models*"))


def runs(pid: int) -> bool:
    """Return whether a process is there, its ending included."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_learning_is_stopped_then_taken_then_taken_back(learning: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = learning.window
    project = window.project
    assert project is not None
    rows = list(project.entries.rows())
    done, undone = rows[:DONE], rows[DONE:]
    digest = project.upkeep.check().digest
    children: list[Child] = []

    def child(arguments: Sequence[str], parent: QObject) -> Child:
        children.append(Child(arguments, parent))
        return children[-1]

    monkeypatch.setattr(jobs, "Child", child)

    # Stopped in the middle: all is as it was, and no process is left.
    told: list[tuple[int, int]] = []
    window.give("learn")
    children[0].progressed.connect(lambda done_, total, _left: told.append((done_, total)))
    qtbot.waitUntil(lambda: any(done_ > 0 for done_, _ in told), timeout=PATIENCE)
    pid = children[0]._process.processId()
    assert runs(pid)
    window.job_line.cancel_asked.emit()
    qtbot.waitUntil(lambda: not window.job_line.isVisible(), timeout=PATIENCE)
    assert told[-1][0] < told[-1][1]
    assert not runs(pid)
    assert [each.number for each in project.training.versions()] == [0]
    assert beside(project) == []
    assert project.upkeep.check().digest == digest

    # To its end: better, so it is taken, told with its curve, and looks at what is not done.
    seen: list[tuple[str, dict[str, tuple[str, float]], list[str], int]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Learned):
            drawn = colours(dialog.curve.grab().toImage())
            labels = {each.name: (each.said, each.value) for each in dialog.labels.bars}
            seen.append((dialog.title.text(), labels, [each.name for each in dialog.curve.bars], drawn))
            dialog.reject()

    looking = QTimer()
    looking.timeout.connect(look)
    looking.start(50)
    window.give("learn")
    qtbot.waitUntil(lambda: len(children) == 3 and not window.job_line.isVisible() and bool(seen), timeout=PATIENCE)
    looking.stop()
    title, labels, curve, drawn = seen[0]
    assert title == "Learned: better suggestions"
    for said, after in (labels["PERSON"], labels["GPE"]):
        assert said.startswith("0.0")
        assert after > 0.5
    assert curve[0] == "0 entries"
    assert len(curve) == 5
    assert drawn > 3
    assert [(each.number, each.in_force) for each in project.training.versions()] == [(0, False), (1, True)]
    assert {version for suggester, version in suggested(project, undone) if "+desk.1." not in version} == set()
    assert {("tomas reyl", "PERSON"), ("lindenau", "GPE")} & set().union(*(marked(project, row) for row in undone))
    assert suggested(project, done) == set()
    assert project.upkeep.check().digest == digest
    assert not any(each.running for each in window.findChildren(Child))

    # The bundled model is still there to be chosen, and the learned one after it.
    dialog = Suggesters(window, window.theme, project)
    dialog.models.go_to(0)
    dialog.use_button.click()
    assert [each.in_force for each in project.training.versions()] == [True, False]
    dialog.models.go_to(1)
    assert dialog.curve.bars[-1].value > dialog.curve.bars[0].value
    dialog.use_button.click()
    assert [each.in_force for each in project.training.versions()] == [False, True]
    assert dialog.to_run
    dialog.done(0)
    dialog.deleteLater()
