"""Carry places over from one version of a text to the next: where the words still stand, there the span stands."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

import regex

_PIECE = regex.compile(r"\w+|\s+|[^\w\s]")


def similarity(old: str, new: str) -> float:
    """Return how much of two texts is the same words in the same order, 0 to 1 (Ratcliff and Obershelp's ratio)."""
    return SequenceMatcher(None, _PIECE.findall(old), _PIECE.findall(new), autojunk=False).ratio()


def carried(old: str, new: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int] | None]:
    """Return where stretches of the old text stand in the new one; None where their words or the ones around them are gone."""
    old_edges, new_edges = _edges(old), _edges(new)
    matcher = SequenceMatcher(None, _PIECE.findall(old), _PIECE.findall(new), autojunk=False)
    shifts = [(old_edges[a], old_edges[a + size], new_edges[b] - old_edges[a]) for a, b, size in matcher.get_matching_blocks() if size]
    result: list[tuple[int, int] | None] = []
    for start, end in places:
        shift = next((by for first, last, by in shifts if first <= start and end <= last), None)
        result.append(None if shift is None else (start + shift, end + shift))
    return result


def _edges(text: str) -> list[int]:
    return [0, *(match.end() for match in _PIECE.finditer(text))]
