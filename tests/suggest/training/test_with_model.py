"""Rules and a model, joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.suggester import Proposal
from annotator.suggest.with_model import WithModel, joined

LABELS = frozenset({"PERSON", "ORG"})


@dataclass(frozen=True)
class Fixed:
    """Proposes the same for every text."""

    proposals: tuple[Proposal, ...]
    labels: tuple[str, ...]
    name: str = "fixed"
    version: str = "1"
    dropped: tuple[str, ...] = ()

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        for _ in texts:
            yield self.proposals


def test_an_unsure_rule_gives_way_to_the_silence_of_the_model() -> None:
    assert joined([], [Proposal(0, 4, "ORG", 0.5)], LABELS) == ()


def test_a_sure_rule_adds_what_the_model_missed_and_is_less_sure_of_it() -> None:
    (found,) = joined([], [Proposal(0, 4, "ORG", 0.9)], LABELS)
    assert found.place == (0, 4, "ORG")
    assert found.score is not None
    assert 0.7 < found.score < 0.8


def test_what_another_name_of_the_entry_explains_is_as_sure_as_before() -> None:
    rule = Proposal(0, 4, "ORG", 0.92, "short for “Ode River Group” in this entry")
    assert joined([], [rule], LABELS) == (rule,)


def test_a_longer_and_surer_rule_takes_the_place_of_the_model() -> None:
    rule = Proposal(0, 12, "ORG", 0.95)
    assert joined([Proposal(0, 4, "PERSON", 0.6), Proposal(8, 12, "ORG", 0.7)], [rule], LABELS) == (rule,)


def test_a_rule_that_cuts_into_a_name_of_the_model_is_left_out() -> None:
    name = Proposal(0, 8, "PERSON", 0.6)
    assert joined([name], [Proposal(4, 12, "ORG", 0.95)], LABELS) == (name,)


def test_rules_for_labels_that_the_model_lacks_need_not_be_sure() -> None:
    rule = Proposal(0, 4, "DATE", None)
    assert joined([], [rule, Proposal(2, 6, "MONEY", 0.3)], LABELS) == (rule,)


def test_a_law_is_no_event_however_sure_the_model_is() -> None:
    rule = Proposal(0, 12, "LAW", 0.85)
    assert joined([Proposal(0, 12, "EVENT", 0.98)], [rule], LABELS | {"EVENT"}) == (rule,)


def test_a_surer_rule_for_a_label_that_the_model_lacks_takes_the_place_of_what_it_covers() -> None:
    rule = Proposal(0, 12, "LAW", 0.97)
    assert joined([Proposal(0, 5, "ORG", 0.8)], [rule], LABELS) == (rule,)
    assert joined([Proposal(0, 5, "ORG", 0.98)], [rule], LABELS) == (Proposal(0, 5, "ORG", 0.98),)


PROPOSALS = st.builds(
    lambda start, length, label, score: Proposal(start, start + length, label, score),
    st.integers(0, 20),
    st.integers(1, 6),
    st.sampled_from(["PERSON", "ORG", "DATE"]),
    st.floats(0, 1),
)


@given(st.lists(PROPOSALS, max_size=8))
def test_what_comes_out_never_overlaps(ruled: list[Proposal]) -> None:
    result = joined([Proposal(5, 9, "ORG", 0.6), Proposal(12, 13, "PERSON", 0.99)], ruled, LABELS)
    assert all(first.end <= second.start for first, second in pairwise(result))


def test_as_a_suggester_it_has_the_labels_and_versions_of_both_and_answers_every_text() -> None:
    both = WithModel(Fixed((Proposal(0, 1, "ORG", 0.9),), ("ORG", "PERSON")), Fixed((Proposal(2, 3, "DATE"),), ("DATE", "ORG")))
    assert both.labels == ("ORG", "PERSON", "DATE")
    assert both.version == "1+1"
    assert [len(each) for each in both.propose(["a b"] * 600)] == [2] * 600
