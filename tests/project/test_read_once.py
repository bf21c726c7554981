"""What stands in an entry is read once for each state of the file; what changes it is seen at once, whoever wrote it."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.project.reports import ImportOptions
from annotator.project.upkeep import fold_in
from tests.project import making


def test_marks_are_read_again_only_after_something_changed(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        row = project.entries.rows()[0]
        before = project.spans.marks(row)
        assert project.spans.marks(row) is before
        making.label(project, row, "Gdansk", "GPE")
        after = project.spans.marks(row)
        assert len(after.spans) == len(before.spans) + 1
        project.history.undo()
        assert project.spans.marks(row) == before


def test_suggestions_that_another_connection_wrote_are_seen_at_once(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        row = project.entries.rows()[0]
        before = project.spans.marks(row)
        other = sqlite3.connect(project.path)
        with other:
            other.execute(
                'INSERT INTO suggestions (entry, start, "end", label, suggester, version, score, why) '
                "SELECT ?, 0, 4, row, 'rules', '9', 0.5, '' FROM labels WHERE key = 'ORG'",
                (row,),
            )
        other.close()
        after = project.spans.marks(row)
        assert {(each.start, each.end) for each in after.pending} - {(each.start, each.end) for each in before.pending} == {(0, 4)}
        assert project.spans.pending_counts([row]) == {row: len(after.pending)}


def test_what_a_transaction_that_was_taken_back_showed_is_not_kept(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        row = project.entries.rows()[0]
        before = project.spans.marks(row)
        conn = project.desk.conn
        conn.execute("BEGIN IMMEDIATE")
        making.label(project, row, "Gdansk", "GPE")
        assert project.spans.marks(row) != before
        conn.execute("ROLLBACK")
        assert project.spans.marks(row) == before


def test_the_side_file_is_folded_in_beside_the_open_project(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        making.label(project, project.entries.rows()[0], "Gdansk", "GPE")
        decisions = project.desk.conn.execute("SELECT count(*) FROM decisions").fetchone()[0]
        fold_in(project.path)
        alone = Path(shutil.copyfile(project.path, tmp_path / "alone.db"))
        looked_at = sqlite3.connect(alone)
        assert looked_at.execute("SELECT count(*) FROM decisions").fetchone()[0] == decisions
        looked_at.close()


def test_folding_in_what_is_no_project_says_so(tmp_path: Path) -> None:
    (tmp_path / "no.annotator").write_bytes(b"x" * 5_000)
    with pytest.raises(AnnotatorError, match=r"no\.annotator"):
        fold_in(tmp_path / "no.annotator")


def test_only_while_suggestions_are_made_the_disk_is_not_waited_for(tmp_path: Path) -> None:
    with making.study(tmp_path) as project:
        seen = []
        project.subscribe(lambda _changed: seen.append(project.desk.conn.execute("PRAGMA synchronous").fetchone()[0]))
        project.suggesting.run(["rules"])
        assert set(seen) == {1}
        assert project.desk.conn.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_the_next_unfinished_entry_is_found_beyond_thousands_that_are_done(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        file = making.write_jsonl(tmp_path / "many.jsonl", [(f"Entry number {number}.", []) for number in range(6_000)])
        project.imports.take(file, ImportOptions())
        rows, entries, conn = project.entries.rows(), project.entries, project.desk.conn
        entries.done(rows[0])
        with conn:
            before = project.desk.layer_row, rows[5_000]
            conn.execute("INSERT OR IGNORE INTO states SELECT row, ?, 'done' FROM entries WHERE row < ?", before)
        project.desk.forget()
        assert entries.next_unfinished(rows, 0) == 5_000
        entries.skip(rows[5_000])
        assert entries.next_unfinished(rows, 0) == 5_001
        entries.reopen(rows[4_500])
        assert entries.next_unfinished(rows, 0) == 4_500
        entries.done(rows[4_500])
        assert entries.next_unfinished(rows, 0) == 5_001
        project.history.undo()
        assert entries.next_unfinished(rows, 0) == 4_500
        entries.done(rows[4_500])
        assert entries.next_unfinished(rows[:5_000], 0) is None


acts = st.lists(
    st.tuples(st.sampled_from((*making.ACTS, "switch", "switch")), st.integers(0, 50), st.integers(0, 60), st.integers(0, 20)), max_size=12
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts, st.booleans())
def test_what_is_remembered_is_what_a_fresh_reading_gives_whatever_was_done(acts: list[making.Act], recalling: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, making.study(Path(folder)) as project:
        if recalling:
            project.recall.begin()
        for each in acts:
            if each[0] == "switch":
                seats = project.roster.seats()
                seat = seats[each[1] % len(seats)]
                project.roster.switch(seat.name, not seat.on)
            else:
                making.act(project, each)
            rows = [row for (row,) in project.desk.conn.execute("SELECT row FROM entries")]
            fresh = project.beside()
            if project.recall.ready:
                fresh.recall.begin()
            marks = {row: fresh.spans.marks(row) for row in rows}
            assert {row: project.spans.marks(row) for row in rows} == marks
            assert project.spans.pending_counts(rows) == {row: len(found.pending) for row, found in marks.items()}
            assert project.entries.progress() == fresh.entries.progress()
            fresh.close()
        assert making.faults(project) == []
