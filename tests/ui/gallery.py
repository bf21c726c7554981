"""Pictures of the leaf widgets with invented values, light and dark: `python -m tests.ui.gallery FOLDER`, on any platform of Qt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.core.model import State
from annotator.ui import tokens
from annotator.ui.caret import Caret
from annotator.ui.empty import EmptyState
from annotator.ui.entry_list import EntryList
from annotator.ui.entry_model import Heading
from annotator.ui.focus_bar import BarAction, FocusBar, FocusInfo
from annotator.ui.guideline_pane import GuidelinePane
from annotator.ui.label_list import LabelList, LabelRow
from annotator.ui.marks import Mark
from annotator.ui.span_table import SpanTable, span_rows
from annotator.ui.span_view import SpanView
from annotator.ui.status_bar import StatusBar
from annotator.ui.switch import Switch
from annotator.ui.theme import Appearance, Theme
from tests.ui.invented import AFTER, BEFORE, HEAD, KEYS, LABELS, MARKS, TEXT, focused_id

COUNTS = (412, 198, 530, 61, 143, 87, 240, 52, 38, 12, 4)
HEADINGS = (
    Heading(0, "Second tug reaches the barge off Cape Merrow", "00:15", "Lev Anders", pending=6),
    Heading(1, HEAD.title, "23:30", "Tomas Reyl", State.BEGUN, pending=10, comments=1),
    Heading(2, "Lindenau council backs a pause until Monday", "22:56", "Tomas Reyl", pending=4),
    Heading(3, "Brightline: no ship will move tonight", "22:12", "Mara Osei", State.DONE),
    Heading(4, "What the Merrow Accord says about strikes", "21:48", "Mara Osei", State.DONE, comments=2),
    Heading(5, "Okafor: “eleven ships are eleven arguments”", "21:10", "Lev Anders", State.BEGUN, flagged=True, pending=2),
    Heading(6, "Pictures from the north lock", "20:41", "Lev Anders", State.SKIPPED),
    *(Heading(row, f"Crews vote to stay aboard, part {row}", "18:57", "Mara Osei", State.DONE) for row in range(7, 84)),
)
GUIDELINE = (
    "A built place with a name: airfields, locks, bridges, canals, stadiums. The name only; leave out “the”. "
    "**Not** the town around it (GPE), not the firm that runs it (ORG)."
)
BAR = FocusInfo(
    "Orrin Canal",
    "FAC",
    5,
    "0.64",
    "from corpus memory, seen 14 times in 9 entries",
    (BarAction("same", "Every same…", "Ctrl+D"), BarAction("reject", "Reject", "Backspace"), BarAction("accept", "Accept", "Return", True)),
)
CHOICE = FocusInfo("pause in the strike", score="choose a label", actions=(), keys=tuple((KEYS[n], LABELS[n]) for n in range(9)))
STATUS_KEYS = (("Return", "accept"), ("Backspace", "reject"), ("1–9", "label"), ("Tab", "next span"), ("F1", "all keys"))


def fetch(rows: Sequence[int]) -> Sequence[Heading]:
    """Return the invented headings of these rows."""
    return [HEADINGS[row] for row in rows]


def _pane(parent: QWidget | None) -> QWidget:
    pane = QWidget(parent)
    pane.setProperty("kind", "pane")
    pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return pane


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    label.setContentsMargins(16, 10, 16, 4)
    return label


def _hairline(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "hairline")
    return line


def _upright(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFixedWidth(1)
    line.setStyleSheet("background: palette(midlight); border: none;")
    return line


def _header(theme: Theme, parent: QWidget) -> QWidget:
    header = _pane(parent)
    header.setFixedHeight(theme.px(tokens.HEADER))
    row = QHBoxLayout(header)
    row.setContentsMargins(16, 0, 16, 0)
    row.addStretch(1)
    names = ("Label", "Adjudicate", "Agreement", "Release")
    row.addWidget(Switch(theme, tuple((name.lower(), name) for name in names), header))
    row.addStretch(1)
    return header


def _left(theme: Theme, parent: QWidget, low: bool) -> QWidget:
    left = _pane(parent)
    left.setFixedWidth(theme.px(tokens.LEFT_PANE_LOW if low else tokens.LEFT_PANE))
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 12, 0, 0)
    column.setSpacing(8)
    search = QLineEdit(left)
    search.setPlaceholderText("Search 84 entries")
    fields = QVBoxLayout()
    fields.setContentsMargins(12, 0, 12, 0)
    fields.addWidget(search)
    chips = QHBoxLayout()
    for number, text in enumerate(("All 84", "Open 47", "Flagged 3")):
        chip = QPushButton(text, left)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setChecked(number == 0)
        chips.addWidget(chip)
    chips.addStretch(1)
    fields.addLayout(chips)
    column.addLayout(fields)
    entries = EntryList(theme, fetch, left)
    entries.show_rows(range(len(HEADINGS)), ((0, "Friday 14 February"), (1, "Thursday 13 February")))
    entries.show_current(1)
    column.addWidget(entries, 1)
    return left


def _right(theme: Theme, parent: QWidget, low: bool) -> QWidget:
    right = _pane(parent)
    right.setFixedWidth(theme.px(tokens.RIGHT_PANE_LOW if low else tokens.RIGHT_PANE))
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    labels = LabelList(theme, right)
    labels.set_low(low)
    labels.show_labels([LabelRow(n, LABELS[n], KEYS[n], n, COUNTS[n], lit=LABELS[n] == "FAC") for n in range(len(LABELS))])
    labels.setFixedHeight(theme.px(9 * 27 if low else 11 * 30))
    spans = SpanTable(theme, right)
    spans.show_spans(span_rows(TEXT, MARKS, focused_id()))
    guideline = GuidelinePane(theme, right)
    guideline.show_guideline(GUIDELINE)
    guideline.setFixedHeight(90)
    inset = QVBoxLayout()
    inset.setContentsMargins(16, 0, 16, 12)
    inset.addWidget(guideline)
    column.addWidget(_heading("Labels", right))
    column.addWidget(labels)
    column.addSpacing(8)
    column.addWidget(_hairline(right))
    column.addWidget(_heading("Spans here", right))
    column.addWidget(spans, 1)
    column.addWidget(_hairline(right))
    column.addWidget(_heading("Guideline: FAC", right))
    column.addLayout(inset)
    return right


def screen(theme: Theme, *, low: bool = False) -> QWidget:
    """Return the annotate screen, put together from the widgets as the window will do."""
    whole = QWidget()
    view = SpanView(theme, whole)
    view.set_zoom(17 if low else 18)
    bar = FocusBar(theme, whole)
    view.column_changed.connect(bar.set_column)
    bar.show_focus(BAR)
    middle = QVBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(view, 1)
    middle.addWidget(bar)
    panes = QHBoxLayout()
    panes.setSpacing(0)
    panes.addWidget(_left(theme, whole, low))
    panes.addWidget(_upright(whole))
    panes.addLayout(middle, 1)
    panes.addWidget(_upright(whole))
    panes.addWidget(_right(theme, whole, low))
    status = StatusBar(theme, whole)
    status.show_progress(37, 84)
    status.show_saved()
    status.show_cost("0.4 keys per span")
    status.show_person("Ada Reyes")
    status.show_keys(STATUS_KEYS)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(_header(theme, whole))
    column.addWidget(_hairline(whole))
    column.addLayout(panes, 1)
    column.addWidget(status)
    whole.resize(1280 if low else 1440, 720 if low else 900)
    view.show_entry(TEXT, MARKS, head=HEAD, before=BEFORE, after=AFTER, nested=True)
    place = TEXT.index("pause")
    view.set_caret(Caret(place, place))
    view.focus_mark(focused_id())
    return whole


def _state(theme: Theme, parent: QWidget, name: str, text: str, marks: Sequence[Mark]) -> SpanView:
    view = SpanView(theme, parent)
    view.setAccessibleName(name)
    view.show_entry(text, marks, nested=True)
    view.set_caret(Caret(len(text), len(text), by_character=True))
    return view


def states(theme: Theme) -> QWidget:
    """Return every state of a span, with its name."""
    whole = QWidget()
    whole.setProperty("kind", "sheet")
    whole.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    talks = "Talks in Lindenau open today."
    plain = Mark(1, 9, 17, "GPE", "3", 2)
    nested = "The Port of Lindenau Guild met."
    crossing = "one two three four"
    deep = tuple(Mark(n, n, 26 - n, "ORG", "2", n) for n in range(5))
    cases: list[tuple[str, str, Sequence[Mark]]] = [
        ("Confirmed", talks, (plain,)),
        ("Suggested, score from .90", talks, (Mark(1, 9, 17, "GPE", "3", 2, False, 0.94),)),
        ("Suggested, .60 to .89", talks, (Mark(1, 9, 17, "GPE", "3", 2, False, 0.71),)),
        ("Suggested, below .60", talks, (Mark(1, 9, 17, "GPE", "3", 2, False, 0.42),)),
        ("Focused, suggested", talks, (Mark(1, 9, 17, "GPE", "3", 2, False, 0.71),)),
        ("Focused, confirmed", talks, (plain,)),
        ("Nested, two lanes", nested, (Mark(1, 4, 26, "ORG", "2", 1), Mark(2, 12, 20, "GPE", "3", 2))),
        ("Nested, same start", "Lindenau Guild met at noon.", (Mark(1, 0, 14, "ORG", "2", 1), Mark(2, 0, 8, "GPE", "3", 2))),
        ("Just rejected, 600 ms", talks, ()),
        ("Word caret", talks, ()),
        ("Selection", talks, ()),
        ("Short span: tag shortened", "Dr Xi Orr flew", (Mark(1, 3, 5, "PERSON", "1", 0), Mark(2, 6, 9, "GPE", "3", 2))),
        ("Crossing, as bad input does", crossing, (Mark(1, 0, 7, "ORG", "2", 1), Mark(2, 4, 13, "GPE", "3", 2))),
        ("More than three lanes", nested, deep),
        ("Right to left, emoji", "زار 👩‍👩‍👧 مدينة Lindenau أمس", (Mark(1, 4, 9, "PERSON", "1", 0), Mark(2, 10, 24, "GPE", "3", 2))),
    ]
    grid = QGridLayout(whole)
    for number, (name, text, marks) in enumerate(cases):
        view = _state(theme, whole, name, text, marks)
        if name.startswith("Focused"):
            view.focus_mark(1)
        if name.startswith("Just"):
            view.fade_out((plain,))
        if name == "Word caret":
            view.set_caret(Caret(18, 18))
        if name == "Selection":
            view.set_caret(Caret(18, 28))
        cell = QVBoxLayout()
        cell.addWidget(_heading(name, whole))
        cell.addWidget(view)
        grid.addLayout(cell, number // 3, number % 3)
    whole.resize(1080, 900)
    return whole


def bars(theme: Theme) -> QWidget:
    """Return focus bar, status bar and empty pane in their other states."""
    whole = _pane(None)
    column = QVBoxLayout(whole)
    done = FocusInfo("", second="Nothing is pending here", actions=(BarAction("next", "Done, next entry", "Return", True),))
    for info in (BAR, CHOICE, done):
        bar = FocusBar(theme, whole)
        bar.show_focus(info)
        column.addWidget(bar)
    for number in range(3):
        status = StatusBar(theme, whole)
        status.show_progress(84 * number // 2, 84)
        status.show_keys(STATUS_KEYS)
        if number == 1:
            status.show_saving()
        if number == 2:
            status.show_failure("The disk is full; the last decision is not saved.", action="Try again")
        column.addWidget(status)
    empty = EmptyState(theme, whole)
    empty.show_empty("No entry has this flag.", action="Clear the filter", key="Esc")
    column.addWidget(empty, 1)
    whole.resize(900, 560)
    return whole


def save_all(folder: Path, application: QApplication) -> list[Path]:
    """Save every picture, light and dark, into a folder that exists; return their paths."""
    saved = []
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        theme = Theme(application, appearance=appearance)
        theme.install(application)
        makers = {"annotate": screen, "states": states, "bars": bars}
        pictures = {name: make(theme) for name, make in makers.items()} | {"annotate-low": screen(theme, low=True)}
        for name, widget in pictures.items():
            widget.show()
            application.processEvents()
            path = folder / f"{name}-{appearance}.png"
            widget.grab().save(str(path))
            saved.append(path)
            widget.deleteLater()
        application.processEvents()
        theme.deleteLater()
    return saved


def main(folder: str, pixels: int = tokens.BODY) -> None:
    """Save the pictures with a system font of 13 pixels, as the design's were made, or of another size."""
    application = QApplication([])
    font = QFont("Noto Sans")
    font.setPixelSize(pixels)
    application.setFont(font)
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for path in save_all(target, application):
        print(path)


if __name__ == "__main__":
    main(sys.argv[1], *(int(size) for size in sys.argv[2:3]))
