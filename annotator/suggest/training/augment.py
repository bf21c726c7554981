"""Changed copies of passages: other people's names and places, and headlines in title case, capitals or small letters."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.suggest.training.passages import Mark, Passage


@dataclass(frozen=True, slots=True)
class Pools:
    """What is put in: given names and surnames by group, and names of places, organisations and facilities by label.

    `names_share` and `case_share` are chances a passage, `others_share` chances a name, by label.
    """

    given: Mapping[str, Sequence[str]]
    surnames: Mapping[str, Sequence[str]]
    others: Mapping[str, Sequence[str]]
    others_share: Mapping[str, float] = field(default_factory=lambda: {"GPE": 0.3, "ORG": 0.15, "FAC": 0.5})
    names_share: float = 0.3
    case_share: float = 0.06


def changed(passage: Passage, pools: Pools, chance: random.Random) -> Passage:
    """Return the passage, or a changed copy of it."""
    if chance.random() < pools.names_share:
        passage = replaced(passage, _new_names(passage, pools, chance))
    if len(passage.text) < 400 and chance.random() < pools.case_share:
        passage = recased(passage, chance.choice((str.upper, titled, titled, str.lower)))
    return passage


def _new_names(passage: Passage, pools: Pools, chance: random.Random) -> dict[Mark, str]:
    """Return new names by mark: one person keeps one new name, "Smith" follows "Anna Smith"."""
    group = chance.choice(sorted(set(pools.given) & set(pools.surnames)))
    words: dict[str, str] = {}
    new: dict[Mark, str] = {}
    for mark in sorted(passage.marks, key=lambda each: each.start - each.end):
        name = passage.text[mark.start : mark.end]
        parts = name.split()
        if mark.labels == {"PERSON"} and 1 <= len(parts) <= 3 and all(part.isalpha() and part.istitle() for part in parts):
            for part in parts[:-1]:
                words.setdefault(part, chance.choice(pools.given[group]))
            words.setdefault(parts[-1], chance.choice(pools.surnames[group]))
            new[mark] = " ".join(words[part] for part in ([parts[0], parts[-1]] if len(parts) > 2 else parts))
        elif len(mark.labels) == 1:
            (label,) = mark.labels
            pool, share = pools.others.get(label), pools.others_share.get(label)
            if pool and share and chance.random() < share and (label != "GPE" or name in pool):
                new[mark] = words.setdefault(name, chance.choice(pool))
    return new


def replaced(passage: Passage, new: Mapping[Mark, str]) -> Passage:
    """Return the passage with other words in these marks, all places moved accordingly."""
    text: list[str] = []
    marks = []
    at = length = 0
    for mark in passage.marks:
        name = new.get(mark, passage.text[mark.start : mark.end])
        before = passage.text[at : mark.start]
        text += [before, name]
        length += len(before)
        marks.append(replace(mark, start=length, end=length + len(name)))
        length += len(name)
        at = mark.end
    return replace(passage, text="".join([*text, passage.text[at:]]), marks=tuple(marks))


def titled(text: str) -> str:
    """Return a text as a headline in title case; words in capitals stay."""
    small = {"a", "an", "the", "of", "in", "on", "for", "to", "and", "at", "as", "by"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in text.split(" "))


def recased(passage: Passage, change: Callable[[str], str]) -> Passage:
    """Return the passage in other letters, or as it is where that changes the number of characters."""
    text = change(passage.text)
    return replace(passage, text=text) if len(text) == len(passage.text) else passage


def grouped(passages: Sequence[Passage], chance: random.Random, *, most: int = 5) -> list[Passage]:
    """Return passages of single sentences put together by one to `most`, so that they look like entries."""
    result = []
    at = 0
    while at < len(passages):
        size = chance.randint(1, most)
        part = passages[at : at + size]
        at += size
        between = chance.choice((" ", " ", "\n\n"))
        marks: list[Mark] = []
        length = 0
        for each in part:
            marks.extend(replace(mark, start=mark.start + length, end=mark.end + length) for mark in each.marks)
            length += len(each.text) + len(between)
        result.append(replace(part[0], text=between.join(each.text for each in part), marks=tuple(marks)))
    return result
