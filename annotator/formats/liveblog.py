"""Live blogs in plain text, as a browser's "select all, copy" gives them.

    Harbour live: ferry strike enters second day

    Crews say they will stay ashore.

    Key Points

      • Talks resume at noon

    Talks resume in Port Verin

    14:05 , Ada Nkemelu

    Both sides are back at the table.

    Strike begins

    Tuesday 4 May 2021 23:10 , Ivo Marsh

The headline, a line with the time (and author), the paragraphs; newest first or oldest first. What else sites write stands in
`liveblog_shapes`. Header, times, date lines and advertisements are kept as source. An entry's text is the headline, a blank line,
and the paragraphs with a blank line between, each as it stands in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from annotator.core.drafts import EntryDraft, Fact, Kept, ReadEvents, ReadOptions, Rejected, Repaired, Total
from annotator.core.errors import InputError
from annotator.formats.dates import day_given, published
from annotator.formats.format import Sample
from annotator.formats.liveblog_days import Found, Moment, days, newest_first
from annotator.formats.liveblog_parts import Blog, Part, Post, looks_like_headline, taken_apart
from annotator.formats.liveblog_shapes import Stamp, date_line, stamp_of
from annotator.formats.source import MAX_WHOLE, Line, Source, open_source, too_large

_KEY_POINTS = re.compile(r"\W*(?:key (?:points|events|developments|moments|updates)|summary|at a glance)\W*", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[•·‣▪●*]|[-–—]\s)\s*(?P<point>.+)", re.DOTALL)
_LONGEST_TITLE = 300
_UNKNOWN = "only the time is known, not the day: give the day of the newest entry with the date option"


def read(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield the entries of a live blog in the order of the file, header and time lines as Kept, and what was found out as Facts.

    Units are entries, header paragraphs, key points, date lines, advertisements and lines rejected; an entry's own time line is Kept
    without counting. The dates of entries that have a time only are inferred as `liveblog_days.days` says; `options.date` is the day
    of the newest entry where no line has a date. `occurrence` counts from 0, the oldest of equal entries.

    Raises InputError where no line has the time of an entry, and where the file cannot be read as text.
    """
    newest = day_given(options.date)
    source = open_source(path, options.encoding)
    lines, others = _lines(source)
    blog = taken_apart(lines)
    if blog is None:
        wanted = "no line with the time of an entry, such as `14:05 , Ada Nkemelu`"
        raise InputError(f"{path.name} has {wanted}, so it is not a live blog; import it as text.")
    yield source.fact
    yield from others
    yield from _blog(
        blog, newest_given=options.date, found=_days(blog, newest), rejected=sum(isinstance(each, Rejected) for each in others)
    )


def sniff(sample: Sample) -> float:
    """Return how sure the text is of being a live blog: by how many lines have the time of an entry, and how."""
    lines = [line for line in sample.head.split("\n")[:2000] if line.strip()]
    if not lines or any(line.lstrip()[:1] in ("{", "<") for line in lines[:1]):
        return 0.0
    shapes = Counter(stamp.shape for line in lines if (stamp := stamp_of(line)) is not None)
    strong = shapes["author"] + shapes["glued"] + shapes["ago"] + shapes["epoch"]
    weak = shapes["time"] + shapes["head"]
    if strong >= 2 or (strong and weak):
        return 0.95
    if strong:
        return 0.7
    return 0.85 if weak >= 3 else 0.6 if weak == 2 else 0.3 if weak else 0.0


def _lines(source: Source) -> tuple[list[Line], list[Rejected | Repaired]]:
    """Read all lines: the first date can stand in the last of them."""
    lines: list[Line] = []
    others: list[Rejected | Repaired] = []
    size = 0
    for line in source.lines():
        if isinstance(line, Line):
            lines.append(line)
            size += len(line.text)
            if size > MAX_WHOLE:
                raise too_large(source.name)
        else:
            others.append(line)
    return lines, others


def _stamp(post: Post) -> Stamp:
    if post.stamp.stamp is None:
        raise ValueError("A post's stamp part holds its stamp.")
    return post.stamp.stamp


def _moments(blog: Blog) -> list[Moment]:
    dated = any(_stamp(post).day for post in blog.posts)
    moments: list[Moment] = []
    for at, post in enumerate(blog.posts):
        stamp = _stamp(post)
        # The date of the page's head may be that of its first entry or of its last; a dated entry knows better.
        section = None if at == 0 and dated else post.section
        moments.append(Moment(stamp.clock.minutes, stamp.day, section if stamp.day is None else None))
    return moments


def _days(blog: Blog, newest: date | None) -> tuple[list[Found], bool]:
    moments = _moments(blog)
    direction = newest_first(moments)
    return days(moments, newest_is_first=direction, newest=newest), direction


def _blog(blog: Blog, *, newest_given: str, found: tuple[list[Found], bool], rejected: int) -> ReadEvents:
    places, direction = found
    units = rejected
    for event in _header(blog.header):
        units += isinstance(event, Kept) and event.counts
        yield event
    yield from _facts(blog, places, direction, newest_given)
    drafts = [_draft(post, place) for post, place in zip(blog.posts, places, strict=True)]
    for draft, post in zip(counted(drafts, newest_is_first=direction), blog.posts, strict=True):
        units += 1
        yield draft
        yield Kept("time", post.stamp.lines[0].number, _stamp(post).kept, counts=False)
        for part in post.others:
            time = part.role in ("stamp", "ago")
            kept = Kept("time" if time else part.role, part.lines[0].number, part.text, counts=not time)
            units += kept.counts
            yield kept
    for part in blog.footer:
        units += 1
        yield Kept("footer" if part.role == "paragraph" else part.role, part.lines[0].number, part.text)
    yield Total(units, 0)


def _header(parts: Sequence[Part]) -> Iterator[Kept | Fact]:
    title = ""
    standfirst: list[str] = []
    points = False
    for part in sorted(parts, key=lambda each: each.lines[0].number):
        text, line = part.text, part.lines[0].number
        if part.role != "paragraph":
            yield Kept("time" if part.role in ("stamp", "ago") else part.role, line, text)
        elif _KEY_POINTS.fullmatch(part.lines[0].text) or (points and (_BULLET.match(text) or looks_like_headline(part))):
            points = True
            for each in part.lines:
                bullet = _BULLET.match(each.text)
                heading = _KEY_POINTS.fullmatch(each.text)
                yield Kept("heading" if heading else "key point", each.number, each.text)
                if not heading:
                    yield Fact("key point", (bullet["point"] if bullet else each.text).strip())
        elif not title and len(text) <= _LONGEST_TITLE:
            title = part.lines[0].text.strip()
            yield Kept("title", line, part.lines[0].text)
            yield Fact("title", title)
            for each in part.lines[1:]:
                # Names and the time of the page stand right below its title.
                yield Kept("time" if stamp_of(each.text) else "subtitle", each.number, each.text)
        elif len(part.lines) == 1 and (stamp_of(text) or date_line(text)):
            yield Kept("time", line, text)
        else:
            standfirst.append(text.strip())
            yield Kept("standfirst", line, text)
    if standfirst:
        yield Fact("standfirst", "\n\n".join(standfirst))


def _facts(blog: Blog, places: Sequence[Found], direction: bool, newest_given: str) -> Iterator[Fact]:
    known = sorted(place.day for place in places if place.day is not None)
    written = sum(1 for place in places if place.day is not None and not place.how)
    yield Fact("shape", f"time {blog.layout.value} ({blog.shape})")
    yield Fact("order", "newest first" if direction else "oldest first")
    if known:
        yield Fact("days", f"{known[0]} to {known[-1]}" if known[0] != known[-1] else str(known[0]))
    yield Fact("dates", f"{written} written, {len(known) - written} inferred, {len(places) - len(known)} unknown")
    if len(known) < len(places):
        yield Fact("undated", f"{len(places) - len(known)} entries: {_UNKNOWN}")
    if newest_given and not any(place.how.startswith("day given") for place in places):
        yield Fact("date given", f"{newest_given} was not needed: the file has dates of its own")


def _draft(post: Post, place: Found) -> EntryDraft:
    stamp = _stamp(post)
    numbers = [line.number for part in [*post.paragraphs, post.stamp] for line in part.lines]
    notes = [*post.notes, *stamp.notes]
    if place.how:
        notes.append(place.how)
    if place.day is None:
        notes.append(_UNKNOWN)
    return EntryDraft(
        text="\n\n".join(part.text for part in post.paragraphs),
        title=" ".join(line.text.strip() for line in post.paragraphs[0].lines) if post.has_headline else "",
        author=stamp.author,
        published=published(place.day, stamp.clock) if place.day else "",
        published_written=stamp.written,
        line=min(numbers),
        last_line=max(numbers),
        notes=tuple(notes),
    )


def counted(drafts: Sequence[EntryDraft], *, newest_is_first: bool) -> list[EntryDraft]:
    """Return the entries with equal ones numbered from the oldest (0), so that more posts at the top change no number."""
    seen: Counter[tuple[str, str, str, str]] = Counter()
    counted: list[EntryDraft] = []
    for draft in reversed(drafts) if newest_is_first else drafts:
        key = (draft.text, draft.title, draft.published_written, draft.author)
        counted.append(replace(draft, occurrence=seen[key]))
        seen[key] += 1
    return counted[::-1] if newest_is_first else counted
