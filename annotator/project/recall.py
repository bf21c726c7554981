"""Live memory: what the own layer holds is proposed at once wherever it stands again. Nothing of it is written; it follows each commit.

Each entry is looked at when it is shown or listed, so that a mention that stands in 60,000 entries costs no more than another.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.core.ids import Id
from annotator.core.joining import MEMORY
from annotator.core.mentions import Finder, Place, apart, normal
from annotator.core.model import Suggestion
from annotator.project.desk import Changed, Desk
from annotator.project.refusals import Refusals, Refused, heeded
from annotator.project.remembering import Ledger, Notes, notes_of
from annotator.store import counters, mentions
from annotator.store import entries as entry_store
from annotator.store import spans as span_store
from annotator.suggest.memory import Fact, fact

VERSION = "1"
"""Of live suggestions: their id stays while what they say why grows."""
AT_ONCE = 4000
"""Up to so many spans and rejections are read while the caller waits (some 40 ms)."""
_KEPT = 1024
_KEPT_CHARACTERS = 8_000_000
_FEW = 16
"""Where more mentions than this came or went since an entry was looked at, it is looked at anew."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is proposed of a mention."""

    label: Id
    fact: Fact


@dataclass(slots=True)
class _Looked:
    """What was found in an entry, and how many changes of the known mentions were behind it."""

    entry: Id
    text: str
    hits: list[Place]
    """All places of known mentions, overlapping ones too: what comes or goes later need not be looked for beside all others."""
    places: tuple[tuple[int, int, str], ...]
    refused: Refused
    changes: int
    count: int | None = None
    """How many suggestions wait in the entry, of memory and of others; None where that is to be counted."""
    made: dict[tuple[int, int], tuple[Known, Suggestion]] = field(default_factory=dict)


class Recall:
    """Memory of the one who decides, of the own layer only. Off until `begin`; without it, stored suggestions are all there is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._on = False
        self._off = False
        self._ledger: Ledger | None = None
        self._epoch = 0
        self._outdated = False
        self._missed: set[int] = set()
        self._known: dict[str, Known] = {}
        self._finder = Finder((), fold_case=False)
        self._refusals = Refusals()
        self._looked: OrderedDict[int, _Looked] = OrderedDict()
        self._characters = 0
        self._changes: list[str] = []
        self._version = 0
        self.generation = 0
        """Counts how often all that memory proposes was learnt anew."""
        desk.remember = self.follow

    # Loading

    def begin(self) -> bool:
        """Turn memory on. Return whether it is ready; if not, `read` is to be called on a worker thread and its value given to `take`."""
        self._on = self._desk.recalling = not self._off
        self.generation += 1
        if self._on and self._ledger is None and self._size() <= AT_ONCE:
            self.take(self.ticket(), self.read())
        return not self.wanting

    def switch(self, *, off: bool) -> None:
        """Propose nothing from now on, or propose again once `begin` is called."""
        self._off = off
        if off and self._on:
            self._on = self._desk.recalling = False
            self._ledger = None
            self._epoch += 1
            self.generation += 1
            self._known.clear()
            self._refusals.clear()
            self._forget_looked()

    @property
    def wanting(self) -> bool:
        """Whether the layer is to be read (anew) by a worker. What was known before is used until then."""
        return self._on and (self._ledger is None or self._outdated)

    @property
    def ready(self) -> bool:
        """Whether memory proposes anything."""
        return self._on and self._ledger is not None

    def ticket(self) -> int:
        """Return what a reading that begins now gives back to `take`, which so knows whether it is out of date."""
        self._missed.clear()
        return self._epoch

    def read(self) -> Notes:
        """Return what the own layer holds, for `take`. On a worker thread call it on a project opened there to look only."""
        desk = self._desk
        return notes_of(mentions.decided(desk.conn, desk.layer_row))

    def take(self, ticket: int, found: Notes) -> bool:
        """Use what was read; return False where so much changed meanwhile that it is to be read again."""
        if ticket != self._epoch:
            return False
        self._ledger = Ledger()
        for entry, notes in found.items():
            self._ledger.put(entry, notes)
        self._outdated = False
        if self._missed:
            self._reread(self._ledger, self._missed)
            self._missed.clear()
        self._know_all(self._ledger)
        return True

    # Following

    def follow(self, changed: Changed) -> Changed:
        """Take in what a commit, an undo or a merge touched; the answer says `suggestions` where other entries may look different now."""
        if not self._on or not changed:
            return changed
        if changed.everything or changed.suggestions:
            self._forget_counts(self._looked)
        if changed.everything:
            return self._begin_anew(changed)
        self._forget_counts(changed.entries)
        self._missed |= changed.entries
        if self._ledger is None or not changed.entries:
            return changed
        touched = self._reread(self._ledger, changed.entries)
        return replace(changed, suggestions=True) if self._know(self._ledger, touched) else changed

    def _begin_anew(self, changed: Changed) -> Changed:
        self._epoch += 1
        self._outdated = True
        if self._size() <= AT_ONCE:
            self.take(self.ticket(), self.read())
        return changed

    def _reread(self, ledger: Ledger, entries: Collection[int]) -> set[str]:
        desk = self._desk
        found = notes_of(mentions.decided(desk.conn, desk.layer_row, entries))
        touched: set[str] = set()
        for entry in entries:
            touched |= ledger.put(entry, found.get(entry, ()))
        return touched

    def _size(self) -> int:
        desk = self._desk
        given = sum(counters.read(desk.conn, desk.layer_row, "label").values())
        return given + mentions.count_refused(desk.conn, desk.layer_row, most=AT_ONCE + 1)

    # Knowing

    def _know_all(self, ledger: Ledger) -> None:
        self.generation += 1
        self._known.clear()
        self._finder = Finder((), fold_case=False)
        self._refusals.clear()
        self._forget_looked()
        self._know(ledger, ledger.mentions)

    def _know(self, ledger: Ledger, touched: Iterable[str]) -> bool:
        """Learn anew what is proposed of some mentions; return whether any came, went, has another label or is doubted otherwise."""
        keys = {each.id: each.key for each in self._desk.scheme.labels}
        active = {each.key: each.id for each in self._desk.scheme.active}
        moved = False
        for mention in touched:
            sums = ledger.sums(mention)
            found = fact({keys.get(label, label.hex()): row for label, row in sums.items()})
            label = active.get(found.label) if found is not None else None
            old = self._known.get(mention)
            if found is None or label is None:
                if old is not None:
                    del self._known[mention]
                    self._finder.discard(mention)
            else:
                self._known[mention] = Known(label, found)
                if old is None:
                    self._finder.add(mention)
            new = self._known.get(mention)
            doubted = self._refusals.learn(mention, sums)
            if doubted or (old.label if old else None) != (new.label if new else None):
                self._changes.append(mention)
                moved = True
        return moved

    def known(self, mention: str) -> Known | None:
        """Return what memory proposes where a text like this stands alone."""
        return self._known.get(normal(mention, fold_case=False)) if self.ready else None

    @property
    def ledger(self) -> Ledger | None:
        """All counts, once they are read."""
        return self._ledger if self._on else None

    def snapshot(self) -> Mapping[str, Known] | None:
        """Return all that memory proposes now, to be read by another thread; None where it proposes nothing yet."""
        return dict(self._known) if self.ready else None

    # Proposing

    def joined(self, rows: Sequence[int], stored: dict[int, list[Suggestion]], *, named: bool = True) -> dict[int, list[Suggestion]]:
        """Return the stored suggestions of some entries together with the live ones, by entry.

        In an entry that is not done live ones stand in the place of what `annotator suggest` stored of memory, and what others stored is
        left out or doubted where the annotator refused the like (`refusals`). A done or skipped entry
        keeps what it has: nothing new is asked there. Without `named` the live ones have no id, which is quicker to count.
        """
        if not self.ready:
            return stored
        desk = self._desk
        closed = entry_store.closed_among(desk.conn, rows, desk.layer_row)
        wanted = [row for row in rows if row not in closed]
        self._look(wanted)
        for row in wanted:
            found = [each for each in stored.get(row, ()) if each.suggester != MEMORY]
            looked = self._looked.get(row)
            if looked is not None:
                if looked.refused:
                    found = heeded(found, looked.refused, [place[:2] for place in looked.places])
                found += self._suggestions(looked, named=named)
            if found:
                stored[row] = found
            else:
                stored.pop(row, None)
        return stored

    def counted(self, rows: Sequence[int]) -> dict[int, int]:
        """Return how many suggestions wait in those of some entries where that was counted and nothing has changed since."""
        if not self.ready:
            return {}
        version = int(self._desk.conn.execute("PRAGMA data_version").fetchone()[0])
        if version != self._version:
            self._version = version  # another process has written: suggestions
            self._forget_counts(self._looked)
        self._look(rows)
        return {row: found.count for row in rows if (found := self._looked.get(row)) is not None and found.count is not None}

    def keep(self, counts: Mapping[int, int]) -> None:
        """Remember how many suggestions wait in some entries, until something changes there."""
        for row, count in counts.items():
            if row in self._looked:
                self._looked[row].count = count

    def _forget_counts(self, rows: Iterable[int]) -> None:
        for row in rows:
            if row in self._looked:
                self._looked[row].count = None

    def proposals(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Return start, end and mention of all that memory proposes in a text; they do not overlap."""
        return _proposed(self._finder.places(text))

    def _suggestions(self, looked: _Looked, *, named: bool) -> list[Suggestion]:
        found = []
        for start, end, mention in looked.places:
            known = self._known[mention]
            kept = looked.made.get((start, end))
            if kept is not None and kept[0] is known:
                found.append(kept[1])
                continue
            if kept is not None and kept[0].label == known.label:
                identity = kept[1].id
            else:
                identity = span_store.suggestion_id(looked.entry, start, end, known.label, MEMORY, VERSION) if named else b""
            made = Suggestion(identity, start, end, known.label, MEMORY, VERSION, known.fact.score, known.fact.why)
            if named:
                looked.made[start, end] = known, made
            found.append(made)
        return found

    def _look(self, rows: Sequence[int]) -> None:
        recent: dict[int, tuple[set[str], Finder]] = {}
        now = len(self._changes)
        missing = []
        for row in rows:
            looked = self._looked.get(row)
            if looked is None:
                missing.append(row)
                continue
            self._looked.move_to_end(row)
            if looked.changes != now:
                if looked.changes not in recent:
                    recent[looked.changes] = self._since(looked.changes)
                self._catch_up(looked, *recent[looked.changes])
                looked.changes = now
        for row, entry, text in entry_store.texts(self._desk.conn, missing):
            hits = self._finder.places(text)
            self._looked[row] = _Looked(entry, text, hits, _proposed(hits), self._refusals.places(text), now)
            self._characters += len(text)
        while len(self._looked) > max(len(rows), 1) and (len(self._looked) > _KEPT or self._characters > _KEPT_CHARACTERS):
            self._characters -= len(self._looked.popitem(last=False)[1].text)

    def _since(self, changes: int) -> tuple[set[str], Finder]:
        new = set(self._changes[changes:])
        return new, Finder(new if len(new) <= _FEW else (), fold_case=False)

    def _catch_up(self, looked: _Looked, changed: set[str], finder: Finder) -> None:
        """Bring what was found in an entry up to the mentions that changed; `finder` looks for those, where they are few."""
        if len(changed) > _FEW:
            looked.hits = self._finder.places(looked.text)
            looked.refused = self._refusals.places(looked.text)
        else:
            near = finder.places(looked.text)
            if not near:
                return
            kept = [each for each in looked.hits if each.mention not in changed]
            kept.extend(each for each in near if each.mention in self._known)
            looked.hits = sorted(kept, key=lambda hit: (hit.start, -hit.end))
            spots = {(each.start, each.end) for each in near}
            looked.refused = {place: times for place, times in looked.refused.items() if place[:2] not in spots} | self._refusals.at(near)
        looked.places = _proposed(looked.hits)
        looked.count = None

    def _forget_looked(self) -> None:
        self._looked.clear()
        self._changes.clear()
        self._characters = 0


def _proposed(hits: Sequence[Place]) -> tuple[tuple[int, int, str], ...]:
    """Return start, end and mention of what is proposed of all that was found: what does not overlap."""
    return tuple((each.start, each.end, each.mention) for each in apart(hits))
