"""Reading a file, and counting all that passes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.drafts import EntryDraft, Fact, Kept, Rejected, Repaired, Total
from annotator.core.text import stored
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
        """Take a finding down; what cannot be stored of what it shows of the file is repaired."""
        finding = Finding(kind, self.file, line, stored(reason)[0], outcome, stored(excerpt[:_EXCERPT])[0], count)
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


def meta_json(draft: EntryDraft) -> str:
    """Return an entry's other facts as the store keeps them; "" where there are none."""
    return json.dumps(dict(draft.meta), ensure_ascii=False, sort_keys=True) if draft.meta else ""
