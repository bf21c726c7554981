"""A screen of its own for each test (Xvfb), and the program on it, driven by keys (xdotool) as a person would."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from annotator.core.decisions import Decision
from annotator.project.door import open_project, this_user, usual_means
from annotator.store import log

MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
_ROOT = Path(__file__).parents[2]
_PATIENCE = 40.0
"""Seconds after which something that did not come is a failure; nothing here is timed."""
Found = TypeVar("Found")


def wait_for(what: str, look: Callable[[], Found | None]) -> Found:
    """Look until there is something to be seen, and return it."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what} did not come")


class Screen:
    """An X server without a window manager."""

    def __init__(self, home: Path) -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = f":{told.readline().strip()}"
        self.home = home
        self._running: list[Running] = []
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "WAYLAND", "ANNOTATOR_"))}
        self.environment = kept | {"DISPLAY": self.name, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}

    def start(self, *arguments: str | Path, watched: Path | None = None) -> Running:
        """Start the program; with `watched`, one that tells that file what its screen says."""
        module = ["annotator"] if watched is None else ["tests.e2e.watched", str(watched)]
        command = [sys.executable, "-X", "faulthandler", "-m", *module, *map(str, arguments)]
        running = Running(self, subprocess.Popen(command, cwd=_ROOT, env=self.environment, start_new_session=True))
        self._running.append(running)
        return running

    def do(self, *arguments: str) -> str:
        """Call xdotool and return what it prints; "" where it finds nothing."""
        done = subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=60)
        return done.stdout.strip()

    def begin(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Begin what `do` does, and go on meanwhile."""
        return subprocess.Popen(["xdotool", *arguments], env=self.environment)

    def end(self) -> None:
        """Take the screen down, and what still runs on it."""
        for each in self._running:
            if each.process.poll() is None:
                each.kill()
        self._server.terminate()
        self._server.wait()


class Running:
    """The program on a screen."""

    def __init__(self, screen: Screen, process: subprocess.Popen[bytes]) -> None:
        self.screen = screen
        self.process = process

    def titles(self) -> dict[str, str]:
        """Return the visible windows of this process: number and title."""
        numbers = self.screen.do("search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", ".").split()
        return {number: self.screen.do("getwindowname", number) for number in numbers}

    def window(self, part: str) -> str:
        """Wait for a window whose title holds some words, give it the keyboard and return its title."""

        def look() -> tuple[str, str] | None:
            assert self.process.poll() is None, f"the program ended with {self.process.returncode} before “{part}” was seen"
            return next(((number, title) for number, title in self.titles().items() if part in title), None)

        number, title = wait_for(f"a window “{part}”", look)
        self.screen.do("windowfocus", "--sync", number)
        return title

    def keys(self, *keys: str) -> None:
        """Press keys, by the names of X, one after the other."""
        self.screen.do("key", "--delay", "60", *keys)

    def kill(self) -> None:
        """End the process as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def quit(self) -> int:
        """Quit by the key and return the exit code."""
        self.keys("ctrl+q")
        return self.process.wait(timeout=_PATIENCE)


def told(file: Path) -> list[dict[str, Any]]:
    """Return what a watched program has told so far."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def logged(project: Path) -> list[Decision]:
    """Return the log of a project, read while the window has it open; what the making and the introduction wrote is left out."""
    with open_project(project, this_user(usual_means()), usual_means(), read_only=True) as opened:
        return [log.decision(row) for row in log.raw(opened.desk.conn) if row[8] is not None or row[9] in {"undo", "redo"}]


def kinds(decisions: Sequence[Decision]) -> list[str]:
    """Return the kinds of decisions, in their order."""
    return [each.kind.value for each in decisions]
