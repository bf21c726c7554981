"""What a layer says of mentions: which stretches of text it gave which label, and which suggestions it refused."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection


def tagged(conn: Connection, layer: int) -> Iterator[tuple[str, str, int]]:
    """Yield text, label key and entry row of each shown span of a layer."""
    query = (
        'SELECT substr(e.text, s.start + 1, s."end" - s.start), l.key, s.entry FROM spans s '
        "JOIN entries e ON e.row = s.entry JOIN labels l ON l.row = s.resolved WHERE s.layer = ? AND s.shown AND e.visible"
    )
    yield from conn.execute(query, (layer,))


def refused(conn: Connection, layer: int) -> Iterator[tuple[str, str, int]]:
    """Yield text, label key and entry row of each rejection of a layer."""
    query = (
        'SELECT substr(e.text, r.start + 1, r."end" - r.start), l.key, r.entry FROM rejections r '
        "JOIN entries e ON e.row = r.entry JOIN labels l ON l.row = r.label WHERE r.layer = ? AND e.visible"
    )
    yield from conn.execute(query, (layer,))
