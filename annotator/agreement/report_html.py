"""One page that stands alone: every figure with its interval and its ground, plots, and the method in words fit for a paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.agreement.confusion import Confusion
from annotator.agreement.gamma import GammaOptions
from annotator.agreement.measures import ALPHA, COHEN, FLEISS, LABELS, MEASURES, OVERLAP, SCOTT, STRICT, UNITIZING
from annotator.agreement.report_data import NAMES
from annotator.agreement.report_svg import bars, heat_map, written
from annotator.agreement.summary import Agreement
from annotator.agreement.sway import Sway
from annotator.agreement.values import Figure

_STYLE = """
:root{color-scheme:light dark;--accent:#3b4cc0;--line:#dddbd5;--muted:#5c6169;--text:#1c1f23;--base:#fff;--raised:#fbfaf8}
@media(prefers-color-scheme:dark){:root{--accent:#a9b4ff;--line:#353a41;--muted:#a3a9b2;--text:#e7e8ea;--base:#1d2024;--raised:#24282d}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--text);background:var(--base);max-width:66rem;margin:2.5rem auto;padding:0 1.5rem}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem;margin:2.6rem 0 .6rem}h3{font-size:.95rem;margin:1.4rem 0 .3rem}p{max-width:46rem}
.wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.87rem;margin:.4rem 0 1rem}
th,td{border-bottom:1px solid var(--line);padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}
th{color:var(--muted);font-weight:500}
td.n,th.n{text-align:right;white-space:nowrap}td.v{font-weight:600}td.k{white-space:nowrap}tr.first td{border-top:2px solid var(--line)}
.note{color:var(--muted);font-size:.82rem}svg{max-width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:currentColor}
.heat{fill:var(--accent)}.bar{fill:var(--accent);fill-opacity:.6}.tick{stroke:currentColor;stroke-opacity:.25}.whisker{stroke:currentColor;fill:none;stroke-width:1.5}
@page{margin:16mm}
@media print{:root{--accent:#3b4cc0;--line:#bbb;--muted:#444;--text:#000;--base:#fff}body{margin:0;padding:0;max-width:none;font-size:10pt}
.wide{overflow:visible}thead{display:table-header-group}tr,svg{break-inside:avoid}h2,h3{break-after:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""


def report_html(found: Agreement, *, title: str, versions: Mapping[str, str], made: str = "") -> str:
    """Return the page. `versions` are printed as given (program, Python, numpy …), `made` is the time of making, left out where empty.

    Everything that comes from a project is escaped; the page loads nothing and runs nothing, and says so to the browser.
    """
    whole = [figure for figure in found.figures if len(figure.layers) == len(found.layers)]
    pairs = [figure for figure in found.figures if len(figure.layers) == 2]
    sections = [_ground(found)]
    if found.alone:
        sections.append(f"<p><strong>No figures: {written(found.alone)}.</strong></p>")
    else:
        name = "All annotators" if len(found.layers) > 2 else "The two annotators"
        sections += [f"<h2>{name}</h2>", _table(whole)]
        if len(found.layers) > 2:
            strict = [figure for figure in pairs if figure.measure == STRICT.key]
            sections += [
                "<h2>Every pair</h2>",
                f"<p>{STRICT.name}.</p>",
                _wide(heat_map(found.layers, strict, title=STRICT.name)),
                _table(pairs),
            ]
        sections += _parts(found)
        sections += _confusions(found.confusions)
        sections += _sways("How far suggestions swayed", found.sways)
        sections += _sways("Annotator against annotator, suggestions shown and hidden", found.alike)
    sections += [
        "<h2>Method</h2>",
        *(f"<p>{written(paragraph)}</p>" for paragraph in method(found)),
        _sources(found),
        _versions(versions, made),
    ]
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width"><title>{written(title)}</title><style>{_STYLE}</style></head>\n'
        f"<body><h1>{written(title)}</h1>\n" + "\n".join(sections) + "\n</body></html>\n"
    )


def method(found: Agreement) -> tuple[str, ...]:
    """Return how the figures came about, as paragraphs a paper can take over."""
    rule = (
        "Entries in which both annotators had begun were counted, finished or not."
        if found.unfinished
        else "An entry counts for a pair only if both annotators had marked it as done; what was left out is stated beside each figure."
    )
    spans = (
        "Agreement on spans is the F1 score of one annotator against the other, which is symmetric and, with negatives without number, is "
        "what kappa tends to (Hripcsak & Rothschild 2005). Strict: equal edges and equal label. "
        "Over more than two annotators we report the mean of the pairs. "
        "Overlapping spans of equal label were paired one to one, the greatest number of pairs."
    )
    tokens = (
        "Token-level coefficients (Cohen's kappa, Scott's pi, Fleiss' kappa, Krippendorff's alpha) rate every word as the label of the "
        "span it shares a character with, or none; a word under several nested spans is rated with the set of their labels. "
        "Most words are none, so a plain share of agreement would be high whatever the annotators do; "
        "these coefficients correct for that, and the span figures should lead. "
        "Alpha counts every word that two or more have rated; Fleiss' kappa and alpha for unitizing only entries done by all."
    )
    units = (
        "Alpha for unitizing (Krippendorff 1995, 2004) was computed over the characters of the entries end to end; "
        "a gap between units ends with its entry. It is one minus observed over expected disagreement, summed over labels."
    )
    bootstrap = (
        f"Intervals are 95 % percentile intervals of a bootstrap over entries ({found.resamples} resamples, seed {found.seed}); "
        "resamples in which a figure is undefined were left out of its interval and are counted."
        if found.resamples
        else "No intervals were asked for."
    )
    undefined = (
        "A figure is undefined, and is never given as 0 or 1, where there is nothing to compare or where agreement by chance is certain."
    )
    return rule, spans, tokens, units, *_gamma(found.gamma), bootstrap, undefined


def _gamma(options: GammaOptions | None) -> tuple[str, ...]:
    if options is None:
        return ()
    sampled = "shuffled annotations" if options.shuffle else "drawn annotations of the same statistics"
    return (
        f"Gamma (Mathet, Widlöcher & Métivier 2015) was computed with pygamma-agreement over the entries end to end: position weighs "
        f"{options.alpha:g}, label {options.beta:g}, and a unit without partner costs {options.delta_empty:g}. Its expected disorder comes "
        f"of {sampled} (seed {options.seed}), as many as make it known to within {100 * options.precision:g} % with a confidence of 95 %; "
        "the range that leaves for gamma is stated beside the figure, and there is no bootstrap of it.",
    )


def _ground(found: Agreement) -> str:
    rows = "".join(f"<tr><td>{written(each.reason)}</td><td class=n>{each.count}</td></tr>" for each in found.progress)
    word = "begun" if found.unfinished else "done"
    head = f"<tr><th>Annotator</th><th class=n>Entries {word}</th></tr>"
    practice = (
        f" {_many(found.practice, 'entry', 'entries')} more served for practice, where people were told what is right, and "
        f"{'is' if found.practice == 1 else 'are'} left out."
        if found.practice
        else ""
    )
    said = f"{_many(found.entries, 'entry', 'entries')}, {_many(len(found.labels), 'label', 'labels')}.{practice}"
    return f"<p>{said}</p><table>{head}{rows}</table>"


def _table(figures: Iterable[Figure]) -> str:
    """A row a figure. What is the same in all rows (who was compared, of which part) is not said in each."""
    listed = list(figures)
    between, parted = (len({key(each) for each in listed}) > 1 for key in (_between, _of))
    heads = ["Measure", *(["Annotators"] if between else []), *(["Part"] if parted else [])]
    left = "".join(f"<th>{head}</th>" for head in heads)
    noted = any(_notes(each) for each in listed)
    right = "<th class=n>Value</th><th class=n>95 %</th><th>Counted</th>" + ("<th>Left out, remarks</th>" if noted else "")
    head = f"<thead><tr>{left}{right}</tr></thead>"
    body, before = "", ""
    for figure in listed:
        group = f"{_between(figure)} {_of(figure)}"
        body += _row(figure, _notes(figure) if noted else None, between=between, parted=parted, first=bool(before) and group != before)
        before = group
    return _wide(f"<table>{head}<tbody>{body}</tbody></table>")


def _between(figure: Figure) -> str:
    return " / ".join(figure.layers)


def _of(figure: Figure) -> str:
    return figure.slice.name or "all"


def _row(figure: Figure, notes: str | None, *, between: bool, parted: bool, first: bool) -> str:
    counted = figure.counted
    counts = ((counted.entries, "entry", "entries"), (counted.spans, "span", "spans"), (counted.tokens, "word", "words"))
    ground = ", ".join(_many(*each) for each in counts)
    ground += f"; one marked nothing in {counted.one_empty:,}" if counted.one_empty else ""
    ground += f"; nobody marked anything in {counted.both_empty:,}" if counted.both_empty else ""
    cells = [NAMES[figure.measure], *([_between(figure)] if between else []), *([_of(figure)] if parted else [])]
    left = "".join(f"<td class=k>{written(cell)}</td>" for cell in cells)
    value = "undefined" if figure.value is None else f"{figure.value:.3f}"
    interval = "" if figure.low is None or figure.high is None else f"{figure.low:.3f} to {figure.high:.3f}"
    start = '<tr class="first">' if first else "<tr>"
    return (
        f'{start}{left}<td class="n v">{value}</td><td class=n>{interval}</td><td class=note>{written(ground)}</td>'
        f"{'' if notes is None else f'<td class=note>{written(notes)}</td>'}</tr>"
    )


def _notes(figure: Figure) -> str:
    notes = [f"{each.reason}: {each.count:,}" for each in figure.left_out]
    notes += [note for note in (figure.undefined or figure.no_interval, figure.remark) if note]
    if figure.undefined_resamples:
        notes.append(f"undefined in {figure.undefined_resamples} resamples")
    return "; ".join(notes)


def _many(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _parts(found: Agreement) -> list[str]:
    kinds = {
        "By label": [figure for figure in found.parts if figure.slice.label is not None],
        "By source": [figure for figure in found.parts if figure.slice.source is not None],
        "By time": [figure for figure in found.parts if figure.slice.since],
    }
    sections = []
    for heading, figures in kinds.items():
        together = [figure for figure in figures if len(figure.layers) == len(found.layers)]
        strict = [(_part_name(figure), figure) for figure in together if figure.measure == STRICT.key]
        if figures:
            plot = bars(strict, title=f"{STRICT.name}, {heading.lower()}")
            sections += [f"<h2>{heading}</h2>", f"<p>{STRICT.name}.</p>", _wide(plot), _table(together)]
    return sections


def _part_name(figure: Figure) -> str:
    return figure.slice.label or figure.slice.source or figure.slice.since or "(none)"


def _confusions(matrices: Sequence[Confusion]) -> list[str]:
    sections = [
        "<h2>Labels against labels</h2><p>Spans paired by equal edges, then by the most shared text; rows are the first annotator.</p>"
    ]
    for matrix in matrices:
        most = max((count for row in matrix.counts for count in row), default=0) or 1
        head = "".join(f"<th class=n>{written(label)}</th>" for label in matrix.headings)
        body = ""
        for label, counts in zip(matrix.headings, matrix.counts, strict=True):
            cells = "".join(f'<td class=n style="background:{_shade(count / most)}">{count}</td>' for count in counts)
            body += f"<tr><th>{written(label)}</th>{cells}</tr>"
        sections.append(_wide(f"<h3>{written(' / '.join(matrix.layers))}</h3><table><tr><th></th>{head}</tr>{body}</table>"))
    return sections


def _shade(share: float) -> str:
    return f"color-mix(in srgb,var(--accent) {round(50 * share)}%,transparent)"


def _sways(heading: str, found: Sequence[Sway]) -> list[str]:
    if not found:
        return []
    figures = [figure for each in found for figure in (each.shown, each.hidden, each.difference)]
    return [f"<h2>{written(heading)}</h2>", _table(figures)]


def _sources(found: Agreement) -> str:
    used = {figure.measure for figure in (*found.figures, *found.parts)}
    told_of = [measure for measure in MEASURES if measure.key in used or measure in _ALWAYS]
    rows = "".join(
        f"<tr><td>{written(each.name)}</td><td>{written(each.formula)}</td><td>{written(each.source)}</td></tr>" for each in told_of
    )
    return _wide(f"<table><tr><th>Measure</th><th>Formula</th><th>Source</th></tr>{rows}</table>")


_ALWAYS = (STRICT, OVERLAP, LABELS, COHEN, SCOTT, FLEISS, ALPHA, UNITIZING)


def _versions(versions: Mapping[str, str], made: str) -> str:
    told_of = [f"{name} {version}" for name, version in sorted(versions.items())] + ([f"made {made}"] if made else [])
    return f"<p class=note>{written(' · '.join(told_of))}</p>"


def _wide(inner: str) -> str:
    return f'<div class="wide">{inner}</div>'
