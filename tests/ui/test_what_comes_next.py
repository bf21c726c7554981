"""What the annotate screen says when everything is done, when one is unsure, and when one may only look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.core.query import parsed
from annotator.ui.annotate.telling import tally
from annotator.ui.entry_head import Head, HeadView
from annotator.ui.theme import Theme
from tests.ui.sitting import Sitting

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def offered(sitting: Sitting) -> list[str]:
    """Return the texts of the buttons under the entry."""
    return [each.text() for each in sitting.screen.bar.findChildren(QPushButton) if not each.isHidden()]


def test_when_all_is_done_the_bar_leads_to_the_export_and_enter_to_nowhere(sitting: Sitting) -> None:
    for _ in range(3):
        sitting.press(Key.Key_Return, modifiers=CTRL)
    sitting.screen.session.focus(None)
    assert sitting.screen.session.facts.progress.done == 3
    assert "Next: export them" in sitting.screen.bar.accessibleName()
    assert offered(sitting) == ["Export…"]
    before = sitting.title
    sitting.press(Key.Key_Return)
    assert sitting.title == before


def test_a_skipped_entry_is_not_said_to_be_done(sitting: Sitting) -> None:
    sitting.window.give("skip")
    for _ in range(2):
        sitting.press(Key.Key_Return, modifiers=CTRL)
    sitting.screen.session.focus(None)
    assert "All 3 done or skipped" in sitting.screen.bar.accessibleName()


def test_a_done_entry_leads_on_while_others_are_open(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return, modifiers=CTRL)
    sitting.window.give("previous")
    sitting.screen.session.focus(None)
    assert offered(sitting) == ["Next unfinished entry"]


def test_one_can_be_unsure_of_an_entry_and_find_it_again(sitting: Sitting) -> None:
    session = sitting.screen.session
    session.focus(None)
    sitting.press(Key.Key_U, modifiers=CTRL)
    assert session.unsure == {b""}
    assert tally(session).endswith("unsure")
    assert list(session.finding.look(parsed("has:unsure")).rows) == [session.row]
    sitting.press(Key.Key_U, modifiers=CTRL)
    assert session.unsure == set()
    assert not tally(session).endswith("unsure")


def test_one_can_be_unsure_of_one_span_alone_and_undo_takes_it_back(sitting: Sitting) -> None:
    session = sitting.screen.session
    sitting.press(Key.Key_Return)
    span = session.marks.spans[0]
    session.focus(span.id)
    sitting.press(Key.Key_U, modifiers=CTRL)
    assert session.unsure == {span.id}
    assert sitting.screen.bar.accessibleName().endswith("unsure")
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert session.unsure == set()


def test_the_line_above_the_text_is_as_high_for_whoever_may_only_look(theme: Theme) -> None:
    view = HeadView(theme)
    heights = []
    for read_only in (False, True):
        view.show_head(Head("", ("Thu 13 Feb 2031", "23:30"), "7 confirmed", read_only=read_only))
        heights.append(view.height_at(600))
    assert heights[0] == heights[1]
    view.deleteLater()
