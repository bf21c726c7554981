"""The report: whole, escaped, safe in a spreadsheet, and the same each time."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from compared_layers import layer, of

from annotator.agreement.gamma import GammaOptions
from annotator.agreement.report_data import COLUMNS, every_figure, report_csv, report_json
from annotator.agreement.report_html import method, report_html
from annotator.agreement.report_svg import bars, heat_map
from annotator.agreement.summary import Agreement, agreement
from annotator.agreement.values import Figure

HOSTILE = '=1+1"><script>alert(1)</script>&\ud800\x01'
ORG, GPE = (0, 4, "ORG"), (10, 14, HOSTILE)


@pytest.fixture(scope="module")
def found() -> Agreement:
    shown = [True, True, False, False]
    return agreement(
        of(
            layer(HOSTILE, (ORG, GPE), (ORG,), (GPE,), (ORG,), shown=shown),
            layer("B", (ORG,), (ORG, GPE), (GPE,), None, shown=shown),
            layer("C", (), (GPE,), (GPE,), (ORG,), shown=shown),
        ),
        resamples=30,
    )


class Tags(HTMLParser):
    """Which elements and attributes a page has, and whether it closes what it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _page(found: Agreement) -> tuple[str, Tags]:
    page = report_html(found, title=HOSTILE, versions={"annotator": "1", "numpy": "2"}, made="2022-01-27")
    tags = Tags()
    tags.feed(page)
    tags.close()
    return page, tags


def test_the_page_stands_alone_and_runs_nothing(found: Agreement) -> None:
    page, tags = _page(found)
    assert page.encode("utf-8")
    assert not {"script", "link", "img", "iframe", "object", "image", "use"} & set(tags.tags)
    assert not [name for name, _ in tags.attributes if name in ("src", "href", "onload", "onclick", "action")]
    assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", page)
    assert "default-src 'none'" in page


def test_the_page_closes_what_it_opens_and_escapes_what_comes_from_the_project(found: Agreement) -> None:
    page, tags = _page(found)
    assert tags.open == []
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\ufffd" in page


def test_the_page_holds_every_measure_plot_method_seed_and_version(found: Agreement) -> None:
    page, tags = _page(found)
    assert tags.tags.count("svg") >= 2
    for words in (
        "Krippendorff",
        "Fleiss",
        "30 resamples, seed 0",
        "numpy 2",
        "made 2022-01-27",
        "How far",
        "Labels against labels",
        "undefined",
    ):
        assert (words in page) == (words != "How far"), words
    assert "suggestions shown and hidden" in page


def test_no_id_stands_twice_on_the_page(found: Agreement) -> None:
    ids = [value for name, value in _page(found)[1].attributes if name == "id"]
    assert len(ids) >= 2
    assert len(set(ids)) == len(ids)


def test_every_undefined_figure_of_the_page_says_why(found: Agreement) -> None:
    page, _ = _page(found)
    reasons = {figure.undefined for figure in found.figures if figure.value is None}
    assert all(reason.split(",")[0] in page for reason in reasons)


def test_without_two_layers_the_page_says_so_instead_of_figures() -> None:
    alone = agreement(of(layer("A", (ORG,))), resamples=0)
    page, tags = _page(alone)
    assert "No figures: agreement needs two layers or more" in page
    assert tags.open == []


def test_the_table_has_a_row_a_figure_and_no_cell_a_spreadsheet_would_run(found: Agreement) -> None:
    table = list(csv.reader(io.StringIO(report_csv(found), newline="")))
    assert tuple(table[0]) == COLUMNS
    assert len(table) == 1 + len(list(every_figure(found)))
    for row in table[1:]:
        for name, cell in zip(COLUMNS, row, strict=True):
            if name in ("value", "low", "high"):
                assert cell == "" or -1e9 < float(cell) <= 1
            else:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert any(row[1].startswith("'=1+1") for row in table)


def test_a_row_of_the_table_is_undefined_or_has_a_value_never_both(found: Agreement) -> None:
    for row in csv.DictReader(io.StringIO(report_csv(found), newline="")):
        assert (row["value"] == "") == (row["undefined"] != "")


def test_the_json_holds_all_figures_with_their_grounds(found: Agreement) -> None:
    told = json.loads(report_json(found, versions={"annotator": "1"}))
    assert len(told["figures"]) == len(found.figures)
    assert told["figures"][0]["counted"]["entries"] == found.figures[0].counted.entries
    assert told["seed"] == 0
    assert set(told["methods"]) >= {figure.measure for figure in every_figure(found)}


def test_reports_of_the_same_study_are_the_same_bytes(found: Agreement) -> None:
    assert _page(found)[0] == _page(found)[0]
    assert report_json(found, versions={"b": "1", "a": "2"}) == report_json(found, versions={"a": "2", "b": "1"})


def test_the_method_says_when_unfinished_work_was_counted_and_when_no_interval_was_asked_for() -> None:
    packed = of(layer("A", (ORG,)), layer("B", (ORG,)))
    assert any("finished or not" in words for words in method(agreement(packed, unfinished=True, resamples=0)))
    assert any("No intervals" in words for words in method(agreement(packed, resamples=0)))


def test_plots_hatch_what_is_undefined_and_reach_to_the_left_of_zero() -> None:
    hole = Figure("f1_strict", ("A", "B"), None, "nothing there")
    assert "url(#hatch-" in heat_map(("A", "B"), [hole], title="t")
    assert "nothing there" in bars([("ORG", hole)], title="t")
    assert ">-1<" in bars([("ORG", Figure("alpha_nominal", ("A", "B"), -0.2))], title="t")


def test_the_method_says_how_gamma_was_computed_where_it_was_and_nothing_of_it_elsewhere(found: Agreement) -> None:
    assert "Gamma" not in " ".join(method(found))
    said = " ".join(method(replace(found, gamma=GammaOptions(precision=0.02, seed=7))))
    assert "of shuffled annotations (seed 7), as many as make it known to within 2 %" in said
    assert json.loads(report_json(replace(found, gamma=GammaOptions(seed=7)), versions={}))["gamma"]["seed"] == 7
