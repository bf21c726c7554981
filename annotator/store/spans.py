"""Spans and suggestions as the screen and the exports ask for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from annotator.core.ids import Id, derived
from annotator.core.model import Span, Suggestion
from annotator.core.rules import Place
from annotator.store.roster import IS_OFF


def spans(conn: Connection, entry: int, layer: int) -> list[Span]:
    """Return the spans of a layer of an entry that are shown, by start, longest first."""
    query = (
        'SELECT s.id, s.start, s."end", l.id, s.origin, s.score FROM spans s JOIN labels l ON l.row = s.resolved '
        'WHERE s.entry = ? AND s.layer = ? AND s.shown ORDER BY s.start, s."end" DESC, l.id'
    )
    return [Span(*row) for row in conn.execute(query, (entry, layer))]


def unseen(conn: Connection, entry: int, layer: int) -> list[Span]:
    """Return the spans of a layer of an entry that stand in the log but are not shown: since a merge, or under another overlap rule."""
    query = (
        'SELECT s.id, s.start, s."end", l.id, s.origin, s.score FROM spans s JOIN labels l ON l.row = s.resolved '
        "WHERE s.entry = ? AND s.layer = ? AND NOT s.shown ORDER BY s.id"
    )
    return [Span(*row) for row in conn.execute(query, (entry, layer))]


def places(conn: Connection, entries: Sequence[int], layer: int) -> dict[int, list[Place]]:
    """Return the places of the shown spans of several entries, by entry."""
    query = (
        'SELECT s.entry, s.start, s."end", l.id FROM spans s JOIN labels l ON l.row = s.resolved '
        "WHERE s.entry IN (SELECT value FROM json_each(?)) AND s.layer = ? AND s.shown"
    )
    return _grouped(conn, query, entries, layer)


def rejections(conn: Connection, entries: Sequence[int], layer: int) -> dict[int, list[Place]]:
    """Return what a layer refused in several entries, by entry."""
    query = (
        'SELECT r.entry, r.start, r."end", l.id FROM rejections r JOIN labels l ON l.row = r.label '
        "WHERE r.entry IN (SELECT value FROM json_each(?)) AND r.layer = ?"
    )
    return _grouped(conn, query, entries, layer)


def _grouped(conn: Connection, query: str, entries: Sequence[int], layer: int) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    for entry, start, end, label in conn.execute(query, (json.dumps(list(entries)), layer)):
        found.setdefault(entry, []).append((start, end, label))
    return found


def suggestions(conn: Connection, entries: Sequence[int], *, named: bool = True) -> dict[int, list[Suggestion]]:
    """Return the suggestions of several entries, by entry, of the suggesters that are on; merged labels are resolved.

    Without `named` they have no id, to be counted.
    """
    query = (
        'SELECT s.entry, e.id, s.start, s."end", t.id, s.suggester, s.version, s.score, s.why FROM suggestions s '
        "JOIN labels l ON l.row = s.label JOIN labels t ON t.id = coalesce(l.alias, l.id) "
        "JOIN entries e ON e.row = s.entry WHERE s.entry IN (SELECT value FROM json_each(?)) AND NOT t.retired "
        f"AND s.suggester NOT IN {IS_OFF}"
    )
    found: dict[int, list[Suggestion]] = {}
    for entry, entry_id, start, end, label, suggester, version, score, why in conn.execute(query, (json.dumps(list(entries)),)):
        identity = suggestion_id(entry_id, start, end, label, suggester, version) if named else b""
        found.setdefault(entry, []).append(Suggestion(identity, start, end, label, suggester, version, score, why))
    return found


def suggestion_id(entry: Id, start: int, end: int, label: Id, suggester: str, version: str) -> Id:
    """Return the id that follows from entry, place, label, suggester and version."""
    return derived("suggestion", entry, start, end, label, suggester, version)


NewSuggestion = tuple[int, int, int, str, str, float | None, str]
"""start, end, label row, suggester, version, score, why"""
SuggestionRow = tuple[int, int, int, int, str, str, float | None, str]
"""entry row, start, end, label row, suggester, version, score, why"""


def add_suggestions(conn: Connection, rows: Iterable[SuggestionRow]) -> None:
    """Write suggestions beside those that stand."""
    conn.executemany(
        'INSERT OR REPLACE INTO suggestions (entry, start, "end", label, suggester, version, score, why) VALUES (?,?,?,?,?,?,?,?)', rows
    )


def replace_suggestions(conn: Connection, suggester: str, version: str, found: Iterable[tuple[int, Sequence[NewSuggestion]]]) -> int:
    """Put a suggester's new suggestions in place of its old ones, entry by entry; what a decision names stays. Return the count."""
    total = 0
    for entry, new in found:
        conn.execute(
            "DELETE FROM suggestions WHERE entry = ?1 AND suggester = ?2 AND NOT EXISTS (SELECT 1 FROM spans s WHERE s.entry = ?1 "
            'AND s.start = suggestions.start AND s."end" = suggestions."end" AND s.resolved = suggestions.label) '
            "AND NOT EXISTS (SELECT 1 FROM rejections r WHERE r.entry = ?1 AND r.start = suggestions.start "
            'AND r."end" = suggestions."end" AND r.label = suggestions.label)',
            (entry, suggester),
        )
        conn.executemany(
            'INSERT OR REPLACE INTO suggestions (entry, start, "end", label, suggester, version, score, why) VALUES (?,?,?,?,?,?,?,?)',
            [(entry, *each) for each in new],
        )
        conn.execute("INSERT OR REPLACE INTO suggested (suggester, entry, version) VALUES (?, ?, ?)", (suggester, entry, version))
        total += len(new)
    return total


def not_suggested(conn: Connection, suggester: str, version: str) -> list[int]:
    """Return the visible entries, not done by any person, that this version of a suggester has not looked at, in corpus order.

    What a file brought as done (a gold layer) is no person's work: suggestions are made there, and can be held against it.
    """
    query = (
        "SELECT e.row FROM sources s JOIN entries e ON e.source = s.row WHERE e.visible "
        "AND NOT EXISTS (SELECT 1 FROM suggested g WHERE g.suggester = ? AND g.entry = e.row AND g.version = ?) "
        "AND NOT EXISTS (SELECT 1 FROM states t JOIN layers l ON l.row = t.layer WHERE t.entry = e.row AND t.state = 'done' "
        "AND l.kind != 'import') ORDER BY s.ordinal, e.place, e.row"
    )
    return [row[0] for row in conn.execute(query, (suggester, version))]


def any_suggested(conn: Connection) -> bool:
    """Return whether anything was ever suggested, or looked at by a suggester."""
    query = "SELECT EXISTS (SELECT 1 FROM suggested) OR EXISTS (SELECT 1 FROM suggestions)"
    return bool(conn.execute(query).fetchone()[0])


def any_standing(conn: Connection, suggester: str | None = None) -> bool:
    """Return whether a suggestion (of this suggester) stands anywhere."""
    query = "SELECT 1 FROM suggestions WHERE ?1 IS NULL OR suggester = ?1 LIMIT 1"
    return conn.execute(query, (suggester,)).fetchone() is not None


def suggesters(conn: Connection) -> list[tuple[str, str, int]]:
    """Return who suggested: name, version and how many suggestions stand."""
    return conn.execute("SELECT suggester, version, count(*) FROM suggestions GROUP BY 1, 2 ORDER BY 1, 2").fetchall()
