"""The model that is shipped: small, documented, loadable, and finding what nobody should have to tag by hand."""

from __future__ import annotations

from annotator.suggest.model import ModelSuggester, load_model, model_folder
from annotator.suggest.training.passages import LABELS


def test_the_shipped_model_is_small_and_has_its_card() -> None:
    files = [path for path in model_folder().rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 15_000_000
    card = (model_folder() / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "ODbL" in card
    assert "GeoNames" in card
    assert "GloVe" in card


def test_the_shipped_model_finds_plain_names_and_gives_each_a_probability() -> None:
    text = (
        "Talks in Warsaw go on\n\nMs Brandwood, who flew from Germany, met French officials. Oskar Brandwood of the United Nations said no."
    )
    suggester = ModelSuggester(load_model())
    (found,) = suggester.propose([text])
    assert set(suggester.labels) == set(LABELS)
    names = {(text[each.start : each.end], each.label) for each in found}
    assert {("Warsaw", "GPE"), ("Germany", "GPE"), ("French", "NORP"), ("Oskar Brandwood", "PERSON"), ("United Nations", "ORG")} <= names
    assert all(each.score is not None and 0.3 < each.score <= 1.0 for each in found)


def test_two_countries_joined_by_a_dash_are_two_names() -> None:
    text = "Russia-Ukraine talks resume"
    (found,) = ModelSuggester(load_model()).propose([text])
    assert [(text[each.start : each.end], each.label) for each in found] == [("Russia", "GPE"), ("Ukraine", "GPE")]
