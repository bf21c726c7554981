"""The union of two logs. Order and repetition do not matter; a foreign file is read as data and nothing of it is run."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from sqlite_utils import Database

from annotator.core.decisions import Decision
from annotator.core.errors import InputError
from annotator.core.fold import writes
from annotator.core.ids import Id
from annotator.store import log, rest
from annotator.store.database import open_file
from annotator.store.migrations import MIGRATIONS
from annotator.store.projection import all_entries, refold

_STEP = "id, name, clock, device, annotator, kind, cancels"
_SOURCE = "id, name, sha256, bytes, format, importer, options, facts, report"
_ENTRY = "id, text, sha256, title, author, published, published_written, meta, supersedes"
_LARGEST_VALUE = 64 * 1024 * 1024
"""No cell of a foreign file may be larger (bytes)."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought in, and the rows of the entries it touched."""

    decisions: int
    known: int
    entries: int
    touched: tuple[int, ...]


def open_foreign(path: Path) -> Database:
    """Open another project's file to read it. Raises InputError or MachineError where it is not what it seems."""
    db = open_file(path, read_only=True)
    try:
        db.conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
        _same_schema(db.conn, path)
    except BaseException:
        db.close()
        raise
    return db


def _same_schema(conn: Connection, path: Path) -> None:
    model = Database(memory=True, execute_plugins=False)
    MIGRATIONS.apply(model)
    wanted, found = _schema(model.conn), _schema(conn)
    model.close()
    for name in sorted(found.keys() - wanted.keys()):
        raise InputError(f"{path.name} holds something that no project has ({name}); it was not read. Ask where the file comes from.")
    for name in sorted(wanted.keys()):
        if found.get(name) != wanted[name]:
            raise InputError(f"{path.name} lacks or changes a part of a project ({name}); it was not read. Ask for the file anew.")


def _schema(conn: Connection) -> dict[str, str]:
    query = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    return {name: " ".join((sql or "").split()) for name, sql in conn.execute(query)}


def union(conn: Connection, other: Connection, name: str) -> Merged:
    """Bring the facts and the log of another file in, inside the running transaction, and project anew what they touch."""
    entries = _union_facts(conn, other)
    steps = other.execute(f"SELECT {_STEP} FROM steps").fetchall()
    marks = ",".join("?" * 7)
    conn.executemany(f"INSERT OR IGNORE INTO steps ({_STEP}) VALUES ({marks})", steps)
    new, known = _new_decisions(conn, other, name)
    log.insert_foreign(conn, new)
    changed = rest.recompute_cancelled(conn)
    meaning = rest.refold_rest(conn)
    rest.refresh_visible(conn)
    touched: set[Id] = {each.entry for each in new if each.entry is not None} | entries
    for step in changed:
        touched.update(log.entries_of_step(conn, step))
    rows = refold(conn, all_entries(conn) if meaning else sorted(touched))
    return Merged(len(new), known, len(entries), tuple(rows))


def _union_facts(conn: Connection, other: Connection) -> set[Id]:
    for row in other.execute(f"SELECT {_SOURCE} FROM sources"):
        conn.execute(f"INSERT OR IGNORE INTO sources ({_SOURCE}) VALUES (?,?,?,?,?,?,?,?,?)", row)
    before = int(conn.execute("SELECT coalesce(max(row), 0) FROM entries").fetchone()[0])
    conn.executemany(f"INSERT OR IGNORE INTO entries ({_ENTRY}) VALUES (?,?,?,?,?,?,?,?,?)", other.execute(f"SELECT {_ENTRY} FROM entries"))
    conn.execute("INSERT INTO entries_fts (rowid, title, text) SELECT row, title, text FROM entries WHERE row > ?", (before,))
    conn.executemany(
        "INSERT OR IGNORE INTO entry_sources (source, entry, place, line, last_line, occurrence) "
        "VALUES ((SELECT row FROM sources WHERE id = ?), (SELECT row FROM entries WHERE id = ?), ?, ?, ?, ?)",
        other.execute(
            "SELECT s.id, e.id, x.place, x.line, x.last_line, x.occurrence FROM entry_sources x "
            "JOIN sources s ON s.row = x.source JOIN entries e ON e.row = x.entry"
        ),
    )
    return {row[0] for row in conn.execute("SELECT id FROM entries WHERE row > ?", (before,))}


def _new_decisions(conn: Connection, other: Connection, name: str) -> tuple[list[Decision], int]:
    known = {row[0] for row in conn.execute("SELECT id FROM decisions")}
    new = []
    seen = 0
    try:
        for decision in log.all_in_order(other):
            if decision.id in known:
                seen += 1
                continue
            list(writes(decision))
            new.append(decision)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{name} holds a decision that cannot be read ({error}); nothing of it was taken. Ask for the file anew."
        ) from error
    return new, seen
