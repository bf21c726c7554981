"""Disks fill, folders are read-only, files are broken or gone: a sentence each, and nothing is harmed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError, InputError, MachineError
from annotator.project.door import create_project, open_project
from annotator.project.exports import ExportOptions
from annotator.project.reports import ImportOptions
from annotator.store.database import unhurried
from annotator.store.migrations import VERSION
from tests.project import making

Mount = Callable[..., Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mount a small file system in memory; skips where that is not permitted."""
    mounted: list[Path] = []

    def make(size: str = "3m") -> Path:
        folder = tmp_path / f"disk {len(mounted)}"
        folder.mkdir()
        if shutil.which("mount") is None:
            pytest.skip("no mount here")
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("mounting is not permitted here")
        mounted.append(folder)
        return folder

    yield make
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _read_only(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def _fill(folder: Path, *, leaving: int = 0) -> Path:
    """Fill a disk but for some bytes."""
    ballast = folder / "ballast"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    with ballast.open("wb") as file:
        for _ in range(0, max(0, free - leaving), 4096):
            try:
                file.write(bytes(4096))
                file.flush()
            except OSError:
                return ballast
    return ballast


def _large(path: Path, entries: int = 3000) -> Path:
    text = "The harbour master of Gdansk spoke, and everybody heard what was said, number {}. " * 4
    return making.write_jsonl(path, [(text.format(n, n, n, n), [(22, 28, "GPE")]) for n in range(entries)])


def test_a_full_disk_while_labelling_loses_nothing_and_work_goes_on_when_there_is_space(mount: Mount) -> None:
    disk = mount()
    with making.study(disk) as project:
        row = making.row_with(project, "union")
        ballast = _fill(disk)
        kept = making.digest(project)
        told = ""
        for number in range(400):
            before = making.digest(project)
            try:
                project.entries.comment(row, f"remark {number} " * 40)
            except MachineError as error:
                told = error.sentence
                assert making.digest(project) == before
                break
        assert "full" in told
        assert "nothing of this step was written" in told
        assert making.faults(project) == []
        ballast.unlink()
        project.entries.comment(row, "there is space again")
        last = making.digest(project)
        assert last != kept
    with making.again(disk / "study.annotator") as project:
        assert making.digest(project) == last
        assert making.faults(project) == []


def test_a_full_disk_while_importing_takes_nothing_in_and_the_import_can_be_done_again(mount: Mount, tmp_path: Path) -> None:
    disk = mount("2m")
    large = _large(tmp_path / "large.jsonl")
    with making.study(disk) as project:
        before = making.digest(project)
        with pytest.raises(MachineError, match="full"):
            project.imports.take(large, ImportOptions())
        assert making.digest(project) == before
        assert making.faults(project) == []
        assert not [each for each in disk.rglob("*") if each.name.endswith(".part")]
        subprocess.run(["mount", "-o", "remount,size=60m", str(disk)], check=True)
        assert project.imports.take(large, ImportOptions()).entries.taken == 3000
        assert making.faults(project) == []


def test_a_full_disk_while_exporting_leaves_what_was_there(mount: Mount, tmp_path: Path) -> None:
    disk = mount("200k")
    with making.new_project(tmp_path) as project:
        project.imports.take(_large(tmp_path / "large.jsonl"), ImportOptions(to="layer", layer="gold"))
        out = disk / "data.jsonl"
        out.write_text("what was there")
        with pytest.raises(MachineError, match=r"data\.jsonl cannot be written: No space"):
            project.exports.write(ExportOptions("jsonl", layer="gold"), out)
        assert out.read_text() == "what was there"
        assert [each.name for each in disk.iterdir()] == ["data.jsonl"]


def test_a_full_disk_leaves_no_half_made_project_and_no_half_made_backup(mount: Mount, tmp_path: Path) -> None:
    disk = mount("200k")
    ballast = _fill(disk, leaving=40_000)
    with pytest.raises(MachineError, match="full"):
        making.new_project(disk)
    assert [each.name for each in disk.iterdir() if not each.name.startswith(".")] == [ballast.name]
    with making.new_project(tmp_path) as project, pytest.raises(MachineError, match="full"):
        project.upkeep.backup(disk / "copy")
    assert not list(disk.glob("*copy*")) + list(disk.glob(".*copy*"))
    ballast.unlink()


def test_a_full_disk_on_opening_is_said_and_no_lock_stays(mount: Mount) -> None:
    disk = mount("1m")
    with making.study(disk) as project:
        path = project.path
    ballast = _fill(disk)
    with pytest.raises(MachineError):
        making.again(path, name="Zoe", seed=4)
    ballast.unlink()
    with making.again(path, seed=5) as project:
        assert making.faults(project) == []


def test_a_read_only_file_system_can_be_looked_at_and_says_that_nothing_can_be_decided(mount: Mount) -> None:
    disk = mount()
    with making.study(disk) as project:
        path, kept = project.path, making.digest(project)
    _read_only(disk)
    with pytest.raises(MachineError, match="look"):
        making.again(path)
    with open_project(path, making.user("Ada"), making.means(3), read_only=True) as looking:
        assert making.digest(looking) == kept
        with pytest.raises(MachineError, match="look only"):
            looking.imports.take(path, ImportOptions())
    with pytest.raises(MachineError):
        making.new_project(disk, name="other")


def test_a_copy_without_its_side_file_on_a_read_only_disk_can_be_looked_at(mount: Mount) -> None:
    disk = mount()
    with making.study(disk / "here") as project:
        copied = making.copied(project.path, disk / "there")
    _read_only(disk)
    with open_project(copied, making.user("Ada"), making.means(3), read_only=True) as looking:
        assert any("copied while it was open" in warning for warning in looking.warnings)
        looking.desk.conn.execute("SELECT count(*) FROM entries").fetchone()


def test_a_main_file_that_was_copied_without_its_side_file_is_warned_of(tmp_path: Path) -> None:
    with making.study(tmp_path / "here") as project:
        path = project.path
    with making.again(path) as project:
        making.label(project, 1, "Gdansk", "GPE")
        copied = making.copied(path, tmp_path / "there")
        assert project.warnings == ()
    with making.again(copied) as project:
        assert any("newest decisions may have stayed behind" in warning for warning in project.warnings)
        assert project.spans.marks(1).spans == ()
        assert making.faults(project) == []


def test_a_clean_close_leaves_one_file_that_holds_all(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        making.label(project, 1, "Gdansk", "GPE")
        path, kept = project.path, making.digest(project)
        assert path.with_name(path.name + "-wal").exists()
    beside = {each.name for each in tmp_path.iterdir() if each.name.startswith(path.name)}
    assert beside == {path.name}
    with sqlite3.connect(path) as conn:
        assert conn.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    conn.close()
    with making.again(making.copied(path, tmp_path / "copy")) as project:
        assert project.warnings == ()
        assert making.digest(project) == kept


def test_closing_beside_one_who_looks_does_not_wait_and_loses_nothing(tmp_path: Path) -> None:
    project = making.study(tmp_path)
    looking = open_project(project.path, making.user("Ben"), making.means(3), read_only=True)
    looking.desk.conn.execute("SELECT count(*) FROM decisions").fetchone()
    kept = making.digest(project)
    project.close()
    looking.close()
    with making.again(project.path) as project:
        assert making.digest(project) == kept


def _newer(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA user_version = {VERSION + 1}")
    conn.commit()
    conn.close()


def _other_database(path: Path) -> None:
    path.unlink()
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE mine (a)")
    conn.commit()
    conn.close()


def _shortened(path: Path) -> None:
    os.truncate(path, 20_000)


BROKEN: dict[str, tuple[Callable[[Path], object], type[AnnotatorError], str]] = {
    "made by a newer version": (_newer, MachineError, "newer version"),
    "another database": (_other_database, MachineError, "not a project of this program"),
    "a text": (lambda path: path.write_text("Notes on the harbour, nothing else."), MachineError, "not a project of this program"),
    "empty": (lambda path: os.truncate(path, 0), MachineError, "not a project of this program"),
    "shortened": (_shortened, MachineError, "damaged"),
    "not there": (Path.unlink, InputError, "no project at"),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), InputError, "is a folder"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_file_that_cannot_be_a_project_is_told_in_one_sentence_and_stays_as_it_is(tmp_path: Path, what: str) -> None:
    harm, kind, words = BROKEN[what]
    with making.study(tmp_path) as project:
        path = project.path
    harm(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(kind) as told:
        making.again(path)
    assert words in told.value.sentence
    assert (path.read_bytes() if path.is_file() else b"") == before
    with pytest.raises(kind):
        open_project(path, making.user("Ada"), making.means(3), read_only=True).upkeep.check()


def test_a_scratched_file_is_found_out_by_a_check(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        path = project.path
        page = project.desk.conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'decisions_clock'").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[4096 * (page - 1) + 8 : 4096 * page] = b"\xff" * 4088
    path.write_bytes(data)
    with open_project(path, making.user("Ada"), making.means(3), read_only=True) as looking, pytest.raises(MachineError, match="damaged"):
        looking.upkeep.check()


def test_a_new_project_is_not_put_over_a_file_or_into_no_folder(tmp_path: Path) -> None:
    (tmp_path / "study.annotator").write_text("mine")
    with pytest.raises(InputError, match="exists already"):
        making.new_project(tmp_path)
    assert (tmp_path / "study.annotator").read_text() == "mine"
    with pytest.raises(InputError, match="does not exist"):
        create_project(tmp_path / "nowhere" / "study", making.user("Ada"), making.means(1))


def test_suggestions_wait_for_the_disk_where_no_write_ahead_log_keeps_the_file_whole(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        conn = project.desk.conn
        with unhurried(project.desk.conn):
            assert conn.execute("PRAGMA synchronous").fetchone() == (1,)
        assert conn.execute("PRAGMA synchronous").fetchone() == (2,)
        conn.execute("PRAGMA journal_mode = DELETE")  # as in a folder that cannot hold one
        with unhurried(project.desk.conn):
            assert conn.execute("PRAGMA synchronous").fetchone() == (2,)
