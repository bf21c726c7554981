"""One annotator at a bundle of the sample, in a process and a home of its own: python -m tests.project.sitting FILE NAME SEED STAGE."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from annotator.core.ids import Id
from annotator.project.door import Project, open_project, this_user, usual_means
from tests.sample_exports import gold_of_file

TITLES = ("Pilots vote", "Riga talks", "Swedish prosecutor", "Watch: Protesters", "Zawilsky")
"""The entries that are labelled, by the beginning of their titles; everything else stays untouched."""

DIFFERENT: dict[str, list[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]]] = {
    "Bea": [
        ("Pilots vote", ("Saint Brendan",), (("Saint Brendan", "FAC"),)),
        ("Riga talks", ("Hotel Daugava",), (("the Hotel Daugava", "FAC"),)),
    ],
    "Cem": [
        ("Pilots vote", ("next spring",), ()),
        ("Riga talks", ("EU",), (("EU", "GPE"),)),
        ("Watch: Protesters", ("Riga Castle",), (("Riga", "GPE"),)),
    ],
    "Dan": [
        ("Pilots vote", ("Baltic Pilots’ Union", "BPU"), (("Baltic Pilots’ Union (BPU)", "ORG"),)),
        ("Swedish prosecutor", ("Swedish",), (("Swedish", "GPE"),)),
    ],
}
"""How each differs from the gold: where, which words they do not label so (the first time they stand there), and how they do."""


def work(project: Project, name: str, seed: int) -> None:
    """Label the entries as this annotator would, in an order of their own, with slips that are undone."""
    chance = random.Random(seed)
    gold = gold_of_file(project)
    rows = [row for row in project.entries.rows() if _title(project, row)]
    chance.shuffle(rows)
    for row in rows:
        wanted = sorted(_wanted(project, row, gold[row], name))
        chance.shuffle(wanted)
        for start, end, label in wanted:
            if chance.random() < 0.3:
                project.spans.label(row, start, end, chance.choice(project.scheme.value.active).id)
                project.history.undo()
            project.spans.label(row, start, end, label)
        if name != "Dan" or _title(project, row) != "Zawilsky":
            project.entries.done(row)


def _title(project: Project, row: int) -> str:
    return next((each for each in TITLES if project.entries.entry(row).text.startswith(each)), "")


def _wanted(project: Project, row: int, gold: set[tuple[int, int, Id]], name: str) -> set[tuple[int, int, Id]]:
    text, wanted = project.entries.entry(row).text, set(gold)
    for title, without, instead in DIFFERENT[name]:
        if title != _title(project, row):
            continue
        for words in without:
            wanted.remove(min(place for place in wanted if text[place[0] : place[1]] == words))
        for words, key in instead:
            wanted.add((text.index(words), text.index(words) + len(words), project.scheme.label(key).id))
    return wanted


def slip(project: Project) -> None:
    """Label what is no name at all; it is taken back after the file was handed in."""
    row = next(row for row in project.entries.rows() if _title(project, row) == "Zawilsky")
    start = project.entries.entry(row).text.index("bad joke")
    project.spans.label(row, start, start + len("bad joke"), project.scheme.label("EVENT").id)


def main(path: Path, name: str, seed: int, stage: int) -> None:
    """Sit down at a bundle: at stage 1 label, at stage 2 take the last step back."""
    means = usual_means()
    with open_project(path, this_user(means, name), means) as project:
        if stage == 2:
            project.history.undo()
            return
        work(project, name, seed)
        if name == "Bea":
            project.scheme.change(project.scheme.label("NORP").id, key="NATIONALITY", name="Nationality")
        if name == "Cem":
            slip(project)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
