"""The adjudicate screen in a real window on the work of three invented people: settled by keys alone, and everything around it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from annotator.formats.schemes import shipped_scheme
from annotator.project.cases import Case, Disagreement, Kind, Reading
from annotator.project.comparing import Rule
from annotator.project.exports import ExportOptions
from annotator.ui.adjudicate.asks import EqualCases, RuleChoice
from annotator.ui.adjudicate.card import Card
from annotator.ui.adjudicate.lane_view import LaneView
from annotator.ui.adjudicate.list_pane import Scope, Sorting, Wish
from annotator.ui.adjudicate.question_list import QuestionModel
from annotator.ui.adjudicate.screen import AdjudicateScreen
from annotator.ui.adjudicate.telling import Names, question
from annotator.ui.adjudicate.values import Bar, Choice, LaneShown, Question, Side, Site, Tag, ordinal, short_names
from annotator.ui.label_popup import LabelPopup
from annotator.ui.theme import Theme
from tests.ui.pausing import pause
from tests.ui.sitting import ALT, CTRL, SHIFT, Key, Sitting, made
from tests.ui.three_people import FOUR, ONE, THREE, TWO


@pytest.fixture
def sitting(theme: Theme, hub: Path, tmp_path: Path) -> Iterator[Sitting]:
    """A window of somebody who adjudicates, on that screen."""
    made(tmp_path)
    sitting = Sitting(theme, Path(shutil.copy(hub, tmp_path)))
    sitting.press(Key.Key_4, modifiers=CTRL)
    pause(10)
    yield sitting
    sitting.end()


def screen(sitting: Sitting) -> AdjudicateScreen:
    found = sitting.window.comparing.adjudicate
    assert found is not None
    return found


def words(sitting: Sitting) -> str:
    case = screen(sitting).judging.case
    return case.found.words if case else ""


def open_(sitting: Sitting) -> list[str]:
    judging = screen(sitting).judging
    return [case.found.words for number in judging.order if judging.is_open(case := judging.cases[number])]


def settled(sitting: Sitting, said: str) -> list[tuple[str, str]]:
    """What the adjudicated layer holds within some words, as (words, label)."""
    project = sitting.window.project
    assert project is not None
    found = []
    for each in project.settling.settled():
        text = project.entries.entry(each.row).text
        if text[each.start : each.end] == said:
            found += [(text[start:end], label) for start, end, label in each.places] or [("", "")]
    return found


def test_three_people_are_settled_by_keys_alone_and_the_layer_goes_out_as_was_decided(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LabelPopup, "ask", lambda _parent, _theme, offers, *_: next(each.id for each in offers if each.key == "GPE"))
    monkeypatch.setattr(RuleChoice, "ask", lambda _parent, _theme, _layers, look: look(Rule.UNANIMOUS, ""))
    assert len(open_(sitting)) == 11
    assert words(sitting) == "Winter Plan"
    sitting.press(Key.Key_2)
    assert words(sitting) == "South Halden"
    sitting.press(Key.Key_1)
    assert words(sitting) == "Gate Four"
    sitting.press(Key.Key_M)
    assert words(sitting) == "The Lindenau Courier"
    sitting.press(Key.Key_E)
    sitting.press(Key.Key_Left, modifiers=SHIFT)
    sitting.press(Key.Key_Return)
    assert words(sitting) == "council of Lindenau"
    sitting.press(Key.Key_2)
    assert words(sitting) == "north bank"
    sitting.press(Key.Key_Return)
    assert words(sitting) == "next spring"
    sitting.press(Key.Key_0)
    assert words(sitting) == "South Halden"
    sitting.press(Key.Key_2)
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert words(sitting) == "South Halden"
    sitting.press(Key.Key_1)
    sitting.press(Key.Key_M)
    assert words(sitting) == "tonight"
    sitting.press(Key.Key_1)
    sitting.press(Key.Key_0)
    assert open_(sitting) == []
    assert sitting.window.status._done.text() == "11 of 11 settled"
    sitting.press(Key.Key_R)
    project = sitting.window.project
    assert project is not None
    written = project.exports.write(ExportOptions("jsonl", layer="adjudicated"), tmp_path / "out.jsonl")
    rows = [json.loads(line) for line in written.files[0].read_text(encoding="utf-8").splitlines()]
    got = {row["text"]: [(row["text"][each["start"] : each["end"]], each["label"]) for each in row["spans"]] for row in rows}
    assert got == {
        ONE: [
            ("Port Selwyn Harbour Authority", "ORG"), ("Winter Plan", "LAW"), ("Monday", "DATE"), ("Lev Tarn", "PERSON"),
            ("Brightline Shipping", "ORG"), ("South Halden", "GPE"), ("Orrin Canal", "FAC"), ("Gate Four", "FAC"), ("Lindenau", "GPE"),
        ],
        TWO: [("council of Lindenau", "ORG"), ("north bank", "LOC"), ("Tarn", "PERSON"), ("South Halden", "GPE")],
        THREE: [("Brightline", "ORG"), ("tonight", "TIME"), ("Tarn", "PERSON"), ("Haifa", "GPE")],
        FOUR: [],
    }  # fmt: skip


def test_a_case_that_was_settled_goes_and_comes_back_with_undo_and_redo(sitting: Sitting) -> None:
    sitting.press(Key.Key_2)
    assert "Winter Plan" not in open_(sitting)
    assert settled(sitting, "Winter Plan") == [("Winter Plan", "LAW")]
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert words(sitting) == "Winter Plan"
    assert open_(sitting)[0] == "Winter Plan"
    assert settled(sitting, "Winter Plan") == []
    sitting.press(Key.Key_Z, modifiers=CTRL | SHIFT)
    assert settled(sitting, "Winter Plan") == [("Winter Plan", "LAW")]


def test_a_settled_case_can_be_settled_otherwise(sitting: Sitting) -> None:
    sitting.press(Key.Key_2)
    judging = screen(sitting).judging
    screen(sitting).left.chips.show_chosen(Scope.SETTLED)
    screen(sitting).left.wished.emit()
    assert [judging.cases[each].found.words for each in judging.order] == ["Winter Plan"]
    assert judging.choice == 1
    sitting.press(Key.Key_0)
    assert settled(sitting, "Winter Plan") == [("", "")]


def test_no_entity_is_a_decision_and_is_said_so(sitting: Sitting) -> None:
    sitting.press(Key.Key_0)
    assert settled(sitting, "Winter Plan") == [("", "")]
    assert screen(sitting).right.lately.model().index(0, 0).data() == "Winter Plan, no entity, you, just now"


def test_without_a_majority_the_key_says_so_and_settles_nothing(sitting: Sitting) -> None:
    sitting.press(Key.Key_M)
    assert "majority" in sitting.window.status._saved.text()
    assert words(sitting) == "Winter Plan"
    assert len(open_(sitting)) == 11


def test_a_number_without_a_reading_says_so(sitting: Sitting) -> None:
    sitting.press(Key.Key_7)
    assert "no reading 7" in sitting.window.status._saved.text()
    assert len(open_(sitting)) == 11


def test_alt_and_a_labels_key_gives_that_label_to_the_chosen_reading(sitting: Sitting) -> None:
    scheme = screen(sitting).judging.scheme
    key = next(each.shortcut for each in scheme.active if each.key == "ORG")
    sitting.press(Key(ord(key.upper())), modifiers=ALT)
    assert settled(sitting, "Winter Plan") == [("Winter Plan", "ORG")]


def test_escape_gives_up_choosing_another_span(sitting: Sitting) -> None:
    sitting.press(Key.Key_E, Key.Key_Escape)
    sitting.press(Key.Key_2)
    assert settled(sitting, "Winter Plan") == [("Winter Plan", "LAW")]


def test_tab_goes_to_the_next_open_case_and_settles_nothing(sitting: Sitting) -> None:
    sitting.press(Key.Key_Tab)
    assert words(sitting) == "South Halden"
    sitting.press(Key.Key_Backtab, modifiers=SHIFT)
    assert words(sitting) == "Winter Plan"
    assert len(open_(sitting)) == 11


def test_names_can_be_hidden_and_shown_again(sitting: Sitting) -> None:
    view, card = screen(sitting).view, screen(sitting).card
    assert [lane.name for lane in view._shown] == ["Ada Reyes", "Bo Lind", "Cyra Moss"]
    sitting.press(Key.Key_H)
    assert [lane.name for lane in view._shown] == ["1st", "2nd", "3rd"]
    assert {who for choice in card.choices for who in choice.who} == {"1st", "2nd", "3rd"}
    assert "names hidden" in sitting.window.status._cost.text()
    sitting.press(Key.Key_H)
    assert [lane.name for lane in view._shown] == ["Ada Reyes", "Bo Lind", "Cyra Moss"]


def test_the_lanes_say_what_is_agreed_who_differs_and_who_marked_nothing(sitting: Sitting) -> None:
    ada, bo, cyra = screen(sitting).view._shown
    assert [bar.tag.key for bar in ada.bars if bar.agreed] == ["ORG", "DATE", "PERSON", "ORG", "FAC"]
    assert [ONE[bar.start : bar.end] for bar in bo.bars if not bar.agreed] == ["Winter Plan", "South Halden", "Lindenau Courier"]
    assert (ada.silent, bo.silent, cyra.silent) == (False, False, True)
    assert ada.shorter == ("Ada", "A")
    assert "Cyra Moss: none" in screen(sitting).view.accessibleDescription()


def test_cases_are_filtered_by_kind_label_and_person_and_sorted(sitting: Sitting) -> None:
    judging = screen(sitting).judging

    def listed(wish: Wish) -> list[str]:
        judging.list_cases(wish)
        return [judging.cases[each].found.words for each in judging.order]

    assert listed(Wish(kind="missing")) == ["Gate Four", "next spring", "tonight"]
    assert listed(Wish(label="LAW")) == ["Winter Plan"]
    assert len(listed(Wish(layer=judging.layers[0].id.hex()))) == 11
    assert listed(Wish(layer="00")) == []
    by_cost = listed(Wish(sorting=Sorting.COSTLY))
    costs = [judging.cases[each].found.cost for each in judging.order]
    assert sorted(by_cost) == sorted(listed(Wish()))
    assert costs == sorted(costs, reverse=True)
    listed(Wish(sorting=Sorting.OFTEN))
    assert judging.headings[0] == (0, "Winter Plan  once")


def test_every_equal_case_is_shown_first_and_taken_back_by_one_undo(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert words(sitting) == "north bank"
    monkeypatch.setattr(EqualCases, "ask", lambda *_: True)
    sitting.press(Key.Key_S)
    assert settled(sitting, "north bank") == [("north bank", "LOC")]
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert settled(sitting, "north bank") == []


def test_a_rule_takes_what_is_agreed_in_one_step(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    project = sitting.window.project
    assert project is not None
    plans = []
    dialog = RuleChoice(None, sitting.window.theme, ["Ada Reyes"], lambda rule, who: project.settling.by_rule(rule, named=who))
    for place in range(4):
        dialog.rule.setCurrentIndex(place)
        dialog._plan()
        assert dialog.plan is not None
        plans.append((dialog.plan.unanimous, dialog.plan.by_rule, dialog.verb_button.text()))
    assert plans == [(8, 0, "Take 8 places"), (8, 8, "Take 16 places"), (8, 8, "Take 16 places"), (8, 11, "Take 19 places")]
    dialog.deleteLater()
    monkeypatch.setattr(RuleChoice, "ask", lambda _parent, _theme, _layers, look: look(Rule.UNANIMOUS, ""))
    sitting.press(Key.Key_R)
    assert len(project.settling.settled()) == 8
    assert len(open_(sitting)) == 11
    sitting.press(Key.Key_Z, modifiers=CTRL)
    assert project.settling.settled() == []


def test_the_keys_of_labelling_do_nothing_while_adjudicating(sitting: Sitting) -> None:
    window = sitting.window
    for command in ("accept", "skip", "flag", "every-same", "label PERSON"):
        assert not window.actions_[command].isEnabled(), command
    sitting.press(Key.Key_3, modifiers=CTRL)
    assert window.actions_["skip"].isEnabled()
    assert not window.actions_["take majority"].isEnabled()


def test_work_merged_meanwhile_and_a_changed_reading_are_seen_at_once(sitting: Sitting) -> None:
    project = sitting.window.project
    assert project is not None
    sitting.press(Key.Key_2)
    sitting.press(Key.Key_3, modifiers=CTRL)
    row = next(row for row in project.entries.rows() if project.entries.entry(row).text == TWO)
    start = TWO.index("pause")
    project.spans.label(row, start, start + 5, project.scheme.label("EVENT").id)
    project.entries.done(row)
    sitting.press(Key.Key_4, modifiers=CTRL)
    pause(10)
    assert "pause" in open_(sitting)


def test_one_layer_only_says_what_is_needed(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    sitting.press(Key.Key_4, modifiers=CTRL)
    assert screen(sitting)._empty._sentence.text() == "One layer only: adjudicating needs two."
    sitting.end()


def test_the_model_of_questions_keeps_the_rules_of_models(application: QApplication, qtmodeltester: ModelTester) -> None:
    model = QuestionModel(lambda number: Question(number, f"words {number}", "label", (Side("A", (Tag("ORG"),)), Side("B"))))
    model.show_rows(range(300))
    qtmodeltester.check(model)
    assert model.index(7).data() == "words 7, label, A ORG; B none, open"


def test_names_are_told_apart_by_as_few_letters_as_it_takes() -> None:
    assert short_names(["Ada Reyes", "Bo Lind"]) == ["A", "B"]
    assert short_names(["Ada Reyes", "Anna Bell"]) == ["AR", "AB"]
    assert short_names(["Ada Reyes", "Ada Reyes", ""]) == ["AR1", "AR2", "?"]
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]


def test_who_reads_alike_is_named_while_that_is_short_and_counted_where_it_is_not() -> None:
    people = [bytes([number]) * 16 for number in range(8)]
    scheme = shipped_scheme("news")
    readings = Reading(((0, 4, "ORG"),), tuple(people[:6])), Reading(((0, 4, "GPE"),), (people[6],)), Reading((), (people[7],))
    case = Case(1, Disagreement(b"e" * 16, 0, 4, Kind.LABEL, readings, "Riga"))
    two = Names({}, {each: f"A{number}" for number, each in enumerate(people)})
    assert [side.who for side in question(0, case, scheme, two, changed=False).sides] == ["× 6", "A6", "A7"]
    one = Names({}, {each: "ABCDEFGH"[number] for number, each in enumerate(people)})
    assert [side.who for side in question(0, case, scheme, one, changed=False).sides] == ["× 6", "G", "H"]
    few = replace(case, found=replace(case.found, readings=(Reading(((0, 4, "ORG"),), tuple(people[:3])), readings[1])))
    assert [side.who for side in question(0, few, scheme, one, changed=False).sides] == ["ABC", "G"]


def test_a_bar_stands_under_its_words_in_writing_from_right_to_left_too(theme: Theme) -> None:
    text = "הנמל של חיפה נשאר סגור"
    view = LaneView(theme)
    view.resize(700, 400)
    start = text.index("חיפה")
    bar = Bar(start, start + 4, Tag("GPE", 3))
    view.show_case(text, head=None, titled=0, lanes=[LaneShown("Ada", (bar,)), LaneShown("Bo")], sites=[])
    view.show_lanes([LaneShown("Ada", (bar,)), LaneShown("Bo")], [], Site(0, 0, start + 4))
    view.show()
    (words,), (first,) = view.boxes(start, start + 4), view.boxes(0, 4)
    assert words.right() < first.left()
    image = view.viewport().grab().toImage()
    row = next(iter(view._rows(view.boxes(0, 1)[0])))
    middle = round(view._lane_top(row, 0) + 7)
    tint = theme.colours.accent_tint.lower()
    inside = {image.pixelColor(x, middle + 3).name() for x in range(round(words.left()) + 8, round(words.right()) - 8)}
    outside = {image.pixelColor(x, middle + 3).name() for x in range(round(first.left()) + 8, round(first.right()) - 8)}
    assert tint not in inside
    assert outside == {tint}
    view.deleteLater()


def test_the_card_says_its_readings_in_words(theme: Theme, qtmodeltester: ModelTester) -> None:
    card = Card(theme)
    choices = [Choice("1", (("South Halden", Tag("GPE", 3)),), ("A", "C"), chosen=True), Choice("0", (), ("B",), "marked nothing")]
    card.show_choices("Which?", "both", choices, can=True)
    model = card.list.model()
    qtmodeltester.check(model)
    assert model.index(0, 0).data() == "“South Halden” GPE, A C, key 1, chosen"
    assert model.index(1, 0).data() == "No entity, marked nothing, B, key 0"
    card.deleteLater()
