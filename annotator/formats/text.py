"""Plain text: an entry a paragraph (parted by blank lines), a line, or the whole file, each verbatim."""

from __future__ import annotations

from pathlib import Path

from annotator.core.drafts import EntryDraft, ReadEvents, ReadOptions, Rejected, Total
from annotator.core.errors import InputError
from annotator.formats.format import Sample
from annotator.formats.source import MAX_WHOLE, Line, Source, open_source, too_large

UNITS = ("paragraph", "line", "file")
"""What an entry can be; the first where nothing is said."""


def read(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield an entry for each paragraph, line or file (`options.unit`), without spans; blank lines are none.

    Line ends are LF, white space stays; a file's text ends where its last line that is not blank ends.
    Raises InputError for another unit, a file of blank lines only, and a unit of more than MAX_WHOLE code points.
    """
    unit = options.unit or UNITS[0]
    if unit not in UNITS:
        raise InputError(f"Plain text has no unit “{unit}”: give paragraph, line or file.")
    source = open_source(path, options.encoding)
    yield source.fact
    units = 0
    for event in _file(source) if unit == "file" else _units(source, paragraphs=unit == "paragraph"):
        units += isinstance(event, EntryDraft | Rejected)
        yield event
    if not units:
        raise InputError(f"{path.name} holds only white space: there is nothing to read in it.")
    yield Total(units, 0)


def sniff(sample: Sample) -> float:
    """Return a low certainty for any text: everything else that fits, fits better."""
    return 0.1 if sample.head.strip() else 0.0


def _units(source: Source, *, paragraphs: bool) -> ReadEvents:
    held: list[Line] = []
    size = 0
    for line in source.lines():
        if not isinstance(line, Line):
            # A line that is left out parts what stands around it.
            if isinstance(line, Rejected) and held:
                yield _entry(held)
                held, size = [], 0
            yield line
            continue
        blank = not line.text.strip()
        if held and (blank or not paragraphs):
            yield _entry(held)
            held, size = [], 0
        if not blank:
            held.append(line)
            size += len(line.text)
            if size > MAX_WHOLE:
                raise too_large(source.name)
    if held:
        yield _entry(held)


def _file(source: Source) -> ReadEvents:
    held: list[Line] = []
    size = 0
    for line in source.lines():
        if not isinstance(line, Line):
            yield line
            continue
        size += len(line.text) + 1
        if size > MAX_WHOLE:
            raise too_large(source.name)
        if held or line.text.strip():
            held.append(line)
    while held and not held[-1].text.strip():
        held.pop()
    if held:
        yield _entry(held)


def _entry(lines: list[Line]) -> EntryDraft:
    return EntryDraft("\n".join(line.text for line in lines), line=lines[0].number, last_line=lines[-1].number)
