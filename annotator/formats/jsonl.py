"""JSON Lines: ours, Prodigy's and doccano's (see `jsonl_dialects`), and arrays of the same objects. Offsets are code points, end exclusive.

    {"id": "0190…", "text": "Kyiv waits", "spans": [{"start": 0, "end": 4, "label": "GPE", "text": "Kyiv", "origin": "hand"}],
     "meta": {"source": "blog.txt", "title": "", "published": "2022-01-28T00:00", "author": "A. Writer"}, "state": "done"}

(one line in the file). Where remarks go out they stand under "comments", each with author, time, text, and the span's start and end.
Where a file gives a span's words they are compared with the text, and offsets counted otherwise are put right.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, TextIO

from annotator.core.drafts import EntryDraft, ReadEvent, ReadEvents, ReadOptions, Rejected, Repaired, SpanDraft, Total
from annotator.core.errors import InputError
from annotator.core.model import State
from annotator.core.releases import Loss, ReleasedEntry, WriteOptions
from annotator.core.text import stored
from annotator.formats import jsonl_dialects as dialects
from annotator.formats.dates import published_of
from annotator.formats.format import Sample
from annotator.formats.json_values import Value, values
from annotator.formats.jsonl_spans import plain, shown, spans_of
from annotator.formats.losses import Checked, losses
from annotator.formats.source import Source, open_source

COLUMNS = ("text", "title", "author", "published", "label")
"""The names of `ReadOptions.columns` that JSON takes; `label` is the key of the spans."""
_IDENTITY = re.compile(r"[0-9a-f]{32}\Z")
_OWN_META = ("title", "published", "author")
_LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"}
_DEEP = re.compile(r"(?:\[\s*){8}")
_WITH_TEXT = re.compile(r'"(?:text|data)"\s*:\s*"')


def read(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield entries, repairs, rejections and facts.

    Raises InputError for a name in `options.columns` that is none of COLUMNS; see `open_source` for the rest.
    """
    for name in options.columns:
        if name not in COLUMNS:
            raise InputError(f"JSON has no column “{name}” to name a key for; there are {', '.join(COLUMNS)}.")
    source = open_source(path, options.encoding)
    yield source.fact
    repeated = _repeated(source)
    units = spans = number = 0
    for item in values(source):
        if isinstance(item, Value):
            events, found = _entry(item, options.columns, number in repeated)
            number += 1
            spans += found
            yield from events
        else:
            yield item
        units += not isinstance(item, Repaired)
    yield Total(units, spans)


def sniff(sample: Sample) -> float:
    """Sure where the first line is an object with a text; less sure of an object that stands alone over several lines."""
    head = sample.head.lstrip()
    if not head or head[0] not in "{[":
        return 0.0
    if _DEEP.match(head):
        return 0.5  # nested for its own sake: it will be refused in words, and is no text to label
    first = head.split("\n", 1)[0].rstrip()
    with_text = _WITH_TEXT.search(head) is not None
    if first.startswith("{") and first.endswith("}"):
        return 0.95 if with_text else 0.5
    return (0.8 if with_text else 0.3) if head.startswith(("{", "[{", "[\n", "[ ", "[]")) else 0.0


def write(entries: Iterable[ReleasedEntry], file: TextIO, options: WriteOptions) -> Iterator[Loss]:
    """Write while it is iterated, and yield what was lost (a score that is not a number)."""
    for _, lost in written(entries, file, options):
        yield from lost


def written(entries: Iterable[ReleasedEntry], file: TextIO, options: WriteOptions) -> Iterator[Checked]:
    """Write while it is iterated, and yield each entry as the file holds it, with its losses."""
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode
    for entry in entries:
        kept, lost = losses(entry, "jsonl", options)
        line = encode(_row(kept))
        if not line.isascii():
            # JSON may hold them as they are, but readers that split lines as Unicode does would cut the object in two.
            for char, escaped in _LINE_ENDS.items():
                if char in line:
                    line = line.replace(char, escaped)
        file.write(line + "\n")
        yield kept, lost


def _row(entry: ReleasedEntry) -> dict[str, Any]:
    text = entry.text
    spans = []
    for span in entry.spans:
        start, end = span.start, span.end
        row: dict[str, Any] = {"start": start, "end": end, "label": span.label, "text": text[start:end], "origin": span.origin}
        if span.score is not None:
            row["score"] = span.score
        if span.annotator:
            row["annotator"] = span.annotator
        spans.append(row)
    meta = {"source": entry.source, "title": entry.title, "published": entry.published, "author": entry.author}
    for key, value in entry.meta.items():
        meta[dialects.free(key, meta)] = value
    row = {"id": entry.id, "text": text, "spans": spans, "meta": meta, "state": entry.state.value}
    if entry.comments is not None:
        row["comments"] = [
            {name: value for name in ("author", "time", "text", "start", "end") if (value := getattr(each, name)) is not None}
            for each in entry.comments
        ]
    return row


def _repeated(source: Source) -> set[int]:
    """Return which values (counted from 0) do not count, because Prodigy asked the same again and the last answer is the one."""
    if '"_input_hash"' not in source.sample().head:
        return set()
    # Three numbers a row: a long file must not be held to be read.
    asked, moments, numbers = array("q"), array("d"), array("q")
    for number, item in enumerate(each for each in values(source) if isinstance(each, Value)):
        question = dialects.question(item.value) if isinstance(item.value, dict) else None
        if question is not None:
            asked.append(hash(question))
            moments.append(dialects.moment(item.value))
            numbers.append(number)
    order = sorted(range(len(asked)), key=moments.__getitem__)
    order.sort(key=asked.__getitem__)  # answers to one question stand together now, the last one last
    return {numbers[one] for one, following in pairwise(order) if asked[one] == asked[following]}


def _refused(item: Value, spans: int, reason: str) -> list[ReadEvent]:
    """An entry that does not come in, and its spans with it."""
    because = f"its entry does not come in: {reason}"
    return [Rejected("entry", item.line, reason, item.raw), *(Rejected("span", item.line, because) for _ in range(spans))]


def _entry(item: Value, columns: Mapping[str, str], again: bool) -> tuple[list[ReadEvent], int]:
    """Return what a value gives, and how many spans it holds."""
    row = item.value
    if not isinstance(row, dict):
        return _refused(item, 0, "this is JSON, but not an object with a text"), 0
    key = dialects.span_key(row, columns)
    items: list[Any] = row[key] if key and isinstance(row[key], list) else []
    if again:
        return _refused(item, len(items), "the same text was answered again; the last answer counts"), len(items)
    if item.twice:
        return _refused(item, len(items), f"the key “{item.twice[0]}” stands twice in one object, with different values"), len(items)
    text_key = dialects.text_key(row, columns)
    if not isinstance(row.get(text_key), str):
        keys = ", ".join(list(row)[:8])
        return _refused(item, len(items), f"there is no text under “{text_key}”; the object has {keys or 'no keys'}"), len(items)
    events: list[ReadEvent] = []
    text, replaced = stored(row[text_key]) if item.escaped else (row[text_key], 0)
    if replaced:
        events.append(Repaired(item.line, "NUL or half a surrogate pair became U+FFFD", replaced))
    answer = dialects.answer(row)
    state = dialects.state(row)
    if isinstance(state, str) and not isinstance(state, State):
        events.append(Repaired(item.line, f"{state}; it was left out"))
        state = None
    identity = row.get("id")
    identity = identity if isinstance(identity, str) and _IDENTITY.match(identity) else ""
    taken = frozenset({text_key, key, *columns.values(), *(("id",) if identity else ())})
    meta = dialects.meta(row, taken)
    if item.escaped:
        meta = {stored(name)[0]: stored(value)[0] for name, value in meta.items()}
    own = {name: _field(row, meta, name, columns) if columns else meta.pop(name, "") for name in _OWN_META}
    if not meta.get("source"):
        meta.pop("source", None)
    if answer.refused:
        drafts: tuple[SpanDraft, ...] = ()
        events += [Rejected("span", item.line, answer.refused, shown(each)) for each in items]
    else:
        found = None if answer.wrong else plain(items, text)
        drafts = spans_of(item.line, items, row, text, answer.wrong, events) if found is None else found
    published = own["published"] if identity else published_of(own["published"])
    events.append(
        EntryDraft(
            text,
            title=own["title"],
            author=own["author"],
            published=published,
            published_written="" if identity else own["published"],
            meta=meta,
            spans=drafts,
            state=state or answer.state,
            identity=identity,
            partial=answer.partial,
            line=item.line,
            last_line=item.line,
        )
    )
    return events, len(items)


def _field(row: Mapping[str, Any], meta: dict[str, str], name: str, columns: Mapping[str, str]) -> str:
    if name in columns:
        value = row.get(columns[name])
        return stored(value)[0] if isinstance(value, str) else "" if value is None else str(value)
    return meta.pop(name, "")
