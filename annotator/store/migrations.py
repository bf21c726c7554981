"""The shape of a project file, step by step. A step that was released is never edited; `decisions` is never transformed.

The log (`decisions`, `steps`) and the facts (`sources`, `entries`, `entry_sources`, `rejects`) are the truth; every other
table is a projection that can be made anew from them, or local to this file.
"""

from __future__ import annotations

from pathlib import PurePath
from sqlite3 import Connection

from sqlite_utils import Database, Migrations

from annotator.store.database import VERSION as VERSION

MIGRATIONS = Migrations("annotator")

_FACTS = """
CREATE TABLE sources (
    row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, sha256 BLOB NOT NULL, bytes INTEGER NOT NULL,
    format TEXT NOT NULL, importer TEXT NOT NULL, options TEXT NOT NULL, facts TEXT NOT NULL, report TEXT NOT NULL,
    ordinal INTEGER NOT NULL DEFAULT 0, live INTEGER NOT NULL DEFAULT 0, hidden INTEGER NOT NULL DEFAULT 0);
CREATE TABLE entries (
    row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, text TEXT NOT NULL, sha256 BLOB NOT NULL, title TEXT NOT NULL,
    author TEXT NOT NULL, published TEXT NOT NULL, published_written TEXT NOT NULL, meta TEXT NOT NULL, supersedes BLOB,
    source INTEGER NOT NULL DEFAULT 0, place INTEGER NOT NULL DEFAULT 0, visible INTEGER NOT NULL DEFAULT 1);
CREATE INDEX entries_order ON entries (source, place, visible);
CREATE INDEX entries_text ON entries (sha256);
CREATE INDEX entries_supersedes ON entries (supersedes) WHERE supersedes IS NOT NULL;
CREATE TABLE entry_sources (
    source INTEGER NOT NULL REFERENCES sources (row), entry INTEGER NOT NULL REFERENCES entries (row),
    place INTEGER NOT NULL, line INTEGER NOT NULL, last_line INTEGER NOT NULL, occurrence INTEGER NOT NULL,
    PRIMARY KEY (source, entry)) WITHOUT ROWID;
CREATE INDEX entry_sources_entry ON entry_sources (entry);
CREATE TABLE rejects (
    row INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES sources (row), what TEXT NOT NULL, line INTEGER NOT NULL,
    reason TEXT NOT NULL, raw TEXT NOT NULL);
CREATE INDEX rejects_source ON rejects (source);
CREATE VIRTUAL TABLE entries_fts USING fts5 (title, text, content='entries', content_rowid='row', tokenize='unicode61');
"""

_LOG = """
CREATE TABLE decisions (
    row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, step BLOB NOT NULL, clock INTEGER NOT NULL, device BLOB NOT NULL,
    number INTEGER NOT NULL, time TEXT NOT NULL, annotator BLOB NOT NULL, layer BLOB, entry BLOB, kind TEXT NOT NULL,
    before TEXT, after TEXT, answered TEXT, conditions TEXT NOT NULL);
CREATE INDEX decisions_entry ON decisions (entry);
CREATE INDEX decisions_step ON decisions (step);
CREATE INDEX decisions_clock ON decisions (clock);
CREATE INDEX decisions_device ON decisions (device, number);
CREATE TABLE steps (
    row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, clock INTEGER NOT NULL, device BLOB NOT NULL,
    annotator BLOB NOT NULL, kind TEXT NOT NULL, cancels BLOB);
CREATE INDEX steps_mine ON steps (annotator, device, kind, clock);
CREATE INDEX steps_kind ON steps (kind);
CREATE INDEX steps_cancels ON steps (cancels) WHERE cancels IS NOT NULL;
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_no_known BEFORE INSERT ON decisions WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'this decision is known'); END;
CREATE TRIGGER steps_no_update BEFORE UPDATE ON steps BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
CREATE TRIGGER steps_no_delete BEFORE DELETE ON steps BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
CREATE TRIGGER entries_text_stays BEFORE UPDATE OF id, text, sha256 ON entries
    BEGIN SELECT RAISE(ABORT, 'the text of an entry never changes'); END;
"""

_PROJECTION = """
CREATE TABLE cancelled (step BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE labels (
    row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, key TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '',
    shortcut TEXT NOT NULL DEFAULT '', colour INTEGER NOT NULL DEFAULT 1, guideline TEXT NOT NULL DEFAULT '',
    guideline_version INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0, ord INTEGER NOT NULL DEFAULT 0, alias BLOB);
CREATE TABLE people (row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '', joined BLOB);
CREATE TABLE layers (
    row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL DEFAULT 'person', name TEXT NOT NULL DEFAULT '');
CREATE TABLE spans (
    entry INTEGER NOT NULL, layer INTEGER NOT NULL, id BLOB NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    label INTEGER NOT NULL, resolved INTEGER NOT NULL, origin TEXT NOT NULL, score REAL, decision INTEGER NOT NULL,
    shown INTEGER NOT NULL, PRIMARY KEY (entry, layer, id), CHECK (0 <= start AND start < "end")) WITHOUT ROWID;
CREATE INDEX spans_label ON spans (resolved, layer);
CREATE TABLE rejections (
    entry INTEGER NOT NULL, layer INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, label INTEGER NOT NULL,
    PRIMARY KEY (entry, layer, start, "end", label)) WITHOUT ROWID;
CREATE TABLE states (entry INTEGER NOT NULL, layer INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (entry, layer)) WITHOUT ROWID;
CREATE INDEX states_state ON states (layer, state);
CREATE TABLE flags (
    entry INTEGER NOT NULL, layer INTEGER NOT NULL, name TEXT NOT NULL, about BLOB NOT NULL,
    PRIMARY KEY (entry, layer, name, about)) WITHOUT ROWID;
CREATE TABLE comments (
    id BLOB PRIMARY KEY, entry INTEGER NOT NULL, author BLOB NOT NULL, time TEXT NOT NULL, text TEXT NOT NULL, about BLOB) WITHOUT ROWID;
CREATE INDEX comments_entry ON comments (entry);
CREATE TABLE corrections (entry INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (entry, field)) WITHOUT ROWID;
CREATE TABLE hidden (entry INTEGER PRIMARY KEY);
CREATE TABLE assignments (entry INTEGER NOT NULL, person BLOB NOT NULL, PRIMARY KEY (entry, person)) WITHOUT ROWID;
CREATE TABLE counters (
    layer INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (layer, kind, key)) WITHOUT ROWID;
"""

_LOCAL = """
CREATE TABLE file (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE suggestions (
    entry INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, label INTEGER NOT NULL, suggester TEXT NOT NULL,
    version TEXT NOT NULL, score REAL, why TEXT NOT NULL, PRIMARY KEY (entry, start, "end", label, suggester)) WITHOUT ROWID;
CREATE TABLE suggested (
    entry INTEGER NOT NULL, suggester TEXT NOT NULL, version TEXT NOT NULL, PRIMARY KEY (suggester, entry)) WITHOUT ROWID;
"""


_SEVERAL = """
ALTER TABLE assignments ADD COLUMN control INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assignments ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
CREATE TABLE settlements (
    entry INTEGER NOT NULL, id BLOB NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, how TEXT NOT NULL,
    adjudicator BLOB NOT NULL, contested INTEGER NOT NULL, PRIMARY KEY (entry, id)) WITHOUT ROWID;
"""


_PRACTICE = "ALTER TABLE assignments ADD COLUMN practice BLOB"

_SHELVED = """
CREATE TABLE shelved (
    entry INTEGER NOT NULL, suggester TEXT NOT NULL, version TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    label INTEGER NOT NULL, score REAL, why TEXT NOT NULL, PRIMARY KEY (entry, suggester, version, start, "end", label)) WITHOUT ROWID;
"""


def pending(conn: Connection) -> bool:
    """Return whether a file lacks a step."""
    return bool(MIGRATIONS.pending(_known(conn)))


def bring_up_to_date(conn: Connection) -> None:
    """Take all steps that a file lacks, each in a transaction of its own, and note the version."""
    MIGRATIONS.apply(_known(conn))
    conn.execute(f"PRAGMA user_version = {VERSION}")


def names() -> list[str]:
    """Return the names of all steps in their order."""
    return [each.name for each in MIGRATIONS.pending(Database(memory=True, execute_plugins=False))]


def applied(conn: Connection) -> list[str]:
    """Return the names of the steps that a file took."""
    return [each.name for each in MIGRATIONS.applied(_known(conn))]


def model(steps: int) -> Connection:
    """Return an empty project in memory as it is after the first so many steps, to be closed by the caller."""
    made = Database(memory=True, execute_plugins=False)
    MIGRATIONS.apply(made, stop_before=names()[steps:])
    connection: Connection = made.conn
    return connection


def _known(conn: Connection) -> Database:
    return Database(conn, recursive_triggers=True, execute_plugins=False)


def triggers() -> dict[str, str]:
    """Return the triggers that keep the log as it is, by name."""
    found = [each.strip().removesuffix(";") for each in statements(_LOG) if each.startswith("CREATE TRIGGER")]
    return {each.split()[2]: each for each in found}


def put_back_triggers(conn: Connection) -> None:
    """Make the triggers anew that are missing or not as this program wrote them."""
    present = dict(conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for name, sql in triggers().items():
        if present.get(name, "").split() != sql.split():
            conn.execute(f"DROP TRIGGER IF EXISTS {name}")
            conn.execute(sql)


def statements(script: str) -> list[str]:
    """Return the statements of a script; a trigger's body stays whole."""
    result: list[str] = []
    for line in script.strip().splitlines(keepends=True):
        if result and not _whole(result[-1]):
            result[-1] += line
        else:
            result.append(line)
    return result


def _whole(statement: str) -> bool:
    end = statement.rstrip()
    return end.endswith("END;") if "TRIGGER" in statement else end.endswith(";")


@MIGRATIONS()
def first(db: Database) -> None:
    """Lay out log, facts, projection and what is local to a file."""
    for script in (_FACTS, _LOG, _PROJECTION, _LOCAL):
        for statement in statements(script):
            db.conn.execute(statement)


@MIGRATIONS()
def several(db: Database) -> None:
    """Say of an assignment whether it is of the control group or to be shown again; hold how places were settled."""
    for statement in statements(_SEVERAL):
        db.conn.execute(statement)


@MIGRATIONS()
def practice(db: Database) -> None:
    """Say of an assignment which layer is right there, where the entry is one to practise on."""
    db.conn.execute(_PRACTICE)


@MIGRATIONS()
def shelf(db: Database) -> None:
    """Say of a suggestion that an import brought which import it was; hold those that gave way."""
    for statement in statements(_SHELVED):
        db.conn.execute(statement)
    entries = "SELECT entry FROM entry_sources WHERE source = ?"
    named = f"UPDATE suggestions SET version = ? WHERE suggester = ? AND version = '' AND entry IN ({entries})"
    for row, source, name in db.conn.execute("SELECT row, lower(hex(id)), name FROM sources ORDER BY ordinal DESC").fetchall():
        db.conn.execute(named, (source, f"import {PurePath(name).stem}", row))
