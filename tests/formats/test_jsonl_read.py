"""JSON Lines of ours, of Prodigy and of doccano, and what is broken in them, told by line and reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.core.drafts import ReadOptions, Rejected, SpanDraft
from annotator.core.errors import InputError
from annotator.core.model import State
from annotator.formats import FORMATS, sniffed
from annotator.formats.json_values import MAX_DEPTH
from annotator.formats.source import MAX_LINE
from tests.formats.reading import Reading, read_file, read_text, taken_apart

JSONL = FORMATS["jsonl"]
SHARED = Path(__file__).parents[2] / ".." / "shared" / "data" / "formats"
ID = "0190a0b0c0d0e0f00102030405060708"


def read_rows(folder: Path, *rows: object, options: ReadOptions | None = None) -> Reading:
    """Read the rows, one a line, and hold the spans that came against those that were counted."""
    reading = read_text(JSONL, folder, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), options)
    check_spans(reading)
    return reading


def check_spans(reading: Reading) -> None:
    taken = sum(len(entry.spans) for entry in reading.entries)
    assert reading.total.spans == taken + sum(each.what == "span" for each in reading.rejected)


def reasons(reading: Reading, what: str = "span") -> list[str]:
    return [each.reason for each in reading.rejected if each.what == what]


def places(reading: Reading) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label) for entry in reading.entries for span in entry.spans]


def test_a_file_of_ours_keeps_id_state_origin_score_and_annotator(tmp_path: Path) -> None:
    span = {"start": 0, "end": 4, "label": "GPE", "text": "Kyiv", "origin": "memory", "score": 0.5, "annotator": "ann"}
    meta = {"source": "b.txt", "title": "T", "published": "2022-01-28T00:00", "author": "A", "desk": "World"}
    (entry,) = read_rows(tmp_path, {"id": ID, "text": "Kyiv waits", "spans": [span], "meta": meta, "state": "done"}).entries
    assert entry.identity == ID
    assert (entry.title, entry.published, entry.author) == ("T", "2022-01-28T00:00", "A")
    assert entry.meta == {"source": "b.txt", "desk": "World"}
    assert entry.state is State.DONE
    assert entry.spans == (SpanDraft(0, 4, "GPE", 0.5, "memory", "ann"),)


def test_unknown_keys_come_as_meta_so_that_nothing_is_lost(tmp_path: Path) -> None:
    (entry,) = read_rows(
        tmp_path, {"text": "x", "id": 7, "n": 1.5, "flag": True, "none": None, "links": ["a"], "meta": {"n": "own"}}
    ).entries
    assert entry.meta == {"id": "7", "n": "own", "n_": "1.5", "flag": "true", "links": '["a"]'}


def test_prodigys_tokens_end_inclusive_where_a_span_has_no_offsets(tmp_path: Path) -> None:
    tokens = [{"text": "New", "start": 0, "end": 3, "id": 0}, {"text": "York", "start": 4, "end": 8, "id": 1}]
    row = {"text": "New York", "tokens": tokens, "spans": [{"token_start": 0, "token_end": 1, "label": "GPE"}], "answer": "accept"}
    reading = read_rows(tmp_path, row)
    assert places(reading) == [(0, 8, "GPE")]
    assert reading.entries[0].state is State.DONE


def test_tokens_that_are_not_there_are_a_reason(tmp_path: Path) -> None:
    by_tokens = {"token_start": 0, "token_end": 4, "label": "GPE"}
    reading = read_rows(tmp_path, {"text": "New York", "spans": [by_tokens]}, {"text": "a", "tokens": [{}], "spans": [by_tokens]})
    assert reasons(reading) == [
        "the span is given by its tokens, and the row has no tokens",
        "the span's tokens 0..4 are not among the row's 1 tokens",
    ]


@pytest.mark.parametrize(("answer", "state"), [("reject", None), ("ignore", State.SKIPPED)])
def test_spans_of_a_row_that_was_not_accepted_are_no_data_but_its_text_is(tmp_path: Path, answer: str, state: State | None) -> None:
    reading = read_rows(
        tmp_path, {"text": "Kyiv", "spans": [{"start": 0, "end": 4, "label": "GPE"}], "_view_id": "ner_manual", "answer": answer}
    )
    assert reasons(reading) == [f"the answer to its row was “{answer}”"]
    assert reading.entries[0].spans == ()
    assert reading.entries[0].state is state


@pytest.mark.parametrize("mark", [{"_view_id": "ner"}, {"_is_binary": True, "_view_id": "ner_manual"}])
def test_a_reject_of_a_binary_question_says_that_the_span_is_wrong(tmp_path: Path, mark: dict[str, object]) -> None:
    reading = read_rows(tmp_path, {"text": "Kyiv", "spans": [{"start": 0, "end": 4, "label": "GPE"}], "answer": "reject", **mark})
    assert [span.rejected for span in reading.entries[0].spans] == [True]
    assert reading.entries[0].state is State.BEGUN


def test_of_repeated_answers_the_last_one_counts_and_the_others_are_listed(tmp_path: Path) -> None:
    def row(label: str, time: int) -> dict[str, object]:
        return {
            "text": "Kyiv",
            "spans": [{"start": 0, "end": 4, "label": label}],
            "_input_hash": 5,
            "_view_id": "ner_manual",
            "_timestamp": time,
        }

    reading = read_rows(tmp_path, row("A", 2), row("B", 3), row("C", 1))
    assert places(reading) == [(0, 4, "B")]
    assert [(each.line, each.what) for each in reading.rejected] == [(1, "entry"), (1, "span"), (3, "entry"), (3, "span")]


def test_binary_questions_on_one_text_are_different_questions(tmp_path: Path) -> None:
    rows = [
        {
            "text": "Kyiv",
            "spans": [{"start": 0, "end": 4, "label": label}],
            "_input_hash": 5,
            "_task_hash": task,
            "_view_id": "ner",
            "answer": "accept",
        }
        for task, label in enumerate(["A", "B"])
    ]
    assert places(read_rows(tmp_path, *rows)) == [(0, 4, "A"), (0, 4, "B")]


@pytest.mark.parametrize("key", ["label", "labels", "entities"])
@pytest.mark.parametrize("text", ["text", "data"])
def test_doccanos_triples_are_read_under_each_of_their_names(tmp_path: Path, key: str, text: str) -> None:
    assert places(read_rows(tmp_path, {text: "Kyiv waits", key: [[0, 4, "GPE"]]})) == [(0, 4, "GPE")]


def test_doccanos_entities_with_offsets_by_name_are_read(tmp_path: Path) -> None:
    row = {"text": "Kyiv waits", "entities": [{"id": 1, "label": "GPE", "start_offset": 0, "end_offset": 4}], "relations": []}
    assert places(read_rows(tmp_path, row)) == [(0, 4, "GPE")]


def test_columns_name_the_keys_of_a_file_that_has_its_own(tmp_path: Path) -> None:
    row = {"body": "Kyiv waits", "tags": [[0, 4, "GPE"]], "head": "H"}
    reading = read_rows(tmp_path, row, options=ReadOptions(columns={"text": "body", "label": "tags", "title": "head"}))
    assert places(reading) == [(0, 4, "GPE")]
    assert reading.entries[0].title == "H"
    assert reading.entries[0].meta == {}


def test_a_column_that_json_does_not_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column “desk”"):
        read_rows(tmp_path, {"text": "a"}, options=ReadOptions(columns={"desk": "d"}))


def test_a_line_that_is_too_long_is_one_unit_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    reading = read_text(JSONL, tmp_path, '{"text": "a"}\n{"text": "' + "x" * MAX_LINE + '"}\n{"text": "b"}\n')
    assert [entry.text for entry in reading.entries] == ["a", "b"]
    assert [each.line for each in reading.rejected] == [2]


@pytest.mark.parametrize(
    ("span", "reason"),
    [
        ([0, 40, "GPE"], "beyond the text of 10 characters"),
        ([4, 4, "GPE"], "it is empty"),
        ([4, 0, "GPE"], "before it starts"),
        ([-4, -1, "GPE"], "before the text"),
        (["0", 4, "GPE"], "whole numbers"),
        ([0.0, 4.0, "GPE"], "whole numbers"),
        ([False, True, "GPE"], "whole numbers"),
        ([0, 4, None], "label must be a word"),
        ([0, 4, " "], "label must be a word"),
        ([0, 4], "start, end and label"),
        (17, "start, end and label"),
        ("positive", "labels the whole entry"),
        ({"start": 0, "end": 4, "label": "GPE", "score": float("nan")}, "no number that can be compared"),
        ({"start": 0, "end": 4, "label": "GPE", "score": float("inf")}, "no number that can be compared"),
        ({"start": 0, "end": 4, "label": "GPE", "score": "high"}, "score must be a number"),
        ({"start": 0, "end": 4, "label": "GPE", "text": "Lviv"}, "the text has “Kyiv”, not “Lviv”"),
    ],
)
def test_a_span_that_is_none_is_rejected_with_its_line_and_reason(tmp_path: Path, span: object, reason: str) -> None:
    reading = read_rows(tmp_path, {"text": "Kyiv waits"}, {"text": "Kyiv waits", "label": [span, [5, 10, "VERB"]]})
    (rejected,) = reading.rejected
    assert (rejected.what, rejected.line) == ("span", 2)
    assert reason in rejected.reason
    assert places(reading) == [(5, 10, "VERB")]


def test_offsets_in_utf_16_are_found_out_by_the_words_and_said(tmp_path: Path) -> None:
    spans = [{"start": 3, "end": 7, "label": "GPE", "text": "Kyiv"}, {"start": 8, "end": 13, "label": "VERB"}]
    reading = read_rows(tmp_path, {"text": "🙂 Kyiv waits", "spans": spans})
    assert places(reading) == [(2, 6, "GPE"), (7, 12, "VERB")]
    assert [(each.line, each.count) for each in reading.repaired] == [(1, 2)]
    assert "UTF-16" in reading.repaired[0].reason


@pytest.mark.parametrize(
    ("text", "start", "said"),
    [
        ("one\r\ntwo Kyiv", 8, "CR LF counted as one"),
        ("one\ntwo Kyiv", 9, "counted as two"),
        ("🙂\ntwo Kyiv", 8, "UTF-16 units with every line end"),
    ],
)
def test_offsets_over_other_line_ends_are_found_out_by_the_words_and_said(tmp_path: Path, text: str, start: int, said: str) -> None:
    reading = read_rows(tmp_path, {"text": text, "spans": [{"start": start, "end": start + 4, "label": "GPE", "text": "Kyiv"}]})
    ((first, end, _),) = places(reading)
    assert text[first:end] == "Kyiv"
    assert said in reading.repaired[0].reason


def test_half_a_surrogate_pair_becomes_the_replacement_sign_and_is_listed(tmp_path: Path) -> None:
    reading = read_text(JSONL, tmp_path, '{"text": "a\\ud800b\\u0000", "label": [[2, 3, "B"]], "k": "\\udfff"}\n')
    assert reading.entries[0].text == "a\ufffdb\ufffd"
    assert reading.entries[0].meta == {"k": "\ufffd"}
    assert [each.count for each in reading.repaired] == [2]


def test_a_file_that_ends_in_the_middle_keeps_what_stood_before(tmp_path: Path) -> None:
    reading = read_text(JSONL, tmp_path, '{"text": "whole"}\n{"text": "cut of')
    assert [entry.text for entry in reading.entries] == ["whole"]
    assert reading.rejected[0].line == 2
    assert "ends in the middle" in reading.rejected[0].reason


def test_a_broken_line_is_told_by_line_and_column(tmp_path: Path) -> None:
    reading = read_text(JSONL, tmp_path, '{"text": "a"}\n{"text" "b"}\n{"text": "c"} more\n')
    assert [each.line for each in reading.rejected] == [2, 3]
    assert "column 9" in reading.rejected[0].reason
    assert "column 15" in reading.rejected[1].reason


@pytest.mark.parametrize("deep", ["[" * 100_000, '{"text": "a", "k": ' + "[" * 100_000 + "]" * 100_000 + "}", '{"a":' * 100_000])
def test_deep_nesting_is_a_reason_and_no_crash(tmp_path: Path, deep: str) -> None:
    reading = read_text(JSONL, tmp_path, '{"text": "before"}\n' + deep + '\n{"text": "after"}\n')
    assert [entry.text for entry in reading.entries] == ["before", "after"]
    assert [(each.line, each.reason) for each in reading.rejected] == [(2, f"brackets are nested more than {MAX_DEPTH} deep")]


def test_brackets_inside_of_texts_are_no_nesting(tmp_path: Path) -> None:
    assert read_rows(tmp_path, {"text": "[" * 500 + '"\\' + "{" * 500}).entries[0].text.count("[") == 500


def test_a_key_that_stands_twice_with_two_values_is_refused(tmp_path: Path) -> None:
    reading = read_text(JSONL, tmp_path, '{"text": "a", "text": "b", "label": [[0, 1, "X"]]}\n{"text": "a", "text": "a"}\n')
    check_spans(reading)
    assert [entry.text for entry in reading.entries] == ["a"]
    assert "“text” stands twice" in reasons(reading, "entry")[0]


def test_a_number_of_5000_digits_is_a_reason_and_no_crash(tmp_path: Path) -> None:
    reading = read_text(JSONL, tmp_path, '{"text": "a", "n": ' + "9" * 5_000 + "}\n")
    assert "number is too long" in reading.rejected[0].reason


@pytest.mark.parametrize("row", ["[]", "17", '"text"', "null", '{"label": [[0, 1, "X"]]}', '{"text": 5}', "{}"])
def test_what_is_no_object_with_a_text_is_rejected(tmp_path: Path, row: str) -> None:
    reading = read_text(JSONL, tmp_path, '{"text": "a"}\n' + row + "\n")
    check_spans(reading)
    assert (reading.rejected[0].line, reading.rejected[0].what) == (2, "entry")
    assert len(reading.entries) == 1


@pytest.mark.parametrize("indent", [None, 2])
def test_an_array_of_objects_is_read_too(tmp_path: Path, indent: int | None) -> None:
    path = tmp_path / "given.json"
    path.write_text(json.dumps([{"text": "a", "label": [[0, 1, "X"]]}, 5, {"text": "b"}], indent=indent), encoding="utf-8")
    reading = read_file(JSONL, path)
    assert [entry.text for entry in reading.entries] == ["a", "b"]
    assert len(reading.rejected) == 1
    assert sniffed(path).name == "jsonl"


def test_an_array_that_breaks_off_keeps_what_stood_before(tmp_path: Path) -> None:
    reading = read_text(JSONL, tmp_path, '[\n{"text": "a"},\n{"text": "b"},\n{"text": "c')
    assert [(entry.text, entry.line) for entry in reading.entries] == [("a", 2), ("b", 3)]
    assert reading.rejected[0].line == 4


def test_an_array_that_is_not_closed_is_said(tmp_path: Path) -> None:
    reading = read_text(JSONL, tmp_path, '[{"text": "a"},')
    assert [entry.text for entry in reading.entries] == ["a"]
    assert "before its array is closed" in reading.repaired[-1].reason


def test_the_text_keeps_line_ends_and_odd_signs_as_they_are(tmp_path: Path) -> None:
    text = "a\r\nb\rc\u2028d\u00a0e\u0301\u200f ע"
    assert read_rows(tmp_path, {"text": text}).entries[0].text == text


def shared(*parts: str) -> Path:
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip("the shared data are not here")
    return path


@pytest.mark.parametrize("name", ["fashion_brands_eval.jsonl", "news_headlines_ner.jsonl"])
def test_files_of_prodigy_read_as_plain_json_says(name: str) -> None:
    path = shared("prodigy", name)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    reading = read_file(JSONL, path)
    check_spans(reading)
    assert [entry.text for entry in reading.entries] == [row["text"] for row in rows]
    wanted = [(span["start"], span["end"], span["label"]) for row in rows if row["answer"] == "accept" for span in row.get("spans", [])]
    assert places(reading) == wanted
    assert [entry.state is State.DONE for entry in reading.entries] == [row["answer"] == "accept" for row in rows]


def test_patterns_are_no_entries_and_each_says_why() -> None:
    reading = read_file(JSONL, shared("prodigy", "patterns.jsonl"))
    assert not reading.entries
    assert len(reading.rejected) == reading.total.units == 100


def test_files_of_doccano_read_right() -> None:
    folder = shared("doccano")
    exported = read_file(JSONL, folder / "data_export__pipeline__examples__sequence_labeling__example.jsonl")
    assert places(exported) == [(0, 2, "ORG"), (11, 17, "MISC"), (0, 15, "PERSON"), (10, 15, "PERSON")]
    columns = ReadOptions(columns={"text": "column_data", "label": "column_label"})
    assert JSONL.read is not None
    named = taken_apart(JSONL.read(folder / "data_import__pipeline__examples__sequence_labeling__example.jsonl", columns))
    assert places(named) == [(0, 2, "ORG"), (0, 15, "PERSON"), (10, 15, "PERSON")]
    gap = read_file(JSONL, folder / "data_import__tests__data__sequence_labeling__example.jsonl")
    check_spans(gap)
    assert [each.line for each in gap.rejected] == [3, 3]
    assert all(isinstance(each, Rejected) for each in gap.rejected)
    twice = read_file(JSONL, folder / "data_import__tests__data__sequence_labeling__example_overlapping.jsonl")
    assert places(twice) == [(0, 1, "LOC"), (0, 1, "LOC")]
