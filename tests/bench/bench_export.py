"""How long an export takes, proof by reading back included, against reading the same rows and `json.dumps`, in one run."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from sqlite3 import Connection

from annotator.project.exports import ExportOptions
from annotator.project.reports import ImportOptions
from tests.bench.bench_import import timed
from tests.bench.corpus import corpus
from tests.project import making

ENTRIES = 20_000
RUNS = 3

_ENTRIES = (
    "SELECT e.row, lower(hex(e.id)), e.text, e.title, e.published, e.author, s.name, t.state FROM entries e "
    "JOIN sources s ON s.row = e.source JOIN states t ON t.entry = e.row ORDER BY e.place"
)
_SPANS = (
    'SELECT s.entry, s.start, s."end", l.key, s.origin, p.name FROM spans s JOIN labels l ON l.row = s.resolved '
    "JOIN decisions d ON d.row = s.decision JOIN people p ON p.id = d.annotator ORDER BY s.entry, s.start"
)


def floor(conn: Connection, out: Path) -> None:
    """Read entries and spans and write one JSON object for each entry, unchecked."""
    spans: dict[int, list[dict[str, object]]] = {}
    for entry, start, end, label, origin, name in conn.execute(_SPANS):
        spans.setdefault(entry, []).append({"start": start, "end": end, "label": label, "origin": origin, "annotator": name})
    with out.open("w", encoding="utf-8") as file:
        for row, identity, text, title, published, author, source, state in conn.execute(_ENTRIES):
            held = spans.get(row, [])
            for span in held:
                span["text"] = text[span["start"] : span["end"]]  # type: ignore[misc]
            meta = {"source": source, "title": title, "published": published, "author": author}
            file.write(json.dumps({"id": identity, "text": text, "spans": held, "meta": meta, "state": state}, ensure_ascii=False) + "\n")


def measure(entries: int = ENTRIES, runs: int = RUNS) -> dict[str, float]:
    """Return the least seconds of both ways and their ratio; they take turns."""
    lowest, written = 1e9, 1e9
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with making.new_project(folder) as project:
            project.imports.take(corpus(folder / "corpus.jsonl", entries), ImportOptions(to="layer", layer="gold"))
            options = ExportOptions("jsonl", layer="gold")
            for _ in range(runs):
                lowest = min(lowest, timed(lambda: floor(project.desk.conn, folder / "floor.jsonl")))
                written = min(written, timed(lambda: project.exports.write(options, folder / "data.jsonl")))
    return {"entries": entries, "floor seconds": round(lowest, 3), "seconds": round(written, 3), "ratio": round(written / lowest, 2)}


if __name__ == "__main__":
    print(json.dumps(measure()))
