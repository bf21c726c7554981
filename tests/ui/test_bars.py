import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.empty import EmptyState
from annotator.ui.focus_bar import BarAction, FocusBar, FocusInfo
from annotator.ui.guideline_pane import GuidelinePane
from annotator.ui.keycap import KeyHints, sign
from annotator.ui.span_view import SpanView
from annotator.ui.status_bar import StatusBar
from annotator.ui.switch import Switch
from annotator.ui.theme import Theme
from tests.ui import gallery
from tests.ui.gallery import BAR, CHOICE

LEFT = Qt.MouseButton.LeftButton


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def visible_buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {button.text(): button for button in widget.findChildren(QPushButton) if button.isVisible()}


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> FocusBar:
    bar = FocusBar(theme)
    qtbot.addWidget(bar)
    bar.resize(848, bar.height())
    bar.show()
    return bar


def test_the_bar_says_what_has_focus_and_its_buttons_tell_their_command(bar: FocusBar, qtbot: QtBot) -> None:
    bar.show_focus(BAR)
    assert words(bar) == ["Orrin Canal", "0.64", "from corpus memory, seen 14 times in 9 entries", "FAC"]
    with qtbot.waitSignal(bar.asked) as told:
        QTest.mouseClick(visible_buttons(bar)["Reject"], LEFT)
    assert told.args == ["reject"]


def test_the_bar_keeps_its_height_whatever_it_says(bar: FocusBar) -> None:
    heights = set()
    for info in (BAR, CHOICE, FocusInfo(""), FocusInfo("word " * 200, "FAC", actions=BAR.actions)):
        bar.show_focus(info)
        QApplication.processEvents()
        heights.add(bar.height())
        assert bar.minimumSizeHint().width() <= 848
    assert len(heights) == 1


def test_buttons_of_the_last_focus_go_away(bar: FocusBar) -> None:
    bar.show_focus(BAR)
    bar.show_focus(FocusInfo("", actions=(BarAction("next", "Done, next entry", "Return", True),)))
    assert list(visible_buttons(bar)) == ["Done, next entry"]


def test_the_status_bar_says_the_truth_about_saving(theme: Theme, qtbot: QtBot) -> None:
    status = StatusBar(theme)
    qtbot.addWidget(status)
    status.resize(1200, 32)
    status.show()
    status.show_progress(1_204, 1_500)
    status.show_saving()
    assert words(status)[:2] == ["1,204 of 1,500 done", "Saving…"]
    status.show_failure("The disk is full.", action="Try again")
    assert "The disk is full." in words(status)
    with qtbot.waitSignal(status.retry_asked):
        QTest.mouseClick(visible_buttons(status)["Try again"], LEFT)
    status.show_saved()
    assert "Saved" in words(status)
    assert visible_buttons(status) == {}


def test_the_annotators_name_can_be_pressed(theme: Theme, qtbot: QtBot) -> None:
    status = StatusBar(theme)
    qtbot.addWidget(status)
    status.resize(1200, 32)
    status.show()
    status.show_person("Ada Reyes")
    with qtbot.waitSignal(status.person_asked):
        QTest.mouseClick(visible_buttons(status)["Ada Reyes"], LEFT)


def test_key_hints_leave_out_what_has_no_room(theme: Theme, qtbot: QtBot) -> None:
    hints = KeyHints(theme)
    qtbot.addWidget(hints)
    hints.show_hints((("Return", "accept"), ("F1", "all keys")))
    hints.resize(20, 24)
    assert not hints.grab().isNull()
    assert hints.minimumSizeHint().width() == 0
    assert hints.accessibleName() == "Return: accept, F1: all keys"


@pytest.mark.parametrize(("key", "shown"), [("Return", "⏎"), ("q", "Q"), ("Ctrl+Return", "Ctrl+⏎"), ("F1", "F1"), ("1–9", "1–9")])
def test_keys_are_shown_as_on_a_keyboard(key: str, shown: str) -> None:
    assert sign(key) == shown


def test_the_switch_tells_what_a_person_chose_and_nothing_else(theme: Theme, qtbot: QtBot) -> None:
    switch = Switch(theme, (("label", "Label"), ("settle", "Adjudicate")))
    qtbot.addWidget(switch)
    switch.show()
    with qtbot.assertNotEmitted(switch.chosen):
        switch.show_chosen("settle")
    with qtbot.waitSignal(switch.chosen) as told:
        QTest.mouseClick(visible_buttons(switch)["Label"], LEFT)
    assert told.args == ["label"]


def test_an_empty_pane_offers_one_thing_to_do(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    empty.resize(300, 300)
    empty.show()
    empty.show_empty("No entry has this flag.", action="Clear the filter", key="Esc")
    with qtbot.waitSignal(empty.asked):
        QTest.mouseClick(visible_buttons(empty)["Clear the filter"], LEFT)
    empty.show_empty("All done.")
    assert (words(empty), visible_buttons(empty)) == (["All done."], {})


def test_a_guideline_loads_no_file_and_no_page(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFF00FF)
    picture.save(str(tmp_path / "secret.png"))
    pane = GuidelinePane(theme)
    qtbot.addWidget(pane)
    pane.resize(300, 200)
    pane.show()
    address = QUrl.fromLocalFile(str(tmp_path / "secret.png"))
    pane.show_guideline(f"Before ![picture]({address.toString()}) and [link](https://example.org/) <img src='{address.toString()}'>")
    image = pane.grab().toImage()
    assert not any(image.pixelColor(x, y).name() == "#ff00ff" for x in range(image.width()) for y in range(image.height()))
    kept = pane.document().resource(QTextDocument.ResourceType.ImageResource.value, address)
    assert isinstance(kept, QImage)
    assert kept.width() == 1
    assert "Before" in pane.toPlainText()


def test_a_widget_that_was_closed_is_gone_with_all_it_held(theme: Theme, application: QApplication) -> None:
    def made() -> list[weakref.ref[QWidget]]:
        widgets = [SpanView(theme), FocusBar(theme), StatusBar(theme), GuidelinePane(theme), EmptyState(theme)]
        for widget in widgets:
            widget.show()
            application.processEvents()
            widget.close()
            widget.deleteLater()
        return [weakref.ref(widget) for widget in widgets]

    left = made()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [ref() for ref in left if ref() is not None] == []
    theme.changed.emit()


def test_the_gallery_saves_every_picture_light_and_dark(application: QApplication, tmp_path: Path) -> None:
    saved = gallery.save_all(tmp_path, application)
    assert len(saved) == 8
    for path in saved:
        image = QImage(str(path))
        colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        assert len(colours) > 10
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
