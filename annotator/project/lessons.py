"""What a layer has done, parted into what is learned from and what is held out."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from annotator.store import releases

SHARE = 0.25
"""So much is held out, about."""
_LEAST, _MOST = 0.1, 0.5
_FEWEST = 3

Spans = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Done:
    """An entry that a layer has done: its spans (start, end, label key) in order, none overlapping."""

    id: bytes
    source: str
    text: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Parted:
    """What is learned from and what is held out, by source or by entry."""

    learned: tuple[Done, ...]
    held: tuple[Done, ...]
    by: str

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that were held out; none where entries of one source were."""
        return tuple(dict.fromkeys(each.source for each in self.held)) if self.by == "source" else ()


def done_entries(conn: Connection, layer: int) -> list[Done]:
    """Return the visible entries that a layer (row) has done, in corpus order; of spans that overlap the longest stays."""
    rows = releases.rows(conn, layer, done_only=True)
    return [
        Done(each.id, each.source, each.text, _flat([(start, end, key) for start, end, key, *_ in each.spans]))
        for each in releases.entries(conn, rows, layer)
    ]


def other_texts(conn: Connection, layer: int, learned: Collection[str], *, most: int) -> list[str]:
    """Return texts that a layer has not done, of sources that nothing is learned from; `learned` are those sources, `most` a bound.

    Nobody's answers come with them. Entries of the same live blog would confirm the model's own mistakes about the very names that it is to
    learn (measured: half of the gain was lost).
    """
    done = set(releases.rows(conn, layer, done_only=True))
    rows = [row for row in releases.rows(conn, layer, done_only=False) if row not in done]
    found: list[str] = []
    for first in range(0, len(rows), releases.BATCH):
        found += [each.text for each in releases.entries(conn, rows[first : first + releases.BATCH], 0) if each.source not in learned]
        if len(found) >= most:
            break
    return found[:most]


def _flat(spans: Sequence[tuple[int, int, str]]) -> Spans:
    kept: list[tuple[int, int, str]] = []
    for start, end, key in sorted(spans, key=lambda each: (each[0] - each[1], each)):
        if all(end <= first or last <= start for first, last, _ in kept):
            kept.append((start, end, key))
    return tuple(sorted(kept))


def parted(done: Sequence[Done], seed: int, known: Collection[bytes] = ()) -> Parted:
    """Hold about a quarter out: whole sources where there are several, since entries of one live blog tell of the same things.

    The order is that of SHA-256 over the seed and the name, so it is the same on every machine. `known` are entries that the model in
    force learned from: they are held out last, or its figures would be too good. Texts that are held out are not learned from elsewhere.
    """
    by = "source"
    held = _drawn(_grouped(done, by_source=True), len(done), seed, known)
    if not max(_FEWEST, _LEAST * len(done)) <= len(held) <= _MOST * len(done):
        by, held = "entry", _drawn(_grouped(done, by_source=False), len(done), seed, known)
    texts = {each.text for each in done if each.id in held}
    return Parted(tuple(each for each in done if each.text not in texts), tuple(each for each in done if each.id in held), by)


def _grouped(done: Sequence[Done], *, by_source: bool) -> dict[str, set[bytes]]:
    groups: dict[str, set[bytes]] = {}
    for each in done:
        groups.setdefault(each.source if by_source else each.id.hex(), set()).add(each.id)
    return groups


def _drawn(groups: Mapping[str, set[bytes]], total: int, seed: int, known: Collection[bytes]) -> set[bytes]:
    learned = set(known)
    held: set[bytes] = set()
    for name in sorted(groups, key=lambda name: (bool(groups[name] & learned), _digest(seed, name))):
        grown = len(held) + len(groups[name])
        nearer = abs(grown - SHARE * total) <= abs(len(held) - SHARE * total)
        if nearer and grown <= _MOST * total:
            held |= groups[name]
    return held


def _digest(seed: int, name: str) -> bytes:
    return hashlib.sha256(f"{seed}\x1f{name}".encode("utf-8", "surrogatepass")).digest()
