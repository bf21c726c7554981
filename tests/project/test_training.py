"""Learning at the desk, with a network so small that it learns in a moment: what is taken, what is not, and what is left behind."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.agreement.paired import Paired
from annotator.core.errors import InputError, LockedError
from annotator.formats.schemes import shipped_scheme
from annotator.project import training
from annotator.project.door import Project
from annotator.project.lessons import Done, parted
from annotator.project.reports import ImportOptions
from annotator.project.trained import Kept, Trained
from annotator.store import lock, trained
from annotator.suggest import model
from annotator.suggest.learning import Effort
from annotator.suggest.lexicon import lexicon
from annotator.suggest.network import Settings
from annotator.suggest.training.__main__ import blank
from tests.project.making import digest, label, new_project, write_jsonl

SIZES = ((500, 16), (200, 8), (200, 8), (100, 8), (200, 8), (100, 8), (50, 8), (100, 8), (20, 4))
SMALL = Settings(width=16, depth=2, sizes=SIZES, hidden=0.0)
HARD = Effort(rounds=12, rate=0.03, drop=0.1, words=60, others=0.0, old=0.0)
PEOPLE = ("Mara Osei", "Ivo Brandt", "Zoe Capek", "Lena Okoro", "Tomas Reyes", "Inga Lindqvist", "Noor Haddad", "Pavel Simek")
PLACES = ("Gdansk", "Brno", "Oslo", "Leeds")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    nlp, _ = blank(lexicon({}), SMALL, seed=1)
    folder = tmp_path_factory.mktemp("small") / "pipeline"
    nlp.to_disk(folder)
    return folder


@pytest.fixture(autouse=True)
def bundled(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the small network stand for the bundled model."""

    really = model.load_model

    def load(folder: Path | None = None) -> object:
        return really(folder or small)

    monkeypatch.setattr(training, "load_model", load)
    monkeypatch.setattr(model, "load_model", load)


def texts(source: int) -> list[tuple[str, str, str]]:
    return [
        (f"In week {source}{number} our {person} spoke to us near {PLACES[number % 4]} again.", person, PLACES[number % 4])
        for number, person in enumerate(PEOPLE)
    ]


def study(folder: Path, *, sources: int = 2, done: bool = True) -> Project:
    project = new_project(folder)
    for source in range(sources):
        path = write_jsonl(folder / f"blog {source}.jsonl", [(text, []) for text, _, _ in texts(source)])
        project.imports.take(path, ImportOptions())
    if done:
        finish(project, sources)
    return project


def finish(project: Project, sources: int) -> None:
    by_text = {text: (person, place) for source in range(sources) for text, person, place in texts(source)}
    for row in project.entries.rows():
        person, place = by_text[project.entries.entry(row).text]
        label(project, row, person, "PERSON")
        label(project, row, place, "GPE")
        project.entries.done(row)


def learned(project: Project, **options: object) -> Trained:
    return project.training.run(effort=HARD, **options)  # type: ignore[arg-type]


def beside(project: Project) -> list[str]:
    """What lies beside the project and is neither it nor its text."""
    return sorted(each.name for each in project.path.parent.iterdir() if " models" in each.name)


def test_a_model_that_is_better_on_what_was_held_out_is_taken_and_suggests(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        before = digest(project)
        found = learned(project)

        assert found.taken
        whole = found.figures[0]
        assert whole.strict_after is not None
        assert whole.strict_after > (whole.strict_before or 0.0)
        assert {each.label for each in found.figures} >= {"PERSON", "GPE"}
        assert [each.number for each in project.training.versions() if each.in_force] == [1] == [found.version]
        assert found.folder == tmp_path / "study models" / "1"
        assert digest(project) == before

        project.imports.take(
            write_jsonl(tmp_path / "more.jsonl", [("In week 99 our Mara Osei spoke to us near Oslo again.", [])]), ImportOptions()
        )
        ran = project.suggesting.run(["default"])[0]
        assert "+desk.1." in ran.version
        assert ran.suggestions > 0


def test_the_learning_curve_ends_at_what_was_measured(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        found = learned(project)

    assert [each.share for each in found.curve] == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert [each.entries for each in found.curve] == [0, 2, 4, 6, 8]
    assert found.curve[-1].f1 == found.figures[0].strict_after


def test_equal_seeds_give_equal_figures(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        one = learned(project, out=tmp_path / "one")
        other = learned(project, out=tmp_path / "other")

    assert one.figures == other.figures
    assert one.curve == other.curve


def test_whole_sources_are_held_out_where_there_are_several(tmp_path: Path) -> None:
    with study(tmp_path, sources=4) as project:
        found = learned(project)

    assert found.held_out_by == "source"
    assert len(found.held_out_sources) == 1
    assert (found.learned_entries, found.held_out_entries) == (24, 8)


def test_a_share_of_entries_is_held_out_where_there_is_one_source() -> None:
    done = [Done(bytes([number]) * 16, "blog", f"Text {number}", ()) for number in range(40)]

    parts = parted(done, seed=3)

    assert parts.by == "entry"
    assert len(parts.held) == 10
    assert {each.id for each in parts.held}.isdisjoint(each.id for each in parts.learned)
    assert parted(done, seed=3) == parts
    assert parted(done, seed=4).held != parts.held


def test_a_text_that_is_held_out_is_not_learned_from_under_another_source() -> None:
    done = [Done(bytes([number]) * 16, f"blog {number % 4}", f"Text {number // 4}", ()) for number in range(40)]

    parts = parted(done, seed=0)

    assert {each.text for each in parts.held}.isdisjoint(each.text for each in parts.learned)


def test_entries_that_the_model_in_force_learned_are_held_out_last() -> None:
    done = [Done(bytes([number]) * 16, "blog", f"Text {number}", ()) for number in range(40)]
    known = {each.id for each in done[:28]}

    assert {each.id for each in parted(done, seed=0, known=known).held} <= {each.id for each in done[28:]}


def test_a_model_that_is_not_better_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "learn", lambda *_, **__: True)
    with study(tmp_path) as project:
        before = digest(project)
        found = learned(project)

        assert not found.taken
        assert "not better" in found.why
        assert beside(project) == []
        assert [each.number for each in project.training.versions()] == [0]
        assert digest(project) == before


def test_a_model_that_forgets_other_names_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with study(tmp_path) as project:
        kept = learned(project, out=tmp_path / "unused").kept
        assert kept is not None
        assert kept.entries > 0
        monkeypatch.setattr(training, "_kept", lambda *_: Kept(kept.entries, 0.9, 0.5, worse=True))
        found = learned(project)

        assert not found.taken
        assert "forgets" in found.why
        assert beside(project) == []


def test_forgetting_is_judged_on_the_same_entries_for_both_models() -> None:
    scheme = shipped_scheme("news")
    rows = training._sample(())[1::2]
    gold = {
        number.to_bytes(2, "big"): tuple((span["start"], span["end"], span["label"]) for span in row["spans"])
        for number, row in enumerate(rows)
    }
    done = [Done(b"1", "blog", "Text", tuple((0, 1, label.key) for label in scheme.active))]

    def without_every(share: int) -> training.Spans:
        return {entry: tuple(place for number, place in enumerate(places) if number % share) for entry, places in gold.items()}

    def worse(share: int) -> bool:
        return training._kept(without_every(9), without_every(share), scheme, done, 0).worse

    assert not worse(9)
    assert not worse(12)
    assert worse(8)
    assert worse(2)


def test_what_chance_may_bring_about_is_not_taken_for_better() -> None:
    kept = Kept(20, 0.9, 0.9, worse=False)
    taken, why = training._verdict(Paired(0.90, 0.91, higher=0.6, lower=0.3), kept)
    assert not taken
    assert "chance" in why
    assert training._verdict(Paired(0.90, 0.91, higher=0.85, lower=0.1), kept)[0]
    assert not training._verdict(Paired(0.91, 0.91, higher=0.85, lower=0.1), kept)[0]
    assert not training._verdict(Paired(0.91, 0.90, higher=0.85, lower=0.1), kept)[0]


def test_what_a_training_came_to_is_kept_beside_the_model_and_read_without_it(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        found = learned(project)
        (version,) = [each for each in project.models.versions() if each.number == 1]

        assert version.result["learned_entries"] == found.learned_entries
        assert [each["f1"] for each in version.result["curve"]] == [each.f1 for each in found.curve]
        assert version.result["version"] == found.version == 1
        assert found.folder is not None
        (found.folder / "training.json").write_text("[1]", encoding="utf-8")
        assert project.models.versions()[1].result == {}


def stopping(after: int) -> Callable[[], bool]:
    asked = iter(range(1_000_000))
    return lambda: next(asked) >= after


@pytest.mark.parametrize("after", [0, 5])
def test_training_that_is_stopped_leaves_nothing(tmp_path: Path, after: int) -> None:
    with study(tmp_path) as project:
        found = learned(project, stopped=stopping(after))

        assert found.stopped
        assert not found.taken
        assert beside(project) == []
        assert project.training.versions()[0].in_force


def test_training_stopped_at_the_very_end_leaves_nothing(tmp_path: Path) -> None:
    last: list[bool] = []

    def progress(done: int, total: int) -> None:
        if done == total:
            last.append(True)

    with study(tmp_path) as project:
        # Only the question after the last measurement comes behind the end of the progress.
        found = project.training.run(effort=HARD, progress=progress, stopped=lambda: len(last) > 0)

        assert found.stopped
        assert beside(project) == []


def test_what_a_killed_training_left_half_written_is_removed(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        part = tmp_path / "study models" / ".1.part"
        part.mkdir(parents=True)
        (part / "half").write_text("x", encoding="utf-8")

        assert learned(project).taken
        assert sorted(each.name for each in (tmp_path / "study models").iterdir()) == ["1"]


def test_a_model_whose_folder_is_gone_gives_way_to_the_bundled_one_and_says_so(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        learned(project)
        shutil.rmtree(tmp_path / "study models")
        ran = project.suggesting.run(["default"])[0]

        assert "not at" in ran.note
        assert "+desk" not in ran.version
        assert [(each.number, each.there) for each in project.training.versions()] == [(0, True), (1, False)]


def test_an_older_model_can_be_taken_again(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        learned(project)
        project.training.use(0)
        assert project.training.versions()[0].in_force
        project.training.use(1)
        assert project.training.versions()[1].in_force
        with pytest.raises(InputError, match="no trained model 7"):
            project.training.use(7)


def test_only_the_own_layer_is_learned_from_unless_another_is_named(tmp_path: Path) -> None:
    with study(tmp_path, done=False) as project:
        rows = [
            {"text": text, "spans": [{"start": text.index(person), "end": text.index(person) + len(person), "label": "PERSON"}] * 1
             + [{"start": text.index(place), "end": text.index(place) + len(place), "label": "GPE"}], "state": "done"}
            for source in range(2) for text, person, place in texts(source)
        ]  # fmt: skip
        gold = tmp_path / "gold.jsonl"
        gold.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
        project.imports.take(gold, ImportOptions(to="layer", layer="gold"))

        with pytest.raises(InputError, match="In the layer Ada 0 entries"):
            learned(project)
        assert learned(project, layer="gold").layer == "gold"


def test_too_little_is_said_in_a_sentence(tmp_path: Path) -> None:
    with study(tmp_path, sources=1) as project, pytest.raises(InputError, match=r"8 entries with 16 names .* training needs 10 entries"):
        learned(project)


def test_the_pipeline_goes_where_it_is_wanted_and_what_is_in_force_stays(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        found = learned(project, out=tmp_path / "mine")

        assert found.taken
        assert (tmp_path / "mine" / "config.cfg").is_file()
        assert beside(project) == []
        assert trained.in_force(project.desk.conn) == trained.BUNDLED
        with pytest.raises(InputError, match="there already"):
            learned(project, out=tmp_path / "mine")


def test_no_word_of_the_project_stands_in_the_folder_of_the_model(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        found = learned(project)

    assert found.folder is not None
    words = {part.encode() for name in (*PEOPLE, *PLACES) for part in name.split()}
    held = b"".join(path.read_bytes() for path in found.folder.rglob("*") if path.is_file() and path.suffix in {".json", ".cfg"})
    assert [word for word in words if word in held] == []


def test_a_second_training_at_the_same_time_is_refused(tmp_path: Path) -> None:
    with study(tmp_path) as project:
        held = lock.take(project.path, lock.TRAINING, "Ben", project.desk.now().astimezone())
        with pytest.raises(LockedError, match="open for training"):
            learned(project)
        held.release()
