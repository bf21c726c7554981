"""What a person reads of a piece of HTML, as plain text; and the data blocks of a page. Nothing is run, nothing is fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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
# An attribute's value may hold “>” but no “<”: so no search ever passes the next “<”, and a hostile page costs no more than its length.
# (`html.parser` takes time by the square of the length on a page of open comments.)
_TOKEN = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)(?=[\s/>])(?:(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>|[^<>]*+>)"""
    r"""|(?P<comment><!--)|<!(?i:doctype)[^<>]*+>|<\?[^<>]*+>"""
)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*+)(?=[\s/>])")
_TYPE = re.compile(r"""\btype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")  # what HTML folds; a no-break space stays
DATA_BLOCK = "application/ld+json"


@dataclass(frozen=True, slots=True)
class DataBlock:
    """The content of a `<script type="application/ld+json">`, and the line it begins on."""

    line: int
    text: str


@dataclass(slots=True)
class _Tokens:
    """The tags of a text with the text before each; comments, and elements whose content is not read, are passed over."""

    text: str
    silent: frozenset[str]
    open_ended: set[str] = field(default_factory=set)

    def __iter__(self) -> Iterator[tuple[str, re.Match[str] | None, str]]:
        """Yield (text before, tag, content of a silent element), and at the end the text that is left with no tag."""
        at = kept = 0
        while match := _TOKEN.search(self.text, at):
            at = match.end()
            inner = ""
            if match["comment"]:
                end = self._end("-->", at)
                if end is None:
                    continue
                at = end[1]
            elif match["name"] and match["name"].lower() in self.silent and not match["close"] and not match.group().endswith("/>"):
                end = self._end(f"</{match['name'].lower()}", at)
                if end is not None:
                    inner, at = self.text[at : end[0]], self.text.find(">", end[1]) + 1 or len(self.text)
            yield self.text[kept : match.start()], match, inner
            kept = at
        yield self.text[kept:], None, ""

    def _end(self, what: str, at: int) -> tuple[int, int] | None:
        """Find where something ends; what was sought in vain once is not sought again."""
        if what in self.open_ended:
            return None
        match = re.compile(re.escape(what), re.IGNORECASE).search(self.text, at)
        if match is None:
            self.open_ended.add(what)
        return match.span() if match else None


def plain(text: str) -> str:
    """Return text that may be HTML as plain text: paragraphs with a blank line between, entities decoded once, scripts left out.

    White space is folded as a browser folds it, `<br>` is a line end. Text without a tag of HTML keeps its white space; what looks
    like a tag and is none of HTML stays.
    """
    if not {name.lower() for name in _TAG.findall(text)} & (_BREAKS | _INLINE | _SILENT):
        return html.unescape(text).strip()
    paragraphs: list[list[str]] = [[]]  # pieces of each; NUL, which the text has no more, stands for `<br>`
    for before, tag, _ in _Tokens(text.replace("\0", "\ufffd"), _SILENT):
        paragraphs[-1].append(html.unescape(before).replace("\0", "\ufffd"))
        name = (tag["name"] or "").lower() if tag else ""
        if name in _BREAKS:
            paragraphs.append([])
        elif name == "br":
            paragraphs[-1].append("\0")
        elif name in ("td", "th"):
            paragraphs[-1].append(" ")
        elif tag and name and name not in _INLINE and name not in _SILENT:
            paragraphs[-1].append(tag.group())
    folded = (_folded("".join(pieces)) for pieces in paragraphs)
    return "\n\n".join(each for each in folded if each)


def _folded(paragraph: str) -> str:
    return "\n".join(_SPACE.sub(" ", line).strip(" ") for line in paragraph.split("\0")).strip("\n")


def data_blocks(page: str) -> list[DataBlock]:
    """Return the data blocks of a page, one that the page leaves open included."""
    blocks: list[DataBlock] = []
    line = 1
    at = 0
    tokens = _Tokens(page, frozenset(("script", "style", "textarea", "title")))
    for _, tag, inner in tokens:
        if tag is None or (tag["name"] or "").lower() != "script" or tag["close"]:
            continue
        kind = _TYPE.search(tag.group())
        if kind and next(filter(None, kind.groups()), "").split(";")[0].strip().lower() == DATA_BLOCK:
            line += page.count("\n", at, tag.start())
            at = tag.start()
            open_ended = "</script" in tokens.open_ended
            blocks.append(DataBlock(line, page[tag.end() :] if open_ended else inner))
            if open_ended:
                break
    return blocks
