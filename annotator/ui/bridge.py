"""From the project's values to those that the widgets show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from annotator.core.ids import Id
from annotator.core.model import Entry, Scheme, Span, Suggestion
from annotator.project.entries import Listed
from annotator.project.listing import OTHERS, PRACTICE
from annotator.project.spans import Marks
from annotator.ui.entry_head import Head, Neighbour
from annotator.ui.entry_model import Heading
from annotator.ui.label_list import LabelRow
from annotator.ui.marks import Mark

_SEEN = 600
"""Code points of a neighbour's text that can be seen."""
_LONGEST_TITLE = 300


def mark(each: Span | Suggestion, scheme: Scheme) -> Mark:
    """Return what the screen shows of a span or a suggestion."""
    label = scheme.by_id(each.label)
    key, shortcut, colour = (label.key, label.shortcut, colour_of(label.colour)) if label else ("?", "", 0)
    if isinstance(each, Span):
        return Mark(each.id, each.start, each.end, key, shortcut, colour)
    return Mark(each.id, each.start, each.end, key, shortcut, colour, False, each.score, bool(each.behind))


def marks(found: Marks, scheme: Scheme) -> list[Mark]:
    """Return what the screen shows of an entry's spans and pending suggestions."""
    both: list[Span | Suggestion] = [*found.spans, *found.pending]
    return [mark(each, scheme) for each in both]


class Marked:
    """The marks of the entry in hand, each made once as long as its span or suggestion stays the same: an entry may have thousands."""

    def __init__(self) -> None:
        self._of: tuple[Marks, Scheme] | None = None
        self._made: dict[Id, tuple[Span | Suggestion, Mark]] = {}
        self._marks: list[Mark] = []

    def of(self, found: Marks, scheme: Scheme) -> list[Mark]:
        """Return what `marks` returns; not to be changed."""
        if self._of is not None and self._of[0] is found and self._of[1] is scheme:
            return self._marks
        before = self._made if self._of is not None and self._of[1] is scheme else {}
        self._made = {}
        both: list[Span | Suggestion] = [*found.spans, *found.pending]
        for each in both:
            old = before.get(each.id)
            # Compared with "is" first: most are the very same.
            self._made[each.id] = old if old is not None and (old[0] is each or old[0] == each) else (each, mark(each, scheme))
        self._of = found, scheme
        self._marks = [made for _, made in self._made.values()]
        return self._marks


def colour_of(number: int) -> int:
    """Return the number of a label's colour as the screen counts it, from 0; schemes count from 1."""
    return max(number - 1, 0)


def heading(listed: Listed) -> Heading:
    """Return what the list shows of an entry."""
    value = listed.heading
    return Heading(
        value.row, first_line(value.title), clock(value.published), value.author, value.state, value.flagged, listed.pending, value.comments
    )  # fmt: skip


def label_rows(scheme: Scheme, counts: Mapping[Id, int], keys: Mapping[str, str], lit: Id | None) -> list[LabelRow]:
    """Return the rows of the label list; `keys` holds the key that works now by the label's key in capitals."""
    return [
        LabelRow(
            each.id, each.key, keys.get(each.key, ""), colour_of(each.colour), counts.get(each.id, 0), each.name, each.id == lit
        )
        for each in scheme.active
    ]  # fmt: skip


def titled(entry: Entry) -> int:
    """Return how many code points at the head of the text are the title; 0 where the text does not begin with it."""
    title = entry.title
    rest = entry.text[len(title) : len(title) + 1]
    return len(title) if title and entry.text.startswith(title) and rest in {"", "\n", "\r"} else 0


def head(entry: Entry, tally: str, *, flagged: bool, comments: int, read_only: bool) -> Head:
    """Return what stands above the text. A title that the text begins with is not said twice."""
    if titled(entry):
        looking = (QCoreApplication.translate("head", "read only"),) if read_only else ()
        return Head("", (*meta(entry), *looking), tally, flagged, comments, read_only)
    return Head(entry.title, meta(entry), tally, flagged, comments, read_only)


def meta(entry: Entry) -> tuple[str, ...]:
    """Return date, time and author as far as they are known; what the file wrote where its date could not be read."""
    if not entry.published:
        return entry.published_written, entry.author
    return day(entry.published, short=True), clock(entry.published), entry.author


def neighbour(entry: Entry | None) -> Neighbour | None:
    """Return what is shown of the entry before or after."""
    if entry is None:
        return None
    text = entry.text[: _SEEN + len(entry.title)]
    title = entry.title or first_line(text)
    return Neighbour(first_line(title), clock(entry.published), text.removeprefix(title).lstrip())


def first_line(text: str) -> str:
    """Return a text's first line, whatever ends it, in some hundred code points."""
    words = text[:_LONGEST_TITLE].strip()
    return words.splitlines()[0] if words else ""


def clock(published: str) -> str:
    """Return the time of day of an ISO 8601 moment, "" where it has none."""
    return published[11:16] if len(published) >= 16 else ""


def day(published: str, *, short: bool = False) -> str:
    """Return the day of an ISO 8601 moment in words: "Thursday 27 January", or short "Thu 27 Jan 2022"."""
    try:
        found = date.fromisoformat(published[:10])
    except ValueError:
        return published[:10]
    form = QCoreApplication.translate("dates", "ddd d MMM yyyy") if short else QCoreApplication.translate("dates", "dddd d MMMM yyyy")
    words = QLocale().toString(QDate(found.year, found.month, found.day), form)
    return str(words)


def brief_day(published: str, *, year: bool = False) -> str:
    """Return the day of an ISO 8601 moment where there is little room: "3 Mar", or with its year "3 Mar 2031"."""
    try:
        found = date.fromisoformat(published[:10])
    except ValueError:
        return published
    form = QCoreApplication.translate("dates", "d MMM yyyy") if year else QCoreApplication.translate("dates", "d MMM")
    return str(QLocale().toString(QDate(found.year, found.month, found.day), form))


def when(moment: str, now: datetime) -> str:
    """Return a past moment (ISO 8601, local) as one says it: "today, 14:02", "yesterday", "11 November", "3 May 2021"."""
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    days = (now.date() - then.date()).days
    if days == 0:
        return QCoreApplication.translate("when", "today, {time}").format(time=f"{then:%H:%M}")
    if days == 1:
        return QCoreApplication.translate("when", "yesterday")
    this_year = then.year == now.year
    form = QCoreApplication.translate("dates", "d MMMM") if this_year else QCoreApplication.translate("dates", "d MMMM yyyy")
    return str(QLocale().toString(QDate(then.year, then.month, then.day), form))


def day_headings(days: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the headings of the list: at which place, and the day in words; the year only where days of several years are listed.

    What is to be practised on has a heading of its own, and so have undated entries after it.
    """
    others = {
        PRACTICE: QCoreApplication.translate("headings", "Practice"),
        OTHERS: QCoreApplication.translate("headings", "After practice"),
    }
    several = len({iso[:4] for _, iso in days if iso not in others}) > 1
    headings = []
    for place, iso in days:
        words = others.get(iso) or day(iso)
        headings.append((place, words if several else words.removesuffix(f" {iso[:4]}")))
    return headings


def local_moment(stamp: str, now: datetime) -> str:
    """Return a moment of the log (ISO 8601 in UTC) as one says it where `now` is: "today, 14:02", "11 November, 09:30"."""
    try:
        then = datetime.fromisoformat(stamp).astimezone(now.tzinfo)
    except ValueError:
        return stamp
    words = when(then.isoformat(), now)
    return words if words.endswith(f"{then:%H:%M}") else f"{words}, {then:%H:%M}"
