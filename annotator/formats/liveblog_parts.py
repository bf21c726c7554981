"""A live blog in plain text taken apart: header, entries, date lines, advertisements. Every line ends up in exactly one part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from annotator.formats.liveblog_shapes import Stamp, date_line, stamp_of
from annotator.formats.source import Line

_ADVERTISEMENT = re.compile(
    r"\W*(?:advertisement|story continues below(?: this)?(?: advertisement)?|article continues below)\W*", re.IGNORECASE
)
_AGO = re.compile(r"\s*(?:\d{1,3}|an?)\s?(?:s|m|h|d|(?:sec(?:ond)?|min(?:ute)?|hr|hour|day|week)s?)\s+ago\s*", re.IGNORECASE)
_NO_HEADLINE = re.compile(r"[.…:;,][\"'”’)\]]*$")
_HEADLINE = 160
"""Characters up to which a line can be told for a headline by its looks."""
_LONGEST_HEADLINE = 300
"""Characters beyond which the paragraph above a byline is no headline."""


class Layout(Enum):
    """Where an entry's time stands."""

    BELOW_HEADLINE = "below the headline"
    FIRST = "first"
    LAST = "last"


@dataclass(slots=True)
class Part:
    """A stretch of lines with one role: paragraph, stamp, date, advertisement. `stamp` and `day` as the role needs them."""

    role: str
    lines: list[Line]
    stamp: Stamp | None = None
    day: date | None = None

    @property
    def text(self) -> str:
        """The lines as they stand, joined by LF."""
        return "\n".join(line.text for line in self.lines)


@dataclass(slots=True)
class Post:
    """An entry of the blog: its paragraphs (headline first where `has_headline`), its stamp, and what else stands inside of it."""

    stamp: Part
    paragraphs: list[Part] = field(default_factory=list)
    has_headline: bool = False
    others: list[Part] = field(default_factory=list)
    section: date | None = None
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Blog:
    """All parts of a live blog, in the order of the file."""

    header: list[Part]
    posts: list[Post]
    footer: list[Part]
    layout: Layout
    shape: str


def looks_like_headline(part: Part) -> bool:
    """Return whether a paragraph looks like a headline: one short line that does not end like a sentence."""
    text = part.text.strip()
    return part.role == "paragraph" and len(part.lines) == 1 and len(text) <= _HEADLINE and not _NO_HEADLINE.search(text)


def taken_apart(lines: Iterable[Line]) -> Blog | None:
    """Return the blog's parts; None where no line has the time of an entry."""
    parts, shape = _parts(lines)
    stamps = [at for at, part in enumerate(parts) if part.role == "stamp"]
    if not stamps:
        return None
    layout = _layout(parts, stamps, shape)
    _only_at_borders(parts, layout)
    parts = _joined(parts)
    if layout is Layout.BELOW_HEADLINE:
        header, posts, footer = _below_headline(parts)
    elif layout is Layout.FIRST:
        header, posts, footer = _stamp_first(parts)
    else:
        header, posts, footer = _stamp_last(parts)
    return Blog(header, posts, footer, layout, shape) if posts else None


def _parts(lines: Iterable[Line]) -> tuple[list[Part], str]:
    parts: list[Part] = []
    counts: Counter[str] = Counter()
    fresh = True
    for line in lines:
        if not line.text.strip():
            fresh = True
            continue
        if _ADVERTISEMENT.fullmatch(line.text):
            parts.append(Part("advertisement", [line]))
        elif stamp := stamp_of(line.text):
            counts[stamp.shape] += 1
            parts.append(Part("stamp", [line], stamp))
        elif day := date_line(line.text):
            parts.append(Part("date", [line], day=day))
        elif _AGO.fullmatch(line.text):
            parts.append(Part("ago", [line]))
        elif fresh or parts[-1].role != "paragraph":
            parts.append(Part("paragraph", [line]))
        else:
            parts[-1].lines.append(line)
            continue
        fresh = parts[-1].role != "paragraph"
    return _of_one_family(parts, counts)


def _of_one_family(parts: list[Part], counts: Counter[str]) -> tuple[list[Part], str]:
    """Take for stamps only the shapes that the file lives by: a body may hold a time line of another."""
    whole = counts["author"] + counts["time"] + counts["ago"] + counts["glued"]
    family = {"author", "time", "ago"}
    if counts["head"] > whole:
        family = {"head", "time", "ago"}
    elif counts["epoch"] and counts["epoch"] >= whole:
        family = {"epoch"}
    elif counts["glued"] > whole - counts["glued"]:
        family = {"glued"}
    chosen = [(count, shape == "author", shape) for shape, count in counts.items() if shape in family]
    shape = max(chosen)[2] if chosen else ""
    seen_author = False
    for at, part in enumerate(parts):
        if part.stamp is None:
            continue
        seen_author = seen_author or part.stamp.shape == "author"
        stray = part.stamp.shape not in family
        if not stray and shape == "author" and part.stamp.shape != "author":
            # "Updated" lines of the header, times inside a text; an entry without author still has its headline above.
            stray = not seen_author or at == 0 or not looks_like_headline(parts[at - 1])
        if stray:
            part.role, part.stamp = "paragraph", None
    return parts, shape


def _layout(parts: Sequence[Part], stamps: Sequence[int], shape: str) -> Layout:
    fixed = {"author": Layout.BELOW_HEADLINE, "glued": Layout.LAST, "head": Layout.FIRST, "epoch": Layout.FIRST}
    if shape in fixed:
        return fixed[shape]
    if all(part.role != "paragraph" for part in parts[stamps[-1] + 1 :]):
        return Layout.BELOW_HEADLINE
    above = sum(1 for at in stamps if at and looks_like_headline(parts[at - 1]))
    below = sum(1 for at in stamps if at + 1 < len(parts) and looks_like_headline(parts[at + 1]))
    # A header may end in what looks like a headline: one vote above is worth less where nothing else speaks for it.
    return Layout.BELOW_HEADLINE if above >= below and above > len(stamps) // 3 and (above > 1 or len(stamps) == 1) else Layout.FIRST


def _only_at_borders(parts: Sequence[Part], layout: Layout) -> None:
    """Make a date inside a body a paragraph again: a date line stands before an entry, or in the header; "2 hours ago" beside a time."""
    reach = 2 if layout is Layout.BELOW_HEADLINE else 1
    started = False
    for at, part in enumerate(parts):
        started = started or part.role == "stamp"
        beside = [other.role for other in (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2])]
        if part.role == "ago" and "stamp" not in beside:
            part.role = "paragraph"
        if part.role != "date":
            continue
        following = [other.role for other in parts[at + 1 :][: reach + 4] if other.role not in ("advertisement", "date")][:reach]
        before_stamp = "stamp" in following
        after_stamp = layout is Layout.LAST and at > 0 and parts[at - 1].role == "stamp"
        if started and not before_stamp and not after_stamp:
            part.role, part.day = "paragraph", None


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Join lines that became paragraphs again to the paragraph they stand in."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and part.role == last.role == "paragraph" and part.lines[0].number == last.lines[-1].number + 1:
            last.lines.extend(part.lines)
        else:
            joined.append(part)
    return joined


def _below_headline(parts: list[Part]) -> tuple[list[Part], list[Post], list[Part]]:
    header: list[Part] = []
    posts: list[Post] = []
    section: date | None = None
    for part in parts:
        held = posts[-1].paragraphs if posts else header
        others = posts[-1].others if posts else header
        if part.role == "stamp":
            headline = _headline_above(held, first_of_body=int(bool(posts) and posts[-1].has_headline))
            post = Post(part, [headline] if headline else [], headline is not None, section=section)
            if headline is None:
                post.notes.append("no headline stands above its time")
            section = None
            posts.append(post)
        elif part.role == "paragraph":
            held.append(part)
        else:
            section = part.day or section
            others.append(part)
    return header, _with_text(posts, header), []


def _with_text(posts: Sequence[Post], header: list[Part]) -> list[Post]:
    """Let go of time lines without any text: the second of two is kept with the entry above it."""
    kept: list[Post] = []
    for post in posts:
        if post.paragraphs:
            kept.append(post)
            continue
        (kept[-1].others if kept else header).extend([post.stamp, *post.others])
        if kept:
            kept[-1].notes.append("a second time line stands right below the first; the first is taken")
    return kept


def _headline_above(held: list[Part], *, first_of_body: int) -> Part | None:
    """Take the headline off the end of what stands above a time line; `first_of_body`: so many parts belong to the entry before."""
    # In the header, dates and advertisements stand among the paragraphs, and one can stand between headline and time.
    at = next((at for at in range(len(held) - 1, first_of_body - 1, -1) if held[at].role == "paragraph"), None)
    if at is None:
        return None
    last = held[at]
    wrapped = len(last.lines) <= 3 and len(last.text) <= 200 and not any(_NO_HEADLINE.search(line.text.strip()) for line in last.lines[:-1])
    if len(last.lines) > 1 and not wrapped:
        line = last.lines.pop()
        return Part("paragraph", [line])
    if len(last.text) > _LONGEST_HEADLINE:
        return None
    return held.pop(at)


def _stamp_first(parts: list[Part]) -> tuple[list[Part], list[Post], list[Part]]:
    header: list[Part] = []
    posts: list[Post] = []
    section: date | None = None
    for part in parts:
        if part.role == "stamp":
            rest = part.stamp.rest if part.stamp else ""
            if not rest and posts and not posts[-1].paragraphs:
                posts[-1].others.append(part)
                posts[-1].notes.append("a second time line stands right below the first; the first is taken")
                continue
            posts.append(Post(part, [Part("paragraph", [Line(part.lines[0].number, rest)])] if rest else [], section=section))
            section = None
        elif part.role == "paragraph":
            post = posts[-1] if posts else None
            own = post.stamp.stamp if post else None
            if (
                post
                and own
                and own.shape == "head"
                and post.paragraphs
                and part.lines[0].number == post.paragraphs[-1].lines[-1].number + 1
            ):
                post.paragraphs[-1].lines.extend(part.lines)
            else:
                (post.paragraphs if post else header).append(part)
        else:
            section = part.day or section
            (posts[-1].others if posts else header).append(part)
    for post in posts:
        epoch = post.stamp.stamp is not None and post.stamp.stamp.shape == "epoch"
        post.has_headline = bool(post.paragraphs) and (epoch or looks_like_headline(post.paragraphs[0]))
    return (
        header,
        [post for post in posts if post.paragraphs],
        [part for post in posts if not post.paragraphs for part in (post.stamp, *post.others)],
    )


def _stamp_last(parts: list[Part]) -> tuple[list[Part], list[Post], list[Part]]:
    header: list[Part] = []
    posts: list[Post] = []
    section: date | None = None
    paragraphs: list[Part] = []
    others: list[Part] = []
    for part in parts:
        if part.role == "stamp" and paragraphs:
            post = Post(part, paragraphs, looks_like_headline(paragraphs[0]), others, section)
            posts.append(post)
            paragraphs, others, section = [], [], None
        elif part.role == "paragraph":
            paragraphs.append(part)
        else:
            section = part.day or section
            others.append(part)
    if posts:
        header = _header_of_first(posts)
    return header, posts, [*paragraphs, *others]


def _header_of_first(posts: list[Post]) -> list[Part]:
    """Part the page's header from the first entry: where entries begin with a headline, the last one before the first time does."""
    first = posts[0]
    headed = sum(post.has_headline for post in posts[1:]) * 2 >= len(posts) - 1
    starts = [at for at, part in enumerate(first.paragraphs[:-1]) if looks_like_headline(part)]
    begin = (starts[-1] if headed else min(1, len(first.paragraphs) - 1)) if starts and starts[0] == 0 else 0
    header, first.paragraphs = first.paragraphs[:begin], first.paragraphs[begin:]
    first.has_headline = looks_like_headline(first.paragraphs[0])
    line = first.paragraphs[0].lines[0].number
    header += [part for part in first.others if part.lines[0].number < line]
    first.others = [part for part in first.others if part.lines[0].number > line]
    return sorted(header, key=lambda part: part.lines[0].number)
