"""From a name to a suggester that speaks the scheme's labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core import ids
from annotator.core.errors import InputError
from annotator.core.model import Label, Scheme
from annotator.suggest.loading import label_map, load
from annotator.suggest.memory import Remembered


def scheme(*keys: str) -> Scheme:
    return Scheme("test", tuple(Label(id=ids.shipped("test", key), key=key) for key in keys))


def test_labels_of_the_default_suggester_go_to_the_closest_label_of_the_scheme() -> None:
    suggester = load("default", scheme("PER", "LOC", "ORG", "MISC"))
    text = "Mr Zawilski left Warsaw for the University of Tartu on Thursday."
    (proposals,) = suggester.propose([text])
    assert [(text[each.start : each.end], each.label) for each in proposals] == [
        ("Zawilski", "PER"),
        ("Warsaw", "LOC"),
        ("University of Tartu", "ORG"),
    ]
    assert suggester.dropped == ("DATE", "TIME", "MONEY")
    assert suggester.labels == ("PER", "MISC", "ORG", "LOC")


def test_keys_are_the_same_in_any_case_and_unknown_ones_are_left_out() -> None:
    assert label_map(["gpe", "Person", "XYZ"], scheme("GPE", "PERSON")) == {"gpe": "GPE", "Person": "PERSON"}


def test_a_merged_label_is_followed_and_a_retired_one_left_out() -> None:
    one, two = Label(id=b"1" * 16, key="FIRM"), Label(id=b"2" * 16, key="ORG")
    gone = Label(id=b"3" * 16, key="LAW", retired=True)
    merged = Scheme("x", (one, two, gone), aliases={one.id: two.id})
    assert label_map(["FIRM", "LAW"], merged) == {"FIRM": "ORG"}


def test_memory_is_loaded_with_what_is_remembered() -> None:
    (proposals,) = load("memory", scheme("GPE"), remembered=[Remembered("Riga", "GPE", 2)]).propose(["Riga"])
    assert [each.label for each in proposals] == ["GPE"]


def test_patterns_are_loaded_from_their_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Riga,LOCATION\n")
    (proposals,) = load(f"patterns:{tmp_path / 'a.csv'}", scheme("LOC")).propose(["Riga"])
    assert [each.place for each in proposals] == [(0, 4, "LOC")]


def test_a_pipeline_in_a_folder_is_loaded_and_its_labels_mapped(tmp_path: Path) -> None:
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Oksana Verbytska"}, {"label": "VESSEL", "pattern": "Saint Brendan"}])
    nlp.to_disk(tmp_path / "mine")
    suggester = load(str(tmp_path / "mine"), scheme("PERSON"))
    text = "🎉 Oksana Verbytska on the Saint Brendan"
    (proposals,) = suggester.propose([text])
    assert [(text[each.start : each.end], each.label) for each in proposals] == [("Oksana Verbytska", "PERSON")]
    assert suggester.dropped == ("VESSEL",)


@pytest.mark.parametrize("spec", ["nothing_of_this_name", "en_core_web_trf_of_none", "../x", "", "default:x", "patterns", "os.path"])
def test_a_name_that_is_no_suggester_is_refused_in_a_sentence(spec: str) -> None:
    with pytest.raises(InputError, match="There is no suggester"):
        load(spec, scheme("PERSON"))


def test_a_folder_or_a_package_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no spaCy pipeline"):
        load(str(tmp_path), scheme("PERSON"))
    with pytest.raises(InputError, match="cannot be loaded"):
        load("json", scheme("PERSON"))


def test_a_pipeline_without_entities_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(InputError, match="finds no entities"):
        load(str(tmp_path / "blank"), scheme("PERSON"))
