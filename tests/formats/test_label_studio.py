"""Tasks of Label Studio are entries, their annotations or else their predictions are spans, and all else is kept or said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.core.drafts import ReadOptions
from annotator.core.errors import InputError
from annotator.core.model import State
from annotator.formats import FORMATS, sniffed
from tests.formats.reading import Reading, read_file, read_text

LABEL_STUDIO = FORMATS["label-studio"]
SHARED = Path(__file__).parents[2] / ".." / "shared" / "data" / "formats" / "label_studio"


def region(start: int, end: int, *labels: str, words: str | None = None, **more: object) -> dict[str, Any]:
    value: dict[str, Any] = {"start": start, "end": end, "labels": list(labels)}
    if words is not None:
        value["text"] = words
    return {"id": "r1", "from_name": "label", "to_name": "text", "type": "labels", "origin": "manual", "value": value, **more}


def answer(*results: dict[str, Any], who: object = 3, **more: object) -> dict[str, Any]:
    return {"id": 9, "completed_by": who, "was_cancelled": False, "result": list(results), **more}


def guess(*results: dict[str, Any], version: str = "model-2") -> dict[str, Any]:
    return {"model_version": version, "score": 0.4, "result": list(results)}


def task(text: str = "Ines Roth left Gdansk", **more: object) -> dict[str, Any]:
    return {"id": 7, "data": {"text": text}, **more}


def read(folder: Path, *tasks: object, options: ReadOptions | None = None) -> Reading:
    return read_text(LABEL_STUDIO, folder, json.dumps(list(tasks), ensure_ascii=False), options)


def marked(reading: Reading) -> list[tuple[str, str, str, str]]:
    return [(each.text[span.start : span.end], span.label, span.origin, span.annotator) for each in reading.entries for span in each.spans]


def reasons(reading: Reading) -> list[str]:
    return [each.reason for each in reading.rejected]


def test_an_annotation_gives_the_spans_and_makes_the_entry_done(tmp_path: Path) -> None:
    found = read(tmp_path, task(annotations=[answer(region(0, 9, "PER", words="Ines Roth"), region(15, 21, "LOC"))], meta={"batch": "a"}))
    assert marked(found) == [("Ines Roth", "PER", "manual", "3"), ("Gdansk", "LOC", "manual", "3")]
    (entry,) = found.entries
    assert (entry.state, entry.meta["task"], entry.meta["batch"]) == (State.DONE, "7", "a")
    assert found.total.spans == 2


def test_predictions_come_where_nobody_annotated_and_are_listed_where_somebody_did(tmp_path: Path) -> None:
    guessed = guess(region(15, 21, "LOC", score=0.7))
    found = read(tmp_path, task(predictions=[guessed]), task(annotations=[answer(region(0, 9, "PER"))], predictions=[guessed]))
    assert marked(found) == [("Gdansk", "LOC", "model-2", ""), ("Ines Roth", "PER", "manual", "3")]
    assert found.entries[0].spans[0].score == 0.7
    assert [each.state for each in found.entries] == [State.FRESH, State.DONE]
    assert reasons(found) == ["a prediction; the task was annotated, and the annotation counts"]


def test_a_skipped_annotation_is_no_data(tmp_path: Path) -> None:
    found = read(tmp_path, task(annotations=[answer(region(0, 9, "PER"), was_cancelled=True)]))
    assert found.entries[0].state is State.SKIPPED
    assert marked(found) == []
    assert reasons(found) == ["its annotation was skipped"]


def test_several_annotators_of_a_task_keep_their_names(tmp_path: Path) -> None:
    both = [answer(region(0, 9, "PER"), who={"id": 1, "email": "a@b.example"}), answer(region(15, 21, "LOC"), who=4)]
    assert [each[3] for each in marked(read(tmp_path, task(annotations=both)))] == ["a@b.example", "4"]


def test_offsets_in_utf_16_units_are_counted_anew(tmp_path: Path) -> None:
    found = read(tmp_path, task("🚢 Gdansk", annotations=[answer(region(3, 9, "LOC", words="Gdansk"))]))
    assert marked(found) == [("Gdansk", "LOC", "manual", "3")]
    assert len(found.repaired) == 1


def test_answers_that_are_no_spans_are_kept_with_the_entry(tmp_path: Path) -> None:
    choice = {"id": "r1", "from_name": "kind", "to_name": "text", "type": "choices", "value": {"choices": ["war"]}}
    found = read(tmp_path, task(annotations=[answer(choice, region(0, 9, "PER"))]))
    assert '"war"' in found.entries[0].meta["results"]
    assert found.total.spans == 1


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (region(0, 90, "PER"), "beyond the text"),
        (region(0, 9, "PER", words="Gdansk"), "the text has “Ines Roth”, not “Gdansk”"),
        (region(0, 9, "PER", "LOC"), "the label must be a word"),
        ({"type": "hypertextlabels", "value": {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "hypertextlabels": ["PER"]}}, "whole"),
    ],
)
def test_a_region_without_a_place_in_the_text_is_refused_with_the_reason(tmp_path: Path, made: dict[str, Any], reason: str) -> None:
    found = read(tmp_path, task(annotations=[answer(made)]))
    assert marked(found) == []
    assert reason in reasons(found)[0]


def test_the_text_is_the_one_that_is_called_so_or_labelled_or_alone_or_named(tmp_path: Path) -> None:
    several = {"data": {"a": "one", "b": "two"}}
    found = read(tmp_path, {"data": {"body": "One.", "n": 4}}, several, {"data": {"url": 5}}, {"no": "data"})
    assert [each.text for each in found.entries] == ["One."]
    assert [each.split(";")[0].split(" (")[0] for each in reasons(found)] == [
        "the task's data hold several texts",
        "the task's data hold no text",
        "this is no task of Label Studio: there is no object under “data”",
    ]
    pointed = {**several, "annotations": [answer(region(0, 3, "X", to_name="b"))]}
    assert [each.text for each in read(tmp_path, pointed).entries] == ["two"]
    named = read(tmp_path, several, options=ReadOptions(columns={"text": "b", "title": "a"}))
    assert [(each.text, each.title) for each in named.entries] == [("two", "one")]
    with pytest.raises(InputError, match="no column “label”"):
        read(tmp_path, several, options=ReadOptions(columns={"label": "a"}))


def test_tasks_under_a_key_and_tasks_a_line_are_read_too(tmp_path: Path) -> None:
    whole = read_text(LABEL_STUDIO, tmp_path, json.dumps({"tasks": [task("One."), task("Two.")], "project": 4}))
    lines = read_text(LABEL_STUDIO, tmp_path, "".join(json.dumps(task(text)) + "\n" for text in ("One.", "Two.")))
    assert [each.text for each in whole.entries] == [each.text for each in lines.entries] == ["One.", "Two."]


def test_a_file_that_ends_in_the_middle_gives_what_stands_before(tmp_path: Path) -> None:
    text = json.dumps([task("One."), task("Two.")])
    found = read_text(LABEL_STUDIO, tmp_path, text[:-10])
    assert [each.text for each in found.entries] == ["One."]
    assert "ends in the middle" in reasons(found)[0]


@pytest.mark.parametrize("pretty", [None, 2])
def test_it_is_known_by_its_content(tmp_path: Path, pretty: int | None) -> None:
    made = tmp_path / "export.json"
    for held in (
        [task(annotations=[answer(region(0, 9, "PER"))])],
        [task(predictions=[])],
        [{"data": {"text": "alone"}}],
        {"tasks": [task()]},
    ):
        made.write_text(json.dumps(held, indent=pretty), encoding="utf-8")
        assert sniffed(made).name == "label-studio"
    for other in ([{"text": "a", "data": "b"}], [{"text": "a", "spans": []}], [{"text": 'about "data": {'}]):
        made.write_text(json.dumps(other, indent=pretty), encoding="utf-8")
        assert sniffed(made).name == "jsonl"


@pytest.mark.parametrize("name", [["text"], {"a": 1}, 7, None])
def test_a_region_whose_target_is_no_name_is_read_all_the_same(tmp_path: Path, name: object) -> None:
    odd = region(0, 4, "PER") | {"to_name": name}
    found = read(tmp_path, {"data": {"note": "Ines Roth left"}, "annotations": [answer(odd)]})
    assert marked(found) == [("Ines", "PER", "manual", "3")]


def test_the_short_form_is_read_as_json(tmp_path: Path) -> None:
    row = {"text": "Ines Roth left", "label": [{"start": 0, "end": 9, "text": "Ines Roth", "labels": ["PER"]}], "annotator": 1}
    found = read_text(FORMATS["jsonl"], tmp_path, json.dumps([row]))
    assert [(span.start, span.end, span.label) for span in found.entries[0].spans] == [(0, 9, "PER")]


def test_files_of_label_studio_read_right() -> None:
    if not SHARED.exists():
        pytest.skip("the shared data are not here")
    requested = read_file(LABEL_STUDIO, SHARED / "spacy_1.json")
    held = json.loads((SHARED / "spacy_1.json").read_text(encoding="utf-8"))
    assert [each.text for each in requested.entries] == [each["data"]["text"] for each in held["tasks"]]
    guessed = read_file(LABEL_STUDIO, SHARED / "import_with_predictions_ner.json")
    assert (guessed.total.units, guessed.total.spans) == (2, 51)
    assert all(each.text[span.start : span.end].strip() for each in guessed.entries for span in each.spans)
