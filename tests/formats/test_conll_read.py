"""CoNLL in its dialects: columns and tag scheme found, repairs told by line, real corpora counted against an independent count."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from seqeval.metrics.sequence_labeling import get_entities

from annotator.core.errors import InputError
from annotator.formats import FORMATS, conll_read, conll_rows, sniffed
from annotator.formats.source import MAX_LINE
from tests.formats.reading import Reading, read_file, read_text

CONLL = FORMATS["conll"]
SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"


def words(reading: Reading) -> list[list[tuple[str, str]]]:
    """The words and label of every span, by entry."""
    return [[(entry.text[span.start : span.end], span.label) for span in entry.spans] for entry in reading.entries]


def check(reading: Reading) -> Reading:
    assert reading.total.spans == sum(len(entry.spans) for entry in reading.entries)
    return reading


@pytest.mark.parametrize(
    "text",
    [
        "Ann B-PER\nLee I-PER\nleft O\n\nKyiv B-GPE\n",
        "Ann\tB-PER\nLee\tI-PER\nleft\tO\n \t \nKyiv\tB-GPE\n\n\n",
        "Ann NNP B-NP I-PER  \nLee NNP I-NP I-PER\nleft VBD B-VP O\n\nKyiv NNP B-NP I-GPE\n",
        "Ann  B-PER\r\nLee  L-PER\r\nleft  O\r\n\r\nKyiv  U-GPE\r\n",
        "Ann|NNP|B-PER Lee|NNP|E-PER left|VBD|O\nKyiv|NNP|S-GPE\n",
        "# sent_id = 1\n1\tAnn\tB-PER\t-\tx\n2\tLee\tI-PER\t-\tx\n3\tleft\tO\n\n# sent_id = 2\n1\tKyiv\tB-GPE\t-\tx\n2\t.\tO\n",
        "Ann PER\nLee PER\nleft O\n\nKyiv GPE\nis O\nnot O\nOslo GPE\n",
    ],
    ids=["blanks", "tab", "conll2003-iob1", "biluo-crlf", "sentence-a-line", "uner", "io"],
)
def test_each_dialect_is_read_the_same(tmp_path: Path, text: str) -> None:
    reading = check(read_text(CONLL, tmp_path, text))
    assert words(reading)[0] == [("Ann Lee", "PER")]
    assert words(reading)[1][0] == ("Kyiv", "GPE")
    assert reading.entries[0].text == "Ann Lee left"
    assert not [each for each in reading.repaired if "line ends" not in each.reason]


def test_a_document_is_one_entry_and_its_sentences_are_lines(tmp_path: Path) -> None:
    text = "-DOCSTART- -X- O O\n\nKyiv NNP B-NP B-GPE\n\nIt PRP B-NP O\n\n-DOCSTART- -X- -X- O\n\nEnd NN B-NP O\n"
    reading = check(read_text(CONLL, tmp_path, text))
    assert [(entry.text, entry.line, entry.last_line) for entry in reading.entries] == [("Kyiv\nIt", 3, 5), ("End", 9, 9)]


def test_a_text_comment_gives_the_sentence_as_it_was(tmp_path: Path) -> None:
    text = "# newdoc id = d1\n# text = “Ann” left.\n1\t“\tO\n2\tAnn\tB-PER\n3\t”\tO\n4\tleft\tO\n5\t.\tO\n"
    reading = check(read_text(CONLL, tmp_path, text))
    assert reading.entries[0].text == "“Ann” left."
    assert reading.entries[0].meta == {"document": "d1"}
    assert words(reading) == [[("Ann", "PER")]]


def test_a_text_comment_that_does_not_fit_the_words_is_said(tmp_path: Path) -> None:
    reading = read_text(CONLL, tmp_path, "# text = Bob left\n1\tAnn\tB-PER\n2\tleft\tO\n")
    assert reading.entries[0].text == "Ann left"
    assert [each.line for each in reading.repaired] == [2]


def test_an_ill_formed_tag_is_repaired_and_told_with_its_line(tmp_path: Path) -> None:
    reading = read_text(CONLL, tmp_path, "Ann B-PER\nand O\nLee I-PER\n\nBo B-PER\n\nKim B-PER\n\nJo B-PER\nwent O\n" + "Al B-PER\n" * 25)
    assert reading.facts["tags"] == "IOB2"
    assert words(reading)[0] == [("Ann", "PER"), ("Lee", "PER")]
    assert [(each.line, each.reason) for each in reading.repaired] == [(3, "I-PER begins a span, though no PER stands before it")]


def test_a_row_without_a_tag_is_outside_and_one_without_a_word_is_passed_over(tmp_path: Path) -> None:
    rows = "".join(f"w{number}\tO\n" for number in range(30))
    reading = read_text(CONLL, tmp_path, rows + "two words\n\tO\nKyiv\tB-GPE\n")
    assert [each.line for each in reading.repaired] == [31, 32]
    assert reading.entries[0].text.endswith("w29 two words Kyiv")


def test_a_hash_that_has_its_columns_is_a_word(tmp_path: Path) -> None:
    reading = read_text(CONLL, tmp_path, "# a comment\n# id = 7\n# X Y O\n#tag X Y B-X\n#a=b X Y O\nend X Y O\n")
    assert reading.entries[0].text == "# #tag #a=b end"


def test_a_text_that_has_no_tags_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column of tags"):
        read_text(CONLL, tmp_path, "This is a text.\nIt has no tags at all, has it?\nNo.\n")


def test_a_document_without_end_is_cut_between_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conll_read, "MAX_ENTRY", 20)
    reading = check(read_text(CONLL, tmp_path, "-DOCSTART- O\n\n" + "Kyiv B-GPE\nwaits O\n\n" * 9))
    assert [len(entry.spans) for entry in reading.entries] == [2, 2, 2, 2, 1]
    assert len(reading.repaired) == 4


def test_a_sentence_without_end_is_cut_before_a_tag_that_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conll_rows, "MAX_SENTENCE", 4)
    reading = check(read_text(CONLL, tmp_path, "a O\nb O\nc O\nd B-X\ne I-X\nf O\n"))
    assert [entry.text for entry in reading.entries] == ["a b c d e", "f"]


def test_a_line_that_is_too_long_is_one_unit_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    reading = check(read_text(CONLL, tmp_path, "Kyiv B-GPE\nwaits O\n\n" + "x" * (MAX_LINE + 1) + " O\n\nEnd O\n"))
    assert [entry.text for entry in reading.entries] == ["Kyiv waits", "End"]
    assert [each.line for each in reading.rejected] == [4]


def shared(*parts: str) -> Path:
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip("the shared data are not here")
    return path


def counted(path: Path, tag: int) -> Counter[str]:
    """Count entities with seqeval, from columns cut by hand."""
    found: Counter[str] = Counter()
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split("\t") if "\t" in line else line.split()
        if line.startswith(("#", "-DOCSTART-")) and "\t" not in line:
            continue
        if not line.strip():
            found.update(label for label, _, _ in get_entities(tags))
            tags = []
        else:
            tags.append(cells[tag].strip() if cells[tag].strip() not in ("B-O", "I-O") else "O")
    return found


@pytest.mark.parametrize(
    ("parts", "tag", "scheme"),
    [
        (("ner", "wikigold", "CONLL-format", "data", "wikigold.conll.txt"), -1, "IOB1"),
        (("ner", "uner_english_ewt", "en_ewt-ud-dev.iob2"), 2, "IOB2"),
        (("ner", "uner_english_ewt", "en_ewt-ud-test.iob2"), 2, "IOB2"),
        (("ner", "wnut17", "emerging.test.annotated"), -1, "IOB2"),
        (("formats", "conll", "seqeval_ground_truth.txt"), -1, "IOB2"),
        (("formats", "conll", "ner-token-per-line.iob"), -1, "IOB2"),
        (("formats", "conll", "ner-token-per-line-with-pos.iob"), -1, "IOB2"),
        (("formats", "conll", "ner-token-per-line-conll2003.iob"), -1, "IOB2"),
        (("formats", "conll", "uner_pud_head.iob2"), 2, "IOB2"),
        (("formats", "doccano", "data_import__tests__data__sequence_labeling__example.conll"), -1, "IOB2"),
        (("formats", "doccano", "data_import__tests__data__sequence_labeling__labeling.trailing.conll"), -1, "IOB2"),
    ],
    ids=lambda value: value[-1] if isinstance(value, tuple) else "",
)
def test_real_files_have_the_entities_that_seqeval_counts(parts: tuple[str, ...], tag: int, scheme: str) -> None:
    path = shared(*parts)
    reading = check(read_file(CONLL, path))
    assert Counter(span.label for entry in reading.entries for span in entry.spans) == counted(path, tag)
    assert reading.facts["tags"] == scheme
    assert sniffed(path).name == "conll"


def test_spacys_sentence_a_line_file_has_the_entities_of_its_other_forms() -> None:
    names = ["ner-sent-per-line.iob", "ner-token-per-line.iob", "ner-token-per-line-with-pos.iob", "ner-token-per-line-conll2003.iob"]
    readings = [read_file(CONLL, shared("formats", "conll", name)) for name in names]
    found = [[pair for entry in words(reading) for pair in entry] for reading in readings]
    assert found[0] == found[1] == found[2] == found[3]
    assert len(found[0]) == 7


def test_doccanos_ill_formed_row_is_listed_and_the_rest_is_read() -> None:
    reading = read_file(CONLL, shared("formats", "doccano", "data_import__tests__data__sequence_labeling__labeling.invalid.conll"))
    assert [(each.line, each.reason) for each in reading.repaired] == [(1, "a row without a tag was taken as O")]
    assert reading.total.spans == 5
