"""A bundle is a project file with a part of another: what one person needs to label some entries, nothing that others decided on them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any

from annotator.core.decisions import CANCELLING, Decision, Kind
from annotator.core.ids import ADJUDICATED, Id, read
from annotator.core.joining import LEARNED
from annotator.store import log, projection, rest
from annotator.store.merge import note_partial
from annotator.store.practice import Gold, pack
from annotator.store.schemes import joined_people

_PART = 400
_ENTRY = "id, text, sha256, title, author, published, published_written, meta, supersedes"
_SOURCE = "id, name, sha256, bytes, format, importer, options, facts, report"
_STEP = "id, name, clock, device, annotator, kind, cancels"
_SHARED = frozenset({Kind.SCHEME, Kind.GUIDELINE})


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a bundle. `layer`: None for the addressee's own, which travels; else a new one, and nothing of the own goes."""

    person: Id
    entries: frozenset[Id]
    layer: Id | None
    suggesters: frozenset[str]
    bare: frozenset[Id]
    """Entries without suggestions: the control group."""
    gold: Gold = field(default_factory=dict)
    """What is right in the entries that the addressee practises on; it is packed away, and is no layer."""


def addressee(conn: Connection) -> Id | None:
    """Return whom a file was handed out to; None where it is no bundle."""
    return _kept(conn, "addressee")


def layer(conn: Connection) -> Id | None:
    """Return the layer that a bundle's decisions go to where it is not the addressee's own."""
    return _kept(conn, "layer")


def _kept(conn: Connection, name: str) -> Id | None:
    row = conn.execute("SELECT value FROM file WHERE name = ?", (name,)).fetchone()
    return row[0] if row is not None and isinstance(row[0], bytes) and len(row[0]) == 16 else None


def fill(conn: Connection, out: Connection, content: Content) -> int:
    """Write a bundle's facts, log, projection and suggestions into a new, empty project file; return how many suggestions travel."""
    entries = _facts(conn, out, content.entries)
    sources = {row[0] for row in out.execute("SELECT id FROM sources")}
    rows = _chosen(conn, content, sources)
    log.insert_rows(out, rows)
    steps = sorted({row[1] for row in rows})
    for first in range(0, len(steps), _PART):
        part = steps[first : first + _PART]
        marks = ",".join("?" * len(part))
        found = conn.execute(f"SELECT {_STEP} FROM steps WHERE id IN ({marks}) ORDER BY row", part)
        out.executemany(f"INSERT INTO steps ({_STEP}) VALUES (?,?,?,?,?,?,?)", found)
    query = "SELECT device FROM decisions GROUP BY device HAVING max(number) > count(DISTINCT number)"
    note_partial(out, [row[0] for row in out.execute(query)])
    out.execute("INSERT INTO file (name, value) VALUES ('addressee', ?)", (content.person,))
    pack(out, content.gold)
    if content.layer is not None:
        out.execute("INSERT INTO file (name, value) VALUES ('layer', ?)", (content.layer,))
    rest.recompute_cancelled(out)
    rest.refold_rest(out)
    rest.refresh_visible(out)
    projection.refold(out, sorted(content.entries))
    return _suggestions(conn, out, content, entries)


def suggesters(conn: Connection) -> list[str]:
    """Return the names of those who suggested anything."""
    return [row[0] for row in conn.execute("SELECT suggester FROM suggested UNION SELECT suggester FROM suggestions ORDER BY 1")]


def learned(conn: Connection) -> set[str]:
    """Return the names under which a model suggested that was trained from decisions."""
    query = "SELECT suggester FROM suggested WHERE instr(version, ?1) UNION SELECT suggester FROM suggestions WHERE instr(version, ?1)"
    return {row[0] for row in conn.execute(query, (LEARNED,))}


def _facts(conn: Connection, out: Connection, wanted: Collection[Id]) -> dict[int, int]:
    """Copy entries with their sources; return the rows there by the rows here."""
    rows = {row: identity for row, identity in conn.execute("SELECT row, id FROM entries ORDER BY row") if identity in wanted}
    listed = json.dumps(list(rows))
    chosen = "IN (SELECT value FROM json_each(?))"
    found = conn.execute(
        f"SELECT {_SOURCE} FROM sources WHERE row IN (SELECT source FROM entry_sources WHERE entry {chosen}) ORDER BY ordinal", (listed,)
    )
    out.executemany(f"INSERT INTO sources ({_SOURCE}) VALUES (?,?,?,?,?,?,?,?,?)", found)
    found = conn.execute(f"SELECT {_ENTRY} FROM entries WHERE row {chosen} ORDER BY row", (listed,))
    out.executemany(f"INSERT INTO entries ({_ENTRY}) VALUES (?,?,?,?,?,?,?,?,?)", found)
    out.execute("INSERT INTO entries_fts (rowid, title, text) SELECT row, title, text FROM entries")
    out.executemany(
        "INSERT INTO entry_sources (source, entry, place, line, last_line, occurrence) "
        "VALUES ((SELECT row FROM sources WHERE id = ?), (SELECT row FROM entries WHERE id = ?), ?, ?, ?, ?)",
        conn.execute(
            "SELECT s.id, e.id, x.place, x.line, x.last_line, x.occurrence FROM entry_sources x JOIN sources s ON s.row = x.source "
            f"JOIN entries e ON e.row = x.entry WHERE x.entry {chosen}",
            (listed,),
        ),
    )
    there = dict(out.execute("SELECT id, row FROM entries"))
    return {row: there[identity] for row, identity in rows.items()}


def _chosen(conn: Connection, content: Content, sources: Collection[Id]) -> list[tuple[Any, ...]]:
    """The rows of the log that travel: what makes the project, the person's own, and what takes either back."""
    joined = joined_people(conn)
    mine = {content.person, *(person for person, into in joined.items() if into == content.person)}
    taken: dict[Id, tuple[Any, ...]] = {}
    described: list[tuple[Any, ...]] = []
    cancelling: list[tuple[Id, Id, tuple[Any, ...]]] = []
    for row in log.raw(conn):
        each = log.decision(row)
        if each.kind in CANCELLING and each.after is not None:
            cancelling.append((each.step, read(each.after["cancels"]), row))
        elif each.kind is Kind.METADATA and each.after is not None and each.after["object"] == "person":
            described.append(row)
        elif _travels(each, content, mine, sources):
            taken[each.id] = row
    steps = {row[1] for row in taken.values()}
    known = -1
    while known != len(taken):  # what cancels a step that travels, what cancels that one, and so on
        known = len(taken)
        for step, target, row in cancelling:
            if target in steps:
                taken[row[0]] = row
                steps.add(step)
    people = mine | {row[6] for row in taken.values()}
    for row in described:
        after = log.decision(row).after
        if after is not None and read(after["id"]) in people:
            taken[row[0]] = row
    return sorted(taken.values(), key=lambda row: (row[2], row[3], row[0]))


def _travels(d: Decision, content: Content, mine: Collection[Id], sources: Collection[Id]) -> bool:
    after = d.after or {}
    if d.entry is None:
        if d.kind is Kind.METADATA:
            return after["object"] == "project" or (after["object"] == "layer" and read(after["id"]) == content.layer)
        if d.kind is Kind.IMPORT:
            return read(after["source"]) in sources
        if d.kind is Kind.HIDE:
            return read(after["id"]) in sources
        if d.kind is Kind.JOIN:
            return read(after["person"]) in mine
        return d.kind in _SHARED
    if d.entry not in content.entries:
        return False
    if d.kind is Kind.ASSIGN:
        return read(after["annotator"]) in mine
    if d.kind is Kind.HIDE or (d.kind is Kind.METADATA and d.layer != ADJUDICATED):
        return True
    return content.layer is None and d.layer in mine


def _suggestions(conn: Connection, out: Connection, content: Content, entries: dict[int, int]) -> int:
    bare = {row for row, identity in conn.execute("SELECT row, id FROM entries") if identity in content.bare}
    labels = dict(out.execute("SELECT id, row FROM labels"))
    ours = {row: labels.get(identity) for row, identity in conn.execute("SELECT row, id FROM labels")}
    open_ = {row: there for row, there in entries.items() if row not in bare}
    total = 0
    for name in sorted(content.suggesters):
        found = conn.execute(
            'SELECT entry, start, "end", label, suggester, version, score, why FROM suggestions WHERE suggester = ? ORDER BY entry', (name,)
        )
        rows = [(open_[r[0]], r[1], r[2], ours[r[3]], *r[4:]) for r in found if r[0] in open_ and ours[r[3]] is not None]
        out.executemany(
            'INSERT INTO suggestions (entry, start, "end", label, suggester, version, score, why) VALUES (?,?,?,?,?,?,?,?)', rows
        )
        seen = conn.execute("SELECT entry, suggester, version FROM suggested WHERE suggester = ?", (name,))
        out.executemany("INSERT INTO suggested (entry, suggester, version) VALUES (?,?,?)", _there(seen, open_))
        total += len(rows)
    return total


def _there(rows: Iterable[tuple[int, str, str]], entries: dict[int, int]) -> list[tuple[int, str, str]]:
    return [(entries[entry], name, version) for entry, name, version in rows if entry in entries]
