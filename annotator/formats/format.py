"""What a format is: a name, what it can do, and plain functions. It imports nothing of this room, so every format can import it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from annotator.core.drafts import ReadEvents, ReadOptions
from annotator.core.releases import Loss, ReleasedEntry, WriteOptions


@dataclass(frozen=True, slots=True)
class Sample:
    """The beginning of a file, decoded: what a format is recognised by. `head` has LF line ends and may end inside a line."""

    name: str
    head: str
    encoding: str = ""

    @property
    def suffix(self) -> str:
        """The last suffix of the file's name in small letters, with its dot; "" where there is none."""
        return Path(self.name).suffix.lower()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. A function that the format does not have is None.

    `read(path, options)` yields the values of `core.drafts`, `Total` last; it raises InputError for a file that cannot be read at all.
    `sniff(sample)` says how sure the content is of this format, from 0 to 1; the name's suffix is weighed by `sniffed`, not by it.
    `write(entries, file, options)` writes while it is iterated, and yields what the format could not hold.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    can: str
    """One line for `annotator formats`."""
    read: Callable[[Path, ReadOptions], ReadEvents] | None = None
    sniff: Callable[[Sample], float] | None = None
    write: Callable[[Iterable[ReleasedEntry], TextIO, WriteOptions], Iterator[Loss]] | None = None
