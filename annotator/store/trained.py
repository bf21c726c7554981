"""The pipelines trained from a project: numbered folders beside it, and which one is in force.

Which one is kept in the table `file`, which is local to the file, and not in the log: the folders are files of this computer, so a copy,
a bundle or a merge of the project has to do without them. Only the number is kept, so a file from a stranger cannot name another folder.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from sqlite3 import Connection

from annotator.core.errors import MachineError

_NAME = "model"
_PART = ".part"
BUNDLED = 0
"""The number of the model that comes with the program."""


def models_folder(path: Path) -> Path:
    """Return where the trained pipelines of a project lie."""
    return path.with_name(f"{path.stem} models")


def version_folder(path: Path, number: int) -> Path:
    """Return where the pipeline of a number lies."""
    return models_folder(path) / str(number)


def numbers(path: Path) -> list[int]:
    """Return the numbers of the pipelines that are there."""
    folder = models_folder(path)
    if not folder.is_dir():
        return []
    return sorted(int(each.name) for each in folder.iterdir() if each.name.isascii() and each.name.isdigit() and each.is_dir())


def in_force(conn: Connection) -> int:
    """Return the number of the pipeline that `default` uses; `BUNDLED` where none was taken."""
    row = conn.execute("SELECT value FROM file WHERE name = ?", (_NAME,)).fetchone()
    return int(row[0]) if row else BUNDLED


def put_in_force(conn: Connection, number: int) -> None:
    """Let `default` use another pipeline from now on."""
    conn.execute("INSERT OR REPLACE INTO file (name, value) VALUES (?, ?)", (_NAME, number))


def part_of(folder: Path) -> Path:
    """Return an empty place beside a folder to write it in; what a killed run left there is removed. Raises MachineError."""
    part = folder.with_name(f".{folder.name}{_PART}")
    discard(part)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineError(f"The folder {folder.parent} for trained models could not be made: {error.strerror}.") from error
    return part


def complete(part: Path, folder: Path) -> None:
    """Put a folder that is written whole in its place. Raises MachineError."""
    try:
        os.rename(part, folder)
    except OSError as error:
        raise MachineError(f"The trained model could not be put at {folder}: {error.strerror}.") from error


def discard(part: Path) -> None:
    """Leave nothing of a folder that was begun, nor of an empty folder around it."""
    shutil.rmtree(part, ignore_errors=True)
    if part.parent.is_dir() and not any(part.parent.iterdir()):
        part.parent.rmdir()
