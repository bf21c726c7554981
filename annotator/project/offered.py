"""What the program offers before a project is open: schemes, formats, encodings; and where it keeps its own files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.core.model import Scheme
from annotator.formats.catalogue import FORMATS
from annotator.formats.dates import published_of
from annotator.formats.schemes import read_scheme, shipped_scheme, shipped_schemes
from annotator.store import user


@dataclass(frozen=True, slots=True)
class Offered:
    """A format that can be read or written; `can` is one line of what it does."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    can: str


def schemes() -> tuple[Scheme, ...]:
    """Return the schemes that come with the program, the default one first."""
    return tuple(shipped_scheme(name) for name in shipped_schemes())


def scheme_of(path: Path) -> Scheme:
    """Return the scheme of a TOML file. Raises InputError or MachineError saying what is wrong with it."""
    return read_scheme(path)


def readable() -> tuple[Offered, ...]:
    """Return the formats that can be read."""
    return tuple(Offered(each.name, each.title, each.suffixes, each.can) for each in FORMATS.values() if each.read is not None)


def writable() -> tuple[Offered, ...]:
    """Return the formats that can be written."""
    return tuple(Offered(each.name, each.title, each.suffixes, each.can) for each in FORMATS.values() if each.write is not None)


def known_time(text: str) -> str:
    """Return a written date and time as ISO 8601 as far as it says it; "" where it cannot be read."""
    return published_of(text)


def state_folder() -> Path:
    """Return where logs and the window's state lie."""
    return user.state_folder()
