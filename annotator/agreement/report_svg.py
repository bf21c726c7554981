"""Plots as inline SVG: no script, no font, no address. Colours come from the page (`currentColor` and the variable --accent)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from zlib import crc32

from annotator.agreement.values import Figure

_CELL, _HEAD, _TOP, _ROW, _WIDTH, _FIGURES = 74, 150, 34, 26, 360, 180


def written(text: str) -> str:
    """Return text fit for HTML, an attribute included: escaped, and without what XML or UTF-8 cannot hold."""
    clean = "".join("\ufffd" if _unfit(char) else char for char in text)
    return escape(clean, quote=True)


def _unfit(char: str) -> bool:
    return (char < " " and char not in "\t\n") or char == "\x7f" or "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"


def short(text: str, most: int = 18) -> str:
    """Return text that fits a heading of a plot; the whole stands in its title."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def heat_map(names: Sequence[str], figures: Sequence[Figure], *, title: str) -> str:
    """Return a square of all pairs: darker where they agree more. A pair without a value is hatched, and its reason is in its title."""
    of_pair = {frozenset(figure.layers): figure for figure in figures if len(figure.layers) == 2}
    hatch = _hatch(title)
    parts = [_open(_HEAD + _CELL * len(names), _TOP + _CELL * len(names), title), hatch.pattern]
    for row, name in enumerate(names):
        middle = _CELL * row + _CELL // 2
        parts.append(_text(_HEAD - 8, _TOP + middle + 4, short(name), anchor="end", whole=name))
        parts.append(_text(_HEAD + middle, _TOP - 10, short(name, 11), anchor="middle", whole=name))
        for column, other in enumerate(names):
            figure = of_pair.get(frozenset((name, other))) if name != other else None
            if figure is not None:
                parts.append(_cell(_HEAD + _CELL * column, _TOP + _CELL * row, figure, hatch))
    parts.append("</svg>")
    return "".join(parts)


def bars(rows: Sequence[tuple[str, Figure]], *, title: str) -> str:
    """Return one bar a figure, from 0 to 1 (from -1 where there are negative ones), with the interval as a line."""
    least = -1.0 if any((figure.value or 0) < 0 or (figure.low or 0) < 0 for _, figure in rows) else 0.0
    scale = _WIDTH / (1 - least)
    height = _ROW * (len(rows) + 1) + 8
    hatch = _hatch(title)
    parts = [_open(_HEAD + _WIDTH + _FIGURES, height, title), hatch.pattern]
    zero = _HEAD - least * scale
    for tick in (-1.0, -0.5, 0.0, 0.25, 0.5, 0.75, 1.0):
        if tick >= least:
            x = zero + tick * scale
            parts.append(f'<line x1="{x:.1f}" y1="4" x2="{x:.1f}" y2="{_ROW * len(rows) + 6}" class="tick"/>')
            parts.append(_text(x, height - 6, f"{tick:g}", anchor="middle"))
    for number, (name, figure) in enumerate(rows):
        top = _ROW * number + 6
        parts.append(_text(_HEAD - 8, top + 14, short(name), anchor="end", whole=name))
        if figure.value is None:
            parts.append(f'<rect x="{zero:.1f}" y="{top}" width="40" height="18" fill="{hatch.fill}">{_title(figure.undefined)}</rect>')
            parts.append(_text(zero + 46, top + 14, "undefined"))
            continue
        left, right = sorted((zero, zero + max(min(figure.value, 1.0), least) * scale))
        parts.append(f'<rect x="{left:.1f}" y="{top}" width="{right - left:.1f}" height="18" class="bar">{_title(told(figure))}</rect>')
        if figure.low is not None and figure.high is not None:
            low, high = (zero + max(min(each, 1.0), least) * scale for each in (figure.low, figure.high))
            parts.append(f'<path d="M{low:.1f} {top + 9}H{high:.1f}M{low:.1f} {top + 5}v8M{high:.1f} {top + 5}v8" class="whisker"/>')
        parts.append(_text(_HEAD + _WIDTH + 8, top + 14, told(figure)))
    parts.append("</svg>")
    return "".join(parts)


def told(figure: Figure) -> str:
    """Return a figure as text: value and interval, or the word undefined."""
    if figure.value is None:
        return "undefined"
    bounds = "" if figure.low is None or figure.high is None else f" [{figure.low:.3f}, {figure.high:.3f}]"
    return f"{figure.value:.3f}{bounds}"


@dataclass(frozen=True, slots=True)
class _Hatch:
    pattern: str
    fill: str


def _hatch(title: str) -> _Hatch:
    # Ids are of the whole page, so each plot needs one of its own.
    name = f"hatch-{crc32(title.encode('utf-8', 'replace')):08x}"
    lines = '<line x1="0" y1="0" x2="0" y2="6" class="tick"/>'
    pattern = f'<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">{lines}</pattern>'
    return _Hatch(f"<defs>{pattern}</defs>", f"url(#{name})")


def _open(width: float, height: float, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" role="img">'
        f"<title>{written(title)}</title>"
    )


def _cell(x: int, y: int, figure: Figure, hatch: _Hatch) -> str:
    size = _CELL - 4
    if figure.value is None:
        return f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="{hatch.fill}">{_title(figure.undefined)}</rect>'
    # At most half opaque, so that the text upon it can be read in either theme.
    depth = 0.04 + 0.5 * max(min(figure.value, 1.0), 0.0) ** 2
    label = _text(x + size / 2, y + size / 2 + 5, f"{figure.value:.2f}", anchor="middle")
    title = _title(f"{figure.layers[0]} / {figure.layers[1]}: {told(figure)}")
    box = f'<rect x="{x}" y="{y}" width="{size}" height="{size}" rx="4" class="heat" fill-opacity="{depth:.3f}"/>'
    return f"<g>{title}{box}{label}</g>"


def _title(text: str) -> str:
    return f"<title>{written(text)}</title>"


def _text(x: float, y: float, text: str, *, anchor: str = "start", whole: str = "") -> str:
    title = f"<title>{written(whole)}</title>" if whole and whole != text else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{title}{written(text)}</text>'
