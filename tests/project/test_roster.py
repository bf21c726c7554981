"""Which suggesters a project has, and what switching one does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.errors import InputError
from annotator.core.joining import MEMORY
from annotator.core.query import parsed
from annotator.project.desk import Changed
from annotator.project.door import Project
from annotator.project.finding import Finding
from annotator.project.ordering import WorkOrder, ordered
from annotator.project.reports import ImportOptions
from tests.project.harbour import label_id, project_of, tag, waiting

TEXTS = ("The Orrin Canal opens.", "At the Orrin Canal in Lindenau.", "Lindenau waits.")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_of(tmp_path, TEXTS) as project:
        yield project


def listed(tmp_path: Path, *pairs: tuple[str, str]) -> str:
    file = tmp_path / "names.csv"
    file.write_text("".join(f"{name},{label}\n" for name, label in (("name", "label"), *pairs)), encoding="utf-8")
    return f"patterns:{file}"


def state(project: Project) -> dict[str, bool]:
    return {each.name: each.on for each in project.roster.seats()}


def test_a_new_project_has_the_default_suggester_and_memory_both_on(project: Project) -> None:
    assert state(project) == {"default": True, MEMORY: True}
    assert project.roster.on() == ("default", MEMORY)


def test_what_is_switched_off_is_not_shown_and_comes_back_as_it_was(project: Project, tmp_path: Path) -> None:
    project.suggesting.run([listed(tmp_path, ("Lindenau", "GPE"))])
    before = waiting(project, 3)
    assert before == [("Lindenau", "GPE", "patterns:names.csv")]
    told: list[Changed] = []
    project.subscribe(told.append)
    project.roster.switch("patterns:names.csv", False)
    assert waiting(project, 3) == []
    assert project.spans.pending_counts([2, 3]) == {2: 0, 3: 0}
    assert told[-1].suggestions
    project.roster.switch("patterns:names.csv", True)
    assert waiting(project, 3) == before


def test_memory_that_is_switched_off_proposes_nothing_and_begins_anew_when_it_is_on(project: Project) -> None:
    project.recall.begin()
    tag(project, 1, "Orrin Canal", "FAC")
    assert waiting(project, 2) == [("Orrin Canal", "FAC", MEMORY)]
    project.roster.switch(MEMORY, False)
    assert not project.desk.recalling
    assert waiting(project, 2) == []
    assert project.recall.begin()
    assert waiting(project, 2) == []
    tag(project, 2, "Lindenau", "GPE")
    project.roster.switch(MEMORY, True)
    assert project.recall.begin()
    assert waiting(project, 3) == [("Lindenau", "GPE", MEMORY)]


def test_what_is_chosen_is_run_and_known_to_the_next_opening(project: Project, tmp_path: Path) -> None:
    spec = listed(tmp_path, ("Lindenau", "GPE"))
    project.roster.choose([spec, MEMORY])
    assert [each.suggester for each in project.suggesting.run()] == ["patterns:names.csv", MEMORY]
    assert state(project) == {"patterns:names.csv": True, MEMORY: True, "default": False}
    again = project.beside()
    try:
        assert again.roster.on() == (spec, MEMORY)
    finally:
        again.close()


def test_with_every_suggester_off_nothing_is_run_or_shown(project: Project, tmp_path: Path) -> None:
    project.suggesting.run([listed(tmp_path, ("Lindenau", "GPE"))])
    project.roster.choose([])
    project.recall.begin()
    tag(project, 1, "Orrin Canal", "FAC")
    assert project.suggesting.run() == []
    assert state(project) == {"default": False, MEMORY: False, "patterns:names.csv": True}
    assert [name for *_, name in waiting(project, 2)] == ["patterns:names.csv"]


def test_what_came_in_with_a_file_can_be_switched_off_and_no_decision_is_touched(tmp_path: Path) -> None:
    with project_of(tmp_path, ["Nothing."]) as project:
        file = tmp_path / "posts.jsonl"
        line = {
            "text": "In Lindenau and Orrin.",
            "spans": [{"start": 3, "end": 11, "label": "GPE"}, {"start": 16, "end": 21, "label": "GPE"}],
        }
        file.write_text(json.dumps(line) + "\n", encoding="utf-8")
        project.imports.take(file, ImportOptions())
        row = project.entries.rows()[-1]
        (name,) = {each.suggester for each in project.spans.marks(row).pending}
        project.spans.accept(row, project.spans.marks(row).pending[0].id)
        project.roster.switch(name, False)
        assert waiting(project, row) == []
        assert len(project.spans.marks(row).spans) == 1
        assert not project.upkeep.check().differences
        with pytest.raises(InputError, match="no suggester"):
            project.roster.switch("nobody", True)


def test_agreement_is_shown_as_one_suggestion_with_both_names(project: Project, tmp_path: Path) -> None:
    spec = listed(tmp_path, ("Orrin Canal", "FAC"))
    project.recall.begin()
    project.suggesting.run([spec])
    tag(project, 1, "Orrin Canal", "FAC")
    (found,) = project.spans.marks(2).pending
    assert {found.suggester, *(each.suggester for each in found.agreeing)} == {MEMORY, "patterns:names.csv"}
    project.spans.accept(2, found.id)
    answered = json.loads(project.desk.conn.execute("SELECT answered FROM decisions ORDER BY row DESC LIMIT 1").fetchone()[0])
    assert answered["agreeing"] == ["patterns:names.csv"]
    assert label_id(project, "FAC").hex() == answered["label"]


def test_what_is_switched_off_waits_in_no_filter_and_moves_no_entry_in_the_order_of_work(project: Project, tmp_path: Path) -> None:
    project.suggesting.run([listed(tmp_path, ("Lindenau", "GPE"))])
    finding = Finding(project.desk)
    asked = ("has:pending", "suggester:patterns", "suggested:GPE")
    assert [list(finding.look(parsed(each)).rows) for each in asked] == [[2, 3]] * 3
    uncertain = ordered(project.desk, finding.corpus, WorkOrder.UNCERTAIN)
    project.roster.switch("patterns:names.csv", False)
    assert [list(finding.look(parsed(each)).rows) for each in asked] == [[]] * 3
    after = ordered(project.desk, finding.corpus, WorkOrder.UNCERTAIN)
    assert uncertain is not None
    assert after is not None
    assert (list(uncertain.rows), list(after.rows)) == ([2, 3, 1], [1, 2, 3])


def test_a_decision_knows_that_what_is_switched_off_was_not_shown(project: Project, tmp_path: Path) -> None:
    project.suggesting.run([listed(tmp_path, ("Lindenau", "GPE"))])
    shown = "SELECT json_extract(conditions, '$.shown') FROM decisions ORDER BY row DESC LIMIT 1"
    project.entries.flag(3, True)
    assert project.desk.conn.execute(shown).fetchone() == (1,)
    project.roster.switch("patterns:names.csv", False)
    project.entries.flag(3, False)
    assert project.desk.conn.execute(shown).fetchone() == (0,)


def test_what_is_switched_off_does_not_travel_in_a_bundle_unless_it_is_named(project: Project, tmp_path: Path) -> None:
    project.suggesting.run([listed(tmp_path, ("Lindenau", "GPE"))])
    person = project.assigning.person("Bea")
    project.assigning.set(3, person.id, True)
    project.roster.switch("patterns:names.csv", False)
    kept = project.bundles.write("Bea", tmp_path / "kept", suggestions=True)
    assert (kept.suggestions, kept.left_behind) == (0, ("patterns:names.csv",))
    assert project.bundles.write("Bea", tmp_path / "named", suggesters=["patterns:names.csv"]).suggestions == 1
