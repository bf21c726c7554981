"""Counts by layer that the screen shows all the time: entries by state and flag, spans by label. Hidden entries do not count."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from sqlite3 import Connection

_PARTS = (
    "SELECT layer, 'state', state, count(*) FROM states {} GROUP BY 1, 3",
    "SELECT layer, 'label', CAST(resolved AS TEXT), count(*) FROM spans {} AND shown GROUP BY 1, 3",
    "SELECT layer, name, '', count(*) FROM flags {} AND about = x'' GROUP BY 1, 2",
)


class Counters:
    """Collects changes of counters and writes them once."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._changes: Counter[tuple[int, str, str]] = Counter()

    def add(self, layer: int, kind: str, key: str | int, change: int) -> None:
        """Change a counter; a label is named by its row."""
        self._changes[layer, kind, str(key)] += change

    def add_entries(self, entries: Sequence[int], sign: int) -> None:
        """Add or take away all that some entries count for."""
        listed = json.dumps(list(entries))
        for part in _PARTS:
            for layer, kind, key, n in self._conn.execute(part.format("WHERE entry IN (SELECT value FROM json_each(?))"), (listed,)):
                self.add(layer, kind, key, sign * n)

    def store(self) -> None:
        """Write the changes."""
        self._conn.executemany(
            "INSERT INTO counters (layer, kind, key, n) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (layer, kind, key) DO UPDATE SET n = n + excluded.n",
            [(*key, change) for key, change in self._changes.items() if change],
        )
        self._changes.clear()


def counted(conn: Connection) -> dict[tuple[int, str, str], int]:
    """Return the counters as the tables have them now, counted anew."""
    result: dict[tuple[int, str, str], int] = {}
    for part in _PARTS:
        for layer, kind, key, n in conn.execute(part.format("WHERE entry IN (SELECT row FROM entries WHERE visible)")):
            result[layer, kind, key] = n
    return result


def recount(conn: Connection) -> None:
    """Count everything anew."""
    conn.execute("DELETE FROM counters")
    conn.executemany("INSERT INTO counters (layer, kind, key, n) VALUES (?, ?, ?, ?)", [(*key, n) for key, n in counted(conn).items()])


def read(conn: Connection, layer: int, kind: str) -> dict[str, int]:
    """Return the counters of one kind of a layer, by key; a label's key is its row."""
    return dict(conn.execute("SELECT key, n FROM counters WHERE layer = ? AND kind = ? AND n != 0", (layer, kind)))
