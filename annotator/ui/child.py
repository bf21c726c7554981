"""Long work that needs spaCy, in a process of its own: the same `annotator` command on the same project file, at low priority.

The child writes JSON lines: {"done": 3, "total": 84} while it works, {"result": {…}} or any other object as its result. On failure it
writes one sentence to standard error and exits with another code than 0.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

NICENESS = 10
"""Not the lowest: on a machine that is busy with other things such a child would sleep while it holds the right to write (half a
millisecond for each batch), and the window's decision would wait for it to be woken."""
GRACE_MS = 3000
"""How long a child may take to end when it is asked to, before it is killed."""
MAX_LINE = 1 << 20
_KEPT_ERRORS = 16_384
_BELOW_NORMAL = 0x4000
_PREFIXES = ("annotator: error: ", "annotator: ", "error: ", "Error: ")


class TimeLeft:
    """Says how long work will still take, from how fast it went so far."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._first: tuple[float, int] | None = None

    def after(self, done: int, total: int) -> float:
        """Return the seconds that are left, or -1 while that cannot be said: before a second has gone and something was done in it."""
        now = self._clock()
        if self._first is None:
            self._first = now, done
            return -1.0
        since, before = self._first
        if done >= total:
            return 0.0
        if now - since < 1.0 or done <= before:
            return -1.0
        return (now - since) / (done - before) * (total - done)


class Child(QObject):
    """One run of the command. Exactly one of the last three signals ends it, except after `close`."""

    progressed = Signal(int, int, float)
    """Done, total, and the seconds left (-1: not known yet)."""
    finished = Signal(object)
    """The child's result as a dict; {} where it gave none. A result that is a list is under "result"."""
    failed = Signal(str)
    """A sentence for the person; `details` holds what else the child wrote to standard error."""
    cancelled = Signal()
    """The child was ended because it was asked to; what it had committed stays."""

    def __init__(self, arguments: Sequence[str], parent: QObject, *, program: Sequence[str] = ()) -> None:
        """`arguments` are those of the `annotator` command; `program` replaces the interpreter and module, for tests."""
        super().__init__(parent)
        self._command = [*(program or (sys.executable, "-m", "annotator")), *arguments]
        self._left = TimeLeft()
        self._result: dict[str, Any] = {}
        self._errors = ""
        self._cancelled = self._closed = self._ended = False
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUTF8", "1")
        environment.insert("PYTHONUNBUFFERED", "1")
        self._process.setProcessEnvironment(environment)
        self._process.started.connect(self._started)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.errorOccurred.connect(self._error)
        self._process.finished.connect(self._finished)
        self._killer = QTimer(self)
        self._killer.setSingleShot(True)
        self._killer.setInterval(GRACE_MS)
        self._killer.timeout.connect(self._process.kill)

    @property
    def command(self) -> tuple[str, ...]:
        """What is run."""
        return tuple(self._command)

    @property
    def details(self) -> str:
        """What the child wrote to standard error, its end where it was long."""
        return self._errors.strip()

    @property
    def running(self) -> bool:
        """Whether the child is at work."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self) -> None:
        """Start the child."""
        self._process.start(self._command[0], self._command[1:])
        self._process.closeWriteChannel()

    @Slot()
    def cancel(self) -> None:
        """Ask the child to end; it is killed if it takes too long. Nothing it committed is lost."""
        if self.running and not self._cancelled:
            self._cancelled = True
            self._process.terminate()
            self._killer.start()

    def close(self) -> None:
        """End the child and wait for it; no signal follows. For the end of the window."""
        self._closed = True
        self._killer.stop()
        if self.running:
            self._process.terminate()
            if not self._process.waitForFinished(GRACE_MS):
                self._process.kill()
                self._process.waitForFinished(-1)

    def abandon(self) -> None:
        """End the child at once; no signal follows. For one that writes nothing into the project."""
        self._closed = True
        self._killer.stop()
        if self.running:
            self._process.kill()
            self._process.waitForFinished(-1)

    @Slot()
    def _started(self) -> None:
        lower_priority(self._process.processId())

    @Slot()
    def _read(self) -> None:
        while self._process.canReadLine():
            self._take(bytes(self._process.readLine(MAX_LINE).data()))
        if self._process.bytesAvailable() > MAX_LINE and not self._closed:
            self._errors += "\nThe work wrote a line without an end and was stopped."
            self._process.kill()

    def _take(self, line: bytes) -> None:
        value = _object(line)
        if value is None or self._closed:
            return
        done, total = value.get("done"), value.get("total")
        if isinstance(done, int) and isinstance(total, int):
            self.progressed.emit(done, total, self._left.after(done, total))
        elif isinstance(value.get("result"), dict):
            self._result = value["result"]
        else:
            self._result = value

    @Slot()
    def _read_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._errors = (self._errors + text)[-_KEPT_ERRORS:]

    @Slot(QProcess.ProcessError)
    def _error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(self.tr("The work could not be started: {what} Install the program again.").format(what=self._process.errorString()))

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if rest := bytes(self._process.readAllStandardOutput().data()):
            self._take(rest)
        self._read_errors()
        if status is QProcess.ExitStatus.CrashExit and not self._errors.strip():
            self._end(self.tr("The work was ended from outside, perhaps for want of memory. What it had written stays; start it again."))
        else:
            self._end("" if code == 0 and status is QProcess.ExitStatus.NormalExit else self._sentence())

    def _end(self, failure: str) -> None:
        self._killer.stop()
        if self._closed or self._ended:
            return
        self._ended = True
        if not failure:
            self.finished.emit(self._result)
        elif self._cancelled:
            self.cancelled.emit()
        else:
            self.failed.emit(failure)

    def _sentence(self) -> str:
        lines = [line.strip() for line in self._errors.splitlines() if line.strip()]
        if not lines:
            return self.tr("The work ended without saying why. What it had written stays; start it again.")
        sentence = lines[-1]
        for prefix in _PREFIXES:
            sentence = sentence.removeprefix(prefix)
        return sentence


def _object(line: bytes) -> dict[str, Any] | None:
    """Return the JSON object of a line; None where it is none."""
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def lower_priority(process: int) -> None:
    """Let the window go first wherever both want the processor. On Linux the process is one of a batch, too: it takes no processor from
    anybody when it wakes. Nothing is raised where the process has ended or the system forbids it: that is slower, not wrong."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x0200, False, process)
        if handle:
            kernel.SetPriorityClass(handle, _BELOW_NORMAL)
            kernel.CloseHandle(handle)
        return
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, process, max(NICENESS, os.getpriority(os.PRIO_PROCESS, 0)))
    if hasattr(os, "SCHED_BATCH"):
        with suppress(OSError):
            os.sched_setscheduler(process, os.SCHED_BATCH, os.sched_param(0))
