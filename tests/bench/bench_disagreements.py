"""How soon the list of disagreements shows its first row through the door, on the work of ten annotators over 10,000 entries.

Then what agreement of the same takes, and how that stands to nervaluate on the same places, over some sampled pairs. Run it by hand:
python tests/bench/bench_disagreements.py [ENTRIES [PAIRS]]; each line it prints is a JSON object.

The work is written past the log: a log of a million decisions would prove no more here.
Seconds are those of the thread's processor, so that a busy machine does not count. The last line is of the window: from the key of the
adjudicate screen, pressed for the first time in a process of its own, until the list has painted its first rows.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.project.door import Project, open_project
from annotator.project.reports import ImportOptions
from annotator.project.studying import Asked
from annotator.store import counters
from tests.project.making import means, new_project, user

ANNOTATORS, SPANS, WORD = 10, 10, 9
PAIRS = ((0, 1), (2, 7), (4, 9))
"""The pairs that are sampled where all are too many to wait for."""
_VERSION = 1
"""Raised when what is made here changes."""


def made(folder: Path, entries: int) -> Path:
    """Write a project: every annotator marks the same words, but for a slip in one of seven."""
    file = folder / "corpus.jsonl"
    text = " ".join(["harbours"] * 2 * SPANS)
    file.write_text("".join(json.dumps({"text": f"{text} {number}"}) + "\n" for number in range(entries)), encoding="utf-8")
    chance = random.Random(1)
    with new_project(folder) as hub:
        hub.imports.take(file, ImportOptions())
        conn, rows = hub.desk.conn, list(hub.entries.rows())
        labels = [row[0] for row in conn.execute("SELECT row FROM labels ORDER BY ord LIMIT 5")]
        # Written in the order of the table (entry, layer, id), its index made last: row by row in it took four minutes.
        (index,) = conn.execute("SELECT sql FROM sqlite_master WHERE name = 'spans_label'").fetchone()
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("DROP INDEX spans_label")
        every: list[tuple[object, ...]] = []
        for number in range(ANNOTATORS):
            person = hub.assigning.person(f"Annotator {number}").id
            layer = conn.execute("INSERT INTO layers (id, kind, name) VALUES (?, 'person', '')", (person,)).lastrowid
            conn.executemany("INSERT INTO states VALUES (?, ?, 'done')", [(row, layer) for row in rows])
            for row in rows:
                for place in range(SPANS):
                    lot = chance.randrange(21)
                    if lot:
                        start = 2 * WORD * place
                        label = chance.choice(labels) if lot == 1 else labels[(row + place) % 5]
                        every.append(
                            (row, layer, hub.desk.ids.new(), start, start + WORD - 1 - (lot == 2), label, label, "human", None, 0, 1)
                        )
        every.sort(key=lambda span: span[:3])
        conn.executemany("INSERT INTO spans VALUES (?,?,?,?,?,?,?,?,?,?,?)", every)
        conn.execute(index)
        counters.recount(conn)
        conn.execute("ANALYZE")
        conn.commit()
        return hub.path


def kept(entries: int) -> Path:
    """Return a project of that size, made at the first asking and kept in the system's folder for passing files."""
    path = Path(tempfile.gettempdir()) / f"annotator-bench-{os.getuid()}" / f"disagreements-{_VERSION}-{entries}.annotator"
    if not path.exists():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            made(Path(folder), entries).replace(path)
    return path


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return processor seconds and the result."""
    start = time.thread_time()
    found = work()
    return time.thread_time() - start, found


def first_row(project: Project) -> tuple[float, Any]:
    """What the screen does until it can show a row: the order of the entries, the layers, the first case."""

    def look() -> object:
        rows = project.entries.rows()
        project.studying.layers()
        project.settling.revisit(rows=rows[:24])
        return next(project.settling.cases(rows=rows[:24]), None)

    return timed(look)


_WINDOW = """
import json, sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from annotator.project.door import usual_means
from annotator.project.home import choose_person
from tests.bench.sitting_timed import Key, Modifier, timed_sitting

choose_person(usual_means(), "Ada")
with timed_sitting(Path(sys.argv[1])) as sitting:
    for _ in range(20):
        sitting.application.processEvents()
    begun, computed = time.perf_counter(), time.thread_time()
    QTest.keyPress(sitting.window, Key.Key_4, Modifier.ControlModifier)
    screen = sitting.window.comparing.adjudicate
    screen.left.list.viewport().repaint()
    spent = [round(1000 * each, 1) for each in (time.perf_counter() - begun, time.thread_time() - computed)]
    print(json.dumps([*spent, len(screen.judging.order), "numpy" in sys.modules]))
"""


def in_the_window(path: Path, runs: int = 5) -> dict[str, object]:
    """Open the list in the window, in one process after the other; the first, which makes the compiled modules, is not counted."""
    found = []
    with tempfile.TemporaryDirectory() as home:
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), home)
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = kept | places | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(Path(home) / "compiled")}
        for _ in range(runs + 1):
            done = subprocess.run(
                [sys.executable, "-c", _WINDOW, str(path)],
                cwd=Path(__file__).parents[2], env=environment, capture_output=True, text=True, check=True,
            )  # fmt: skip
            found.append(json.loads(done.stdout.splitlines()[-1]))
    waited, computed, listed, numpy = zip(*found[1:], strict=True)
    return {
        "window_ms_to_the_first_rows": waited, "window_cpu_ms_to_the_first_rows": computed,
        "listed_then": listed[0], "with_numpy": any(numpy),
    }  # fmt: skip


def main() -> None:
    """Measure and print."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    pairs = min(int(sys.argv[2]) if len(sys.argv) > 2 else 3, len(PAIRS))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(kept(entries), Path(folder) / "study.annotator"))
        with open_project(path, user("Ada"), means(5), read_only=True) as hub:
            told: dict[str, object] = {"annotators": ANNOTATORS, "entries": entries, "spans_per_entry": SPANS, **listing(hub)}
            print(json.dumps(told), flush=True)
            if pairs:
                print(json.dumps(agreeing(hub, pairs)), flush=True)
        print(json.dumps(in_the_window(path)))


def listing(project: Project) -> dict[str, object]:
    """Measure the first row, first time (with the import of what lists disagreements) and once more."""
    began = time.perf_counter()
    cold, case = first_row(project)
    waited = time.perf_counter() - began
    assert case is not None
    return {
        "cpu_ms_to_the_first_row": round(1000 * cold, 1), "ms_to_the_first_row": round(1000 * waited, 1),
        "cpu_ms_once_more": round(1000 * first_row(project)[0], 1),
        "cpu_ms_of_the_last_settled": round(1000 * timed(lambda: project.settling.lately(30))[0], 1),
    }  # fmt: skip


def agreeing(project: Project, sampled: int) -> dict[str, object]:
    """Measure the pairs sampled, from the file to every figure with its interval, and nervaluate on the same places, read beforehand."""
    from nervaluate import Evaluator

    from tests.bench.bench_agreement import strict_of_all

    names = [each.name for each in project.studying.layers()]
    reading, packed = timed(lambda: project.studying.study(words=False))
    strict, _ = timed(lambda: strict_of_all(packed, 1000))
    ours = theirs = 0.0
    for first, second in PAIRS[:sampled]:
        ours += timed(lambda one=names[first], other=names[second]: project.studying.agreement(Asked((one, other)), by=(), resamples=1000))[
            0
        ]
        sides = [
            [[{"start": s, "end": e, "label": label} for s, e, label in work.places] for work in packed.layers[number].work.values()]
            for number in (first, second)
        ]
        theirs += timed(lambda both=sides: Evaluator(*both, tags=list(packed.labels), loader="dict").evaluate())[0]
    every = ANNOTATORS * (ANNOTATORS - 1) // 2
    return {
        "cpu_seconds_reading_all_layers": round(reading, 1),
        "cpu_seconds_strict_f1_of_all_pairs_with_intervals": round(strict, 2),
        "pairs_sampled": sampled,
        "cpu_seconds_every_measure_of_a_pair_through_the_door": round(ours / sampled, 1),
        "cpu_seconds_nervaluate_of_a_pair": round(theirs / sampled, 1),
        "times_nervaluate_strict_all_pairs_reading_included": round(theirs / sampled * every / (reading + strict), 1),
        "times_nervaluate_every_measure_of_a_pair": round(theirs / ours, 2),
    }


if __name__ == "__main__":
    main()
