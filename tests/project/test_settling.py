"""Settling: by hand, everywhere at once, by a rule; two adjudicators; what is settled stays, and is shown again when its ground changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.errors import InputError, RuleError
from annotator.core.model import Overlap, State
from annotator.project.assigning import Dealing
from annotator.project.door import Project
from annotator.project.examples import extended, line
from annotator.project.reports import ImportOptions
from annotator.project.settling import Rule
from annotator.project.studying import Asked
from tests.project.making import again, copied, digest, faults, label, new_project, row_with, write_jsonl

NAMES = ("Bea", "Cem", "Dan")
TEXTS = (
    "Kremlin aides met in Riga.",
    "The Kremlin did not answer; Riga Castle was dark.",
    "Kremlin aides left.",
    "Nobody came.",
)
READ = {
    "Bea": (("Kremlin ORG", "Riga GPE"), ("Kremlin ORG", "Riga Castle FAC"), ("Kremlin ORG",), ()),
    "Cem": (("Kremlin ORG", "Riga GPE"), ("Kremlin ORG", "Riga GPE"), ("Kremlin ORG",), ()),
    "Dan": (("Kremlin GPE", "Riga GPE"), ("Kremlin GPE", "Castle FAC"), ("Kremlin GPE",), ("Nobody PERSON",)),
}


def annotated(tmp_path: Path, overlap: Overlap | None = None) -> Path:
    """A hub with the work of three, merged from their bundles."""
    with new_project(tmp_path, overlap=overlap) as hub:
        hub.imports.take(write_jsonl(tmp_path / "news.jsonl", [(text, []) for text in TEXTS]), ImportOptions())
        people = [hub.assigning.person(name) for name in NAMES]
        hub.assigning.assign(hub.assigning.plan(people, Dealing(everyone=True)))
        files = [hub.bundles.write(name, tmp_path / name).path for name in NAMES]
        path = hub.path
    for number, (file, name) in enumerate(zip(files, NAMES, strict=True)):
        with again(file, name=name, seed=10 + number) as bundle:
            for text, said in zip(TEXTS, READ[name], strict=True):
                row = row_with(bundle, text)
                for each in said:
                    label(bundle, row, *each.rsplit(" ", 1))  # type: ignore[arg-type]
                bundle.entries.done(row)
    with again(path, seed=20) as hub:
        hub.merging.merge(files)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return annotated(tmp_path)


@pytest.fixture
def hub(path: Path) -> Iterator[Project]:
    with again(path, seed=30) as project:
        yield project


def words(project: Project) -> list[str]:
    return [case.found.words for case in project.settling.cases(only_open=True)]


def adjudicated(project: Project) -> list[tuple[str, str]]:
    return [
        (project.entries.entry(each.row).text[start:end], key)
        for each in project.settling.settled()
        if not each.contested
        for start, end, key in each.places
    ]


def test_the_entry_is_shown_in_lanes_with_what_all_agree_on_and_its_cases(hub: Project) -> None:
    shown = hub.settling.entry(row_with(hub, "met in Riga"))
    assert [name for _, name, _ in shown.lanes] == list(NAMES)
    assert shown.agreed == ((21, 25, "GPE"),)
    assert [(case.found.words, case.open) for case in shown.cases] == [("Kremlin", True)]
    assert (shown.state, shown.settled) == (State.FRESH, ())


def test_a_reading_is_taken_and_what_all_agree_on_comes_with_it(hub: Project) -> None:
    case = next(hub.settling.cases())
    hub.settling.take(case, 1, comment="as the guideline says")
    assert adjudicated(hub) == [("Kremlin", "GPE"), ("Riga", "GPE")]
    how = [(each.how, each.by, each.comment) for each in hub.settling.settled()]
    assert how == [("person", "Ada", "as the guideline says"), ("unanimous", "Ada", "")]
    assert hub.settling.entry(case.row).state is State.DONE
    assert faults(hub) == []
    hub.history.undo()
    assert hub.settling.settled() == []
    assert hub.settling.entry(case.row).state is State.FRESH


def test_no_entity_is_a_decision_as_well(hub: Project) -> None:
    case = next(each for each in hub.settling.cases() if each.found.words == "Nobody")
    hub.settling.no_entity(case)
    (settled,) = hub.settling.settled()
    assert (settled.places, settled.how) == ((), "person")
    assert "Nobody" not in words(hub)
    assert faults(hub) == []


def test_the_majority_is_taken_where_there_is_one(hub: Project) -> None:
    hub.settling.take_majority(next(hub.settling.cases()))
    assert ("Kremlin", "ORG") in adjudicated(hub)
    three_ways = next(each for each in hub.settling.cases() if each.found.words == "Riga Castle")
    with pytest.raises(InputError, match="No reading has a majority"):
        hub.settling.take_majority(three_ways)


def test_other_spans_are_made_and_a_later_word_replaces_the_earlier(hub: Project) -> None:
    row = row_with(hub, "Castle")
    hub.settling.other(row, 28, 39, [(24, 39, "FAC")])
    hub.settling.other(row, 28, 39, [(28, 39, "LOC")])
    assert [each for each in adjudicated(hub) if "Castle" in each[0]] == [("Riga Castle", "LOC")]
    with pytest.raises(RuleError):
        hub.settling.other(row, 28, 39, [(28, 39, "LOC"), (28, 32, "GPE")])
    with pytest.raises(RuleError):
        hub.settling.other(row, 3, 4, [])
    with pytest.raises(InputError, match="retired or unknown"):
        hub.settling.other(row, 28, 39, [(28, 39, "NO_SUCH")])
    assert faults(hub) == []


def test_a_comment_on_what_a_rule_settled_leaves_how_it_came_and_what_it_is(hub: Project) -> None:
    hub.settling.take_by_rule(hub.settling.by_rule(Rule.MAJORITY))
    case = next(each for each in hub.settling.cases() if not each.open)
    before = case.settled[0]
    hub.settling.remark(case, "As in the guideline.")
    after = next(each for each in hub.settling.settled() if (each.row, each.start) == (before.row, before.start))
    assert (after.comment, after.how, after.places) == ("As in the guideline.", before.how, before.places)
    assert faults(hub) == []
    hub.history.undo()
    assert before in hub.settling.settled()
    with pytest.raises(InputError, match="goes with the settling"):
        hub.settling.remark(next(hub.settling.cases(only_open=True)), "Too early.")


def test_equal_cases_are_settled_everywhere_with_preview_and_one_undo(hub: Project) -> None:
    case = next(hub.settling.cases())
    everywhere = hub.settling.equal(case, 0)
    assert everywhere.said == "“Kremlin”: ORG, in 3 places"
    assert hub.settling.settled() == []
    hub.settling.take_everywhere(everywhere)
    assert [each for each in adjudicated(hub) if each[0] == "Kremlin"] == [("Kremlin", "ORG")] * 3
    assert faults(hub) == []
    hub.history.undo()
    assert hub.settling.settled() == []
    hub.history.redo()
    assert words(hub) == ["Riga Castle", "Nobody"]


@pytest.mark.parametrize(
    ("rule", "named", "left"),
    [
        (Rule.UNANIMOUS, "", ["Kremlin", "Kremlin", "Riga Castle", "Kremlin", "Nobody"]),
        (Rule.MAJORITY, "", ["Riga Castle"]),
        (Rule.STRICT, "", ["Riga Castle"]),
        (Rule.NAMED, "Dan", []),
    ],
)
def test_a_rule_takes_what_it_can_in_one_step_and_leaves_the_rest_open(hub: Project, rule: Rule, named: str, left: list[str]) -> None:
    before = digest(hub)
    plan = hub.settling.by_rule(rule, named=named)
    assert digest(hub) == before
    assert plan.open == len(left)
    hub.settling.take_by_rule(plan)
    assert words(hub) == left
    assert {each.how for each in hub.settling.settled()} <= {"unanimous", rule.value}
    assert faults(hub) == []
    assert not hub.settling.take_by_rule(hub.settling.by_rule(rule, named=named))
    hub.history.undo()
    assert digest(hub) == before


def test_what_was_settled_by_hand_no_rule_touches(hub: Project) -> None:
    hub.settling.no_entity(next(hub.settling.cases()))
    hub.settling.take_by_rule(hub.settling.by_rule(Rule.MAJORITY))
    assert adjudicated(hub)[0] == ("Riga", "GPE")
    assert hub.settling.settled()[0].places == ()


def test_a_named_annotator_must_be_among_those_compared(hub: Project) -> None:
    with pytest.raises(InputError, match="Name one of: Bea, Cem, Dan"):
        hub.settling.by_rule(Rule.NAMED, named="Zoe")


def test_settled_cases_stay_and_are_listed_when_their_ground_changes(hub: Project, tmp_path: Path) -> None:
    hub.settling.take_by_rule(hub.settling.by_rule(Rule.MAJORITY))
    assert hub.settling.revisit() == []
    held = adjudicated(hub)
    with again(tmp_path / "Dan.annotator", name="Dan", seed=40) as dan:
        row = row_with(dan, "left.")
        span = dan.spans.marks(row).spans[0]
        dan.spans.relabel(row, span.id, dan.scheme.label("ORG").id)
    hub.merging.merge([tmp_path / "Dan.annotator"])
    assert adjudicated(hub) == held
    (changed,) = hub.settling.revisit()
    assert dict(changed.then)["Dan"] == ((0, 7, "GPE"),)
    assert dict(changed.now)["Dan"] == ((0, 7, "ORG"),)
    hub.settling.keep([changed])
    assert hub.settling.revisit() == []
    assert adjudicated(hub) == held
    assert faults(hub) == []


def test_what_is_settled_where_nobody_disagrees_any_more_is_a_case_of_its_own_until_it_is_kept(hub: Project, tmp_path: Path) -> None:
    case = next(hub.settling.cases(rows=[row_with(hub, "left.")]))
    hub.settling.no_entity(case)
    for number, name in enumerate(("Bea", "Cem", "Dan"), start=60):
        with again(tmp_path / f"{name}.annotator", name=name, seed=number) as one:
            row = row_with(one, "left.")
            for span in one.spans.marks(row).spans:
                one.spans.remove(row, span.id)
    hub.merging.merge([tmp_path / f"{name}.annotator" for name in ("Bea", "Cem", "Dan")])
    assert list(hub.settling.cases(rows=[case.row])) == []
    (changed,) = hub.settling.revisit(rows=[case.row])
    assert hub.settling.revisit() == [changed]
    alone = hub.settling.alone(changed)
    assert (alone.found.words, alone.open, len(alone.found.readings)) == ("Kremlin", False, 1)
    hub.settling.keep([changed])
    assert hub.settling.revisit() == []
    hub.history.undo()
    assert len(hub.settling.revisit()) == 1
    assert faults(hub) == []


def test_a_decision_becomes_an_example_in_the_guideline_of_its_label(hub: Project) -> None:
    case = next(each for each in hub.settling.cases() if each.found.words == "Kremlin")
    hub.settling.take(case, 0, comment="the *place*, not the state")
    (settled,) = [each for each in hub.settling.settled() if (each.start, each.end) == (case.found.start, case.found.end)]
    (_, _, key) = settled.places[0]
    before = hub.scheme.label(key).guideline
    assert "as an example" in hub.examples.add(settled).message
    after = hub.scheme.label(key).guideline
    assert after.startswith(before.rstrip())
    assert after.endswith(f"- **Kremlin** aides met in Riga. → {key} (the \\*place\\*, not the state)")
    assert after.count("**Examples**") == 1
    with pytest.raises(InputError, match="already"):
        hub.examples.add(settled)
    hub.history.undo()
    assert hub.scheme.label(key).guideline == before


def test_no_entity_is_an_example_of_what_the_labels_are_not_that_were_read_there(hub: Project) -> None:
    case = next(each for each in hub.settling.cases() if each.found.words == "Kremlin")
    hub.settling.no_entity(case)
    (settled,) = [each for each in hub.settling.settled() if each.start == case.found.start]
    hub.examples.add(settled)
    for key in sorted(case.found.labels):
        assert hub.scheme.label(key).guideline.endswith(f" → not {key}")


def test_an_example_is_cut_at_words_and_escaped() -> None:
    text = "word " * 30 + "The [Kremlin] left " + "again " * 30
    start = text.index("Kremlin")
    said = line(text, start, start + 7, "GPE", right=True)
    assert said.startswith("- … word")
    assert said.endswith("again … → GPE")
    assert "The \\[**Kremlin**\\] left" in said
    assert extended("", ["- a"]) == "**Examples**\n\n- a"
    assert extended(extended("Text.", ["- a"]), ["- b"]) == "Text.\n\n**Examples**\n\n- a\n- b"


def test_settling_among_some_layers_does_not_ask_for_the_others(hub: Project) -> None:
    asked = Asked(("Bea", "Cem"))
    hub.settling.take_by_rule(hub.settling.by_rule(Rule.UNANIMOUS, asked=asked))
    assert ("Kremlin", "ORG") in adjudicated(hub)
    assert hub.settling.revisit() == []


def two_adjudicators(path: Path, tmp_path: Path, *, agree: bool) -> tuple[Path, Path]:
    other = copied(path, tmp_path / "other")
    with again(path, seed=50) as ada:
        ada.settling.take(next(ada.settling.cases()), 0)
    with again(other, name="Eva", seed=51) as eva:
        eva.settling.take(next(eva.settling.cases()), 0 if agree else 1)
    return path, other


def test_two_adjudicators_who_differ_leave_the_place_open(path: Path, tmp_path: Path) -> None:
    one, other = two_adjudicators(path, tmp_path, agree=False)
    digests = set()
    for number, (first, second) in enumerate(((one, other), (other, one))):
        with again(copied(first, tmp_path / f"merged {number}"), seed=60 + number) as project:
            project.merging.merge([second])
            assert faults(project) == []
            # Who opened the file introduced herself in it; all else is the same whichever way they came together.
            assert ("Kremlin", "ORG") not in adjudicated(project)
            case = next(project.settling.cases())
            assert (case.open, sorted(each.by for each in case.contested)) == (True, ["Ada", "Eva"])
            digests.add(digest(project))
            project.settling.take(case, 0)
            assert not next(project.settling.cases()).open
            assert faults(project) == []
    assert len(digests) == 1


def test_two_adjudicators_who_agree_leave_it_settled(path: Path, tmp_path: Path) -> None:
    one, other = two_adjudicators(path, tmp_path, agree=True)
    with again(one, seed=60) as project:
        project.merging.merge([other])
        assert adjudicated(project).count(("Kremlin", "ORG")) == 2
        assert project.layers.named("adjudicated").spans == 2
        assert not next(project.settling.cases()).open
        assert faults(project) == []


def test_names_within_names_are_settled_apart(tmp_path: Path) -> None:
    path = annotated(tmp_path, Overlap.NESTED)
    with again(path, seed=30) as hub:
        row = row_with(hub, "Castle")
        hub.settling.other(row, 28, 39, [(28, 39, "FAC")])
        hub.settling.other(row, 28, 32, [(28, 32, "GPE")])
        assert adjudicated(hub) == [("Riga", "GPE"), ("Riga Castle", "FAC")]
        assert hub.layers.named("adjudicated").spans == 2
        assert faults(hub) == []


def test_progress_is_live(hub: Project) -> None:
    assert (hub.settling.progress().cases, hub.settling.progress().open) == (5, 5)
    hub.settling.take(next(hub.settling.cases()), 0)
    assert hub.settling.progress().open == 4
    hub.history.undo()
    assert hub.settling.progress().open == 5


def test_the_adjudicated_layer_is_held_against_an_annotator(hub: Project) -> None:
    hub.settling.take_by_rule(hub.settling.by_rule(Rule.NAMED, named="Bea"))
    found = hub.evaluating.evaluate("adjudicated", "Bea", resamples=0)
    assert (found.scores.entries, found.scores.strict_all.f1.value) == (4, 1.0)
    with pytest.raises(InputError, match="held against itself"):
        hub.evaluating.evaluate("Bea", "Bea")
    with pytest.raises(InputError, match="nothing to compare"):
        hub.evaluating.evaluate("Bea")


def test_only_entries_that_both_have_done_are_compared_unless_asked(hub: Project, tmp_path: Path) -> None:
    with again(tmp_path / "Dan.annotator", name="Dan", seed=40) as dan:
        dan.entries.reopen(row_with(dan, "left."))
    hub.merging.merge([tmp_path / "Dan.annotator"])
    assert words(hub).count("Kremlin") == 2
    assert hub.studying.groups(Asked(unfinished=True))[0].said == "Kremlin: ORG by two, GPE by one, 3 times"
    with pytest.raises(InputError, match="named twice"):
        hub.studying.layers(Asked(("Bea", "Bea")))
    with pytest.raises(InputError, match="adjudicated"):
        hub.studying.layers(Asked(("Bea", "adjudicated")))
