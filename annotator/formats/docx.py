"""Word documents (.docx): an entry a paragraph, a section (what stands below one heading), or the file. The library is the extra `office`.

Text is what Word shows with all tracked changes accepted: insertions are in it, deletions are not, and the report says how many there are.
Cells of tables come as paragraphs, row by row. Footnotes, comments, headers, footers and text boxes are not read, and are counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.drafts import EntryDraft, Fact, Kept, ReadEvents, ReadOptions, Repaired, Total
from annotator.core.errors import InputError
from annotator.core.text import stored
from annotator.formats import office

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

UNITS = ("paragraph", "section", "file")
"""What an entry can be; the first where nothing is said."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_PASSED = {f"{_W}{name}" for name in ("del", "moveFrom", "pict", "drawing", "object", "p")}
"""What holds text that is not the paragraph's: deleted, moved away, or in a box."""
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BESIDE = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph that has text: its number from 1 among all, and whether it is a heading."""

    number: int
    text: str
    heading: bool


def read(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield an entry for each paragraph, section or file (`options.unit`), its title the heading above it, without spans.

    Headings are kept with the source, but for the unit “file”, whose text they belong to. Empty paragraphs are none.
    Raises InputError for another unit, a file that is damaged or too large, and one without text; MachineError where the extra is missing.
    """
    unit = options.unit or UNITS[0]
    if unit not in UNITS:
        raise InputError(f"A Word document has no unit “{unit}”: give paragraph, section or file.")
    document = _document(path)
    try:
        yield from _facts(document)
        paragraphs, repaired = _all(document)
        title = document.core_properties.title
    except office.FAULTS as error:
        raise office.broken(path, error) from error
    yield from repaired
    if not paragraphs:
        raise InputError(f"{path.name} holds no text outside of notes and boxes: there is nothing to read in it.")
    if unit == "file":
        yield _entry(paragraphs, next((each.text for each in paragraphs if each.heading), title or ""))
        yield Total(1, 0)
        return
    units = 0
    for event in _parts(paragraphs, sections=unit == "section"):
        units += 1
        yield event
    yield Total(units, 0)


def _document(path: Path) -> Document:
    office.checked(path, "docx")
    try:
        import docx
    except ImportError as error:
        raise office.missing("Word") from error
    try:
        return docx.Document(str(path))
    except office.FAULTS as error:
        raise office.broken(path, error) from error


def _facts(document: Document) -> Iterator[Fact]:
    properties = document.core_properties
    for name, value in (("title", properties.title), ("author", properties.author)):
        if value:
            yield Fact(name, stored(value)[0])
    body = document.element.body
    for name, what in (("ins", "insertions taken as accepted"), ("del", "deletions left out")):
        if count := sum(1 for _ in body.iter(f"{_W}{name}")):
            yield Fact(what, str(count))
    beside = {
        what: sum(part.blob.count(tag) for tag in (b"<w:%b " % what.encode(), b"<w:%b>" % what.encode()))
        for part in document.part.package.iter_parts()
        for name, what in _BESIDE.items()
        if part.partname.endswith(f"/{name}.xml")
    }
    beside["text box"] = sum(1 for _ in body.iter(f"{_W}txbxContent"))
    # A document with any note has two of its own making, for the lines that part notes from the text.
    found = {what: count - 2 if what in ("footnote", "endnote") else count for what, count in beside.items()}
    if said := ", ".join(f"{what}: {count}" for what, count in sorted(found.items()) if count > 0):
        yield Fact("not read", said)


def _all(document: Document) -> tuple[list[_Paragraph], list[Repaired]]:
    """Return the paragraphs that have text, those in the cells of tables among them, and what was repaired."""
    headings = _heading_styles(document)
    found: list[_Paragraph] = []
    repaired: list[Repaired] = []
    number = 0
    for element in document.element.body.iter(f"{_W}p"):
        if any(True for _ in element.iterancestors(f"{_W}txbxContent", f"{_W}del", f"{_W}moveFrom")):
            continue
        number += 1
        text, unstorable = stored("".join(_text(element)))
        if unstorable:
            repaired.append(Repaired(number, "NUL or half a surrogate pair became U+FFFD", unstorable))
        if text.strip():
            style = element.find(f"{_W}pPr/{_W}pStyle")
            found.append(_Paragraph(number, text, style is not None and style.get(f"{_W}val") in headings))
    return found, repaired


def _text(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag not in _PASSED and child.tag != _ALTERNATE and isinstance(child.tag, str):
            yield from _text(child)


def _heading_styles(document: Document) -> set[str]:
    """Return the ids of the styles that are headings by their built-in names, or based on one that is."""
    found: set[str] = set()
    for style in document.styles:
        seen = 0
        base = style
        while base is not None and seen < 20:
            if (base.name or "").casefold().startswith(("heading", "title")):
                found.add(style.style_id)
                break
            base, seen = getattr(base, "base_style", None), seen + 1
    return found


def _parts(paragraphs: list[_Paragraph], *, sections: bool) -> Iterator[EntryDraft | Kept]:
    title = ""
    held: list[_Paragraph] = []
    for each in paragraphs:
        if held and (each.heading or not sections):
            yield _entry(held, title)
            held = []
        if each.heading:
            title = " ".join(each.text.split())
            yield Kept("heading", each.number, each.text)
        else:
            held.append(each)
    if held:
        yield _entry(held, title)


def _entry(paragraphs: list[_Paragraph], title: str) -> EntryDraft:
    text = "\n".join(each.text for each in paragraphs)
    return EntryDraft(text, title=" ".join(stored(title)[0].split()), line=paragraphs[0].number, last_line=paragraphs[-1].number)
