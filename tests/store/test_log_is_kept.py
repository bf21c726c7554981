"""The log only grows, and `check` says by name what somebody changed behind the program's back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.project.door import Project
from tests.project import making

FORBIDDEN = (
    "UPDATE decisions SET kind = 'reject' WHERE row = 1",
    "DELETE FROM decisions WHERE row = 1",
    "DELETE FROM decisions",
    "INSERT OR REPLACE INTO decisions SELECT * FROM decisions WHERE row = 1",
    "INSERT OR IGNORE INTO decisions SELECT * FROM decisions WHERE row = 1",
    "INSERT OR REPLACE INTO decisions (id, step, clock, device, number, time, annotator, kind, conditions) "
    "SELECT id, step, 99, device, 99, time, annotator, 'reject', conditions FROM decisions WHERE row = 1",
    "UPDATE steps SET kind = 'undo'",
    "DELETE FROM steps",
    "INSERT OR REPLACE INTO steps SELECT * FROM steps WHERE row = 1",
    "UPDATE entries SET text = 'another' WHERE row = 1",
    "UPDATE entries SET sha256 = x'00'",
    "UPDATE entries SET id = x'00' WHERE row = 1",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with making.study(tmp_path) as made:
        row = making.row_with(made, "Saint Brendan")
        making.label(made, row, "Saint Brendan", "PRODUCT")
        made.spans.accept_all(row, done=True)
        yield made


def _log(conn: sqlite3.Connection) -> list[tuple[object, ...]]:
    return [*conn.execute("SELECT * FROM decisions ORDER BY row"), *conn.execute("SELECT * FROM steps ORDER BY row")]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_nothing_that_was_decided_can_be_changed_or_removed(project: Project, statement: str) -> None:
    conn = project.desk.conn
    before = _log(conn)
    with pytest.raises(sqlite3.IntegrityError):
        conn.execute(statement)
    assert _log(conn) == before
    assert making.faults(project) == []


def test_the_file_is_opened_with_what_makes_it_last(project: Project) -> None:
    conn = project.desk.conn
    read = {name: conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "journal_mode", "foreign_keys")}
    assert read == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}
    assert conn.execute("PRAGMA recursive_triggers").fetchone()[0] == 1
    assert conn.execute("PRAGMA trusted_schema").fetchone()[0] == 0


CHANGES = {
    "a span that was deleted": ("DELETE FROM spans WHERE start = (SELECT min(start) FROM spans)", "span: ", "the projection lacks it"),
    "a span that nobody decided": (
        "INSERT INTO spans SELECT entry, layer, x'00112233445566778899aabbccddeeff', start, \"end\", label, resolved, origin, score, "
        "decision, 0 FROM spans LIMIT 1",
        "00112233445566778899aabbccddeeff",
        "but not in the log",
    ),
    "a label that was flipped": (
        "UPDATE spans SET resolved = (SELECT max(row) FROM labels) WHERE start = (SELECT min(start) FROM spans)",
        "span: ",
        "but the log says",
    ),
    "an edge that moved": ('UPDATE spans SET "end" = "end" + 1 WHERE start = (SELECT min(start) FROM spans)', "span: ", "but the log says"),
    "a span out of sight": ("UPDATE spans SET shown = 0 WHERE start = (SELECT min(start) FROM spans)", "span: ", "but the log says"),
    "a counter of labels": ("UPDATE counters SET n = n + 1 WHERE kind = 'label'", "The counter “label", "does not say"),
    "a counter of states": ("DELETE FROM counters WHERE kind = 'state'", "The counter “state done”", "does not say 1"),
    "a counter of nothing": ("INSERT INTO counters VALUES (1, 'flag', '', 3)", "The counter “flag”", "there is nothing to count"),
    "a state": ("UPDATE states SET state = 'skipped'", "state: ", "but the log says"),
    "a rejection": ("INSERT INTO rejections SELECT entry, layer, 0, 3, label FROM spans LIMIT 1", "rejection: ", "but not in the log"),
    "a label's name": ("UPDATE labels SET name = 'X' WHERE key = 'GPE'", "label: ", "but the log says"),
    "a fact of the project": ("UPDATE facts SET value = 'nested' WHERE name = 'overlap'", "fact: overlap", "but the log says"),
    "an annotator's name": ("UPDATE people SET name = 'X'", "person: ", "but the log says"),
    "a source": ("UPDATE sources SET live = 0", "source: ", "the projection lacks it"),
    "a hidden entry": ("INSERT INTO hidden VALUES (1)", "hidden: ", "but not in the log"),
    "a flag": ("INSERT INTO flags SELECT entry, layer, 'flag', x'' FROM states LIMIT 1", "flag: ", "but not in the log"),
    "a remark": ("INSERT INTO comments VALUES (x'01', 1, x'02', '', 'x', NULL)", "comment: ", "but not in the log"),
    "a correction": ("INSERT INTO corrections VALUES (1, 'title', 'X')", "correction: ", "but not in the log"),
    "an entry out of sight": ("UPDATE entries SET visible = 0 WHERE row = 1", "entry: ", "but the log says"),
    "a missing trigger": ("DROP TRIGGER decisions_no_delete", "The trigger decisions_no_delete", "is missing"),
    "a foreign trigger": (
        "CREATE TRIGGER strange AFTER INSERT ON spans BEGIN DELETE FROM counters; END",
        "The trigger strange",
        "not one of this program's",
    ),
    "a weakened trigger": (
        "DROP TRIGGER decisions_no_delete; CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT 1; END",
        "The trigger decisions_no_delete",
        "not as this program wrote it",
    ),
    "an entry's text": (
        "DROP TRIGGER entries_text_stays; UPDATE entries SET text = 'another' WHERE row = 2",
        "The text of entry row 2",
        "not the text that was imported",
    ),
    "a decision that is gone": (
        "DROP TRIGGER decisions_no_delete; DELETE FROM decisions WHERE row = (SELECT max(row) FROM decisions) - 1",
        "Device ",
        "of these stand in the log",
    ),
    "a step that is undone without a decision": (
        "INSERT INTO cancelled SELECT id FROM steps WHERE name LIKE 'Label%'",
        "cancelled: ",
        "but not in the log",
    ),
    "an alias": ("UPDATE labels SET alias = (SELECT id FROM labels WHERE key = 'GPE') WHERE key = 'ORG'", "label: ", "but the log says"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_check_finds_and_names(project: Project, what: str) -> None:
    statement, where, how = CHANGES[what]
    project.desk.conn.executescript(statement)
    found = making.faults(project)
    assert any(where in each and how in each for each in found), found


@pytest.mark.parametrize("what", [name for name in CHANGES if "foreign" not in name and "text" not in name and "gone" not in name])
def test_rebuilding_mends_what_check_found(project: Project, what: str) -> None:
    before = making.digest(project)
    project.desk.conn.executescript(CHANGES[what][0])
    project.upkeep.rebuild()
    assert making.faults(project) == []
    assert making.digest(project) == before
