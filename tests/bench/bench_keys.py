"""Keys per span: a simulated researcher drives the real window through a gold layer and ends at exactly that layer.

`python -m tests.bench.bench_keys [GOLD.jsonl …] [--modes memory training none default] [--ways fix each] [--orders N]` prints one JSON
object. Without a file the gold of the shipped sample is taken; `keys_gold.py` brings corpora to our JSONL. By mode: `memory` is the program
as it comes (`annotator suggest`, then memory live in the window), `training` the same with `annotator train` and `annotator suggest` after
every 25 entries (as the window's button does, its keys counted), `none` is every suggester switched off, `default` is the program without
memory. By way of working: `fix` mends what is wrong and accepts the rest at once, `each` looks at each suggestion. `--orders` adds the
quarters' mean over so many other orders of the entries, since what stands in a quarter weighs more than how far the work is. The
researcher and what they see: `keys_person.py`; seconds: `keys_model.py`. Checked at the end: the export is the gold, and the keys and
seconds that the program counted are those that were pressed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from annotator.core.resources import resource
from annotator.project.costs import costs_of
from annotator.project.door import Project, create_project, this_user, usual_means
from annotator.project.exports import ExportOptions
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions
from tests.bench.keys_gold import bare, read_gold, scheme_for
from tests.bench.keys_model import Spent, mean_quarters, mending, quarters, together, told
from tests.bench.keys_person import EACH, FIX, Researcher
from tests.bench.keys_plan import Gold
from tests.bench.sitting_timed import timed_sitting
from tests.homes import places

MEMORY, TRAINING, NONE, ALONE = "memory", "training", "none", "default"
_EVERY = 25
_BEFORE_FIRST = 3.0
_TRAINING_KEYS = 4
"""Ctrl+Shift+L, and Enter to close what it told."""


def command(*words: str | Path) -> None:
    """Run the command as the window does, in a process of its own."""
    subprocess.run([sys.executable, "-m", "annotator", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def made(folder: Path, gold: Sequence[tuple[str, Gold, dict[str, object]]], mode: str) -> Path:
    """Make a project of the texts, with the suggestions of a mode; return its path."""
    who = choose_person(usual_means(), "Ada Reyes")
    scheme = scheme_for({label for _, spans, _ in gold for *_, label in spans})
    with create_project(folder / "study", who, usual_means(), scheme=scheme) as project:
        file = folder / "texts.jsonl"
        file.write_text(bare(gold), encoding="utf-8")
        project.imports.take(file, ImportOptions())
        path = project.path
        if mode in (NONE, ALONE):
            project.roster.choose(() if mode == NONE else ("default",))
    if mode != NONE:
        command("suggest", path, "--json")
    return path


def exported(project: Project, folder: Path) -> dict[str, Gold]:
    """Return what an export of the own layer holds, by text."""
    project.exports.write(ExportOptions("jsonl", layer=project.person.name), folder / "out.jsonl")
    return {text: spans for text, spans, _ in read_gold(folder / "out.jsonl")}


def drive(path: Path, gold: dict[str, Gold], *, way: str, mode: str) -> tuple[list[Spent], dict[str, object]]:
    """Label a whole project through its window; return what each entry cost and what was checked. Raises AssertionError."""
    parts: list[Spent] = []
    with timed_sitting(path) as sitting:
        person = Researcher(sitting.window, gold, way=way)
        project = sitting.session.project
        for number in range(len(sitting.session.rows)):
            if mode == TRAINING and number and number % _EVERY == 0:
                command("train", path, "--as", project.person.name, "--json")
                command("suggest", path, "--json")
                sitting.session.refresh()
                parts[-1].keys["training"] += _TRAINING_KEYS
            parts.append(person.entry())
        found = exported(project, path.parent)
        different = [(text[:60], sorted(found.get(text, frozenset()) ^ spans)) for text, spans in gold.items() if found.get(text) != spans]
        assert found == gold, f"the export is not the gold: {different[:3]}"
        whole = costs_of(project).whole
        # A step's keys are shared out among the spans it settled; the sum may differ from a whole number by a rounding.
        assert abs(whole.keys - person.pressed) < 1e-6, f"the program counted {whole.keys} keys, {person.pressed} were pressed"
        # What passes before the first key the program cannot see.
        assert 0.0 <= person.clock.now - whole.seconds < _BEFORE_FIRST, (whole.seconds, person.clock.now)
        version = project.training.versions()[-1].number if mode == TRAINING else 0
        checks = {"export equals gold": True, "keys counted by the program": round(whole.keys), "pressed": person.pressed,
                  "seconds counted by the program": round(whole.seconds, 1), "by the model": round(person.clock.now, 1)}  # fmt: skip
        return parts, checks | ({"models taken": version} if mode == TRAINING else {})


def measure(file: Path, modes: Sequence[str], ways: Sequence[str], orders: int = 0) -> dict[str, object]:
    """Return the figures of one gold file: in its order, and (by quarters) as the mean of so many other orders of its entries."""
    gold = read_gold(file)
    figures: dict[str, object] = {"entries": len(gold), "gold spans": sum(len(spans) for _, spans, _ in gold)}
    for mode in modes:
        for way in ways:
            parts, checks = labelled(gold, way=way, mode=mode)
            shuffled = [labelled(random.Random(seed).sample(gold, len(gold)), way=way, mode=mode)[0] for seed in range(1, orders + 1)]
            mean = {"in other orders, keys per span by quarters, mean": mean_quarters(shuffled)} if shuffled else {}
            figures[f"{mode}, {way}"] = mean | {
                "whole": told(together(parts)),
                "keys per span by quarters": [each["keys per span"] for each in quarters(parts)],
                "the same without ending entries": mending(parts),
                "seconds per span by quarters": [each["seconds per span (KLM)"] for each in quarters(parts)],
                "keys and spans by entry": [f"{each.all_keys}/{each.spans}" for each in parts],
                "checked": checks,
            }
    return figures


def labelled(gold: Sequence[tuple[str, Gold, dict[str, object]]], *, way: str, mode: str) -> tuple[list[Spent], dict[str, object]]:
    """Make a project of the gold's texts and label it."""
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder), gold, mode)
        return drive(path, {text: spans for text, spans, _ in gold}, way=way, mode=mode)


def main(words: Sequence[str] | None = None) -> dict[str, object]:
    """Return the figures of all files asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--modes", nargs="+", default=[MEMORY, TRAINING, NONE], choices=[MEMORY, TRAINING, NONE, ALONE])
    parser.add_argument("--ways", nargs="+", default=[FIX, EACH], choices=[FIX, EACH])
    parser.add_argument("--orders", type=int, default=0, help="so many other orders of the entries, too: the mean of their quarters")
    given = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(places(Path(home)))
        choose_person(usual_means(), "Ada Reyes")
        assert this_user(usual_means()).asked
        files = given.gold or [resource("sample", "gold.jsonl")]
        return {file.name: measure(file, given.modes, given.ways, given.orders) for file in files}


if __name__ == "__main__":
    print(json.dumps(main(), indent=1, ensure_ascii=False))
