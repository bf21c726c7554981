"""How long bringing together takes: ten files of ten thousand decisions each, and the first row of the list of disagreements.

Run it by hand: python tests/bench/bench_merge.py. The floor is what SQLite takes to write the same rows with executemany, alone.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.core.decisions import Draft, Kind, Step, span_payload
from annotator.core.model import Span
from annotator.project.assigning import Dealing
from annotator.project.door import Project, open_project
from annotator.project.reports import ImportOptions
from annotator.store import log
from tests.project.making import means, new_project, user

ENTRIES = 2500
FILES = 10
SPANS = 3
PART = 1000


def corpus(folder: Path) -> Path:
    chance = random.Random(1)
    words = ["Osei", "Gdansk", "harbour", "pilots", "Warsaw", "strike", "Tuesday", "ministry", "Riga", "cable"]
    path = folder / "corpus.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(ENTRIES):
            text = f"{number}: " + " ".join(chance.choice(words) for _ in range(60))
            file.write(json.dumps({"text": text}) + "\n")
    return path


def work(project: Project, seed: int) -> None:
    """Ten thousand decisions: three spans an entry, which differ between annotators in one of ten, and done."""
    chance = random.Random(seed)
    labels = [each.id for each in project.scheme.value.active[:4]]
    drafts: list[Draft] = []
    for row in project.entries.rows():
        entry = project.entries.entry(row)
        for number in range(SPANS):
            start = 10 + 40 * number
            label = labels[(row + number) % 4] if chance.random() < 0.9 else chance.choice(labels)
            span = Span(project.desk.ids.new(), start, start + 12, label, "human")
            drafts.append(Draft(Kind.ADD, project.desk.layer, entry.id, after=span_payload(span)))
        drafts.append(Draft(Kind.DONE, project.desk.layer, entry.id, {"state": "begun"}, {"state": "done"}))
    for first in range(0, len(drafts), PART):
        project.desk.commit(Step("Label", tuple(drafts[first : first + PART])))


def floor(path: Path) -> float:
    """Seconds to write all rows of the log into an empty table of the same shape and indexes, in one transaction."""
    source = sqlite3.connect(path)
    rows = list(log.raw(source))
    made = source.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'decisions' OR (tbl_name = 'decisions' AND type = 'index')"
    ).fetchall()
    source.close()
    with tempfile.TemporaryDirectory() as folder:
        out = sqlite3.connect(Path(folder) / "floor.db", isolation_level=None)
        out.execute("PRAGMA journal_mode = WAL")
        out.execute("PRAGMA synchronous = FULL")
        for (statement,) in made:
            if statement:
                out.execute(statement)
        began = time.perf_counter()
        out.execute("BEGIN IMMEDIATE")
        log.insert_rows(out, rows)
        out.execute("COMMIT")
        taken = time.perf_counter() - began
        out.close()
    return taken


def main() -> None:
    names = [f"Annotator {number}" for number in range(FILES)]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with new_project(folder) as hub:
            hub.imports.take(corpus(folder), ImportOptions())
            people = [hub.assigning.person(name) for name in names]
            hub.assigning.assign(hub.assigning.plan(people, Dealing(everyone=True)))
            began = time.perf_counter()
            files = [hub.bundles.write(name, folder / name).path for name in names]
            print(f"write a bundle of {ENTRIES} entries: {(time.perf_counter() - began) / FILES:.2f} s")
            path = hub.path
        for number, (file, name) in enumerate(zip(files, names, strict=True)):
            with open_project(file, user(name), means(10 + number)) as bundle:
                work(bundle, number)
        with open_project(path, user("Ada"), means(5)) as hub:
            began = time.perf_counter()
            brought = hub.merging.merge(files)
            first = time.perf_counter() - began
            began = time.perf_counter()
            hub.merging.merge(files)
            again = time.perf_counter() - began
        total = sum(each.decisions for each in brought)
        least = floor(path)
        speed = f"{total / first:,.0f} a second, {first / least:.0f} times the floor of {least:.2f} s"
        print(f"merge {FILES} files, {total} decisions: {first:.1f} s ({speed})")
        print(f"the same files once more: {again:.1f} s")
        with open_project(path, user("Ada"), means(6), read_only=True) as hub:
            began = time.perf_counter()
            next(hub.settling.cases())
            print(f"first row of the list of disagreements: {1000 * (time.perf_counter() - began):.0f} ms")
            began = time.perf_counter()
            cases = sum(1 for _ in hub.settling.cases())
            print(f"all {cases} cases: {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
