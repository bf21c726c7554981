"""Splits: by source, the same everywhere, refused where a source would have to be cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import InputError
from annotator.formats.splits import part_path, ratios, split

SOURCES = st.dictionaries(st.text(min_size=1, max_size=8), st.integers(1, 200), min_size=3, max_size=30)


@given(SOURCES, st.integers(0, 2**32))
def test_every_source_has_one_part_and_no_part_is_empty(sources: dict[str, int], seed: int) -> None:
    found = split(sources, (80, 10, 10), seed)
    assert found.keys() == sources.keys()
    assert set(found.values()) == {"train", "dev", "test"}


@given(SOURCES, st.integers(0, 2**32))
def test_the_order_in_which_sources_come_does_not_matter(sources: dict[str, int], seed: int) -> None:
    assert split(sources, (8, 1, 1), seed) == split(dict(reversed(sources.items())), (8, 1, 1), seed)


def test_a_seed_gives_the_same_parts_on_every_machine() -> None:
    found = split({f"blog-{number}.txt": 40 for number in range(6)}, (60, 20, 20), 7)
    assert [found[f"blog-{number}.txt"] for number in range(6)] == ["train", "train", "train", "train", "dev", "test"]


def test_many_equal_sources_come_close_to_the_shares() -> None:
    parts = list(split({str(number): 10 for number in range(100)}, (80, 10, 10), 3).values())
    assert (parts.count("train"), parts.count("dev"), parts.count("test")) == (80, 10, 10)


def test_another_seed_draws_other_parts() -> None:
    sources = {str(number): 10 for number in range(100)}
    assert split(sources, (80, 20), 1) != split(sources, (80, 20), 2)


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_sources_than_parts_are_refused_with_what_to_do(count: int) -> None:
    with pytest.raises(InputError, match=r"3 parts .*import more sources"):
        split({str(number): 50 for number in range(count)}, (80, 10, 10), 1)


@pytest.mark.parametrize("written", ["", "80", "80/20/0", "a/b", "80:20", "1/1/1/1", "-80/20", "80/²"])
def test_a_split_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="is no split"):
        ratios(written)


def test_parts_are_named_beside_each_other() -> None:
    assert part_path(Path("out") / "corpus.v2.jsonl", "dev") == Path("out") / "corpus.v2.dev.jsonl"
