"""A bundle holds what one person needs to label some entries, opens as that person, and carries nothing that others decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.errors import InputError
from annotator.project.assigning import Dealing
from annotator.project.door import OtherAddresseeError, Project, open_project
from annotator.project.studying import Asked
from annotator.store import spans as span_store
from tests.project.making import again, digest, faults, label, marked, means, row_with, study, user, waiting


def handed_out(tmp_path: Path, **how: object) -> Path:
    """A hub in which Ada and Cem decided, and where Bea and Cem are to label."""
    with study(tmp_path / "hub") as hub:
        label(hub, row_with(hub, "Mara"), "Mara Osei", "PERSON")
        hub.entries.comment(row_with(hub, "Mara"), "Ada's remark")
        hub.entries.correct(row_with(hub, "Talks"), "title", "The talks")
        path = hub.path
    with again(path, name="Cem", seed=3) as cem:
        label(cem, row_with(cem, "Ministry"), "Warsaw", "GPE")
        people = [cem.assigning.person("Bea"), cem.assigning.person("Cem")]
        cem.assigning.assign(cem.assigning.plan(people, Dealing(**{"everyone": True, **how})))  # type: ignore[arg-type]
    return path


def bundle(path: Path, name: str, **how: object) -> Path:
    with again(path, seed=4) as hub:
        return hub.bundles.write(name, path.with_name(f"for {name}"), **how).path  # type: ignore[arg-type]


def test_it_holds_the_entries_the_scheme_and_no_one_elses_decisions(tmp_path: Path) -> None:
    path = bundle(handed_out(tmp_path), "Bea")
    with again(path, name="Bea", seed=5) as bea:
        assert len(bea.entries.rows()) == 4
        assert bea.layers.all() == []
        assert bea.entries.comments(row_with(bea, "Mara")) == []
        assert bea.entries.entry(row_with(bea, "Talks")).title == "The talks"
        kinds = {row[0] for row in bea.desk.conn.execute("SELECT DISTINCT kind FROM decisions WHERE annotator != ?", (bea.person.id,))}
        assert kinds <= {"scheme", "guideline", "metadata", "import", "assign", "hide", "undo", "redo"}
        assert faults(bea) == []
        with again(path.with_name("study"), seed=6) as hub:
            assert [each.key for each in bea.scheme.value.labels] == [each.key for each in hub.scheme.value.labels]


def test_only_assigned_entries_travel_with_their_sources(tmp_path: Path) -> None:
    path = handed_out(tmp_path, everyone=False)
    with again(path, seed=6) as hub:
        mine = {each.row for each in hub.assigning.cells() if each.person == hub.assigning.person("Bea").id}
        wanted = {hub.entries.entry(row).text for row in mine}
    with again(bundle(path, "Bea"), name="Bea", seed=5) as bea:
        assert {bea.entries.entry(row).text for row in bea.entries.rows()} == wanted
        raw = bea.path.read_bytes()
        assert b"Saint Brendan" not in raw or any("Saint Brendan" in each for each in wanted)


def test_ones_own_earlier_work_comes_along(tmp_path: Path) -> None:
    with again(bundle(handed_out(tmp_path), "Cem"), name="Cem", seed=5) as cem:
        assert marked(cem, row_with(cem, "Ministry")) == [("Warsaw", "GPE")]


def test_it_opens_as_its_addressee_by_name_and_refuses_others_in_words(tmp_path: Path) -> None:
    path = bundle(handed_out(tmp_path), "Bea")
    with again(path, name="bea", seed=5) as project:
        assert (project.person.name, project.person.id != user("bea").person.id) == ("Bea", True)
        assert project.addressee == project.person
    with pytest.raises(OtherAddresseeError, match="handed out to Bea, and you are Zoe") as caught:
        again(path, name="Zoe", seed=5)
    assert caught.value.addressee.name == "Bea"
    with open_project(path, user("Zoe"), means(6), as_addressee=True) as project:
        assert project.person.name == "Bea"
    with open_project(path, user("Zoe"), means(6), read_only=True) as project:
        assert "handed out to Bea" in project.warnings[0]


def test_it_is_a_file_of_its_own_so_that_devices_differ(tmp_path: Path) -> None:
    hub = handed_out(tmp_path)
    out = bundle(hub, "Bea")
    with again(hub, name="Bea", seed=5) as one, again(out, name="Bea", seed=6) as other:
        assert one.desk.device != other.desk.device


def test_suggestions_travel_only_where_their_suggester_saw_nobodys_decisions(tmp_path: Path) -> None:
    path = handed_out(tmp_path)
    with again(path, seed=7) as hub:
        hub.suggesting.run(["memory"])
        row, conn = row_with(hub, "Ministry"), hub.desk.conn
        person = conn.execute("SELECT row FROM labels WHERE key = 'ORG'").fetchone()[0]
        span_store.replace_suggestions(conn, "default", "1", [(row, [(4, 12, person, "default", "1", 0.9, "by rule")])])
        made = hub.bundles.write("Bea", path.with_name("safe"), suggestions=True)
        assert made.suggesters == ("default",)
        assert {"import first", "memory"} <= set(made.left_behind)
        learned = ("default", "annotator_en_news-1.1.0+desk.2.0a+rules")
        span_store.replace_suggestions(conn, *learned, [(row, [(4, 12, person, *learned, 0.9, "by the trained model")])])
        assert "default" in hub.bundles.write("Bea", path.with_name("learned"), suggestions=True).left_behind
        asked = hub.bundles.write("Bea", path.with_name("asked"), suggesters=["import first"])
        assert asked.suggestions > 0
        said = conn.execute("SELECT after FROM decisions WHERE kind = 'metadata' ORDER BY row DESC").fetchone()[0]
        assert "suggestions by import first" in said
        with pytest.raises(InputError, match="No suggestions by “nobody”"):
            hub.bundles.write("Bea", path.with_name("none"), suggesters=["nobody"])
        assert faults(hub) == []
    with again(made.path, name="Bea", seed=5) as bea:
        assert waiting(bea, row_with(bea, "Ministry")) == [("Ministry", "ORG")]


def test_the_control_group_comes_without_suggestions_and_suggest_refuses_it(tmp_path: Path) -> None:
    path = bundle(handed_out(tmp_path, control=0.5, seed=2), "Bea", suggesters=["import first"])
    with again(path, name="Bea", seed=5) as bea:
        hidden = set(bea.desk.withheld(list(bea.entries.rows())))
        assert len(hidden) == 2
        held = {row[0] for row in bea.desk.conn.execute("SELECT DISTINCT entry FROM suggestions")}
        assert not held & hidden
        (done,) = bea.suggesting.run(["memory"])
        assert (done.refused, done.entries) == (2, 2)
        assert not {row[0] for row in bea.desk.conn.execute("SELECT entry FROM suggested")} & hidden


def test_a_second_look_goes_into_a_layer_of_its_own_without_the_first(tmp_path: Path) -> None:
    hub_path = handed_out(tmp_path, again=0.5, seed=2)
    first, second = bundle(hub_path, "Bea"), None
    with again(first, name="Bea", seed=5) as bea:
        for row in bea.entries.rows():
            bea.spans.label(row, 0, 4, bea.scheme.label("ORG").id)
            bea.entries.done(row)
    with again(hub_path, seed=6) as hub:
        hub.merging.merge([first])
        second = hub.bundles.write("Bea", tmp_path / "second", again=True)
        assert (second.entries, second.layer) == (2, "Bea (again)")
    with again(second.path, name="Bea", seed=7) as bea:
        assert all(marked(bea, row) == [] for row in bea.entries.rows())
        for row in bea.entries.rows():
            bea.spans.label(row, 0, 4, bea.scheme.label("GPE").id)
            bea.entries.done(row)
        assert faults(bea) == []
    with again(hub_path, seed=8) as hub:
        hub.merging.merge([second.path])
        assert faults(hub) == []
        assert [each.name for each in hub.studying.layers()] == ["Ada", "Bea", "Cem"]
        own = hub.studying.agreement(Asked(("Bea", "Bea (again)")), resamples=0)
        assert {each.value for each in own.figures if each.measure == "f1_strict"} == {0.0}
        assert {each.value for each in own.figures if each.measure == "f1_edges"} == {1.0}


def test_bundles_of_bundles_and_back_leave_the_hub_as_it_was(tmp_path: Path) -> None:
    path = handed_out(tmp_path)
    out = bundle(path, "Bea")
    with again(path, seed=8) as hub:
        before = digest(hub)
        hub.merging.merge([out])
        assert digest(hub) == before


def refusals(hub: Project, out: Path) -> list[str]:
    found = []
    for name, target in (("Zoe", out), ("Ada", out), ("Bea", hub.path), ("Bea", out / "nowhere" / "x")):
        with pytest.raises(InputError) as caught:
            hub.bundles.write(name, target)
        found.append(caught.value.sentence)
    return found


def test_what_cannot_be_handed_out_is_refused_in_words(tmp_path: Path) -> None:
    path = handed_out(tmp_path)
    with again(path, seed=8) as hub:
        said = refusals(hub, tmp_path / "out")
    assert all(
        words in sentence for words, sentence in zip(("Nobody", "no entry is assigned", "exists already", "folder"), said, strict=True)
    )
    assert list(tmp_path.glob("*.part*")) == []
