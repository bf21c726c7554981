"""What the annotate screen says and rules: truth of "Saved", places, order, cost."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QThreadPool

from annotator.core.model import Entry, Span, Suggestion
from annotator.core.text import Boundaries
from annotator.project.spans import Marks
from annotator.ui import bridge
from annotator.ui.annotate.order import PULLS, next_likely, next_pending, pulled
from annotator.ui.header import initials
from annotator.ui.meter import Meter
from annotator.ui.theme import Theme
from tests.ui.sitting import CTRL, Key, Sitting, made

LABEL = b"l" * 16


def saved(sitting: Sitting) -> str:
    return sitting.window.status._saved.text()


def test_saved_is_said_after_the_commit(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return)
    with sqlite3.connect(sitting.screen.session.project.path) as other:
        kinds = [row[0] for row in other.execute("SELECT kind FROM decisions ORDER BY clock DESC LIMIT 1")]
    other.close()
    assert kinds == ["accept"]
    assert saved(sitting) == "Saved"


def test_a_failed_commit_is_said_and_can_be_tried_again(sitting: Sitting) -> None:
    conn = sitting.screen.session.project.desk.conn
    conn.execute("PRAGMA query_only = ON")
    sitting.press(Key.Key_Return)
    assert "read-only" in saved(sitting)
    assert sitting.window.status._retry.isVisible()
    assert sitting.spans() == []
    assert sitting.focused() == "Ines Okafor"
    sitting.press(Key.Key_F4)
    assert "read-only" in saved(sitting)
    conn.execute("PRAGMA query_only = OFF")
    sitting.window.status._retry.setFocus()
    sitting.window.status._retry.click()
    assert sitting.keyboard is sitting.screen.view
    assert saved(sitting) == "Saved"
    assert sitting.spans() == [("Ines Okafor", "PERSON")]


def test_the_counts_follow_what_is_decided(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return, modifiers=CTRL)
    assert sitting.window.status._done.text() == "1 of 3 done"
    heading = sitting.screen.left.entries.model().data(sitting.screen.left.entries.model().index(0), 256)
    assert (heading.state.value, heading.pending) == ("done", 0)
    assert sitting.screen.left.chips._buttons["open"].text() == "Open 2"


def test_a_click_focuses_a_mark_and_the_menu_offers_the_same_commands(sitting: Sitting) -> None:
    view = sitting.screen.view
    entry = sitting.screen.session.entry
    assert entry is not None
    place = entry.text.index("Lindenau")
    point = view.boxes(place, place + 8)[0].center()
    mark = view.mark_at(point)
    assert mark is not None
    view.clicked_mark.emit(mark.id)
    assert sitting.focused() == "Lindenau"
    asked: list[QPoint] = []
    sitting.window.views.context_menu = asked.append  # type: ignore[method-assign]
    assert sitting.window.actions_["reject"].isEnabled()


def test_a_pulled_edge_of_a_suggestion_corrects_it(sitting: Sitting) -> None:
    found = sitting.marks.pending[1]
    sitting.screen.view.edge_dragged.emit(found.id, found.start - 5, found.end)
    assert sitting.spans() == [("Port Selwyn Guild", "ORG")]


def test_the_focus_bar_says_what_has_the_focus_and_what_can_be_done(sitting: Sitting) -> None:
    assert sitting.screen.bar.accessibleName() == "Ines Okafor PERSON 0.97 from the file posts: rules"
    sitting.press(Key.Key_Return)
    sitting.press(Key.Key_Tab)
    sitting.press(Key.Key_F4)
    assert sitting.screen.bar.accessibleName().startswith("Cape Merrow")


def test_the_window_holds_no_read_transaction(sitting: Sitting) -> None:
    sitting.press(Key.Key_Return, Key.Key_Tab, Key.Key_PageDown)
    assert not sitting.screen.session.project.desk.conn.in_transaction


def test_closing_leaves_no_thread_behind(theme: Theme, tmp_path: Path) -> None:
    before = threading.active_count()
    sitting = Sitting(theme, made(tmp_path))
    sitting.press(Key.Key_Return)
    sitting.end()
    assert threading.active_count() == before
    assert QThreadPool.globalInstance().activeThreadCount() == 0


def test_keys_and_active_seconds_go_with_the_decision(sitting: Sitting) -> None:
    sitting.press(Key.Key_Tab, Key.Key_Return)
    row = sitting.screen.session.project.desk.conn.execute("SELECT conditions FROM decisions ORDER BY clock DESC LIMIT 1").fetchone()
    assert '"keys":2' in row[0]


def test_idle_time_is_not_counted() -> None:
    clock = iter([0.0, 10.0, 100.0, 105.0, 105.0])
    meter = Meter(lambda: next(clock))
    for _ in range(4):
        meter.key()
    assert meter.cost() == (4, 15.0)


words = st.lists(st.sampled_from(["Ada", "met", "Orrin-Canal", "שלום", "é\u0301", "👩‍👩‍👧", "東京", "x"]), min_size=1, max_size=8).map(
    " ".join
)


@given(text=words, data=st.data())
def test_an_edge_never_cuts_a_grapheme_nor_empties_a_span(text: str, data: st.DataObject) -> None:
    boundaries = Boundaries(text)
    start, end = data.draw(st.sampled_from(boundaries.words))
    for name in data.draw(st.lists(st.sampled_from(sorted(PULLS)), max_size=6)):
        start, end = pulled(boundaries, start, end, PULLS[name])
        assert 0 <= start < end <= len(text)
        assert boundaries.whole(start, end) == (start, end)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met. Yesterday Cape Merrow closed.", "Cape Merrow"),
        ("He spoke to the Bank of Lindenau today.", "Bank of Lindenau"),
        ("Rain fell. The U.S. army left.", "U.S"),
        ("The Canal is closed.", "Canal"),
        ("Trains stopped. No trains today.", None),
        ("Orrin spoke. Then he asked Orrin again.", "Orrin"),
        ("said J. Okafor", "J. Okafor"),
        ("A deal of Lindenau and Halden holds.", "Lindenau"),
        ("They heard Dr Ines Okafor.", "Ines Okafor"),
        ("They heard the President of Lindenau.", "Lindenau"),
        ("The Minister left.", "Minister"),
        ("Lindenau’s port is closed.", "Lindenau"),
        ("Okafor said so.", "Okafor"),
        ("Officials said so. Nobody has come. Closing is dear.", None),
        ("And I’m here, I’ll wait.", None),
    ],
)
def test_a_likely_name_is_a_run_of_capitals_inside_a_sentence(text: str, found: str | None) -> None:
    place = next_likely(text, Marks((), ()), -1)
    assert (text[slice(*place)] if place else None) == found


def test_a_likely_name_that_carries_a_mark_is_passed_over() -> None:
    text = "Ada Reyes met Tomas Reyl."
    marks = Marks((Span(b"1" * 16, 0, 9, LABEL),), ())
    place = next_likely(text, marks, 0)
    assert place is not None
    assert text[slice(*place)] == "Tomas Reyl"


def test_the_next_suggestion_is_the_next_in_reading_order_and_then_the_first() -> None:
    waiting = tuple(Suggestion(bytes([n]) * 16, n, n + 1, LABEL, "x") for n in (3, 6, 9))
    marks = Marks((), waiting)
    assert [found.start for place in ((3, 4), (6, 7), (9, 10)) if (found := next_pending(marks, place))] == [6, 9, 3]
    assert next_pending(Marks((), ()), (0, 1)) is None


def test_a_title_is_set_as_one_only_where_the_text_begins_with_it() -> None:
    assert bridge.titled(Entry(1, b"", "Talks\n\nMore.", "Talks")) == 5
    assert bridge.titled(Entry(1, b"", "Talks go on", "Talks")) == 0
    assert bridge.titled(Entry(1, b"", "More.", "Talks")) == 0


def test_days_and_times_are_said_in_words() -> None:
    assert bridge.clock("2031-02-13T23:30") == "23:30"
    assert bridge.clock("2031-02-13") == ""
    assert bridge.day("no date") == "no date"
    headings = bridge.day_headings([(0, "2031-02-13"), (4, "2030-02-12")])
    assert [place for place, _ in headings] == [0, 4]
    assert "2031" in headings[0][1]
    assert "2031" not in bridge.day_headings([(0, "2031-02-13")])[0][1]


def test_initials_are_those_of_the_first_and_last_name() -> None:
    assert [initials(name) for name in ("Ada Reyes", "ada", "Ada Maria Reyes", "")] == ["AR", "A", "AR", ""]


def test_an_entry_whose_date_is_corrected_stands_under_its_day_at_once(sitting: Sitting) -> None:
    session = sitting.screen.session
    row = session.rows[1]
    session.decide(lambda: session.project.entries.correct(row, "published", "2029-07-06"))
    assert (1, "2029-07-06") in session.listing.days
    session.undo()
    assert "2029-07-06" not in [day for _, day in session.listing.days]
