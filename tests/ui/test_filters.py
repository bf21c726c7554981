"""Finding entries in the real window by keys: words, filters typed and chosen, chips, the order of work, visiting suggestions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.query import Facet, Name, Query, parsed, part_at
from annotator.project.listing import Offered
from annotator.ui import settings
from annotator.ui.annotate.search_field import SearchField, offers
from annotator.ui.dialogs.filter_entries import FilterEntries
from annotator.ui.theme import Theme
from tests.ui.pausing import pause
from tests.ui.sitting import ALT, CTRL, SHIFT, Key, Sitting, made

OFFERED = Offered(
    (("PERSON", b"1"), ("ORG", b"2")), ("day one", "day two"), ("memory", "rules"), ("Ada Reyes",), "2031-02-10", "2031-02-13"
)


def wait_until(application: QApplication, true: Callable[[], bool]) -> None:
    """Let the window work until something holds; give up after some seconds."""
    for _ in range(150):
        application.processEvents()
        if true():
            return
        pause(20)
    raise TimeoutError("what was waited for did not come")


def field(sitting: Sitting) -> SearchField:
    return sitting.screen.left.field


def titles(sitting: Sitting) -> list[str]:
    project = sitting.screen.session.project
    return [project.entries.entry(row).title for row in sitting.screen.session.rows]


def listed(application: QApplication, sitting: Sitting, *wanted: str) -> None:
    """Wait until the list holds these entries, and fail where it holds others in the end."""
    wait_until(application, lambda: not sitting.screen.lister.busy and titles(sitting) == list(wanted))


def search(sitting: Sitting, line: str) -> None:
    sitting.press(Key.Key_F, modifiers=CTRL)
    QTest.keyClicks(sitting.keyboard, line)


def test_words_are_looked_for_at_each_key_and_the_count_follows(application: QApplication, sitting: Sitting) -> None:
    search(sitting, "okafor")
    listed(application, sitting, "Talks begin", "Canal opens")
    assert sitting.screen.left.count.text() == "2 of 3 entries"
    assert sitting.screen.left.count.isVisible()
    QTest.keyClicks(sitting.keyboard, " canal")
    listed(application, sitting, "Canal opens")


def test_enter_goes_to_the_first_that_was_found_and_page_keys_stay_in_the_list(application: QApplication, sitting: Sitting) -> None:
    search(sitting, "said")
    listed(application, sitting, "Canal opens", "Tolls")
    assert sitting.title == "Talks begin"
    sitting.press(Key.Key_Return)
    assert sitting.title == "Canal opens"
    assert sitting.keyboard is sitting.screen.view
    sitting.press(Key.Key_PageDown)
    assert sitting.title == "Tolls"
    sitting.press(Key.Key_PageDown)
    assert sitting.title == "Tolls"
    sitting.press(Key.Key_PageDown, modifiers=CTRL)
    assert sitting.title == "Canal opens"


def test_typed_filters_become_chips_on_enter_and_are_taken_away_by_keys(application: QApplication, sitting: Sitting) -> None:
    search(sitting, "said has:pending state:fresh")
    listed(application, sitting, "Canal opens")
    assert sitting.screen.left.filters.texts == []
    sitting.press(Key.Key_Return)
    filters = sitting.screen.left.filters
    assert filters.texts == ["Has: pending suggestion", "State: not begun"]
    assert field(sitting).text() == "said "
    assert sitting.screen.left.more.isChecked()
    chip = filters._chips[0]
    chip.setFocus()
    sitting.press(Key.Key_Delete)
    listed(application, sitting, "Canal opens", "Tolls")
    assert filters.texts == ["State: not begun"]
    sitting.press(Key.Key_F, modifiers=CTRL)
    sitting.press(Key.Key_Home, Key.Key_Backspace)
    assert filters.texts == []
    assert field(sitting).text() == "state:fresh said "
    sitting.press(Key.Key_A, modifiers=CTRL | ALT)
    listed(application, sitting, "Talks begin", "Canal opens", "Tolls")
    assert field(sitting).text() == ""


def test_what_cannot_be_asked_is_said_and_the_list_stays(application: QApplication, sitting: Sitting) -> None:
    search(sitting, "state:ready ")
    notice = sitting.screen.left.notice
    assert notice.text == "“state:” cannot be “ready”: it is fresh, begun, done, skipped or open."
    assert notice.isVisible()
    assert len(sitting.screen.session.rows) == 3
    sitting.press(Key.Key_Return)
    assert sitting.keyboard is field(sitting)
    sitting.press(Key.Key_Escape)
    assert not notice.isVisible()
    search(sitting, "by:nobo")
    pause(150)
    assert not notice.isVisible()
    QTest.keyClicks(field(sitting), "dy ")
    wait_until(application, lambda: notice.text.startswith("There is no suggester “nobody”"))


def test_no_hit_says_what_to_do(application: QApplication, sitting: Sitting) -> None:
    search(sitting, "zebra")
    listed(application, sitting)
    assert sitting.screen.left._empty._sentence.text() == "No entry holds “zebra”."
    sitting.press(Key.Key_Escape)
    listed(application, sitting, "Talks begin", "Canal opens", "Tolls")
    assert sitting.title == "Talks begin"


def test_names_and_values_of_filters_are_completed_by_tab(application: QApplication, sitting: Sitting) -> None:
    search(sitting, "sta")
    assert field(sitting).offers_shown
    sitting.press(Key.Key_Tab)
    assert field(sitting).text() == "state:"
    QTest.keyClicks(field(sitting), "sk")
    sitting.press(Key.Key_Tab)
    assert field(sitting).text() == "state:skipped "
    listed(application, sitting)
    QTest.keyClicks(field(sitting), "has:")
    sitting.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return)
    assert field(sitting).text() == "state:skipped has:unsure "
    QTest.keyClicks(field(sitting), "lab")
    sitting.press(Key.Key_Escape)
    assert not field(sitting).offers_shown
    assert field(sitting).text() == "state:skipped has:unsure lab"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("st", []),
        ("sco", ["score:"]),
        ("sug", ["suggester:", "suggested:"]),
        ("label:", ["PERSON", "ORG"]),
        ("label:r", ["PERSON", "ORG"]),
        ("lacks:o", ["ORG", "PERSON"]),
        ("label:ORG", []),
        ("source:two", ['"day two"']),
        ('source:"day', ['"day one"', '"day two"']),
        ("state:done,b", ["begun"]),
        ("date:", ["2031-02-10..2031-02-13", "2031-02-10", "2031-02-13", "none"]),
        ("layer:", ['"Ada Reyes"']),
        ("nothing:", []),
    ],
)
def test_what_is_offered_while_typing(line: str, found: list[str]) -> None:
    assert offers(part_at(line, len(line)), OFFERED) == found


@pytest.fixture
def dialog(theme: Theme) -> Iterator[tuple[FilterEntries, list[Query]]]:
    told: list[Query] = []
    query = parsed("harbour state:open label:person label:ORG score:0.2..0.6 no:flag has:pending date:2031-02-11 ")
    dialog = FilterEntries(None, theme, OFFERED, query, told.append)
    dialog.show()
    yield dialog, told
    dialog.done(0)
    dialog.deleteLater()


def test_the_dialog_shows_each_filter_in_its_control_and_keeps_the_others(dialog: tuple[FilterEntries, list[Query]]) -> None:
    shown, _ = dialog
    assert [name for name, tick in shown.states.items() if tick.isChecked()] == ["fresh", "begun"]
    assert [name for name, tick in shown.things.items() if tick.isChecked()] == ["pending"]
    assert shown.choices[Name.LABEL].currentText() == "PERSON"
    assert [each.text() for each in shown.ranges[Name.SCORE]] == ["0.2", "0.6"]
    assert [each.text() for each in shown.ranges[Name.DATE]] == ["2031-02-11", "2031-02-11"]
    assert set(shown.query.facets) == {
        Facet(Name.STATE, ("fresh", "begun")), Facet(Name.HAS, ("pending",)), Facet(Name.LABEL, ("PERSON",)),
        Facet(Name.LABEL, ("ORG",)), Facet(Name.NO, ("flag",)), Facet(Name.SCORE, ("0.2..0.6",)), Facet(Name.DATE, ("2031-02-11",)),
    }  # fmt: skip
    assert shown.query.words == parsed("harbour ").words


def test_each_control_of_the_dialog_asks_for_its_filter(dialog: tuple[FilterEntries, list[Query]]) -> None:
    shown, told = dialog
    shown.clear.click()
    assert told[-1].facets == ()
    assert not shown.clear.isEnabled()
    steps: list[tuple[Callable[[], object], Facet]] = [
        (lambda: shown.states["skipped"].click(), Facet(Name.STATE, ("skipped",))),
        (lambda: shown.things["unsure"].click(), Facet(Name.HAS, ("unsure",))),
        (lambda: shown.choices[Name.LACKS].setCurrentIndex(2), Facet(Name.LACKS, ("ORG",))),
        (lambda: shown.choices[Name.SOURCE].setCurrentIndex(2), Facet(Name.SOURCE, ("day two",))),
        (lambda: shown.choices[Name.SUGGESTER].setCurrentIndex(1), Facet(Name.SUGGESTER, ("memory",))),
        (lambda: shown.choices[Name.LAYER].setCurrentIndex(1), Facet(Name.LAYER, ("Ada Reyes",))),
    ]
    for step, facet in steps:
        step()
        assert facet in told[-1].facets
    QTest.keyClicks(shown.mention, "Orrin Canal")
    QTest.keyClicks(shown.ranges[Name.SCORE][1], "0,5")
    QTest.keyClicks(shown.ranges[Name.DATE][0], "2031")
    pause(250)
    for facet in (Facet(Name.MENTION, ("Orrin Canal",)), Facet(Name.SCORE, ("..0.5",)), Facet(Name.DATE, ("2031..",))):
        assert facet in told[-1].facets


def test_a_range_that_is_none_is_said_in_words(dialog: tuple[FilterEntries, list[Query]]) -> None:
    shown, _ = dialog
    shown.ranges[Name.SCORE][0].setText("0.9")
    QTest.keyClicks(shown.ranges[Name.SCORE][0], "9")
    pause(250)
    assert "is no range of scores" in shown.said
    assert not shown.verb_button.isEnabled()


class Answer(QObject):
    """Does something in the filter dialog once it is there, waits for the list to follow, and presses a key."""

    def __init__(self, application: QApplication, does: Callable[[FilterEntries], object], key: Qt.Key) -> None:
        super().__init__()
        self.said = ""
        self._application, self._does, self._key, self._left, self._done = application, does, key, 200, False
        self._timer = QTimer(self)
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = self._application.activeModalWidget()
        self._left -= 1
        if not isinstance(dialog, FilterEntries):
            return
        if not self._done:
            self._done = True
            self._does(dialog)
        elif dialog.said.startswith("1 ") or self._left < 0:
            self._timer.stop()
            self.said = f"{dialog.verb_button.text()}: {dialog.said}"
            QTest.keyClick(dialog, self._key)


def test_the_list_follows_the_dialog_and_keeps_what_was_chosen(application: QApplication, sitting: Sitting) -> None:
    answer = Answer(application, lambda dialog: dialog.things["pending"].click(), Key.Key_Return)
    search(sitting, "monday")
    sitting.press(Key.Key_F, modifiers=CTRL | ALT)
    assert answer.said == "Show 1 entry: 1 entry of 3 / The list follows each choice; Cancel brings it back"
    listed(application, sitting, "Canal opens")
    assert sitting.screen.left.filters.texts == ["Has: pending suggestion"]
    assert sitting.title == "Canal opens"


def test_escape_in_the_dialog_brings_the_list_back(application: QApplication, sitting: Sitting) -> None:
    sitting.screen.session.project.entries.flag(2, True)
    answer = Answer(application, lambda dialog: dialog.things["flag"].click(), Key.Key_Escape)
    sitting.press(Key.Key_F, modifiers=CTRL | ALT)
    assert answer.said.startswith("Show 1 entry")
    listed(application, sitting, "Talks begin", "Canal opens", "Tolls")
    assert sitting.screen.left.filters.texts == []


def test_scope_words_and_filters_hold_together_and_survive_an_import_withdrawn(application: QApplication, sitting: Sitting) -> None:
    sitting.press(Key.Key_Return, modifiers=CTRL)
    search(sitting, "okafor")
    listed(application, sitting, "Talks begin", "Canal opens")
    sitting.screen.left.chips._buttons["open"].click()
    listed(application, sitting, "Canal opens")
    sitting.screen.session.reload()
    listed(application, sitting, "Canal opens")
    assert sitting.title == "Canal opens"


def test_an_entry_that_is_hidden_leaves_the_filtered_list(application: QApplication, sitting: Sitting) -> None:
    search(sitting, "okafor")
    sitting.press(Key.Key_Return)
    listed(application, sitting, "Talks begin", "Canal opens")
    sitting.press(Key.Key_H, modifiers=CTRL | SHIFT)
    listed(application, sitting, "Canal opens")
    assert sitting.title == "Canal opens"
    sitting.press(Key.Key_Z, modifiers=CTRL)
    listed(application, sitting, "Talks begin", "Canal opens")


def test_the_most_uncertain_entry_comes_first_and_the_order_is_remembered(application: QApplication, sitting: Sitting) -> None:
    sitting.screen.session.step(2)
    sitting.press(Key.Key_2, modifiers=CTRL | ALT)
    listed(application, sitting, "Talks begin", "Canal opens", "Tolls")
    assert sitting.title == "Talks begin"
    assert sitting.screen.left.filters.texts == ["Most uncertain first"]
    assert sitting.window.actions_["order-uncertain"].isChecked()
    assert settings.load().order == "uncertain"
    project = sitting.screen.session.project
    for each in [each for each in sitting.marks.pending if (each.score or 0) < 0.9]:
        project.spans.accept(1, each.id)
    assert titles(sitting)[0] == "Talks begin"
    sitting.press(Key.Key_2, modifiers=CTRL | ALT)
    listed(application, sitting, "Canal opens", "Talks begin", "Tolls")
    assert sitting.title == "Canal opens"
    sitting.press(Key.Key_3, modifiers=CTRL | ALT)
    listed(application, sitting, "Talks begin", "Canal opens", "Tolls")
    sitting.screen.left.filters._chips[0].click()
    assert sitting.screen.left.filters.texts == []
    assert settings.load().order == "reading"
    assert sitting.window.actions_["order-reading"].isChecked()


def test_an_order_that_was_chosen_holds_after_a_restart(application: QApplication, theme: Theme, tmp_path: Path) -> None:
    path = made(tmp_path)
    first = Sitting(theme, path)
    project = first.screen.session.project
    for each in list(first.marks.pending):
        project.spans.accept(1, each.id)
    first.press(Key.Key_2, modifiers=CTRL | ALT)
    listed(application, first, "Canal opens", "Talks begin", "Tolls")
    first.press(Key.Key_U, modifiers=CTRL | ALT)
    first.end()
    second = Sitting(theme, path)
    listed(application, second, "Canal opens", "Talks begin", "Tolls")
    assert second.screen.session.least_certain_first
    second.end()


def test_suggestions_are_visited_least_certain_first_where_that_is_chosen(sitting: Sitting) -> None:
    assert sitting.focused() == "Ines Okafor"
    sitting.press(Key.Key_U, modifiers=CTRL | ALT)
    assert sitting.focused() == "Lindenau"
    assert sitting.window.actions_["least-certain"].isChecked()
    sitting.press(Key.Key_Return)
    assert sitting.focused() == "Selwyn Guild"
    sitting.press(Key.Key_Tab)
    assert sitting.focused() == "Friday"
    sitting.press(Key.Key_Tab)
    assert sitting.focused() == "Ines Okafor"
    sitting.press(Key.Key_Tab)
    assert sitting.focused() == "Lindenau"
    sitting.press(Key.Key_Tab)
    assert sitting.focused() == "Selwyn Guild"
    sitting.press(Key.Key_Backspace)
    assert sitting.focused() == "Friday"
    sitting.press(Key.Key_PageDown)
    assert sitting.focused() == "Orrin Canal"
    sitting.press(Key.Key_U, modifiers=CTRL | ALT)
    sitting.press(Key.Key_PageUp)
    assert sitting.focused() == "Ines Okafor"


def test_a_search_that_is_out_of_date_is_not_shown(application: QApplication, sitting: Sitting) -> None:
    search(sitting, "tolls")
    sitting.screen.left.field.setText("monday")
    listed(application, sitting, "Canal opens")
    pause(50)
    assert titles(sitting) == ["Canal opens"]


def test_closing_while_it_looks_leaves_nothing_behind(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    search(sitting, "okafor has:pending ")
    sitting.end()
