"""The screens on which layers are compared, gone through in a real window; a camera takes what is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt

from annotator.ui.window import Window
from tests.ui.pausing import pause
from tests.ui.screens import Camera, press, wait_for

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def tour(window: Window, camera: Camera) -> None:
    """Take the pictures; every decision is taken back, so that each window begins alike."""
    window.give("screen adjudicate")
    pause(60)
    camera.take(window, "adjudicate")
    press(Key.Key_2, Key.Key_1, Key.Key_1)
    camera.take(window, "adjudicate-some")
    press(Key.Key_E)
    press(Key.Key_Right, modifiers=Modifier.ShiftModifier)
    camera.take(window, "adjudicate-other")
    press(Key.Key_Escape)
    for _ in range(3):
        press(Key.Key_Z, modifiers=Modifier.ControlModifier)
    press(Key.Key_H)
    assert window.comparing.adjudicate is not None
    window.comparing.adjudicate.judging.step(-1)
    camera.take(window, "adjudicate-hidden")
    press(Key.Key_H)
    window.give("screen agreement")
    agreement = window.comparing.agreement
    assert agreement is not None
    wait_for(lambda: agreement.computed is not None and agreement.status() != agreement.tr("Computing…"))
    camera.take(window, "agreement")
    matrix = agreement.matrix
    matrix.setFocus()
    columns = matrix.cells.columnCount()
    matrix.setCurrentIndex(matrix.cells.index(1, columns - 1))
    camera.take(window, "agreement-cell")
