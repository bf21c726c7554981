"""How soon the list of disagreements shows its first row through the door, on the work of ten annotators over 10,000 entries.

Run it by hand: python tests/bench/bench_disagreements.py [ENTRIES]. The work is written past the log: a log of a million decisions would
prove no more here. Seconds are those of the thread's processor, so that a busy machine does not count.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.project.door import Project, open_project
from annotator.project.reports import ImportOptions
from annotator.store import counters
from tests.project.making import means, new_project, user

ANNOTATORS, SPANS, WORD = 10, 10, 9


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
        for number in range(ANNOTATORS):
            person = hub.assigning.person(f"Annotator {number}").id
            layer = conn.execute("INSERT INTO layers (id, kind, name) VALUES (?, 'person', '')", (person,)).lastrowid
            conn.executemany("INSERT INTO states VALUES (?, ?, 'done')", [(row, layer) for row in rows])
            spans = []
            for row in rows:
                for place in range(SPANS):
                    lot = chance.randrange(21)
                    if lot:
                        start = 2 * WORD * place
                        label = chance.choice(labels) if lot == 1 else labels[(row + place) % 5]
                        spans.append(
                            (row, layer, hub.desk.ids.new(), start, start + WORD - 1 - (lot == 2), label, label, "human", None, 0, 1)
                        )
            conn.executemany("INSERT INTO spans VALUES (?,?,?,?,?,?,?,?,?,?,?)", spans)
        counters.recount(conn)
        conn.execute("ANALYZE")
        conn.commit()
        return hub.path


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


def main() -> None:
    """Measure and print."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder), entries)
        with open_project(path, user("Ada"), means(5), read_only=True) as hub:
            project = hub
            cold, case = first_row(project)
            warm, _ = first_row(project)
            assert case is not None
            told = {
                "annotators": ANNOTATORS, "entries": entries, "spans_per_entry": SPANS,
                "milliseconds_to_the_first_row": round(1000 * cold, 1), "milliseconds_once_more": round(1000 * warm, 1),
            }  # fmt: skip
            print(json.dumps(told), flush=True)
            agreeing, found = timed(lambda: project.studying.agreement(by=(), resamples=1000))
            whole = {"seconds_of_every_measure_of_all_pairs_with_intervals": round(agreeing, 1), "figures": len(found.figures)}
            print(json.dumps(whole))


if __name__ == "__main__":
    main()
