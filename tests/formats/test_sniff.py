from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.errors import InputError
from annotator.formats import FORMATS, format_named, sniffed

BLOG = "Harbour live\n\nTalks resume\n\n14:05 , Ada Nkemelu\n\nBack.\n\nStrike begins\n\n4 May 2021 23:10 , Ivo Marsh\n\nOut.\n"
GIVEN = {
    "liveblog": BLOG,
    "liveblog-html": '<!DOCTYPE html>\n<html><script type="application/ld+json">{"@type": "LiveBlogPosting"}</script></html>',
    "text": "A story of a port, and of its people.\n\nIt has two paragraphs, and commas.\n",
    "csv": "headline;body;place\nTalks;They are back;Port Verin\nStrike;They are out;Port Verin\n",
    "tsv": "headline\tbody\nTalks\tThey are back\nStrike\tThey are out\n",
    "jsonl": '{"text": "They are back.", "spans": []}\n{"text": "They are out."}\n',
    "conll": "-DOCSTART- -X- O O\n\nPort NNP B-NP B-LOC\nVerin NNP I-NP I-LOC\nsleeps VBZ B-VP O\n. . O O\n\n",
}


@pytest.mark.parametrize("name", list(GIVEN))
@pytest.mark.parametrize("suffix", [".txt", "", "own"])
def test_a_file_is_known_by_its_content_whatever_its_name(tmp_path: Path, name: str, suffix: str) -> None:
    path = tmp_path / ("given" + (FORMATS[name].suffixes[0] if suffix == "own" else suffix))
    path.write_text(GIVEN[name], encoding="utf-8")
    assert sniffed(path).name == name


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_does_not_hide_the_format(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "given.txt"
    path.write_bytes((BLOG + "“Größe”\n").encode(encoding))
    assert sniffed(path).name == "liveblog"


def test_a_file_of_white_space_has_no_format(tmp_path: Path) -> None:
    path = tmp_path / "given.txt"
    path.write_text(" \n\n", encoding="utf-8")
    with pytest.raises(InputError, match="none of the formats"):
        sniffed(path)


def test_a_format_is_found_by_name_and_an_unknown_one_names_those_there_are() -> None:
    assert format_named("CSV") is FORMATS["csv"]
    with pytest.raises(InputError, match="liveblog, liveblog-html, text, csv"):
        format_named("epub")


def test_every_format_says_what_it_can_and_reads_or_writes() -> None:
    assert all(name == each.name and each.title and each.can and (each.read or each.write) for name, each in FORMATS.items())
