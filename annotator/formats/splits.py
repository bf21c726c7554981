"""Parts of a data set for training and testing, by source: entries of one live blog tell of the same things, so they stay together.

The order of sources is that of SHA-256 over seed and source, so it is the same on every machine and does not change for the others when
one source is added. In that order each source goes to the part that still lacks most of its share of entries.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from annotator.core.errors import InputError

_NAMES = {2: ("train", "test"), 3: ("train", "dev", "test")}


def ratios(written: str) -> tuple[int, ...]:
    """Return the shares of `80/10/10` or `80/20`. Raises InputError unless they are two or three whole numbers above 0."""
    parts = written.split("/")
    if len(parts) not in _NAMES or not all(part.strip().isascii() and part.strip().isdigit() and int(part) > 0 for part in parts):
        raise InputError(f"“{written}” is no split; write two or three whole numbers above 0, such as 80/10/10 or 80/20.")
    return tuple(int(part) for part in parts)


def names(shares: tuple[int, ...]) -> tuple[str, ...]:
    """Return the names of the parts: train and test, or train, dev and test."""
    return _NAMES[len(shares)]


def split(sources: Mapping[str, int], shares: tuple[int, ...], seed: int) -> dict[str, str]:
    """Return the part of each source; `sources` gives the number of its entries.

    Every part gets at least one source. Raises InputError where there are fewer sources than parts: cutting a source would let the test
    know what the training saw.
    """
    parts = names(shares)
    if len(sources) < len(parts):
        has = "is only 1 source" if len(sources) == 1 else f"are only {len(sources)} sources"
        raise InputError(
            f"A split into {len(parts)} parts goes by source, and there {has} with entries to write; "
            "import more sources, ask for fewer parts, or export without a split."
        )
    total = sum(sources.values())
    lacking = {part: total * share / sum(shares) for part, share in zip(parts, shares, strict=True)}
    empty = set(parts)
    found: dict[str, str] = {}
    ordered = sorted(sources, key=lambda source: (_drawn(seed, source), source))
    for number, source in enumerate(ordered):
        # Where as many sources are left as parts are empty, each of them gets one.
        open_parts = [part for part in parts if part in empty] if len(ordered) - number <= len(empty) else parts
        part = max(open_parts, key=lambda name: (lacking[name], -parts.index(name)))
        lacking[part] -= sources[source]
        empty.discard(part)
        found[source] = part
    return found


def part_path(path: Path, part: str) -> Path:
    """Return where a part goes: `corpus.jsonl` and `dev` give `corpus.dev.jsonl`."""
    return path.with_name(f"{path.stem}.{part}{path.suffix}")


def _drawn(seed: int, source: str) -> bytes:
    return hashlib.sha256(f"{seed}\x1f{source}".encode("utf-8", "surrogatepass")).digest()
