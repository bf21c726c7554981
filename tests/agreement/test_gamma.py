"""Mathet's gamma, where its package is installed (a minute: it compiles first): published values, within what sampling allows."""

from __future__ import annotations

import csv
import importlib
import json
from typing import Any

import numpy as np
import pytest
from compared_layers import IAA, layer, of

from annotator.agreement.bootstrap import Resampler
from annotator.agreement.figures import ground
from annotator.agreement.gamma import GammaOptions, gamma_figure, sampled, tolerance
from annotator.agreement.values import WHOLE

# The library's own imports warn of things that are not ours.
pytestmark = pytest.mark.filterwarnings("ignore")
pygamma = pytest.importorskip("pygamma_agreement", exc_type=ImportError)

FIXTURES = IAA / "dkpro_statistics" / "resources" / "pygamma"


def _continuum(units: list[tuple[str, str, float, float]]) -> Any:  # noqa: ANN401
    segment = importlib.import_module("pyannote.core").Segment
    continuum = pygamma.Continuum()
    for annotator, label, start, end in units:
        continuum.add(annotator, segment(start, end), label)
    return continuum


@pytest.mark.parametrize(
    ("name", "shuffle", "low", "high"),
    [
        ("AlexPaulSuzan.csv", True, 0.44, 0.47),
        ("3by100.csv", True, 0.79, 0.81),
        ("annotation_paul_suzann_alex.csv", False, 0.56, 0.58),
        ("example_figure10.csv", False, 0.06, 0.09),
    ],
)
def test_gamma_of_the_samples_is_within_the_published_bounds(name: str, shuffle: bool, low: float, high: float) -> None:
    path = IAA / "pygamma" / "tests" / "data" / name
    if not path.is_file():
        pytest.skip("the samples are not at hand")
    with path.open(encoding="utf-8", newline="") as file:
        units = [(who, label, float(start), float(end)) for who, label, start, end in csv.reader(file)]
    assert low <= sampled(pygamma, _continuum(units), GammaOptions(seed=4772, shuffle=shuffle)) <= high


@pytest.mark.parametrize("number", ["01", "02", "03", "04", "05", "06"])
def test_gamma_of_the_fixtures_is_near_the_value_they_hold(number: str) -> None:
    paths = sorted(FIXTURES.glob(f"fixture_{number}_*.json"))
    if not paths:
        pytest.skip("the fixtures are not at hand")
    fixture = json.loads(paths[0].read_text(encoding="utf-8"))
    units = [(each["annotator"], each["category"], each["start"], each["end"]) for each in fixture["continuum"]]
    given = fixture["params"]
    options = GammaOptions(alpha=given["alpha"], beta=given["beta"], delta_empty=given["deltaEmpty"])
    # Theirs comes of 30 other shuffles of another sampler; expected disorder varies with both.
    assert sampled(pygamma, _continuum(units), options) == pytest.approx(fixture["tier3"]["gamma"], abs=0.15)


def test_gamma_of_identical_layers_is_1_and_the_same_each_time() -> None:
    work = (((0, 4, "ORG"), (10, 14, "GPE")), ((5, 9, "ORG"),), ((20, 29, "GPE"),))
    packed = of(layer("A", *work), layer("B", *work))
    on = ground(packed, (0, 1), WHOLE, Resampler(0, 0))
    before = np.random.get_state()[1].tolist()
    first, again = gamma_figure(on), gamma_figure(on)
    assert first == again
    assert first.value == pytest.approx(1)
    assert np.random.get_state()[1].tolist() == before


def test_gamma_falls_as_layers_part() -> None:
    work = (((0, 4, "ORG"), (10, 14, "GPE")), ((5, 9, "ORG"),), ((20, 29, "GPE"),))
    other = (((0, 4, "ORG"), (10, 19, "ORG")), ((5, 9, "GPE"),), ())
    found = gamma_figure(ground(of(layer("A", *work), layer("B", *other)), (0, 1), WHOLE, Resampler(0, 0)))
    assert found.value is not None
    assert found.value < 0.9


def test_gamma_with_an_empty_layer_or_too_many_spans_is_undefined_in_words() -> None:
    packed = of(layer("A", ((0, 4, "ORG"),)), layer("B", ()))
    assert "B marked nothing" in gamma_figure(ground(packed, (0, 1), WHOLE, Resampler(0, 0))).undefined
    full = of(layer("A", ((0, 4, "ORG"),)), layer("B", ((0, 4, "ORG"),)))
    assert "2 spans" in gamma_figure(ground(full, (0, 1), WHOLE, Resampler(0, 0)), GammaOptions(most=1)).undefined


def test_gamma_of_a_study_says_beside_the_figure_within_what_it_is_known() -> None:
    work = (((0, 4, "ORG"), (10, 14, "GPE")), ((5, 9, "ORG"),), ((20, 29, "GPE"),))
    other = (((0, 4, "ORG"), (10, 19, "ORG")), ((5, 9, "GPE"),), ())
    found = gamma_figure(ground(of(layer("A", *work), layer("B", *other)), (0, 1), WHOLE, Resampler(0, 0)))
    assert found.value is not None
    assert found.remark == tolerance(found.value, GammaOptions().precision)
