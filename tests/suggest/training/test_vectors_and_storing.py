"""Word vectors, weights in files, and networks joined into one."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.features import Words, rows
from annotator.suggest.lexicon import lexicon
from annotator.suggest.network import Settings
from annotator.suggest.storing import packed as packed_weights
from annotator.suggest.storing import unpacked
from annotator.suggest.training.__main__ import blank
from annotator.suggest.training.doubts import doubted, opened
from annotator.suggest.training.ensemble import together
from annotator.suggest.training.passages import LABELS, NOTHING, Mark, Passage
from annotator.suggest.vectors import from_bytes, no_vectors, packed

KNOWN = lexicon({"country": ["Ukraine"]})
SMALL = Settings(width=16, depth=1, sizes=((500, 16), (200, 8), (200, 8), (100, 8), (200, 8), (100, 8), (50, 8), (100, 8), (20, 4)))
VALUES = np.array([[1.0, -0.5], [0.25, 0.5], [0.0, 0.125]], dtype=np.float32)
SOME = packed(["riga", "pilot", "the"], VALUES)
ANY = frozenset({NOTHING, *LABELS})


def test_a_word_has_its_vector_in_any_letters_and_an_unknown_word_zeros() -> None:
    found = SOME.values(np.array([SOME.row("RIGA"), SOME.row("pilot"), SOME.row("nobody")], dtype=np.uint64))
    assert found[:2] == pytest.approx(VALUES[:2], abs=0.01)
    assert not found[2].any()


def test_vectors_come_back_from_their_bytes_and_damaged_ones_are_refused() -> None:
    again = from_bytes(SOME.to_bytes())
    assert np.array_equal(again.values(np.arange(4, dtype=np.uint64)), SOME.values(np.arange(4, dtype=np.uint64)))
    damaged = io.BytesIO()
    np.savez(damaged, keys=SOME.keys[:1], table=SOME.table, scale=SOME.scale)
    with pytest.raises(ValueError, match="do not fit"):
        from_bytes(damaged.getvalue())


def test_without_vectors_no_word_has_one() -> None:
    assert no_vectors().row("riga") == 0
    assert rows(["Riga"], Words(KNOWN))[0, 9] == 0
    assert rows(["Riga"], Words(KNOWN, SOME))[0, 9] > 0


@given(st.lists(st.lists(st.floats(-4, 4, width=32), min_size=3, max_size=3), min_size=1, max_size=20))
def test_tables_come_back_in_eight_bits_and_the_rest_in_half_precision(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[list[float]]
) -> None:
    table = np.array(numbers, dtype=np.float32)
    path = tmp_path_factory.mktemp("weights") / "weights.npz"
    path.write_bytes(packed_weights([("00_hashembed_E", table), ("01_linear_W", table)]))
    found = unpacked(path)
    assert set(found) == {"00_hashembed_E", "01_linear_W"}
    assert np.all(np.abs(found["00_hashembed_E"] - table) <= np.abs(table).max(axis=0) / 254 + 1e-6)
    assert found["01_linear_W"] == pytest.approx(table, rel=1e-3, abs=1e-3)


def test_weights_of_earlier_versions_of_the_program_are_read(tmp_path: Path) -> None:
    np.savez(tmp_path / "weights.npz", **{"00_hashembed_E": np.ones((2, 2), dtype=np.float16)})
    assert np.array_equal(unpacked(tmp_path / "weights.npz")["00_hashembed_E"], np.ones((2, 2)))


def test_networks_joined_give_the_mean_of_their_scores_and_come_back_from_disk(tmp_path: Path) -> None:
    members = []
    for seed in (1, 2):
        _, names = blank(KNOWN, SMALL, seed=seed, vectors=SOME)
        for layer in names.model.walk():
            if layer.name == "linear":
                layer.set_param("W", np.random.default_rng(seed).normal(size=layer.get_param("W").shape).astype("f"))
        members.append(names)
    columns = rows(["Riga", "pilot", "Anna"], members[0].words)
    mean = sum(each.model.predict([columns])[0] for each in members) / 2
    whole = together(members)
    assert whole.model.predict([columns])[0] == pytest.approx(mean, abs=1e-4)
    whole.to_disk(tmp_path)
    again = blank(KNOWN, SMALL, seed=3)[1].from_disk(tmp_path)
    assert again.settings.members == 2
    assert again.model.predict([columns])[0] == pytest.approx(mean, abs=0.2)


def mark(start: int, end: int, *labels: str) -> Mark:
    return Mark(start, end, frozenset(labels))


def test_a_mark_stays_where_the_model_agrees_or_is_not_sure() -> None:
    marks = (mark(0, 4, "ORG"), mark(10, 14, "GPE", "LOC"))
    assert opened(marks, [(0, 4, "ORG", 0.3), (0, 4, "PERSON", 0.5), (10, 14, "GPE", 0.9)]) == marks


def test_a_mark_is_open_where_the_model_is_sure_of_something_else_or_sees_no_name() -> None:
    assert opened((mark(5, 9, "ORG"),), [(0, 9, "PERSON", 0.8)]) == (Mark(0, 9, ANY),)
    assert opened((mark(5, 9, "ORG"),), []) == (Mark(5, 9, ANY),)


def test_a_name_that_the_corpus_lacks_is_open_and_nationalities_are_left_to_the_corpus() -> None:
    assert opened((), [(0, 4, "GPE", 0.9), (6, 8, "ORG", 0.2)]) == (Mark(0, 4, ANY),)
    assert opened((mark(0, 4, "NORP"),), [(0, 4, "GPE", 0.9)]) == (mark(0, 4, "NORP"),)


def test_doubted_passages_keep_their_text_and_never_overlap() -> None:
    nlp, names = blank(KNOWN, SMALL, seed=1)
    text = "Anna Jones of Ukraine left."
    (found,) = doubted([Passage(text, (mark(0, 10, "PERSON"), mark(14, 21, "GPE")), frozenset(LABELS), "gmb")], names, nlp)
    assert found.text == text
    assert all(first.end <= second.start for first, second in zip(found.marks, found.marks[1:], strict=False))
