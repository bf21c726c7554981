"""Handing out and bringing together in a real window, with the real dialogs driven by keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.model import Person
from annotator.project.door import Project, User, open_project, this_user, usual_means
from annotator.project.reports import ImportOptions
from annotator.ui.dialogs.bring_together import BringTogether
from annotator.ui.dialogs.hand_out import HandOut, file_name
from annotator.ui.dialogs.problem import Problem
from annotator.ui.theme import Theme
from tests.ui.dialog_keys import InDialog, back
from tests.ui.sitting import CTRL, FIRST, SHIFT, Key, Sitting, made


@pytest.fixture
def sitting(theme: Theme, tmp_path: Path) -> Iterator[Sitting]:
    path = made(tmp_path)
    gold = {"text": FIRST, "spans": [{"start": 0, "end": 11, "label": "PERSON"}], "meta": {"title": "Talks begin", "author": "Tomas Reyl"}}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    with open_project(path, this_user(usual_means()), usual_means()) as hub:
        hub.imports.take(tmp_path / "gold.jsonl", ImportOptions(to="layer", layer="gold"))
    sitting = Sitting(theme, path)
    yield sitting
    sitting.end()


def project_of(sitting: Sitting) -> Project:
    assert sitting.window.project is not None
    return sitting.window.project


def test_entries_are_dealt_out_and_single_cells_changed_by_keys(sitting: Sitting) -> None:
    said: list[str] = []

    def look(dialog: HandOut) -> None:
        said.append(dialog.verb_button.text())

    deal = InDialog(HandOut, "Bea, Cem", Key.Key_Tab, Key.Key_Down, Key.Key_Return, Key.Key_Escape, look=look)
    sitting.press(Key.Key_E, modifiers=CTRL | SHIFT)
    assert (deal.seen, deal.left, said) == (True, True, ["Deal out"])
    project = project_of(sitting)
    assert [(each.person.name, each.entries) for each in project.assigning.matrix().rows] == [("Bea", 3), ("Cem", 3)]
    assert project.history.undo_name == "Assign 3 entries to 2 people (2 an entry, seed 0)"
    back(sitting.window, sitting.screen.view)

    words: list[str] = []

    def on_table(dialog: HandOut) -> None:
        words.append(dialog.shared.text())
        dialog.table.setFocus()
        dialog.table.setCurrentIndex(dialog.table.cells.index(0, 1))

    change = InDialog(HandOut, Key.Key_Space, Key.Key_Left, Key.Key_C, Key.Key_Down, Key.Key_A, Key.Key_Escape, look=on_table)
    sitting.press(Key.Key_E, modifiers=CTRL | SHIFT)
    assert change.left
    bea, cem = project.assigning.matrix().rows
    assert words[0].startswith("Space gives and takes back"), "the keys come first: the line is cut where many share"
    assert (bea.entries, bea.control, bea.again, cem.entries) == (3, 1, 1, 2)
    assert project.history.undo_name == "Hand out an entry"


def test_in_a_large_project_dealing_is_worked_out_and_written_beside_the_window(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    project = project_of(sitting)
    dialog = HandOut(sitting.window, sitting.window.theme, project, far=0)
    assert dialog.table.cells.rowCount() == 0
    qtbot.waitUntil(lambda: dialog.table.cells.rowCount() == 3, timeout=10_000)
    dialog.people.setText("Bea")
    dialog.people.setText("Bea, Cem")
    assert (dialog.said, dialog.verb_button.isEnabled()) == ("Working out who gets what…", False)
    qtbot.waitUntil(dialog.verb_button.isEnabled, timeout=10_000)
    assert dialog.verb_button.text() == "Deal out 3 assignments"
    dialog.accept()
    assert sorted(each.entries for each in project.assigning.matrix().rows) == [1, 2]
    assert project.history.undo_name == "Assign 3 entries to 2 people (1 an entry, seed 0)"
    qtbot.waitUntil(lambda: len(dialog.table.cells.columns) == 2, timeout=10_000)
    (folder := tmp_path / "bundles").mkdir()
    dialog.write(folder)
    assert dialog.notice.text.startswith("2 bundles are written")
    assert sorted(each.name for each in folder.iterdir()) == ["study for Bea.annotator", "study for Cem.annotator"]
    assert project.upkeep.check().differences == ()
    dialog.people.setText("Bea, Bea")
    qtbot.waitUntil(lambda: dialog.notice.text.startswith("A person was named twice"), timeout=10_000)
    dialog.done(0)
    dialog.deleteLater()


def test_practice_is_dealt_with_the_layer_that_is_right(sitting: Sitting) -> None:
    said: list[str] = []

    def choose(dialog: HandOut) -> None:
        dialog.people.setText("Bea")
        dialog.practice.setCurrentIndex(1)
        dialog.practice.activated.emit(1)
        said.append(dialog.gold.currentText())
        said.append(dialog.verb_button.text())

    deal = InDialog(HandOut, Key.Key_Return, Key.Key_Escape, look=choose)
    sitting.press(Key.Key_E, modifiers=CTRL | SHIFT)
    assert deal.left
    (bea,) = project_of(sitting).assigning.matrix().rows
    assert (bea.entries, bea.practice) == (3, 1)
    assert said == ["gold", "Deal out 3 assignments"]


def test_what_cannot_be_dealt_is_said_and_nothing_can_be_pressed(sitting: Sitting) -> None:
    told: list[tuple[str, bool]] = []

    def look(dialog: HandOut) -> None:
        for people, seed in (("", "0"), ("Bea, Bea", "0"), ("Bea", "x")):
            dialog.people.setText(people)
            dialog.seed.setText(seed)
            told.append((dialog.notice.text, dialog.verb_button.isEnabled()))

    answer = InDialog(HandOut, Key.Key_Return, Key.Key_Escape, look=look)
    sitting.press(Key.Key_E, modifiers=CTRL | SHIFT)
    assert answer.left
    assert [enabled for _, enabled in told] == [False] * 3
    assert [text.split(" ")[0] for text, _ in told] == ["Name", "A", "The"]
    assert project_of(sitting).assigning.cells() == []


def handed_out(sitting: Sitting, folder: Path, *names: str) -> list[Path]:
    """Deal everything to everyone and write the bundles through the dialog; return them by name."""

    def write(dialog: HandOut) -> None:
        dialog.people.setText(", ".join(names))
        dialog.how.setCurrentIndex(3)
        dialog.accept()
        dialog.write(folder)
        assert dialog.notice.text.startswith(str(len(names)))

    done = InDialog(HandOut, Key.Key_Escape, look=write)
    sitting.press(Key.Key_E, modifiers=CTRL | SHIFT)
    assert done.left
    back(sitting.window, sitting.screen.view)
    return [folder / f"study for {name}.annotator" for name in names]


def worked(path: Path, name: str, label: str) -> None:
    means = usual_means()
    with open_project(path, User(means.ids.new(), (Person(means.ids.new(), name),), name, True), means) as bundle:
        row = next(row for row in bundle.entries.rows() if bundle.entries.entry(row).text == FIRST)
        bundle.spans.label(row, 0, 11, bundle.scheme.label(label).id)
        bundle.entries.done(row)


def test_files_that_come_back_are_told_before_and_come_in_by_one_key(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = handed_out(sitting, tmp_path, "Bea", "Cem")
    for file, name, label in zip(files, ("Bea", "Cem"), ("PERSON", "ORG"), strict=True):
        worked(file, name, label)
    monkeypatch.setattr(BringTogether, "ask_files", lambda *_: files)
    rows: list[tuple[str, str, str]] = []

    def look(dialog: BringTogether) -> None:
        rows.extend((row.title, row.second, row.right) for row in dialog.list.rows)
        rows.append((dialog.verb_button.text(), "", ""))

    answer = InDialog(BringTogether, Key.Key_Return, look=look)
    sitting.press(Key.Key_I, modifiers=CTRL | SHIFT)
    assert (answer.seen, answer.left) == (True, True)
    assert [row for row in rows if row[0].startswith("study for Bea")] == [
        ("study for Bea.annotator · Bea", "2 new, 0 known, on 1 entry", "comes in")
    ]
    assert rows[-1][0].startswith("Bring in ")
    names = {each.name: each.done for each in project_of(sitting).layers.all()}
    assert (names["Bea"], names["Cem"]) == (1, 1)
    assert "decisions came in" in sitting.window.status._saved.text()
    back(sitting.window, sitting.screen.view)
    again: list[str] = []

    def known(dialog: BringTogether) -> None:
        again.append(dialog.said)

    answer = InDialog(BringTogether, Key.Key_Escape, look=known)
    sitting.press(Key.Key_I, modifiers=CTRL | SHIFT)
    assert answer.seen
    assert again == ["Everything in these files is here already"]


def test_a_broken_file_is_told_and_changes_nothing(sitting: Sitting, tmp_path: Path) -> None:
    (tmp_path / "letter.annotator").write_text("Dear colleagues", encoding="utf-8")
    before = project_of(sitting).upkeep.check().digest
    told: list[str] = []

    def look(dialog: Problem) -> None:
        told.append(dialog.accessibleDescription() or dialog.windowTitle())

    problem = InDialog(Problem, Key.Key_Escape, look=look)
    sitting.window.comparing.team.bring([tmp_path / "letter.annotator"])
    assert problem.seen
    assert "letter.annotator" in told[0] or "project" in told[0]
    assert project_of(sitting).upkeep.check().digest == before


def test_one_person_under_two_ids_is_joined_where_the_tick_says_so(sitting: Sitting, tmp_path: Path) -> None:
    (file,) = handed_out(sitting, tmp_path, "Ada Reyes")[:1]
    means = usual_means()
    other = User(means.ids.new(), (Person(means.ids.new(), "ada reyes"),), "ada reyes", True)
    with open_project(tmp_path / "study.annotator", other, means, read_only=True):
        pass
    copy = tmp_path / "copy.annotator"
    with open_project(tmp_path / "study.annotator", this_user(means), means, read_only=True) as hub:
        hub.upkeep.backup(copy)
    with open_project(copy, other, means) as foreign:
        foreign.spans.label(1, 0, 4, foreign.scheme.label("ORG").id)
    ticks: list[str] = []

    def tick(dialog: BringTogether) -> None:
        ticks.extend(box.text() for _, box in dialog.twins)
        dialog.twins[0][1].setChecked(True)

    answer = InDialog(BringTogether, Key.Key_Return, look=tick)
    sitting.window.comparing.team.bring([copy])
    assert answer.left
    assert [each.casefold() for each in ticks] == ["“ada reyes” stands under 2 ids; that is one person"]
    kinds = [row[0] for row in project_of(sitting).desk.conn.execute("SELECT kind FROM decisions")]
    assert kinds.count("join") == 1
    assert file.exists()


@pytest.mark.parametrize(("wanted", "name"), [("study for Bea", "study for Bea"), ("a/b\\c: ..", "a_b_c_ __"), ("…", "_"), (" ", "bundle")])
def test_a_bundle_is_called_as_every_file_system_takes_it(wanted: str, name: str) -> None:
    assert file_name(wanted) == name


def test_a_dialog_that_is_open_when_the_window_is_closed_goes_before_the_project_that_it_paints(sitting: Sitting) -> None:
    visible: list[bool] = []

    def close(dialog: HandOut) -> None:
        sitting.window.close()
        visible.append(dialog.isVisible())

    answer = InDialog(HandOut, look=close)
    sitting.press(Key.Key_E, modifiers=CTRL | SHIFT)
    assert (answer.seen, visible) == (True, [False])
    assert sitting.window.project is None
