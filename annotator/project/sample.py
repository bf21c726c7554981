"""The sample project, and the whole main job done on it by a script: import, suggest, decide, undo, export, check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import AnnotatorError
from annotator.core.ids import Id
from annotator.core.model import Person
from annotator.core.releases import WriteOptions
from annotator.core.resources import resource
from annotator.project.door import Means, Project, User, create_project
from annotator.project.exports import ExportOptions, Written
from annotator.project.reports import ImportOptions, ImportReport
from annotator.store import mentions, schemes
from annotator.store import spans as span_store

GOLD = "gold"
NAME = "Sample.annotator"
_TAKEN_BACK = 50
"""How many steps the script takes back and brings back, at most."""

Gold = dict[int, set[tuple[int, int, Id]]]
"""The spans of each entry, by its row."""
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class MainJob:
    """What the scripted annotator did and found."""

    taken: int
    suggested: int
    f1: float
    """Of the suggestions against the gold layer, strict."""
    decisions: Mapping[str, int]
    entries: int
    spans: int
    undone: int
    exported: Mapping[str, int]
    digest: str


def make(folder: Path, who: User, means: Means) -> Project:
    """Make the sample project in a folder and open it; the sample live blog is in, suggestions are not."""
    project = create_project(folder / NAME, who, means)
    take_text(project)
    return project


def take_text(project: Project) -> ImportReport:
    """Take the sample live blog in."""
    return project.imports.take(resource("sample", "live-blog.txt"), ImportOptions())


def take_gold(project: Project) -> ImportReport:
    """Take the gold layer of the sample in, as a layer of its own."""
    return project.imports.take(resource("sample", "gold.jsonl"), ImportOptions(to="layer", layer=GOLD))


def main_job(project: Project, out: Path, *, say: Say = lambda _: None) -> MainJob:
    """Do the main job on a sample project that holds the text only, and prove each part. Raises AnnotatorError where one fails."""
    suggested = sum(each.suggestions for each in project.suggesting.run())
    say(f"Suggested {suggested} spans.")
    take_gold(project)
    gold = _gold(project)
    quality = _quality(project, gold)
    say(f"Held against the gold layer: strict F1 {quality:.3f}.")
    decided = decide_by(project, gold)
    say(f"Decided on {sum(decided.values())} spans: {_listed(decided)}.")
    undone = _undo_and_redo(project)
    say(f"Took {undone} steps back and brought them back.")
    written = write_all(project, out)
    exported = {name: each.plan.exported for name, each in written.items()}
    say(f"Wrote {', '.join(f'{n} spans as {name}' for name, n in exported.items())}, and read each file back.")
    health = project.upkeep.check()
    _must(not health.differences, f"the log and the projection differ: {health.differences[:1]}")
    say(f"Checked: {health.decisions} decisions come to exactly what the file shows.")
    progress = project.entries.progress()
    return MainJob(
        progress.total, suggested, quality, decided, progress.done, sum(progress.labels.values()), undone, exported, health.digest
    )


def write_all(project: Project, out: Path) -> dict[str, Written]:
    """Write the own layer in every format, each in a folder of its own with its card."""
    found = {}
    for name, file in (("jsonl", "sample.jsonl"), ("conll", "sample.conll")):
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        options = ExportOptions(name, layer=project.person.name, write=WriteOptions())
        found[name] = project.exports.write(options, folder / file)
        _must(found[name].plan.exported + _dropped(found[name]) == found[name].plan.stored, f"{name} lost spans without saying so")
    return found


def decide_by(project: Project, gold: Gold) -> dict[str, int]:
    """Label every entry as a researcher would who means exactly the gold: accept what is right, reject, mend and add the rest."""
    counts: Counter[str] = Counter()
    for row in project.entries.rows():
        wanted = gold.get(row, set())
        for suggestion in project.spans.marks(row).pending:
            if suggestion.place in wanted:
                project.spans.accept(row, suggestion.id)
                counts["accepted"] += 1
        for start, end, label in sorted(wanted):
            held = {span.place for span in project.spans.marks(row).spans}
            if (start, end, label) not in held:
                before = len(project.spans.marks(row).pending)
                project.spans.label(row, start, end, label)
                counts["corrected" if len(project.spans.marks(row).pending) < before else "added"] += 1
        for suggestion in project.spans.marks(row).pending:
            project.spans.reject(row, suggestion.id)
            counts["rejected"] += 1
        project.entries.done(row)
        _must({span.place for span in project.spans.marks(row).spans} == wanted, f"entry {row} does not hold what was decided")
    return dict(counts)


def _gold(project: Project) -> Gold:
    conn = project.desk.conn
    row = schemes.layer_row(conn, project.layers.named(GOLD).id)
    places = span_store.places(conn, list(project.entries.rows()), row)
    _must(sum(map(len, places.values())) == sum(1 for _ in mentions.tagged(conn, row)), "gold spans went missing")
    return {entry: set(found) for entry, found in places.items()}


def _quality(project: Project, gold: Gold) -> float:
    rows = list(project.entries.rows())
    keys = {each.id: each.key for each in project.scheme.value.labels}
    held = {_key(row): [(s, e, keys[label]) for s, e, label in sorted(gold.get(row, set()))] for row in rows}
    pending = {_key(row): [(s.start, s.end, keys[s.label]) for s in project.spans.marks(row).pending] for row in rows}
    from annotator.agreement.evaluate import evaluate  # with numpy, which the window does without

    return evaluate(held, pending).strict_all.f1.value or 0.0


def _key(row: int) -> Id:
    return row.to_bytes(16, "big")


def _undo_and_redo(project: Project) -> int:
    before = project.upkeep.check().digest
    undone = sum(1 for _ in range(_TAKEN_BACK) if project.history.undo())
    _must(undone > 0 and project.upkeep.check().digest != before, "undo changed nothing")
    for _ in range(undone):
        project.history.redo()
    _must(project.upkeep.check().digest == before, "redo did not bring back what undo took")
    return undone


def _dropped(written: Written) -> int:
    return sum(file.dropped for file in written.release.files)


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{n} {name}" for name, n in counts.items())


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise AnnotatorError(f"The main job failed: {what}. Please report this.")


def scripted(installation: Id, person: Id) -> User:
    """Return the annotator of the sample's main job."""
    return User(installation, (Person(person, "Sample annotator"),), "Sample annotator", True)
