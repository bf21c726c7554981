"""The labels of a project are changed by steps, each with its undo, and nothing is taken that another label has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.errors import InputError
from annotator.core.model import Overlap
from annotator.formats.schemes import read_scheme
from annotator.project.door import Project
from annotator.project.labelled import Labelled, Outlook
from tests.project.making import again, faults, label, marked, new_project, row_with, study


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project with four entries."""
    with study(tmp_path) as made:
        yield made
        assert faults(made) == []


def keys(project: Project) -> list[str]:
    return [each.key for each in project.scheme.value.active]


def test_a_name_that_another_label_has_is_refused(project: Project) -> None:
    with pytest.raises(InputError, match="There is a label ORG already; choose another name"):
        project.scheme.add("org")
    with pytest.raises(InputError, match="There is a label ORG already"):
        project.scheme.change(project.scheme.label("GPE").id, key="ORG")
    with pytest.raises(InputError, match="no spaces"):
        project.scheme.add("TWO WORDS")


def test_a_retired_labels_name_is_not_given_again(project: Project) -> None:
    project.scheme.retire(project.scheme.label("ORG").id)
    with pytest.raises(InputError, match="which is retired; bring it back instead"):
        project.scheme.add("ORG")


def test_a_key_that_another_label_has_is_refused_in_words(project: Project) -> None:
    org, gpe = project.scheme.label("ORG"), project.scheme.label("GPE")
    with pytest.raises(InputError, match=f"The key {org.shortcut} is taken by ORG"):
        project.scheme.change(gpe.id, shortcut=org.shortcut)
    with pytest.raises(InputError, match="one digit from 1 to 9 or one small letter"):
        project.scheme.change(gpe.id, shortcut="Ctrl+G")
    assert project.scheme.label("GPE").shortcut == gpe.shortcut


def test_a_change_that_changes_nothing_is_no_step(project: Project) -> None:
    org = project.scheme.label("ORG")
    before = project.history.undo_name
    assert not project.scheme.change(org.id, name=org.name, colour=org.colour, ord=org.order)
    assert project.history.undo_name == before


def test_a_label_that_comes_back_leaves_its_key_to_who_has_it_now(project: Project) -> None:
    org, gpe = project.scheme.label("ORG"), project.scheme.label("GPE")
    project.scheme.retire(org.id)
    project.scheme.change(gpe.id, shortcut=org.shortcut)
    project.scheme.retire(org.id, False)
    assert (project.scheme.label("ORG").retired, project.scheme.label("ORG").shortcut) == (False, "")
    assert project.scheme.label("GPE").shortcut == org.shortcut


def test_an_order_is_one_step_and_undone_as_one(project: Project) -> None:
    before = keys(project)
    project.scheme.order([each.id for each in reversed(project.scheme.value.labels)])
    assert keys(project) == before[::-1]
    project.history.undo()
    assert keys(project) == before
    with pytest.raises(InputError, match="every label of the project once"):
        project.scheme.order([each.id for each in project.scheme.value.labels][1:])


def test_counts_go_over_all_layers_and_follow_a_merge(project: Project) -> None:
    row = row_with(project, "Ministry")
    label(project, row, "Warsaw", "GPE")
    label(project, row, "Ministry", "ORG")
    labelled = Labelled(project.desk, project.scheme)
    gpe, org = project.scheme.label("GPE").id, project.scheme.label("ORG").id
    assert labelled.counts() == {gpe: 1, org: 1}
    project.scheme.merge(gpe, org)
    assert labelled.counts() == {org: 2}
    project.history.undo()
    assert labelled.counts() == {gpe: 1, org: 1}


def test_splitting_moves_the_chosen_mentions_in_one_step(project: Project) -> None:
    one, two = row_with(project, "Gdansk"), row_with(project, "Ministry")
    label(project, one, "Gdansk", "GPE")
    label(project, two, "Warsaw", "GPE")
    labelled = Labelled(project.desk, project.scheme)
    gpe = project.scheme.label("GPE").id
    found = labelled.mentions(gpe)
    assert [(each.words, each.spans, each.entries) for each in found] == [("Gdansk", 1, 1), ("Warsaw", 1, 1)]
    assert found[0].before.endswith("left ")
    changed = labelled.split(gpe, [found[0].key], "CITY")
    assert changed.message == "1 span moved from GPE to CITY."
    assert (marked(project, one), marked(project, two)) == ([("Gdansk", "CITY")], [("Warsaw", "GPE")])
    project.history.undo()
    assert marked(project, one) == [("Gdansk", "GPE")]
    assert "CITY" not in keys(project)


def test_splitting_nothing_or_into_a_known_label_is_refused(project: Project) -> None:
    label(project, row_with(project, "Gdansk"), "Gdansk", "GPE")
    labelled = Labelled(project.desk, project.scheme)
    gpe = project.scheme.label("GPE").id
    with pytest.raises(InputError, match="No span is chosen"):
        labelled.split(gpe, [], "CITY")
    with pytest.raises(InputError, match="There is a label ORG already"):
        labelled.split(gpe, [labelled.mentions(gpe)[0].key], "ORG")
    assert project.history.undo_name == "Label GPE"


def test_the_outlook_on_a_rule_is_what_then_happens(tmp_path: Path) -> None:
    with study(tmp_path, overlap=Overlap.NESTED) as project:
        row = row_with(project, "Ministry")
        for words, key in (("port of Warsaw", "FAC"), ("Warsaw", "GPE"), ("Ministry of Transport", "ORG")):
            start = project.entries.entry(row).text.index(words)
            project.spans.label(row, start, start + len(words), project.scheme.label(key).id)
        labelled = Labelled(project.desk, project.scheme)
        before = len(marked(project, row))
        assert labelled.overlap_outlook(Overlap.NESTED) == Outlook(0, 0)
        outlook = labelled.overlap_outlook(Overlap.FLAT)
        assert outlook == Outlook(1, 0)
        project.scheme.set_overlap(Overlap.FLAT)
        assert len(marked(project, row)) == before - 1
        assert labelled.overlap_outlook(Overlap.NESTED) == Outlook(0, 1)


def test_a_scheme_written_as_toml_comes_back_the_same(project: Project, tmp_path: Path) -> None:
    project.scheme.add("VESSEL", name="Ship", shortcut="z", guideline="A ship with a **name**.\n\n- *Saint Brendan*\n")
    path = tmp_path / "scheme.toml"
    path.write_text(project.scheme.text(), encoding="utf-8")
    with new_project(tmp_path / "other", seed=3) as other:
        changed = other.scheme.take(read_scheme(path))
        assert changed.message == "1 label added, 0 changed, 0 guidelines written anew."
        assert [replace(each, order=0) for each in other.scheme.value.labels] == [replace(e, order=0) for e in project.scheme.value.labels]
        assert other.scheme.take(read_scheme(path)).message.startswith("0 labels added, 0 changed")
        other.history.undo()
        assert other.scheme.value.by_key("VESSEL") is None


def test_taking_a_scheme_in_says_whose_key_it_took_and_which_rule_it_left(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "ports.toml"
    path.write_text('name = "ports"\noverlap = "nested"\n[[labels]]\nkey = "PIER"\nshortcut = "1"\n', encoding="utf-8")
    first = next(each for each in project.scheme.value.active if each.shortcut == "1")
    changed = project.scheme.take(read_scheme(path))
    assert changed.message == (
        f"1 label added, 0 changed, 0 guidelines written anew; without a key now: {first.key}; spans stay flat, the file says nested."
    )
    assert project.scheme.label(first.key).shortcut == ""


def test_versions_of_a_guideline_come_from_the_log_with_who_and_when(project: Project) -> None:
    org = project.scheme.label("ORG")
    project.scheme.describe(org.id, "One.")
    project.scheme.describe(org.id, "Two.")
    versions = project.scheme.versions(org.id)
    assert [(each.number, each.text) for each in versions][-2:] == [(1, "One."), (2, "Two.")]
    assert (versions[-1].author, versions[-1].time[:10]) == ("Ada", "2031-03-03")
    assert (versions[0].text, versions[0].author) == (org.guideline, "")
    project.history.undo()
    assert [each.text for each in project.scheme.versions(org.id)][-1] == "One."


def test_a_change_of_the_scheme_is_undone_after_a_restart(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        project.scheme.retire(project.scheme.label("ORG").id)
        path = project.path
    with again(path) as opened:
        assert opened.scheme.label("ORG").retired
        opened.history.undo()
        assert not opened.scheme.label("ORG").retired
