"""Which format a file has: by its content first, by its name where the content leaves it open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from annotator.core.errors import InputError
from annotator.formats.catalogue import FORMATS
from annotator.formats.format import Format
from annotator.formats.office import packed_format
from annotator.formats.source import open_source

_SUFFIX = 0.25
"""What the right suffix adds to a certainty that is not 0: it settles doubt and does not overrule content."""
_LEAST = 0.1


def sniffed(path: Path, *, encoding: str = "") -> Format:
    """Return the format that a file most likely has.

    Raises InputError where nothing fits, where the file cannot be read as text (see `open_source`), and for office files of other kinds.
    """
    packed = packed_format(path)
    if packed:
        return FORMATS[packed]
    sample = open_source(path, encoding).sample()
    scores: dict[str, float] = {}
    for name, each in FORMATS.items():
        if each.sniff is None or each.read is None:
            continue
        certainty = each.sniff(sample)
        scores[name] = certainty + (_SUFFIX if certainty > 0 and sample.suffix in each.suffixes else 0.0)
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _LEAST:
        raise InputError(f"{path.name} has none of the formats that can be read ({_readable(FORMATS)}); name the format if you know it.")
    return FORMATS[best]


def format_named(name: str) -> Format:
    """Return the format of this name. Raises InputError, naming those there are, where there is none."""
    found = FORMATS.get(name.strip().lower())
    if found is None:
        raise InputError(f"There is no format “{name}”; there are {', '.join(FORMATS)}.")
    return found


def _readable(formats: Mapping[str, Format]) -> str:
    return ", ".join(name for name, each in formats.items() if each.read is not None)
