"""Reading a file into the project's terms: counting all that passes, mapping labels, refusing what cannot stand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.drafts import EntryDraft, Fact, Kept, Rejected, Repaired, SpanDraft, Total
from annotator.core.model import Overlap, Scheme
from annotator.core.rules import Taken
from annotator.core.text import trimmed
from annotator.formats import Format, format_named, sniffed
from annotator.project.reports import SHOWN_FINDINGS, Count, Finding, ImportOptions, ImportReport

_EXCERPT = 200


@dataclass(slots=True)
class Tally:
    """Counts and findings of one file while it is read. `fresh` collects every finding until it is stored."""

    file: str
    entries: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("read", "taken", "known", "rejected", "kept"), 0))
    spans: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("read", "taken", "known", "rejected", "kept"), 0))
    findings: dict[str, list[Finding]] = field(default_factory=lambda: {"repaired": [], "rejected": [], "kept": [], "lost": []})
    fresh: list[Finding] = field(default_factory=list)
    repairs: int = 0
    facts: list[tuple[str, str]] = field(default_factory=list)
    new_labels: dict[str, None] = field(default_factory=dict)
    versions: int = 0

    def note(self, kind: str, line: int, reason: str, outcome: str, excerpt: str = "", count: int = 1) -> None:
        """Take a finding down."""
        finding = Finding(kind, self.file, line, reason, outcome, excerpt[:_EXCERPT], count)
        self.fresh.append(finding)
        if len(self.findings[kind]) < SHOWN_FINDINGS:
            self.findings[kind].append(finding)
        if kind == "repaired":
            self.repairs += count

    def report(self, format_name: str, layer: str, source_id: str) -> ImportReport:
        """Return the report. Raises AnnotatorError where the sums are wrong."""
        entries, spans = Count(**self.entries), Count(**self.spans)
        entries.check("entries")
        spans.check("spans")
        encoding = next((value for name, value in self.facts if name == "encoding"), "")
        return ImportReport(
            self.file, format_name, encoding, entries, spans,
            tuple(self.findings["repaired"]), tuple(self.findings["rejected"]), tuple(self.findings["kept"]), self.repairs,
            tuple(self.facts), tuple(self.new_labels), self.versions, tuple(self.findings["lost"]), layer, source_id,
        )  # fmt: skip


def format_of(path: Path, options: ImportOptions) -> Format:
    """Return the format a file is read as: the one named, else the one its content shows."""
    return format_named(options.format) if options.format else sniffed(path, encoding=options.read.encoding)


def drafts(path: Path, chosen: Format, options: ImportOptions, tally: Tally) -> Iterator[EntryDraft]:
    """Yield the entries of a file, everything else going into the tally."""
    assert chosen.read is not None
    for event in chosen.read(path, options.read):
        match event:
            case EntryDraft():
                yield event
            case Rejected(what, line, reason, raw):
                (tally.entries if what == "entry" else tally.spans)["rejected"] += 1
                tally.note("rejected", line, reason, f"{what} left out", raw)
            case Repaired(line, reason, count):
                tally.note("repaired", line, reason, "repaired", "", count)
            case Kept(role, line, text, counts):
                tally.entries["kept"] += int(counts)
                tally.note("kept", line, role, "kept with the source", text)
            case Fact(name, value):
                tally.facts.append((name, value))
            case Total(units, spans):
                tally.entries["read"] += units
                tally.spans["read"] += spans


class LabelMap:
    """How the file's label keys become the project's; a key without a place is added or refused, as told."""

    def __init__(self, scheme: Scheme, given: Mapping[str, str], add: bool) -> None:
        self.add = add
        self._given = given
        self._known = {each.key.casefold(): each.key for each in reversed(scheme.labels)}

    def target(self, key: str) -> str | None:
        """Return the project's key for the file's, or None where it is refused. New ones keep their name."""
        wanted = self._given.get(key, key)
        known = self._known.get(wanted.casefold())
        if known is not None:
            return known
        return wanted if self.add else None

    def knows(self, key: str) -> bool:
        """Return whether the project has a label of this key already."""
        return key.casefold() in self._known


class _Room:
    """The places of one entry that are taken. Spans mostly come in order and apart; only where they do not is more kept than an end."""

    def __init__(self, overlap: Overlap | None) -> None:
        self._overlap = overlap
        self._end = 0
        self._places: list[tuple[int, int, bytes]] = []
        self._taken: Taken | None = None

    def clashes(self, start: int, end: int) -> bool:
        """Return whether the layer's rule forbids a place beside those taken."""
        if self._overlap is None or start >= self._end:
            return False
        if self._taken is None:
            self._taken = Taken(self._overlap, self._places)
        return bool(self._taken.clashing(start, end))

    def take(self, start: int, end: int) -> None:
        """Take a place."""
        self._end = max(self._end, end)
        if self._taken is not None:
            self._taken.add((start, end, b""))
        elif self._overlap is not None:
            self._places.append((start, end, b""))


def fitting(draft: EntryDraft, labels: LabelMap, tally: Tally, *, overlap: Overlap | None) -> list[SpanDraft]:
    """Return the spans of an entry that can stand, with the project's label keys.

    White space at the edges goes (said as a repair). With `overlap` (a layer's rule) what clashes or stands twice is refused.
    """
    room = _Room(overlap)
    text, length = draft.text, len(draft.text)
    seen: set[tuple[int, int, str]] = set()
    result = []
    for span in draft.spans:
        reason = ""
        key = labels.target(span.label)
        start, end = trimmed(text, span.start, min(span.end, length))
        if span.end > length:
            reason = f"the span {span.start}..{span.end} leaves the text of {length} characters"
        elif span.rejected:
            reason = "the file says that this span is wrong"
        elif start == end:
            reason = "the span holds only white space"
        elif key is None:
            reason = f"the project has no label {span.label}"
        elif (start, end, key) in seen:
            reason = "the same span stands here twice"
        elif overlap is not None and room.clashes(start, end):
            reason = f"it overlaps another span, which this project ({overlap.value}) does not allow"
        if reason or key is None:
            tally.spans["rejected"] += 1
            tally.note("rejected", draft.line, f"{span.label}: {reason}", "span left out", text[span.start : span.end])
            continue
        moved = (start, end) != (span.start, span.end)
        if moved:
            tally.note("repaired", draft.line, "white space at a span's edge", "edge moved to the word", text[start:end])
        if not labels.knows(key):
            tally.new_labels[key] = None
        seen.add((start, end, key))
        room.take(start, end)
        result.append(SpanDraft(start, end, key, span.score, span.origin, span.annotator) if moved or key != span.label else span)
    return result


def meta_json(draft: EntryDraft) -> str:
    """Return an entry's other facts as the store keeps them; "" where there are none."""
    return json.dumps(dict(draft.meta), ensure_ascii=False, sort_keys=True) if draft.meta else ""
