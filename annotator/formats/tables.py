"""Tables: CSV and TSV, an entry a row. Cells come verbatim, their line ends and formulas too; nothing is computed.

    published,headline,text,desk
    2021-05-04T14:05,Talks resume,"Both sides are back
    at the table.",Foreign

The column of the text (and of title, author, published) is found by its name, or given; all others become meta.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.drafts import Fact, Kept, ReadEvents, ReadOptions, Rejected, Repaired, Total
from annotator.core.errors import InputError
from annotator.formats.columns import NAMES, Columns, columns_of, entry_of, folded
from annotator.formats.format import Sample
from annotator.formats.source import MAX_LINE, Line, Source, open_source

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "TAB", "|": "vertical bar"}
_ROWS = 60
_SAID = re.compile(r"sep=(?P<delimiter>.)\r?\n", re.IGNORECASE)  # the first line that one spreadsheet program writes


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the beginning of a table shows: what parts its cells, `preface` lines before the first row, its columns."""

    delimiter: str
    preface: int
    columns: Columns


@dataclass(slots=True)
class _Rows:
    """The rows of a table with the lines they stand on; what was met between them waits in `events`."""

    source: Source
    delimiter: str
    events: list[Rejected | Repaired] = field(default_factory=list)
    line: int = 0
    size: int = 0

    def __iter__(self) -> Iterator[tuple[int, int, list[str]]]:
        reader = csv.reader(self._lines(), delimiter=self.delimiter, strict=True)
        while True:
            self.size = 0
            first = self.line + 1
            try:
                row = next(reader, None)
            except csv.Error as error:
                self.events.append(Rejected("entry", first, self._reason(error, first)))
                continue
            if row is None:
                return
            yield first, self.line, row

    def _lines(self) -> Iterator[str]:
        for line in self.source.lines(ends=True):
            if not isinstance(line, Line):
                self.line = line.line if isinstance(line, Rejected) else self.line
                self.events.append(line)
                continue
            self.line = line.number
            self.size += len(line.text)
            if self.size > MAX_LINE:
                raise InputError(
                    f"{self.source.name} has a row of more than {MAX_LINE // 2**20} million characters that is still open at line "
                    f"{line.number}: close the quotation mark before it."
                )
            yield line.text

    def _reason(self, error: csv.Error, first: int) -> str:
        if "unexpected end" in str(error):
            return f"a quotation mark opened here is not closed: lines {first} to {self.line} are left out"
        return f"the quotation marks of the row do not fit ({error})"

    def drain(self) -> list[Rejected | Repaired]:
        """Return what was met since the last time."""
        events, self.events = self.events, []
        return events


def read_csv(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield an entry a row of a file whose cells are parted by commas, semicolons, TABs or vertical bars, as its beginning shows."""
    return _read(open_source(path, options.encoding), options, tuple(_DELIMITERS))


def read_tsv(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield an entry a row of a file whose cells are parted by TABs."""
    return _read(open_source(path, options.encoding), options, ("\t",))


def sniff_csv(sample: Sample) -> float:
    """Return how sure the text is of being a table with commas, semicolons or vertical bars."""
    return _sure(sample, tuple(each for each in _DELIMITERS if each != "\t"))


def sniff_tsv(sample: Sample) -> float:
    """Return how sure the text is of being a table with TABs."""
    return _sure(sample, ("\t",))


def _read(source: Source, options: ReadOptions, delimiters: Sequence[str]) -> ReadEvents:
    """Rows with another number of cells than the first, with no text, or with broken quotation marks are rejected, one unit each.

    Raises InputError for a column that the table has not, naming those it has, and for a cell beyond MAX_LINE.
    """
    # One number for the whole process in the csv module; ours is the bound of a line, and every reader here sets the same.
    csv.field_size_limit(MAX_LINE)
    shape = _shape(source.sample(), source.name, options.columns, delimiters)
    yield source.fact
    yield Fact("delimiter", _DELIMITERS.get(shape.delimiter, shape.delimiter))
    yield Fact("header", "first row" if shape.columns.header else "none")
    yield Fact("columns", shape.columns.described)
    rows = _Rows(source, shape.delimiter)
    units = 0
    skip = shape.preface + shape.columns.header
    for first, last, row in rows:
        for event in rows.drain():
            units += isinstance(event, Rejected)
            yield event
        if not any(row):
            continue
        if skip:
            skip -= 1
            yield Kept("header" if skip < shape.columns.header else "delimiter", first, shape.delimiter.join(row), counts=False)
            continue
        units += 1
        yield entry_of(row, first, last, shape.columns, joined=shape.delimiter)
    for event in rows.drain():
        units += isinstance(event, Rejected)
        yield event
    yield Total(units, 0)


def _shape(sample: Sample, name: str, wanted: Mapping[str, str], delimiters: Sequence[str]) -> _Shape:
    said = _SAID.match(sample.head)
    delimiter = said["delimiter"] if said and len(delimiters) > 1 else max(delimiters, key=lambda each: _regular(sample.head, each))
    preface = int(said is not None)
    rows = _first_rows(sample.head, delimiter)[preface:]
    if not rows:
        raise InputError(f"{name} has no row in its beginning: is a quotation mark not closed, or is it not a table?")
    return _Shape(delimiter, preface, columns_of(name, rows, wanted))


def _first_rows(head: str, delimiter: str) -> list[list[str]]:
    """Read the rows of a sample as far as they are whole, those with broken quotation marks left out."""
    return _sound_rows(head, delimiter)[0]


def _sound_rows(head: str, delimiter: str) -> tuple[list[list[str]], int]:
    """Return the first rows of a sample, and how many between them have quotation marks that do not fit this delimiter."""
    rows: list[list[str]] = []
    broken = 0
    whole = head[: head.rfind("\n") + 1] or head
    reader = csv.reader(io.StringIO(whole, newline=""), delimiter=delimiter, strict=True)
    while len(rows) < _ROWS:
        try:
            row = next(reader, None)
        except csv.Error:
            broken += 1
            continue
        if row is None:
            break
        if any(row):
            rows.append(row)
    return rows, broken


def _regular(head: str, delimiter: str) -> tuple[float, int]:
    """Return the share of rows with the commonest number of cells, and that number; (0, 1) where it is one cell. Broken rows count."""
    found, broken = _sound_rows(head, delimiter)
    counts = Counter(len(row) for row in found)
    if not counts:
        return 0.0, 1
    cells, rows = max(counts.items(), key=lambda each: (each[1], each[0]))
    return (rows / (counts.total() + broken), cells) if cells > 1 else (0.0, 1)


def _sure(sample: Sample, delimiters: Sequence[str]) -> float:
    if sample.head.lstrip()[:1] in ("{", "[", "<", ""):
        return 0.0
    csv.field_size_limit(MAX_LINE)
    delimiter = max(delimiters, key=lambda each: _regular(sample.head, each))
    rows = _first_rows(sample.head, delimiter)
    share, cells = _regular(sample.head, delimiter)
    first = [folded(cell) for cell in rows[0]] if rows else []
    if any(cell in NAMES["text"] for cell in first) or _SAID.match(sample.head):
        return 0.9 if cells > 1 and share >= 0.5 else 0.5 if cells > 1 else 0.3
    if cells < 2 or len(rows) < 2 or share < 0.9:
        return 0.0
    if sum(cell in guesses for cell in first for guesses in NAMES.values()) >= 2:
        return 0.7
    # Prose has a comma in every line often enough; three cells in each line it has seldom.
    return 0.5 if len(rows) > 2 and share == 1 and (cells > 2 or delimiter == "\t") else 0.05
