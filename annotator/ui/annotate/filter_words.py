"""What filters are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.query import Facet, Name
from annotator.project.ordering import WorkOrder

_MOST = 40


def _tr(text: str) -> str:
    return QCoreApplication.translate("filter", text)


def name_of(name: Name) -> str:
    """Return what a filter is called."""
    return {
        Name.STATE: _tr("State"),
        Name.HAS: _tr("Has"),
        Name.NO: _tr("Has no"),
        Name.LABEL: _tr("Label"),
        Name.LACKS: _tr("Lacks"),
        Name.MENTION: _tr("Mention"),
        Name.LAYER: _tr("Layer"),
        Name.SUGGESTER: _tr("Suggested by"),
        Name.SUGGESTED: _tr("Suggested"),
        Name.SCORE: _tr("Score"),
        Name.SOURCE: _tr("Source"),
        Name.DATE: _tr("Date"),
    }[name]


def value_of(name: Name, value: str) -> str:
    """Return what a value of a filter is called."""
    if name in (Name.SCORE, Name.DATE) and ".." in value:
        low, _, high = value.partition("..")
        if low and high:
            return f"{low} – {high}"
        return (_tr("from {low}") if low else _tr("up to {high}")).format(low=low, high=high)
    if name not in (Name.STATE, Name.HAS, Name.NO):
        return value
    return {
        "fresh": _tr("not begun"),
        "begun": _tr("begun"),
        "done": _tr("done"),
        "skipped": _tr("skipped"),
        "open": _tr("open"),
        "flag": _tr("flag"),
        "unsure": _tr("marked unsure"),
        "comment": _tr("comment"),
        "span": _tr("span"),
        "pending": _tr("pending suggestion"),
    }[value]


def told(facet: Facet) -> str:
    """Return a filter in words: "State: begun or done"."""
    values = _tr("{one} or {other}")
    words = value_of(facet.name, facet.values[0])
    for each in facet.values[1:]:
        words = values.format(one=words, other=value_of(facet.name, each))
    whole = _tr("{name}: {values}").format(name=name_of(facet.name), values=words)
    return whole if len(whole) <= _MOST else f"{whole[: _MOST - 1]}…"


def order_told(order: WorkOrder) -> str:
    """Return an order of work in words."""
    return {
        WorkOrder.READING: _tr("In reading order"),
        WorkOrder.UNCERTAIN: _tr("Most uncertain first"),
        WorkOrder.ALIKE: _tr("Most alike together"),
    }[order]
