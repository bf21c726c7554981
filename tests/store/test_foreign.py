"""A project file from somebody else is a stranger's: what is wrong with it is said in a sentence, and nothing here changes."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError, InputError
from annotator.project.door import Project
from annotator.store.migrations import MIGRATIONS, VERSION
from tests.project.making import again, copied, digest, faults, label, row_with, study

Spoil = Callable[[sqlite3.Connection], None]


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    with study(tmp_path / "hub") as project:
        label(project, row_with(project, "Mara"), "Gdansk", "GPE")
        return project.path


@pytest.fixture
def foreign(hub: Path, tmp_path: Path) -> Path:
    """A sound file of somebody else's, with work on the same entries."""
    path = copied(hub, tmp_path / "foreign")
    with again(path, name="Bea", seed=5) as project:
        label(project, row_with(project, "Mara"), "Mara Osei", "PERSON")
        project.entries.done(row_with(project, "Talks"))
    return path


def spoiled(path: Path, spoil: Spoil) -> Path:
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA writable_schema = OFF")
    with conn:
        spoil(conn)
    conn.close()
    return path


def unlocked(conn: sqlite3.Connection, table: str) -> None:
    """Put the guards of a table aside, as a forger would, and leave the schema as it was afterwards (see `locked`)."""
    conn.execute("CREATE TABLE temp.kept AS SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,))
    for (name,) in conn.execute("SELECT name FROM temp.kept").fetchall():
        conn.execute(f"DROP TRIGGER {name}")


def locked(conn: sqlite3.Connection) -> None:
    for (sql,) in conn.execute("SELECT sql FROM temp.kept").fetchall():
        conn.execute(sql)


def forged(column: str, value: object, where: str = "kind = 'add'", table: str = "decisions") -> Spoil:
    def spoil(conn: sqlite3.Connection) -> None:
        unlocked(conn, table)
        assert conn.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value,)).rowcount
        locked(conn)

    return spoil


def payload(**changes: object) -> Spoil:
    """Change the payload of the span that only the foreign file has."""

    def spoil(conn: sqlite3.Connection) -> None:
        unlocked(conn, "decisions")
        row, after = conn.execute(
            "SELECT row, after FROM decisions WHERE kind IN ('add', 'correct', 'accept') ORDER BY row DESC"
        ).fetchone()
        conn.execute("UPDATE decisions SET after = ? WHERE row = ?", (json.dumps({**json.loads(after), **changes}), row))
        locked(conn)

    return spoil


def done_decision(column: str, value: object) -> Spoil:
    return forged(column, value, "kind = 'done'")


def sql(*statements: str) -> Spoil:
    def spoil(conn: sqlite3.Connection) -> None:
        for each in statements:
            conn.execute(each)

    return spoil


def a_cell_of(size: int) -> Spoil:
    return sql("PRAGMA synchronous = OFF", "PRAGMA journal_mode = OFF", f"UPDATE sources SET facts = zeroblob({size})")


def smuggled(conn: sqlite3.Connection) -> None:
    """A trigger under a name that SQLite keeps for itself."""
    conn.execute("CREATE TRIGGER sly AFTER INSERT ON suggestions BEGIN DELETE FROM suggestions; END")
    conn.execute("PRAGMA writable_schema = ON")
    conn.execute("UPDATE sqlite_master SET name = 'sqlite_stat9' WHERE name = 'sly'")


HOSTILE: dict[str, tuple[Spoil, str]] = {
    "a trigger of its own": (sql("CREATE TRIGGER sly AFTER INSERT ON suggestions BEGIN DELETE FROM suggestions; END"), "trigger sly"),
    "a trigger under a name of SQLite's": (smuggled, "no project has|damaged"),
    "a view of its own": (sql("CREATE VIEW sly AS SELECT 1"), "view sly"),
    "a view in the place of a table": (sql("DROP TABLE counters", "CREATE VIEW counters AS SELECT 1"), "view counters"),
    "a generated column": (sql("ALTER TABLE facts ADD COLUMN sly TEXT AS (upper(name))"), "table facts"),
    "a table more": (sql("CREATE TABLE sly (x)"), "table sly"),
    "a guard less": (sql("DROP TRIGGER decisions_no_update"), "decisions_no_update"),
    "a newer version": (sql(f"PRAGMA user_version = {VERSION + 1}"), "newer version"),
    "a version it does not have": (sql("PRAGMA user_version = 1"), "which version"),
    "an absurd end": (payload(end=10**9), "does not lie within the text"),
    "an end beyond all numbers": (payload(end=10**40), "does not lie within the text"),
    "an end before the start": (payload(start=9, end=4), "does not lie within the text"),
    "an offset that is a text": (payload(start="0"), "does not lie within the text"),
    "a score that is no number": (payload(score="high"), "score"),
    "a label that is none": (payload(label="../../x"), "32 hexadecimal digits"),
    "a payload of a newer program": (payload(v=2), "newer program"),
    "an unknown kind": (done_decision("kind", "explode"), "not of a shape"),
    "an id of three bytes": (forged("id", b"abc", "kind = 'done'"), "16 bytes"),
    "an annotator that is a text": (done_decision("annotator", "Bea"), "16 bytes"),
    "a clock before all clocks": (done_decision("clock", -4), "clock"),
    "a clock after all clocks": (done_decision("clock", 2**62), "clock"),
    "a number that is none": (done_decision("number", 0), "number"),
    "a time that is none": (done_decision("time", "yesterday"), "time"),
    "a payload that is no JSON": (done_decision("after", "{"), "JSON"),
    "a payload without end": (done_decision("after", "[" * 100_000), "JSON"),
    "a payload with half a character": (done_decision("after", '{"state": "\\ud800"}'), "JSON"),
    "a payload that is no text": (done_decision("after", b'{"state":"done"}'), "JSON"),
    "a payload that is a list": (done_decision("after", "[1]"), "not of a shape|no object"),
    "a step that is missing": (done_decision("step", b"0123456789abcdef"), "step is missing"),
    "a text that was changed": (forged("text", "Mara Osei left Oslo.", "text LIKE 'Mara%'", "entries"), "hash"),
    "metadata that leads out of the folder": (sql("UPDATE sources SET name = '../../.bashrc'"), "leads out of its folder"),
    "facts that are no facts": (sql("UPDATE sources SET facts = '[1]'"), "facts"),
    "a cell of seventy megabytes": (a_cell_of(70_000_000), "larger than the 64 MB"),
    "devices that are none": (sql("INSERT INTO file VALUES ('partial', '{\"a\": 1}')"), "devices"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence_and_changes_nothing(name: str, hub: Path, foreign: Path) -> None:
    spoil, words = HOSTILE[name]
    spoiled(foreign, spoil)
    before = foreign.stat()
    with again(hub) as project:
        held = digest(project)
        for dry_run in (True, False):
            with pytest.raises(AnnotatorError, match=words) as caught:
                project.merging.merge([foreign], dry_run=dry_run)
            assert caught.value.exit_code in {2, 3}
            assert foreign.name in caught.value.sentence
            assert "\n" not in caught.value.sentence
        assert digest(project) == held
        assert project.upkeep.automatic() == []
        assert faults(project) == []
    assert (foreign.stat().st_size, foreign.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def refused(hub: Path, path: Path, words: str) -> None:
    with again(hub) as project:
        held = digest(project)
        with pytest.raises(AnnotatorError, match=words):
            project.merging.merge([path])
        assert digest(project) == held


def test_a_gigabyte_in_a_cell_is_refused(hub: Path, foreign: Path) -> None:
    spoiled(foreign, a_cell_of(990_000_000))
    refused(hub, foreign, "larger than the 64 MB")
    foreign.unlink()


def test_a_truncated_file_is_refused(hub: Path, foreign: Path) -> None:
    os.truncate(foreign, foreign.stat().st_size // 2)
    refused(hub, foreign, "damaged")


def test_a_file_cut_within_its_head_is_refused(hub: Path, foreign: Path) -> None:
    os.truncate(foreign, 60)
    refused(hub, foreign, "not a project|damaged")


def test_a_folder_is_refused(hub: Path, tmp_path: Path) -> None:
    (tmp_path / "folder.annotator").mkdir()
    refused(hub, tmp_path / "folder.annotator", "is a folder")


def test_a_file_that_is_not_there_is_refused(hub: Path, tmp_path: Path) -> None:
    refused(hub, tmp_path / "nothing.annotator", "no project file at")


def test_a_file_that_never_was_a_database_is_refused(hub: Path, tmp_path: Path) -> None:
    path = tmp_path / "letter.annotator"
    path.write_text("Dear colleagues", encoding="utf-8")
    refused(hub, path, "not a project")


def test_a_page_overwritten_with_noise_is_refused(hub: Path, foreign: Path) -> None:
    data = bytearray(foreign.read_bytes())
    half = len(data) // 2 // 4096 * 4096
    data[half : half + 4096] = os.urandom(4096)
    foreign.write_bytes(data)
    refused(hub, foreign, "damaged|was not taken|lacks or changes")


def test_a_known_decision_with_another_content_is_refused(hub: Path, foreign: Path) -> None:
    spoiled(foreign, forged("time", "2020-01-01T00:00:00.000Z", "row = 1"))
    refused(hub, foreign, "another one here")


def test_one_broken_file_among_sound_ones_lets_none_in(hub: Path, foreign: Path, tmp_path: Path) -> None:
    broken = copied(foreign, tmp_path / "broken")
    os.truncate(broken, broken.stat().st_size // 2)
    with again(hub) as project:
        held = digest(project)
        with pytest.raises(InputError, match="damaged"):
            project.merging.merge([foreign, broken])
        assert digest(project) == held


def test_an_older_file_is_brought_up_to_date_in_a_copy(hub: Path, foreign: Path) -> None:
    names = [each.name for each in MIGRATIONS._migrations]
    conn = sqlite3.connect(foreign)
    for statement in (
        "DROP TABLE settlements",
        "DROP TABLE shelved",
        "ALTER TABLE assignments DROP COLUMN practice",
        "ALTER TABLE assignments DROP COLUMN again",
        "ALTER TABLE assignments DROP COLUMN control",
        *(f"DELETE FROM _sqlite_migrations WHERE name = '{name}'" for name in names[1:]),
        "PRAGMA user_version = 1",
    ):
        conn.execute(statement)
    conn.commit()
    conn.close()
    before = foreign.read_bytes()
    with again(hub) as project:
        (brought,) = project.merging.merge([foreign])
        assert brought.people["Bea"] > 0
        assert faults(project) == []
    assert foreign.read_bytes() == before


def test_a_file_copied_while_it_was_open_is_read_with_its_side_file(hub: Path, foreign: Path, tmp_path: Path) -> None:
    with again(foreign, name="Bea", seed=6) as open_project:
        label(open_project, row_with(open_project, "Ministry"), "Warsaw", "GPE")
        folder = tmp_path / "copied"
        path = copied(foreign, folder)
        side = foreign.with_name(foreign.name + "-wal")
        (folder / side.name).write_bytes(side.read_bytes())
        with again(hub) as project:
            project.merging.merge([path])
            assert project.layers.named("Bea").spans == 2


def _numbering(project: Project, path: Path) -> tuple[str, ...]:
    (brought,) = project.merging.merge([path], dry_run=True)
    return brought.numbering


def test_a_backup_that_was_gone_back_to_is_named_as_a_fork(hub: Path, foreign: Path, tmp_path: Path) -> None:
    backup = copied(foreign, tmp_path / "backup")
    with again(foreign, name="Bea", seed=6) as project:
        project.entries.flag(1, True)
    with again(backup, name="Bea", seed=7) as project:
        project.entries.comment(1, "on the other way")
    with again(hub) as project:
        project.merging.merge([foreign])
        (sentence,) = _numbering(project, backup)
        assert "twice" in sentence
        project.merging.merge([backup])
        assert faults(project) == []


def test_numbers_that_are_missing_are_named_as_a_gap(hub: Path, foreign: Path) -> None:
    def spoil(conn: sqlite3.Connection) -> None:
        unlocked(conn, "decisions")
        conn.execute("DELETE FROM decisions WHERE kind IN ('add', 'correct', 'accept') AND row = (SELECT max(row) - 1 FROM decisions)")
        locked(conn)

    spoiled(foreign, spoil)
    with again(hub) as project:
        (sentence,) = _numbering(project, foreign)
        assert "1 of them are missing" in sentence


def test_a_payload_with_room_around_it_is_read_as_the_same_payload(hub: Path, foreign: Path) -> None:
    conn = sqlite3.connect(foreign)
    (after,) = conn.execute("SELECT after FROM decisions WHERE kind = 'done' LIMIT 1").fetchone()
    conn.close()
    spoiled(foreign, done_decision("after", f"\n {after} "))
    with again(hub) as project:
        project.merging.merge([foreign])
        assert faults(project) == []
