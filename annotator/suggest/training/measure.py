"""Figures of a pipeline on gold passages: strict precision, recall and F1, and how well the scores are calibrated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from annotator.core.drafts import SpanDraft
from annotator.suggest.lexicon import BIT, Lexicon
from annotator.suggest.training.calibration import Judged
from annotator.suggest.training.passages import PLACES, Passage

PLACE = "PLACE"
"""GPE, LOC and FAC joined, where the gold does not tell them apart."""
_GOVERNED = BIT["country"] | BIT["city"] | BIT["town"] | BIT["region"]
Finder = Callable[[Sequence[str]], Iterable[Sequence[SpanDraft]]]


@dataclass(slots=True)
class Counts:
    """Spans that were found rightly, found, and there to be found."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1 (0 where undefined), and the number of gold spans."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        total = precision + recall
        return {
            "p": round(precision, 4),
            "r": round(recall, 4),
            "f": round(2 * precision * recall / total if total else 0.0, 4),
            "n": self.gold,
        }


@dataclass(slots=True)
class Outcome:
    """Counts by label, and every scored span with whether it was right."""

    counts: dict[str, Counts] = field(default_factory=dict)
    scored: list[tuple[str, float, bool]] = field(default_factory=list)

    def figures(self) -> dict[str, dict[str, float]]:
        """Return the figures by label, and over all under "all"."""
        total = Counts(
            sum(each.right for each in self.counts.values()),
            sum(each.found for each in self.counts.values()),
            sum(each.gold for each in self.counts.values()),
        )
        return {"all": total.figures(), **{label: self.counts[label].figures() for label in sorted(self.counts)}}


def joined(label: str) -> str:
    """Return PLACE for a label of places, else the label."""
    return PLACE if label in PLACES else label


def compare(found: Sequence[SpanDraft], passage: Passage, outcome: Outcome) -> None:
    """Count one text. A found span that may be right by an open mark, or whose label the gold lacks, is not counted."""
    counted = {joined(label) for label in passage.complete}
    gold = {}
    doubtful = []
    for mark in passage.marks:
        labels = {joined(label) for label in mark.labels}
        if len(labels) == 1 and labels <= counted:
            gold[mark.start, mark.end] = labels.pop()
        else:
            doubtful.append((mark.start, mark.end, labels))
    for label in gold.values():
        outcome.counts.setdefault(label, Counts()).gold += 1
    for span in found:
        label = joined(span.label)
        if label not in counted or any(start < span.end and span.start < end and label in labels for start, end, labels in doubtful):
            continue
        right = gold.get((span.start, span.end)) == label
        counts = outcome.counts.setdefault(label, Counts())
        counts.found += 1
        counts.right += right
        outcome.scored.append((label, span.score if span.score is not None else 1.0, right))


def otherwise(span: SpanDraft, passage: Passage, known: Lexicon) -> bool:
    """Say whether gold marks a found place as another policy has it, so that neither is wrong.

    The policy of the program: a country or a town is a place whoever is meant by it, its government and its team, too; a town and
    its state are two names. Some corpora call the first an organisation and the second one name.
    """
    if span.label not in PLACES:
        return False
    meant = known.name_bits(passage.text[span.start : span.end]) & _GOVERNED
    for mark in passage.marks:
        if meant and (mark.start, mark.end) == (span.start, span.end) and mark.labels == {"ORG"}:
            return True
        inside = mark.start <= span.start and span.end <= mark.end and (mark.start, mark.end) != (span.start, span.end)
        if inside and mark.labels & PLACES and ", " in passage.text[mark.start : mark.end]:
            return True
    return False


def judged(find: Finder, passages: Sequence[Passage]) -> list[Judged]:
    """Return what is found in all passages, under the labels found, and how it compares."""
    result = []
    for found, passage in zip(find([each.text for each in passages]), passages, strict=True):
        for span in found:
            outcome = Outcome()
            compare([span], passage, outcome)
            met = any(mark.start < span.end and span.start < mark.end for mark in passage.marks)
            result += [Judged(span.label, score, right, met) for _, score, right in outcome.scored]
    return result


def measured(find: Finder, passages: Sequence[Passage]) -> Outcome:
    """Return the outcome of finding names in all passages."""
    outcome = Outcome()
    for found, passage in zip(find([each.text for each in passages]), passages, strict=True):
        compare(found, passage, outcome)
    return outcome
