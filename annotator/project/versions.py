"""The same post saved again with another text: a new version of its entry, with the spans carried over where the words stand."""

from __future__ import annotations

from sqlite3 import Connection

from annotator.core.anchoring import carried, similarity
from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Payload
from annotator.core.ids import Id, written
from annotator.project.intake import Tally
from annotator.store import log, projection, versions

_ALIKE = 0.5
"""Below this likeness two posts of one author and time are two posts (0 to 1, see `similarity`)."""


def carry_over(conn: Connection, appender: log.Appender, step: Id, source: int, tally: Tally) -> None:
    """Find the entries of a source that replace ones of an earlier saving of it; carry spans over and list each lost one."""
    replaced: set[int] = set()
    for new, candidates in versions.candidates(conn, source):
        likeliest = max(
            (old for old in candidates if old.row not in replaced),
            key=lambda old: (old.title == new.title, similarity(old.text, new.text)),
            default=None,
        )
        if likeliest is None or similarity(likeliest.text, new.text) < _ALIKE:
            continue
        replaced.add(likeliest.row)
        versions.supersede(conn, new.row, likeliest.id)
        tally.versions += 1
        _carry(conn, appender, step, likeliest, new, tally)


def _carry(conn: Connection, appender: log.Appender, step: Id, old: versions.Post, new: versions.Post, tally: Tally) -> None:
    standing, refused = versions.spans_by_layer(conn, old.row), versions.rejections_by_layer(conn, old.row)
    for layer in sorted(standing.keys() | refused.keys()):
        spans = standing.get(layer, [])
        places = carried(old.text, new.text, [(span.start, span.end) for span in spans])
        listed = []
        for span, place in zip(spans, places, strict=True):
            if place is None:
                excerpt = old.text[span.start : span.end]
                tally.note("lost", new.line, "the text changed here; the span could not be carried over", "span lost", excerpt)
            else:
                listed.append([*place, written(span.label), span.origin])
        # A rejection is never revived: where the words still stand, they are not proposed again.
        rejected = refused.get(layer, [])
        stays = zip(rejected, carried(old.text, new.text, [(start, end) for start, end, _ in rejected]), strict=True)
        no_more = [[*place, written(label)] for (_, _, label), place in stays if place is not None]
        if listed or no_more:
            after: Payload = {
                "v": PAYLOAD_VERSION, "spans": listed, "rejected": no_more, "state": None, "carried_from": written(old.id),
            }  # fmt: skip
            decisions = appender.add(step, [Draft(Kind.IMPORT, layer, new.id, after=after)])
            projection.apply(conn, decisions, entry_rows={new.id: new.row})
