"""How fast `annotator suggest` is beside the pipeline itself, what it costs the window beside it, and how long the model takes to load.

`python -m tests.bench.bench_suggest [speed] [processes] [window] [load]` prints one JSON object. Speed: words a second of a run of the
suggester `default` on a project (reading, model, rules, joining, writing) as a ratio to bare `nlp.pipe` of the same pipeline in the same
run, alternating, of the processor's time, so that other work on the machine does not count; aim at least 0.85. Processes: seconds of the
wall clock with one and with two. Window: the delay of a timer's event in the real window while `annotator suggest` works on its
project as the window starts it; aims p99 under 16 ms, at most 100. Load: `load_model` after `import spacy`, aim under 0.5 s. Text: the
sample's entries with other names of places, so that no two are equal.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from annotator.core.resources import resource
from annotator.project.door import Project, create_project, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from tests.homes import places

_LETTERS = "abdeiklmnorstuv"
_LOAD = """
import time
import spacy
begun, used = time.perf_counter(), time.process_time()
from annotator.suggest.model import load_model
nlp = load_model()
print(time.perf_counter() - begun, time.process_time() - used)
"""


def texts(count: int) -> list[str]:
    """Return texts of the sample, each with some words replaced by invented ones."""
    rows = [json.loads(line) for line in resource("sample", "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    chance = random.Random(4)
    found = []
    for number in range(count):
        text = rows[number % len(rows)]["text"]
        words = text.split(" ")
        for at in chance.sample(range(len(words)), 3):
            if words[at][:1].isupper() and "\n" not in words[at]:
                words[at] = "".join(chance.choice(_LETTERS) for _ in range(7)).capitalize()
        found.append(" ".join(words))
    return found


def made(folder: Path, found: list[str]) -> Project:
    """Return a new project of the texts."""
    who = choose_person(usual_means(), "Ada Reyes")
    project = create_project(folder / "study", who, usual_means())
    file = folder / "texts.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in found), encoding="utf-8")
    project.imports.take(file, ImportOptions())
    return project


def timed_run(project: Project, spec: str = "default", processes: int = 1) -> tuple[float, float]:
    """Return seconds of the wall clock and of the processor of one run, from when the suggester is loaded."""
    begun: list[tuple[float, float]] = []

    def told(_done: int, _total: int) -> None:
        if not begun:
            begun.append((time.perf_counter(), time.process_time()))

    project.suggesting.run([spec], processes=processes, progress=told)
    return time.perf_counter() - begun[0][0], time.process_time() - begun[0][1]


def forget(project: Project) -> None:
    """Let every suggester look at every entry again."""
    project.desk.conn.execute("DELETE FROM suggested")
    project.desk.conn.execute("DELETE FROM suggestions")
    project.desk.conn.commit()


def speed(folder: Path, count: int = 1_200, times: int = 3) -> dict[str, object]:
    """Return words a second of the processor, bare and whole, and their ratio."""
    from annotator.suggest.model import load_model

    found = texts(count)
    nlp = load_model()
    words = sum(len(doc) for doc in nlp.pipe(found[:200])) / 200 * count
    bare, whole = [], []
    with made(folder, found) as project:
        for _ in range(times):
            begun = time.process_time()
            for _doc in nlp.pipe(found):
                pass
            bare.append(time.process_time() - begun)
            forget(project)
            whole.append(timed_run(project)[1])
    ratios = [one / other for one, other in zip(bare, whole, strict=True)]
    return {
        "words": round(words), "bare, words a second": round(words / statistics.median(bare)),
        "suggest, words a second": round(words / statistics.median(whole)), "ratio (aim 0.85)": round(statistics.median(ratios), 3),
        "ratios": [round(each, 3) for each in ratios],
    }  # fmt: skip


def several(folder: Path, count: int = 2_400) -> dict[str, object]:
    """Return seconds of the wall clock with one process and with two."""
    with made(folder, texts(count)) as project:
        spent = {}
        for processes in (1, 2):
            forget(project)
            spent[f"{processes} processes, s"] = round(timed_run(project, processes=processes)[0], 2)
    return spent


def load(times: int = 5) -> dict[str, object]:
    """Return how long the model takes to load after spaCy, each in a process of its own."""
    found = []
    for _ in range(times):
        done = subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True)
        found.append([float(each) for each in done.stdout.split()])
    return {
        "s (aim 0.5)": round(statistics.median(each[0] for each in found), 3),
        "s of the processor": round(statistics.median(each[1] for each in found), 3),
    }


def window(folder: Path, count: int = 4_000, seconds: float = 40.0) -> dict[str, object]:
    """Return how late a timer of the window is while suggestions are made beside it, and in rest."""
    from PySide6.QtCore import QTimer

    from tests.bench.bench_window import suggesting
    from tests.bench.sitting_timed import figures, timed_sitting

    with made(folder, texts(count)) as project:
        path = project.path
    found: dict[str, object] = {}
    with timed_sitting(path) as sitting:

        def watched(length: float) -> list[float]:
            """Beat every 5 ms, and note by how much each beat is late."""
            late: list[float] = []
            last = time.perf_counter()

            def beat() -> None:
                nonlocal last
                now = time.perf_counter()
                late.append(max((now - last) * 1_000 - 5.0, 0.0))
                last = now

            timer = QTimer()
            timer.setInterval(5)
            timer.timeout.connect(beat)
            timer.start()
            end = time.perf_counter() + length
            refresh = time.perf_counter()
            while time.perf_counter() < end:
                sitting.application.processEvents()
                if time.perf_counter() - refresh > 0.7:
                    refresh = time.perf_counter()
                    sitting.session.refresh()  # as the window does while suggestions are made
                time.sleep(0.0005)
            timer.stop()
            return late

        found["delay at rest, ms"] = figures(watched(10.0))
        with suggesting(path) as child:
            found["delay beside suggest, ms (aims: p99 16, max 100)"] = figures(watched(seconds))
            found["suggest was at work to the end"] = child.poll() is None
    return found


def main() -> dict[str, object]:
    """Return the figures asked for; all without words."""
    parts = set(sys.argv[1:]) or {"speed", "processes", "window", "load"}
    found: dict[str, object] = {"processors": os.cpu_count(), "load average": [round(each, 1) for each in os.getloadavg()]}
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        os.environ.update(places(folder))
        os.environ["ANNOTATOR_NAME"] = "Ada Reyes"
        choose_person(usual_means(), "Ada Reyes")
        for name, measure in (("speed", speed), ("processes", several), ("window", window)):
            if name in parts:
                (folder / name).mkdir()
                found[name] = measure(folder / name)
        if "load" in parts:
            found["load"] = load()
    return found


if __name__ == "__main__":
    print(json.dumps(main(), indent=1))
