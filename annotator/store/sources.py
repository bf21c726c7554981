"""Sources: what came in, whether it is in force, and what was found on the way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Protocol

from annotator.core.ids import Id


class FindingLike(Protocol):
    """Something found while reading: what it was, where, why, and its beginning."""

    @property
    def kind(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def reason(self) -> str: ...
    @property
    def excerpt(self) -> str: ...


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """A file that came in: `entries` are those that stand under it now; `report` are the counts of its import."""

    id: Id
    name: str
    format: str
    sha256: str
    bytes: int
    live: bool
    hidden: bool
    entries: int
    facts: Mapping[str, str]
    report: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that is here, as far as telling it again needs it."""

    id: Id
    title: str
    author: str
    published: str


def summaries(conn: Connection) -> list[SourceSummary]:
    """Return all sources in the order of the corpus."""
    query = (
        "SELECT s.id, s.name, s.format, lower(hex(s.sha256)), s.bytes, s.live, s.hidden, "
        "(SELECT count(*) FROM entries e WHERE e.source = s.row AND e.visible), s.facts, s.report FROM sources s ORDER BY s.ordinal, s.row"
    )
    return [
        SourceSummary(r[0], r[1], r[2], r[3], r[4], bool(r[5]), bool(r[6]), r[7], json.loads(r[8]), json.loads(r[9]))
        for r in conn.execute(query)
    ]


def is_live(conn: Connection, source: Id) -> bool:
    """Return whether a source is in the project and not withdrawn."""
    row = conn.execute("SELECT live FROM sources WHERE id = ?", (source,)).fetchone()
    return bool(row and row[0])


def holds(conn: Connection, source: int, entry: Id) -> bool:
    """Return whether a source has an entry already."""
    query = "SELECT 1 FROM entries e JOIN entry_sources x ON x.entry = e.row AND x.source = ? WHERE e.id = ?"
    return conn.execute(query, (source, entry)).fetchone() is not None


def held(conn: Connection, source: int, entries: Iterable[Id]) -> set[Id]:
    """Return which of a batch of entries a source has already."""
    _batch(conn, entries)
    query = (
        "SELECT e.id FROM temp.batch b JOIN entries e ON e.id = b.value "
        "WHERE EXISTS (SELECT 1 FROM entry_sources x WHERE x.entry = e.row AND x.source = ?)"
    )
    return {row[0] for row in conn.execute(query, (source,))}


def others(conn: Connection, source: int) -> bool:
    """Return whether another source than this one brought an entry."""
    query = "SELECT EXISTS (SELECT 1 FROM entry_sources WHERE source < ?1) OR EXISTS (SELECT 1 FROM entry_sources WHERE source > ?1)"
    return bool(conn.execute(query, (source,)).fetchone()[0])


def with_texts(conn: Connection, source: int, hashes: Iterable[bytes]) -> dict[bytes, list[Known]]:
    """Return the entries of other sources whose text has one of a batch of SHA-256, oldest in the file first."""
    _batch(conn, hashes)
    query = (
        "SELECT b.value, e.id, e.title, e.author, e.published FROM temp.batch b JOIN entries e ON e.sha256 = b.value "
        "WHERE EXISTS (SELECT 1 FROM entry_sources x WHERE x.entry = e.row AND x.source != ?) ORDER BY e.row"
    )
    found: dict[bytes, list[Known]] = {}
    for sha, *known in conn.execute(query, (source,)):
        found.setdefault(sha, []).append(Known(*known))
    return found


def _batch(conn: Connection, values: Iterable[bytes]) -> None:
    """Put values where a query can join them; asking for each by itself takes a third of an import."""
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS batch (value BLOB PRIMARY KEY) WITHOUT ROWID")
    conn.execute("DELETE FROM temp.batch")
    conn.executemany("INSERT OR IGNORE INTO temp.batch VALUES (?)", ((value,) for value in values))


def store_findings(conn: Connection, source: int, findings: Iterable[FindingLike]) -> None:
    """Keep what was repaired, rejected or kept, with its place and reason."""
    conn.executemany(
        "INSERT INTO rejects (source, what, line, reason, raw) VALUES (?,?,?,?,?)",
        [(source, each.kind, each.line, each.reason, each.excerpt) for each in findings],
    )


def finding_counts(conn: Connection, source: Id) -> dict[str, int]:
    """Return how much of a source is kept with the project, by what it is: repaired, rejected, kept."""
    query = "SELECT r.what, count(*) FROM rejects r JOIN sources s ON s.row = r.source WHERE s.id = ? GROUP BY r.what"
    return {str(what): int(count) for what, count in conn.execute(query, (source,))}


def findings(conn: Connection, source: Id, what: str, *, limit: int) -> list[tuple[int, str, str]]:
    """Return the first findings of a kind, in the order of the file: line, reason, and the row as it was."""
    query = (
        "SELECT r.line, r.reason, r.raw FROM rejects r JOIN sources s ON s.row = r.source "
        "WHERE s.id = ? AND r.what = ? ORDER BY r.row LIMIT ?"
    )
    return [(int(line), str(reason), str(raw)) for line, reason, raw in conn.execute(query, (source, what, limit))]


def store_report(conn: Connection, source: int, facts: Mapping[str, str], report: Mapping[str, int]) -> None:
    """Keep what a source says of itself and the counts of its import."""
    values = (json.dumps(facts, ensure_ascii=False, sort_keys=True), json.dumps(report, sort_keys=True), source)
    conn.execute("UPDATE sources SET facts = ?, report = ? WHERE row = ?", values)


def import_step(conn: Connection, source: Id, *, live: bool) -> Id | None:
    """Return the last import step of a source that counts (or, with `live` False, that does not)."""
    word = "NOT IN" if live else "IN"
    query = (
        "SELECT step FROM decisions WHERE kind = 'import' AND entry IS NULL AND json_extract(after, '$.source') = ? "
        f"AND step {word} (SELECT step FROM cancelled) ORDER BY clock DESC LIMIT 1"
    )
    row = conn.execute(query, (source.hex(),)).fetchone()
    return None if row is None else row[0]


def canceller(conn: Connection, step: Id) -> Id:
    """Return the step that cancels another one now."""
    query = "SELECT id FROM steps WHERE cancels = ? AND id NOT IN (SELECT step FROM cancelled) ORDER BY clock DESC LIMIT 1"
    return bytes(conn.execute(query, (step,)).fetchone()[0])


def touched(conn: Connection, source: Id) -> tuple[int, int, tuple[str, ...]]:
    """Return what withdrawing a source touches: entries only it brings, decisions on them, and the people who made those."""
    only = (
        "SELECT e.id FROM entry_sources x JOIN entries e ON e.row = x.entry JOIN sources s ON s.row = x.source WHERE s.id = ?1 "
        "AND NOT EXISTS (SELECT 1 FROM entry_sources o JOIN sources t ON t.row = o.source "
        "WHERE o.entry = x.entry AND t.id != ?1 AND t.live)"
    )
    entries = conn.execute(f"SELECT count(*) FROM ({only})", (source,)).fetchone()[0]
    made = conn.execute(
        f"SELECT p.name, sum(d.made) FROM (SELECT annotator, count(*) AS made FROM decisions WHERE kind != 'import' AND entry IN ({only}) "
        "GROUP BY annotator) d LEFT JOIN people p ON p.id = d.annotator GROUP BY p.name ORDER BY p.name",
        (source,),
    ).fetchall()
    return int(entries), sum(row[1] for row in made), tuple(row[0] for row in made if row[0] is not None)
