"""Contrast measured from the pixels of the real screens, light and dark, and not from the tokens that were meant.

The ratio is that of WCAG 2.2, success criterion 1.4.3: (L1 + 0.05) / (L2 + 0.05), where L is the relative luminance of sRGB. Each text is
drawn at three times its size, so that the strokes have pixels of the full colour; the ground is the most frequent colour of its box, the
ink the colour that stands out most from it of those that fill at least a few pixels. Text needs 4.5. What cannot be given now is left out
by WCAG ("inactive component"); the rule here is 3, so that it can still be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QListView, QPushButton, QWidget

from annotator.core.model import State
from annotator.ui import tokens
from annotator.ui.dialogs.settings_dialog import SettingsDialog
from annotator.ui.dialogs.who import Who
from annotator.ui.keycap import KeyHints
from annotator.ui.settings import Settings
from annotator.ui.theme import Appearance, Theme
from tests.ui.pausing import pause
from tests.ui.sitting import FIRST, Key, Sitting, made

TIMES = 3
FEW = 12
"""Pixels that a colour must fill to be the ink: what smoothing makes fills fewer."""
ENOUGH, INACTIVE = 4.5, 3.0


class Picture:
    """A window at three times its size, and the contrast of text within it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._image = QImage(window.size() * TIMES, QImage.Format.Format_RGB32)
        self._image.setDevicePixelRatio(TIMES)
        window.render(self._image)

    def contrast(self, area: QRect | QRectF) -> float:
        """Return the contrast of the text within a rectangle of the window; 0 where there is none."""
        box = QRectF(area).intersected(QRectF(self._window.rect()))
        left, top = round(box.left() * TIMES), round(box.top() * TIMES)
        right, bottom = round(box.right() * TIMES), round(box.bottom() * TIMES)
        seen = Counter(self._image.pixel(x, y) for x in range(left, right) for y in range(top, bottom))
        if len(seen) < 2:
            return 0.0
        ground = QColor.fromRgb(seen.most_common(1)[0][0]).name()
        return max((tokens.contrast(QColor.fromRgb(each).name(), ground) for each, count in seen.items() if count >= FEW), default=0.0)

    def of(self, widget: QWidget, area: QRect | None = None) -> float:
        """Return the contrast of the text of a widget, or within a part of it."""
        area = widget.rect() if area is None else area
        return self.contrast(QRect(widget.mapTo(self._window, area.topLeft()), area.size()))


@pytest.fixture(params=[Appearance.LIGHT, Appearance.DARK], ids=["light", "dark"])
def sitting(request: pytest.FixtureRequest, theme: Theme, tmp_path: Path) -> Iterator[Sitting]:
    theme.set_appearance(request.param)
    sitting = Sitting(theme, made(tmp_path))
    sitting.press(Key.Key_Return)
    pause(60)
    yield sitting
    sitting.end()
    theme.set_appearance(Appearance.LIGHT)


def words_of(widget: QWidget) -> QRect:
    """Return the box of a button's or label's words, without its border."""
    return widget.contentsRect().adjusted(3, 3, -3, -3)


def written(top: QWidget) -> list[QLabel | QAbstractButton]:
    found = [each for each in (*top.findChildren(QLabel), *top.findChildren(QPushButton)) if each.isVisibleTo(top) and each.text().strip()]
    return [each for each in found if each.visibleRegion().boundingRect().height() > 8 and not words_of(each).isEmpty()]


def low(top: QWidget) -> dict[str, float]:
    """Return the labels and buttons of a window whose words have too little contrast, with what they have."""
    picture, found = Picture(top), {}
    for each in written(top):
        needed = ENOUGH if each.isEnabledTo(top) else INACTIVE
        ratio = picture.of(each, words_of(each))
        if ratio < needed:
            found[f"{type(each).__name__} “{each.text()}”"] = round(ratio, 2)
    return found


def test_labels_buttons_and_hints_of_the_annotate_screen_can_be_read(sitting: Sitting) -> None:
    assert len(written(sitting.window)) > 12
    assert low(sitting.window) == {}
    picture = Picture(sitting.window)
    for field in sitting.window.findChildren(QLineEdit):
        if field.isVisible() and not field.text():
            assert picture.of(field, words_of(field).adjusted(8, 0, -30, 0)) >= ENOUGH
    for hints in sitting.window.findChildren(KeyHints):
        if hints.isVisible() and hints._hints:
            assert picture.of(hints) >= ENOUGH


def test_the_text_can_be_read_plain_and_under_every_kind_of_mark(sitting: Sitting) -> None:
    view, picture = sitting.screen.view, Picture(sitting.window)
    viewport = view.viewport()
    for words in ("met the", "Ines Okafor", "Selwyn Guild", "Lindenau", "Friday", "stayed closed"):
        start = FIRST.index(words)
        for box in view.boxes(start, start + len(words)):
            at = QPointF(viewport.mapTo(sitting.window, QPoint(0, 0)))
            assert picture.contrast(box.translated(at)) >= ENOUGH, words


def test_the_names_of_labels_under_spans_and_their_scores_can_be_read(sitting: Sitting) -> None:
    view, picture = sitting.screen.view, Picture(sitting.window)
    at = QPointF(view.viewport().mapTo(sitting.window, QPoint(0, 0))) - QPointF(0, view.verticalScrollBar().value())
    names, scores = QFontMetrics(view._theme.capitals()), QFontMetrics(view._theme.font(tokens.TAG))
    tags = [tag for each in view._pictures.values() for tag in each.tags]
    assert {tag.text for tag in tags} >= {"PERSON", "ORG", "DATE"}
    for tag in tags:
        box = QRectF(tag.at.x(), tag.at.y() - names.capHeight() - 1, names.horizontalAdvance(tag.text), names.capHeight() + 2)
        assert picture.contrast(box.translated(at)) >= ENOUGH, tag.text
        if tag.score:
            box = QRectF(tag.score_left, box.top(), scores.horizontalAdvance(tag.score), box.height())
            assert picture.contrast(box.translated(at)) >= ENOUGH, tag.score


def test_both_lines_of_every_row_can_be_read_chosen_or_done(sitting: Sitting) -> None:
    screen = sitting.screen
    assert screen.session.row is not None
    screen.session.project.entries.done(screen.session.project.entries.rows()[1])
    screen.session.reload()
    pause(60)
    entries, picture = screen.left.entries, Picture(sitting.window)
    states = set()
    for number in range(entries.model().rowCount()):
        row = entries.visualRect(entries.model().index(number, 0))
        assert not row.isEmpty()
        states.add(screen.session.project.entries.state(screen.session.rows[number]))
        for top, height in ((6, 20), (25, 18)):
            box = QRect(row.left() + 44, row.top() + top, row.width() - 44 - 60, height)
            assert picture.of(entries.viewport(), box) >= ENOUGH
    assert states == {State.BEGUN, State.DONE, State.FRESH}
    for view in (screen.right.labels, screen.right.spans):
        assert [number for number in range(view.model().rowCount()) if not readable(picture, view, view.model().index(number, 0))] == []


def readable(picture: Picture, view: QListView, index: QModelIndex) -> bool:
    row = view.visualRect(index)
    whole = view.viewport().rect().contains(row)
    return not whole or picture.of(view.viewport(), row.adjusted(70, 4, -12, -4)) >= ENOUGH


def test_a_done_entry_that_is_flagged_shows_both_signs(sitting: Sitting) -> None:
    session, entries = sitting.screen.session, sitting.screen.left.entries
    assert session.row is not None
    row = session.row
    session.project.entries.flag(row, True)
    session.project.entries.done(row)
    session.reload()
    sitting.press(Key.Key_PageDown)
    pause(60)
    place = session.place_of(row)
    assert place is not None
    box = entries.visualRect(entries.model().index(place, 0))
    image = entries.viewport().grab(QRect(box.left() + 14, box.top(), 28, box.height())).toImage()
    seen = {QColor.fromRgb(image.pixel(x, y)).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert {sitting.window.theme.colours.success, sitting.window.theme.colours.warning} <= seen


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_start_screen_and_dialogs_can_be_read(theme: Theme, appearance: Appearance) -> None:
    theme.set_appearance(appearance)
    start = Sitting(theme, None)
    assert low(start.window) == {}
    dialogs: list[QDialog] = [
        SettingsDialog(start.window, theme, Settings(), lambda _: None), Who(start.window, theme, name="", known=("Ada Reyes",)),
    ]  # fmt: skip
    for dialog in dialogs:
        dialog.show()
        QApplication.processEvents()
        assert low(dialog) == {}
        dialog.done(0)
    start.end()
    theme.set_appearance(Appearance.LIGHT)
