"""A whole entry of a nested project labelled by keys alone: made, nested, moved, relabelled, removed; undone, redone, released."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt

from annotator.core.model import Overlap, State
from annotator.project.exports import ExportOptions
from annotator.ui.label_popup import LabelOffer, LabelPopup, fitting
from annotator.ui.theme import Theme
from tests.ui.sitting import ALT, CTRL, FIRST, NONE, SHIFT, Key, Sitting, made


def test_an_entry_with_spans_within_spans_is_labelled_by_keys_alone(theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, QRect | None]] = []

    def typed(_parent: object, _theme: object, offers: list[LabelOffer], near: QRect | None, about: str) -> object:
        asked.append((about, near))
        return fitting(offers, "loc")[0].id

    monkeypatch.setattr(LabelPopup, "ask", typed)
    sitting = Sitting(theme, made(tmp_path, overlap=Overlap.NESTED))
    session = sitting.screen.session
    row = session.row
    assert row is not None

    def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        sitting.press(*keys, modifiers=modifiers)

    press(Key.Key_Return)  # accept Ines Okafor
    press(Key.Key_F7)  # Selwyn Guild: its start outwards
    assert sitting.focused() == "Port Selwyn Guild"
    press(Key.Key_Left, Key.Key_Right)  # give the focus up: the caret is on the outer span's first word
    press(Key.Key_Right, Key.Key_Right, modifiers=SHIFT)
    press(Key.Key_6)  # Port Selwyn is a FAC within the ORG
    assert sitting.focused() == "Port Selwyn"
    press(Key.Key_5)  # relabelled: a LOC
    press(Key.Key_F8, modifiers=ALT)  # moved by character,
    press(Key.Key_F8, modifiers=ALT | SHIFT)  # and back
    press(Key.Key_Left, Key.Key_Right, Key.Key_Right)
    press(Key.Key_1)  # Selwyn within Port Selwyn within Port Selwyn Guild: three deep
    assert sitting.focused() == "Selwyn"
    press(Key.Key_Backspace)  # which was too much
    while sitting.focused() != "Lindenau":
        press(Key.Key_Tab)
    press(Key.Key_3)  # a GPE, no PERSON
    while sitting.focused() != "Friday":
        press(Key.Key_Tab)
    press(Key.Key_Return)  # accepted,
    while sitting.focused() != "Friday":
        press(Key.Key_Tab)
    press(Key.Key_Delete)  # and removed again
    press(Key.Key_F4, Key.Key_F3)  # Cape Merrow was missed: its label is typed into the popup
    assert [about for about, _ in asked] == ["Cape Merrow"]
    assert asked[0][1] is not None
    expected = [
        ("Ines Okafor", "PERSON"), ("Port Selwyn Guild", "ORG"), ("Port Selwyn", "LOC"), ("Lindenau", "GPE"), ("Cape Merrow", "LOC"),
    ]  # fmt: skip
    assert sitting.spans() == expected
    steps = 0
    while sitting.window.actions_["undo"].isEnabled():
        press(Key.Key_Z, modifiers=CTRL)
        steps += 1
    assert (sitting.spans(), len(sitting.pending())) == ([], 4)
    press(*[Key.Key_Z] * steps, modifiers=CTRL | SHIFT)
    assert sitting.spans() == expected
    press(Key.Key_Return, modifiers=CTRL)
    project = session.project
    assert project.entries.state(row) is State.DONE
    assert sitting.title == "Canal opens"
    out = tmp_path / "released.jsonl"
    project.exports.write(ExportOptions("jsonl"), out)
    sitting.end()
    released = next(each for each in map(json.loads, out.read_text(encoding="utf-8").splitlines()) if each["text"] == FIRST)
    found = [(FIRST[each["start"] : each["end"]], each["label"]) for each in released["spans"]]
    assert sorted(found) == sorted(expected)
