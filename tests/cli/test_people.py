"""The verbs for several annotators, as a shell would call them."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from annotator.core.model import Person
from annotator.project.door import User, open_project, usual_means
from tests.cli.conftest import Command


@pytest.fixture
def study_of_three(command: Command, study: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Two entries, labelled apart by Bea and Cem, whose work came in as layers; Ada's project."""
    lines = command("export", study, "--format", "jsonl", "--layer", "suggestions", "--out", "plain.jsonl")
    assert lines.code == 0, lines.err
    rows = [json.loads(line) for line in Path("plain.jsonl").read_text(encoding="utf-8").splitlines()]
    for name, key in (("Bea", "GPE"), ("Cem", "ORG")):
        for row in rows:
            row["state"] = "done"
            start = row["text"].index("Warsaw") if "Warsaw" in row["text"] else row["text"].index("Gdansk")
            row["spans"] = [{"start": start, "end": start + 6, "label": key if "Warsaw" in row["text"] else "GPE"}]
        Path(f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        assert command("import", study, f"{name}.jsonl", "--to", "layer", "--as", name).code == 0
    return study


def test_entries_are_dealt_out_and_the_matrix_is_printed(command: Command, study: str) -> None:
    assert "Nothing is assigned" in command("assign", study).out
    would = command("assign", study, "Bea", "Cem", "--everyone", "--dry-run", "--json").data
    assert (would["dry_run"], would["plan"]["given"], would["matrix"]["rows"]) == (True, 4, [])
    told = command("assign", study, "Bea", "Cem", "--everyone", "--dry-run").out
    assert re.search(r"^Bea +2 ", told, re.MULTILINE)
    assert "Nothing was written" in told
    assert command("assign", study, "--give", "Bea=1", "--dry-run", "--json").data["matrix"]["rows"] == []
    assert command("assign", study, "--give", "Bea=1", "--give", "Cem=9").code == 2
    assert "Nothing is assigned" in command("assign", study).out, "a mistake in the second leaves the first alone, too"
    done = command("assign", study, "Bea", "Cem", "--everyone", "--control", "50%", "--seed", "3", "--json").data
    assert [(row["person"]["name"], row["entries"], row["control"]) for row in done["matrix"]["rows"]] == [("Bea", 2, 1), ("Cem", 2, 1)]
    assert done["matrix"]["pairs"] == [{"people": ["Bea", "Cem"], "entries": 2}]
    assert "Bea and Cem share 2 entries." in command("assign", study).out
    assert command("assign", study, "--take", "Bea=1", "--json").data["matrix"]["rows"][0]["entries"] == 1
    assert command("assign", study, "--take", "Nobody=1").code == 2
    assert "Nobody" not in command("assign", study).out
    assert command("assign", study, "--give", "Dan=1,2", "--json").data["matrix"]["by_people"] == {"2": 1, "3": 1}


@pytest.mark.parametrize(
    "options",
    [["Bea", "--per-entry", "2"], ["Bea", "--control", "200%"], ["Bea", "--control", "few"], ["--give", "Bea"], ["--give", "Bea=7"]],
)
def test_dealing_that_makes_no_sense_is_the_inputs_fault(command: Command, study: str, options: list[str]) -> None:
    answer = command("assign", study, *options)
    assert answer.code == 2
    assert answer.err


def test_a_bundle_goes_out_is_worked_on_and_comes_back(command: Command, study: str) -> None:
    command("assign", study, "Bea", "--everyone", "--control", "50%")
    made = command("bundle", study, "--for", "Bea", "--out", "bea", "--suggestions")
    assert made.code == 0, made.err
    assert "2 entries, 1 of them in the control group" in made.out
    refused = command("backup", "bea", "copy")
    assert refused.code == 0
    hidden = command("suggest", "bea", "--with", "memory", "--as", "Bea")
    assert "1 entry of your control group" in hidden.out
    assert command("rebuild", "bea").code == 2
    before = command("check", study, "--json").data["digest"]
    looked = command("merge", study, "bea.annotator", "--dry-run", "--json").data
    assert (looked["dry_run"], looked["files"][0]["decisions"]) == (True, 0)
    assert command("merge", study, "bea.annotator").code == 0
    assert command("check", study, "--json").data["digest"] == before
    assert command("bundle", study, "--for", "Zoe", "--out", "zoe").code == 2
    assert command("merge", study, "bea").code == 0, "the suffix may be left away"
    assert command("merge", study, "nothing.annotator").code == 2


def test_agreement_is_printed_with_what_was_counted_and_written_as_a_page(command: Command, study_of_three: str) -> None:
    answer = command("agreement", study_of_three, "--report", "agreement.html", "--resamples", "50")
    assert answer.code == 0, answer.err
    assert "Bea: 2 of 2 entries done." in answer.out
    headings = re.findall(r"^(?:.*, )?Bea / Cem; 2 entries\.$", answer.out, re.MULTILINE)
    assert headings[0] == "Bea / Cem; 2 entries."
    assert headings.count(headings[0]) == 1, "who was compared is said once, not in each row"
    assert "  label ORG: Bea marked nothing in these entries." in answer.out
    page = Path("agreement.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    data = command("agreement", study_of_three, "--json", "--resamples", "0", "--seed", "7").data
    assert (data["layers"], data["seed"]) == (["Bea", "Cem"], 7)
    strict = next(each for each in data["figures"] if each["measure"] == "f1_strict")
    assert strict["value"] == 0.5
    assert command("agreement", study_of_three, "--report", "a.pdf").code == 2
    assert "needs two layers" in command("agreement", study_of_three, "--layers", "Bea").out
    assert command("agreement", study_of_three, "--layers", "Nobody").code == 2


def test_disagreements_are_grouped_for_people_and_listed_one_a_line(command: Command, study_of_three: str) -> None:
    assert "Warsaw: GPE by one, ORG by one, once" in command("disagreements", study_of_three).out
    (line,) = command("disagreements", study_of_three, "--json").out.splitlines()
    found = json.loads(line)
    assert (found["kind"], found["text"], found["readings"][0]["layers"]) == ("label", "Warsaw", ["Bea"])


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--kind", "label"], 1),
        (["--kind", "missing"], 0),
        (["--label", "ORG"], 1),
        (["--label", "PERSON"], 0),
        (["--source", "no.txt"], 0),
    ],
)
def test_disagreements_are_those_asked_for(command: Command, study_of_three: str, options: list[str], count: int) -> None:
    assert len(command("disagreements", study_of_three, "--json", *options).out.splitlines()) == count
    assert f"{count} disagreement" in command("disagreements", study_of_three, *options).out


def test_disagreements_about_a_label_that_there_is_not_are_refused(command: Command, study_of_three: str) -> None:
    assert command("disagreements", study_of_three, "--label", "NO_SUCH").code == 2


def test_a_rule_settles_and_the_adjudicated_layer_is_evaluated_and_goes_out(command: Command, study_of_three: str) -> None:
    assert command("settle", study_of_three, "--dry-run", "--json").data["open"] == 1
    assert "Took 1 place marked alike by all, in 1 entry." in command("settle", study_of_three, "--rule", "unanimous").out
    assert "Nothing is left to take by the rule “unanimous”; 1 case stays open." in command("settle", study_of_three).out
    settled = command("settle", study_of_three, "--named", "Bea", "--json").data
    assert (settled["unanimous"], settled["by_rule"], settled["open"]) == (0, 1, 0)
    scores = command("evaluate", study_of_three, "--gold", "adjudicated", "--layer", "Cem", "--json").data["scores"]
    assert scores["strict_all"]["f1"]["value"] == 0.5
    assert "against adjudicated, over 2 entries" in command("evaluate", study_of_three, "--gold", "adjudicated", "--layer", "Bea").out
    assert command("evaluate", study_of_three, "--gold", "Bea").code == 2
    out = command("export", study_of_three, "--format", "conll", "--layer", "adjudicated", "--out", "settled.conll", "--json")
    assert (out.data["entries"], out.data["exported"]) == (2, 2)


def test_a_control_group_is_told_as_sway_and_practice_by_its_own_verb(command: Command, study_of_three: str) -> None:
    """Bea's layer serves as what is right: Dan practises on one entry, and labels the other, which comes without suggestions."""
    dealt = command("assign", study_of_three, "Dan", "--practice", "1", "--gold", "Bea", "--control", "100%", "--json").data
    (row,) = dealt["matrix"]["rows"]
    assert (row["entries"], row["practice"], row["control"]) == (2, 1, 1)
    made = command("bundle", study_of_three, "--for", "Dan", "--out", "dan")
    assert "1 of them come first, to practise on" in made.out
    assert "No practice entry is done yet" in command("practice", study_of_three).out
    with open_project("dan", User(b"i" * 16, (Person(b"p" * 16, "Dan"),), "Dan", True), usual_means()) as dan:
        for each in dan.entries.rows():
            dan.entries.done(each)
    assert command("merge", study_of_three, "dan.annotator").code == 0
    told = command("practice", study_of_three)
    assert "1 missing" in told.out
    assert "first set done" in told.out
    (found,) = command("practice", study_of_three, "--json").data["practice"]
    assert (found["person"], found["right"], found["marked"], found["f1"]) == ("Dan", 1, 0, 0.0)
    answer = command("agreement", study_of_three, "--resamples", "20")
    assert "Left out: 1 entry that somebody practises on" in answer.out
    assert "Swayed by suggestions" in answer.out
    assert "Left out: 1" not in command("agreement", study_of_three, "--resamples", "0", "--practice").out
    export = command("export", study_of_three, "--format", "jsonl", "--layer", "Dan", "--out", "dan.jsonl")
    assert "1 entry was only practised on, so left out" in export.out
    every = command("export", study_of_three, "--format", "jsonl", "--layer", "Dan", "--out", "all.jsonl", "--practice", "--json")
    assert (every.data["entries"], every.data["practised"]) == (2, 0)
    assert command("assign", study_of_three, "Eva", "--practice", "9", "--gold", "Bea").code == 2
    assert command("assign", study_of_three, "Eva", "--practice", "1").code == 2


def test_gamma_says_what_to_install_where_its_package_is_missing(command: Command, study_of_three: str) -> None:
    if importlib.util.find_spec("pygamma_agreement") is not None:
        pytest.skip("gamma can be computed here")
    answer = command("agreement", study_of_three, "--gamma", "--resamples", "0")
    assert answer.code == 2
    assert "install annotator[gamma]" in answer.err


def test_a_label_of_another_study_is_mapped_and_one_person_joined_by_the_command(command: Command, study: str) -> None:
    assert command("new", "other", "--as", "Bea").code == 0
    line = {"text": "Kremlin aides met in Riga.", "spans": [{"start": 21, "end": 25, "label": "TOWN"}]}
    Path("town.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert command("import", "other", "town.jsonl", "--to", "layer", "--as", "towns").code == 0
    looked = command("merge", study, "other", "--dry-run")
    assert "The label TOWN is not in this project" in looked.out
    mapped = command("merge", study, "other", "--map-label", "TOWN=GPE")
    assert mapped.code == 0, mapped.err
    assert "The label TOWN counts as GPE." in mapped.out
    export = command("export", study, "--format", "jsonl", "--layer", "towns", "--out", "towns-out.jsonl")
    assert export.code == 0, export.err
    assert '"GPE"' in Path("towns-out.jsonl").read_text(encoding="utf-8")
    assert command("merge", study, "other", "--join", "Nobody=Bea").code == 2
    assert command("check", study).code == 0
