"""Live blogs in saved web pages: schema.org `LiveBlogPosting` (https://schema.org/LiveBlogPosting) in a JSON-LD block.

    <script type="application/ld+json">
    {"@type": "LiveBlogPosting", "headline": "Harbour live", "liveBlogUpdate": [
      {"@type": "BlogPosting", "headline": "Talks resume", "datePublished": "2021-05-04T14:05:00Z",
       "author": {"name": "Ada Nkemelu"}, "articleBody": "<p>Both sides are back.</p>"}]}
    </script>

Only such blocks are read; what a browser would show or run is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotator.core.drafts import EntryDraft, Fact, Kept, ReadEvents, ReadOptions, Rejected, Repaired, Total
from annotator.core.errors import InputError
from annotator.core.text import stored
from annotator.formats.dates import published_of
from annotator.formats.format import Sample
from annotator.formats.html_text import DATA_BLOCK, DataBlock, data_blocks, plain
from annotator.formats.liveblog import counted
from annotator.formats.source import open_source

WANTED = "LiveBlogPosting"
_WRAPPED = (
    re.compile(r"\s*(?:(?://|/\*)\s*)?<!\[CDATA\[(?:\s*\*/)?(?P<inner>.*?)(?:(?://|/\*)\s*)?\]\]>(?:\s*\*/)?\s*", re.DOTALL),
    re.compile(r"\s*<!--(?P<inner>.*?)(?://\s*)?-->\s*", re.DOTALL),
)
_RAW = 200


def read(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield the updates of every live blog of the page, in its order; title and description are Kept and Facts.

    A unit is an update, or a data block that cannot be read. An entry's text is headline, blank line, body, without HTML; entities are
    decoded once. `published` comes from `datePublished` (else `dateCreated`, `dateModified`). `line` is that of the block.

    Raises InputError, saying what was looked for, where the page has no live blog.
    """
    source = open_source(path, options.encoding)
    page, others = source.whole()
    blocks = data_blocks(page)
    events: list[Rejected | Repaired] = list(others)
    blogs: list[tuple[int, Mapping[str, object]]] = []
    kinds: list[str] = []
    for block in blocks:
        value = _value(block, events)
        for found in _objects(value):
            kinds += [kind for kind in _types(found) if kind not in kinds]
            if WANTED not in _types(found):
                continue
            if any(found == other for _, other in blogs):
                events.append(Repaired(block.line, "the same live blog is in the page twice; the second is left out"))
                continue
            blogs.append((block.line, found))
    if not blogs:
        raise InputError(_nothing(path.name, blocks, kinds, events))
    yield source.fact
    yield from events
    units = sum(isinstance(event, Rejected) for event in events)
    for line, blog in blogs:
        for event in _blog(blog, line):
            units += isinstance(event, EntryDraft | Rejected) or (isinstance(event, Kept) and event.counts)
            yield event
    yield Total(units, 0)


def sniff(sample: Sample) -> float:
    """Return how sure the text is of being a web page, with a live blog in it where its beginning shows one."""
    head = sample.head.lstrip().lower()
    page = head.startswith(("<!doctype html", "<html", "<!--", "<head", "<script", "<?xml")) or ("<html" in head[:4000] and "<" in head[:1])
    if not page:
        return 0.0
    return 0.98 if WANTED in sample.head else 0.6


def _nothing(name: str, blocks: Sequence[DataBlock], kinds: Sequence[str], events: Sequence[Rejected | Repaired]) -> str:
    looked = f'a <script type="{DATA_BLOCK}"> block with a schema.org {WANTED}'
    broken = next((event for event in events if isinstance(event, Rejected)), None)
    if not blocks:
        found = "it has no such block at all"
    elif broken is not None and not kinds:
        found = f"its block at line {broken.line} cannot be read ({broken.reason})"
    else:
        found = f"its {len(blocks)} blocks hold {', '.join(kinds[:8]) or 'nothing with a type'}"
    return f"{name} has no live blog that can be read: looked for {looked}; {found}. Save the text of the page as a text file instead."


def _value(block: DataBlock, events: list[Rejected | Repaired]) -> object:
    text = block.text
    for pattern in _WRAPPED:
        match = pattern.fullmatch(text)
        if match:
            text = match["inner"]
            events.append(Repaired(block.line, "the comment or CDATA marks around the data were taken off"))
    text = text.strip().removeprefix("\ufeff")
    if text.endswith(";"):
        text = text.rstrip("; \n")
        events.append(Repaired(block.line, "a semicolon behind the data was taken off"))
    try:
        return json.loads(text)
    except RecursionError:
        events.append(Rejected("entry", block.line, "the data is nested too deep to be read", _raw(text)))
        return None
    except ValueError as error:
        # Some sites put line ends and TABs into strings as they are.
        reason = str(error)
    try:
        value: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        events.append(Rejected("entry", block.line, f"the data is not JSON: {reason}", _raw(text)))
        return None
    events.append(Repaired(block.line, "control characters stand unescaped in strings; they are read as they are"))
    return value


def _raw(text: str) -> str:
    return stored(text[:_RAW])[0]


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    """Yield every object inside of a value, in its order; no deeper recursion than a list. Inside of a live blog nothing is looked for."""
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, dict):
            yield current
            if WANTED not in _types(current):
                waiting += list(current.values())[::-1]
        elif isinstance(current, list):
            waiting += current[::-1]


def _types(value: Mapping[str, object]) -> list[str]:
    kind = value.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return [name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if isinstance(name, str)]


def _blog(blog: Mapping[str, object], line: int) -> ReadEvents:
    for name, keys in (("title", ("headline", "name")), ("standfirst", ("description", "alternativeHeadline", "abstract"))):
        text = _text(blog, *keys)
        if text:
            yield Kept(name, line, text)
            yield Fact(name, text)
    for name, key in (("begins", "coverageStartTime"), ("ends", "coverageEndTime")):
        if time := _text(blog, key):
            yield Fact(name, time)
    updates = blog.get("liveBlogUpdate")
    drafts: list[EntryDraft] = []
    events: list[Rejected | Repaired] = []
    for number, update in enumerate(updates if isinstance(updates, list) else [updates] if updates is not None else [], start=1):
        draft = _draft(update, number, line, events)
        if draft is not None:
            drafts.append(draft)
    times = [draft.published for draft in drafts if draft.published]
    newest_is_first = not times or times[0] >= times[-1]
    yield Fact("order", "newest first" if newest_is_first else "oldest first")
    yield Fact("dates", f"{len(times)} written, 0 inferred, {len(drafts) - len(times)} unknown")
    yield from events
    yield from counted(drafts, newest_is_first=newest_is_first)


def _draft(update: object, number: int, line: int, events: list[Rejected | Repaired]) -> EntryDraft | None:
    if not isinstance(update, dict):
        events.append(Rejected("entry", line, f"update {number} is no object", _raw(str(update)[:_RAW])))
        return None
    headline, body = _text(update, "headline", "name"), _text(update, "articleBody", "text", "description")
    text, replaced = stored("\n\n".join(part for part in (headline, body) if part))
    if not text:
        events.append(
            Rejected("entry", line, f"update {number} has neither headline nor text", _raw(json.dumps(update, ensure_ascii=False)[:_RAW]))
        )
        return None
    if replaced:
        events.append(Repaired(line, f"update {number}: NUL or half a surrogate pair became U+FFFD", replaced))
    written = _text(update, "datePublished", "dateCreated", "dateModified")
    published = published_of(written)
    return EntryDraft(
        text=text,
        title=" ".join(stored(headline)[0].split()),
        author=stored(", ".join(_names(update.get("author"))))[0],
        published=published,
        published_written=stored(written)[0],
        meta={"url": url} if (url := stored(_text(update, "url", "@id", "mainEntityOfPage"))[0]) else {},
        line=line,
        last_line=line,
        notes=() if published else ("the page gives no time that can be read",),
    )


def _text(value: Mapping[str, object], *keys: str) -> str:
    """Return the first of the keys that holds text, as plain text."""
    for key in keys:
        found = value.get(key)
        if isinstance(found, list):
            found = "\n\n".join(each for each in found if isinstance(each, str))
        if isinstance(found, dict):
            found = found.get("@value") or found.get("@id")
        if isinstance(found, str) and (text := plain(found)):
            return text
    return ""


def _names(author: object) -> list[str]:
    """Return the names of an author: a name, an object with a name, or a list of these; no name twice."""
    names: list[str] = []
    waiting = [author]
    while waiting:
        current = waiting.pop()
        if isinstance(current, list):
            waiting += current[::-1]
        elif isinstance(current, dict):
            waiting.append(current.get("name"))
        elif isinstance(current, str) and (name := " ".join(plain(current).split())) and name not in names:
            names.append(name)
    return names
