"""Which spans of a file can stand in an entry, and under which of the project's labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.core.drafts import EntryDraft, SpanDraft
from annotator.core.model import Overlap, Scheme
from annotator.core.rules import Taken
from annotator.core.text import trimmed
from annotator.project.intake import Tally

Shape = tuple[int, int, str]
"""Start, end and the label's key."""


class LabelMap:
    """How the file's label keys become the project's; a key without a place is added or refused, as told."""

    def __init__(self, scheme: Scheme, given: Mapping[str, str], add: bool) -> None:
        self.add = add
        self._given = given
        self._known = {each.key.casefold(): each.key for each in reversed(scheme.labels)}
        self.same = frozenset(key for key in self._known.values() if self.target(key) == key)
        """The keys that mean the same in the file and in the project."""

    def target(self, key: str) -> str | None:
        """Return the project's key for the file's, or None where it is refused. New ones keep their name."""
        wanted = self._given.get(key, key)
        return self._known.get(wanted.casefold(), wanted if self.add else None)

    def knows(self, key: str) -> bool:
        """Return whether the project has a label of this key already."""
        return key.casefold() in self._known


def fitting(
    draft: EntryDraft, labels: LabelMap, tally: Tally, *, overlap: Overlap | None, beside: Sequence[Shape] = ()
) -> tuple[Sequence[SpanDraft], Sequence[SpanDraft]]:
    """Return the spans of an entry that can stand, and those that the file says are wrong, both with the project's label keys.

    White space at the edges goes (said as a repair). What stands twice is refused, and with `overlap` (a layer's rule) what clashes;
    `beside` are places that are taken already. What is wrong is counted as rejected, and must have a label and a place all the same.
    """
    if not beside and _stand_as_they_are(draft, labels):
        return draft.spans, ()
    text, length = draft.text, len(draft.text)
    room = _Room(overlap, beside)
    right: list[SpanDraft] = []
    wrong: list[SpanDraft] = []
    for span in draft.spans:
        key = labels.target(span.label)
        start, end = trimmed(text, span.start, min(span.end, length))
        reason = _impossible(span, key, start == end, length)
        if key is None or reason:
            _refuse(tally, draft, span, reason)
            continue
        known = labels.knows(key)
        moved = (start, end) != (span.start, span.end)
        here = replace(span, start=start, end=end, label=key)
        if span.rejected:
            _refuse(tally, draft, span, "the file says that this span is wrong")
            if known or key in tally.new_labels:
                wrong.append(here)
            continue
        reason = room.refusal(start, end, key)
        if reason:
            _refuse(tally, draft, span, reason)
            continue
        if moved:
            tally.note("repaired", draft.line, "white space at a span's edge", "edge moved to the word", text[start:end])
        if not known:
            tally.new_labels[key] = None
        room.take(start, end, key)
        right.append(here)
    return right, wrong


def shapes(spans: Iterable[SpanDraft]) -> list[Shape]:
    """Return the places and labels of spans."""
    return [(each.start, each.end, each.label) for each in spans]


class _Room:
    """The places of one entry that are taken."""

    def __init__(self, overlap: Overlap | None, places: Sequence[Shape]) -> None:
        self._overlap = overlap
        self._seen = set(places)
        self._taken = None if overlap is None else Taken(overlap, ((start, end, b"") for start, end, _ in places))

    def refusal(self, start: int, end: int, key: str) -> str:
        """Return why another span cannot stand here; "" where it can."""
        if (start, end, key) in self._seen:
            return "the same span stands here twice"
        if self._taken is not None and self._overlap is not None and self._taken.clashing(start, end):
            return f"it overlaps another span, which this project ({self._overlap.value}) does not allow"
        return ""

    def take(self, start: int, end: int, key: str) -> None:
        """Take a place."""
        self._seen.add((start, end, key))
        if self._taken is not None:
            self._taken.add((start, end, b""))


def _impossible(span: SpanDraft, key: str | None, empty: bool, length: int) -> str:
    if span.end > length:
        return f"the span {span.start}..{span.end} leaves the text of {length} characters"
    if empty:
        return "the span holds only white space"
    return f"the project has no label {span.label}" if key is None else ""


def _refuse(tally: Tally, draft: EntryDraft, span: SpanDraft, reason: str) -> None:
    tally.spans["rejected"] += 1
    tally.note("rejected", draft.line, f"{span.label}: {reason}", "span left out", draft.text[span.start : span.end])


def _stand_as_they_are(draft: EntryDraft, labels: LabelMap) -> bool:
    """True where no span needs a second look: known labels, in order, apart, within the text, and no white space at the edges."""
    text, length, same, before = draft.text, len(draft.text), labels.same, 0
    for span in draft.spans:
        start, end = span.start, span.end
        if start < before or end > length or span.rejected or span.label not in same or text[start].isspace() or text[end - 1].isspace():
            return False
        before = end
    return True
