"""Entries are found by words and by filters, in corpus order; filters on suggestions know nothing of the control group."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.decisions import Draft, Kind, Step
from annotator.core.errors import InputError
from annotator.core.model import Overlap
from annotator.core.query import parsed
from annotator.project.door import Project
from annotator.project.finding import Finding, Scope
from annotator.project.listing import Corpus, Order, days, listed
from annotator.project.reports import ImportOptions
from tests.project.harbour import label_id, project_of, tag

TEXTS = (
    "Ines Okafor met the Port Selwyn Guild in Lindenau.",
    "The Orrin Canal opens on Monday, said Okafor.",
    "Nothing was said about tolls. Orrin is quiet.",
    "市长在北京会见了港口工会。",
    "Port authorities reopen the Orrin Canal; 5 % more tolls.",
    "ท่าเรือกรุงเทพเปิดแล้ว",
)
SPANS = {
    0: (("Ines Okafor", "PERSON", 0.97, "rules"), ("Lindenau", "GPE", 0.45, "model"), ("Port Selwyn Guild", "ORG", 0.7, "rules")),
    1: (("Orrin Canal", "FAC", 0.3, "model"), ("Monday", "DATE", 0.95, "rules")),
    4: (("Orrin Canal", "FAC", 0.6, "model"), ("Canal", "LOC", 0.2, "rules")),
}


def made(folder: Path, *, overlap: Overlap = Overlap.FLAT) -> Project:
    """Return a project of the texts above: two sources, dated two days, suggestions of two suggesters."""
    project = project_of(folder, ["An entry that is hidden at once."], overlap=overlap)
    for number, part in enumerate((range(3), range(3, 6))):
        lines = []
        for at in part:
            text = TEXTS[at]
            spans = [
                {"start": text.index(words), "end": text.index(words) + len(words), "label": label, "score": score, "origin": origin}
                for words, label, score, origin in SPANS.get(at, ())
            ]
            meta = {"title": f"Post {at}", "published": f"2031-02-1{number}T0{at}:30" if at < 5 else ""}
            lines.append(json.dumps({"text": text, "spans": spans, "meta": meta}, ensure_ascii=False))
        file = folder / f"day {number}.jsonl"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        project.imports.take(file, ImportOptions())
    project.entries.hide(1)
    # What is imported is its file's; here the origins are to be suggesters of their own.
    project.desk.conn.execute("UPDATE suggestions SET suggester = why")
    return project


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Return a project that nobody changes: entry 0 has a span and is done, 1 begun, 2 skipped, 3 flagged and remarked on, 4 unsure."""
    with made(tmp_path_factory.mktemp("worked")) as project:
        tag(project, 2, "Ines Okafor", "PERSON")
        project.entries.done(2)
        tag(project, 3, "Orrin Canal", "FAC")
        project.entries.flag(3, True, about=project.spans.marks(3).spans[0].id)
        project.entries.skip(4)
        project.entries.flag(5, True)
        project.entries.comment(5, "See the guideline.")
        project.entries.flag(6, True, unsure=True)
        yield project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with made(tmp_path) as project:
        yield project


def numbers(project: Project, line: str, scope: Scope = Scope.ALL) -> list[int]:
    """Return which of the texts above are found, as their places."""
    finding = Finding(project.desk)
    known = project.recall.snapshot()
    return [row - 2 for row in finding.look(parsed(line), scope=scope, known=known).rows]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("orrin ", [1, 2, 4]),
        ("orr", [1, 2, 4]),
        ("orr ", []),
        ("orr*  canal ", [1, 4]),
        ('"orrin canal"', [1, 4]),
        ('"canal orrin"', []),
        ('"orrin can"*', [1, 4]),
        ("post orrin ", [1, 2, 4]),
        ("hidden", []),
        ("北", [3]),
        ("北京", [3]),
        ("会见了", [3]),
        ("京北", []),
        ("กรุงเทพ", [5]),
        ("北京 post", [3]),
        ("%", [4]),
        ("% tolls ", [4]),
        ('" AND OR NEAR( * ^', []),
        ("text:", None),
        ('"text: orrin"', []),
    ],
)
def test_words_phrases_beginnings_and_signs_are_found(worked: Project, line: str, found: list[int] | None) -> None:
    if found is None:
        with pytest.raises(InputError):
            numbers(worked, line)
    else:
        assert numbers(worked, line) == found


def test_a_corrected_title_is_found_by_its_new_words_only(project: Project) -> None:
    project.entries.correct(2, "title", "Guild talks in 上海")
    assert numbers(project, "talks ") == [0]
    assert numbers(project, "guild okafor ") == [0]
    assert numbers(project, "上海") == [0]
    assert numbers(project, '"post 0"') == []
    assert numbers(project, '"post 1"') == [1]
    assert numbers(project, "lindenau 上") == [0]
    project.history.undo()
    assert numbers(project, '"post 0"') == [0]
    assert numbers(project, "talks") == []


def test_a_withdrawn_source_is_not_found(project: Project) -> None:
    source = next(each for each in project.imports.sources() if each.name == "day 1.jsonl")
    project.imports.withdraw(source.id)
    assert numbers(project, "orrin ") == [1, 2]
    assert numbers(project, "has:pending") == [0, 1]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("state:done", [0]),
        ("state:begun", [1]),
        ("state:done,skipped", [0, 2]),
        ("state:fresh", [3, 4, 5]),
        ("state:open", [1, 3, 4, 5]),
        ("state:open state:done", []),
        ("flag:", [1, 3]),
        ("has:flag,unsure", [1, 3, 4]),
        ("unsure:yes", [4]),
        ("flag:no", [0, 2, 4, 5]),
        ("no:flag,comment", [0, 2, 4, 5]),
        ("has:comment", [3]),
        ("has:span", [0, 1]),
        ("no:span", [2, 3, 4, 5]),
        ("label:person", [0]),
        ("label:PERSON,FAC", [0, 1]),
        ("label:PERSON label:FAC", []),
        ("lacks:PERSON,FAC", [2, 3, 4, 5]),
        ("lacks:PERSON", [1, 2, 3, 4, 5]),
        ("has:span lacks:PERSON", [1]),
        ('mention:"ines okafor"', [0]),
        ("mention:Okafor,Canal", []),
        ('source:"day 0.jsonl"', [0, 1, 2]),
        ("source:DAY", [0, 1, 2, 3, 4, 5]),
        ("date:2031-02-10", [0, 1, 2]),
        ("date:2031-02-10T01:00..2031-02-11T03:30", [1, 2, 3]),
        ("date:..2031-02-10", [0, 1, 2]),
        ("date:none", [5]),
        ("date:none,2031-02-11", [3, 4, 5]),
        ("has:pending", [0, 1, 4]),
        ("pending:no", [2, 3, 5]),
        ("no:pending state:open", [3, 5]),
        ("by:rules", [0, 1, 4]),
        ("suggester:model", [0, 4]),
        ("by:model score:0.3..0.5", [0]),
        ("by:rules score:0.5..0.9", [0]),
        ("by:rules by:model", [0, 4]),
        ("score:0.2", [4]),
        ("score:0.44..0.46,0.2", [0, 4]),
        ("score:..0.25 by:model", []),
        ("suggested:LOC", [4]),
        ("suggested:GPE score:0.9..", []),
        ('layer:"Mara Osei"', [0, 1, 2]),
        ("orrin label:FAC", [1]),
        ("orrin state:open has:pending", [1, 4]),
    ],
)
def test_each_filter_lets_through_what_it_says(worked: Project, line: str, found: list[int]) -> None:
    assert numbers(worked, line) == found


def test_the_scopes_are_filters_too(project: Project) -> None:
    project.entries.done(2)
    project.entries.flag(4, True)
    assert numbers(project, "", Scope.OPEN) == [1, 2, 3, 4, 5]
    assert numbers(project, "", Scope.FLAGGED) == [2]
    assert numbers(project, "orrin state:fresh", Scope.OPEN) == [1, 2, 4]


@pytest.mark.parametrize("overlap", list(Overlap))
@pytest.mark.parametrize("memory", [False, True])
def test_what_has_something_pending_is_what_the_list_counts(tmp_path: Path, overlap: Overlap, memory: bool) -> None:
    with made(tmp_path, overlap=overlap) as project:
        if memory:
            project.recall.begin()
        rows = list(project.entries.rows())

        def agrees() -> None:
            counted = project.spans.pending_counts(rows)
            assert numbers(project, "has:pending") == [row - 2 for row in rows if counted[row]]
            assert numbers(project, "no:pending") == [row - 2 for row in rows if not counted[row]]

        agrees()
        project.spans.accept(2, project.spans.marks(2).pending[0].id)
        project.spans.reject(2, project.spans.marks(2).pending[0].id)
        agrees()
        tag(project, 3, "Orrin", "GPE")
        agrees()
        tag(project, 6, "the Orrin", "GPE")
        agrees()
        project.entries.done(6)
        project.spans.accept_all(3)
        agrees()
        tag(project, 5, "北京", "GPE")
        agrees()


def test_live_memory_can_be_asked_for(project: Project) -> None:
    project.recall.begin()
    tag(project, 2, "Port Selwyn Guild", "ORG")
    tag(project, 3, "Orrin", "GPE")
    assert numbers(project, "by:memory suggested:GPE") == [2, 4]
    assert numbers(project, "by:memory suggested:ORG") == []
    project.entries.done(4)
    assert numbers(project, "by:memory") == [4]


def test_control_entries_have_no_suggestions_for_the_filters(project: Project) -> None:
    project.recall.begin()
    tag(project, 3, "Orrin", "GPE")
    everything = ("has:pending", "by:model", "by:memory", "score:0.1..1", "suggested:FAC", "suggested:GPE")
    before = [numbers(project, line) for line in everything]
    assert all(4 in found for found in before if found)
    project.assigning.set(6, project.person.id, True, control=True)
    assert [numbers(project, line) for line in everything] == [[each for each in found if each != 4] for found in before]
    assert 4 in numbers(project, "no:pending")
    assert numbers(project, "orrin has:pending") == [each for each in before[0] if each in (1, 2)]


def test_another_persons_layer_can_be_asked_for(project: Project) -> None:
    other = project.assigning.person("Bo Lind")
    entry = project.entries.entry(2).id
    project.desk.commit(Step("Done by another", (Draft(Kind.DONE, other.id, entry, {"state": "fresh"}, {"state": "done"}),)))
    assert numbers(project, 'layer:"Bo Lind" state:done') == [0]
    assert numbers(project, "state:done") == []
    assert numbers(project, 'layer:"Bo Lind" state:fresh') == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("label:PERSN", "There is no label “PERSN”; there are PERSON, ORG"),
        ("lacks:nobody", "There is no label “nobody”"),
        ("source:night", "There is no source “night”; there are: part-0.jsonl, day 0.jsonl, day 1.jsonl."),
        ("by:nobody", "There is no suggester “nobody”; there are:"),
        ("layer:nobody", "There is no layer “nobody”"),
        ('layer:"Mara Osei" layer:x', "One layer can be asked for at a time"),
    ],
)
def test_a_value_that_the_project_has_not_is_refused_in_words(worked: Project, line: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        numbers(worked, line)
    assert says in caught.value.sentence


def test_what_the_filters_can_be_given_is_offered(worked: Project) -> None:
    offered = Finding(worked.desk).offered()
    assert ("PERSON", label_id(worked, "PERSON")) in offered.labels
    assert offered.sources == ("part-0.jsonl", "day 0.jsonl", "day 1.jsonl")
    assert offered.suggesters == ("model", "rules")
    assert offered.layers == ("Mara Osei",)
    assert (offered.first, offered.last) == ("2031-02-10", "2031-02-11")


def test_a_first_part_says_whether_it_is_the_whole(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    finding = Finding(project.desk)
    assert finding.look(parsed("orrin "), first=True).whole
    monkeypatch.setattr("annotator.project.finding.FIRST", 2)
    part = finding.look(parsed("orrin "), first=True)
    assert not part.whole
    assert list(part.rows) == [3, 4]
    assert list(finding.look(parsed("orrin state:fresh"), first=True).rows) == [3, 4]


def test_a_list_in_another_order_has_no_days_and_knows_its_places() -> None:
    corpus = Corpus.of([(3, "2031-02-10T01:00"), (5, "2031-02-10T02:00"), (9, ""), (11, "2031-02-12")])
    whole = listed(corpus, None)
    assert whole.days == ((0, "2031-02-10"), (3, "2031-02-12"))
    assert [whole.place_of(row) for row in (3, 9, 4, None)] == [0, 2, None, None]
    some = listed(corpus, {11, 5}, Order("uncertain", corpus.rows[::-1]))
    assert (list(some.rows), some.days) == ([11, 5], ())
    assert [some.place_of(row) for row in (11, 5, 3)] == [0, 1, None]
    assert days(["", "2031-02-10", "2031-02-11", "2031-02-10"]) == ((1, "2031-02-10"), (2, "2031-02-11"), (3, "2031-02-10"))
