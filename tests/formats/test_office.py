from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from reading import Reading, read_file

from annotator.core.drafts import ReadOptions
from annotator.core.errors import InputError, MachineError
from annotator.formats import FORMATS, Format, office, sniffed

XLSX, DOCX = FORMATS["xlsx"], FORMATS["docx"]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 20 + b'"><!ENTITY c "' + b"&b;" * 20 + b'"><!ENTITY d "' + b"&c;" * 20 + b'">'
    b'<!ENTITY e "' + b"&d;" * 20 + b'"><!ENTITY f "' + b"&e;" * 20 + b'">]>'
)


def workbook(folder: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "posts.xlsx"
    book.save(path)
    return path


def document(folder: Path, fill: Callable[[docx.document.Document], None]) -> Path:
    made = docx.Document()
    fill(made)
    path = folder / "posts.docx"
    made.save(str(path))
    return path


def with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    parts = {each.filename: zipfile.ZipFile(path).read(each) for each in zipfile.ZipFile(path).infolist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for each, data in parts.items():
            container.writestr(each, data)
    return path


def with_shared_strings(folder: Path, strings: list[str]) -> Path:
    """A workbook of one column as Excel writes it: the strings in a part of their own."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    typed = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    content = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "sharedStrings": "sharedStrings"}
    overrides = "".join(f'<Override PartName="/xl/{name}.xml" ContentType="{typed}.{of}+xml"/>' for name, of in content.items())
    rows = "".join(f'<row r="{at + 1}"><c r="A{at + 1}" t="s"><v>{at}</v></c></row>' for at in range(len(strings)))
    sheets = '<sheets><sheet name="Posts" sheetId="1" r:id="rId1"/></sheets>'
    targets = {"rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("sharedStrings", "sharedStrings.xml")}
    linked = "".join(f'<Relationship Id="{each}" Type="{kind}/{of}" Target="{to}"/>' for each, (of, to) in targets.items())
    parts = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{overrides}</Types>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kind}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}">{linked}</Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{"".join(f"<si><t>{each}</t></si>" for each in strings)}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    path = folder / "shared.xlsx"
    with zipfile.ZipFile(path, "w") as container:
        for name, data in parts.items():
            container.writestr(name, data)
    return path


def said(kind: Format, path: Path) -> str:
    """The sentence that refuses a file, "" for one that can be read."""
    try:
        read_file(kind, path)
    except InputError as error:
        return error.sentence
    return ""


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(each.title, each.text) for each in reading.entries]


def test_a_workbook_is_known_by_its_content_and_its_columns_by_their_names(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Published", "Headline", "Body", "Byline", "desk", "likes"],
        [datetime(2031, 2, 13, 14, 5), "Talks resume", "First line\nsecond 🙂", "Ada Nkemelu", "Foreign", 3],
        [date(2031, 2, 14), "A day later", "=SUM(1,2)", None, None, 2.5],
        ["at noon", None, " padded ", None, True, time(9, 5)],
    ]
    path = workbook(tmp_path, {"Posts": rows}).rename(tmp_path / "posts.bin")
    assert sniffed(path) is XLSX
    reading = read_file(XLSX, path)
    assert reading.facts["columns"] == "text=Body, title=Headline, author=Byline, published=Published"
    first, last = reading.entries
    assert (first.text, first.published, first.author) == ("First line\nsecond 🙂", "2031-02-13T14:05", "Ada Nkemelu")
    assert first.meta == {"desk": "Foreign", "likes": "3"}
    assert (last.text, last.published, last.published_written) == (" padded ", "", "at noon")
    assert last.meta == {"desk": "TRUE", "likes": "09:05"}
    assert [(each.line, each.reason) for each in reading.rejected] == [(3, "the cell of the column Body is empty: there is no text")]


def test_the_first_sheet_with_a_row_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Empty": [], "News": [["text"], ["one"], [], ["two"]], "Notes": [["text"], ["three"]]})
    reading = read_file(XLSX, path)
    assert [(each.text, each.line) for each in reading.entries] == [("one", 2), ("two", 4)]
    assert (reading.facts["sheet"], reading.facts["sheets not read"]) == ("News", "Empty / Notes")
    assert [each.text for each in read_file(XLSX, path, ReadOptions(sheet="Notes")).entries] == ["three"]
    with pytest.raises(InputError, match="has no sheet “Sport”; it has Empty, News, Notes"):
        read_file(XLSX, path, ReadOptions(sheet="Sport"))


def test_a_row_wider_than_the_table_is_rejected_with_its_row(tmp_path: Path) -> None:
    rows: list[list[object]] = [["text", "place"], *([f"entry {at}", "here"] for at in range(70)), ["late", "here", "and more"]]
    reading = read_file(XLSX, workbook(tmp_path, {"Posts": rows}))
    assert len(reading.entries) == 70
    assert [(each.line, each.reason) for each in reading.rejected] == [(72, "the row has 3 cells, the first has 2")]


def test_characters_that_xml_cannot_hold_come_back_as_they_were(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Posts": [["text"], ["up_x000D_\ndown"]]})
    assert read_file(XLSX, path).entries[0].text == "up\r\ndown"


def test_a_workbook_without_a_row_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no row with a filled cell"):
        read_file(XLSX, workbook(tmp_path, {"Posts": []}))


def test_paragraphs_of_a_document_have_the_heading_above_as_their_title(tmp_path: Path) -> None:
    def fill(made: docx.document.Document) -> None:
        made.add_heading("Live: a day in Lviv", 0)
        made.add_heading("Talks  resume", 1)
        made.add_paragraph("Both sides\tare back.")
        made.add_paragraph("")
        made.add_paragraph("They met at noon.")
        table = made.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"

    path = document(tmp_path, fill)
    assert sniffed(path) is DOCX
    reading = read_file(DOCX, path)
    title = "Talks resume"
    assert told(reading) == [(title, "Both sides\tare back."), (title, "They met at noon."), (title, "left"), (title, "right")]
    assert [each.text for each in reading.kept] == ["Live: a day in Lviv", "Talks  resume"]
    sections = read_file(DOCX, path, ReadOptions(unit="section"))
    assert told(sections) == [(title, "Both sides\tare back.\nThey met at noon.\nleft\nright")]
    (whole,) = read_file(DOCX, path, ReadOptions(unit="file")).entries
    assert whole.title == "Live: a day in Lviv"
    assert whole.text.startswith("Live: a day in Lviv\nTalks  resume\nBoth sides")
    with pytest.raises(InputError, match="no unit “line”"):
        read_file(DOCX, path, ReadOptions(unit="line"))


def test_tracked_insertions_are_text_and_deletions_are_not(tmp_path: Path) -> None:
    def fill(made: docx.document.Document) -> None:
        paragraph = made.add_paragraph("He went to ")._p
        paragraph.append(parse_xml(f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t>Odesa</w:t></w:r></w:ins>'))
        paragraph.append(parse_xml(f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>Minsk</w:delText></w:r></w:del>'))
        paragraph.append(parse_xml(f"<w:r {W}><w:t>.</w:t></w:r>"))

    reading = read_file(DOCX, document(tmp_path, fill))
    assert [each.text for each in reading.entries] == ["He went to Odesa."]
    assert (reading.facts["insertions taken as accepted"], reading.facts["deletions left out"]) == ("1", "1")


def test_a_document_without_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no text"):
        read_file(DOCX, document(tmp_path, lambda made: None))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
def test_entities_in_a_workbook_are_never_expanded(tmp_path: Path, part: str) -> None:
    path = with_shared_strings(tmp_path, ["text", "one"])
    assert [each.text for each in read_file(XLSX, path).entries] == ["one"]
    with_part(path, part, lambda data: LAUGHS + data.replace(b"one", b"&f;").replace(b"Posts", b"&f;").replace(b"<v>1", b"<v>&f;"))
    with pytest.raises(InputError, match="is damaged and cannot be read"):
        read_file(XLSX, path)


def test_entities_in_a_document_are_not_expanded(tmp_path: Path) -> None:
    path = document(tmp_path, lambda made: made.add_paragraph("one"))
    with_part(path, "word/document.xml", lambda data: LAUGHS + data[data.index(b"<w:document") :].replace(b"one", b"&f;"))
    with pytest.raises(InputError, match=r"is damaged|holds no text"):
        read_file(DOCX, path)


def test_a_container_that_unpacks_to_too_much_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Posts": [["text"], ["one"]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as container, container.open("xl/media/image1.png", "w") as part:
        for _ in range(office.MAX_UNPACKED // 2**20 + 1):
            part.write(bytes(2**20))
    with pytest.raises(InputError, match="unpacks to more than 256 million bytes"):
        read_file(XLSX, path)


def test_rows_beyond_the_bound_of_a_sheet_end_the_reading(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Posts": [["text"], ["one"]]})
    with_part(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b'<row r="2"', b'<row r="99999999999"'))
    with pytest.raises(InputError, match=r"more than the 1,048,576 rows"):
        read_file(XLSX, path)


@pytest.mark.parametrize(("kind", "part"), [(XLSX, "xl/worksheets/sheet1.xml"), (XLSX, "xl/workbook.xml"), (DOCX, "word/document.xml")])
def test_a_damaged_part_is_said_in_a_sentence(tmp_path: Path, kind: Format, part: str) -> None:
    made = workbook(tmp_path, {"Posts": [["text", "n"], ["one", 1], ["two", 2]]})
    if kind is DOCX:
        made = document(tmp_path, lambda each: each.add_paragraph("one two three"))
    original = made.read_bytes()
    chance = random.Random(7)
    for _ in range(40):
        made.write_bytes(original)

        def damage(data: bytes) -> bytes:
            at = chance.randrange(len(data))
            return data[:at] + chance.choice([b"", b"<", b"&x;", b"\xff", b'"', b"-1", b"</w:p>"]) + data[at + chance.randrange(30) :]

        with_part(made, part, damage)
        sentence = said(kind, made)
        assert not sentence or "posts." in sentence


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "of the old kind, or one with a password"),
        (b"PK\x03\x04" + bytes(40), "is damaged"),
    ],
)
def test_a_file_that_only_looks_like_one_says_what_to_do(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "given.xlsx"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said):
        sniffed(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("mimetype", b"application/vnd.oasis.opendocument.text", "save it as .docx"),
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", "save it as .xlsx"),
        ("a.txt", b"x", "is a ZIP archive: unpack it"),
    ],
)
def test_other_containers_say_what_to_do(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as container:
        container.writestr(name, content)
    path = tmp_path / "given.zip"
    path.write_bytes(held.getvalue())
    with pytest.raises(InputError, match=said):
        sniffed(path)


@pytest.mark.parametrize(("kind", "module"), [(XLSX, "openpyxl"), (XLSX, "defusedxml"), (DOCX, "docx")])
def test_without_the_extra_the_person_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Format, module: str
) -> None:
    path = workbook(tmp_path, {"Posts": [["text"]]}) if kind is XLSX else document(tmp_path, lambda made: made.add_paragraph("one"))
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MachineError, match=r"pip install 'annotator\[office\]'"):
        read_file(kind, path)


def _paragraphs(made: docx.document.Document) -> None:
    for number in range(9):
        made.add_paragraph(f"Paragraph {number} of {number * number}")


def test_a_file_with_changed_bytes_is_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    chance = random.Random(7)
    rows: list[list[object]] = [["published", "text"], *(["2031-03-03", f"Post {number} of {number * number}"] for number in range(9))]
    refused = 0
    for whole, kind in ((workbook(tmp_path, {"Posts": rows}), XLSX), (document(tmp_path, _paragraphs), DOCX)):
        with zipfile.ZipFile(whole) as container:
            parts = [each for each in container.infolist() if each.filename.endswith(("sheet1.xml", "document.xml", "styles.xml"))]
        changed = whole.with_name(f"changed{whole.suffix}")
        for _ in range(120):
            data = bytearray(whole.read_bytes())
            part = chance.choice(parts)
            for _ in range(4):
                data[part.header_offset + chance.randrange(part.compress_size)] = chance.randrange(256)
            changed.write_bytes(data)
            assert kind.read is not None
            try:
                list(kind.read(changed, ReadOptions()))
            except InputError:
                refused += 1
    assert refused > 100
