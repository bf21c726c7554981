"""CoNLL as the program writes it: other readers find the same entities, and every difference from the project is listed."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seqeval.metrics import classification_report
from seqeval.scheme import IOB2, Entities
from spacy.training.converters import conll_ner_to_docs

from annotator.core.errors import InputError
from annotator.core.releases import ReleasedEntry, WriteOptions
from annotator.formats import FORMATS, sniffed
from annotator.formats.alignment import inked, inked_places
from annotator.formats.losses import checked, losses
from tests.formats.reading import read_file
from tests.formats.releasing import entries, entry, released

QUIETLY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)


def rows(path: Path) -> list[list[str]]:
    """The rows of a file, cut at single blanks as strict readers do, markers left out."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split(" ") for line in lines if line and not line.startswith("-DOCSTART-")]


def tag_sentences(path: Path) -> list[list[str]]:
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    found = [[line.split(" ")[-1] for line in block.split("\n") if line and not line.startswith("-DOCSTART-")] for block in blocks]
    return [block for block in found if block]


def stored_places(given_entries: list[ReleasedEntry], options: WriteOptions) -> list[list[tuple[int, int, str]]]:
    kept = [each for each, _ in checked(given_entries, "conll", options)]
    return [sorted(inked_places(each.text, [(span.start, span.end, span.label) for span in each.spans])) for each in kept]


def test_the_columns_are_those_of_conll_2003(tmp_path: Path) -> None:
    path, _, lost = released(tmp_path, [entry("Kyiv waits. Joe Biden left.", ("Kyiv", "GPE"), ("Joe Biden", "PERSON"))], "conll")
    assert path.read_text(encoding="utf-8") == (
        "-DOCSTART- -X- O O\n\nKyiv -X- _ B-GPE\nwaits -X- _ O\n. -X- _ O\n\n"
        "Joe -X- _ B-PERSON\nBiden -X- _ I-PERSON\nleft -X- _ O\n. -X- _ O\n\n"
    )
    assert not lost


def test_a_marker_stands_before_each_source_and_an_entry_ends_a_sentence(tmp_path: Path) -> None:
    given_entries = [entry("One", number=1), entry("Two", number=2), entry("Three", number=3, source="other.txt")]
    path, _, _ = released(tmp_path, given_entries, "conll")
    marker = "-DOCSTART- -X- O O\n\n"
    assert path.read_text(encoding="utf-8") == f"{marker}One -X- _ O\n\nTwo -X- _ O\n\n{marker}Three -X- _ O\n\n"


@pytest.mark.parametrize("tags", ["iob2", "iob1", "biluo"])
def test_tags_are_written_in_the_scheme_that_was_asked_for(tmp_path: Path, tags: str) -> None:
    given_entry = entry("Ann Bob Smith waits", ("Ann", "PER"), ("Bob Smith", "PER"))
    path, _, _ = released(tmp_path, [given_entry], "conll", WriteOptions(tags=tags))
    wanted = {"iob2": "B-PER B-PER I-PER O", "iob1": "I-PER B-PER I-PER O", "biluo": "U-PER B-PER L-PER O"}
    assert " ".join(row[-1] for row in rows(path)) == wanted[tags]
    reading = read_file(FORMATS["conll"], path)
    assert [(span.start, span.end) for span in reading.entries[0].spans] == [(0, 3), (4, 13)]
    assert not reading.repaired


@QUIETLY
@given(
    given_entries=entries(), flatten=st.sampled_from(["longest", "outermost", "innermost"]), tags=st.sampled_from(["iob2", "iob1", "biluo"])
)
def test_any_entries_come_back_but_for_what_was_listed(tmp_path: Path, given_entries: list[ReleasedEntry], flatten: str, tags: str) -> None:
    options = WriteOptions(tags=tags, flatten=flatten)
    path, release, lost = released(tmp_path, given_entries, "conll", options)
    assert all(len(row) == 4 and all(cell and not any(map(str.isspace, cell)) for cell in row) for row in rows(path))
    dropped = [loss.span for loss in lost if loss.dropped]
    assert release.files[0].spans == sum(len(each.spans) for each in given_entries) - len(dropped)
    if not rows(path):
        return
    reading = read_file(FORMATS["conll"], path)
    assert inked("".join(each.text for each in reading.entries)) == inked("".join(each.text for each in given_entries))
    found = sum(len(each.spans) for each in reading.entries)
    assert found == release.files[0].spans
    assert not any("begins a span" in each.reason for each in reading.repaired)


@QUIETLY
@given(given_entries=entries())
def test_spacys_own_converter_and_strict_seqeval_find_the_same_entities(tmp_path: Path, given_entries: list[ReleasedEntry]) -> None:
    options = WriteOptions()
    path, _, _ = released(tmp_path, given_entries, "conll", options)
    wanted = stored_places(given_entries, options)
    if not rows(path):
        assert not any(wanted)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        docs = list(conll_ner_to_docs(path.read_text(encoding="utf-8"), n_sents=0, no_print=True))
    found = [sorted(inked_places(doc.text, [(each.start_char, each.end_char, each.label_) for each in doc.ents])) for doc in docs]
    assert sum(map(len, found)) == sum(map(len, wanted))
    assert sorted(label for doc in found for _, _, label in doc) == sorted(label for each in wanted for _, _, label in each)
    strict = Entities(tag_sentences(path), scheme=IOB2).entities
    assert sum(map(len, strict)) == sum(map(len, wanted))


def test_spacys_converter_prints_no_warning_and_seqeval_reports_in_strict_mode(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Joe Biden met U.S.-China envoys in “Kyiv”. He left\n\nA second\u00a0paragraph #tag 🇺🇦"
    given_entries = [
        entry(text, ("Joe Biden", "PERSON"), ("U.S.", "GPE"), ("China", "GPE"), ("Kyiv", "GPE"), number=1),
        entry("Nobody here.", number=2, source="other"),
    ]
    path, _, _ = released(tmp_path, given_entries, "conll")
    docs = list(conll_ner_to_docs(path.read_text(encoding="utf-8"), n_sents=0))
    assert capsys.readouterr().out == ""
    assert [[(each.text, each.label_) for each in doc.ents] for doc in docs] == [
        [("Joe Biden", "PERSON"), ("U.S.", "GPE"), ("China", "GPE"), ("Kyiv", "GPE")],
        [],
    ]
    tags = tag_sentences(path)
    report = classification_report(tags, tags, mode="strict", scheme=IOB2, output_dict=True)
    assert {name: report[name]["support"] for name in ("GPE", "PERSON")} == {"GPE": 3, "PERSON": 1}


def test_a_token_over_an_edge_is_split_there_and_counted(tmp_path: Path) -> None:
    path, release, lost = released(tmp_path, [entry("A U.S.-China summit", ("China", "GPE"), ("U.S.", "GPE"))], "conll")
    assert [row[0] for row in rows(path)] == ["A", "U.S.", "-", "China", "summit"]
    assert [(loss.kind, loss.dropped) for loss in lost] == [("token split", False)]
    assert dict(release.losses) == {("token split", False): 1}


def test_a_sentence_never_ends_inside_a_span(tmp_path: Path) -> None:
    path, _, _ = released(tmp_path, [entry("He read Who? Me! A Life. by Ann.\nEnd", ("Who? Me! A Life.", "WORK"))], "conll")
    assert tag_sentences(path)[0].count("I-WORK") == 6
    assert [len(sentence) for sentence in tag_sentences(path)] == [9, 3, 1]


def test_signs_that_other_readers_would_stumble_on_keep_their_row(tmp_path: Path) -> None:
    text = "# -DOCSTART- #a=b a\u00a0b\u3000c\u2028d \u200b e\u200bf 1"
    path, _, _ = released(tmp_path, [entry(text, ("#a=b", "X"))], "conll")
    words = [row[0] for row in rows(path)]
    assert "".join(words) == "#-DOCSTART-#a=babcde\u200bf1"
    assert not any(word.startswith("-DOCSTART-") for word in words)
    assert [(span.label) for each in read_file(FORMATS["conll"], path).entries for span in each.spans] == ["X"]


def test_a_text_of_numbers_alone_is_not_taken_for_numbered_words(tmp_path: Path) -> None:
    path, _, _ = released(tmp_path, [entry("1 2 3 4 5 6", ("3", "NUM"))], "conll")
    assert read_file(FORMATS["conll"], path).entries[0].text == "1 2 3 4 5 6"


def test_entries_without_a_word_have_no_row_and_are_listed(tmp_path: Path) -> None:
    path, release, lost = released(tmp_path, [entry("", number=1), entry("\u200b\r\n", number=2)], "conll")
    assert path.read_text(encoding="utf-8") == ""
    assert [(loss.kind, loss.span) for loss in lost] == [("entry without a word", None)] * 2
    assert release.files[0].entries == 2


def test_our_own_file_is_recognised(tmp_path: Path) -> None:
    path, _, _ = released(tmp_path, [entry("Nothing is tagged in here.")], "conll")
    renamed = path.rename(tmp_path / "given.txt")
    assert sniffed(renamed).name == "conll"


@pytest.mark.parametrize(
    ("options", "word"),
    [(WriteOptions(tags="bio"), "tag scheme"), (WriteOptions(flatten="all"), "flatten"), (WriteOptions(language="qq"), "qq")],
)
def test_an_option_that_is_none_is_refused_and_nothing_is_written(tmp_path: Path, options: WriteOptions, word: str) -> None:
    with pytest.raises(InputError, match=word):
        released(tmp_path, [entry("Kyiv waits", ("Kyiv", "GPE"))], "conll", options)
    assert list(tmp_path.iterdir()) == []


def test_one_entry_alone_loses_what_it_loses_in_the_stream() -> None:
    given_entry = entry("A U.S.-China summit", ("China", "GPE"), ("U.S.-China summit", "EVENT"))
    options = WriteOptions(flatten="innermost")
    assert losses(given_entry, "conll", options) == next(checked([given_entry], "conll", options))
