"""Dealing entries out: evenly, by a seed, with control groups within each source, and changed one by one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.core.model import Person
from annotator.project.dealing import Dealing, deal, drawn_share, units_of
from annotator.project.door import Project
from annotator.project.reports import ImportOptions
from annotator.store.assignments import Dealt
from tests.project.making import again, faults, new_project, row_with, study, waiting, write_jsonl


def people(*names: str) -> list[Person]:
    return [Person(name.encode().ljust(16, b"\0"), name) for name in names]


def corpus(*sizes: int) -> list[Dealt]:
    return [
        Dealt(100 * source + number, bytes([source, number]).ljust(16, b"\0"), bytes([source]).ljust(16, b"\0"), f"source {source}")
        for source, size in enumerate(sizes)
        for number in range(size)
    ]


@settings(deadline=None, max_examples=60)
@given(
    sizes=st.lists(st.integers(1, 12), min_size=1, max_size=4), many=st.integers(1, 5), per_entry=st.integers(1, 5), seed=st.integers(0, 99)
)
def test_each_entry_goes_to_so_many_and_loads_differ_by_one_at_most(sizes: list[int], many: int, per_entry: int, seed: int) -> None:
    per_entry = min(per_entry, many)
    names = people(*"ABCDE"[:many])
    dealing = Dealing(per_entry, seed=seed)
    found = deal(units_of(corpus(*sizes), dealing), names, dealing, Counter())
    by_entry = Counter(entry.entry for entry, _ in found)
    assert set(by_entry.values()) == {per_entry}
    assert len(set(found)) == len(found)
    loads = [sum(person == each for _, person in found) for each in names]
    assert max(loads) - min(loads) <= 1
    assert found == deal(units_of(corpus(*sizes), dealing), names, dealing, Counter())


def test_a_share_that_overlaps_goes_to_everybody() -> None:
    dealing = Dealing(overlap=0.25, seed=1)
    found = deal(units_of(corpus(20), dealing), people("A", "B", "C"), dealing, Counter())
    assert Counter(Counter(entry.entry for entry, _ in found).values()) == {3: 5, 1: 15}


def test_by_source_a_source_stays_whole() -> None:
    dealing = Dealing(by_source=True)
    found = deal(units_of(corpus(5, 7, 3, 9), dealing), people("A", "B"), dealing, Counter())
    assert len({(entry.source, person.name) for entry, person in found}) == 4
    assert sorted(Counter(person.name for _, person in found).values()) == [12, 12]


@given(sizes=st.lists(st.integers(0, 15), min_size=1, max_size=5), share=st.floats(0, 1))
def test_a_drawn_share_is_right_in_all_and_in_each_source(sizes: list[int], share: float) -> None:
    entries = corpus(*sizes)
    drawn = drawn_share(entries, share, "seed")
    assert len(drawn) == int(share * len(entries) + 0.5)
    assert drawn == drawn_share(list(reversed(entries)), share, "seed")
    for source, size in enumerate(sizes):
        assert abs(sum(each[0] == source for each in drawn) - share * size) <= 1.0 + 1e-9


def dealt(project: Project, *names: str, **how: object) -> Project:
    found = [project.assigning.person(name) for name in names]
    project.assigning.assign(project.assigning.plan(found, Dealing(**how)))  # type: ignore[arg-type]
    return project


def test_the_matrix_tells_who_labels_how_much(tmp_path: Path) -> None:
    with dealt(study(tmp_path), "Bea", "Cem", everyone=True, control=0.5) as project:
        matrix = project.assigning.matrix()
        assert [(each.person.name, each.entries, each.control, each.done) for each in matrix.rows] == [("Bea", 4, 2, 0), ("Cem", 4, 2, 0)]
        assert (matrix.by_people, matrix.pairs) == ({2: 4}, {("Bea", "Cem"): 4})
        assert faults(project) == []
        project.history.undo()
        assert project.assigning.matrix().rows == ()


def test_what_comes_later_is_dealt_without_touching_what_was(tmp_path: Path) -> None:
    with dealt(study(tmp_path), "Bea", "Cem") as project:
        before = set(project.assigning.cells())
        project.imports.take(write_jsonl(tmp_path / "more.jsonl", [("More news.", []), ("And more.", [])]), ImportOptions())
        dealt(project, "Bea", "Cem")
        after = project.assigning.cells()
        assert before < set(after)
        assert sorted(Counter(each.person for each in after).values()) == [3, 3]
        dealt(project, "Cem", anew=True)
        assert len({each.person for each in project.assigning.cells()}) == 1


def test_one_entry_is_given_and_taken_back(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        bea = project.assigning.person("Bea")
        row = row_with(project, "Talks")
        project.assigning.set(row, bea.id, True)
        assert not project.assigning.set(row, bea.id, True)
        assert [each.row for each in project.assigning.cells()] == [row]
        project.assigning.set(row, bea.id, False)
        assert project.assigning.cells() == []
        assert faults(project) == []


def test_in_the_control_group_no_suggestion_shows_and_decisions_say_so(tmp_path: Path) -> None:
    with dealt(study(tmp_path), "Ada", control=0.5, seed=3) as project:
        hidden = set(project.desk.withheld(list(project.entries.rows())))
        assert len(hidden) == 2
        for row in project.entries.rows():
            assert bool(waiting(project, row)) == (row not in hidden and "Talks" not in project.entries.entry(row).text)
            project.entries.done(row)
        told = project.desk.conn.execute(
            "SELECT e.row, json_extract(d.conditions, '$.shown') FROM decisions d JOIN entries e ON e.id = d.entry WHERE d.kind = 'done'"
        ).fetchall()
        assert {row for row, shown in told if not shown} >= hidden
        assert any(shown for _, shown in told)
    with again(project.path, name="Bea", seed=4) as bea:
        assert not bea.desk.withheld(list(bea.entries.rows()))


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"per_entry": 3}, "one to 2"),
        ({"control": 1.5}, "between 0 and 1"),
        ({"everyone": True, "overlap": 0.5}, "Choose one"),
    ],
)
def test_dealing_that_makes_no_sense_is_refused(tmp_path: Path, how: dict[str, object], words: str) -> None:
    with new_project(tmp_path) as project, pytest.raises(InputError, match=words):
        project.assigning.plan(people("A", "B"), Dealing(**how))  # type: ignore[arg-type]
