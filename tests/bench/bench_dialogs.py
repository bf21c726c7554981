"""How long the window's thread is held by each command of the window among 100,000 entries: what takes longer than a key belongs beside it.

`python -m tests.bench.bench_dialogs [ENTRIES] [COMMAND…]` gives each command that opens a dialog or another screen in the real window,
leaves what it shows open for two seconds and closes it. Printed for each, in milliseconds of the processor of the window's thread: the
longest time without a beat of a timer (`held`, aim 100), and how long the command had it in all. All text is invented.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog

from annotator.ui.dialogs.backups import Backups
from annotator.ui.dialogs.busy import Busy
from annotator.ui.dialogs.import_preview import ImportPreview
from annotator.ui.dialogs.question import Question
from annotator.ui.dialogs.sources import Sources
from tests.bench.large import ENTRIES, _lines, large_project
from tests.bench.sitting_timed import TimedSitting, timed_sitting

AIM = 100
SHOWN = 2.0
"""Seconds that a dialog stays."""
COMMANDS = (
    "labels", "suggesters", "sources", "export", "restore", "import", "filter", "every-same", "guideline", "comments", "feedback",
    "hand-out", "evaluate", "consistency", "progress", "what-changed", "screen adjudicate", "screen agreement", "screen label",
    "next-unfinished", "likely", "hide", "undo", "redo",
)  # fmt: skip


class Beat(QObject):
    """Beats every 2 ms, and notes the most that the window's thread computed between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self.begin()

    def begin(self) -> None:
        """Forget what was."""
        self.held = 0.0
        self._begun = self._last = time.thread_time()
        self._opened: tuple[QDialog, float] | None = None

    @property
    def spent(self) -> float:
        """Seconds of the processor since the beginning."""
        return time.thread_time() - self._begun

    @Slot()
    def _beat(self) -> None:
        now = time.thread_time()
        self.held, self._last = max(self.held, now - self._last), now
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or isinstance(dialog, Busy):
            self._opened = None
        elif self._opened is None or self._opened[0] is not dialog:
            self._opened = dialog, time.monotonic()
        elif time.monotonic() - self._opened[1] > SHOWN:
            dialog.reject()


def timed(sitting: TimedSitting, beat: Beat, call: Callable[[], object]) -> dict[str, float]:
    """Return how long a call, and what it set going for two seconds, held the window's thread, in milliseconds."""
    sitting.application.processEvents()
    beat.begin()
    call()
    end = time.monotonic() + SHOWN
    while time.monotonic() < end or sitting.window.job_line.isVisible():
        sitting.application.processEvents()
        time.sleep(0.0005)
    beat._beat()
    return {"held": round(beat.held * 1_000, 1), "in all": round(beat.spent * 1_000, 1)}


def sources(sitting: TimedSitting, beat: Beat) -> dict[str, dict[str, float]]:
    """Hide and show, withdraw and restore the one source that all entries came from."""
    assert sitting.window.project is not None
    project = sitting.window.project
    found = {}
    for name, act in (
        ("hide a source", Sources.hide_or_show), ("show a source", Sources.hide_or_show),
        ("withdraw an import", Sources.withdraw_or_restore), ("restore an import", Sources.withdraw_or_restore),
    ):  # fmt: skip
        dialog = Sources(sitting.window, sitting.theme, project)
        dialog.show()
        found[name] = timed(sitting, beat, partial(act, dialog))
        dialog.done(0)
        dialog.deleteLater()
    return found


def main(entries: int, wanted: list[str]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        path = large_project(folder, entries)
        file = folder / "more.jsonl"
        with file.open("w", encoding="utf-8") as out:
            out.writelines(line.replace("post", "other") + "\n" for line in _lines(entries // 5))
        ImportPreview.ask_files = staticmethod(lambda *_: [file])  # type: ignore[assignment,method-assign]
        Question.ask = staticmethod(lambda *_, **__: True)  # type: ignore[assignment,method-assign]
        found: dict[str, dict[str, float]] = {}
        with timed_sitting(path) as sitting:
            beat = Beat()
            for command in COMMANDS:
                if not wanted or command in wanted:
                    found[command] = timed(sitting, beat, partial(sitting.window.give, command))
                    print(command, found[command], file=sys.stderr, flush=True)
            if not wanted or "sources of all" in wanted:
                found |= sources(sitting, beat)
            if not wanted or "going back" in wanted:
                copy = folder / "copy.annotator"
                assert sitting.window.project is not None
                sitting.window.project.upkeep.backup(copy)
                Backups.ask = staticmethod(lambda *_: copy)  # type: ignore[assignment,method-assign]
                found["going back to a copy"] = timed(sitting, beat, partial(sitting.window.give, "restore"))
            if not wanted or "close" in wanted:
                found["close"] = timed(sitting, beat, partial(sitting.window.give, "close"))
    over = {name: each["held"] for name, each in found.items() if each["held"] > AIM}
    print(json.dumps({"entries": entries, "milliseconds": found, f"over {AIM}": over}, indent=1))


if __name__ == "__main__":
    numbers = [each for each in sys.argv[1:] if each.isdigit()]
    main(int(numbers[0]) if numbers else ENTRIES, [each for each in sys.argv[1:] if not each.isdigit()])
