"""Who decides in a project now: an operating-system lock on a side file, and who holds it in words beside it.

A dead process's lock is free by itself. Another computer's is never taken without asking: a network folder may not
carry the lock, so the name in the side file counts.
"""

from __future__ import annotations

import json
import os
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from annotator.core.errors import LockedError, MachineError

DECIDING = "deciding"
SUGGESTING = "suggesting"
TRAINING = "training"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock: a name, a computer, a process, and since when (ISO 8601, local time)."""

    name: str
    host: str
    process: int
    since: str


class Lock:
    """A lock that is held; give it back with `release`."""

    def __init__(self, lock: FileLock, who: Path) -> None:
        self._lock = lock
        self._who = who

    def release(self) -> None:
        """Give the lock back. The empty lock file stays: removing it could break a lock that another took just then."""
        self._who.unlink(missing_ok=True)
        self._lock.release()


def take(path: Path, purpose: str, name: str, now: datetime) -> Lock:
    """Take a lock on a project. Raises LockedError saying who, where and since when, and what to do if that computer is gone."""
    side = path.with_name(f".{path.name}.{purpose}.lock")
    who = side.with_suffix(".who")
    other = holder(path, purpose)
    if other is not None and other.host != socket.gethostname():
        raise LockedError(
            f"{path.name} is open for {purpose} by {other.name} on the computer “{other.host}” since {_readable(other.since)}. "
            f"Close it there. If that computer is gone, remove the file {who.name} beside the project; until then it can be looked at."
        )
    lock = FileLock(side, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        own = other is not None and other.name == name and other.host == socket.gethostname()
        raise LockedError(_taken(path, purpose, other, own=own), own=own) from error
    except OSError as error:
        raise MachineError(f"No lock could be put beside {path.name}: {error.strerror}. It can still be looked at.") from error
    me = Holder(name, socket.gethostname(), os.getpid(), now.isoformat(timespec="seconds"))
    held = Lock(lock, who)
    try:
        who.write_text(json.dumps({"name": me.name, "host": me.host, "process": me.process, "since": me.since}), encoding="utf-8")
    except OSError as error:
        held.release()
        raise MachineError(f"Who holds {path.name} could not be written beside it: {error.strerror}. It can still be looked at.") from error
    return held


def holder(path: Path, purpose: str) -> Holder | None:
    """Return who says to hold a lock, or None."""
    who = path.with_name(f".{path.name}.{purpose}.who")
    try:
        data = json.loads(who.read_text(encoding="utf-8"))
        return Holder(str(data["name"]), str(data["host"]), int(data["process"]), str(data["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _taken(path: Path, purpose: str, other: Holder | None, *, own: bool) -> str:
    if other is None:
        return f"{path.name} is open for {purpose} in another window or command. Close it there; until then it can be looked at."
    if own:
        return (
            f"You have {path.name} open for {purpose} in another window or command on this computer (process {other.process}) "
            f"since {_readable(other.since)}. Go on there, or close it there; until then it can be looked at."
        )
    return (
        f"{path.name} is open for {purpose} by {other.name} on this computer (“{other.host}”, process {other.process}) "
        f"since {_readable(other.since)}. Close it there; until then it can be looked at."
    )


def _readable(since: str) -> str:
    return since.replace("T", " ")[:16]
