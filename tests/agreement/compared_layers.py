"""Small layers for tests, and the values from the literature where they are at hand."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from annotator.agreement.bootstrap import Ints
from annotator.agreement.coding import MISSING
from annotator.agreement.study import Study, study
from annotator.agreement.values import ComparedEntry, ComparedLayer, Figure, Place, Work

IAA = Path(__file__).parents[2] / ".." / "shared" / "data" / "iaa"
WORD = 5
"""Entries of tests are words of four letters with a space between them."""


def entry_id(number: int) -> bytes:
    return number.to_bytes(16, "big")


def entries(count: int, *, words: int = 8) -> list[ComparedEntry]:
    tokens = tuple((WORD * each, WORD * each + WORD - 1) for each in range(words))
    return [ComparedEntry(entry_id(number), WORD * words, tokens) for number in range(count)]


def layer(name: str, *work: Sequence[Place] | None, shown: Sequence[bool | None] = ()) -> ComparedLayer:
    """A layer done with every entry for which places are given; None: begun, not done."""
    held = {
        entry_id(number): Work(places is not None, tuple(places or ()), shown[number] if shown else None)
        for number, places in enumerate(work)
    }
    return ComparedLayer(name.encode("utf-8", "replace").ljust(16, b"\0"), name, held)


def of(*layers: ComparedLayer, words: int = 8) -> Study:
    most = max((len(each.work) for each in layers), default=0)
    return study(entries(most, words=words), layers)


def only(figures: Sequence[Figure], measure: str, *layers: str) -> Figure:
    found = [figure for figure in figures if figure.measure == measure and (not layers or figure.layers == layers)]
    assert len(found) == 1, [(figure.measure, figure.layers) for figure in figures]
    return found[0]


def literature() -> Mapping[str, Any]:
    path = IAA / "literature_reference.json"
    if not path.is_file():
        pytest.skip("the reference values are not at hand")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def rows(study_rows: Sequence[Any], *, scale: int = 1) -> list[list[Any]]:
    """The rows of a study; {n, row} is a row n times."""
    found: list[list[Any]] = []
    for each in study_rows:
        if isinstance(each, dict):
            times = each["n"]
            found += [each["row"]] * (times if isinstance(times, int) else scale * int(times.replace("scale", "1").split("*")[0]))
        else:
            found.append(each)
    return found


def checks(test: Mapping[str, Any]) -> Iterator[tuple[str, str, float, float]]:
    """Yield (measure, method and its argument, value, tolerance) of each check of a test."""
    measure_of: dict[str, str] = {}
    for check in test["checks"]:
        if "measure" in check:
            measure_of[check["var"]] = check["measure"]
        else:
            variable, _, method = check["expr"].partition(".")
            yield measure_of.get(variable, ""), method, check["value"], check["tolerance"]


def coded(rows: Sequence[Sequence[Hashable | None]]) -> tuple[Ints, tuple[Hashable, ...]]:
    """Return ratings as codes (raters, units) and the categories they stand for; None becomes MISSING. A row is a unit, a value a rater."""
    categories = tuple(dict.fromkeys(value for row in rows for value in row if value is not None))
    code: dict[Hashable | None, int] = {value: number for number, value in enumerate(categories)}
    code[None] = MISSING
    return np.array([[code[value] for value in row] for row in rows], dtype=np.int64).T, categories
