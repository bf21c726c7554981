"""Rules and the trained model as one suggester. Which of the two is believed where was measured on text that neither had seen."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from annotator.suggest.across import across
from annotator.suggest.mending import mended
from annotator.suggest.second_mentions import EXPLAINED
from annotator.suggest.suggester import Proposal, Suggester, ordered

SURE = 0.85
"""Rules of lower score are not shown for labels that the model gives: with all of them F1 fell from 0.75 to 0.71 on held-out web text."""
_SURE_OF = {"FAC": 0.8}
"""Labels of which the model has seen so little that rules are shown sooner: 8 of 8 head words were right on news, 9 of 21 on Wikipedia."""
_CHUNK = 16
"""Texts given to the model at a time: few, so that what the network computes stays in the processor's own memory (8 % quicker than
hundreds at a time)."""
_AROUND = 64
"""Texts that are looked at together for what they say of each other's names: an hour or two of a live blog."""
_SILENT = 0.85
"""What the silence of the model leaves of a rule's score: of such names 94 of 262 were right on web text and encyclopedias, 96 of 99 on
live blogs. Between the two, names of either are calibrated best."""
_ASKED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
"""Labels of which the model has seen enough for its silence to say something."""


def joined(found: Sequence[Proposal], ruled: Sequence[Proposal], labels: frozenset[str]) -> tuple[Proposal, ...]:
    """Return what the model found and what rules propose, none overlapping, by start.

    `labels`: those of the model. For them a rule counts where it is sure. A rule takes the place of the model's proposals where it covers
    them and scores higher than each; otherwise it counts where the model found nothing.
    """
    kept = list(found)
    for rule in ruled:
        met = [each for each in kept if each.start < rule.end and rule.start < each.end]
        score = rule.score if rule.score is not None else 1.0
        if rule.label in labels and score < _SURE_OF.get(rule.label, SURE):
            continue
        if not met:
            silent = rule.label in labels & _ASKED and not rule.why.startswith(EXPLAINED)
            kept.append(replace(rule, score=round(score * _SILENT, 4)) if silent else rule)
        elif all(_less(each, rule, score) and rule.start <= each.start and each.end <= rule.end for each in met):
            kept = [each for each in kept if each not in met] + [rule]
    return ordered(kept)


def _less(found: Proposal, rule: Proposal, score: float) -> bool:
    """Say whether the rule is surer. The model, which knows no laws, takes treaties for events."""
    return (found.score or 0.0) < score or (found.label == "EVENT" and rule.label == "LAW")


@dataclass(frozen=True, slots=True)
class WithModel:
    """The suggester `default` where the model is there: proposals of `rules`, joined with those of `model`."""

    model: Suggester
    rules: Suggester
    common: Container[str] = frozenset()
    """Words, in small letters, that are no names by themselves."""
    name: str = "default"

    @property
    def version(self) -> str:
        """Both versions."""
        return f"{self.model.version}+{self.rules.version}"

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of both."""
        return tuple(dict.fromkeys((*self.model.labels, *self.rules.labels)))

    @property
    def dropped(self) -> tuple[str, ...]:
        """None: what the scheme lacks is dropped outside."""
        return ()

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        """Yield for each text its proposals, by start; they do not overlap.

        What one text says of a name holds in those around it (`across`), so that some are read before the first is answered.
        """
        stream = iter(texts)
        while around := list(islice(stream, _AROUND)):
            yield from across(around, [each for part in _chunks(around) for each in self._proposed(part)], self.common)

    def _proposed(self, texts: Sequence[str]) -> Iterator[tuple[Proposal, ...]]:
        labels = frozenset(self.model.labels)
        for text, found, ruled in zip(texts, self.model.propose(texts), self.rules.propose(texts), strict=True):
            yield joined(mended(text, found, ruled), ruled, labels)


def _chunks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[at : at + _CHUNK] for at in range(0, len(texts), _CHUNK))
