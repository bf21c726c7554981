"""A large project of invented text, made once and kept in the system's folder for passing files; each bench works on a copy of it.

100,000 entries in the full-text index, suggestions in all of them, and the half of them set done in each of 50 layers; a tenth of that
half holds a span in each of those layers. The own layer has a history of single steps.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from annotator.core.drafts import ReadOptions
from annotator.formats.schemes import shipped_scheme
from annotator.project.door import Means, Project, User, create_project, this_user, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from annotator.store import counters

ENTRIES = 100_000
LAYERS = 50
STEPS = 5_000
"""Single decisions of the own layer, each of which can be undone."""
_VERSION = 3
"""Raised when what is made here changes, so that no kept file of another shape is used."""
_FIRST = ("Orrin", "Halden", "Mara", "Tavi", "Brenn", "Osei", "Lukas", "Ilse", "Noor", "Radu", "Ines", "Tomas")
_COMMON = ("harbour", "boats", "said", "that", "the", "gates", "closed", "on", "and", "workers", "met", "talks", "again", "of", "in", "a")
_LABELS = ("PERSON", "ORG", "GPE", "LOC")


def post(number: int, chance: random.Random) -> dict[str, object]:
    """Return an invented entry of some 70 words with eight suggestions, as a line of JSON Lines."""
    parts: list[str] = []
    spans: list[dict[str, object]] = []
    length = 0
    for sentence in range(8):
        for word in chance.choices(_COMMON, k=7):
            parts.append(word)
            length += len(word) + 1
        name = f"{chance.choice(_FIRST)} {chance.choice(_FIRST)}{chance.choice(('sen', 'ova', 'by', 'ley', 'feld'))}"
        label, score = _LABELS[sentence % 4], round(chance.uniform(0.5, 0.99), 2)
        spans.append({"start": length, "end": length + len(name), "label": label, "score": score, "origin": "rules"})
        parts.append(name)
        length += len(name) + 1
    # A hundred posts a day, the newest first, and 336 days a year.
    day, minute = number // 100, number % 100
    date = f"{2031 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}T{23 - minute // 5:02}:{55 - minute % 5 * 11:02}"
    meta = {"title": f"{parts[7]} and post {number}", "published": date, "author": "Tomas Reyl"}
    return {"text": " ".join(parts), "spans": spans, "meta": meta}


def _lines(entries: int) -> Iterator[str]:
    chance = random.Random(11)
    for number in range(entries):
        yield json.dumps(post(number, chance))


def _add_layers(project: Project, layers: int) -> None:
    """Let that many others have set the first half done. Written past the log: a log of millions of decisions would prove no more here."""
    conn = project.desk.conn
    half = conn.execute("SELECT count(*) / 2 FROM entries").fetchone()[0]
    with conn:
        for number in range(layers):
            identity = project.desk.ids.new()
            conn.execute("INSERT INTO people (id, name) VALUES (?, ?)", (identity, f"Annotator {number}"))
            layer = conn.execute("INSERT INTO layers (id, kind, name) VALUES (?, 'person', ?)", (identity, f"Annotator {number}")).lastrowid
            conn.execute("INSERT INTO states (entry, layer, state) SELECT row, ?, 'done' FROM entries WHERE row <= ?", (layer, half))
            conn.execute(
                'INSERT INTO spans (entry, layer, id, start, "end", label, resolved, origin, decision, shown) '
                "SELECT e.row, ?, randomblob(16), 0, 4, 1 + e.row % 4, 1 + e.row % 4, 'human', 0, 1 FROM entries e "
                "WHERE e.row <= ? AND e.row % 10 = 0",
                (layer, half),
            )
        counters.recount(conn)
        conn.execute("ANALYZE")


def _make(folder: Path, who: User, means: Means, entries: int) -> Path:
    with create_project(folder / "large", who, means, scheme=shipped_scheme("news")) as project:
        file = folder / "posts.jsonl"
        with file.open("w", encoding="utf-8") as out:
            out.writelines(f"{line}\n" for line in _lines(entries))
        project.imports.take(file, ImportOptions(read=ReadOptions()))
        file.unlink()
        rows = project.entries.rows()
        for number in range(min(STEPS, entries // 4)):
            row = rows[number * 2]
            waiting = project.spans.marks(row).pending
            if number % 3:
                project.spans.accept(row, waiting[0].id)
            else:
                project.spans.accept_all(row, done=True)
        _add_layers(project, LAYERS)
        return project.path


def large_project(folder: Path, entries: int = ENTRIES) -> Path:
    """Put a copy of the large project into a folder and return its path; it is made at the first asking (some minutes)."""
    kept = Path(tempfile.gettempdir()) / f"annotator-bench-{os.getuid()}" / f"large-{_VERSION}-{entries}.annotator"
    if not kept.exists():
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        means = usual_means()
        choose_person(means, "Ada Reyes")
        with tempfile.TemporaryDirectory(dir=kept.parent) as working:
            _make(Path(working), this_user(means), means, entries).replace(kept)
    return Path(shutil.copyfile(kept, folder / "large.annotator"))
