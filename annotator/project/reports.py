"""What an import is asked to do, and what it says it did. read = taken + known + rejected + kept, for entries and spans apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotator.core.drafts import EntryDraft, ReadOptions
from annotator.core.errors import AnnotatorError, InputError

SHOWN_FINDINGS = 1000
"""So many findings of a kind are held in memory; all of them are kept with the project."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a file comes in. `to`: suggestions or layer; `map_labels`: from the file's label keys to the project's."""

    format: str = ""
    read: ReadOptions = field(default_factory=ReadOptions)
    to: str = "suggestions"
    layer: str = ""
    map_labels: Mapping[str, str] = field(default_factory=dict)
    new_labels: str = "add"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was repaired, rejected or kept as source: where, why, and what became of it."""

    kind: str
    file: str
    line: int
    reason: str
    outcome: str
    excerpt: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Count:
    """Read, and what became of it. `known` were in the project already."""

    read: int = 0
    taken: int = 0
    known: int = 0
    rejected: int = 0
    kept: int = 0

    def check(self, what: str) -> None:
        """Raise AnnotatorError where the sum is wrong: something would have been lost silently."""
        if self.read != self.taken + self.known + self.rejected + self.kept:
            raise AnnotatorError(f"The import lost count of {what} ({self}); nothing was taken. Please report this file's kind.")


def gathered(facts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return facts by name; those of one name (Key Points) a line each."""
    found: dict[str, str] = {}
    for name, value in facts:
        found[name] = f"{found[name]}\n{value}" if name in found else value
    return found


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do."""

    source: str
    format: str
    encoding: str
    entries: Count
    spans: Count
    repaired: tuple[Finding, ...] = ()
    rejected: tuple[Finding, ...] = ()
    kept: tuple[Finding, ...] = ()
    repairs: int = 0
    facts: tuple[tuple[str, str], ...] = ()
    new_labels: tuple[str, ...] = ()
    versions: int = 0
    """Entries that came as a new version of one that was here."""
    lost_spans: tuple[Finding, ...] = ()
    """Spans that could not be carried over to a new version."""
    layer: str = ""
    source_id: str = ""


class NothingTakenError(InputError):
    """A file from which no entry could be taken in; `report` has every reason."""

    def __init__(self, report: ImportReport) -> None:
        super().__init__(_nothing(report))
        self.report = report


def _nothing(report: ImportReport) -> str:
    read, rejected, kept = report.entries.read, report.entries.rejected, report.entries.kept
    if not read:
        return f"{report.source} (read as {report.format}) holds no entry; nothing was taken in."
    became = " and ".join([f"{rejected} rejected"] * bool(rejected) + [f"{kept} kept as source"] * bool(kept))
    first = next((f" Line {each.line}: {each.reason}." for each in report.rejected if each.outcome == "entry left out"), "")
    return f"Nothing was taken in from {report.source} (read as {report.format}): {read} read, {became}.{first}"


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it would come in: the report, and the first entries."""

    report: ImportReport
    entries: tuple[EntryDraft, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """What withdrawing a source would touch: entries that go out of sight, decisions of people on them."""

    entries: int
    decisions: int
    people: tuple[str, ...]
