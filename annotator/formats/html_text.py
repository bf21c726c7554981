"""What a person reads of a piece of HTML, as plain text; and the data blocks of a page. Nothing is run, nothing is fetched."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser

_BREAKS: frozenset[str] = frozenset().union(
    ("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure"),
    (
        "figcaption",
        "table",
        "tr",
        "hr",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "main",
        "nav",
        "pre",
        "address",
        "details",
        "summary",
    ),
)
_INLINE: frozenset[str] = frozenset().union(
    ("a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em"),
    ("font", "i", "img", "ins", "kbd", "mark", "picture", "q", "s", "samp", "small", "source", "span"),
    ("strike", "strong", "sub", "sup", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "col", "time"),
    ("tt", "u", "var", "wbr", "html", "body", "button", "center", "input", "label", "link", "meta", "amp-img"),
)
_SILENT = frozenset(("script", "style", "template", "noscript", "iframe", "object", "svg", "video", "audio", "head", "form", "select"))
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
_SPACE = re.compile(r"[ \t\r\n\f]+")  # what HTML folds; a no-break space stays
DATA_BLOCK = "application/ld+json"


@dataclass(frozen=True, slots=True)
class DataBlock:
    """The content of a `<script type="application/ld+json">`, and the line it begins on."""

    line: int
    text: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.begun: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent.append(tag)
        elif self.silent:
            return
        elif tag in _BREAKS:
            self.end_paragraph()
        elif tag == "br":
            self.begun.append("\0")
        elif tag in ("td", "th"):
            self.begun.append(" ")
        elif tag not in _INLINE:
            self.begun.append(self.get_starttag_text() or "")  # no tag of HTML: a person wrote <so>

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        elif tag in _BREAKS and not self.silent:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.begun.append(data)

    def end_paragraph(self) -> None:
        """Close the paragraph: white space folded as a browser folds it, a `<br>` is a line end."""
        lines = [_SPACE.sub(" ", line).strip(" ") for line in "".join(self.begun).split("\0")]
        self.begun = []
        text = "\n".join(lines).strip("\n")
        if text:
            self.paragraphs.append(text)


def plain(text: str) -> str:
    """Return text that may be HTML as plain text: paragraphs with a blank line between, entities decoded once, scripts left out.

    Text without a tag of HTML keeps its white space.
    """
    tags = {name.lower() for name in _TAG.findall(text)}
    if not tags & (_BREAKS | _INLINE | _SILENT):
        return html.unescape(text).strip()
    reader = _Reader()
    reader.feed(text.replace("\0", "\ufffd"))
    reader.close()
    reader.end_paragraph()
    return "\n\n".join(reader.paragraphs)


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[DataBlock] = []
        self.line = 0
        self.begun: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = next((value or "" for name, value in attrs if name == "type"), "")
        if tag == "script" and kind.split(";")[0].strip().lower() == DATA_BLOCK:
            self.line, self.begun = self.getpos()[0], []

    def handle_data(self, data: str) -> None:
        if self.begun is not None:
            self.begun.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.begun is not None:
            self.found.append(DataBlock(self.line, "".join(self.begun)))
            self.begun = None


def data_blocks(page: str) -> list[DataBlock]:
    """Return the data blocks of a page, one that the page leaves open included."""
    reader = _Blocks()
    reader.feed(page)
    reader.close()
    if reader.begun:
        reader.handle_endtag("script")
    return reader.found
