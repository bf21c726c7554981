"""Fifty processes that decide are killed at random moments: what they said was written is written, and nothing is half written."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.project import making

ROOT = Path(__file__).parents[2]
KILLS = 50


def _killed(path: Path, seed: int) -> list[str]:
    """Run a process that decides, kill it a random moment after it began, return what it told."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.store.deciding", str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0.0, 0.3))
        process.kill()
        rest = process.stdout.read()
    lines = (first + rest).decode().split("\n")
    return lines[:-1]  # the last one may be cut off


@pytest.mark.parametrize("part", range(2))
def test_what_was_committed_survives_a_kill(tmp_path: Path, part: int) -> None:
    with making.study(tmp_path / "begun") as project:
        begun = project.path
    seeds = range(100 + part * KILLS // 2, 100 + (part + 1) * KILLS // 2)
    paths = {seed: making.copied(begun, tmp_path / str(seed)) for seed in seeds}
    with ThreadPoolExecutor(2) as pool:
        told = dict(zip(seeds, pool.map(lambda seed: _killed(paths[seed], seed), seeds), strict=True))
    committed = 0
    for seed, lines in told.items():
        assert lines[0] == "2", "PRAGMA synchronous is FULL"
        with making.again(paths[seed], name="Ben", seed=seed) as project:
            kept = {row[0] for row in project.desk.conn.execute("SELECT hex(id) FROM decisions")}
            assert set(lines[1:]) <= kept
            assert making.faults(project) == []
        committed += len(lines) - 1
    assert committed > KILLS // 2
