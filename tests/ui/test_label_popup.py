"""Labels are given by a popup at the text, typed into; and every same mention of what is merely selected is labelled at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog

from annotator.core.model import Label, Overlap, Scheme
from annotator.ui.annotate import everywhere
from annotator.ui.caret import Caret
from annotator.ui.dialogs.every_same import About, EverySameMention
from annotator.ui.label_popup import LabelOffer, LabelPopup, fitting, label_offers
from annotator.ui.theme import Theme
from tests.ui.sitting import CTRL, FIRST, NONE, SHIFT, Key, Sitting, made

OFFERS = (
    LabelOffer(1, "PERSON", "Person", "1"),
    LabelOffer(2, "ORG", "Organisation", "2"),
    LabelOffer(3, "GPE", "Country, city, state", "3"),
    LabelOffer(4, "WORK_OF_ART", "Title of a work", "q"),
)


@pytest.fixture
def sitting(theme: Theme, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(theme, made(tmp_path, overlap=Overlap.NESTED))
    yield sitting
    sitting.end()


Does = Callable[[LabelPopup], None]
Prepare = Callable[[Does], None]


@pytest.fixture
def in_popup(monkeypatch: pytest.MonkeyPatch) -> Prepare:
    """Return what does something in the next popup in the place of a person; no window of it is needed for that."""

    def prepare(do: Does) -> None:
        taken: list[LabelPopup] = []

        def exec_(popup: LabelPopup) -> QDialog.DialogCode:
            do(popup)
            return QDialog.DialogCode.Accepted if popup in taken else QDialog.DialogCode.Rejected

        monkeypatch.setattr(LabelPopup, "exec", exec_)
        monkeypatch.setattr(LabelPopup, "accept", lambda popup: taken.append(popup))

    return prepare


def press(popup: LabelPopup, key: Key) -> None:
    """Give a popup that is not on the screen a key that its field leaves to it."""
    popup.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, NONE))


def typing(text: str, end: Key = Key.Key_Return) -> Does:
    def do(popup: LabelPopup) -> None:
        popup.field.setText(text)
        press(popup, end)

    return do


def select(sitting: Sitting, words: str) -> None:
    start = FIRST.index(words)
    sitting.screen.session.focus(None)
    sitting.screen.view.set_caret(Caret(start, start + len(words)))


@pytest.mark.parametrize(
    ("typed", "first"),
    [("per", "PERSON"), ("org", "ORG"), ("city", "GPE"), ("3", "GPE"), ("q", "WORK_OF_ART"), ("art", "WORK_OF_ART"), ("o", "ORG")],
)
def test_a_part_of_the_name_or_the_key_finds_the_label(typed: str, first: str) -> None:
    assert fitting(OFFERS, typed)[0].key == first


def test_a_name_that_says_no_more_than_the_key_is_not_said_twice() -> None:
    labels = (Label(b"1" * 16, "PERSON", "Person"), Label(b"2" * 16, "ORG", "Organisation"))
    assert [each.name for each in label_offers(Scheme("s", labels), {})] == ["", "Organisation"]


def test_nothing_typed_lists_all_in_their_order_and_what_fits_nothing_lists_none() -> None:
    assert [each.key for each in fitting(OFFERS, " ")] == ["PERSON", "ORG", "GPE", "WORK_OF_ART"]
    assert fitting(OFFERS, "zzz") == []


def test_what_is_selected_gets_the_label_that_is_typed(sitting: Sitting, in_popup: Prepare) -> None:
    select(sitting, "Cape Merrow")
    in_popup(typing("loc"))
    sitting.press(Key.Key_F3)
    assert ("Cape Merrow", "LOC") in sitting.spans()


def test_the_word_at_the_caret_gets_the_label_that_is_typed(sitting: Sitting, in_popup: Prepare) -> None:
    select(sitting, "Merrow")
    sitting.screen.view.set_caret(Caret(FIRST.index("Merrow"), FIRST.index("Merrow")))
    in_popup(typing("loc"))
    sitting.press(Key.Key_F3)
    assert ("Merrow", "LOC") in sitting.spans()


def test_the_focused_span_is_relabelled_and_the_popup_begins_at_the_label_it_has(sitting: Sitting, in_popup: Prepare) -> None:
    sitting.press(Key.Key_Return, Key.Key_Tab)
    while sitting.focused() != "Ines Okafor":
        sitting.press(Key.Key_Tab)
    chosen = []

    def do(popup: LabelPopup) -> None:
        chosen.append(popup.list.currentIndex().data())
        typing("norp")(popup)

    in_popup(do)
    sitting.press(Key.Key_F3)
    assert chosen[0].startswith("PERSON")
    assert "now" in chosen[0]
    assert sitting.spans() == [("Ines Okafor", "NORP")]


def test_escape_and_a_name_that_no_label_has_give_nothing(sitting: Sitting, in_popup: Prepare) -> None:
    select(sitting, "Cape Merrow")
    in_popup(typing("loc", Key.Key_Escape))
    sitting.press(Key.Key_F3)

    def nothing_fits(popup: LabelPopup) -> None:
        typing("zzzz")(popup)
        assert popup.current is None
        assert popup.listed == ()
        press(popup, Key.Key_Escape)

    in_popup(nothing_fits)
    sitting.press(Key.Key_F3)
    assert sitting.spans() == []


def test_the_arrows_choose_and_the_field_keeps_the_keyboard(sitting: Sitting, in_popup: Prepare) -> None:
    select(sitting, "Cape Merrow")

    def do(popup: LabelPopup) -> None:
        press(popup, Key.Key_Down)
        press(popup, Key.Key_Tab)
        press(popup, Key.Key_Up)
        press(popup, Key.Key_Return)

    in_popup(do)
    sitting.press(Key.Key_F3)
    assert sitting.spans() == [("Cape Merrow", sitting.screen.session.scheme.active[1].key)]


def test_the_popup_stands_by_the_words_and_never_on_them(theme: Theme, sitting: Sitting) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    popup = LabelPopup(sitting.window, theme, OFFERS)
    for top in (room.top() + 40, room.bottom() - 60):
        words = QRect(QPoint(room.left() + 50, top), QPoint(room.left() + 150, top + 20))
        popup.stand_by(words)
        popup.show()
        assert room.contains(popup.geometry())
        assert not popup.geometry().intersects(words)
    popup.deleteLater()


class Menu:
    """A menu that nobody sees."""

    def exec(self, where: QPoint) -> None:
        """Show nothing."""

    def deleteLater(self) -> None:
        """Go."""


def test_the_context_menu_offers_the_popup(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[str] = []

    def menu(parent: object, names: Iterable[str]) -> Menu:
        listed.extend(names)
        return Menu()

    monkeypatch.setattr(sitting.window.actions_, "menu_for", menu)
    sitting.window.views.context_menu(QPoint(0, 0))
    assert {"label-popup", "every-same"} <= set(listed)


def test_every_same_mention_of_a_selection_asks_for_the_label_first(
    sitting: Sitting, in_popup: Prepare, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[About] = []
    monkeypatch.setattr(EverySameMention, "ask", lambda _parent, _theme, _scheme, about, *_, **__: asked.append(about))
    loc = sitting.screen.session.scheme.by_key("LOC")
    assert loc is not None
    select(sitting, "Cape Merrow")
    in_popup(typing("loc"))
    sitting.press(Key.Key_D, modifiers=CTRL)
    select(sitting, "stayed")
    sitting.screen.view.set_caret(Caret(FIRST.index("Merrow"), FIRST.index("Merrow")))
    in_popup(typing("loc"))
    sitting.press(Key.Key_D, modifiers=CTRL)
    select(sitting, "stayed")
    in_popup(typing("loc", Key.Key_Escape))
    sitting.press(Key.Key_D, modifiers=CTRL)
    assert [(each.words, each.label, each.mine) for each in asked] == [("Cape Merrow", loc.id, False), ("Merrow", loc.id, False)]


def test_every_same_mention_of_a_span_asks_for_no_label(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[About] = []
    monkeypatch.setattr(EverySameMention, "ask", lambda _parent, _theme, _scheme, about, *_, **__: asked.append(about))
    monkeypatch.setattr(LabelPopup, "ask", lambda *_: pytest.fail("the label is known"))
    sitting.press(Key.Key_D, modifiers=CTRL)
    assert [each.words for each in asked] == ["Ines Okafor"]


def test_a_selection_is_labelled_in_every_entry_at_once_and_one_undo_takes_it_back(
    sitting: Sitting, in_popup: Prepare, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = sitting.screen.session.project

    def all_of_them(_parent: object, _theme: object, _scheme: object, about: About, *_: object, **__: object) -> everywhere.Chosen:
        row = sitting.screen.session.row
        assert row is not None
        asked = project.every_same.asked(row, about.start, about.start + len(about.words), about.label)
        return everywhere.Chosen(asked, project.every_same.preview(asked).rows)

    monkeypatch.setattr(EverySameMention, "ask", all_of_them)
    select(sitting, "Okafor")
    in_popup(typing("person"))
    sitting.press(Key.Key_D, modifiers=CTRL)
    found = [len(project.spans.marks(row).spans) for row in project.entries.rows()]
    assert found == [1, 1, 0]
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert [len(project.spans.marks(row).spans) for row in project.entries.rows()] == [0, 0, 0]


def test_nothing_is_asked_where_there_is_no_word(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LabelPopup, "ask", lambda *_: pytest.fail("nothing is in hand"))
    sitting.screen.session.focus(None)
    sitting.screen.view.set_caret(Caret(len(FIRST), len(FIRST)))
    sitting.press(Key.Key_F3)
    sitting.press(Key.Key_F3, modifiers=SHIFT)
    assert sitting.spans() == []
