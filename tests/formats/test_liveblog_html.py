from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading, read_text

from annotator.core.errors import InputError
from annotator.formats import FORMATS
from annotator.formats.html_text import plain

PAGE = FORMATS["liveblog-html"]

POST = {
    "@type": "BlogPosting",
    "headline": "Talks resume",
    "datePublished": "2021-05-04T14:05:00.000Z",
    "author": {"@type": "Person", "name": "Ada Nkemelu"},
    "articleBody": "<p>Both sides are <b>back</b> at\n the table.</p><p>“Good,” says R&amp;amp;D &lt;Ltd&gt;.</p>",
    "url": "https://harbour.example/1",
}
OLDER = {
    "@type": "BlogPosting",
    "headline": "Strike begins",
    "datePublished": "2021-05-04T01:10+01:00",
    "author": ["Ivo Marsh", {"name": "Lena Berg"}],
}
BLOG = {
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    "headline": "Harbour live",
    "description": "Ferries stay in port.",
    "liveBlogUpdate": [POST, OLDER],
}


def page(data: str, *, kind: str = "application/ld+json") -> str:
    script = "<script>var x = '<p>never taken</p>'; steal();</script><style>p {color: red}</style>"
    return f'<!DOCTYPE html>\n<html><head>{script}\n<script type="{kind}">{data}</script></head><body><p>Shown text</p></body></html>'


def read(tmp_path: Path, value: object) -> Reading:
    return read_text(PAGE, tmp_path, page(json.dumps(value)))


def test_updates_come_with_headline_author_time_and_plain_text(tmp_path: Path) -> None:
    reading = read(tmp_path, BLOG)
    first, second = reading.entries
    assert first.text == "Talks resume\n\nBoth sides are back at the table.\n\n“Good,” says R&amp;D <Ltd>."
    assert (first.title, first.author, first.published) == ("Talks resume", "Ada Nkemelu", "2021-05-04T14:05+00:00")
    assert first.meta == {"url": "https://harbour.example/1"}
    assert (second.text, second.author, second.published) == ("Strike begins", "Ivo Marsh, Lena Berg", "2021-05-04T01:10+01:00")
    assert (reading.facts["title"], reading.facts["standfirst"]) == ("Harbour live", "Ferries stay in port.")
    assert first.line == 3


def test_nothing_of_the_page_itself_is_taken(tmp_path: Path) -> None:
    texts = " ".join(str(event) for event in read(tmp_path, BLOG).events)
    assert "never taken" not in texts
    assert "Shown text" not in texts


@pytest.mark.parametrize(
    "value",
    [
        [{"@type": "NewsArticle"}, BLOG],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "mainEntity": BLOG}]},
        {**BLOG, "@type": ["NewsArticle", "LiveBlogPosting"]},
        {**BLOG, "@type": "http://schema.org/LiveBlogPosting"},
    ],
)
def test_the_blog_is_found_in_lists_graphs_and_under_several_types(tmp_path: Path, value: object) -> None:
    assert [each.title for each in read(tmp_path, value).entries] == ["Talks resume", "Strike begins"]


def test_a_single_update_without_a_list_is_read(tmp_path: Path) -> None:
    assert len(read(tmp_path, {**BLOG, "liveBlogUpdate": POST}).entries) == 1


def test_an_update_without_headline_has_its_body_as_text(tmp_path: Path) -> None:
    entry = read(tmp_path, {**BLOG, "liveBlogUpdate": [{"articleBody": "Line one.\n\nLine two &amp; three."}]}).entries[0]
    assert (entry.title, entry.text, entry.published) == ("", "Line one.\n\nLine two & three.", "")
    assert entry.notes


def test_an_update_with_neither_headline_nor_text_is_rejected(tmp_path: Path) -> None:
    reading = read(tmp_path, {**BLOG, "liveBlogUpdate": [POST, {"articleBody": "<p> </p>"}, 7]})
    assert [each.reason for each in reading.rejected] == ["update 2 has neither headline nor text", "update 3 is no object"]
    assert len(reading.entries) == 1


def test_equal_updates_are_numbered_from_the_oldest(tmp_path: Path) -> None:
    reading = read(tmp_path, {**BLOG, "liveBlogUpdate": [POST, OLDER, OLDER]})
    assert [each.occurrence for each in reading.entries] == [0, 1, 0]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("<!--", "-->", "comment or CDATA"),
        ("\n//<![CDATA[\n", "\n//]]>\n", "comment or CDATA"),
        ("/*<![CDATA[*/", "/*]]>*/", "comment or CDATA"),
        ("<![CDATA[", "]]>", "comment or CDATA"),
        ("", ";\n", "semicolon"),
    ],
)
def test_marks_around_the_data_are_taken_off_and_said(tmp_path: Path, before: str, after: str, said: str) -> None:
    reading = read_text(PAGE, tmp_path, page(before + json.dumps(BLOG) + after))
    assert len(reading.entries) == 2
    assert said in reading.repaired[0].reason


def test_control_characters_in_strings_are_read_and_said(tmp_path: Path) -> None:
    data = json.dumps({**BLOG, "liveBlogUpdate": [{"headline": "One", "articleBody": "a@b"}]}).replace("@b", "\n\tb")
    reading = read_text(PAGE, tmp_path, page(data))
    assert reading.entries[0].text == "One\n\na\n\tb"
    assert "control characters" in reading.repaired[0].reason


def test_a_broken_block_beside_a_good_one_is_rejected_with_its_line(tmp_path: Path) -> None:
    text = page('{"@type": "LiveBlogPosting", ') + "\n" + page(json.dumps(BLOG))
    reading = read_text(PAGE, tmp_path, text)
    assert len(reading.entries) == 2
    assert [each.line for each in reading.rejected] == [3]
    assert "not JSON" in reading.rejected[0].reason


def test_the_same_blog_twice_comes_in_once(tmp_path: Path) -> None:
    reading = read(tmp_path, [BLOG, BLOG])
    assert len(reading.entries) == 2
    assert "twice" in reading.repaired[0].reason


def test_a_page_without_live_blog_says_what_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"looked for a .*ld\+json.* LiveBlogPosting; it has no such block"):
        read_text(PAGE, tmp_path, page(json.dumps(BLOG), kind="text/javascript"))
    with pytest.raises(InputError, match="hold NewsArticle"):
        read(tmp_path, {"@type": "NewsArticle"})
    with pytest.raises(InputError, match="line 3 cannot be read"):
        read_text(PAGE, tmp_path, page("{oh"))


def test_half_a_surrogate_pair_in_the_data_is_replaced_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, {**BLOG, "liveBlogUpdate": [{"headline": "One \ud83d two"}]})
    assert reading.entries[0].text == "One \ufffd two"
    assert reading.repaired[0].count == 1


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a &amp;lt; b", "a &lt; b"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("<p>one<br>two<br/>three</p>four", "one\ntwo\nthree\n\nfour"),
        ("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"),
        ("<p>a<script>alert('b')</script>c</p><style>d</style>", "ac"),
        ("<p>a&nbsp;b  c</p>", "a\u00a0b c"),
        ("<p>he said <so> loudly</p>", "he said <so> loudly"),
        ("<p>open <b>bold", "open bold"),
        ("<p>a<!-- hidden -->b</p>", "ab"),
    ],
)
def test_html_becomes_the_text_that_is_read(html: str, text: str) -> None:
    assert plain(html) == text


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: not set("<&\u00a0") & set(text)))
def test_plain_bodies_come_in_as_they_are(text: str) -> None:
    body = "x" + text + "x"
    with tempfile.TemporaryDirectory() as folder:
        reading = read_text(PAGE, Path(folder), page(json.dumps({**BLOG, "liveBlogUpdate": [{"articleBody": body}]})))
    assert reading.entries[0].text == body
