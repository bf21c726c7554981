from __future__ import annotations

import codecs
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.drafts import Rejected, Repaired
from annotator.core.errors import InputError
from annotator.formats.source import Line, Source, open_source


def written(folder: Path, data: bytes, name: str = "given.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def texts(source: Source) -> list[str]:
    return [each.text for each in source.lines() if isinstance(each, Line)]


@pytest.mark.parametrize(
    ("data", "codec", "how"),
    [
        ("Größe\nπ\n".encode(), "utf-8", "every byte fits"),
        (codecs.BOM_UTF8 + "Größe\nπ\n".encode(), "utf-8", "byte-order mark"),
        (codecs.BOM_UTF16_LE + "Größe\nπ\n".encode("utf-16-le"), "utf-16-le", "byte-order mark"),
        (codecs.BOM_UTF16_BE + "Größe\nπ\n".encode("utf-16-be"), "utf-16-be", "byte-order mark"),
        ("Größe\nπ\n".encode("utf-16-le"), "utf-16-le", "zeros in every second byte"),
        ("Größe\nπ\n".encode("utf-16-be"), "utf-16-be", "zeros in every second byte"),
        (codecs.BOM_UTF32_LE + "Größe\nπ\n".encode("utf-32-le"), "utf-32-le", "byte-order mark"),
    ],
)
def test_unicode_encodings_are_found_and_the_mark_is_no_text(tmp_path: Path, data: bytes, codec: str, how: str) -> None:
    source = open_source(written(tmp_path, data))
    assert (source.encoding.codec, source.encoding.how) == (codec, how)
    assert texts(source) == ["Größe", "π"]


def test_cyrillic_utf16_without_a_mark_is_found(tmp_path: Path) -> None:
    text = "Порт закрыт, сообщили в среду.\nПаром остался у причала."
    assert texts(open_source(written(tmp_path, text.encode("utf-16-le")))) == text.split("\n")


def test_windows_1252_is_guessed_and_said(tmp_path: Path) -> None:
    text = "“Größe” — it’s a café\nthe cost: 5 €\n"
    source = open_source(written(tmp_path, text.encode("cp1252")))
    assert texts(source) == text.splitlines()
    assert source.fact.value == "Windows-1252 (guessed)"


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", "Die Größe der Fähre überraschte: über fünf Decks, „schön“, sagte er."),
        ("cp1252", "L’été dernier, la grève a été suivie ; où étaient les élèves ? « Ça va », dit-il, 5 € en poche."),
        ("cp1250", "Właściciel zamknął żółtą łódź, a pięć osób poszło do źródła. Śnieg padał całą noc."),
        ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy. Včera večer přišel další člověk a řekl, že už nemůže čekat."),
        ("cp1251", "Паром остался у причала, сообщили в среду. Рабочие бастуют второй день."),
        ("cp1253", "Το πλοίο έμεινε στο λιμάνι, είπαν την Τετάρτη. Οι εργάτες απεργούν."),
        ("cp1254", "Bugün İstanbul'da güneşli bir gün; çocuklar dışarı çıktı ve ağaçların altında oynadı."),
    ],
)
def test_encodings_of_one_byte_are_guessed_from_what_they_say(tmp_path: Path, codec: str, text: str) -> None:
    assert texts(open_source(written(tmp_path, text.encode(codec)))) == [text]


def test_a_given_encoding_is_taken(tmp_path: Path) -> None:
    source = open_source(written(tmp_path, "żółw\n".encode("iso-8859-2")), "latin2")
    assert texts(source) == ["żółw"]
    assert "as given" in source.fact.value


def test_a_given_utf16_takes_its_order_from_the_mark(tmp_path: Path) -> None:
    assert texts(open_source(written(tmp_path, codecs.BOM_UTF16_BE + "ab\n".encode("utf-16-be")), "utf-16")) == ["ab"]


@pytest.mark.parametrize("name", ["klingon", "base64", "zip", "rot13"])
def test_an_unknown_encoding_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="no text encoding"):
        open_source(written(tmp_path, b"text"), name)


def test_all_line_ends_become_lf_and_are_counted(tmp_path: Path) -> None:
    events = list(open_source(written(tmp_path, b"a\r\nb\rc\nd\r")).lines())
    assert [each.text for each in events if isinstance(each, Line)] == ["a", "b", "c", "d"]
    assert events[-1] == Repaired(1, "line ends CR LF or CR became LF", 3)


def test_lines_with_their_ends_are_as_in_the_file(tmp_path: Path) -> None:
    data = b"a\r\nb\rc\n\nd"
    assert [each.text for each in open_source(written(tmp_path, data)).lines(ends=True)] == ["a\r\n", "b\r", "c\n", "\n", "d"]  # type: ignore[union-attr]


def test_bytes_that_do_not_fit_are_replaced_and_listed_by_line(tmp_path: Path) -> None:
    data = "fine: é\n".encode() + b"odd: \xe9\n" + "fine: ü\n".encode()
    source = open_source(written(tmp_path, data))
    assert [each for each in source.lines() if isinstance(each, Repaired)] == [Repaired(2, "bytes that are not UTF-8 became U+FFFD", 1)]
    assert texts(source) == ["fine: é", "odd: \ufffd", "fine: ü"]


def test_a_replacement_sign_of_the_author_is_not_counted_as_a_repair(tmp_path: Path) -> None:
    data = "ok é\nok ü\n\ufffd \ufffd ".encode() + b"\xff\n"
    assert [each.count for each in open_source(written(tmp_path, data)).lines() if isinstance(each, Repaired)] == [1]


def test_nul_and_lone_surrogates_are_replaced_and_listed(tmp_path: Path) -> None:
    data = codecs.BOM_UTF16_LE + "a\0b\nfine\n".encode("utf-16-le") + b"\x00\xd8x\x00\n\x00" + b"y"
    source = open_source(written(tmp_path, data))
    assert [each.line for each in source.lines() if isinstance(each, Repaired)] == [1, 3, 4]
    assert texts(source) == ["a\ufffdb", "fine", "\ufffdx", "\ufffd"]


def test_a_line_beyond_the_bound_is_rejected_and_the_next_is_read(tmp_path: Path) -> None:
    source = Source(written(tmp_path, b"a\n" + b"x" * 1001 + b"\r\nb\n"), open_source(written(tmp_path, b"a")).encoding, max_line=1000)
    source.path.write_bytes(b"a\n" + b"x" * 1001 + b"\r\n" + b"y" * 1000 + b"\nb\n")
    events = list(source.lines())
    rejected = [each for each in events if isinstance(each, Rejected)]
    assert [(each.line, len(each.raw)) for each in rejected] == [(2, 200)]
    assert "1,001 bytes" in rejected[0].reason
    assert [each.text for each in events if isinstance(each, Line)] == ["a", "y" * 1000, "b"]


def test_missing_files_folders_and_empty_files_have_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        open_source(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match="is a folder"):
        open_source(tmp_path)
    with pytest.raises(InputError, match="is empty"):
        open_source(written(tmp_path, b""))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\0", "a zip archive"),
        (b"SQLite format 3\0\x10\0", "an SQLite database"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (bytes(range(256)) * 8, "bytes that no text has"),
    ],
)
def test_a_binary_file_is_named_for_what_it_is(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        open_source(written(tmp_path, data))


_TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("\r\n\n ab\u2028\x85\x0b"), st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    max_size=60,
)


@settings(deadline=None)
@given(_TEXT, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"]))
def test_lines_with_their_ends_put_together_are_the_file(text: str, codec: str) -> None:
    if text.startswith("\ufeff") or not text:
        return
    with tempfile.TemporaryDirectory() as folder:
        source = open_source(written(Path(folder), text.encode(codec)), codec)
        assert "".join(each.text for each in source.lines(ends=True)) == text  # type: ignore[union-attr]
        assert texts(source) == (text.replace("\r\n", "\n").replace("\r", "\n") + ("" if text[-1] in "\r\n" else "\n")).split("\n")[:-1]


def test_a_cr_lf_across_two_reads_is_one_line_end(tmp_path: Path) -> None:
    data = b"x" * ((1 << 18) - 1) + b"\r\nb\n"
    assert [len(each) for each in texts(open_source(written(tmp_path, data)))] == [(1 << 18) - 1, 1]
