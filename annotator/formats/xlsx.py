"""Excel workbooks (.xlsx): an entry a row of one sheet. The libraries are the extra `office`.

    | published        | headline     | text                            |
    | 2021-05-04 14:05 | Talks resume | Both sides are back at the table. |

A formula counts as the value that the file keeps for it; nothing is computed. Dates come as ISO 8601, whole numbers without ".0".
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from annotator.core.drafts import Fact, Kept, ReadEvents, ReadOptions, Repaired, Total
from annotator.core.errors import InputError
from annotator.core.text import stored
from annotator.formats import office
from annotator.formats.columns import MAX_CELLS, columns_of, entry_of

if TYPE_CHECKING:
    from openpyxl import Workbook

MAX_ROWS = 1_048_576
"""Rows that a sheet may have (Excel's own bound)."""
BETWEEN_SHEETS = " / "
"""What parts the names of sheets in a fact: no sheet has a slash in its name."""
_FIRST = 60
_BATCH = 500
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # ECMA-376, ST_Xstring: a character that XML cannot hold
Row = tuple[int, list[str], int]
"""A row's number from 1, its cells, and how many characters in them cannot be stored."""


def read(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield an entry a row of the sheet named by `options.sheet`, else of the first that has any row. Empty rows are none.

    Raises InputError for a file that is damaged or too large, a sheet or column that is not there, and a workbook without a row;
    MachineError where the extra is not installed.
    """
    office.checked(path, "xlsx")
    with path.open("rb") as file, closing(_book(path, file)) as book:
        yield from _sheet(path, book, options)


def _sheet(path: Path, book: Workbook, options: ReadOptions) -> ReadEvents:
    names = [each.title for each in book.worksheets]
    if options.sheet and options.sheet not in names:
        raise InputError(f"{path.name} has no sheet “{options.sheet}”; it has {', '.join(names)}.")
    first: list[Row] = []
    rows: Iterator[Row] = iter(())
    chosen = ""
    for chosen in [options.sheet] if options.sheet else names:
        rows = _rows(path, book, chosen)
        first = list(islice(rows, _FIRST))
        if first:
            break
    if not first:
        raise InputError(f"{path.name} has no row with a filled cell: there is nothing to read in it.")
    width = max(len(cells) for _, cells, _ in first)
    columns = columns_of(path.name, [_wide(cells, width) for _, cells, _ in first], options.columns)
    yield Fact("sheet", chosen)
    if others := [each for each in names if each != chosen]:
        yield Fact("sheets not read", BETWEEN_SHEETS.join(others))
    yield Fact("header", "first row" if columns.header else "none")
    yield Fact("columns", columns.described)
    units = 0
    header = columns.header
    for number, cells, unstorable in chain(first, rows):
        if unstorable:
            yield Repaired(number, "NUL or half a surrogate pair became U+FFFD", unstorable)
        if header:
            header = False
            yield Kept("header", number, "\t".join(cells), counts=False)
            continue
        units += 1
        yield entry_of(_wide(cells, width), number, number, columns)
    yield Total(units, 0)


def _book(path: Path, file: BinaryIO) -> Workbook:
    try:
        import defusedxml  # noqa: F401  # openpyxl refuses entities where it is there
        import openpyxl
    except ImportError as error:
        raise office.missing("Excel") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which are none of ours
            return openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except office.FAULTS as error:
        raise office.broken(path, error) from error


def _rows(path: Path, book: Workbook, name: str) -> Iterator[Row]:
    """Yield the rows that have a filled cell, each without the empty cells at its end."""
    sheet = book[name]
    sheet.reset_dimensions()
    found = iter(sheet.iter_rows(values_only=True))
    number = 0
    while batch := _batch(path, found):
        for values in batch:
            number += 1
            if number > MAX_ROWS:
                raise InputError(f"{path.name} has more than the {MAX_ROWS:,} rows that a sheet may have.")
            cells, unstorable = _texts(values)
            if len(cells) > MAX_CELLS:
                raise InputError(f"{path.name} has {len(cells):,} columns, more than the {MAX_CELLS:,} that a table may have.")
            if cells:
                yield number, cells, unstorable


def _batch(path: Path, found: Iterator[tuple[object, ...]]) -> list[tuple[object, ...]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of dates beyond the calendar: their cell says #VALUE!
            return list(islice(found, _BATCH))
    except office.FAULTS as error:
        raise office.broken(path, error) from error


def _texts(values: Iterable[object]) -> tuple[list[str], int]:
    cells: list[str] = []
    unstorable = filled = 0
    for at, value in enumerate(values, start=1):
        text, count = stored(_text(value))
        cells.append(text)
        unstorable += count
        if text:
            filled = at
    return cells[:filled], unstorable


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            return value.isoformat(timespec="seconds" if value.second else "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="seconds" if value.second else "minutes")
        case _:
            return str(value)


def _wide(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *("" for _ in range(width - len(cells)))]
