from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import read_text

from annotator.core.drafts import ReadOptions
from annotator.core.errors import InputError
from annotator.formats import FORMATS

CSV, TSV = FORMATS["csv"], FORMATS["tsv"]


@pytest.mark.parametrize(("delimiter", "said"), [(",", "comma"), (";", "semicolon"), ("\t", "TAB"), ("|", "vertical bar")])
def test_delimiter_header_and_columns_are_found(tmp_path: Path, delimiter: str, said: str) -> None:
    rows = [["Published", "Headline", "Body", "Byline", "desk"]]
    rows += [[f"2021-05-04T14:0{at}:00Z", f"Talks {at}, still", f'They; "are" | back, {at}.', "Ada Nkemelu", "Foreign"] for at in range(3)]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    reading = read_text(CSV, tmp_path, out.getvalue())
    assert reading.facts["delimiter"] == said
    assert reading.facts["header"] == "first row"
    first = reading.entries[0]
    assert (first.text, first.title, first.author) == ('They; "are" | back, 0.', "Talks 0, still", "Ada Nkemelu")
    assert (first.published, first.published_written) == ("2021-05-04T14:00+00:00", "2021-05-04T14:00:00Z")
    assert first.meta == {"desk": "Foreign"}
    assert [each.line for each in reading.entries] == [2, 3, 4]


def test_a_control_character_in_a_cell_stays(tmp_path: Path) -> None:
    assert read_text(CSV, tmp_path, "text,place\nx\x1f,b\n").entries[0].text == "x\x1f"


def test_cells_are_verbatim_with_their_line_ends(tmp_path: Path) -> None:
    reading = read_text(CSV, tmp_path, 'text,place\r\n"  one\r\ntwo\rthree\n",x\r\nfour,y\r\n')
    assert [(each.text, each.line, each.last_line) for each in reading.entries] == [("  one\r\ntwo\rthree\n", 2, 5), ("four", 6, 6)]
    assert reading.repaired == []


def test_formula_cells_stay_text(tmp_path: Path) -> None:
    reading = read_text(CSV, tmp_path, 'text,note\n=1+1,@SUM(A1)\n"=HYPERLINK(""http://example.org"")",-2\n')
    assert [each.text for each in reading.entries] == ["=1+1", '=HYPERLINK("http://example.org")']
    assert reading.entries[0].meta == {"note": "@SUM(A1)"}


def test_columns_can_be_given(tmp_path: Path) -> None:
    given_text = "text,other,head\nshort,the real text,The title\n"
    reading = read_text(CSV, tmp_path, given_text, ReadOptions(columns={"text": "other", "title": "head"}))
    assert (reading.entries[0].text, reading.entries[0].title, reading.entries[0].meta) == ("the real text", "The title", {"text": "short"})


def test_a_column_that_is_not_there_is_an_error_that_lists_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column “bodi”; it has text, place"):
        read_text(CSV, tmp_path, "text,place\na,b\n", ReadOptions(columns={"text": "bodi"}))
    with pytest.raises(InputError, match="text, title, author, published"):
        read_text(CSV, tmp_path, "text,place\na,b\n", ReadOptions(columns={"colour": "place"}))


def test_rows_of_another_length_or_without_text_are_rejected_with_line_and_reason(tmp_path: Path) -> None:
    reading = read_text(CSV, tmp_path, "text,place\na,b\nc\n\nd,e,f\n ,g\nh,i\n")
    assert [each.text for each in reading.entries] == ["a", "h"]
    assert [(each.line, each.reason) for each in reading.rejected] == [
        (3, "the row has 1 cells, the first has 2"),
        (5, "the row has 3 cells, the first has 2"),
        (6, "the cell of the column text is empty: there is no text"),
    ]


def test_a_quotation_mark_that_is_not_closed_is_rejected_with_its_lines(tmp_path: Path) -> None:
    reading = read_text(CSV, tmp_path, 'text,place\na,b\n"c,d\ne,f\n')
    assert [each.text for each in reading.entries] == ["a"]
    assert [each.line for each in reading.rejected] == [3]
    assert "lines 3 to 4" in reading.rejected[0].reason


def test_a_row_with_broken_quotation_marks_is_rejected_and_the_next_is_read(tmp_path: Path) -> None:
    reading = read_text(CSV, tmp_path, 'text,place\n"a"x,b\nc,d\n')
    assert [each.text for each in reading.entries] == ["c"]
    assert [each.line for each in reading.rejected] == [2]


def test_a_table_without_header_has_the_longest_column_as_text(tmp_path: Path) -> None:
    reading = read_text(TSV, tmp_path, "17\tThe talks were resumed today.\tx\n18\tThe strike has begun at last.\ty\n")
    assert reading.facts["header"] == "none"
    assert [each.text for each in reading.entries] == ["The talks were resumed today.", "The strike has begun at last."]
    assert reading.entries[0].meta == {"column 1": "17", "column 3": "x"}


def test_one_column_is_a_table_too(tmp_path: Path) -> None:
    assert [each.text for each in read_text(CSV, tmp_path, 'text\n"a, b"\nc\n').entries] == ["a, b", "c"]


def test_columns_of_one_name_keep_both_cells(tmp_path: Path) -> None:
    assert read_text(CSV, tmp_path, "text,x,x,\na,1,2,3\n").entries[0].meta == {"x": "1", "x (2)": "2", "column 4": "3"}


def test_a_first_line_that_says_the_delimiter_is_followed(tmp_path: Path) -> None:
    reading = read_text(CSV, tmp_path, "sep=;\ntext;place\na,b;c\n")
    assert [each.text for each in reading.entries] == ["a,b"]


def test_a_time_that_cannot_be_read_is_kept_as_written(tmp_path: Path) -> None:
    entry = read_text(CSV, tmp_path, "text,date\na,01/02/2021\n").entries[0]
    assert (entry.published, entry.published_written) == ("", "01/02/2021")
    assert entry.notes


def test_a_cell_larger_than_the_csv_modules_own_bound_comes_in(tmp_path: Path) -> None:
    assert len(read_text(CSV, tmp_path, "text,place\n" + "x" * 200_000 + ",b\n").entries[0].text) == 200_000


_CELL = st.text(
    alphabet=st.one_of(st.sampled_from('\r\n",;\t|=é🚢 '), st.characters(exclude_categories=["Cs", "Cc"])),
    min_size=1,
    max_size=20,
)


@settings(deadline=None)
@given(st.lists(st.tuples(_CELL.map("x".__add__), _CELL), min_size=1, max_size=10), st.sampled_from([",", ";", "\t"]))
def test_what_the_csv_module_writes_comes_back_cell_by_cell(rows: list[tuple[str, str]], delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("text", "place"), *rows])
    with tempfile.TemporaryDirectory() as folder:
        reading = read_text(CSV, Path(folder), out.getvalue())
    assert [(each.text, each.meta.get("place")) for each in reading.entries] == rows
