import gc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui import tokens
from annotator.ui.caret import Caret
from annotator.ui.marks import Mark, Tags
from annotator.ui.span_view import SpanView
from annotator.ui.theme import Appearance, Theme
from tests.ui.invented import AFTER, BEFORE, HEAD, MARKS, TEXT, focused_id

LEFT, ALT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> SpanView:
    view = SpanView(theme)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.show_entry(TEXT, MARKS, head=HEAD, before=BEFORE, after=AFTER, nested=True)
    return view


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def middle(view: SpanView, words: str) -> QPoint:
    return view.boxes(*place(words))[0].center().toPoint()


def press(view: SpanView, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(view, key, modifiers)


texts = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        st.sampled_from("\r\n\u2028\u2029\ufeff\u00a0\ufdd0\u0301\u200d👩🇺שם"),
    ),
    min_size=1,
    max_size=30,
)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, data=st.data())
def test_what_is_selected_is_what_is_stored(view: SpanView, text: str, data: st.DataObject) -> None:
    view.show_entry(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    view.set_caret(Caret(start, end))
    assert view.selection() == (start, end)
    assert view.createMimeDataFromSelection().text() == text[start:end]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=texts,
    keys=st.lists(
        st.tuples(
            st.sampled_from([Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End]),
            st.booleans(),
            st.booleans(),
        ),
        max_size=8,
    ),
)
def test_no_key_ever_cuts_a_grapheme(view: SpanView, text: str, keys: list[tuple[Qt.Key, bool, bool]]) -> None:
    view.show_entry(text)
    for key, shift, alt in keys:
        none = Qt.KeyboardModifier.NoModifier
        view.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, (SHIFT if shift else none) | (ALT if alt else none)))
        start, end = view.selection()
        assert view.boundaries().whole(start, end) == (start, end)


def test_a_new_text_begins_with_the_caret_at_its_head(view: SpanView) -> None:
    view.show_entry("ab cd")
    view.set_caret(Caret(3, 5))
    view.show_entry("a\u0301 b\u0301")
    assert view.caret() == Caret(0, 0)


def test_the_arrows_go_from_word_to_word(view: SpanView, qtbot: QtBot) -> None:
    seen: list[int] = []
    view.caret_moved.connect(seen.append)
    press(view, Key.Key_Right, Key.Key_Right, Key.Key_Left)
    assert seen == [place("senior")[0], place("official")[0], place("senior")[0]]


def test_shift_and_an_arrow_select_whole_words_and_give_them_up_again(view: SpanView) -> None:
    view.set_caret(Caret(*[place("senior")[0]] * 2))
    press(view, Key.Key_Right, modifiers=SHIFT)
    assert view.selection() == place("senior")
    press(view, Key.Key_Right, modifiers=SHIFT)
    assert view.selection() == place("senior official")
    press(view, Key.Key_Left, Key.Key_Left, modifiers=SHIFT)
    assert view.selection() == place("A senior")
    press(view, Key.Key_Right, modifiers=SHIFT)
    assert view.selection() == place("senior")


def test_with_alt_the_caret_goes_by_character(view: SpanView) -> None:
    view.show_entry("a👩‍👩‍👧e\u0301z")
    press(view, Key.Key_Right, Key.Key_Right, modifiers=ALT)
    assert view.caret() == Caret(6, 6, by_character=True)
    press(view, Key.Key_Right, modifiers=ALT | SHIFT)
    assert view.selection() == (6, 8)


def test_left_goes_forward_where_writing_goes_from_right_to_left(view: SpanView) -> None:
    view.show_entry("زار الوزير مدينة")
    press(view, Key.Key_Left)
    assert view.caret().position == 4
    press(view, Key.Key_Right)
    assert view.caret().position == 0


def test_down_and_up_keep_the_column_and_end_goes_to_the_last_word(view: SpanView) -> None:
    view.set_caret(Caret(*[place("said")[0]] * 2))
    before = view.boxes(*place("said"))[0]
    press(view, Key.Key_Down)
    word = view.boundaries().word_at(view.caret().position)
    assert word is not None
    below = view.boxes(*word)[0]
    assert below.top() > before.bottom()
    assert below.left() - 10 <= before.left() <= below.right() + 10
    press(view, Key.Key_Up)
    assert view.caret().position == place("said")[0]
    press(view, Key.Key_End)
    assert view.boxes(*place("said"))[0].top() == view.boxes(view.caret().position, view.caret().position + 2)[0].top()


@pytest.mark.parametrize(
    "key", [Key.Key_1, Key.Key_Return, Key.Key_Backspace, Key.Key_Delete, Key.Key_Tab, Key.Key_PageDown, Key.Key_Q, Key.Key_F7]
)
def test_every_other_key_is_left_to_the_window(view: SpanView, key: Qt.Key) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "x")
        event.ignore()
        view.event(event) if kind is QEvent.Type.ShortcutOverride else view.keyPressEvent(event)
        assert not event.isAccepted()
    assert view.toPlainText().replace("\u200b", "") == TEXT


def test_undo_is_not_claimed_by_the_text(view: SpanView) -> None:
    undo = QKeySequence(QKeySequence.StandardKey.Undo)[0]
    event = QKeyEvent(QEvent.Type.ShortcutOverride, undo.key(), undo.keyboardModifiers())
    event.ignore()
    view.event(event)
    assert not event.isAccepted()


def test_copy_gives_the_stored_text(view: SpanView) -> None:
    view.show_entry("a\u00a0b\r\nc")
    view.set_caret(Caret(0, 6))
    assert view.createMimeDataFromSelection().text() == "a\u00a0b\r\nc"


def drag(view: SpanView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    port = view.viewport()
    QTest.mousePress(port, LEFT, modifiers, start)
    for step in (1, 2, 3, 4):
        point = start + (end - start) * step / 4
        event_move(view, point, modifiers)
    QTest.mouseRelease(port, LEFT, modifiers, end)


def event_move(view: SpanView, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    from PySide6.QtGui import QMouseEvent

    where = QPointF(point)
    view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, where, where, Qt.MouseButton.NoButton, LEFT, modifiers))


def test_a_drag_snaps_to_words_and_tells_once(view: SpanView, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    view.selected.connect(lambda start, end: seen.append((start, end)))
    drag(view, middle(view, "senior"), middle(view, "official"))
    assert seen == [place("senior official")]
    assert view.selection() == place("senior official")


def test_a_drag_with_alt_takes_characters(view: SpanView) -> None:
    box = view.boxes(*place("official"))[0]
    begin, end = QPointF(view.boxes(*place("ficial"))[0].left(), box.center().y()), QPointF(box.right(), box.center().y())
    drag(view, begin.toPoint(), end.toPoint(), ALT)
    assert view.selection() == place("ficial")


def test_a_double_click_selects_the_word(view: SpanView) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, pos=middle(view, "official"))
    assert view.selection() == place("official")


def test_a_click_tells_of_the_innermost_mark(view: SpanView, qtbot: QtBot) -> None:
    inner = next(mark for mark in MARKS if mark.label == "GPE" and TEXT[mark.start : mark.end] == "Port Selwyn")
    with qtbot.waitSignal(view.clicked_mark) as told:
        QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, "Port"))
    assert told.args == [inner.id]
    assert view.caret().position == place("Port")[0]


def test_a_click_beside_marks_moves_the_caret_only(view: SpanView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.clicked_mark), qtbot.waitSignal(view.caret_moved) as told:
        QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, "senior"))
    assert told.args == [place("senior")[0]]


@pytest.mark.parametrize(
    ("at_end", "to", "expected"),
    [(True, "closes", "Orrin Canal closes"), (False, "the Orrin", "the Orrin Canal"), (True, "Orrin", "Orrin")],
)
def test_an_edge_of_the_focused_mark_can_be_pulled(view: SpanView, qtbot: QtBot, at_end: bool, to: str, expected: str) -> None:
    view.focus_mark(focused_id())
    box = view.boxes(*place("Orrin Canal"))[0]
    target = view.boxes(*place(to))[0]
    point = QPointF(target.right() - 2 if at_end else target.left() + 2, target.center().y()).toPoint()
    edge = QPointF(box.right() if at_end else box.left(), box.center().y()).toPoint()
    with qtbot.waitSignal(view.edge_dragged) as told:
        drag(view, edge, point)
    assert told.args == [focused_id(), *place(expected)]


def test_an_edge_that_can_be_pulled_says_so_by_cursor_and_tooltip(view: SpanView) -> None:
    view.focus_mark(focused_id())
    mark = view.focused_mark()
    assert mark is not None
    box = view.boxes(mark.start, mark.end)[0]
    for point, cursor in (
        (QPoint(round(box.left()), round(box.center().y())), Qt.CursorShape.SizeHorCursor),
        (box.center().toPoint(), Qt.CursorShape.IBeamCursor),
    ):
        QTest.mouseMove(view.viewport(), point)
        assert view.viewport().cursor().shape() is cursor
        assert ("Drag" in view.viewport().toolTip()) is (cursor is Qt.CursorShape.SizeHorCursor)


def test_no_edge_can_be_pulled_in_a_read_only_entry(view: SpanView, qtbot: QtBot) -> None:
    view.set_read_only(True)
    view.focus_mark(focused_id())
    box = view.boxes(*place("Orrin Canal"))[0]
    with qtbot.assertNotEmitted(view.edge_dragged):
        drag(view, QPointF(box.right(), box.center().y()).toPoint(), middle(view, "closes"))


def test_a_menu_is_asked_for_where_the_mouse_is_and_at_the_caret(view: SpanView, qtbot: QtBot) -> None:
    point = middle(view, "Orrin")
    with qtbot.waitSignal(view.context_asked) as told:
        view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point)))
    assert told.args[1] == focused_id()
    view.set_caret(Caret(*[place("senior")[0]] * 2))
    with qtbot.waitSignal(view.context_asked) as told:
        view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0)))
    assert told.args[1:] == [None, place("senior")[0]]


def test_showing_other_marks_keeps_caret_and_place(view: SpanView) -> None:
    view.resize(800, 300)
    view.set_caret(Caret(*[place("Brightline")[0]] * 2))
    scroll = view.verticalScrollBar().value()
    view.show_marks(MARKS[3:])
    assert (view.caret().position, view.verticalScrollBar().value()) == (place("Brightline")[0], scroll)


def test_the_focused_mark_is_brought_into_view(view: SpanView) -> None:
    view.resize(800, 220)
    view.focus_mark(MARKS[-1].id)
    assert view.boxes(MARKS[-1].start, MARKS[-1].end)
    assert view.viewport().rect().contains(view.boxes(MARKS[-1].start, MARKS[-1].end)[0].toRect())


def test_a_removed_mark_fades_and_undo_brings_it_back_at_once(view: SpanView, qtbot: QtBot) -> None:
    view.show_marks(MARKS[1:])
    view.fade_out(MARKS[:1])
    assert view._removed == MARKS[:1]
    view.show_marks(MARKS)
    assert view._removed == ()
    view.fade_out(MARKS[:1])
    qtbot.waitUntil(lambda: view._removed == (), timeout=2000)


def test_a_mark_outside_the_text_is_not_painted(view: SpanView) -> None:
    view.show_entry("short", [Mark(1, 2, 90, "ORG"), Mark(2, 0, 5, "ORG")])
    assert [mark.id for mark in view._marks] == [2]


@pytest.mark.parametrize("width", [300, 500, 800, 1600])
def test_the_column_is_centred_and_never_wider_than_seventy_two_characters(view: SpanView, width: int) -> None:
    view.resize(width, 600)
    left = view.viewport().x()
    assert view.viewport().width() <= tokens.COLUMN + 2 * tokens.GUTTER + 16
    assert abs((view.width() - view.viewport().width()) // 2 - left) <= 8
    widest = max(box.right() for box in view.boxes(0, len(TEXT)))
    assert widest <= view.viewport().width() - tokens.GUTTER + 1


def test_zoom_has_bounds_and_keeps_the_caret(view: SpanView) -> None:
    view.set_caret(Caret(40, 50))
    view.set_zoom(99)
    assert (view.zoom, view.selection()) == (28, (40, 50))
    view.set_zoom(1)
    assert view.zoom == 14


def test_every_way_of_naming_and_both_themes_paint(view: SpanView, theme: Theme) -> None:
    for tags in Tags:
        view.set_tags(tags)
        view.focus_mark(focused_id())
        theme.set_appearance(Appearance.DARK if theme.appearance is Appearance.LIGHT else Appearance.LIGHT)
        view.show_hits([place("Port")])
        assert not view.grab().isNull()
    named = {tag.mark.id for picture in view._pictures.values() for tag in picture.tags}
    assert named == set()


def test_the_neighbours_can_be_gone_to(view: SpanView, qtbot: QtBot) -> None:
    asked: list[str] = []
    view.asked.connect(asked.append)
    view._before.click()
    view._after.click()
    assert asked == ["previous", "next"]


def test_a_screen_reader_gets_name_and_text(view: SpanView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name)
    assert interface.role() is QAccessible.Role.EditableText
    assert interface.textInterface().text(0, len(TEXT)) == TEXT
    view.set_caret(Caret(*place("Lindenau")))
    assert QApplication.instance() is not None
    assert interface.textInterface().selectionCount() == 1


def test_nothing_is_kept_of_entries_that_were_shown_before(view: SpanView) -> None:
    def objects() -> int:
        for number in range(60):
            view.show_entry(f"{TEXT} {number}", MARKS, head=HEAD, before=BEFORE, after=AFTER, nested=bool(number % 2))
            view.focus_mark(MARKS[number % len(MARKS)].id)
            view.grab()
        gc.collect()
        return len(gc.get_objects())

    objects()
    before = objects()
    assert objects() - before < 30


def test_the_largest_entry_is_painted_by_its_visible_lines_only(view: SpanView) -> None:
    text = "harbour lock " * 8_000
    view.show_entry(text, [Mark(start, start, start + 7, "ORG", "1", start % 16) for start in range(0, len(text), 52)])
    view.grab()
    assert len(view._pictures) < 40
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    view.grab()
    assert len(view._pictures) < 80


def test_in_high_contrast_lines_stay_and_tints_go(theme: Theme, qtbot: QtBot) -> None:
    theme.high_contrast = True
    view = SpanView(theme)
    qtbot.addWidget(view)
    view.resize(720, 200)
    view.show()
    view.show_entry("in Lindenau", [Mark(1, 3, 11, "GPE", "3", 2)])
    image = view.grab().toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    label = tokens.label_colour(2)
    assert label.base in colours
    assert label.tint(theme.colours) not in colours
