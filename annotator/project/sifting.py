"""From a query to rows of entries: each filter gives a set, the sets are brought together, the costly ones last and on what is left.

Filters on suggestions know nothing of the control group: its entries count as having none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import TypeVar

from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.core.joining import MEMORY
from annotator.core.mentions import Finder, apart, normal
from annotator.core.query import Facet, Name, Query, date_range, in_range, score_range
from annotator.core.rules import Taken
from annotator.project.desk import Desk
from annotator.project.layers import Layers
from annotator.project.listing import Corpus
from annotator.project.recall import Known
from annotator.store import entries as entry_store
from annotator.store import facets as store
from annotator.store import finding, schemes
from annotator.store import spans as span_store

WAITING = (Name.SUGGESTER, Name.SUGGESTED, Name.SCORE)
"""Filters that speak of one suggestion that waits for an answer: together they speak of the same one."""
_BATCH = 200
_THESE = 2000
"""Up to so many entries are looked up one by one."""
_CHEAP = (Name.STATE, Name.LABEL, Name.LACKS, Name.SOURCE, Name.DATE, Name.LAYER)
_PENDING = "pending"
_NAMED = 8
"""Up to so many names are told in a sentence."""
T = TypeVar("T")


class Sieve:
    """Sifts one query. Reads only; `stopped` is asked between batches, and what is found then is of no use."""

    def __init__(self, desk: Desk, corpus: Corpus, known: Mapping[str, Known] | None, stopped: Callable[[], bool]) -> None:
        self._desk, self._corpus, self._known, self._stopped = desk, corpus, known, stopped
        self._all: AbstractSet[int] = corpus.all
        self._layer = desk.layer_row

    def found(self, query: Query, *, most: int = -1) -> tuple[set[int], bool]:
        """Return the rows that pass all, and whether that is all of them: with `most`, only so many hits of the words are looked at.

        Raises InputError for a value that is not in the project.
        """
        self._layer = self._layer_of(query)
        left: AbstractSet[int] = self._all
        costly: list[Facet] = []
        groups = _groups(query)
        for facet in query.facets:
            if facet.name in _CHEAP or (facet.name in (Name.HAS, Name.NO) and _PENDING not in facet.values):
                left = left & self._passing(facet)
            else:
                costly.append(facet)
        whole = True
        if query.words:
            hits = finding.rows_with_words(self._desk.conn, query.words, most=most)
            whole = most < 0 or len(hits) < most
            left = left & set(hits)
        if 0 <= most < len(left) and (costly or groups):
            left, whole = set(islice((row for row in self._corpus.rows if row in left), most)), False
        for facet in costly:
            if facet.name is Name.MENTION:
                left = left & self._mentioning(facet.values, left)
            elif facet.name in (Name.HAS, Name.NO):
                left = self._with_pending(facet, left)
        for group in groups:
            left = left & self._waiting(left, group)
        return set(left), whole

    # Of the layer

    def _layer_of(self, query: Query) -> int:
        named = [each for each in query.facets if each.name is Name.LAYER]
        if not named:
            return self._desk.layer_row
        if len(named) > 1 or len(named[0].values) > 1:
            raise InputError("One layer can be asked for at a time: “layer:” says whose states, labels and flags the other filters mean.")
        return schemes.layer_row(self._desk.conn, Layers(self._desk).named(named[0].values[0]).id)

    def _passing(self, facet: Facet) -> AbstractSet[int]:
        conn, values = self._desk.conn, facet.values
        match facet.name:
            case Name.STATE:
                return set().union(*map(self._in_state, values))
            case Name.LABEL:
                return store.with_label(conn, self._layer, self._labels(values))
            case Name.LACKS:
                return self._all - store.with_label(conn, self._layer, self._labels(values))
            case Name.SOURCE:
                return store.in_sources(conn, self._sources(values))
            case Name.DATE:
                return set().union(*map(self._dated, values))
            case Name.LAYER:
                return store.touched(conn, self._layer) | store.with_span(conn, self._layer)
            case Name.HAS:
                return set().union(*map(self._having, values))
            case _:
                return self._all - set().union(*map(self._having, values))

    def _in_state(self, state: str) -> AbstractSet[int]:
        conn, layer = self._desk.conn, self._layer
        if state == "fresh":
            return self._all - store.touched(conn, layer)
        if state == "open":
            return self._all - store.in_states(conn, layer, ("done", "skipped"))
        return store.in_states(conn, layer, (state,))

    def _having(self, thing: str) -> set[int]:
        conn = self._desk.conn
        if thing == "comment":
            return store.commented(conn)
        return store.with_span(conn, self._layer) if thing == "span" else store.flagged(conn, self._layer, thing)

    def _dated(self, value: str) -> set[int]:
        low, high = date_range(value)
        return {row for row, moment in zip(self._corpus.rows, self._corpus.moments, strict=True) if in_range(moment, low, high)}

    def _mentioning(self, values: Sequence[str], left: AbstractSet[int]) -> set[int]:
        wanted = {normal(each, fold_case=True) for each in values}
        equal: dict[str, bool] = {}
        found: set[int] = set()
        for length in {len(each) for each in wanted}:
            for row, text in store.mentioned(self._desk.conn, self._layer, length, _few(left)):
                if text not in equal:
                    equal[text] = normal(text, fold_case=True) in wanted
                if equal[text]:
                    found.add(row)
        return found

    # Of suggestions

    def _with_pending(self, facet: Facet, left: AbstractSet[int]) -> AbstractSet[int]:
        having = set().union(*(self._having(each) for each in facet.values if each != _PENDING)) & left
        if facet.name is Name.HAS:
            return having | self._waiting(left - having, {})
        return left - having - self._waiting(left - having, {})

    def _waiting(self, left: AbstractSet[int], group: Mapping[Name, Facet]) -> set[int]:
        """Return which of some entries have a suggestion that waits and is as the filters of a group say."""
        if not left:
            return set()
        desk = self._desk
        suggesters = self._suggesters(group[Name.SUGGESTER].values) if Name.SUGGESTER in group else []
        labels = self._labels(group[Name.SUGGESTED].values) if Name.SUGGESTED in group else []
        scores = [score_range(each) for each in group[Name.SCORE].values] if Name.SCORE in group else []
        live = MEMORY if self._known is not None else ""
        stored = store.waiting(
            desk.conn, desk.layer_row, desk.assignee, desk.scheme.overlap, suggesters=suggesters, labels=labels, scores=scores, live=live,
            rows=_few(left),
        )  # fmt: skip
        found = set(left & stored)
        if self._known and (not suggesters or MEMORY in suggesters):
            wanted = {
                mention: known
                for mention, known in self._known.items()
                if (not labels or known.label in labels) and (not scores or any(low <= known.fact.score <= high for low, high in scores))
            }
            found |= self._proposed(left - found, wanted)
        return found

    def _proposed(self, left: AbstractSet[int], wanted: Mapping[str, Known]) -> set[int]:
        """Return in which of some entries live memory proposes one of some mentions, as `Recall` and `core.rules.pending` do."""
        desk = self._desk
        closed = store.in_states(desk.conn, desk.layer_row, ("done", "skipped")) | store.control(desk.conn, desk.assignee)
        candidates = iter([row for row in self._corpus.rows if row in left and row not in closed] if wanted else ())
        finder = Finder((), fold_case=False)
        for mention in self._known or ():
            finder.add(mention)
        found: set[int] = set()
        while (rows := list(islice(candidates, _BATCH))) and not self._stopped():
            spans = span_store.places(desk.conn, rows, desk.layer_row)
            rejected = span_store.rejections(desk.conn, rows, desk.layer_row)
            for row, _, text in entry_store.texts(desk.conn, rows):
                taken, refused = Taken(desk.scheme.overlap, spans.get(row, ())), set(rejected.get(row, ()))
                for place in apart(finder.places(text)):
                    known = wanted.get(place.mention)
                    if known is None or (place.start, place.end, known.label) in refused:
                        continue
                    if (place.start, place.end, known.label) not in taken and not taken.clashing(place.start, place.end):
                        found.add(row)
                        break
        return found

    # What names mean

    def _labels(self, values: Sequence[str]) -> list[Id]:
        found: list[Id] = []
        for value in values:
            wanted = value.casefold()
            same = [each.id for each in self._desk.scheme.labels if wanted in (each.key.casefold(), each.name.casefold())]
            if not same:
                known = ", ".join(each.key for each in self._desk.scheme.active)
                raise InputError(f"There is no label “{value}”; there are {known}.")
            found += same
        return found

    def _sources(self, values: Sequence[str]) -> list[int]:
        known = store.sources(self._desk.conn)
        return [row for value in values for row in _meant("source", value, [(name, row) for row, name in known])]

    def _suggesters(self, values: Sequence[str]) -> list[str]:
        known = sorted({*store.suggesters(self._desk.conn), *([MEMORY] if self._known is not None else [])})
        return [name for value in values for name in _meant("suggester", value, [(name, name) for name in known])]


def _meant(what: str, value: str, known: Sequence[tuple[str, T]]) -> list[T]:
    """Return what a name means: what is called so, or else all whose name holds it."""
    wanted = value.casefold()
    found = [thing for name, thing in known if name.casefold() == wanted] or [thing for name, thing in known if wanted in name.casefold()]
    if not found:
        names = list(dict.fromkeys(name for name, _ in known))
        more = "" if len(names) <= _NAMED else f" and {len(names) - _NAMED:,} more"
        raise InputError(f"There is no {what} “{value}”; there are: {', '.join(names[:_NAMED]) or 'none'}{more}.")
    return found


def _few(left: AbstractSet[int]) -> AbstractSet[int] | None:
    """Return the entries to look at by themselves; None where they are so many that all are looked at in one pass."""
    return left if len(left) <= _THESE else None


def _groups(query: Query) -> list[dict[Name, Facet]]:
    """Return the filters on one waiting suggestion; one that is given twice asks for a second suggestion, the other filters the same."""
    groups: list[dict[Name, Facet]] = []
    for facet in query.facets:
        if facet.name in WAITING:
            free = next((each for each in groups if facet.name not in each), None)
            if free is None:
                groups.append({facet.name: facet})
            else:
                free[facet.name] = facet
    return [{**groups[0], **each} for each in groups]
