"""Run a function off the GUI thread, and hear of its end on the GUI thread.

The window owns one `Work`. A function is given a `Handle` and plain values, never a widget and never the project's connection.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMetaMethod, QObject, QRunnable, Qt, QThreadPool, Signal, Slot

_TOLD_EVERY = 0.04
"""Seconds between two reports of progress; more often nobody can see them."""


class CancelledError(Exception):
    """Ends a function whose task was cancelled; raised by `Handle.check`."""


class Handle:
    """What a running function has of its task: it tells how far it is, and hears that it is to stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._told = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the function is to stop."""
        return self._stop.is_set()

    def is_cancelled(self) -> bool:
        """Return whether the function is to stop; for functions that want something to call."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise CancelledError where the function is to stop."""
        if self._stop.is_set():
            raise CancelledError

    def progress(self, done: int, total: int) -> None:
        """Tell how far the function is; a `total` of 0 says that the end is not known."""
        now = time.monotonic()
        if now - self._told >= _TOLD_EVERY or done == total:
            self._told = now
            self._tell(done, total)

    def cancel(self) -> None:
        """Ask the function to stop."""
        self._stop.set()


class Task(QObject):
    """One piece of work. All signals arrive on the GUI thread; exactly one of the last three ends a task that was not abandoned."""

    progressed = Signal(int, int)
    """How much is done, and of how much (0: not known)."""
    finished = Signal(object)
    """What the function returned, also where it was cancelled too late."""
    failed = Signal(object)
    """The exception that the function raised. Where nobody is connected it is raised again, on the GUI thread."""
    cancelled = Signal()
    """The function stopped because it was asked to."""

    def __init__(self, parent: QObject, handle: Handle) -> None:
        super().__init__(parent)
        self._handle = handle
        self._abandoned = False

    @Slot()
    def cancel(self) -> None:
        """Ask the function to stop; the task still tells how it ended."""
        self._handle.cancel()

    def abandon(self) -> None:
        """Ask the function to stop and hear no more of it: its result is out of date."""
        self._abandoned = True
        self._handle.cancel()

    def deliver(self, what: str, value: object) -> None:
        """Emit the signal that fits; called by `Work` on the GUI thread."""
        if self._abandoned:
            return
        match what:
            case "progressed" if isinstance(value, tuple):
                self.progressed.emit(*value)
            case "finished":
                self.finished.emit(value)
            case "cancelled":
                self.cancelled.emit()
            case _ if isinstance(value, BaseException) and not self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
                raise value  # nobody asked to hear of it: it is said as every fault of ours is
            case _:
                self.failed.emit(value)


class _Job(QRunnable):
    """Calls the function. It holds numbers and functions only: no signal of its own, no widget."""

    def __init__(self, call: Callable[[Handle], Any], handle: Handle, tell: Callable[[str, Any], None]) -> None:
        super().__init__()
        self._call, self._handle, self._tell = call, handle, tell

    def run(self) -> None:
        """Call the function and tell how it ended."""
        try:
            result = self._call(self._handle)
        except CancelledError:
            self._tell("cancelled", None)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is handed to the GUI thread, where it is said or raised
            self._tell("failed", error)
        else:
            self._tell("finished", result)


class Work(QObject):
    """The window's own pool of threads. Close it before the window goes: closing waits until nothing runs."""

    _told = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._tasks: dict[int, Task] = {}
        self._number = 0
        self._closed = False
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a task has not ended yet."""
        return bool(self._tasks)

    def start(self, call: Callable[[Handle], Any]) -> Task:
        """Call a function in another thread. Connect to the task's signals before the GUI thread goes on."""
        if self._closed:
            raise RuntimeError("the work was closed already")
        self._number += 1
        number = self._number

        def tell(what: str, value: object) -> None:
            self._told.emit(number, what, value)

        handle = Handle(lambda done, total: tell("progressed", (done, total)))
        task = self._tasks[number] = Task(self, handle)
        self._pool.start(_Job(call, handle, tell))
        return task

    def close(self) -> None:
        """Ask all tasks to stop, wait until they have, and tell nobody."""
        self._closed = True
        for task in self._tasks.values():
            task.abandon()
        self._pool.waitForDone()
        self._tasks.clear()

    @Slot(int, str, object)
    def _deliver(self, number: int, what: str, value: object) -> None:
        task = self._tasks.get(number) if what == "progressed" else self._tasks.pop(number, None)
        if task is None:
            return
        if what != "progressed":
            task.deleteLater()  # once this slot is through
        task.deliver(what, value)
