"""The sample's gold layer: sound spans in all labels of the scheme, and every entry stands in the live blog."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from typing import Any

from annotator.core.resources import resource

BLOG = resource("sample", "live-blog.txt").read_text(encoding="utf-8")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in resource("sample", "gold.jsonl").read_text(encoding="utf-8").splitlines()]
LABELS = {label["key"] for label in tomllib.loads(resource("schemes", "news.toml").read_text(encoding="utf-8"))["labels"]}


def test_every_gold_span_holds_its_text_and_none_overlap() -> None:
    for row in ROWS:
        last = 0
        for span in row["spans"]:
            assert last <= span["start"] < span["end"]
            assert row["text"][span["start"] : span["end"]] == span["text"] == span["text"].strip()
            last = span["end"]


def test_every_label_of_the_default_scheme_is_in_the_gold_layer() -> None:
    assert {span["label"] for row in ROWS for span in row["spans"]} == LABELS


def test_every_gold_entry_is_an_entry_of_the_live_blog_in_its_order() -> None:
    position = 0
    for row in ROWS:
        headline, *paragraphs = row["text"].split("\n\n")
        position = BLOG.index(f"\n{headline}\n\n", position)
        for paragraph in paragraphs:
            position = BLOG.index(f"\n{paragraph}\n", position)


def test_the_sample_has_what_a_real_live_blog_has() -> None:
    titles = Counter(row["meta"]["title"] for row in ROWS)
    assert len(ROWS) == 42
    assert max(titles.values()) == 2
    assert sum(row["text"] == row["meta"]["title"] for row in ROWS) == 3
    assert len({row["id"] for row in ROWS}) == len(ROWS)
