"""The verbs that only look: layers, sources, stats, changes, check, formats, schemes."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from annotator.cli import at, show
from annotator.core.errors import AnnotatorError, InputError
from annotator.core.ids import Id
from annotator.project.changes import SAID, ChangedEntry
from annotator.project.door import Project, scheme_from, shipped_schemes
from annotator.project.exports import known_formats
from annotator.project.offered import known_time
from annotator.project.reports import Touched
from annotator.project.stats import statistics


class UnsoundError(AnnotatorError):
    """The projection is not what the log says."""


def layers(given: argparse.Namespace) -> None:
    """List the layers that hold anything."""
    with at.looking(given) as project:
        found = project.layers.all()
    if given.json:
        show.as_json({"layers": found})
    elif not found:
        show.say("No layer holds anything yet: nothing was decided, and no file's spans came in as a layer.")
    else:
        rows = [(each.name, each.kind.value, each.spans, each.done, each.touched, each.id.hex()[:12]) for each in found]
        show.table(("layer", "kind", "spans", "done", "begun", "id"), rows, right=("spans", "done", "begun"))


def sources(given: argparse.Namespace) -> None:
    """List the files that came in; or say what withdrawing, restoring, hiding or showing one touches, and with --yes do it."""
    actions = ("withdraw", "restore", "hide", "show", "hide_entry", "show_entry")
    asked = {name: value for name in actions if (value := getattr(given, name))}
    if len(asked) > 1:
        raise InputError("One thing at a time: --withdraw, --restore, --hide, --show, --hide-entry or --show-entry.")
    if not asked:
        with at.looking(given) as project:
            _list_sources(given, project)
        return
    action, wanted = next(iter(asked.items()))
    with at.deciding(given) as project:
        touched = _act(project, action, wanted, do=given.yes)
    if given.json:
        show.as_json({"action": action, "touched": touched, "done": given.yes})
        return
    who = f" by {', '.join(touched.people)}" if touched.people else ""
    verb = "Done; it touched" if given.yes else "This would touch"
    show.say(f"{verb} {show.many(touched.entries, 'entry')} and {show.many(touched.decisions, 'decision')} on them{who}. None is deleted.")
    if not given.yes:
        show.say("Nothing was changed; add --yes to do it.")


def changes(given: argparse.Namespace) -> None:
    """List the entries and decisions since a date, a copy of the project, or a release."""
    with at.looking(given) as project:
        moment = known_time(given.since)
        if moment and not Path(given.since).exists():
            if given.layer:
                raise InputError("A layer is held against a release only; leave --layer out, or name a JSONL file with --since.")
            found = project.changes.since(datetime.fromisoformat(moment).astimezone())
        else:
            with show.progress(f"Reading {Path(given.since).name}", None, quiet=given.json) as bar:
                found = project.changes.since_file(Path(given.since), layer=given.layer, progress=lambda done: bar(done, 0))
    if given.json:
        show.as_json(found)
        return
    if found.entries:
        rows = [(each.last[:16].replace("T", " "), each.title, _what(each), ", ".join(each.people)) for each in found.entries]
        show.table(("last, UTC", "entry", "what", "by"), rows)
    for step in found.others:
        show.say(f"{step.last[:16].replace('T', ' ')}  {step.name}{f' ({step.person})' if step.person else ''}")
    counted = "" if found.decisions is None else f", {show.many(found.decisions, 'decision')} in all"
    show.say(f"Entries that changed: {len(found.entries):,}, of them new: {found.new:,}{counted}.")


def _what(entry: ChangedEntry) -> str:
    listed = [f"{count} × {SAID.get(name, name)}" if count > 1 else SAID.get(name, name) for name, count in entry.what]
    if entry.new:
        listed.insert(0, "new")
    return ", ".join(listed) or "no longer seen"


def _act(project: Project, action: str, wanted: str, *, do: bool) -> Touched:
    if action.endswith("_entry"):
        row = project.entries.row_of(wanted)
        touched = project.entries.touched(row)
        if do:
            project.entries.hide(row, action == "hide_entry")
        return touched
    source = _source(project, wanted)
    live = next(each.live for each in project.imports.sources() if each.id == source)
    if action == "restore" and live:
        raise InputError(f"The import “{wanted}” is in force already; there is nothing to restore.")
    if action == "withdraw" and not live:
        raise InputError(f"The import “{wanted}” is withdrawn already; --restore brings it back.")
    touched = project.imports.touched(source)
    if do and action in {"withdraw", "restore"}:
        getattr(project.imports, action)(source)
    elif do:
        project.imports.hide(source, hidden=action == "hide")
    return touched


def _list_sources(given: argparse.Namespace, project: Project) -> None:
    found = project.imports.sources()
    if given.json:
        show.as_json({"sources": found})
        return
    if not found:
        show.say(f"No file came in yet. Next: annotator import {given.project} FILE")
        return
    rows = [
        (each.name, each.format, each.entries, "hidden" if each.hidden else "in force" if each.live else "withdrawn", each.id.hex()[:12])
        for each in found
    ]
    show.table(("file", "format", "entries", "state", "id"), rows, right=("entries",))


def _source(project: Project, wanted: str) -> Id:
    found = [each for each in project.imports.sources() if each.id.hex().startswith(wanted.lower()) or each.name == wanted]
    if len(found) != 1:
        raise InputError(
            f"{'No source' if not found else 'More than one source'} is called “{wanted}”; “annotator sources” lists their ids."
        )
    return found[0].id


def stats(given: argparse.Namespace) -> None:
    """Print progress, counts, and what labelling cost."""
    with at.looking(given) as project:
        found = statistics(project)
    if given.json:
        show.as_json(found)
        return
    show.say(
        f"{found.title}: {show.many(found.entries, 'entry')} from {show.many(found.sources, 'file')}; "
        f"{show.many(found.decisions, 'decision')} in {show.many(found.steps, 'step')}."
    )
    for layer in found.layers:
        show.say(
            f"{layer.name} ({layer.kind.value}): {layer.done} done, {layer.skipped} skipped, {layer.begun} begun, {layer.flagged} flagged."
        )
        show.table(("label", "spans"), _most_first(layer.labels), right=("spans",))
    for suggester, version, n in found.suggesters:
        by = suggester if suggester.startswith("import ") else f"{suggester} {version}"
        show.say(f"{by}: {show.many(n, 'suggestion', 'stands', 'stand')}.")
    for cost in found.costs:
        keys = f"{cost.keys / cost.spans:.2f} keys and {cost.seconds / cost.spans:.1f} s a span" if cost.spans else "no span settled yet"
        show.say(f"{cost.name}: {show.many(cost.decisions, 'decision')}, {keys}.")


def _most_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def check(given: argparse.Namespace) -> None:
    """Hold the projection against the log. Raises UnsoundError (exit 1) where they differ."""
    with at.looking(given) as project:
        health = project.upkeep.check()
    if given.json:
        show.as_json({**asdict(health), "sound": not health.differences})
    else:
        for sentence in health.differences:
            show.say(sentence)
        if not health.differences:
            show.say(
                f"Sound: {show.many(health.decisions, 'decision')} on {show.many(health.entries, 'entry')} "
                "come to exactly what the file shows."
            )
            show.say(f"Digest of the projection: {health.digest}")
    if health.differences:
        raise UnsoundError(
            f"{show.many(len(health.differences), 'difference')}; "
            f"“annotator rebuild {given.project}” makes the projection anew from the log."
        )


def formats(given: argparse.Namespace) -> None:
    """List the formats."""
    found = known_formats()
    if given.json:
        show.as_json({"formats": found})
    else:
        rows = [(each.name, "yes" if each.reads else "", "yes" if each.writes else "", each.can) for each in found]
        show.table(("format", "import", "export", "what it is"), rows)


def schemes(given: argparse.Namespace) -> None:
    """List the schemes that come with the program."""
    found = [scheme_from(name) for name in shipped_schemes()]
    if given.json:
        show.as_json({"schemes": [{"name": s.name, "overlap": s.overlap.value, "labels": [each.key for each in s.labels]} for s in found]})
    else:
        show.table(("scheme", "overlap", "labels"), [(s.name, s.overlap.value, ", ".join(each.key for each in s.labels)) for s in found])
