"""Make the small project that the tests keep for ever: `python -m tests.store.keep FILE`. One a version; none is made anew."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from annotator.core.model import Overlap
from annotator.project.reports import ImportOptions
from tests.project import making


def keep(target: Path) -> None:
    """Write a project in which something of every kind was decided."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with making.study(folder) as project:
            making.label(project, 1, "Saint Brendan", "PRODUCT")
            waiting = project.spans.marks(1).pending
            project.spans.accept(1, waiting[0].id)
            project.spans.reject(1, waiting[-1].id)
            making.label(project, 1, "Osei left Gdansk", "ORG")
            making.label(project, 1, "Osei left Gdansk", "EVENT")
            span = project.spans.marks(1).spans[0]
            project.spans.move(1, span.id, span.start, span.end - 7)
            project.spans.accept_all(2, done=True)
            project.spans.remove(2, project.spans.marks(2).spans[0].id)
            project.entries.skip(4)
            project.entries.reopen(4)
            project.entries.flag(3, True)
            project.entries.flag(3, True, unsure=True)
            project.entries.comment(3, "Brno or the region?")
            project.entries.correct(3, "published", "2031-03-03T10:00")
            project.history.undo()
            project.history.redo()
            project.scheme.add("VESSEL", name="Ship")
            project.scheme.describe(project.scheme.label("VESSEL").id, "Named ships and boats.")
            project.scheme.merge(project.scheme.label("LOC").id, project.scheme.label("GPE").id)
            project.scheme.set_overlap(Overlap.NESTED)
            more = making.write_jsonl(folder / "more.jsonl", [("The port of Oslo.", [(4, 16, "FAC"), (12, 16, "LOC")])])
            source = bytes.fromhex(project.imports.take(more, ImportOptions(to="layer", layer="gold")).source_id)
            project.imports.withdraw(source)
            project.imports.restore(source)
            project.entries.hide(4)
            path = project.path
        shutil.copyfile(path, target)


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
