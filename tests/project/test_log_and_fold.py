"""Whatever people do, log and projection say the same; undo and redo lead there and back; merging does not ask for an order."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from annotator.project.door import Project
from tests.project import making
from tests.project.making import ACTS, Act, act, act_all, again, copied, digest, faults

acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 999), st.integers(0, 999), st.integers(0, 999)), min_size=1, max_size=25)
few = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project of four entries with suggestions; tests copy it."""
    with making.study(tmp_path_factory.mktemp("begun")) as project:
        return project.path


@contextmanager
def fresh(begun: Path) -> Iterator[Project]:
    with tempfile.TemporaryDirectory() as folder, again(copied(begun, Path(folder))) as project:
        yield project


@few
@given(acts)
def test_the_projection_is_what_a_second_naive_fold_of_the_log_says(begun: Path, done: list[Act]) -> None:
    with fresh(begun) as project:
        for number, each in enumerate(done, start=1):
            act(project, each)
            if number % 3 == 0:
                assert faults(project) == []
        assert faults(project) == []


@few
@given(acts)
def test_undoing_all_leads_to_the_first_state_and_redoing_all_to_the_last(begun: Path, done: list[Act]) -> None:
    kept = [each for each in done if each[0] not in {"import layer", "import suggestions", "withdraw", "restore", "undo", "redo"}]
    with fresh(begun) as project:
        first = digest(project)
        act_all(project, kept)
        last = digest(project)
        undone = 0
        while project.history.undo():
            undone += 1
        assert digest(project) == first
        for _ in range(undone):
            project.history.redo()
        assert project.history.redo_name is None
        assert digest(project) == last
        assert faults(project) == []


@few
@given(acts)
def test_opening_again_and_rebuilding_change_nothing(begun: Path, done: list[Act]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = copied(begun, Path(folder))
        with again(path) as project:
            act_all(project, done)
            last, undo, redo = digest(project), project.history.undo_name, project.history.redo_name
        with again(path, seed=3) as project:
            assert digest(project) == last
            assert (project.history.undo_name, project.history.redo_name) == (undo, redo)
            project.upkeep.rebuild()
            assert digest(project) == last
            assert faults(project) == []


@settings(few, max_examples=12)
@given(st.tuples(acts, acts, acts))
def test_merging_three_copies_gives_the_same_in_every_order_and_when_repeated(begun: Path, done: tuple[list[Act], ...]) -> None:
    names = ("Ada", "Ben", "Chi")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        copies = []
        for number, (name, theirs) in enumerate(zip(names, done, strict=True)):
            path = copied(begun, folder / name)
            with again(path, name=name, seed=10 + number) as project:
                act_all(project, theirs)
            copies.append(path)
        found = set()
        for number, order in enumerate(itertools.permutations(copies)):
            path = copied(order[0], folder / f"merged {number}")
            with again(path, name=names[copies.index(order[0])], seed=20 + number) as project:
                for other in order[1:]:
                    project.merging.merge([other])
                found.add(digest(project))
                if number % 2:
                    project.merging.merge(list(order[1:]))
                    found.add(digest(project))
                    assert faults(project) == []
        assert len(found) == 1


@settings(few, max_examples=6)
@given(st.tuples(acts, acts, acts))
def test_merging_is_associative(begun: Path, done: tuple[list[Act], ...]) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        paths = []
        for number, (name, theirs) in enumerate(zip(("Ada", "Ben", "Chi"), done, strict=True)):
            paths.append(copied(begun, folder / name))
            with again(paths[-1], name=name, seed=10 + number) as project:
                act_all(project, theirs)
        one, two, three = paths
        right = copied(two, folder / "right")
        with again(right, name="Ben", seed=30) as project:
            project.merging.merge([three])
        with again(copied(one, folder / "a"), seed=31) as project:
            project.merging.merge([right])
            first = digest(project)
        with again(copied(one, folder / "b"), seed=32) as project:
            project.merging.merge([two, three])
            assert digest(project) == first


@settings(few, max_examples=10)
@given(acts, acts)
def test_one_person_may_work_on_two_copies_at_one_computer_and_merge_them(begun: Path, one: list[Act], two: list[Act]) -> None:
    with tempfile.TemporaryDirectory() as made:
        paths = [copied(begun, Path(made) / name) for name in "ab"]
        for number, (path, theirs) in enumerate(zip(paths, (one, two), strict=True)):
            with again(path, seed=40 + number) as project:
                act_all(project, theirs)
        found = set()
        for number, (here, there) in enumerate((paths, paths[::-1])):
            with again(copied(here, Path(made) / f"m{number}"), seed=50 + number) as project:
                project.merging.merge([there])
                assert faults(project) == []
                found.add(digest(project))
                while project.history.undo():
                    pass
                assert faults(project) == []
        assert len(found) == 1
