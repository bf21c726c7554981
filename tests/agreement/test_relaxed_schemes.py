"""The four ways of counting, by nervaluate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.evaluate import evaluate
from annotator.agreement.schemes import SCHEMES, SchemeScore, scheme_scores
from annotator.agreement.values import Place

GOLD: dict[bytes, tuple[Place, ...]] = {b"a": ((0, 5, "GPE"), (10, 20, "ORG"), (30, 35, "PERSON")), b"b": ()}
FOUND: dict[bytes, tuple[Place, ...]] = {b"a": ((0, 5, "ORG"), (12, 20, "ORG"), (35, 40, "PERSON")), b"b": ((1, 2, "GPE"),)}


def of(scheme: str, label: str | None = None) -> SchemeScore:
    return next(each for each in scheme_scores(GOLD, FOUND) if (each.scheme, each.label) == (scheme, label))


def test_each_way_counts_what_it_says() -> None:
    counts = {
        name: (each.correct, each.incorrect, each.partial, each.missed, each.spurious) for name in SCHEMES.values() for each in [of(name)]
    }
    assert counts == {"strict": (0, 2, 0, 1, 2), "exact": (1, 1, 0, 1, 2), "partial": (1, 0, 1, 1, 2), "type": (1, 1, 0, 1, 2)}


def test_spans_that_only_touch_share_no_text() -> None:
    assert of("type", "PERSON").correct == 0
    assert of("type", "PERSON").missed == 1


def test_what_cannot_be_divided_is_not_called_nothing() -> None:
    assert scheme_scores({b"a": ()}, {b"a": ()}) == ()
    found = scheme_scores({b"a": ((0, 1, "GPE"),)}, {b"a": ()})
    assert (found[0].precision, found[0].recall, found[0].f1) == (None, 0.0, 0.0)


places = st.lists(st.integers(0, 8), unique=True, max_size=4).flatmap(
    lambda starts: st.tuples(*(st.tuples(st.just(10 * n), st.just(10 * n + 5), st.sampled_from(["GPE", "ORG"])) for n in starts))
)
sides = st.dictionaries(st.sampled_from([b"a", b"b", b"c"]), places, min_size=1)


@given(sides, sides)
def test_strict_counts_are_those_of_our_own_figures(gold: dict[bytes, tuple[Place, ...]], found: dict[bytes, tuple[Place, ...]]) -> None:
    ours = evaluate(gold, found, resamples=0).strict_all
    theirs = next(iter(scheme_scores(gold, found)), None)
    assert ours.matched == (theirs.correct if theirs else 0)
    assert ours.f1.value == (pytest.approx(theirs.f1) if theirs else None)
