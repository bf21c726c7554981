"""Write the sample project in every format: `python -m tests.sample_exports` renews `exports/`, a test compares it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from annotator.core.ids import IdSource
from annotator.project import sample
from annotator.project.means import Means

EXPORTS = Path(__file__).parent.parent / "exports"


def write(folder: Path, work: Path) -> None:
    """Write the sample, decided as its gold layer says, in every format under a folder; the project itself is made in `work`."""
    means = Means(IdSource())
    with sample.make(work, sample.scripted(means.ids.new(), means.ids.new()), means) as project:
        sample.decide_by(project, sample.gold_of_file(project))
        sample.write_all(project, folder)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        os.environ["XDG_CONFIG_HOME"] = made
        write(EXPORTS, Path(made))
