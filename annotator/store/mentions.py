"""What a layer says of mentions: which stretches of text it gave which label, and which suggestions it refused."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from annotator.core.ids import Id

_TAGGED = (
    'SELECT substr(e.text, s.start + 1, s."end" - s.start), l.id, s.entry, 1 FROM spans s '
    "JOIN entries e ON e.row = s.entry JOIN labels l ON l.row = s.resolved WHERE {which} s.layer = ? AND s.shown AND e.visible"
)
_REFUSED = (
    'SELECT substr(e.text, r.start + 1, r."end" - r.start), l.id, r.entry, 0 FROM rejections r '
    "JOIN entries e ON e.row = r.entry JOIN labels l ON l.row = r.label WHERE {which} r.layer = ? AND e.visible"
)
_THESE = "{table}.entry IN (SELECT value FROM json_each(?)) AND"


def decided(conn: Connection, layer: int, entries: Iterable[int] | None = None) -> Iterator[tuple[str, Id, int, bool]]:
    """Yield text, label id, entry row and whether it was given (else rejected) of each mention a layer decided on.

    With `entries` (rows) those of these entries only.
    """
    for query, table in ((_TAGGED, "s"), (_REFUSED, "r")):
        if entries is None:
            yield from ((text, label, entry, bool(given)) for text, label, entry, given in conn.execute(query.format(which=""), (layer,)))
        else:
            found = conn.execute(query.format(which=_THESE.format(table=table)), (json.dumps(list(entries)), layer))
            yield from ((text, label, entry, bool(given)) for text, label, entry, given in found)


def tagged(conn: Connection, layer: int) -> Iterator[tuple[str, str, int]]:
    """Yield text, label key and entry row of each shown span of a layer."""
    query = (
        'SELECT substr(e.text, s.start + 1, s."end" - s.start), l.key, s.entry FROM spans s '
        "JOIN entries e ON e.row = s.entry JOIN labels l ON l.row = s.resolved WHERE s.layer = ? AND s.shown AND e.visible"
    )
    yield from conn.execute(query, (layer,))


def count_refused(conn: Connection, layer: int, *, most: int) -> int:
    """Return how many rejections a layer holds, counting up to `most`."""
    # The key begins with the entry, so that this walks the table; it stops at `most` of the layer's own.
    return int(conn.execute("SELECT count(*) FROM (SELECT 1 FROM rejections WHERE layer = ? LIMIT ?)", (layer, most)).fetchone()[0])
