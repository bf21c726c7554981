"""How long the window makes a person wait: cold start, keys and jumps among 100,000 entries, one huge entry; and whether it grows.

`python -m tests.bench.bench_window` prints one JSON object. Times are milliseconds of the wall clock from the key event to the end of
the painting, the commit (synchronous=FULL) inside; aims are those of the issue. The platform is Qt's "offscreen", which paints by the
same code as X11. All text is invented.
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
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from annotator.core.drafts import ReadOptions
from annotator.core.model import Overlap
from annotator.formats.schemes import shipped_scheme
from annotator.project.door import create_project, this_user, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from tests.bench.bench_view import SIZE, marks_of, text_of
from tests.bench.large import large_project, post
from tests.bench.sitting_timed import Key, Modifier, TimedSitting, figures, timed_sitting

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
    """Let `annotator suggest` work on a project as the window starts it, niced, until the end of the block."""
    command = [sys.executable, "-m", "annotator", "suggest", str(path), "--json"]
    child = subprocess.Popen(["nice", "-n", "10", *command], stdout=subprocess.DEVNULL)
    time.sleep(8)  # until its model is loaded and it writes
    try:
        yield child
    finally:
        child.terminate()
        child.wait()


def keys_and_jumps(path: Path, times: int = 2_000) -> dict[str, object]:
    """Return jumps in random order, and label, accept and going-on keys, `annotator suggest` running beside."""
    chance = random.Random(5)
    with timed_sitting(path) as sitting:
        found: dict[str, object] = {"entries": len(sitting.session.rows), "opened": round(sitting.opened)}
        found["keys, nothing beside"] = _keys(sitting, chance, times // 4)
        with suggesting(path) as child:
            found["jumps"] = figures([sitting.jump(chance.choice(sitting.session.rows)) for _ in range(times)])
            found["keys"] = _keys(sitting, chance, times)
            found["suggest was at work to the end"] = child.poll() is None
        found["undo"] = figures([sitting.press(Key.Key_Z, Modifier.ControlModifier) for _ in range(times // 10)])
    return found


def _keys(sitting: TimedSitting, chance: random.Random, times: int) -> dict[str, dict[str, float]]:
    """Press keys as a person does who labels: accept, relabel, reject, edges, done and next; from places all over the corpus."""
    spent: dict[str, list[float]] = {}
    count = 0
    sitting.computed.clear()
    while count < times:
        sitting.jump(chance.choice(sitting.session.rows))
        for name, key, modifiers in (
            ("accept", Key.Key_Return, Modifier.NoModifier), ("label", Key.Key_2, Modifier.NoModifier),
            ("edge", Key.Key_F8, Modifier.NoModifier), ("next span", Key.Key_Tab, Modifier.NoModifier),
            ("label", Key.Key_3, Modifier.NoModifier), ("next span", Key.Key_Tab, Modifier.NoModifier),
            ("reject", Key.Key_Backspace, Modifier.NoModifier), ("accept", Key.Key_Return, Modifier.NoModifier),
            ("accept all, done, next", Key.Key_Return, Modifier.ControlModifier),
        ):  # fmt: skip
            spent.setdefault(name, []).append(sitting.press(key, modifiers))
            count += 1
    deciding = [each for name in ("accept", "label") for each in spent[name]]
    every = [each for group in spent.values() for each in group]
    found = {"accept and label (aim p99 16)": figures(deciding), "all": figures(every), "all, of the processor": figures(sitting.computed)}
    return found | {name: figures(group) for name, group in spent.items()}


def huge_entry(folder: Path, *, paragraphs: bool) -> dict[str, object]:
    """Return how long an entry of 100 kB with 2,000 spans takes to open, to paint, and to be decided on."""
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
        first, other = project.entries.rows()[:2]
        path = project.path
    with timed_sitting(path) as sitting:
        opened = []
        for _ in range(10):
            sitting.jump(other)
            opened.append(sitting.jump(first))
        return {
            "spans": len(sitting.session.marks.pending), "open (aim 150)": figures(opened),
            "repaint (aim 16)": figures([sitting.repaint() for _ in range(50)]),
            "accept": figures([sitting.press(Key.Key_Return) for _ in range(50)]),
            "next span": figures([sitting.press(Key.Key_Tab) for _ in range(50)]),
        }  # fmt: skip


def leak(folder: Path, changes: int = 3_000) -> dict[str, object]:
    """Return objects of Python and resident memory (MB) along many changes of the entry."""
    who = choose_person(usual_means(), "Ada Reyes")
    chance = random.Random(3)
    with create_project(folder / "leak", who, usual_means(), scheme=shipped_scheme("news")) as project:
        file = folder / "leak.jsonl"
        file.write_text("".join(json.dumps(post(number, chance)) + "\n" for number in range(500)), encoding="utf-8")
        project.imports.take(file, ImportOptions(read=ReadOptions()))
        path = project.path
    counted = []
    kinds: list[Counter[str]] = []
    with timed_sitting(path) as sitting:
        for number in range(changes + 1):
            sitting.press(Key.Key_PageDown) if sitting.session.row != sitting.session.rows[-1] else sitting.jump(sitting.session.rows[0])
            if number % (changes // 6) == 0:
                gc.collect()
                objects = gc.get_objects()
                kinds.append(Counter(type(each).__name__ for each in objects))
                counted.append({"changes": number, "objects": len(objects), "MB": round(_resident() / 1e6, 1)})
                del objects
    grown = kinds[-1] - kinds[1]
    return {"along": counted, "grown kinds": dict(grown.most_common(5))}


def _resident() -> int:
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024


def main() -> dict[str, object]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(folder / name.lower())
        os.environ["ANNOTATOR_NAME"] = "Ada Reyes"
        choose_person(usual_means(), "Ada Reyes")
        assert this_user(usual_means()).asked
        parts = set(sys.argv[1:]) if __name__ == "__main__" else set()
        found: dict[str, object] = {"processors": os.cpu_count(), "load average": [round(each, 1) for each in os.getloadavg()]}
        large = large_project(folder) if not parts or parts & {"cold", "keys"} else None
        if large is not None and (not parts or "cold" in parts):
            small = large_project(folder / "small", 2_000) if (folder / "small").mkdir() is None else large
            found["cold start, 2,000 entries"] = cold_start(small)
            found["cold start, 100,000 entries"] = cold_start(large)
        if large is not None and (not parts or "keys" in parts):
            found["100,000 entries"] = keys_and_jumps(large)
        if not parts or "huge" in parts:
            found["100 kB, one paragraph"] = huge_entry(folder, paragraphs=False)
            found["100 kB, short paragraphs"] = huge_entry(folder, paragraphs=True)
        if not parts or "leak" in parts:
            found["no leak"] = leak(folder)
        return found


if __name__ == "__main__":
    print(json.dumps(main(), indent=1))
