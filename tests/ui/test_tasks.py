"""Work off the GUI thread: what comes back, on which thread, and that nothing is left behind."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from annotator.ui.tasks import Handle, Task, Work


class Owner(QObject):
    """Hears of tasks, and remembers on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[tuple[str, object, bool]] = []

    def listen(self, task: Task) -> Task:
        task.finished.connect(self.finished)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)
        task.progressed.connect(self.progressed)
        return task

    def _note(self, what: str, value: object) -> None:
        self.got.append((what, value, QThread.currentThread() == self.thread()))

    @Slot(object)
    def finished(self, value: object) -> None:
        self._note("finished", value)

    @Slot(object)
    def failed(self, value: object) -> None:
        self._note("failed", value)

    @Slot()
    def cancelled(self) -> None:
        self._note("cancelled", None)

    @Slot(int, int)
    def progressed(self, done: int, total: int) -> None:
        self._note("progressed", (done, total))


@pytest.fixture
def work(application: object) -> Iterator[Work]:
    work = Work()
    yield work
    work.close()


def test_a_result_arrives_on_the_gui_thread_and_was_made_on_another(qtbot: QtBot, work: Work) -> None:
    owner, here = Owner(), threading.get_ident()
    owner.listen(work.start(lambda handle: threading.get_ident()))
    qtbot.waitUntil(lambda: bool(owner.got))
    what, ident, on_gui = owner.got[0]
    assert (what, on_gui) == ("finished", True)
    assert ident != here
    assert not work.busy


def test_an_exception_arrives_on_the_gui_thread_as_itself(qtbot: QtBot, work: Work) -> None:
    owner = Owner()
    owner.listen(work.start(lambda handle: 1 // 0))
    qtbot.waitUntil(lambda: bool(owner.got))
    what, error, on_gui = owner.got[0]
    assert (what, on_gui) == ("failed", True)
    assert isinstance(error, ZeroDivisionError)


def test_an_exception_that_nobody_listens_to_is_raised_on_the_gui_thread(qtbot: QtBot, work: Work) -> None:
    with qtbot.captureExceptions() as raised:
        work.start(lambda handle: 1 // 0).finished.connect(Owner().finished)
        qtbot.waitUntil(lambda: not work.busy)
    assert [each[0] for each in raised] == [ZeroDivisionError]


def test_a_cancelled_function_ends_at_its_next_check(qtbot: QtBot, work: Work) -> None:
    begun = threading.Event()

    def endless(handle: Handle) -> None:
        begun.set()
        while True:
            handle.check()

    owner = Owner()
    task = owner.listen(work.start(endless))
    assert begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: bool(owner.got))
    assert [what for what, *_ in owner.got] == ["cancelled"]


def test_what_was_cancelled_too_late_still_tells_its_result(qtbot: QtBot, work: Work) -> None:
    go = threading.Event()
    owner = Owner()
    task = owner.listen(work.start(lambda handle: (go.wait(5), handle.cancelled)))
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(owner.got))
    assert owner.got[0][:2] == ("finished", (True, True))


def test_nobody_hears_of_an_abandoned_task(qtbot: QtBot, work: Work) -> None:
    owner = Owner()
    old = owner.listen(work.start(lambda handle: "old"))
    old.abandon()
    owner.listen(work.start(lambda handle: "new"))
    qtbot.waitUntil(lambda: not work.busy)
    assert [value for _, value, _ in owner.got] == ["new"]


def test_progress_is_told_in_order_and_the_end_of_it_always(qtbot: QtBot, work: Work) -> None:
    def count(handle: Handle) -> str:
        for number in range(1, 501):
            handle.progress(number, 500)
        return "counted"

    owner = Owner()
    owner.listen(work.start(count))
    qtbot.waitUntil(lambda: bool(owner.got) and owner.got[-1][0] == "finished")
    told = [value for what, value, _ in owner.got if what == "progressed"]
    assert told == sorted(told)
    assert told[-1] == (500, 500)


def test_closing_waits_for_what_runs_and_tells_nobody(qtbot: QtBot, work: Work) -> None:
    ended = threading.Event()
    begun = threading.Event()

    def until_told(handle: Handle) -> None:
        begun.set()
        while not handle.is_cancelled():
            pass
        ended.set()

    owner = Owner()
    owner.listen(work.start(until_told))
    assert begun.wait(5)
    work.close()
    assert ended.is_set()
    qtbot.wait(10)
    assert owner.got == []
    with pytest.raises(RuntimeError):
        work.start(lambda handle: None)


def test_an_owner_that_went_away_does_not_hear_and_does_not_crash(qtbot: QtBot, work: Work) -> None:
    go = threading.Event()
    owner = Owner()
    owner.listen(work.start(lambda handle: go.wait(5)))
    del owner
    gc.collect()
    go.set()
    qtbot.waitUntil(lambda: not work.busy)


def test_two_hundred_tasks_all_come_back_whatever_the_collector_does(qtbot: QtBot, work: Work) -> None:
    owner = Owner()
    for number in range(200):
        owner.listen(work.start(lambda handle, number=number: number))
        gc.collect(0)
    qtbot.waitUntil(lambda: len(owner.got) == 200)
    assert sorted(value for _, value, _ in owner.got) == list(range(200))  # type: ignore[type-var]
