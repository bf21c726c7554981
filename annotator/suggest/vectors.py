"""Vectors of common words in eight bits a number: what words mean that the corpora of training lack.

Words are kept as 32-bit checksums of their small letters, not as text: with 115,000 of them one unknown word in 37,000 is taken for
another, which costs less than the text would.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_MOST = 1_000_000
_FULL = 127


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """`keys`: checksums, rising, (words); `table`: (words, width); a number is worth `scale` of its column, (width)."""

    keys: NDArray[np.uint32]
    table: NDArray[np.int8]
    scale: NDArray[np.float32]

    @property
    def width(self) -> int:
        """Numbers in one vector; 0 where there are no vectors."""
        return len(self.scale)

    def row(self, word: str) -> int:
        """Return 1 + the row of a word (in any letters), 0 for none."""
        key = _checksum(word)
        place = int(np.searchsorted(self.keys, np.uint32(key)))
        return place + 1 if place < len(self.keys) and int(self.keys[place]) == key else 0

    def values(self, rows: NDArray[np.uint64]) -> NDArray[np.float32]:
        """Return the vectors of rows as `row` numbers them, (rows, width); nothing but zeros for 0."""
        found = np.zeros((len(rows), self.width), dtype=np.float32)
        known = rows > 0
        found[known] = self.table[rows[known].astype(np.int64) - 1] * self.scale
        return found

    def to_bytes(self) -> bytes:
        """Return the vectors as an archive of numpy, without pickled objects."""
        packed = io.BytesIO()
        np.savez(packed, keys=self.keys, table=self.table, scale=self.scale)
        return packed.getvalue()


def no_vectors() -> Vectors:
    """Return vectors of no word."""
    return Vectors(np.zeros(0, np.uint32), np.zeros((0, 0), np.int8), np.zeros(0, np.float32))


def packed(words: Sequence[str], values: NDArray[np.float32]) -> Vectors:
    """Return vectors (words, width) of different words in eight bits; of two words with one checksum the first stays."""
    keys, first = np.unique(np.array([_checksum(word) for word in words], dtype=np.uint32), return_index=True)
    chosen = values[first]
    # What lies far out is cut, so that the steps are small where nearly all numbers lie.
    scale = np.maximum(np.quantile(np.abs(chosen), 0.9995, axis=0), 1e-6).astype(np.float32) / _FULL
    return Vectors(keys, np.clip(np.rint(chosen / scale), -_FULL, _FULL).astype(np.int8), scale)


def from_bytes(data: bytes) -> Vectors:
    """Return the vectors that `Vectors.to_bytes` wrote. Raises ValueError where they do not fit together, KeyError where one lacks."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        found = Vectors(arrays["keys"].astype(np.uint32), arrays["table"].astype(np.int8), arrays["scale"].astype(np.float32))
    if found.table.shape != (len(found.keys), found.width) or len(found.keys) > _MOST or (np.diff(found.keys.astype(np.int64)) <= 0).any():
        raise ValueError("The word vectors do not fit together.")
    return found


def _checksum(word: str) -> int:
    return zlib.crc32(word.lower().encode("utf-8", "surrogatepass"))
