"""Bring in what others decided: the union of logs, in any order and any number of times with the same result."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Step
from annotator.core.errors import InputError
from annotator.core.ids import Id, written
from annotator.core.model import Person, Scheme
from annotator.project.desk import Changed, Desk
from annotator.store import backup, foreign, schemes
from annotator.store import merge as store
from annotator.store.database import project_path, writing


@dataclass(frozen=True, slots=True)
class PersonWork:
    """What a file holds of one annotator's decisions on entries: new here, known, and on how many entries."""

    id: Id
    name: str
    new: int
    known: int
    entries: int


@dataclass(frozen=True, slots=True)
class EntryWork:
    """What a file holds of one annotator's decisions on one entry."""

    entry: Id
    title: str
    annotator: Id
    name: str
    new: int
    known: int


@dataclass(frozen=True, slots=True)
class LabelFound:
    """A label that is not the same there and here. `what`: renamed (the later name holds), merged here, new, mapped, or retired."""

    id: Id
    there: str
    here: str
    what: str


@dataclass(frozen=True, slots=True)
class Twins:
    """A name under which two or more people stand, with their ids (hexadecimal), those known longest first."""

    name: str
    ids: tuple[str, ...]

    @property
    def said(self) -> str:
        """What there is to say of it, with the way to join them."""
        listed = ", ".join(each[:12] for each in self.ids)
        return (
            f"“{self.name}” stands under {len(self.ids)} ids ({listed}); if that is one person, say "
            f"--join {self.ids[-1][:12]}={self.ids[0][:12]}."
        )


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file brought in, or would: decisions new and known, entries that were not here, new decisions by annotator's name.

    `lacked` are the titles of those entries; `missing` counts entries that were decided on and that neither file holds. `twins` and
    `numbering` are sentences: people who stand under two ids, devices whose numbers have gaps or stand twice.
    """

    file: str
    decisions: int
    known: int
    entries: int
    people: Mapping[str, int]
    work: tuple[PersonWork, ...] = ()
    by_entry: tuple[EntryWork, ...] = ()
    lacked: tuple[str, ...] = ()
    missing: int = 0
    labels: tuple[LabelFound, ...] = ()
    twins: tuple[str, ...] = ()
    numbering: tuple[str, ...] = ()
    twins_found: tuple[Twins, ...] = ()


class _DryRunError(Exception):
    """Ends the transaction of a dry run."""


@dataclass(slots=True)
class _Work:
    """A merge at work: the project as it was before, what was asked for, and what was found in the files."""

    scheme: Scheme
    title: str
    people: frozenset[Id]
    foundings: set[Id]
    maps: Mapping[str, str]
    union: store.Union
    labels: dict[Id, tuple[str, str]] = field(default_factory=dict)
    """Labels that this project lacks: their key there, and what becomes of them."""


class Merging:
    """The way in for other people's project files."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def merge(
        self,
        files: Sequence[Path],
        *,
        dry_run: bool = False,
        join: Sequence[tuple[str, str]] = (),
        map_labels: Mapping[str, str] | None = None,
        progress: Callable[[int, int], None] = lambda _d, _t: None,
    ) -> list[Brought]:
        """Take the union of this log and others', in one transaction after a backup. A broken file changes nothing.

        `join` says that one person (a name or the beginning of an id) is another, `map_labels` that a label there is one here (keys); both
        are recorded as decisions. Labels of a project that was founded apart from this one arrive retired unless they are mapped.
        Raises InputError naming the file where one is not a sound project, or is this one.
        """
        desk = self._desk
        desk.must_write()
        files = [project_path(file) if not file.exists() and project_path(file).exists() else file for file in files]
        for file in files:
            if file.exists() and file.samefile(desk.path):
                raise InputError(f"{file.name} is this very project; name the files that others handed back.")
        kept = None if dry_run else backup.automatic(desk.conn, desk.path, "merging", desk.now())
        before = _decisions(desk.conn)
        try:
            with writing(desk.conn, desk.path) as conn:
                result = self._merge(conn, files, join, map_labels or {}, progress)
                if dry_run:
                    raise _DryRunError(result)
        except _DryRunError as found:
            return list(found.args[0])
        finally:
            desk.forget()
            if kept is not None and _decisions(desk.conn) == before:
                kept.unlink(missing_ok=True)  # nothing came in; the backups of what did are worth more
        desk.tell(Changed(everything=True))
        return result

    def _merge(
        self, conn: Connection, files: Sequence[Path], join: Sequence[tuple[str, str]], maps: Mapping[str, str],
        progress: Callable[[int, int], None],
    ) -> list[Brought]:  # fmt: skip
        scheme = schemes.read_scheme(conn)
        people = frozenset(each.id for each in schemes.read_people(conn))
        work = _Work(scheme, schemes.fact(conn, "title"), people, store.foundings(conn), maps, store.begin(conn))
        found = []
        for number, file in enumerate(files, start=1):
            found.append(self._bring(conn, file, work))
            progress(number, len(files))
        store.finish(conn, work.union)
        self._desk.forget()
        self._keep_own(conn, work)
        self._map(work)
        for one, other in join:
            self._join(conn, work, one, other)
        names = _names(conn)
        twins = _twins(conn)
        return [_told(conn, file, each, labels, names, twins) for file, each, labels in found]

    def _bring(self, conn: Connection, file: Path, work: _Work) -> tuple[Path, store.Brought, tuple[LabelFound, ...]]:
        with tempfile.TemporaryDirectory(prefix="annotator-merge-") as folder, foreign.opened(file, Path(folder)) as other:
            foreign.validate(other, conn, file, work.union.known)
            labels = _labels(other, work, related=bool(store.foundings(other) & work.foundings))
            return file, store.bring(conn, other, file.name, work.union), labels

    def _keep_own(self, conn: Connection, work: _Work) -> None:
        """A project founded apart brings its own name, rule and labels: ours stay in force, and its labels arrive retired."""
        retired = {written(label): {"retired": 1} for label, (_, what) in work.labels.items() if what == "retired"}
        now = self._desk.scheme
        if not store.foundings(conn) - work.foundings:
            return
        after = {"v": PAYLOAD_VERSION, "overlap": work.scheme.overlap.value, "name": work.scheme.name, "labels": retired}
        title = {"v": PAYLOAD_VERSION, "object": "project", "id": None, "field": "title", "value": work.title}
        if retired or (now.overlap, now.name, schemes.fact(conn, "title")) != (work.scheme.overlap, work.scheme.name, work.title):
            drafts = (Draft(Kind.SCHEME, after=after), Draft(Kind.METADATA, after=title))
            self._desk.commit(Step("Keep this project's own scheme in a merge", drafts, undoable=False))

    def _map(self, work: _Work) -> None:
        aliases: dict[str, str] = {}
        for theirs, ours in work.maps.items():
            kept = work.scheme.by_key(ours)
            if kept is None:
                raise InputError(f"There is no label “{ours}” here; there are {', '.join(each.key for each in work.scheme.active)}.")
            given_up = [label for label, (key, _) in work.labels.items() if key.casefold() == theirs.casefold()]
            known = [each.id for each in self._desk.scheme.labels if each.key.casefold() == theirs.casefold() and each.id != kept.id]
            if not given_up and not known:
                raise InputError(f"No label “{theirs}” stands in these files or in this project; nothing can be mapped to {kept.key}.")
            held = self._desk.scheme
            aliases |= {written(each): written(kept.id) for each in given_up or known if held.resolved(each) != kept.id}
        if aliases:
            self._desk.commit(Step("Map labels of a merge", (Draft(Kind.SCHEME, after={"v": PAYLOAD_VERSION, "aliases": aliases}),)))

    def _join(self, conn: Connection, work: _Work, one: str, other: str) -> None:
        people = schemes.read_people(conn)
        if one.casefold() == other.casefold():
            same = [each for each in people if each.name.casefold() == one.casefold()]
            here = [each for each in same if each.id in work.people]
            if len(same) != 2 or len(here) != 1:
                ids = ", ".join(each.id.hex()[:12] for each in same) or "none"
                raise InputError(f"Which two people called “{one}” are one? Name them by their ids: {ids}.")
            person, into = next(each for each in same if each != here[0]), here[0]
        else:
            joined = schemes.joined_people(conn)
            into = person_named(people, other)
            gone = [each for each in joined if each.hex().startswith(one.lower()) and joined[each] == into.id]
            if gone:
                return  # the same was said in an earlier merge
            person = person_named(people, one)
        if person.id == into.id:
            return
        after = {"v": PAYLOAD_VERSION, "person": written(person.id), "into": written(into.id)}
        self._desk.commit(Step(f"{person.name} is {into.name}", (Draft(Kind.JOIN, after=after),)))


def person_named(people: Sequence[Person], wanted: str) -> Person:
    """Return the person a name or the beginning of an id means. Raises InputError where it means nobody, or more than one."""
    found = [each for each in people if each.name == wanted] or [each for each in people if each.name.casefold() == wanted.casefold()]
    found = found or [each for each in people if len(wanted) >= 6 and each.id.hex().startswith(wanted.lower())]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(f"Nobody here is called “{wanted}”; there are {', '.join(each.name for each in people) or 'no people yet'}.")
    ids = ", ".join(each.id.hex()[:12] for each in found)
    raise InputError(f"{len(found)} people are called “{wanted}”; name one by the beginning of the id: {ids}.")


def _decisions(conn: Connection) -> int:
    return int(conn.execute("SELECT count(*) FROM decisions").fetchone()[0])


def _labels(other: Connection, work: _Work, *, related: bool) -> tuple[LabelFound, ...]:
    """Hold the labels there against ours: same id, merged here, mapped now, else new (one study) or retired (a study founded apart)."""
    found = []
    ours = {each.id: each for each in work.scheme.labels}
    mapped = {theirs.casefold(): key for theirs, key in work.maps.items()}
    for label in schemes.read_scheme(other).labels:
        if label.key == schemes.unknown_key(label.id):
            continue
        here = ours.get(label.id)
        if here is not None:
            stands = work.scheme.by_id(label.id) or here
            if label.key != stands.key:
                found.append(LabelFound(label.id, label.key, stands.key, "merged" if stands.id != label.id else "renamed"))
            continue
        target = mapped.get(label.key.casefold())
        what = "mapped" if target is not None else "new" if related else "retired"
        work.labels.setdefault(label.id, (label.key, what))
        found.append(LabelFound(label.id, label.key, target or "", what))
    return tuple(found)


def _names(conn: Connection) -> dict[Id, str]:
    return dict(conn.execute("SELECT id, name FROM people"))


def _twins(conn: Connection) -> tuple[Twins, ...]:
    groups: dict[str, list[Person]] = {}
    for person in schemes.read_people(conn):
        groups.setdefault(person.name.casefold(), []).append(person)
    return tuple(Twins(same[0].name, tuple(each.id.hex() for each in same)) for same in groups.values() if len(same) > 1)


def _told(
    conn: Connection, file: Path, brought: store.Brought, labels: tuple[LabelFound, ...], names: Mapping[Id, str], twins: tuple[Twins, ...]
) -> Brought:
    titles = {
        row[0]: row[1] or " ".join(row[2].split())
        for row in conn.execute("SELECT id, title, substr(text, 1, 80) FROM entries ORDER BY row")
    }
    people: Counter[str] = Counter()
    sums: dict[Id, list[int]] = {}
    entries = []
    for each in brought.counted:
        name = names.get(each.annotator) or each.annotator.hex()[:12]
        people[name] += each.new
        held = sums.setdefault(each.annotator, [0, 0, 0])
        held[0] += each.new
        held[1] += each.known
        if each.entry is not None:
            held[2] += 1
            entries.append(EntryWork(each.entry, titles.get(each.entry, ""), each.annotator, name, each.new, each.known))
    work = tuple(PersonWork(who, names.get(who) or who.hex()[:12], *counts) for who, counts in sums.items())
    came = set(brought.entries)
    lacked = {each.entry for each in brought.counted if each.entry is not None and each.entry not in titles}
    new = dict(sorted((name, n) for name, n in people.items() if n))
    titled = tuple(title for entry, title in titles.items() if entry in came)
    work_by_name = tuple(sorted(work, key=lambda each: each.name))
    return Brought(
        file.name, brought.new, brought.known, len(came), new, work_by_name, tuple(entries), titled, len(lacked), labels,
        tuple(each.said for each in twins), brought.numbering, twins,
    )  # fmt: skip
