"""What the program notes of itself: a log file, failures that nobody caught, and the report a person can send.

Corpus text never reaches the log. Of an exception its kind and the places in the code are written, not its message (a message may
quote an entry); of a note only numbers and the words that stand in the code.
"""

from __future__ import annotations

import logging
import platform
import sqlite3
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication

from annotator import __version__
from annotator.core.errors import MachineError

LOG_NAME = "annotator.log"
MAX_BYTES = 512 * 1024
KEPT = 3
REPORTED_LINES = 200
_PACKAGE = Path(__file__).resolve().parents[1]


class _NumbersOnly(logging.Filter):
    """Lets numbers and true or false into a note; of any other value only its kind and length."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace what could be somebody's text."""
        if isinstance(record.args, tuple):
            record.args = tuple(_harmless(value) for value in record.args)
        elif isinstance(record.args, Mapping):
            record.args = {name: _harmless(value) for name, value in record.args.items()}
        if not isinstance(record.msg, str):
            record.msg, record.args = f"<{type(record.msg).__name__}>", ()
        return True


class _Format(logging.Formatter):
    """Local times, and exceptions without their messages."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; what another handler made of the exception, message and all, is not taken over."""
        kept, record.exc_text = record.exc_text, None
        text = super().format(record)
        record.exc_text = kept
        return text

    def formatException(self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]) -> str:
        """Return kinds and places."""
        return "" if ei[1] is None else described(ei[1])


def _harmless(value: object) -> object:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    length = len(value) if isinstance(value, (str, bytes)) else None
    return f"<{type(value).__name__}{'' if length is None else f' of {length}'}>"


def described(error: BaseException) -> str:
    """Return an exception and what caused it: kinds, error numbers, places in the code; no message, no source, no path of a person."""
    lines: list[str] = []
    current: BaseException | None = error
    while current is not None and len(lines) < 200:
        code = ""
        if isinstance(current, OSError) and current.errno is not None:
            code = f" (errno {current.errno})"
        elif isinstance(current, sqlite3.Error):
            code = f" ({getattr(current, 'sqlite_errorname', 'no code')})"
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}{code}")
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(current.__traceback__)]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
        if current is not None:
            lines.append("caused by")
    return "\n".join(lines)


def _place(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(_PACKAGE.parent)) if path.is_relative_to(_PACKAGE) else path.name


class Logs(QObject):
    """The log file and the hooks for failures that nobody caught. One for the program; `remove` it before the end."""

    _met = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is the user's state folder (`project.offered.state_folder`); it is made where it is missing."""
        super().__init__(parent)
        self._folder = folder
        self._logger = logging.getLogger("annotator")
        self._handler: RotatingFileHandler | None = None
        self._show: Callable[[BaseException], None] | None = None
        self._showing: BaseException | None = None
        self._hooks = sys.excepthook, threading.excepthook
        self._met.connect(self._met_on_screen, Qt.ConnectionType.QueuedConnection)

    @property
    def file(self) -> Path:
        """Where the log is written."""
        return self._folder / LOG_NAME

    def install(self, show: Callable[[BaseException], None]) -> None:
        """Begin to log, and have `show` called on the GUI thread for a failure that nobody caught: never twice at a time.

        Where the folder cannot be written the program goes on without a log.
        """
        self._show = show
        self._hooks = sys.excepthook, threading.excepthook
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(self.file, maxBytes=MAX_BYTES, backupCount=KEPT - 1, encoding="utf-8", delay=True)
        except OSError:
            self._handler = None
        if self._handler is not None:
            self._handler.setFormatter(_Format("%(asctime)s %(levelname)s %(message)s"))
            self._handler.addFilter(_NumbersOnly())
            self._logger.addHandler(self._handler)
        self._logger.setLevel(logging.INFO)
        self._logger.propagate = False
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        self._logger.info("started, version " + __version__)

    def remove(self) -> None:
        """Give the hooks back and close the file."""
        sys.excepthook, threading.excepthook = self._hooks
        self._show = None
        if self._handler is not None:
            self._logger.removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def note(self, words: str, *numbers: float) -> None:
        """Write a line: words of the program with numbers in them (`note("%d entries taken in", 84)`)."""
        self._logger.info(words, *numbers)

    def failure(self, error: BaseException) -> None:
        """Write a failure that was caught and is told; one that nobody caught was written when it was met."""
        if error is self._showing:
            return
        self._logger.error("failure", exc_info=(type(error), error, error.__traceback__))

    def last_lines(self) -> str:
        """Return the end of the log; "" where there is none."""
        try:
            text = self.file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        return "\n".join(text.splitlines()[-REPORTED_LINES:])

    def report(
        self, *, error: BaseException | None = None, settings: Mapping[str, str] | None = None, counts: Mapping[str, int] | None = None
    ) -> str:
        """Return what a person can send: versions, system, settings, counts, failure, end of the log. No corpus text, no names."""
        screen = QGuiApplication.primaryScreen()
        about = {
            "annotator": __version__,
            "python": platform.python_version(),
            "pyside": PySide6.__version__,
            "qt": qVersion(),
            "sqlite": sqlite3.sqlite_version,
            "system": f"{platform.system()} {platform.release()} {platform.machine()}",
            "platform of qt": QGuiApplication.platformName(),
            "screen": "" if screen is None else f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}",
        }
        parts = [
            "Problem report of Annotator. It holds no text of the corpus and no names; read it before you send it.",
            _table("Program", about),
            _table("Settings", settings or {}),
            _table("Counts", {name: f"{count:,}" for name, count in (counts or {}).items()}),
            "[Failure]\n" + (described(error) if error is not None else "none"),
            "[Log, its end]\n" + (self.last_lines() or "empty"),
        ]
        return "\n\n".join(parts) + "\n"

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            self._hooks[0](kind, error, trace)
            return
        self._logger.error("nobody caught this", exc_info=(kind, error, trace))
        self._met.emit(error)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and issubclass(args.exc_type, Exception):
            self._uncaught(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(object)
    def _met_on_screen(self, error: BaseException) -> None:
        # While one dialog stands, further failures are in the log only: a failing timer would bury the window.
        if self._show is None or self._showing is not None:
            return
        self._showing = error
        self._show(error)
        # Not in a `finally`: where showing itself fails, trying again would fail again, for ever.
        self._showing = None


def _table(title: str, rows: Mapping[str, str]) -> str:
    return "\n".join([f"[{title}]", *(f"{name}: {value}" for name, value in rows.items())])


def save_report(path: Path, text: str) -> None:
    """Write a problem report. Raises MachineError where that cannot be done."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MachineError(f"The problem report could not be written to {path}: {error.strerror}. Choose another folder.") from error
