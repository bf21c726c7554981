"""Live memory at 100,000 entries and 50,000 confirmed spans: what a key press costs with it and without it, also where it is on a mention
that stands in 60,000 of them.

`python -m tests.bench.bench_memory_live [ENTRIES [SPANS]]` prints one JSON object: milliseconds (median and 95th percentile) and ratios.
All text is invented.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.core.decisions import Draft, Kind, Step, span_payload
from annotator.core.model import Span
from annotator.project.door import Project
from tests.project.harbour import label_id, project_of

FIRST = ("Orrin", "Halden", "Mara", "Tavi", "Brenn", "Osei", "Lukas", "Ilse", "Noor", "Radu")
COMMON = ("harbour", "boats", "said", "that", "the", "gates", "closed", "on", "and", "workers", "met", "talks", "again", "of", "in", "a")


EVERYWHERE = "Quill Harbour"


def names(count: int, rng: random.Random) -> list[str]:
    """Return invented names of two words."""
    return [f"{rng.choice(FIRST)} {''.join(rng.choice('abdeiklmnorstuv') for _ in range(7)).capitalize()}" for _ in range(count)]


def made(folder: Path, entries: int, spans: int) -> Project:
    """Return a project of entries with some 120 words, each tenth of which is a name, the first `spans` of them confirmed in one step."""
    rng = random.Random(7)
    known = names(5000, rng)
    texts, places = [], []
    for number in range(entries):
        parts: list[str] = []
        length = 0
        for _ in range(12):
            for word in (*(rng.choice(COMMON) for _ in range(8)), rng.choice(known)):
                if len(places) < spans and " " in word:
                    places.append((number, length, length + len(word)))
                parts.append(word)
                length += len(word) + 1
        # One mention stands in six of ten entries; nothing is decided on it at first.
        texts.append(" ".join(parts) + (f" {EVERYWHERE}" if number % 10 < 6 else ""))
    project = project_of(folder, texts)
    rows = list(project.entries.rows())
    label = label_id(project, "GPE")
    ids = dict(project.desk.conn.execute("SELECT row, id FROM entries").fetchall())
    new = project.desk.ids.new
    drafts = (
        Draft(Kind.ADD, project.desk.layer, ids[rows[number]], after=span_payload(Span(new(), start, end, label, "human")))
        for number, start, end in places
    )
    project.desk.commit(Step("Label", tuple(drafts)))
    return project


def timed(call: Callable[[int], object], times: int) -> dict[str, float]:
    """Return the median and the 95th percentile of a call in milliseconds."""
    taken = []
    for number in range(times):
        begun = time.perf_counter()
        call(number)
        taken.append((time.perf_counter() - begun) * 1000)
    return {"median": round(statistics.median(taken), 3), "p95": round(sorted(taken)[int(times * 0.95)], 3)}


def keys(project: Project, first: int, times: int) -> dict[str, dict[str, float]]:
    """Measure what one key press asks: marks of an entry, a decision with its marks, a page of the list."""
    rows = list(project.entries.rows())
    label = label_id(project, "ORG")

    def decide(number: int) -> None:
        row = rows[first + number]
        project.spans.label(row, 0, 7 + number % 3, label)
        project.spans.marks(row)
        project.entries.listed(rows[first : first + 64])

    def everywhere(number: int) -> None:
        row = next(row for row in rows[first + 10 * number :] if project.entries.entry(row).text.endswith(EVERYWHERE))
        start = len(project.entries.entry(row).text) - len(EVERYWHERE)
        project.spans.label(row, start, start + len(EVERYWHERE), label if number % 2 else label_id(project, "FAC"))
        project.spans.marks(row)
        project.entries.listed(rows[first : first + 64])

    return {
        "decide on what stands in 6 of 10 entries, marks, page again": timed(everywhere, min(times, 100)),
        "marks of an entry": timed(lambda number: project.spans.marks(rows[first + 500 + number]), times),
        "page of 64 rows": timed(lambda number: project.entries.listed(rows[first + number * 64 : first + number * 64 + 64]), 30),
        "decide, marks, page again": timed(decide, times),
    }


def main(entries: int = 100_000, spans: int = 50_000) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        with made(Path(folder), entries, spans) as project:
            found: dict[str, object] = {"entries": entries, "spans": spans, "made in seconds": round(time.perf_counter() - begun, 1)}
            without = keys(project, entries // 2, 200)
            begun = time.perf_counter()
            if not project.recall.begin():
                project.recall.take(project.recall.ticket(), project.recall.read())
            found["read in seconds"] = round(time.perf_counter() - begun, 2)
            live = keys(project, entries // 2 + 3000, 200)
            found |= {"without memory": without, "with memory": live}
            found["ratio"] = {name: round(live[name]["median"] / without[name]["median"], 2) for name in live}
            print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
