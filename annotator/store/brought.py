"""Suggestions that an import brought. They are in force as long as their source is; of two imports of one name the later one's are.

Their `version` is their source's id. What gives way, to a later import of the same name or because the source was withdrawn, waits on
a shelf, and comes back when that is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from sqlite3 import Connection

from annotator.core.ids import Id, written
from annotator.store.spans import SuggestionRow, add_suggestions, replace_suggestions

_COLUMNS = 'entry, suggester, version, start, "end", label, score, why'
_SHELVE = f"INSERT OR REPLACE INTO shelved ({_COLUMNS}) SELECT {_COLUMNS} FROM suggestions WHERE "
_UNSHELVE = f"INSERT OR REPLACE INTO suggestions ({_COLUMNS}) SELECT {_COLUMNS} FROM shelved WHERE "
_OTHERS = "entry = ? AND suggester = ? AND version NOT IN ('', ?)"
_ITS_OWN = "entry = ? AND suggester = ? AND version = ?"

# Of an entry's imports of one name, the last in force: SQLite takes the version from the row of the maximum.
_WAITING = """
WITH ranked AS (SELECT lower(hex(id)) AS version, ordinal FROM sources WHERE live),
waiting AS (
    SELECT h.entry, h.suggester, h.version, max(r.ordinal) AS ordinal FROM entry_sources x JOIN shelved h ON h.entry = x.entry
    JOIN ranked r ON r.version = h.version WHERE x.source = ? GROUP BY h.entry, h.suggester)
SELECT w.entry, w.suggester, w.version FROM waiting w WHERE NOT EXISTS (
    SELECT 1 FROM suggestions g JOIN ranked r ON r.version = g.version
    WHERE g.entry = w.entry AND g.suggester = w.suggester AND r.ordinal > w.ordinal)
"""


def replace(conn: Connection, suggester: str, version: str, found: Mapping[int, Sequence[SuggestionRow]]) -> None:
    """Put what a source (`version`: its id as files write it) suggests for entries (rows) in place of earlier imports of its name."""
    _shelve_others(conn, [(entry, suggester, version) for entry in found])
    replace_suggestions(conn, suggester, version, ((entry, ()) for entry in found))
    for rows in found.values():
        add_suggestions(conn, rows)


def settle(conn: Connection, changed: Iterable[tuple[int, Id, bool]]) -> None:
    """Follow sources (row, id, whether in force now) that were withdrawn, restored, or came in."""
    for row, source, live in changed:
        if not live:
            conn.execute(f"{_SHELVE} version = ?", (written(source),))
            conn.execute("DELETE FROM suggestions WHERE version = ?", (written(source),))
        back = conn.execute(_WAITING, (row,)).fetchall()
        _shelve_others(conn, back)
        conn.executemany(_UNSHELVE + _ITS_OWN, back)
        conn.executemany(f"DELETE FROM shelved WHERE {_ITS_OWN}", back)


def _shelve_others(conn: Connection, kept: Sequence[tuple[int, str, str]]) -> None:
    """Let all imports of a name give way to one, where an entry (row), the name and the one that stays are given."""
    conn.executemany(_SHELVE + _OTHERS, kept)
    conn.executemany(f"DELETE FROM suggestions WHERE {_OTHERS}", kept)
