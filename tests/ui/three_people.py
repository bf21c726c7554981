"""An invented project that three people have labelled apart, brought together from their bundles; four cases stand in it."""

from __future__ import annotations

import json
from pathlib import Path

from annotator.core.drafts import ReadOptions
from annotator.core.model import Person
from annotator.formats.schemes import shipped_scheme
from annotator.project.assigning import Dealing
from annotator.project.door import Means, Project, User, create_project, open_project, usual_means
from annotator.project.home import choose_person
from annotator.project.reports import ImportOptions

NAMES = ("Ada Reyes", "Bo Lind", "Cyra Moss")
ONE = (
    "The Port Selwyn Harbour Authority will publish its Winter Plan on Monday, its spokesperson Lev Tarn said after a call with "
    "Brightline Shipping and the grain exporters of South Halden.\nTarn called the plan “a truce, not a treaty”, and thanked the Orrin "
    "Canal crews, who kept Gate Four open. The Lindenau Courier broke the news."
)
TWO = "The council of Lindenau backs a pause on the north bank until next spring, said Tarn. South Halden did not answer."
THREE = "Brightline said that no ship will move tonight.\n\nהנמל של חיפה נשאר סגור, said Tarn in Haifa."
FOUR = "Nothing was said about tolls."
ENTRIES = (("Port plans a winter truce", ONE, "23:12"), ("Lindenau council backs a pause", TWO, "22:56"),
           ("Brightline: no ship will move", THREE, "22:12"), ("Tolls", FOUR, "21:30"))  # fmt: skip
_AGREED_ONE = (("Port Selwyn Harbour Authority", "ORG"), ("Monday", "DATE"), ("Lev Tarn", "PERSON"), ("Brightline Shipping", "ORG"),
               ("Orrin Canal", "FAC"))  # fmt: skip
READ = {
    "Ada Reyes": (
        (*_AGREED_ONE, ("Winter Plan", "EVENT"), ("South Halden", "GPE"), ("Gate Four", "FAC"), ("The Lindenau Courier", "ORG")),
        (("Lindenau", "GPE"), ("Tarn", "PERSON"), ("South Halden", "GPE"), ("north bank", "LOC")),
        (("Brightline", "ORG"), ("Tarn", "PERSON"), ("Haifa", "GPE"), ("חיפה", "GPE"), ("tonight", "TIME")),
        (),
    ),
    "Bo Lind": (
        (*_AGREED_ONE, ("Winter Plan", "LAW"), ("South Halden", "LOC"), ("Lindenau Courier", "ORG")),
        (("Lindenau", "GPE"), ("Tarn", "PERSON"), ("South Halden", "LOC"), ("north bank", "FAC"), ("next spring", "DATE")),
        (("Brightline", "PRODUCT"), ("Tarn", "PERSON"), ("Haifa", "GPE"), ("הנמל של חיפה", "FAC")),
        (),
    ),
    "Cyra Moss": (
        (*_AGREED_ONE, ("Halden", "GPE"), ("Gate Four", "FAC"), ("Lindenau Courier", "ORG")),
        (("council of Lindenau", "ORG"), ("Tarn", "PERSON"), ("South Halden", "GPE"), ("north bank", "LOC")),
        (("Brightline", "ORG"), ("Tarn", "PERSON"), ("Haifa", "GPE")),
        (),
    ),
}  # fmt: skip


def label(project: Project, row: int, words: str, key: str) -> None:
    """Label the first place of some words."""
    start = project.entries.entry(row).text.index(words)
    project.spans.label(row, start, start + len(words), project.scheme.label(key).id)


def three_people(folder: Path, *, people: tuple[str, ...] = NAMES) -> Path:
    """Make the hub, hand out bundles, label each as its person, and bring them together; return the hub's path."""
    means = usual_means()
    adjudicator = choose_person(means, "Ines Okafor")
    file = folder / "posts.jsonl"
    lines = [
        json.dumps({"text": text, "spans": [], "meta": {"title": title, "published": f"2031-02-13T{time}", "author": "Mara Osei"}})
        for title, text, time in ENTRIES
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with create_project(folder / "harbour", adjudicator, means, scheme=shipped_scheme("news")) as hub:
        hub.imports.take(file, ImportOptions(read=ReadOptions()))
        named = [hub.assigning.person(name) for name in people]
        hub.assigning.assign(hub.assigning.plan(named, Dealing(everyone=True)))
        files = [hub.bundles.write(name, folder / name.split()[0]).path for name in people]
        path, by_name = hub.path, dict(zip(people, named, strict=True))
    for bundle_file, name in zip(files, people, strict=True):
        _work(bundle_file, name, by_name[name], means)
    with open_project(path, adjudicator, means) as hub:
        hub.merging.merge(files)
    return path


def _work(file: Path, name: str, person: Person, means: Means) -> None:
    who = User(means.ids.new(), (Person(person.id, name),), name, True)
    with open_project(file, who, means, as_addressee=True) as bundle:
        rows = {bundle.entries.entry(row).text: row for row in bundle.entries.rows()}
        for (_, text, _), said in zip(ENTRIES, READ[name], strict=True):
            for words, key in said:
                label(bundle, rows[text], words, key)
            bundle.entries.done(rows[text])
