"""What the window remembers between two starts: its place, the projects that were open, light or dark, the size of the text."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.project.offered import state_folder
from annotator.ui.language import LANGUAGES

READING = ("serif", "ui")
ORDERS = ("reading", "uncertain", "alike")
VISITING = ("reading", "certainty")
TAGS = ("always", "focused", "never")
_MOST_RECENT = 12
_FILE = "window.json"


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was open: where it lies, what it said of itself when it was closed, and the entry that was shown (hexadecimal id)."""

    path: str
    title: str
    opened: str
    done: int = 0
    total: int = 0
    people: int = 1
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is remembered. `geometry` is Qt's own, hexadecimal; `keys` are those a person changed, by the command's id."""

    geometry: str = ""
    appearance: str = "system"
    zoom: int = 0
    left: bool = True
    right: bool = True
    recent: tuple[Recent, ...] = ()
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    reading: str = "serif"
    """The font of the entry's text: "serif", or "ui" for the one of the window."""
    tags: str = "always"
    """Labels' names under spans: "always", "focused" for the focused span only, "never"."""
    language: str = ""
    """The language of the window (ISO 639, from the next start on); "" for the system's."""
    order: str = "reading"
    """The order of work: "reading", "uncertain" for the most uncertain entries first, "alike" for the most alike together."""
    visiting: str = "reading"
    """How suggestions of an entry are visited: "reading", or "certainty" for the least certain first."""

    def with_recent(self, new: Recent) -> Settings:
        """Return the settings with a project at the head of the list."""
        others = tuple(each for each in self.recent if each.path != new.path)
        return replace(self, recent=(new, *others)[:_MOST_RECENT])

    def without_recent(self, path: str) -> Settings:
        """Return the settings without a project."""
        return replace(self, recent=tuple(each for each in self.recent if each.path != path))

    def recent_of(self, path: Path) -> Recent | None:
        """Return what is remembered of a project."""
        return next((each for each in self.recent if each.path == str(path)), None)


def load() -> Settings:
    """Return what was remembered; what cannot be read is forgotten, for nothing of a person's work is in it."""
    try:
        data = json.loads((state_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(data) if isinstance(data, dict) else Settings()


def save(settings: Settings) -> None:
    """Remember, replacing the file as a whole. Raises OSError where the folder cannot be written."""
    folder = state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f".{_FILE}.{os.getpid()}"
    partial.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(partial, folder / _FILE)


def _settings(data: dict[str, Any]) -> Settings:
    recent = tuple(found for each in _list(data.get("recent")) if (found := _recent(each)) is not None)
    keys = data.get("keys")
    changed = {str(name): tuple(map(str, _list(each))) for name, each in keys.items()} if isinstance(keys, dict) else {}
    return Settings(
        str(data.get("geometry", "")),
        str(data.get("appearance", "system")),
        _number(data.get("zoom"), 0),
        bool(data.get("left", True)),
        bool(data.get("right", True)),
        recent[:_MOST_RECENT],
        changed,
        _one_of(data.get("reading"), READING),
        _one_of(data.get("tags"), TAGS),
        language=_one_of(data.get("language"), ("", *LANGUAGES)),
        order=_one_of(data.get("order"), ORDERS),
        visiting=_one_of(data.get("visiting"), VISITING),
    )


def _recent(data: object) -> Recent | None:
    if not isinstance(data, dict) or not isinstance(data.get("path"), str):
        return None
    path, title, opened, entry = (str(data.get(name, "")) for name in ("path", "title", "opened", "entry"))
    return Recent(path, title, opened, _number(data.get("done"), 0), _number(data.get("total"), 0), _number(data.get("people"), 1), entry)


def _one_of(value: object, known: tuple[str, ...]) -> str:
    return value if isinstance(value, str) and value in known else known[0]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _number(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise
