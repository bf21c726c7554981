"""Write data sets: what would be lost is said before, what was written is proved after, and the same project gives the same bytes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from annotator.core.errors import InputError
from annotator.core.ids import written
from annotator.core.model import State, Suggestion
from annotator.core.releases import Loss, ReleasedComment, ReleasedEntry, ReleasedSpan, WriteOptions
from annotator.core.rules import chosen, pending
from annotator.formats import FORMATS, format_named
from annotator.formats.losses import checked, limits
from annotator.formats.splits import names, part_path, ratios, split
from annotator.formats.writing import Part, Release, write_release, write_text
from annotator.project.cards import card_path, card_text
from annotator.project.desk import Desk
from annotator.project.layers import SUGGESTIONS, Layers
from annotator.store import releases
from annotator.store import spans as span_store

SHOWN_LOSSES = 1000
WITH_COMMENTS = ("jsonl",)
"""The formats that can hold remarks."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What goes out and how. `layer` "" means the only one there is; `include`: done or all; `split` like 80/10/10, "" for none."""

    format: str
    layer: str = ""
    include: str = "done"
    write: WriteOptions = field(default_factory=WriteOptions)
    split: str = ""
    seed: int = 0
    strict: bool = False
    pseudonyms: bool = False
    comments: bool = False
    """Whether remarks go out with the entries; only JSON Lines holds them."""
    practice: bool = False
    """Whether entries go out that the layer's person only practised on."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a release would hold: entries, spans stored, spans that stay, what would be lost by kind, and the first losses."""

    layer: str
    entries: int
    stored: int
    exported: int
    left_out: int
    """Entries that are not done, and so do not go."""
    kinds: Mapping[str, int]
    losses: tuple[Loss, ...]
    limits: tuple[str, ...]
    practised: int = 0
    """How many of the entries that do not go were only practised on."""


@dataclass(frozen=True, slots=True)
class Written:
    """A release that stands: exported = stored − dropped, in `plan`; the files and the data card beside them."""

    plan: Plan
    release: Release
    card: Path
    files: tuple[Path, ...]


class Exports:
    """The way out of a project."""

    def __init__(self, desk: Desk, layers: Layers) -> None:
        self._desk = desk
        self._layers = layers

    def plan(self, options: ExportOptions, *, progress: Callable[[int], None] | None = None) -> Plan:
        """Say what a release would hold and lose; nothing is written."""
        _check_comments(options)
        chosen_format = format_named(options.format)
        if chosen_format.write is None:
            raise InputError(f"The format {chosen_format.name} can be read, not written.")
        kinds: Counter[str] = Counter()
        shown: list[Loss] = []
        stored = exported = number = 0
        for number, (kept, lost) in enumerate(checked(self._entries(options), options.format, options.write), start=1):
            exported += len(kept.spans)
            stored += len(kept.spans) + sum(1 for loss in lost if loss.dropped)
            kinds.update(loss.kind for loss in lost)
            shown += lost[: max(0, SHOWN_LOSSES - len(shown))]
            if progress is not None and number % 200 == 0:
                progress(number)
        return self._plan(options, number, stored, exported, kinds, shown)

    def write(self, options: ExportOptions, out: Path, *, progress: Callable[[int], None] | None = None) -> Written:
        """Write a release and its data card, prove it by reading it back, and put it in place as a whole.

        Raises InputError (unknown layer or format, with `strict` the first loss), MachineError (the disk), AnnotatorError (not proved).
        """
        _check_comments(options)
        if format_named(options.format).write is None:
            raise InputError(f"The format {options.format} can be read, not written.")
        kinds: Counter[str] = Counter()
        shown: list[Loss] = []

        def note(loss: Loss) -> None:
            kinds[loss.kind] += 1
            if len(shown) < SHOWN_LOSSES:
                shown.append(loss)

        shares, assigned = self._split(options)
        parts = self._parts(options, out, shares, assigned)
        release = write_release(parts, options.format, options.write, strict=options.strict, lost=note, progress=progress)
        exported = sum(file.spans for file in release.files)
        stored = exported + sum(file.dropped for file in release.files)
        plan = self._plan(options, sum(file.entries for file in release.files), stored, exported, kinds, shown)
        card = card_path(out)
        text = card_text(
            self._desk, release, format_name=options.format, options=options.write, layer=plan.layer,
            include="all" if options.layer == SUGGESTIONS else options.include, shares=shares,
            seed=options.seed if shares else None, parts=assigned, comments=options.comments,
        )  # fmt: skip
        write_text(card, text)
        return Written(plan, release, card, tuple(part.path for part in parts))

    def _plan(self, options: ExportOptions, entries: int, stored: int, exported: int, kinds: Counter[str], shown: list[Loss]) -> Plan:
        total = len(releases.rows(self._desk.conn, 0, done_only=False))
        name = SUGGESTIONS if options.layer == SUGGESTIONS else self._layers.named(options.layer).name
        layer, done = self._layer_row(options), self._done_only(options)
        every, kept = (len(releases.rows(self._desk.conn, layer, done_only=done, practice=each)) for each in (True, options.practice))
        return Plan(name, entries, stored, exported, total - entries, dict(kinds), tuple(shown), limits(options.format), every - kept)

    def _split(self, options: ExportOptions) -> tuple[tuple[int, ...], dict[str, str]]:
        if not options.split:
            return (), {}
        shares = ratios(options.split)
        layer, done = self._layer_row(options), self._done_only(options)
        counts = releases.source_counts(self._desk.conn, layer, done_only=done, practice=options.practice)
        return shares, split(counts, shares, options.seed)

    def _parts(self, options: ExportOptions, out: Path, shares: tuple[int, ...], assigned: Mapping[str, str]) -> list[Part]:
        if not shares:
            return [Part(out, partial(self._entries, options))]
        held = {part: {source for source, chosen_part in assigned.items() if chosen_part == part} for part in names(shares)}
        return [Part(part_path(out, part), partial(self._entries, options, only), part) for part, only in held.items()]

    def _layer_row(self, options: ExportOptions) -> int:
        if options.layer == SUGGESTIONS:
            return 0
        layer = self._layers.named(options.layer)
        row = self._desk.conn.execute("SELECT row FROM layers WHERE id = ?", (layer.id,)).fetchone()
        return int(row[0]) if row else 0

    def _done_only(self, options: ExportOptions) -> bool:
        if options.include not in {"done", "all"}:
            raise InputError(f"Entries to include are “done” or “all”, not “{options.include}”.")
        return options.include == "done" and options.layer != SUGGESTIONS

    def _entries(self, options: ExportOptions, only: set[str] | None = None) -> Iterator[ReleasedEntry]:
        conn = self._desk.conn
        layer = self._layer_row(options)
        rows = releases.rows(conn, layer, done_only=self._done_only(options), practice=options.practice)
        suggested = options.layer == SUGGESTIONS
        names_of = _pseudonyms(conn) if options.pseudonyms else None
        for first in range(0, len(rows), releases.BATCH):
            batch = rows[first : first + releases.BATCH]
            found = span_store.suggestions(conn, batch) if suggested else {}
            remarks = releases.comments(conn, batch) if options.comments else {}
            for each in releases.entries(conn, batch, layer):
                if only is None or each.source in only:
                    spans = self._suggested(found.get(each.row, [])) if suggested else _spans(each, names_of)
                    yield ReleasedEntry(
                        written(each.id), each.text, spans, each.title, each.published, each.author, each.source,
                        State.FRESH if suggested else each.state, json.loads(each.meta) if each.meta else {},
                        _comments(remarks.get(each.row, []), names_of) if options.comments else None,
                    )  # fmt: skip

    def _suggested(self, found: list[Suggestion]) -> tuple[ReleasedSpan, ...]:
        scheme = self._desk.scheme
        taken, _ = chosen(pending(found, (), (), scheme.overlap), scheme.overlap)
        keys = {label.id: label.key for label in scheme.labels}
        spans = [ReleasedSpan(each.start, each.end, keys[each.label], each.suggester, each.score) for each in taken]
        return tuple(sorted(spans, key=lambda span: (span.start, span.end, span.label)))


def _spans(entry: releases.EntryRow, names_of: Mapping[str, str] | None) -> tuple[ReleasedSpan, ...]:
    if names_of is None:
        return tuple([ReleasedSpan(*span) for span in entry.spans])
    return tuple([ReleasedSpan(*span[:5], names_of.get(span[5], "")) for span in entry.spans])


def _comments(found: list[tuple[str, str, str, int | None, int | None]], names_of: Mapping[str, str] | None) -> tuple[ReleasedComment, ...]:
    return tuple(
        ReleasedComment(name if names_of is None else names_of.get(name, ""), time, text, start, end)
        for name, time, text, start, end in found
    )


def _check_comments(options: ExportOptions) -> None:
    if options.comments and options.format not in WITH_COMMENTS:
        raise InputError(f"The format {options.format} has no place for comments: leave them out, or take {', '.join(WITH_COMMENTS)}.")


def _pseudonyms(conn: Connection) -> dict[str, str]:
    people = [row[0] for row in conn.execute("SELECT name FROM people ORDER BY id")]
    return {name: f"annotator {number}" for number, name in enumerate(people, start=1)}


@dataclass(frozen=True, slots=True)
class KnownFormat:
    """A format that the program reads or writes."""

    name: str
    title: str
    can: str
    reads: bool
    writes: bool
    suffixes: tuple[str, ...]


def known_formats() -> tuple[KnownFormat, ...]:
    """Return all formats."""
    return tuple(
        KnownFormat(each.name, each.title, each.can, each.read is not None, each.write is not None, each.suffixes)
        for each in FORMATS.values()
    )
