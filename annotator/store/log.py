"""The log: append a step, read decisions back, find the step that undo means. Nothing here is ever changed or removed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection
from typing import Any

from annotator.core.decisions import CANCELLING, NOT_UNDOABLE, Conditions, Decision, Draft, Kind, Payload, Step, cancel_payload
from annotator.core.errors import InputError
from annotator.core.ids import Id, IdSource, stamp

_COLUMNS = "id, step, clock, device, number, time, annotator, layer, entry, kind, before, after, answered, conditions"
_INSERT = f"INSERT INTO decisions ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # json.dumps would make an encoder for each
_DECODER = json.JSONDecoder()
NORMAL = "normal"
SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, on which device; where ids and the time come from."""

    annotator: Id
    device: Id
    ids: IdSource
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the log as undo sees it."""

    id: Id
    name: str
    kind: str
    cancels: Id | None


def append(conn: Connection, step: Step, author: Author) -> list[Decision]:
    """Write a step inside the running transaction and return its decisions, numbered and in order."""
    return Appender(conn, author).append(step)


class Appender:
    """Writes steps of one author in one transaction; reads clock and number once."""

    def __init__(self, conn: Connection, author: Author) -> None:
        self._conn = conn
        self._author = author
        self._clock = int(conn.execute("SELECT coalesce(max(clock), 0) FROM decisions").fetchone()[0])
        self._number = int(conn.execute("SELECT coalesce(max(number), 0) FROM decisions WHERE device = ?", (author.device,)).fetchone()[0])

    def anew(self) -> Appender:
        """Return one that knows what others wrote in this transaction since this one was made."""
        return Appender(self._conn, self._author)

    def open(self, name: str, kind: str = NORMAL, cancels: Id | None = None) -> Id:
        """Write a step's head and return its id; its decisions follow by `add`."""
        step = self._author.ids.new()
        self._conn.execute(
            "INSERT INTO steps (id, name, clock, device, annotator, kind, cancels) VALUES (?,?,?,?,?,?,?)",
            (step, name, self._clock + 1, self._author.device, self._author.annotator, kind, cancels),
        )
        return step

    def add(self, step: Id, drafts: Iterable[Draft]) -> list[Decision]:
        """Write decisions of a step."""
        author = self._author
        time = stamp(author.now())
        decisions, rows = [], []
        met: dict[Conditions, tuple[Payload, str]] = {}
        for draft in drafts:
            self._clock += 1
            self._number += 1
            if draft.conditions not in met:
                payload = draft.conditions.payload()
                met[draft.conditions] = payload, _encode(payload)
            conditions, as_written = met[draft.conditions]
            decision = Decision(
                id=author.ids.new(), step=step, clock=self._clock, device=author.device, number=self._number, time=time,
                annotator=author.annotator, layer=draft.layer, entry=draft.entry, kind=draft.kind, before=draft.before,
                after=draft.after, answered=draft.answered, conditions=conditions,
            )  # fmt: skip
            decisions.append(decision)
            rows.append(_values(decision, as_written))
        self._conn.executemany(_INSERT, rows)
        return decisions

    def append(self, step: Step) -> list[Decision]:
        """Write a whole step: its head says what undo may do with it."""
        kinds = {draft.kind for draft in step.drafts}
        special = kinds & NOT_UNDOABLE
        kind = next(iter(special)).value if special else NORMAL if step.undoable else SETTLED
        return self.add(self.open(step.name, kind), step.drafts)

    def cancel(self, kind: Kind, name: str, target: Id) -> list[Decision]:
        """Write a step that cancels another one."""
        return self.add(self.open(name, kind.value, target), [Draft(kind, after=cancel_payload(target))])


def insert_rows(conn: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows of the log that another file holds (see `raw`), as they are."""
    conn.executemany(_INSERT, rows)


def of_entry(conn: Connection, entry: Id) -> Iterator[Decision]:
    """Yield the decisions on an entry."""
    return _decisions(conn.execute(f"SELECT {_COLUMNS} FROM decisions WHERE entry = ?", (entry,)))


def folded(conn: Connection, entry: Id) -> dict[int, Decision]:
    """Return the decisions on an entry by their rows, as folding needs them: without their conditions."""
    found = conn.execute(f"SELECT row, {_COLUMNS} FROM decisions WHERE entry = ?", (entry,))
    return {r[0]: decision((*r[1:14], "{}"), load=_decoded) for r in found}


def of_none(conn: Connection) -> Iterator[Decision]:
    """Yield the decisions that are on no entry: scheme, sources, people, cancellations."""
    return _decisions(conn.execute(f"SELECT {_COLUMNS} FROM decisions WHERE entry IS NULL"))


def all_in_order(conn: Connection) -> Iterator[Decision]:
    """Yield the whole log in its total order."""
    return _decisions(conn.execute(f"SELECT {_COLUMNS} FROM decisions ORDER BY clock, device, id"))


def cancelling(conn: Connection) -> Iterator[Decision]:
    """Yield every decision that cancels a step."""
    marks = ",".join("?" * len(CANCELLING))
    kinds = sorted(kind.value for kind in CANCELLING)
    return _decisions(conn.execute(f"SELECT {_COLUMNS} FROM decisions WHERE step IN (SELECT id FROM steps WHERE kind IN ({marks}))", kinds))


def entries_of_step(conn: Connection, step: Id) -> list[Id]:
    """Return the entries that a step's decisions are on."""
    return [row[0] for row in conn.execute("SELECT DISTINCT entry FROM decisions WHERE step = ? AND entry IS NOT NULL", (step,))]


def has_rest(conn: Connection, step: Id) -> bool:
    """Return whether a step decided on more than single entries: on sources, scheme, people, or what is seen of all."""
    query = "SELECT 1 FROM decisions WHERE step = ? AND entry IS NULL AND kind NOT IN ('undo', 'redo') LIMIT 1"
    return conn.execute(query, (step,)).fetchone() is not None


def has_hidden(conn: Connection, step: Id) -> bool:
    """Return whether a step put single entries out of sight, or brought them back."""
    query = "SELECT 1 FROM decisions WHERE step = ? AND entry IS NOT NULL AND kind = 'hide' LIMIT 1"
    return conn.execute(query, (step,)).fetchone() is not None


def weight(conn: Connection, step: Id) -> int:
    """Return about how much is to be folded anew when a step is cancelled: its decisions, and all spans where it changes what they mean,
    all entries where it puts a source out of sight."""
    (own,) = conn.execute("SELECT count(*) FROM decisions WHERE step = ?", (step,)).fetchone()
    scheme = conn.execute("SELECT 1 FROM decisions WHERE step = ? AND kind = 'scheme' LIMIT 1", (step,)).fetchone()
    hidden = conn.execute("SELECT 1 FROM decisions WHERE step = ? AND kind = 'hide' AND entry IS NULL LIMIT 1", (step,)).fetchone()
    whole = [table for table, touched in (("spans", scheme), ("entries", hidden)) if touched]
    return int(own) + sum(int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in whole)


def step_to_undo(conn: Connection, author: Author) -> StepRow | None:
    """Return this annotator's last step on this device that counts."""
    return _step(
        conn,
        "annotator = ? AND device = ? AND kind = ? AND id NOT IN (SELECT step FROM cancelled)",
        (author.annotator, author.device, NORMAL),
    )


def step_to_redo(conn: Connection, author: Author) -> StepRow | None:
    """Return the last undo that counts, unless something was decided after it; its `cancels` is what redo brings back."""
    mine = (author.annotator, author.device)
    last = conn.execute(
        "SELECT coalesce(max(clock), 0) FROM steps WHERE annotator = ? AND device = ? AND kind = ?", (*mine, NORMAL)
    ).fetchone()
    return _step(
        conn,
        "annotator = ? AND device = ? AND kind = ? AND clock > ? AND id NOT IN (SELECT step FROM cancelled)",
        (*mine, Kind.UNDO.value, last[0]),
    )


def step_row(conn: Connection, step: Id) -> StepRow:
    """Return a step. Raises InputError where the log has none of this id."""
    found = _step(conn, "id = ?", (step,))
    if found is None:
        raise InputError("The log has no such step.")
    return found


def is_cancelled(conn: Connection, step: Id) -> bool:
    """Return whether a step does not count at present."""
    return conn.execute("SELECT 1 FROM cancelled WHERE step = ?", (step,)).fetchone() is not None


def _step(conn: Connection, where: str, values: Sequence[Any]) -> StepRow | None:
    row = conn.execute(f"SELECT id, name, kind, cancels FROM steps WHERE {where} ORDER BY clock DESC LIMIT 1", values).fetchone()
    return None if row is None else StepRow(*row)


def _values(decision: Decision, conditions: str) -> tuple[Any, ...]:
    return (
        decision.id, decision.step, decision.clock, decision.device, decision.number, decision.time, decision.annotator,
        decision.layer, decision.entry, decision.kind.value, _dumped(decision.before), _dumped(decision.after),
        _dumped(decision.answered), conditions,
    )  # fmt: skip


def _decisions(rows: Iterable[tuple[Any, ...]]) -> Iterator[Decision]:
    return map(decision, rows)


def decision(r: tuple[Any, ...], *, load: Callable[[str], Any] = json.loads) -> Decision:
    """Return the decision that a row of the table holds. Raises ValueError, TypeError or KeyError where it holds none."""
    before, after, answered = (None if text is None else load(text) for text in r[10:13])
    return Decision(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], Kind(r[9]), before, after, answered, load(r[13]))


def _decoded(text: str) -> Any:  # noqa: ANN401 - JSON is of any shape
    # Another program's file may have room around its JSON, which `raw_decode` does not pass over.
    return {} if text == "{}" else _DECODER.raw_decode(text)[0] if text[0] == "{" else json.loads(text)


def raw(conn: Connection) -> Iterator[tuple[Any, ...]]:
    """Yield every row of the log as it stands, in the total order."""
    return iter(conn.execute(f"SELECT {_COLUMNS} FROM decisions ORDER BY clock, device, id"))


def _dumped(payload: Payload | None) -> str | None:
    return None if payload is None else _encode(payload)
