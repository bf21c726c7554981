"""Going to what is worth a look, and what is said of several suggesters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from annotator.core.joining import MEMORY, joined
from annotator.core.model import Overlap, Span, Suggestion
from annotator.core.text import Boundaries
from annotator.project.spans import Marks
from annotator.ui import bridge
from annotator.ui.annotate.order import PULLS, next_doubtful, next_likely, pulled
from annotator.ui.annotate.telling import suggested_by
from annotator.ui.caret import Caret
from annotator.ui.marks import mark_score
from tests.ui.sitting import FIRST, SECOND, Key, Sitting

LABEL = b"l" * 16


def test_space_goes_to_the_next_doubtful_suggestion_and_round(sitting: Sitting) -> None:
    assert sitting.focused() == "Ines Okafor"
    found = []
    for _ in range(3):
        sitting.press(Key.Key_Space)
        found.append(sitting.focused())
    assert found == ["Selwyn Guild", "Lindenau", "Selwyn Guild"]


def test_space_says_where_nothing_is_doubtful(sitting: Sitting) -> None:
    sitting.press(Key.Key_Space, Key.Key_Backspace, Key.Key_Space, Key.Key_Backspace)
    sitting.press(Key.Key_Space)
    assert "No suggestion is doubtful here" in sitting.window.status._saved.text()


def test_space_starts_at_the_caret_where_nothing_has_the_focus(sitting: Sitting) -> None:
    sitting.press(*[Key.Key_Right] * 6)
    assert sitting.focused() == ""
    sitting.press(Key.Key_Space)
    assert sitting.focused() == "Lindenau"


def test_what_others_exclude_or_nobody_scored_is_doubtful() -> None:
    def one(start: int, score: float | None, suggester: str = "default", label: bytes = LABEL) -> Suggestion:
        return Suggestion(bytes([start]) + suggester.encode() + label, start, start + 2, label, suggester, "", score)

    found = joined([one(0, 0.95), one(4, 0.95), one(4, 0.99, MEMORY, b"m" * 16), one(8, None), one(12, 0.79), one(16, 0.8)], Overlap.FLAT)
    marks = Marks((Span(b"s", 6, 8, LABEL, "human"),), tuple(found))
    visited, focused = [], None
    for _ in range(4):
        at = next_doubtful(marks, focused, 0)
        assert at is not None
        visited.append(at.start)
        focused = at.id
    assert visited == [4, 8, 12, 4]
    assert next_doubtful(Marks((), ()), None, 0) is None


def test_all_who_agree_are_named_and_what_stands_behind_is_marked(sitting: Sitting) -> None:
    session = sitting.screen.session
    assert session.entry is not None
    person, place = session.scheme.by_key("PERSON"), session.scheme.by_key("GPE")
    assert person is not None
    assert place is not None
    (found,) = joined(
        [
            Suggestion(b"1", 0, 11, person.id, "default", "", 0.9, "found by the bundled model"),
            Suggestion(b"2", 0, 11, person.id, MEMORY, "", 0.87, "tagged PERSON once in 1 entry"),
            Suggestion(b"3", 0, 11, place.id, "patterns:names.csv", "", 0.5),
        ],
        Overlap.FLAT,
    )
    told = suggested_by(found)
    assert "default: found by the bundled model" in told
    assert "memory: tagged PERSON once in 1 entry" in told
    assert mark_score(bridge.mark(found, session.scheme)) == ".99?"
    assert mark_score(bridge.mark(found.agreeing[0], session.scheme)) == ".87"


def test_an_edge_stops_between_the_parts_of_a_joined_word() -> None:
    text = "a Chinese-owned ship"
    boundaries = Boundaries(text)
    assert pulled(boundaries, 2, 15, PULLS["end-in"]) == (2, 9)
    assert pulled(boundaries, 2, 15, PULLS["start-in"]) == (10, 15)
    assert pulled(boundaries, 2, 20, PULLS["end-in"]) == (2, 15)
    assert pulled(boundaries, 2, 9, PULLS["end-out"]) == (2, 15)
    assert pulled(boundaries, 2, 9, PULLS["end-in"]) == (2, 9)


def test_of_two_joined_names_the_free_one_is_likely_and_labelled_by_the_caret() -> None:
    text = "The Norwegian-Finnish talks"
    taken = Marks((Span(b"s", 14, 21, LABEL, "human"),), ())
    assert next_likely(text, taken, 0) == (4, 13)
    assert next_likely(text, Marks((Span(b"s", 4, 21, LABEL, "human"),), ()), 0) is None
    assert Boundaries(text).free_part((4, 21), [(14, 21)]) == (4, 13)
    assert Boundaries(text).free_part((4, 21), [(4, 13)]) == (14, 21)
    assert Boundaries(text).free_part((4, 21), []) == (4, 21)
    assert Boundaries(text).free_part((4, 21), [(4, 21)]) == (4, 21)


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.times = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count a painting."""
        self.times += event.type() is QEvent.Type.Paint
        return False


def test_what_is_labelled_waits_in_the_next_entries_and_in_the_list_before_the_next_paint(sitting: Sitting) -> None:
    session, view = sitting.screen.session, sitting.screen.view
    sitting.press(Key.Key_Backspace)
    session.focus(None)
    view.set_caret(Caret(FIRST.index("Okafor"), FIRST.index("Okafor")))
    before = session.project.entries.listed([session.rows[1]])[0].pending
    painted = Paints(view.viewport())

    sitting.press(Key.Key_1)

    assert ("Okafor", "PERSON") in sitting.spans()
    assert painted.times == 0
    waiting = session.project.spans.marks(session.rows[1]).pending
    assert [SECOND[each.start : each.end] for each in waiting if each.suggester == MEMORY] == ["Okafor"]
    assert session.project.entries.listed([session.rows[1]])[0].pending == before + 1
