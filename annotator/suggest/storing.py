"""How weights are kept in a file: tables of embeddings in eight bits a number, all else in half precision."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_TABLE = "_E"
"""How the names of tables of embeddings end."""
_SCALE = "_scale"
_FULL = 127


def packed(weights: Iterable[tuple[str, Floats]]) -> bytes:
    """Return weights by name as an archive of numpy, without pickled objects; a column of a table has one scale."""
    arrays: dict[str, Any] = {}
    for name, value in weights:
        if name.endswith(_TABLE):
            scale = np.maximum(np.abs(value).max(axis=0), 1e-8).astype(np.float32) / _FULL
            arrays[name] = np.rint(value / scale).astype(np.int8)
            arrays[name + _SCALE] = scale
        else:
            arrays[name] = value.astype(np.float16)
    archive = io.BytesIO()
    np.savez(archive, **arrays)
    return archive.getvalue()


def unpacked(path: Path) -> Mapping[str, Floats]:
    """Return the weights by name that `packed` wrote, or an earlier version of the program, which kept all in half precision."""
    with np.load(path, allow_pickle=False) as arrays:
        found = {name: arrays[name].astype(np.float32) for name in arrays.files}
    return {
        name: value * found[name + _SCALE] if name + _SCALE in found else value
        for name, value in found.items()
        if not name.endswith(_TABLE + _SCALE)
    }
