"""The command's words, what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from calling import Command

from annotator.cli.parser import VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(command: Command, verb: str) -> None:
    answer = command(verb, "--help")

    assert answer.code == 0
    assert f"annotator {verb}" in answer.out


def test_the_suffix_is_added_where_it_is_missing(command: Command, tmp_path: Path) -> None:
    assert command("new", "study").code == 0

    assert (tmp_path / "study.annotator").exists()


def test_a_live_blog_comes_in_and_says_what_became_of_each_part(command: Command, blog: Path) -> None:
    command("new", "study")

    report = command("import", "study", blog, "--json").data["files"][0]

    assert report["format"] == "liveblog"
    entries = report["entries"]
    assert entries["taken"] == 2
    assert entries["read"] == entries["taken"] + entries["known"] + entries["rejected"] + entries["kept"]


def test_a_dry_run_says_the_same_and_writes_nothing(command: Command, blog: Path) -> None:
    command("new", "study")

    dry = command("import", "study", blog, "--dry-run", "--json").data["files"][0]
    assert command("stats", "study", "--json").data["entries"] == 0

    assert dry["entries"] == command("import", "study", blog, "--json").data["files"][0]["entries"]


def test_the_same_file_twice_is_refused_in_words(command: Command, study: str, blog: Path) -> None:
    answer = command("import", study, blog)

    assert answer.code == 2
    assert "in the project already" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_suggestions_are_made_and_leave_as_a_data_set(command: Command, study: str, tmp_path: Path) -> None:
    made = command("suggest", study, "--with", "default", "--json").data["suggesters"][0]
    assert made["entries"] == 2
    assert made["suggestions"] > 0

    result = command("export", study, "--format", "jsonl", "--layer", "suggestions", "--out", tmp_path / "s.jsonl", "--json").data

    lines = [json.loads(line) for line in (tmp_path / "s.jsonl").read_text(encoding="utf-8").splitlines()]
    assert result["exported"] == sum(len(line["spans"]) for line in lines) == result["stored"] - result["lost"]
    assert "Warsaw" in {span["text"] for line in lines for span in line["spans"]}
    assert all(line["text"][span["start"] : span["end"]] == span["text"] for line in lines for span in line["spans"])


def test_a_second_run_of_a_suggester_goes_on_where_the_first_ended(command: Command, study: str) -> None:
    command("suggest", study, "--with", "default")

    again = command("suggest", study, "--with", "default", "--json").data["suggesters"][0]

    assert again["entries"] == 0


def test_several_processes_suggest_what_one_does(command: Command, study: str, blog: Path, tmp_path: Path) -> None:
    command("suggest", study, "--with", "default", "--processes", "2")
    command("new", "other")
    command("import", "other", blog)
    command("suggest", "other", "--with", "default")

    for name in (study, "other"):
        command("export", name, "--format", "jsonl", "--layer", "suggestions", "--out", tmp_path / f"{name}.jsonl")

    assert (tmp_path / "study.jsonl").read_bytes() == (tmp_path / "other.jsonl").read_bytes()


def test_progress_as_json_lines_ends_with_the_result(command: Command, study: str) -> None:
    lines = [json.loads(line) for line in command("suggest", study, "--with", "default", "--progress", "json").out.splitlines()]

    assert lines[0] == {"done": 0, "total": 2}
    assert lines[-2] == {"done": 2, "total": 2}
    assert lines[-1]["result"][0]["suggester"] == "default"


def test_spans_of_a_file_become_a_layer_that_can_be_exported(command: Command, study: str, tmp_path: Path) -> None:
    command("export", study, "--format", "jsonl", "--layer", "suggestions", "--out", tmp_path / "all.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    for row in rows:
        place = row["text"].find("Warsaw")
        row["state"] = "done"
        row["spans"] = [{"start": place, "end": place + 6, "label": "GPE"}] if place >= 0 else []
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    taken = command("import", study, tmp_path / "gold.jsonl", "--to", "layer", "--as", "gold", "--json").data["files"][0]

    assert taken["entries"]["known"] == 2
    layers = command("layers", study, "--json").data["layers"]
    assert [(each["name"], each["kind"], each["done"]) for each in layers] == [("gold", "import", 2)]
    written = command("export", study, "--format", "conll", "--out", tmp_path / "gold.conll", "--json").data
    assert written["layer"] == "gold"
    assert written["exported"] == taken["spans"]["taken"] > 0


def test_entries_that_a_file_calls_fresh_stay_fresh_in_its_layer(command: Command, study: str, tmp_path: Path) -> None:
    command("export", study, "--format", "jsonl", "--layer", "suggestions", "--out", tmp_path / "all.jsonl")

    command("import", study, tmp_path / "all.jsonl", "--to", "layer", "--as", "second", "--json")

    assert command("layers", study, "--json").data["layers"] == []
    assert command("check", study, "--json").data["sound"]


def test_a_layer_needs_a_name(command: Command, study: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n', encoding="utf-8")

    answer = command("import", study, tmp_path / "a.jsonl", "--to", "layer")

    assert answer.code == 2
    assert "--as NAME" in answer.err


def test_new_labels_are_added_and_listed_or_rejected_and_listed(command: Command, tmp_path: Path) -> None:
    row = {"text": "The tug Saint Brendan", "spans": [{"start": 8, "end": 21, "label": "SHIP"}]}
    (tmp_path / "ships.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    command("new", "adds")
    command("new", "rejects")
    command("new", "maps")

    adds = command("import", "adds", "ships.jsonl", "--json").data["files"][0]
    rejects = command("import", "rejects", "ships.jsonl", "--new-labels", "reject", "--json").data["files"][0]
    maps = command("import", "maps", "ships.jsonl", "--map-label", "SHIP=PRODUCT", "--json").data["files"][0]

    assert (adds["new_labels"], adds["spans"]["taken"]) == (["SHIP"], 1)
    assert (rejects["new_labels"], rejects["spans"]["rejected"]) == ([], 1)
    assert "SHIP" in rejects["rejected"][0]["reason"]
    assert (maps["new_labels"], maps["spans"]["taken"]) == ([], 1)


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_file_that_gives_nothing_is_the_inputs_fault_and_every_row_is_named(command: Command, tmp_path: Path, more: tuple[str]) -> None:
    (tmp_path / "patterns.jsonl").write_text('{"label": "GPE", "pattern": "Warsaw"}\n', encoding="utf-8")
    command("new", "study")

    told = command("import", "study", "patterns.jsonl", *more)
    listed = command("import", "study", "patterns.jsonl", "--json", *more)

    assert told.code == listed.code == 2
    assert told.err.startswith("annotator: Nothing was taken in from patterns.jsonl")
    assert len(told.err.splitlines()) == 1
    assert "Rejected, line 1" in told.out
    assert listed.data["files"][0]["entries"]["rejected"] == 1
    assert command("sources", "study", "--json").data["sources"] == []


def test_what_could_not_be_dated_is_said(command: Command, tmp_path: Path) -> None:
    (tmp_path / "blog.txt").write_text(
        "Strike – live\n\nTugs leave\n\n14:05 GMT\n\nThey left.\n\nTalks\n\n13:00 GMT\n\nNo end.\n", encoding="utf-8"
    )
    command("new", "study")

    told = command("import", "study", "blog.txt")

    assert "Dates: 0 written, 0 inferred, 2 unknown." in told.out
    assert "only the time is known" in told.out


def test_an_import_is_withdrawn_and_restored(command: Command, study: str) -> None:
    source = command("sources", study, "--json").data["sources"][0]["id"]

    assert command("sources", study, "--withdraw", source[:8], "--yes", "--json").data["touched"]["entries"] == 2
    assert command("stats", study, "--json").data["entries"] == 0
    command("sources", study, "--restore", source[:8], "--yes")

    assert command("stats", study, "--json").data["entries"] == 2
    assert command("check", study, "--json").data["sound"]


@pytest.mark.parametrize("sure", [(), ("--yes",)])
def test_an_import_in_force_is_not_restored_but_said_to_be_in_force(command: Command, study: str, sure: tuple[str, ...]) -> None:
    said = command("sources", study, "--restore", "blog.txt", *sure)

    assert said.code == 2
    assert "in force already" in said.err


def test_what_withdrawing_or_hiding_touches_is_said_before_anything_is_done(command: Command, study: str) -> None:
    said = command("sources", study, "--withdraw", "blog.txt", "--json").data

    assert (said["touched"]["entries"], said["done"]) == (2, False)
    assert command("stats", study, "--json").data["entries"] == 2


def test_one_entry_is_hidden_and_shown_again(command: Command, study: str, tmp_path: Path) -> None:
    command("export", study, "--format", "jsonl", "--layer", "suggestions", "--out", tmp_path / "all.jsonl")
    entry = json.loads((tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()[0])["id"]

    assert command("sources", study, "--hide-entry", entry, "--yes", "--json").data["done"]
    assert command("stats", study, "--json").data["entries"] == 1
    command("sources", study, "--show-entry", entry, "--yes")

    assert command("stats", study, "--json").data["entries"] == 2
    assert command("check", study, "--json").data["sound"]


def test_a_sound_project_has_the_same_digest_after_it_is_made_anew(command: Command, study: str) -> None:
    before = command("check", study, "--json").data

    assert command("rebuild", study).code == 0

    assert before["sound"]
    assert command("check", study, "--json").data["digest"] == before["digest"]


def test_a_backup_is_a_project_and_going_back_sets_the_present_file_aside(command: Command, study: str, blog: Path, tmp_path: Path) -> None:
    command("backup", study, "copy")
    blog.write_text(blog.read_text(encoding="utf-8").replace("Harbour strike", "Harbour strike, day two"), encoding="utf-8")
    command("sources", study, "--hide", "blog.txt", "--yes")

    said = command("restore", study, "copy.annotator", "--json").data
    assert (said["lost"]["decisions"], said["done"]) == (1, False)
    done = command("restore", study, "copy.annotator", "--yes", "--json").data

    assert Path(done["set_aside"]).exists()
    assert command("stats", study, "--json").data["entries"] == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("stats", "nothing"), 2),
        (("import", "study", "nothing.txt"), 2),
        (("export", "study", "--format", "odd", "--out", "x"), 2),
        (("export", "study", "--format", "jsonl", "--out", "x", "--layer", "nobody"), 2),
        (("suggest", "study", "--with", "no_such_pipeline"), 2),
        (("suggest", "study", "--threshold", "7"), 2),
        (("new", "study"), 2),
        (("new", "folder/that/is/not/there"), 2),
        (("new", "fresh", "--scheme", "odd"), 2),
        (("study", "and", "more"), 2),
    ],
)
def test_a_wrong_input_is_one_line_and_exit_code_2(command: Command, study: str, words: tuple[str, ...], code: int) -> None:
    answer = command(*words)

    assert answer.code == code
    assert answer.err.startswith("annotator: ")
    assert len(answer.err.splitlines()) == 1


def test_a_file_that_is_no_project_is_the_machines_fault(command: Command, tmp_path: Path) -> None:
    (tmp_path / "odd.annotator").write_bytes(b"not a database at all")

    answer = command("stats", "odd")

    assert answer.code == 3
    assert "not a project" in answer.err


def test_a_word_that_is_no_verb_and_no_project_is_told_before_any_window(command: Command, windows: list[Path | None]) -> None:
    answer = command("exprot")

    assert answer.code == 2
    assert "“exprot” is neither a verb of this command nor a project" in answer.err
    assert windows == []


def test_without_a_verb_the_window_opens(command: Command, windows: list[Path | None], tmp_path: Path) -> None:
    (tmp_path / "study.annotator").touch()
    assert command().code == 0
    assert command("study").code == 0

    assert windows == [None, Path("study")]


def test_formats_schemes_and_keys_are_listed(command: Command) -> None:
    formats = {each["name"]: each for each in command("formats", "--json").data["formats"]}
    assert formats["jsonl"]["reads"]
    assert formats["jsonl"]["writes"]
    assert not formats["liveblog"]["writes"]
    assert {"news", "conll2003", "ontonotes"} == {each["name"] for each in command("schemes", "--json").data["schemes"]}
    assert command("keys").out.split() == ["key", "does", "Ctrl+Z", "Undo"]


def test_the_whole_main_job_is_done_by_one_word_in_a_process_of_its_own(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "QT_QPA_PLATFORM"}}

    done = subprocess.run(
        [sys.executable, "-m", "annotator", "demo", "--check", "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    job = json.loads(done.stdout)
    assert job["entries"] == job["taken"]
    assert job["exported"] == {"jsonl": job["spans"], "conll": job["spans"]}
    assert list(tmp_path.iterdir()) == []


def test_training_on_too_little_is_refused_in_a_sentence(command: Command, study: str) -> None:
    answer = command("train", study)

    assert answer.code == 2
    assert "Label some more first." in answer.err


def test_the_models_there_are_can_be_listed_and_only_one_of_them_taken(command: Command, study: str) -> None:
    assert command("train", study, "--use", "bundled", "--json").data["versions"] == [
        {"number": 0, "in_force": True, "there": True, "folder": None, "result": {}}
    ]
    assert command("train", study, "--use", "3").code == 2
    assert command("train", study, "--use", "best").code == 2


def test_the_suggesters_of_a_project_are_listed_and_kept_for_later_runs(command: Command, study: str, tmp_path: Path) -> None:
    listed = command("suggest", study, "--list", "--json").data["suggesters"]
    assert [(each["name"], each["on"]) for each in listed] == [("default", True), ("memory", True)]
    (tmp_path / "names.csv").write_text("name,label\nGdansk,GPE\n", encoding="utf-8")
    spec = f"patterns:{tmp_path / 'names.csv'}"
    ran = command("suggest", study, "--with", spec, "--keep", "--json").data["suggesters"]
    assert [each["suggester"] for each in ran] == ["patterns:names.csv"]
    again = command("suggest", study, "--json").data["suggesters"]
    assert [each["suggester"] for each in again] == ["patterns:names.csv"]
    assert "off" in command("suggest", study, "--with", "none", "--keep").out
    assert not any(each["on"] for each in command("suggest", study, "--list", "--json").data["suggesters"])
    assert command("suggest", study, "--keep").code == 2


def test_evaluating_lists_the_errors_with_their_entries(command: Command, tmp_path: Path) -> None:
    text = "Talks begin\n\nRiga waits for Oslo."
    spans = [{"start": 13, "end": 17, "label": "GPE"}, {"start": 28, "end": 32, "label": "GPE"}]
    gold, file = tmp_path / "gold.jsonl", tmp_path / "names.csv"
    gold.write_text(json.dumps({"text": text, "spans": spans, "state": "done"}) + "\n", encoding="utf-8")
    file.write_text("name,label\nRiga,ORG\n", encoding="utf-8")
    command("new", "judged")
    command("import", "judged", gold, "--to", "layer", "--as", "gold")
    command("suggest", "judged", "--with", f"patterns:{file}")

    told = command("evaluate", "judged", "--gold", "gold").out
    assert "As nervaluate counts them" in told
    assert "2 errors, each with the entry it stands in:" in told
    assert "Talks begin" in told
    data = command("evaluate", "judged", "--gold", "gold", "--json").data
    assert [(each["kind"], each["text"], each["title"]) for each in data["errors"]] == [
        ("label", "Riga", "Talks begin"),
        ("missed", "Oslo", "Talks begin"),
    ]
