"""What the progress dialog shows of costs and counts: figures, bars and columns with their words. Plain values, no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from annotator.core.ids import Id
from annotator.core.model import LayerKind, Scheme
from annotator.project.costs import Costs, Spent
from annotator.project.stats import LayerStatistics, Statistics
from annotator.ui import bridge
from annotator.ui.numerals import decimal, numeral
from annotator.ui.plots import Bar, Column, Figure

EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Report:
    """All that was read of a project, once."""

    costs: Costs
    statistics: Statistics
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one person, or of everyone."""

    figures: tuple[Figure, ...]
    states: tuple[Bar, ...]
    labels: tuple[Bar, ...]
    suggesters: tuple[Bar, ...]
    other: str
    """What else keys and seconds went to, in one sentence."""
    time: tuple[Column, ...]
    by_hour: bool


def people(report: Report, own: Id) -> list[tuple[str, str]]:
    """Return (name of a chip, text) for each person who decided, the own first; everyone at the end where they are several."""
    known = report.costs.people
    order = sorted(known, key=lambda each: (each != own, known[each]))
    chips = [(each.hex(), known[each]) for each in order]
    return [*chips, (EVERYONE, _tr("Everyone"))] if len(chips) > 1 else chips


def shown(report: Report, chosen: str, timezone: datetime) -> Shown:
    """Return what is shown of a person (hexadecimal id) or of everyone; hours are those of the place where `timezone` was taken."""
    person = None if chosen == EVERYONE else bytes.fromhex(chosen)
    costs = report.costs.of(person)
    layers = [
        each for each in report.statistics.layers if each.kind is LayerKind.PERSON and (person is None or each.id == person)
    ]  # fmt: skip
    span, entry, whole = costs.per_span, costs.per_entry(person), costs.whole
    total = report.statistics.entries * max(len(layers), 1)
    done = sum(each.done for each in layers)
    figures = (
        Figure(
            _tr("Entries done"),
            numeral(done),
            _tr("of {n}").format(n=numeral(total))
            if len(layers) < 2
            else _tr("of {n} in {m} layers").format(n=numeral(total), m=numeral(len(layers))),
        ),
        Figure(_tr("Keys per span"), _each(span.keys_each), _tr("{n} {n:key|keys} in all").format(n=numeral(round(whole.keys)))),
        Figure(_tr("Seconds per span"), _each(span.seconds_each), _tr("{n} {n:span|spans} settled").format(n=numeral(span.count))),
        Figure(_tr("Seconds per entry"), _each(entry.seconds_each), _tr("{n} {n:entry|entries} decided on").format(n=numeral(entry.count))),
        Figure(_tr("Time at work"), clock(whole.seconds), _tr("without pauses")),
    )
    columns = tuple(_column(name, spent, timezone) for name, spent in costs.over_time())
    return Shown(
        figures, _states(layers, total), _labels(report.scheme, layers, costs), _suggesters(costs), _other(costs), columns,
        bool(columns) and len(costs.over_time()[0][0]) > 10,
    )  # fmt: skip


def clock(seconds: float) -> str:
    """Return a length of time in words: "40 s", "12 min", "3 h 05"."""
    whole = round(seconds)
    if whole < 60:
        return _tr("{n} s").format(n=whole)
    minutes = round(whole / 60)
    return _tr("{n} min").format(n=minutes) if minutes < 60 else _tr("{h} h {m}").format(h=minutes // 60, m=f"{minutes % 60:02d}")


def _each(value: float | None) -> str:
    return "–" if value is None else decimal(value, 1)


def _states(layers: list[LayerStatistics], total: int) -> tuple[Bar, ...]:
    done, skipped = sum(each.done for each in layers), sum(each.skipped for each in layers)
    begun, flagged = sum(each.begun for each in layers), sum(each.flagged for each in layers)
    rows = (
        (_tr("done"), done, "success"),
        (_tr("begun"), begun, "accent"),
        (_tr("skipped"), skipped, "control"),
        (_tr("fresh"), total - done - skipped - begun, "control"),
    )
    bars = [Bar(name, n, numeral(n), _share(n, total), role=role) for name, n, role in rows]
    return (*bars, Bar(_tr("flagged"), flagged, numeral(flagged), "", role="warning"))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else ""


def _labels(scheme: Scheme, layers: list[LayerStatistics], costs: Costs) -> tuple[Bar, ...]:
    spent: Mapping[str, Spent] = costs.by_label()
    rows = []
    for label in scheme.labels:
        count = sum(each.labels.get(label.key, 0) for each in layers)
        cost = spent.get(label.key, Spent())
        if count or cost.count:
            seconds = "" if cost.seconds_each is None else _tr("{n} s").format(n=decimal(cost.seconds_each, 1))
            rows.append(Bar(label.key, count, numeral(count), seconds, colour=max(label.colour - 1, 0)))
    return tuple(sorted(rows, key=lambda each: -each.value))


def _suggesters(costs: Costs) -> tuple[Bar, ...]:
    accepted = costs.accepted()
    rows = []
    for name, spent in costs.by_suggester().items():
        seconds = _tr("{s} s, {k} keys").format(s=decimal(spent.seconds_each or 0, 1), k=decimal(spent.keys_each or 0, 1))
        said = (
            numeral(spent.count)
            if not name
            else _tr("{n}, {p} % accepted").format(n=numeral(spent.count), p=f"{100 * accepted.get(name, 0) / spent.count:.0f}")
        )
        rows.append(Bar(name or _tr("by hand"), spent.seconds_each or 0.0, seconds, said, role="accent" if name else "control"))
    return tuple(sorted(rows, key=lambda each: (each.value, each.name)))


OTHER = {"changed": "relabelling, moving and removing", "entry": "states, flags and comments", "undone": "what was undone"}


def _other(costs: Costs) -> str:
    parts = [f"{_tr(OTHER[name])} {clock(spent.seconds)}" for name, spent in sorted(costs.other().items()) if spent.seconds >= 0.5]
    return _tr("Besides: {what}.").format(what=", ".join(parts)) if parts else ""


def _column(name: str, spent: Spent, timezone: datetime) -> Column:
    if len(name) > 10:
        moment = datetime.fromisoformat(f"{name}:00:00+00:00").astimezone(timezone.tzinfo)
        words = f"{moment:%H}:00"
    else:
        words = bridge.brief_day(name)
    return Column(words, spent.count, spent.seconds_each)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)
