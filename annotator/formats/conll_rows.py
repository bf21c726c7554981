"""The rows of a CoNLL file: which column holds the word and which the tag is found from the file, then sentences are streamed.

Separators: TAB, blanks, or `word|TAG word|TAG` with a sentence a line. Columns: two or more; with numbers in the first (CoNLL-U, UNER)
the word is in the second. A `#` opens a comment, except where the row has all its columns: then it is the word `#`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

from annotator.core.drafts import Rejected, Repaired
from annotator.core.errors import InputError
from annotator.formats.source import Line, Source
from annotator.formats.tags import Tally, is_tag

DOCUMENT = "-DOCSTART-"
MAX_SENTENCE = 100_000
"""Words; a file without blank lines is cut here, before a tag that begins anew."""

_LOOKED_AT = 5_000
_ENOUGH = 0.9
_FEW = 60
_BLANKS = " \t\r\v\f"
_GAPS = re.compile(r"[ \t]+")
_WORDS_OF_COMMENTS = frozenset({"newdoc", "newpar", "id"})
_NUMBER = re.compile(r"[0-9]{1,9}\Z")
_RANGE = re.compile(r"\d+[-.]\d+\Z")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of a file are built. Columns count from 0; the tag's may be -1, the last."""

    separator: str
    word: int
    tag: int
    width: int
    line_is_sentence: bool = False
    numbered: bool = False
    documents: bool = False
    scheme: str = "iob2"


@dataclass(slots=True)
class Sentence:
    """Words and tags of a sentence, and the line of each word. `given` is its text where a comment says it."""

    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    given: str | None = None
    opens: bool = False
    """True where a document begins with this sentence."""
    document: str = ""


def layout_of(source: Source) -> Layout:
    """Find the columns from the first rows, and the scheme and documents from the whole file. Raises InputError where it has no tags."""
    lines = (line.text for line in source.lines() if isinstance(line, Line))
    layout = columns_of(list(islice(lines, _LOOKED_AT)))
    if layout is None:
        raise InputError(f"{source.name} has no column of tags such as B-PER, I-PER and O; check that it is CoNLL, or name its format.")
    tally = Tally()
    documents = False
    for item in sentences(source, layout):
        if isinstance(item, Sentence):
            tally.add(item.tags)
            documents = documents or item.opens
    return Layout(
        layout.separator, layout.word, layout.tag, layout.width, layout.line_is_sentence, layout.numbered, documents, tally.scheme
    )


def written_layout(scheme: str) -> Layout:
    """Return the layout of the files that `conll_write` writes."""
    return Layout(" ", 0, -1, 4, documents=True, scheme=scheme)


def columns_of(lines: Iterable[str]) -> Layout | None:
    """Return separator and columns by the tags that stand there; None where no column holds tags."""
    rows = [line for line in lines if line.strip(_BLANKS) and not line.startswith(DOCUMENT) and not line.startswith("#")]
    if not rows:
        return None
    tabbed = sum("\t" in row for row in rows) * 2 > len(rows)
    cells = [_cells(row, "\t" if tabbed else " ") for row in rows]
    piped = [cell.split("|") for row in cells for cell in row] if not tabbed else []
    if piped and sum(len(item) > 1 and is_tag(item[-1]) for item in piped) >= _ENOUGH * len(piped):
        return Layout("|", 0, -1, min(len(item) for item in piped if len(item) > 1), line_is_sentence=any(len(row) > 1 for row in cells))
    width = Counter(len(row) for row in cells).most_common(1)[0][0]
    tag = _tag_column(cells)
    if tag is None:
        return None
    numbered = tag != 1 and width > 2 and sum(bool(_NUMBER.match(row[0]) or _RANGE.match(row[0])) for row in cells) >= _ENOUGH * len(cells)
    numbered = numbered and _counts_up([row[0] for row in cells]) and len({row[1] for row in cells if len(row) > 1}) > 1
    return Layout("\t" if tabbed else " ", int(numbered), tag, width, numbered=numbered)


def _counts_up(numbers: list[str]) -> bool:
    """True where the numbers of words go on by one or begin again: years and scores in a first column do not."""
    steps = [(int(one), int(two)) for one, two in pairwise(number for number in numbers if _NUMBER.match(number))]
    return bool(steps) and sum(two in (one + 1, 1) for one, two in steps) >= _ENOUGH * len(steps)


def _tag_column(cells: list[list[str]]) -> int | None:
    """The column with most tags, the last one before others; else a last column of few values, O among them (plain IO)."""
    shares = {-1: sum(len(row) > 1 and is_tag(row[-1]) for row in cells)}
    for column in range(1, max(map(len, cells))):
        shares[column] = sum(len(row) > column and is_tag(row[column]) for row in cells)
    best = max(shares, key=lambda column: (shares[column], column == -1, column))
    if shares[best] >= _ENOUGH * len(cells):
        return best
    last = Counter(row[-1] for row in cells if len(row) > 1)
    plain = last["O"] * 10 >= len(cells) and len(last) <= _FEW and last.total() >= _ENOUGH * len(cells)
    return -1 if plain and len(cells) >= 2 * len(last) else None


def _cells(line: str, separator: str) -> list[str]:
    if separator == "\t":
        return [cell.strip(_BLANKS) for cell in line.rstrip(_BLANKS).split("\t")]
    plain = line.strip(_BLANKS)
    return _GAPS.split(plain) if "  " in plain or "\t" in plain else plain.split(" ")


def sentences(source: Source, layout: Layout) -> Iterator[Sentence | Rejected | Repaired]:
    """Yield the sentences that have words, in order, and between them what was repaired or left out."""
    now = Sentence()
    for line in source.lines():
        if not isinstance(line, Line):
            yield line
            continue
        text = line.text
        if not text.strip(_BLANKS):
            if now.words:
                yield now
                now = Sentence()
            continue
        if text.startswith(DOCUMENT) and layout.separator != "|":
            if now.words:
                yield now
            now = Sentence(opens=True)
            continue
        if text.startswith("#") and _is_comment(text, layout):
            if now.words:
                yield now
                now = Sentence()
            _note(now, text)
            continue
        if layout.separator == "|":
            if now.words and layout.line_is_sentence:
                yield now
                now = Sentence()
            for item in _GAPS.split(text.strip(_BLANKS)):
                yield from _take(now, _unpiped(item, layout.width), layout, line.number)
            continue
        if len(now.words) >= MAX_SENTENCE:
            cells = _cells(text, layout.separator)
            if not cells[min(len(cells) - 1, layout.tag)].startswith(("I-", "E-", "L-", "M-")):
                yield now
                yield Repaired(line.number, f"more than {MAX_SENTENCE:,} words without a blank line: a sentence was ended here")
                now = Sentence()
        yield from _take(now, _cells(text, layout.separator), layout, line.number)
    if now.words:
        yield now


def _take(now: Sentence, cells: list[str], layout: Layout, line: int) -> Iterator[Rejected | Repaired]:
    if layout.numbered and _RANGE.match(cells[0]):
        # CoNLL-U names contracted forms ("3-4 don't") and empty nodes ("8.1") beside their words.
        yield Repaired(line, f"the row {cells[0]} names words that follow, or none; it was passed over")
        return
    word = cells[layout.word] if len(cells) > layout.word else ""
    tag = cells[layout.tag] if len(cells) > max(layout.tag, 1 if layout.tag < 0 else 0) else ""
    if not word:
        yield Repaired(line, "a row without a word was passed over")
        return
    if not tag:
        word = " ".join(cells[layout.word :]).strip()
        yield Repaired(line, "a row without a tag was taken as O")
        tag = "O"
    elif tag in ("B-O", "I-O"):
        # So written in the first edition of UNER English-EWT, for a word that one annotator left outside.
        yield Repaired(line, f"{tag} was taken as O")
        tag = "O"
    now.words.append(word)
    now.tags.append(tag)
    now.lines.append(line)


def _unpiped(item: str, width: int) -> list[str]:
    """`word|POS|TAG`; a word may hold the sign itself."""
    return item.rsplit("|", width - 1)


def _is_comment(text: str, layout: Layout) -> bool:
    if layout.separator == "|":
        return not is_tag(_GAPS.split(text.strip(_BLANKS))[0].rpartition("|")[2])
    cells = _cells(text, layout.separator)
    if not (len(cells) > 1 and len(cells) == layout.width and is_tag(cells[layout.tag])):
        return True
    return cells[0] == "#" and ("=" in cells[1:3] or cells[1] in _WORDS_OF_COMMENTS)


def _note(now: Sentence, comment: str) -> None:
    name, _, value = comment.lstrip("#").partition("=")
    words = name.split()
    if words[:1] == ["newdoc"]:
        now.opens = True
        now.document = value.strip()
    elif words == ["text"]:
        now.given = value.strip()
