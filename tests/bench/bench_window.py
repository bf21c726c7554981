"""How long the window makes a person wait: cold start, keys and jumps among 100,000 entries, one huge entry; and whether it grows.

`python -m tests.bench.bench_window [cold] [alone] [beside] [huge] [scroll] [leak] [disk]` prints one JSON object; without a word, of all
parts (some ten minutes). Times are milliseconds of the wall clock from the key event to the end of the painting, the commit
(synchronous=FULL) inside; "of the processor" is what the window's thread computed of it, which a busy machine changes less; "disk" is
what the system takes to put as much as a decision writes onto the disk, the part of a key that no program can save. Aims are those of
the issue. The platform is Qt's "offscreen", which paints by the same code as X11. All text is invented.
"""

from __future__ import annotations

import gc
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest

from annotator.core.drafts import ReadOptions
from annotator.core.model import Overlap
from annotator.formats.schemes import shipped_scheme
from annotator.project.door import create_project, this_user, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from annotator.ui.child import lower_priority
from tests.bench.bench_view import SIZE, marks_of, text_of
from tests.bench.large import large_project, post
from tests.bench.sitting_timed import Key, Modifier, TimedSitting, figures, timed_sitting
from tests.homes import places

PARTS = ("disk", "cold", "alone", "beside", "huge", "scroll", "leak")

_COLD = """
import sys, time
from annotator.__main__ import main
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from annotator.ui.span_view import SpanView

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched.parent(), SpanView) and watched.parent()._text:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print("PAINTED", time.time(), time.process_time(), flush=True)
        QApplication.closeAllWindows()

painted = Painted()
build = SpanView.__init__
def built(view, *args, **named):
    build(view, *args, **named)
    view.viewport().installEventFilter(painted)
SpanView.__init__ = built
main()
"""


def cold_start(path: Path, runs: int = 7) -> dict[str, object]:
    """Return how long from the start of the process to the first painted entry, the clock being read before the process begins.

    The compiled modules are there, as after any first start; a first run that is not counted makes them.
    """
    spent, computed = [], []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("PYTHONPYCACHEPREFIX", str(path.parent / "compiled"))
    for number in range(runs + 1):
        begun = time.time()
        command = [sys.executable, "-c", _COLD, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=environment)
        _, painted, processor = next(line for line in done.stdout.splitlines() if line.startswith("PAINTED")).split()
        if number:
            spent.append((float(painted) - begun) * 1_000)
            computed.append(float(processor) * 1_000)
    return {
        "median (aim 1,000)": round(statistics.median(spent)), "least": round(min(spent)), "max": round(max(spent)), "times": runs,
        "of the processor, median": round(statistics.median(computed)),
    }  # fmt: skip


@contextmanager
def suggesting(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Let `annotator suggest` work on a project as the window starts it, at low priority, until the end of the block."""
    child = subprocess.Popen([sys.executable, "-m", "annotator", "suggest", str(path), "--json"], stdout=subprocess.DEVNULL)
    lower_priority(child.pid)
    time.sleep(8)  # until its model is loaded and it writes
    try:
        yield child
    finally:
        child.terminate()
        child.wait()


def keys_and_jumps(path: Path, times: int = 2_000, *, beside: bool) -> dict[str, object]:
    """Return jumps in random order, steps to the next entry, and label, accept and going-on keys; `annotator suggest` running beside, or
    nothing."""
    chance = random.Random(5)
    with timed_sitting(path) as sitting:
        rows = sitting.session.rows
        found: dict[str, object] = {"entries": len(rows), "opened": round(sitting.opened)}
        with suggesting(path) if beside else nullcontext() as child:
            found["jumps (aim p99 16)"] = _told(sitting, [sitting.jump(chance.choice(rows)) for _ in range(times)])
            sitting.jump(rows[len(rows) // 3])
            found["next entry"] = _told(sitting, [sitting.press(Key.Key_PageDown) for _ in range(times // 4)])
            found["keys"] = _keys(sitting, chance, times)
            if child is not None:
                found["suggest was at work to the end"] = child.poll() is None
        sitting.computed.clear()
        found["undo"] = _told(sitting, [sitting.press(Key.Key_Z, Modifier.ControlModifier) for _ in range(times // 10)])
        found["done, next, all others done (aim p99 16)"] = _last_ones(sitting, times // 20)
    return found


def _told(sitting: TimedSitting, spent: list[float]) -> dict[str, object]:
    """Return the figures of what was done last, and of the processor's share in it."""
    computed = sitting.computed[-len(spent) :]
    sitting.computed.clear()
    return {**figures(spent), "of the processor": figures(computed)}


_ROUND = (
    ("accept", Key.Key_Return, Modifier.NoModifier), ("label", Key.Key_2, Modifier.NoModifier),
    ("edge", Key.Key_F8, Modifier.NoModifier), ("next span", Key.Key_Tab, Modifier.NoModifier),
    ("label", Key.Key_3, Modifier.NoModifier), ("next span", Key.Key_Tab, Modifier.NoModifier),
    ("reject", Key.Key_Backspace, Modifier.NoModifier), ("accept", Key.Key_Return, Modifier.NoModifier),
    ("accept all, done, next", Key.Key_Return, Modifier.ControlModifier),
)  # fmt: skip


def _keys(sitting: TimedSitting, chance: random.Random, times: int) -> dict[str, dict[str, object]]:
    """Press keys as a person does who labels, from places all over the corpus, until accept and label keys were pressed so many times."""
    spent: dict[str, list[float]] = {}
    computed: dict[str, list[float]] = {}
    while sum(len(spent.get(name, ())) for name in ("accept", "label")) < times:
        sitting.jump(chance.choice(sitting.session.rows))
        for name, key, modifiers in _ROUND:
            spent.setdefault(name, []).append(sitting.press(key, modifiers))
            computed.setdefault(name, []).append(sitting.computed[-1])
    deciding = [[each for name in ("accept", "label") for each in group[name]] for group in (spent, computed)]
    found = {"accept and label (aim p99 16)": {**figures(deciding[0]), "of the processor": figures(deciding[1])}}
    return found | {name: {**figures(group), "of the processor": figures(computed[name])} for name, group in spent.items()}


def _last_ones(sitting: TimedSitting, times: int) -> dict[str, object]:
    """Return "done, next" where nothing waits in the entry and all entries but the last few are done: one is looked for among all."""
    session = sitting.session
    desk, last = session.project.desk, session.rows[-2 * times :]
    with desk.conn:
        before = desk.layer_row, last[0]
        desk.conn.execute("INSERT OR REPLACE INTO states (entry, layer, state) SELECT row, ?, 'done' FROM entries WHERE row < ?", before)
    session.reload()
    for row in last[::2]:
        session.project.spans.accept_all(row)
    spent = []
    sitting.computed.clear()
    for row in last[::2]:
        sitting.jump(row)
        sitting.computed.pop()
        spent.append(sitting.press(Key.Key_Return))
    found: dict[str, object] = {"to the next of the last ones": _told(sitting, spent)}
    for row in last[1::2]:
        session.project.entries.skip(row)
    return found | {"where none is left": _told(sitting, _at_the_end(sitting, times))}


def _at_the_end(sitting: TimedSitting, times: int) -> list[float]:
    """Set the one entry that is left done, again and again."""
    session, spent = sitting.session, []
    row = session.rows[-1]
    for _ in range(times):
        session.project.entries.reopen(row)
        sitting.jump(row)
        sitting.computed.pop()
        spent.append(sitting.press(Key.Key_Return))
    return spent


def disk(folder: Path, times: int = 500) -> dict[str, float]:
    """Return how long the system takes to put 40 kB onto the disk of the project: a decision writes some ten pages of 4 kB."""
    spent = []
    with (folder / "disk").open("wb") as file:
        for _ in range(times):
            file.write(b"x" * 40_960)
            file.flush()
            begun = time.perf_counter()
            os.fdatasync(file.fileno())
            spent.append((time.perf_counter() - begun) * 1_000)
    return figures(spent)


def huge_project(folder: Path, *, paragraphs: bool) -> tuple[Path, int, int]:
    """Make a project with an entry of 100 kB that holds 2,000 suggestions; return its path, and the rows of that entry and of a short one.

    The text is made of a dozen words, each of which stands in it thousands of times: live memory proposes more of them with each answer.
    """
    text = text_of(SIZE, random.Random(1))
    if paragraphs:
        text = "\n".join(text[at : at + 399] for at in range(0, SIZE, 400))
    who = choose_person(usual_means(), "Ada Reyes")
    with create_project(
        folder / f"huge-{paragraphs}", who, usual_means(), scheme=shipped_scheme("news"), overlap=Overlap.NESTED
    ) as project:
        stretches = [mark for mark in marks_of(text) if text[mark.start : mark.end].strip()]
        spans = [{"start": each.start, "end": each.end, "label": each.label, "score": 0.7, "origin": "rules"} for each in stretches]
        chance = random.Random(2)
        lines = [{"text": text, "spans": spans}, *(post(number, chance) for number in range(3))]
        file = folder / "huge.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        project.imports.take(file, ImportOptions(read=ReadOptions()))
        huge, other = project.entries.rows()[:2]
        return project.path, huge, other


def huge_entry(made: tuple[Path, int, int]) -> dict[str, object]:
    """Return how long an entry of 100 kB with 2,000 spans takes to open, to paint, and to be decided on."""
    path, huge, other = made
    with timed_sitting(path) as sitting:
        opened = []
        for _ in range(10):
            sitting.jump(other)
            opened.append(sitting.jump(huge))
        sitting.computed.clear()
        found: dict[str, object] = {"spans": len(sitting.session.marks.pending), "open (aim 150)": figures(opened)}
        found["repaint (aim 16)"] = figures([sitting.repaint() for _ in range(50)])
        found["next span"] = _told(sitting, [sitting.press(Key.Key_Tab) for _ in range(50)])
        found["accept (aim 16)"] = _told(sitting, [sitting.press(Key.Key_Return) for _ in range(50)])
        return found


def scrolling(made: tuple[Path, int, int], frames: int = 600) -> dict[str, object]:
    """Return the time of every frame while an entry of 100 kB with 2,000 spans is scrolled: by the wheel, and by pages."""
    path, huge, _ = made
    found: dict[str, object] = {}
    for name, size in (("1280x720 (aim: no frame over 16)", (1280, 720)), ("3840x2160", (3840, 2160))):
        with timed_sitting(path, size) as sitting:
            sitting.jump(huge)
            sitting.screen.view.boundaries()
            QTest.qWait(100)
            sitting.computed.clear()
            wheel = [sitting.scroll(60) for _ in range(frames)]
            by_wheel = {**_told(sitting, wheel), "frames over 16": sum(each > 16 for each in wheel)}
            sitting.screen.view.verticalScrollBar().setValue(0)
            sitting.application.processEvents()
            pages = [sitting.scroll(sitting.screen.view.viewport().height() - 60) for _ in range(min(frames, 60))]
            found[name] = {
                "by the wheel": by_wheel,
                "by pages": {**_told(sitting, pages), "frames over 16": sum(each > 16 for each in pages)},
            }
    return found


def leak(folder: Path, changes: int = 10_000) -> dict[str, object]:
    """Return seconds, objects of Python and resident memory (MB) along many changes of the entry; 10,000 take some two minutes.

    The first thousand fill what is kept on purpose (rows of the list, entries looked at), so growth is counted from there.
    """
    who = choose_person(usual_means(), "Ada Reyes")
    chance = random.Random(3)
    with create_project(folder / "leak", who, usual_means(), scheme=shipped_scheme("news")) as project:
        file = folder / "leak.jsonl"
        file.write_text("".join(json.dumps(post(number, chance)) + "\n" for number in range(500)), encoding="utf-8")
        project.imports.take(file, ImportOptions(read=ReadOptions()))
        path = project.path
    counted: list[dict[str, float]] = []
    kinds: list[Counter[str]] = []
    begun = time.perf_counter()
    with timed_sitting(path) as sitting:
        for number in range(changes + 1):
            sitting.press(Key.Key_PageDown) if sitting.session.row != sitting.session.rows[-1] else sitting.jump(sitting.session.rows[0])
            if number % (changes // 10) == 0:
                gc.collect()
                objects = gc.get_objects()
                kinds.append(Counter(type(each).__name__ for each in objects))
                seconds = round(time.perf_counter() - begun)
                counted.append({"changes": number, "seconds": seconds, "objects": len(objects), "MB": round(_resident() / 1e6, 1)})
                del objects
    grown = kinds[-1] - kinds[1]
    return {
        "start": counted[0], "after a tenth": counted[1], "middle": counted[len(counted) // 2], "end": counted[-1],
        "grown since a tenth": dict(grown.most_common(5)),
    }  # fmt: skip


def _resident() -> int:
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024


def main() -> dict[str, object]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        os.environ.update(places(folder))
        os.environ["ANNOTATOR_NAME"] = "Ada Reyes"
        choose_person(usual_means(), "Ada Reyes")
        assert this_user(usual_means()).asked
        parts = set(sys.argv[1:] if __name__ == "__main__" else ()) or set(PARTS)
        if parts - set(PARTS):
            raise SystemExit(f"The parts are {', '.join(PARTS)}.")
        found: dict[str, object] = {"processors": os.cpu_count(), "load average": [round(each, 1) for each in os.getloadavg()]}
        if "disk" in parts:
            found["disk, 40 kB"] = disk(folder)
        if "cold" in parts:
            (folder / "small").mkdir()
            found["cold start, 2,000 entries"] = cold_start(large_project(folder / "small", 2_000))
            found["cold start, 100,000 entries"] = cold_start(large_project(folder))
        for name, beside in (("alone", False), ("beside", True)):
            if name in parts:
                found["100,000 entries, suggest beside" if beside else "100,000 entries, alone"] = keys_and_jumps(
                    large_project(folder), beside=beside
                )
        if parts & {"huge", "scroll"}:
            for name, paragraphs in (("100 kB, one paragraph", False), ("100 kB, short paragraphs", True)):
                made = huge_project(folder, paragraphs=paragraphs)
                # Scrolled first: what is accepted lets memory propose hundreds more.
                scrolled = {"scrolling": scrolling(made)} if "scroll" in parts else {}
                found[name] = (huge_entry(made) if "huge" in parts else {}) | scrolled
        if "leak" in parts:
            found["no leak"] = leak(folder)
        return found


if __name__ == "__main__":
    print(json.dumps(main(), indent=1))
