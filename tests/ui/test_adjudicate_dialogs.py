"""The dialogs of adjudication themselves, driven by keys in a real window; what asks for another look; examples in guidelines."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from annotator.core.model import Person
from annotator.project.door import Project, User, open_project, usual_means
from annotator.ui.adjudicate.asks import EqualCases, RuleChoice
from annotator.ui.adjudicate.list_pane import Scope, Wish
from annotator.ui.adjudicate.screen import AdjudicateScreen
from annotator.ui.dialogs.bring_together import BringTogether
from annotator.ui.dialogs.comment import Comment
from annotator.ui.label_popup import LabelPopup
from annotator.ui.palette import Palette
from annotator.ui.theme import Theme
from tests.ui.dialog_keys import InDialog, back
from tests.ui.pausing import pause
from tests.ui.sitting import CTRL, SHIFT, Key, Sitting, made
from tests.ui.three_people import ONE


@dataclass
class Desk:
    """A window on the adjudicate screen, and the folder with the bundles."""

    sitting: Sitting
    folder: Path

    @property
    def screen(self) -> AdjudicateScreen:
        found = self.sitting.window.comparing.adjudicate
        assert found is not None
        return found

    @property
    def project(self) -> Project:
        assert self.sitting.window.project is not None
        return self.sitting.window.project

    @property
    def words(self) -> str:
        case = self.screen.judging.case
        return case.found.words if case else ""

    def open(self) -> list[str]:
        judging = self.screen.judging
        return [case.found.words for number in judging.order if judging.is_open(case := judging.cases[number])]

    def settled(self, said: str) -> list[tuple[str, str]]:
        text = self.project.entries.entry
        places = [each for each in self.project.settling.settled() if text(each.row).text[each.start : each.end] == said]
        return [(text(each.row).text[s:e], key) for each in places for s, e, key in each.places]

    def back(self) -> None:
        back(self.sitting.window, self.screen.view)


@pytest.fixture
def desk(theme: Theme, hub: Path, tmp_path: Path) -> Iterator[Desk]:
    made(tmp_path)
    for each in hub.parent.glob("*.annotator"):
        shutil.copy(each, tmp_path / each.name)
    sitting = Sitting(theme, tmp_path / "harbour.annotator")
    sitting.press(Key.Key_4, modifiers=CTRL)
    pause(10)
    yield Desk(sitting, tmp_path)
    sitting.end()


def test_a_rule_is_chosen_by_arrows_and_taken_by_enter(desk: Desk) -> None:
    said: list[str] = []

    def look(dialog: RuleChoice) -> None:
        said.append(dialog.verb_button.text())
        dialog.rule.setFocus()

    answer = InDialog(RuleChoice, Key.Key_Down, Key.Key_Return, look=look)
    desk.sitting.press(Key.Key_R)
    assert (answer.seen, answer.left, said) == (True, True, ["Take 8 places"])
    assert len(desk.project.settling.settled()) == 16
    assert len(desk.open()) == 3
    desk.back()
    desk.sitting.press(Key.Key_Z, modifiers=CTRL)
    assert desk.project.settling.settled() == []


def test_escape_leaves_the_rule_and_takes_nothing(desk: Desk) -> None:
    answer = InDialog(RuleChoice, Key.Key_Escape)
    desk.sitting.press(Key.Key_R)
    assert answer.left
    assert desk.project.settling.settled() == []


def test_every_equal_case_stands_in_the_list_before_enter_settles_them(desk: Desk) -> None:
    desk.sitting.press(Key.Key_Tab)
    assert desk.words == "South Halden"
    rows: list[tuple[str, str]] = []

    def look(dialog: EqualCases) -> None:
        rows.extend((row.title, row.right) for row in dialog.list.rows)

    answer = InDialog(EqualCases, Key.Key_Return, look=look)
    desk.sitting.press(Key.Key_S)
    assert answer.left
    assert [right for _, right in rows] == ["GPE"]
    assert "[South Halden]" in rows[0][0]
    assert desk.settled("South Halden") == [("South Halden", "GPE")]


def test_a_label_is_typed_into_the_popup_for_another_span(desk: Desk) -> None:
    answer = InDialog(LabelPopup, "organ", Key.Key_Return)
    desk.sitting.press(Key.Key_E, Key.Key_Return)
    assert answer.seen
    assert desk.settled("Winter Plan") == [("Winter Plan", "ORG")]


def test_a_comment_goes_with_the_settling_and_can_be_changed_afterwards(desk: Desk) -> None:
    answer = InDialog(Comment, "A plan is a document.", Key.Key_Return)
    desk.sitting.press(Key.Key_C, modifiers=CTRL | SHIFT)
    assert answer.left
    assert desk.project.settling.settled() == []
    assert desk.screen.card._note.text().startswith("with your comment")
    desk.back()
    desk.sitting.press(Key.Key_2)
    assert [each.comment for each in desk.project.settling.lately(1)] == ["A plan is a document."]
    assert desk.screen.judging.remark == ""
    desk.screen.judging.undo()
    desk.screen.judging.redo()
    assert desk.words == "Winter Plan"
    said: list[str] = []
    answer = InDialog(Comment, Key.Key_End, " Always.", Key.Key_Return, look=lambda dialog: said.append(dialog.value))
    desk.sitting.press(Key.Key_C, modifiers=CTRL | SHIFT)
    assert (answer.left, said) == (True, ["A plan is a document."])
    (settled,) = desk.project.settling.lately(5)
    assert (settled.comment, settled.how) == ("A plan is a document. Always.", "person")
    assert desk.settled("Winter Plan") == [("Winter Plan", "LAW")]


def test_a_comment_that_was_not_used_stays_with_its_case_and_goes_to_no_other(desk: Desk) -> None:
    answer = InDialog(Comment, "Only here.", Key.Key_Return)
    desk.sitting.press(Key.Key_C, modifiers=CTRL | SHIFT)
    assert answer.left
    desk.back()
    desk.sitting.press(Key.Key_Tab, Key.Key_1)
    assert [each.comment for each in desk.project.settling.lately(1)] == [""]


def changed_by_bo(desk: Desk) -> None:
    """Bo reads Winter Plan otherwise after handing back; his file comes in again through the dialog."""
    means, bo = usual_means(), Person(usual_means().ids.new(), "Bo Lind")
    with open_project(desk.folder / "Bo.annotator", User(means.ids.new(), (bo,), bo.name, True), means) as bundle:
        row = next(row for row in bundle.entries.rows() if bundle.entries.entry(row).text == ONE)
        span = next(each for each in bundle.spans.marks(row).spans if ONE[each.start : each.end] == "Winter Plan")
        bundle.spans.relabel(row, span.id, bundle.scheme.label("EVENT").id)
    answer = InDialog(BringTogether, Key.Key_Return)
    desk.sitting.window.comparing.team.bring([desk.folder / "Bo.annotator"])
    assert answer.left
    desk.back()


def test_what_stands_on_changed_ground_is_open_until_a_key_keeps_it(desk: Desk) -> None:
    desk.sitting.press(Key.Key_2)
    assert desk.settled("Winter Plan") == [("Winter Plan", "LAW")]
    assert "Winter Plan" not in desk.open()
    changed_by_bo(desk)
    assert "Winter Plan" in desk.open()
    judging = desk.screen.judging
    judging.show(next(number for number in judging.order if judging.cases[number].found.words == "Winter Plan"))
    assert "K keeps it" in desk.screen.card._title.text()
    desk.sitting.press(Key.Key_K)
    assert "Winter Plan" not in desk.open()
    assert desk.settled("Winter Plan") == [("Winter Plan", "LAW")]
    assert judging.changed_grounds == {}
    assert desk.project.settling.revisit() == []
    desk.sitting.press(Key.Key_Z, modifiers=CTRL)
    assert "Winter Plan" in desk.open()


def test_k_on_a_case_that_asks_for_nothing_says_so(desk: Desk) -> None:
    desk.sitting.press(Key.Key_K)
    assert "another look" in desk.sitting.window.status._saved.text()
    assert desk.project.settling.settled() == []


def test_the_decision_just_made_becomes_an_example_by_a_key_and_goes_by_undo(desk: Desk) -> None:
    desk.sitting.press(Key.Key_X)
    assert "Nothing is settled yet" in desk.sitting.window.status._saved.text()
    desk.sitting.press(Key.Key_2)
    here = desk.words
    before = desk.project.scheme.label("LAW").guideline
    desk.sitting.press(Key.Key_X)
    assert "Added to the guideline of LAW" in desk.sitting.window.status._saved.text()
    assert "**Winter Plan** on Monday" in desk.project.scheme.label("LAW").guideline
    assert desk.words == here
    desk.sitting.press(Key.Key_Z, modifiers=CTRL)
    assert desk.project.scheme.label("LAW").guideline == before


def test_a_settled_case_in_hand_is_the_one_that_becomes_the_example(desk: Desk) -> None:
    desk.sitting.press(Key.Key_2, Key.Key_1)
    judging = desk.screen.judging
    judging.list_cases(Wish(Scope.SETTLED))
    judging.show(next(number for number in judging.order if judging.cases[number].found.words == "Winter Plan"))
    desk.sitting.press(Key.Key_X)
    assert "**Winter Plan**" in desk.project.scheme.label("LAW").guideline


def test_keeping_and_examples_stand_in_the_menu_and_the_palette(desk: Desk) -> None:
    window = desk.sitting.window
    inside = {action.objectName() for menu in window.header.menus.findChildren(QMenu) for action in menu.actions()}
    assert {"keep", "example", "hand-out", "bring-together"} <= inside
    desk.sitting.press(Key.Key_2)
    answer = InDialog(Palette, "guideline as an example", Key.Key_Return)
    desk.sitting.press(Key.Key_K, modifiers=CTRL)
    assert answer.left
    assert "**Winter Plan**" in desk.project.scheme.label("LAW").guideline
