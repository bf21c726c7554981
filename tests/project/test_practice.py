"""A practice round: some entries come first, what is right is told once an entry is done, and none of it counts elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.errors import InputError
from annotator.core.query import parsed
from annotator.project.assigning import Dealing
from annotator.project.door import Project
from annotator.project.exports import ExportOptions
from annotator.project.finding import Finding
from annotator.project.listing import OTHERS, PRACTICE, Corpus, listed
from annotator.project.practice import summed
from annotator.project.reports import ImportOptions
from annotator.project.studying import Asked
from annotator.store import practice as store
from tests.project.making import again, digest, faults, label, row_with, study, write_jsonl

GOLD = (("Mara Osei", "PERSON"), ("Gdansk", "GPE"), ("Warsaw", "GPE"))


def with_gold(folder: Path) -> Path:
    """A hub whose layer "gold" is done with the entries of Mara and of the Ministry."""
    with study(folder) as hub:
        texts = {name: hub.entries.entry(row_with(hub, name)).text for name in ("Mara", "Ministry")}
        rows = [(text, [(text.index(w), text.index(w) + len(w), k) for w, k in GOLD if w in text]) for text in texts.values()]
        hub.imports.take(write_jsonl(folder / "gold.jsonl", rows), ImportOptions(to="layer", layer="gold"))
        return hub.path


def dealt(path: Path, *, practice: int = 1, people: tuple[str, ...] = ("Bea", "Cem"), at: int = 3, **how: object) -> list[Path]:
    with again(path, seed=at) as hub:
        found = [hub.assigning.person(name) for name in people]
        gold = hub.layers.named("gold").id
        plan = hub.assigning.plan(found, Dealing(everyone=True, practice=practice, gold=gold, **how))  # type: ignore[arg-type]
        hub.assigning.assign(plan)
        return [hub.bundles.write(name, path.with_name(f"for {name}")).path for name in people]


def worked(path: Path, name: str, *, seed: int, right: bool) -> None:
    """Label the practice entry, wrongly or as it is right, and the others alike; set all done."""
    with again(path, name=name, seed=seed) as project:
        (row,) = project.entries.practice()
        text = project.entries.entry(row).text
        for words, key in GOLD:
            if words in text:
                label(project, row, words, key if right else "ORG")
        for each in project.entries.rows():
            project.entries.done(each)


def test_all_practise_on_the_same_entries_that_nobody_labels_otherwise(tmp_path: Path) -> None:
    path = with_gold(tmp_path)
    dealt(path, practice=2, control=0.5)
    with again(path, seed=6) as hub:
        cells = hub.assigning.cells()
        practised = [each for each in cells if each.practice]
        assert len({each.row for each in practised}) == 2
        assert len(practised) == 4
        assert not {each.row for each in practised} & {each.row for each in cells if not each.practice}
        assert not [each for each in practised if each.control or each.again]
        matrix = hub.assigning.matrix()
        assert [(each.entries, each.practice) for each in matrix.rows] == [(4, 2), (4, 2)]
        assert (matrix.by_people, matrix.pairs) == ({2: 2}, {("Bea", "Cem"): 2})
        assert faults(hub) == []


def test_who_comes_later_practises_on_the_same(tmp_path: Path) -> None:
    path = with_gold(tmp_path)
    dealt(path)
    dealt(path, people=("Dan",), at=4, seed=7)
    with again(path, seed=6) as hub:
        practised = [each for each in hub.assigning.cells() if each.practice]
        assert len(practised) == 3
        assert len({each.row for each in practised}) == 1


def test_what_is_practised_on_comes_first_under_a_heading_of_its_own(tmp_path: Path) -> None:
    bundle, _ = dealt(with_gold(tmp_path))
    with again(bundle, name="Bea", seed=5) as bea:
        (row,) = bea.entries.practice()
        listing = Finding(bea.desk).look(parsed(""))
        narrowed = Finding(bea.desk).look(parsed("Ministry" if "Mara" in bea.entries.entry(row).text else "Mara"))

    assert listing.rows[0] == row
    assert listing.days == ((0, PRACTICE), (1, OTHERS))
    assert PRACTICE not in {day for _, day in narrowed.days}


def test_days_begin_anew_after_what_is_practised_on() -> None:
    corpus = Corpus.of([(1, "2031-02-10"), (2, "2031-02-10"), (3, "2031-02-11")], {3})

    assert listed(corpus, None).days == ((0, PRACTICE), (1, "2031-02-10"))


def test_what_is_right_travels_packed_away_and_is_nobodys_layer(tmp_path: Path) -> None:
    path = with_gold(tmp_path)
    bundle, _ = dealt(path)
    with again(path, seed=6) as hub:
        source = hub.layers.named("gold").id
    raw = bundle.read_bytes()
    with again(bundle, name="Bea", seed=5) as bea:
        conn = bea.desk.conn
        assert bea.layers.all() == []
        assert conn.execute("SELECT count(*) FROM decisions WHERE layer = ?", (source,)).fetchone() == (0,)
        assert conn.execute("SELECT count(*) FROM spans").fetchone() == (0,)
        (row,) = bea.entries.practice()
        with pytest.raises(InputError, match="once the entry is done"):
            bea.practice.feedback(row)
        right = store.packed(conn)[bea.entries.entry(row).id]
        assert right
        for start, end, identity in right:
            assert f'"start": {start}, "end": {end}'.encode() not in raw
            assert f'[{start},{end},"{identity.hex()}"]'.encode() not in raw


def test_feedback_says_what_is_missing_extra_or_otherwise_and_is_noted(tmp_path: Path) -> None:
    bundle, _ = dealt(with_gold(tmp_path), practice=2)
    with again(bundle, name="Bea", seed=5) as bea:
        row = row_with(bea, "Mara")
        label(bea, row, "Mara Osei", "EVENT")
        label(bea, row, "Tuesday", "ORG")
        bea.entries.done(row)
        found = bea.practice.feedback(row)
        assert found is not None
        assert [(each.kind, each.words) for each in found.differences] == [
            ("label", "Mara Osei"), ("missing", "Gdansk"), ("extra", "Tuesday"),
        ]  # fmt: skip
        assert [(len(each.own), len(each.right)) for each in found.differences] == [(1, 1), (0, 1), (1, 0)]
        assert (found.score.right, found.score.own, found.score.same, found.score.f1) == (2, 2, 0, 0.0)
        bea.practice.seen(found)
        kind, after, layer = bea.desk.conn.execute("SELECT kind, after, layer FROM decisions ORDER BY row DESC").fetchone()
        assert (kind, layer) == ("metadata", None)
        assert found.score.said in after
        assert bea.history.undo_name == "Entry done"
        assert faults(bea) == []
        assert bea.practice.feedback(row) == found
        others = [each for each in bea.entries.rows() if each not in bea.entries.practice()]
        assert bea.practice.feedback(others[0]) is None


def test_identical_work_has_no_difference_and_two_empty_sides_have_no_share(tmp_path: Path) -> None:
    bundle, _ = dealt(with_gold(tmp_path))
    worked(bundle, "Bea", seed=5, right=True)
    with again(bundle, name="Bea", seed=6) as bea:
        found = bea.practice.feedback(bea.entries.practice()[0])
        assert found is not None
        assert (found.differences, found.score.f1) == ((), 1.0)
    assert summed([]).f1 is None
    assert (summed([]).precision, summed([]).recall) == (None, None)


def test_practice_counts_as_it_was_when_first_done_whatever_came_after_the_feedback(tmp_path: Path) -> None:
    path = with_gold(tmp_path)
    bea_file, cem_file = dealt(path)
    worked(bea_file, "Bea", seed=5, right=False)
    worked(cem_file, "Cem", seed=6, right=True)
    with again(bea_file, name="Bea", seed=7) as bea:
        (row,) = bea.entries.practice()
        for words, key in GOLD:
            if words in bea.entries.entry(row).text:
                label(bea, row, words, key)
    with again(path, seed=8) as hub:
        hub.merging.merge([bea_file, cem_file])
        results = {each.person.name: each for each in hub.practice.results()}
        assert (results["Bea"].score.f1, results["Bea"].changed) == (0.0, True)
        assert (results["Cem"].score.f1, results["Cem"].changed) == (1.0, False)
        assert faults(hub) == []


def counted(project: Project, asked: Asked) -> tuple[int, int]:
    found = project.studying.agreement(asked, resamples=0)
    return found.entries, found.practice


def test_practice_is_left_out_of_agreement_cases_and_export_unless_asked(tmp_path: Path) -> None:
    path = with_gold(tmp_path)
    bea_file, cem_file = dealt(path)
    worked(bea_file, "Bea", seed=5, right=False)
    worked(cem_file, "Cem", seed=6, right=True)
    with again(path, seed=8) as hub:
        hub.merging.merge([bea_file, cem_file])
        layers = ("Bea", "Cem")
        assert counted(hub, Asked(layers)) == (3, 1)
        assert counted(hub, Asked(layers, practice=True)) == (4, 0)
        assert list(hub.settling.cases(Asked(layers))) == []
        assert list(hub.settling.cases(Asked(layers), rows=hub.entries.rows())) == []
        assert len(list(hub.settling.cases(Asked(layers, practice=True)))) == 1
        assert hub.studying.groups(Asked(layers)) == ()
        for practice, entries in ((False, 3), (True, 4)):
            plan = hub.exports.plan(ExportOptions("jsonl", layer="Bea", practice=practice))
            assert (plan.entries, plan.practised) == (entries, 4 - entries)
            split = hub.exports.write(ExportOptions("jsonl", layer="Bea", split="50/50", practice=practice), tmp_path / f"{practice}.jsonl")
            assert sum(file.entries for file in split.release.files) == entries
        assert hub.exports.plan(ExportOptions("jsonl", layer="gold")).entries == 2


def test_bundles_with_practice_come_back_to_the_same_in_any_order(tmp_path: Path) -> None:
    path = with_gold(tmp_path)
    files = dealt(path)
    for number, (file, name) in enumerate(zip(files, ("Bea", "Cem"), strict=True)):
        worked(file, name, seed=5 + number, right=bool(number))
    found = set()
    for number, order in enumerate((files, files[::-1], [files[0], *files])):
        copy = tmp_path / f"copy {number}.annotator"
        copy.write_bytes(path.read_bytes())
        with again(copy, seed=9) as hub:
            hub.merging.merge(order)
            assert faults(hub) == []
            found.add(digest(hub))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("how", "words"),
    [({"practice": 3}, "has 2 that are done"), ({"practice": -1}, "name both"), ({"practice": 0}, "name both")],
)
def test_a_practice_round_that_cannot_be_is_refused(tmp_path: Path, how: dict[str, int], words: str) -> None:
    path = with_gold(tmp_path)
    with pytest.raises(InputError, match=words):
        dealt(path, **how)


def test_nobody_practises_on_the_own_work(tmp_path: Path) -> None:
    with study(tmp_path) as hub:
        row = row_with(hub, "Mara")
        label(hub, row, "Gdansk", "GPE")
        hub.entries.done(row)
        ada = hub.assigning.person("Ada")
        with pytest.raises(InputError, match="own work"):
            hub.assigning.plan([ada], Dealing(practice=1, gold=ada.id))


def test_a_gold_layer_that_was_taken_up_again_is_named_before_anything_is_handed_out(tmp_path: Path) -> None:
    with study(tmp_path) as hub:
        row = row_with(hub, "Mara")
        hub.entries.done(row)
        bea = hub.assigning.person("Bea")
        hub.assigning.assign(hub.assigning.plan([bea], Dealing(practice=1, gold=hub.person.id)))
        hub.entries.reopen(row)
        with pytest.raises(InputError, match="“Ada” is not done any more"):
            hub.bundles.write("Bea", tmp_path / "bea")
        assert not (tmp_path / "bea.annotator").exists()


def test_a_packed_value_that_is_none_tells_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    bundle, _ = dealt(with_gold(tmp_path))
    worked(bundle, "Bea", seed=5, right=True)
    with again(bundle, name="Bea", seed=6) as bea:
        (row,) = bea.entries.practice()
        for value in (b"\x00", b"x\x9c", store.zlib.compress(b'{"a": [[1]]}'), store.zlib.compress(b"[" * 100_000)):
            bea.desk.conn.execute("UPDATE file SET value = ? WHERE name = 'practice'", (value,))
            assert bea.practice.feedback(row) is None
