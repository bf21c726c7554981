"""Consistent copies of a project while it is open, by SQLite's backup; the last few are kept beside it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from annotator.core.errors import InputError, MachineError
from annotator.store.database import SUFFIX, address, in_words, open_file

KEPT = 5
"""How many automatic backups of a project stay."""
_PAGES = 2_000
"""Pages copied between two reports: some 8 MB."""
Progress = Callable[[int, int], None]
"""Told how many pages are copied, and of how many; what it raises ends the copying, and nothing of it stays."""


def copy(conn: Connection, target: Path, *, progress: Progress | None = None) -> None:
    """Write a consistent copy of an open project. Raises InputError where something stands at the target already.

    With `progress` it is copied in parts: for a file that nobody writes, since each writing makes the copying begin anew.
    """
    if target.exists():
        raise InputError(f"{target} exists already. Choose another name for the copy.")
    if not target.parent.is_dir():
        raise InputError(f"The folder {target.parent} does not exist. Make it first, or choose another place.")
    partial = target.with_name(f".{target.name}.part")
    partial.unlink(missing_ok=True)
    try:
        with in_words(target):
            _backup(conn, partial, progress)
        os.replace(partial, target)
    except OSError as error:
        raise MachineError(f"{target.name} could not be written: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)


def _backup(conn: Connection, target: Path, progress: Progress | None) -> None:
    out = sqlite3.connect(target, isolation_level=None)
    try:
        if progress is None:
            conn.backup(out)
        else:
            conn.backup(out, pages=_PAGES, progress=lambda _status, left, total: progress(total - left, total))
        out.execute("PRAGMA journal_mode = DELETE")
    finally:
        out.close()


def folder(path: Path) -> Path:
    """Return where the automatic backups of a project lie."""
    return path.with_name(f"{path.stem} backups")


def automatic(conn: Connection, path: Path, reason: str, now: datetime) -> Path:
    """Keep a copy before something large happens; the oldest beyond the last five go."""
    place = folder(path)
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise MachineError(f"No backup could be made beside {path.name}: {error.strerror}. Nothing was changed.") from error
    target = place / f"{now.strftime('%Y-%m-%d %H-%M-%S.%f')[:-3]} before {reason}{SUFFIX}"
    copy(conn, target)
    for old in automatic_backups(path)[KEPT:]:
        old.unlink(missing_ok=True)
    return target


def automatic_backups(path: Path) -> list[Path]:
    """Return the automatic backups of a project, newest first."""
    return sorted(folder(path).glob(f"* before *{SUFFIX}"), reverse=True)


def counts(path: Path) -> tuple[int, int]:
    """Return how many decisions and entries a project file holds. Raises as `open_file` does."""
    conn = open_file(path, read_only=True)
    try:
        with in_words(path):
            decisions = conn.execute("SELECT count(*) FROM decisions").fetchone()[0]
            entries = conn.execute("SELECT count(*) FROM entries").fetchone()[0]
    finally:
        conn.close()
    return int(decisions), int(entries)


def newer_decisions(path: Path, backup: Path) -> int:
    """Return how many decisions a project holds that its backup lacks: what going back would lose."""
    conn = open_file(path, read_only=True)
    try:
        with in_words(path):
            conn.execute("ATTACH DATABASE ? AS old", (address(backup, read_only=True),))
            query = "SELECT count(*) FROM decisions WHERE id NOT IN (SELECT id FROM old.decisions)"
            return int(conn.execute(query).fetchone()[0])
    finally:
        conn.close()
