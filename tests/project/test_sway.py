"""How far suggestions sway annotators, through the door: shown and hidden conditions from the log, the difference with its interval."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.project.assigning import Dealing
from annotator.project.comparing import Sway
from annotator.project.door import Project
from annotator.project.reports import ImportOptions
from annotator.store import spans as span_store
from tests.project.making import again, faults, new_project, write_jsonl

NAMES = ("Bea", "Cem")
MANY = 24


def text(number: int) -> str:
    return f"Osei {number} left Gdansk for Riga."


def studied(folder: Path, control: float) -> Path:
    """Two people: where suggestions are shown both take them; where hidden, Bea labels otherwise, and Cem as suggested."""
    with new_project(folder) as hub:
        hub.imports.take(write_jsonl(folder / "news.jsonl", [(text(n), []) for n in range(MANY)]), ImportOptions())
        label = hub.desk.conn.execute("SELECT row FROM labels WHERE key = 'GPE'").fetchone()[0]
        found = []
        for row in hub.entries.rows():
            start = hub.entries.entry(row).text.index("Gdansk")
            found.append((row, [(start, start + 6, label, "default", "1", 0.9, "")]))
        span_store.replace_suggestions(hub.desk.conn, "default", "1", found)
        people = [hub.assigning.person(name) for name in NAMES]
        hub.assigning.assign(hub.assigning.plan(people, Dealing(everyone=True, control=control, seed=3)))
        files = [hub.bundles.write(name, folder / name, suggesters=["default"]).path for name in NAMES]
        path = hub.path
    for number, (file, name) in enumerate(zip(files, NAMES, strict=True)):
        with again(file, name=name, seed=10 + number) as bundle:
            hidden = set(bundle.desk.withheld(list(bundle.entries.rows())))
            for row in bundle.entries.rows():
                words = "Riga" if row in hidden and name == "Bea" else "Gdansk"
                start = bundle.entries.entry(row).text.index(words)
                bundle.spans.label(row, start, start + len(words), bundle.scheme.label("GPE").id)
                bundle.entries.done(row)
    with again(path, seed=20) as hub:
        hub.merging.merge(files)
        assert faults(hub) == []
    return path


def sways(project: Project) -> dict[str, Sway]:
    found = project.studying.agreement(resamples=200).sways
    return {each.difference.layers[0]: each for each in found}


def test_sway_is_the_difference_of_the_conditions_that_the_log_tells_with_its_interval(tmp_path: Path) -> None:
    with again(studied(tmp_path, 0.5), seed=30) as hub:
        bea, cem = (sways(hub)[name] for name in NAMES)
        assert (bea.shown.value, bea.hidden.value, bea.difference.value) == (1.0, 0.0, 1.0)
        assert (cem.shown.value, cem.hidden.value, cem.difference.value) == (1.0, 1.0, 0.0)
        assert (bea.shown.counted.entries, bea.hidden.counted.entries) == (12, 12)
        assert (bea.difference.low, bea.difference.high) == (1.0, 1.0)
        assert bea.difference.layers == ("Bea", "suggestions")


def test_annotators_are_compared_with_each_other_where_both_saw_and_where_neither_saw_suggestions(tmp_path: Path) -> None:
    with again(studied(tmp_path, 0.5), seed=30) as hub:
        (alike,) = hub.studying.agreement(resamples=50).alike
        assert alike.difference.layers == NAMES
        assert (alike.shown.value, alike.hidden.value, alike.difference.value) == (1.0, 0.0, 1.0)
        both = alike.shown.counted.entries + alike.hidden.counted.entries
        assert 0 < both < MANY


def test_without_a_control_group_there_is_no_sway_to_tell(tmp_path: Path) -> None:
    with again(studied(tmp_path, 0.0), seed=30) as hub:
        found = hub.studying.agreement(resamples=0)
        assert (found.sways, found.alike) == ((), ())


@pytest.mark.parametrize("kind", ["html", "json", "csv"])
def test_the_report_holds_sway_in_every_form(tmp_path: Path, kind: str) -> None:
    with again(studied(tmp_path, 0.5), seed=30) as hub:
        page = hub.studying.report(hub.studying.agreement(resamples=20), kind)
        assert "Sway" in page or "sway" in page
        assert "suggestions hidden" in page or '"shown": false' in page
