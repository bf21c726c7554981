"""How long the entry list makes a person wait who types: words and filters among 100,000 entries, and the orders of work.

`python -m tests.bench.bench_find [ENTRIES]` prints one JSON object in milliseconds. Each word is typed letter by letter into the search
field of the real window, twelve keys a second; for each key the time runs to the end of the painting of the first page that answers it
(`first page`) and of the whole list (`whole`). A key whose answer is overtaken by the next key counts with the time until then. Beside it
stands what the window's process computed for each key: what counts where the machine is busy with other things. All text is invented.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtTest import QTest

from annotator.core.query import parsed
from annotator.project.ordering import WorkOrder
from tests.bench.large import ENTRIES, large_project
from tests.bench.sitting_timed import TimedSitting, timed_sitting

PACE = 1 / 12
AIM = 100
_LONG = 20.0


class Watch(QObject):
    """Tells when the list has painted what it was given last."""

    def __init__(self, sitting: TimedSitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._given = self.painted = 0.0
        screen = sitting.window.screen_
        assert screen is not None
        self.screen = screen
        screen.session.rows_changed.connect(self._changed)
        for shown in (screen.left.entries.viewport(), screen.left._empty):
            shown.installEventFilter(self)

    @Slot()
    def _changed(self) -> None:
        self._given = time.perf_counter()
        if not self.screen.session.rows:
            self.screen.left._empty.update()  # where nothing was listed before nothing would be painted anew

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the painting that shows what was given, once it is over."""
        if event.type() == QEvent.Type.Paint and self._given:
            QTimer.singleShot(0, self._done)
        return False

    @Slot()
    def _done(self) -> None:
        if self._given:
            self._given, self.painted = 0.0, time.perf_counter()

    def key(self, letter: str, *, wait: bool) -> tuple[float, float, float]:
        """Type a letter; return milliseconds to the first painting and to the whole, and of the processor."""
        field, application = self.screen.left.field, self._sitting.application
        begun, computed = time.perf_counter(), time.process_time()
        first = whole = 0.0
        self.painted = 0.0
        if letter.isascii():
            QTest.keyClicks(field, letter)
        else:
            field.insert(letter)  # as an input method does
        while (now := time.perf_counter() - begun) < (_LONG if wait else PACE):
            application.processEvents()
            if self.painted and not first:
                first = (self.painted - begun) * 1_000
            if self.painted and not self.screen.lister.busy and not self._given:
                whole = (self.painted - begun) * 1_000
                break
            time.sleep(0.0005)
        spent = (time.process_time() - computed) * 1_000
        while time.perf_counter() - begun < PACE:
            application.processEvents()
            time.sleep(0.001)
        return first or now * 1_000, whole or now * 1_000, spent


def typed(watch: Watch, lines: Sequence[str], filters: str = "") -> dict[str, dict[str, float]]:
    """Type lines, each into an empty field, under some filters on chips."""
    firsts, wholes, spents = list[float](), list[float](), list[float]()
    pane = watch.screen.left
    for line in lines:
        pane.show_query(parsed(filters))
        _wait(watch, lambda: not watch.screen.lister.busy)
        pane.field.setFocus()
        for place, letter in enumerate(line):
            first, whole, spent = watch.key(letter, wait=place == len(line) - 1)
            firsts.append(first)
            wholes.append(whole)
            spents.append(spent)
    return {"first page": figures(firsts), "whole": figures(wholes), "computed": figures(spents)}


def figures(milliseconds: Sequence[float]) -> dict[str, float]:
    """Return median, 95th percentile and maximum."""
    found = sorted(milliseconds)
    p95 = found[min(int(len(found) * 0.95), len(found) - 1)]
    return {"median": round(statistics.median(found), 1), "p95": round(p95, 1), "max": round(found[-1], 1), "times": len(found)}


def _wait(watch: Watch, true: Callable[[], bool]) -> float:
    begun = time.perf_counter()
    while not true():
        QTest.qWait(1)
    return round(time.perf_counter() - begun, 2)


def orders(watch: Watch) -> dict[str, float]:
    """Return seconds to each order of work, and the longest that the window's loop was held up meanwhile, in milliseconds."""
    found: dict[str, float] = {}
    for order in (WorkOrder.UNCERTAIN, WorkOrder.ALIKE, WorkOrder.READING):
        begun = last = time.perf_counter()
        held = 0.0
        watch.screen.lister.set_order(order)
        while watch.screen.lister.busy or watch.screen.lister.order is not order:
            QTest.qWait(1)
            now = time.perf_counter()
            held, last = max(held, now - last), now
        found[f"{order.value}, seconds"] = round(time.perf_counter() - begun, 2)
        found[f"{order.value}, window held up"] = round(held * 1_000, 1)
    return found


def main(entries: int = ENTRIES) -> None:
    """Measure and print."""
    chance = random.Random(9)
    rare = [str(chance.randrange(entries // 10, entries)) for _ in range(12)]
    common = ["harbour", "said", "workers", "closed "]
    with tempfile.TemporaryDirectory() as folder:
        path = large_project(Path(folder), entries)
        with timed_sitting(path) as sitting:
            watch = Watch(sitting)
            found = {
                "a rare word": typed(watch, rare),
                "a common word": typed(watch, common),
                "a beginning": typed(watch, ["h*", "orr*", "tal*", "s*"]),
                "a phrase": typed(watch, ['"and post', '"boats said"']),
                "Chinese": typed(watch, ["北京", "港"]),
                "a state and a word": typed(watch, [*rare[:4], "gates"], "state:open"),
                "a label and a word": typed(watch, [*rare[:4], "gates"], "lacks:PERSON"),
                "a month and a word": typed(watch, ["gates", "met "], "date:2031-03"),
                "pending and a word": typed(watch, [*rare[:4], "gates"], "has:pending"),
                "scores and a word": typed(watch, [*rare[:4], "gates"], "score:0.5..0.52"),
            }
            pages = {name: each["first page"]["p95"] for name, each in found.items()}
            result = {
                "entries": entries,
                "aim, first page at the 95th percentile": AIM,
                "met": {name: p95 < AIM for name, p95 in pages.items()},
                "typing": found,
                "orders": orders(watch),
            }
    print(json.dumps(result, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
