"""What comes in is counted, known again, carried over, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.drafts import ReadOptions
from annotator.core.errors import InputError
from annotator.project.door import Project
from annotator.project.reports import ImportOptions, ImportReport, NothingTakenError
from tests.project import making

HEAD = "Harbour strike – live\n\nThe pilots of the port are on strike.\n\n"
POSTS = (
    "Tug leaves the berth\n\nTuesday 4 March 2031 09:30 , Mara Osei\n\nThe tug Saint Brendan left Gdansk on Tuesday.\n\n",
    "Talks begin in Warsaw\n\nMonday 3 March 2031 21:05 , Tomas Reyl\n\nThe Ministry of Transport met the union in Warsaw.\n\n",
    "Pilots walk out\n\nMonday 3 March 2031 08:00 , Mara Osei\n\nThe pilots of Gdansk and of Gdynia walked out at dawn.\n\n",
)
LATER = "Ferries resume\n\nTuesday 4 March 2031 15:10 , Tomas Reyl\n\nThe ferries to Karlskrona sail again, Mara Osei reports.\n\n"
FACTS = ("read", "taken", "known", "rejected", "kept")


def _blog(path: Path, *posts: str) -> Path:
    path.write_text(HEAD + "".join(posts), encoding="utf-8")
    return path


def _take(project: Project, path: Path, **options: str) -> ImportReport:
    report = project.imports.take(path, ImportOptions(**options))  # type: ignore[arg-type]
    for count in (report.entries, report.spans):
        assert count.read == count.taken + count.known + count.rejected + count.kept
    assert making.faults(project) == []
    return report


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = making.new_project(tmp_path)
    _take(made, _blog(tmp_path / "monday.txt", *POSTS))
    return made


def _texts(project: Project) -> list[str]:
    return [project.entries.entry(row).title for row in project.entries.rows()]


def test_the_same_blog_with_a_post_more_at_the_top_brings_one_entry(project: Project, tmp_path: Path) -> None:
    with project:
        row = making.row_with(project, "Saint Brendan")
        making.label(project, row, "Saint Brendan", "PRODUCT")
        report = _take(project, _blog(tmp_path / "tuesday.txt", LATER, *POSTS))
        assert (report.entries.taken, report.entries.known, report.versions) == (1, 3, 0)
        assert _texts(project) == ["Ferries resume", "Tug leaves the berth", "Talks begin in Warsaw", "Pilots walk out"]
        assert making.marked(project, row) == [("Saint Brendan", "PRODUCT")]


def test_a_preview_counts_what_is_here_already_as_taking_the_file_does(project: Project, tmp_path: Path) -> None:
    with project:
        path = _blog(tmp_path / "tuesday.txt", LATER, *POSTS, POSTS[0], POSTS[0])
        looked = project.imports.preview(path, ImportOptions()).report.entries
        assert looked == _take(project, path).entries
        assert looked.known == 3


def test_a_post_whose_text_changed_is_a_new_version_with_its_spans_carried_over_and_the_lost_ones_listed(
    project: Project, tmp_path: Path
) -> None:
    with project:
        row = making.row_with(project, "Saint Brendan")
        for words, key in (("Saint Brendan", "PRODUCT"), ("Gdansk", "GPE"), ("Tuesday.", "DATE")):
            making.label(project, row, words, key)
        changed = POSTS[0].replace("left Gdansk on Tuesday.", "has at last left the port of Gdansk.")
        report = _take(project, _blog(tmp_path / "tuesday.txt", changed, *POSTS[1:]))
        assert (report.entries.taken, report.entries.known, report.versions) == (1, 2, 1)
        assert [(each.excerpt, each.outcome) for each in report.lost_spans] == [("Tuesday.", "span lost")]
        new = making.row_with(project, "at last")
        assert new != row
        assert making.marked(project, new) == [("Saint Brendan", "PRODUCT"), ("Gdansk", "GPE")]
        assert len(_texts(project)) == 3
        source = next(each for each in project.imports.sources() if each.name == "tuesday.txt")
        project.imports.withdraw(source.id)
        assert making.row_with(project, "on Tuesday") == row
        assert len(making.marked(project, row)) == 3


def test_the_same_file_is_not_taken_twice(project: Project, tmp_path: Path) -> None:
    with project, pytest.raises(InputError, match="same to the byte"):
        _take(project, tmp_path / "monday.txt")


def test_an_import_that_is_withdrawn_goes_out_of_sight_says_what_it_touches_and_comes_back_whole(project: Project) -> None:
    with project:
        making.label(project, making.row_with(project, "Saint Brendan"), "Gdansk", "GPE")
        before = making.digest(project)
        (source,) = project.imports.sources()
        touched = project.imports.touched(source.id)
        assert (touched.entries, touched.decisions, touched.people) == (3, 1, ("Ada",))
        project.imports.withdraw(source.id)
        assert _texts(project) == []
        assert project.entries.progress().labels == {}
        assert project.history.undo_name == "Label GPE"
        with pytest.raises(InputError, match="not in force"):
            project.imports.withdraw(source.id)
        project.imports.restore(source.id)
        assert making.digest(project) == before
        with pytest.raises(InputError, match="in force already"):
            project.imports.restore(source.id)


@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
def test_a_withdrawn_file_that_is_taken_in_again_brings_its_own_entries_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"file.{suffix}"
    _blog(path, *POSTS) if suffix == "txt" else making.write_jsonl(path, [("One.", [(0, 3, "ORG")]), ("One.", []), ("Two.", [])])
    with making.new_project(tmp_path) as project:
        _take(project, path, to="layer", layer="gold")
        before = [project.entries.entry(row).id for row in project.entries.rows()]
        project.imports.withdraw(project.imports.sources()[0].id)
        report = _take(project, path, to="layer", layer="gold")
        assert (report.entries.taken, report.entries.known) == (0, 3)
        assert [project.entries.entry(row).id for row in project.entries.rows()] == before
        assert len(project.imports.sources()) == 1


def test_equal_posts_of_one_file_are_entries_of_their_own(tmp_path: Path) -> None:
    path = making.write_jsonl(tmp_path / "file.jsonl", [("Talks begin.", []), ("Talks begin.", []), ("Talks begin.", [])])
    with making.new_project(tmp_path) as project:
        assert _take(project, path).entries.taken == 3
        assert len({project.entries.entry(row).id for row in project.entries.rows()}) == 3


def test_a_source_or_an_entry_can_be_hidden_and_shown_again_by_undo(project: Project) -> None:
    with project:
        before = making.digest(project)
        project.imports.hide(project.imports.sources()[0].id)
        assert _texts(project) == []
        project.history.undo()
        row = making.row_with(project, "Saint Brendan")
        project.entries.hide(row)
        assert len(_texts(project)) == 2
        project.history.undo()
        assert making.digest(project) != before or making.faults(project) == []
        assert len(_texts(project)) == 3


def test_date_title_and_author_are_corrected_by_decisions_and_the_entry_stays_the_same(project: Project) -> None:
    with project:
        row = making.row_with(project, "Saint Brendan")
        old = project.entries.entry(row)
        for name, value in (("published", "2031-03-04T09:31"), ("author", "M. Osei"), ("title", "The tug leaves")):
            project.entries.correct(row, name, value)
        new = project.entries.entry(row)
        assert (new.published, new.author, new.title) == ("2031-03-04T09:31", "M. Osei", "The tug leaves")
        assert (new.id, new.text) == (old.id, old.text)
        for _ in range(3):
            project.history.undo()
        assert project.entries.entry(row) == old
        with pytest.raises(InputError, match="cannot be corrected"):
            project.entries.correct(row, "text", "another")


def test_spans_that_cannot_stand_are_left_out_each_with_its_reason(tmp_path: Path) -> None:
    path = making.write_jsonl(
        tmp_path / "file.jsonl",
        [("Mara Osei left Gdansk.", [(0, 9, "PERSON"), (5, 9, "ORG"), (0, 9, "PERSON"), (9, 10, "GPE"), (15, 90, "GPE"), (14, 22, "GPE")])],
    )
    with making.new_project(tmp_path) as project:
        report = _take(project, path, to="layer", layer="gold")
        assert (report.spans.read, report.spans.taken, report.spans.rejected) == (6, 2, 4)
        reasons = " | ".join(each.reason for each in report.rejected)
        for words in ("overlaps another span", "stands here twice", "only white space"):
            assert words in reasons


def test_unknown_labels_are_added_or_refused_or_mapped_as_told(tmp_path: Path) -> None:
    text = "Mara Osei left Gdansk."
    path = making.write_jsonl(tmp_path / "file.jsonl", [(text, [(0, 9, "PER"), (15, 21, "CITY")])])
    with making.new_project(tmp_path / "a") as project:
        assert _take(project, path).new_labels == ("PER", "CITY")
        assert project.history.undo_name is None, "labels that a file brought are not taken back by undo"
    with making.new_project(tmp_path / "b") as project:
        report = project.imports.take(path, ImportOptions(new_labels="reject", map_labels={"PER": "PERSON"}))
        assert (report.spans.taken, report.spans.rejected) == (1, 1)
        assert making.waiting(project, 1) == [("Mara Osei", "PERSON")]


@pytest.mark.parametrize("name", ["", "adjudicated", "Suggestions"])
def test_a_layer_needs_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    with making.new_project(tmp_path) as project, pytest.raises(InputError, match="reserved"):
        project.imports.take(making.first_file(tmp_path), ImportOptions(to="layer", layer=name))


def test_a_file_that_breaks_off_takes_nothing_in_halfway(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"")
    with making.new_project(tmp_path) as project:
        before = making.digest(project)
        with pytest.raises(InputError):
            project.imports.take(path, ImportOptions(read=ReadOptions()))
        assert making.digest(project) == before


def test_a_rejection_is_carried_to_a_new_version_where_the_words_still_stand(tmp_path: Path) -> None:
    with making.new_project(tmp_path) as project:
        _take(project, _blog(tmp_path / "monday.txt", *POSTS))
        old = making.row_with(project, "Saint Brendan")
        for words, key in (("Gdansk", "GPE"), ("Tuesday.", "DATE"), ("Saint Brendan", "PERSON")):
            making.label(project, old, words, key)
        for span in project.spans.marks(old).spans:
            project.spans.remove(old, span.id)  # removing refuses the place, as a rejection does
        changed = POSTS[0].replace("left Gdansk on Tuesday.", "has at last left the port of Gdansk.")
        report = _take(project, _blog(tmp_path / "tuesday.txt", changed, *POSTS[1:]))
        assert report.versions == 1
        new = making.row_with(project, "at last")
        text = project.entries.entry(new).text
        query = 'SELECT start, "end" FROM rejections WHERE entry = ? ORDER BY start'
        refused = [text[start:end] for start, end in project.desk.conn.execute(query, (new,))]
        assert refused == ["Saint Brendan", "Gdansk"]
        spans = [
            {"start": text.index(words), "end": text.index(words) + len(words), "label": key}
            for words, key in (("Saint Brendan", "PERSON"), ("Gdansk", "GPE"), ("tug", "PRODUCT"))
        ]
        path = making.write_jsonl(tmp_path / "proposed.jsonl", [{"text": text, "spans": spans}])
        _take(project, path)
        assert making.waiting(project, new) == [("tug", "PRODUCT")]
        project.imports.withdraw(next(each.id for each in project.imports.sources() if each.name == "tuesday.txt"))
        assert project.desk.conn.execute("SELECT count(*) FROM rejections WHERE entry = ?", (new,)).fetchone() == (0,)
        assert making.faults(project) == []


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"label": "A"}\n{"label": "B"}\n', "2 read, 2 rejected. Line 1: there is no text under “text”"),
        ("[]", "holds no entry"),
    ],
)
def test_a_file_that_gives_nothing_is_refused_and_leaves_nothing(tmp_path: Path, content: str, words: str, dry_run: bool) -> None:
    path = tmp_path / "nothing.jsonl"
    path.write_text(content, encoding="utf-8")
    with making.new_project(tmp_path) as project:
        before = making.digest(project)
        with pytest.raises(NothingTakenError, match=words) as caught:
            project.imports.take(path, ImportOptions(), dry_run=dry_run)
        assert caught.value.exit_code == 2
        assert caught.value.report.entries.rejected == content.count("label")
        assert making.digest(project) == before
        assert project.imports.sources() == []


def test_every_key_point_is_kept_with_the_source(tmp_path: Path) -> None:
    path = tmp_path / "blog.txt"
    points = "Key Points\n\n  • Pilots walk out\n\n  • Tugs stay in port\n\n  • Talks on Monday\n\n"
    path.write_text(HEAD + points + "".join(POSTS), encoding="utf-8")
    with making.new_project(tmp_path) as project:
        _take(project, path)
        (source,) = project.imports.sources()
        assert source.facts["key point"].splitlines() == ["Pilots walk out", "Tugs stay in port", "Talks on Monday"]
        assert not any("Tugs stay" in project.entries.entry(row).text for row in project.entries.rows())


@pytest.mark.parametrize("to", ["suggestions", "layer"])
def test_half_a_character_in_what_is_rejected_is_kept_repaired(tmp_path: Path, to: str) -> None:
    broken = '{"text": "Gdansk", "spans": [{"start": 0, "end": "\\ud800", "label": "GPE"}, {"start": 0, "end": 6, "label": ["\\ud800"]}]}'
    (tmp_path / "half.jsonl").write_text(broken + '\n{"other": "\\ud800"}\n', encoding="utf-8")
    with making.new_project(tmp_path) as project:
        report = project.imports.take(tmp_path / "half.jsonl", ImportOptions(to=to, layer="gold" if to == "layer" else ""))
        found = project.imports.findings(project.imports.sources()[0].id, "rejected")
        assert len(found) == len(report.rejected) == 3
        assert all("\ud800" not in each.reason + each.excerpt for each in (*found, *report.rejected))
        assert making.faults(project) == []
