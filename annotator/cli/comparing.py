"""The verbs that compare layers: agreement, disagreements, evaluate."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.cli import at, show
from annotator.project.comparing import (
    By,
    Disagreement,
    Figure,
    GammaOptions,
    Order,
    SchemeScore,
    Score,
    Slice,
    measure_name,
    write_report,
)
from annotator.project.evaluating import Error
from annotator.project.studying import Asked

SHOWN = 40
"""So many groups of disagreements, or errors, are printed for people; --json has every one."""
_TITLE = 48


def agreement(given: argparse.Namespace) -> None:
    """Print how far annotators agree, with what was counted and left out; --report writes a page of its own."""
    asked = Asked(tuple(given.layers), given.unfinished, given.practice)
    by = tuple(By(each) for each in given.by)
    gamma = GammaOptions(seed=given.seed) if given.gamma else None
    with at.looking(given) as project, show.progress("Comparing", None, quiet=given.json) as bar:
        found = project.studying.agreement(asked, by=by, seed=given.seed, resamples=given.resamples, gamma=gamma, progress=bar)
        if given.report is not None:
            kind = given.report.suffix.lstrip(".").lower() or "html"
            write_report(given.report, project.studying.report(found, kind))
        data = project.studying.report(found, "json") if given.json else ""
    if given.json:
        show.as_json(json.loads(data))
        return
    if found.alone:
        show.say(f"No figures: {found.alone}.")
    for each in found.progress:
        show.say(f"{each.reason}: {each.count} of {show.many(found.entries, 'entry')} {'begun' if given.unfinished else 'done'}.")
    if found.practice:
        show.say(f"Left out: {show.many(found.practice, 'entry')} that somebody practises on (--practice counts them, too).")
    _print_figures(found.figures)
    _print_figures(each for each in found.parts if len(each.layers) == len(found.layers))
    if found.parts and len(found.layers) > 2:
        show.say("\nThe parts of each pair stand in --json and --report.")
    for name, sways in (("Swayed by suggestions", found.sways), ("Alike with and without suggestions", found.alike)):
        if sways:
            show.say(f"\n{name} (shown, hidden, difference):")
            _print_figures(figure for sway in sways for figure in (sway.shown, sway.hidden, sway.difference))
    if given.report is not None:
        show.say(f"Wrote {given.report}.")


def _print_figures(figures: Iterable[Figure]) -> None:
    """Print figures in tables: one for each who were compared, of parts also for each measure, so that no row says again what all say."""
    tables: dict[tuple[tuple[str, ...], str], list[Figure]] = {}
    for each in figures:
        part = each.slice.label is not None or each.slice.source is not None or each.slice.since
        tables.setdefault((each.layers, each.measure if part else ""), []).append(each)
    for table in tables.values():
        _print_table(table)


def _print_table(figures: Sequence[Figure]) -> None:
    """Print a table under what all its rows share; below it what is to be said of single rows."""
    columns: dict[str, list[str]] = {
        "figure": [measure_name(each.measure) for each in figures],
        "of": [each.slice.name for each in figures],
        "value": ["undefined" if each.value is None else f"{each.value:.3f}" for each in figures],
        "95 %": ["" if each.low is None or each.high is None else f"{each.low:.3f} to {each.high:.3f}" for each in figures],
        "entries": [f"{each.counted.entries:,}" for each in figures],
    }
    same = {name: told[0] for name, told in columns.items() if name in ("figure", "of", "entries") and len(set(told)) == 1}
    lefts = [", ".join(f"{out.count:,} {out.reason}" for out in each.left_out) for each in figures]
    left = lefts[0] if len(set(lefts)) == 1 else ""
    about = [same.get("figure", ""), same.get("of", ""), " / ".join(figures[0].layers)]
    counted = show.many(figures[0].counted.entries, "entry") if "entries" in same else ""
    heading = [", ".join(part for part in about if part), counted, f"left out: {left}" if left else ""]
    show.say("\n" + "; ".join(part for part in heading if part) + ".")
    told = {name: cells for name, cells in columns.items() if name not in same and (name == "value" or any(cells))}
    right = tuple(name for name in ("value", "95 %", "entries") if name in told)
    show.table(tuple(told), list(zip(*told.values(), strict=True)), right=right)
    for number, each in enumerate(figures):
        notes = [f"left out: {lefts[number]}" if lefts[number] and not left else "", each.undefined, each.remark]
        row = ", ".join(columns[name][number] for name in ("figure", "of") if name not in same and columns[name][number])
        said = "; ".join(part for part in notes if part)
        if said:
            show.say(f"  {row}: {said}." if row else f"  {said}.")


def disagreements(given: argparse.Namespace) -> None:
    """Print every disagreement with its kind, entry and spans: for people in groups, with --json one a line."""
    asked = Asked(tuple(given.layers), given.unfinished, given.practice)
    part = Slice(label=given.label, source=given.source)
    with at.looking(given) as project:
        if given.label is not None:
            part = replace(part, label=project.scheme.label(given.label).key)
        names = {each.id: each.name for each in project.studying.layers(asked)}
        if given.json:
            for row, each in project.studying.disagreements(asked, part=part):
                if given.kind in (None, each.kind.value):
                    show.as_json(_plain(each, names, project.entries.entry(row).title))
            return
        groups = project.studying.groups(asked, order=Order(given.order), part=part)
    groups = tuple(each for each in groups if given.kind in (None, each.kind.value))
    total = sum(each.count for each in groups)
    show.say(f"{show.many(total, 'disagreement')} in {show.many(len(groups), 'group')}.")
    show.table(("kind", "what"), [(each.kind.value, each.said) for each in groups[:SHOWN]])
    if len(groups) > SHOWN:
        show.say(f"… and {len(groups) - SHOWN} more groups; --json lists every disagreement.")


def _plain(each: Disagreement, names: dict[bytes, str], title: str) -> dict[str, object]:
    readings = [
        {
            "layers": [names.get(layer, layer.hex()[:8]) for layer in reading.layers],
            "spans": [{"start": start, "end": end, "label": label} for start, end, label in reading.places],
        }
        for reading in each.readings
    ]
    return {
        "entry": each.entry, "title": title, "source": each.source, "kind": each.kind.value, "start": each.start, "end": each.end,
        "text": each.words, "readings": readings,
    }  # fmt: skip


def evaluate(given: argparse.Namespace) -> None:
    """Hold a layer, or the suggestions, against a gold layer."""
    with at.looking(given) as project:
        found = project.evaluating.evaluate(
            given.gold, given.layer, seed=given.seed, resamples=given.resamples, unfinished=given.unfinished
        )  # fmt: skip
    if given.json:
        show.as_json(found)
        return
    scores = found.scores
    show.say(f"{found.predicted} against {found.gold}, over {show.many(scores.entries, 'entry')}.")
    for each in scores.left_out:
        show.say(f"  Left out: {each.count} {each.reason}.")
    for name, rows, whole in (("strict", scores.strict, scores.strict_all), ("relaxed", scores.relaxed, scores.relaxed_all)):
        show.table((name, "precision", "recall", "F1", "gold", "proposed"), [_scored(each) for each in (*rows, whole)],
                   right=("precision", "recall", "F1", "gold", "proposed"))  # fmt: skip

    _print_schemes(found.schemes)
    _print_errors(found.errors, all_=given.errors)


def _print_schemes(found: Sequence[SchemeScore]) -> None:
    columns = ("scheme", "precision", "recall", "F1", "right", "wrong", "in part", "missed", "too much")
    rows = [(each.scheme, *_shares(each.precision, each.recall, each.f1), *_counts(each)) for each in found if each.label is None]
    if rows:
        show.say("As nervaluate counts them, all labels together:")
        show.table(columns, rows, right=columns[1:])


def _counts(each: SchemeScore) -> tuple[int, ...]:
    return each.correct, each.incorrect, each.partial, each.missed, each.spurious


def _print_errors(found: Sequence[Error], *, all_: bool) -> None:
    shown = found if all_ else found[:SHOWN]
    show.say(f"{show.many(len(found), 'error')}, each with the entry it stands in:")
    show.table(
        ("entry", "kind", "at", "text", "gold", "proposed"),
        [
            (each.title[:_TITLE], each.kind, f"{each.start}–{each.end}", each.text[:_TITLE], _labels(each.gold), _labels(each.predicted))
            for each in shown
        ],
    )
    if len(found) > len(shown):
        show.say(f"… and {len(found) - len(shown)} more; --errors and --json list them all. In the window: Compare, Evaluate.")


def _labels(places: Sequence[tuple[int, int, str]]) -> str:
    return ", ".join(label for *_, label in places) or "none"


def _shares(*values: float | None) -> tuple[str, ...]:
    return tuple("undefined" if each is None else f"{each:.3f}" for each in values)


def _scored(score: Score) -> tuple[object, ...]:
    return score.label or "all", *_shares(score.precision.value, score.recall.value, score.f1.value), score.gold, score.predicted
