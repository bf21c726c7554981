"""The verb that tells how the practice round went."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import groupby

from annotator.cli import at, show
from annotator.project.practice import Difference, Place, Practised, summed


def practice(given: argparse.Namespace) -> None:
    """Print, person by person, what was otherwise than is right when each practice entry was first set done."""
    with at.looking(given) as project:
        results = project.practice.results()
    if given.json:
        show.as_json({"practice": [_plain(each) for each in results]})
        return
    if not results:
        show.say("No practice entry is done yet. Deal some out: annotator assign PROJECT NAME … --practice N --gold LAYER")
        return
    rows = []
    for _, group in groupby(results, key=lambda each: each.person.id):
        held = list(group)
        rows += [(each.person.name, each.title[:48], *_figures(each)) for each in held]
        whole = summed([each.score for each in held])
        rows.append((held[0].person.name, "all", whole.right, whole.own, whole.same, _share(whole.f1), ""))
    show.table(("who", "entry", "right", "marked", "same", "F1", "otherwise"), rows, right=("right", "marked", "same", "F1"))
    changed = sum(each.changed for each in results)
    show.say(
        f"Counted as each entry was when first set done, before what is right was told; {changed} of {len(results)} were changed since."
    )


def _figures(each: Practised) -> tuple[object, ...]:
    kinds = sorted({one.kind for one in each.differences})
    said = ", ".join(f"{sum(one.kind == kind for one in each.differences)} {kind}" for kind in kinds)
    return each.score.right, each.score.own, each.score.same, _share(each.score.f1), said


def _share(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


def _plain(each: Practised) -> dict[str, object]:
    return {
        "person": each.person.name, "title": each.title, "right": each.score.right, "marked": each.score.own, "same": each.score.same,
        "f1": each.score.f1, "changed_since": each.changed, "differences": [_differing(one) for one in each.differences],
    }  # fmt: skip


def _differing(one: Difference) -> dict[str, object]:
    return {
        "kind": one.kind,
        "start": one.start,
        "end": one.end,
        "text": one.words,
        "marked": _places(one.own),
        "right": _places(one.right),
    }


def _places(places: Sequence[Place]) -> list[dict[str, object]]:
    return [{"start": start, "end": end, "label": label} for start, end, label in places]
