"""How much memory an import with spans takes at 100,000 entries, against the same at 1,000: the greatest resident size of a process."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from annotator.project.reports import ImportOptions
from tests.bench.corpus import corpus
from tests.project import making

FEW, MANY = 1_000, 100_000


def take(file: Path, folder: Path) -> int:
    """Import a file into a layer; return the greatest resident size of this process in kilobytes."""
    with making.new_project(folder) as project:
        project.imports.take(file, ImportOptions(to="layer", layer="gold"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def _in_a_process(file: Path, folder: Path) -> int:
    command = [sys.executable, "-m", "tests.bench.bench_memory", str(file), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return int(subprocess.run(command, capture_output=True, check=True, env=environment).stdout)


def measure(few: int = FEW, many: int = MANY) -> dict[str, float]:
    """Return both sizes and their ratio."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        sizes = [_in_a_process(corpus(folder / f"{n}.jsonl", n), folder / str(n)) for n in (few, many)]
    return {"few entries": few, "kB": sizes[0], "many entries": many, "kB of many": sizes[1], "ratio": round(sizes[1] / sizes[0], 2)}


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(take(Path(sys.argv[1]), Path(sys.argv[2])))
    else:
        print(json.dumps(measure()))
