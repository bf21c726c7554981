"""What changed since a date, a copy of the project, or a release."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.core.places import Difference, differing
from annotator.project.changes import WhatChanged
from annotator.project.door import Project
from annotator.project.exports import ExportOptions
from annotator.project.reports import ImportOptions
from tests.project import making

TEXTS = ("The tug Saint Brendan left Gdansk.", "Talks in Warsaw ended.", "Pilots of Gdynia walked out.")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = making.new_project(tmp_path)
    _bring(made, tmp_path / "monday.txt", *TEXTS)
    for text, words in zip(TEXTS, ("Gdansk", "Warsaw", "Gdynia"), strict=True):
        making.label(made, making.row_with(made, text), words, "GPE")
    return made


def _bring(project: Project, path: Path, *texts: str) -> None:
    path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    project.imports.take(path, ImportOptions(format="text"))


def _told(found: WhatChanged) -> list[tuple[int | None, bool, dict[str, int]]]:
    return [(each.row, each.new, dict(each.what)) for each in found.entries]


def _backed_up(project: Project, tmp_path: Path) -> Path:
    return project.upkeep.backup(tmp_path / "copy")


def test_since_a_backup_each_entry_tells_what_was_decided_on_it_and_by_whom(project: Project, tmp_path: Path) -> None:
    with project:
        copy = _backed_up(project, tmp_path)
        assert project.changes.since_file(copy) == WhatChanged((), (), 0)
        first, last = making.row_with(project, "Saint Brendan"), making.row_with(project, "Gdynia")
        making.label(project, first, "Saint Brendan", "PRODUCT")
        project.entries.done(first)
        project.entries.flag(last, True)
        project.history.undo()
        found = project.changes.since_file(copy)
        assert _told(found) == [(first, False, {"add": 1, "done": 1}), (last, False, {"flag": 1, "undo": 1})]
        assert {each.people for each in found.entries} == {(project.person.name,)}
        assert all(each.last for each in found.entries)
        assert found.decisions == 4


def test_entries_that_came_in_are_new_and_the_scheme_is_told_apart(project: Project, tmp_path: Path) -> None:
    with project:
        copy = _backed_up(project, tmp_path)
        _bring(project, tmp_path / "tuesday.txt", "Ferries sail again.", TEXTS[0])
        label = project.scheme.value.labels[0]
        project.scheme.describe(label.id, "Only living people.")
        found = project.changes.since_file(copy)
        new = making.row_with(project, "Ferries")
        assert _told(found) == [(new, True, {})]
        assert found.new == 1
        assert found.others[0].name == "Import tuesday.txt"
        assert len(found.others) == 2


def test_since_a_moment_only_what_came_after_it_counts(project: Project) -> None:
    with project:
        row = making.row_with(project, "Warsaw")
        now = project.desk.now()
        everything = project.changes.since(now - timedelta(days=1))
        assert {each.row for each in everything.entries} == set(project.entries.rows())
        assert all(each.new for each in everything.entries)
        later = now + timedelta(days=1)
        assert project.changes.since(later) == WhatChanged((), (), 0)
        project.desk.now = lambda: later
        project.entries.skip(row)
        assert _told(project.changes.since(later)) == [(row, False, {"skip": 1})]


def test_since_a_release_the_spans_are_held_against_it(project: Project, tmp_path: Path) -> None:
    with project:
        rows = [making.row_with(project, text) for text in TEXTS]
        for row in rows[:2]:
            project.entries.done(row)
        released = tmp_path / "first.jsonl"
        project.exports.write(ExportOptions("jsonl"), released)
        assert project.changes.since_file(released).entries == ()
        making.label(project, rows[0], "Saint Brendan", "PRODUCT")
        project.entries.done(rows[2])
        project.entries.reopen(rows[1])
        found = project.changes.since_file(released)
        assert _told(found) == [(rows[0], False, {"span added": 1}), (rows[2], True, {}), (rows[1], False, {"no longer done": 1})]
        project.entries.hide(rows[1])
        assert _told(project.changes.since_file(released))[-1] == (None, False, {})


def test_a_file_that_is_no_earlier_state_is_refused_in_words(project: Project, tmp_path: Path) -> None:
    with project:
        other = tmp_path / "other"
        other.mkdir()
        with making.new_project(other, seed=5) as foreign:
            path = foreign.path
        with pytest.raises(InputError, match="is no copy of this project"):
            project.changes.since_file(path)
        (tmp_path / "posts.jsonl").write_text('{"text": "Nothing of ours."}\n', encoding="utf-8")
        with pytest.raises(InputError, match="holds no entry of this project"):
            project.changes.since_file(tmp_path / "posts.jsonl")
        with pytest.raises(InputError, match=r"neither a backup \(\*\.annotator\) nor a release"):
            project.changes.since_file(tmp_path / "monday.txt")
        with pytest.raises(InputError, match="There is no file"):
            project.changes.since_file(tmp_path / "none.jsonl")


def test_looking_back_leaves_the_copy_as_it_is(project: Project, tmp_path: Path) -> None:
    with project:
        copy = _backed_up(project, tmp_path)
        before = copy.read_bytes()
        project.entries.skip(making.row_with(project, "Warsaw"))
        project.changes.since_file(copy)
        assert copy.read_bytes() == before
        assert [each.name for each in tmp_path.glob("copy*")] == [copy.name]


PLACES = st.frozensets(
    st.builds(lambda start, length, key: (start, start + length, key), st.integers(0, 9), st.integers(1, 4), st.sampled_from("AB"))
)


@given(PLACES, PLACES)
def test_differences_account_for_every_span(then: frozenset[tuple[int, int, str]], now: frozenset[tuple[int, int, str]]) -> None:
    found = differing(then, now)
    paired = found.count(Difference.RELABELLED) + found.count(Difference.MOVED)
    assert paired + found.count(Difference.REMOVED) == len(then - now)
    assert paired + found.count(Difference.ADDED) == len(now - then)


def test_a_changed_label_and_a_moved_edge_are_one_difference_each() -> None:
    then = {(0, 4, "ORG"), (10, 14, "GPE"), (20, 24, "GPE")}
    now = {(0, 4, "GPE"), (10, 16, "GPE"), (30, 34, "GPE")}
    assert differing(then, now) == [Difference.RELABELLED, Difference.MOVED, Difference.ADDED, Difference.REMOVED]


def test_a_strangers_file_with_a_view_for_a_table_is_not_attached(project: Project, tmp_path: Path) -> None:
    with project:
        copy = _backed_up(project, tmp_path)
        other = sqlite3.connect(copy)
        other.executescript(
            "ALTER TABLE decisions RENAME TO kept; "
            "CREATE VIEW decisions AS WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id FROM n;"
        )
        other.close()
        project.entries.skip(making.row_with(project, "Warsaw"))
        with pytest.raises(InputError, match="holds something that no project has"):
            project.changes.since_file(copy)
        assert "old" not in [row[1] for row in project.desk.conn.execute("PRAGMA database_list")]
