"""Layers packed into arrays, once, so that every figure is a few passes over numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from annotator.agreement.bootstrap import Ints
from annotator.agreement.values import WHOLE, ComparedEntry, ComparedLayer, LeftOut, Slice
from annotator.core.errors import InputError

Mask = npt.NDArray[np.bool_]

LARGEST = 2**31
"""The most code points one comparison may hold: places are packed into 64 bits."""


@dataclass(frozen=True, slots=True)
class Spans:
    """The places of one layer as columns, sorted by entry, start, end, label; equal ones once.

    `start` and `end` count from the head of all entries (each entry takes its length and one more), `edge` numbers equal (start, end)
    alike in all layers of the study, `key` numbers equal places alike.
    """

    entry: Ints
    start: Ints
    end: Ints
    label: Ints
    edge: Ints
    key: Ints

    def where(self, keep: Mask) -> Spans:
        """Return the places that a mask keeps."""
        return Spans(self.entry[keep], self.start[keep], self.end[keep], self.label[keep], self.edge[keep], self.key[keep])


@dataclass(frozen=True, slots=True)
class Study:
    """Entries in the order of their ids, layers in the order given; `done`, `known` and `shown` are (layers, entries).

    `shown` holds 1, 0, or -1 where it is not known.
    """

    entries: tuple[ComparedEntry, ...]
    layers: tuple[ComparedLayer, ...]
    labels: tuple[str, ...]
    base: Ints
    length: Ints
    token_entry: Ints
    token_start: Ints
    token_end: Ints
    spans: tuple[Spans, ...]
    done: Mask
    known: Mask
    shown: Ints

    @property
    def names(self) -> tuple[str, ...]:
        """The layers' names, with a number after those that are not unique."""
        given = [layer.name for layer in self.layers]
        return tuple(name if given.count(name) == 1 else f"{name} ({given[:number].count(name) + 1})" for number, name in enumerate(given))

    def inside(self, part: Slice, layers: Sequence[int]) -> Mask:
        """Return which entries belong to a slice (its label apart): `Slice.holds`, over all at once."""
        keep = np.ones(len(self.entries), dtype=np.bool_)
        if part.source is not None:
            keep &= np.array([each.source == part.source for each in self.entries], dtype=np.bool_)
        if part.since:
            keep &= np.array([each.time >= part.since for each in self.entries], dtype=np.bool_)
        if part.until:
            keep &= np.array([bool(each.time) and each.time < part.until for each in self.entries], dtype=np.bool_)
        if part.shown is not None:
            told = self.shown[list(layers)]
            keep &= (told == int(part.shown)).any(axis=0) & (told != int(not part.shown)).all(axis=0)
        return keep

    def unplaced(self, part: Slice, layers: Sequence[int]) -> tuple[LeftOut, ...]:
        """Return how many entries are in no slice of this kind: without a time, or not known whether suggestions were shown."""
        found = []
        if part.since or part.until:
            found.append(LeftOut("entries without a time", sum(not each.time for each in self.entries)))
        if part.shown is not None:
            told = self.shown[list(layers)]
            mixed = ~((told >= 0).any(axis=0) & ((told != 0).all(axis=0) | (told != 1).all(axis=0)))
            found.append(LeftOut("not known whether suggestions were shown, or shown to one and not to another", int(mixed.sum())))
        return tuple(each for each in found if each.count)

    def ready(self, layers: Sequence[int], *, unfinished: bool = False) -> Mask:
        """Return (layers, entries): whose work on which entry counts."""
        return (self.known if unfinished else self.done)[list(layers)]

    def labelled(self, layer: int, part: Slice = WHOLE) -> Spans:
        """Return the places of a layer, of the slice's label if it names one."""
        spans = self.spans[layer]
        if part.label is None:
            return spans
        code = self.labels.index(part.label) if part.label in self.labels else -1
        return spans.where(spans.label == code)


def study(entries: Sequence[ComparedEntry], layers: Sequence[ComparedLayer]) -> Study:
    """Pack entries and layers. The result does not depend on the order of the entries.

    Raises InputError where an entry comes twice, a layer has work on an unknown entry, a place lies outside its text or tokens overlap.
    """
    ordered = tuple(sorted(entries, key=lambda each: each.id))
    number = {entry.id: place for place, entry in enumerate(ordered)}
    if len(number) != len(ordered):
        raise InputError("An entry stands twice in what is to be compared; give each entry once.")
    length = np.array([entry.length for entry in ordered], dtype=np.int64)
    base = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(length + 1)])
    if base[-1] >= LARGEST:
        raise InputError(f"The texts hold {base[-1]} characters together; compare at most {LARGEST} at once, by source for example.")
    columns = [_columns(layer, number, ordered) for layer in layers]
    labels = tuple(sorted({label for *_, names in columns for label in names}))
    code = {label: place for place, label in enumerate(labels)}
    longest = int(length.max(initial=0)) + 1
    packed = [
        (entry, base[entry] + start, base[entry] + end, np.array([code[name] for name in names], dtype=np.int64))
        for entry, start, end, names in columns
    ]
    edges = [start * longest + (end - start) for _, start, end, _ in packed]
    ranks = np.unique(np.concatenate(edges)) if edges else np.zeros(0, dtype=np.int64)
    spans = tuple(
        _sorted(entry, start, end, label, np.searchsorted(ranks, edge), len(labels))
        for (entry, start, end, label), edge in zip(packed, edges, strict=True)
    )
    token_entry, token_start, token_end = _tokens(ordered, base)
    done, known, shown = _states(layers, number)
    return Study(ordered, tuple(layers), labels, base[:-1], length, token_entry, token_start, token_end, spans, done, known, shown)


def left_out(names: Sequence[str], ready: Mask, inside: Mask, *, least: int) -> tuple[LeftOut, ...]:
    """Return, in words, which entries of a slice do not count because fewer than `least` of the layers are done with them."""
    count = ready[:, inside].sum(axis=0)
    short = count < least
    if len(names) == 2:
        first, second = ready[0, inside], ready[1, inside]
        found = [
            ("done by neither", int((~first & ~second).sum())),
            (f"done by {names[0]} only", int((first & ~second).sum())),
            (f"done by {names[1]} only", int((second & ~first).sum())),
        ]
    else:
        found = [
            ("done by no one", int((short & (count == 0)).sum())),
            ("done by one only", int((short & (count == 1)).sum())),
            ("done by some, not by all", int((short & (count > 1)).sum())),
        ]
    return tuple(LeftOut(reason, number) for reason, number in found if number)


def _columns(layer: ComparedLayer, number: dict[bytes, int], entries: tuple[ComparedEntry, ...]) -> tuple[Ints, Ints, Ints, list[str]]:
    owner: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    names: list[str] = []
    for entry, work in layer.work.items():
        if entry not in number:
            raise InputError(f"The layer {layer.name} has work on an entry that is not among those compared ({entry.hex()}).")
        place = number[entry]
        for start, end, label in work.places:
            owner.append(place)
            starts.append(start)
            ends.append(end)
            names.append(label)
    entry_column, start_column, end_column = (np.array(column, dtype=np.int64) for column in (owner, starts, ends))
    limits = np.array([entry.length for entry in entries], dtype=np.int64)[entry_column] if owner else entry_column
    wrong = np.flatnonzero((start_column < 0) | (start_column >= end_column) | (end_column > limits))
    if wrong.size:
        at = int(wrong[0])
        raise InputError(
            f"The layer {layer.name} has a place {starts[at]}..{ends[at]} outside its text of {limits[at]} characters "
            f"({entries[owner[at]].id.hex()}); the layer does not belong to these entries."
        )
    return entry_column, start_column, end_column, names


def _sorted(entry: Ints, start: Ints, end: Ints, label: Ints, edge: npt.NDArray[np.intp], labels: int) -> Spans:
    key, first = np.unique(edge.astype(np.int64) * max(labels, 1) + label, return_index=True)
    return Spans(entry[first], start[first], end[first], label[first], edge[first].astype(np.int64), key)


def _tokens(entries: tuple[ComparedEntry, ...], base: Ints) -> tuple[Ints, Ints, Ints]:
    counts = np.array([len(entry.tokens) for entry in entries], dtype=np.int64)
    owner = np.repeat(np.arange(len(entries), dtype=np.int64), counts)
    flat = np.array([edge for entry in entries for token in entry.tokens for edge in token], dtype=np.int64).reshape(-1, 2)
    lengths = np.array([entry.length for entry in entries], dtype=np.int64)
    inside = (flat[:, 0] >= 0) & (flat[:, 0] < flat[:, 1]) & (flat[:, 1] <= (lengths[owner] if owner.size else 0))
    starts, ends = base[owner] + flat[:, 0], base[owner] + flat[:, 1]
    if not inside.all() or (starts[1:] < ends[:-1]).any():
        raise InputError("The tokens of an entry overlap, are out of order or reach beyond its text; cut the text anew.")
    return owner, starts, ends


def _states(layers: Sequence[ComparedLayer], number: dict[bytes, int]) -> tuple[Mask, Mask, Ints]:
    shape = (len(layers), len(number))
    done, known, shown = np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_), np.full(shape, -1, dtype=np.int64)
    for row, layer in enumerate(layers):
        for entry, work in layer.work.items():
            column = number[entry]
            known[row, column] = True
            done[row, column] = work.done
            if work.shown is not None:
                shown[row, column] = int(work.shown)
    return done, known, shown
