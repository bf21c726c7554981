"""Progress, counts and cost of a project, over all layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.core.ids import Id
from annotator.core.model import LayerKind
from annotator.project.door import Project
from annotator.store import costs, counters, entries, schemes


@dataclass(frozen=True, slots=True)
class LayerStatistics:
    """One layer: entries by state, spans by label key."""

    id: Id
    name: str
    kind: LayerKind
    done: int
    skipped: int
    begun: int
    flagged: int
    labels: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Statistics:
    """A project in numbers; `suggesters` are (name, version, suggestions that stand)."""

    title: str
    entries: int
    sources: int
    decisions: int
    steps: int
    layers: tuple[LayerStatistics, ...]
    suggesters: tuple[tuple[str, str, int], ...]
    costs: tuple[costs.Cost, ...]


def statistics(project: Project) -> Statistics:
    """Return the numbers of a project."""
    conn = project.desk.conn
    names = schemes.label_rows(conn)
    keys = {row: label.key for row, identity in names.items() if (label := project.scheme.value.by_id(identity)) is not None}
    layers = []
    for each in project.layers.all():
        row = schemes.layer_row(conn, each.id)
        states = counters.read(conn, row, "state")
        labels = {keys[int(label)]: n for label, n in counters.read(conn, row, "label").items()}
        flagged = counters.read(conn, row, "flag").get("", 0)
        layers.append(
            LayerStatistics(
                each.id, each.name, each.kind, states.get("done", 0), states.get("skipped", 0), states.get("begun", 0), flagged, labels
            )
        )
    decisions = conn.execute("SELECT count(*) FROM decisions").fetchone()[0]
    steps = conn.execute("SELECT count(*) FROM steps").fetchone()[0]
    return Statistics(
        project.title, entries.count(conn), len(project.imports.sources()), decisions, steps, tuple(layers),
        tuple(project.suggesting.standing()), tuple(costs.by_person(conn)),
    )  # fmt: skip
