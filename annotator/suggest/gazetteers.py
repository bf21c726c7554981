"""The lists of names in `resources/gazetteers`, loaded once for each suggester that uses them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.core.mentions import Finder, normal
from annotator.core.resources import resource

_LISTS = (
    ("cities.txt", "GPE", 0.9),
    ("groups.txt", "NORP", 0.85),
    ("places.txt", "LOC", 0.88),
    ("facilities.txt", "FAC", 0.85),
    ("facilities_more.txt", "FAC", 0.85),
    ("organisations.txt", "ORG", 0.9),
    ("organisations_more.txt", "ORG", 0.9),
    ("organisations_trade.txt", "ORG", 0.9),
    ("organisations_sport.txt", "ORG", 0.9),
    ("events.txt", "EVENT", 0.85),
    ("events_more.txt", "EVENT", 0.85),
    ("laws.txt", "LAW", 0.85),
    ("products.txt", "PRODUCT", 0.7),
    ("surnames.txt", "PERSON", 0.88),
)
_GENITIVE = ("'s", "’s")
_SEVERAL = 0.97
"""Several words that stand in a list are hardly ever anything else."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a list says of a name."""

    label: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All the lists: what a name is, first names, words that are no names, and a finder for the names."""

    known: Mapping[str, Known]
    first_names: frozenset[str]
    words: frozenset[str]
    articled: frozenset[str]
    owned: frozenset[str]
    """Names of firms that are their owner's in the genitive ("Moody's"): without "'s" they are somebody."""
    finder: Finder

    def label(self, name: str) -> str:
        """Return the label that a list gives the name, "" where none knows it."""
        form = normal(name, fold_case=False)
        found = self.known.get(form)
        return found.label if found and (form not in self.owned or name.endswith(_GENITIVE)) else ""

    def needs_article(self, name: str) -> bool:
        """Say whether the name is one only after "the"."""
        return name in self.articled


def load_gazetteer() -> Gazetteer:
    """Return the shipped lists."""
    place = resource("gazetteers")
    known: dict[str, Known] = {}
    owned: set[str] = set()
    bare: set[str] = set()
    for name, label, score in _LISTS:
        for each in _names(place / name):
            (owned if each.endswith(_GENITIVE) else bare).add(normal(each, fold_case=False))
            sure = _SEVERAL if " " in each and label != "PRODUCT" else score
            known.setdefault(normal(each, fold_case=False), Known(label, sure, f"in the list of {label} names"))
    for line in _lines(place / "countries.txt"):
        countries, _, peoples = line.partition("=")
        for each in _split(countries):
            known[normal(each, fold_case=False)] = Known("GPE", 0.96, "a country")
        for each in _split(peoples):
            known[normal(each, fold_case=False)] = Known("NORP", 0.95, "a nationality")
    return Gazetteer(
        known=known,
        first_names=frozenset(_names(place / "first_names.txt")),
        words=frozenset(word for line in _lines(place / "words.txt") for word in line.split()),
        articled=frozenset(word for line in _lines(place / "after_the.txt") for word in line.split()),
        owned=frozenset(owned - bare),
        finder=Finder(known, fold_case=False),
    )


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        bare = line.strip() if not line.startswith("#") else ""
        if bare:
            yield bare


def _names(path: Path) -> Iterator[str]:
    for line in _lines(path):
        yield from _split(line)


def _split(line: str) -> list[str]:
    names = [name for part in line.split(";") if (name := part.strip())]
    # The Arabic article is written small or large as newspapers like.
    return names + [name[0].swapcase() + name[1:] for name in names if name[1:3] == "l-" and name[0] in "Aa"]
