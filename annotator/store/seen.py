"""Which entries are seen and under which source they stand, found out plainly from the facts: the second opinion of `check`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from sqlite3 import Connection
from typing import Any

Standing = dict[str, list[Any]]
"""By entry: whether it is seen, its source, its place there. Ids are in hexadecimal."""


def projected(conn: Connection) -> Standing:
    """Return what the table of entries says."""
    query = (
        "SELECT hex(e.id), e.visible, hex(s.id), x.place FROM entries e "
        "LEFT JOIN entry_sources x ON x.entry = e.row AND x.source = e.source LEFT JOIN sources s ON s.row = x.source"
    )
    return {entry.lower(): [bool(seen), source.lower(), place] for entry, seen, source, place in conn.execute(query)}


def expected(conn: Connection, live: Mapping[str, list[Any]], hidden: Collection[str]) -> Standing:
    """Return what follows from the sources in force (with the order of their imports) and from what was hidden."""
    sources: dict[str, list[tuple[str, int]]] = {}
    for entry, source, place in conn.execute(
        "SELECT hex(e.id), hex(s.id), x.place FROM entry_sources x JOIN entries e ON e.row = x.entry JOIN sources s ON s.row = x.source"
    ):
        sources.setdefault(entry.lower(), []).append((source.lower(), place))
    newer: dict[str, list[str]] = {}
    entries = []
    for entry, supersedes in conn.execute("SELECT lower(hex(id)), lower(hex(supersedes)) FROM entries"):
        entries.append(entry)
        newer.setdefault(supersedes or "", []).append(entry)
    result: Standing = {}
    for entry in entries:
        held = sources.get(entry, [])
        brought = any(source in live and source not in hidden for source, _ in held)
        replaced = any(source in live for other in newer.get(entry, []) for source, _ in sources.get(other, []))
        best = max(held, key=lambda each: _weight(each[0], live, hidden), default=("", None))
        result[entry] = [brought and entry not in hidden and not replaced, *best]
    return result


def _weight(source: str, live: Mapping[str, list[Any]], hidden: Collection[str]) -> tuple[Any, ...]:
    """A source in force goes before one that is not, one that is seen before a hidden one, and then the one imported last."""
    return source in live, source not in hidden, live.get(source, []), source
