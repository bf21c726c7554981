"""Start the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QApplication

from annotator.project.door import usual_means
from annotator.project.offered import state_folder
from annotator.ui import language, settings
from annotator.ui.logs import Logs
from annotator.ui.theme import Appearance, Theme
from annotator.ui.views import reading_family
from annotator.ui.window import Window

_FRAME = QMargins(8, 32, 8, 8)
"""What a window system usually draws around a window, in pixels: not known before the first window is shown."""


def run(project: Path | None = None, *, name: str = "") -> int:
    """Show the window, with a project opened or the start screen, until it is closed; return the exit code.

    `name` says who labels, for this time only; without it the one who is kept does.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("annotator")
    application.setApplicationDisplayName("Annotator")
    application.setDesktopFileName("annotator")
    remembered = settings.load()
    language.install(application, language.chosen(remembered.language, language.of_system()))
    theme = Theme(application, appearance=_appearance(remembered.appearance))
    theme.set_reading_font(reading_family(remembered))
    theme.install(application)
    logs = Logs(state_folder(), application)
    window = Window(theme, usual_means(), remembered, logs=logs, name=name)
    logs.install(window.tell_failure)
    if not remembered.geometry:
        room = window.screen().availableSize().shrunkBy(_FRAME)
        window.resize(window.size().boundedTo(room))  # with the system's frame around it, the status bar still stands on the screen
    window.show()
    gc.freeze()  # what the program is made of stays to the end: looking through it for what can go took 40 ms of a key now and then
    if project is not None:
        window.open_path(project)
    code = application.exec()
    logs.remove()
    return code


def _appearance(name: str) -> Appearance:
    return Appearance(name) if name in {each.value for each in Appearance} else Appearance.SYSTEM
