"""Entries on their way into the file, a batch at a time: known ones told, new ones stored, their spans to suggestions or to a layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from typing import Any, NamedTuple

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind
from annotator.core.drafts import EntryDraft, SpanDraft
from annotator.core.ids import Id, written
from annotator.core.model import State
from annotator.formats import Format
from annotator.project.fitting import LabelMap, Shape, fitting, shapes
from annotator.project.identities import new_entries
from annotator.project.intake import Tally, meta_json
from annotator.project.reports import ImportOptions
from annotator.project.scheme import Scheme
from annotator.store import brought, log, projection
from annotator.store import entries as entry_store
from annotator.store import spans as span_store
from annotator.store.entries import NewEntry

_JOINED = "the row answers about a part of a text that stands above; both are one entry"
_NO_SHAPES: tuple[Shape, ...] = ()


@dataclass(slots=True)
class Intake:
    """One file on its way in. `source` is the source's row, `place` how many entries came so far."""

    path: Path
    options: ImportOptions
    format: Format
    tally: Tally
    labels: LabelMap
    label_rows: dict[str, tuple[int, str]] = field(default_factory=dict)
    """By the label's key: its row, and its id as the log writes it."""
    layer: Id | None = None
    source: int = 0
    source_id: Id = b""
    place: int = 0
    step: Id = b""

    @property
    def suggester(self) -> str:
        """The name under which the file's spans are suggested."""
        return f"import {self.path.stem}"


class _Arrived(NamedTuple):
    """A row of a file with the entry it became, and its spans: right ones, and ones that the file says are wrong."""

    draft: EntryDraft
    entry: NewEntry
    row: int
    new: bool
    spans: Sequence[SpanDraft]
    wrong: Sequence[SpanDraft]


def take_batch(conn: Connection, intake: Intake, scheme: Scheme, appender: log.Appender, batch: Sequence[EntryDraft]) -> log.Appender:
    """Store a batch; return who writes on (labels that were added wrote a step of their own)."""
    entries = new_entries(conn, intake.source, intake.format.name, intake.place, batch)
    before = _beside(conn, intake, scheme, entries)
    overlap = scheme.value.overlap if intake.layer is not None else None
    fitted = []
    for draft, entry in zip(batch, entries, strict=True):
        spans, wrong = fitting(draft, intake.labels, intake.tally, overlap=overlap, beside=before.get(entry.id, _NO_SHAPES))
        if entry.id in before:
            before[entry.id] += shapes(spans)
        if entry.joined:
            intake.tally.note("repaired", draft.line, _JOINED, "its spans joined those of that entry", meta_json(draft))
        intake.tally.spans["taken"] += len(spans)
        fitted.append((spans, wrong))
    appender = _know_labels(conn, intake, scheme, appender)
    intake.place += len(batch)
    new = entry_store.insert_entries(conn, intake.source, entries)
    intake.tally.entries["taken"] += len(new)
    intake.tally.entries["known"] += len(batch) - len(new)
    rows = {entry.id: new.get(entry.id) or projection.entry_row(conn, entry.id) for entry in entries}
    arrived = [
        _Arrived(draft, entry, rows[entry.id], entry.id in new and not entry.joined, spans, wrong)
        for draft, entry, (spans, wrong) in zip(batch, entries, fitted, strict=True)
    ]
    if intake.layer is None:
        _suggest(conn, intake, arrived)
    else:
        _to_layer(conn, intake, appender, rows, arrived)
    return appender


def _beside(conn: Connection, intake: Intake, scheme: Scheme, entries: Sequence[NewEntry]) -> dict[Id, list[Shape]]:
    """Return, of the entries that several rows of the file are about, the places that earlier batches took."""
    found: dict[Id, list[Shape]] = {entry.id: [] for entry in entries if entry.joined}
    rows = dict(entry_store.rows_of(conn, found))
    if not rows:
        return found
    here = list(rows.values())
    if intake.layer is not None:
        places = span_store.places(conn, here, projection.Rows(conn).layer(intake.layer))
    else:
        proposed = span_store.suggestions(conn, here, named=False)
        places = {row: [each.place for each in some if each.suggester == intake.suggester] for row, some in proposed.items()}
    keys = {label.id: label.key for label in scheme.value.labels}
    for entry, row in rows.items():
        found[entry] += [(start, end, keys[label]) for start, end, label in places.get(row, ()) if label in keys]
    return found


def _know_labels(conn: Connection, intake: Intake, scheme: Scheme, appender: log.Appender) -> log.Appender:
    missing = [key for key in intake.tally.new_labels if scheme.value.by_key(key) is None]
    if missing:
        scheme.add_all(dict.fromkeys(missing, ""), undoable=False)
        intake.labels = LabelMap(scheme.value, intake.options.map_labels, intake.labels.add)
        intake.label_rows.clear()
        appender = appender.anew()
    if not intake.label_rows:
        rows = projection.Rows(conn)
        intake.label_rows = {each.key: (rows.label(each.id), written(each.id)) for each in scheme.value.labels}
    return appender


def _suggest(conn: Connection, intake: Intake, arrived: Sequence[_Arrived]) -> None:
    suggester, version, labels = intake.suggester, written(intake.source_id), intake.label_rows
    first: list[span_store.SuggestionRow] = []
    joining: list[span_store.SuggestionRow] = []
    anew: dict[int, list[span_store.SuggestionRow]] = {}
    for each in arrived:
        row = each.row
        made = [(row, s.start, s.end, labels[s.label][0], suggester, version, s.score, s.origin) for s in each.spans]
        if each.new:
            first += made
        elif each.entry.joined:
            joining += made
        elif made:
            anew[row] = made
    span_store.add_suggestions(conn, first)
    brought.replace(conn, suggester, version, anew)
    span_store.add_suggestions(conn, joining)


def _to_layer(conn: Connection, intake: Intake, appender: log.Appender, rows: dict[Id, int], arrived: Sequence[_Arrived]) -> None:
    labels = intake.label_rows
    drafts: list[Draft] = []
    whole: list[bool] = []
    for each in arrived:
        listed = [[s.start, s.end, labels[s.label][1], s.origin or "import"] for s in each.spans]
        after: dict[str, Any] = {"v": PAYLOAD_VERSION, "spans": listed, "state": None if each.entry.joined else _state(each.draft)}
        if each.wrong:
            after["rejected"] = [[s.start, s.end, labels[s.label][1]] for s in each.wrong]
        if listed or each.wrong or after["state"] is not None:
            drafts.append(Draft(Kind.IMPORT, intake.layer, each.entry.id, after=after))
            whole.append(each.new)
    decisions = appender.add(intake.step, drafts)
    projection.apply_import(conn, [each for each, new in zip(decisions, whole, strict=True) if new], rows)
    projection.apply(conn, [each for each, new in zip(decisions, whole, strict=True) if not new], entry_rows=rows)


def _state(draft: EntryDraft) -> str | None:
    """Return the state an entry has in an imported layer: what the file says, else done; not begun where the file says so."""
    if draft.state is None:
        return State.DONE.value
    return None if draft.state is State.FRESH else draft.state.value
