"""One decides, others are told who, where and since when, and may look. A dead process holds nothing."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.errors import LockedError, MachineError
from annotator.project.door import open_beside, open_project
from annotator.store import lock
from tests.project import making

HOLDER = """
import sys, time
from pathlib import Path
from tests.project import making
with making.again(Path(sys.argv[1]), name="Ben", seed=9) as project:
    making.label(project, 1, "Gdansk", "GPE")
    print("open", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with making.study(tmp_path) as project:
        return project.path


def _who(path: Path) -> Path:
    return path.with_name(f".{path.name}.deciding.who")


def test_a_second_opening_is_told_who_where_and_since_when(path: Path) -> None:
    with making.again(path, name="Ben"):
        with pytest.raises(LockedError) as told:
            making.again(path, name="Chi", seed=3)
        since = json.loads(_who(path).read_text())["since"]
    for part in ("Ben", socket.gethostname(), str(os.getpid()), since.replace("T", " ")[:16], "looked at"):
        assert part in told.value.sentence
    assert told.value.exit_code == 3


def test_a_second_opening_may_look_and_sees_what_is_decided_meanwhile(path: Path) -> None:
    with making.again(path) as project, open_project(path, making.user("Ben"), making.means(4), read_only=True) as looking:
        making.label(project, 1, "Gdansk", "GPE")
        assert making.digest(looking) == making.digest(project)
        with pytest.raises(MachineError, match="look only"):
            looking.entries.done(1)


def test_ones_own_other_window_is_told_from_somebody_else(path: Path) -> None:
    with making.again(path, name="Ben"):
        with pytest.raises(LockedError, match=rf"You have .* open for deciding in another window .*process {os.getpid()}") as own:
            making.again(path, name="Ben", seed=3)
        with pytest.raises(LockedError) as other:
            making.again(path, name="Chi", seed=4)
    assert (own.value.own, other.value.own) == (True, False)


def test_the_lock_is_free_after_closing(path: Path) -> None:
    making.again(path).close()
    assert not _who(path).exists()
    making.again(path, name="Ben", seed=3).close()


def test_the_lock_of_a_process_that_was_killed_is_free_and_its_decisions_are_there(path: Path) -> None:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, cwd=root, env=environment)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"open\n"
        with pytest.raises(LockedError, match="Ben"):
            making.again(path)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    with making.again(path) as project:
        assert project.warnings == ()
        assert making.faults(project) == []
        spans = project.desk.conn.execute("SELECT count(*) FROM spans").fetchone()[0]
        assert spans == 1


def _of_another_computer(path: Path) -> None:
    _who(path).write_text(json.dumps({"name": "Chi", "host": "far-away", "process": 1, "since": "2031-03-01T10:20:30+00:00"}))


def test_another_computers_lock_is_not_taken_without_being_asked_to(path: Path) -> None:
    _of_another_computer(path)
    with pytest.raises(LockedError, match=r"Chi on the computer “far-away” since 2031-03-01 10:20") as told:
        making.again(path)
    assert _who(path).name in told.value.sentence
    assert json.loads(_who(path).read_text())["host"] == "far-away"
    open_project(path, making.user("Ada"), making.means(3), read_only=True).close()
    _who(path).unlink()  # what the sentence says to do
    with making.again(path):
        assert json.loads(_who(path).read_text())["host"] == socket.gethostname()


def test_taking_over_does_not_break_a_living_lock_of_this_computer(path: Path) -> None:
    with making.again(path, name="Ben"):
        _of_another_computer(path)
        _who(path).unlink()
        with pytest.raises(LockedError, match="in another window or command"):
            making.again(path)


def test_suggesting_stands_beside_deciding_but_not_beside_suggesting(path: Path) -> None:
    with making.again(path) as deciding, open_beside(path, making.user("Ada"), making.means(6)) as beside:
        held = lock.take(path, lock.SUGGESTING, "Ben", making.means(1).now())
        with pytest.raises(LockedError, match=r"open for suggesting by Ben"):
            beside.suggesting.run(["memory"])
        held.release()
        beside.suggesting.run(["memory"])
        making.label(deciding, 1, "Gdansk", "GPE")
        assert making.faults(deciding) == []


def test_a_lock_is_not_put_beside_what_is_no_project(tmp_path: Path) -> None:
    other = tmp_path / "notes.annotator"
    other.write_text("These are notes, and not a project at all.")
    with pytest.raises(MachineError, match="not a project"):
        making.again(other)
    assert [each.name for each in tmp_path.iterdir()] == ["notes.annotator"]
