"""The projection: what the log comes to, kept in step inside the transaction that writes the log.

A new decision is the last in order, so its registers are written straight (`apply`). Where the past changes (undo, merge,
withdrawal) the entries touched are folded anew (`refold`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from annotator.core.decisions import Decision
from annotator.core.fold import SETTLING, FoldedSpan, Register, as_joined, fold_entry, imported_spans, visible, writes
from annotator.core.ids import ADJUDICATED, Id, read
from annotator.core.model import LayerKind, Scheme, State
from annotator.store import log
from annotator.store.counters import Counters
from annotator.store.schemes import joined_people, read_scheme, unknown_key

Value = Any
"""A register's value: its shape follows from the register's type (core.fold.writes)."""

PART = 200
_FEW = 64
"""Of more entries than this the steps that do not count are read all at once."""
"""Entries folded between two reports of progress."""
WHOLE = b""
"""Stands for "the entry, not one of its spans" in the table of flags."""

_INSERT_SPAN = (
    'INSERT OR REPLACE INTO spans (entry, layer, id, start, "end", label, resolved, origin, score, decision, shown) '
    "VALUES (?,?,?,?,?,?,?,?,?,?,?)"
)

_INSERT_ASSIGNMENT = "INSERT INTO assignments (entry, person, control, again, practice) VALUES (?,?,?,?,?)"


class Rows:
    """Row numbers of layers and labels in one file, made where missing."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._layers: dict[Id, int] = {}
        self._labels: dict[Id, int] = {}

    def layer(self, layer: Id) -> int:
        """Return the row of a layer."""
        if layer not in self._layers:
            kind = LayerKind.ADJUDICATED if layer == ADJUDICATED else LayerKind.PERSON
            name = "adjudicated" if layer == ADJUDICATED else ""
            self._conn.execute("INSERT OR IGNORE INTO layers (id, kind, name) VALUES (?, ?, ?)", (layer, kind.value, name))
            self._layers[layer] = self._conn.execute("SELECT row FROM layers WHERE id = ?", (layer,)).fetchone()[0]
        return self._layers[layer]

    def label(self, label: Id) -> int:
        """Return the row of a label; an unknown one arrives retired, never dropped."""
        if label not in self._labels:
            self._conn.execute("INSERT OR IGNORE INTO labels (id, key, retired) VALUES (?, ?, 1)", (label, unknown_key(label)))
            self._labels[label] = self._conn.execute("SELECT row FROM labels WHERE id = ?", (label,)).fetchone()[0]
        return self._labels[label]


def apply(
    conn: Connection, decisions: Iterable[Decision], *, entry_rows: dict[Id, int] | None = None, scheme: Scheme | None = None
) -> None:
    """Write what new decisions on entries come to; they are the last in order. Others go through `refold_rest`.

    Who knows the scheme gives it, so that a key need not read it.
    """
    scheme = scheme or read_scheme(conn)
    rows = Rows(conn)
    counters, uncounted = Counters(conn), Counters(conn)
    known = {} if entry_rows is None else entry_rows
    seen: dict[int, bool] = {}
    crowded: dict[tuple[int, Id], None] = {}
    decisions = list(decisions)
    # Whether a settlement holds depends on the others of the entry, so that such an entry is folded as a whole.
    settled = {each.entry for each in decisions if each.kind in SETTLING and each.entry is not None}
    joined = joined_people(conn)
    for decision in (as_joined(each, joined) for each in decisions):
        if decision.entry is None or decision.entry in settled:
            continue
        if decision.entry not in known:
            known[decision.entry] = entry_row(conn, decision.entry)
        entry = known[decision.entry]
        if entry not in seen:
            seen[entry] = bool(conn.execute("SELECT visible FROM entries WHERE row = ?", (entry,)).fetchone()[0])
        counts = counters if seen[entry] else uncounted
        number = conn.execute("SELECT row FROM decisions WHERE id = ?", (decision.id,)).fetchone()[0]
        for register, value in writes(decision):
            if register[0] == "span":
                _write_span(conn, rows, counts, scheme, entry, number, register[1], value, decision, crowded)
            else:
                _write_other(conn, rows, counts, scheme, entry, register, value)
    for entry, layer in crowded:
        _show(conn, rows, counters if seen[entry] else uncounted, scheme, entry, layer)
    counters.store()
    if settled:
        refold(conn, sorted(settled))
        known.update((each, entry_row(conn, each)) for each in settled)


def _write_span(
    conn: Connection, rows: Rows, counters: Counters, scheme: Scheme, entry: int, number: int,
    span: Id, value: Value, decision: Decision, crowded: dict[tuple[int, Id], None],
) -> None:  # fmt: skip
    assert decision.layer is not None
    layer = rows.layer(decision.layer)
    old = conn.execute(
        'SELECT start, "end", resolved, shown FROM spans WHERE entry = ? AND layer = ? AND id = ?', (entry, layer, span)
    ).fetchone()
    if old is not None:
        conn.execute("DELETE FROM spans WHERE entry = ? AND layer = ? AND id = ?", (entry, layer, span))
        if old[3]:
            counters.add(layer, "label", old[2], -1)
        if _others(conn, entry, layer, span, old[0], old[1]):
            crowded[entry, decision.layer] = None
    if value is None:
        return
    _, start, end, label, origin, score = value
    resolved = rows.label(scheme.resolved(label))
    shown = not _others(conn, entry, layer, span, start, end)
    if not shown:
        crowded[entry, decision.layer] = None
    conn.execute(_INSERT_SPAN, (entry, layer, span, start, end, rows.label(label), resolved, origin, score, number, shown))
    if shown:
        counters.add(layer, "label", resolved, 1)
    _begin(conn, counters, entry, layer)


def _others(conn: Connection, entry: int, layer: int, span: Id, start: int, end: int) -> bool:
    return (
        conn.execute(
            'SELECT 1 FROM spans WHERE entry = ? AND layer = ? AND start < ? AND "end" > ? AND id != ? LIMIT 1',
            (entry, layer, end, start, span),
        ).fetchone()
        is not None
    )


def _begin(conn: Connection, counters: Counters, entry: int, layer: int) -> None:
    if conn.execute("INSERT OR IGNORE INTO states (entry, layer, state) VALUES (?, ?, ?)", (entry, layer, State.BEGUN.value)).rowcount:
        counters.add(layer, "state", State.BEGUN.value, 1)


def _write_other(conn: Connection, rows: Rows, counters: Counters, scheme: Scheme, entry: int, register: Register, value: Value) -> None:
    match register:
        case ("rejected", layer_id, start, end, label):
            layer = rows.layer(layer_id)
            values = (entry, layer, start, end, rows.label(scheme.resolved(label)))
            conn.execute('INSERT OR IGNORE INTO rejections (entry, layer, start, "end", label) VALUES (?,?,?,?,?)', values)
            _begin(conn, counters, entry, layer)
        case ("state", layer_id):
            layer = rows.layer(layer_id)
            old = conn.execute("SELECT state FROM states WHERE entry = ? AND layer = ?", (entry, layer)).fetchone()
            if old is not None:
                counters.add(layer, "state", old[0], -1)
            conn.execute("INSERT OR REPLACE INTO states (entry, layer, state) VALUES (?, ?, ?)", (entry, layer, value.value))
            counters.add(layer, "state", value.value, 1)
        case ("flag" | "unsure" as name, layer_id, about):
            layer = rows.layer(layer_id)
            key = (entry, layer, name, WHOLE if about is None else about)
            if value:
                changed = conn.execute("INSERT OR IGNORE INTO flags (entry, layer, name, about) VALUES (?,?,?,?)", key).rowcount
            else:
                changed = -conn.execute("DELETE FROM flags WHERE entry = ? AND layer = ? AND name = ? AND about = ?", key).rowcount
            if about is None:
                counters.add(layer, name, "", changed)
        case ("comment", comment):
            conn.execute("DELETE FROM comments WHERE id = ?", (comment,))
            if value is not None:
                conn.execute("INSERT INTO comments (id, entry, author, time, text, about) VALUES (?,?,?,?,?,?)", (comment, entry, *value))
        case ("metadata", "entry", _, field):
            conn.execute("INSERT OR REPLACE INTO corrections (entry, field, value) VALUES (?,?,?)", (entry, field, value))
        case ("assigned", person):
            conn.execute("DELETE FROM assignments WHERE entry = ? AND person = ?", (entry, person))
            if value is not None:
                conn.execute(_INSERT_ASSIGNMENT, (entry, person, value.control, value.again, value.practice))
        case ("hidden", "entry", _):
            conn.execute("DELETE FROM hidden WHERE entry = ?", (entry,))
            if value:
                conn.execute("INSERT INTO hidden (entry) VALUES (?)", (entry,))


def _show(conn: Connection, rows: Rows, counters: Counters, scheme: Scheme, entry: int, layer_id: Id) -> None:
    """Decide anew which spans of a layer of an entry are shown."""
    layer = rows.layer(layer_id)
    spans = folded_spans(conn, entry, layer, layer_id)
    for span in visible(spans.values(), scheme.overlap):
        if span.shown != spans[span.id].shown:
            conn.execute("UPDATE spans SET shown = ? WHERE entry = ? AND layer = ? AND id = ?", (span.shown, entry, layer, span.id))
            counters.add(layer, "label", rows.label(span.resolved), 1 if span.shown else -1)


def folded_spans(conn: Connection, entry: int, layer: int, layer_id: Id) -> dict[Id, FoldedSpan]:
    """Return the spans of a layer of an entry as the table has them, by id."""
    cursor = conn.execute(
        'SELECT s.id, s.start, s."end", a.id, b.id, s.origin, s.score, d.clock, d.device, d.id, s.shown FROM spans s '
        "JOIN labels a ON a.row = s.label JOIN labels b ON b.row = s.resolved JOIN decisions d ON d.row = s.decision "
        "WHERE s.entry = ? AND s.layer = ?",
        (entry, layer),
    )
    return {r[0]: FoldedSpan(r[0], layer_id, r[1], r[2], r[3], r[4], r[5], r[6], (r[7], r[8], r[9]), bool(r[10])) for r in cursor}


def entry_row(conn: Connection, entry: Id) -> int:
    """Return the row of an entry."""
    return int(conn.execute("SELECT row FROM entries WHERE id = ?", (entry,)).fetchone()[0])


def refold(conn: Connection, entries: Iterable[Id], *, progress: Callable[[int, int], None] = lambda _done, _total: None) -> list[int]:
    """Fold entries anew from all their decisions, with the counters; return the rows of those that this file has.

    `progress` is told every `PART` entries how many are folded and of how many (0: not known); what it raises ends the folding.
    """
    every = list(entries)
    dead = {row[0] for row in conn.execute("SELECT step FROM cancelled")} if len(every) > _FEW else None
    folding = _Folding(Rows(conn), read_scheme(conn), joined_people(conn), dead)
    counters = Counters(conn)
    touched = []
    for first in range(0, len(every), PART):
        progress(first, len(every))
        part = every[first : first + PART]
        found = [(entry, conn.execute("SELECT row, visible FROM entries WHERE id = ?", (entry,)).fetchone()) for entry in part]
        here = [(entry, *row) for entry, row in found if row is not None]  # decisions on others wait in the log until the entry comes
        seen = [row for _, row, visible in here if visible]
        counters.add_entries(seen, -1)
        listed = json.dumps([row for _, row, _ in here])
        for table in _INSERT:
            conn.execute(f"DELETE FROM {table} WHERE entry IN (SELECT value FROM json_each(?))", (listed,))
        made: dict[str, list[tuple[object, ...]]] = {table: [] for table in _INSERT}
        for entry, row, _ in here:
            _fold_into(made, conn, folding, entry, row)
        for table, rows in made.items():
            conn.executemany(_INSERT[table], rows)
        counters.add_entries(seen, 1)
        touched += [row for _, row, _ in here]
    counters.store()
    return touched


_INSERT = {
    "spans": _INSERT_SPAN,
    "rejections": 'INSERT INTO rejections (entry, layer, start, "end", label) VALUES (?,?,?,?,?)',
    "states": "INSERT INTO states VALUES (?,?,?)",
    "flags": "INSERT INTO flags (entry, layer, name, about) VALUES (?,?,?,?)",
    "comments": "INSERT INTO comments (id, entry, author, time, text, about) VALUES (?,?,?,?,?,?)",
    "corrections": "INSERT INTO corrections VALUES (?,?,?)",
    "hidden": "INSERT INTO hidden (entry) VALUES (?)",
    "assignments": _INSERT_ASSIGNMENT,
    "settlements": 'INSERT INTO settlements (entry, id, start, "end", how, adjudicator, contested) VALUES (?,?,?,?,?,?,?)',
}
"""The tables of the projection that are of an entry, and how a row of each is written."""


@dataclass(frozen=True, slots=True)
class _Folding:
    """What folding many entries has in common, read once."""

    rows: Rows
    scheme: Scheme
    joined: dict[Id, Id]
    dead: set[Id] | None
    """Every step that does not count; None where there are few entries, so that the steps of each are looked up."""


def _fold_into(made: dict[str, list[tuple[object, ...]]], conn: Connection, folding: _Folding, entry: Id, row: int) -> None:
    """Add the rows of an entry to those that are to be written, by table."""
    numbered = log.folded(conn, entry)
    dead = folding.dead
    if dead is None:
        dead = {step for step in {each.step for each in numbered.values()} if log.is_cancelled(conn, step)}
    fold = fold_entry([as_joined(each, folding.joined) for each in numbered.values()], dead, folding.scheme)
    numbers = {each.id: number for number, each in numbered.items()}
    layer, label = folding.rows.layer, folding.rows.label
    made["spans"] += [
        (row, layer(s.layer), s.id, s.start, s.end, label(s.label), label(s.resolved), s.origin, s.score, numbers[s.order[2]], s.shown)
        for s in fold.spans
    ]
    made["rejections"] += [(row, layer(of), start, end, label(key)) for of, start, end, key in fold.rejected]
    made["states"] += [(row, layer(of), state.value) for of, state in fold.states.items()]
    made["flags"] += [(row, layer(of), name, WHOLE if about is None else about) for name, of, about in fold.flags]
    made["comments"] += [(comment, row, *value) for comment, value in fold.comments.items()]
    made["corrections"] += [(row, name, value) for name, value in fold.metadata.items()]
    made["hidden"] += [(row,)] if fold.hidden else []
    made["assignments"] += [(row, person, each.control, each.again, each.practice) for person, each in fold.assigned.items()]
    made["settlements"] += [(row, s.id, s.start, s.end, s.how, s.adjudicator, s.contested) for s in fold.settlements]


def all_entries(conn: Connection) -> Sequence[Id]:
    """Return the ids of all entries."""
    return [row[0] for row in conn.execute("SELECT id FROM entries")]


def _numbers(conn: Connection, decisions: Sequence[Decision]) -> dict[Id, int]:
    """Return the rows of decisions that were written one after the other, by id."""
    if not decisions:
        return {}
    query = "SELECT id, row FROM decisions WHERE row >= (SELECT row FROM decisions WHERE id = ?)"
    return dict(conn.execute(query, (decisions[0].id,)).fetchall())


def apply_import(conn: Connection, decisions: Sequence[Decision], entry_rows: Mapping[Id, int]) -> None:
    """Write what import decisions on entries that are new here come to, in bulk.

    The import has refused clashing spans, and nothing else was decided on these entries, so that every span is shown.
    """
    scheme = read_scheme(conn)
    rows = Rows(conn)
    counters = Counters(conn)
    spans, rejected, states = [], [], []
    numbers = _numbers(conn, decisions)
    labels: dict[str, tuple[int, int]] = {}
    shown: dict[int, Counter[str]] = {}
    for decision in decisions:
        assert decision.entry is not None
        assert decision.layer is not None
        assert decision.after is not None
        entry, layer, number = entry_rows[decision.entry], rows.layer(decision.layer), numbers[decision.id]
        # What `core.fold.writes` says of an import, without making a register of each span: there are hundreds of thousands.
        listed = decision.after["spans"]
        met = [label for _, _, label, _ in listed]
        labels.update({each: (rows.label(read(each)), rows.label(scheme.resolved(read(each)))) for each in met if each not in labels})
        spans += [
            (entry, layer, identity, start, end, *labels[label], origin, None, number, 1)
            for identity, (start, end, label, origin) in zip(imported_spans(decision.id, len(listed)), listed, strict=True)
        ]
        shown.setdefault(layer, Counter()).update(met)
        refused = decision.after.get("rejected", ())
        rejected += [(entry, layer, start, end, rows.label(scheme.resolved(read(label)))) for start, end, label in refused]
        state = State.BEGUN if listed or refused else None
        if decision.after.get("state"):
            state = State(decision.after["state"])
        if state is not None:
            states.append((entry, layer, state.value))
            counters.add(layer, "state", state.value, 1)
    conn.executemany(_INSERT_SPAN.replace("OR REPLACE ", ""), spans)
    conn.executemany('INSERT OR IGNORE INTO rejections (entry, layer, start, "end", label) VALUES (?,?,?,?,?)', rejected)
    conn.executemany("INSERT INTO states (entry, layer, state) VALUES (?,?,?)", states)
    for layer, counts in shown.items():
        for label, count in counts.items():
            counters.add(layer, "label", labels[label][1], count)
    counters.store()


def clear(conn: Connection) -> None:
    """Empty every part of the projection that is on entries, before it is made anew."""
    for table in (*_INSERT, "counters"):
        conn.execute(f"DELETE FROM {table}")
