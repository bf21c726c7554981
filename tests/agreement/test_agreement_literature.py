"""Values that others have published, to the digits they gave."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from compared_layers import IAA, checks, coded, literature, rows

from annotator.agreement import coding, measures, unitizing
from annotator.agreement.study import study
from annotator.agreement.values import ComparedEntry, ComparedLayer, Work

Rows = list[list[Any]]


def cohen(ratings: Rows) -> float:
    return _pair(ratings, measures.cohen)


def scott(ratings: Rows) -> float:
    return _pair(ratings, measures.scott)


def _pair(ratings: Rows, value: measures.Values) -> float:
    codes, categories = coded(ratings)
    return float(value(coding.pair_columns(codes, np.zeros(len(ratings), dtype=np.int64), groups=1, categories=len(categories))[0]))


def fleiss(ratings: Rows) -> float:
    codes, categories = coded(ratings)
    owner = np.zeros(len(ratings), dtype=np.int64)
    return float(measures.fleiss(coding.fleiss_columns(codes, owner, groups=1, categories=len(categories))[0]))


def alpha(ratings: Rows) -> float:
    codes, categories = coded(ratings)
    owner = np.zeros(len(ratings), dtype=np.int64)
    return float(measures.alpha(coding.alpha_columns(codes, owner, groups=1, categories=len(categories))[0]))


def light(ratings: Rows) -> float:
    codes, categories = coded(ratings)
    owner = np.zeros(len(ratings), dtype=np.int64)
    pairs = [(i, j) for i in range(len(codes)) for j in range(i)]
    columns = [coding.pair_columns(codes[list(pair)], owner, groups=1, categories=len(categories)) for pair in pairs]
    return float(measures.mean_cohen(len(pairs))(np.concatenate(columns, axis=1)[0]))


MEASURE: dict[str, Callable[[Rows], float]] = {
    "CohenKappaAgreement": cohen,
    "ScottPiAgreement": scott,
    "FleissKappaAgreement": fleiss,
    "KrippendorffAlphaAgreement": alpha,
    "LightKappaAgreement": light,
}

PUBLISHED = [
    ("coding/ArtsteinPoesio2008", "testExample1", "createExample1", 2),
    ("coding/ArtsteinPoesio2008", "testExample2", "createExample2", 2),
    ("coding/ArtsteinPoesio2008", "testWeightedAgreement", "createExample2", 3),
    ("coding/BrennanPrediger1981", "testExample1", "createExample1", 1),
    ("coding/BrennanPrediger1981", "testExample2", "createExample2", 1),
    ("coding/Cohen1960", "testExample2", "createExample2", 1),
    ("coding/FullAgreement", "testFullAgreementMultipleUsedCategories", "testFullAgreementMultipleUsedCategories", 0),
    ("coding/Gwet2008", "testHandExample", "testHandExample", 1),
    ("coding/Krippendorff1980", "testDichotomy", "createExample1", 1),
    ("coding/Krippendorff1980", "testMultiCategoryMultiRater", "createExample2", 1),
    ("coding/Krippendorff2004", "testDichotomy", "createExample1", 1),
    ("coding/Krippendorff2004", "testMultipleCategories", "createExample2", 1),
    ("coding/Krippendorff2004", "testMultipleRatersMissingValues", "createExample3", 1),
    ("coding/Mieskes2009", "testAgreement", "createExample", 1),
    ("coding/NumericalStability", "testExample1", "createExample1", 2),
    ("coding/NumericalStability", "testScaledArtsteinPoesio", "createExample2", 2),
    ("coding/TwoRaterAgreement", "testAgreement", "createExample", 2),
    ("coding/Warrens2010", "testAgreement", "createExample", 2),
    ("coding/Zwick1988", "testExample1", "createExample1", 2),
    ("coding/Zwick1988", "testExample2", "createExample2", 2),
    ("coding/Zwick1988", "testExample3", "createExample3", 2),
]


@pytest.mark.parametrize(("paper", "test", "example", "count"), PUBLISHED)
def test_kappa_pi_fleiss_and_alpha_are_those_of_the_paper(paper: str, test: str, example: str, count: int) -> None:
    reference = literature()[paper]
    ratings = rows(reference["studies"][example], scale=1000)
    met: list[str] = []
    for measure, method, value, tolerance in checks(reference["expected"][test]):
        # A weighted coefficient follows under the same name: only the first, the nominal one, is meant.
        if measure in MEASURE and method == "calculateAgreement()" and measure not in met:
            met.append(measure)
            assert MEASURE[measure](ratings) == pytest.approx(value, abs=tolerance), measure
    assert len(met) == count


def test_four_tables_of_krippendorff_2004_tell_kappa_from_pi() -> None:
    reference = literature()["coding/Krippendorff2004"]
    expected = list(checks(reference["expected"]["testOtherCoefficients"]))
    values = [(measure, value) for measure, method, value, _ in expected if method == "calculateAgreement()" and measure in MEASURE]
    examples = ["createExample4a", "createExample4a", "createExample4b", "createExample4b"]
    assert len(values) == 4
    for (measure, value), example in zip(values, examples, strict=True):
        assert MEASURE[measure](rows(reference["studies"][example])) == pytest.approx(value, abs=0.001)


def test_fleiss_1971_over_all_and_by_category() -> None:
    reference = literature()["coding/Fleiss1971"]
    ratings = rows(reference["studies"]["createExample"])
    assert fleiss(ratings) == pytest.approx(0.430, abs=0.001)
    scaled = rows(literature()["coding/NumericalStability"]["studies"]["createExample3"], scale=1000)
    assert fleiss(scaled) == pytest.approx(0.430, abs=0.001)
    for _, method, value, tolerance in checks(reference["expected"]["testCategoryAgreement"]):
        category = int(method.partition("(")[2].rstrip(")"))
        assert fleiss([[rating == category for rating in row] for row in ratings]) == pytest.approx(value, abs=tolerance)


def test_fleiss_by_category_of_mieskes_2009() -> None:
    reference = literature()["coding/Mieskes2009"]
    ratings = rows(reference["studies"]["createExample"])
    found = [check for check in checks(reference["expected"]["testAgreement"]) if check[1].startswith("calculateCategoryAgreement")]
    assert len(found) == 9
    for _, method, value, tolerance in found:
        category = method.partition('"')[2].rstrip('")')
        assert fleiss([[rating == category for rating in row] for row in ratings]) == pytest.approx(value, abs=tolerance)


def test_alpha_by_category_of_krippendorff_1980() -> None:
    reference = literature()["coding/Krippendorff1980"]
    ratings = rows(reference["studies"]["createExample2"])
    found = [check for check in checks(reference["expected"]["testCategoryAgreement"]) if "CategoryAgreement" in check[1]]
    # The first four are shares of agreement, the last four the chance-corrected ones.
    for _, method, value, tolerance in found[4:8]:
        category = int(method.partition("(")[2].rstrip(")"))
        assert alpha([[rating == category for rating in row] for row in ratings]) == pytest.approx(value, abs=tolerance)


def test_one_category_alone_is_undefined_and_not_full_agreement() -> None:
    ratings = rows(literature()["coding/FullAgreement"]["studies"]["testFullAgreementSingleUsedCategory"])
    assert np.isnan([cohen(ratings), scott(ratings), fleiss(ratings), alpha(ratings)]).all()


def test_values_recomputed_by_other_programs_to_five_digits() -> None:
    path = IAA / "computed_values.json"
    reference = literature()
    names = {"Krippendorff 2004": "coding/Krippendorff2004", "Krippendorff 1980": "coding/Krippendorff1980"}
    names |= {name: f"coding/{name}" for name in ("ArtsteinPoesio2008", "Cohen1960", "BrennanPrediger1981")}
    met = 0
    for group in json.loads(path.read_text(encoding="utf-8")).values():
        for title, value in group.items():
            paper = next((key for name, key in names.items() if title.startswith(name)), None)
            measure = alpha if "nominal alpha" in title else cohen if "Cohen kappa" in title else None
            if paper and measure:
                example = next(word for word in title.split() if word.startswith(("create", "test")))
                assert measure(rows(reference[paper]["studies"][example])) == pytest.approx(value, abs=0.000006), title
                met += 1
    assert met == 16


def test_sample_of_artstein_and_poesio_as_nltk_ships_it() -> None:
    path = IAA / "nltk_agreement" / "nltk" / "metrics" / "artstein_poesio_example.txt"
    if not path.is_file():
        pytest.skip("the sample is not at hand")
    by_item: dict[str, dict[str, str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        coder, item, label = line.split()
        by_item.setdefault(item, {})[coder] = label
    ratings = [[each["a"], each["b"]] for each in by_item.values()]
    assert scott(ratings) == pytest.approx(0.79953, abs=0.000005)
    assert fleiss(ratings) == pytest.approx(0.79953, abs=0.000005)


# --- alpha for unitizing -------------------------------------------------------------------------------------------------------------


def _units(units: list[tuple[int, int, int, str]], length: int) -> tuple[dict[str, tuple[float, float]], float]:
    """Observed and expected disagreement of each category, and alpha over all; units are (begin, length, rater, category)."""
    raters = max(rater for _, _, rater, _ in units) + 1
    layers = [
        ComparedLayer(
            bytes([rater]), str(rater), {b"e": Work(True, tuple((at, at + size, label) for at, size, who, label in units if who == rater))}
        )
        for rater in range(raters)
    ]
    packed = study([ComparedEntry(b"e", length)], layers)
    found = unitizing.unit_sums(packed.spans, base=packed.base, length=packed.length, labels=range(len(packed.labels)))
    sums = [unit.columns.sum(axis=0) for unit in found]
    pairs = [unitizing.disagreement(summed, unit.lengths, raters) for unit, summed in zip(found, sums, strict=True)]
    by_label = {packed.labels[unit.label]: (float(one), float(other)) for unit, (one, other) in zip(found, pairs, strict=True)}
    return by_label, float(unitizing.alpha(found, sums, raters))


def test_unitizing_alpha_of_krippendorff_2004_page_254() -> None:
    reference = literature()["unitizing/Krippendorff2004"]
    units = [
        (at - 150, size, rater, label) for at, size, rater, label in (row for row in reference["studies"]["createExample"] if len(row) == 4)
    ]
    found, value = _units(units, 300)
    assert value == pytest.approx(0.8591, abs=0.0005)
    assert found["c"][0] == pytest.approx(0.0144, abs=0.0001)
    assert found["c"][1] == pytest.approx(0.0532, abs=0.0001)
    assert 1 - found["c"][0] / found["c"][1] == pytest.approx(0.7286, abs=0.0001)
    assert found["k"] == (0.0, pytest.approx(0.0490, abs=0.0001))


def _krippendorff_1995(stretch: float, *, labels: str = "ABCD") -> tuple[dict[str, tuple[float, float]], float]:
    units = []
    for _, call in literature()["unitizing/Krippendorff1995"]["studies"]["createExample"]:
        at, size, rater, label = (
            part.strip() for part in call.replace("(int)", "").replace("* stretch", "").replace("(", "").replace(")", "").split(",")
        )
        units.append((int(int(at) * stretch), int(int(size) * stretch), int(rater), label.strip('"')))
    return _units([unit for unit in units if unit[3] in labels], int(24 * stretch))


def test_unitizing_alpha_of_krippendorff_1995() -> None:
    found, _ = _krippendorff_1995(50_000)
    expected = literature()["unitizing/Krippendorff1995"]["expected"]["testAgreement"]
    met = 0
    for _, method, value, tolerance in checks(expected):
        name, _, label = method.partition('("')
        observed, disagreement = found[label.rstrip('")')]
        known = {
            "calculateObservedCategoryDisagreement": observed,
            "calculateExpectedCategoryDisagreement": disagreement,
            "calculateCategoryAgreement": 1 - observed / disagreement,
        }
        assert known[name] == pytest.approx(value, abs=tolerance), method
        met += 1
    assert met == 12


def test_unitizing_alpha_over_continua_of_growing_length() -> None:
    expected = list(checks(literature()["unitizing/Krippendorff1995"]["expected"]["testVaryingLengths"]))
    assert len(expected) == 18
    for number, stretch in enumerate((0.5, 5, 50, 500, 5_000, 50_000)):
        observed, disagreement = _krippendorff_1995(stretch, labels="C")[0]["C"]
        for (_, _, value, tolerance), ours in zip(
            expected[3 * number : 3 * number + 3], (observed, disagreement, 1 - observed / disagreement), strict=True
        ):
            assert ours == pytest.approx(value, abs=tolerance), stretch


def test_unitizing_alpha_of_one_unit_against_three_within_it() -> None:
    found, value = _units([(1, 8, 0, "A"), (2, 1, 1, "A"), (4, 1, 1, "A"), (6, 1, 1, "A")], 10)
    assert found["A"] == (pytest.approx(0.91, abs=0.0001), pytest.approx(0.5351, abs=0.0001))
    assert value == pytest.approx(-0.7003, abs=0.0001)


@pytest.mark.parametrize(
    ("first", "second", "squared"),
    [
        ((5, 6), (4, 2), 26),
        ((5, 6), (5, 2), 16),
        ((5, 6), (6, 2), 10),
        ((5, 6), (7, 2), 8),
        ((5, 6), (6, 4), 2),
        ((5, 6), (5, 6), 0),
    ],
)
def test_squared_difference_of_two_units_that_share_text(first: tuple[int, int], second: tuple[int, int], squared: int) -> None:
    found, _ = _units([(*first, 0, "A"), (*second, 1, "A")], 20)
    assert found["A"][0] * 20 * 20 == pytest.approx(squared)


def test_digitized_continuum_of_krippendorff_1995_as_tokens() -> None:
    reference = literature()["unitizing/Krippendorff1995"]
    ratings = rows(reference["studies"]["testDigitizedAgreement"])
    expected = [check["value"] for check in reference["expected"]["testDigitizedAgreement"]["checks"]]
    # The rows are one category after the other, 24 places each; the values belong to the first.
    first = ratings[:24]
    assert [cohen(first), scott(first), alpha(first)] == pytest.approx(expected[:3], abs=0.001)
