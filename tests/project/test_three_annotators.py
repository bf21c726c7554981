"""Three people label bundles of the sample on three computers; whatever the order in which their files come back, it comes to the same."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.project import sample
from annotator.project.door import Project, open_project
from annotator.project.exports import ExportOptions
from annotator.project.settling import Rule
from tests.project.making import copied, digest, faults, means, user
from tests.project.sitting import TITLES
from tests.project.three_at_work import NAMES, hand_out, sit

EXPECTED = [
    (
        "Pilots vote", "label", "Saint Brendan",
        {"Bea": ["Saint Brendan FAC"], "Cem": ["Saint Brendan PRODUCT"], "Dan": ["Saint Brendan PRODUCT"]},
    ),
    (
        "Pilots vote", "split/merge", "Baltic Pilots’ Union (BPU)",
        {
            "Bea": ["Baltic Pilots’ Union ORG", "BPU ORG"],
            "Cem": ["Baltic Pilots’ Union ORG", "BPU ORG"],
            "Dan": ["Baltic Pilots’ Union (BPU) ORG"],
        },
    ),
    ("Pilots vote", "missing", "next spring", {"Bea": ["next spring DATE"], "Cem": [], "Dan": ["next spring DATE"]}),
    (
        "Riga talks", "boundary", "the Hotel Daugava",
        {"Bea": ["the Hotel Daugava FAC"], "Cem": ["Hotel Daugava FAC"], "Dan": ["Hotel Daugava FAC"]},
    ),
    ("Riga talks", "label", "EU", {"Bea": ["EU ORG"], "Cem": ["EU GPE"], "Dan": ["EU ORG"]}),
    ("Swedish prosecutor", "label", "Swedish", {"Bea": ["Swedish NATIONALITY"], "Cem": ["Swedish NATIONALITY"], "Dan": ["Swedish GPE"]}),
    ("Watch: Protesters", "both", "Riga Castle", {"Bea": ["Riga Castle FAC"], "Cem": ["Riga GPE"], "Dan": ["Riga Castle FAC"]}),
]  # fmt: skip
"""Written by hand from what each does otherwise (sitting.DIFFERENT). Dan is not done with the last entry, and LAW was merged away."""


@dataclass(frozen=True)
class Study:
    """The hub as it stood when the bundles were out, and what came back."""

    hub: Path
    files: dict[str, Path]
    early: Path


@pytest.fixture(scope="module")
def handed_back(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("study")
    files = hand_out(folder)
    sit(files)
    early = copied(files["Cem"], folder / "early")
    sit(files, ["Cem"], stage=2)
    return Study(folder / sample.NAME, files, early)


def _opened(study: Study, folder: Path) -> Project:
    return open_project(copied(study.hub, folder), user("Ada"), means(3))


@pytest.fixture
def merged(handed_back: Study, tmp_path: Path) -> Iterator[Project]:
    with _opened(handed_back, tmp_path) as project:
        project.merging.merge(list(handed_back.files.values()))
        yield project


def test_all_orders_come_to_the_same_also_one_twice_and_one_at_two_stages(handed_back: Study, tmp_path: Path) -> None:
    digests = set()
    for number, order in enumerate(itertools.permutations(NAMES)):
        files = [handed_back.files[name] for name in order]
        with _opened(handed_back, tmp_path / str(number)) as project:
            project.merging.merge([handed_back.early, files[0]] if number % 2 else files[:1])
            project.merging.merge([*files[1:], files[0]])
            project.merging.merge([handed_back.early])
            assert faults(project) == []
            digests.add(digest(project))
    assert len(digests) == 1


def test_the_disagreements_are_those_that_were_written_down_by_hand(merged: Project) -> None:
    names = {each.id: each.name for each in merged.layers.all()}
    found = []
    for row, each in merged.studying.disagreements():
        text = merged.entries.entry(row).text
        read = {
            names[layer]: [f"{text[s:e]} {key}" for s, e, key in reading.places] for reading in each.readings for layer in reading.layers
        }
        found.append((next(title for title in TITLES if text.startswith(title)), each.kind.value, each.words, dict(sorted(read.items()))))
    assert sorted(found) == sorted(EXPECTED)


def test_each_annotator_worked_on_a_device_of_their_own(merged: Project) -> None:
    devices = merged.desk.conn.execute("SELECT annotator, count(DISTINCT device) FROM decisions GROUP BY annotator").fetchall()
    assert [n for _, n in devices] == [1, 1, 1, 1]
    assert merged.desk.conn.execute("SELECT count(DISTINCT device) FROM decisions").fetchone()[0] == 4


def test_what_was_taken_back_after_handing_in_is_gone_also_from_the_earlier_file(handed_back: Study, tmp_path: Path) -> None:
    with _opened(handed_back, tmp_path) as project:
        project.merging.merge([handed_back.early])
        early = project.layers.named("Cem").spans
        project.merging.merge([handed_back.files["Cem"]])
        assert project.layers.named("Cem").spans == early - 1


def test_settled_by_rule_and_by_hand_the_adjudicated_layer_goes_out(merged: Project, tmp_path: Path) -> None:
    plan = merged.settling.by_rule(Rule.MAJORITY)
    assert (plan.by_rule, plan.open) == (len(EXPECTED), 0)
    merged.settling.take_by_rule(merged.settling.by_rule(Rule.UNANIMOUS))
    while case := next(merged.settling.cases(only_open=True), None):
        merged.settling.take_majority(case)
    assert merged.settling.progress().open == 0
    assert merged.layers.named("adjudicated").done == len(TITLES)
    for name in ("jsonl", "conll"):
        written = merged.exports.write(ExportOptions(name, layer="adjudicated"), tmp_path / f"settled.{name}")
        assert written.plan.entries == len(TITLES)
        assert written.plan.exported == written.plan.stored == merged.layers.named("adjudicated").spans
    assert faults(merged) == []
