"""Files that earlier builds wrote open for ever, with all that was decided in them. They are made by `tests.store.keep`, once a version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.errors import MachineError
from annotator.core.model import State
from annotator.project.door import open_project
from annotator.store.migrations import VERSION
from tests.project import making

DATA = Path(__file__).parent / "data"
DIGEST = "b877d6e8352d95f7f1b0ca8664981b2480f90a5ca8a9f581ca368d8f7c3960fa"
"""Of what was decided in each. It changes only where the canonical form itself gains a part."""
KEPT = {path.name: path for path in sorted(DATA.glob("version-*.annotator"))}


def test_there_is_a_kept_file_of_every_version() -> None:
    assert set(KEPT) == {f"version-{number}.annotator" for number in range(1, VERSION + 1)}


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_file_opens_whole_after_a_backup_if_it_is_older(tmp_path: Path, name: str) -> None:
    with closing(sqlite3.connect(f"file:{KEPT[name]}?mode=ro", uri=True)) as conn:
        version = conn.execute("PRAGMA user_version").fetchone()[0]
        log = conn.execute("SELECT id, step, clock, kind, after FROM decisions ORDER BY row").fetchall()
    assert name == f"version-{version}.annotator"
    with making.again(making.copied(KEPT[name], tmp_path), seed=70) as project:
        assert making.faults(project) == []
        assert project.desk.conn.execute("SELECT id, step, clock, kind, after FROM decisions ORDER BY row").fetchall() == log
        assert len(project.upkeep.automatic()) == (version < VERSION)
        assert making.marked(project, 1) == [("Osei left", "EVENT"), ("Saint Brendan", "PRODUCT")]
        assert making.marked(project, 2) == [("port of Warsaw", "FAC")]
        assert project.entries.state(2) is State.DONE
        assert [each.text for each in project.entries.comments(3)] == ["Brno or the region?"]
        assert project.entries.entry(3).published == "2031-03-03T10:00"
        assert len(project.entries.rows()) == 4
        assert {each.name for each in project.layers.all()} == {"Ada", "gold"}
        project.upkeep.rebuild()
        assert making.faults(project) == []
        while project.history.undo():
            pass
        assert making.faults(project) == []


def test_all_kept_files_say_what_they_said(tmp_path: Path) -> None:
    found = set()
    for name, path in KEPT.items():
        with making.again(making.copied(path, tmp_path / name), seed=70) as project:
            found.add(making.digest(project))
    assert found == {DIGEST}


def test_an_older_file_that_is_only_looked_at_says_what_to_do(tmp_path: Path) -> None:
    path = making.copied(KEPT["version-1.annotator"], tmp_path)
    with pytest.raises(MachineError, match="older version"):
        open_project(path, making.user("Ada"), making.means(3), read_only=True)
    assert path.read_bytes() == KEPT["version-1.annotator"].read_bytes()
