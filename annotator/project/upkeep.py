"""Keep a project sound: check it against its log, make the projection anew, copy it, go back to a copy."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from annotator.core.errors import InputError, MachineError
from annotator.project.desk import Changed, Desk
from annotator.project.means import Means
from annotator.store import backup as store
from annotator.store import check as checking
from annotator.store import lock, projection, rest
from annotator.store.backup import Progress
from annotator.store.database import fold_in as fold_in
from annotator.store.database import in_words, open_file, project_path, writing
from annotator.store.user import User


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: a sentence for each difference, and the canonical digest of the projection."""

    differences: tuple[str, ...]
    digest: str
    decisions: int
    entries: int


@dataclass(frozen=True, slots=True)
class Loss:
    """What going back to a backup would set aside: decisions that only the present file holds."""

    decisions: int
    present: int
    backup: int


class Upkeep:
    """Check, rebuild, copy."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self) -> Health:
        """Fold the log a second time and name every difference to the projection."""
        conn = self._desk.conn
        with in_words(self._desk.path):
            found = checking.differences(conn)
            digest = checking.digest(conn)
            decisions = conn.execute("SELECT count(*) FROM decisions").fetchone()[0]
            entries = conn.execute("SELECT count(*) FROM entries").fetchone()[0]
        return Health(tuple(found), digest, decisions, entries)

    def rebuild(self) -> Changed:
        """Make the whole projection anew from the log, in one transaction, and the triggers that keep the log as it is."""
        from annotator.store.migrations import put_back_triggers  # not before: it brings sqlite-utils in

        desk = self._desk
        desk.must_write()
        with writing(desk.conn, desk.path) as conn:
            put_back_triggers(conn)
            rest.recompute_cancelled(conn)
            rest.refold_rest(conn)
            projection.clear(conn)
            projection.refold(conn, projection.all_entries(conn))
            rest.refresh_visible(conn)
        desk.forget()
        return desk.tell(Changed(everything=True))

    def backup(self, target: Path) -> Path:
        """Write a consistent copy of the project, also while it is open."""
        target = project_path(target)
        store.copy(self._desk.conn, target)
        return target

    def automatic(self) -> list[Path]:
        """Return the copies that were made before migrations, imports and merges, newest first."""
        return store.automatic_backups(self._desk.path)


def loss_of_restoring(project: Path, backup: Path) -> Loss:
    """Return what would be lost by going back. Raises InputError or MachineError where either is no sound project."""
    project = project_path(project)
    kept = store.counts(backup)[0]
    if not project.exists():
        return Loss(0, 0, kept)
    return Loss(store.newer_decisions(project, backup), store.counts(project)[0], kept)


def restore_backup(project: Path, backup: Path, who: User, means: Means, *, progress: Progress | None = None) -> Path | None:
    """Put a backup in a project's place; the present file is kept beside it under a name that says so. Return that name.

    `progress` is told how much of the backup is copied, and of how much; until all is, what it raises leaves everything as it was.
    Raises LockedError where the project is open, InputError where the backup is the project itself.
    """
    project = project_path(project)
    if project.exists() and project.samefile(backup):
        raise InputError(f"{backup.name} is the project itself; name a backup to go back to.")
    store.counts(backup)
    held = lock.take(project, lock.DECIDING, who.person.name, means.now().astimezone())
    try:
        return _put_back(project, backup, means.now(), progress)
    except OSError as error:
        raise MachineError(f"{project.name} could not be put back: {error.strerror}. The backup is untouched.") from error
    finally:
        held.release()


def _put_back(project: Path, backup: Path, now: datetime, progress: Progress | None) -> Path | None:
    partial = project.with_name(f".{project.stem} put back{project.suffix}")
    partial.unlink(missing_ok=True)
    conn = open_file(backup, read_only=True)
    try:
        store.copy(conn, partial, progress=progress)
    finally:
        conn.close()
    aside = None
    if project.exists():
        aside = _free(project, f"{project.stem} set aside {now.strftime('%Y-%m-%d %H-%M-%S')}")
        for ending in ("", "-wal", "-shm"):
            part = project.with_name(project.name + ending)
            if part.exists():
                os.replace(part, aside.with_name(aside.name + ending))
    os.replace(partial, project)
    return aside


def _free(project: Path, name: str) -> Path:
    """Return a place beside the project that nothing stands at."""
    place, number = project.with_name(name + project.suffix), 1
    while place.exists():
        number += 1
        place = project.with_name(f"{name} ({number}){project.suffix}")
    return place
