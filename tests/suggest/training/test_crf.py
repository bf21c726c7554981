"""The chain against sums over every tagging, written out."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from annotator.suggest import crf

LABELS = 2
COUNT = crf.tag_count(LABELS)


def every_tagging(scores: np.ndarray, links: np.ndarray, allowed: np.ndarray) -> dict[tuple[int, ...], float]:
    """Return the weight of each legal tagging of one sequence (T, K)."""
    follow, opens, closes = crf.legal(LABELS)
    weights = {}
    for tags in itertools.product(range(COUNT), repeat=len(scores)):
        legal = opens[tags[0]] and closes[tags[-1]] and all(follow[pair] for pair in itertools.pairwise(tags))
        if legal and all(allowed[at, tag] for at, tag in enumerate(tags)):
            weights[tags] = float(
                np.exp(sum(scores[at, tag] for at, tag in enumerate(tags)) + sum(links[pair] for pair in itertools.pairwise(tags)))
            )
    return weights


@pytest.fixture
def case() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    scores = rng.normal(size=(4, 2, COUNT)) * 2
    allowed = rng.random((4, 2, COUNT)) > 0.2
    allowed[:, :, 0] = True
    return scores, rng.normal(size=(COUNT, COUNT)), allowed, np.array([4, 3])


def test_the_sums_are_those_over_all_legal_taggings(case: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]) -> None:
    scores, links, allowed, lengths = case
    follow, opens, closes = crf.legal(LABELS)
    sums = crf.chain(scores, lengths, np.exp(links) * follow, opens, closes, allowed)
    for place, length in enumerate(lengths):
        weights = every_tagging(scores[:length, place], links, allowed[:length, place])
        total = sum(weights.values())
        assert sums.log_z[place] == pytest.approx(np.log(total))
        for at in range(length):
            for tag in range(COUNT):
                share = sum(weight for tags, weight in weights.items() if tags[at] == tag) / total
                assert sums.gamma[at, place, tag] == pytest.approx(share, abs=1e-12)


def test_the_probability_of_a_span_is_the_share_of_the_taggings_that_have_it(
    case: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray],
) -> None:
    scores, links, allowed, lengths = case
    legal, opens, closes = crf.legal(LABELS)
    follow = np.exp(links) * legal
    sums = crf.chain(scores, lengths, follow, opens, closes, allowed)
    found = crf.likely_spans(sums, [int(length) for length in lengths], LABELS, follow, least=0.0)
    for place, length in enumerate(lengths):
        weights = every_tagging(scores[:length, place], links, allowed[:length, place])
        total = sum(weights.values())
        within = [each for each in found[place] if each[1] <= length]
        assert len(within) == LABELS * length * (length + 1) // 2
        assert {score for _, end, _, score in found[place] if end > length} <= {0.0}
        for start, end, label, score in within:
            tags = (
                [crf.tag(label, crf.U)]
                if end - start == 1
                else [crf.tag(label, crf.B), *[crf.tag(label, crf.I)] * (end - start - 2), crf.tag(label, crf.L)]
            )
            share = sum(weight for each, weight in weights.items() if list(each[start:end]) == tags) / total
            assert score == pytest.approx(share, abs=1e-12)


def test_a_sequence_that_allows_no_tagging_says_so_and_leaves_the_others_alone(
    case: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray],
) -> None:
    scores, links, allowed, lengths = case
    follow, opens, closes = crf.legal(LABELS)
    allowed = allowed.copy()
    allowed[:, 0] = False
    allowed[:, 0, crf.tag(0, crf.I)] = True
    sums = crf.chain(scores, lengths, np.exp(links) * follow, opens, closes, allowed)
    assert sums.log_z[0] == -np.inf
    assert np.isfinite(sums.log_z[1])
    assert np.isfinite(sums.gamma).all()


def test_pairs_sum_to_one_for_each_step_between_tokens(case: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]) -> None:
    scores, links, allowed, lengths = case
    legal, opens, closes = crf.legal(LABELS)
    follow = np.exp(links) * legal
    pairs = crf.pair_sums(crf.chain(scores, lengths, follow, opens, closes, allowed), follow)
    assert pairs.sum() == pytest.approx((lengths - 1).sum())
    assert (pairs[~legal] == 0).all()
