"""The models that `default` can use: the bundled one and those trained beside the project; which is in force, what each came to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotator.core.errors import InputError
from annotator.project.desk import Desk
from annotator.project.trained import ModelVersion
from annotator.store import trained as folders
from annotator.store.database import writing

RECORD = "training.json"
"""The file beside the weights that says what they were learned from and what it came to."""
_LARGEST = 32_000_000


class Models:
    """Choosing a model. Old ones are kept; nothing here loads one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def versions(self) -> list[ModelVersion]:
        """Return the models that `default` can use: the bundled one, then those beside the project."""
        path, current = self._desk.path, folders.in_force(self._desk.conn)
        there = folders.numbers(path)
        trained = [
            ModelVersion(n, n == current, n in there, folders.version_folder(path, n), _result(folders.version_folder(path, n)))
            for n in sorted({*there, current} - {folders.BUNDLED})
        ]
        return [ModelVersion(folders.BUNDLED, current == folders.BUNDLED, True, None), *trained]

    def use(self, number: int) -> None:
        """Let `default` use another model from its next run on; 0 is the bundled one. Raises InputError for one that is not there."""
        self._desk.must_write()
        if number != folders.BUNDLED and number not in folders.numbers(self._desk.path):
            known = ", ".join(str(each.number) for each in self.versions() if each.there and each.number) or "none yet"
            raise InputError(
                f"There is no trained model {number} beside {self._desk.path.name}; there are: {known}. “bundled” always works."
            )
        with writing(self._desk.conn, self._desk.path) as conn:
            folders.put_in_force(conn, number)


def record_of(folder: Path) -> Mapping[str, Any]:
    """Return what stands beside a trained model; nothing where it is not there to read."""
    try:
        file = folder / RECORD
        found = json.loads(file.read_text(encoding="utf-8")) if file.stat().st_size <= _LARGEST else {}
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _result(folder: Path) -> Mapping[str, Any]:
    found = record_of(folder).get("result")
    return found if isinstance(found, dict) else {}
