"""Pictures of the adjudicate and agreement screens in a real window, light and dark: `python -m tests.ui.compare_gallery FOLDER`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.homes import places
from tests.ui.pausing import pause
from tests.ui.screens import Camera, press, wait_for

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SIZES = ((1440, 900), (1280, 720), (900, 560))


def main(folder: Path) -> None:
    """Make the invented project once and go through both screens for each appearance and size."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(places(Path(home)))
        from annotator.project.door import usual_means
        from annotator.ui import tokens
        from annotator.ui.settings import Settings
        from annotator.ui.theme import Appearance, Theme
        from annotator.ui.window import Window
        from tests.ui.three_people import three_people

        application = QApplication([])
        font = QFont("Noto Sans")
        font.setPixelSize(tokens.BODY)
        application.setFont(font)
        path = three_people(Path(home))
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            theme = Theme(application, appearance=appearance)
            theme.install(application)
            for size in SIZES:
                camera = Camera(folder, f"{appearance}-{size[0]}x{size[1]}")
                window = Window(theme, usual_means(), Settings())
                window.resize(*size)
                window.show()
                window.activateWindow()
                pause(50)
                window.open_path(path)
                tour(window, camera)
                window.close()
                window.deleteLater()
                QApplication.processEvents()
            theme.deleteLater()


def tour(window: object, camera: Camera) -> None:
    """Take the pictures; every decision is taken back, so that each window begins alike."""
    from annotator.ui.window import Window

    assert isinstance(window, Window)
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


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    main(target)
