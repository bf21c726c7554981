"""What all dialogs have in common: the foot, the order of Tab, and how lists stand under headings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from annotator.ui.dialogs.base import REACH, Dialog, Elided
from annotator.ui.dialogs.question import Question
from annotator.ui.dialogs.rows import Row, RowList
from annotator.ui.theme import Theme

Show = Callable[[Any], Any]


def test_tab_goes_as_the_dialog_is_laid_out_and_to_what_came_late(theme: Theme, show: Show) -> None:
    dialog = show(Question(None, theme, "Title", "Text", "Withdraw"))
    row = QHBoxLayout()
    second, first = QLineEdit(dialog.ground), QLineEdit(dialog.ground)  # made in the other order
    row.addWidget(first)
    row.addWidget(second)
    dialog.sheet.addLayout(row)
    for each in (first, second):
        each.show()
    seen = []
    first.setFocus()
    for _ in range(4):
        seen.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [first, second, dialog.cancel_button, dialog.verb_button]
    assert dialog.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert dialog.focusWidget() is dialog.verb_button


def test_what_the_foot_says_in_strong_words_is_never_cut(theme: Theme, show: Show) -> None:
    short = show(Question(None, theme, "Title", "Text", "Withdraw", consequence="5 entries go out of sight", second="None is deleted"))
    people = ", ".join(f"Annotator number {number}" for number in range(1, 9))
    long = show(Question(None, theme, "Title", "Text", "Withdraw", consequence=f"53 entries, with decisions of {people}", second="None"))
    words = long.findChild(Elided)
    assert words.text().endswith("number 8")
    assert words.height() >= 2 * words.fontMetrics().lineSpacing()
    assert words.grab().height() == words.height()
    assert not words.toolTip()
    assert long._foot_ground.height() > short._foot_ground.height() == theme.px(60)


def test_the_words_of_a_list_stand_under_those_of_its_heading(theme: Theme, show: Show) -> None:
    dialog = Dialog(None, theme, "Title", "Close")
    rows = RowList(theme, "Rows", dialog.ground)
    rows.show_rows([Row("One", "first"), Row("Two", "second")])
    dialog.reach(rows)
    show(dialog)
    assert rows.x() == dialog.title.x() - theme.px(REACH)
    assert rows.geometry().right() == dialog.title.geometry().right() + theme.px(REACH)
