"""Pattern files: names and token patterns of a person's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.errors import InputError
from annotator.suggest.patterns import load_patterns


def found(folder: Path, name: str, content: str, text: str) -> list[tuple[str, str]]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    (proposals,) = load_patterns(path).propose([text])
    return [(text[each.start : each.end], each.label) for each in proposals]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'name,label\nRiga,GPE\n"Pilots\' Union, Baltic",ORG\n'),
        ("a.csv", "Riga;GPE\r\n"),
        ("a.tsv", "\ufeffRiga\tGPE\n"),
        ("a.toml", 'GPE = ["Riga", "Tallinn"]\n'),
        ("a.jsonl", '{"label": "GPE", "pattern": "Riga"}\n\n'),
    ],
)
def test_a_list_of_names_is_read_in_each_of_its_forms(name: str, content: str, tmp_path: Path) -> None:
    assert found(tmp_path, name, content, "In Riga’s port") == [("Riga", "GPE")]


def test_token_patterns_match_as_spacy_does(tmp_path: Path) -> None:
    content = '{"label": "GPE", "pattern": [{"LOWER": "new"}, {"LOWER": "york"}]}\n{"label": "GPE", "pattern": "York"}\n'
    assert found(tmp_path, "p.jsonl", content, "🎉 new YORK and York") == [("new YORK", "GPE"), ("York", "GPE")]


def test_the_same_file_has_the_same_version_and_another_file_another(tmp_path: Path) -> None:
    one, two = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_text("Riga,GPE\n")
    two.write_text("Riga,LOC\n")
    assert load_patterns(one).version == load_patterns(one).version != load_patterns(two).version
    assert load_patterns(one).name == "patterns:a.csv"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", "Riga\n", "line 1: a name and its label"),
        ("a.csv", "", "holds no pattern"),
        ("a.toml", "GPE = 3\n", "has to be a list of names"),
        ("a.toml", "GPE = \n", "not right TOML"),
        ("a.jsonl", '{"label": "GPE"', "line 1 is not one JSON object"),
        ("a.jsonl", '{"pattern": "Riga"}', "line 1 has no label"),
        ("a.jsonl", '{"label": "GPE", "pattern": 3}', "line 1 has no pattern"),
        ("a.jsonl", '{"label": "GPE", "pattern": [{"TEXT": {"REGEX": "(a+)+b"}}]}', "can run without end"),
        ("a.jsonl", '{"label": "GPE", "pattern": [{"NONSENSE": 1}]}', "refuses"),
        ("a.jsonl", "{" * 200_000, "line 1 is not one JSON object"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(name: str, content: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        found(tmp_path, name, content, "")
    assert says in caught.value.sentence
    assert name in caught.value.sentence


def test_files_that_are_missing_or_not_utf8_are_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no pattern file"):
        load_patterns(tmp_path / "none.csv")
    (tmp_path / "x.csv").write_bytes(b"Malm\xf6,GPE\n")
    with pytest.raises(InputError, match="not in UTF-8"):
        load_patterns(tmp_path / "x.csv")
