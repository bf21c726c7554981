"""From figures to the values that the widgets of the agreement screen show. A figure without a value says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from annotator.core.model import Scheme
from annotator.project.cases import Case
from annotator.project.comparing import Agreement, Confusion, Disagreement, Figure, gamma_of
from annotator.project.layers import LayerSummary
from annotator.ui.adjudicate.telling import tag
from annotator.ui.adjudicate.values import Tag, short_names
from annotator.ui.agreement.computing import Computed
from annotator.ui.agreement.values import BarShown, Cell, FigureShown, Ground, Heads
from annotator.ui.numerals import decimal, numeral
from annotator.ui.sentences import translated
from annotator.ui.words import kind_text

UNITIZING = "alpha_unitizing"
_COMMON = 3
_LEAST = 0.6
"""Where the ramp of pairs begins: agreement below this is as pale as this."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("agreement", text)


@dataclass(frozen=True, slots=True)
class Matrix:
    """A confusion matrix as a table: what rows and columns are called, the cells, and the labels of a row or column (None: nothing)."""

    rows: Heads
    cells: tuple[tuple[Cell, ...], ...]
    labels: tuple[str | None, ...]


def whole(found: Agreement, measure: str) -> Figure | None:
    """Return a measure over all layers, or over the one pair there is."""
    return next((each for each in found.figures if each.measure == measure and len(each.layers) == len(found.layers)), None)


def of_pair(found: Agreement, measure: str, first: str, second: str) -> Figure | None:
    """Return a measure of two layers."""
    return next((each for each in found.figures if each.measure == measure and each.layers in ((first, second), (second, first))), None)


def number(value: float | None) -> str:
    """Return a figure as it is shown."""
    return _tr("undefined") if value is None else decimal(value, 2)


def interval(figure: Figure) -> str:
    """Return the 95 % interval, or nothing where there is none."""
    return "" if figure.low is None or figure.high is None else f"{decimal(figure.low, 2)} – {decimal(figure.high, 2)}"


def figures(computed: Computed, measure: str, *, gamma: bool = False) -> list[FigureShown]:
    """Return agreement, alpha for unitizing, gamma where it is computed (`gamma`: is being), counted, left out, disagreements."""
    found = computed.agreement
    main, alpha = whole(found, measure), whole(found, UNITIZING)
    pairs = len(found.layers) * (len(found.layers) - 1) // 2
    name = _tr("Mean pairwise F1") if pairs > 1 else _tr("F1 of the pair")
    shown = [_shown(name, main, _tr("{n} pairs, each weighs the same").format(n=numeral(pairs)) if pairs > 1 else " · ".join(found.layers))]
    ground = _tr("{n} layers, {entries} entries done by all") if pairs > 1 else _tr("{n} layers, {entries} entries")
    counted = alpha.counted.entries if alpha else 0
    ground = ground.format(n=numeral(len(found.layers)), entries=numeral(counted))
    shown.append(_shown(_tr("Krippendorff’s α, unitizing"), alpha, ground))
    mathet = gamma_of(found)
    if mathet is not None:
        figure, bounds = mathet
        beside = "" if bounds is None else " – ".join(decimal(each, 2) for each in bounds)
        stated = _shown(_tr("Mathet’s γ"), figure, ground)
        shown.append(stated if bounds is None else replace(stated, beside=beside, below=ground, more=translated(figure.remark)))
    elif gamma:
        shown.append(FigureShown(_tr("Mathet’s γ"), "…", "", _tr("is being computed")))
    entries = main.counted.entries if main else 0
    of = _tr("of {n} entries").format(n=numeral(found.entries))
    what = (_tr("begun") if found.unfinished else _tr("done")) + " " + (_tr("by two or more") if pairs > 1 else _tr("by both"))
    shown.append(FigureShown(_tr("Counted"), numeral(entries), of, what))
    reasons = main.left_out if main else ()
    practice = [_tr("{n} for practice").format(n=numeral(found.practice))] if found.practice else []
    left = ", ".join([*(f"{numeral(each.count)} {translated(each.reason)}" for each in reasons), *practice])
    out = numeral(found.entries - entries + found.practice)
    shown.append(FigureShown(_tr("Left out"), out, _tr("entries"), left or _tr("nothing is left out")))
    kinds = Counter(case.found.kind.value for case in computed.cases)
    common = [f"{count} {kind_text(kind)}" for kind, count in kinds.most_common(_COMMON)]
    other = sum(kinds.values()) - sum(count for _, count in kinds.most_common(_COMMON))
    open_ = _tr("{n} open").format(n=numeral(sum(case.open for case in computed.cases)))
    below = ", ".join([*common, *([_tr("{n} other").format(n=numeral(other))] if other else [])]) or _tr("nobody disagrees")
    return [*shown, FigureShown(_tr("Disagreements"), numeral(len(computed.cases)), open_, below)]


def _shown(name: str, figure: Figure | None, below: str) -> FigureShown:
    if figure is None:
        return FigureShown(name, _tr("undefined"), "", _tr("this is not defined for these layers"))
    if figure.value is None:
        return FigureShown(name, _tr("undefined"), "", translated(figure.undefined))
    beside = interval(figure)
    extra = translated(figure.remark or (figure.no_interval if not beside else ""))
    return FigureShown(name, number(figure.value), beside, "; ".join(part for part in (below, extra) if part))


def pairs(found: Agreement, measure: str) -> tuple[Heads, tuple[tuple[Cell, ...], ...]]:
    """Return the table of pairs."""
    cells = []
    for first in found.layers:
        row = []
        for second in found.layers:
            figure = None if first == second else of_pair(found, measure, first, second)
            row.append(Cell(words=_tr("{name} with itself").format(name=first)) if first == second else _pair(first, second, figure))
        cells.append(tuple(row))
    return Heads(found.layers, short=tuple(short_names(list(found.layers)))), tuple(cells)


def _pair(first: str, second: str, figure: Figure | None) -> Cell:
    if figure is None or figure.value is None:
        why = translated(figure.undefined) if figure else _tr("not computed")
        short = _tr("no shared entry") if figure is not None and not figure.counted.entries else why
        return Cell(_tr("undefined"), short, Ground.UNDEFINED, 0.0, f"{first}, {second}: {_tr('undefined')}, {why}")
    share = (figure.value - _LEAST) / (1 - _LEAST)
    bounds = interval(figure) or _tr("no interval")
    words = _tr("{first}, {second}: {value}, {bounds}, {n} entries").format(
        first=first, second=second, value=number(figure.value), bounds=bounds, n=numeral(figure.counted.entries)
    )
    return Cell(number(figure.value), bounds, Ground.SHADED, share, words)


def bars(found: Agreement, measure: str, scheme: Scheme) -> list[BarShown]:
    """Return a bar for each label that was used."""
    shown = []
    for label in found.labels:
        figure = next(
            (
                each
                for each in found.parts
                if each.slice.label == label and each.measure == measure and len(each.layers) == len(found.layers)
            ),
            None,
        )
        if figure is None:
            shown.append(BarShown(tag(scheme, label), None, why=_tr("within one label, equal edges are equal spans")))
        else:
            shown.append(BarShown(tag(scheme, label), figure.value, figure.low, figure.high, translated(figure.undefined)))
    return shown


def matrix_of(found: Agreement, first: str, second: str) -> tuple[Confusion, bool] | None:
    """Return the confusion matrix of two layers, and whether rows and columns are to be exchanged."""
    for each in found.confusions:
        if each.layers == (first, second):
            return each, False
        if each.layers == (second, first):
            return each, True
    return None


def matrix(found: Agreement, first: str, second: str, scheme: Scheme) -> Matrix | None:
    """Return the matrix of two layers as a table, labels in the order of the scheme, "none" last."""
    held = matrix_of(found, first, second)
    if held is None:
        return None
    confusion, turned = held
    order = [label.key for label in scheme.labels if label.key in confusion.labels]
    labels: list[str | None] = [*order, *(each for each in confusion.labels if each not in order), None]
    heads = Heads(
        tuple(each if each is not None else _tr("none") for each in labels),
        tuple(tag(scheme, each).colour if each is not None else -1 for each in labels),
    )
    rows = []
    for row in labels:
        counts = [confusion.count((column, row) if turned else (row, column)) for column in labels]
        total = sum(counts)
        cells = []
        for column, count in zip(labels, counts, strict=True):
            names = tuple(each if each is not None else _tr("none") for each in (row, column))
            words = f"{first} {names[0]}, {second} {names[1]}: {numeral(count)}"
            if row is None and column is None:
                cells.append(Cell(words=_tr("what nobody marked cannot be counted")))
            elif not count:
                cells.append(Cell(words=words))
            elif row == column:
                cells.append(Cell(numeral(count), "", Ground.QUIET, 0.0, words))
            else:
                cells.append(Cell(numeral(count), "", Ground.SHADED, 0.08 + 0.92 * count / total, words))
        rows.append(tuple(cells))
    return Matrix(heads, tuple(rows), tuple(labels))


def sides(found: Disagreement, layers: Sequence[LayerSummary], scheme: Scheme) -> tuple[tuple[str, tuple[Tag, ...]], ...]:
    """Return who reads a disagreement how: of these layers, in their order."""
    places = {layer: reading.places for reading in found.readings for layer in reading.layers}
    return tuple(
        (each.name, tuple(tag(scheme, label) for _, _, label in places[each.id])) for each in layers if each.id in places
    )  # fmt: skip


def nothing(found: Agreement, first: str, second: str, cell: tuple[str | None, str | None] | None, label: str) -> str:
    """Return why there is no disagreement to list: of a label, of a cell of the matrix, or of two layers."""
    if label:
        return _tr("Nobody disagrees about {label}.").format(label=label)
    held = matrix_of(found, first, second)
    if held is None or not held[0].counted.entries:
        return _tr("No entry is done by both {first} and {second}.").format(first=first, second=second)
    if cell is None:
        return _tr("{first} and {second} disagree nowhere.").format(first=first, second=second)
    if cell == (None, None):
        return _tr("What nobody marked cannot be counted.")
    confusion, turned = held
    if confusion.count((cell[1], cell[0]) if turned else cell):
        return _tr("Here {first} and {second} agree, edges and label.").format(first=first, second=second)
    names = [each if each is not None else _tr("none") for each in cell]
    words = _tr("There is no span that is {one} for {first} and {other} for {second}.")
    return words.format(one=names[0], first=first, other=names[1], second=second)


def differ(case: Case, first: LayerSummary, second: LayerSummary) -> bool:
    """Tell whether two layers read a case differently."""
    held = {layer: number for number, reading in enumerate(case.found.readings) for layer in reading.layers}
    return first.id in held and second.id in held and held[first.id] != held[second.id]
