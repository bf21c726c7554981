from __future__ import annotations

import json
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading, read_file, read_text

from annotator.core.drafts import ReadOptions
from annotator.core.errors import AnnotatorError, InputError
from annotator.formats import FORMATS, sniffed
from annotator.formats.source import MAX_LINE, open_source

OURS = ("liveblog", "liveblog-html", "text", "csv", "tsv")
BLOG = "Talks resume\n\n14:05 , Ada Nkemelu\n\nThey are back.\n\nStrike begins\n\n4 May 2021 13:10 , Ivo Marsh\n\nOut.\n\n"
FILLING = "x" * 72 + "\n"


def sparse(folder: Path, beginning: str, gigabytes: float = 1.0) -> Path:
    """A file whose last line is nearly as long as said; it takes no room on the disk."""
    path = folder / "given.txt"
    with path.open("wb") as file:
        file.write(beginning.encode("utf-8"))
        file.truncate(int(gigabytes * 2**30))
    return path


def memory_of(work: Callable[[], Reading]) -> tuple[Reading, float]:
    """Do the work; return its result and the most memory that Python held for it, in MiB."""
    tracemalloc.start()
    try:
        result = work()
        return result, tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def test_a_line_of_a_gigabyte_is_rejected_and_never_held(tmp_path: Path) -> None:
    path = sparse(tmp_path, FILLING * 2000 + "\nthe long one ")
    reading, mebibytes = memory_of(lambda: read_file(FORMATS["text"], path, ReadOptions(unit="line")))
    assert len(reading.entries) == 2000
    assert [each.line for each in reading.rejected] == [2002]
    assert "more than the 16,777,216" in reading.rejected[0].reason
    assert reading.rejected[0].raw.startswith("the long one")
    assert mebibytes < 3 * MAX_LINE / 2**20


@pytest.mark.parametrize("name", ["liveblog", "csv", "tsv"])
def test_a_line_beyond_the_bound_costs_no_format_more_than_the_bound(tmp_path: Path, name: str) -> None:
    beginning = {"liveblog": BLOG + FILLING * 2000, "csv": "text,place\n" + "a,b\n" * 18_000, "tsv": "text\tplace\n" + "a\tb\n" * 18_000}[
        name
    ]
    path = sparse(tmp_path, beginning + "\nthe long one ", 0.125)
    reading, mebibytes = memory_of(lambda: read_file(FORMATS[name], path))
    assert len(reading.rejected) == 1
    assert len(reading.entries) == (2 if name == "liveblog" else 18_000)
    assert mebibytes < 6 * MAX_LINE / 2**20


def test_three_encodings_in_one_file_are_repaired_line_by_line(tmp_path: Path) -> None:
    parts = [
        "Größe in UTF-8: é ü\n".encode() * 3,
        "Gr\xf6\xdfe “in” 1252\n".encode("cp1252"),
        "wide\n".encode("utf-16-le"),
        b"the end\n",
    ]
    reading = read_text(FORMATS["text"], tmp_path, b"".join(parts), ReadOptions(unit="line"))
    assert "most lines fit" in reading.facts["encoding"]
    assert sorted({each.line for each in reading.repaired}) == [4, 5, 6]
    assert [each.text for each in reading.entries][:4] == ["Größe in UTF-8: é ü"] * 3 + ["Gr\ufffd\ufffde \ufffdin\ufffd 1252"]
    assert reading.entries[-1].text == "\ufffdthe end"


def test_data_nested_a_hundred_thousand_deep_has_a_sentence(tmp_path: Path) -> None:
    deep = '{"@graph": [' * 100_000
    page = f'<html><script type="application/ld+json">{deep}</script></html>'
    with pytest.raises(InputError, match=r"nested too deep|not JSON"):
        read_text(FORMATS["liveblog-html"], tmp_path, page)


def test_deep_data_that_still_can_be_read_is_searched_without_recursion(tmp_path: Path) -> None:
    deep: object = {"@type": "LiveBlogPosting", "liveBlogUpdate": [{"headline": "Found"}]}
    for _ in range(200):
        deep = {"@graph": [deep]}
    page = f'<html><script type="application/ld+json">{json.dumps(deep)}</script></html>'
    assert [each.text for each in read_text(FORMATS["liveblog-html"], tmp_path, page).entries] == ["Found"]


def test_html_nested_a_hundred_thousand_deep_becomes_text(tmp_path: Path) -> None:
    update = {"headline": "Deep", "articleBody": "<div><b>" * 100_000 + "in" + "</b></div>" * 100_000}
    page = (
        '<html><script type="application/ld+json">'
        + json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": update})
        + "</script></html>"
    )
    assert [each.text for each in read_text(FORMATS["liveblog-html"], tmp_path, page).entries] == ["Deep\n\nin"]


@pytest.mark.parametrize("piece", ["<!--", "<a ", "<a b='", "<script>", "</", "<![CDATA[", "<p><", "<b>x", "&"])
def test_a_page_of_half_open_marks_is_gone_through_once(tmp_path: Path, piece: str) -> None:
    """Each of these costs a parser that looks to the end at every mark the square of the length: minutes here."""
    update = {"articleBody": "<p>begin</p>" + piece * 100_000}
    data = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": update}).replace("</", "<\\/").replace("<!--", "\\u003c!--")
    page = f'<html><script type="application/ld+json">{data}</script>{piece * 100_000}</html>'
    assert read_text(FORMATS["liveblog-html"], tmp_path, page).entries[0].text.startswith("begin")


def test_scripts_in_bodies_and_pages_are_never_taken(tmp_path: Path) -> None:
    body = "<p>Fine</p><script>steal()</script><style>p {}</style><iframe src='x'>frame</iframe><p onclick='steal()'>Also fine</p>"
    data = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": [{"articleBody": body}]}).replace("</", "<\\/")
    page = f'<html><script>steal()</script><script type="application/ld+json">{data}</script></html>'
    assert [each.text for each in read_text(FORMATS["liveblog-html"], tmp_path, page).entries] == ["Fine\n\nAlso fine"]


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"PK\x03\x04\0\0", b"SQLite format 3\0", bytes(range(256)) * 20, b""])
def test_no_format_takes_a_binary_or_empty_file(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(InputError):
        read_text(FORMATS[name], tmp_path, data)


def test_a_cell_that_never_closes_ends_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="close the quotation mark"):
        read_text(FORMATS["csv"], tmp_path, 'text,place\n"' + ("y" * 1023 + "\n") * (17 * 1024))


@settings(deadline=None, max_examples=150)
@given(
    st.one_of(st.binary(max_size=300), st.text(alphabet="14:0 ,5\n\r\"'<>{}[]&;|\t-A.é\0", max_size=200).map(str.encode)),
    st.sampled_from(OURS),
)
def test_whatever_the_bytes_the_reader_gives_a_counted_stream_or_a_sentence(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            reading = read_text(FORMATS[name], Path(folder), data)
            sniffed(Path(folder) / f"given{FORMATS[name].suffixes[0]}")
        except AnnotatorError:
            return  # its sentence; every other exception fails the test
    for entry in reading.entries:
        assert entry.text.strip()
        assert "\0" not in entry.text
        entry.text.encode("utf-8")


def test_a_sample_is_a_beginning_only(tmp_path: Path) -> None:
    path = sparse(tmp_path, FILLING * 2000, 0.125)
    assert len(open_source(path).sample().head) <= 1 << 16


def test_lines_of_utf_8_among_lines_of_another_encoding_are_read_so_and_each_is_said(tmp_path: Path) -> None:
    lines = [
        "Zoë in UTF-8\n".encode(),
        "Caf\xe9 “in” 1252\n".encode("cp1252"),
        "na\xefve\n".encode("utf-16-le"),
        "Caf\xe9\n".encode("cp1252"),
    ]
    reading = read_text(FORMATS["text"], tmp_path, b"".join(lines), ReadOptions(unit="line"))
    assert reading.facts["encoding"] == "Windows-1252 (guessed; some lines are UTF-8)"
    assert [each.text for each in reading.entries][:2] == ["Zoë in UTF-8", "Café “in” 1252"]
    assert (reading.repaired[0].line, reading.repaired[0].reason) == (1, "the line is UTF-8, not Windows-1252; it was read so")
    assert {each.line for each in reading.repaired} == {1, 3, 4}


def test_a_letter_or_two_that_happen_to_be_utf_8_do_not_make_a_mixture(tmp_path: Path) -> None:
    lines = ["Gr\xf6\xdfe und \xdcbung\n".encode("cp1252")] * 30 + [b"\xc3\xa9 by chance\n"]
    reading = read_text(FORMATS["text"], tmp_path, b"".join(lines), ReadOptions(unit="line"))
    assert reading.facts["encoding"] == "Windows-1252 (guessed)"
    assert reading.repaired == []


def test_a_file_of_nothing_but_brackets_is_refused_and_not_taken_for_a_text(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")
    reading = read_file(sniffed(path), path)
    assert [each.reason for each in reading.rejected] == ["brackets are nested more than 64 deep"]
    assert not reading.entries
