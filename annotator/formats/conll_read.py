"""CoNLL: a word a row with its tag, a blank line after a sentence (CoNLL-2002, CoNLL-2003, UNER, and spaCy's `.iob`).

    -DOCSTART- -X- O O

    Kyiv NNP I-NP B-GPE
    waits VBZ I-VP O

A document becomes an entry; where the file knows no documents, a sentence does. Words are joined by one blank and sentences by a line
end, unless a comment `# text = …` gives the sentence as it was. Repairs of tags are told by line.
Sources: conll-2002 and 2003 shared tasks; universalner.org; spacy.io/api/cli#converters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.drafts import EntryDraft, Fact, ReadEvent, ReadEvents, ReadOptions, Rejected, Repaired, SpanDraft, Total
from annotator.formats.conll_rows import DOCUMENT, Layout, Sentence, columns_of, layout_of, sentences
from annotator.formats.format import Sample
from annotator.formats.source import open_source
from annotator.formats.tags import TITLES, is_tag, spans_of

MAX_ENTRY = 1_000_000
"""Code points of one entry; a longer document is cut between sentences."""


def read(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield entries, repairs and facts. Raises InputError where no column holds tags; see `open_source` for the rest."""
    source = open_source(path, options.encoding)
    layout = layout_of(source)
    yield source.fact
    yield Fact("tags", TITLES[layout.scheme])
    yield Fact("columns", _described(layout))
    builder = _Builder(layout)
    units = spans = 0
    for item in sentences(source, layout):
        if not isinstance(item, Sentence):
            units += isinstance(item, Rejected) and item.what == "entry"
            yield item
            continue
        if builder.sentences and (item.opens or not layout.documents):
            yield builder.entry()
        elif builder.length > MAX_ENTRY:
            yield builder.entry()
            yield Repaired(item.lines[0], f"a document of more than {MAX_ENTRY:,} characters goes on in an entry of its own")
        units += not builder.sentences
        yield from builder.add(item)
        spans += builder.added
    if builder.sentences:
        yield builder.entry()
    yield Total(units, spans)


def sniff(sample: Sample) -> float:
    """Sure where nearly every row ends in a tag and a span begins somewhere; less sure where all tags are O."""
    lines = sample.head.split("\n")[:400]
    layout = columns_of(lines[:-1] or lines)
    if layout is None:
        return 0.0
    rows = [line.replace("|", " ").split() for line in lines[:-1] or lines if line.strip() and not line.startswith("#")]
    tags = [cells[min(layout.tag, len(cells) - 1)] for cells in rows]
    if any(is_tag(tag) and tag != "O" for tag in tags):
        return 0.95
    return 0.7 if lines[0].startswith(DOCUMENT) or all(len(cells) > 1 for cells in rows) else 0.3


def _described(layout: Layout) -> str:
    if layout.separator == "|":
        return "word|…|tag, " + ("a sentence a line" if layout.line_is_sentence else "a word a line")
    tag = f"column {layout.tag + 1}" if layout.tag >= 0 else "the last column"
    return f"separated by {'TAB' if layout.separator != ' ' else 'blanks'}, the word in column {layout.word + 1}, the tag in {tag}"


@dataclass(slots=True)
class _Builder:
    """The entry that is being put together."""

    layout: Layout
    sentences: int = 0
    length: int = 0
    added: int = 0
    document: str = ""
    first: int = 0
    last: int = 0
    texts: list[str] = field(default_factory=list)
    spans: list[SpanDraft] = field(default_factory=list)

    def add(self, sentence: Sentence) -> Iterator[ReadEvent]:
        """Take a sentence in, and say what was repaired in it."""
        if not self.sentences:
            self.first = sentence.lines[0]
            self.document = sentence.document
        else:
            self.length += 1
        text, places, exact = placed(sentence)
        if sentence.given is not None and not exact:
            yield Repaired(sentence.lines[0], "the words do not stand in `# text` in this order; the text was put together from the words")
        repairs: list[tuple[int, str]] = []
        spans = spans_of(sentence.tags, self.layout.scheme, lambda number, reason: repairs.append((number, reason)))
        for number, reason in repairs:
            yield Repaired(sentence.lines[number], reason)
        at = self.length
        self.spans += [SpanDraft(at + places[first][0], at + places[end - 1][1], label) for first, end, label in spans]
        self.added = len(spans)
        self.texts.append(text)
        self.length += len(text)
        self.sentences += 1
        self.last = sentence.lines[-1]

    def entry(self) -> EntryDraft:
        """Return the entry and begin another."""
        done = EntryDraft(
            "\n".join(self.texts),
            meta={"document": self.document} if self.document else {},
            spans=tuple(self.spans),
            line=self.first,
            last_line=self.last,
        )
        self.texts, self.spans = [], []
        self.sentences = self.length = 0
        return done


def placed(sentence: Sentence) -> tuple[str, list[tuple[int, int]], bool]:
    """Return the sentence's text, each word's place in it, and whether it is the text that the file gave."""
    places: list[tuple[int, int]] = []
    if (given := sentence.given) is not None:
        at = 0
        for word in sentence.words:
            while at < len(given) and given[at].isspace() and not given.startswith(word, at):
                at += 1
            if not given.startswith(word, at):
                break
            places.append((at, at + len(word)))
            at += len(word)
        if len(places) == len(sentence.words) and not given[at:].strip():
            return given, places, True
        places = []
    at = 0
    for word in sentence.words:
        places.append((at, at + len(word)))
        at += len(word) + 1
    return " ".join(sentence.words), places, False
