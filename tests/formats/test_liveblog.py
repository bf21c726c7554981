from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading, read_file, read_text

from annotator.core.drafts import ReadOptions
from annotator.core.errors import InputError
from annotator.formats import FORMATS
from annotator.formats.liveblog_shapes import stamp_of

LIVEBLOG = FORMATS["liveblog"]
SHARED = Path(__file__).parents[2] / ".." / "shared" / "data" / "liveblog"

HARBOUR = """Advertisement

Harbour strike - live: ferries stay in port as talks resume

Crews say they will stay ashore until their pay is settled.

The port authority calls the strike “regrettable”.

Key Points

  • Talks resume at noon

  • Six ferries stay in port

Ferries stay in port

00:05 , Ada Nkemelu

No ferry left Port Verin  on Wednesday,\tthe authority said.

"We are talking," it added.

Talks resume

23:40 , Ada Nkemelu

Advertisement

Port authority has no comment

09:15 , Ivo Marsh

Talks resume

08:00 , Ivo Marsh

Both sides are back at the table.

Strike begins

Tuesday 4 May 2021 23:10 , Lena van der Berg

Crews left their ships at midnight.
"""


def published(reading: Reading) -> list[str]:
    return [entry.published for entry in reading.entries]


def everything(reading: Reading) -> Counter[str]:
    """Every sign that came out, in an entry, kept or rejected; white space aside."""
    texts = (
        [entry.text for entry in reading.entries] + [kept.text for kept in reading.kept] + [rejected.raw for rejected in reading.rejected]
    )
    return Counter("".join("".join(texts).split()))


def test_entries_come_in_the_order_of_the_file_with_headline_author_and_written_time(tmp_path: Path) -> None:
    reading = read_text(LIVEBLOG, tmp_path, HARBOUR)
    assert [(each.title, each.author, each.published_written) for each in reading.entries] == [
        ("Ferries stay in port", "Ada Nkemelu", "00:05"),
        ("Talks resume", "Ada Nkemelu", "23:40"),
        ("Port authority has no comment", "Ivo Marsh", "09:15"),
        ("Talks resume", "Ivo Marsh", "08:00"),
        ("Strike begins", "Lena van der Berg", "Tuesday 4 May 2021 23:10"),
    ]


def test_days_are_inferred_from_the_dated_line_towards_the_top(tmp_path: Path) -> None:
    reading = read_text(LIVEBLOG, tmp_path, HARBOUR)
    assert published(reading) == ["2021-05-06T00:05", "2021-05-05T23:40", "2021-05-05T09:15", "2021-05-05T08:00", "2021-05-04T23:10"]
    assert reading.entries[0].notes == ("day inferred from the next older entry",)
    assert reading.entries[-1].notes == ()
    assert reading.facts["dates"] == "1 written, 4 inferred, 0 unknown"


def test_a_text_is_headline_blank_line_and_paragraphs_as_they_stand(tmp_path: Path) -> None:
    reading = read_text(LIVEBLOG, tmp_path, HARBOUR)
    assert reading.entries[0].text == (
        'Ferries stay in port\n\nNo ferry left Port Verin  on Wednesday,\tthe authority said.\n\n"We are talking," it added.'
    )
    assert reading.entries[2].text == "Port authority has no comment"
    assert (reading.entries[0].line, reading.entries[0].last_line) == (15, 21)


def test_header_key_points_advertisements_and_bylines_are_kept_and_in_no_entry(tmp_path: Path) -> None:
    reading = read_text(LIVEBLOG, tmp_path, HARBOUR)
    assert reading.facts["title"] == "Harbour strike - live: ferries stay in port as talks resume"
    assert reading.facts["standfirst"].count("\n\n") == 1
    roles = Counter(each.role for each in reading.kept)
    assert roles == {"advertisement": 2, "title": 1, "standfirst": 2, "heading": 1, "key point": 2, "time": 5}
    assert not any("Key Points" in each.text or "Advertisement" in each.text or " , " in each.text for each in reading.entries)
    assert all(each.counts == (each.role != "time") for each in reading.kept)


def test_equal_entries_are_numbered_from_the_oldest(tmp_path: Path) -> None:
    post = "Watch live\n\n10:00 , Ada Nkemelu\n\nThe pictures.\n\n"
    three = read_text(LIVEBLOG, tmp_path, post * 3)
    assert [each.occurrence for each in three.entries] == [2, 1, 0]
    four = read_text(LIVEBLOG, tmp_path, post * 4)
    assert [each.occurrence for each in four.entries][1:] == [2, 1, 0]


def test_one_headline_with_two_texts_makes_two_entries_of_their_own(tmp_path: Path) -> None:
    reading = read_text(LIVEBLOG, tmp_path, HARBOUR)
    same = [each for each in reading.entries if each.title == "Talks resume"]
    assert [each.occurrence for each in same] == [0, 0]
    assert same[0].text != same[1].text


def test_a_given_day_dates_a_blog_without_any_date_from_the_newest_down(tmp_path: Path) -> None:
    undated = HARBOUR.replace("Tuesday 4 May 2021 ", "")
    reading = read_text(LIVEBLOG, tmp_path, undated, ReadOptions(date="2021-05-06"))
    assert published(reading) == ["2021-05-06T00:05", "2021-05-05T23:40", "2021-05-05T09:15", "2021-05-05T08:00", "2021-05-04T23:10"]


def test_without_any_date_nothing_is_dated_and_that_is_said(tmp_path: Path) -> None:
    reading = read_text(LIVEBLOG, tmp_path, HARBOUR.replace("Tuesday 4 May 2021 ", ""))
    assert set(published(reading)) == {""}
    assert reading.facts["undated"].startswith("5 entries")
    assert all("not the day" in each.notes[-1] for each in reading.entries)


def test_a_given_day_that_is_not_needed_is_said(tmp_path: Path) -> None:
    reading = read_text(LIVEBLOG, tmp_path, HARBOUR, ReadOptions(date="2030-01-01"))
    assert published(reading)[0] == "2021-05-06T00:05"
    assert "not needed" in reading.facts["date given"]


@pytest.mark.parametrize("day", ["2021-02-30", "4 May 2021", "20210504"])
def test_a_given_day_that_is_none_is_refused(tmp_path: Path, day: str) -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        read_text(LIVEBLOG, tmp_path, HARBOUR, ReadOptions(date=day))


def test_undated_entries_below_a_dated_one_are_dated_downwards(tmp_path: Path) -> None:
    text = "First\n\n4 May 2021 00:30 , Ada Nkemelu\n\nSecond\n\n23:50 , Ada Nkemelu\n\nThird\n\n20:00 , Ada Nkemelu\n"
    assert published(read_text(LIVEBLOG, tmp_path, text)) == ["2021-05-04T00:30", "2021-05-03T23:50", "2021-05-03T20:00"]


def test_an_oldest_first_blog_is_found_to_be_one(tmp_path: Path) -> None:
    posts = (("First", "4 May 2021 22:30"), ("Second", "23:50"), ("Third", "00:10"), ("Third", "00:10"))
    text = "\n\n".join(f"{headline}\n\n{time} , Ada Nkemelu" for headline, time in posts)
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert reading.facts["order"] == "oldest first"
    assert published(reading) == ["2021-05-04T22:30", "2021-05-04T23:50", "2021-05-05T00:10", "2021-05-05T00:10"]
    assert [each.occurrence for each in reading.entries] == [0, 0, 0, 1]


def test_a_dated_entry_that_does_not_fit_the_inferred_days_is_said(tmp_path: Path) -> None:
    text = "Third\n\n9 May 2021 12:00 , Ada Nkemelu\n\nSecond\n\n11:00 , Ada Nkemelu\n\nFirst\n\n4 May 2021 10:00 , Ada Nkemelu\n"
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert published(reading)[1] == "2021-05-04T11:00"
    assert "uncertain" in reading.entries[1].notes[0]


def test_a_date_line_dates_the_entries_below_it(tmp_path: Path) -> None:
    text = (
        "Wednesday 5 May 2021\n\n09:20\n\nTalks resume\n\nThey are back.\n\n00:10\n\nLights out\n\nAll is dark.\n\n"
        "Tuesday 4 May 2021\n\n23:10\n\nStrike begins\n\nCrews left.\n"
    )
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert published(reading) == ["2021-05-05T09:20", "2021-05-05T00:10", "2021-05-04T23:10"]
    assert [each.title for each in reading.entries] == ["Talks resume", "Lights out", "Strike begins"]
    assert [each.text for each in reading.kept if each.role == "date"] == ["Wednesday 5 May 2021", "Tuesday 4 May 2021"]


def test_a_date_or_an_advertisement_between_headline_and_time_hides_neither(tmp_path: Path) -> None:
    text = "Harbour live\n\nSecond\n\nAdvertisement\n\n10:30 , Ada Nkemelu\n\nBack.\n\n"
    text += "First\n\nTuesday 4 May 2021\n\n09:30 , Ivo Marsh\n\nOut.\n"
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert [each.title for each in reading.entries] == ["Second", "First"]
    assert published(reading) == ["2021-05-04T10:30", "2021-05-04T09:30"]
    assert reading.facts["title"] == "Harbour live"


def test_two_time_lines_of_one_entry_are_both_kept(tmp_path: Path) -> None:
    text = "Live\n\n6.14pm GMT\n18:14\n\nTalks resume\n\nBack.\n\n5.10pm GMT\n17:10\n\nStrike begins\n\nOut.\n"
    reading = read_text(LIVEBLOG, tmp_path, text, ReadOptions(date="2021-05-04"))
    assert [(each.title, each.published) for each in reading.entries] == [
        ("Talks resume", "2021-05-04T18:14+00:00"),
        ("Strike begins", "2021-05-04T17:10+00:00"),
    ]
    assert [each.text for each in reading.kept if each.role == "time"] == ["6.14pm GMT", "18:14", "5.10pm GMT", "17:10"]


def test_how_long_ago_on_a_line_of_its_own_is_kept_as_time(tmp_path: Path) -> None:
    text = "2 hours ago\n(22:29 GMT)\n\nTalks resume\n\nIt ended\n\n2 hours ago\n\nthey said.\n\n"
    text += "3 hours ago\n(21:05 GMT)\n\nStrike begins\n\nOut.\n"
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert [each.text for each in reading.entries] == ["Talks resume\n\nIt ended\n\n2 hours ago\n\nthey said.", "Strike begins\n\nOut."]


def test_what_stands_right_below_the_pages_title_is_no_part_of_it(tmp_path: Path) -> None:
    text = "Harbour live\nAda Nkemelu, Ivo Marsh\nWednesday 5 May 2021 10:00\n\nTalks resume\n\n09:20 , Ivo Marsh\n\nBack.\n"
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert reading.facts["title"] == "Harbour live"
    assert [(each.role, each.text) for each in reading.kept][:3] == [
        ("title", "Harbour live"),
        ("subtitle", "Ada Nkemelu, Ivo Marsh"),
        ("time", "Wednesday 5 May 2021 10:00"),
    ]
    assert [each.title for each in reading.entries] == ["Talks resume"]


def test_a_date_inside_a_text_stays_in_it(tmp_path: Path) -> None:
    text = "Vote set\n\n4 May 2021 10:00 , Ada Nkemelu\n\nThe day of the vote is:\n\n6 June 2021\n\nPolls open at seven.\n"
    assert "\n\n6 June 2021\n\n" in read_text(LIVEBLOG, tmp_path, text).entries[0].text


def test_times_alone_below_the_headline(tmp_path: Path) -> None:
    text = "Harbour live\n\nIt goes on.\n\nTalks resume\n\n09:20 BST\n\nThey are back.\n\nStrike begins\n\n08:10 BST\n\nCrews left.\n"
    reading = read_text(LIVEBLOG, tmp_path, text, ReadOptions(date="2021-05-04"))
    assert [each.title for each in reading.entries] == ["Talks resume", "Strike begins"]
    assert published(reading) == ["2021-05-04T09:20+01:00", "2021-05-04T08:10+01:00"]
    assert reading.facts["title"] == "Harbour live"


def test_times_alone_above_texts_without_headline(tmp_path: Path) -> None:
    text = "Harbour live\n\n09:20 GMT\n\nThey are back at the table.\n\n08:10 GMT\n\nCrews left their ships.\n\nAll of them.\n"
    reading = read_text(LIVEBLOG, tmp_path, text, ReadOptions(date="2021-05-04"))
    assert [(each.title, each.text) for each in reading.entries] == [
        ("", "They are back at the table."),
        ("", "Crews left their ships.\n\nAll of them."),
    ]
    assert published(reading) == ["2021-05-04T09:20+00:00", "2021-05-04T08:10+00:00"]


@pytest.mark.parametrize("form", ["{}.{:02d}am: {}", "{}.{:02d}am GMT {}", "{}:{:02d}am: {}"])
def test_times_at_the_head_of_paragraphs(tmp_path: Path, form: str) -> None:
    text = "Harbour live\n\n" + "\n\n".join(form.format(9 - at, 38, f"Report {at} came in.") + f"\n\nMore of {at}." for at in range(3))
    reading = read_text(LIVEBLOG, tmp_path, text, ReadOptions(date="2021-05-04"))
    assert [each.text for each in reading.entries] == [f"Report {at} came in.\n\nMore of {at}." for at in range(3)]
    assert published(reading)[0].startswith("2021-05-04T09:38")
    assert everything(reading) == Counter("".join(text.split()))


def test_a_name_with_the_date_glued_to_it_ends_its_entry(tmp_path: Path) -> None:
    text = (
        "Harbour live\n\nThe strike goes on, follow it here.\n\nTalks resume\n\nThey are back.\n\nAda Nkemelu5 May 2021 10:55\n\n"
        "Strike begins\n\nCrews left.\n\nIvo Marsh4 May 2021 23:10\n"
    )
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert [(each.text, each.author, each.published) for each in reading.entries] == [
        ("Talks resume\n\nThey are back.", "Ada Nkemelu", "2021-05-05T10:55"),
        ("Strike begins\n\nCrews left.", "Ivo Marsh", "2021-05-04T23:10"),
    ]
    assert reading.facts["title"] == "Harbour live"


def test_an_epoch_number_glued_to_the_headline_is_its_time(tmp_path: Path) -> None:
    text = "Harbour live\n\nTalks resume in 20211620136500\n\nThey are back.\n\nStrike begins1620129300\n\nCrews left.\n"
    text = text.replace("in 2021", "now")
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert [(each.text, each.published) for each in reading.entries] == [
        ("Talks resume now\n\nThey are back.", "2021-05-04T13:55+00:00"),
        ("Strike begins\n\nCrews left.", "2021-05-04T11:55+00:00"),
    ]
    assert everything(reading) == Counter("".join(text.split()))


def test_how_long_ago_with_the_time_in_brackets(tmp_path: Path) -> None:
    text = "2 hours ago (22:29 GMT)\n\nTalks resume\n\nThey are back.\n\n3 hours ago (21:05 GMT)\n\nStrike begins\n\nCrews left.\n"
    reading = read_text(LIVEBLOG, tmp_path, text, ReadOptions(date="2021-05-04"))
    assert [(each.title, each.published) for each in reading.entries] == [
        ("Talks resume", "2021-05-04T22:29+00:00"),
        ("Strike begins", "2021-05-04T21:05+00:00"),
    ]


def test_a_time_inside_a_text_of_another_shape_stays_in_it(tmp_path: Path) -> None:
    text = HARBOUR.replace("Both sides are back at the table.", "8.30am: Doors open.\n\n9.15am: Talks begin.")
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert reading.entries[3].text == "Talks resume\n\n8.30am: Doors open.\n\n9.15am: Talks begin."


def test_lines_without_blank_lines_between_them_are_read_too(tmp_path: Path) -> None:
    text = "Second\n10:30 , Ada Nkemelu\nOne line.\nAnother line.\nFirst\n4 May 2021 09:30 , Ivo Marsh\nThe only line.\n"
    reading = read_text(LIVEBLOG, tmp_path, text)
    assert [each.text for each in reading.entries] == ["Second\n\nOne line.\nAnother line.", "First\n\nThe only line."]


def test_crlf_becomes_lf_and_is_said(tmp_path: Path) -> None:
    plain = read_text(LIVEBLOG, tmp_path, HARBOUR)
    windows = read_text(LIVEBLOG, tmp_path, HARBOUR.replace("\n", "\r\n"))
    assert windows.entries == plain.entries
    assert [each.count for each in windows.repaired] == [HARBOUR.count("\n")]


def test_a_zone_without_an_offset_is_said(tmp_path: Path) -> None:
    reading = read_text(LIVEBLOG, tmp_path, "Talks\n\nMay 4, 2021 6:14 p.m. ET , Ada Nkemelu\n\nBack.\n")
    assert reading.entries[0].published == "2021-05-04T18:14"
    assert "ET" in reading.entries[0].notes[0]


def test_a_text_without_times_is_no_live_blog(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no line with the time"):
        read_text(LIVEBLOG, tmp_path, "Only a story.\n\nWith two paragraphs.\n")


@pytest.mark.parametrize(
    "line", ["12:30, the minister arrives", "25:10", "31 February 2021 10:00", "At 14:05 it began.", "3.14", "In 2021", "1-2"]
)
def test_lines_of_text_are_no_times(line: str) -> None:
    assert stamp_of(line) is None


_WORD = st.text(alphabet="abcdefghij Éßжñ🚢’“.,-", min_size=1, max_size=30).map(lambda text: "x" + text)
_CLOCK = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda time: f"{time[0]:02d}:{time[1]:02d}")
_LINE = st.one_of(
    _WORD,
    _WORD,
    st.just(""),
    st.just("Advertisement"),
    st.just("Key Points"),
    st.just("4 May 2021"),
    _WORD.map("  • {}".format),
    _CLOCK,
    _CLOCK.map("{} , Ada Nkemelu".format),
    _CLOCK.map("Tuesday 4 May 2021 {} , Ivo Marsh".format),
    _CLOCK.map("Ada Nkemelu4 May 2021 {}".format),
    _CLOCK.map("{} GMT The vote".format),
    _WORD.map("{}x1620136500".format),
    _CLOCK.map("2 hours ago ({} GMT)".format),
    st.just("2 hours ago"),
)


@settings(deadline=None)
@given(st.lists(_LINE, max_size=30))
def test_every_sign_of_the_source_is_in_exactly_one_entry_or_kept(lines: list[str]) -> None:
    text = "\n".join(lines)
    with tempfile.TemporaryDirectory() as folder:
        try:
            reading = read_text(LIVEBLOG, Path(folder), text or "\n")
        except InputError:
            return
    assert everything(reading) == Counter("".join(text.split()))
    assert all(entry.text.strip() for entry in reading.entries)
    numbered = sorted((entry.line, entry.last_line) for entry in reading.entries)
    assert all(1 <= first <= last <= len(lines) for first, last in numbered)


@settings(deadline=None)
@given(st.lists(st.integers(0, 3 * 24 * 60 - 1), min_size=1, max_size=40, unique=True), st.data())
def test_days_are_right_wherever_less_than_a_day_lies_between_two_entries(minutes: list[int], data: st.DataObject) -> None:
    moments = sorted(minutes, reverse=True)
    gaps = [above - below for above, below in pairwise(moments)]
    if any(gap >= 24 * 60 for gap in gaps):
        return
    dated = data.draw(st.integers(0, len(moments) - 1))
    lines: list[str] = []
    for at, moment in enumerate(moments):
        day = f"{3 + moment // 1440} May 2021 " if at in (dated, len(moments) - 1) else ""
        lines.append(f"Report {at}\n\n{day}{moment % 1440 // 60:02d}:{moment % 60:02d} , Ada Nkemelu\n")
    with tempfile.TemporaryDirectory() as folder:
        reading = read_text(LIVEBLOG, Path(folder), "\n".join(lines))
    if reading.facts["order"] != "newest first":
        return
    assert [date.fromisoformat(each.published[:10]).day for each in reading.entries] == [3 + moment // 1440 for moment in moments]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
def test_the_real_live_blog_comes_in_whole() -> None:
    path = next(SHARED.glob("000*.txt"))
    reading = read_file(LIVEBLOG, path)
    assert len(reading.entries) == 55
    assert (reading.entries[0].published, reading.entries[-1].published) == ("2022-01-28T00:00", "2022-01-26T18:10")
    assert sum(len(each.published_written) > 5 for each in reading.entries) == 11
    assert published(reading) == sorted(published(reading), reverse=True)
    assert all(each.author and each.title and each.text.startswith(each.title) for each in reading.entries)
    source = path.read_text(encoding="utf-8")
    assert everything(reading) == Counter("".join(source.split()))
    assert all(paragraph in source for each in reading.entries for paragraph in each.text.split("\n\n"))
    assert sum(each.text == each.title for each in reading.entries) == 3
    kept = {"advertisement": 1, "title": 1, "standfirst": 7, "heading": 1, "key point": 6, "time": 55}
    assert Counter(each.role for each in reading.kept) == kept
