"""The practice round in a real window: such entries come first, and once one is done a real dialog tells what is otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.project.assigning import Dealing
from annotator.project.door import open_project, this_user, usual_means
from annotator.project.reports import ImportOptions
from annotator.ui.dialogs.feedback import PracticeFeedback
from annotator.ui.theme import Theme
from tests.ui.dialog_keys import InDialog, back
from tests.ui.sitting import CTRL, SECOND, SHIFT, Key, Sitting, made

GOLD = (("Orrin Canal", "FAC"), ("Monday", "DATE"), ("Okafor", "PERSON"))


@pytest.fixture
def sitting(theme: Theme, tmp_path: Path) -> Iterator[Sitting]:
    """Ada's window on her bundle, in which the second entry is to practise on; its suggestions come along."""
    path = made(tmp_path)
    spans = [{"start": SECOND.index(w), "end": SECOND.index(w) + len(w), "label": k} for w, k in GOLD]
    line = {"text": SECOND, "spans": spans, "meta": {"title": "Canal opens", "published": "2031-02-13T22:30", "author": "Tomas Reyl"}}
    (tmp_path / "gold.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    means = usual_means()
    with open_project(path, this_user(means), means) as hub:
        hub.imports.take(tmp_path / "gold.jsonl", ImportOptions(to="layer", layer="gold"))
        person = hub.assigning.person("Ada Reyes")
        hub.assigning.assign(hub.assigning.plan([person], Dealing(practice=1, gold=hub.layers.named("gold").id)))
        bundle = hub.bundles.write("Ada Reyes", tmp_path / "for Ada", suggesters=["import posts"]).path
    sitting = Sitting(theme, bundle)
    yield sitting
    sitting.end()


def log(sitting: Sitting) -> list[tuple[str, str]]:
    assert sitting.window.project is not None
    return list(sitting.window.project.desk.conn.execute("SELECT kind, after FROM decisions ORDER BY row DESC LIMIT 2"))


def test_the_practice_entry_comes_first_and_is_called_so(sitting: Sitting) -> None:
    assert sitting.title == "Canal opens"
    assert sitting.screen.session.rows[0] == sitting.screen.session.row
    assert "practice" in sitting.screen.view.accessibleDescription() or "practice" in sitting.screen._head().tally


def test_enter_on_the_last_suggestion_sets_it_done_and_the_feedback_names_what_is_missing(sitting: Sitting) -> None:
    shown = []

    def look(dialog: PracticeFeedback) -> None:
        shown.extend((row.title, row.second, row.right) for row in dialog.list.rows)
        shown.extend((each.name, each.value) for each in dialog.figures.figures)
        shown.append(dialog.said)

    sitting.press(Key.Key_Return, Key.Key_Return)
    assert sitting.spans() == [("Orrin Canal", "FAC"), ("Monday", "DATE")]
    answer = InDialog(PracticeFeedback, Key.Key_Return, look=look)
    sitting.press(Key.Key_Return)
    assert (answer.seen, answer.left) == (True, True)
    missing = "you: nothing  ·  right: “Okafor” PERSON"
    assert shown[0] == ("… The Orrin Canal opens on Monday, said [Okafor]. …", missing, "missing")
    assert shown[1:4] == [("Found", "2 of 3"), ("Right", "2 of 2"), ("F1", "0.80")]
    assert "Practice is over" in str(shown[4])
    assert sitting.title == "Talks begin"
    (kind, after), (before, _) = log(sitting)
    assert (kind, before) == ("metadata", "done")
    assert "2 of 3 right, 2 marked" in after


def test_accept_all_tells_as_well_and_the_feedback_can_be_had_again(sitting: Sitting) -> None:
    first = InDialog(PracticeFeedback, Key.Key_Escape)
    sitting.press(Key.Key_Return, modifiers=CTRL)
    assert first.seen
    back(sitting.window, sitting.screen.view)
    assert sitting.title == "Talks begin"
    sitting.press(Key.Key_F, modifiers=CTRL | SHIFT)
    assert "not one to practise on" in sitting.window.status._saved.text()
    sitting.press(Key.Key_PageUp)
    again = InDialog(PracticeFeedback, Key.Key_Return)
    sitting.press(Key.Key_F, modifiers=CTRL | SHIFT)
    assert again.seen


def test_before_it_is_done_nothing_is_told(sitting: Sitting) -> None:
    sitting.press(Key.Key_F, modifiers=CTRL | SHIFT)
    assert "once the entry is done" in sitting.window.status._saved.text()
