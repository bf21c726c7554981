"""Write the sample project in every format: `python -m tests.sample_exports` renews `exports/`, a test compares it."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from annotator.core.ids import IdSource
from annotator.core.resources import resource
from annotator.project import sample
from annotator.project.door import Project
from annotator.project.means import Means

EXPORTS = Path(__file__).parent.parent / "exports"


def write(folder: Path, work: Path) -> None:
    """Write the sample, decided as its gold layer says, in every format under a folder; the project itself is made in `work`."""
    means = Means(IdSource())
    with sample.make(work, sample.scripted(means.ids.new(), means.ids.new()), means) as project:
        sample.decide_by(project, gold_of_file(project))
        sample.write_all(project, folder)


def gold_of_file(project: Project) -> sample.Gold:
    """Return what the shipped gold layer says of the entries of a sample project, without taking it in."""
    lines = resource("sample", "gold.jsonl").read_text(encoding="utf-8").splitlines()
    by_text = {data["text"]: data["spans"] for data in map(json.loads, lines)}
    found: sample.Gold = {}
    for row in project.entries.rows():
        spans = by_text[project.entries.entry(row).text]
        found[row] = {(span["start"], span["end"], project.scheme.label(span["label"]).id) for span in spans}
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        os.environ["XDG_CONFIG_HOME"] = made
        write(EXPORTS, Path(made))
