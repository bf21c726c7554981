"""Learning from texts made for these tests: what is open stays open, what is known is learned, what is stored comes back."""

from __future__ import annotations

import pickle
import random
from itertools import pairwise
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from annotator.core.errors import InputError
from annotator.suggest import crf
from annotator.suggest.lexicon import lexicon
from annotator.suggest.model import ModelSuggester, load_model
from annotator.suggest.names import Names, allowed_tags, calibrated, scored
from annotator.suggest.network import Settings
from annotator.suggest.training.__main__ import blank, finder, main
from annotator.suggest.training.augment import Pools, changed, grouped, recased, replaced, titled
from annotator.suggest.training.calibration import rising_line
from annotator.suggest.training.encode import sample
from annotator.suggest.training.loop import Plan, pieces, train
from annotator.suggest.training.measure import measured
from annotator.suggest.training.passages import LABELS, PLACES, Mark, Passage

SMALL = Settings(
    width=16, depth=2, sizes=((500, 16), (200, 8), (200, 8), (100, 8), (200, 8), (100, 8), (50, 8), (100, 8), (20, 4)), hidden=0.0
)
COMPLETE = frozenset(LABELS)
KNOWN = lexicon({"country": ["Ukraine"], "given": ["Anna"]})


def passage(text: str, *names: tuple[str, str], complete: frozenset[str] = COMPLETE, corpus: str = "gmb") -> Passage:
    marks = []
    for name, label in names:
        labels = PLACES if label == "PLACE" else frozenset({label})
        marks.append(Mark(text.index(name), text.index(name) + len(name), labels))
    return Passage(text, tuple(marks), complete, corpus)


TEXTS = [
    passage("Mr Smith met Anna Jones in Ukraine.", ("Smith", "PERSON"), ("Anna Jones", "PERSON"), ("Ukraine", "GPE")),
    passage("The Labour Party said so in Leeds.", ("Labour Party", "ORG"), ("Leeds", "PLACE")),
    passage("French troops left.\n\nAnna Brown stayed.", ("Anna Brown", "PERSON"), complete=frozenset({"PERSON"})),
]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    nlp, names = blank(KNOWN, SMALL, seed=1)
    steps: list[int] = []
    plan = Plan(cycles=((40, 0.02), (20, 0.01)), words=40, warm=3, drop=0.0, rounds={})
    train({"gmb": TEXTS}, plan, Pools({"x": ["Eva"]}, {"x": ["Stone"]}, {}), names, nlp, lambda step, *_: steps.append(step), every=20)
    assert steps == [20, 40, 60]
    folder = tmp_path_factory.mktemp("model") / "pipeline"
    nlp.to_disk(folder)
    return folder


def test_a_trained_pipeline_loads_and_finds_what_it_learned_with_probabilities(trained: Path) -> None:
    nlp = load_model(trained)
    (found,) = finder(nlp)(["Mr Smith met Anna Jones in Ukraine."])
    assert [(span.start, span.end, span.label) for span in found] == [(3, 8, "PERSON"), (13, 23, "PERSON"), (27, 34, "GPE")]
    assert all(span.score is not None and 0.4 <= span.score <= 1.0 for span in found)


def test_batches_and_single_texts_give_the_same_names(trained: Path) -> None:
    nlp = load_model(trained)
    texts = [each.text for each in TEXTS] + ["", " ", "\n"]
    assert [[(s.start, s.end, s.label) for s in scored(doc)] for doc in nlp.pipe(texts)] == [
        [(s.start, s.end, s.label) for s in scored(nlp(text))] for text in texts
    ]


def test_it_goes_on_learning_by_spacy_update_and_leaves_unknown_tags_open(trained: Path) -> None:
    from spacy.training import Example

    nlp = load_model(trained)
    text = "Zork visited Blip today."
    doc = nlp.make_doc(text)
    example = Example.from_dict(doc, {"entities": ["U-ORG", "O", "-", "O", "O"]})
    optimizer = nlp.resume_training()
    losses = [nlp.update([example], sgd=optimizer)["annotator_names"] for _ in range(30)]
    assert losses[-1] < losses[0]
    assert (0, 4, "ORG") in [(span.start, span.end, span.label) for span in scored(nlp(text))]


def test_a_folder_without_a_pipeline_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no trained pipeline"):
        load_model(tmp_path)


def test_weights_that_do_not_fit_the_settings_are_refused(trained: Path, tmp_path: Path) -> None:
    nlp, _ = blank(KNOWN, SMALL, seed=1)
    nlp.to_disk(tmp_path / "other")
    settings = tmp_path / "other" / "annotator_names" / "settings.json"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"width": 16', '"width": 24'), encoding="utf-8")
    with pytest.raises(InputError, match="do not fit"):
        load_model(tmp_path / "other")


def test_tags_that_are_not_known_allow_everything() -> None:
    allowed = allowed_tags(["O", "-", None, "U-ORG", "U-OTHER"], ["ORG"])
    assert allowed.tolist() == [[True] + [False] * 4, [True] * 5, [True] * 5, [False] * 4 + [True], [True] * 5]


def test_a_label_the_corpus_lacks_is_open_on_capitals_and_shut_on_small_words() -> None:
    nlp, names = blank(KNOWN, SMALL, seed=1)
    allowed = sample(TEXTS[2], nlp, names.words).allowed
    norp = crf.tag(LABELS.index("NORP"), crf.U)
    person = crf.tag(LABELS.index("PERSON"), crf.U)
    assert allowed[0, norp]
    assert allowed[0, 0]
    assert not allowed[0, person]
    assert not allowed[1, norp]


def test_a_mark_of_several_labels_allows_each_of_them_whole() -> None:
    nlp, names = blank(KNOWN, SMALL, seed=1)
    allowed = sample(TEXTS[1], nlp, names.words).allowed
    assert np.flatnonzero(allowed[6]).tolist() == sorted(crf.tag(LABELS.index(label), crf.U) for label in PLACES)


def test_replaced_names_keep_every_mark_on_its_words() -> None:
    new = replaced(TEXTS[0], {TEXTS[0].marks[0]: "Kovalenko", TEXTS[0].marks[1]: "Eva Kovalenko"})
    assert [new.text[mark.start : mark.end] for mark in new.marks] == ["Kovalenko", "Eva Kovalenko", "Ukraine"]
    assert new.text == "Mr Kovalenko met Eva Kovalenko in Ukraine."


def test_one_person_keeps_one_new_name_within_a_passage() -> None:
    text = passage("Anna Smith came. Smith left.", ("Anna Smith", "PERSON"))
    text = Passage(text.text, (*text.marks, Mark(17, 22, frozenset({"PERSON"}))), COMPLETE, "gmb")
    pools = Pools({"x": ["Eva", "Lea"]}, {"x": ["Stone", "Wood"]}, {}, names_share=1.0, case_share=0.0)
    new = changed(text, pools, random.Random(5))
    whole, alone = (new.text[mark.start : mark.end] for mark in new.marks)
    assert whole.split()[1] == alone
    assert whole != "Anna Smith"


def test_letters_are_changed_only_where_the_number_of_characters_stays() -> None:
    assert recased(passage("Straße"), str.upper).text == "Straße"
    assert recased(passage("war in the east"), titled).text == "War in the East"


def test_grouped_and_cut_passages_lose_no_mark() -> None:
    many = [TEXTS[0]] * 200
    together = grouped(many, random.Random(1), most=50)
    cut = [piece for each in together for piece in pieces(each)]
    assert sum(len(each.marks) for each in cut) == 600
    assert all(each.text[mark.start : mark.end] in {"Smith", "Anna Jones", "Ukraine"} for each in cut for mark in each.marks)


def test_figures_count_strictly_and_leave_open_marks_out() -> None:
    from annotator.core.drafts import SpanDraft

    gold = [passage("Mr Smith met Anna Jones in Ukraine.", ("Smith", "PERSON"), ("Anna Jones", "PERSON"), ("Ukraine", "PLACE"))]
    spans = [SpanDraft(3, 8, "PERSON", 0.9), SpanDraft(13, 17, "PERSON", 0.6), SpanDraft(27, 34, "LOC", 0.8)]
    outcome = measured(lambda texts: [spans for _ in texts], gold)
    assert outcome.figures()["PERSON"] == {"p": 0.5, "r": 0.5, "f": 0.5, "n": 2}
    assert outcome.figures()["PLACE"] == {"p": 1.0, "r": 1.0, "f": 1.0, "n": 1}
    open_mark = [Passage("French wine", (Mark(0, 6, frozenset({"", "NORP"})),), COMPLETE, "wikigold")]
    outcome = measured(lambda texts: [[SpanDraft(0, 6, "NORP", 0.5)] for _ in texts], open_mark)
    assert outcome.figures()["all"]["n"] == 0
    assert outcome.scored == []


def test_a_calibrated_score_lies_between_the_points_beside_it() -> None:
    assert calibrated(0.5, ((0.0, 0.0), (1.0, 0.5))) == pytest.approx(0.25)


def test_the_command_refuses_a_corpus_it_does_not_know(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--out", str(tmp_path / "out"), "--leave-out", "reuters"]) == 2
    assert "No corpus is named reuters" in capsys.readouterr().err


def test_a_fitted_line_never_falls_and_gives_the_shares_that_were_right() -> None:
    scored_names = [(0.9, at % 10 < 5) for at in range(200)] + [(0.3, at % 10 < 1) for at in range(200)] + [(0.6, False)] * 40
    line = rising_line(scored_names)
    assert all(first[0] < second[0] and first[1] <= second[1] for first, second in pairwise(line))
    assert calibrated(0.9, line) == pytest.approx(0.5, abs=0.03)
    assert calibrated(0.3, line) < 0.12


def test_too_few_names_leave_the_scores_as_they_are() -> None:
    assert rising_line([(0.9, True)] * 10) == ()


def test_as_a_suggester_it_proposes_what_it_finds_one_by_one_and_in_a_stream(trained: Path) -> None:
    suggester = ModelSuggester(load_model(trained))
    texts = ["Mr Smith met Anna Jones in Ukraine.", ""]
    first, second = suggester.propose(texts)
    assert [each.place for each in first] == [(3, 8, "PERSON"), (13, 23, "PERSON"), (27, 34, "GPE")]
    assert second == ()
    assert [each.place for each in suggester.source(texts[0])] == [each.place for each in first]
    assert set(suggester.labels) == set(LABELS)


def test_texts_of_very_different_lengths_in_one_batch_come_out_as_they_do_alone(trained: Path) -> None:
    nlp = load_model(trained)
    texts = ["Mr Smith met Anna Jones in Ukraine. " * times for times in (900, 1, 0, 300, 2)]
    together = [[(s.start, s.label) for s in scored(doc)] for doc in nlp.pipe(texts)]
    assert together == [[(s.start, s.label) for s in scored(nlp(text))] for text in texts]
    assert len(together[0]) == 2700


def test_the_component_can_be_handed_to_another_process(trained: Path) -> None:
    names = load_model(trained).get_pipe("annotator_names")
    again = pickle.loads(pickle.dumps(names))  # noqa: S301 (our own object, as multiprocessing passes it on)
    assert again.labels == names.labels
    assert np.array_equal(again.links.get_param("W"), names.links.get_param("W"))


def test_the_mean_of_two_pipelines_lies_between_them(trained: Path) -> None:
    first, second = (cast(Names, load_model(trained).get_pipe("annotator_names")) for _ in range(2))
    before = first.links.get_param("W").copy()
    second.links.set_param("W", before + 2.0)
    first.take_mean([first, second])
    assert np.allclose(first.links.get_param("W"), before + 1.0)
