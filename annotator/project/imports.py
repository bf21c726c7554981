"""Take files in: looked at first (`preview`), then as a whole or not at all (`take`). An import can be withdrawn."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from sqlite3 import Connection

from annotator import __version__
from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Payload, Step
from annotator.core.drafts import EntryDraft
from annotator.core.errors import InputError, MachineError
from annotator.core.ids import Id, derived, written
from annotator.core.model import RESERVED_LAYERS, LayerKind
from annotator.project.arriving import Intake, take_batch
from annotator.project.desk import Changed, Desk
from annotator.project.fitting import LabelMap, fitting
from annotator.project.identities import known_among
from annotator.project.intake import Tally, drafts, format_of
from annotator.project.reports import SHOWN_FINDINGS, Finding, ImportOptions, ImportReport, NothingTakenError, Preview, Touched, gathered
from annotator.project.scheme import Scheme
from annotator.project.versions import carry_over
from annotator.store import backup, log, rest, sources
from annotator.store import entries as entry_store
from annotator.store.database import writing
from annotator.store.sources import SourceSummary as SourceSummary

BATCH = 500
PREVIEWED = 200
Progress = Callable[[int], None]


class _DryRunError(Exception):
    """Ends the transaction of a dry run; nothing stays."""


class Imports:
    """The files that came in, and the road by which they do."""

    def __init__(self, desk: Desk, scheme: Scheme) -> None:
        self._desk = desk
        self._scheme = scheme

    def preview(self, path: Path, options: ImportOptions, *, cancelled: Callable[[], bool] = lambda: False) -> Preview:
        """Read a file and say what would happen, changing nothing. Entries beyond the first `PREVIEWED` are only counted."""
        intake = self._intake(path, options)
        overlap = self._scheme.value.overlap if options.to == "layer" else None
        shown: list[EntryDraft] = []
        met: set[Id] = set()
        stream = drafts(path, intake.format, options, intake.tally)
        while batch := list(islice(stream, BATCH)):
            for draft in batch:
                if cancelled():
                    raise InputError("The preview was given up.")
                spans, _ = fitting(draft, intake.labels, intake.tally, overlap=overlap)
                intake.tally.spans["taken"] += len(spans)
            known = known_among(self._desk.conn, intake.format.name, batch, met)
            intake.tally.entries["known"] += known
            intake.tally.entries["taken"] += len(batch) - known
            intake.tally.fresh.clear()
            shown += batch[: PREVIEWED - len(shown)]
        return Preview(intake.tally.report(intake.format.name, options.layer, ""), tuple(shown))

    def take(self, path: Path, options: ImportOptions, *, dry_run: bool = False, progress: Progress = lambda _: None) -> ImportReport:
        """Take a file in, in one transaction, after a backup. With `dry_run` all is done but kept: the report is the same.

        Raises InputError for a file that cannot be read or was taken in before, NothingTakenError for one that holds no entry that could
        come in, MachineError where it cannot be kept.
        """
        desk = self._desk
        desk.must_write()
        intake = self._intake(path, options)
        if not dry_run and entry_store.any_at_all(desk.conn):
            backup.automatic(desk.conn, desk.path, f"importing {_plain(path.name)}", desk.now())
        try:
            with writing(desk.conn, desk.path) as conn:
                report = self._take(conn, intake, progress)
                if not report.entries.taken and not report.entries.known:
                    raise NothingTakenError(report)
                if dry_run:
                    raise _DryRunError
        except _DryRunError:
            return report
        finally:
            desk.forget()
        desk.tell(Changed(everything=True, suggestions=True))
        return report

    def sources(self) -> list[SourceSummary]:
        """Return the files that came in, in the order of the corpus."""
        return sources.summaries(self._desk.conn)

    def touched(self, source: Id) -> Touched:
        """Return what withdrawing a source would touch, to be said before."""
        return Touched(*sources.touched(self._desk.conn, source))

    def finding_counts(self, source: Id) -> dict[str, int]:
        """Return how many rows of a source were repaired, rejected, or kept as source."""
        return sources.finding_counts(self._desk.conn, source)

    def findings(self, source: Id, what: str, *, limit: int = SHOWN_FINDINGS) -> list[Finding]:
        """Return what is kept with the project of a source: the first rows that were `repaired`, `rejected` or `kept`."""
        name = next((each.name for each in self.sources() if each.id == source), "")
        found = sources.findings(self._desk.conn, source, what, limit=limit)
        return [Finding(what, name, line, reason, "", raw) for line, reason, raw in found]

    def withdraw(self, source: Id) -> Changed:
        """Take an import back: its entries go out of sight, decisions on them stay in the log."""
        return self._desk.cancel(Kind.WITHDRAW, "Withdraw an import", self._import_step(source, live=True))

    def restore(self, source: Id) -> Changed:
        """Bring a withdrawn import back."""
        if sources.is_live(self._desk.conn, source):
            raise InputError("This import is in force already.")
        step = self._import_step(source, live=False)
        return self._desk.cancel(Kind.RESTORE, "Restore an import", sources.canceller(self._desk.conn, step))

    def hide(self, source: Id, hidden: bool = True) -> Changed:
        """Put all entries of a source out of sight, or bring them back; this can be undone."""
        after: Payload = {"v": PAYLOAD_VERSION, "object": "source", "id": written(source), "hidden": hidden}
        return self._desk.commit(Step("Hide a source" if hidden else "Show a source again", (Draft(Kind.HIDE, after=after),)))

    def _import_step(self, source: Id, *, live: bool) -> Id:
        step = sources.import_step(self._desk.conn, source, live=live)
        if step is None:
            raise InputError("This import is " + ("not in force." if live else "not in this project."))
        return step

    def _intake(self, path: Path, options: ImportOptions) -> Intake:
        if options.to == "layer" and (not options.layer or options.layer.casefold() in RESERVED_LAYERS):
            raise InputError("Spans that go to a layer need the layer's name (--as NAME); adjudicated and suggestions are reserved.")
        chosen = format_of(path, options)
        if chosen.read is None:
            raise InputError(f"The format {chosen.name} can be written, not read.")
        labels = LabelMap(self._scheme.value, options.map_labels, options.new_labels == "add")
        return Intake(path, options, chosen, Tally(path.name), labels)

    def _take(self, conn: Connection, intake: Intake, progress: Progress) -> ImportReport:
        source_id, sha, size = _identity(intake)
        if sources.is_live(conn, source_id):
            raise InputError(f"{intake.path.name} is in the project already, the same to the byte; nothing was taken.")
        options = intake.options
        if options.to == "layer":
            intake.layer = _layer_id(options.layer)
            self._make_layer(conn, intake.layer, options.layer)
        row = entry_store.SourceRow(
            source_id, intake.path.name, sha, size, intake.format.name, f"annotator {__version__}", _options_json(options), "{}", "{}"
        )  # fmt: skip
        intake.source, intake.source_id = entry_store.insert_source(conn, row), source_id
        appender = log.Appender(conn, self._desk.author)
        intake.step = appender.open(f"Import {intake.path.name}", Kind.IMPORT.value)
        stream = drafts(intake.path, intake.format, options, intake.tally)
        while batch := list(islice(stream, BATCH)):
            appender = take_batch(conn, intake, self._scheme, appender, batch)
            sources.store_findings(conn, intake.source, intake.tally.fresh)
            intake.tally.fresh.clear()
            progress(intake.place)
        after: Payload = {"v": PAYLOAD_VERSION, "source": written(source_id), "entries": intake.place, "name": intake.path.name}
        appender.add(intake.step, [Draft(Kind.IMPORT, after=after)])
        rest.refold_rest(conn)
        carry_over(conn, appender, intake.step, intake.source, intake.tally)
        sources.store_findings(conn, intake.source, intake.tally.fresh)
        if intake.tally.entries["known"] or intake.tally.versions:
            rest.refresh_visible(conn)
        report = intake.tally.report(intake.format.name, options.layer, written(source_id))
        sources.store_report(conn, intake.source, gathered(intake.tally.facts), _summary(report))
        return report

    def _make_layer(self, conn: Connection, layer: Id, name: str) -> None:
        if conn.execute("SELECT 1 FROM layers WHERE id = ?", (layer,)).fetchone() is None:
            fields = {"kind": LayerKind.IMPORT.value, "name": name}
            described = [
                Draft(Kind.METADATA, after={"v": PAYLOAD_VERSION, "object": "layer", "id": written(layer), "field": key, "value": value})
                for key, value in fields.items()
            ]
            self._desk.commit(Step(f"New layer {name}", tuple(described), undoable=False))


def _layer_id(name: str) -> Id:
    return derived("layer", name)


def _identity(intake: Intake) -> tuple[Id, bytes, int]:
    try:
        with intake.path.open("rb") as file:
            sha = hashlib.file_digest(file, "sha256").digest()
        size = intake.path.stat().st_size
    except OSError as error:
        raise MachineError(f"{intake.path.name} cannot be read: {error.strerror}.") from error
    target = intake.options.layer if intake.options.to == "layer" else ""
    return derived("source", sha, intake.format.name, _options_json(intake.options), target), sha, size


def _options_json(options: ImportOptions) -> str:
    said = {
        "encoding": options.read.encoding, "unit": options.read.unit, "columns": dict(options.read.columns), "date": options.read.date,
        "sheet": options.read.sheet,
        "to": options.to, "layer": options.layer, "map": dict(options.map_labels), "new_labels": options.new_labels,
    }  # fmt: skip
    return json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False, sort_keys=True)


def _summary(report: ImportReport) -> dict[str, int]:
    return {
        "read": report.entries.read, "taken": report.entries.taken, "known": report.entries.known, "rejected": report.entries.rejected,
        "kept": report.entries.kept, "spans read": report.spans.read, "spans taken": report.spans.taken,
        "spans rejected": report.spans.rejected, "repairs": report.repairs, "versions": report.versions,
    }  # fmt: skip


def _plain(name: str) -> str:
    return "".join(char if char.isalnum() or char in " ._-" else "_" for char in name)[:60]
