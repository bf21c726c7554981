"""A release is proved by reading it back, and is written whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError, InputError, MachineError
from annotator.core.releases import Loss, ReleasedEntry, ReleasedSpan, WriteOptions
from annotator.formats import conll_write, jsonl
from annotator.formats.losses import checked
from annotator.formats.readback import Expected, shape_of, verify
from annotator.formats.writing import Part, write_release, write_text
from tests.formats.releasing import entry, released

ENTRIES = [
    entry("Joe Biden met envoys.", ("Joe Biden", "PERSON"), number=1),
    entry("Kyiv waits. U.S.-China talks", ("Kyiv", "GPE"), ("China", "GPE"), number=2),
]


def verified(path: Path, format_name: str) -> None:
    def stored() -> Iterator[tuple[ReleasedEntry, list[Loss]]]:
        for each, (_, lost) in zip(ENTRIES, checked(ENTRIES, format_name, WriteOptions()), strict=True):
            yield each, lost

    expected = Expected(format_name)
    for each, lost in stored():
        expected.add(each, lost)
    verify(path, path.name, "iob2", expected, stored)


@pytest.mark.parametrize("format_name", ["jsonl", "conll"])
def test_a_file_as_it_was_written_is_right(tmp_path: Path, format_name: str) -> None:
    verified(released(tmp_path, ENTRIES, format_name)[0], format_name)


@pytest.mark.parametrize(
    ("format_name", "change", "said"),
    [
        (
            "jsonl",
            lambda text: text.replace('"GPE", "text": "Kyiv"', '"ORG", "text": "Kyiv"'),
            r"lacks “Kyiv” \(GPE, 0–4\) and has “Kyiv” \(ORG, 0–4\)",
        ),
        ("jsonl", lambda text: text.replace("envoys", "envoy"), "another text or id"),
        ("jsonl", lambda text: text.split("\n")[0] + "\n", "lacks entry 0{31}2"),
        ("jsonl", lambda text: text + text, "more entries than were stored"),
        ("jsonl", lambda text: text.replace('"start": 0, "end": 4', '"start": 0, "end": 5'), "cannot be read back|lacks"),
        ("jsonl", lambda text: text + "{", "line 3 cannot be read back"),
        ("conll", lambda text: text.replace("Kyiv -X- _ B-GPE", "Kyiv -X- _ O"), r"lacks “Kyiv” \(GPE, 0–4\)"),
        ("conll", lambda text: text.replace("waits -X- _ O", "waits -X- _ B-GPE"), r"has “waits” \(GPE, 4–9\) that was not stored"),
        ("conll", lambda text: text.replace("I-PERSON", "B-PERSON"), r"lacks “JoeBiden” \(PERSON, 0–8\)"),
        ("conll", lambda text: text.replace("B-PERSON", "I-PERSON"), "ill-formed"),
        ("conll", lambda text: text.replace("envoys -X- _ O\n", ""), "differs|another text"),
        ("conll", lambda text: text + "more -X- _ O\n\n", "more entries"),
    ],
)
def test_a_file_that_was_changed_is_found_out_and_the_difference_named(
    tmp_path: Path, format_name: str, change: Callable[[str], str], said: str
) -> None:
    path, _, _ = released(tmp_path, ENTRIES, format_name)
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    with pytest.raises(AnnotatorError, match=said) as raised:
        verified(path, format_name)
    assert raised.value.exit_code == 1


def test_a_loss_that_names_a_span_that_was_never_stored_is_our_fault() -> None:
    with pytest.raises(AnnotatorError, match="never had"):
        shape_of(ENTRIES[0], [Loss("overlap", ENTRIES[0].id, "", ReleasedSpan(3, 4, "X"))], "jsonl")


def test_the_same_entries_give_the_same_bytes_and_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    for format_name in ("jsonl", "conll"):
        path, release, _ = released(tmp_path, ENTRIES, format_name)
        first = path.read_bytes()
        assert (release.files[0].sha256, release.files[0].size) == (hashlib.sha256(first).hexdigest(), len(first))
        assert released(tmp_path, ENTRIES, format_name)[0].read_bytes() == first


def broken() -> Iterator[ReleasedEntry]:
    yield ENTRIES[0]
    raise InputError("the project went away")


@pytest.mark.parametrize("format_name", ["jsonl", "conll"])
def test_a_release_that_fails_leaves_all_files_as_they_were(tmp_path: Path, format_name: str) -> None:
    old, new = tmp_path / "train.out", tmp_path / "test.out"
    old.write_text("old", encoding="utf-8")
    with pytest.raises(InputError, match="went away"):
        write_release([Part(old, lambda: ENTRIES, "train"), Part(new, broken, "test")], format_name, WriteOptions())
    assert [path.name for path in tmp_path.iterdir()] == ["train.out"]
    assert old.read_text(encoding="utf-8") == "old"


def test_a_writer_that_forgets_a_span_is_caught_and_its_file_does_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rightly, cut_rightly = jsonl._row, conll_write.token_spans
    monkeypatch.setattr(jsonl, "_row", lambda given_entry: rightly(replace(given_entry, spans=given_entry.spans[1:])))
    monkeypatch.setattr(conll_write, "token_spans", lambda sentences, spans: cut_rightly(sentences, spans[:-1]))
    for format_name, words in (("jsonl", "“Joe Biden”"), ("conll", "“JoeBiden”")):
        with pytest.raises(AnnotatorError, match=f"out.{format_name} read back differs in entry 0+1: it lacks {words}"):
            released(tmp_path, ENTRIES, format_name)
    assert list(tmp_path.iterdir()) == []


def test_strict_refuses_the_first_loss_that_touches_a_span_and_writes_nothing(tmp_path: Path) -> None:
    nested = entry("Kyiv Post", ("Kyiv", "GPE"), ("Kyiv Post", "ORG"))
    with pytest.raises(InputError, match=r"“Kyiv” \(GPE, 0–4\) overlaps"):
        write_release([Part(tmp_path / "out", lambda: [nested])], "conll", WriteOptions(), strict=True)
    assert list(tmp_path.iterdir()) == []
    write_release([Part(tmp_path / "out", lambda: ENTRIES)], "conll", WriteOptions(), strict=True)


def test_counts_are_over_all_files_and_progress_goes_on(tmp_path: Path) -> None:
    seen: list[int] = []
    parts = [Part(tmp_path / "a", lambda: ENTRIES, "train"), Part(tmp_path / "b", lambda: ENTRIES[:1], "test")]
    release = write_release(parts, "jsonl", WriteOptions(), progress=seen.append)
    assert [(file.name, file.part, file.entries, file.spans) for file in release.files] == [("a", "train", 2, 3), ("b", "test", 1, 1)]
    assert dict(release.labels) == {"PERSON": 2, "GPE": 2}
    assert dict(release.sources) == {"blog.txt": 3}
    assert seen == [2, 3]


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    def write(path: Path, name: str = "jsonl", entries: Iterable[ReleasedEntry] = ()) -> None:
        write_release([Part(path, lambda: entries)], name, WriteOptions())

    with pytest.raises(InputError, match="There is no folder"):
        write(tmp_path / "none" / "out")
    with pytest.raises(InputError, match="is a folder"):
        write(tmp_path)
    with pytest.raises(InputError, match="cannot be written; choose jsonl or conll"):
        write(tmp_path / "out", "liveblog")
    with pytest.raises(MachineError, match="cannot be written"):
        write(tmp_path / ("n" * 300))
    with pytest.raises(InputError, match="cannot be one file"):
        write_release([Part(tmp_path / "a", list), Part(tmp_path / "a", list)], "jsonl", WriteOptions())


def test_no_entries_make_an_empty_file(tmp_path: Path) -> None:
    for format_name in ("jsonl", "conll"):
        path, release, _ = released(tmp_path, [], format_name)
        assert path.read_bytes() == b""
        assert release.files[0].entries == 0


def test_a_text_is_written_whole(tmp_path: Path) -> None:
    write_text(tmp_path / "README.md", "# Title\nКиїв\n")
    assert (tmp_path / "README.md").read_bytes().decode("utf-8") == "# Title\nКиїв\n"
    assert len(list(tmp_path.iterdir())) == 1
