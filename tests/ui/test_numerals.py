"""How numbers and days are written on the screen."""

from __future__ import annotations

from annotator.ui.bridge import brief_day
from annotator.ui.numerals import score, scores


def test_a_share_is_written_from_0_to_1_with_two_digits() -> None:
    assert [score(each) for each in (0.0, 0.5714, 0.934, 1.0, None)] == ["0.00", "0.57", "0.93", "1.00", "–"]


def test_shares_that_differ_are_told_apart() -> None:
    assert scores(0.9312, 0.934) == ("0.931", "0.934")
    assert scores(0.9, 0.934) == ("0.90", "0.93")


def test_equal_shares_and_those_that_are_undefined_take_no_more_digits() -> None:
    assert scores(0.9341, 0.9341) == ("0.93", "0.93")
    assert scores(None, 0.9341) == ("–", "0.93")


def test_a_day_is_written_so_that_no_one_takes_it_for_the_month() -> None:
    assert brief_day("2031-03-04") == "4 Mar"
    assert brief_day("2031-03-04T09:30", year=True) == "4 Mar 2031"


def test_a_day_that_is_none_stays_as_it_is_written() -> None:
    assert brief_day("someday") == "someday"
