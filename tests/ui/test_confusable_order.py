"""The order of disagreements that needs to know which labels are taken for which: worked out beside the window, by keys."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from annotator.core.errors import InputError
from annotator.project.cases import confused
from annotator.project.comparing import Order
from annotator.project.door import Project
from annotator.ui.adjudicate import confusing
from annotator.ui.adjudicate.list_pane import Sorting, Wish
from annotator.ui.adjudicate.screen import AdjudicateScreen
from annotator.ui.tasks import Handle
from annotator.ui.theme import Theme
from tests.ui.pausing import pause
from tests.ui.sitting import CTRL, Key, Sitting, made


@pytest.fixture
def sitting(theme: Theme, hub: Path, tmp_path: Path) -> Iterator[Sitting]:
    """A window of somebody who adjudicates, on that screen."""
    made(tmp_path)
    sitting = Sitting(theme, Path(shutil.copy(hub, tmp_path)))
    sitting.press(Key.Key_4, modifiers=CTRL)
    pause(10)
    yield sitting
    sitting.end()


def screen(sitting: Sitting) -> AdjudicateScreen:
    found = sitting.window.comparing.adjudicate
    assert found is not None
    return found


def test_the_most_confusable_come_first_once_that_is_worked_out_beside_the_window(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    judging, left, status = screen(sitting).judging, screen(sitting).left, sitting.window.status._cost
    gate, worked_out, times = Event(), confusing._worked_out, Counter[str]()

    def held(project: Project, handle: Handle) -> confusing.Shares:
        times["worked out"] += 1
        assert gate.wait(60)
        return worked_out(project, handle)

    def busy() -> bool:
        return judging.confusing.busy

    def wait() -> None:
        gate.set()
        for _ in range(3000):
            if not judging.confusing.busy:
                return
            pause(10)
        raise TimeoutError("the order did not come")

    monkeypatch.setattr(confusing, "_worked_out", held)
    before = list(judging.order)
    left._more.click()
    left.sorting.setFocus()
    sitting.press(Key.Key_End)
    assert left.wish.sorting is Sorting.CONFUSABLE
    assert (judging.order, judging.confusing.busy) == (before, True)
    assert "working out the order… · 3 layers, names shown" in status.text()
    wait()
    assert "working out" not in status.text()
    headings = [words for _, words in judging.headings]
    assert headings[0] == "Winter Plan  confused in 100 %"
    # LOC met FAC twice, itself once, and FAC met itself four times: 2 of 7.
    assert "north bank  confused in 29 %" in headings
    project = sitting.window.project
    assert project is not None
    assert judging.confusing.shares == project.studying.confusable()
    groups = project.studying.groups(order=Order.CONFUSABLE)
    shares = [confused(judging.cases[each].found.readings, judging.confusing.shares or {}) for each in judging.order]
    assert shares == [group.confusable for group in groups for _ in group.cases]
    screen(sitting).view.setFocus()
    sitting.press(Key.Key_1)
    assert not busy()  # what is settled is not compared
    gate.clear()
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert busy()
    assert [words for _, words in judging.headings] == headings
    wait()
    assert times["worked out"] == 2
    assert [words for _, words in judging.headings] == headings


def test_an_order_that_is_not_wanted_any_more_is_given_up_and_worked_out_when_it_is_wanted_again(sitting: Sitting) -> None:
    judging, left = screen(sitting).judging, screen(sitting).left

    def busy() -> bool:
        return judging.confusing.busy

    judging.list_cases(replace(left.wish, sorting=Sorting.CONFUSABLE))
    assert busy()
    judging.list_cases(replace(left.wish, sorting=Sorting.OFTEN))
    assert not busy()
    judging.list_cases(replace(left.wish, sorting=Sorting.CONFUSABLE))
    assert judging.headings[0] == (0, "Winter Plan  once")
    sitting.press(Key.Key_3, modifiers=CTRL)
    assert not busy()
    sitting.press(Key.Key_4, modifiers=CTRL)
    assert busy()


def test_why_the_order_could_not_be_worked_out_is_said_and_the_list_stays(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    judging = screen(sitting).judging
    before, said = list(judging.order), list[str]()
    judging.noticed.connect(said.append)

    def refused(_project: Project, _handle: Handle) -> confusing.Shares:
        raise InputError("The texts are too long to be compared at once.")

    monkeypatch.setattr(confusing, "_worked_out", refused)
    judging.list_cases(Wish(sorting=Sorting.CONFUSABLE))
    for _ in range(3000):
        if not judging.confusing.busy:
            break
        pause(10)
    assert said == ["The texts are too long to be compared at once."]
    assert judging.order == before
