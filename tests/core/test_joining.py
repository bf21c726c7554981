"""What several suggesters propose of one entry, joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.decisions import suggestion_payload
from annotator.core.joining import MEMORY, joined, voices
from annotator.core.model import Overlap, Suggestion
from annotator.core.rules import chosen, pending

FLAT, NESTED = Overlap.FLAT, Overlap.NESTED


def made(start: int, end: int, label: str, suggester: str = "default", score: float | None = 0.9) -> Suggestion:
    identity = f"{start} {end} {label} {suggester}".encode()
    return Suggestion(identity, start, end, label.encode(), suggester, "1", score)


def shown(found: list[Suggestion]) -> list[tuple[int, int, str, str]]:
    return [(each.start, each.end, each.label.decode(), each.suggester) for each in found]


def test_agreement_raises_the_score_by_the_noisy_or_and_names_all_who_agree() -> None:
    (found,) = joined([made(0, 4, "GPE", score=0.8), made(0, 4, "GPE", MEMORY, 0.5), made(0, 4, "GPE", "patterns:a.csv", None)], FLAT)
    assert found.score == 0.9
    assert [each.suggester for each in voices(found)] == ["default", "patterns:a.csv", MEMORY]
    assert suggestion_payload(found)["agreeing"] == ["patterns:a.csv", MEMORY]
    assert "agreeing" not in suggestion_payload(made(0, 4, "GPE"))


def test_suggestions_without_a_score_have_none_together() -> None:
    (found,) = joined([made(0, 4, "GPE", "a", None), made(0, 4, "GPE", "b", None)], FLAT)
    assert found.score is None


def test_of_two_labels_of_one_stretch_what_was_decided_before_is_asked_and_the_other_stands_behind() -> None:
    (found,) = joined([made(0, 4, "PERSON", score=0.98), made(0, 4, "FAC", MEMORY, 0.867)], FLAT)
    assert found.label == b"FAC"
    assert shown(list(found.behind)) == [(0, 4, "PERSON", "default")]


def test_memory_that_is_in_conflict_itself_has_no_precedence() -> None:
    (found,) = joined([made(0, 4, "PERSON", score=0.98), made(0, 4, "FAC", MEMORY, 0.6)], FLAT)
    assert found.label == b"PERSON"


def test_a_remembered_name_within_a_longer_suggestion_waits_behind_it() -> None:
    (found,) = joined([made(0, 20, "EVENT", score=0.79), made(0, 6, "LOC", MEMORY, 0.98)], FLAT)
    assert (found.label, shown(list(found.behind))) == (b"EVENT", [(0, 6, "LOC", MEMORY)])
    (found,) = joined([made(0, 13, "PRODUCT", MEMORY, 0.867), made(6, 13, "PERSON", score=0.95)], FLAT)
    assert (found.label, shown(list(found.behind))) == (b"PRODUCT", [(6, 13, "PERSON", "default")])


def test_overlaps_that_memory_has_no_part_in_are_all_shown() -> None:
    found = joined([made(0, 9, "DATE", "a"), made(4, 9, "TIME", "b"), made(7, 12, "ORG", "c")], FLAT)
    assert len(found) == 3


def test_where_spans_may_nest_nothing_stands_behind() -> None:
    found = joined([made(0, 20, "EVENT"), made(0, 6, "LOC", MEMORY), made(0, 6, "GPE")], NESTED)
    assert len(found) == 3
    assert not any(each.behind for each in found)


def test_what_stands_behind_comes_up_when_what_stands_before_is_rejected() -> None:
    proposed = [made(0, 4, "PERSON", score=0.98), made(0, 4, "FAC", MEMORY, 0.867)]
    (first,) = pending(proposed, (), (), FLAT)
    (second,) = pending(proposed, (), {first.place}, FLAT)
    assert (first.label, second.label, second.behind) == (b"FAC", b"PERSON", ())


stretch = st.integers(0, 12).flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, 14)))
proposals = st.lists(
    st.builds(
        lambda place, label, suggester, score: made(*place, label, suggester, score),
        stretch, st.sampled_from(["A", "B", "C"]), st.sampled_from(["default", MEMORY, "rules"]), st.none() | st.floats(0.01, 0.99),
    ),
    max_size=12, unique_by=lambda each: each.id,
)  # fmt: skip


def _all(found: list[Suggestion]) -> list[bytes]:
    return sorted(voice.id for each in found for one in (each, *each.behind) for voice in voices(one))


@given(proposals, st.sampled_from(Overlap))
def test_nothing_is_lost_or_doubled_and_the_order_of_the_suggesters_does_not_matter(found: list[Suggestion], overlap: Overlap) -> None:
    together = joined(found, overlap)
    assert _all(together) == sorted(each.id for each in found)
    assert together == joined(list(reversed(found)), overlap)
    assert all(not each.behind for one in together for each in one.behind)
    assert all(one.start < each.end and each.start < one.end for one in together for each in one.behind)


@given(proposals)
def test_one_stretch_of_a_flat_project_is_asked_once(found: list[Suggestion]) -> None:
    together = joined(found, FLAT)
    assert len({(each.start, each.end) for each in together}) == len(together)
    taken, left = chosen(together, FLAT)
    assert len(taken) + len(left) == len(together)
