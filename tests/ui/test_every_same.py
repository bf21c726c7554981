"""The dialogs about a mention across entries: what they offer, what they say, and the road from Ctrl+D to the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from annotator.project.door import Project
from annotator.project.everywhere import Action
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.consistency import ConsistencyView
from annotator.ui.dialogs.every_same import EverySameMention
from annotator.ui.dialogs.hit_list import HitModel
from annotator.ui.tasks import Handle
from annotator.ui.theme import Theme
from tests.project.harbour import label_id
from tests.ui.dialog_gallery import wait_until
from tests.ui.every_same_gallery import every_same, harbour
from tests.ui.sitting import CTRL, SHIFT, Key, Sitting


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with harbour(tmp_path) as project:
        yield project


@pytest.fixture
def dialog(application: QApplication, theme: Theme, project: Project) -> Iterator[EverySameMention]:
    dialog = every_same(theme, project)
    wait_until(application, lambda: bool(dialog.list.rows.hits))
    dialog.show()
    yield dialog
    dialog.done(0)
    dialog.deleteLater()


def states(dialog: EverySameMention) -> list[str]:
    rows = dialog.list.rows
    return [rows.state(hit) for hit in rows.hits]


def ready(application: QApplication, dialog: EverySameMention) -> None:
    wait_until(application, lambda: dialog._found is not None)


def test_every_place_says_what_stands_there(dialog: EverySameMention) -> None:
    assert states(dialog) == [
        "this one, suggested ORG .52", "you rejected this", "suggested ORG .52", "suggested ORG .52", "you: ORG, left as it is",
        "suggested ORG .52", "you: FAC, nothing to do", "overlaps your ORG, left as it is", "not marked",
    ]  # fmt: skip


def test_what_a_person_decided_is_not_ticked_and_some_of_it_cannot_be(dialog: EverySameMention) -> None:
    rows = dialog.list.rows
    ticks = [rows.data(rows.index(number), Qt.ItemDataRole.CheckStateRole) for number in range(rows.rowCount())]
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert ticks == [on, off, on, on, off, on, None, None, on]


def test_the_foot_says_the_consequence_and_the_verb_its_number(dialog: EverySameMention) -> None:
    assert dialog.said == "5 will be labelled, 4 stay as they are / One undo takes all 5 back"
    assert dialog.verb_button.text() == "Label 5"
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.said == "4 will be labelled, 5 stay as they are / One undo takes all 4 back"
    assert dialog.verb_button.text() == "Label 4"


def test_a_ticks_all_that_can_be_or_none(dialog: EverySameMention) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_A)
    assert dialog.value is None
    assert not dialog.verb_button.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_A)
    assert dialog.value is not None
    assert len(dialog.value.hits) == 7


def test_a_click_on_the_box_ticks_and_elsewhere_it_does_not(dialog: EverySameMention) -> None:
    rect = dialog.list.visualRect(dialog.list.rows.index(1))
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 26, rect.center().y()))
    assert dialog.list.rows.is_ticked(1)
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 300, rect.center().y()))
    assert dialog.list.rows.is_ticked(1)


def test_scopes_carry_their_counts_and_list_their_places(dialog: EverySameMention) -> None:
    assert [button.text() for button in dialog.scopes._buttons.values()] == ["This entry 1", "This source 9", "All entries 9"]
    dialog.scopes._buttons["entry"].click()
    assert dialog.verb_button.text() == "Label 1"


def test_marked_places_can_be_left_out_of_the_list(dialog: EverySameMention) -> None:
    dialog.skip_marked.click()
    assert states(dialog) == ["this one, suggested ORG .52", *["suggested ORG .52"] * 3, "not marked"]


def test_another_label_or_action_is_looked_for_anew(application: QApplication, dialog: EverySameMention, project: Project) -> None:
    dialog.labels.setCurrentIndex(dialog.labels.findData(label_id(project, "ORG")))
    ready(application, dialog)
    assert states(dialog)[4] == "you: ORG, nothing to do"
    dialog.verbs._buttons["reject"].click()
    ready(application, dialog)
    assert dialog.title.text() == "Reject every same mention"
    assert dialog.verb_button.text() == "Reject"
    assert dialog.action is Action.REJECT


def test_rows_say_themselves_in_full(dialog: EverySameMention) -> None:
    rows = dialog.list.rows
    words = rows.data(rows.index(4), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "20:05, The letter was sent to the Orrin Canal office in Halden., you: ORG, left as it is"


def test_the_models_keep_qts_rules(dialog: EverySameMention, project: Project) -> None:
    model = HitModel(project.scheme.value)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_hits(dialog.list.rows.hits)
    model.turn(0)
    model.turn(6)
    assert model.setData(model.index(1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert not model.setData(model.index(6), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert [model.is_ticked(number) for number in (0, 1, 6)] == [False, True, False]
    assert model.data(QModelIndex()) is None
    del tester


def test_consistency_lists_the_worst_first_and_says_by_how_much(application: QApplication, theme: Theme, project: Project) -> None:
    survey = project.consistency.survey()

    def look(handle: Handle) -> object:
        return survey

    dialog = ConsistencyView(None, theme, project.scheme.value, look)  # type: ignore[arg-type]
    assert not dialog.verb_button.isEnabled()
    wait_until(application, lambda: dialog.survey is not None)
    dialog.show()
    assert [each.mention for each in dialog.list.rows.values] == ["Orrin Canal", "Halden"]
    assert dialog.said == "3 places are not labelled as most are / Orrin Canal"
    model = dialog.list.rows
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "Orrin Canal, ORG 1, FAC 1, 2 without a label"
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.list.value is not None
    assert dialog.list.value.mention == "Halden"
    dialog.done(0)
    dialog.deleteLater()


class Answer(QObject):
    """Presses a key in the next dialog of a kind, once its verb can be pressed; after five seconds it closes whatever is there."""

    def __init__(
        self, application: QApplication, kind: type[Dialog], key: Qt.Key, *, ready: bool = True, then: Qt.Key | None = None
    ) -> None:
        super().__init__()
        self._then = then
        self.said: list[str] = []
        self._application, self._kind, self._key, self._ready, self._left = application, kind, key, ready, 250
        self._timer = QTimer(self)
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._press)
        self._timer.start()

    def _press(self) -> None:
        dialog = self._application.activeModalWidget()
        self._left -= 1
        if isinstance(dialog, self._kind) and dialog.isActiveWindow() and (not self._ready or dialog.verb_button.isEnabled()):
            if isinstance(dialog, EverySameMention) and not dialog.list.rows.hits:
                return
            self._timer.stop()
            self.said.append(dialog.verb_button.text())
            listed = dialog.list if isinstance(dialog, EverySameMention) and self._then is not None else dialog
            QTest.keyClick(listed, self._key)
            if self._then is not None:
                QTest.keyClick(listed, self._then)
        elif self._left < 0 and isinstance(dialog, Dialog):
            self._timer.stop()
            dialog.done(0)


def back(sitting: Sitting) -> None:
    """Give the keyboard back to the window, as a window manager does when a dialog goes."""
    sitting.window.activateWindow()
    QTest.qWaitForWindowActive(sitting.window)
    sitting.screen.view.setFocus()


def test_ctrl_d_labels_every_same_mention_in_one_step(application: QApplication, sitting: Sitting) -> None:
    sitting.press(Key.Key_Tab, Key.Key_Tab)
    words = sitting.focused()
    answer = Answer(application, EverySameMention, Key.Key_Return)
    sitting.press(Key.Key_D, modifiers=CTRL)
    assert answer.said == ["Label 1"]
    assert words in [text for text, _ in sitting.spans()]
    assert sitting.screen.session.project.history.undo_name == f"Label 1 as {dict(sitting.spans())[words]}: “{words}”"
    back(sitting)
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert sitting.spans() == []


def test_every_same_mention_is_offered_with_the_label_of_the_one_in_focus(application: QApplication, sitting: Sitting) -> None:
    sitting.press(Key.Key_Tab)
    assert sitting.focused() == "Selwyn Guild"
    answer = Answer(application, EverySameMention, Key.Key_Return)
    sitting.press(Key.Key_D, modifiers=CTRL)
    assert answer.said == ["Label 1"]
    assert sitting.spans() == [("Selwyn Guild", "ORG")]


def test_escape_leaves_everything_as_it_is(application: QApplication, sitting: Sitting) -> None:
    answer = Answer(application, EverySameMention, Key.Key_Escape)
    sitting.press(Key.Key_D, modifiers=CTRL)
    assert answer.said == ["Label 1"]
    assert sitting.spans() == []


def test_a_bulk_step_in_another_thread_comes_to_the_screen(
    application: QApplication, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.annotate.everywhere._FEW", 0)
    answer = Answer(application, EverySameMention, Key.Key_Return)
    sitting.press(Key.Key_D, modifiers=CTRL)
    assert answer.said == ["Label 1"]
    assert len(sitting.spans()) == 1
    assert sitting.screen.session.project.upkeep.check().differences == ()
    back(sitting)
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert sitting.spans() == []


def test_g_goes_to_the_place_in_its_entry_from_consistency_too(application: QApplication, sitting: Sitting) -> None:
    session = sitting.screen.session
    project = session.project
    for row, words in ((1, "Okafor"), (2, "The Orrin Canal")):
        start = project.entries.entry(row).text.index(words)
        project.spans.label(row, start, start + len(words), label_id(project, "PERSON"))
    project.entries.done(2)
    first = Answer(application, ConsistencyView, Key.Key_Return)
    second = Answer(application, EverySameMention, Key.Key_Down, ready=False, then=Key.Key_G)
    sitting.press(Key.Key_D, modifiers=CTRL | SHIFT)
    assert first.said == ["Every place…"]
    assert second.said == ["Label 1"]
    back(sitting)
    assert sitting.title == "Canal opens"
    caret = sitting.screen.view.selection()
    assert session.entry is not None
    assert session.entry.text[slice(*caret)] == "Okafor" or sitting.focused() == "Okafor"


def test_consistency_opens_from_the_keys_and_closes(application: QApplication, sitting: Sitting) -> None:
    sitting.press(Key.Key_Return)
    answer = Answer(application, ConsistencyView, Key.Key_Escape, ready=False)
    sitting.press(Key.Key_D, modifiers=CTRL | SHIFT)
    assert answer.said == ["Every place…"]


def test_a_mention_confirmed_in_the_window_waits_at_once_in_the_other_entries(sitting: Sitting) -> None:
    session = sitting.screen.session
    project = session.project
    assert "Okafor" in project.entries.entry(session.rows[1]).text
    before = project.entries.listed([session.rows[1]])[0].pending
    start = session.entry.text.index("Okafor") if session.entry else 0
    session.decide(lambda: project.spans.label(session.rows[0], start, start + 6, label_id(project, "PERSON")))
    assert project.entries.listed([session.rows[1]])[0].pending == before + 1
    session.step(1)
    assert ("Okafor", "PERSON") in sitting.pending()
