"""How long an import takes, into suggestions and into a layer, against a floor measured in the same run.

The floor reads the same JSON lines and stores the same rows into the same tables by plain `executemany`, without checks, in one
transaction of a file with the same settings: entries, full text, and spans.
"""

from __future__ import annotations

import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from annotator.project.reports import ImportOptions
from annotator.store.migrations import MIGRATIONS
from tests.bench.corpus import corpus
from tests.project import making

ENTRIES = 20_000
RUNS = 3

Row = tuple[Any, ...]


def floor(file: Path, target: Path) -> None:
    """Store the rows of entries, full text and spans, and nothing else: no log, no counting, no knowing again, no repairs."""
    conn = sqlite3.connect(target, isolation_level=None)
    MIGRATIONS.apply(Database(conn, execute_plugins=False))
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -24576"):
        conn.execute(f"PRAGMA {pragma}")
    chance, labels = random.Random(1), dict[str, int]()
    conn.execute("BEGIN IMMEDIATE")
    with file.open(encoding="utf-8") as lines:
        entries, spans = list[Row](), list[Row]()
        for number, line in enumerate(lines, start=1):
            data = json.loads(line)
            meta, identity, sha = data["meta"], chance.randbytes(16), chance.randbytes(32)
            entries.append(
                (number, identity, data["text"], sha, meta["title"], meta["author"], meta["published"], meta["published"], "", number)
            )
            for s in data["spans"]:
                label = labels.setdefault(s["label"], len(labels))
                spans.append((number, 1, chance.randbytes(16), s["start"], s["end"], label, label, "import", None, 1, 1))
            if len(entries) == 500:
                _store(conn, entries, spans)
                entries, spans = [], []
        _store(conn, entries, spans)
    conn.execute("COMMIT")
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()


def _store(conn: sqlite3.Connection, entries: list[Row], spans: list[Row]) -> None:
    columns = "row, id, text, sha256, title, author, published, published_written, meta, place"
    conn.executemany(f"INSERT INTO entries ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?)", entries)
    conn.executemany("INSERT INTO entries_fts (rowid, text, title) VALUES (?, ?, ?)", [(row[0], row[2], row[4]) for row in entries])
    conn.executemany("INSERT INTO spans VALUES (?,?,?,?,?,?,?,?,?,?,?)", spans)


def taken(file: Path, folder: Path, options: ImportOptions) -> float:
    """Return the seconds of an import into a new project; making the project is not counted."""
    with making.new_project(folder) as project:
        begin = time.perf_counter()
        report = project.imports.take(file, options)
        project.desk.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        seconds = time.perf_counter() - begin
        assert report.entries.taken == report.entries.read
        assert report.spans.taken == report.spans.read
    return seconds


def timed(call: Callable[[], object]) -> float:
    """Return the seconds of a call."""
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def measure(entries: int = ENTRIES, runs: int = RUNS) -> dict[str, float]:
    """Return the least seconds of each way, and their ratios to the floor. The three take turns, so that other work hits all alike."""
    least = {"floor": 1e9, "suggestions": 1e9, "layer": 1e9}
    with tempfile.TemporaryDirectory() as made:
        file = corpus(Path(made) / "corpus.jsonl", entries)
        for run in range(runs):
            folder = Path(made) / str(run)
            folder.mkdir()
            least["floor"] = min(least["floor"], timed(lambda place=folder: floor(file, place / "floor.db")))  # type: ignore[misc]
            least["suggestions"] = min(least["suggestions"], taken(file, folder / "a", ImportOptions()))
            least["layer"] = min(least["layer"], taken(file, folder / "b", ImportOptions(to="layer", layer="gold")))
    found = {f"{name} seconds": round(value, 3) for name, value in least.items()}
    return {
        "entries": entries,
        **found,
        "into suggestions": round(least["suggestions"] / least["floor"], 2),
        "into a layer": round(least["layer"] / least["floor"], 2),
    }


if __name__ == "__main__":
    print(json.dumps(measure()))
