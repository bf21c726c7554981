"""Which suggesters a project has, and which of them are switched off.

Kept in the table `file`, which is local to the file: a suggester is a folder, a list or a pipeline of this computer, so a bundle or a
merge has to do without. What is switched off stays in the file and is not read (`spans.suggestions`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from sqlite3 import Connection

_KNOWN, _OFF = "suggesters", "suggesters off"
IS_OFF = f"(SELECT j.value FROM file f, json_each(f.value) j WHERE f.name = '{_OFF}')"
"""The names of those that are switched off, as a part of a query."""


def known(conn: Connection) -> dict[str, str]:
    """Return the suggesters that were chosen, in order: what a person writes for each (such as a folder), and its name in the project."""
    row = conn.execute("SELECT value FROM file WHERE name = ?", (_KNOWN,)).fetchone()
    return {str(spec): str(name) for spec, name in json.loads(row[0])} if row else {}


def off(conn: Connection) -> frozenset[str]:
    """Return the names of those that are switched off."""
    return frozenset(row[0] for row in conn.execute(IS_OFF[1:-1]))


def put(conn: Connection, chosen: Mapping[str, str], switched_off: Iterable[str]) -> None:
    """Keep which there are and which are off."""
    for name, value in ((_KNOWN, list(chosen.items())), (_OFF, sorted(switched_off))):
        conn.execute("INSERT OR REPLACE INTO file (name, value) VALUES (?, ?)", (name, json.dumps(value, ensure_ascii=False)))
