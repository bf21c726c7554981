"""The suggester that needs nothing from anywhere: rules and lists of our own as sources, and one way to join what they propose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotator.suggest.figures import figures
from annotator.suggest.gazetteers import Gazetteer, load_gazetteer
from annotator.suggest.rules_listed import listed, numbered, works
from annotator.suggest.rules_names import named
from annotator.suggest.rules_phrases import phrased
from annotator.suggest.second_mentions import second_mentions
from annotator.suggest.suggester import Proposal, apart

VERSION = "rules-3"
LABELS = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "DATE", "TIME", "MONEY")

Source = Callable[[str], Iterable[Proposal]]
"""Something that proposes spans of one text."""


@dataclass(frozen=True, slots=True)
class Default:
    """Joins its sources: of proposals that overlap the longest is taken, then the likeliest; then what the entry itself explains."""

    sources: tuple[Source, ...]
    gazetteer: Gazetteer
    version: str = VERSION

    @property
    def name(self) -> str:
        """Always rules: without the model beside them they are a suggester of their own."""
        return "rules"

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the scheme `news`."""
        return LABELS

    @property
    def dropped(self) -> tuple[str, ...]:
        """None: what the scheme lacks is dropped outside."""
        return ()

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        """Yield for each text its proposals, by start; they do not overlap."""
        for text in texts:
            first = [each for source in self.sources for each in source(text)]
            joined = apart(first)
            yield apart([*joined, *second_mentions(text, joined, self.gazetteer)])


def default_suggester(*, more: tuple[Source, ...] = (), version: str = VERSION) -> Default:
    """Return the rules: dates and sums, listed names, named things by their words, and whatever `more` proposes."""
    gazetteer = load_gazetteer()
    own: tuple[Source, ...] = (
        figures,
        lambda text: listed(text, gazetteer),
        works,
        numbered,
        lambda text: named(text, gazetteer),
        lambda text: phrased(text, gazetteer),
    )
    return Default((*own, *more), gazetteer, version)
