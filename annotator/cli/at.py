"""What most verbs begin with: who annotates, and the project opened for deciding, beside a window, or to look only."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from annotator.cli import show
from annotator.project.door import Project, User, open_beside, open_project, this_user, usual_means


def who(given: argparse.Namespace) -> User:
    """Return who annotates: --as, else ANNOTATOR_NAME, else who is kept for this computer."""
    return this_user(usual_means(), getattr(given, "name", ""))


@contextmanager
def deciding(given: argparse.Namespace, *, name: str | None = None) -> Iterator[Project]:
    """Open the project to change it; its warnings go to standard error."""
    user = who(given) if name is None else this_user(usual_means(), name)
    with open_project(given.project, user, usual_means()) as project:
        for warning in project.warnings:
            show.fail(warning)
        yield project


@contextmanager
def beside(given: argparse.Namespace) -> Iterator[Project]:
    """Open the project beside a window that decides in it, to write suggestions only."""
    with open_beside(given.project, who(given), usual_means()) as project:
        yield project


@contextmanager
def looking(given: argparse.Namespace) -> Iterator[Project]:
    """Open the project to look only; a window may be deciding in it."""
    with open_project(given.project, who(given), usual_means(), read_only=True) as project:
        for warning in project.warnings:
            show.fail(warning)
        yield project


@contextmanager
def until_told() -> Iterator[Callable[[], bool]]:
    """Within, a signal to end (SIGTERM) ends nothing by force: gives what tells the work whether it is to stop."""
    stop = threading.Event()

    def stopped(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = signal.signal(signal.SIGTERM, stopped)
    try:
        yield stop.is_set
    finally:
        signal.signal(signal.SIGTERM, before)
