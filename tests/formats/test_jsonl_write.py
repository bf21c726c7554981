"""JSON Lines as the program writes them: the documented keys in their order, and everything comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings

from annotator.core.model import State
from annotator.core.releases import ReleasedEntry, ReleasedSpan
from annotator.formats import FORMATS
from tests.formats.reading import read_file
from tests.formats.releasing import entries, entry, released

QUIETLY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def test_a_line_is_byte_for_byte_what_is_documented(tmp_path: Path) -> None:
    spans = (ReleasedSpan(0, 5, "GPE", "memory", 0.5, "ann"), ReleasedSpan(6, 11, "VERB", "hand"))
    given_entry = ReleasedEntry("0" * 31 + "1", "Київ, waits\n", spans, "T", "2022-01-28T00:00", "A", "b.txt", State.DONE, {"desk": "W"})
    path, _, lost = released(tmp_path, [given_entry], "jsonl")
    assert path.read_bytes().decode("utf-8") == (
        '{"id": "00000000000000000000000000000001", "text": "Київ, waits\\n", "spans": ['
        '{"start": 0, "end": 5, "label": "GPE", "text": "Київ,", "origin": "memory", "score": 0.5, "annotator": "ann"}, '
        '{"start": 6, "end": 11, "label": "VERB", "text": "waits", "origin": "hand"}], '
        '"meta": {"source": "b.txt", "title": "T", "published": "2022-01-28T00:00", "author": "A", "desk": "W"}, "state": "done"}\n'
    )
    assert not lost


@QUIETLY
@given(given_entries=entries())
def test_everything_comes_back_from_the_file(tmp_path: Path, given_entries: list[ReleasedEntry]) -> None:
    path, release, lost = released(tmp_path, given_entries, "jsonl")
    reading = read_file(FORMATS["jsonl"], path)
    assert not lost
    assert not reading.rejected
    assert not reading.repaired
    assert len(path.read_text(encoding="utf-8").splitlines()) == len(given_entries)
    for was, came in zip(given_entries, reading.entries, strict=True):
        assert (came.identity, came.text, came.title, came.author, came.published) == (
            was.id,
            was.text,
            was.title,
            was.author,
            was.published,
        )
        assert came.state is was.state
        assert [(each.start, each.end, each.label, each.origin, each.score, each.annotator) for each in came.spans] == [
            (each.start, each.end, each.label, each.origin, each.score, each.annotator) for each in was.spans
        ]
        extra = {key + "_" if key in ("source", "title") else key: value for key, value in was.meta.items()}
        assert came.meta == {"source": was.source, **extra}
    assert release.files[0].spans == sum(len(each.spans) for each in given_entries)


def test_spacy_finds_every_span_whose_edges_are_edges_of_tokens(tmp_path: Path) -> None:
    text = "🇺🇦 Kyiv\u00a0waits.\r\n\r\nMr. Biden’s e\u0301tat-major met שלום in  Lviv"
    path, _, _ = released(tmp_path, [entry(text, ("Kyiv", "GPE"), ("Biden", "PERSON"), ("שלום", "X"), ("Lviv", "GPE"))], "jsonl")
    row = json.loads(path.read_text(encoding="utf-8"))
    doc = spacy.blank("en")(row["text"])
    for span in row["spans"]:
        found = doc.char_span(span["start"], span["end"], span["label"])
        assert found is not None
        assert found.text == span["text"]


def test_a_score_that_is_no_number_is_left_out_and_listed(tmp_path: Path) -> None:
    odd = ReleasedEntry("0" * 32, "Kyiv", (ReleasedSpan(0, 4, "GPE", "x", float("nan")),))
    path, _, lost = released(tmp_path, [odd], "jsonl")
    assert "score" not in json.loads(path.read_text(encoding="utf-8"))["spans"][0]
    assert [(loss.kind, loss.dropped) for loss in lost] == [("score", False)]


@pytest.mark.parametrize("text", ["", " ", "\r\n"])
def test_an_entry_without_words_is_a_line_like_others(tmp_path: Path, text: str) -> None:
    path, _, lost = released(tmp_path, [entry(text)], "jsonl")
    assert json.loads(path.read_text(encoding="utf-8"))["text"] == text
    assert not lost
