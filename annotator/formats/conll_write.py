"""CoNLL-2003: four columns separated by one blank, `WORD -X- _ TAG`, a blank line after each sentence, a marker before each source.

    -DOCSTART- -X- O O

    Kyiv -X- _ B-GPE
    waits -X- _ O

Part of speech and chunk are not known: `-X-` and `_` stand for them, as in other tools' files. No comments, so that every reader takes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from annotator.core.errors import InputError
from annotator.core.releases import Loss, ReleasedEntry, WriteOptions
from annotator.formats.conll_rows import DOCUMENT
from annotator.formats.conll_tokens import Token, token_spans, tokenizer
from annotator.formats.losses import Checked, for_conll
from annotator.formats.tags import WRITTEN, tags_of

MARKER = f"{DOCUMENT} -X- O O\n\n"


def write(entries: Iterable[ReleasedEntry], file: TextIO, options: WriteOptions) -> Iterator[Loss]:
    """Write while it is iterated, and yield what was lost. Entries of one source must follow each other.

    Raises InputError for unknown tags, way to flatten, or language.
    """
    for _, lost in written(entries, file, options):
        yield from lost


def written(entries: Iterable[ReleasedEntry], file: TextIO, options: WriteOptions) -> Iterator[Checked]:
    """Write while it is iterated, and yield each entry as the file holds it, with its losses."""
    if options.tags not in WRITTEN:
        raise InputError(f"“{options.tags}” is no tag scheme; choose {', '.join(WRITTEN)}.")
    with_tokens = tokenizer(options.language)
    source: str | None = None
    for entry in entries:
        kept, lost, sentences = for_conll(entry, options, with_tokens)
        if sentences:
            if entry.source != source:
                file.write(MARKER)
                source = entry.source
            file.write(_rows(kept, sentences, options.tags))
        yield kept, lost


def _rows(entry: ReleasedEntry, sentences: list[list[Token]], scheme: str) -> str:
    text = entry.text
    lines: list[str] = []
    for sentence, spans in zip(sentences, token_spans(sentences, entry.spans), strict=True):
        tags = tags_of(len(sentence), spans, scheme)
        lines += [f"{text[start:end]} -X- _ {tag}\n" for (start, end), tag in zip(sentence, tags, strict=True)]
        lines.append("\n")
    return "".join(lines)
