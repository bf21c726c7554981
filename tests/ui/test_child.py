"""A child process: its progress, its result, its sentence, and that it never outlives the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.ui.child import MAX_LINE, NICENESS, Child, TimeLeft


@pytest.fixture
def child(application: object) -> Iterator[Callable[[str], Child]]:
    owner, made = QObject(), []

    def make(code: str) -> Child:
        made.append(Child((), owner, program=(sys.executable, "-c", code)))
        return made[-1]

    yield make
    for each in made:
        each.close()
    owner.deleteLater()


def test_progress_and_result_come_from_json_lines(qtbot: QtBot, child: Callable[[str], Child]) -> None:
    work = child(
        "import json\n"
        "for n in (1, 2): print(json.dumps({'done': n, 'total': 2}), flush=True)\n"
        "print('not json')\n"
        "print(json.dumps({'result': {'entries': 2}}))"
    )
    told: list[tuple[int, int, float]] = []
    work.progressed.connect(lambda *each: told.append(each))
    with qtbot.waitSignal(work.finished, timeout=10_000) as end:
        work.start()
    assert end.args == [{"entries": 2}]
    assert [each[:2] for each in told] == [(1, 2), (2, 2)]
    assert told[-1][2] in (-1.0, 0.0)
    assert not work.running


def test_a_last_line_without_an_end_is_read_too(qtbot: QtBot, child: Callable[[str], Child]) -> None:
    work = child('import sys; sys.stdout.write(\'{"result": {"entries": 7}}\')')
    with qtbot.waitSignal(work.finished, timeout=10_000) as end:
        work.start()
    assert end.args == [{"entries": 7}]


def test_another_exit_code_gives_the_sentence_of_standard_error(qtbot: QtBot, child: Callable[[str], Child]) -> None:
    work = child("import sys; print('something before', file=sys.stderr); sys.exit('annotator: There is no suggester “x”.')")
    with qtbot.waitSignal(work.failed, timeout=10_000) as end:
        work.start()
    assert end.args == ["There is no suggester “x”."]
    assert "something before" in work.details


def test_a_program_that_is_not_there_is_said(qtbot: QtBot, application: object) -> None:
    owner = QObject()
    work = Child((), owner, program=("no-such-program-anywhere",))
    with qtbot.waitSignal(work.failed, timeout=10_000) as end:
        work.start()
    assert "could not be started" in end.args[0]
    owner.deleteLater()


def test_cancel_ends_the_child(qtbot: QtBot, child: Callable[[str], Child]) -> None:
    work = child('import time; print(\'{"done": 1, "total": 9}\', flush=True); time.sleep(60)')
    with qtbot.waitSignal(work.progressed, timeout=10_000):
        work.start()
    with qtbot.waitSignal(work.cancelled, timeout=10_000):
        work.cancel()
    assert not work.running


def test_a_child_that_ignores_the_request_is_killed(qtbot: QtBot, child: Callable[[str], Child], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.child.GRACE_MS", 100)
    work = child(
        'import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(\'{"done": 1, "total": 9}\', flush=True); time.sleep(60)'
    )
    with qtbot.waitSignal(work.progressed, timeout=10_000):
        work.start()
    with qtbot.waitSignal(work.cancelled, timeout=10_000):
        work.cancel()


def test_closing_waits_until_the_child_is_gone_and_says_nothing(qtbot: QtBot, child: Callable[[str], Child]) -> None:
    work = child('import os, time; print(\'{"done": %d, "total": 1}\' % os.getpid(), flush=True); time.sleep(60)')
    with qtbot.waitSignal(work.progressed, timeout=10_000) as first:
        work.start()
    told: list[object] = []
    work.cancelled.connect(lambda: told.append("cancelled"))
    work.failed.connect(told.append)
    work.close()
    with pytest.raises(ProcessLookupError):
        os.kill(first.args[0], 0)
    assert told == []


def test_a_child_that_dies_by_itself_is_said_in_words(qtbot: QtBot, child: Callable[[str], Child]) -> None:
    work = child("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    with qtbot.waitSignal(work.failed, timeout=10_000) as end:
        work.start()
    assert "ended from outside" in end.args[0]


def test_a_line_without_an_end_is_not_read_for_ever(qtbot: QtBot, child: Callable[[str], Child]) -> None:
    pieces = 3 * MAX_LINE // 65536
    work = child(f"import sys, time\nfor _ in range({pieces}): sys.stdout.write('x' * 65536); sys.stdout.flush()\ntime.sleep(60)")
    with qtbot.waitSignal(work.failed, timeout=20_000) as end:
        work.start()
    assert "line without an end" in end.args[0]


@pytest.mark.skipif(sys.platform == "win32", reason="niceness is of POSIX")
def test_the_child_is_nicer_than_the_window(qtbot: QtBot, child: Callable[[str], Child]) -> None:
    mine = os.getpriority(os.PRIO_PROCESS, 0)
    if mine >= NICENESS:
        pytest.skip("the tests are run at low priority themselves")
    work = child(
        "import os, sys, json, time\n"
        f"mine = {mine}\n"
        "while os.getpriority(os.PRIO_PROCESS, 0) == mine: time.sleep(0.005)\n"
        "print(json.dumps({'result': {'nice': os.getpriority(os.PRIO_PROCESS, 0)}}))"
    )
    with qtbot.waitSignal(work.finished, timeout=10_000) as end:
        work.start()
    assert end.args == [{"nice": NICENESS}]


@pytest.mark.skipif(not hasattr(os, "SCHED_BATCH"), reason="batch scheduling is of Linux")
def test_the_child_takes_no_processor_from_the_window_when_it_wakes(qtbot: QtBot, child: Callable[[str], Child]) -> None:
    work = child(
        "import os, json, time\n"
        "while os.sched_getscheduler(0) != os.SCHED_BATCH: time.sleep(0.005)\n"
        "print(json.dumps({'result': {'batch': True}}))"
    )
    with qtbot.waitSignal(work.finished, timeout=10_000) as end:
        work.start()
    assert end.args == [{"batch": True}]


def test_the_time_left_follows_from_the_speed_so_far() -> None:
    times = iter((0.0, 0.5, 2.0, 4.0, 9.0))
    left = TimeLeft(lambda: next(times))
    assert left.after(10, 100) == -1
    assert left.after(20, 100) == -1
    assert left.after(30, 100) == pytest.approx(7.0)
    assert left.after(50, 100) == pytest.approx(5.0)
    assert left.after(100, 100) == 0


def test_the_command_is_the_one_that_runs_this_program(application: object) -> None:
    owner = QObject()
    assert Child(("suggest", "study.annotator"), owner).command == (sys.executable, "-m", "annotator", "suggest", "study.annotator")
    owner.deleteLater()
