"""What the tests of the readers share: a file of given text, read, its stream taken apart and its count held against it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotator.core.drafts import EntryDraft, Fact, Kept, ReadEvent, ReadEvents, ReadOptions, Rejected, Repaired, Total
from annotator.formats.format import Format


@dataclass(frozen=True, slots=True)
class Reading:
    events: list[ReadEvent]
    entries: list[EntryDraft]
    kept: list[Kept]
    rejected: list[Rejected]
    repaired: list[Repaired]
    facts: dict[str, str]
    total: Total


def taken_apart(stream: ReadEvents) -> Reading:
    """Read a stream to its end; the last value is the Total, and it agrees with what was given."""
    events = list(stream)
    total = events[-1]
    assert isinstance(total, Total)
    assert sum(isinstance(event, Total) for event in events) == 1
    entries = [event for event in events if isinstance(event, EntryDraft)]
    kept = [event for event in events if isinstance(event, Kept)]
    rejected = [event for event in events if isinstance(event, Rejected)]
    repaired = [event for event in events if isinstance(event, Repaired)]
    facts = {event.name: event.value for event in events if isinstance(event, Fact)}
    units = len(entries) + sum(each.what == "entry" for each in rejected) + sum(each.counts for each in kept)
    assert total.units == units
    return Reading(events, entries, kept, rejected, repaired, facts, total)


def read_file(kind: Format, path: Path, options: ReadOptions | None = None) -> Reading:
    """Read a file that is there."""
    assert kind.read is not None
    return taken_apart(kind.read(path, options or ReadOptions()))


def read_text(kind: Format, folder: Path, text: str | bytes, options: ReadOptions | None = None) -> Reading:
    """Write the text (UTF-8, its line ends as they are) and read it."""
    path = folder / f"given{kind.suffixes[0]}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_file(kind, path, options)
