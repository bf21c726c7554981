"""Figures carry their ground: intervals, counts, slices, sway; and they are the same each time."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from compared_layers import entries, entry_id, layer, of, only

from annotator.agreement.bootstrap import Resampler, interval
from annotator.agreement.figures import parts, whole
from annotator.agreement.gamma import GammaOptions, installed, tolerance
from annotator.agreement.study import Study, study
from annotator.agreement.summary import Agreement, By, agreement, slices
from annotator.agreement.sway import sway
from annotator.agreement.values import ComparedLayer, Place, Slice, Work
from annotator.core.errors import InputError

ORG, GPE = (0, 4, "ORG"), (10, 14, "GPE")


def noisy(count: int = 40, *, names: str = "ABC") -> tuple[list, list[ComparedLayer]]:
    """Layers that differ by chance, seeded, over entries of two sources and three days."""
    chance = random.Random(7)
    held = [
        replace(
            each, source=f"blog {number % 2}", time=f"2022-01-{30 + number % 2:02d}T10:00:00Z" if number % 3 else "2022-02-01T09:00:00Z"
        )
        for number, each in enumerate(entries(count))
    ]
    layers = []
    for name in names:
        work = {}
        for each in held:
            places: list[Place] = [
                (5 * word, 5 * word + 4, chance.choice(("ORG", "ORG", "GPE"))) for word in range(0, 8, 2) if chance.random() < 0.8
            ]
            work[each.id] = Work(chance.random() < 0.9, tuple(places), shown=each.id[-1] % 4 != 0)
        layers.append(ComparedLayer(name.encode(), name, work))
    return held, layers


@pytest.fixture
def packed() -> Study:
    return study(*noisy())


def test_figures_do_not_depend_on_the_order_of_entries_or_spans(packed: Study) -> None:
    held, layers = noisy()
    turned = [
        replace(each, work={key: replace(work, places=work.places[::-1]) for key, work in reversed(each.work.items())}) for each in layers
    ]
    assert whole(study(held[::-1], turned), resamples=50) == whole(packed, resamples=50)


def test_a_seed_gives_the_same_intervals_and_another_seed_gives_others(packed: Study) -> None:
    one, again, other = (whole(packed, seed=seed, resamples=200) for seed in (1, 1, 2))
    assert one == again
    assert [figure.value for figure in one] == [figure.value for figure in other]
    assert [figure.low for figure in one] != [figure.low for figure in other]


def test_every_interval_holds_its_value_and_widens_with_fewer_entries(packed: Study) -> None:
    many = whole(study(*noisy(160)), resamples=300)
    few = whole(study(*noisy(16)), resamples=300)
    for wide, narrow in zip(few, many, strict=True):
        assert narrow.low is not None
        assert narrow.high is not None
        assert narrow.value is not None
        assert narrow.low <= narrow.value <= narrow.high
        assert wide.low is not None
        assert wide.high is not None
        assert narrow.high - narrow.low < wide.high - wide.low


def test_a_figure_is_the_same_alone_or_beside_others(packed: Study) -> None:
    together = only(whole(packed, resamples=100), "f1_strict", "A", "B")
    assert only(whole(packed, layers=(0, 1), resamples=100), "f1_strict") == together


def test_sums_over_resamples_are_the_same_in_one_piece_or_in_many(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = np.arange(60, dtype=np.float64).reshape(20, 3)
    whole_piece = Resampler(5, 64).sums(counts)
    monkeypatch.setattr("annotator.agreement.bootstrap._KEPT", 0)
    monkeypatch.setattr("annotator.agreement.bootstrap._CHUNK", 100)
    assert np.array_equal(Resampler(5, 64).sums(counts), whole_piece)
    assert not np.array_equal(Resampler(5, 64, stream=1).sums(counts), whole_piece)


def test_a_seed_or_a_number_of_resamples_out_of_bounds_is_refused_in_words() -> None:
    for seed, resamples in ((-1, 10), (0, -1), (0, 10**9)):
        with pytest.raises(InputError, match="seed is 0 or more"):
            Resampler(seed, resamples)
    with pytest.raises(InputError, match="seed of gamma"):
        GammaOptions(seed=2**32)


def test_resamples_without_a_value_are_left_out_of_the_interval_and_counted() -> None:
    found = interval(np.array([0.2, np.nan, 0.4]), entries=5)
    assert (found.undefined, found.reason) == (1, "")
    assert found.low == pytest.approx(0.205)
    assert interval(np.array([np.nan]), entries=5).reason == "undefined in every resample"


def test_entries_left_out_and_counted_add_up_to_the_entries_of_the_slice(packed: Study) -> None:
    for figure in whole(packed, resamples=0):
        assert figure.counted.entries + sum(each.count for each in figure.left_out) == len(packed.entries)


def test_sources_days_and_months_divide_the_entries(packed: Study) -> None:
    assert [part.source for part in slices(packed, By.SOURCE)] == ["blog 0", "blog 1"]
    assert [(part.since, part.until) for part in slices(packed, By.DAY)] == [
        ("2022-01-30", "2022-01-31"),
        ("2022-01-31", "2022-02-01"),
        ("2022-02-01", "2022-02-02"),
    ]
    assert [part.name for part in slices(packed, By.MONTH)] == ["since 2022-01, until 2022-02", "since 2022-02, until 2022-03"]
    for by in (By.SOURCE, By.DAY, By.MONTH):
        counts = [only(parts(packed, [part], resamples=0), "f1_strict", "A", "B").counted.entries for part in slices(packed, by)]
        assert sum(counts) == only(whole(packed, resamples=0), "f1_strict", "A", "B").counted.entries


def test_the_spans_of_the_labels_add_up_to_those_of_all(packed: Study) -> None:
    spans = [only(parts(packed, [part], resamples=0), "f1_strict", "A", "B").counted.spans for part in slices(packed, By.LABEL)]
    assert sum(spans) == only(whole(packed, resamples=0), "f1_strict", "A", "B").counted.spans


def test_entries_without_a_time_are_in_no_window_and_are_counted() -> None:
    held, layers = noisy()
    held[0] = replace(held[0], time="")
    found = only(parts(study(held, layers), [Slice(since="2022-01")], resamples=0), "f1_strict", "A", "B")
    assert ("entries without a time", 1) in [(each.reason, each.count) for each in found.left_out]


def test_a_time_that_is_no_date_is_refused_in_words() -> None:
    held, layers = noisy()
    held[0] = replace(held[0], time="yesterday")
    with pytest.raises(InputError, match="no date"):
        slices(study(held, layers), By.DAY)


def test_layers_of_one_name_are_told_apart() -> None:
    packed = of(layer("A", (ORG,)), replace(layer("A", (ORG,)), id=b"other"))
    assert packed.names == ("A (1)", "A (2)")


def test_sway_is_the_agreement_with_the_suggester_where_shown_minus_where_hidden() -> None:
    shown = [True] * 6 + [False] * 6
    mine = layer("A", *[(ORG, GPE)] * 6, *[(ORG,)] * 6, shown=shown)
    suggested = layer("memory", *[(ORG, GPE)] * 12)
    found = sway(of(mine, suggested), 0, 1, resamples=100)
    assert (found.shown.value, found.hidden.value) == (1, pytest.approx(2 / 3))
    assert found.difference.value == pytest.approx(1 / 3)
    assert found.difference.low == pytest.approx(1 / 3)
    assert found.difference.counted.entries == 12


def test_the_interval_of_sway_draws_both_conditions_apart() -> None:
    held, layers = noisy(80, names="AB")
    mine = replace(layers[0], work={key: replace(work, shown=key[-1] % 2 == 0, done=True) for key, work in layers[0].work.items()})
    suggested = replace(layers[1], work={key: replace(work, shown=None, done=True) for key, work in layers[1].work.items()})
    found = sway(study(held, [mine, suggested]), 0, 1, resamples=400).difference
    assert found.low is not None
    assert found.high is not None
    assert found.value is not None
    assert found.low < found.value < found.high
    # Drawn with the same numbers, equal groups would cancel out and the interval would be too narrow.
    assert found.high - found.low > 0.05


def test_sway_without_a_control_group_is_undefined_and_says_where() -> None:
    mine = layer("A", (ORG,), (ORG,), shown=[True, True])
    found = sway(of(mine, layer("memory", (ORG,), (ORG,))), 0, 1, resamples=10)
    assert found.difference.value is None
    assert "hidden" in found.difference.undefined
    assert found.shown.value == 1


def test_the_summary_keeps_the_suggester_out_of_the_annotators_figures() -> None:
    held, layers = noisy()
    suggester = replace(layers[2], name="memory")
    found = agreement(study(held, [*layers[:2], suggester]), suggester=2, resamples=20)
    assert found.layers == ("A", "B")
    assert all(set(figure.layers) == {"A", "B"} for figure in (*found.figures, *found.parts))
    assert [each.difference.layers for each in found.sways] == [("A", "memory"), ("B", "memory")]
    assert [each.difference.layers for each in found.alike] == [("A", "B")]
    assert isinstance(found, Agreement)


@pytest.mark.skipif(installed(), reason="gamma can be computed here")
def test_gamma_without_its_package_is_refused_with_what_to_install(packed: Study) -> None:
    with pytest.raises(InputError, match=r"annotator\[gamma\]"):
        agreement(packed, gamma=GammaOptions(), resamples=0)


def test_an_entry_id_is_never_taken_for_its_place(packed: Study) -> None:
    later = entry_id(10**6)
    held, layers = noisy()
    moved = [replace(each, work={(later if key == entry_id(0) else key): work for key, work in each.work.items()}) for each in layers]
    held[0] = replace(held[0], id=later)
    values = [figure.value for figure in whole(study(held, moved), resamples=0)]
    assert values == pytest.approx([figure.value for figure in whole(packed, resamples=0)])


def test_gamma_says_within_what_it_is_known() -> None:
    # disorder 0.5 of an expected one of 1 that may be 0.95 to 1.05: 1 - 0.5 / 0.95 and 1 - 0.5 / 1.05
    said = tolerance(0.5, 0.05)
    assert said == "sampled: expected disorder is known to within 5 %, so gamma lies from 0.474 to 0.524 (95 %)"
    assert "from 1.000 to 1.000" in tolerance(1.0, 0.01)
