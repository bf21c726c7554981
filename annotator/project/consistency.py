"""Where the own layer disagrees with itself: mentions with several labels, or tagged in one place and not in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from annotator.core.ids import Id
from annotator.core.mentions import Finder, apart
from annotator.project.desk import Desk, Progress
from annotator.project.recall import Recall
from annotator.project.remembering import Ledger, notes_of
from annotator.store import mentions
from annotator.store import spans as span_store
from annotator.store import standing as store

BATCH = 200
"""Entries looked at between two reports of progress."""
MOST = 5000
"""Up to so many mentions are listed, the worst first."""


@dataclass(frozen=True, slots=True)
class Given:
    """A label that a mention carries: how often, in how many entries."""

    label: Id
    times: int
    entries: int


@dataclass(frozen=True, slots=True)
class Inconsistent:
    """A mention (in its normal form), its labels, the usual one first, and in how many places it stands without any."""

    mention: str
    given: tuple[Given, ...]
    untagged: int

    @property
    def usual(self) -> Id:
        """The label that it carries oftenest."""
        return self.given[0].label

    @property
    def odd(self) -> int:
        """How many places are not as most are."""
        return sum(each.times for each in self.given[1:]) + self.untagged


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found: the mentions listed, how many there are in all, and how many entries were looked at."""

    mentions: tuple[Inconsistent, ...]
    total: int
    entries: int


class Consistency:
    """Looks over the own layer."""

    def __init__(self, desk: Desk, recall: Recall) -> None:
        self._desk = desk
        self._recall = recall

    def survey(
        self,
        *,
        progress: Progress = lambda _done, _total: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Survey:
        """Return the mentions that carry several labels, or none in some place, the worst first.

        Places without a tag count in entries that are begun or done: in the others nobody has looked yet. A place counts as tagged where
        any span of the layer shares text with it, and as decided where the mention was rejected there under the usual label. Entries
        stream through; what is held is the counts. Reads only, so that it can run on a project opened beside to look only.
        """
        desk = self._desk
        ledger = self._recall.ledger or self._read()
        tagged = [mention for mention in ledger.mentions if any(row[0] for row in ledger.sums(mention).values())]
        usual = {mention: max(ledger.sums(mention).items(), key=lambda item: (item[1][0], item[0]))[0] for mention in tagged}
        finder = Finder((), fold_case=False)
        for mention in tagged:
            finder.add(mention)
        untagged: Counter[str] = Counter()
        looked = 0
        total = store.count_in_state(desk.conn, desk.layer_row)
        for batch in store.texts_in_state(desk.conn, desk.layer_row, BATCH):
            if stopped():
                break
            self._look(dict(batch), finder, usual, untagged)
            looked += len(batch)
            progress(looked, total)
        found = [each for mention in tagged if (each := _inconsistent(ledger, mention, untagged[mention])) is not None]
        found.sort(key=lambda each: (-each.odd, each.mention))
        return Survey(tuple(found[:MOST]), len(found), looked)

    def _look(self, texts: dict[int, str], finder: Finder, usual: dict[str, Id], untagged: Counter[str]) -> None:
        desk = self._desk
        rows = list(texts)
        spans = span_store.places(desk.conn, rows, desk.layer_row)
        rejected = span_store.rejections(desk.conn, rows, desk.layer_row)
        for row, text in texts.items():
            held = spans.get(row, ())
            refused = set(rejected.get(row, ()))
            for place in apart(finder.places(text)):
                free = not any(start < place.end and place.start < end for start, end, _ in held)
                if free and (place.start, place.end, usual[place.mention]) not in refused:
                    untagged[place.mention] += 1

    def _read(self) -> Ledger:
        ledger = Ledger()
        for entry, notes in notes_of(mentions.decided(self._desk.conn, self._desk.layer_row)).items():
            ledger.put(entry, notes)
        return ledger


def _inconsistent(ledger: Ledger, mention: str, untagged: int) -> Inconsistent | None:
    given = [Given(label, row[0], row[1]) for label, row in ledger.sums(mention).items() if row[0]]
    if len(given) < 2 and not untagged:
        return None
    given.sort(key=lambda each: (-each.times, each.label))
    return Inconsistent(mention, tuple(given), untagged)
