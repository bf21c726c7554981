"""Which entry a draft is: one that the project holds already, or a new one, by text, title, date as written, author and occurrence."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection

from annotator.core.drafts import EntryDraft
from annotator.core.ids import Id, derived
from annotator.core.ids import read as read_id
from annotator.project.intake import meta_json
from annotator.store import sources
from annotator.store.entries import NewEntry, text_hash

_NO_SOURCE = 0
"""The row of a source that is not in the file yet."""


def new_entries(conn: Connection, source: int, format_name: str, first: int, batch: Sequence[EntryDraft]) -> list[NewEntry]:
    """Return the entries of a batch with their ids; `first` is the place of the first one in its source (row)."""
    hashes = [text_hash(draft.text) for draft in batch]
    alike = sources.with_texts(conn, source, hashes) if sources.others(conn, source) else {}
    ids = [entry_id(draft, draft.occurrence or 0) for draft in batch]
    held = sources.held(conn, source, [*ids, *(each.id for found in alike.values() for each in found)])
    seen: set[Id] = set()
    result = []
    for place, (draft, sha, entry) in enumerate(zip(batch, hashes, ids, strict=True), start=first):
        occurrence = draft.occurrence or 0
        known = alike.get(sha)
        if known:
            free = known if draft.partial else [each for each in known if each.id not in seen and each.id not in held]
            entry = _same_text(format_name, draft, known, free) or entry
        joined = draft.partial and (entry in seen or entry in held)
        counted = draft.occurrence is None and not draft.partial
        while counted and (entry in seen or entry in held or (occurrence and sources.holds(conn, source, entry))):
            occurrence += 1
            entry = entry_id(draft, occurrence)
        seen.add(entry)
        result.append(
            NewEntry(
                entry, draft.text, sha, draft.title, draft.author, draft.published, draft.published_written, meta_json(draft),
                place, draft.line, draft.last_line, occurrence, joined=joined,
            )
        )  # fmt: skip
    return result


def known_among(conn: Connection, format_name: str, batch: Sequence[EntryDraft], met: set[Id]) -> int:
    """Return how many entries of a batch would bring nothing new, for the project holds them or the file gave them before (`met`)."""
    known = 0
    for draft, entry in zip(batch, new_entries(conn, _NO_SOURCE, format_name, 0, batch), strict=True):
        found, occurrence = entry.id, entry.occurrence
        while found in met and draft.occurrence is None and not draft.partial:
            occurrence += 1
            found = entry_id(draft, occurrence)
        here = conn.execute("SELECT 1 FROM entries WHERE id = ?", (found,)).fetchone() is not None
        known += here or found in met
        met.add(found)
    return known


def entry_id(draft: EntryDraft, occurrence: int) -> Id:
    """Return the id that follows from what the source says of an entry."""
    return derived("entry", draft.text, draft.title, draft.published_written, draft.author, occurrence)


def _same_text(format_name: str, draft: EntryDraft, known: Sequence[sources.Known], free: Sequence[sources.Known]) -> Id | None:
    """Return the entry of the project that a draft is about though its identity may differ, or None.

    An exchange file names the entry or gives exactly its text. A live blog writes `23:30` today and the full date tomorrow: the same
    text, title, author and moment are the same post.
    """
    if format_name == "jsonl":
        named = read_id(draft.identity) if draft.identity else None
        if any(each.id == named for each in known):
            return named
        return next((each.id for each in free), None)
    if not draft.published:
        return None
    same = (draft.title, draft.author, draft.published)
    return next((each.id for each in free if (each.title, each.author, each.published) == same), None)
