"""The real command in a process that tells a file what its screen says: `python -m tests.e2e.watched FILE ARGUMENT…`.

One line of JSON for each thing: a window or dialog that is shown (title, accessible description); each time the status bar says "Saved",
how many steps the log had then and which spans the entry showed; at the end the modules that are not to be in this process.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from annotator.__main__ import main
from annotator.ui.status_bar import StatusBar
from annotator.ui.window import Window

HEAVY = frozenset({"spacy", "thinc", "torch", "sklearn"})


class Watch(QObject):
    """Sees every window that is shown."""

    def __init__(self, file: int) -> None:
        super().__init__()
        self._file = file

    def tell(self, what: str, value: object) -> None:
        """Write a line at once, so that it is there when the process is killed."""
        os.write(self._file, json.dumps({what: value}).encode() + b"\n")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of windows and dialogs."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.tell("shown", [watched.windowTitle(), watched.accessibleDescription()])
        return False


def watch(path: str) -> Watch:
    """Make the file and listen to the status bar."""
    seen = Watch(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND))
    show_saved = StatusBar.show_saved

    def showing(bar: StatusBar) -> None:
        show_saved(bar)
        window = bar.window()
        if isinstance(window, Window) and window.session is not None and window.session.row is not None:
            steps = window.session.project.desk.conn.execute("SELECT count(*) FROM steps").fetchone()[0]
            seen.tell("saved", [steps, window.session.row, [span.id.hex() for span in window.session.marks.spans]])

    StatusBar.show_saved = showing  # type: ignore[method-assign]
    return seen


if __name__ == "__main__":
    watching = watch(sys.argv.pop(1))
    application = QApplication(sys.argv[:1])
    application.installEventFilter(watching)
    sys.argv[0] = "annotator"
    try:
        main()
    finally:
        watching.tell("heavy", sorted({name.split(".")[0] for name in sys.modules} & HEAVY))
