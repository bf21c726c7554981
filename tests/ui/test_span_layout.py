from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.day_stack import DayStack
from annotator.ui.span_layout import TagWish, lanes, lanes_needed, place_tags

places = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=14)


def test_spans_that_share_no_text_all_have_the_lane_next_to_it() -> None:
    assert [lane.lane for lane in lanes([(0, 3), (3, 5), (8, 9)])] == [0, 0, 0]


def test_the_inner_span_lies_next_to_the_text_and_the_outer_below() -> None:
    assert [lane.lane for lane in lanes([(0, 10), (0, 4), (5, 8), (5, 6)])] == [2, 0, 1, 0]


def test_the_third_line_tells_how_many_have_none() -> None:
    found = lanes([(0, 10), (0, 9), (0, 8), (0, 7), (0, 6)])
    assert [(lane.lane, lane.hidden, lane.more) for lane in found] == [
        (2, True, 0),
        (2, True, 0),
        (2, False, 2),
        (1, False, 0),
        (0, False, 0),
    ]
    assert lanes_needed(found) == 3


def test_crossing_spans_are_told_and_have_lanes_of_their_own() -> None:
    found = lanes([(0, 5), (3, 8)])
    assert {lane.lane for lane in found} == {0, 1}
    assert all(lane.crossing for lane in found)


def test_nested_spans_do_not_cross() -> None:
    assert not any(lane.crossing for lane in lanes([(0, 10), (0, 4), (4, 10)]))


@given(places)
def test_two_visible_lines_in_one_lane_never_overlap(spans: list[tuple[int, int]]) -> None:
    found = lanes(spans)
    seen = [(lane.lane, place) for lane, place in zip(found, spans, strict=True) if not lane.hidden]
    for number, (lane, one) in enumerate(seen):
        assert not [other for at, other in seen[number + 1 :] if at == lane and one[0] < other[1] and other[0] < one[1]]


wishes = st.lists(
    st.builds(TagWish, st.floats(0, 600), st.floats(4, 200), st.floats(8, 60), st.floats(0, 20), st.floats(0, 8)), max_size=12
).map(lambda found: sorted(found, key=lambda wish: (wish.left, -wish.span)))


@given(wishes)
def test_tags_never_touch_and_stay_between_the_edges(found: list[TagWish]) -> None:
    end = 0.0
    for wish, place in zip(found, place_tags(found, 0.0, 660.0), strict=True):
        if place is not None:
            width = wish.key if place.short else wish.label + (4.0 + wish.score if place.score else 0.0)
            assert place.left >= end - 1e-6
            assert place.left + width <= 660.0 + 1e-6
            end = place.left + width + 6.0


def test_a_tag_stands_flush_with_its_span_and_slides_left_only_at_the_edge() -> None:
    assert place_tags([TagWish(100, 50, 30)], 0, 660)[0].left == 100
    assert place_tags([TagWish(640, 20, 30)], 0, 660)[0].left == 630


def test_a_crowded_tag_becomes_the_labels_key() -> None:
    first, second = place_tags([TagWish(0, 19, 46, 0, 6), TagWish(24, 40, 20, 0, 6)], 0, 660)
    assert (first.short, second.short) == (True, False)
    assert second.left == 24


def test_the_score_follows_only_where_it_touches_nothing() -> None:
    alone, tight = place_tags([TagWish(0, 60, 20, 14)], 0, 660), place_tags([TagWish(0, 30, 20, 14), TagWish(36, 30, 20)], 0, 660)
    assert (alone[0].score, tight[0].score) == (True, False)


def test_the_outer_tag_comes_first_and_the_inner_six_to_its_right() -> None:
    outer, inner = place_tags([TagWish(0, 200, 22), TagWish(0, 90, 22)], 0, 660)
    assert (outer.left, inner.left) == (0, 28)


@given(st.integers(1, 60), st.sets(st.integers(0, 59)), st.integers(-5, 5000))
def test_a_row_is_found_by_every_pixel_of_it_and_by_no_other(count: int, headed: set[int], y: int) -> None:
    stack = DayStack(count, sorted(row for row in headed if row < count), 50, 28)
    row = stack.row_at(y)
    expected = next((each for each in range(count) if stack.top(each) <= y < stack.top(each) + 50), None)
    assert row == expected
    assert stack.height == stack.top(count - 1) + 50
    for each in range(count):
        top = stack.heading_top(each)
        assert (top is not None) == (each in headed)
        assert top is None or (top == stack.top(each) - 28 and stack.row_below(top) == each)
