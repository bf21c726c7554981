"""Every control of every screen and dialog has a name and a role for a screen reader, and the keyboard gets to it.

Asked of Qt by `QAccessible.queryAccessibleInterface`, as assistive technology asks it. What PySide does not let be given: a role of its own
for a painted widget (figures and plots answer as a client area, with all of it in words as their name and description).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from annotator.ui.entry_head import NeighbourView
from annotator.ui.label_popup import LabelOffer, LabelPopup
from annotator.ui.palette import Palette
from annotator.ui.theme import Theme
from tests.ui.every_dialog import every_dialog
from tests.ui.pausing import pause
from tests.ui.screens import wait_for
from tests.ui.sitting import Sitting, made
from tests.ui.three_people import three_people

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QAbstractSlider)
NO_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Whitespace, QAccessible.Role.StaticText}
MOST_TABS = 120


def focusable(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def inner(widget: QWidget) -> bool:
    """Tell whether a widget is a part of a control that Qt itself names and leads the keyboard to."""
    parent = widget.parent()
    own = isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit)
    return own or widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar | QHeaderView)


def controls(top: QWidget) -> list[QWidget]:
    found = [each for each in top.findChildren(QWidget) if each.isVisibleTo(top) and each.isEnabledTo(top) and not inner(each)]
    # A text that can be selected with the mouse is no control: it is read where it stands.
    return [each for each in found if (isinstance(each, CONTROLS) or focusable(each)) and not isinstance(each, QLabel)]


def faults(top: QWidget) -> list[str]:
    """Return what is wrong with the controls of a window, in words."""
    wrong = []
    for each in controls(top):
        found = QAccessible.queryAccessibleInterface(each)
        named = f"{type(each).__name__} “{found.text(QAccessible.Text.Name)}” in {type(each.parent()).__name__}"
        if not found.text(QAccessible.Text.Name).strip():
            wrong.append(f"{named} has no name")
        if found.role() in NO_ROLES:
            wrong.append(f"{named} has no role")
        if not each.focusPolicy() & Qt.FocusPolicy.TabFocus and not reached_otherwise(each):
            wrong.append(f"{named} is in no place of the tab order")
    return wrong


def reached_otherwise(widget: QWidget) -> bool:
    """Tell whether a control that Tab leaves out is given by keys of the field or command it belongs to."""
    if isinstance(widget, NeighbourView):  # Page Up and Page Down
        return True
    return isinstance(widget.window(), Palette | LabelPopup)  # the arrows of the field choose in the list


def tabbed(top: QWidget) -> set[QWidget]:
    """Press Tab until it has come round, and return where the keyboard was."""
    seen: set[QWidget] = set()
    for _ in range(MOST_TABS):
        here = QApplication.focusWidget()
        if here is None or here in seen:
            return seen
        seen.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return seen


def unreached(top: QWidget) -> list[str]:
    seen = tabbed(top)
    groups = {each.parent() for each in seen if isinstance(each, QAbstractButton) and each.isCheckable()}
    left = []
    for each in controls(top):
        proxied = each.focusProxy() in seen
        # Of buttons of which one is chosen Tab goes to one; the arrows go to the others.
        grouped = isinstance(each, QAbstractButton) and each.isCheckable() and each.parent() in groups
        if each not in seen and not proxied and not grouped and not reached_otherwise(each):
            left.append(f"{type(each).__name__} “{each.accessibleName()}”")
    return left


@pytest.fixture
def dialogs(application: QApplication, theme: Theme, tmp_path: Path) -> Iterator[dict[str, QDialog]]:
    """Every dialog of the galleries, and the two popups."""
    host = QWidget()
    with every_dialog(application, theme, tmp_path) as found:
        found["popup"] = LabelPopup(host, theme, [LabelOffer(1, "ORG", "Organisation", "2"), LabelOffer(2, "GPE")])
        yield found
    host.deleteLater()
    QCoreApplication.sendPostedEvents(host, QEvent.Type.DeferredDelete)


def test_every_control_of_every_dialog_has_a_name_a_role_and_a_place_in_the_tab_order_and_no_button_says_ok(
    dialogs: dict[str, QDialog],
) -> None:
    said = {name: {each.text().replace("&", "").strip() for each in top.findChildren(QAbstractButton)} for name, top in dialogs.items()}
    assert {name for name, words in said.items() if not any(words)} == {"label-popup", "popup"}  # these have none
    assert [name for name, words in said.items() if "ok" in {each.casefold() for each in words}] == []
    wrong: dict[str, list[str]] = {}
    for name, dialog in dialogs.items():
        dialog.show()
        title = QAccessible.queryAccessibleInterface(dialog).text(QAccessible.Text.Name)
        wrong[name] = faults(dialog) + ([] if title else ["the dialog has no name"])
        dialog.hide()
    assert {name: each for name, each in wrong.items() if each} == {}


def test_tab_gets_to_every_control_of_every_dialog_and_out_again(dialogs: dict[str, QDialog]) -> None:
    left: dict[str, list[str]] = {}
    del dialogs["keys-changed"]  # it waits for the key that a command is to get, which may be Tab; Escape ends that
    for name, dialog in dialogs.items():
        dialog.show()
        dialog.activateWindow()
        QTest.qWaitForWindowActive(dialog)
        left[name] = unreached(dialog)
        dialog.hide()
    assert {name: each for name, each in left.items() if each} == {}


def test_every_screen_and_each_of_its_controls_has_a_name_a_role_and_a_place_in_the_tab_order(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, three_people(tmp_path))
    window, wrong = sitting.window, {}
    wrong["annotate"] = faults(window)
    window.give("screen adjudicate")
    pause(80)
    wrong["adjudicate"] = faults(window)
    window.give("screen agreement")
    agreement = window.comparing.agreement
    assert agreement is not None
    wait_for(lambda: agreement.computed is not None)
    wrong["agreement"] = faults(window)
    window.close_project()
    wrong["start"] = faults(window)
    sitting.end()
    assert {name: each for name, each in wrong.items() if each} == {}


def test_a_focused_control_looks_different(theme: Theme, dialogs: dict[str, QDialog]) -> None:
    """Each control that Tab gets to is painted another way with the keyboard than without."""
    alike: dict[str, list[str]] = {}
    for name, dialog in dialogs.items():
        dialog.show()
        dialog.activateWindow()
        QTest.qWaitForWindowActive(dialog)
        for each in tabbed(dialog):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            shown = each.grab().toImage()
            each.clearFocus()
            if each.grab().toImage() == shown:
                alike.setdefault(name, []).append(f"{type(each).__name__} “{each.accessibleName()}”")
        dialog.hide()
    assert alike == {}


def test_rows_of_lists_are_read_in_words(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    screen = sitting.screen
    for view in (screen.left.entries, screen.right.labels, screen.right.spans):
        assert view.model().rowCount()
        for row in range(view.model().rowCount()):
            assert view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    sitting.end()
