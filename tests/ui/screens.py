"""Pictures of every screen and dialog of the real program, light and dark.

`python -m tests.ui.screens FOLDER [SIZE…] [LANGUAGE] [window] [comparing] [dialogs]`, on any platform of Qt:
`QT_QPA_PLATFORM=offscreen`, or `xvfb-run python -m …`. A size is written `1440x900`, a language `uk`; without a part, all parts are taken.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.project.door import usual_means
from annotator.ui import language, tokens
from annotator.ui.dialogs.import_preview import ImportPreview
from annotator.ui.settings import Settings
from annotator.ui.theme import Appearance, Theme
from annotator.ui.window import Window
from tests.homes import places
from tests.ui.extremes import extremes
from tests.ui.pausing import pause
from tests.ui.scenes import scenes
from tests.ui.tour import tour

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PARTS = ("window", "comparing", "dialogs")


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()


class Camera:
    """Saves what a widget shows."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name

    def take(self, widget: QWidget, name: str) -> None:
        """Save a picture under a name."""
        QApplication.processEvents()
        path = self._folder / f"{name}-{self._name}.png"
        widget.grab().save(str(path))
        print(path)


def wait_for(holds: Callable[[], bool], milliseconds: int = 60_000) -> None:
    """Let the program run until something holds."""
    for _ in range(milliseconds // 50):
        if holds():
            return
        pause(50)
    raise TimeoutError("what was waited for did not come")


def take_dialogs(application: QApplication, theme: Theme, folder: Path, camera: Camera) -> None:
    """Take the pictures of all dialogs, on real projects of invented text."""
    from tests.ui.every_dialog import every_dialog

    with every_dialog(application, theme, folder) as dialogs:
        for name, dialog in dialogs.items():
            dialog.show()
            application.processEvents()
            if isinstance(dialog, ImportPreview):  # it is as large as the screen allows: the same on every platform
                dialog.resize(1440, 900)
            camera.take(dialog, name)
            dialog.hide()


def take_comparing(theme: Theme, camera: Camera, size: tuple[int, int], folder: Path) -> None:
    """Take the pictures of the screens on which layers are compared."""
    from tests.ui import compare_gallery
    from tests.ui.three_people import three_people

    window = Window(theme, usual_means(), Settings())
    window.resize(*size)
    window.show()
    window.activateWindow()
    pause(50)
    window.open_path(three_people(folder))
    compare_gallery.tour(window, camera)
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def main(folder: Path, sizes: list[tuple[int, int]], spoken: str = "en", parts: Collection[str] = PARTS) -> None:
    """Run the program once for each appearance and size; the dialogs, which keep their size, once for each appearance."""
    os.environ["ANNOTATOR_NAME"] = "Ada Reyes"
    application = QApplication([])
    language.install(application, spoken)
    font = QFont("Noto Sans")
    font.setPixelSize(tokens.BODY)
    application.setFont(font)
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        theme = Theme(application, appearance=appearance)
        theme.install(application)
        for width, height in sizes:
            camera = Camera(folder, f"{appearance}-{width}x{height}")
            with tempfile.TemporaryDirectory() as home:
                os.environ.update(places(Path(home)))
                if "window" in parts:
                    tour(theme, camera, (width, height), Path(home))
                    scenes(theme, camera, (width, height), Path(home) / "scenes")
                if "comparing" in parts:
                    take_comparing(theme, camera, (width, height), Path(home))
        with tempfile.TemporaryDirectory() as place:
            if "dialogs" in parts:
                take_dialogs(application, theme, Path(place), Camera(folder, str(appearance)))
            if "window" in parts:
                extremes(theme, Camera(folder, str(appearance)), Path(place) / "extremes")
        theme.deleteLater()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    given = [tuple(int(part) for part in each.split("x")) for each in sys.argv[2:] if "x" in each]
    languages = [each for each in sys.argv[2:] if each in language.LANGUAGES]
    chosen = [each for each in PARTS if each in sys.argv[2:]]
    main(target, [(each[0], each[1]) for each in given] or [(1440, 900), (1280, 720)], *languages[:1] or ["en"], chosen or PARTS)
