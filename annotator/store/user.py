"""Who sits at this computer: a person's id and name and the installation's id, kept in the user's configuration."""

from __future__ import annotations

import getpass
import json
import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_state_path

from annotator.core import ids
from annotator.core.errors import MachineError
from annotator.core.ids import Id, IdSource, derived
from annotator.core.model import Person

_APP = "annotator"


@dataclass(frozen=True, slots=True)
class User:
    """The installation, and the people who annotate here by name; `asked` says whether the name was given by a person."""

    installation: Id
    people: tuple[Person, ...]
    current: str
    asked: bool

    @property
    def person(self) -> Person:
        """Who annotates now."""
        return next(each for each in self.people if each.name == self.current)


def config_file() -> Path:
    """Return where the configuration lies."""
    return user_config_path(_APP, appauthor=False) / "user.json"


def state_folder() -> Path:
    """Return where logs and the window's state lie."""
    return user_state_path(_APP, appauthor=False)


def data_folder() -> Path:
    """Return where the sample project lies."""
    return user_data_path(_APP, appauthor=False)


def load(id_source: IdSource, *, name: str = "") -> User:
    """Return who annotates: the name given, else ANNOTATOR_NAME, else the one kept, else the system's user name.

    A name that is new on this computer gets an id of its own, which is kept.
    """
    kept = _read()
    user = kept or User(id_source.new(), (), "", False)
    wanted = name or os.environ.get("ANNOTATOR_NAME", "") or user.current or _system_name()
    if wanted not in {each.name for each in user.people}:
        user = User(user.installation, (*user.people, Person(id_source.new(), wanted)), user.current, user.asked)
    chosen = User(user.installation, user.people, wanted, user.asked)
    if kept is None or kept.people != chosen.people:
        save(User(chosen.installation, chosen.people, kept.current if kept and kept.current else wanted, chosen.asked))
    return chosen


def save(user: User) -> None:
    """Keep the configuration, replacing the file as a whole."""
    path = config_file()
    data = {
        "version": 1,
        "installation": ids.written(user.installation),
        "people": [{"id": ids.written(each.id), "name": each.name} for each in user.people],
        "current": user.current,
        "asked": user.asked,
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}.part")
        partial.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(partial, path)
    except OSError as error:
        raise MachineError(f"Your name could not be kept in {path}: {error.strerror}.") from error


def device(installation: Id, file: Id) -> Id:
    """Return the device that decides in one file: an installation numbers its decisions in each copy of a project apart."""
    return derived("device", installation, file)


def _read() -> User | None:
    path = config_file()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        people = tuple(Person(ids.read(each["id"]), str(each["name"])) for each in data["people"])
        return User(ids.read(data["installation"]), people, str(data["current"]), bool(data["asked"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MachineError(
            f"The configuration {path} cannot be read ({error}). Mend it, or move it away to start with a new one."
        ) from error


def _system_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"
