"""Every same mention in a large project: finding, deciding and undoing 10,000 places, and looking the layer over.

`python -m tests.bench.bench_everywhere [ENTRIES [PLACES]]` prints one JSON object in seconds, and beside it the time of reading all texts.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.project.everywhere import Asked
from tests.bench.bench_memory_live import COMMON
from tests.project.harbour import label_id, project_of

NAME = "Orrin Canal"


def texts(entries: int, places: int) -> list[str]:
    """Return entries of 110 words; the name stands in `places` of them, spread evenly."""
    rng = random.Random(3)
    every = max(1, entries // places)
    found = []
    for number in range(entries):
        words = [rng.choice(COMMON) for _ in range(110)]
        if number % every == 0 and number // every < places:
            words[rng.randrange(110)] = NAME
        found.append(" ".join(words))
    return found


def main(entries: int = 100_000, places: int = 10_000) -> None:
    """Print the figures."""
    seconds: dict[str, float] = {}

    def timed(name: str, call: Callable[[], object]) -> object:
        begun = time.perf_counter()
        result = call()
        seconds[name] = round(time.perf_counter() - begun, 2)
        return result

    with tempfile.TemporaryDirectory() as folder, project_of(Path(folder), texts(entries, places)) as project:
        project.recall.begin()
        timed("read all texts", lambda: sum(len(row[0]) for row in project.desk.conn.execute("SELECT text FROM entries")))
        asked = Asked(NAME, label_id(project, "FAC"))
        found = timed("preview", lambda: project.every_same.preview(asked))
        timed("apply", lambda: project.every_same.apply(asked, found.rows))  # type: ignore[attr-defined]
        timed("consistency", project.consistency.survey)
        timed("preview again", lambda: project.every_same.preview(asked))
        timed("undo", project.history.undo)
        timed("redo", project.history.redo)
        sound = project.upkeep.check().differences == ()
        print(json.dumps({"entries": entries, "places": len(found.rows), "sound": sound, "seconds": seconds}, indent=1))  # type: ignore[attr-defined]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
