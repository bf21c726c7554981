"""The same numbers as the libraries others use, on random layers."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from compared_layers import WORD, coded, entries, entry_id
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import coding, measures, spans
from annotator.agreement.evaluate import evaluate
from annotator.agreement.figures import whole
from annotator.agreement.study import study
from annotator.agreement.values import ComparedLayer, Place, Work

krippendorff = pytest.importorskip("krippendorff")
nltk_agreement = pytest.importorskip("nltk.metrics.agreement")
nervaluate = pytest.importorskip("nervaluate")
sklearn_metrics = pytest.importorskip("sklearn.metrics")

LABELS = ("GPE", "ORG", "PERSON")
WORDS = 10

ratings = st.integers(2, 4).flatmap(
    lambda raters: st.lists(st.lists(st.sampled_from("ABC"), min_size=raters, max_size=raters), min_size=2, max_size=25)
)
gappy = st.integers(2, 4).flatmap(
    lambda raters: st.lists(st.lists(st.sampled_from("ABC") | st.none(), min_size=raters, max_size=raters), min_size=2, max_size=25)
)


@st.composite
def flat_places(draw: st.DrawFn) -> tuple[Place, ...]:
    """Spans that share no text, on the words of an entry."""
    cuts = sorted(draw(st.sets(st.integers(0, WORDS), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return tuple((WORD * first, WORD * last - 1, draw(st.sampled_from(LABELS))) for first, last in pairs)


layers = st.integers(1, 4).flatmap(lambda count: st.tuples(*(st.lists(flat_places(), min_size=count, max_size=count) for _ in range(2))))


def _same(ours: float, theirs: float) -> None:
    if np.isnan(ours) or np.isnan(theirs):
        assert np.isnan(ours)
    else:
        assert ours == pytest.approx(theirs, abs=1e-12)


@given(ratings)
def test_cohens_kappa_is_that_of_scikit_learn(rows: list[list[str]]) -> None:
    codes, categories = coded(rows)
    columns = coding.pair_columns(codes[:2], np.zeros(len(rows), dtype=np.int64), groups=1, categories=len(categories))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where it is undefined
        theirs = sklearn_metrics.cohen_kappa_score([row[0] for row in rows], [row[1] for row in rows])
    _same(float(measures.cohen(columns[0])), theirs)


@given(ratings)
def test_kappa_pi_and_fleiss_are_those_of_nltk(rows: list[list[str]]) -> None:
    codes, categories = coded(rows)
    owner = np.zeros(len(rows), dtype=np.int64)
    task = nltk_agreement.AnnotationTask([(coder, item, label) for item, row in enumerate(rows) for coder, label in enumerate(row)])
    ours = float(measures.fleiss(coding.fleiss_columns(codes, owner, groups=1, categories=len(categories))[0]))
    if len(categories) == 1:
        assert np.isnan(ours)  # nltk divides by zero or says 1.0
        return
    assert ours == pytest.approx(task.pi(), abs=1e-9)
    pair = coding.pair_columns(codes[:2], owner, groups=1, categories=len(categories))[0]
    if len({label for row in rows for label in row[:2]}) > 1:
        assert float(measures.cohen(pair)) == pytest.approx(task.kappa_pairwise(0, 1), abs=1e-9)
        if len(rows[0]) == 2:
            assert float(measures.scott(pair)) == pytest.approx(task.pi(), abs=1e-9)


@given(gappy)
def test_nominal_alpha_with_gaps_is_that_of_krippendorff(rows: list[list[str | None]]) -> None:
    codes, categories = coded(rows)
    columns = coding.alpha_columns(codes, np.zeros(len(rows), dtype=np.int64), groups=1, categories=len(categories))
    ours = float(measures.alpha(columns[0]))
    pairable = [label for row in rows if sum(label is not None for label in row) > 1 for label in row if label is not None]
    if len(set(pairable)) < 2:
        assert np.isnan(ours)
        return
    data = np.where(codes == coding.MISSING, np.nan, codes.astype(float))
    assert ours == pytest.approx(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"), abs=1e-12)


@given(gappy)
def test_alpha_is_the_same_however_the_units_are_divided_among_entries(rows: list[list[str | None]]) -> None:
    codes, categories = coded(rows)
    together = coding.alpha_columns(codes, np.zeros(len(rows), dtype=np.int64), groups=1, categories=len(categories))[0]
    apart = coding.alpha_columns(codes, np.arange(len(rows)), groups=len(rows), categories=len(categories)).sum(axis=0)
    assert together == pytest.approx(apart)


@given(layers)
def test_strict_and_exact_f1_are_those_of_nervaluate(work: tuple[list[tuple[Place, ...]], list[tuple[Place, ...]]]) -> None:
    packed = _packed(*work)
    first, second = packed.spans
    theirs = _nervaluate(*work)
    for name, columns in (("strict", spans.strict_columns), ("exact", spans.edge_columns)):
        ours = float(measures.f1(columns(first, second, groups=len(packed.entries)).sum(axis=0)))
        if np.isnan(ours):
            assert not any(work[0] + work[1])
        else:
            assert ours == pytest.approx(theirs[name].f1)


@given(layers)
def test_evaluation_has_nervaluates_precision_recall_and_f1(work: tuple[list[tuple[Place, ...]], list[tuple[Place, ...]]]) -> None:
    gold, predicted = ({entry_id(number): places for number, places in enumerate(side)} for side in work)
    ours = evaluate(gold, predicted).strict_all
    theirs = _nervaluate(*work)["strict"]
    for share, value in ((ours.precision, theirs.precision), (ours.recall, theirs.recall), (ours.f1, theirs.f1)):
        assert share.value is None or share.value == pytest.approx(value)
    assert (ours.precision.value is None) == (not any(work[1]))
    assert (ours.recall.value is None) == (not any(work[0]))


@settings(max_examples=40)
@given(layers)
def test_token_kappa_of_layers_is_that_of_scikit_learn(work: tuple[list[tuple[Place, ...]], list[tuple[Place, ...]]]) -> None:
    packed = _packed(*work)
    figure = next(each for each in whole(packed, resamples=0) if each.measure == "cohen_kappa")
    tokens = [
        [_label(places, token) for places, entry in zip(side, packed.entries, strict=True) for token in entry.tokens] for side in work
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = sklearn_metrics.cohen_kappa_score(*tokens)
    _same(np.nan if figure.value is None else figure.value, theirs)


@given(layers)
def test_f1_is_symmetric_and_never_less_when_relaxed(work: tuple[list[tuple[Place, ...]], list[tuple[Place, ...]]]) -> None:
    there = {figure.measure: figure.value for figure in whole(_packed(*work), resamples=0)}
    back = {figure.measure: figure.value for figure in whole(_packed(*reversed(work)), resamples=0)}
    assert there.keys() == back.keys()
    for measure, value in there.items():
        assert value == (None if back[measure] is None else pytest.approx(back[measure]))
    if there["f1_strict"] is not None:
        assert there["f1_strict"] <= min(there["f1_edges"] or 0, there["f1_overlap"] or 0) + 1e-12


def _packed(first: list[tuple[Place, ...]], second: list[tuple[Place, ...]]):  # noqa: ANN202
    held = [
        ComparedLayer(name.encode(), name, {entry_id(number): Work(True, places) for number, places in enumerate(side)})
        for name, side in (("A", first), ("B", second))
    ]
    return study(entries(len(first), words=WORDS), held)


def _nervaluate(first: list[tuple[Place, ...]], second: list[tuple[Place, ...]]):  # noqa: ANN202
    sides = [
        [[{"start": start, "end": end, "label": label} for start, end, label in places] for places in side] for side in (first, second)
    ]
    return nervaluate.Evaluator(*sides, tags=list(LABELS), loader="dict").evaluate()["overall"]


def _label(places: tuple[Place, ...], token: tuple[int, int]) -> str:
    return next((label for start, end, label in places if start < token[1] and token[0] < end), "none")
