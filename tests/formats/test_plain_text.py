from __future__ import annotations

from pathlib import Path

import pytest
from reading import read_text

from annotator.core.drafts import ReadOptions
from annotator.core.errors import InputError
from annotator.formats import FORMATS

TEXT = FORMATS["text"]
GIVEN = "\nFirst  line\n second line \n\n \t\nThird\tline\n\n"


def test_paragraphs_are_entries_with_their_white_space(tmp_path: Path) -> None:
    reading = read_text(TEXT, tmp_path, GIVEN)
    assert [(each.text, each.line, each.last_line) for each in reading.entries] == [
        ("First  line\n second line ", 2, 3),
        ("Third\tline", 6, 6),
    ]


def test_lines_are_entries_and_blank_ones_are_none(tmp_path: Path) -> None:
    reading = read_text(TEXT, tmp_path, GIVEN, ReadOptions(unit="line"))
    assert [(each.text, each.line) for each in reading.entries] == [("First  line", 2), (" second line ", 3), ("Third\tline", 6)]


def test_a_file_is_one_entry(tmp_path: Path) -> None:
    reading = read_text(TEXT, tmp_path, GIVEN, ReadOptions(unit="file"))
    assert [each.text for each in reading.entries] == ["First  line\n second line \n\n \t\nThird\tline"]


def test_separators_that_are_no_line_ends_stay(tmp_path: Path) -> None:
    text = "one\u2028two\x85three\x0bfour"
    assert [each.text for each in read_text(TEXT, tmp_path, text, ReadOptions(unit="line")).entries] == [text]


def test_another_unit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="paragraph, line or file"):
        read_text(TEXT, tmp_path, GIVEN, ReadOptions(unit="word"))


@pytest.mark.parametrize("unit", ["file", "paragraph", "line"])
def test_white_space_alone_has_a_sentence(tmp_path: Path, unit: str) -> None:
    with pytest.raises(InputError, match="only white space"):
        read_text(TEXT, tmp_path, " \n\t\n", ReadOptions(unit=unit))
