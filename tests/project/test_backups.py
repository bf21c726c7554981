"""Before something large happens a copy is kept; going back says what it would cost and throws nothing away."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.errors import InputError, LockedError, MachineError
from annotator.project.reports import ImportOptions
from annotator.project.upkeep import loss_of_restoring, restore_backup
from annotator.store import backup
from tests.project import making


def _file(folder: Path, number: int) -> Path:
    return making.write_jsonl(folder / f"file {number}.jsonl", [(f"Entry number {number}.", [])])


def test_each_import_into_a_project_that_holds_something_keeps_a_copy_first_and_the_last_five_stay(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        project.imports.take(_file(tmp_path, 0), ImportOptions())
        assert project.upkeep.automatic() == []
        for number in range(1, 8):
            project.imports.take(_file(tmp_path, number), ImportOptions())
        kept = project.upkeep.automatic()
    assert [backup.counts(path)[1] for path in kept] == [7, 6, 5, 4, 3]
    assert all("before importing file" in path.name for path in kept)


def test_a_dry_run_keeps_no_copy_and_changes_nothing(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        before = making.digest(project)
        report = project.imports.take(_file(tmp_path, 1), ImportOptions(), dry_run=True)
        assert report.entries.taken == 1
        assert making.digest(project) == before
        assert project.upkeep.automatic() == []
        assert project.imports.take(_file(tmp_path, 1), ImportOptions()).entries == report.entries


def test_merging_keeps_a_copy_first(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        path = project.path
    with making.again(making.copied(path, tmp_path / "other"), name="Ben") as other:
        making.label(other, 1, "Gdansk", "GPE")
    with making.again(path, seed=3) as project:
        project.merging.merge([other.path])
        (kept,) = project.upkeep.automatic()
    assert "before merging" in kept.name


def test_going_back_says_what_would_be_lost_and_sets_the_present_file_aside(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        first = making.digest(project)
        path = project.path
        copy = project.upkeep.backup(tmp_path / "safe #1 100%")
        making.label(project, 1, "Gdansk", "GPE")
        project.entries.done(1)
        last = making.digest(project)
    loss = loss_of_restoring(path, copy)
    assert (loss.decisions, loss.present - loss.backup) == (2, 2)
    aside = restore_backup(path, copy, making.user("Ada"), making.means(3))
    assert aside is not None
    assert "set aside" in aside.name
    with making.again(path, seed=4) as project:
        assert making.digest(project) == first
        assert making.faults(project) == []
    with making.again(aside, seed=5) as project:
        assert making.digest(project) == last


def test_going_back_that_is_stopped_leaves_everything_as_it_was(tmp_path: Path) -> None:
    class EnoughError(Exception):
        pass

    def stopped(done: int, total: int) -> None:
        assert 0 < done <= total
        raise EnoughError

    with making.study(tmp_path) as project:
        path, copy = project.path, project.upkeep.backup(tmp_path / "safe")
        making.label(project, 1, "Gdansk", "GPE")
        last = making.digest(project)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(EnoughError):
        restore_backup(path, copy, making.user("Ada"), making.means(3), progress=stopped)
    assert sorted(tmp_path.iterdir()) == before
    with making.again(path, seed=4) as project:
        assert making.digest(project) == last


def test_a_source_that_is_out_of_sight_weighs_as_much_as_all_entries_when_it_comes_back(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        (source,) = project.imports.sources()
        project.imports.hide(source.id)
        assert project.history.undo_weight == 1 + source.entries
        project.history.undo()
        assert project.history.redo_weight == 1 + source.entries


def test_going_back_twice_within_a_second_sets_both_files_aside(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        path, copy = project.path, project.upkeep.backup(tmp_path / "safe")
    now = making.means(3).now()
    means = making.means(3)
    still = type(means)(means.ids, lambda: now)
    asides = {restore_backup(path, copy, making.user("Ada"), still) for _ in range(2)}
    assert len(asides) == 2
    assert all(each is not None and each.exists() for each in asides)


def test_work_that_went_on_after_going_back_can_be_merged_with_what_was_set_aside(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        path, copy = project.path, project.upkeep.backup(tmp_path / "safe")
        making.label(project, 1, "Gdansk", "GPE")
    aside = restore_backup(path, copy, making.user("Ada"), making.means(3))
    assert aside is not None
    with making.again(path, seed=4) as project:
        making.label(project, 1, "Tuesday", "DATE")
        project.merging.merge([aside])
        assert making.marked(project, 1) == [("Gdansk", "GPE"), ("Tuesday", "DATE")]
        assert making.faults(project) == []


def test_a_project_that_is_open_is_not_replaced(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        copy = project.upkeep.backup(tmp_path / "safe")
        with pytest.raises(LockedError):
            restore_backup(project.path, copy, making.user("Ben"), making.means(3))


def test_what_is_no_project_is_not_gone_back_to(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        path, kept = project.path, making.digest(project)
    notes = tmp_path / "notes.txt"
    notes.write_text("Nothing but notes.")
    with pytest.raises(MachineError, match="not a project"):
        restore_backup(path, notes, making.user("Ada"), making.means(3))
    with pytest.raises(InputError, match="the project itself"):
        restore_backup(path, path, making.user("Ada"), making.means(3))
    with making.again(path, seed=4) as project:
        assert making.digest(project) == kept


def test_a_copy_can_be_made_while_deciding_and_is_not_put_over_a_file(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        making.label(project, 1, "Gdansk", "GPE")
        copy = project.upkeep.backup(tmp_path / "copy")
        with pytest.raises(InputError, match="exists already"):
            project.upkeep.backup(tmp_path / "copy")
        kept = making.digest(project)
    assert not copy.with_name(copy.name + "-wal").exists()
    with making.again(copy, seed=3) as project:
        assert making.digest(project) == kept
