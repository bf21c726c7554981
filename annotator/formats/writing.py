"""A release is written whole or not at all: into files beside their places, read back, flushed to the disk, then put in place at once."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from annotator.core.errors import InputError, MachineError
from annotator.core.releases import Loss, ReleasedEntry, WriteOptions
from annotator.formats import conll_write, jsonl
from annotator.formats.losses import Checked, checked
from annotator.formats.readback import Expected, verify

Entries = Callable[[], Iterable[ReleasedEntry]]
"""Gives the entries from the beginning, each time it is called; in the order of the file."""

_Writer = Callable[[Iterable[ReleasedEntry], TextIO, WriteOptions], Iterator[Checked]]
_WRITERS: Mapping[str, _Writer] = MappingProxyType({"jsonl": jsonl.written, "conll": conll_write.written})
_EVERY = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a release: where it goes, what it holds, and its name in a split ("" without one)."""

    path: Path
    entries: Entries
    name: str = ""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file as it was written. `spans` are those in it, `dropped` those that the format could not hold."""

    name: str
    part: str
    entries: int
    spans: int
    dropped: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """What was written. Counts are over all files; `losses` by (kind, whether the span is gone)."""

    files: tuple[WrittenFile, ...]
    labels: Mapping[str, int]
    states: Mapping[str, int]
    annotators: Mapping[str, int]
    origins: Mapping[str, int]
    sources: Mapping[str, int]
    losses: Mapping[tuple[str, bool], int]


@dataclass(slots=True)
class _Counts:
    spans: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """By label, annotator and origin."""
    states: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    losses: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def by(self, place: int) -> Counter[str]:
        """Return the spans by label (0), annotator (1) or origin (2)."""
        found: Counter[str] = Counter()
        for key, count in self.spans.items():
            found[key[place]] += count
        return found


def write_release(
    parts: Sequence[Part],
    format_name: str,
    options: WriteOptions,
    *,
    strict: bool = False,
    lost: Callable[[Loss], None] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Release:
    """Write the files of a release and prove them by reading them back; other files stay as they were unless all goes well.

    `lost` gets each loss as it is found, `progress` the number of entries written so far. Raises InputError for a format that cannot be
    written, a missing folder, and with `strict` for the first loss that touches a span; MachineError where the disk refuses;
    AnnotatorError where a file read back is not what was stored.
    """
    writer = _WRITERS.get(format_name)
    if writer is None:
        raise InputError(f"The format “{format_name}” cannot be written; choose {' or '.join(_WRITERS)}.")
    if len({part.path for part in parts}) < len(parts):
        raise InputError("Two parts of a release cannot be one file.")
    counts = _Counts()
    files: list[WrittenFile] = []
    with ExitStack() as stack:
        places = [(stack.enter_context(_beside(part.path)), part) for part in parts]
        before = 0
        for place, part in places:
            with _told(part.path):
                file = _write(place, part, writer, format_name, options, counts, strict, lost, _onwards(progress, before))
            files.append(file)
            before += file.entries
        for place, part in places:
            with _told(part.path):
                os.replace(place, part.path)
    for folder in {part.path.parent for part in parts}:
        _flush_folder(folder)
    return Release(tuple(files), counts.by(0), counts.states, counts.by(1), counts.by(2), counts.sources, counts.losses)


def write_text(path: Path, text: str) -> None:
    """Write a whole file (a data card) or leave what was there. Raises InputError or MachineError."""
    with _beside(path) as place, _told(path):
        with place.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            _flush(file)
        os.replace(place, path)
    _flush_folder(path.parent)


def _write(
    place: Path,
    part: Part,
    writer: _Writer,
    format_name: str,
    options: WriteOptions,
    counts: _Counts,
    strict: bool,
    lost: Callable[[Loss], None] | None,
    progress: Callable[[int], None] | None,
) -> WrittenFile:
    expected = Expected(format_name)
    spans = dropped = number = 0
    stored: list[ReleasedEntry] = []

    def remembered() -> Iterator[ReleasedEntry]:
        for entry in part.entries():
            stored[:] = [entry]
            yield entry

    with place.open("w", encoding="utf-8", newline="\n") as file:
        for number, (kept, losses) in enumerate(writer(remembered(), file, options), start=1):
            for loss in losses:
                if strict and loss.span is not None:
                    raise InputError(
                        f"{format_name} cannot hold everything, and --strict was asked for: {loss.reason} (entry {loss.entry})."
                    )
                counts.losses[loss.kind, loss.dropped] += 1
                dropped += loss.dropped
                if lost is not None:
                    lost(loss)
            expected.add(stored[0], losses)
            spans += len(kept.spans)
            counts.spans.update([(span.label, span.annotator, span.origin) for span in kept.spans])
            counts.states[kept.state.value] += 1
            counts.sources[kept.source] += 1
            if progress is not None and number % _EVERY == 0:
                progress(number)
        _flush(file)
    if number:
        verify(place, part.path.name, options.tags, expected, lambda: _again(part.entries, format_name, options))
    with place.open("rb") as file_read:
        digest = hashlib.file_digest(file_read, "sha256").hexdigest()
    if progress is not None:
        progress(number)
    return WrittenFile(part.path.name, part.name, number, spans, dropped, place.stat().st_size, digest)


def _again(entries: Entries, format_name: str, options: WriteOptions) -> Iterator[tuple[ReleasedEntry, Sequence[Loss]]]:
    for entry, (_, losses) in zip(entries(), checked(entries(), format_name, options), strict=True):
        yield entry, losses


def _onwards(progress: Callable[[int], None] | None, before: int) -> Callable[[int], None] | None:
    return None if progress is None else lambda number: progress(before + number)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give an empty new file in the folder of `path`, and remove it at the end if it is still there."""
    if os.path.isdir(path):
        raise InputError(f"{path} is a folder; give the name of the file to write.")
    if not os.path.isdir(path.parent):
        raise InputError(f"There is no folder {path.parent}; make it first.")
    # Shorter than any name that leaves room for a suffix, and its own for each file of a release.
    place = path.with_name(f".{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:8]}.{os.getpid()}.part")
    with _told(path):
        place.unlink(missing_ok=True)
        place.touch()
    try:
        yield place
    finally:
        place.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what the system refused."""
    try:
        yield
    except OSError as error:
        raise MachineError(f"{path} cannot be written: {error.strerror or error}.", details=str(error)) from error


def _flush(file: TextIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the names of the files last, where the system can flush a folder."""
    if os.name != "posix":
        return
    with _told(folder):
        handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
