"""What is right in the entries that a bundle's addressee practises on, packed away in the file until an entry is done.

It stands beside the log, not in it: it is nobody's layer in a bundle, and no merge reads it. It is packed so that no search of the file
and no look into its tables shows it; it is no secret from somebody who takes the file apart on purpose.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from sqlite3 import Connection

from annotator.core.fold import cancelled, fold_entry
from annotator.core.ids import Id, read, written
from annotator.core.model import Scheme, check_place
from annotator.core.rules import Place
from annotator.store import log
from annotator.store import spans as span_store
from annotator.store.schemes import joined_people, layer_row

_NAME = "practice"
_LARGEST = 64 * 1024**2
"""No more is unpacked (bytes)."""

Gold = Mapping[Id, Sequence[Place]]
"""By entry, what is right there: start, end, label id."""


def pack(conn: Connection, gold: Gold) -> None:
    """Put away what is right in some entries."""
    if gold:
        listed = {written(entry): [[s, e, written(label)] for s, e, label in places] for entry, places in sorted(gold.items())}
        value = zlib.compress(json.dumps(listed, separators=(",", ":")).encode())
        conn.execute("INSERT OR REPLACE INTO file (name, value) VALUES (?, ?)", (_NAME, value))


def packed(conn: Connection) -> dict[Id, tuple[Place, ...]]:
    """Return what was put away; nothing where it cannot be read."""
    row = conn.execute("SELECT value FROM file WHERE name = ?", (_NAME,)).fetchone()
    if row is None or not isinstance(row[0], bytes):
        return {}
    try:
        return _unpacked(row[0])
    except (zlib.error, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _unpacked(value: bytes) -> dict[Id, tuple[Place, ...]]:
    listed = json.loads(zlib.decompressobj().decompress(value, _LARGEST))
    return {read(entry): tuple(_place(*each) for each in places) for entry, places in listed.items()}


def _place(start: int, end: int, label: str) -> Place:
    check_place(start, end)
    return start, end, read(label)


def right(conn: Connection, entry: int, identity: Id, layer: Id) -> tuple[Place, ...] | None:
    """Return what is right in an entry: as the layer has it here, else as it was put away; None where this file does not know."""
    row = layer_row(conn, layer)
    state = conn.execute("SELECT 1 FROM states WHERE entry = ? AND layer = ? AND state = 'done'", (entry, row)).fetchone()
    if state is not None:
        return tuple(span_store.places(conn, [entry], row).get(entry, ()))
    return packed(conn).get(identity)


def when_first_done(conn: Connection, entry: Id, layer: Id, scheme: Scheme) -> tuple[tuple[Place, ...], bool] | None:
    """Return how a layer had an entry when it was first set done, and whether it was changed since; None where it never was.

    Feedback comes with the first "done", so what was undone or changed afterwards does not count as practice.
    """
    one = {person for person, into in joined_people(conn).items() if into == layer} | {layer}
    decisions = sorted(log.of_entry(conn, entry), key=lambda each: each.order)
    first = next((each for each in decisions if each.layer in one and each.kind == "done"), None)
    if first is None:
        return None
    dead = cancelled(each for each in log.cancelling(conn) if each.order < first.order)
    then = fold_entry([each for each in decisions if each.order <= first.order], dead, scheme)
    before = tuple(sorted((each.start, each.end, each.resolved) for each in then.spans if each.layer in one and each.shown))
    found = conn.execute("SELECT row FROM entries WHERE id = ?", (entry,)).fetchone()
    now = () if found is None else span_store.places(conn, [found[0]], layer_row(conn, layer)).get(found[0], ())
    return before, set(before) != set(now)
