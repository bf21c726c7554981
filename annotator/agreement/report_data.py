"""The figures as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from annotator.agreement.measures import MEASURES
from annotator.agreement.summary import Agreement
from annotator.agreement.sway import SWAY
from annotator.agreement.values import Counted, Figure, LeftOut, Slice

FORMAT = "annotator-agreement/1"
NAMES = {measure.key: measure.name for measure in (*MEASURES, SWAY)}
COLUMNS = (
    "measure", "layers", "part", "value", "low", "high", "undefined", "no_interval", "undefined_resamples", "entries", "spans", "tokens",
    "entries_one_empty", "entries_all_empty", "left_out", "remark",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def every_figure(found: Agreement) -> Iterator[Figure]:
    """Yield all figures in the order of the report: over all entries, of parts, of sway."""
    yield from found.figures
    yield from found.parts
    for each in (*found.sways, *found.alike):
        yield from (each.shown, each.hidden, each.difference)


def report_json(found: Agreement, *, versions: Mapping[str, str]) -> str:
    """Return everything as JSON: one object, keys as the dataclasses name them, null for undefined; ASCII."""
    methods = {measure.key: {"name": measure.name, "formula": measure.formula, "source": measure.source} for measure in (*MEASURES, SWAY)}
    whole = {"format": FORMAT, "versions": dict(sorted(versions.items())), "methods": methods, **asdict(found)}
    return json.dumps(whole, ensure_ascii=True, allow_nan=False, indent=1) + "\n"


def figure_of(row: Mapping[str, Any]) -> Figure:
    """Return a figure as `report_json` wrote it."""
    counted, left = Counted(**row["counted"]), tuple(LeftOut(**each) for each in row["left_out"])
    return Figure(**{**row, "layers": tuple(row["layers"]), "counted": counted, "left_out": left, "slice": Slice(**row["slice"])})


def report_csv(found: Agreement) -> str:
    """Return one row a figure (RFC 4180, CRLF, with a header).

    A cell of text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for figure in every_figure(found):
        counted = figure.counted
        left_out = "; ".join(f"{each.reason}: {each.count}" for each in figure.left_out)
        writer.writerow(
            [
                figure.measure,
                safe(" / ".join(figure.layers)),
                safe(figure.slice.name),
                *(_number(value) for value in (figure.value, figure.low, figure.high)),
                safe(figure.undefined),
                safe(figure.no_interval),
                figure.undefined_resamples,
                counted.entries,
                counted.spans,
                counted.tokens,
                counted.one_empty,
                counted.both_empty,
                safe(left_out),
                safe(figure.remark),
            ]
        )
    return page.getvalue()


def safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula and every encoder can write."""
    written = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")
    return f"'{written}" if written.lstrip(" ").startswith(_FORMULA) else written


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}"
