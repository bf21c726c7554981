"""The verb that learns from what is done."""

from __future__ import annotations

import argparse

from annotator.cli import at, show
from annotator.core.errors import InputError
from annotator.project.trained import ModelVersion, Trained

_BUNDLED = "bundled"


def train(given: argparse.Namespace) -> None:
    """Train a model and take it if it is better, or list the models, or choose one."""
    if given.versions or given.use is not None:
        with at.beside(given) as project:
            if given.use is not None:
                project.training.use(_number(given.use))
            _print_versions(given, project.training.versions())
        return
    with (
        at.until_told() as stopped,
        at.beside(given) as project,
        show.progress("Learning", given.progress, quiet=given.json) as bar,
    ):
        found = project.training.run(given.layer, out=given.out, seed=given.seed, progress=bar, stopped=stopped)
    if given.progress:
        show.as_json({"result": found})
    elif given.json:
        show.as_json(found)
    else:
        _print(given, found)


def _number(word: str) -> int:
    if word == _BUNDLED:
        return 0
    if not (word.isascii() and word.isdigit()):
        raise InputError(f"“{word}” is no model; name one by its number, or “{_BUNDLED}”. --versions lists them.")
    return int(word)


def _print_versions(given: argparse.Namespace, found: list[ModelVersion]) -> None:
    if given.json or given.progress:
        show.as_json({"versions": found})
        return
    rows = [
        (each.number or _BUNDLED, "in force" if each.in_force else "", "" if each.there else "gone", each.folder or "") for each in found
    ]
    show.table(("model", "", "", "folder"), rows)


def _print(given: argparse.Namespace, found: Trained) -> None:
    sources = f" ({', '.join(found.held_out_sources)})" if found.held_out_sources else ""
    show.say(
        f"Layer {found.layer}: {show.many(found.learned_spans, 'span')} in {show.many(found.learned_entries, 'entry')} to learn from; "
        f"{show.many(found.held_out_entries, 'entry')} held out, by {found.held_out_by}{sources}."
    )
    for label, n in found.unknown_labels.items():
        show.say(f"  The model has no {label}: {show.many(n, 'span', 'was', 'were')} not learned.")
    if not found.stopped:
        show.say(f"F1 on what was held out, before ({found.compared_with}) and after:")
        rows = [
            (
                each.label or "all", each.gold, _share(each.strict_before), _share(each.strict_after), _share(each.relaxed_before),
                _share(each.relaxed_after),
            )
            for each in found.figures
        ]  # fmt: skip
        columns = ("label", "spans", "strict", "strict after", "relaxed", "relaxed after")
        show.table(columns, rows, right=columns[1:])
        curve = ", ".join(f"{_share(each.f1)} after {show.many(each.entries, 'entry')}" for each in found.curve)
        show.say(f"Learning curve (strict F1 on what was held out): {curve}.")
        if found.kept is not None and found.kept.entries:
            kept = found.kept
            show.say(
                f"Names found in {show.many(kept.entries, 'entry')} of the sample: "
                f"{_percent(kept.before)} before, {_percent(kept.after)} after."
            )
    show.say(f"{found.why}{f' {found.seconds:g} s.' if found.seconds else ''}")
    if found.taken and given.out is None:
        show.say(f"It is in force as model {found.version}, in {found.folder}. Next: annotator suggest {given.project}")
    elif found.taken:
        show.say(f"It was written to {found.folder}. Next: annotator suggest {given.project} --with {found.folder}")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"
