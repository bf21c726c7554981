"""Projects for tests: a clock that ticks, ids that repeat, files of our own writing, and one function for each thing a person does."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from annotator.core.errors import InputError
from annotator.core.ids import IdSource, derived
from annotator.core.model import Overlap, Person
from annotator.project.door import Project, create_project, open_project
from annotator.project.means import Means
from annotator.project.reports import ImportOptions
from annotator.store import check
from annotator.store.user import User

TEXTS = (
    "Mara Osei left Gdansk on Tuesday with the tug Saint Brendan.",
    "The Ministry of Transport met the union of the port of Warsaw in Warsaw.",
    "Київ waits 🚢; Zoë Čapek of Brno said so on 3 March 2031.",
    "Talks begin.",
)


def means(seed: int) -> Means:
    """A clock that goes on by a second at each look, and ids that follow from the seed."""
    chance = random.Random(seed)
    moment = [datetime(2031, 3, 3, 9, 0, tzinfo=UTC) + timedelta(minutes=seed % 7)]

    def now() -> datetime:
        moment[0] += timedelta(seconds=1)
        return moment[0]

    return Means(IdSource(now, chance.randbytes), now)


def user(name: str, *, installation: str = "") -> User:
    """A person at a computer of their own."""
    return User(derived("installation", installation or name), (Person(derived("person", name), name),), name, True)


def write_jsonl(path: Path, entries: Iterable[Any]) -> Path:
    """Write (text, [(start, end, label)...]) or whole objects as JSON lines."""
    rows = []
    for entry in entries:
        if isinstance(entry, dict):
            rows.append(entry)
        else:
            text, spans = entry
            rows.append({"text": text, "spans": [{"start": s, "end": e, "label": label} for s, e, label in spans]})
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def spans_of(text: str, *names: tuple[str, str]) -> list[tuple[int, int, str]]:
    """Return the places of words in a text, with their label keys."""
    return [(text.index(word), text.index(word) + len(word), label) for word, label in names]


def first_file(folder: Path) -> Path:
    """A file whose spans overlap one another, as suggesters' do."""
    one, two, three, four = TEXTS
    return write_jsonl(
        folder / "first.jsonl",
        [
            (one, spans_of(one, ("Mara Osei", "PERSON"), ("Osei", "ORG"), ("Gdansk", "GPE"), ("Tuesday", "DATE"))),
            (two, spans_of(two, ("Ministry of Transport", "ORG"), ("Transport", "ORG"), ("port of Warsaw", "FAC"), ("Warsaw", "GPE"))),
            (three, spans_of(three, ("Київ", "GPE"), ("Zoë Čapek", "PERSON"), ("Čapek of Brno", "PERSON"), ("Brno", "GPE"))),
            (four, []),
        ],
    )


def new_project(folder: Path, *, name: str = "study", seed: int = 1, who: User | None = None, overlap: Overlap | None = None) -> Project:
    """An empty project."""
    folder.mkdir(parents=True, exist_ok=True)
    return create_project(folder / name, who or user("Ada"), means(seed), overlap=overlap)


def study(folder: Path, *, seed: int = 1, who: User | None = None, overlap: Overlap | None = None) -> Project:
    """A project of four entries with suggestions."""
    project = new_project(folder, seed=seed, who=who, overlap=overlap)
    project.imports.take(first_file(folder), ImportOptions())
    return project


def again(path: Path, *, name: str = "Ada", seed: int = 2, installation: str = "") -> Project:
    """Open a project as somebody."""
    return open_project(path, user(name, installation=installation), means(seed))


def copied(path: Path, folder: Path) -> Path:
    """Copy a closed project as a file manager would."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(path, folder / path.name))


def digest(project: Project) -> str:
    """The canonical digest of the projection."""
    return check.digest(project.desk.conn)


def faults(project: Project) -> list[str]:
    """What a check finds."""
    return check.differences(project.desk.conn)


def row_with(project: Project, words: str) -> int:
    """Return the row of the only entry that holds some words."""
    rows = [row for row in project.entries.rows() if words in project.entries.entry(row).text]
    assert len(rows) == 1, rows
    return rows[0]


def label(project: Project, row: int, words: str, key: str) -> None:
    """Label some words of an entry."""
    start = project.entries.entry(row).text.index(words)
    project.spans.label(row, start, start + len(words), project.scheme.label(key).id)


def marked(project: Project, row: int) -> list[tuple[str, str]]:
    """Return the words and label keys of the own spans of an entry."""
    text = project.entries.entry(row).text
    return [(text[s.start : s.end], key_of(project, s.label)) for s in project.spans.marks(row).spans]


def waiting(project: Project, row: int) -> list[tuple[str, str]]:
    """Return the words and label keys of the pending suggestions of an entry."""
    text = project.entries.entry(row).text
    return [(text[s.start : s.end], key_of(project, s.label)) for s in project.spans.marks(row).pending]


def key_of(project: Project, identity: bytes) -> str:
    """Return the key of a label."""
    found = project.scheme.value.by_id(identity)
    assert found is not None
    return found.key


Act = tuple[str, int, int, int]
"""What is done, and three numbers that choose where."""

ACTS = (
    "label", "label", "label", "accept", "accept", "reject", "accept all", "relabel", "move", "remove", "done", "reopen", "skip", "flag",
    "unsure", "comment", "change comment", "correct", "hide", "undo", "undo", "undo", "redo", "redo", "add label", "change label",
    "retire", "describe", "merge labels", "overlap", "import layer", "import suggestions", "withdraw", "restore", "hide source",
)  # fmt: skip


def act(project: Project, what: Act) -> None:
    """Do one thing as a person would; what the project refuses in words changes nothing."""
    try:
        _act(project, *what)
    except InputError:
        return


def _act(project: Project, kind: str, a: int, b: int, c: int) -> None:
    if kind in {"undo", "redo"}:
        (project.history.undo if kind == "undo" else project.history.redo)()
        return
    if kind in {"add label", "change label", "retire", "describe", "merge labels", "overlap"}:
        _scheme_act(project, kind, a, b, c)
        return
    if kind in {"import layer", "import suggestions", "withdraw", "restore", "hide source"}:
        _import_act(project, kind, a, b)
        return
    rows = list(range(1, 1 + int(project.desk.conn.execute("SELECT max(row) FROM entries").fetchone()[0])))
    _entry_act(project, kind, rows[a % len(rows)], b, c)


def _entry_act(project: Project, kind: str, row: int, b: int, c: int) -> None:
    marks = project.spans.marks(row)
    labels = project.scheme.value.active
    text = project.entries.entry(row).text
    start = b % len(text)
    match kind:
        case "label":
            project.spans.label(row, start, min(len(text), start + 1 + c % 14), labels[c % len(labels)].id)
        case "accept" | "reject" if marks.pending:
            (project.spans.accept if kind == "accept" else project.spans.reject)(row, marks.pending[b % len(marks.pending)].id)
        case "accept all":
            project.spans.accept_all(row, done=bool(b % 2))
        case "relabel" if marks.spans:
            project.spans.relabel(row, marks.spans[b % len(marks.spans)].id, labels[c % len(labels)].id)
        case "move" if marks.spans:
            old = marks.spans[b % len(marks.spans)]
            project.spans.move(row, old.id, max(0, old.start - b % 5), min(len(text), old.end + c % 5))
        case "remove" if marks.spans:
            project.spans.remove(row, marks.spans[b % len(marks.spans)].id)
        case "done" | "reopen" | "skip":
            {"done": project.entries.done, "reopen": project.entries.reopen, "skip": project.entries.skip}[kind](row)
        case "flag" | "unsure":
            about = marks.spans[b % len(marks.spans)].id if marks.spans and c % 2 else None
            project.entries.flag(row, bool(b % 3), unsure=kind == "unsure", about=about)
        case "comment":
            project.entries.comment(row, f"remark {b}", about=marks.spans[0].id if marks.spans and c % 2 else None)
        case "change comment":
            for comment in project.entries.comments(row)[:1]:
                project.entries.comment(row, "" if b % 2 else f"changed {c}", comment=comment.id)
        case "correct":
            project.entries.correct(row, ("title", "published", "author")[b % 3], f"2031-03-0{1 + c % 9}")
        case "hide":
            project.entries.hide(row, bool(b % 2))


def _scheme_act(project: Project, kind: str, a: int, b: int, c: int) -> None:
    labels = project.scheme.value.labels
    one, two = labels[a % len(labels)], labels[b % len(labels)]
    match kind:
        case "add label":
            project.scheme.add(f"NEW_{a % 4}")
        case "change label":
            project.scheme.change(one.id, name=f"Name {b}", colour=1 + c % 16)
        case "retire":
            project.scheme.change(one.id, retired=c % 2)
        case "describe":
            project.scheme.describe(one.id, f"Text {b}")
        case "merge labels":
            project.scheme.merge(one.id, two.id)
        case "overlap":
            project.scheme.set_overlap((Overlap.FLAT, Overlap.NESTED)[a % 2])


def _import_act(project: Project, kind: str, a: int, b: int) -> None:
    if kind.startswith("import"):
        text = (*TEXTS, f"One more entry, number {b % 3}, of the port of Oslo.")[a % 5]
        path = project.path.with_name(f"more {a % 5} {b % 3}.jsonl")
        write_jsonl(path, [(text, [(0, 4, "ORG"), (5, 9, f"NEW_{b % 3}")])])
        to_layer = kind == "import layer"
        project.imports.take(path, ImportOptions(to="layer" if to_layer else "suggestions", layer="gold" if to_layer else ""))
        return
    sources = project.imports.sources()
    source = sources[a % len(sources)]
    match kind:
        case "withdraw":
            project.imports.withdraw(source.id)
        case "restore":
            project.imports.restore(source.id)
        case "hide source":
            project.imports.hide(source.id, bool(b % 2))


def act_all(project: Project, acts: Sequence[Act]) -> None:
    """Do several things."""
    for each in acts:
        act(project, each)
