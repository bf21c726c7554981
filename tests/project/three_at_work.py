"""The sample handed out to three people, who work at the same time, each in a process and a home of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from annotator.project import sample
from annotator.project.assigning import Dealing
from tests.homes import places
from tests.project.making import means, user

_ROOT = Path(__file__).parents[2]
NAMES = ("Bea", "Cem", "Dan")
_SEEDS = dict(zip(NAMES, (7, 8, 9), strict=True))


def hand_out(folder: Path) -> dict[str, Path]:
    """Make the hub of Ada in a folder, with a bundle for each beside it; return the bundles by name. LAW is merged away afterwards."""
    with sample.make(folder, user("Ada"), means(1)) as hub:
        people = [hub.assigning.person(name) for name in NAMES]
        hub.assigning.assign(hub.assigning.plan(people, Dealing(everyone=True)))
        files = {name: hub.bundles.write(name, folder / name).path for name in NAMES}
        hub.scheme.merge(hub.scheme.label("LAW").id, hub.scheme.label("WORK_OF_ART").id)
    return files


def sit(files: Mapping[str, Path], names: Sequence[str] = NAMES, *, stage: int = 1) -> None:
    """Let some of them sit down at their bundles, as `tests.project.sitting` says of each stage; wait until all are through."""
    running = []
    for name in names:
        command = [sys.executable, "-m", "tests.project.sitting", str(files[name]), name, str(_SEEDS[name]), str(stage)]
        environment = {**os.environ, **places(files[name].with_name(f"home of {name}"))}
        running.append(subprocess.Popen(command, cwd=_ROOT, env=environment, stderr=subprocess.PIPE, text=True))
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
