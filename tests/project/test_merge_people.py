"""Bringing files together: what is said before, labels that differ, people who are one, and bundles in any order."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.formats.schemes import shipped_scheme
from annotator.project.assigning import Dealing
from annotator.project.door import create_project
from annotator.project.reports import ImportOptions
from tests.project.making import (
    ACTS,
    Act,
    act_all,
    again,
    copied,
    digest,
    faults,
    first_file,
    key_of,
    label,
    marked,
    means,
    new_project,
    row_with,
    study,
    user,
)  # fmt: skip

BEA = {"name": "Bea", "seed": 5}


def test_before_merging_it_is_said_what_would_come_in_and_nothing_is_written(tmp_path: Path) -> None:
    with study(tmp_path / "hub") as hub:
        path = hub.path
    theirs = copied(path, tmp_path / "theirs")
    with again(theirs, **BEA) as bea:  # type: ignore[arg-type]
        label(bea, row_with(bea, "Mara"), "Mara Osei", "PERSON")
        bea.entries.done(row_with(bea, "Talks"))
    with again(path) as hub:
        before = digest(hub)
        (found,) = hub.merging.merge([theirs], dry_run=True)
        assert digest(hub) == before
        assert (found.file, found.people["Bea"]) == (theirs.name, found.decisions)
        bea_work = [each for each in found.by_entry if each.name == "Bea"]
        assert [(each.title[:4], each.new, each.known) for each in bea_work] == [("Mara", 1, 0), ("Talk", 1, 0)]
        (brought,) = hub.merging.merge([theirs])
        assert (brought.decisions, brought.entries) == (found.decisions, found.entries)
        (known,) = hub.merging.merge([theirs])
        assert (known.decisions, known.known) == (0, found.decisions + found.known)


def test_entries_that_are_not_here_come_along_and_are_named(tmp_path: Path) -> None:
    with new_project(tmp_path / "hub") as hub:
        path = hub.path
    theirs = copied(path, tmp_path / "theirs")
    with again(theirs, **BEA) as bea:  # type: ignore[arg-type]
        bea.imports.take(first_file(tmp_path), ImportOptions())
    with again(path) as hub:
        (brought,) = hub.merging.merge([theirs])
        assert (brought.entries, brought.lacked[0][:9]) == (4, "Mara Osei")
        assert faults(hub) == []


def test_a_merge_that_brings_nothing_leaves_no_backup_behind(tmp_path: Path) -> None:
    with study(tmp_path / "hub") as hub:
        path = hub.path
    theirs = copied(path, tmp_path / "theirs")
    with again(path) as hub:
        hub.merging.merge([theirs])
        assert hub.upkeep.automatic() == []


def test_a_renamed_label_keeps_the_later_name_and_is_told(tmp_path: Path) -> None:
    with study(tmp_path / "hub") as hub:
        path = hub.path
    theirs = copied(path, tmp_path / "theirs")
    with again(theirs, **BEA) as bea:  # type: ignore[arg-type]
        bea.scheme.change(bea.scheme.label("GPE").id, key="PLACE")
    with again(path) as hub:
        (brought,) = hub.merging.merge([theirs])
        assert [(each.there, each.here, each.what) for each in brought.labels] == [("PLACE", "GPE", "renamed")]
        assert hub.scheme.value.by_key("PLACE") is not None


def test_a_label_whose_making_was_taken_back_is_unknown_in_every_file_whatever_else_was_said_of_it(tmp_path: Path) -> None:
    with study(tmp_path / "hub") as hub:
        path = hub.path
    theirs = copied(path, tmp_path / "theirs")
    with again(theirs, **BEA) as bea:  # type: ignore[arg-type]
        bea.scheme.add("NEW")
        made = bea.scheme.label("NEW").id
        bea.history.undo()
        bea.scheme.change(made, retired=False)
        assert faults(bea) == []
        as_there = digest(bea)
    with again(path) as hub:
        hub.merging.merge([theirs])
        assert faults(hub) == []
        found = hub.scheme.value.by_id(made)
        assert found is not None
        assert found.key.startswith("UNKNOWN_")
        hub.upkeep.rebuild()
        assert faults(hub) == []
    with again(theirs, name="Ada", seed=3) as there:
        assert digest(there) == as_there


def test_a_label_of_a_study_founded_apart_arrives_retired_and_ours_stays_in_force(tmp_path: Path) -> None:
    with study(tmp_path / "hub") as hub:
        path, scheme, title = hub.path, hub.scheme.value, hub.title
    other = create_project(tmp_path / "other", user("Bea"), means(5), scheme=shipped_scheme("ontonotes"))
    with other as bea:
        bea.imports.take(first_file(tmp_path), ImportOptions())
        label(bea, row_with(bea, "Mara"), "Mara Osei", "NORP")
        theirs = bea.path
    with again(path) as hub:
        (brought,) = hub.merging.merge([theirs])
        assert {each.what for each in brought.labels} == {"retired"}
        assert [each.key for each in hub.scheme.value.active] == [each.key for each in scheme.active]
        assert (hub.title, hub.scheme.value.overlap, hub.scheme.value.name) == (title, scheme.overlap, scheme.name)
        assert hub.layers.named("Bea").spans == 1
        assert faults(hub) == []
        held = digest(hub)
        hub.merging.merge([theirs])
        assert digest(hub) == held


def test_a_mapped_label_counts_as_ours(tmp_path: Path) -> None:
    with study(tmp_path / "hub") as hub:
        path = hub.path
    theirs = copied(path, tmp_path / "theirs")
    with again(theirs, **BEA) as bea:  # type: ignore[arg-type]
        bea.scheme.add("VESSEL")
        label(bea, row_with(bea, "Mara"), "Saint Brendan", "VESSEL")
    with again(path) as hub:
        (brought,) = hub.merging.merge([theirs], map_labels={"VESSEL": "PRODUCT"})
        assert [(each.there, each.here, each.what) for each in brought.labels] == [("VESSEL", "PRODUCT", "mapped")]
    with again(path, name="Bea", seed=8) as bea:
        assert marked(bea, row_with(bea, "Mara")) == [("Saint Brendan", "PRODUCT")]
    with again(path, seed=12) as hub, pytest.raises(InputError, match="nothing can be mapped"):
        hub.merging.merge([theirs], map_labels={"NOWHERE": "PRODUCT"})


def two_of_one_name(tmp_path: Path) -> tuple[Path, Path]:
    with study(tmp_path / "hub") as hub:
        path = hub.path
    theirs = copied(path, tmp_path / "theirs")
    with again(path, name="Bea", seed=4) as first:
        label(first, row_with(first, "Mara"), "Gdansk", "GPE")
    bea = user("Bea")
    stranger = type(bea)(b"another computer", (type(bea.person)(b"another Bea 0001", "Bea"),), "Bea", True)
    from annotator.project.door import open_project

    with open_project(theirs, stranger, means(6)) as second:
        label(second, row_with(second, "Mara"), "Mara Osei", "PERSON")
        label(second, row_with(second, "Mara"), "Gdansk", "ORG")
    return path, theirs


def test_one_person_under_two_ids_is_told_and_joined_by_a_decision(tmp_path: Path) -> None:
    path, theirs = two_of_one_name(tmp_path)
    with again(path) as hub:
        (brought,) = hub.merging.merge([theirs], dry_run=True)
        assert "“Bea” stands under 2 ids" in brought.twins[0]
        hub.merging.merge([theirs], join=[("Bea", "Bea")])
        layer = hub.layers.named("Bea")
        assert (layer.id, layer.spans) == (user("Bea").person.id, 2)
        assert faults(hub) == []
        hub.history.undo()
        assert len([each for each in hub.layers.all() if each.name == "Bea"]) == 2
        assert faults(hub) == []
        hub.history.redo()
        held = digest(hub)
        hub.upkeep.rebuild()
        assert digest(hub) == held


def test_a_joined_person_goes_on_in_the_one_layer(tmp_path: Path) -> None:
    path, theirs = two_of_one_name(tmp_path)
    with again(path) as hub:
        hub.merging.merge([theirs], join=[("Bea", "Bea")])
    from annotator.project.door import open_project

    bea = user("Bea")
    stranger = type(bea)(b"another computer", (type(bea.person)(b"another Bea 0001", "Bea"),), "Bea", True)
    with open_project(path, stranger, means(9)) as second:
        row = row_with(second, "Mara")
        # The clash of the two logs stays out of sight: of two spans on one place the later in order waits.
        assert sorted(words for words, _ in marked(second, row)) == ["Gdansk", "Mara Osei"]
        label(second, row, "Saint Brendan", "PRODUCT")
        assert second.layers.named("Bea").spans == 3
        assert faults(second) == []


def test_people_who_cannot_be_told_apart_are_refused_in_words(tmp_path: Path) -> None:
    path, theirs = two_of_one_name(tmp_path)
    with again(path) as hub:
        with pytest.raises(InputError, match="Nobody here is called “Zoe”"):
            hub.merging.merge([theirs], join=[("Zoe", "Ada")])
        with pytest.raises(InputError, match="2 people are called “Bea”"):
            hub.merging.merge([theirs], join=[("Ada", "Bea")])
        assert [each.name for each in hub.layers.all()] == ["Bea"]


acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 50), st.integers(0, 60), st.integers(0, 20)), max_size=7)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(hub=acts, early=st.lists(acts, min_size=3, max_size=3), late=st.lists(acts, min_size=3, max_size=3), seed=st.integers(0, 9999))
def test_bundles_come_together_alike_in_any_order_and_number_and_grouping(
    hub: list[Act], early: list[list[Act]], late: list[list[Act]], seed: int
) -> None:
    names = ("Bea", "Cem", "Dan")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with study(folder / "hub") as project:
            people = [project.assigning.person(name) for name in names]
            project.assigning.assign(project.assigning.plan(people, Dealing(everyone=True, control=0.5, seed=seed)))
            files = [project.bundles.write(name, folder / name).path for name in names]
            act_all(project, hub)
            path = project.path
        handed: list[Path] = []
        for number, (file, name) in enumerate(zip(files, names, strict=True)):
            for stage, done in enumerate((early[number], late[number])):
                with again(file, name=name, seed=10 + 2 * number + stage) as bundle:
                    act_all(bundle, done)
                    assert faults(bundle) == []
                handed.append(Path(shutil.copyfile(file, folder / f"{name} {stage}.annotator")))
        chance = random.Random(seed)
        digests = set()
        for number in range(3):
            order = [*handed, *chance.sample(handed, 2)]
            chance.shuffle(order)
            with again(copied(path, folder / f"merged {number}"), seed=90) as project:
                if number == 2:  # files of files: two bundles first come together in a third
                    project.merging.merge([path for path in order if path.name.startswith("Dan")])
                    between = folder / "between.annotator"
                    shutil.copyfile(files[0], between)
                    with again(between, name="Bea", seed=95) as bundle:
                        bundle.merging.merge([files[1]])
                        assert faults(bundle) == []
                    order = [between]
                while order:
                    part = [order.pop() for _ in range(min(len(order), chance.randint(1, 3)))]
                    project.merging.merge(part)
                assert faults(project) == []
                digests.add(digest(project))
        assert len(digests) == 1


def test_two_labels_called_alike_in_studies_founded_apart_compare_as_one(tmp_path: Path) -> None:
    with study(tmp_path / "hub") as hub:
        path = hub.path
        label(hub, row_with(hub, "Mara"), "Gdansk", "GPE")
        hub.entries.done(row_with(hub, "Mara"))
    with create_project(tmp_path / "other", user("Bea"), means(5), scheme=shipped_scheme("ontonotes")) as bea:
        bea.imports.take(first_file(tmp_path), ImportOptions())
        label(bea, row_with(bea, "Mara"), "Gdansk", "GPE")
        bea.entries.done(row_with(bea, "Mara"))
        theirs = bea.path
    with again(path) as hub:
        hub.merging.merge([theirs])
        assert list(hub.studying.disagreements()) == []
        span = hub.spans.marks(row_with(hub, "Mara")).spans[0]
        assert key_of(hub, span.label) == "GPE"
