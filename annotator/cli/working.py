"""The verbs of the work itself: new, import, suggest, export."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from annotator.cli import at, show
from annotator.core.drafts import ReadOptions
from annotator.core.errors import InputError
from annotator.core.model import Overlap
from annotator.core.releases import WriteOptions
from annotator.project.door import Project, create_project, scheme_from, usual_means
from annotator.project.exports import ExportOptions, Plan, Written
from annotator.project.reports import Finding, ImportOptions, ImportReport, NothingTakenError, gathered
from annotator.project.roster import Seat

SHOWN = 20
"""So many findings of a kind are printed for people; --json has them all."""
_TEXTS = frozenset({"encoding", "title", "standfirst", "key point"})
"""Facts that are not said again: the encoding stands in the first line, the others are texts of the source."""


def new(given: argparse.Namespace) -> None:
    """Make a new project."""
    overlap = Overlap(given.overlap) if given.overlap else None
    with create_project(given.project, at.who(given), usual_means(), scheme=scheme_from(given.scheme), overlap=overlap) as project:
        scheme = project.scheme.value
        if given.json:
            show.as_json(
                {
                    "project": project.path,
                    "scheme": scheme.name,
                    "overlap": scheme.overlap.value,
                    "labels": [each.key for each in scheme.active],
                }
            )
        else:
            show.say(
                f"Made {project.path} with the scheme {scheme.name} ({scheme.overlap.value}): "
                f"{', '.join(each.key for each in scheme.active)}."
            )
            show.say(f"Next: annotator import {project.path} FILE")


def import_(given: argparse.Namespace) -> None:
    """Take files in, one after the other; each as a whole or not at all."""
    mapped = {ours: theirs for each in given.map_label for ours, theirs in each.items()}
    read = ReadOptions(encoding=given.encoding, unit=given.unit, columns=given.columns, date=given.date, sheet=given.sheet)
    to_layer = given.to == "layer"
    options = ImportOptions(given.format, read, given.to, given.name if to_layer else "", mapped, given.new_labels)
    reports: list[ImportReport] = []
    # With --to layer the name is the layer's; who imports is then whoever is kept for this computer.
    with at.deciding(given, name="" if to_layer else None) as project:
        for file in given.files:
            try:
                reports.append(_take(project, given, file, options))
            except NothingTakenError as error:
                if given.json:
                    _print_json(given, [*reports, error.report])
                else:
                    _print_report(error.report, dry_run=given.dry_run, kept=False)
                raise
            if not given.json:
                _print_report(reports[-1], dry_run=given.dry_run, kept=not given.dry_run)
    if given.json:
        _print_json(given, reports)


def _take(project: Project, given: argparse.Namespace, file: Path, options: ImportOptions) -> ImportReport:
    with show.progress(f"Reading {file.name}", None, quiet=given.json) as bar:
        return project.imports.take(file, options, dry_run=given.dry_run, progress=_counting(bar))


def _print_json(given: argparse.Namespace, reports: list[ImportReport]) -> None:
    show.as_json({"dry_run": given.dry_run, "files": [show.plain(each) | {"facts": gathered(each.facts)} for each in reports]})


def _counting(bar: show.Shown) -> show.Counted:
    def count(done: int) -> None:
        bar(done, 0)

    return count


def _print_report(report: ImportReport, *, dry_run: bool, kept: bool) -> None:
    head = "Would take" if dry_run else "Took"
    e, s = report.entries, report.spans
    show.say(f"{report.source}: {report.format}{', ' + report.encoding if report.encoding else ''}")
    show.say(f"  {head} {show.many(e.taken, 'entry')} of {e.read} read ({e.known} known, {e.rejected} rejected, {e.kept} kept as source).")
    if s.read:
        show.say(
            f"  {head} {show.many(s.taken, 'span')} of {s.read} read ({s.rejected} rejected), "
            f"to {'layer ' + report.layer if report.layer else 'suggestions'}."
        )
    for name, value in report.facts:
        if name not in _TEXTS:
            show.say(f"  {name[0].upper()}{name[1:]}: {value}.")
    if report.new_labels:
        show.say(f"  New labels: {', '.join(report.new_labels)}.")
    if report.versions:
        show.say(
            f"  {show.many(report.versions, 'entry')} came as a new version of one that was here; "
            f"{show.many(len(report.lost_spans), 'span')} could not be carried over."
        )
    for title, findings in (("Rejected", report.rejected), ("Repaired", report.repaired), ("Lost", report.lost_spans)):
        _print_findings(title, findings)
    if kept:
        show.say(f"  Kept with the project under the id {report.source_id[:12]}.")


def _print_findings(title: str, findings: tuple[Finding, ...]) -> None:
    for each in findings[:SHOWN]:
        excerpt = f" ({each.excerpt[:60]!r})" if each.excerpt else ""
        show.say(f"  {title}, line {each.line}: {each.reason}{excerpt}")
    if len(findings) > SHOWN:
        show.say(f"  … and {len(findings) - SHOWN} more; --json lists them all.")


def suggest(given: argparse.Namespace) -> None:
    """Let suggesters look at what is not done; a signal stops after what is written, and the next run goes on there."""
    if given.keep or given.list:
        with at.beside(given) as project:
            if given.keep:
                project.roster.choose(_lasting(given.suggesters))
            seats = project.roster.seats()
        if given.list or not any(each.on for each in seats):
            _print_suggesters(given, seats)
            return
    with (
        at.until_told() as stopped,
        at.beside(given) as project,
        show.progress("Suggesting", given.progress, quiet=given.json) as bar,
    ):
        results = project.suggesting.run(
            given.suggesters, threshold=given.threshold, processes=given.processes, progress=bar, stopped=stopped
        )
    if given.json or given.progress:
        show.as_json(
            {"result": [asdict(each) for each in results]} if given.progress else {"suggesters": [asdict(each) for each in results]}
        )
        return
    for each in results:
        show.say(
            f"{each.suggester}: {show.many(each.suggestions, 'suggestion')} in {show.many(each.entries, 'entry')}"
            f"{' (stopped before the end)' if each.stopped else ''}."
        )
        if each.note:
            show.say(f"  {each.note}")
        if each.refused:
            show.say(f"  {show.many(each.refused, 'entry')} of your control group: labelled without suggestions, so none were made.")
        if each.dropped:
            show.say(f"  Labels without a place in this scheme, left out: {', '.join(each.dropped)}.")


def _lasting(specs: list[str]) -> list[str]:
    """Return what is kept for later runs, which may begin in another folder. Raises InputError where nothing is named."""
    if not specs:
        raise InputError("--keep keeps what --with names: name the suggesters, or “none”.")
    found = []
    for spec in specs:
        kind, colon, file = spec.partition(":")
        if colon and kind == "patterns":
            found.append(f"patterns:{Path(file).absolute()}")
        elif spec != "none":
            found.append(str(Path(spec).absolute()) if Path(spec).is_dir() else spec)
    return found


def _print_suggesters(given: argparse.Namespace, seats: list[Seat]) -> None:
    if given.json or given.progress:
        show.as_json({"suggesters": [asdict(each) for each in seats]})
        return
    show.table(("suggester", "", "suggestions kept"), [(each.name, "on" if each.on else "off", each.suggestions) for each in seats])


def export(given: argparse.Namespace) -> None:
    """Write a data set and its data card, or say what would be lost."""
    write = WriteOptions(tags=given.tags, flatten=given.flatten)
    options = ExportOptions(
        given.format, given.layer, given.include, write, given.split, given.seed, given.strict, given.pseudonyms,
        given.comments, given.practice,
    )  # fmt: skip
    with at.looking(given) as project, show.progress("Writing", given.progress, quiet=given.json) as bar:
        if given.dry_run:
            plan = project.exports.plan(options, progress=_counting(bar))
            _print_plan(given, plan, None)
        else:
            written = project.exports.write(options, given.out, progress=_counting(bar))
            _print_plan(given, written.plan, written)


def _print_plan(given: argparse.Namespace, plan: Plan, written: Written | None) -> None:
    data = {
        "dry_run": written is None, "layer": plan.layer, "entries": plan.entries, "left_out_entries": plan.left_out,
        "practised": plan.practised, "stored": plan.stored,
        "exported": plan.exported, "lost": plan.stored - plan.exported, "losses": plan.kinds, "limits": plan.limits,
        "first_losses": plan.losses, "files": [] if written is None else written.release.files,
        "paths": [] if written is None else written.files, "card": None if written is None else written.card,
    }  # fmt: skip
    if given.json or given.progress:
        show.as_json({"result": data} if given.progress else data)
        return
    verb = "Would write" if written is None else "Wrote"
    show.say(
        f"{verb} {show.many(plan.entries, 'entry')} of layer {plan.layer} with {show.many(plan.exported, 'span')}: "
        f"exported {plan.exported} = stored {plan.stored} − {plan.stored - plan.exported} listed."
    )
    if plan.left_out > plan.practised:
        show.say(
            f"  {show.many(plan.left_out - plan.practised, 'entry', 'is', 'are')} not done, so left out (--include all takes them in)."
        )
    if plan.practised:
        show.say(f"  {show.many(plan.practised, 'entry', 'was', 'were')} only practised on, so left out (--practice takes them in).")
    for sentence in plan.limits:
        show.say(f"  {given.format} never holds: {sentence}")
    for kind, n in sorted(plan.kinds.items()):
        show.say(f"  {n} × {kind}")
    for loss in plan.losses[:SHOWN]:
        show.say(f"    {loss.reason} (entry {loss.entry[:12]})")
    if written is not None:
        for path, file in zip(written.files, written.release.files, strict=True):
            show.say(f"  {path}: {show.many(file.entries, 'entry')}, {show.many(file.size, 'byte')}, SHA-256 {file.sha256}")
        show.say(f"  Data card: {written.card}")
