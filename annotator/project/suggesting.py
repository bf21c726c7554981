"""Have suggesters look at entries that are not done. Meant for a process of its own: spaCy comes in here, inside the functions.

Takes a lock of its own, writes only its own tables in short transactions, can be stopped at any moment and goes on where it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import InputError
from annotator.project.desk import Changed, Desk
from annotator.project.parallel import Work, proposed, worthwhile
from annotator.project.remembering import Ledger, notes_of
from annotator.project.roster import Roster
from annotator.store import assignments, bundles, lock, mentions, schemes, trained
from annotator.store import entries as entry_store
from annotator.store import spans as span_store
from annotator.store.database import unhurried, writing
from annotator.suggest.loading import load
from annotator.suggest.memory import Remembered
from annotator.suggest.suggester import Proposal

BATCH = 16
"""Entries written at a time: small, so that a window on the same file never waits for long."""
ROWS_AT_ONCE = 400

Progress = Callable[[int, int], None]
Found = list[tuple[int, list[span_store.NewSuggestion]]]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What one suggester did: entries looked at in this run, suggestions made, labels of its own without a place in the scheme."""

    suggester: str
    version: str
    entries: int
    suggestions: int
    dropped: tuple[str, ...] = ()
    stopped: bool = False
    refused: int = 0
    """Entries of a bundle's control group, which are to be labelled without suggestions."""
    note: str = ""
    """A sentence where something else was used than what is in force."""


class Suggesting:
    """The suggesters of a project."""

    def __init__(self, desk: Desk, roster: Roster) -> None:
        self._desk = desk
        self._roster = roster

    def standing(self) -> list[tuple[str, str, int]]:
        """Return who suggested: name, version, how many suggestions stand."""
        return span_store.suggesters(self._desk.conn)

    def stands(self) -> bool:
        """Return whether a suggestion stands anywhere: at once, where `standing` counts them all."""
        return span_store.any_standing(self._desk.conn)

    def begun(self) -> bool:
        """Return whether any suggester, or an import, has proposed anything yet."""
        return span_store.any_suggested(self._desk.conn)

    def run(
        self,
        specs: Sequence[str] = (),
        *,
        threshold: float | None = None,
        processes: int = 1,
        progress: Progress = lambda _done, _total: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> list[Suggested]:
        """Let suggesters (without `specs` those of the project that are on) look at every visible entry that nobody has done and that
        they have not seen; return what each did.

        `threshold` is a probability; suggestions without a score pass. Raises LockedError where another run is at work, InputError
        for a suggester that does not exist.
        """
        desk = self._desk
        desk.must_write()
        if threshold is not None and not 0.0 <= threshold <= 1.0:
            raise InputError(f"A threshold is a probability from 0 to 1, not {threshold:g}.")
        if processes < 1:
            raise InputError("At least one process has to work.")
        held = lock.take(desk.path, lock.SUGGESTING, desk.person.name, desk.now().astimezone())
        try:
            with unhurried(desk.conn):
                wanted = specs or self._roster.on()
                return [self._run_one(spec, threshold, processes, progress, stopped) for spec in wanted if not stopped()]
        finally:
            held.release()

    def remembered(self) -> list[Remembered]:
        """Return what the own layer holds of mentions, for memory; no one else's answers come in."""
        desk = self._desk
        ledger = Ledger()
        for entry, notes in notes_of(mentions.decided(desk.conn, desk.layer_row)).items():
            ledger.put(entry, notes)
        keys = {each.id: each.key for each in desk.scheme.labels}
        return sorted(
            (Remembered(mention, keys[label], *row) for mention in ledger.mentions for label, row in ledger.sums(mention).items()),
            key=lambda each: (each.mention, each.label),
        )

    def _run_one(self, spec: str, threshold: float | None, processes: int, progress: Progress, stopped: Callable[[], bool]) -> Suggested:
        desk = self._desk
        remembered = self.remembered() if spec == "memory" else []
        folder, note = self._trained() if spec == "default" else (None, "")
        suggester = load(spec, desk.scheme, remembered=remembered, trained=folder)
        self._roster.named(spec, suggester.name)
        version = _version(suggester.version, remembered, threshold)
        found = span_store.not_suggested(desk.conn, suggester.name, version)
        control = assignments.control_among(desk.conn, found, desk.assignee) if bundles.addressee(desk.conn) is not None else set()
        waiting = [row for row in found if row not in control]
        labels = self._label_rows()
        work = Work(spec, desk.scheme, tuple(remembered), folder)
        collected: Found = []
        done = made = 0
        progress(0, len(waiting))
        working = worthwhile(processes, len(waiting))
        for row, proposals in zip(waiting, proposed(work, suggester, self._texts(waiting), working), strict=True):
            wanted = [each for each in proposals if threshold is None or each.score is None or each.score >= threshold]
            collected.append((row, [_new(each, labels, suggester.name, version) for each in wanted]))
            done += 1
            if len(collected) == BATCH or sum(len(found) for _, found in collected) >= ROWS_AT_ONCE:
                made += self._store(suggester.name, version, collected)
                progress(done, len(waiting))
                if stopped():
                    return Suggested(suggester.name, version, done, made, suggester.dropped, True, len(control), note)
        made += self._store(suggester.name, version, collected)
        progress(done, len(waiting))
        return Suggested(suggester.name, version, done, made, suggester.dropped, refused=len(control), note=note)

    def _trained(self) -> tuple[Path | None, str]:
        """Return the folder of the trained model in force, None for the bundled one, and what is to be said about it."""
        number = trained.in_force(self._desk.conn)
        folder = trained.version_folder(self._desk.path, number)
        if number == trained.BUNDLED or (folder / "config.cfg").is_file():
            return (None if number == trained.BUNDLED else folder), ""
        return None, f"The trained model {number} is not at {folder} any more; the bundled model was used."

    def _texts(self, rows: Sequence[int]) -> Iterator[str]:
        for first in range(0, len(rows), BATCH):
            for entry in entry_store.read_entries(self._desk.conn, rows[first : first + BATCH]):
                yield entry.text

    def _store(self, name: str, version: str, collected: Found) -> int:
        if not collected:
            return 0
        with writing(self._desk.conn, self._desk.path) as conn:
            made = span_store.replace_suggestions(conn, name, version, collected)
        self._desk.tell(Changed(frozenset(row for row, _ in collected), suggestions=True))
        collected.clear()
        return made

    def _label_rows(self) -> dict[str, int]:
        by_id = {label: row for row, label in schemes.label_rows(self._desk.conn).items()}
        return {each.key: by_id[each.id] for each in self._desk.scheme.active}


def _version(version: str, remembered: Sequence[Remembered], threshold: float | None) -> str:
    """Return what tells two runs apart: what memory knows and the threshold belong to it."""
    known = f" {hashlib.blake2b(repr(remembered).encode('utf-8'), digest_size=6).hexdigest()}" if remembered else ""
    return f"{version}{known}" + ("" if threshold is None else f" from {threshold:g}")


def _new(proposal: Proposal, labels: dict[str, int], name: str, version: str) -> span_store.NewSuggestion:
    return proposal.start, proposal.end, labels[proposal.label], name, version, proposal.score, proposal.why
