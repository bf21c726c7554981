"""From the corpora's own labels to one span policy, on sentences made for these tests."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from annotator.core.errors import InputError
from annotator.suggest.lexicon import Lexicon, lexicon
from annotator.suggest.training import lists
from annotator.suggest.training.corpora import CORPORA, spans_of
from annotator.suggest.training.passages import PLACES, RawText, aligned, from_tokens, joined
from annotator.suggest.training.policy import passages


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon(lists.word_lists())


def marks(corpus: str, text: str, spans: list[tuple[str, str]], known: Lexicon, *, split: bool = True) -> list[tuple[str, frozenset[str]]]:
    raw = RawText(text, tuple((text.index(name), text.index(name) + len(name), label) for name, label in spans))
    (passage,) = passages(corpus, [raw], known, split=split)
    return [(text[mark.start : mark.end], mark.labels) for mark in passage.marks]


def test_tokens_are_spaced_as_people_write_and_spans_stay_on_their_words() -> None:
    raw = from_tokens(["He", "said", ":", '"', "Anna", "Smith", "'s", "(", "old", ")", "car", '"', "."], [(4, 6, "PER")])
    assert raw.text == 'He said: "Anna Smith\'s (old) car".'
    assert [raw.text[start:end] for start, end, _ in raw.spans] == ["Anna Smith"]


def test_tokens_of_a_known_text_are_placed_in_it() -> None:
    assert aligned("“Go,” Obama said", ["“", "Go", ",", "”", "Obama", "said"], [(4, 5, "PER")]).spans == ((6, 11, "PER"),)


def test_joining_texts_moves_their_spans() -> None:
    both = joined([RawText("Kyiv.", ((0, 4, "LOC"),)), RawText("Lviv", ((0, 4, "LOC"),)), RawText("Rain", ())])
    assert both.text == "Kyiv. Lviv\nRain"
    assert [both.text[start:end] for start, end, _ in both.spans] == ["Kyiv", "Lviv"]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["I-PER", "I-PER", "O"], [(0, 2, "PER")]),
        (["I-PER", "B-PER", "I-LOC"], [(0, 1, "PER"), (1, 2, "PER"), (2, 3, "LOC")]),
        (["B-LOC", "O", "B-LOC"], [(0, 1, "LOC"), (2, 3, "LOC")]),
        (["-", "O", "_"], []),
    ],
)
def test_tags_of_all_kinds_become_spans(tags: list[str], spans: list[tuple[int, int, str]]) -> None:
    assert spans_of(tags) == spans


def test_titles_articles_and_handles_are_no_part_of_names(known: Lexicon) -> None:
    text = "President Anna Smith of the Red Cross met @anna and spokesmen."
    found = marks("gmb", text, [("President Anna Smith", "per"), ("the Red Cross", "org"), ("spokesmen", "per")], known)
    assert found == [("Anna Smith", {"PERSON"}), ("Red Cross", {"ORG"})]


def test_a_point_that_ends_a_sentence_is_cut_off_and_one_that_shortens_a_word_is_not(known: Lexicon) -> None:
    text = "Shares of Enron Corp. fell; so said Anna Smith. The U.S. and Smith 's car."
    spans = [("Enron Corp.", "ORG"), ("Anna Smith.", "PER"), ("U.S.", "LOC"), ("Smith 's", "PER")]
    assert [name for name, _ in marks("ewt", text, spans, known)] == ["Enron Corp.", "Anna Smith", "U.S.", "Smith"]


def test_a_nationality_before_a_title_is_no_part_of_a_name(known: Lexicon) -> None:
    assert marks("re3d", "So the Iraqi President Fuad Masum said.", [("the Iraqi President Fuad Masum", "Person")], known) == [
        ("Fuad Masum", {"PERSON"})
    ]


def test_places_are_told_apart_by_what_their_names_say_and_else_left_open(known: Lexicon) -> None:
    text = "From Russia by the Black Sea to Heathrow Airport and Smallville in northern Scotland"
    spans = [("Russia", "LOC"), ("the Black Sea", "LOC"), ("Heathrow Airport", "LOC"), ("Smallville", "LOC"), ("northern Scotland", "LOC")]
    assert marks("ewt", text, spans, known) == [
        ("Russia", {"GPE"}),
        ("Black Sea", {"LOC"}),
        ("Heathrow Airport", {"FAC"}),
        ("Smallville", {"GPE", "LOC"}),
        ("Scotland", {"GPE"}),
    ]


def test_gold_to_measure_by_is_not_narrowed(known: Lexicon) -> None:
    assert marks("ewt", "In Ukraine.", [("Ukraine", "LOC")], known, split=False) == [("Ukraine", PLACES)]


def test_what_a_corpus_calls_other_may_be_a_nationality_an_event_or_no_name(known: Lexicon) -> None:
    assert marks("wikigold", "A French film", [("French", "MISC")], known) == [("French", {"", "NORP", "EVENT"})]


def test_of_overlapping_spans_the_longest_stays(known: Lexicon) -> None:
    found = marks("re3d", "The Bank of England said", [("England", "Location"), ("Bank of England", "Organisation")], known)
    assert found == [("Bank of England", {"ORG"})]


def test_a_folder_without_the_corpus_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="lacks"):
        list(CORPORA["gmb"](tmp_path))


def test_the_sentences_of_a_packed_table_are_read(tmp_path: Path) -> None:
    (tmp_path / "gmb_kaggle").mkdir()
    table = "Sentence #,Word,POS,Tag\nSentence: 1,Anna,NNP,B-per\n,left,VBD,O\nSentence: 2,Rain,NN,O\n"
    (tmp_path / "gmb_kaggle" / "ner_dataset.csv.gz").write_bytes(gzip.compress(table.encode("cp1252")))
    assert list(CORPORA["gmb"](tmp_path)) == [RawText("Anna left", ((0, 4, "per"),)), RawText("Rain", ())]


def test_documents_of_a_column_file_with_their_text_are_put_together(tmp_path: Path) -> None:
    (tmp_path / "uner_english_ewt").mkdir()
    first = "# newdoc id = a\n# text = “Kyiv”\n1\t“\tO\n2\tKyiv\tB-LOC\n3\t”\tO\n\n# text = Rain.\n1\tRain\tO\n2\t.\tO\n\n"
    rows = first + "# newdoc id = b\n# text = Sun\n1\tSun\tO\n\n"
    (tmp_path / "uner_english_ewt" / "en_ewt-ud-dev.iob2").write_text(rows, encoding="utf-8")
    assert list(CORPORA["ewt_dev"](tmp_path)) == [RawText("“Kyiv”\nRain.", ((1, 5, "LOC"),)), RawText("Sun", ())]


def test_cyrillic_names_are_written_as_newspapers_write_them() -> None:
    assert lists.romanised("Сергій") == "Serhy"
    assert lists.romanised("Сергей", russian=True) == "Sergey"
    assert lists.romanised("Шевченко") == "Shevchenko"
