"""Every same mention: what is found, what is offered, and one step for all of it."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.decisions import Kind
from annotator.core.errors import InputError
from annotator.core.mentions import Finder, apart, normal
from annotator.project.door import Project
from annotator.project.everywhere import Action, Asked, Present, Scope
from annotator.store.standing import rows_that_may_hold
from tests.project.harbour import label_id, project_of, standing, tag, waiting

TEXTS = (
    "Orrin Canal closed. Orrin Canal’s gates stay shut.",
    "Boats wait at the Orrin Canal Authority in Halden.",
    "Nobody in ORRIN CANAL said a word.",
    "The Orrin Canal in Halden.",
    "Orrin Canal, again.",
    "Orrin Canal, and again.",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_of(tmp_path, TEXTS, sources=2) as made:
        yield made


def asked(project: Project, label: str = "FAC", *, action: Action = Action.LABEL, fold_case: bool = False) -> Asked:
    return project.every_same.asked(1, 0, 11, label_id(project, label), action=action, fold_case=fold_case)


def sound(project: Project) -> bool:
    return project.upkeep.check().differences == ()


def test_all_places_are_found_with_what_is_around_them(project: Project) -> None:
    found = project.every_same.preview(asked(project))
    assert [(hit.entry, hit.start) for hit in found.rows] == [(1, 0), (1, 20), (2, 18), (4, 4), (5, 0), (6, 0)]
    hit = found.rows[2]
    assert (hit.left, hit.words, hit.right) == ("Boats wait at the ", "Orrin Canal", " Authority in Halden.")
    assert found.counts == {Present.UNTAGGED: 6}


def test_scopes_are_the_entry_its_source_and_the_corpus(project: Project) -> None:
    found = project.every_same.preview(asked(project))
    source = found.rows[0].source
    assert [len(found.within(scope, 1, source)) for scope in Scope] == [2, 3, 6]


def test_case_counts_unless_it_is_said_not_to(project: Project) -> None:
    exact = project.every_same.preview(asked(project))
    folded = project.every_same.preview(asked(project, fold_case=True))
    assert {hit.entry for hit in folded.rows} - {hit.entry for hit in exact.rows} == {3}


def test_one_step_labels_all_and_one_undo_takes_all_back(project: Project) -> None:
    found = project.every_same.preview(asked(project))
    changed = project.every_same.apply(found.asked, [hit for hit in found.rows if hit.ticked])
    assert len(changed.entries) == 5
    assert standing(project, 1) == [("Orrin Canal", "FAC")] * 2
    assert sound(project)
    assert project.history.undo_name == "Label 6 as FAC: “Orrin Canal”"
    project.history.undo()
    assert not any(standing(project, row) for row in project.entries.rows())
    project.history.redo()
    assert standing(project, 6) == [("Orrin Canal", "FAC")]
    assert sound(project)


def test_what_a_person_decided_is_not_offered(project: Project) -> None:
    tag(project, 1, "Orrin Canal", "FAC")
    tag(project, 2, "Orrin Canal Authority", "ORG")
    tag(project, 4, "Orrin Canal", "ORG")
    tag(project, 5, "Orrin Canal", "FAC")
    project.spans.remove(5, project.spans.marks(5).spans[0].id)
    found = project.every_same.preview(asked(project))
    assert [(hit.present, hit.ticked, hit.kind) for hit in found.rows] == [
        (Present.EQUAL, False, None),
        (Present.UNTAGGED, True, Kind.ADD),
        (Present.OVERLAPPING, False, None),
        (Present.OTHER, False, Kind.RELABEL),
        (Present.REJECTED, False, Kind.ADD),
        (Present.UNTAGGED, True, Kind.ADD),
    ]
    project.every_same.apply(found.asked, found.rows)
    assert standing(project, 2) == [("Orrin Canal Authority", "ORG")]
    assert [standing(project, row) for row in (4, 5)] == [[("Orrin Canal", "FAC")]] * 2, "rows that were ticked by hand are decided"
    assert sound(project)


def test_a_suggestion_is_accepted_or_corrected(project: Project) -> None:
    tag(project, 1, "Orrin Canal", "ORG")
    project.suggesting.run(["memory"])
    found = project.every_same.preview(asked(project))
    by_entry = {hit.entry: hit for hit in found.rows if hit.start != 0 or hit.entry > 1}
    assert by_entry[5].present is Present.SUGGESTED_OTHER
    again = project.every_same.preview(asked(project, "ORG"))
    assert {hit.present for hit in again.rows} == {Present.EQUAL, Present.SUGGESTED}
    project.every_same.apply(found.asked, [hit for hit in found.rows if hit.ticked])
    kinds = [row[0] for row in project.desk.conn.execute("SELECT DISTINCT kind FROM decisions WHERE answered IS NOT NULL")]
    assert kinds == ["correct"]
    assert waiting(project, 5) == []
    assert sound(project)


def test_live_memory_is_seen_as_suggested_and_its_answer_says_so(project: Project) -> None:
    project.recall.begin()
    tag(project, 1, "Orrin Canal", "FAC")
    found = project.every_same.preview(asked(project))
    assert [hit.present for hit in found.rows] == [Present.EQUAL, *[Present.SUGGESTED] * 5]
    project.every_same.apply(found.asked, [hit for hit in found.rows if hit.ticked])
    origins = {span.origin for row in (2, 4, 5, 6) for span in project.spans.marks(row).spans}
    assert origins == {"memory"}
    assert not any(waiting(project, row) for row in project.entries.rows())
    assert sound(project)


def test_part_of_a_longer_suggestion_is_shown_and_not_offered(project: Project) -> None:
    tag(project, 2, "Orrin Canal Authority", "ORG")
    project.suggesting.run(["memory"])
    project.history.undo()
    project.desk.conn.execute(
        'INSERT INTO suggestions SELECT 2, 18, 39, row, \'model\', \'1\', 0.8, \'\' FROM labels WHERE key = \'ORG\''
    )  # fmt: skip
    hit = next(hit for hit in project.every_same.preview(asked(project)).rows if hit.entry == 2)
    assert (hit.present, hit.ticked) == (Present.WITHIN, False)


def test_reject_everywhere_rejects_what_is_suggested_and_leaves_the_rest(project: Project) -> None:
    tag(project, 1, "Orrin Canal", "FAC")
    project.suggesting.run(["memory"])
    found = project.every_same.preview(asked(project, action=Action.REJECT))
    project.every_same.apply(found.asked, [hit for hit in found.rows if hit.ticked])
    assert standing(project, 1) == [("Orrin Canal", "FAC")]
    assert not any(waiting(project, row) for row in project.entries.rows())
    assert project.history.undo_name == "Reject 5: “Orrin Canal”"
    assert sound(project)
    project.history.undo()
    assert waiting(project, 6) == [("Orrin Canal", "FAC", "memory")]


def test_relabel_everywhere_offers_the_spans_of_the_old_label_only(project: Project) -> None:
    tag(project, 1, "Orrin Canal", "ORG")
    tag(project, 4, "Orrin Canal", "GPE")
    tag(project, 5, "Orrin Canal", "ORG")
    question = Asked("Orrin Canal", label_id(project, "FAC"), Action.RELABEL, old=label_id(project, "ORG"))
    found = project.every_same.preview(question)
    assert [hit.entry for hit in found.rows if hit.ticked] == [1, 5]
    project.every_same.apply(question, [hit for hit in found.rows if hit.ticked])
    assert [standing(project, row) for row in (1, 4, 5, 6)] == [
        [("Orrin Canal", "FAC")], [("Orrin Canal", "GPE")], [("Orrin Canal", "FAC")], [],
    ]  # fmt: skip
    assert sound(project)


def test_entries_that_are_shown_without_suggestions_are_left_out_and_counted(project: Project) -> None:
    project.desk.withheld = lambda rows: [row for row in rows if row in (1, 5)]
    found = project.every_same.preview(asked(project))
    assert {hit.entry for hit in found.rows} == {2, 4, 6}
    assert found.withheld == 3


def test_skipped_entries_are_not_offered_and_done_ones_are(project: Project) -> None:
    project.entries.skip(5)
    project.entries.done(6)
    found = {hit.entry: hit.ticked for hit in project.every_same.preview(asked(project)).rows}
    assert (found[5], found[6]) == (False, True)


def test_what_changed_meanwhile_is_left_as_it_is_and_said(project: Project) -> None:
    found = project.every_same.preview(asked(project))
    tag(project, 5, "Orrin Canal", "ORG")
    changed = project.every_same.apply(found.asked, found.rows)
    assert standing(project, 5) == [("Orrin Canal", "ORG")]
    assert changed.message == "Left as they are, since they changed meanwhile: 1."


def test_a_label_that_is_not_there_is_refused_in_words(project: Project) -> None:
    with pytest.raises(InputError, match="retired or unknown"):
        project.every_same.apply(Asked("Orrin Canal", b"x" * 16), project.every_same.preview(asked(project)).rows)
    with pytest.raises(InputError, match="no mention"):
        project.every_same.asked(1, 5, 6, label_id(project, "FAC"))


def test_progress_is_told_to_the_end(project: Project) -> None:
    told: list[tuple[int, int]] = []
    found = project.every_same.preview(asked(project), progress=lambda *each: told.append(each))
    project.every_same.apply(found.asked, found.rows, progress=lambda *each: told.append(each))
    assert told == [(6, 6), (6, 6)]


_PLAIN = ("Orrin", "orrin", "Canal", " ", " ", "’s", "'", "ʼ", "-", ".", "ß", "ss", "U.S.", "7", "_", "#")
_pieces = st.sampled_from([*_PLAIN, "北京", "é", "e\u0301", "ệ", "한", "\u0301", "\u00a0"])
_texts = st.lists(_pieces, min_size=1, max_size=10).map("".join).filter(lambda text: bool(text.strip()))


@settings(max_examples=60, deadline=None)
@given(st.lists(_texts, min_size=1, max_size=6), st.lists(_pieces, min_size=1, max_size=3).map("".join), st.booleans())
def test_the_index_leaves_out_no_entry_in_which_an_equal_mention_stands(texts: list[str], mention: str, fold_case: bool) -> None:
    form = normal(mention, fold_case=fold_case)
    with tempfile.TemporaryDirectory() as folder, project_of(Path(folder), texts) as project:
        finder = Finder([form], fold_case=fold_case)
        held = {row for row in project.entries.rows() if apart(finder.places(project.entries.entry(row).text))}
        assert not form or held <= set(rows_that_may_hold(project.desk.conn, form, fold_case=fold_case))


def test_composed_and_decomposed_names_are_one(tmp_path: Path) -> None:
    with project_of(tmp_path, ["Việt Nam", unicodedata.normalize("NFD", "in Việt Nam"), "Viet Nam"]) as project:
        found = project.every_same.preview(Asked("Việt Nam", label_id(project, "GPE")))
        assert [hit.entry for hit in found.rows] == [1, 2]
