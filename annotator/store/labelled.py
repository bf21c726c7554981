"""Which spans carry a label, over all layers, and which of them a rule of overlap would put out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection

from annotator.core.fold import visible
from annotator.core.ids import Id
from annotator.core.model import Overlap, Span
from annotator.store.projection import folded_spans

AROUND = 40
"""Code points of text on each side of a span."""

_SPANS = (
    'SELECT s.entry, e.id, s.id, s.start, s."end", l.id, s.origin, s.score, '
    'substr(e.text, max(s.start - ?1, 0) + 1, s."end" + ?1 - max(s.start - ?1, 0)) FROM spans s JOIN entries e ON e.row = s.entry '
    "JOIN labels l ON l.row = s.label JOIN labels r ON r.row = s.resolved WHERE r.id = ?2 AND s.layer = ?3 AND s.shown AND e.visible "
    "ORDER BY e.source, e.place, s.entry, s.start, s.id"
)
_CROWDED = (
    "SELECT DISTINCT a.entry, a.layer, y.id FROM spans a JOIN spans b ON b.entry = a.entry AND b.layer = a.layer AND b.id > a.id "
    'AND a.start < b."end" AND b.start < a."end" JOIN layers y ON y.row = a.layer JOIN entries e ON e.row = a.entry WHERE e.visible'
)


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """A span with its entry and the words around it: `before` + `words` + `after` is a piece of the entry's text."""

    row: int
    entry: Id
    span: Span
    before: str
    words: str
    after: str


def counts(conn: Connection) -> dict[Id, int]:
    """Return how many spans that show carry each label, over all layers."""
    query = (
        "SELECT l.id, sum(c.n) FROM counters c JOIN labels l ON l.row = CAST(c.key AS INTEGER) WHERE c.kind = 'label' "
        "GROUP BY l.id HAVING sum(c.n) > 0"
    )
    return dict(conn.execute(query))


def spans(conn: Connection, layer: int, label: Id) -> Iterator[LabelledSpan]:
    """Yield the spans of a layer that show and carry a label (merged ones too), with `AROUND` code points of text on both sides."""
    for row, entry, span, start, end, written, origin, score, piece in conn.execute(_SPANS, (AROUND, label, layer)):
        first, length = min(start, AROUND), end - start
        value = Span(span, start, end, written, origin, score)
        yield LabelledSpan(row, entry, value, piece[:first], piece[first : first + length], piece[first + length :])


def sight_changes(conn: Connection, overlap: Overlap) -> tuple[int, int]:
    """Return how many spans would go out of sight under a rule of overlap, and how many would come into sight."""
    out = into = 0
    for entry, layer, layer_id in conn.execute(_CROWDED).fetchall():
        now = folded_spans(conn, entry, layer, layer_id)
        for span in visible(now.values(), overlap):
            out += now[span.id].shown and not span.shown
            into += span.shown and not now[span.id].shown
    return out, into
