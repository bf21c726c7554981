"""The coefficients: each is a function of sums over entries, so that the same formula gives the value and its resamples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from annotator.agreement.bootstrap import Floats

Values = Callable[[Floats], Floats]
"""From sums (..., K) to values (...), NaN where undefined."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure is: its key in files, its name, its formula in words, its source."""

    key: str
    name: str
    formula: str
    source: str


def ratio(above: Floats, below: Floats) -> Floats:
    """Return above / below, NaN where below is not greater than zero."""
    safe = np.where(below > 0, below, 1.0)
    return np.asarray(np.where(below > 0, above / safe, np.nan), dtype=np.float64)


def f1(sums: Floats) -> Floats:
    """F1 = 2 m / (a + b), from columns m (spans matched one to one), a and b (spans of either side). Symmetric; the Dice coefficient.

    Undefined where neither side has a span. Source: Hripcsak, Rothschild, Agreement, the F-measure, and reliability in information
    retrieval, JAMIA 12(3), 2005: with negatives without number it is what kappa tends to.
    """
    return ratio(2 * sums[..., 0], sums[..., 1] + sums[..., 2])


def mean_f1(sums: Floats) -> Floats:
    """The mean of the pairs' F1, from columns (m, a, b) for one pair after the other; pairs without a span are left out of the mean."""
    each = f1(sums.reshape(*sums.shape[:-1], sums.shape[-1] // 3, 3))
    defined = ~np.isnan(each)
    return ratio(np.where(defined, each, 0.0).sum(axis=-1), defined.sum(axis=-1).astype(np.float64))


def share(sums: Floats) -> Floats:
    """The share of equal ones, from columns (equal, all). Undefined where there are none."""
    return ratio(sums[..., 0], sums[..., 1])


def beyond_chance(observed: Floats, expected: Floats) -> Floats:
    """(A_o - A_e) / (1 - A_e); undefined where A_e is 1, that is, where chance alone would agree always."""
    certain = expected >= 1 - 1e-12
    return np.asarray(np.where(certain, np.nan, (observed - expected) / np.where(certain, 1.0, 1 - expected)), dtype=np.float64)


def cohen(sums: Floats) -> Floats:
    """Cohen's kappa, from columns: units agreed on, then the units of each category for one rater, then for the other.

    A_o = agreed / n, A_e = sum over categories of p_1c p_2c, each rater with margins of their own.
    Source: Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1), 1960.
    """
    agreed, first, second, n = _margins(sums)
    return beyond_chance(ratio(agreed, n), ratio((first * second).sum(axis=-1), n * n))


def scott(sums: Floats) -> Floats:
    """Scott's pi, from the columns of Cohen's kappa; A_e = sum of ((p_1c + p_2c) / 2) squared, one margin for both raters.

    Source: Scott, Reliability of content analysis: the case of nominal scale coding, Public Opinion Quarterly 19(3), 1955.
    """
    agreed, first, second, n = _margins(sums)
    return beyond_chance(ratio(agreed, n), ratio(((first + second) ** 2).sum(axis=-1), 4 * n * n))


def mean_cohen(pairs: int) -> Values:
    """Return the mean of the pairs' kappas, from their columns side by side. Source: Light, Psychological Bulletin 76(5), 1971."""

    def value(sums: Floats) -> Floats:
        each = cohen(sums.reshape(*sums.shape[:-1], pairs, sums.shape[-1] // pairs))
        defined = ~np.isnan(each)
        return ratio(np.where(defined, each, 0.0).sum(axis=-1), defined.sum(axis=-1).astype(np.float64))

    return value


def fleiss(sums: Floats) -> Floats:
    """Fleiss' kappa, from columns: sum over units of agreeing pairs' share, then the ratings of each category.

    A_o = mean over units of sum_c n_c (n_c - 1) / (m (m - 1)), A_e = sum of p_c squared. Every unit has the same number m of ratings;
    the number of units comes last. Source: Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5), 1971.
    """
    agreed, totals, units = sums[..., 0], sums[..., 1:-1], sums[..., -1]
    ratings = totals.sum(axis=-1)
    return beyond_chance(ratio(agreed, units), ratio((totals**2).sum(axis=-1), ratings**2))


def alpha(sums: Floats) -> Floats:
    """Krippendorff's alpha for nominal data, missing ratings allowed, from columns: agreement, then the ratings of each category.

    Only units with m_u >= 2 ratings are pairable. alpha = 1 - D_o / D_e with D_o = 1 - (1/n) sum_u sum_c n_uc (n_uc - 1) / (m_u - 1) and
    D_e = 1 - sum_c n_c (n_c - 1) / (n (n - 1)). Undefined where one category alone occurs.
    Source: Krippendorff, Content Analysis: An Introduction to Its Methodology, 2nd edition, 2004, chapter 11.
    """
    agreed, totals = sums[..., 0], sums[..., 1:]
    n = totals.sum(axis=-1)
    observed = 1 - ratio(agreed, n)
    expected = 1 - ratio((totals * (totals - 1)).sum(axis=-1), n * (n - 1))
    return 1 - np.asarray(np.where(expected > 1e-12, observed / np.where(expected > 1e-12, expected, 1.0), np.nan), dtype=np.float64)


def _margins(sums: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    half = (sums.shape[-1] - 1) // 2
    first, second = sums[..., 1 : 1 + half], sums[..., 1 + half :]
    return sums[..., 0], first, second, first.sum(axis=-1)


_HRIPCSAK = "Hripcsak & Rothschild 2005"
STRICT = Measure("f1_strict", "Span F1, strict", "2m/(a+b); m: spans with equal edges and equal label", _HRIPCSAK)
EDGES = Measure("f1_edges", "Span F1, same edges, any label", "2m/(a+b); m: stretches with equal edges, whatever their label", _HRIPCSAK)
OVERLAP = Measure(
    "f1_overlap",
    "Span F1, overlapping, same label",
    "2m/(a+b); m: the most pairs, one to one, that share a character and the label",
    _HRIPCSAK,
)
LABELS = Measure(
    "label_share",
    "Label agreement on equal spans",
    "stretches marked by both with equal labels / stretches marked by both",
    "share of agreement",
)
COHEN = Measure("cohen_kappa", "Cohen's kappa (tokens)", "(Ao-Ae)/(1-Ae), Ae from each rater's own margins", "Cohen 1960")
LIGHT = Measure("light_kappa", "Cohen's kappa (tokens), mean of pairs", "mean of the pairs' kappas", "Light 1971")
SCOTT = Measure("scott_pi", "Scott's pi (tokens)", "(Ao-Ae)/(1-Ae), Ae from the margins of both together", "Scott 1955")
FLEISS = Measure("fleiss_kappa", "Fleiss' kappa (tokens)", "(Ao-Ae)/(1-Ae), Ao over pairs of raters", "Fleiss 1971")
ALPHA = Measure("alpha_nominal", "Krippendorff's alpha, nominal (tokens)", "1-Do/De over pairable ratings", "Krippendorff 2004")
UNITIZING = Measure("alpha_unitizing", "Krippendorff's alpha for unitizing", "1-Do/De over stretches of text", "Krippendorff 1995, 2004")
GAMMA = Measure("gamma", "Gamma", "1 - disorder of the best alignment / expected disorder", "Mathet, Widlöcher & Métivier 2015")

MEASURES = (STRICT, EDGES, OVERLAP, LABELS, COHEN, LIGHT, SCOTT, FLEISS, ALPHA, UNITIZING, GAMMA)
