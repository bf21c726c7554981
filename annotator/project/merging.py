"""Bring in what others decided: the union of logs, in any order and any number of times with the same result."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import InputError
from annotator.project.desk import Changed, Desk
from annotator.store import backup, merge
from annotator.store.database import writing


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file brought in: decisions new and known, entries that were not here, decisions by annotator."""

    file: str
    decisions: int
    known: int
    entries: int
    people: dict[str, int]


class _DryRunError(Exception):
    """Ends the transaction of a dry run."""


class Merging:
    """The way in for other people's project files."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def merge(
        self, files: Sequence[Path], *, dry_run: bool = False, progress: Callable[[int, int], None] = lambda _d, _t: None
    ) -> list[Brought]:
        """Take the union of this log and others', in one transaction after a backup. A broken file changes nothing.

        Raises InputError naming the file where one is not a sound project, or is this one.
        """
        desk = self._desk
        desk.must_write()
        for file in files:
            if file.exists() and file.samefile(desk.path):
                raise InputError(f"{file.name} is this very project; name the files that others handed back.")
        if not dry_run:
            backup.automatic(desk.db, desk.path, "merging", desk.now())
        result: list[Brought] = []
        try:
            with writing(desk.db, desk.path):
                for number, file in enumerate(files, start=1):
                    result.append(self._merge_one(file))
                    progress(number, len(files))
                if dry_run:
                    raise _DryRunError
        except _DryRunError:
            return result
        finally:
            desk.forget()
        desk.tell(Changed(everything=True))
        return result

    def _merge_one(self, file: Path) -> Brought:
        conn = self._desk.conn
        with tempfile.TemporaryDirectory(prefix="annotator-merge-") as folder:
            copy = Path(folder) / "foreign.annotator"
            other = merge.open_foreign(_copied(file, copy))
            try:
                before = _by_person(self._desk)
                merged = merge.union(conn, other.conn, file.name)
                people = _by_person(self._desk) - before
            finally:
                other.close()
        return Brought(file.name, merged.decisions, merged.known, merged.entries, dict(sorted(people.items())))


def _copied(file: Path, copy: Path) -> Path:
    """Copy a foreign file, with what belongs beside it, so that nothing of it is ever written."""
    if not file.is_file():
        raise InputError(f"There is no project file at {file}." if not file.exists() else f"{file} is a folder, not a project file.")
    shutil.copyfile(file, copy)
    side = file.with_name(file.name + "-wal")
    if side.exists():
        shutil.copyfile(side, copy.with_name(copy.name + "-wal"))
    return copy


def _by_person(desk: Desk) -> Counter[str]:
    query = (
        "SELECT coalesce(p.name, lower(hex(d.annotator))), count(*) FROM decisions d "
        "LEFT JOIN people p ON p.id = d.annotator GROUP BY d.annotator"
    )
    return Counter(dict(desk.conn.execute(query)))
