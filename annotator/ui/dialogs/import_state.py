"""A file on its way into the project, as the import dialog holds it; and what the lists show of it. Plain values, no widgets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.core.drafts import EntryDraft
from annotator.project.reports import Finding, ImportOptions, Preview

_DATES = re.compile(r"(\d+) written, (\d+) inferred, (\d+) unknown")
_COLUMN = re.compile(r"(\w+)=(.*)")
INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file, what was said of it, and what reading it gave: a preview or a sentence why there is none."""

    path: Path
    options: ImportOptions = field(default_factory=ImportOptions)
    preview: Preview | None = None
    error: str = ""
    reading: bool = True
    wrong: str = ""
    """What is wrong with the settings themselves, so that the file need not be read."""
    found: str = ""
    """The format that it was read as last."""

    @property
    def ready(self) -> bool:
        """Whether the file would bring in at least one entry, or spans for entries that are here already."""
        return self.preview is not None and not self.reading and not self.wrong and (self.taken > 0 or self.brings_spans)

    @property
    def brings_spans(self) -> bool:
        """Whether all that would come in is spans of entries that are here already."""
        report = self.preview.report if self.preview is not None else None
        return report is not None and not report.entries.taken and report.entries.known > 0 and report.spans.taken > 0

    @property
    def taken(self) -> int:
        """How many entries would come in."""
        if self.preview is None or self.reading or self.wrong:
            return 0
        return self.preview.report.entries.taken


@dataclass(frozen=True, slots=True)
class Sum:
    """What all files come to: entries, then repairs, dates that were inferred, spans."""

    read: int = 0
    taken: int = 0
    known: int = 0
    rejected: int = 0
    kept: int = 0
    repaired: int = 0
    inferred: int = 0
    undated: int = 0
    spans_read: int = 0
    spans_taken: int = 0


def summed(files: Sequence[Incoming]) -> Sum:
    """Return the sum of the files that can be read: read = taken + known + rejected + kept."""
    total = Sum()
    for each in files:
        if each.preview is None:
            continue
        report = each.preview.report
        dates = _DATES.search(dict(report.facts).get("dates", ""))
        total = replace(
            total,
            read=total.read + report.entries.read,
            taken=total.taken + report.entries.taken,
            known=total.known + report.entries.known,
            rejected=total.rejected + report.entries.rejected,
            kept=total.kept + report.entries.kept,
            repaired=total.repaired + report.repairs,
            inferred=total.inferred + (int(dates[2]) if dates else 0),
            undated=total.undated + (int(dates[3]) if dates else 0),
            spans_read=total.spans_read + report.spans.read,
            spans_taken=total.spans_taken + report.spans.taken,
        )
    return total


def findings(files: Sequence[Incoming]) -> list[Finding]:
    """Return what was changed or left out in all files: rejected, repaired, inferred, kept as source."""
    kinds: dict[str, list[Finding]] = {"rejected": [], "repaired": [], INFERRED: [], "kept": []}
    for each in files:
        if each.preview is None:
            continue
        report = each.preview.report
        kinds["rejected"] += report.rejected
        kinds["repaired"] += report.repaired
        kinds["kept"] += report.kept
        for draft in each.preview.entries:
            kinds[INFERRED] += [Finding(INFERRED, report.source, draft.line, note, draft.published, draft.title) for note in draft.notes]
    return [finding for found in kinds.values() for finding in found]


def columns(preview: Preview) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return which of a table's columns were taken for ours (text, title …), and the names of all that are known of."""
    said = dict(preview.report.facts).get("columns", "")
    pairs = (_COLUMN.fullmatch(part) for part in said.split(", "))
    taken = {match[1]: match[2] for match in pairs if match}
    names = dict.fromkeys(taken.values())
    for draft in preview.entries:
        names.update(dict.fromkeys(draft.meta))
    return taken, tuple(names)


def labels(preview: Preview) -> tuple[str, ...]:
    """Return the labels that the file's first entries carry, as the file writes them."""
    return tuple(dict.fromkeys(span.label for draft in preview.entries for span in draft.spans))


def body(draft: EntryDraft) -> str:
    """Return an entry's text without the title, where the text begins with it."""
    rest = draft.text.removeprefix(draft.title) if draft.title else draft.text
    return rest.strip("\n") if rest != draft.text or not draft.title else draft.text


def as_table(found: Sequence[Finding]) -> str:
    """Return findings as lines of cells parted by TABs, with a header."""
    rows = [("kind", "file", "line", "reason", "outcome", "count", "excerpt")]
    rows += [(each.kind, each.file, str(each.line), each.reason, each.outcome, str(each.count), each.excerpt) for each in found]
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)
